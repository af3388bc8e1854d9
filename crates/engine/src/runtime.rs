//! One isolate, its context and its loop.
//!
//! How it starts: with an [`Image`], V8 loads the snapshot of the evaluated lib/; without one, lib/ is evaluated now.
//! Either way `internal/process/prepare` then connects it with this process, and the main module
//! (`internal/main/…`) runs. How it ends: when the loop is empty, `beforeExit` is emitted, the loop
//! goes on if that made work, then `exit` is emitted.
//!
//! Threading: a runtime belongs to the thread that made it. Everything here is reached through [`Runtime::of`] from
//! inside V8, or through the `Rc` that loop callbacks carry.

use std::any::{Any, TypeId};
use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::ffi::c_void;
use std::hash::{BuildHasherDefault, Hasher};
use std::rc::Rc;

use phasor_evloop::{Async, EventLoop, Handle, RunMode};
use v8::{Function, Global, Local, Object, PinScope, Value};

use crate::binding::{self, Binding};
use crate::builtins::{self, Sources};
use crate::callback_scope::call;
use crate::exceptions::{self, exit_code};
use crate::family::Family;
use crate::fatal;
use crate::image::Image;
use crate::platform::Tasks;
use crate::value;

/// The value of a command-line option.
#[derive(Clone, Debug, PartialEq)]
pub enum OptionValue {
    /// `--flag` or `--no-flag`.
    Bool(bool),
    /// `--name=text`.
    String(String),
    /// An option that may be given more than once.
    List(Vec<String>),
    /// `--name=number`.
    Number(f64),
}

/// Ends the process or the thread of a runtime with a code.
pub type Exit = Rc<dyn Fn(&Runtime, i32)>;

/// What a runtime is made from.
pub struct Config {
    /// The start-up image; `None` evaluates lib/ at start.
    pub image: Option<Image>,
    /// lib/, used when there is no image.
    pub sources: Sources,
    /// All native modules, always in the same order.
    pub bindings: &'static [Binding],
    /// V8's tasks of this process.
    pub tasks: Tasks,
    /// What is shared with the runtime that this one is a worker of, and with its own workers.
    pub family: Family,
    /// `process.argv`: executable, script, arguments.
    pub argv: Vec<String>,
    /// `process.execArgv`.
    pub exec_argv: Vec<String>,
    /// `process.execPath`.
    pub exec_path: String,
    /// Options by name with dashes, `--no-warnings`.
    pub options: HashMap<String, OptionValue>,
    /// The options that NODE_OPTIONS may hold.
    pub environment_flags: Vec<String>,
    /// Ends the process or, in a worker, the thread. The default is to end the process.
    pub exit: Exit,
}

/// A JavaScript function that lib/ registered to be called.
#[derive(Default)]
pub struct Callback(RefCell<Option<Global<Function>>>);

impl Callback {
    /// Registers `function`.
    pub fn set(&self, function: Global<Function>) {
        *self.0.borrow_mut() = Some(function);
    }

    /// The function, if one is registered.
    pub fn get<'s>(&self, scope: &PinScope<'s, '_>) -> Option<Local<'s, Function>> {
        self.0.borrow().as_ref().map(|f| Local::new(scope, f))
    }
}

/// What lib/ registers at start; see docs/design.md for who calls what.
#[derive(Default)]
pub struct Callbacks {
    pub tick: Callback,
    pub promise_reject: Callback,
    pub prepare_stack_trace: Callback,
    pub uncaught: Callback,
    pub format_fatal: Callback,
    pub process_immediate: Callback,
    pub process_timers: Callback,
    pub emit_before_exit: Callback,
    pub emit_exit: Callback,
}

/// Memory that lib/ and native code both read and write: typed arrays of binding objects.
pub struct SharedArray<T> {
    _store: v8::SharedRef<v8::BackingStore>,
    data: *mut T,
    length: usize,
}

