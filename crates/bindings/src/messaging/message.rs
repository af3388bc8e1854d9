//! A value on its way: its bytes, and what travels beside them.

use std::sync::{Arc, Mutex};

use v8::{BackingStore, CompiledWasmModule, SharedRef};

use super::channel::Endpoint;

/// A serialised value. A message with transferred parts can be read once, any other as often as there are receivers.
#[derive(Default)]
pub struct Message {
    /// What V8's serializer wrote.
    pub bytes: Vec<u8>,
    /// Memory of the ArrayBuffers that were transferred.
    pub buffers: Mutex<Vec<SharedRef<BackingStore>>>,
    /// Memory of SharedArrayBuffers.
    pub shared: Vec<SharedRef<BackingStore>>,
    /// WebAssembly modules.
    pub modules: Vec<CompiledWasmModule>,
    /// Objects that V8 cannot write, by the numbers that stand for them in the bytes.
    pub hosts: Vec<Host>,
}

/// What is needed to make an object again that V8 cannot write.
pub enum Host {
    /// A transferred port; taken by the receiver.
    Port(Mutex<Option<Arc<Endpoint>>>),
    /// An object of lib/: `module:Class`. Its data follows in the bytes.
    Script(String),
}

impl Message {
    /// Whether it can be read only once.
    pub fn has_transferred(&self) -> bool {
        let buffers = self.buffers.lock().unwrap_or_else(|e| e.into_inner());
        !buffers.is_empty() || self.hosts.iter().any(|host| matches!(host, Host::Port(_)))
    }

    /// Whether `endpoint` itself is transferred by this message.
    pub fn carries(&self, endpoint: &Arc<Endpoint>) -> bool {
        self.hosts.iter().any(|host| match host {
            Host::Port(port) => {
                let port = port.lock().unwrap_or_else(|e| e.into_inner());
                port.as_ref().is_some_and(|port| Arc::ptr_eq(port, endpoint))
            }
            Host::Script(_) => false,
        })
    }
}
