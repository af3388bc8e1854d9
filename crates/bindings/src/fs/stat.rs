//! stat and its kin. The result goes into typed arrays that lib/ reads at once, before another call can change them.

use std::cell::OnceCell;
use std::ffi::CStr;

use phasor_engine::binding::Definition;
use phasor_engine::runtime::SharedArray;
use phasor_engine::{Runtime, value};
use phasor_evloop::Errno;
use phasor_evloop::fs::{self, Stat, StatFs};
use v8::{FunctionCallbackArguments, Local, Object, PinScope, ReturnValue, Value};

use super::arguments;
use super::failure::{Failure, Outcome};
use super::request::{Output, Values, perform};
use crate::typed_array;

/// Numbers that describe one file.
pub const FIELDS: usize = 18;
const STATFS_FIELDS: usize = 8;

/// Whether it is a regular file.
pub fn is_file(status: &Stat) -> bool {
    status.mode as u32 & libc::S_IFMT == libc::S_IFREG
}

/// Whether it is a folder.
pub fn is_folder(status: &Stat) -> bool {
    status.mode as u32 & libc::S_IFMT == libc::S_IFDIR
}

/// What stat reports, in the order of the shared arrays.
pub fn fields(s: &Stat) -> [i64; FIELDS] {
    let numbers = [s.dev, s.mode, s.nlink, s.uid, s.gid, s.rdev, s.blksize, s.ino, s.size, s.blocks];
    let mut fields = [0; FIELDS];
    for (field, number) in fields.iter_mut().zip(numbers) {
        *field = number as i64;
    }
    for (i, (seconds, nanoseconds)) in [s.atime, s.mtime, s.ctime, s.birthtime].into_iter().enumerate() {
        fields[10 + 2 * i] = seconds;
        fields[11 + 2 * i] = nanoseconds;
    }
    fields
}

/// The arrays of one runtime, found in the binding's object at first use.
#[derive(Default)]
struct Arrays {
    numbers: OnceCell<Option<SharedArray<f64>>>,
    bigints: OnceCell<Option<SharedArray<i64>>>,
    statfs_numbers: OnceCell<Option<SharedArray<f64>>>,
    statfs_bigints: OnceCell<Option<SharedArray<i64>>>,
}

fn fill_one<T: Copy>(
    scope: &mut PinScope<'_, '_>,
    runtime: &Runtime,
    cell: &OnceCell<Option<SharedArray<T>>>,
    name: &str,
    values: &[i64],
    convert: impl Fn(i64) -> T,
) {
    if let Some(array) = cell.get_or_init(|| runtime.shared_array(scope, "fs", name)) {
        for (i, value) in values.iter().enumerate() {
            array.set(i, convert(*value));
        }
    }
}

/// A file's status on its way to the shared arrays; `None` if there is no such file.
pub struct StatResult {
    status: Option<Stat>,
    bigint: bool,
}

impl Output for StatResult {
    fn into_values<'s>(self, scope: &mut PinScope<'s, '_>, values: &mut Values<'s>) {
        if let Some(status) = &self.status {
            let fields = fields(status);
            let runtime = Runtime::of(scope);
            let arrays = runtime.extension::<Arrays>();
            if self.bigint {
                fill_one(scope, &runtime, &arrays.bigints, "bigintStatValues", &fields, |n| n);
            } else {
                fill_one(scope, &runtime, &arrays.numbers, "statValues", &fields, |n| n as f64);
            }
        }
        values.push(v8::Boolean::new(scope, self.status.is_some()));
    }
}

struct StatFsResult {
    status: StatFs,
    bigint: bool,
}

