//! `internalBinding('symbols')`: symbols that native code and lib/ agree on.

use phasor_engine::binding::{Binding, Definition};
use phasor_engine::value;
use v8::{Local, Object, PinScope};

pub const BINDING: Binding = Binding { name: "symbols", define };

const NAMES: [&str; 24] = [
    "async_id_symbol",
    "trigger_async_id_symbol",
    "owner_symbol",
    "resource_symbol",
    "handle_onclose",
    "oninit",
    "no_message_symbol",
    "fs_use_promises_symbol",
    "constructor_key_symbol",
    "messaging_deserialize_symbol",
    "messaging_transfer_symbol",
    "messaging_clone_symbol",
    "messaging_transfer_list_symbol",
    "imported_cjs_symbol",
    "onpskexchange",
    "source_text_module_default_hdo",
    "builtin_source_text_module_hdo",
    "embedder_module_hdo",
    "vm_context_no_contextify",
    "vm_dynamic_import_default_internal",
    "vm_dynamic_import_main_context_default",
    "vm_dynamic_import_missing_flag",
    "vm_dynamic_import_no_callback",
    "entry_point_module_private_symbol",
];

fn define(d: &mut Definition) {
    d.init(init);
}

fn init<'s>(scope: &mut PinScope<'s, '_>, target: Local<'s, Object>) {
    for name in NAMES {
        let description = value::name(scope, name);
        let symbol = v8::Symbol::new(scope, Some(description));
        value::set(scope, target, name, symbol);
    }
}
