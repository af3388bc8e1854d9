//! The handle table, and the one place that does the active/ref/closing arithmetic.
//!
//! A handle is named by a [`HandleId`] of slab index and generation. A slot's generation changes when
//! its handle is gone, so an id from before misses.

use crate::{Callback, CloseCallback, EventLoop};

/// Names one handle of one loop, for ever: ids are not reused.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, PartialOrd, Ord)]
pub struct HandleId {
    pub(crate) index: u32,
    pub(crate) generation: u32,
}

impl HandleId {
    pub(crate) fn to_token(self) -> usize {
        ((self.generation as usize) << 32) | self.index as usize
    }

    pub(crate) fn from_token(token: usize) -> HandleId {
        HandleId { index: token as u32, generation: (token >> 32) as u32 }
    }
}

/// What a handle is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum HandleKind {
    Timer,
    Idle,
    Prepare,
    Check,
    Async,
    Poll,
    Signal,
    Pipe,
    Tty,
    Tcp,
    Udp,
    Process,
    FsEvent,
    FsPoll,
}

/// The state of one handle.
#[derive(Default)]
pub(crate) struct State {
    pub kind: Option<HandleKind>,
    pub active: bool,
    pub unreferenced: bool,
    pub closing: bool,
    /// Taken out while it is called.
    pub callback: Option<Callback>,
    pub close_callback: Option<CloseCallback>,
    /// Timers: when it is due, and its repeat interval (0: none).
    pub due: u64,
    pub repeat: u64,
    /// Timers: due in the pass that is going on, and not called yet.
    pub collected: bool,
    /// Timers, idle, prepare, check: number of the start that armed it; stale queue entries carry an older one.
    pub started: u64,
}

struct Slot {
    generation: u32,
    state: State,
}

/// All handles of a loop.
#[derive(Default)]
pub(crate) struct Table {
    slots: Vec<Slot>,
    free: Vec<u32>,
    /// Handles that are active and ref'd, and those that are closing: what keeps a loop alive.
    pub alive: usize,
}

impl Table {
    pub fn insert(&mut self, kind: HandleKind) -> HandleId {
        let state = State { kind: Some(kind), ..State::default() };
        match self.free.pop() {
            Some(index) => {
                let slot = &mut self.slots[index as usize];
                slot.state = state;
                HandleId { index, generation: slot.generation }
            }
            None => {
                let index = self.slots.len() as u32;
                self.slots.push(Slot { generation: 0, state });
                HandleId { index, generation: 0 }
            }
        }
    }

    pub fn get(&self, id: HandleId) -> Option<&State> {
        self.slots.get(id.index as usize).filter(|s| s.generation == id.generation).map(|s| &s.state)
    }

    pub fn get_mut(&mut self, id: HandleId) -> Option<&mut State> {
        self.slots.get_mut(id.index as usize).filter(|s| s.generation == id.generation).map(|s| &mut s.state)
    }

    pub fn id_at(&self, index: u32) -> HandleId {
        HandleId { index, generation: self.slots[index as usize].generation }
    }

    pub fn ids(&self) -> Vec<(HandleId, HandleKind)> {
        let slots = self.slots.iter().enumerate();
        slots
            .filter_map(|(i, s)| Some((HandleId { index: i as u32, generation: s.generation }, s.state.kind?)))
            .collect()
    }

    /// Forgets a handle; gives its callbacks, which must be dropped when the table is not borrowed.
    pub fn remove(&mut self, id: HandleId) -> State {
        let Some(state) = self.get_mut(id) else { return State::default() };
        let state = std::mem::take(state);
        if state.closing || (state.active && !state.unreferenced) {
            self.alive -= 1;
        }
        let slot = &mut self.slots[id.index as usize];
        slot.generation = slot.generation.wrapping_add(1);
        self.free.push(id.index);
        state
    }

    pub fn set_active(&mut self, id: HandleId, active: bool) {
        self.change(id, |state| state.active = active && !state.closing);
    }

    pub fn set_referenced(&mut self, id: HandleId, referenced: bool) {
        self.change(id, |state| state.unreferenced = !referenced);
    }

    /// Marks it as closing; says whether it was not before.
    pub fn set_closing(&mut self, id: HandleId) -> bool {
        let fresh = self.get(id).is_some_and(|state| !state.closing);
        if fresh {
            self.change(id, |state| {
                state.active = false;
                state.closing = true;
            });
        }
        fresh
    }

    fn change(&mut self, id: HandleId, change: impl FnOnce(&mut State)) {
        let counts = |state: &State| state.closing || (state.active && !state.unreferenced);
        let Some(state) = self.get_mut(id) else { return };
        let before = counts(state);
        change(state);
        let after = counts(state);
        match (before, after) {
            (false, true) => self.alive += 1,
            (true, false) => self.alive -= 1,
            _ => {}
        }
    }
}

/// What all handles can do.
///
/// Every method is idempotent and does nothing on a handle whose close has finished. Dropping a value that names a handle
/// does not close the handle.
pub trait Handle {
    /// The loop that it lives on.
    fn event_loop(&self) -> &EventLoop;

    /// Its name.
    fn id(&self) -> HandleId;

    /// Lets the handle keep the loop alive while it is active (the default).
    fn ref_(&self) {
        self.event_loop().inner.handles.borrow_mut().set_referenced(self.id(), true);
        self.event_loop().note_reference(self.id(), true);
    }

    /// Stops it from keeping the loop alive.
    fn unref(&self) {
        self.event_loop().inner.handles.borrow_mut().set_referenced(self.id(), false);
        self.event_loop().note_reference(self.id(), false);
    }

    /// Whether it keeps the loop alive while active.
    fn has_ref(&self) -> bool {
        self.event_loop().inner.handles.borrow().get(self.id()).is_some_and(|s| !s.unreferenced)
    }

    /// Whether it does something at present.
    fn is_active(&self) -> bool {
        self.event_loop().inner.handles.borrow().get(self.id()).is_some_and(|s| s.active)
    }

    /// Whether close was called; true for ever after.
    fn is_closing(&self) -> bool {
        self.event_loop().inner.handles.borrow().get(self.id()).is_none_or(|s| s.closing)
    }

    /// Stops it and has `callback` called in the closing phase. A second call does nothing and drops its callback.
    fn close(&self, callback: impl FnOnce(&EventLoop) + 'static)
    where
        Self: Sized,
    {
        self.event_loop().close_handle(self.id(), Box::new(callback));
    }
}
