//! The sources of lib/ and how they are compiled.
//!
//! A built-in module's id is its path below lib/ without `.js`. Its resource name, as stack traces show
//! it, is `node:<id>`.

use v8::{Local, PinScope};

use crate::value;

/// One built-in module.
#[derive(Clone, Copy, Debug)]
pub struct Source {
    /// Path below lib/ without `.js`.
    pub id: &'static str,
    /// The text.
    pub text: &'static str,
    /// V8's code cache for it, empty if there is none.
    pub code_cache: &'static [u8],
}

/// All built-in modules, sorted by id.
#[derive(Clone, Debug)]
pub struct Sources(Vec<Source>);

/// What every built-in module's body is given.
const PARAMETERS: [&str; 6] = ["exports", "require", "module", "process", "internalBinding", "primordials"];

impl Sources {
    /// Takes `sources` in any order.
    pub fn new(mut sources: Vec<Source>) -> Sources {
        sources.sort_unstable_by_key(|s| s.id);
        Sources(sources)
    }

    /// The module `id`.
    pub fn find(&self, id: &str) -> Option<&Source> {
        self.0.binary_search_by(|s| s.id.cmp(id)).ok().map(|i| &self.0[i])
    }

    /// All modules, sorted by id.
    pub fn iter(&self) -> impl Iterator<Item = &Source> {
        self.0.iter()
    }
}

/// Compiles a built-in module into a function of [`PARAMETERS`].
///
/// `for_snapshot` says that the result will be part of a snapshot, whose strings V8 must own.
/// Returns `None` with an exception pending if the text does not parse.
pub fn compile<'s>(
    scope: &mut PinScope<'s, '_>,
    source: &Source,
    for_snapshot: bool,
) -> Option<Local<'s, v8::Function>> {
    let text = if source.text.is_ascii() && !for_snapshot {
        v8::String::new_external_onebyte_static(scope, source.text.as_bytes())?
    } else {
        value::string(scope, source.text)
    };
    let resource = value::name(scope, &format!("node:{}", source.id));
    let origin = v8::ScriptOrigin::new(scope, resource.into(), 0, 0, false, 0, None, true, false, false, None);
    // Files of npm packages know CommonJS alone, and may declare names of their own for the rest.
    let known = if source.id.starts_with("internal/deps/") { &PARAMETERS[..3] } else { &PARAMETERS[..] };
    let parameters: Vec<_> = known.iter().map(|p| value::name(scope, p)).collect();
    let (mut input, options) = if source.code_cache.is_empty() {
        (v8::script_compiler::Source::new(text, Some(&origin)), v8::script_compiler::CompileOptions::NoCompileOptions)
    } else {
        let cache = v8::CachedData::new(source.code_cache);
        (
            v8::script_compiler::Source::new_with_cached_data(text, Some(&origin), cache),
            v8::script_compiler::CompileOptions::ConsumeCodeCache,
        )
    };
    v8::script_compiler::compile_function(
        scope,
        &mut input,
        &parameters,
        &[],
        options,
        v8::script_compiler::NoCacheReason::NoReason,
    )
}
