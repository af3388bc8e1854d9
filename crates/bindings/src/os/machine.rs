//! Processors, memory, load, names.

use phasor_engine::binding::Definition;
use phasor_engine::value;
use v8::{FunctionCallbackArguments, Local, PinScope, ReturnValue, Value};

use crate::typed_array::fill_float64;

pub fn define(d: &mut Definition) {
    d.method("getHostname", hostname)
        .method("getOSInformation", information)
        .method("getLoadAvg", load_average)
        .method("getUptime", uptime)
        .method("getTotalMem", total_memory)
        .method("getFreeMem", free_memory)
        .method("getCPUs", processors)
        .method("getAvailableParallelism", available_parallelism);
}

/// `getHostname()`
fn hostname<'s>(scope: &mut PinScope<'s, '_>, _: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'_, Value>) {
    let name = rustix::system::uname();
    let name = value::bytes_as_string(scope, name.nodename().to_bytes());
    rv.set(name.into());
}

/// `getOSInformation()`: `[name, version, release, machine]`.
fn information<'s>(scope: &mut PinScope<'s, '_>, _: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'_, Value>) {
    let name = rustix::system::uname();
    let parts = [name.sysname(), name.version(), name.release(), name.machine()]
        .map(|part| -> Local<'_, Value> { value::bytes_as_string(scope, part.to_bytes()).into() });
    rv.set(v8::Array::new_with_elements(scope, &parts).into());
}

/// `getLoadAvg(Float64Array(3))`
fn load_average<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, _: ReturnValue<'_, Value>) {
    let mut values = [0.0; 3];
    // SAFETY: there is room for three values.
    unsafe { libc::getloadavg(values.as_mut_ptr(), 3) };
    fill_float64(scope, args.get(0), &values);
}

/// `getUptime()`: seconds since the machine started, sleep included.
fn uptime<'s>(_: &mut PinScope<'s, '_>, _: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'_, Value>) {
    let now = rustix::time::clock_gettime(rustix::time::ClockId::Boottime);
    // Hundredths, as the kernel's own file has it.
    rv.set_double(now.tv_sec as f64 + (now.tv_nsec / 10_000_000) as f64 / 100.0);
}

/// A line of /proc/meminfo, in bytes.
fn memory_line(name: &str) -> Option<f64> {
    let text = std::fs::read_to_string("/proc/meminfo").ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':'))?;
    Some(line.split_whitespace().next()?.parse::<f64>().ok()? * 1024.0)
}

/// `getTotalMem()`: bytes.
fn total_memory<'s>(_: &mut PinScope<'s, '_>, _: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'_, Value>) {
    rv.set_double(memory_line("MemTotal").unwrap_or(0.0));
}

/// `getFreeMem()`: bytes that a program could still get.
fn free_memory<'s>(_: &mut PinScope<'s, '_>, _: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'_, Value>) {
    rv.set_double(memory_line("MemAvailable").unwrap_or(0.0));
}

/// `getAvailableParallelism()`: processors that this process may use, at least 1.
fn available_parallelism<'s>(
    _: &mut PinScope<'s, '_>,
    _: FunctionCallbackArguments<'s>,
    mut rv: ReturnValue<'_, Value>,
) {
    rv.set_uint32(std::thread::available_parallelism().map_or(1, |n| n.get() as u32));
}

/// `getCPUs()`: for each processor model, speed in MHz, and milliseconds of user, nice, system, idle and
/// interrupt time, all in one flat array.
fn processors<'s>(scope: &mut PinScope<'s, '_>, _: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'_, Value>) {
    let stat = std::fs::read_to_string("/proc/stat").unwrap_or_default();
    let info = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let models: Vec<&str> = info
        .lines()
        .filter(|line| line.starts_with("model name"))
        .filter_map(|line| line.split_once(':'))
        .map(|(_, model)| model.trim())
        .collect();
    let milliseconds = 1000.0 / rustix::param::clock_ticks_per_second() as f64;
    let mut list: Vec<Local<'_, Value>> = Vec::new();
    for line in stat.lines() {
        let Some(rest) = line.strip_prefix("cpu") else { continue };
        let mut fields = rest.split_whitespace();
        let Some(number) = fields.next().and_then(|n| n.parse::<usize>().ok()) else { continue };
        // The line that sums up all processors has no number.
        if rest.starts_with(' ') {
            continue;
        }
        // user nice system idle iowait irq
        let times: Vec<f64> = fields.filter_map(|f| f.parse::<f64>().ok()).map(|t| t * milliseconds).collect();
        let time = |i: usize| times.get(i).copied().unwrap_or(0.0);
        list.push(value::string(scope, models.get(number).copied().unwrap_or("unknown")).into());
        list.push(value::number(scope, speed(number)));
        for i in [0, 1, 2, 3, 5] {
            list.push(value::number(scope, time(i)));
        }
    }
    rv.set(v8::Array::new_with_elements(scope, &list).into());
}

/// The present clock of a processor in MHz, 0 if the system does not tell.
fn speed(number: usize) -> f64 {
    let path = format!("/sys/devices/system/cpu/cpu{number}/cpufreq/scaling_cur_freq");
    let kilohertz = std::fs::read_to_string(path).ok().and_then(|text| text.trim().parse::<f64>().ok());
    kilohertz.map_or(0.0, |khz| (khz / 1000.0).trunc())
}
