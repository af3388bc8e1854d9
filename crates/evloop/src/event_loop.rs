//! The loop itself: what a turn is, how long it waits, when it ends.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::io;
use std::os::fd::{OwnedFd, RawFd};
use std::rc::Rc;
use std::time::Duration;

use crate::async_handle::Wakes;
use crate::clock::Clock;
use crate::fs_event::FsEvents;
use crate::handle::{HandleId, HandleKind, Table};
use crate::poller::Poller;
use crate::pool::Pool;
use crate::recorder::{Event, Phase, Recorder};
use crate::request::Requests;
use crate::signal::Signals;
use crate::timer_heap::TimerHeap;
use crate::watcher::{WatcherKind, Watchers};
use crate::{CloseCallback, Errno};

/// How [`EventLoop::run`] goes about it (<https://docs.libuv.org/en/v1.x/loop.html#c.uv_run>).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum RunMode {
    /// Until nothing keeps the loop alive, or it is stopped.
    Default,
    /// One turn, which waits for I/O if nothing else is to be done.
    Once,
    /// One turn, which does not wait.
    NoWait,
}

/// A callback that waits for the next pending phase.
pub(crate) type Pending = Box<dyn FnOnce(&EventLoop)>;

pub(crate) struct Inner {
    pub clock: Clock,
    pub now: Cell<u64>,
    pub stop: Cell<bool>,
    pub handles: RefCell<Table>,
    pub timers: RefCell<TimerHeap>,
    /// Numbers the starts of timers and watchers.
    pub starts: Cell<u64>,
    /// Timers collected in the pass that is going on.
    pub collected: RefCell<VecDeque<(HandleId, u64)>>,
    pub watchers: [Watchers; 3],
    pub pending: RefCell<VecDeque<Pending>>,
    pub closing: RefCell<Vec<HandleId>>,
    pub requests: Requests,
    pub poller: Poller,
    pub wakes: Wakes,
    pub pool: RefCell<Option<Pool>>,
    pub signals: Signals,
    pub fs_events: FsEvents,
    /// A descriptor to be closed when the process has no other left for a connection that is to be turned away.
    pub spare_fd: Cell<Option<OwnedFd>>,
    pub recorder: RefCell<Option<Rc<dyn Recorder>>>,
    pub recording: Cell<bool>,
    turn: Cell<u64>,
    /// What streams read into; taken out while it is in use.
    read_buffer: RefCell<Vec<u8>>,
}

/// An event loop. Clones name the same loop; it belongs to the thread that made it.
#[derive(Clone)]
pub struct EventLoop {
    pub(crate) inner: Rc<Inner>,
}

impl EventLoop {
    /// A loop over the monotonic clock.
    ///
    /// # Errors
    /// EMFILE and the like, when the poll or its waker pipe cannot be made.
    pub fn new() -> io::Result<EventLoop> {
        EventLoop::with_clock(Clock::monotonic())
    }

    /// A loop over `clock`.
    ///
    /// # Errors
    /// As [`EventLoop::new`].
    pub fn with_clock(clock: Clock) -> io::Result<EventLoop> {
        let poller = Poller::new()?;
        let wakes = Wakes::new(&poller)?;
        let now = clock.now();
        let inner = Inner {
            clock,
            now: Cell::new(now),
            stop: Cell::new(false),
            handles: RefCell::default(),
            timers: RefCell::default(),
            starts: Cell::new(0),
            collected: RefCell::default(),
            watchers: Default::default(),
            pending: RefCell::default(),
            closing: RefCell::default(),
            requests: Requests::default(),
            fs_events: FsEvents::default(),
            spare_fd: Cell::default(),
            poller,
            wakes,
            pool: RefCell::default(),
            signals: Signals::default(),
            recorder: RefCell::default(),
            recording: Cell::new(false),
            turn: Cell::new(0),
            read_buffer: RefCell::default(),
        };
        Ok(EventLoop { inner: Rc::new(inner) })
    }

