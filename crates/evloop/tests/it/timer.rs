//! Timers.

use std::cell::Cell;
use std::rc::Rc;

use phasor_evloop::{Errno, Handle, RunMode};

use crate::support::Fixture;

#[test]
fn timers_run_in_the_order_of_their_deadlines() {
    let f = Fixture::new();
    let (late, early, middle) = (f.event_loop.timer(), f.event_loop.timer(), f.event_loop.timer());
    late.start(30, 0, f.log.note("late")).unwrap();
    early.start(10, 0, f.log.note("early")).unwrap();
    middle.start(20, 0, f.log.note("middle")).unwrap();
    f.turn_after(9);
    assert!(f.log.take().is_empty());
    f.turn_after(1);
    assert_eq!(f.log.take(), ["early"]);
    f.turn_after(100);
    assert_eq!(f.log.take(), ["middle", "late"]);
    for timer in [late, early, middle] {
        timer.close(|_| {});
    }
    f.end();
}

#[test]
fn equal_deadlines_run_first_in_first_out() {
    let f = Fixture::new();
    let (a, b, c) = (f.event_loop.timer(), f.event_loop.timer(), f.event_loop.timer());
    b.start(10, 0, f.log.note("b")).unwrap();
    a.start(10, 0, f.log.note("a")).unwrap();
    f.turn_after(4);
    c.start(6, 0, f.log.note("c")).unwrap();
    b.start(6, 0, f.log.note("b")).unwrap();
    f.turn_after(6);
    assert_eq!(f.log.take(), ["a", "c", "b"]);
    for timer in [a, b, c] {
        timer.close(|_| {});
    }
    f.end();
}

#[test]
fn a_timer_without_a_delay_started_by_a_timer_waits_for_the_next_pass() {
    let f = Fixture::new();
    let (first, second) = (f.event_loop.timer(), f.event_loop.timer());
    first
        .start(0, 0, {
            let (second, log) = (second.clone(), f.log.clone());
            move |_| {
                log.push("first");
                second.start(0, 0, log.note("second")).unwrap();
            }
        })
        .unwrap();
    f.event_loop.run(RunMode::NoWait);
    assert_eq!(f.log.take(), ["first"]);
    f.event_loop.run(RunMode::NoWait);
    assert_eq!(f.log.take(), ["second"]);
    first.close(|_| {});
    second.close(|_| {});
    f.end();
}

#[test]
fn a_due_timer_that_is_stopped_by_an_earlier_one_is_skipped() {
    let f = Fixture::new();
    let (first, second) = (f.event_loop.timer(), f.event_loop.timer());
    first
        .start(0, 0, {
            let second = second.clone();
            move |_| second.stop()
        })
        .unwrap();
    second.start(0, 0, f.log.note("second")).unwrap();
    f.run();
    assert!(f.log.take().is_empty());
    first.close(|_| {});
    second.close(|_| {});
    f.end();
}

#[test]
fn a_due_timer_that_is_closed_by_an_earlier_one_is_skipped() {
    let f = Fixture::new();
    let (first, second) = (f.event_loop.timer(), f.event_loop.timer());
    first
        .start(0, 0, {
            let (second, log) = (second.clone(), f.log.clone());
            move |_| {
                let log = log.clone();
                second.close(move |_| log.push("closed"));
            }
        })
        .unwrap();
    second.start(0, 0, f.log.note("second")).unwrap();
    f.run();
    assert_eq!(f.log.take(), ["closed"]);
    first.close(|_| {});
    f.end();
}

#[test]
fn a_due_timer_that_is_restarted_by_an_earlier_one_runs_once_and_later() {
    let f = Fixture::new();
    let (first, second) = (f.event_loop.timer(), f.event_loop.timer());
    first
        .start(0, 0, {
            let (second, log) = (second.clone(), f.log.clone());
            move |_| {
                log.push("first");
                second.restart(5).unwrap();
            }
        })
        .unwrap();
    second.start(0, 0, f.log.note("second")).unwrap();
    f.turn_after(0);
    assert_eq!(f.log.take(), ["first"]);
    f.turn_after(5);
    assert_eq!(f.log.take(), ["second"]);
    first.close(|_| {});
    second.close(|_| {});
    f.end();
}