impl Output for StatFsResult {
    fn into_values<'s>(self, scope: &mut PinScope<'s, '_>, _: &mut Values<'s>) {
        let s = &self.status;
        let fields: [i64; STATFS_FIELDS] =
            [s.kind, s.bsize, s.frsize, s.blocks, s.bfree, s.bavail, s.files, s.ffree].map(|n| n as i64);
        let runtime = Runtime::of(scope);
        let arrays = runtime.extension::<Arrays>();
        if self.bigint {
            fill_one(scope, &runtime, &arrays.statfs_bigints, "bigintStatFsValues", &fields, |n| n);
        } else {
            fill_one(scope, &runtime, &arrays.statfs_numbers, "statFsValues", &fields, |n| n as f64);
        }
    }
}

pub fn define(d: &mut Definition) {
    d.method("stat", stat)
        .method("lstat", lstat)
        .method("fstat", fstat)
        .method("statfs", statfs)
        .method("existsSync", exists)
        .constant("kFsStatsFieldsNumber", FIELDS as f64);
}

/// Adds the shared arrays to the binding.
pub fn initialize(scope: &mut PinScope<'_, '_>, target: Local<'_, Object>) {
    v8::scope!(let scope, scope);
    let target = Local::new(scope, target);
    let arrays = [
        ("statValues", typed_array::float64(scope, FIELDS)),
        ("bigintStatValues", typed_array::big_int64(scope, FIELDS)),
        ("statFsValues", typed_array::float64(scope, STATFS_FIELDS)),
        ("bigintStatFsValues", typed_array::big_int64(scope, STATFS_FIELDS)),
    ];
    for (name, array) in arrays {
        value::set(scope, target, name, array);
    }
}

fn stat_path<'s>(
    scope: &mut PinScope<'s, '_>,
    args: FunctionCallbackArguments<'s>,
    rv: ReturnValue<'_, Value>,
    syscall: &'static str,
    call: fn(&CStr) -> Result<Stat, Errno>,
    missing: &'static [Errno],
) {
    let Some(path) = arguments::path(scope, args.get(0)) else {
        return;
    };
    let bigint = args.get(1).is_true();
    let quiet = args.get(3).is_false();
    perform(scope, &args, 2, rv, move || -> Outcome<StatResult> {
        match call(&path) {
            Ok(status) => Ok(StatResult { status: Some(status), bigint }),
            Err(error) if quiet && missing.contains(&error) => Ok(StatResult { status: None, bigint }),
            Err(error) => Err(Failure::at(error, syscall, path)),
        }
    });
}

/// `stat(path, bigint, completion, throwIfNoEntry)` → whether there is such a file.
fn stat<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, rv: ReturnValue<'_, Value>) {
    stat_path(scope, args, rv, "stat", fs::stat, &[Errno::ENOENT, Errno::ENOTDIR]);
}

/// `lstat(path, bigint, completion, throwIfNoEntry)` → whether there is such a file.
fn lstat<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, rv: ReturnValue<'_, Value>) {
    stat_path(scope, args, rv, "lstat", fs::lstat, &[Errno::ENOENT]);
}

/// `fstat(fd, bigint, completion)`.
fn fstat<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, rv: ReturnValue<'_, Value>) {
    let Some(fd) = arguments::descriptor(scope, args.get(0)) else {
        return;
    };
    let bigint = args.get(1).is_true();
    perform(scope, &args, 2, rv, move || match fs::fstat(fd) {
        Ok(status) => Ok(StatResult { status: Some(status), bigint }),
        Err(error) => Err(Failure::plain(error, "fstat")),
    });
}

/// `statfs(path, bigint, completion)`.
fn statfs<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, rv: ReturnValue<'_, Value>) {
    let Some(path) = arguments::path(scope, args.get(0)) else {
        return;
    };
    let bigint = args.get(1).is_true();
    perform(scope, &args, 2, rv, move || match fs::statfs(&path) {
        Ok(status) => Ok(StatFsResult { status, bigint }),
        Err(error) => Err(Failure::at(error, "statfs", path)),
    });
}

/// `existsSync(path)` → whether there is such a file.
fn exists<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'_, Value>) {
    let Some(path) = arguments::path(scope, args.get(0)) else {
        return;
    };
    rv.set_bool(fs::access(&path, libc::F_OK).is_ok());
}
