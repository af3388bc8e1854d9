//! Where a text comes from, and who answers its dynamic imports.

use v8::{Local, PinScope, Primitive, PrimitiveArray, ScriptOrigin, Value};

/// The origin of a text. `host_symbol` is what the loader finds its referrer by when the text calls `import()`;
/// undefined if nobody answers.
pub fn origin<'s>(
    scope: &PinScope<'s, '_>,
    resource: Local<'s, Value>,
    line: i32,
    column: i32,
    is_module: bool,
    host_symbol: Local<'s, Value>,
) -> ScriptOrigin<'s> {
    let options = PrimitiveArray::new(scope, 1);
    if let Ok(symbol) = TryInto::<Local<'_, Primitive>>::try_into(host_symbol) {
        options.set(scope, 0, symbol);
    }
    ScriptOrigin::new(scope, resource, line, column, false, 0, None, false, false, is_module, Some(options.into()))
}
