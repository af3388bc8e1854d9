//! An event loop with libuv's semantics, over mio.
//!
//! Everything of libuv's that this crate offers has libuv's meaning (<https://docs.libuv.org>): handles and requests, phases,
//! ref counts, asynchronous close, negative error numbers. What differs is the shape: callbacks are closures, and
//! handles are small values that name a slot of the loop ([`HandleId`]).
//!
//! ```
//! use phasor_evloop::{EventLoop, RunMode};
//!
//! let event_loop = EventLoop::new().unwrap();
//! let timer = event_loop.timer();
//! timer.start(1, 0, |_| println!("a millisecond later")).unwrap();
//! event_loop.run(RunMode::Default);
//! ```
//!
//! | module | holds |
//! | --- | --- |
//! | [`EventLoop`] | turns, time, run modes, deferral, close |
//! | [`Handle`] | ref, unref, close: what all handles can do |
//! | [`Timer`], [`Idle`], [`Prepare`], [`Check`] | the handles of the phases |
//! | [`Async`] | waking a loop from any thread |
//! | [`Poll`] | readiness of any descriptor |
//! | [`EventLoop::queue_work`] | work on the pool, with cancel |
//! | [`Recorder`] | what happened, for diagnostic tools |
//!
//! # Rules
//! - A loop and its handles belong to one thread. Only [`AsyncSender`] and the pool cross threads.
//! - No borrow is held while a callback runs: it may start, stop and close anything, itself included.
//! - A call that returns an error never calls back.
//! - Dropping a handle's value does not close the handle; a loop that is dropped drops all callbacks without calling them.
//!
//! # Platforms
//! Unix with epoll or kqueue through mio; tested on Linux.

mod async_handle;
mod clock;
mod errno;
mod event_loop;
pub mod fs;
mod fs_event;
mod handle;
mod names;
mod poll_handle;
mod poller;
mod pool;
mod process;
mod recorder;
mod request;
mod signal;
mod stream;
mod sys;
mod timer;
mod timer_heap;
mod tty;
mod udp;
mod watcher;

pub use async_handle::{Async, AsyncSender};
pub use clock::{Clock, ManualClock};
pub use errno::Errno;
pub use event_loop::{EventLoop, RunMode};
pub use fs_event::{FsChange, FsEvent};
pub use handle::{Handle, HandleId, HandleKind};
pub use names::NameHints;
pub use poll_handle::{Poll, PollEvents};
pub use process::{ChildStdio, ExitStatus, Process, SpawnOptions};
pub use recorder::{Event, Phase, Recorder};
pub use request::{RequestId, WorkError};
pub use signal::Signal;
pub use stream::{ReadEvent, Stream, TcpBind, WriteBuffer};
pub use timer::Timer;
pub use tty::{TtyMode, reset_tty_mode, set_tty_mode, tty_window_size};
pub use udp::{Udp, UdpBind};
pub use watcher::{Check, Idle, Prepare};

/// A handle's callback.
pub(crate) type Callback = Box<dyn FnMut(&EventLoop)>;

/// What close calls.
pub(crate) type CloseCallback = Box<dyn FnOnce(&EventLoop)>;

/// Defines a type that names a handle.
macro_rules! handle_type {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone)]
        pub struct $name {
            event_loop: $crate::EventLoop,
            id: $crate::HandleId,
        }

        impl $name {
            fn name(event_loop: &$crate::EventLoop, id: $crate::HandleId) -> $name {
                $name { event_loop: event_loop.clone(), id }
            }
        }

        impl $crate::Handle for $name {
            fn event_loop(&self) -> &$crate::EventLoop {
                &self.event_loop
            }

            fn id(&self) -> $crate::HandleId {
                self.id
            }
        }
    };
}
pub(crate) use handle_type;