    /// Runs the loop; says whether it is still alive, which after [`RunMode::Default`] means that it was stopped.
    ///
    /// The order of a turn is libuv's since 1.45 (<https://docs.libuv.org/en/v1.x/design.html#the-i-o-loop>).
    pub fn run(&self, mode: RunMode) -> bool {
        let mut alive = self.alive();
        if !alive {
            self.update_time();
        }
        if mode == RunMode::Default && alive && !self.inner.stop.get() {
            self.update_time();
            self.phase(Phase::Timers, |l| l.run_timers());
        }
        while alive && !self.inner.stop.get() {
            self.begin_turn();
            let can_sleep = self.inner.pending.borrow().is_empty() && self.watchers(WatcherKind::Idle).is_empty();
            self.phase(Phase::Pending, |l| l.run_pending());
            self.phase(Phase::Idle, |l| l.run_watchers(WatcherKind::Idle));
            self.phase(Phase::Prepare, |l| l.run_watchers(WatcherKind::Prepare));
            let may_wait = (mode == RunMode::Once && can_sleep) || mode == RunMode::Default;
            let timeout = if may_wait { self.backend_timeout() } else { Some(0) };
            self.phase(Phase::Poll, |l| l.poll(timeout));
            for _ in 0..MAX_PENDING_ROUNDS {
                if self.inner.pending.borrow().is_empty() {
                    break;
                }
                self.phase(Phase::Pending, |l| l.run_pending());
            }
            self.phase(Phase::Check, |l| l.run_watchers(WatcherKind::Check));
            self.phase(Phase::Closing, |l| l.run_closing());
            self.update_time();
            self.phase(Phase::Timers, |l| l.run_timers());
            alive = self.alive();
            if mode != RunMode::Default {
                break;
            }
        }
        self.inner.stop.set(false);
        alive
    }

    /// Makes [`EventLoop::run`] return as soon as the present turn is over. Before a run, it makes that run do nothing.
    pub fn stop(&self) {
        self.inner.stop.set(true);
    }

    /// Whether anything keeps the loop going: a ref'd active handle, a request in flight, a handle being closed.
    pub fn alive(&self) -> bool {
        self.inner.handles.borrow().alive > 0
            || self.inner.requests.in_flight() > 0
            || !self.inner.pending.borrow().is_empty()
    }

    /// The loop's time in milliseconds, as of the last update: it stands still while callbacks run.
    pub fn now(&self) -> u64 {
        self.inner.now.get()
    }

    /// Reads the clock.
    pub fn update_time(&self) {
        self.inner.now.set(self.inner.clock.now().max(self.inner.now.get()));
    }

    /// How long the next poll may wait, in milliseconds; `None` is for ever.
    pub fn backend_timeout(&self) -> Option<u64> {
        let idle = self.inner.stop.get()
            || !self.alive()
            || !self.inner.pending.borrow().is_empty()
            || !self.watchers(WatcherKind::Idle).is_empty()
            || !self.inner.closing.borrow().is_empty()
            || self.inner.poller.has_ready();
        if idle {
            return Some(0);
        }
        let next = self.inner.timers.borrow().first()?;
        Some(next.due.saturating_sub(self.now()))
    }

    /// The poll's own descriptor: readable when the loop has something to do. For embedding.
    pub fn backend_fd(&self) -> RawFd {
        self.inner.poller.fd()
    }

    /// Calls `visit` for every handle that is not yet fully closed.
    pub fn walk(&self, mut visit: impl FnMut(HandleId, HandleKind)) {
        let handles = self.inner.handles.borrow().ids();
        for (id, kind) in handles {
            visit(id, kind);
        }
    }

    /// Checks that nothing is left and ends the pool's threads.
    ///
    /// # Errors
    /// EBUSY while a handle is open or a request is in flight.
    pub fn close(&self) -> Result<(), Errno> {
        if !self.inner.handles.borrow().ids().is_empty() || self.inner.requests.in_flight() > 0 {
            return Err(Errno::EBUSY);
        }
        let pool = self.inner.pool.borrow_mut().take();
        drop(pool);
        Ok(())
    }

    /// Has `callback` called in the pending phase of this or the next turn. It keeps the loop alive until then.
    pub fn defer(&self, callback: impl FnOnce(&EventLoop) + 'static) {
        self.inner.pending.borrow_mut().push_back(Box::new(callback));
    }

    /// Sends what happens to `recorder` from now on; `None` turns recording off.
    pub fn set_recorder(&self, recorder: Option<Rc<dyn Recorder>>) {
        self.inner.recording.set(recorder.is_some());
        let old = std::mem::replace(&mut *self.inner.recorder.borrow_mut(), recorder);
        drop(old);
    }

    /// Number of the present turn, from 1.
    pub fn turn(&self) -> u64 {
        self.inner.turn.get()
    }