#[test]
fn starting_twice_moves_the_timer_and_replaces_its_callback() {
    let f = Fixture::new();
    let timer = f.event_loop.timer();
    timer.start(10, 0, f.log.note("old")).unwrap();
    timer.start(20, 0, f.log.note("new")).unwrap();
    f.turn_after(10);
    assert!(f.log.take().is_empty());
    f.turn_after(10);
    assert_eq!(f.log.take(), ["new"]);
    timer.close(|_| {});
    f.end();
}

#[test]
fn repeat_counts_from_the_loop_time_of_the_call() {
    let f = Fixture::new();
    let timer = f.event_loop.timer();
    timer.start(10, 10, f.log.note("tick")).unwrap();
    f.turn_after(10);
    f.turn_after(25);
    assert_eq!(f.log.take(), ["tick", "tick"], "what was missed is not made up for");
    assert_eq!(timer.due_in(), 10);
    timer.stop();
    f.turn_after(100);
    assert!(f.log.take().is_empty());
    timer.close(|_| {});
    f.end();
}

#[test]
fn a_repeating_timer_may_stop_and_close_itself() {
    let f = Fixture::new();
    let timer = f.event_loop.timer();
    timer
        .start(1, 1, {
            let (timer, log) = (timer.clone(), f.log.clone());
            move |_| {
                log.push("tick");
                let log = log.clone();
                timer.close(move |_| log.push("closed"));
            }
        })
        .unwrap();
    f.turn_after(1);
    f.turn_after(1);
    assert_eq!(f.log.take(), ["tick", "closed"]);
    f.end();
}

#[test]
fn a_new_interval_counts_from_the_next_firing() {
    let f = Fixture::new();
    let timer = f.event_loop.timer();
    timer
        .start(10, 10, {
            let (timer, log) = (timer.clone(), f.log.clone());
            move |_| {
                log.push("tick");
                timer.set_repeat(50);
            }
        })
        .unwrap();
    f.turn_after(10);
    assert_eq!(timer.due_in(), 10, "it was rearmed before the callback changed the interval");
    assert_eq!(timer.repeat(), 50);
    f.turn_after(10);
    assert_eq!(timer.due_in(), 50);
    assert_eq!(f.log.len(), 2);
    timer.close(|_| {});
    f.end();
}

#[test]
fn again_restarts_with_the_interval_and_needs_a_start_before() {
    let f = Fixture::new();
    let timer = f.event_loop.timer();
    assert_eq!(timer.again(), Err(Errno::EINVAL));
    timer.start(100, 40, f.log.note("tick")).unwrap();
    timer.again().unwrap();
    assert_eq!(timer.due_in(), 40);
    f.turn_after(40);
    assert_eq!(f.log.take(), ["tick"]);
    timer.close(|_| {});
    f.end();
}

#[test]
fn again_leaves_a_timer_without_an_interval_alone() {
    let f = Fixture::new();
    let timer = f.event_loop.timer();
    timer.start(100, 0, |_| {}).unwrap();
    f.clock.advance(30);
    f.event_loop.update_time();
    timer.again().unwrap();
    assert_eq!(timer.due_in(), 70);
    timer.close(|_| {});
    f.end();
}

#[test]
fn huge_delays_do_not_overflow() {
    let f = Fixture::new();
    f.turn_after(1);
    f.clock.advance(1);
    let (huge, small) = (f.event_loop.timer(), f.event_loop.timer());
    huge.start(u64::MAX, u64::MAX, f.log.note("huge")).unwrap();
    small.start(1, 0, f.log.note("small")).unwrap();
    f.turn_after(1);
    assert_eq!(f.log.take(), ["small"]);
    huge.close(|_| {});
    small.close(|_| {});
    f.end();
}

