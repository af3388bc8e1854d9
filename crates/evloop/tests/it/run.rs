//! Turns: their order, the run modes, stopping, time, what keeps a loop alive.

use std::cell::Cell;
use std::rc::Rc;

use phasor_evloop::{Errno, EventLoop, Handle, HandleKind, RunMode};

use crate::support::Fixture;

#[test]
fn a_turn_goes_pending_idle_prepare_poll_check_closing_timers() {
    let f = Fixture::new();
    let l = &f.event_loop;
    let (idle, prepare, check, timer, closing) = (l.idle(), l.prepare(), l.check(), l.timer(), l.idle());
    let (wake, sender) = l.async_handle(f.log.note("poll")).unwrap();
    timer.start(0, 0, f.log.note("timer")).unwrap();
    check.start(f.log.note("check")).unwrap();
    prepare.start(f.log.note("prepare")).unwrap();
    idle.start(f.log.note("idle")).unwrap();
    l.defer({
        let log = f.log.clone();
        move |_| log.push("pending")
    });
    closing.close({
        let log = f.log.clone();
        move |_| log.push("closing")
    });
    sender.send();
    l.run(RunMode::NoWait);
    assert_eq!(f.log.take(), ["pending", "idle", "prepare", "poll", "check", "closing", "timer"]);
    idle.close(|_| {});
    prepare.close(|_| {});
    check.close(|_| {});
    timer.close(|_| {});
    wake.close(|_| {});
    f.end();
}

#[test]
fn default_runs_due_timers_before_the_first_turn() {
    let f = Fixture::new();
    let (timer, check) = (f.event_loop.timer(), f.event_loop.check());
    timer.start(0, 0, f.log.note("timer")).unwrap();
    check.unref();
    check.start(f.log.note("check")).unwrap();
    f.run();
    assert_eq!(f.log.take(), ["timer", "check"]);
    timer.close(|_| {});
    check.close(|_| {});
    f.end();
}

#[test]
fn once_and_nowait_run_timers_at_the_end_only() {
    for mode in [RunMode::Once, RunMode::NoWait] {
        let f = Fixture::new();
        let (timer, check) = (f.event_loop.timer(), f.event_loop.check());
        timer.start(0, 0, f.log.note("timer")).unwrap();
        check.start(f.log.note("check")).unwrap();
        f.event_loop.run(mode);
        assert_eq!(f.log.take(), ["check", "timer"]);
        timer.close(|_| {});
        check.close(|_| {});
        f.end();
    }
}

#[test]
fn once_is_one_turn_and_says_whether_the_loop_is_alive() {
    let f = Fixture::new();
    let idle = f.event_loop.idle();
    let turns = Rc::new(Cell::new(0));
    idle.start({
        let (idle, turns) = (idle.clone(), turns.clone());
        move |_| {
            turns.set(turns.get() + 1);
            if turns.get() == 3 {
                idle.stop();
            }
        }
    })
    .unwrap();
    assert!(f.event_loop.run(RunMode::Once));
    assert_eq!(turns.get(), 1);
    assert!(f.event_loop.run(RunMode::Once));
    assert!(!f.event_loop.run(RunMode::Once));
    assert_eq!(turns.get(), 3);
    idle.close(|_| {});
    f.end();
}

#[test]
fn nowait_does_not_wait_for_a_timer() {
    let f = Fixture::new();
    let timer = f.event_loop.timer();
    timer.start(1_000_000, 0, f.log.note("timer")).unwrap();
    assert!(f.event_loop.run(RunMode::NoWait));
    assert!(f.log.take().is_empty());
    timer.close(|_| {});
    f.end();
}

#[test]
fn an_empty_loop_runs_nothing() {
    let f = Fixture::new();
    for mode in [RunMode::Default, RunMode::Once, RunMode::NoWait] {
        assert!(!f.event_loop.run(mode));
    }
    assert_eq!(f.event_loop.turn(), 0);
    f.end();
}

#[test]
fn stop_ends_the_run_after_the_present_turn() {
    let f = Fixture::new();
    let (prepare, check) = (f.event_loop.prepare(), f.event_loop.check());
    prepare
        .start({
            let log = f.log.clone();
            move |l| {
                log.push("prepare");
                l.stop();
            }
        })
        .unwrap();
    check.start(f.log.note("check")).unwrap();
    assert!(f.run());
    assert_eq!(f.log.take(), ["prepare", "check"]);
    assert!(f.run(), "the stop is spent, and the next run stops again");
    assert_eq!(f.log.take(), ["prepare", "check"]);
    prepare.close(|_| {});
    check.close(|_| {});
    f.end();
}

