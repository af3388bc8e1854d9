//! Requests on the worker pool: submit, cancel, deliver (<https://docs.libuv.org/en/v1.x/threadpool.html>).

use std::any::Any;
use std::cell::{Cell, RefCell};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};

use slab::Slab;

use crate::async_handle::WakeQueue;
use crate::pool::{Job, Pool};
use crate::recorder::Event;
use crate::{Errno, EventLoop};

/// Names one request of one loop.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct RequestId {
    index: usize,
    number: u64,
}

/// Why work has no result.
#[derive(Debug)]
pub enum WorkError {
    /// It was cancelled before a thread took it up.
    Cancelled,
    /// It panicked; the text is the panic's message.
    Panicked(String),
}

type Outcome = Result<Box<dyn Any + Send>, WorkError>;
type After = Box<dyn FnOnce(&EventLoop, Outcome)>;

/// A request whose work is done, on its way to the loop.
pub(crate) struct Finished {
    id: RequestId,
    outcome: Outcome,
    worker: usize,
}

const QUEUED: u8 = 0;
const RUNNING: u8 = 1;
const CANCELLED: u8 = 2;

struct Request {
    number: u64,
    after: After,
    state: Arc<AtomicU8>,
}

/// The requests in flight of a loop.
#[derive(Default)]
pub(crate) struct Requests {
    slab: RefCell<Slab<Request>>,
    next: Cell<u64>,
    /// Requests of handles: writes, shutdowns.
    of_handles: Cell<usize>,
}

impl Requests {
    pub fn in_flight(&self) -> usize {
        self.slab.borrow().len() + self.of_handles.get()
    }

    /// A request of a handle begins.
    pub fn begin(&self) {
        self.of_handles.set(self.of_handles.get() + 1);
    }

    /// A request of a handle is over; its callback comes next.
    pub fn end(&self) {
        self.of_handles.set(self.of_handles.get() - 1);
    }
}

impl EventLoop {
    /// Runs `work` on a thread of the pool and then `after` on the loop's thread, in the poll phase of a later turn.
    /// A panic in `work` is caught and handed to `after`.
    pub fn queue_work<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
        after: impl FnOnce(&EventLoop, Result<T, WorkError>) + 'static,
    ) -> RequestId {
        self.submit(false, work, after)
    }

    /// As [`EventLoop::queue_work`], for work that may take long without using the processor or the disk (name look-ups):
    /// it takes at most half of the threads.
    pub fn queue_slow_work<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
        after: impl FnOnce(&EventLoop, Result<T, WorkError>) + 'static,
    ) -> RequestId {
        self.submit(true, work, after)
    }

    fn submit<T: Send + 'static>(
        &self,
        slow: bool,
        work: impl FnOnce() -> T + Send + 'static,
        after: impl FnOnce(&EventLoop, Result<T, WorkError>) + 'static,
    ) -> RequestId {
        let requests = &self.inner.requests;
        let number = requests.next.get();
        requests.next.set(number + 1);
        let state = Arc::new(AtomicU8::new(QUEUED));
        let after: After = Box::new(move |event_loop, outcome| {
            let outcome = outcome.map(|value| *value.downcast::<T>().expect("the work's own result"));
            after(event_loop, outcome);
        });
        let index = requests.slab.borrow_mut().insert(Request { number, after, state: state.clone() });
        let id = RequestId { index, number };
        let queue = self.inner.wakes.queue().clone();
        self.record(|| Event::Submitted(id));
        let job: Job = Box::new(move |worker| perform(id, worker, &state, &queue, work));
        self.inner.pool.borrow_mut().get_or_insert_with(Pool::new).submit(job, slow);
        id
    }

    /// Cancels a request that no thread has taken up yet: its callback is called with [`WorkError::Cancelled`], later.
    ///
    /// # Errors
    /// EBUSY if it runs already or is done.
    pub fn cancel(&self, id: RequestId) -> Result<(), Errno> {
        let slab = self.inner.requests.slab.borrow();
        let request = slab.get(id.index).filter(|r| r.number == id.number).ok_or(Errno::EBUSY)?;
        request
            .state
            .compare_exchange(QUEUED, CANCELLED, Ordering::AcqRel, Ordering::Acquire)
            .map_err(|_| Errno::EBUSY)?;
        drop(slab);
        let finished = Finished { id, outcome: Err(WorkError::Cancelled), worker: usize::MAX };
        self.inner.wakes.queue().push_finished(finished);
        Ok(())
    }

    pub(crate) fn deliver(&self, finished: Finished) {
        let Finished { id, outcome, worker } = finished;
        let mut slab = self.inner.requests.slab.borrow_mut();
        if slab.get(id.index).is_none_or(|r| r.number != id.number) {
            return;
        }
        let request = slab.remove(id.index);
        drop(slab);
        self.record(|| Event::Finished(id, worker));
        (request.after)(self, outcome);
        self.record(|| Event::Delivered(id));
    }
}

/// On a worker: does the work unless it was cancelled, and reports to the loop.
fn perform<T: Send + 'static>(
    id: RequestId,
    worker: usize,
    state: &AtomicU8,
    queue: &WakeQueue,
    work: impl FnOnce() -> T,
) {
    if state.compare_exchange(QUEUED, RUNNING, Ordering::AcqRel, Ordering::Acquire).is_err() {
        return;
    }
    let outcome: Outcome = match catch_unwind(AssertUnwindSafe(work)) {
        Ok(value) => Ok(Box::new(value)),
        Err(panic) => {
            let text = panic.downcast_ref::<&str>().map(|s| (*s).to_owned());
            let text = text.or_else(|| panic.downcast_ref::<String>().cloned());
            Err(WorkError::Panicked(text.unwrap_or_else(|| "a panic without a message".to_owned())))
        }
    };
    queue.push_finished(Finished { id, outcome, worker });
}
