//! `internalBinding('timers')`: the native timer, check and idle watchers under lib/'s timers and immediates.
//!
//! JavaScript keeps all timers in lists over one native timer, and all immediates in a list over one
//! check watcher. The idle watcher runs only while a ref'd immediate waits: it keeps the poll from blocking.

use std::cell::RefCell;
use std::rc::Rc;

use phasor_engine::binding::{Binding, Definition, FastCall};
use phasor_engine::callback_scope::call;
use phasor_engine::{Runtime, errors, value};
use phasor_evloop::{Check, Handle, Idle, Timer};
use v8::fast_api::{CFunctionInfo, FastApiCallbackOptions, Int64Representation, Type};
use v8::{FunctionCallbackArguments, Global, Local, Object, PinScope, ReturnValue, Value};

pub const BINDING: Binding = Binding { name: "timers", define };

fn define(d: &mut Definition) {
    d.method("setupTimers", setup_timers)
        .fast_method("now", now, &NOW)
        .method("scheduleTimer", schedule_timer)
        .method("toggleTimerRef", toggle_timer_ref)
        .method("toggleImmediateRef", toggle_immediate_ref)
        .init(init);
}

fn init<'s>(scope: &mut PinScope<'s, '_>, target: Local<'s, Object>) {
    let immediate = crate::typed_array::uint32(scope, 3);
    value::set(scope, target, "immediateInfo", immediate);
    let timer = crate::typed_array::int32(scope, 1);
    value::set(scope, target, "timerInfo", timer);
}

struct Watchers {
    timer: Timer,
    _check: Check,
    idle: Idle,
    /// Loop time when the runtime started; `now()` counts from here.
    base: u64,
}

/// The watchers of a runtime, made by `setupTimers`.
#[derive(Default)]
struct State(RefCell<Option<Rc<Watchers>>>);

fn watchers(scope: &mut PinScope<'_, '_>) -> Option<Rc<Watchers>> {
    let found = Runtime::of(scope).extension::<State>().0.borrow().clone();
    if found.is_none() {
        errors::throw_error(scope, "setupTimers has not been called");
    }
    found
}

/// `setupTimers(processImmediate, processTimers)`.
fn setup_timers<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, _: ReturnValue<'_, Value>) {
    let (Ok(immediate), Ok(timers)) = (
        TryInto::<Local<'_, v8::Function>>::try_into(args.get(0)),
        TryInto::<Local<'_, v8::Function>>::try_into(args.get(1)),
    ) else {
        errors::throw_type_error(scope, "setupTimers takes two functions");
        return;
    };
    let runtime = Runtime::of(scope);
    runtime.callbacks.process_immediate.set(Global::new(scope, immediate));
    runtime.callbacks.process_timers.set(Global::new(scope, timers));
    let event_loop = runtime.event_loop();
    let check = event_loop.check();
    let weak = Rc::downgrade(&runtime);
    let started = check.start(move |_| {
        if let Some(runtime) = weak.upgrade() {
            run_immediates(&runtime);
        }
    });
    if let Err(errno) = started {
        errors::throw_system_error(scope, errno, "uv_check_start", None, None);
        return;
    }
    check.unref();
    let timer = event_loop.timer();
    let weak = Rc::downgrade(&runtime);
    let armed = timer.start(0, 0, move |_| {
        if let Some(runtime) = weak.upgrade() {
            run_timers(&runtime);
        }
    });
    if let Err(errno) = armed {
        errors::throw_system_error(scope, errno, "uv_timer_start", None, None);
        return;
    }
    // It has its callback now; lib/ arms it, and refs it with the first timer that keeps the process alive.
    timer.stop();
    timer.unref();
    let watchers = Watchers { timer, _check: check, idle: event_loop.idle(), base: event_loop.now() };
    *runtime.extension::<State>().0.borrow_mut() = Some(Rc::new(watchers));
}

