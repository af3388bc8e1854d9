//! `internalBinding('modules')`: where a specifier leads, and what a package.json says.
//!
//! The resolver's errors become JavaScript errors through the function that lib/ registers with
//! `setErrorFactory`; deprecations go to the one of `setWarningHandler`.

use std::cell::RefCell;
use std::rc::Rc;

use phasor_engine::binding::{Binding, Definition};
use phasor_engine::runtime::Callback;
use phasor_engine::{Runtime, value};
use phasor_resolver::{NativeFileSystem, Options, ResolveError, Resolver};
use v8::{FunctionCallbackArguments, Global, Local, PinScope, ReturnValue, Value};

pub const BINDING: Binding = Binding { name: "modules", define };

type NativeResolver = Resolver<NativeFileSystem>;

/// The resolver of a runtime, and lib/'s functions.
#[derive(Default)]
struct State {
    resolver: RefCell<Option<Rc<NativeResolver>>>,
    error_factory: Callback,
    warning_handler: Callback,
}

fn define(d: &mut Definition) {
    d.method("setup", setup)
        .method("setErrorFactory", set_error_factory)
        .method("setWarningHandler", set_warning_handler)
        .method("beginLoad", begin_load)
        .method("endLoad", end_load)
        .method("findPath", find_path)
        .method("resolveSelf", resolve_self)
        .method("resolveImports", resolve_imports)
        .method("resolveImport", resolve_import)
        .method("formatOf", format_of)
        .method("packageScope", package_scope)
        .method("packageJSONOf", package_json_of);
}

fn state(scope: &PinScope<'_, '_>) -> Rc<State> {
    Runtime::of(scope).extension::<State>()
}

fn resolver(state: &State) -> Rc<NativeResolver> {
    let mut slot = state.resolver.borrow_mut();
    slot.get_or_insert_with(|| Rc::new(Resolver::new(NativeFileSystem, Options::default()))).clone()
}

fn text(scope: &PinScope<'_, '_>, value: Local<'_, Value>) -> String {
    value.to_rust_string_lossy(scope)
}

fn optional_text(scope: &PinScope<'_, '_>, value: Local<'_, Value>) -> Option<String> {
    value.is_string().then(|| text(scope, value))
}

/// The strings of an array; `None` if `value` is no array.
fn texts<'s>(scope: &mut PinScope<'s, '_>, value: Local<'s, Value>) -> Option<Vec<String>> {
    let array: Local<'_, v8::Array> = value.try_into().ok()?;
    let mut out = Vec::with_capacity(array.length() as usize);
    for i in 0..array.length() {
        let item = array.get_index(scope, i)?;
        out.push(text(scope, item));
    }
    Some(out)
}

fn cwd() -> String {
    std::env::current_dir().map(|path| path.to_string_lossy().into_owned()).unwrap_or_else(|_| "/".to_owned())
}

/// `setup(requireConditions, importConditions, builtins, preserveSymlinks, preserveSymlinksMain, typescript)`.
fn setup<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, _: ReturnValue<'_, Value>) {
    let options = Options {
        require_conditions: texts(scope, args.get(0)).unwrap_or_default(),
        import_conditions: texts(scope, args.get(1)).unwrap_or_default(),
        builtins: texts(scope, args.get(2)).unwrap_or_default().into_iter().collect(),
        preserve_symlinks: args.get(3).is_true(),
        preserve_symlinks_main: args.get(4).is_true(),
        typescript: args.get(5).is_true(),
    };
    *state(scope).resolver.borrow_mut() = Some(Rc::new(Resolver::new(NativeFileSystem, options)));
}

fn register<'s>(scope: &mut PinScope<'s, '_>, slot: &Callback, function: Local<'s, Value>) {
    if let Ok(function) = TryInto::<Local<'_, v8::Function>>::try_into(function) {
        slot.set(Global::new(scope, function));
    }
}

/// `setErrorFactory(fn(code, message, isTypeError, url, path, requestPath, invalidURL) → error)`.
fn set_error_factory<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, _: ReturnValue<'_, Value>) {
    let state = state(scope);
    register(scope, &state.error_factory, args.get(0));
}

