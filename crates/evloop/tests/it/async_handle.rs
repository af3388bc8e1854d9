//! Waking a loop from other threads.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

use phasor_evloop::{Async, AsyncSender, Handle, RunMode};

use crate::support::Fixture;

#[test]
fn sends_before_the_callback_are_one_call() {
    let f = Fixture::new();
    let (handle, sender) = f.event_loop.async_handle(f.log.note("woken")).unwrap();
    for _ in 0..10 {
        sender.send();
    }
    f.turn_after(0);
    assert_eq!(f.log.take(), ["woken"]);
    f.turn_after(0);
    assert!(f.log.take().is_empty(), "nothing is left over");
    handle.close(|_| {});
    f.end();
}

#[test]
fn a_send_in_the_callback_calls_again_in_the_next_turn() {
    let f = Fixture::new();
    let sender = Rc::new(RefCell::new(None::<AsyncSender>));
    let calls = Rc::new(Cell::new(0));
    let (handle, made) = f
        .event_loop
        .async_handle({
            let (sender, calls) = (sender.clone(), calls.clone());
            move |_| {
                calls.set(calls.get() + 1);
                if calls.get() == 1 {
                    sender.borrow().as_ref().unwrap().send();
                }
            }
        })
        .unwrap();
    made.send();
    *sender.borrow_mut() = Some(made);
    f.turn_after(0);
    assert_eq!(calls.get(), 1);
    f.turn_after(0);
    assert_eq!(calls.get(), 2);
    f.turn_after(0);
    assert_eq!(calls.get(), 2);
    handle.close(|_| {});
    f.end();
}

#[test]
fn a_thread_wakes_a_loop_that_waits() {
    let f = Fixture::real();
    let slot = Rc::new(Cell::new(None::<Async>));
    let (handle, sender) = f
        .event_loop
        .async_handle({
            let (slot, log) = (slot.clone(), f.log.clone());
            move |_| {
                log.push("woken");
                slot.take().unwrap().close(|_| {});
            }
        })
        .unwrap();
    slot.set(Some(handle));
    let thread = thread::spawn(move || sender.send());
    assert!(!f.run(), "waits until the send comes");
    assert_eq!(f.log.take(), ["woken"]);
    thread.join().unwrap();
    f.end();
}

#[test]
fn no_send_is_lost_between_threads() {
    const THREADS: u32 = 3;
    const SENDS: u32 = 2000;
    let f = Fixture::real();
    let sent = Arc::new(AtomicU32::new(0));
    let seen = Rc::new(Cell::new(0));
    let slot = Rc::new(Cell::new(None::<Async>));
    let (handle, sender) = f
        .event_loop
        .async_handle({
            let (sent, seen, slot) = (sent.clone(), seen.clone(), slot.clone());
            move |_| {
                seen.set(sent.load(Ordering::SeqCst));
                if seen.get() == THREADS * SENDS {
                    slot.take().unwrap().close(|_| {});
                }
            }
        })
        .unwrap();
    slot.set(Some(handle));
    let threads: Vec<_> = (0..THREADS)
        .map(|_| {
            let (sent, sender) = (sent.clone(), sender.clone());
            thread::spawn(move || {
                for _ in 0..SENDS {
                    sent.fetch_add(1, Ordering::SeqCst);
                    sender.send();
                }
            })
        })
        .collect();
    // Ends only if the last count is seen, that is if the send after it was not lost.
    assert!(!f.run());
    assert_eq!(seen.get(), THREADS * SENDS);
    for thread in threads {
        thread.join().unwrap();
    }
    f.end();
}

#[test]
fn handles_are_called_in_the_order_of_their_creation() {
    let f = Fixture::new();
    let (a, wake_a) = f.event_loop.async_handle(f.log.note("a")).unwrap();
    let (b, wake_b) = f.event_loop.async_handle(f.log.note("b")).unwrap();
    let (c, wake_c) = f.event_loop.async_handle(f.log.note("c")).unwrap();
    wake_c.send();
    wake_a.send();
    wake_b.send();
    f.turn_after(0);
    assert_eq!(f.log.take(), ["a", "b", "c"]);
    for handle in [a, b, c] {
        handle.close(|_| {});
    }
    f.end();
}

#[test]
fn a_send_is_not_delivered_once_the_handle_is_closed() {
    let f = Fixture::new();
    let (handle, sender) = f.event_loop.async_handle(f.log.note("never")).unwrap();
    sender.send();
    handle.close({
        let log = f.log.clone();
        move |_| log.push("closed")
    });
    f.run();
    assert_eq!(f.log.take(), ["closed"]);
    sender.send();
    f.run();
    assert!(f.log.take().is_empty());
    f.end();
}

#[test]
fn a_handle_closed_by_an_earlier_one_of_the_pass_is_skipped() {
    let f = Fixture::new();
    let slot = Rc::new(Cell::new(None::<Async>));
    let (a, wake_a) = f
        .event_loop
        .async_handle({
            let (slot, log) = (slot.clone(), f.log.clone());
            move |_| {
                log.push("a");
                slot.take().unwrap().close(|_| {});
            }
        })
        .unwrap();
    let (b, wake_b) = f.event_loop.async_handle(f.log.note("b")).unwrap();
    slot.set(Some(b));
    wake_a.send();
    wake_b.send();
    f.turn_after(0);
    assert_eq!(f.log.take(), ["a"]);
    a.close(|_| {});
    f.end();
}

#[test]
fn it_is_active_and_keeps_the_loop_alive_from_the_beginning() {
    let f = Fixture::new();
    let (handle, _) = f.event_loop.async_handle(|_| {}).unwrap();
    assert!(handle.is_active() && handle.has_ref());
    assert!(f.event_loop.alive());
    handle.close(|_| {});
    assert!(!handle.is_active());
    f.end();
}

#[test]
fn unreferenced_it_is_still_called_while_something_else_runs() {
    let f = Fixture::new();
    let (handle, sender) = f.event_loop.async_handle(f.log.note("woken")).unwrap();
    handle.unref();
    sender.send();
    assert!(!f.run());
    assert!(f.log.take().is_empty(), "nothing keeps the loop");
    let idle = f.event_loop.idle();
    idle.start(|_| {}).unwrap();
    f.event_loop.run(RunMode::NoWait);
    assert_eq!(f.log.take(), ["woken"], "the send has waited");
    idle.close(|_| {});
    handle.close(|_| {});
    f.end();
}

#[test]
fn a_sender_may_outlive_its_loop() {
    let f = Fixture::new();
    let (handle, sender) = f.event_loop.async_handle(|_| {}).unwrap();
    handle.close(|_| {});
    f.end();
    thread::spawn(move || sender.send()).join().unwrap();
}