#[test]
fn stop_before_run_makes_that_run_do_nothing() {
    let f = Fixture::new();
    let timer = f.event_loop.timer();
    timer.start(0, 0, f.log.note("timer")).unwrap();
    f.event_loop.stop();
    assert!(f.run());
    assert!(f.log.take().is_empty());
    assert!(!f.run());
    assert_eq!(f.log.take(), ["timer"]);
    timer.close(|_| {});
    f.end();
}

#[test]
fn stop_makes_the_poll_return_at_once() {
    let f = Fixture::new();
    let (prepare, timer) = (f.event_loop.prepare(), f.event_loop.timer());
    timer.start(1_000_000_000, 0, |_| {}).unwrap();
    prepare.start(|l| l.stop()).unwrap();
    assert!(f.run());
    prepare.close(|_| {});
    timer.close(|_| {});
    f.end();
}

#[test]
fn deferred_callbacks_get_eight_rounds_after_poll() {
    fn again(l: &EventLoop, count: Rc<Cell<u32>>, limit: u32) {
        count.set(count.get() + 1);
        if count.get() < limit {
            l.defer(move |l| again(l, count, limit));
        }
    }
    let f = Fixture::new();
    let count = Rc::new(Cell::new(0));
    let first = count.clone();
    f.event_loop.defer(move |l| again(l, first, 12));
    assert!(f.event_loop.run(RunMode::NoWait));
    assert_eq!(count.get(), 1 + 8);
    assert!(!f.event_loop.run(RunMode::NoWait));
    assert_eq!(count.get(), 12);
    f.end();
}

#[test]
fn time_stands_still_while_callbacks_run() {
    let f = Fixture::new();
    let prepare = f.event_loop.prepare();
    prepare
        .start({
            let (clock, log) = (f.clock.clone(), f.log.clone());
            move |l| {
                let before = l.now();
                clock.advance(10);
                log.push((l.now() - before).to_string());
                l.update_time();
                log.push((l.now() - before).to_string());
            }
        })
        .unwrap();
    f.turn_after(0);
    assert_eq!(f.log.take(), ["0", "10"]);
    prepare.close(|_| {});
    f.end();
}

#[test]
fn running_an_empty_loop_updates_its_time() {
    let f = Fixture::new();
    f.clock.advance(5);
    assert_eq!(f.event_loop.now(), 0);
    f.run();
    assert_eq!(f.event_loop.now(), 5);
    f.end();
}

#[test]
fn backend_timeout_says_how_long_poll_would_wait() {
    let f = Fixture::new();
    let l = &f.event_loop;
    assert_eq!(l.backend_timeout(), Some(0), "nothing is alive");
    let timer = l.timer();
    timer.start(1000, 0, |_| {}).unwrap();
    assert_eq!(l.backend_timeout(), Some(1000));
    f.clock.advance(400);
    l.update_time();
    assert_eq!(l.backend_timeout(), Some(600));
    f.clock.advance(4000);
    l.update_time();
    assert_eq!(l.backend_timeout(), Some(0), "overdue");
    timer.stop();
    let (wake, _) = l.async_handle(|_| {}).unwrap();
    assert_eq!(l.backend_timeout(), None, "only a wake-up can come");
    let idle = l.idle();
    idle.start(|_| {}).unwrap();
    idle.unref();
    assert_eq!(l.backend_timeout(), Some(0), "an idle watcher runs, ref'd or not");
    idle.stop();
    l.defer(|_| {});
    assert_eq!(l.backend_timeout(), Some(0), "a callback is pending");
    l.run(RunMode::NoWait);
    assert_eq!(l.backend_timeout(), None);
    idle.close(|_| {});
    assert_eq!(l.backend_timeout(), Some(0), "a handle is being closed");
    timer.close(|_| {});
    wake.close(|_| {});
    f.end();
}

#[test]
fn the_wait_ends_when_the_first_timer_is_due() {
    let f = Fixture::real();
    let timer = f.event_loop.timer();
    let start = std::time::Instant::now();
    timer.start(20, 0, f.log.note("timer")).unwrap();
    assert!(!f.run());
    assert_eq!(f.log.take(), ["timer"]);
    assert!(start.elapsed().as_millis() >= 19, "never early");
    timer.close(|_| {});
    f.end();
}

