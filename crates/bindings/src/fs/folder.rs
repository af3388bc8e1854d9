//! Making folders and removing trees.

use std::ffi::{CStr, CString};
use std::time::Duration;

use phasor_engine::binding::Definition;
use phasor_evloop::{Errno, fs};
use v8::{FunctionCallbackArguments, PinScope, ReturnValue, Value};

use super::arguments;
use super::failure::{Failure, Outcome};
use super::request::{Output, Values, perform};
use super::stat::is_folder;
use super::text::{self, Name};

pub fn define(d: &mut Definition) {
    d.method("mkdir", mkdir).method("mkdtemp", mkdtemp).method("rm", rm);
}

/// The first folder that was made, if any.
struct Made(Option<Vec<u8>>);

impl Output for Made {
    fn into_values<'s>(self, scope: &mut PinScope<'s, '_>, values: &mut Values<'s>) {
        if let Some(path) = self.0 {
            let name = text::name(scope, &path, false);
            values.push(name);
        }
    }
}

/// `mkdir(path, mode, recursive, completion)` → the first folder that was made, if `recursive`.
fn mkdir<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, rv: ReturnValue<'_, Value>) {
    let Some(path) = arguments::path(scope, args.get(0)) else {
        return;
    };
    let mode = arguments::unsigned(scope, args.get(1));
    let recursive = args.get(2).is_true();
    perform(scope, &args, 3, rv, move || {
        let made = if recursive { fs::make_directories(&path, mode) } else { fs::mkdir(&path, mode).map(|()| None) };
        made.map(Made).map_err(|error| Failure::at(error, "mkdir", path))
    });
}

/// `mkdtemp(prefix, raw, completion)` → the path of the new folder.
fn mkdtemp<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, rv: ReturnValue<'_, Value>) {
    let Some(prefix) = arguments::path(scope, args.get(0)) else {
        return;
    };
    let raw = args.get(1).is_true();
    perform(scope, &args, 2, rv, move || match fs::mkdtemp(&prefix) {
        Ok(bytes) => Ok(Name { bytes, raw }),
        Err(error) => {
            let mut template = prefix.into_bytes();
            template.extend_from_slice(b"XXXXXX");
            let path = CString::new(template).expect("made of a C string and letters");
            Err(Failure::at(error, "mkdtemp", path))
        }
    });
}

/// How often to try again, and how long to wait before: once the delay, then twice, and so on.
#[derive(Clone, Copy)]
struct Patience {
    retries: u32,
    delay: Duration,
}

impl Patience {
    /// Repeats what fails because somebody else uses the file.
    fn with(self, mut attempt: impl FnMut() -> Outcome<()>) -> Outcome<()> {
        let mut tried = 0;
        loop {
            let result = attempt();
            let Err(failure) = &result else { return result };
            let may_pass =
                matches!(failure.errno, Errno::EBUSY | Errno::EMFILE | Errno::ENFILE | Errno::ENOTEMPTY | Errno::EPERM);
            if !may_pass || tried == self.retries {
                return result;
            }
            tried += 1;
            std::thread::sleep(self.delay * tried);
        }
    }
}

fn ignore_missing(result: Result<(), Errno>, syscall: &'static str, path: &CStr) -> Outcome<()> {
    match result {
        Ok(()) | Err(Errno::ENOENT) => Ok(()),
        Err(error) => Err(Failure::at(error, syscall, path.to_owned())),
    }
}

/// Removes whatever is at `path`. What has gone already is as good as removed.
fn remove(path: &CStr, recursive: bool, patience: Patience) -> Outcome<()> {
    let status = match fs::lstat(path) {
        Ok(status) => status,
        Err(Errno::ENOENT) => return Ok(()),
        Err(error) => return Err(Failure::at(error, "lstat", path.to_owned())),
    };
    if !is_folder(&status) || !recursive {
        return patience.with(|| ignore_missing(fs::unlink(path), "unlink", path));
    }
    patience.with(|| {
        match fs::rmdir(path) {
            Err(Errno::ENOTEMPTY | Errno::EEXIST | Errno::EPERM) => {}
            result => return ignore_missing(result, "rmdir", path),
        }
        let children =
            super::listing::children(path).map_err(|error| Failure::at(error, "scandir", path.to_owned()))?;
        for child in children {
            remove(&child, true, patience)?;
        }
        ignore_missing(fs::rmdir(path), "rmdir", path)
    })
}

/// `rm(path, recursive, maxRetries, retryDelay, completion)`.
fn rm<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, rv: ReturnValue<'_, Value>) {
    let Some(path) = arguments::path(scope, args.get(0)) else {
        return;
    };
    let recursive = args.get(1).is_true();
    let retries = arguments::unsigned(scope, args.get(2));
    let delay = Duration::from_millis(u64::from(arguments::unsigned(scope, args.get(3))));
    perform(scope, &args, 4, rv, move || remove(&path, recursive, Patience { retries, delay }));
}
