//! The poll phase: mio underneath, libuv's level-triggered behaviour above.
//!
//! mio reports edges: a descriptor that stays readable is reported once. So a watcher that stops before the kernel
//! says EAGAIN puts itself on the ready list; while that is not empty the next poll does not block, and
//! those watchers are served again after what the kernel reports.

use std::cell::{Cell, RefCell};
use std::io;
use std::os::fd::{AsRawFd, RawFd};
use std::time::{Duration, Instant};

use mio::unix::SourceFd;
use mio::{Events, Interest, Token};

use crate::EventLoop;
use crate::handle::HandleId;
use crate::recorder::Event;

/// The token of the waker pipe; no handle has it.
pub(crate) const WAKE_TOKEN: usize = usize::MAX;
/// The token of the signal pipe.
pub(crate) const SIGNAL_TOKEN: usize = usize::MAX - 1;
/// The token of the loop's inotify descriptor.
pub(crate) const CHANGES_TOKEN: usize = usize::MAX - 2;

/// What an io watcher is told.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) struct Readiness {
    pub readable: bool,
    pub writable: bool,
    /// The peer closed, or an error is pending.
    pub hangup: bool,
    pub priority: bool,
}

/// Called with what became ready.
pub(crate) type IoCallback = Box<dyn FnMut(&EventLoop, Readiness)>;

struct Watcher {
    id: HandleId,
    fd: RawFd,
    /// Whether it is called when the others of a poll were.
    last: bool,
    /// Taken out while it is called.
    callback: Option<IoCallback>,
}

pub(crate) struct Poller {
    poll: RefCell<mio::Poll>,
    events: RefCell<Events>,
    /// What the kernel reported, while it is being worked off.
    reported: RefCell<Vec<(usize, Readiness)>>,
    watchers: RefCell<Vec<Option<Watcher>>>,
    ready: RefCell<Vec<(HandleId, Readiness)>>,
    fd: Cell<RawFd>,
}

/// Events taken from the kernel at once.
const BATCH: usize = 1024;

impl Poller {
    pub fn new() -> io::Result<Poller> {
        let poll = mio::Poll::new()?;
        let fd = poll.as_raw_fd();
        Ok(Poller {
            poll: RefCell::new(poll),
            events: RefCell::new(Events::with_capacity(BATCH)),
            reported: RefCell::default(),
            watchers: RefCell::default(),
            ready: RefCell::default(),
            fd: Cell::new(fd),
        })
    }

    pub fn fd(&self) -> RawFd {
        self.fd.get()
    }

    pub fn register_wakes(&self, receiver: &mut mio::unix::pipe::Receiver) -> io::Result<()> {
        self.poll.borrow().registry().register(receiver, Token(WAKE_TOKEN), Interest::READABLE)
    }

    pub fn register_signals(&self, fd: RawFd) -> io::Result<()> {
        self.poll.borrow().registry().register(&mut SourceFd(&fd), Token(SIGNAL_TOKEN), Interest::READABLE)
    }

    pub fn register_changes(&self, fd: RawFd) -> io::Result<()> {
        self.poll.borrow().registry().register(&mut SourceFd(&fd), Token(CHANGES_TOKEN), Interest::READABLE)
    }

    /// Watches `fd` for `id` from now on. The descriptor must stay open until [`Poller::release`].
    pub fn watch(&self, id: HandleId, fd: RawFd, interest: Interest, callback: IoCallback) -> io::Result<()> {
        let poll = self.poll.borrow();
        poll.registry().register(&mut SourceFd(&fd), Token(id.to_token()), interest)?;
        let mut watchers = self.watchers.borrow_mut();
        let index = id.index as usize;
        if index >= watchers.len() {
            watchers.resize_with(index + 1, || None);
        }
        let old = watchers[index].replace(Watcher { id, fd, last: false, callback: Some(callback) });
        drop(watchers);
        drop(old);
        Ok(())
    }

    /// As [`Poller::watch`] for a descriptor that says that a child ended: called when everything else that one poll reported
    /// was served, so that what the child wrote is read before its end is told. libuv does so, since it learns of children by
    /// a signal.
    pub fn watch_last(&self, id: HandleId, fd: RawFd, callback: IoCallback) -> io::Result<()> {
        self.watch(id, fd, Interest::READABLE, callback)?;
        self.with(id, |watcher| watcher.last = true);
        Ok(())
    }

    /// Changes what is watched; also has the kernel report again what is ready now.
    pub fn rewatch(&self, id: HandleId, interest: Interest) -> io::Result<()> {
        let fd = self.watchers.borrow().get(id.index as usize).and_then(|w| w.as_ref()).map(|w| w.fd);
        let Some(fd) = fd else { return Ok(()) };
        self.poll.borrow().registry().reregister(&mut SourceFd(&fd), Token(id.to_token()), interest)
    }

