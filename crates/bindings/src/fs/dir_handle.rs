//! Open folders, read in batches.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use phasor_engine::binding::{Binding, Definition};
use phasor_engine::wrap;
use phasor_evloop::Errno;
use phasor_evloop::fs::{self, Directory};
use v8::{FunctionCallbackArguments, PinScope, ReturnValue, Value};

use super::arguments;
use super::failure::{Failure, Outcome};
use super::listing::Batch;
use super::request::perform;

pub const BINDING: Binding = Binding { name: "fs_dir", define };

fn define(d: &mut Definition) {
    d.class("DirHandle", construct).method("open", open).method("read", read).method("close", close);
}

/// An open folder, or none: before it is opened and after it is closed. It is closed when the object is collected.
#[derive(Clone, Default)]
struct Folder(Arc<Mutex<Option<Directory>>>);

impl Folder {
    fn lock(&self) -> MutexGuard<'_, Option<Directory>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn construct<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, _: ReturnValue<'_, Value>) {
    if args.is_construct_call() {
        wrap::attach(scope, args.this(), Folder::default());
    }
}

/// `open(path, completion)`.
fn open<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, rv: ReturnValue<'_, Value>) {
    let Some(folder) = wrap::this::<Folder>(scope, &args).cloned() else {
        return;
    };
    let Some(path) = arguments::path(scope, args.get(0)) else {
        return;
    };
    let now = args.get(1).is_undefined();
    perform(scope, &args, 1, rv, move || -> Outcome<()> {
        let opened = fs::open_directory(&path).map_err(|error| Failure {
            // As in Node, only the asynchronous form names the folder.
            path: (!now).then_some(path),
            ..Failure::plain(error, "opendir")
        })?;
        *folder.lock() = Some(opened);
        Ok(())
    });
}

/// `read(raw, count, completion)` → `[name, kind, …]` of at most `count` entries, null at the end.
fn read<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, rv: ReturnValue<'_, Value>) {
    let Some(folder) = wrap::this::<Folder>(scope, &args).cloned() else {
        return;
    };
    let raw = args.get(0).is_true();
    let count = arguments::unsigned(scope, args.get(1)).max(1) as usize;
    perform(scope, &args, 2, rv, move || match folder.lock().as_mut().map_or(Err(Errno::EBADF), |d| d.read(count)) {
        Ok(entries) => Ok(Batch { entries, raw }),
        Err(error) => Err(Failure::plain(error, "scandir")),
    });
}

/// `close(completion)`.
fn close<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, rv: ReturnValue<'_, Value>) {
    let Some(folder) = wrap::this::<Folder>(scope, &args).cloned() else {
        return;
    };
    perform(scope, &args, 0, rv, move || -> Outcome<()> {
        folder.lock().take();
        Ok(())
    });
}
