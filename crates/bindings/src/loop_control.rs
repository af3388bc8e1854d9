//! `internalBinding('loop_control')`: what the loop does, and holding it between two turns. For the REPL's `.loop`, `.step`,
//! `.pause` and `.trace`.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::{Duration, Instant};

use phasor_engine::binding::{Binding, Definition};
use phasor_engine::{Runtime, value};
use phasor_evloop::RunMode;
use phasor_evloop::{Event, Phase, Recorder};
use v8::{Function, FunctionCallbackArguments, Global, Local, Object, PinScope, ReturnValue, Value};

pub const BINDING: Binding = Binding { name: "loop_control", define };

fn define(d: &mut Definition) {
    d.method("watch", watch)
        .method("statistics", statistics)
        .method("currentPhase", current_phase)
        .method("hold", hold)
        .method("release", release)
        .method("step", step);
}

/// The phases in their order, with the names that libuv gives them.
const PHASES: [(Phase, &str); 7] = [
    (Phase::Timers, "timers"),
    (Phase::Pending, "pending"),
    (Phase::Idle, "idle"),
    (Phase::Prepare, "prepare"),
    (Phase::Poll, "poll"),
    (Phase::Check, "check"),
    (Phase::Closing, "closing"),
];

fn index_of(phase: Phase) -> usize {
    PHASES.iter().position(|(known, _)| *known == phase).unwrap_or(0)
}

/// Adds up where the loop's time goes.
#[derive(Default)]
struct Watch {
    /// The phase that runs, and since when.
    running: Cell<Option<(usize, Instant)>>,
    spent: RefCell<[Duration; PHASES.len()]>,
    blocked: Cell<Duration>,
    callbacks: RefCell<[u64; PHASES.len()]>,
}

impl Recorder for Watch {
    fn record(&self, event: Event) {
        match event {
            Event::PhaseBegin(phase) => self.running.set(Some((index_of(phase), Instant::now()))),
            Event::PhaseEnd(_) => {
                if let Some((index, since)) = self.running.take() {
                    self.spent.borrow_mut()[index] += since.elapsed();
                }
            }
            Event::Blocked(time) => self.blocked.set(self.blocked.get() + time),
            Event::CallbackBegin(..) | Event::Delivered(_) => {
                if let Some((index, _)) = self.running.get() {
                    self.callbacks.borrow_mut()[index] += 1;
                }
            }
            _ => {}
        }
    }
}

#[derive(Default)]
struct State {
    watch: Rc<Watch>,
    /// Called after a turn that `step` asked for.
    stepped: RefCell<Option<Global<Function>>>,
}

/// `watch()`: measures from now on.
fn watch<'s>(scope: &mut PinScope<'s, '_>, _: FunctionCallbackArguments<'s>, _: ReturnValue<'_, Value>) {
    let runtime = Runtime::of(scope);
    let state = runtime.extension::<State>();
    runtime.event_loop().set_recorder(Some(state.watch.clone()));
}

/// `statistics()`: `{ turn, blocked, phases: [[name, milliseconds, callbacks], …] }`, the time blocked in poll apart.
fn statistics<'s>(scope: &mut PinScope<'s, '_>, _: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'s, Value>) {
    let runtime = Runtime::of(scope);
    let watch = runtime.extension::<State>().watch.clone();
    let milliseconds = |time: Duration| time.as_secs_f64() * 1e3;
    let out = Object::new(scope);
    value::set_number(scope, out, "turn", runtime.event_loop().turn() as f64);
    value::set_number(scope, out, "blocked", milliseconds(watch.blocked.get()));
    let rows: Vec<Local<'s, Value>> = PHASES
        .iter()
        .enumerate()
        .map(|(index, (phase, name))| {
            let mut spent = watch.spent.borrow()[index];
            if *phase == Phase::Poll {
                spent = spent.saturating_sub(watch.blocked.get());
            }
            let row = [
                value::name(scope, name).into(),
                value::number(scope, milliseconds(spent)),
                value::number(scope, watch.callbacks.borrow()[index] as f64),
            ];
            v8::Array::new_with_elements(scope, &row).into()
        })
        .collect();
    let rows = v8::Array::new_with_elements(scope, &rows);
    value::set(scope, out, "phases", rows);
    rv.set(out.into());
}

/// `currentPhase()`: the name of the phase that runs, undefined outside of the loop.
fn current_phase<'s>(scope: &mut PinScope<'s, '_>, _: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'s, Value>) {
    let running = Runtime::of(scope).extension::<State>().watch.running.get();
    if let Some((index, _)) = running {
        rv.set(value::name(scope, PHASES[index].1).into());
    }
}

/// `hold()`: after this turn the loop stands still; only the prompt is served.
fn hold<'s>(scope: &mut PinScope<'s, '_>, _: FunctionCallbackArguments<'s>, _: ReturnValue<'_, Value>) {
    Runtime::of(scope).hold(Rc::new(|runtime| {
        crate::prompt::wait(runtime);
        let stepped = runtime.extension::<State>().stepped.take();
        if let Some(stepped) = stepped {
            runtime.event_loop().run(RunMode::NoWait);
            runtime.callback(|scope| {
                let stepped = Local::new(scope, &stepped);
                let receiver = v8::undefined(scope).into();
                phasor_engine::callback_scope::call(scope, receiver, stepped, &[]).is_some()
            });
        }
    }));
}

/// `release()`: the loop turns again.
fn release<'s>(scope: &mut PinScope<'s, '_>, _: FunctionCallbackArguments<'s>, _: ReturnValue<'_, Value>) {
    Runtime::of(scope).release();
}

/// `step(callback)`: a loop that is held makes one turn, without waiting, and calls back.
fn step<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, _: ReturnValue<'_, Value>) {
    let Ok(callback) = TryInto::<Local<'_, Function>>::try_into(args.get(0)) else { return };
    let callback = Global::new(scope, callback);
    *Runtime::of(scope).extension::<State>().stepped.borrow_mut() = Some(callback);
}
