//! The order of timers against a sorted list, for random starts and stops.

use proptest::prelude::*;

use phasor_evloop::{Handle, Timer};

use crate::support::{Fixture, Log};

#[derive(Clone, Debug)]
enum Step {
    Start(usize, u64),
    Stop(usize),
    Pass(u64),
}

const TIMERS: usize = 24;

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        6 => (0..TIMERS, 0..50u64).prop_map(|(timer, delay)| Step::Start(timer, delay)),
        2 => (0..TIMERS).prop_map(Step::Stop),
        1 => (0..20u64).prop_map(Step::Pass),
    ]
}

fn start(timer: &Timer, number: usize, delay: u64, log: &Log) {
    let log = log.clone();
    timer.start(delay, 0, move |_| log.push(number.to_string())).unwrap();
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn timers_fire_as_a_sorted_list_says(steps in prop::collection::vec(step(), 1..200)) {
        let f = Fixture::new();
        let timers: Vec<_> = (0..TIMERS).map(|_| f.event_loop.timer()).collect();
        // (due, order of start, timer)
        let mut armed: Vec<(u64, usize, usize)> = Vec::new();
        let mut now = 0;
        for (order, step) in steps.into_iter().chain([Step::Pass(1000)]).enumerate() {
            match step {
                Step::Start(timer, delay) => {
                    armed.retain(|a| a.2 != timer);
                    armed.push((now + delay, order, timer));
                    start(&timers[timer], timer, delay, &f.log);
                }
                Step::Stop(timer) => {
                    armed.retain(|a| a.2 != timer);
                    timers[timer].stop();
                }
                Step::Pass(time) => {
                    // A loop that is not alive runs no turn, but reads the clock.
                    now += time;
                    armed.sort_unstable();
                    let due = armed.iter().take_while(|a| a.0 <= now).count();
                    let expected: Vec<_> = armed.drain(..due).map(|a| a.2.to_string()).collect();
                    f.turn_after(time);
                    prop_assert_eq!(f.log.take(), expected);
                }
            }
        }
        for timer in timers {
            timer.close(|_| {});
        }
        f.end();
    }
}
