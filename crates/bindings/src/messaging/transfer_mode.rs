//! What may become of an object in a message, as lib/ marks it.
//!
//! The marks are private properties: no script sees them. lib/ sets them through the keys in
//! `internalBinding('util').privateSymbols`.

use phasor_engine::value;
use v8::{Local, Object, PinScope, Private};

/// May be transferred.
pub const TRANSFERABLE: u32 = 1;
/// May be cloned.
pub const CLONEABLE: u32 = 2;

/// The key of the transfer mode.
pub const MODE: &str = "transfer_mode_private_symbol";
/// The key that keeps an object from being transferred.
pub const UNTRANSFERABLE: &str = "untransferable_object_private_symbol";

/// One of the keys.
pub fn key<'s>(scope: &mut PinScope<'s, '_>, name: &str) -> Local<'s, Private> {
    let name = value::name(scope, name);
    Private::for_api(scope, Some(name))
}

/// The mode of an object of lib/; `None` for any other object.
pub fn of<'s>(scope: &mut PinScope<'s, '_>, object: Local<'s, Object>) -> Option<u32> {
    let key = key(scope, MODE);
    if object.has_private(scope, key) != Some(true) {
        return None;
    }
    object.get_private(scope, key)?.uint32_value(scope)
}

/// Whether an object was marked as not to be transferred.
pub fn is_untransferable<'s>(scope: &mut PinScope<'s, '_>, object: Local<'s, Object>) -> bool {
    let key = key(scope, UNTRANSFERABLE);
    object.has_private(scope, key).unwrap_or(false)
}
