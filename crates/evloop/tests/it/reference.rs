//! What ref and unref do, for every kind of handle.

use phasor_evloop::{Handle, PollEvents, RunMode};

use crate::support::{Fixture, Folder, socket_pair};

/// Checks the arithmetic on a handle that is active.
fn holds_the_loop_only_while_referenced(f: &Fixture, handle: &impl Handle) {
    assert!(handle.has_ref());
    assert!(f.event_loop.alive());
    handle.unref();
    handle.unref();
    assert!(!handle.has_ref());
    assert!(handle.is_active(), "unref does not stop it");
    assert!(!f.event_loop.run(RunMode::Default));
    handle.ref_();
    handle.ref_();
    assert!(f.event_loop.alive());
    handle.unref();
    assert!(!f.event_loop.alive(), "ref does not count");
}

#[test]
fn timer() {
    let f = Fixture::new();
    let handle = f.event_loop.timer();
    handle.start(1000, 0, |_| panic!("not due")).unwrap();
    holds_the_loop_only_while_referenced(&f, &handle);
    handle.close(|_| {});
    f.end();
}

#[test]
fn idle_prepare_check() {
    let f = Fixture::new();
    let (idle, prepare, check) = (f.event_loop.idle(), f.event_loop.prepare(), f.event_loop.check());
    idle.start(|_| {}).unwrap();
    holds_the_loop_only_while_referenced(&f, &idle);
    prepare.start(|_| {}).unwrap();
    holds_the_loop_only_while_referenced(&f, &prepare);
    check.start(|_| {}).unwrap();
    holds_the_loop_only_while_referenced(&f, &check);
    idle.close(|_| {});
    prepare.close(|_| {});
    check.close(|_| {});
    f.end();
}

#[test]
fn async_handle() {
    let f = Fixture::new();
    let (handle, _) = f.event_loop.async_handle(|_| {}).unwrap();
    holds_the_loop_only_while_referenced(&f, &handle);
    handle.close(|_| {});
    f.end();
}

#[test]
fn poll() {
    use std::os::fd::AsRawFd;
    let f = Fixture::new();
    let (a, _b) = socket_pair();
    let handle = f.event_loop.poll_handle();
    handle.start(a.as_raw_fd(), PollEvents::READABLE, |_, _| {}).unwrap();
    holds_the_loop_only_while_referenced(&f, &handle);
    handle.close(|_| {});
    f.end();
}

#[test]
fn signal() {
    let f = Fixture::new();
    let handle = f.event_loop.signal();
    handle.start(libc::SIGWINCH, |_| {}).unwrap();
    holds_the_loop_only_while_referenced(&f, &handle);
    handle.close(|_| {});
    f.end();
}

#[test]
fn stream_that_reads() {
    use std::os::fd::IntoRawFd;
    let f = Fixture::new();
    let (a, _b) = socket_pair();
    let handle = f.event_loop.pipe();
    handle.open(a.into_raw_fd()).unwrap();
    assert!(!f.event_loop.alive(), "open, but idle");
    handle.read_start(|_, _| {}).unwrap();
    holds_the_loop_only_while_referenced(&f, &handle);
    handle.close(|_| {});
    f.end();
}

#[test]
fn stream_that_listens() {
    let f = Fixture::new();
    let folder = Folder::new();
    let handle = f.event_loop.pipe();
    handle.bind_path(folder.path("socket").as_bytes()).unwrap();
    handle.listen(5, |_, _| {}).unwrap();
    holds_the_loop_only_while_referenced(&f, &handle);
    handle.close(|_| {});
    f.end();
}

#[test]
fn fs_event() {
    let f = Fixture::new();
    let folder = Folder::new();
    let handle = f.event_loop.fs_event();
    handle.start(&folder.path(""), |_, _| {}).unwrap();
    holds_the_loop_only_while_referenced(&f, &handle);
    handle.close(|_| {});
    f.end();
}

#[test]
fn unref_before_start_counts_from_the_start_on() {
    let f = Fixture::new();
    let timer = f.event_loop.timer();
    timer.unref();
    timer.start(10, 0, f.log.note("never")).unwrap();
    assert!(!f.run());
    assert!(f.log.take().is_empty());
    timer.close(|_| {});
    f.end();
}

#[test]
fn unref_in_a_callback_ends_the_run() {
    let f = Fixture::new();
    let prepare = f.event_loop.prepare();
    let timer = f.event_loop.timer();
    timer.start(0, 0, |_| {}).unwrap();
    prepare
        .start({
            let prepare = prepare.clone();
            move |_| prepare.unref()
        })
        .unwrap();
    assert!(!f.run());
    prepare.close(|_| {});
    timer.close(|_| {});
    f.end();
}
