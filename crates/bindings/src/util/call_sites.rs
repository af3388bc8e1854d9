//! The functions that are being called.

use phasor_engine::binding::Definition;
use phasor_engine::value;
use v8::{FunctionCallbackArguments, Local, Object, PinScope, ReturnValue, StackFrame, StackTrace, Value};

/// How many frames are looked at for a caller when the number is not given.
const DEFAULT_LIMIT: usize = 10;

pub fn define(d: &mut Definition) {
    d.method("getCallSites", call_sites)
        .method("getCallerLocation", caller_location)
        .method("isInsideNodeModules", is_inside_node_modules);
}

fn script_name<'s>(scope: &PinScope<'s, '_>, frame: Local<'s, StackFrame>) -> String {
    frame.get_script_name_or_source_url(scope).map(|name| name.to_rust_string_lossy(scope)).unwrap_or_default()
}

/// `getCallSites(count)`: what called the function that called this, innermost first.
fn call_sites<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'s, Value>) {
    let count = args.get(0).uint32_value(scope).unwrap_or(0) as usize;
    // The first frame is the caller's own.
    let Some(trace) = StackTrace::current_stack_trace(scope, count + 1) else { return };
    let mut sites = Vec::with_capacity(count);
    for i in 1..trace.get_frame_count() {
        let Some(frame) = trace.get_frame(scope, i) else { continue };
        sites.push(call_site(scope, frame).into());
    }
    rv.set(v8::Array::new_with_elements(scope, &sites).into());
}

fn call_site<'s>(scope: &mut PinScope<'s, '_>, frame: Local<'s, StackFrame>) -> Local<'s, Object> {
    let null = v8::null(scope).into();
    let site = Object::with_prototype_and_properties(scope, null, &[], &[]);
    let function = frame.get_function_name(scope).unwrap_or_else(|| v8::String::empty(scope));
    let script = frame.get_script_name_or_source_url(scope).unwrap_or_else(|| v8::String::empty(scope));
    value::set(scope, site, "functionName", function);
    value::set_string(scope, site, "scriptId", &frame.get_script_id().to_string());
    value::set(scope, site, "scriptName", script);
    value::set_number(scope, site, "lineNumber", frame.get_line_number() as f64);
    value::set_number(scope, site, "columnNumber", frame.get_column() as f64);
    value::set_number(scope, site, "column", frame.get_column() as f64);
    site
}

/// `getCallerLocation()`: `[line, column, file]` of what called the function that called this.
fn caller_location<'s>(scope: &mut PinScope<'s, '_>, _: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'s, Value>) {
    let Some(trace) = StackTrace::current_stack_trace(scope, 2) else { return };
    if trace.get_frame_count() < 2 {
        return;
    }
    let Some(frame) = trace.get_frame(scope, 1) else { return };
    let line = value::number(scope, frame.get_line_number() as f64);
    let column = value::number(scope, frame.get_column() as f64);
    let file = frame.get_script_name_or_source_url(scope).unwrap_or_else(|| v8::String::empty(scope));
    rv.set(v8::Array::new_with_elements(scope, &[line, column, file.into()]).into());
}

/// `isInsideNodeModules(limit = 10, fallback = false)`: whether the nearest caller that is not built in lies in
/// a folder `node_modules`; `fallback` if all frames are built in.
fn is_inside_node_modules<'s>(
    scope: &mut PinScope<'s, '_>,
    args: FunctionCallbackArguments<'s>,
    mut rv: ReturnValue<'s, Value>,
) {
    let limit = match args.get(0).uint32_value(scope) {
        Some(limit) if limit > 0 => limit as usize,
        _ => DEFAULT_LIMIT,
    };
    rv.set_bool(args.get(1).is_true());
    let Some(trace) = StackTrace::current_stack_trace(scope, limit) else { return };
    for i in 0..trace.get_frame_count() {
        let Some(frame) = trace.get_frame(scope, i) else { continue };
        let name = script_name(scope, frame);
        if name.is_empty() || name.starts_with("node:") {
            continue;
        }
        rv.set_bool(name.replace('\\', "/").contains("/node_modules/"));
        return;
    }
}
