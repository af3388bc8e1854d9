//! `internalBinding('fs_event_wrap')`: watching a file or folder through inotify.
//!
//! All watchers of a runtime share one inotify descriptor, of which a user may only have some hundred. A
//! poll handle reads it, without keeping the loop alive; that each started watcher does by a handle of its own.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::ffi::CString;
use std::os::fd::{AsRawFd, OwnedFd};
use std::rc::Rc;

use phasor_engine::binding::{Binding, Definition};
use phasor_engine::{Runtime, wrap};
use phasor_evloop::{Async, Errno, Handle, Poll, PollEvents};
use rustix::fs::inotify::{self, CreateFlags, ReadFlags, WatchFlags};
use v8::{FunctionCallbackArguments, Global, Integer, Local, Object, PinScope, ReturnValue, Value};

use super::{arguments, text};

pub const BINDING: Binding = Binding { name: "fs_event_wrap", define };

fn define(d: &mut Definition) {
    d.class("FSEvent", construct)
        .method("start", start)
        .method("close", close)
        .method("ref", reference)
        .method("unref", unreference)
        .method("hasRef", has_reference)
        .accessor("initialized", initialized);
}

/// What is reported of a watched path.
const WATCHED: WatchFlags = WatchFlags::ATTRIB
    .union(WatchFlags::CREATE)
    .union(WatchFlags::MODIFY)
    .union(WatchFlags::DELETE)
    .union(WatchFlags::DELETE_SELF)
    .union(WatchFlags::MOVE_SELF)
    .union(WatchFlags::MOVED_FROM)
    .union(WatchFlags::MOVED_TO);

/// A watcher that is started. The object stays alive as long as this does.
struct Watch {
    number: u64,
    object: Global<Object>,
    /// The last part of the path, reported when the event is about the path itself.
    base: Vec<u8>,
    raw: bool,
}

/// The inotify descriptor of a runtime and who watches what.
struct Inotify {
    descriptor: OwnedFd,
    poll: Poll,
    watches: RefCell<HashMap<i32, Vec<Rc<Watch>>>>,
    next: Cell<u64>,
}

#[derive(Default)]
struct State(RefCell<Option<Rc<Inotify>>>);

impl Inotify {
    /// The one of this runtime, made at first use.
    fn of(runtime: &Rc<Runtime>) -> Result<Rc<Inotify>, Errno> {
        let state = runtime.extension::<State>();
        if let Some(inotify) = state.0.borrow().as_ref() {
            return Ok(inotify.clone());
        }
        let descriptor = inotify::init(CreateFlags::NONBLOCK | CreateFlags::CLOEXEC)?;
        let poll = runtime.event_loop().poll_handle();
        let inotify = Rc::new(Inotify { descriptor, poll, watches: RefCell::default(), next: Cell::new(0) });
        let (weak_runtime, weak) = (Rc::downgrade(runtime), Rc::downgrade(&inotify));
        inotify.poll.start(inotify.descriptor.as_raw_fd(), PollEvents::READABLE, move |_, _| {
            if let (Some(runtime), Some(inotify)) = (weak_runtime.upgrade(), weak.upgrade()) {
                inotify.read(&runtime);
            }
        })?;
        inotify.poll.unref();
        *state.0.borrow_mut() = Some(inotify.clone());
        Ok(inotify)
    }

    /// Reports what has happened.
    fn read(&self, runtime: &Rc<Runtime>) {
        let mut memory = [const { std::mem::MaybeUninit::uninit() }; 4096];
        let mut reader = inotify::Reader::new(&self.descriptor, &mut memory);
        while let Ok(event) = reader.next() {
            let changed = ReadFlags::ATTRIB | ReadFlags::MODIFY;
            let kind = if event.events().difference(changed).is_empty() { "change" } else { "rename" };
            let watches = self.watches.borrow().get(&event.wd()).cloned().unwrap_or_default();
            for watch in watches {
                // A callback before may have closed this one.
                if self.is_open(event.wd(), watch.number) {
                    report(runtime, &watch, kind, event.file_name().map(|name| name.to_bytes()));
                }
            }
        }
    }

    fn is_open(&self, descriptor: i32, number: u64) -> bool {
        self.watches.borrow().get(&descriptor).is_some_and(|list| list.iter().any(|w| w.number == number))
    }

