//! The class `StatWatcher`: a file looked at again and again. It reports a change by
//! `onchange(status, values)`, the values being those of the new stat and then those of the old one.

use std::cell::{Cell, RefCell};
use std::ffi::CString;
use std::rc::Rc;

use phasor_engine::binding::Definition;
use phasor_engine::{Runtime, wrap};
use phasor_evloop::fs::{self, Stat};
use phasor_evloop::{Errno, EventLoop, Handle, Timer, WorkError};
use v8::{ArrayBuffer, FunctionCallbackArguments, Global, Integer, Object, PinScope, ReturnValue, Value};

use super::arguments;
use super::stat::{FIELDS, fields};

pub fn define(d: &mut Definition) {
    d.class("StatWatcher", construct)
        .method("start", start)
        .method("close", close)
        .method("ref", reference)
        .method("unref", unreference);
}

/// What the latest look gave.
#[derive(Clone, Copy, PartialEq)]
enum Seen {
    Nothing,
    File,
    Failure(Errno),
}

/// A watcher that is started. Its object stays alive as long as this does.
struct Active {
    runtime: std::rc::Weak<Runtime>,
    object: Global<Object>,
    path: CString,
    bigint: bool,
    timer: Timer,
    seen: Cell<Seen>,
    last: Cell<Stat>,
    /// A look is under way.
    looking: Cell<bool>,
    closed: Cell<bool>,
}

#[derive(Default)]
struct Watcher {
    bigint: bool,
    active: RefCell<Option<Rc<Active>>>,
}

impl Drop for Watcher {
    fn drop(&mut self) {
        self.stop();
    }
}

impl Watcher {
    fn stop(&self) {
        if let Some(active) = self.active.take() {
            active.closed.set(true);
            active.timer.close(|_| {});
        }
    }
}

impl Active {
    fn look(self: &Rc<Active>, event_loop: &EventLoop) {
        if self.closed.get() || self.looking.replace(true) {
            return;
        }
        let path = self.path.clone();
        let this = self.clone();
        event_loop.queue_work(move || fs::stat(&path), move |_, result| this.on_result(result));
    }

    fn on_result(&self, result: Result<Result<Stat, Errno>, WorkError>) {
        self.looking.set(false);
        let Ok(result) = result else { return };
        if self.closed.get() {
            return;
        }
        let (seen, last) = (self.seen.get(), self.last.get());
        match result {
            Err(errno) => {
                self.seen.set(Seen::Failure(errno));
                if seen != Seen::Failure(errno) {
                    self.report(errno.code(), Stat::default(), last);
                }
            }
            Ok(status) => {
                self.seen.set(Seen::File);
                self.last.set(status);
                if seen != Seen::Nothing && (seen != Seen::File || status != last) {
                    self.report(0, status, last);
                }
            }
        }
    }

    fn report(&self, status: i32, new: Stat, old: Stat) {
        let Some(runtime) = self.runtime.upgrade() else {
            return;
        };
        runtime.make_callback(&self.object, "onchange", |scope| {
            vec![Integer::new(scope, status).into(), self.values(scope, &new, &old)]
        });
    }

    fn values<'s>(&self, scope: &mut PinScope<'s, '_>, new: &Stat, old: &Stat) -> v8::Local<'s, Value> {
        let numbers = fields(new).into_iter().chain(fields(old));
        let bytes: Vec<u8> = if self.bigint {
            numbers.flat_map(i64::to_ne_bytes).collect()
        } else {
            numbers.flat_map(|n| (n as f64).to_ne_bytes()).collect()
        };
        let store = ArrayBuffer::new_backing_store_from_vec(bytes).make_shared();
        let buffer = ArrayBuffer::with_backing_store(scope, &store);
        let array: Option<v8::Local<'s, Value>> = if self.bigint {
            v8::BigInt64Array::new(scope, buffer, 0, FIELDS * 2).map(Into::into)
        } else {
            v8::Float64Array::new(scope, buffer, 0, FIELDS * 2).map(Into::into)
        };
        array.unwrap_or_else(|| v8::undefined(scope).into())
    }
}

/// `new StatWatcher(bigint)`.
fn construct<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, _: ReturnValue<'_, Value>) {
    if args.is_construct_call() {
        let watcher = Watcher { bigint: args.get(0).is_true(), active: RefCell::default() };
        wrap::attach(scope, args.this(), watcher);
    }
}

/// `start(path, interval)` → 0 or an error number.
fn start<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'_, Value>) {
    let Some(watcher) = wrap::this::<Watcher>(scope, &args) else {
        return;
    };
    let Some(path) = arguments::path(scope, args.get(0)) else {
        return;
    };
    let interval = u64::from(arguments::unsigned(scope, args.get(1)).max(1));
    if watcher.active.borrow().is_some() {
        rv.set_int32(0);
        return;
    }
    let runtime = Runtime::of(scope);
    let event_loop = runtime.event_loop();
    let active = Rc::new(Active {
        runtime: Rc::downgrade(&runtime),
        object: Global::new(scope, args.this()),
        path,
        bigint: watcher.bigint,
        timer: event_loop.timer(),
        seen: Cell::new(Seen::Nothing),
        last: Cell::default(),
        looking: Cell::new(false),
        closed: Cell::new(false),
    });
    let weak = Rc::downgrade(&active);
    let result = active.timer.start(interval, interval, move |event_loop| {
        if let Some(active) = weak.upgrade() {
            active.look(event_loop);
        }
    });
    active.look(event_loop);
    *watcher.active.borrow_mut() = Some(active);
    rv.set_int32(result.err().map_or(0, Errno::code));
}

/// `close()`.
fn close<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, _: ReturnValue<'_, Value>) {
    if let Some(watcher) = wrap::this::<Watcher>(scope, &args) {
        watcher.stop();
    }
}

fn reference<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, _: ReturnValue<'_, Value>) {
    let Some(watcher) = wrap::this::<Watcher>(scope, &args) else {
        return;
    };
    if let Some(active) = watcher.active.borrow().as_ref() {
        active.timer.ref_();
    }
}

fn unreference<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, _: ReturnValue<'_, Value>) {
    let Some(watcher) = wrap::this::<Watcher>(scope, &args) else {
        return;
    };
    if let Some(active) = watcher.active.borrow().as_ref() {
        active.timer.unref();
    }
}
