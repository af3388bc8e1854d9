//! Native data that hangs on a JavaScript object.
//!
//! Classes declared by [`crate::binding::Definition::class`] have one internal field. [`attach`] puts a Rust value
//! there; [`of`] finds it again, checked by type, so that `Thing.prototype.close.call(otherObject)` is an
//! error rather than a crash. The value is dropped when the object is collected or the isolate ends.
//! An object whose handle is active must be kept alive by a `v8::Global` in the value's owner (the loop's
//! callback), until the handle is closed.

use std::any::TypeId;

use v8::{Local, Object, PinScope, Value};

/// V8's tag of our only kind of embedder pointer.
const TAG: u16 = 1;

struct Header {
    type_id: TypeId,
    value: Box<dyn std::any::Any>,
    _weak: Option<v8::Weak<Object>>,
}

/// Hangs `data` on `object`. What hung there before is replaced and leaks no longer than the object lives.
pub fn attach<'s, T: 'static>(scope: &mut PinScope<'s, '_>, object: Local<'s, Object>, data: T) {
    debug_assert!(object.internal_field_count() > 0);
    let header = Box::into_raw(Box::new(Header { type_id: TypeId::of::<T>(), value: Box::new(data), _weak: None }));
    object.set_aligned_pointer_in_internal_field(0, header.cast_const().cast(), TAG);
    let free = Box::new(move || {
        // SAFETY: the finalizer runs once, after the object is gone, so nobody else can reach the header.
        drop(unsafe { Box::from_raw(header) });
    });
    let weak = v8::Weak::with_guaranteed_finalizer(scope, object, free);
    // SAFETY: `header` was made above and is alive as long as the object, which `object` keeps.
    unsafe { (*header)._weak = Some(weak) };
}

/// The `T` that hangs on `object`, if it is one of ours and of that type.
///
/// The reference is good as long as the object is reachable, which the handle scope of `'s` sees to.
pub fn of<'s, T: 'static>(object: Local<'s, Object>) -> Option<&'s T> {
    if object.internal_field_count() == 0 {
        return None;
    }
    // SAFETY: internal field 0 of every object with internal fields is either unset (null) or was set by
    // `attach` with the same tag; the header lives as long as the object.
    let header = unsafe { object.get_aligned_pointer_from_internal_field(0, TAG).cast::<Header>().as_ref::<'s>() }?;
    (header.type_id == TypeId::of::<T>()).then(|| header.value.downcast_ref::<T>()).flatten()
}

/// The `T` behind `this` of a method call; throws `TypeError: Illegal invocation` if there is none.
pub fn this<'s, T: 'static>(scope: &mut PinScope<'s, '_>, args: &v8::FunctionCallbackArguments<'s>) -> Option<&'s T> {
    let found = of::<T>(args.this());
    if found.is_none() {
        crate::errors::throw_type_error(scope, "Illegal invocation");
    }
    found
}

/// The `T` that hangs on `value`, if it is an object of ours.
pub fn of_value<'s, T: 'static>(value: Local<'s, Value>) -> Option<&'s T> {
    of(TryInto::<Local<'s, Object>>::try_into(value).ok()?)
}