/// The check phase: all immediates, again after a handled throw, until none of this turn is left.
fn run_immediates(runtime: &Rc<Runtime>) {
    if runtime.shared.immediate_count() == 0 {
        return;
    }
    loop {
        runtime.callback(|scope| {
            let Some(function) = runtime.callbacks.process_immediate.get(scope) else { return true };
            let process = runtime.process(scope);
            call(scope, process, function, &[]).is_some()
        });
        if !runtime.shared.immediate_outstanding() || runtime.is_stopping() {
            break;
        }
    }
    let none_left = runtime.shared.immediate_ref_count() == 0;
    if let Some(watchers) = runtime.extension::<State>().0.borrow().as_ref().filter(|_| none_left) {
        watchers.idle.stop();
    }
}

/// The timers phase: lib/ runs what is due and says when to come again (negative: without keeping the loop alive).
fn run_timers(runtime: &Rc<Runtime>) {
    let Some(watchers) = runtime.extension::<State>().0.borrow().clone() else { return };
    let mut next = 0.0;
    runtime.callback(|scope| {
        let Some(function) = runtime.callbacks.process_timers.get(scope) else { return true };
        let process = runtime.process(scope);
        // One reading for the whole phase: what a timer that threw has armed waits for the next one, too.
        let now = value::number(scope, watchers.now(runtime));
        loop {
            v8::scope!(let inner, scope);
            match call(inner, process, function, &[now]) {
                Some(result) => {
                    next = result.number_value(inner).unwrap_or(0.0);
                    return true;
                }
                None if runtime.is_stopping() => return false,
                // A timer threw and the error was handled, or was stuck and a person interrupted it: the others still run.
                None => {
                    inner.cancel_terminate_execution();
                }
            }
        }
    });
    if next == 0.0 || runtime.is_stopping() {
        return;
    }
    restart(&watchers, (next.abs() - watchers.now(runtime)).max(1.0));
    if next > 0.0 {
        watchers.timer.ref_();
    } else {
        watchers.timer.unref();
    }
}

fn restart(watchers: &Watchers, milliseconds: f64) {
    // Fails only on a closing handle, and this one is never closed.
    let _ = watchers.timer.restart(milliseconds as u64);
}

impl Watchers {
    /// The loop's time in milliseconds since the runtime started, read anew.
    fn now(&self, runtime: &Runtime) -> f64 {
        runtime.event_loop().update_time();
        (runtime.event_loop().now() - self.base) as f64
    }
}

/// `now()`: the loop's time in milliseconds since the runtime started.
fn now<'s>(scope: &mut PinScope<'s, '_>, _: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'_, Value>) {
    let Some(watchers) = watchers(scope) else { return };
    rv.set_double(watchers.now(&Runtime::of(scope)));
}

extern "C" fn fast_now(_receiver: Local<'_, Value>, options: *mut FastApiCallbackOptions<'_>) -> f64 {
    // SAFETY: V8 hands over options that are good for the call.
    let runtime = Runtime::of(unsafe { (*options).isolate_unchecked() });
    let watchers = runtime.extension::<State>();
    watchers.0.borrow().as_ref().map_or(0.0, |watchers| watchers.now(&runtime))
}

static NOW: FastCall = FastCall::new(
    fast_now as *const _,
    &CFunctionInfo::new(
        Type::Float64.as_info(),
        &[Type::V8Value.as_info(), Type::CallbackOptions.as_info()],
        Int64Representation::Number,
    ),
);

/// `scheduleTimer(milliseconds)`.
fn schedule_timer<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, _: ReturnValue<'_, Value>) {
    let Some(watchers) = watchers(scope) else { return };
    let milliseconds = args.get(0).number_value(scope).unwrap_or(1.0);
    restart(&watchers, milliseconds.max(1.0));
}

/// `toggleTimerRef(keepAlive)`.
fn toggle_timer_ref<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, _: ReturnValue<'_, Value>) {
    let Some(watchers) = watchers(scope) else { return };
    if args.get(0).is_true() {
        watchers.timer.ref_();
    } else {
        watchers.timer.unref();
    }
}

/// `toggleImmediateRef(keepAlive)`.
fn toggle_immediate_ref<'s>(
    scope: &mut PinScope<'s, '_>,
    args: FunctionCallbackArguments<'s>,
    _: ReturnValue<'_, Value>,
) {
    let Some(watchers) = watchers(scope) else { return };
    if args.get(0).is_true() {
        // Starting fails only on a closing handle, and this one is never closed.
        let _ = watchers.idle.start(|_| {});
    } else {
        watchers.idle.stop();
    }
}
