//! `internalBinding('fs_event_wrap')`: a watcher of a file or folder.

use std::ffi::CString;
use std::rc::Rc;

use phasor_engine::binding::{Binding, Definition};
use phasor_engine::{Runtime, value, wrap};
use phasor_evloop::{Errno, FsEvent, Handle};
use v8::{FunctionCallbackArguments, PinScope, ReturnValue, Value};

use crate::fs::text;
use crate::handle_wrap::{self, HandleWrap};

pub const BINDING: Binding = Binding { name: "fs_event_wrap", define };

fn define(d: &mut Definition) {
    d.class("FSEvent", new)
        .with(handle_wrap::methods::<FsEvent>)
        .accessor("initialized", initialized)
        .method("start", start);
}

fn new<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, _: ReturnValue<'_, Value>) {
    let event = Runtime::of(scope).event_loop().fs_event();
    HandleWrap::attach(scope, args.this(), event, "FSEventWrap");
}

fn initialized<'s>(_: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'_, Value>) {
    let wrapped = wrap::of::<HandleWrap<FsEvent>>(args.this());
    rv.set_bool(wrapped.is_some_and(|w| w.handle.is_active() && !w.handle.is_closing()));
}

/// `start(path, persistent, recursive, raw)`: 0 or a negative errno. Changes come as `onchange(status, type, name)`,
/// the name as a string or, if `raw`, as a Buffer.
fn start<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'_, Value>) {
    let Some(wrapped) = wrap::this::<HandleWrap<FsEvent>>(scope, &args) else { return };
    let path = value::to_bytes(scope, args.get(0)).and_then(|bytes| CString::new(bytes).ok());
    let Some(path) = path else {
        rv.set_int32(Errno::EINVAL.code());
        return;
    };
    let raw = args.get(3).is_true();
    let weak = Rc::downgrade(&Runtime::of(scope));
    let object = wrapped.object();
    let result = wrapped.handle.start(&path, move |_, change| {
        let Some(runtime) = weak.upgrade() else { return };
        handle_wrap::notify(&runtime, &object, "onchange", |scope| {
            let kind = if change.rename { "rename" } else { "change" };
            let kind = value::string(scope, kind);
            vec![value::number(scope, 0.0), kind.into(), text::name(scope, &change.name, raw)]
        });
    });
    if result.is_ok() && args.get(1).is_false() {
        wrapped.handle.unref();
    }
    rv.set_int32(result.err().map_or(0, |errno| errno.code()));
}
