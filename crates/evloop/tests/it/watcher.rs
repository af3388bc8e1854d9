//! Idle, prepare and check watchers.

use phasor_evloop::{Errno, Handle, RunMode};

use crate::support::Fixture;

#[test]
fn a_watcher_started_later_runs_earlier() {
    let f = Fixture::new();
    let (a, b, c) = (f.event_loop.prepare(), f.event_loop.prepare(), f.event_loop.prepare());
    a.start(f.log.note("a")).unwrap();
    b.start(f.log.note("b")).unwrap();
    c.start(f.log.note("c")).unwrap();
    f.turn_after(0);
    assert_eq!(f.log.take(), ["c", "b", "a"]);
    f.turn_after(0);
    assert_eq!(f.log.take(), ["c", "b", "a"], "and stays there");
    for watcher in [a, b, c] {
        watcher.close(|_| {});
    }
    f.end();
}

#[test]
fn a_watcher_started_by_one_of_its_kind_waits_for_the_next_turn() {
    let f = Fixture::new();
    let (first, second) = (f.event_loop.check(), f.event_loop.check());
    first
        .start({
            let (second, log) = (second.clone(), f.log.clone());
            move |_| {
                log.push("first");
                second.start(log.note("second")).unwrap();
            }
        })
        .unwrap();
    f.turn_after(0);
    assert_eq!(f.log.take(), ["first"]);
    f.turn_after(0);
    assert_eq!(f.log.take(), ["second", "first"]);
    first.close(|_| {});
    second.close(|_| {});
    f.end();
}

#[test]
fn a_watcher_stopped_by_one_of_its_kind_is_skipped() {
    let f = Fixture::new();
    let (earlier, later) = (f.event_loop.idle(), f.event_loop.idle());
    earlier.start(f.log.note("skipped")).unwrap();
    later
        .start({
            let (earlier, log) = (earlier.clone(), f.log.clone());
            move |_| {
                log.push("later");
                earlier.stop();
            }
        })
        .unwrap();
    f.turn_after(0);
    assert_eq!(f.log.take(), ["later"]);
    earlier.close(|_| {});
    later.close(|_| {});
    f.end();
}

#[test]
fn a_watcher_restarted_in_a_pass_runs_in_the_next_one() {
    let f = Fixture::new();
    let (a, b) = (f.event_loop.idle(), f.event_loop.idle());
    a.start(f.log.note("a")).unwrap();
    b.start({
        let (a, log) = (a.clone(), f.log.clone());
        move |_| {
            log.push("b");
            a.stop();
            a.start(log.note("a again")).unwrap();
        }
    })
    .unwrap();
    f.turn_after(0);
    assert_eq!(f.log.take(), ["b"]);
    f.turn_after(0);
    assert_eq!(f.log.take(), ["a again", "b"]);
    a.close(|_| {});
    b.close(|_| {});
    f.end();
}

#[test]
fn starting_twice_changes_nothing() {
    let f = Fixture::new();
    let (a, b) = (f.event_loop.prepare(), f.event_loop.prepare());
    a.start(f.log.note("a")).unwrap();
    b.start(f.log.note("b")).unwrap();
    a.start(f.log.note("other")).unwrap();
    f.turn_after(0);
    assert_eq!(f.log.take(), ["b", "a"]);
    a.close(|_| {});
    b.close(|_| {});
    f.end();
}

#[test]
fn stopping_twice_is_fine_and_a_stopped_watcher_can_be_started() {
    let f = Fixture::new();
    let idle = f.event_loop.idle();
    idle.stop();
    idle.start(f.log.note("old")).unwrap();
    idle.stop();
    idle.stop();
    assert!(!f.event_loop.alive());
    idle.start(f.log.note("new")).unwrap();
    f.turn_after(0);
    assert_eq!(f.log.take(), ["new"]);
    idle.close(|_| {});
    f.end();
}

#[test]
fn watchers_run_once_every_turn() {
    let f = Fixture::new();
    let (idle, prepare, check) = (f.event_loop.idle(), f.event_loop.prepare(), f.event_loop.check());
    idle.start(f.log.note("idle")).unwrap();
    prepare.start(f.log.note("prepare")).unwrap();
    check.start(f.log.note("check")).unwrap();
    for _ in 0..3 {
        f.event_loop.run(RunMode::Once);
        assert_eq!(f.log.take(), ["idle", "prepare", "check"]);
    }
    idle.close(|_| {});
    prepare.close(|_| {});
    check.close(|_| {});
    f.end();
}

#[test]
fn an_idle_watcher_keeps_poll_from_waiting_but_does_not_starve_timers() {
    let f = Fixture::real();
    let (idle, timer) = (f.event_loop.idle(), f.event_loop.timer());
    idle.start(|_| {}).unwrap();
    timer
        .start(2, 0, {
            let idle = idle.clone();
            move |_| idle.stop()
        })
        .unwrap();
    assert!(!f.run());
    idle.close(|_| {});
    timer.close(|_| {});
    f.end();
}

#[test]
fn a_watcher_may_close_itself_and_the_others() {
    let f = Fixture::new();
    let (a, b) = (f.event_loop.check(), f.event_loop.check());
    a.start(f.log.note("a")).unwrap();
    b.start({
        let (a, b, log) = (a.clone(), b.clone(), f.log.clone());
        move |_| {
            log.push("b");
            a.close(|_| {});
            b.close(|_| {});
        }
    })
    .unwrap();
    assert!(!f.turn_after(0));
    assert_eq!(f.log.take(), ["b"]);
    f.end();
}

#[test]
fn a_closing_watcher_cannot_be_started() {
    let f = Fixture::new();
    let prepare = f.event_loop.prepare();
    prepare.close(|_| {});
    assert_eq!(prepare.start(|_| {}), Err(Errno::EINVAL));
    f.end();
}

#[test]
fn starting_and_stopping_over_and_over_keeps_the_order() {
    let f = Fixture::new();
    let (a, b) = (f.event_loop.idle(), f.event_loop.idle());
    b.start(f.log.note("b")).unwrap();
    for _ in 0..1000 {
        a.start(f.log.note("a")).unwrap();
        a.stop();
    }
    a.start(f.log.note("a")).unwrap();
    f.turn_after(0);
    assert_eq!(f.log.take(), ["a", "b"]);
    a.close(|_| {});
    b.close(|_| {});
    f.end();
}
