//! Idle, prepare and check watchers, from one definition
//! (<https://docs.libuv.org/en/v1.x/idle.html>, prepare, check).

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;

use crate::handle::{HandleId, HandleKind};
use crate::{Errno, EventLoop, handle_type};

/// Which of the three.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum WatcherKind {
    Idle,
    Prepare,
    Check,
}

/// The started watchers of one kind, in the order in which they run: a watcher started later runs earlier.
///
/// An entry whose watcher was stopped or restarted meanwhile is stale: its number of the start is not the watcher's.
#[derive(Default)]
pub(crate) struct Watchers {
    queue: RefCell<VecDeque<(HandleId, u64)>>,
    /// What is left of the pass that is going on.
    pass: RefCell<VecDeque<(HandleId, u64)>>,
    started: Cell<usize>,
}

impl Watchers {
    pub fn is_empty(&self) -> bool {
        self.started.get() == 0
    }
}

impl EventLoop {
    pub(crate) fn run_watchers(&self, kind: WatcherKind) {
        let watchers = self.watchers(kind);
        if watchers.queue.borrow().is_empty() {
            return;
        }
        std::mem::swap(&mut *watchers.queue.borrow_mut(), &mut *watchers.pass.borrow_mut());
        loop {
            let next = watchers.pass.borrow_mut().pop_front();
            let Some((id, started)) = next else { break };
            let current = self.inner.handles.borrow().get(id).is_some_and(|s| s.active && s.started == started);
            if current {
                watchers.queue.borrow_mut().push_back((id, started));
                self.call_handle(id);
            }
        }
    }

    fn start_watcher(
        &self,
        kind: WatcherKind,
        id: HandleId,
        callback: impl FnMut(&EventLoop) + 'static,
    ) -> Result<(), Errno> {
        let started = self.next_start();
        let mut handles = self.inner.handles.borrow_mut();
        let state = handles.get_mut(id).filter(|s| !s.closing).ok_or(Errno::EINVAL)?;
        if state.active {
            return Ok(());
        }
        state.started = started;
        let old = state.callback.replace(Box::new(callback));
        handles.set_active(id, true);
        drop(handles);
        drop(old);
        let watchers = self.watchers(kind);
        watchers.started.set(watchers.started.get() + 1);
        watchers.queue.borrow_mut().push_front((id, started));
        Ok(())
    }

    pub(crate) fn stop_watcher(&self, kind: WatcherKind, id: HandleId) {
        let mut handles = self.inner.handles.borrow_mut();
        if !handles.get(id).is_some_and(|s| s.active) {
            return;
        }
        handles.set_active(id, false);
        let watchers = self.watchers(kind);
        watchers.started.set(watchers.started.get() - 1);
        // Stale entries go in a pass; a watcher that is started and stopped over and over between passes
        // must not pile them up.
        let mut queue = watchers.queue.borrow_mut();
        if queue.len() > 2 * watchers.started.get() + 16 {
            queue.retain(|(id, started)| handles.get(*id).is_some_and(|s| s.active && s.started == *started));
        }
    }
}

macro_rules! watcher {
    ($(#[$doc:meta])* $name:ident, $new:ident, $article:literal) => {
        handle_type! {
            $(#[$doc])*
            $name
        }

        impl EventLoop {
            #[doc = concat!("A new ", $article, " watcher, not started.")]
            pub fn $new(&self) -> $name {
                $name::name(self, self.open(HandleKind::$name))
            }
        }

        impl $name {
            /// Starts it. Nothing changes, not even the callback, if it is started already.
            ///
            /// # Errors
            /// EINVAL on a closing handle.
            pub fn start(&self, callback: impl FnMut(&EventLoop) + 'static) -> Result<(), Errno> {
                self.event_loop.start_watcher(WatcherKind::$name, self.id, callback)
            }

            /// Stops it; nothing happens if it is not started.
            pub fn stop(&self) {
                self.event_loop.stop_watcher(WatcherKind::$name, self.id);
            }
        }
    };
}

watcher! {
    /// Runs once a turn, before prepare. While one is started the poll does not wait.
    Idle, idle, "idle"
}
watcher! {
    /// Runs once a turn, directly before poll.
    Prepare, prepare, "prepare"
}
watcher! {
    /// Runs once a turn, directly after poll.
    Check, check, "check"
}