    #[inline]
    pub(crate) fn record(&self, event: impl FnOnce() -> Event) {
        if self.inner.recording.get() {
            let recorder = self.inner.recorder.borrow().clone();
            if let Some(recorder) = recorder {
                recorder.record(event());
            }
        }
    }

    pub(crate) fn watchers(&self, kind: WatcherKind) -> &Watchers {
        &self.inner.watchers[kind as usize]
    }

    /// A number that is larger than any given before.
    pub(crate) fn next_start(&self) -> u64 {
        let number = self.inner.starts.get() + 1;
        self.inner.starts.set(number);
        number
    }

    pub(crate) fn take_read_buffer(&self, size: usize) -> Vec<u8> {
        let mut buffer = std::mem::take(&mut *self.inner.read_buffer.borrow_mut());
        buffer.resize(size, 0);
        buffer
    }

    pub(crate) fn give_read_buffer(&self, buffer: Vec<u8>) {
        *self.inner.read_buffer.borrow_mut() = buffer;
    }

    fn begin_turn(&self) {
        self.inner.turn.set(self.inner.turn.get() + 1);
        self.record(|| Event::Turn(self.inner.turn.get()));
    }

    fn phase(&self, phase: Phase, run: impl FnOnce(&EventLoop)) {
        self.record(|| Event::PhaseBegin(phase));
        run(self);
        self.record(|| Event::PhaseEnd(phase));
    }

    fn run_pending(&self) {
        let round = std::mem::take(&mut *self.inner.pending.borrow_mut());
        for callback in round {
            callback(self);
        }
    }

    fn poll(&self, timeout: Option<u64>) {
        let timeout = timeout.map(Duration::from_millis);
        self.inner.poller.wait(self, timeout);
    }

    pub(crate) fn close_handle(&self, id: HandleId, callback: CloseCallback) {
        let kind = self.inner.handles.borrow().get(id).filter(|s| !s.closing).and_then(|s| s.kind);
        let Some(kind) = kind else { return };
        match kind {
            HandleKind::Timer => self.stop_timer(id),
            HandleKind::Idle => self.stop_watcher(WatcherKind::Idle, id),
            HandleKind::Prepare => self.stop_watcher(WatcherKind::Prepare, id),
            HandleKind::Check => self.stop_watcher(WatcherKind::Check, id),
            HandleKind::Signal => self.inner.signals.stop(id),
            _ => self.inner.poller.release(id),
        }
        self.inner.handles.borrow_mut().set_closing(id);
        if let Some(state) = self.inner.handles.borrow_mut().get_mut(id) {
            state.close_callback = Some(callback);
        }
        self.inner.closing.borrow_mut().push(id);
    }

    /// The closing phase: last closed first, as in libuv.
    fn run_closing(&self) {
        let round = std::mem::take(&mut *self.inner.closing.borrow_mut());
        for id in round.into_iter().rev() {
            let state = self.inner.handles.borrow_mut().remove(id);
            self.record(|| Event::Closed(id));
            drop(state.callback);
            if let Some(callback) = state.close_callback {
                callback(self);
            }
        }
    }

    pub(crate) fn note_reference(&self, id: HandleId, referenced: bool) {
        self.record(|| Event::Reference(id, referenced));
    }

    /// Makes a handle.
    pub(crate) fn open(&self, kind: HandleKind) -> HandleId {
        let id = self.inner.handles.borrow_mut().insert(kind);
        self.record(|| Event::Opened(id, kind));
        id
    }

    /// Calls the callback of a handle: takes it out, calls, puts it back if the handle still lives and got no other meanwhile.
    /// A handle that is being closed is not called any more.
    pub(crate) fn call_handle(&self, id: HandleId) {
        let mut handles = self.inner.handles.borrow_mut();
        let state = handles.get_mut(id).filter(|s| !s.closing);
        let taken = state.and_then(|s| Some((s.callback.take()?, s.kind)));
        drop(handles);
        let Some((mut callback, kind)) = taken else { return };
        self.record(|| Event::CallbackBegin(id, kind.unwrap_or(HandleKind::Timer)));
        callback(self);
        self.record(|| Event::CallbackEnd(id));
        let mut handles = self.inner.handles.borrow_mut();
        match handles.get_mut(id) {
            Some(state) if state.callback.is_none() && !state.closing => state.callback = Some(callback),
            _ => {
                drop(handles);
                drop(callback);
            }
        }
    }
}

/// After poll, callbacks that were deferred run in rounds; endless ones must not starve the rest.
const MAX_PENDING_ROUNDS: usize = 8;
