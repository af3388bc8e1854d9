//! Signals (<https://docs.libuv.org/en/v1.x/signal.html>).
//!
//! How: a handler may do next to nothing, so ours writes the signal's number into the pipe of every loop that watches it. The
//! pipes are found in a fixed table of atomics, the only state of the process in this crate besides the terminal's original mode.
//! When the last watcher of a signal stops, the signal does what it did by default again.

use std::cell::RefCell;
use std::io::{self, Read};
use std::os::fd::{AsRawFd, FromRawFd, OwnedFd, RawFd};
use std::sync::Mutex;
use std::sync::atomic::{AtomicI32, Ordering};

use crate::handle::{Handle, HandleId, HandleKind};
use crate::poller::Poller;
use crate::{Errno, EventLoop, handle_type};

const SIGNALS: usize = 65;
const LOOPS: usize = 32;

/// For each signal the pipes to write to, as descriptor + 1; 0 is a free place.
static PIPES: [[AtomicI32; LOOPS]; SIGNALS] = [const { [const { AtomicI32::new(0) }; LOOPS] }; SIGNALS];

/// Held while a signal's handler is set or removed.
static CHANGE: Mutex<()> = Mutex::new(());

extern "C" fn on_signal(number: libc::c_int) {
    // SAFETY: errno belongs to the code that was interrupted: it is put back below.
    let errno = unsafe { *libc::__errno_location() };
    let byte = number as u8;
    for pipe in &PIPES[number as usize] {
        let fd = pipe.load(Ordering::Acquire);
        if fd > 0 {
            // SAFETY: write is async-signal-safe, and one byte of the stack is alive. A full pipe holds enough signals already.
            unsafe { libc::write(fd - 1, (&raw const byte).cast(), 1) };
        }
    }
    // SAFETY: as above.
    unsafe { *libc::__errno_location() = errno };
}

fn set_disposition(number: i32, handler: libc::sighandler_t) -> Result<(), Errno> {
    // SAFETY: all-zero is a valid sigaction to be filled.
    let mut action: libc::sigaction = unsafe { std::mem::zeroed() };
    action.sa_sigaction = handler;
    action.sa_flags = libc::SA_RESTART;
    // SAFETY: the set is alive; the handler does only what handlers may do.
    let result = unsafe {
        libc::sigfillset(&mut action.sa_mask);
        libc::sigaction(number, &action, std::ptr::null_mut())
    };
    if result == 0 { Ok(()) } else { Err(Errno::last()) }
}

fn watch(number: i32, fd: RawFd) -> Result<(), Errno> {
    let _guard = CHANGE.lock().unwrap_or_else(|e| e.into_inner());
    let places = &PIPES[number as usize];
    if places.iter().any(|p| p.load(Ordering::Acquire) == fd + 1) {
        return Ok(());
    }
    let first = places.iter().all(|p| p.load(Ordering::Acquire) == 0);
    let place = places.iter().find(|p| p.load(Ordering::Acquire) == 0).ok_or(Errno::EMFILE)?;
    place.store(fd + 1, Ordering::Release);
    let result = if first { set_disposition(number, on_signal as *const () as libc::sighandler_t) } else { Ok(()) };
    if result.is_err() {
        place.store(0, Ordering::Release);
    }
    result
}

fn unwatch(number: i32, fd: RawFd) {
    let _guard = CHANGE.lock().unwrap_or_else(|e| e.into_inner());
    let places = &PIPES[number as usize];
    if let Some(place) = places.iter().find(|p| p.load(Ordering::Acquire) == fd + 1) {
        place.store(0, Ordering::Release);
        if places.iter().all(|p| p.load(Ordering::Acquire) == 0) {
            // It was set before, so it can be set back.
            let _ = set_disposition(number, libc::SIG_DFL);
        }
    }
}

/// The signal watchers of a loop.
#[derive(Default)]
pub(crate) struct Signals {
    pipe: RefCell<Option<(OwnedFd, OwnedFd)>>,
    /// (signal, handle, one shot) in the order in which they were started.
    watchers: RefCell<Vec<(i32, HandleId, bool)>>,
}