/// `setWarningHandler(fn(code, message))`.
fn set_warning_handler<'s>(
    scope: &mut PinScope<'s, '_>,
    args: FunctionCallbackArguments<'s>,
    _: ReturnValue<'_, Value>,
) {
    let state = state(scope);
    register(scope, &state.warning_handler, args.get(0));
}

fn throw(scope: &mut PinScope<'_, '_>, state: &State, error: &ResolveError) {
    let Some(factory) = state.error_factory.get(scope) else {
        phasor_engine::errors::throw_coded(
            scope,
            if error.code.is_type_error() {
                phasor_engine::errors::ErrorClass::TypeError
            } else {
                phasor_engine::errors::ErrorClass::Error
            },
            error.code.name(),
            &error.message,
        );
        return;
    };
    let undefined: Local<'_, Value> = v8::undefined(scope).into();
    let arguments: [Local<'_, Value>; 7] = [
        value::string(scope, error.code.name()).into(),
        value::string(scope, &error.message).into(),
        v8::Boolean::new(scope, error.code.is_type_error()).into(),
        text_or_undefined(scope, error.url.as_deref()),
        text_or_undefined(scope, error.path.as_deref()),
        text_or_undefined(scope, error.request_path.as_deref()),
        text_or_undefined(scope, error.invalid_url.as_deref()),
    ];
    if let Some(error) = factory.call(scope, undefined, &arguments) {
        scope.throw_exception(error);
    }
}

fn text_or_undefined<'s>(scope: &PinScope<'s, '_>, text: Option<&str>) -> Local<'s, Value> {
    match text {
        Some(text) => value::string(scope, text).into(),
        None => v8::undefined(scope).into(),
    }
}

/// Emits the deprecations that a resolution met. False if the handler threw.
fn emit_warnings(scope: &mut PinScope<'_, '_>, state: &State, resolver: &NativeResolver) -> bool {
    let warnings = resolver.take_warnings();
    if warnings.is_empty() {
        return true;
    }
    let Some(handler) = state.warning_handler.get(scope) else { return true };
    let undefined: Local<'_, Value> = v8::undefined(scope).into();
    warnings.into_iter().all(|warning| {
        let code = value::string(scope, warning.code).into();
        let message = value::string(scope, &warning.message).into();
        handler.call(scope, undefined, &[code, message]).is_some()
    })
}

/// Runs `resolve`, then emits warnings and throws its error, if any.
fn resolved<T>(
    scope: &mut PinScope<'_, '_>,
    resolve: impl FnOnce(&NativeResolver) -> Result<T, ResolveError>,
) -> Option<T> {
    let state = state(scope);
    let resolver = resolver(&state);
    let result = resolve(&resolver);
    if !emit_warnings(scope, &state, &resolver) {
        return None;
    }
    match result {
        Ok(found) => Some(found),
        Err(error) => {
            throw(scope, &state, &error);
            None
        }
    }
}

/// `beginLoad()`: remember the kinds of files from now on.
fn begin_load<'s>(scope: &mut PinScope<'s, '_>, _: FunctionCallbackArguments<'s>, _: ReturnValue<'_, Value>) {
    resolver(&state(scope)).begin_load();
}

/// `endLoad()`: forget them.
fn end_load<'s>(scope: &mut PinScope<'s, '_>, _: FunctionCallbackArguments<'s>, _: ReturnValue<'_, Value>) {
    resolver(&state(scope)).end_load();
}

fn return_text<'s>(scope: &mut PinScope<'s, '_>, rv: &mut ReturnValue<'_, Value>, found: Option<&str>) {
    if let Some(found) = found {
        rv.set(value::string(scope, found).into());
    }
}

/// `findPath(request, folders, extensions, isMain, conditions)`: the file, or undefined. Folders may be relative to
/// the working directory; conditions default to those of `require`.
fn find_path<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'_, Value>) {
    let request = text(scope, args.get(0));
    let absolute = request.starts_with('/');
    let mut folders = if absolute { Vec::new() } else { texts(scope, args.get(1)).unwrap_or_default() };
    for folder in &mut folders {
        if !folder.starts_with('/') {
            *folder = phasor_resolver::path::resolve(&cwd(), folder);
        }
    }
    let extensions = texts(scope, args.get(2)).unwrap_or_default();
    let is_main = args.get(3).is_true();
    let conditions = texts(scope, args.get(4));
    let found = resolved(scope, |resolver| {
        let conditions = conditions.as_ref().unwrap_or(&resolver.options().require_conditions);
        resolver.find_path(&request, &folders, &extensions, is_main, conditions)
    });
    return_text(scope, &mut rv, found.flatten().as_deref());
}

