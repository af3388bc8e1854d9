//! Timers (<https://docs.libuv.org/en/v1.x/timer.html>).

use crate::handle::{Handle, HandleId, HandleKind};
use crate::timer_heap::Entry;
use crate::{Errno, EventLoop, handle_type};

handle_type! {
    /// A timer: calls back once after a time, and then at an interval if it has one.
    Timer
}

impl EventLoop {
    /// A new timer, not started.
    pub fn timer(&self) -> Timer {
        Timer::name(self, self.open(HandleKind::Timer))
    }

    /// The timers phase. All due timers are collected first, so that one which a callback starts waits for the next
    /// pass, and one which a callback stops is skipped.
    pub(crate) fn run_timers(&self) {
        loop {
            let mut timers = self.inner.timers.borrow_mut();
            let Some(first) = timers.first().filter(|e| e.due <= self.now()) else { break };
            timers.pop();
            let mut handles = self.inner.handles.borrow_mut();
            let id = handles.id_at(first.handle);
            handles.set_active(id, false);
            if let Some(state) = handles.get_mut(id) {
                state.collected = true;
                self.inner.collected.borrow_mut().push_back((id, state.started));
            }
        }
        loop {
            let next = self.inner.collected.borrow_mut().pop_front();
            let Some((id, started)) = next else { break };
            let repeat = {
                let mut handles = self.inner.handles.borrow_mut();
                match handles.get_mut(id) {
                    Some(state) if state.collected && state.started == started => {
                        state.collected = false;
                        state.repeat
                    }
                    _ => continue,
                }
            };
            if repeat > 0 {
                self.arm(id, repeat);
            }
            self.call_handle(id);
        }
    }

    pub(crate) fn stop_timer(&self, id: HandleId) {
        let mut handles = self.inner.handles.borrow_mut();
        let Some(state) = handles.get_mut(id) else { return };
        state.collected = false;
        if state.active {
            handles.set_active(id, false);
            self.inner.timers.borrow_mut().remove(id.index);
        }
    }

    fn arm(&self, id: HandleId, timeout: u64) {
        let order = self.next_start();
        let due = self.now().saturating_add(timeout);
        let mut handles = self.inner.handles.borrow_mut();
        let Some(state) = handles.get_mut(id) else { return };
        state.due = due;
        state.started = order;
        state.collected = false;
        let armed = state.active;
        handles.set_active(id, true);
        drop(handles);
        let mut timers = self.inner.timers.borrow_mut();
        if armed {
            timers.remove(id.index);
        }
        timers.push(Entry { due, order, handle: id.index });
    }
}

impl Timer {
    /// Starts or restarts it: due in `timeout` milliseconds of loop time, then every `repeat` milliseconds (0: once).
    ///
    /// # Errors
    /// EINVAL on a closing handle.
    pub fn start(&self, timeout: u64, repeat: u64, callback: impl FnMut(&EventLoop) + 'static) -> Result<(), Errno> {
        let old = {
            let mut handles = self.event_loop.inner.handles.borrow_mut();
            let state = handles.get_mut(self.id).filter(|s| !s.closing).ok_or(Errno::EINVAL)?;
            state.repeat = repeat;
            state.callback.replace(Box::new(callback))
        };
        drop(old);
        self.event_loop.arm(self.id, timeout);
        Ok(())
    }

    /// Starts it again with the callback that it has. Cheaper than [`Timer::start`] for a timer that is armed over and over.
    ///
    /// # Errors
    /// EINVAL on a closing handle or one that was never started.
    pub fn restart(&self, timeout: u64) -> Result<(), Errno> {
        if self.is_closing() {
            return Err(Errno::EINVAL);
        }
        self.event_loop.arm(self.id, timeout);
        Ok(())
    }

    /// Stops it; nothing happens if it is not started.
    pub fn stop(&self) {
        self.event_loop.stop_timer(self.id);
    }

    /// Restarts a repeating timer with its interval; one without an interval is left alone.
    ///
    /// # Errors
    /// EINVAL if it was never started.
    pub fn again(&self) -> Result<(), Errno> {
        let repeat = {
            let handles = self.event_loop.inner.handles.borrow();
            let state = handles.get(self.id).ok_or(Errno::EINVAL)?;
            if state.started == 0 {
                return Err(Errno::EINVAL);
            }
            state.repeat
        };
        if repeat > 0 {
            self.stop();
            self.event_loop.arm(self.id, repeat);
        }
        Ok(())
    }

    /// The interval, in milliseconds; takes effect when the timer fires next.
    pub fn set_repeat(&self, repeat: u64) {
        if let Some(state) = self.event_loop.inner.handles.borrow_mut().get_mut(self.id) {
            state.repeat = repeat;
        }
    }

    /// The interval, 0 if it has none.
    pub fn repeat(&self) -> u64 {
        self.event_loop.inner.handles.borrow().get(self.id).map_or(0, |s| s.repeat)
    }

    /// Milliseconds until it is due, 0 if it is due or not started.
    pub fn due_in(&self) -> u64 {
        let handles = self.event_loop.inner.handles.borrow();
        let due = handles.get(self.id).filter(|s| s.active).map_or(0, |s| s.due);
        due.saturating_sub(self.event_loop.now())
    }
}
