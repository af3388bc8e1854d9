//! `internalBinding('prompt')`: the terminal's half of the REPL. A line is edited on a thread of its own; what happens
//! there wakes the loop, which calls back into lib/.

use std::cell::RefCell;
use std::path::PathBuf;
use std::rc::Rc;

use phasor_engine::binding::{Binding, Definition};
use phasor_engine::callback_scope::call;
use phasor_engine::{Runtime, errors, value};
use phasor_evloop::{Async, Errno, Handle, Signal};
use phasor_prompt::{Answer, Ask, Event, Mode, Prompt, Request, Settings};
use v8::{FunctionCallbackArguments, Global, Local, Object, PinScope, ReturnValue, Value};

pub const BINDING: Binding = Binding { name: "prompt", define };

fn define(d: &mut Definition) {
    d.method("start", start)
        .method("ask", ask)
        .method("print", print)
        .method("decideSignal", decide_signal)
        .method("close", close)
        .constant("kLine", f64::from(Mode::Line as u8))
        .constant("kEditor", f64::from(Mode::Editor as u8))
        .constant("kPlain", f64::from(Mode::Plain as u8));
}

/// The prompt of a runtime, if one is open.
#[derive(Default)]
struct State(RefCell<Option<Rc<Active>>>);

struct Active {
    prompt: RefCell<Prompt>,
    callbacks: Global<Object>,
    wake: Async,
    /// Keeps this runtime's handler of the signal in place: the editor's, which comes and goes, calls it on.
    resize: Signal,
}

fn active(scope: &mut PinScope<'_, '_>) -> Option<Rc<Active>> {
    Runtime::of(scope).extension::<State>().0.borrow().clone()
}

fn text_of<'s>(scope: &mut PinScope<'s, '_>, object: Local<'s, Object>, key: &str) -> Option<String> {
    let text = value::get(scope, object, key).filter(|text| text.is_string())?;
    Some(text.to_rust_string_lossy(scope))
}

/// `start({ historyPath, historySize, vi, colours }, callbacks)`: opens the prompt on standard input and output. The
/// callbacks are `onLine(text)`, `onInterrupt(line)` (undefined unless a line was edited), `onClose()`, `onSignal(number)`,
/// `onNotice(text)`, `onComplete(line, position)` (an array of candidates and the text that they replace),
/// `onHint(line, position)` (the rest of the word and a line to show below) and `onIsComplete(text)`.
fn start<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, _: ReturnValue<'_, Value>) {
    let (Ok(options), Ok(callbacks)) =
        (TryInto::<Local<'_, Object>>::try_into(args.get(0)), TryInto::<Local<'_, Object>>::try_into(args.get(1)))
    else {
        return;
    };
    let history_size = value::get(scope, options, "historySize").and_then(|size| size.uint32_value(scope));
    let flag = |scope: &mut PinScope<'s, '_>, key| value::get(scope, options, key).is_some_and(|flag| flag.is_true());
    let settings = Settings {
        vi: flag(scope, "vi"),
        colours: flag(scope, "colours"),
        history: text_of(scope, options, "historyPath").map(PathBuf::from),
        history_size: history_size.map_or(0, |size| size as usize),
    };
    let callbacks = Global::new(scope, callbacks);
    let runtime = Runtime::of(scope);
    let state = runtime.extension::<State>();
    if state.0.borrow().is_some() {
        return;
    }
    match open(&runtime, settings, callbacks) {
        Ok(active) => *state.0.borrow_mut() = Some(Rc::new(active)),
        Err(errno) => errors::throw_system_error(scope, errno, "prompt", None, None),
    }
}

fn open(runtime: &Rc<Runtime>, settings: Settings, callbacks: Global<Object>) -> Result<Active, Errno> {
    let weak = Rc::downgrade(runtime);
    let (wake, sender) = runtime.event_loop().async_handle(move |_| {
        if let Some(runtime) = weak.upgrade() {
            deliver(&runtime);
        }
    })?;
    let resize = runtime.event_loop().signal();
    let started = resize.start(libc::SIGWINCH, |_| {});
    resize.unref();
    let isolate = runtime.isolate_handle();
    let prompt = started.and_then(|()| {
        let terminate = move || {
            isolate.terminate_execution();
        };
        let thread = std::thread::current();
        let wake = move || {
            sender.send();
            // A loop that is held does not hear of it otherwise.
            thread.unpark();
        };
        Prompt::start(settings, wake, terminate).map_err(Errno::from)
    });
    match prompt {
        Ok(prompt) => Ok(Active { prompt: RefCell::new(prompt), callbacks, wake, resize }),
        Err(errno) => {
            wake.close(|_| {});
            resize.close(|_| {});
            Err(errno)
        }
    }
}

/// Waits for the prompt without the loop, and tells lib/ what it reported.
pub fn wait(runtime: &Rc<Runtime>) {
    std::thread::park();
    deliver(runtime);
}