impl<T: Copy> SharedArray<T> {
    /// The memory of `view`, which must not be resizable or detachable (lib/ keeps it to itself).
    ///
    /// Returns `None` if it is not aligned for `T` or empty.
    pub fn of_view(scope: &mut PinScope<'_, '_>, view: Local<'_, v8::ArrayBufferView>) -> Option<SharedArray<T>> {
        let store = view.buffer(scope)?.get_backing_store();
        let data = store.data()?.as_ptr().cast::<u8>();
        // SAFETY: the view's offset lies inside of its buffer.
        let data = unsafe { data.add(view.byte_offset()) }.cast::<T>();
        let length = view.byte_length() / size_of::<T>();
        (data.is_aligned() && length > 0).then_some(SharedArray { _store: store, data, length })
    }

    /// Element `index`.
    ///
    /// # Panics
    /// If `index` is out of bounds.
    #[inline]
    pub fn get(&self, index: usize) -> T {
        assert!(index < self.length);
        // SAFETY: in bounds, aligned, kept alive by `_store`; only this thread touches it.
        unsafe { self.data.add(index).read() }
    }

    /// Sets element `index`.
    ///
    /// # Panics
    /// If `index` is out of bounds.
    #[inline]
    pub fn set(&self, index: usize, value: T) {
        assert!(index < self.length);
        // SAFETY: as for `get`.
        unsafe { self.data.add(index).write(value) }
    }

    /// How many elements there are.
    pub fn len(&self) -> usize {
        self.length
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.length == 0
    }
}

/// The arrays of the callback scope, the phases and the exit code. Empty until lib/ is loaded.
#[derive(Default)]
pub struct Shared {
    tick: RefCell<Option<SharedArray<u8>>>,
    immediate: RefCell<Option<SharedArray<u32>>>,
    timer: RefCell<Option<SharedArray<i32>>>,
    exit: RefCell<Option<SharedArray<i32>>>,
}

impl Shared {
    /// Finds the arrays in the binding objects of a context.
    fn attach(&self, scope: &mut PinScope<'_, '_>, bindings: Local<'_, Object>) {
        *self.tick.borrow_mut() = shared_array(scope, bindings, "task_queue", "tickInfo");
        *self.immediate.borrow_mut() = shared_array(scope, bindings, "timers", "immediateInfo");
        *self.timer.borrow_mut() = shared_array(scope, bindings, "timers", "timerInfo");
        *self.exit.borrow_mut() = shared_array(scope, bindings, "process_methods", "exitInfo");
    }

    fn element<T: Copy + Default>(array: &RefCell<Option<SharedArray<T>>>, index: usize) -> T {
        array.borrow().as_ref().map(|a| a.get(index)).unwrap_or_default()
    }

    /// Whether a tick is scheduled.
    pub fn has_tick(&self) -> bool {
        Self::element(&self.tick, 0) != 0
    }

    /// Whether a rejection waits to be judged.
    pub fn has_rejection(&self) -> bool {
        Self::element(&self.tick, 1) != 0
    }

    /// Immediates that wait.
    pub fn immediate_count(&self) -> u32 {
        Self::element(&self.immediate, 0)
    }

    /// Immediates that wait and keep the loop alive.
    pub fn immediate_ref_count(&self) -> u32 {
        Self::element(&self.immediate, 1)
    }

    /// Whether a pass over the immediates was interrupted by a throw.
    pub fn immediate_outstanding(&self) -> bool {
        Self::element(&self.immediate, 2) != 0
    }

    /// JavaScript timers that wait and keep the loop alive.
    pub fn timer_count(&self) -> i32 {
        Self::element(&self.timer, 0)
    }

    /// `process.exitCode`, if one was set.
    pub fn exit_code(&self) -> Option<i32> {
        (Self::element(&self.exit, 2) != 0).then(|| Self::element(&self.exit, 1))
    }

    /// Records that the process is ending with `code`.
    pub fn set_exiting(&self, code: i32) {
        if let Some(exit) = self.exit.borrow().as_ref() {
            exit.set(0, 1);
            exit.set(1, code);
        }
    }
}

fn shared_array<T: Copy>(
    scope: &mut PinScope<'_, '_>,
    bindings: Local<'_, Object>,
    binding: &str,
    array: &str,
) -> Option<SharedArray<T>> {
    v8::scope!(let scope, scope);
    let bindings = Local::new(scope, bindings);
    let binding: Local<'_, Object> = value::get(scope, bindings, binding)?.try_into().ok()?;
    let view: Local<'_, v8::ArrayBufferView> = value::get(scope, binding, array)?.try_into().ok()?;
    SharedArray::of_view(scope, view)
}

