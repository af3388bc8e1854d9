//! Waking a loop from other threads (<https://docs.libuv.org/en/v1.x/async.html>).
//!
//! How: every loop has one pipe whose read end its poll watches. A sender marks its handle, puts it on the loop's list
//! and writes a byte, unless a byte is on its way already. The loop empties the pipe first and the list
//! afterwards, so a send that comes in between leads to another wake-up rather than to a lost one.

use std::io::{self, Read, Write};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

use crate::handle::{HandleId, HandleKind};
use crate::poller::Poller;
use crate::request::Finished;
use crate::{Errno, EventLoop, handle_type};

/// The part of a loop that other threads see.
pub(crate) struct WakeQueue {
    /// A byte is in the pipe, or will be at once.
    signalled: AtomicBool,
    sender: mio::unix::pipe::Sender,
    lists: Mutex<Lists>,
}

#[derive(Default)]
struct Lists {
    asyncs: Vec<Arc<Mark>>,
    finished: Vec<Finished>,
}

struct Mark {
    id: HandleId,
    /// Order of creation, which is the order of calls.
    number: u64,
    pending: AtomicBool,
}

impl WakeQueue {
    pub fn push_finished(&self, finished: Finished) {
        self.lists.lock().unwrap_or_else(|e| e.into_inner()).finished.push(finished);
        self.wake();
    }

    fn push_async(&self, mark: &Arc<Mark>) {
        self.lists.lock().unwrap_or_else(|e| e.into_inner()).asyncs.push(mark.clone());
        self.wake();
    }

    fn wake(&self) {
        if self.signalled.swap(true, Ordering::AcqRel) {
            return;
        }
        loop {
            match (&self.sender).write(&[1]) {
                // A full pipe wakes the loop just as well, and a closed one has no loop.
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                _ => return,
            }
        }
    }
}

/// The loop's side.
pub(crate) struct Wakes {
    queue: Arc<WakeQueue>,
    receiver: mio::unix::pipe::Receiver,
}

impl Wakes {
    pub fn new(poller: &Poller) -> io::Result<Wakes> {
        let (sender, mut receiver) = mio::unix::pipe::new()?;
        poller.register_wakes(&mut receiver)?;
        let queue = WakeQueue { signalled: AtomicBool::new(false), sender, lists: Mutex::default() };
        Ok(Wakes { queue: Arc::new(queue), receiver })
    }

    pub fn queue(&self) -> &Arc<WakeQueue> {
        &self.queue
    }
}

impl EventLoop {
    /// Handles a byte in the pipe: finished requests first, then async handles in the order of their creation.
    pub(crate) fn drain_wakes(&self) {
        let wakes = &self.inner.wakes;
        let mut bytes = [0; 64];
        while (&wakes.receiver).read(&mut bytes).is_ok_and(|n| n == bytes.len()) {}
        wakes.queue.signalled.store(false, Ordering::Release);
        let lists = std::mem::take(&mut *wakes.queue.lists.lock().unwrap_or_else(|e| e.into_inner()));
        for finished in lists.finished {
            self.deliver(finished);
        }
        let mut asyncs = lists.asyncs;
        asyncs.sort_unstable_by_key(|mark| mark.number);
        for mark in asyncs {
            // Cleared before the call, so that a send during the callback calls again.
            if mark.pending.swap(false, Ordering::AcqRel) {
                self.call_handle(mark.id);
            }
        }
    }
}

handle_type! {
    /// A handle that other threads can wake. Active, and keeping its loop alive, from the start until closed.
    Async
}

/// Wakes the loop of one [`Async`] from any thread.
#[derive(Clone)]
pub struct AsyncSender {
    mark: Arc<Mark>,
    queue: Arc<WakeQueue>,
}

impl EventLoop {
    /// A new async handle, and the means to wake it. `callback` runs on the loop's thread after a send; sends that
    /// come before it runs are one call.
    ///
    /// # Errors
    /// None at present; the result leaves room for platforms where a wake-up needs a descriptor.
    pub fn async_handle(&self, callback: impl FnMut(&EventLoop) + 'static) -> Result<(Async, AsyncSender), Errno> {
        let id = self.open(HandleKind::Async);
        let number = self.next_start();
        let mut handles = self.inner.handles.borrow_mut();
        if let Some(state) = handles.get_mut(id) {
            state.callback = Some(Box::new(callback));
        }
        handles.set_active(id, true);
        drop(handles);
        let mark = Arc::new(Mark { id, number, pending: AtomicBool::new(false) });
        let sender = AsyncSender { mark, queue: self.inner.wakes.queue.clone() };
        Ok((Async::name(self, id), sender))
    }
}

impl AsyncSender {
    /// Wakes the loop. Cheap when a wake-up is under way already. Nothing happens after the handle was closed.
    pub fn send(&self) {
        // Both a load first, which costs no cache line of the others, and the swap, which decides.
        if !self.mark.pending.load(Ordering::Acquire) && !self.mark.pending.swap(true, Ordering::AcqRel) {
            self.queue.push_async(&self.mark);
        }
    }
}