/// Tells lib/ what the prompt's threads reported.
fn deliver(runtime: &Rc<Runtime>) {
    loop {
        let Some(active) = runtime.extension::<State>().0.borrow().clone() else { return };
        let event = active.prompt.borrow().next_event();
        let Some(event) = event else { return };
        match event {
            Event::Line(text) => notify(runtime, &active, "onLine", |scope| vec![value::string(scope, &text).into()]),
            Event::Interrupt(line) => {
                if active.prompt.borrow().acknowledge() {
                    // What was stuck is gone by now, and JavaScript may run again.
                    runtime.enter(|scope| scope.cancel_terminate_execution());
                }
                notify(runtime, &active, "onInterrupt", |scope| {
                    line.map(|line| value::string(scope, &line).into()).into_iter().collect()
                });
            }
            Event::Closed => notify(runtime, &active, "onClose", |_| Vec::new()),
            Event::Signal(number) => {
                notify(runtime, &active, "onSignal", |scope| vec![value::number(scope, f64::from(number))]);
            }
            Event::Notice(text) => {
                notify(runtime, &active, "onNotice", |scope| vec![value::string(scope, &text).into()]);
            }
            Event::Question(question) => {
                if question.is_open() {
                    let answer = answer(runtime, &active, &question.ask);
                    question.answer(answer);
                }
            }
        }
        if runtime.is_stopping() {
            return;
        }
    }
}

fn notify(
    runtime: &Runtime,
    active: &Active,
    method: &str,
    arguments: impl for<'s, 'i> FnOnce(&mut PinScope<'s, 'i>) -> Vec<Local<'s, Value>>,
) {
    runtime.make_callback(&active.callbacks, method, arguments);
}

/// Asks lib/. What is not an answer counts as none.
fn answer(runtime: &Runtime, active: &Active, ask: &Ask) -> Answer {
    let mut answer = Answer::Nothing;
    runtime.callback(|scope| {
        let callbacks = Local::new(scope, &active.callbacks);
        let (method, text, at) = match ask {
            Ask::Completions { line, at } => ("onComplete", line, Some(*at)),
            Ask::Hint { line, at } => ("onHint", line, Some(*at)),
            Ask::IsComplete { text } => ("onIsComplete", text, None),
        };
        let Some(function) = value::get_function(scope, callbacks, method) else { return true };
        let mut arguments: Vec<Local<'_, Value>> = vec![value::string(scope, text).into()];
        if let Some(at) = at {
            let units = text.get(..at).unwrap_or(text).encode_utf16().count();
            arguments.push(value::number(scope, units as f64));
        }
        let Some(result) = call(scope, callbacks.into(), function, &arguments) else { return false };
        answer = match ask {
            Ask::IsComplete { .. } if result.is_boolean() => Answer::IsComplete(result.is_true()),
            Ask::IsComplete { .. } => Answer::Nothing,
            Ask::Completions { .. } => completions(scope, result),
            Ask::Hint { .. } => hint(scope, result),
        };
        true
    });
    answer
}

fn element<'s>(scope: &mut PinScope<'s, '_>, pair: Local<'s, Value>, index: u32) -> Option<Local<'s, Value>> {
    TryInto::<Local<'_, v8::Array>>::try_into(pair).ok()?.get_index(scope, index)
}

fn text_at(scope: &mut PinScope<'_, '_>, pair: Local<'_, Value>, index: u32) -> String {
    v8::scope!(let scope, scope);
    let pair = Local::new(scope, pair);
    let text = element(scope, pair, index).filter(|text| text.is_string());
    text.map(|text| text.to_rust_string_lossy(scope)).unwrap_or_default()
}

fn completions<'s>(scope: &mut PinScope<'s, '_>, pair: Local<'s, Value>) -> Answer {
    let list = element(scope, pair, 0).and_then(|list| TryInto::<Local<'_, v8::Array>>::try_into(list).ok());
    let Some(list) = list else { return Answer::Nothing };
    let candidates = (0..list.length()).map(|index| text_at(scope, list.into(), index)).collect();
    Answer::Completions { candidates, replaced: text_at(scope, pair, 1) }
}

fn hint(scope: &mut PinScope<'_, '_>, pair: Local<'_, Value>) -> Answer {
    if !pair.is_array() {
        return Answer::Nothing;
    }
    Answer::Hint { completion: text_at(scope, pair, 0), preview: text_at(scope, pair, 1) }
}

/// `ask(prompt, initial, mode)`: has a line edited that begins with `initial`.
fn ask<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, _: ReturnValue<'_, Value>) {
    let Some(active) = active(scope) else { return };
    let prompt = args.get(0).to_rust_string_lossy(scope);
    let initial = if args.get(1).is_string() { args.get(1).to_rust_string_lossy(scope) } else { String::new() };
    let mode = match args.get(2).uint32_value(scope) {
        Some(1) => Mode::Editor,
        Some(2) => Mode::Plain,
        _ => Mode::Line,
    };
    active.prompt.borrow().ask(Request { prompt, initial, mode });
}

/// `print(text)`: writes to the terminal, above the line that is being edited if there is one.
fn print<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, _: ReturnValue<'_, Value>) {
    let Some(active) = active(scope) else { return };
    let text = args.get(0).to_rust_string_lossy(scope);
    active.prompt.borrow().print(&text);
}

/// `decideSignal(handled)`: whether the program handles the signal that `onSignal` told of. Otherwise it ends the process.
fn decide_signal<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, _: ReturnValue<'_, Value>) {
    if let Some(active) = active(scope) {
        active.prompt.borrow().decide_signal(args.get(0).is_true());
    }
}

/// `close()`: the terminal is as it was before `start`.
fn close<'s>(scope: &mut PinScope<'s, '_>, _: FunctionCallbackArguments<'s>, _: ReturnValue<'_, Value>) {
    leave(&Runtime::of(scope));
}

/// Closes the prompt of `runtime`, if one is open: to be called before the process ends.
pub fn leave(runtime: &Runtime) {
    let taken = runtime.extension::<State>().0.borrow_mut().take();
    if let Some(active) = taken {
        active.prompt.borrow_mut().close();
        active.wake.close(|_| {});
        active.resize.close(|_| {});
    }
}