/// See the module's documentation.
pub struct Runtime {
    isolate: v8::UnsafeRawIsolatePtr,
    isolate_key: usize,
    context: RefCell<Option<Global<v8::Context>>>,
    realm: RefCell<Option<Global<Object>>>,
    event_loop: EventLoop,
    config: Config,
    making_snapshot: bool,
    extensions: RefCell<HashMap<TypeId, Rc<dyn Any>, BuildHasherDefault<TypeIdHasher>>>,
    /// What is done in place of turning the loop, while it is held.
    held: RefCell<Option<Held>>,
    /// The `process` object, once somebody asked for it.
    process: RefCell<Option<Global<Value>>>,
    stopping: Cell<bool>,
    exit_code: Cell<Option<i32>>,
    pub(crate) depth: Cell<usize>,
    /// Functions that lib/ registered.
    pub callbacks: Callbacks,
    /// Memory shared with lib/.
    pub shared: Shared,
}

/// Waits for something to do while the loop is held, and does it.
type Held = Rc<dyn Fn(&Rc<Runtime>)>;

/// A type's id is a hash already.
#[derive(Default)]
struct TypeIdHasher(u64);

impl Hasher for TypeIdHasher {
    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(byte);
        }
    }

    fn write_u64(&mut self, hash: u64) {
        self.0 = hash;
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

/// A runtime together with the isolate that it owns.
pub struct Instance {
    // Dropped first: it holds handles into the isolate.
    runtime: Rc<Runtime>,
    isolate: Option<v8::OwnedIsolate>,
}

/// Where an isolate keeps the address of its runtime.
const RUNTIME_SLOT: u32 = 0;

impl Runtime {
    /// The runtime of an isolate.
    ///
    /// # Panics
    /// If the isolate was not made by [`Instance::new`].
    pub fn of(isolate: &v8::Isolate) -> Rc<Runtime> {
        let address = isolate.get_data(RUNTIME_SLOT).cast::<Runtime>().cast_const();
        assert!(!address.is_null(), "an isolate without a runtime");
        // SAFETY: `Instance::new` stored a pointer from `Rc::as_ptr`, and the instance keeps the `Rc` as
        // long as the isolate lives.
        unsafe {
            Rc::increment_strong_count(address);
            Rc::from_raw(address)
        }
    }

    /// The loop that this runtime's handles live on.
    pub fn event_loop(&self) -> &EventLoop {
        &self.event_loop
    }

    /// What the runtime was made from.
    pub fn config(&self) -> &Config {
        &self.config
    }

    /// The value of a command-line option.
    pub fn option(&self, name: &str) -> Option<&OptionValue> {
        self.config.options.get(name)
    }

    /// Whether a boolean option is on.
    pub fn flag(&self, name: &str) -> bool {
        matches!(self.option(name), Some(OptionValue::Bool(true)))
    }

    /// Whether a snapshot is being made: nothing of this process may be touched.
    pub fn is_making_snapshot(&self) -> bool {
        self.making_snapshot
    }

    /// The sources of lib/.
    pub fn sources(&self) -> &Sources {
        match &self.config.image {
            Some(image) => &image.sources,
            None => &self.config.sources,
        }
    }

    /// State that a binding keeps per runtime, made at first use.
    pub fn extension<T: Default + 'static>(&self) -> Rc<T> {
        let found = self.extensions.borrow().get(&TypeId::of::<T>()).cloned();
        let found = found.unwrap_or_else(|| {
            let made: Rc<dyn Any> = Rc::new(T::default());
            self.extensions.borrow_mut().insert(TypeId::of::<T>(), made.clone());
            made
        });
        found.downcast().expect("stored under its own type")
    }

    /// Holds the loop between two turns: `instead` is called, over and over, until [`Runtime::release`].
    pub fn hold(&self, instead: Held) {
        *self.held.borrow_mut() = Some(instead);
        self.event_loop.stop();
    }

    /// Lets the loop turn again.
    pub fn release(&self) {
        self.held.take();
    }

    /// Whether JavaScript must not be entered any more.
    pub fn is_stopping(&self) -> bool {
        self.stopping.get()
    }

    /// Ends the process with `code` at once (in a worker: the thread, as soon as JavaScript returns).
    pub fn exit(&self, code: i32) {
        self.shared.set_exiting(code);
        self.exit_code.set(Some(code));
        self.stopping.set(true);
        let exit = self.config.exit.clone();
        exit(self, code);
    }

    /// Stops JavaScript on this runtime's thread; the loop returns as soon as it can.
    pub fn terminate(&self) {
        self.stopping.set(true);
        self.isolate().terminate_execution();
        self.event_loop.stop();
    }

    /// The isolate. Use it on the runtime's thread only.
    fn isolate(&self) -> v8::Isolate {
        // SAFETY: the instance keeps the isolate alive as long as anything can call this.
        unsafe { v8::Isolate::from_raw_isolate_ptr(self.isolate) }
    }

    /// Another thread's means to interrupt or terminate JavaScript here.
    pub fn isolate_handle(&self) -> v8::IsolateHandle {
        self.isolate().thread_safe_handle()
    }

    /// Runs `body` with handles and the main context, without a drain. Callbacks of the loop use
    /// [`Runtime::callback`] instead.
    pub fn enter<R>(&self, body: impl for<'s, 'i> FnOnce(&mut PinScope<'s, 'i>) -> R) -> R {
        let mut isolate = self.isolate();
        v8::scope!(let scope, &mut isolate);
        let context = self.context.borrow().as_ref().map(|context| Local::new(scope, context));
        let context = context.unwrap_or_else(|| v8::Context::new(scope, Default::default()));
        let scope = &mut v8::ContextScope::new(scope, context);
        body(scope)
    }

    /// The `process` object.
    pub fn process<'s>(&self, scope: &mut PinScope<'s, '_>) -> Local<'s, Value> {
        if let Some(process) = self.process.borrow().as_ref() {
            return Local::new(scope, process);
        }
        let Some(process) = self.realm_property(scope, "process") else { return v8::undefined(scope).into() };
        *self.process.borrow_mut() = Some(Global::new(scope, process));
        process
    }

    fn realm_property<'s>(&self, scope: &mut PinScope<'s, '_>, key: &str) -> Option<Local<'s, Value>> {
        let realm = self.realm.borrow().as_ref().map(|r| Local::new(scope, r))?;
        value::get(scope, realm, key)
    }

    /// A typed array that a binding's object holds, to be written by native code.
    pub fn shared_array<T: Copy>(
        &self,
        scope: &mut PinScope<'_, '_>,
        binding: &str,
        array: &str,
    ) -> Option<SharedArray<T>> {
        v8::scope!(let scope, scope);
        let bindings: Local<'_, Object> = self.realm_property(scope, "bindings")?.try_into().ok()?;
        shared_array(scope, bindings, binding, array)
    }

    /// The exports of a built-in module.
    pub fn require_builtin<'s>(&self, scope: &mut PinScope<'s, '_>, id: &str) -> Option<Local<'s, Value>> {
        let require: Local<'_, Function> = self.realm_property(scope, "require")?.try_into().ok()?;
        let id = value::string(scope, id);
        let receiver = v8::undefined(scope);
        require.call(scope, receiver.into(), &[id.into()])
    }

    /// The object that `internalBinding(name)` returns; lib/ keeps it, so this builds a new one at each call.
    pub fn make_binding<'s>(&self, scope: &mut PinScope<'s, '_>, name: &str) -> Option<Local<'s, Object>> {
        let binding = self.config.bindings.iter().find(|b| b.name == name)?;
        Some(binding::instantiate(scope, binding))
    }

    /// Evaluates lib/ in the current context, up to the point where the snapshot is taken.
    ///
    /// Returns `None` with an exception pending when lib/ throws.
    fn bootstrap(&self, scope: &mut PinScope<'_, '_>) -> Option<()> {
        let realm = Object::new(scope);
        let null = v8::null(scope);
        realm.set_prototype(scope, null.into());
        let bindings = Object::new(scope);
        bindings.set_prototype(scope, null.into());
        let process = Object::new(scope);
        let primordials = Object::new(scope);
        value::set(scope, realm, "bindings", bindings);
        value::set(scope, realm, "process", process);
        value::set(scope, realm, "primordials", primordials);
        *self.realm.borrow_mut() = Some(Global::new(scope, realm));

        let undefined: Local<'_, Value> = v8::undefined(scope).into();
        let builtin = self.make_binding(scope, "builtins").expect("bindings has builtins");
        value::set(scope, bindings, "builtins", builtin);
        let arguments: [Local<'_, Value>; 6] =
            [realm.into(), undefined, undefined, process.into(), builtin.into(), primordials.into()];
        for id in ["internal/primordials", "internal/bootstrap/realm"] {
            let source = self.sources().find(id).expect("lib/ is complete");
            let body = builtins::compile(scope, source, self.making_snapshot)?;
            body.call(scope, undefined, &arguments)?;
        }
        self.require_builtin(scope, "internal/bootstrap/node").map(|_| ())
    }

    /// Connects lib/ with this process.
    fn prepare(&self, scope: &mut PinScope<'_, '_>) -> Option<()> {
        let bindings: Local<'_, Object> = self.realm_property(scope, "bindings")?.try_into().ok()?;
        self.shared.attach(scope, bindings);
        let exports: Local<'_, Object> = self.require_builtin(scope, "internal/process/prepare")?.try_into().ok()?;
        let prepare = value::get_function(scope, exports, "prepareProcess")?;
        let undefined = v8::undefined(scope);
        prepare.call(scope, undefined.into(), &[]).map(|_| ())
    }

    fn run_tasks(&self) {
        while let Some(pending) = self.config.tasks.take(self.isolate_key) {
            if pending.delay > 0.0 {
                self.run_later(pending);
                continue;
            }
            self.callback(|_| {
                pending.task.run();
                true
            });
        }
    }

    fn run_later(&self, pending: crate::platform::Pending) {
        let timer = self.event_loop.timer();
        let weak = self.isolate_key;
        let tasks = self.config.tasks.clone();
        let mut task = Some(pending.task);
        let handle = timer.clone();
        let milliseconds = (pending.delay * 1000.0).ceil() as u64;
        let started = timer.start(milliseconds, 0, move |_| {
            if let Some(task) = task.take() {
                tasks.post_now(weak, task);
            }
            handle.close(|_| {});
        });
        if started.is_ok() {
            timer.unref();
        }
    }
}

impl Instance {
    /// Makes an isolate with the runtime's context, ready to run a main module.
    ///
    /// # Errors
    /// The exit code, when lib/ failed to start (the reason is printed on standard error) or the loop could not be made.
    pub fn new(config: Config) -> Result<Instance, i32> {
        let references = binding::external_references(config.bindings);
        let mut parameters = v8::Isolate::create_params()
            .external_references(references.into())
            .heap_limits_from_system_memory(physical_memory(), 0);
        if let Some(image) = &config.image {
            parameters = parameters.snapshot_blob(v8::StartupData::from(image.snapshot));
        }
        let isolate = v8::Isolate::new(parameters);
        let from_image = config.image.is_some();
        let mut instance = Instance::with_isolate(isolate, config, false)?;
        let runtime = instance.runtime.clone();
        let attached = {
            let isolate = instance.isolate.as_mut().expect("set by with_isolate");
            v8::scope!(let scope, isolate);
            let saved =
                if from_image { v8::Context::from_snapshot(scope, MAIN_CONTEXT, Default::default()) } else { None };
            let context = saved.unwrap_or_else(|| v8::Context::new(scope, Default::default()));
            *runtime.context.borrow_mut() = Some(Global::new(scope, context));
            let scope = &mut v8::ContextScope::new(scope, context);
            v8::tc_scope!(let scope, scope);
            let booted = if from_image {
                scope.get_context_data_from_snapshot_once::<Object>(REALM_DATA).ok().map(|realm| {
                    *runtime.realm.borrow_mut() = Some(Global::new(scope, realm));
                })
            } else {
                runtime.bootstrap(scope)
            };
            let done = booted.and_then(|()| runtime.prepare(scope));
            if done.is_none() {
                report_failure(scope, &runtime);
            }
            done.is_some()
        };
        if attached { Ok(instance) } else { Err(runtime.exit_code.get().unwrap_or(exit_code::BOOTSTRAP_FAILURE)) }
    }

    fn with_isolate(mut isolate: v8::OwnedIsolate, config: Config, making_snapshot: bool) -> Result<Instance, i32> {
        let event_loop = EventLoop::new().map_err(|error| {
            exceptions::write_stderr(&format!("phasor: cannot make an event loop: {error}\n"));
            exit_code::GENERIC_USER_ERROR
        })?;
        isolate.set_microtasks_policy(v8::MicrotasksPolicy::Explicit);
        fatal::install(&mut isolate);
        if config.options.get("--trace-uncaught") == Some(&OptionValue::Bool(true)) {
            isolate.set_capture_stack_trace_for_uncaught_exceptions(true, UNCAUGHT_STACK_FRAMES);
        }
        // SAFETY: the pointer is used only while the instance owns the isolate.
        let pointer = unsafe { isolate.as_raw_isolate_ptr() };
        let runtime = Rc::new(Runtime {
            isolate: pointer,
            // SAFETY: only the address is taken; V8 names an isolate by it when it posts tasks.
            isolate_key: unsafe { std::mem::transmute::<v8::UnsafeRawIsolatePtr, *mut c_void>(pointer) } as usize,
            context: RefCell::default(),
            realm: RefCell::default(),
            event_loop,
            config,
            making_snapshot,
            extensions: RefCell::default(),
            held: RefCell::default(),
            process: RefCell::default(),
            stopping: Cell::new(false),
            exit_code: Cell::new(None),
            depth: Cell::new(0),
            callbacks: Callbacks::default(),
            shared: Shared::default(),
        });
        isolate.set_data(RUNTIME_SLOT, Rc::as_ptr(&runtime).cast_mut().cast());
        Ok(Instance { runtime, isolate: Some(isolate) })
    }

    /// The runtime.
    pub fn runtime(&self) -> &Rc<Runtime> {
        &self.runtime
    }

    /// Runs `main` (the id of a built-in module below `internal/main/`), then the loop until nothing is left, and
    /// returns the exit code.
    pub fn run(&mut self, main: &str) -> i32 {
        let runtime = &self.runtime;
        let wake = self.start_tasks();
        runtime.callback(|scope| {
            v8::tc_scope!(let scope, scope);
            let done = runtime.require_builtin(scope, main);
            if done.is_none() && scope.has_caught() && !scope.has_terminated() {
                let error = scope.exception().expect("has caught");
                let message = scope.message();
                scope.reset();
                exceptions::uncaught(scope, error, message, false);
                // The main script's failure, once handled, still drains what it queued before.
                return !runtime.is_stopping();
            }
            done.is_some()
        });
        let code = self.spin();
        if let Some(wake) = wake {
            wake.close(|_| {});
        }
        code
    }

    /// Tasks that V8 posts for this isolate wake the loop from now on.
    fn start_tasks(&self) -> Option<Async> {
        let runtime = Rc::downgrade(&self.runtime);
        let (wake, sender) = self
            .runtime
            .event_loop
            .async_handle(move |_| {
                if let Some(runtime) = runtime.upgrade() {
                    runtime.run_tasks();
                }
            })
            .ok()?;
        wake.unref();
        self.runtime.config.tasks.attach(self.runtime.isolate_key, sender);
        Some(wake)
    }

    /// Runs the loop until nothing is left; emits `beforeExit` and `exit`.
    fn spin(&mut self) -> i32 {
        let runtime = self.runtime.clone();
        while !runtime.is_stopping() {
            let held = runtime.held.borrow().clone();
            if let Some(instead) = held {
                instead(&runtime);
                continue;
            }
            runtime.event_loop.run(RunMode::Default);
            if runtime.is_stopping() {
                break;
            }
            runtime.run_tasks();
            if runtime.event_loop.alive() {
                continue;
            }
            if self.isolate.as_ref().is_some_and(|i| i.has_pending_background_tasks()) {
                std::thread::yield_now();
                continue;
            }
            runtime.call_lifecycle(&runtime.callbacks.emit_before_exit);
            if runtime.is_stopping() || !runtime.event_loop.alive() {
                break;
            }
        }
        if !runtime.is_stopping() {
            runtime.call_lifecycle(&runtime.callbacks.emit_exit);
        }
        runtime.exit_code.get().or_else(|| runtime.shared.exit_code()).unwrap_or(0)
    }
}

impl Runtime {
    fn call_lifecycle(&self, callback: &Callback) {
        self.callback(|scope| {
            let Some(function) = callback.get(scope) else { return true };
            let process = self.process(scope);
            call(scope, process, function, &[]).is_some()
        });
    }
}

impl Drop for Instance {
    fn drop(&mut self) {
        self.runtime.config.tasks.detach(self.runtime.isolate_key);
        // Handles into the isolate go before it does.
        self.runtime.stopping.set(true);
        self.runtime.extensions.borrow_mut().clear();
        *self.runtime.realm.borrow_mut() = None;
        *self.runtime.process.borrow_mut() = None;
        *self.runtime.context.borrow_mut() = None;
    }
}

/// How many frames `--trace-uncaught` shows.
const UNCAUGHT_STACK_FRAMES: i32 = 10;

/// The realm object's place in the snapshot.
const REALM_DATA: usize = 0;
/// The place of lib/'s context in the snapshot.
const MAIN_CONTEXT: usize = 0;

/// Evaluates lib/ in a fresh isolate and returns V8's snapshot of it.
///
/// # Errors
/// The exit code, when lib/ throws; the reason is printed on standard error.
pub fn make_snapshot(config: Config) -> Result<Vec<u8>, i32> {
    let references = binding::external_references(config.bindings);
    let isolate = v8::Isolate::snapshot_creator(Some(references.into()), None);
    let mut instance = Instance::with_isolate(isolate, config, true)?;
    let runtime = instance.runtime.clone();
    let mut isolate = instance.isolate.take().expect("set by with_isolate");
    let evaluated = {
        v8::scope!(let scope, &mut isolate);
        // The contexts that a program makes with the vm module start from this one, which knows nothing of lib/.
        let plain = v8::Context::new(scope, Default::default());
        scope.set_default_context(plain);
        let context = v8::Context::new(scope, Default::default());
        *runtime.context.borrow_mut() = Some(Global::new(scope, context));
        let scope = &mut v8::ContextScope::new(scope, context);
        v8::tc_scope!(let scope, scope);
        let done = runtime.bootstrap(scope);
        if done.is_none() {
            report_failure(scope, &runtime);
        } else {
            scope.perform_microtask_checkpoint();
            let realm = runtime.realm.borrow().as_ref().map(|r| Local::new(scope, r)).expect("bootstrapped");
            let index = scope.add_context_data(context, realm);
            assert_eq!(index, REALM_DATA);
            let index = scope.add_context(context);
            assert_eq!(index, MAIN_CONTEXT);
        }
        done.is_some()
    };
    // No handle may be left when the blob is made.
    drop(instance);
    drop(runtime);
    if !evaluated {
        // V8 wants a blob made before a snapshot creator goes; without a context there is none to make.
        std::mem::forget(isolate);
        return Err(exit_code::BOOTSTRAP_FAILURE);
    }
    let blob = isolate.create_blob(v8::FunctionCodeHandling::Keep);
    blob.map(|blob| blob.to_vec()).ok_or(exit_code::BOOTSTRAP_FAILURE)
}

fn report_failure<'s, 'obj>(
    scope: &mut v8::PinnedRef<'_, v8::TryCatch<'s, 'obj, v8::HandleScope<'_>>>,
    runtime: &Runtime,
) {
    if let Some(error) = scope.exception() {
        let message = scope.message();
        scope.reset();
        exceptions::report(scope, runtime, error, message);
    }
}

fn physical_memory() -> u64 {
    // SAFETY: sysconf has no preconditions.
    let (pages, size) = unsafe { (libc::sysconf(libc::_SC_PHYS_PAGES), libc::sysconf(libc::_SC_PAGESIZE)) };
    u64::try_from(pages).unwrap_or(0).saturating_mul(u64::try_from(size).unwrap_or(0))
}
