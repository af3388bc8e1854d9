//! Behaviour of the loop: one behaviour a test, named after it, each ending without a handle or request left.
//!
//! Where time matters the clock is moved by hand. docs/testing-libuv.md says which of libuv's tests each file covers.

mod async_handle;
mod close;
mod reference;
mod run;
mod support;
mod tcp;
mod timer;
mod timer_heap_property;
mod udp;
mod watcher;