#[test]
fn due_in_is_zero_when_due_or_stopped() {
    let f = Fixture::new();
    let timer = f.event_loop.timer();
    assert_eq!(timer.due_in(), 0);
    timer.start(10, 0, |_| {}).unwrap();
    assert_eq!(timer.due_in(), 10);
    f.clock.advance(20);
    f.event_loop.update_time();
    assert_eq!(timer.due_in(), 0);
    timer.stop();
    assert_eq!(timer.due_in(), 0);
    timer.close(|_| {});
    f.end();
}

#[test]
fn the_deadline_counts_from_the_loops_time_not_the_clocks() {
    let f = Fixture::new();
    let timer = f.event_loop.timer();
    f.clock.advance(50);
    timer.start(60, 0, f.log.note("timer")).unwrap();
    f.turn_after(10);
    assert_eq!(f.log.take(), ["timer"]);
    timer.close(|_| {});
    f.end();
}

#[test]
fn a_timer_is_active_until_it_fires() {
    let f = Fixture::new();
    let timer = f.event_loop.timer();
    assert!(!timer.is_active());
    let inside = Rc::new(Cell::new(true));
    timer
        .start(1, 0, {
            let (timer, inside) = (timer.clone(), inside.clone());
            move |_| inside.set(timer.is_active())
        })
        .unwrap();
    assert!(timer.is_active());
    f.turn_after(1);
    assert!(!inside.get(), "a timer without an interval is over when it is called");
    timer.close(|_| {});
    f.end();
}

#[test]
fn a_closing_timer_cannot_be_started() {
    let f = Fixture::new();
    let timer = f.event_loop.timer();
    timer.start(1, 0, f.log.note("never")).unwrap();
    timer.close(|_| {});
    assert!(timer.is_closing());
    assert_eq!(timer.start(0, 0, f.log.note("never")), Err(Errno::EINVAL));
    assert_eq!(timer.restart(0), Err(Errno::EINVAL));
    f.turn_after(10);
    assert!(f.log.take().is_empty());
    f.end();
}

#[test]
fn an_unreferenced_timer_does_not_run_in_a_loop_with_nothing_else() {
    let f = Fixture::new();
    let timer = f.event_loop.timer();
    timer.start(0, 0, f.log.note("timer")).unwrap();
    timer.unref();
    assert!(!f.run());
    assert!(f.log.take().is_empty());
    timer.close(|_| {});
    f.end();
}

#[test]
fn a_timer_started_in_check_with_no_delay_runs_in_the_same_turn() {
    let f = Fixture::new();
    let (check, timer) = (f.event_loop.check(), f.event_loop.timer());
    check
        .start({
            let (timer, check, log) = (timer.clone(), check.clone(), f.log.clone());
            move |_| {
                log.push("check");
                check.stop();
                timer.start(0, 0, log.note("timer")).unwrap();
            }
        })
        .unwrap();
    assert!(!f.event_loop.run(RunMode::NoWait));
    assert_eq!(f.log.take(), ["check", "timer"]);
    check.close(|_| {});
    timer.close(|_| {});
    f.end();
}

#[test]
fn a_timer_is_called_once_a_turn_however_late_it_is() {
    let f = Fixture::new();
    let timer = f.event_loop.timer();
    timer
        .start(10, 10, {
            let (log, clock) = (f.log.clone(), f.clock.clone());
            move |l| {
                log.push("tick");
                clock.advance(15);
                l.update_time();
            }
        })
        .unwrap();
    f.turn_after(10);
    assert_eq!(f.log.take(), ["tick"]);
    timer.close(|_| {});
    f.end();
}

#[test]
fn a_callback_may_replace_itself() {
    let f = Fixture::new();
    let timer = f.event_loop.timer();
    timer
        .start(0, 0, {
            let (timer, log) = (timer.clone(), f.log.clone());
            move |_| {
                log.push("first");
                timer.start(0, 0, log.note("second")).unwrap();
            }
        })
        .unwrap();
    f.turn_after(0);
    f.turn_after(0);
    assert_eq!(f.log.take(), ["first", "second"]);
    timer.close(|_| {});
    f.end();
}
