//! Memory and processor use.

use phasor_engine::binding::Definition;
use phasor_engine::errors;
use phasor_evloop::Errno;
use v8::{FunctionCallbackArguments, PinScope, ReturnValue, Value};

use crate::typed_array::fill_float64;

pub fn define(d: &mut Definition) {
    d.method("memoryUsage", memory_usage)
        .method("rss", rss)
        .method("constrainedMemory", constrained_memory)
        .method("availableMemory", available_memory)
        .method("cpuUsage", cpu_usage)
        .method("threadCpuUsage", thread_cpu_usage)
        .method("resourceUsage", resource_usage);
}

/// Bytes of memory that the process has in RAM.
fn resident_set_size() -> Option<f64> {
    let text = std::fs::read_to_string("/proc/self/statm").ok()?;
    let pages: f64 = text.split_whitespace().nth(1)?.parse().ok()?;
    Some(pages * rustix::param::page_size() as f64)
}

/// `memoryUsage(Float64Array(5))`: rss, heapTotal, heapUsed, external, arrayBuffers in bytes.
fn memory_usage<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, _: ReturnValue<'_, Value>) {
    let heap = scope.get_heap_statistics();
    let external = heap.external_memory() as f64;
    let values = [
        resident_set_size().unwrap_or(0.0),
        heap.total_heap_size() as f64,
        heap.used_heap_size() as f64,
        external,
        external,
    ];
    fill_float64(scope, args.get(0), &values);
}

fn rss<'s>(_: &mut PinScope<'s, '_>, _: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'_, Value>) {
    rv.set_double(resident_set_size().unwrap_or(0.0));
}

/// Bytes that the control group allows, 0 if it sets no limit.
fn cgroup_limit() -> f64 {
    ["/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory/memory.limit_in_bytes"]
        .iter()
        .find_map(|path| std::fs::read_to_string(path).ok()?.trim().parse::<f64>().ok())
        .unwrap_or(0.0)
}

fn constrained_memory<'s>(_: &mut PinScope<'s, '_>, _: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'_, Value>) {
    rv.set_double(cgroup_limit());
}

fn available_memory<'s>(_: &mut PinScope<'s, '_>, _: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'_, Value>) {
    let free = std::fs::read_to_string("/proc/meminfo").ok().and_then(|text| {
        let line = text.lines().find(|line| line.starts_with("MemAvailable:"))?;
        let kilobytes: f64 = line.split_whitespace().nth(1)?.parse().ok()?;
        Some(kilobytes * 1024.0)
    });
    rv.set_double(free.unwrap_or(0.0));
}

fn usage(who: libc::c_int) -> Option<libc::rusage> {
    // SAFETY: all-zero is a valid rusage.
    let mut usage: libc::rusage = unsafe { std::mem::zeroed() };
    // SAFETY: `usage` is alive and of the right type.
    (unsafe { libc::getrusage(who, &mut usage) } == 0).then_some(usage)
}

fn microseconds(time: libc::timeval) -> f64 {
    time.tv_sec as f64 * 1e6 + time.tv_usec as f64
}

fn throw_last(scope: &mut PinScope<'_, '_>, syscall: &str) {
    let errno = Errno::from_raw(std::io::Error::last_os_error().raw_os_error().unwrap_or(libc::EIO));
    errors::throw_system_error(scope, errno, syscall, None, None);
}

fn times<'s>(scope: &mut PinScope<'s, '_>, args: &FunctionCallbackArguments<'s>, who: libc::c_int, syscall: &str) {
    match usage(who) {
        Some(usage) => {
            let values = [microseconds(usage.ru_utime), microseconds(usage.ru_stime)];
            fill_float64(scope, args.get(0), &values);
        }
        None => throw_last(scope, syscall),
    }
}

/// `cpuUsage(Float64Array(2))`: user and system time in microseconds.
fn cpu_usage<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, _: ReturnValue<'_, Value>) {
    times(scope, &args, libc::RUSAGE_SELF, "uv_getrusage");
}

/// `threadCpuUsage(Float64Array(2))`: as `cpuUsage`, of this thread.
fn thread_cpu_usage<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, _: ReturnValue<'_, Value>) {
    times(scope, &args, libc::RUSAGE_THREAD, "uv_getrusage_thread");
}

/// `resourceUsage(Float64Array(16))`, in the order of Node's `process.resourceUsage()`.
fn resource_usage<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, _: ReturnValue<'_, Value>) {
    let Some(u) = usage(libc::RUSAGE_SELF) else {
        throw_last(scope, "uv_getrusage");
        return;
    };
    let values = [
        microseconds(u.ru_utime),
        microseconds(u.ru_stime),
        u.ru_maxrss as f64,
        u.ru_ixrss as f64,
        u.ru_idrss as f64,
        u.ru_isrss as f64,
        u.ru_minflt as f64,
        u.ru_majflt as f64,
        u.ru_nswap as f64,
        u.ru_inblock as f64,
        u.ru_oublock as f64,
        u.ru_msgsnd as f64,
        u.ru_msgrcv as f64,
        u.ru_nsignals as f64,
        u.ru_nvcsw as f64,
        u.ru_nivcsw as f64,
    ];
    fill_float64(scope, args.get(0), &values);
}
