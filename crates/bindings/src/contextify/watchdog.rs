//! Ending a script after a time, or on SIGINT.
//!
//! A thread of its own waits for the time, the signal or the end of the script, whatever comes first, with a loop of its
//! own. It terminates JavaScript in the first two cases and runs none itself.

use std::cell::Cell;
use std::io;
use std::rc::Rc;
use std::sync::mpsc;
use std::thread::JoinHandle;

use phasor_evloop::{AsyncSender, Errno, EventLoop, RunMode};

/// Why a script was ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Why {
    Timeout,
    Interrupt,
}

/// A running watch.
pub struct Watchdog {
    thread: JoinHandle<Option<Why>>,
    /// Tells the thread that the script is done.
    done: AsyncSender,
}

impl Watchdog {
    /// Watches the script that `isolate` is about to run; a negative `timeout` is none. `None` if there is nothing
    /// to watch for.
    ///
    /// # Errors
    /// If the system gives no thread, loop or signal handler.
    pub fn start(isolate: &mut v8::Isolate, timeout: i64, on_interrupt: bool) -> io::Result<Option<Watchdog>> {
        let limit = u64::try_from(timeout).ok();
        if limit.is_none() && !on_interrupt {
            return Ok(None);
        }
        let isolate = isolate.thread_safe_handle();
        let (ready, is_ready) = mpsc::channel();
        let thread = std::thread::Builder::new().name("vm-watchdog".to_owned()).spawn(move || {
            let why = Rc::new(Cell::new(None));
            match watch(limit, on_interrupt, &why) {
                Ok((event_loop, done)) => {
                    let _ = ready.send(Ok(done));
                    event_loop.run(RunMode::Default);
                }
                Err(error) => {
                    let _ = ready.send(Err(error));
                }
            }
            if why.get().is_some() {
                isolate.terminate_execution();
            }
            why.get()
        })?;
        // The signal must be caught before the script starts.
        match is_ready.recv() {
            Ok(Ok(done)) => Ok(Some(Watchdog { thread, done })),
            Ok(Err(error)) => Err(error),
            Err(_) => Err(io::Error::other("the thread ended")),
        }
    }

    /// Ends the watch and says whether it ended the script.
    pub fn stop(self) -> Option<Why> {
        self.done.send();
        self.thread.join().unwrap_or(None)
    }
}

/// A loop that stops for the first of the events; `why` says for which.
fn watch(limit: Option<u64>, on_interrupt: bool, why: &Rc<Cell<Option<Why>>>) -> io::Result<(EventLoop, AsyncSender)> {
    let system = |errno: Errno| io::Error::from_raw_os_error(errno.code().abs());
    let event_loop = EventLoop::new()?;
    let (_, done) = event_loop.async_handle(EventLoop::stop).map_err(system)?;
    if let Some(limit) = limit {
        let why = why.clone();
        let timed_out = move |event_loop: &EventLoop| {
            why.set(Some(Why::Timeout));
            event_loop.stop();
        };
        event_loop.timer().start(limit, 0, timed_out).map_err(system)?;
    }
    if on_interrupt {
        let why = why.clone();
        let interrupted = move |event_loop: &EventLoop| {
            why.set(Some(Why::Interrupt));
            event_loop.stop();
        };
        event_loop.signal().start(libc::SIGINT, interrupted).map_err(system)?;
    }
    Ok((event_loop, done))
}
