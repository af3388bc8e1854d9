//! How a native module is declared.
//!
//! A binding is a table of native functions and classes, plus an optional `init` that adds what a
//! table cannot say. The same declaration serves twice: to build the object that
//! `internalBinding(name)` returns, and to list the addresses that a V8 snapshot may refer to. So
//! every native function reachable from JavaScript has to be declared here, never created ad hoc.
//!
//! ```ignore
//! pub const BINDING: Binding = Binding { name: "os", define };
//!
//! fn define(d: &mut Definition) {
//!     d.method("hostname", hostname)
//!         .constant("EXAMPLE", 1.0)
//!         .init(|scope, target| { /* set more on target */ });
//!     d.class("Thing", thing_new).method("close", thing_close);
//! }
//!
//! fn hostname<'s>(scope: &mut v8::PinScope<'s, '_>, args: v8::FunctionCallbackArguments<'s>,
//!                 mut rv: v8::ReturnValue<'_, v8::Value>) { … }
//! ```

use v8::fast_api::CFunction;
use v8::{ExternalReference, FunctionCallback, Local, MapFnTo, Object, PinScope};

use crate::value;

/// A native module: its name and the function that declares its contents.
#[derive(Clone, Copy)]
pub struct Binding {
    /// What `internalBinding(name)` asks for.
    pub name: &'static str,
    /// Fills the definition. Called more than once: it must always declare the same.
    pub define: fn(&mut Definition),
}

