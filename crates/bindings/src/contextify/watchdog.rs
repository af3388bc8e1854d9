//! Ending a script after a time, or on SIGINT.
//!
//! A thread of its own waits for the time, the signal or the end of the script, whatever comes first, and
//! terminates JavaScript in the first two cases. It runs no JavaScript itself.

use std::io;
use std::os::fd::{AsFd, AsRawFd, OwnedFd};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::pipe::{PipeFlags, pipe_with};

/// Why a script was ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Why {
    Timeout,
    Interrupt,
}

/// A running watch.
pub struct Watchdog {
    thread: JoinHandle<Option<Why>>,
    /// Dropping it tells the thread that the script is done.
    done: OwnedFd,
    signal: Option<signal_hook_registry::SigId>,
}

impl Watchdog {
    /// Watches the script that `isolate` is about to run. `None` if there is nothing to watch for.
    ///
    /// # Errors
    /// If the system gives no pipe, thread or signal handler.
    pub fn start(isolate: &mut v8::Isolate, timeout: i64, on_interrupt: bool) -> io::Result<Option<Watchdog>> {
        let limit = u64::try_from(timeout).ok().map(Duration::from_millis);
        if limit.is_none() && !on_interrupt {
            return Ok(None);
        }
        let isolate = isolate.thread_safe_handle();
        let (done_seen, done) = pipe_with(PipeFlags::CLOEXEC)?;
        let (interrupt_seen, interrupt) = pipe_with(PipeFlags::CLOEXEC | PipeFlags::NONBLOCK)?;
        let signal = if on_interrupt {
            let action = move || {
                // SAFETY: write is async-signal-safe; the descriptor lives as long as this closure.
                unsafe { libc::write(interrupt.as_raw_fd(), [1u8].as_ptr().cast(), 1) };
            };
            // SAFETY: the action only writes to a pipe.
            Some(unsafe { signal_hook_registry::register(libc::SIGINT, action) }?)
        } else {
            None
        };
        let started = Instant::now();
        let watches_signal = signal.is_some();
        let thread = std::thread::Builder::new().name("vm-watchdog".to_owned()).spawn(move || {
            let why = wait(&done_seen, watches_signal.then_some(&interrupt_seen), started, limit);
            if why.is_some() {
                isolate.terminate_execution();
            }
            why
        })?;
        Ok(Some(Watchdog { thread, done, signal }))
    }

    /// Ends the watch and says whether it ended the script.
    pub fn stop(self) -> Option<Why> {
        drop(self.done);
        if let Some(signal) = self.signal {
            signal_hook_registry::unregister(signal);
        }
        self.thread.join().unwrap_or(None)
    }
}

fn wait(done: &OwnedFd, interrupt: Option<&OwnedFd>, started: Instant, limit: Option<Duration>) -> Option<Why> {
    loop {
        let left = limit.map(|limit| limit.saturating_sub(started.elapsed()));
        if left.is_some_and(|left| left.is_zero()) {
            return Some(Why::Timeout);
        }
        let timeout = left.and_then(|left| Timespec::try_from(left).ok());
        let mut fds = vec![PollFd::from_borrowed_fd(done.as_fd(), PollFlags::IN)];
        fds.extend(interrupt.map(|fd| PollFd::from_borrowed_fd(fd.as_fd(), PollFlags::IN)));
        if poll(&mut fds, timeout.as_ref()).is_err() {
            continue;
        }
        if !fds[0].revents().is_empty() {
            return None;
        }
        if fds.get(1).is_some_and(|fd| fd.revents().contains(PollFlags::IN)) {
            return Some(Why::Interrupt);
        }
    }
}
