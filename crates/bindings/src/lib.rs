//! The native halves of lib/: one file per `internalBinding(name)`.
//!
//! A binding converts between JavaScript values and the loop or the system and decides nothing else. Every
//! function checks its own arguments: what it is handed may come from user code.

mod addons;
mod address;
mod async_context_frame;
mod async_wrap;
mod buffer;
mod builtins;
mod cares_wrap;
mod constants;
mod contextify;
mod credentials;
mod encoding;
mod errors;
mod fs;
mod fs_event_wrap;
mod handle_wrap;
mod inspector;
mod loop_control;
mod messaging;
mod module_wrap;
mod modules;
mod options;
mod os;
mod process_methods;
mod process_wrap;
mod prompt;
mod resources;
mod signal_wrap;
mod sources;
mod spawn_options;
mod spawn_sync;
mod streams;
mod symbols;
mod task_queue;
mod timers;
mod typed_array;
mod types;
mod udp_wrap;
mod url;
mod users;
pub mod util;
mod uv;

use phasor_engine::binding::Binding;

/// All bindings, in the order that snapshots rely on.
pub const BINDINGS: &[Binding] = &[
    addons::BINDING,
    async_context_frame::BINDING,
    async_wrap::BINDING,
    buffer::BINDING,
    buffer::STRING_DECODER,
    builtins::BINDING,
    cares_wrap::BINDING,
    constants::BINDING,
    credentials::BINDING,
    encoding::BINDING,
    errors::BINDING,
    fs::BINDING,
    fs::dir_handle::BINDING,
    contextify::BINDING,
    inspector::BINDING,
    loop_control::BINDING,
    messaging::BINDING,
    module_wrap::BINDING,
    modules::BINDING,
    options::BINDING,
    os::BINDING,
    process_methods::BINDING,
    process_wrap::BINDING,
    prompt::BINDING,
    spawn_sync::BINDING,
    signal_wrap::BINDING,
    fs_event_wrap::BINDING,
    streams::BINDING,
    streams::pipe::BINDING,
    streams::tcp::BINDING,
    streams::tty::BINDING,
    symbols::BINDING,
    task_queue::BINDING,
    timers::BINDING,
    types::BINDING,
    udp_wrap::BINDING,
    url::BINDING,
    util::BINDING,
    uv::BINDING,
];

pub use prompt::leave as leave_prompt;
pub use sources::embedded as embedded_sources;