#[test]
fn alive_counts_handles_requests_deferred_callbacks_and_closing_handles() {
    let f = Fixture::new();
    let l = &f.event_loop;
    assert!(!l.alive());
    let timer = l.timer();
    assert!(!l.alive(), "made, not started");
    timer.start(100, 0, |_| {}).unwrap();
    assert!(l.alive());
    timer.unref();
    assert!(!l.alive());
    l.defer(|_| {});
    assert!(l.alive());
    l.run(RunMode::NoWait);
    assert!(!l.alive());
    l.queue_work(|| (), |_, _| {});
    assert!(l.alive());
    l.run(RunMode::Default);
    assert!(!l.alive());
    timer.close(|_| {});
    assert!(l.alive(), "unref'd, but being closed");
    f.end();
}

#[test]
fn close_refuses_while_a_handle_is_open() {
    let f = Fixture::new();
    let timer = f.event_loop.timer();
    assert_eq!(f.event_loop.close(), Err(Errno::EBUSY));
    timer.close(|_| {});
    assert_eq!(f.event_loop.close(), Err(Errno::EBUSY), "its close callback has not run");
    f.run();
    assert_eq!(f.event_loop.close(), Ok(()));
    f.end();
}

#[test]
fn close_of_a_new_loop_is_fine() {
    Fixture::new().end();
}

#[test]
fn walk_visits_every_open_handle() {
    let f = Fixture::new();
    let (timer, check) = (f.event_loop.timer(), f.event_loop.check());
    timer.start(1, 0, |_| {}).unwrap();
    let mut seen = Vec::new();
    f.event_loop.walk(|id, kind| seen.push((id, kind)));
    assert_eq!(seen, [(timer.id(), HandleKind::Timer), (check.id(), HandleKind::Check)]);
    timer.close(|_| {});
    f.event_loop.run(RunMode::NoWait);
    seen.clear();
    f.event_loop.walk(|id, kind| seen.push((id, kind)));
    assert_eq!(seen, [(check.id(), HandleKind::Check)]);
    check.close(|_| {});
    f.end();
}

#[test]
fn walk_may_close_what_it_visits() {
    let f = Fixture::new();
    let timers = [f.event_loop.timer(), f.event_loop.timer()];
    f.event_loop.walk(|id, _| {
        for timer in timers.iter().filter(|t| t.id() == id) {
            timer.close(|_| {});
        }
    });
    f.end();
}

#[test]
fn the_backend_descriptor_is_readable_when_there_is_something_to_do() {
    let f = Fixture::new();
    let (wake, sender) = f.event_loop.async_handle(f.log.note("woken")).unwrap();
    let ready = |timeout| {
        let mut fd = libc::pollfd { fd: f.event_loop.backend_fd(), events: libc::POLLIN, revents: 0 };
        // SAFETY: one pollfd that is alive.
        unsafe { libc::poll(&mut fd, 1, timeout) == 1 }
    };
    assert!(!ready(0));
    sender.send();
    assert!(ready(1000));
    f.event_loop.run(RunMode::NoWait);
    assert_eq!(f.log.take(), ["woken"]);
    assert!(!ready(0));
    wake.close(|_| {});
    f.end();
}

#[test]
fn two_loops_on_a_thread_do_not_mix() {
    let (a, b) = (Fixture::new(), Fixture::new());
    let (in_a, in_b) = (a.event_loop.timer(), b.event_loop.timer());
    in_a.start(0, 0, a.log.note("a")).unwrap();
    in_b.start(0, 0, b.log.note("b")).unwrap();
    a.run();
    assert_eq!(a.log.take(), ["a"]);
    assert!(b.log.take().is_empty());
    b.run();
    assert_eq!(b.log.take(), ["b"]);
    in_a.close(|_| {});
    in_b.close(|_| {});
    a.end();
    b.end();
}

#[test]
fn errors_have_libuv_names_and_words() {
    assert_eq!(Errno::ENOENT.name(), "ENOENT");
    assert_eq!(Errno::ENOENT.message(), "no such file or directory");
    assert_eq!(Errno::ENOENT.code(), -libc::ENOENT);
    assert_eq!(Errno::from_raw(libc::EAGAIN), Errno::EAGAIN);
    assert_eq!(Errno::from_raw(99_999).name(), "UNKNOWN");
    let mut codes: Vec<_> = Errno::ALL.iter().map(|e| e.code()).collect();
    codes.sort_unstable();
    codes.dedup();
    assert_eq!(codes.len(), Errno::ALL.len(), "no number has two names");
}