impl Signals {
    fn write_end(&self, poller: &Poller) -> io::Result<RawFd> {
        let mut pipe = self.pipe.borrow_mut();
        if let Some((_, write)) = pipe.as_ref() {
            return Ok(write.as_raw_fd());
        }
        let flags = rustix::pipe::PipeFlags::CLOEXEC | rustix::pipe::PipeFlags::NONBLOCK;
        let (read, write) = rustix::pipe::pipe_with(flags)?;
        poller.register_signals(read.as_raw_fd())?;
        let fd = write.as_raw_fd();
        *pipe = Some((read, write));
        Ok(fd)
    }

    pub fn stop(&self, id: HandleId) {
        let mut watchers = self.watchers.borrow_mut();
        let Some(index) = watchers.iter().position(|w| w.1 == id) else { return };
        let (number, ..) = watchers.remove(index);
        let unused = watchers.iter().all(|w| w.0 != number);
        drop(watchers);
        if let (true, Some((_, write))) = (unused, self.pipe.borrow().as_ref()) {
            unwatch(number, write.as_raw_fd());
        }
    }
}

impl Drop for Signals {
    fn drop(&mut self) {
        if let Some((_, write)) = self.pipe.borrow().as_ref() {
            for number in 1..SIGNALS {
                unwatch(number as i32, write.as_raw_fd());
            }
        }
    }
}

handle_type! {
    /// Watches one signal.
    Signal
}

impl EventLoop {
    /// A new signal handle, not started.
    pub fn signal(&self) -> Signal {
        Signal::name(self, self.open(HandleKind::Signal))
    }

    /// Calls the watchers of the signals that have come.
    pub(crate) fn drain_signals(&self) {
        let signals = &self.inner.signals;
        let mut numbers = Vec::new();
        if let Some((read, _)) = signals.pipe.borrow().as_ref() {
            // SAFETY: the descriptor is alive, and `ManuallyDrop` keeps the file from closing it.
            let mut file = std::mem::ManuallyDrop::new(unsafe { std::fs::File::from_raw_fd(read.as_raw_fd()) });
            let mut bytes = [0; 256];
            while let Ok(n @ 1..) = file.read(&mut bytes) {
                numbers.extend_from_slice(&bytes[..n]);
            }
        }
        for number in numbers {
            let watchers: Vec<_> =
                signals.watchers.borrow().iter().filter(|w| w.0 == i32::from(number)).copied().collect();
            for watcher @ (_, id, once) in watchers {
                // An earlier one may have stopped it.
                if !signals.watchers.borrow().contains(&watcher) {
                    continue;
                }
                if once {
                    Signal::name(self, id).stop();
                }
                self.call_handle(id);
            }
        }
    }
}

impl Signal {
    /// Calls `callback` whenever the signal comes. Started again, it watches the new signal.
    ///
    /// # Errors
    /// EINVAL for a signal that does not exist or cannot be watched, or on a closing handle.
    pub fn start(&self, number: i32, callback: impl FnMut(&EventLoop) + 'static) -> Result<(), Errno> {
        self.begin(number, false, Box::new(callback))
    }

    /// As [`Signal::start`], for one time.
    ///
    /// # Errors
    /// As [`Signal::start`].
    pub fn start_oneshot(&self, number: i32, callback: impl FnMut(&EventLoop) + 'static) -> Result<(), Errno> {
        self.begin(number, true, Box::new(callback))
    }

    fn begin(&self, number: i32, once: bool, callback: crate::Callback) -> Result<(), Errno> {
        if self.is_closing() || number <= 0 || number as usize >= SIGNALS {
            return Err(Errno::EINVAL);
        }
        let inner = &self.event_loop.inner;
        let fd = inner.signals.write_end(&inner.poller)?;
        watch(number, fd)?;
        self.stop_other_than(number);
        let old = inner.handles.borrow_mut().get_mut(self.id).and_then(|s| s.callback.replace(callback));
        drop(old);
        let mut watchers = inner.signals.watchers.borrow_mut();
        watchers.retain(|w| w.1 != self.id);
        watchers.push((number, self.id, once));
        drop(watchers);
        inner.handles.borrow_mut().set_active(self.id, true);
        Ok(())
    }

    fn stop_other_than(&self, number: i32) {
        let signals = &self.event_loop.inner.signals;
        let other = signals.watchers.borrow().iter().any(|w| w.1 == self.id && w.0 != number);
        if other {
            signals.stop(self.id);
        }
    }

    /// Stops watching; nothing happens if it is not started.
    pub fn stop(&self) {
        self.event_loop.inner.signals.stop(self.id);
        self.event_loop.inner.handles.borrow_mut().set_active(self.id, false);
    }
}