/// `resolveSelf(request, parentPath, conditions)`: the file that a package's own name leads to, or undefined.
fn resolve_self<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'_, Value>) {
    let request = text(scope, args.get(0));
    let parent = text(scope, args.get(1));
    let conditions = texts(scope, args.get(2));
    let found = resolved(scope, |resolver| {
        let conditions = conditions.as_ref().unwrap_or(&resolver.options().require_conditions);
        resolver.resolve_self(&request, &parent, conditions)
    });
    return_text(scope, &mut rv, found.flatten().as_deref());
}

/// `resolveImports(request, parentPath, conditions)`: the file that `#name` leads to for `require`, or undefined if the
/// package has no `imports`.
fn resolve_imports<'s>(
    scope: &mut PinScope<'s, '_>,
    args: FunctionCallbackArguments<'s>,
    mut rv: ReturnValue<'_, Value>,
) {
    let request = text(scope, args.get(0));
    let parent = text(scope, args.get(1));
    let conditions = texts(scope, args.get(2));
    let found = resolved(scope, |resolver| {
        let conditions = conditions.as_ref().unwrap_or(&resolver.options().require_conditions);
        resolver.resolve_imports(&request, &parent, conditions)
    });
    return_text(scope, &mut rv, found.flatten().as_deref());
}

/// `resolveImport(specifier, parentURL, conditions)`: `[url, format]`; the format is undefined where only loading tells.
fn resolve_import<'s>(
    scope: &mut PinScope<'s, '_>,
    args: FunctionCallbackArguments<'s>,
    mut rv: ReturnValue<'_, Value>,
) {
    let specifier = text(scope, args.get(0));
    let parent = optional_text(scope, args.get(1));
    let conditions = texts(scope, args.get(2));
    let cwd = if parent.is_none() { cwd() } else { String::new() };
    let found =
        resolved(scope, |resolver| resolver.resolve_import(&specifier, parent.as_deref(), &cwd, conditions.as_deref()));
    if let Some(found) = found {
        let url = value::string(scope, &found.url).into();
        let format = text_or_undefined(scope, found.format.and_then(phasor_resolver::Format::name));
        let pair = v8::Array::new_with_elements(scope, &[url, format]);
        rv.set(pair.into());
    }
}

/// `formatOf(path)`: the format by extension and package, undefined where only the source tells.
fn format_of<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'_, Value>) {
    let path = text(scope, args.get(0));
    let format = resolved(scope, |resolver| resolver.format_of(&path));
    return_text(scope, &mut rv, format.and_then(phasor_resolver::Format::name));
}

/// `packageScope(path)`: `[path of the package.json, type]` of the package that a file belongs to, or undefined.
fn package_scope<'s>(
    scope: &mut PinScope<'s, '_>,
    args: FunctionCallbackArguments<'s>,
    mut rv: ReturnValue<'_, Value>,
) {
    let path = text(scope, args.get(0));
    if let Some(Some(package)) = resolved(scope, |resolver| resolver.scope_of(&path)) {
        let pair = value::string_array(scope, [package.path.as_str(), package.package_type.name()]);
        rv.set(pair.into());
    }
}

/// `packageJSONOf(specifier, basePath)`: the package.json that a bare specifier leads to.
fn package_json_of<'s>(
    scope: &mut PinScope<'s, '_>,
    args: FunctionCallbackArguments<'s>,
    mut rv: ReturnValue<'_, Value>,
) {
    let specifier = text(scope, args.get(0));
    let base = text(scope, args.get(1));
    let found = resolved(scope, |resolver| resolver.package_json_of(&specifier, &base));
    return_text(scope, &mut rv, found.as_deref());
}