/// Adds to the binding object what a table cannot say. It may run while the snapshot is made, so it touches
/// no process state.
pub type Init = for<'s, 'i> fn(&mut PinScope<'s, 'i>, Local<'s, Object>);

struct Method {
    name: &'static str,
    slow: FunctionCallback,
    fast: Option<&'static FastCall>,
}

/// A V8 fast call: a C function with its signature. `'static`, as V8 keeps its address.
pub struct FastCall([CFunction; 1]);

// SAFETY: the pointers inside are addresses of a function and of a constant, the same from every thread.
unsafe impl Sync for FastCall {}

impl FastCall {
    /// Describes the fast twin of a native function: the address of an `extern "C"` function and its signature.
    pub const fn new(address: *const std::ffi::c_void, info: &'static v8::fast_api::CFunctionInfo) -> FastCall {
        FastCall([CFunction::new(address, info)])
    }
}

/// A class of native objects. Instances have one internal field for [`crate::wrap`].
pub struct Class {
    name: &'static str,
    constructor: FunctionCallback,
    methods: Vec<Method>,
    accessors: Vec<(&'static str, FunctionCallback)>,
}

impl Class {
    /// Adds a method to the prototype.
    pub fn method(&mut self, name: &'static str, f: impl MapFnTo<FunctionCallback>) -> &mut Class {
        self.methods.push(Method { name, slow: f.map_fn_to(), fast: None });
        self
    }

    /// Adds a read-only accessor to the prototype.
    pub fn accessor(&mut self, name: &'static str, f: impl MapFnTo<FunctionCallback>) -> &mut Class {
        self.accessors.push((name, f.map_fn_to()));
        self
    }

    /// Adds what several classes share, such as close, ref and unref of handles.
    pub fn with(&mut self, extend: fn(&mut Class)) -> &mut Class {
        extend(self);
        self
    }
}

/// What a binding contains; see the module's example.
#[derive(Default)]
pub struct Definition {
    methods: Vec<Method>,
    classes: Vec<Class>,
    constants: Vec<(&'static str, f64)>,
    strings: Vec<(&'static str, &'static str)>,
    init: Option<Init>,
    callbacks: Vec<FunctionCallback>,
    references: Vec<ExternalReference>,
}

impl Definition {
    /// Adds a function.
    pub fn method(&mut self, name: &'static str, f: impl MapFnTo<FunctionCallback>) -> &mut Definition {
        self.methods.push(Method { name, slow: f.map_fn_to(), fast: None });
        self
    }

    /// Adds a function that optimised code may call through `fast`, without V8's calling convention.
    pub fn fast_method(
        &mut self,
        name: &'static str,
        slow: impl MapFnTo<FunctionCallback>,
        fast: &'static FastCall,
    ) -> &mut Definition {
        self.methods.push(Method { name, slow: slow.map_fn_to(), fast: Some(fast) });
        self
    }

    /// Adds a class; its methods are added to what is returned.
    pub fn class(&mut self, name: &'static str, constructor: impl MapFnTo<FunctionCallback>) -> &mut Class {
        self.classes.push(Class {
            name,
            constructor: constructor.map_fn_to(),
            methods: Vec::new(),
            accessors: Vec::new(),
        });
        self.classes.last_mut().expect("just pushed")
    }

    /// Adds a read-only number.
    pub fn constant(&mut self, name: &'static str, value: f64) -> &mut Definition {
        self.constants.push((name, value));
        self
    }

    /// Adds many read-only numbers.
    pub fn constants(&mut self, list: &[(&'static str, f64)]) -> &mut Definition {
        self.constants.extend_from_slice(list);
        self
    }

    /// Adds a read-only string.
    pub fn string(&mut self, name: &'static str, value: &'static str) -> &mut Definition {
        self.strings.push((name, value));
        self
    }

    /// Runs `init` on the finished object.
    pub fn init(&mut self, init: Init) -> &mut Definition {
        self.init = Some(init);
        self
    }

    /// Names a native function that `init` makes reachable by itself.
    pub fn reference(&mut self, f: impl MapFnTo<FunctionCallback>) -> &mut Definition {
        self.callbacks.push(f.map_fn_to());
        self
    }

    /// Names any other address (a named-property getter, say) that a template of `init` refers to.
    pub fn external(&mut self, reference: ExternalReference) -> &mut Definition {
        self.references.push(reference);
        self
    }

    fn collect(&self, out: &mut Vec<ExternalReference>) {
        let mut method = |m: &Method| {
            out.push(ExternalReference { function: m.slow });
            if let Some(fast) = m.fast {
                // V8's template refers to the description, which in turn holds the function's address.
                out.push(ExternalReference { pointer: fast.0.as_ptr().cast_mut().cast() });
            }
        };
        self.methods.iter().for_each(&mut method);
        for class in &self.classes {
            class.methods.iter().for_each(&mut method);
        }
        for class in &self.classes {
            out.push(ExternalReference { function: class.constructor });
            out.extend(class.accessors.iter().map(|(_, f)| ExternalReference { function: *f }));
        }
        out.extend(self.callbacks.iter().map(|f| ExternalReference { function: *f }));
        out.extend_from_slice(&self.references);
    }
}

/// All addresses that a snapshot made with `bindings` may refer to, always in the same order.
pub fn external_references(bindings: &[Binding]) -> Vec<ExternalReference> {
    let mut out = Vec::new();
    for binding in bindings {
        let mut definition = Definition::default();
        (binding.define)(&mut definition);
        definition.collect(&mut out);
    }
    out
}

/// Builds the object of a binding.
pub fn instantiate<'s>(scope: &mut PinScope<'s, '_>, binding: &Binding) -> Local<'s, Object> {
    let mut definition = Definition::default();
    (binding.define)(&mut definition);
    let target = Object::new(scope);
    for m in &definition.methods {
        let key = value::name(scope, m.name);
        let function = function_of(scope, m, None);
        target.set(scope, key.into(), function.into());
    }
    for class in &definition.classes {
        let template = class_template(scope, class);
        let key = value::name(scope, class.name);
        if let Some(function) = template.get_function(scope) {
            target.set(scope, key.into(), function.into());
        }
    }
    for (name, number) in &definition.constants {
        let key = value::name(scope, name);
        let number = v8::Number::new(scope, *number);
        target.define_own_property(
            scope,
            key.into(),
            number.into(),
            v8::PropertyAttribute::READ_ONLY | v8::PropertyAttribute::DONT_DELETE,
        );
    }
    for (name, text) in &definition.strings {
        let key = value::name(scope, name);
        let text = value::string(scope, text);
        target.set(scope, key.into(), text.into());
    }
    if let Some(init) = definition.init {
        init(scope, target);
    }
    target
}

fn template_of<'s>(
    scope: &PinScope<'s, '_>,
    m: &Method,
    signature: Option<Local<'s, v8::Signature>>,
) -> Local<'s, v8::FunctionTemplate> {
    let mut builder = v8::FunctionTemplate::builder_raw(m.slow);
    if let Some(signature) = signature {
        builder = builder.signature(signature);
    }
    let builder = builder.constructor_behavior(v8::ConstructorBehavior::Throw);
    match m.fast {
        Some(fast) => builder.build_fast(scope, &fast.0),
        None => builder.build(scope),
    }
}

fn function_of<'s>(
    scope: &mut PinScope<'s, '_>,
    m: &Method,
    signature: Option<Local<'s, v8::Signature>>,
) -> Local<'s, v8::Function> {
    let template = template_of(scope, m, signature);
    let function = template.get_function(scope).expect("a template without conflicts");
    let name = value::name(scope, m.name);
    function.set_name(name);
    function
}

fn class_template<'s>(scope: &mut PinScope<'s, '_>, class: &Class) -> Local<'s, v8::FunctionTemplate> {
    let template = v8::FunctionTemplate::builder_raw(class.constructor).build(scope);
    let name = value::name(scope, class.name);
    template.set_class_name(name);
    template.instance_template(scope).set_internal_field_count(1);
    let signature = v8::Signature::new(scope, template);
    let prototype = template.prototype_template(scope);
    for m in &class.methods {
        let key = value::name(scope, m.name);
        let method = template_of(scope, m, Some(signature));
        method.set_class_name(key);
        prototype.set(key.into(), method.into());
    }
    for (name, getter) in &class.accessors {
        let key = value::name(scope, name);
        let getter = v8::FunctionTemplate::builder_raw(*getter).signature(signature).build(scope);
        prototype.set_accessor_property(
            key.into(),
            Some(getter),
            None,
            v8::PropertyAttribute::READ_ONLY | v8::PropertyAttribute::DONT_DELETE,
        );
    }
    template
}
