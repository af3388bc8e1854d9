//! `process.hrtime` and `process.uptime`.

use std::cell::RefCell;
use std::time::{Duration, Instant};

use phasor_engine::binding::{Definition, FastCall};
use phasor_engine::runtime::SharedArray;
use phasor_engine::{Runtime, value};
use v8::fast_api::{CFunctionInfo, Int64Representation, Type};
use v8::{FunctionCallbackArguments, Local, Object, PinScope, ReturnValue, Value};

pub fn define(d: &mut Definition) {
    d.method("hrtime", hrtime).method("hrtimeBigInt", hrtime_big_int).method("uptime", uptime).fast_method(
        "monotonicNow",
        monotonic_now,
        &MONOTONIC_NOW,
    );
}

pub fn init<'s>(scope: &mut PinScope<'s, '_>, target: Local<'s, Object>) {
    let buffer = crate::typed_array::uint32(scope, 3);
    value::set(scope, target, "hrtimeBuffer", buffer);
}

/// The array that `hrtime` fills, found at its first call.
#[derive(Default)]
struct Buffer(RefCell<Option<SharedArray<u32>>>);

/// When the runtime started, for `uptime`.
struct Start(Instant);

impl Default for Start {
    fn default() -> Start {
        Start(Instant::now())
    }
}

fn monotonic() -> Duration {
    let now = rustix::time::clock_gettime(rustix::time::ClockId::Monotonic);
    Duration::new(now.tv_sec as u64, now.tv_nsec as u32)
}

fn with_buffer<'s>(
    scope: &mut PinScope<'s, '_>,
    args: &FunctionCallbackArguments<'s>,
    fill: impl FnOnce(&SharedArray<u32>),
) {
    let buffer = Runtime::of(scope).extension::<Buffer>();
    if buffer.0.borrow().is_none() {
        let receiver = args.this();
        let view = value::get(scope, receiver, "hrtimeBuffer")
            .and_then(|v| TryInto::<Local<'_, v8::ArrayBufferView>>::try_into(v).ok());
        let found = view.and_then(|view| SharedArray::of_view(scope, view));
        *buffer.0.borrow_mut() = found.filter(|array| array.len() >= 3);
    }
    if let Some(array) = buffer.0.borrow().as_ref() {
        fill(array);
    }
}

/// `hrtime()`: puts seconds (high and low word) and nanoseconds into `hrtimeBuffer`. A method of the binding object.
fn hrtime<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, _: ReturnValue<'_, Value>) {
    let now = monotonic();
    with_buffer(scope, &args, |buffer| {
        buffer.set(0, (now.as_secs() >> 32) as u32);
        buffer.set(1, now.as_secs() as u32);
        buffer.set(2, now.subsec_nanos());
    });
}

/// `hrtimeBigInt()`: puts nanoseconds (low and high word) into `hrtimeBuffer`. A method of the binding object.
fn hrtime_big_int<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, _: ReturnValue<'_, Value>) {
    let now = monotonic().as_nanos() as u64;
    with_buffer(scope, &args, |buffer| {
        buffer.set(0, now as u32);
        buffer.set(1, (now >> 32) as u32);
    });
}

/// `uptime()`: seconds since the process started.
fn uptime<'s>(scope: &mut PinScope<'s, '_>, _: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'_, Value>) {
    let start = Runtime::of(scope).extension::<Start>();
    rv.set_double(process_age().unwrap_or_else(|| start.0.elapsed()).as_secs_f64());
}

/// How long the process runs, by the kernel's start time of it.
fn process_age() -> Option<Duration> {
    let stat = std::fs::read_to_string("/proc/self/stat").ok()?;
    // The fields after the command's name, which may itself hold spaces; the start time is number 22.
    let ticks: u64 = stat.rsplit_once(')')?.1.split_whitespace().nth(19)?.parse().ok()?;
    let per_second = rustix::param::clock_ticks_per_second();
    let boot = rustix::time::clock_gettime(rustix::time::ClockId::Boottime);
    let now = Duration::new(boot.tv_sec as u64, boot.tv_nsec as u32);
    now.checked_sub(Duration::from_secs_f64(ticks as f64 / per_second as f64))
}

/// `monotonicNow()`: milliseconds of the monotonic clock, with fractions.
fn monotonic_now<'s>(_: &mut PinScope<'s, '_>, _: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'_, Value>) {
    rv.set_double(monotonic_milliseconds());
}

fn monotonic_milliseconds() -> f64 {
    monotonic().as_nanos() as f64 / 1e6
}

extern "C" fn fast_monotonic_now(_receiver: Local<'_, Value>) -> f64 {
    monotonic_milliseconds()
}

static MONOTONIC_NOW: FastCall = FastCall::new(
    fast_monotonic_now as *const _,
    &CFunctionInfo::new(Type::Float64.as_info(), &[Type::V8Value.as_info()], Int64Representation::Number),
);
