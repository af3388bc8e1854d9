//! Readiness of any descriptor (<https://docs.libuv.org/en/v1.x/poll.html>).

use std::ops::BitOr;
use std::os::fd::RawFd;

use mio::Interest;

use crate::handle::{Handle, HandleKind};
use crate::poller::Readiness;
use crate::{Errno, EventLoop, handle_type};

/// A set of events.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct PollEvents(u8);

impl PollEvents {
    /// Data can be read.
    pub const READABLE: PollEvents = PollEvents(1);
    /// Data can be written.
    pub const WRITABLE: PollEvents = PollEvents(2);
    /// The peer has closed.
    pub const DISCONNECT: PollEvents = PollEvents(4);
    /// Out-of-band data, or a change of a sysfs file.
    pub const PRIORITIZED: PollEvents = PollEvents(8);

    /// Whether all of `other` is in the set.
    pub fn contains(self, other: PollEvents) -> bool {
        self.0 & other.0 == other.0
    }

    /// Whether the set is empty.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    fn interest(self) -> Interest {
        let mut interest = if self.contains(PollEvents::WRITABLE) { Interest::WRITABLE } else { Interest::READABLE };
        if self.contains(PollEvents::READABLE) || self.contains(PollEvents::DISCONNECT) {
            interest = interest.add(Interest::READABLE);
        }
        #[cfg(target_os = "linux")]
        if self.contains(PollEvents::PRIORITIZED) {
            interest = interest.add(Interest::PRIORITY);
        }
        interest
    }

    fn of(readiness: Readiness, wanted: PollEvents) -> PollEvents {
        // An error makes the descriptor ready for whatever is asked, as a call then says what is wrong.
        let mut events = PollEvents::default();
        for (event, happened) in [
            (PollEvents::READABLE, readiness.readable || readiness.hangup),
            (PollEvents::WRITABLE, readiness.writable || readiness.hangup),
            (PollEvents::DISCONNECT, readiness.hangup),
            (PollEvents::PRIORITIZED, readiness.priority),
        ] {
            if happened && wanted.contains(event) {
                events = events | event;
            }
        }
        events
    }
}

impl BitOr for PollEvents {
    type Output = PollEvents;

    fn bitor(self, other: PollEvents) -> PollEvents {
        PollEvents(self.0 | other.0)
    }
}

handle_type! {
    /// Watches a descriptor that somebody else owns.
    Poll
}

impl EventLoop {
    /// A new poll handle, not started.
    pub fn poll_handle(&self) -> Poll {
        Poll::name(self, self.open(HandleKind::Poll))
    }
}

impl Poll {
    /// Calls `callback` whenever one of `events` holds for `fd`, as long as it does. Started again, it
    /// watches the new descriptor and events.
    ///
    /// The descriptor must stay open until the handle is stopped or closed.
    ///
    /// # Errors
    /// EPERM for a regular file, which cannot be polled; EBADF; EEXIST if the loop watches the descriptor already; EINVAL on a closing handle
    /// or for no events.
    pub fn start(
        &self,
        fd: RawFd,
        events: PollEvents,
        mut callback: impl FnMut(&EventLoop, PollEvents) + 'static,
    ) -> Result<(), Errno> {
        if self.is_closing() || events.is_empty() {
            return Err(Errno::EINVAL);
        }
        self.stop();
        let id = self.id;
        let report = move |event_loop: &EventLoop, readiness: Readiness| {
            let happened = PollEvents::of(readiness, events);
            if happened.is_empty() {
                return;
            }
            callback(event_loop, happened);
            // Level-triggered: what still holds is reported again. A failure means that the descriptor is gone.
            let _ = event_loop.inner.poller.rewatch(id, events.interest());
        };
        self.event_loop.inner.poller.watch(id, fd, events.interest(), Box::new(report))?;
        self.event_loop.inner.handles.borrow_mut().set_active(id, true);
        Ok(())
    }

    /// Stops it; nothing happens if it is not started.
    pub fn stop(&self) {
        self.event_loop.inner.poller.release(self.id);
        self.event_loop.inner.handles.borrow_mut().set_active(self.id, false);
    }
}
