//! `streamBaseState`: how the last read or write went, without a call to ask.

use std::cell::RefCell;

use phasor_engine::Runtime;
use phasor_engine::runtime::SharedArray;
use phasor_engine::value;
use v8::{FunctionCallbackArguments, Local, PinScope, ReturnValue, Value};

pub const READ_BYTES_OR_ERROR: usize = 0;
pub const ARRAY_BUFFER_OFFSET: usize = 1;
pub const BYTES_WRITTEN: usize = 2;
pub const LAST_WRITE_WAS_ASYNC: usize = 3;
pub const LENGTH: usize = 4;

#[derive(Default)]
struct State(RefCell<Option<SharedArray<i32>>>);

/// `shareState()`: lets native code write into the binding's array. A method of the binding object, to be called
/// once in every process.
pub fn share<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, _: ReturnValue<'_, Value>) {
    let receiver = args.this();
    let view = value::get(scope, receiver, "streamBaseState")
        .and_then(|view| TryInto::<Local<'_, v8::ArrayBufferView>>::try_into(view).ok());
    let array = view.and_then(|view| SharedArray::of_view(scope, view)).filter(|array| array.len() >= LENGTH);
    *Runtime::of(scope).extension::<State>().0.borrow_mut() = array;
}

/// Sets slots of the array.
pub fn set(runtime: &Runtime, slots: &[(usize, i32)]) {
    if let Some(array) = runtime.extension::<State>().0.borrow().as_ref() {
        for (slot, value) in slots {
            array.set(*slot, *value);
        }
    }
}
