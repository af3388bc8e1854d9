//! Streams over native handles: `internalBinding('stream_wrap')`, `'pipe_wrap'`, `'tcp_wrap'` and `'tty_wrap'`.
//!
//! | file | holds |
//! | --- | --- |
//! | `base` | what pipes, terminals and sockets have in common: reading, writing, closing |
//! | `report` | calls into JavaScript, in the asynchronous context of the handle or request |
//! | `state` | the array in which a call's outcome is told |
//! | `connection` | what pipes and sockets share: opening, listening, accepting, connecting |
//! | `pipe`, `tcp`, `tty` | the classes |

pub mod base;
mod connection;
pub mod pipe;
pub mod report;
mod state;
pub mod tcp;
pub mod tty;

use phasor_engine::binding::{Binding, Definition};
use phasor_engine::value;
use v8::{FunctionCallbackArguments, PinScope, ReturnValue, Value};

pub const BINDING: Binding = Binding { name: "stream_wrap", define };

fn define(d: &mut Definition) {
    d.class("WriteWrap", construct_request);
    d.class("ShutdownWrap", construct_request);
    d.method("shareState", state::share)
        .constants(&[
            ("kReadBytesOrError", state::READ_BYTES_OR_ERROR as f64),
            ("kArrayBufferOffset", state::ARRAY_BUFFER_OFFSET as f64),
            ("kBytesWritten", state::BYTES_WRITTEN as f64),
            ("kLastWriteWasAsync", state::LAST_WRITE_WAS_ASYNC as f64),
        ])
        .init(|scope, target| {
            let array = crate::typed_array::int32(scope, state::LENGTH);
            value::set(scope, target, "streamBaseState", array);
        });
}

/// Requests are plain objects with an `oncomplete` property; their class only names them.
pub fn construct_request<'s>(_: &mut PinScope<'s, '_>, _: FunctionCallbackArguments<'s>, _: ReturnValue<'_, Value>) {}
