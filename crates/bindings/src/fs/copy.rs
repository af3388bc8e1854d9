//! Copying one file.

use phasor_engine::binding::Definition;
use phasor_evloop::fs::{self, COPY_EXCL, COPY_FICLONE, COPY_FICLONE_FORCE};
use v8::{FunctionCallbackArguments, PinScope, ReturnValue, Value};

use super::arguments;
use super::failure::{Failure, Outcome};
use super::request::perform;

pub fn define(d: &mut Definition) {
    d.method("copyFile", copy_file);
}

/// `copyFile(src, dest, mode, completion)`.
fn copy_file<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, rv: ReturnValue<'_, Value>) {
    let Some(src) = arguments::path(scope, args.get(0)) else {
        return;
    };
    let Some(dest) = arguments::path(scope, args.get(1)) else {
        return;
    };
    let highest = COPY_EXCL | COPY_FICLONE | COPY_FICLONE_FORCE;
    let Some(mode) = arguments::small_mode(scope, args.get(2), highest) else {
        return;
    };
    perform(scope, &args, 3, rv, move || -> Outcome<()> {
        fs::copy_file(&src, &dest, mode).map_err(|error| Failure::between(error, "copyfile", src, dest))
    });
}