    fn remove(&self, descriptor: i32, number: u64) {
        let mut watches = self.watches.borrow_mut();
        let Some(list) = watches.get_mut(&descriptor) else {
            return;
        };
        list.retain(|watch| watch.number != number);
        if list.is_empty() {
            watches.remove(&descriptor);
            // The system may have dropped the watch already, with the file.
            let _ = inotify::remove_watch(&self.descriptor, descriptor);
        }
    }
}

fn report(runtime: &Rc<Runtime>, watch: &Watch, kind: &str, name: Option<&[u8]>) {
    let name = name.unwrap_or(&watch.base);
    runtime.make_callback(&watch.object, "onchange", |scope| {
        let kind = phasor_engine::value::name(scope, kind);
        vec![Integer::new(scope, 0).into(), kind.into(), text::name(scope, name, watch.raw)]
    });
}

/// What hangs on a watcher's object once it is started.
struct Started {
    inotify: Rc<Inotify>,
    descriptor: i32,
    number: u64,
    alive: Async,
}

#[derive(Default)]
struct Watcher {
    started: RefCell<Option<Started>>,
}

impl Drop for Watcher {
    fn drop(&mut self) {
        self.stop();
    }
}

impl Watcher {
    fn stop(&self) {
        if let Some(started) = self.started.take() {
            started.inotify.remove(started.descriptor, started.number);
            started.alive.close(|_| {});
        }
    }

    fn start(&self, runtime: &Rc<Runtime>, path: CString, object: Global<Object>, raw: bool) -> Result<(), Errno> {
        let inotify = Inotify::of(runtime)?;
        let descriptor = inotify::add_watch(&inotify.descriptor, &*path, WATCHED)?;
        let (alive, _) = runtime.event_loop().async_handle(|_| {})?;
        let number = inotify.next.get();
        inotify.next.set(number + 1);
        let base = path.to_bytes().rsplit(|b| *b == b'/').next().unwrap_or_default().to_vec();
        let watch = Rc::new(Watch { number, object, base, raw });
        inotify.watches.borrow_mut().entry(descriptor).or_default().push(watch);
        *self.started.borrow_mut() = Some(Started { inotify, descriptor, number, alive });
        Ok(())
    }
}

fn construct<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, _: ReturnValue<'_, Value>) {
    if args.is_construct_call() {
        wrap::attach(scope, args.this(), Watcher::default());
    }
}

/// `start(path, persistent, recursive, raw)` → 0 or an error number. Only single folders are watched here.
fn start<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'_, Value>) {
    let Some(watcher) = wrap::this::<Watcher>(scope, &args) else {
        return;
    };
    let Some(path) = arguments::path(scope, args.get(0)) else {
        return;
    };
    if watcher.started.borrow().is_some() {
        rv.set_int32(0);
        return;
    }
    let object: Local<'s, Object> = args.this();
    let object = Global::new(scope, object);
    let runtime = Runtime::of(scope);
    let result = watcher.start(&runtime, path, object, args.get(3).is_true());
    if args.get(1).is_false()
        && let Some(started) = watcher.started.borrow().as_ref()
    {
        started.alive.unref();
    }
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
    if let Some(started) = watcher.started.borrow().as_ref() {
        started.alive.ref_();
    }
}

fn unreference<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, _: ReturnValue<'_, Value>) {
    let Some(watcher) = wrap::this::<Watcher>(scope, &args) else {
        return;
    };
    if let Some(started) = watcher.started.borrow().as_ref() {
        started.alive.unref();
    }
}

fn has_reference<'s>(
    scope: &mut PinScope<'s, '_>,
    args: FunctionCallbackArguments<'s>,
    mut rv: ReturnValue<'_, Value>,
) {
    let Some(watcher) = wrap::this::<Watcher>(scope, &args) else {
        return;
    };
    rv.set_bool(watcher.started.borrow().as_ref().is_some_and(|started| started.alive.has_ref()));
}

/// Whether it is started.
fn initialized<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'_, Value>) {
    let Some(watcher) = wrap::this::<Watcher>(scope, &args) else {
        return;
    };
    rv.set_bool(watcher.started.borrow().is_some());
}
