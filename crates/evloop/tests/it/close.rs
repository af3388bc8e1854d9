//! Closing handles.

use phasor_evloop::{Errno, Handle, RunMode};

use crate::support::Fixture;

#[test]
fn close_callbacks_come_in_the_closing_phase_last_closed_first() {
    let f = Fixture::new();
    let (a, b) = (f.event_loop.timer(), f.event_loop.timer());
    let check = f.event_loop.check();
    check.start(f.log.note("check")).unwrap();
    for (handle, name) in [(&a, "a"), (&b, "b")] {
        let log = f.log.clone();
        handle.close(move |_| log.push(name));
    }
    assert!(f.log.take().is_empty(), "never from inside of close");
    f.event_loop.run(RunMode::NoWait);
    assert_eq!(f.log.take(), ["check", "b", "a"]);
    check.close(|_| {});
    f.end();
}

#[test]
fn closing_twice_calls_the_first_callback_only() {
    let f = Fixture::new();
    let timer = f.event_loop.timer();
    for name in ["first", "second"] {
        let log = f.log.clone();
        timer.close(move |_| log.push(name));
    }
    f.run();
    assert_eq!(f.log.take(), ["first"]);
    timer.close(|_| panic!("it is gone"));
    f.end();
}

#[test]
fn a_handle_closed_by_a_close_callback_waits_for_the_next_turn() {
    let f = Fixture::new();
    let (a, b) = (f.event_loop.timer(), f.event_loop.timer());
    let log = f.log.clone();
    a.close(move |_| {
        log.push("a");
        b.close(move |_| log.push("b"));
    });
    assert!(f.event_loop.run(RunMode::NoWait));
    assert_eq!(f.log.take(), ["a"]);
    assert!(!f.event_loop.run(RunMode::NoWait));
    assert_eq!(f.log.take(), ["b"]);
    f.end();
}

#[test]
fn a_handle_closed_in_a_timer_closes_in_the_next_turn() {
    let f = Fixture::new();
    let (timer, check) = (f.event_loop.timer(), f.event_loop.check());
    timer
        .start(0, 0, {
            let (timer, log) = (timer.clone(), f.log.clone());
            move |_| {
                log.push("timer");
                let log = log.clone();
                timer.close(move |_| log.push("closed"));
            }
        })
        .unwrap();
    check.start(f.log.note("check")).unwrap();
    f.turn_after(0);
    f.turn_after(0);
    assert_eq!(f.log.take(), ["check", "timer", "check", "closed"]);
    check.close(|_| {});
    f.end();
}

#[test]
fn a_closing_handle_is_neither_active_nor_usable() {
    let f = Fixture::new();
    let timer = f.event_loop.timer();
    timer.start(0, 0, f.log.note("never")).unwrap();
    timer.close(|_| {});
    assert!(timer.is_closing());
    assert!(!timer.is_active());
    f.run();
    assert!(timer.is_closing(), "for ever after");
    assert_eq!(timer.start(0, 0, |_| {}), Err(Errno::EINVAL));
    f.end();
}

#[test]
fn the_name_of_a_closed_handle_does_not_reach_its_successor() {
    let f = Fixture::new();
    let old = f.event_loop.timer();
    old.close(|_| {});
    f.run();
    let new = f.event_loop.timer();
    new.start(5, 0, f.log.note("new")).unwrap();
    assert_ne!(old.id(), new.id());
    old.stop();
    old.unref();
    old.set_repeat(7);
    assert_eq!(old.start(0, 0, |_| {}), Err(Errno::EINVAL));
    assert!(new.is_active() && new.has_ref());
    assert_eq!(new.repeat(), 0);
    f.turn_after(5);
    assert_eq!(f.log.take(), ["new"]);
    new.close(|_| {});
    f.end();
}

#[test]
fn the_callback_of_a_closed_handle_is_dropped_by_then() {
    let f = Fixture::new();
    let timer = f.event_loop.timer();
    let kept = std::rc::Rc::new(());
    timer
        .start(1, 0, {
            let kept = kept.clone();
            move |_| drop(kept.clone())
        })
        .unwrap();
    assert_eq!(std::rc::Rc::strong_count(&kept), 2);
    timer.close({
        let kept = std::rc::Rc::downgrade(&kept);
        move |_| assert_eq!(kept.strong_count(), 1)
    });
    f.end();
}

#[test]
fn what_a_callback_owned_may_use_the_loop_while_it_is_dropped() {
    struct Closer(phasor_evloop::Idle);
    impl Drop for Closer {
        fn drop(&mut self) {
            self.0.close(|_| {});
        }
    }
    let f = Fixture::new();
    let timer = f.event_loop.timer();
    let closer = Closer(f.event_loop.idle());
    timer.start(1, 0, move |_| assert!(!closer.0.is_closing())).unwrap();
    timer.start(1, 0, |_| {}).unwrap();
    timer.close(|_| {});
    f.end();
}