    /// Stops watching for `id`.
    pub fn release(&self, id: HandleId) {
        let mut watchers = self.watchers.borrow_mut();
        let slot = watchers.get_mut(id.index as usize).filter(|w| w.as_ref().is_some_and(|w| w.id == id));
        let Some(watcher) = slot.and_then(Option::take) else { return };
        drop(watchers);
        // The descriptor may be closed already, which ended the registration by itself.
        let _ = self.poll.borrow().registry().deregister(&mut SourceFd(&watcher.fd));
        self.ready.borrow_mut().retain(|(ready, _)| *ready != id);
    }

    /// Has `id` called again in the next poll phase, which will not wait.
    pub fn requeue(&self, id: HandleId, readiness: Readiness) {
        self.ready.borrow_mut().push((id, readiness));
    }

    pub fn has_ready(&self) -> bool {
        !self.ready.borrow().is_empty()
    }

    /// Waits and calls what became ready.
    pub fn wait(&self, event_loop: &EventLoop, timeout: Option<Duration>) {
        let ready = std::mem::take(&mut *self.ready.borrow_mut());
        let mut timeout = timeout;
        // More than a batch at once is common only under load: then take more, but do not starve the other phases.
        for _ in 0..MAX_BATCHES {
            let count = self.collect(event_loop, timeout);
            self.dispatch(event_loop);
            if count < BATCH {
                break;
            }
            timeout = Some(Duration::ZERO);
        }
        for (id, readiness) in ready {
            self.call(event_loop, id, readiness);
        }
    }

    /// Takes one batch from the kernel; a signal that interrupts is no reason to return early.
    fn collect(&self, event_loop: &EventLoop, timeout: Option<Duration>) -> usize {
        // Without a wait there is no time to be measured.
        let started = (timeout != Some(Duration::ZERO)).then(Instant::now);
        let mut left = timeout;
        let mut events = self.events.borrow_mut();
        loop {
            match self.poll.borrow_mut().poll(&mut events, left) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {
                    let waited = started.map_or(Duration::ZERO, |s| s.elapsed());
                    left = timeout.map(|t| t.saturating_sub(waited));
                }
                _ => break,
            }
        }
        if let Some(started) = started {
            event_loop.record(|| Event::Blocked(started.elapsed()));
        }
        let mut reported = self.reported.borrow_mut();
        for event in events.iter() {
            let readiness = Readiness {
                readable: event.is_readable(),
                writable: event.is_writable(),
                hangup: event.is_error() || event.is_read_closed() || event.is_write_closed(),
                priority: event.is_priority(),
            };
            reported.push((event.token().0, readiness));
        }
        reported.len()
    }

    fn dispatch(&self, event_loop: &EventLoop) {
        event_loop.update_time();
        let mut reported = std::mem::take(&mut *self.reported.borrow_mut());
        // Signals and the ends of children come after everything else, as in libuv.
        let mut last = Vec::new();
        for (token, readiness) in reported.drain(..) {
            match token {
                WAKE_TOKEN => event_loop.drain_wakes(),
                CHANGES_TOKEN => event_loop.drain_changes(),
                SIGNAL_TOKEN => last.push((token, readiness)),
                _ if self.with(HandleId::from_token(token), |watcher| watcher.last) == Some(true) => {
                    last.push((token, readiness))
                }
                _ => self.call(event_loop, HandleId::from_token(token), readiness),
            }
        }
        for (token, readiness) in last {
            match token {
                SIGNAL_TOKEN => event_loop.drain_signals(),
                _ => self.call(event_loop, HandleId::from_token(token), readiness),
            }
        }
        // The vector's memory is used again.
        *self.reported.borrow_mut() = reported;
    }

    fn call(&self, event_loop: &EventLoop, id: HandleId, readiness: Readiness) {
        let Some(mut callback) = self.with(id, |watcher| watcher.callback.take()).flatten() else { return };
        callback(event_loop, readiness);
        let mut callback = Some(callback);
        self.with(id, |watcher| {
            if watcher.callback.is_none() {
                watcher.callback = callback.take();
            }
        });
        drop(callback);
    }

    fn with<R>(&self, id: HandleId, body: impl FnOnce(&mut Watcher) -> R) -> Option<R> {
        let mut watchers = self.watchers.borrow_mut();
        let watcher = watchers.get_mut(id.index as usize)?.as_mut()?;
        (watcher.id == id).then(|| body(watcher))
    }
}

const MAX_BATCHES: usize = 48;
