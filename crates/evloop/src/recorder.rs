//! What a loop tells a diagnostic tool. Off by default; one branch when off.

use std::time::Duration;

use crate::handle::{HandleId, HandleKind};
use crate::request::RequestId;

/// The phases of a turn.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Phase {
    Timers,
    Pending,
    Idle,
    Prepare,
    Poll,
    Check,
    Closing,
}

/// Something that happened in a loop.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Event {
    /// A turn begins; turns count from 1.
    Turn(u64),
    PhaseBegin(Phase),
    PhaseEnd(Phase),
    CallbackBegin(HandleId, HandleKind),
    CallbackEnd(HandleId),
    /// The poll waited this long.
    Blocked(Duration),
    Opened(HandleId, HandleKind),
    Closed(HandleId),
    /// `ref_` (true) or `unref`.
    Reference(HandleId, bool),
    Submitted(RequestId),
    /// A worker of the pool, by number, took the request up or finished it.
    Started(RequestId, usize),
    Finished(RequestId, usize),
    /// The request's callback was called.
    Delivered(RequestId),
}

/// Receives the events of a loop, on the loop's thread, in order. It must not use the loop.
pub trait Recorder {
    fn record(&self, event: Event);
}
