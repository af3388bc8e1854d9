//! `internalBinding('spawn_sync')`: a child that is waited for.
//!
//! It has a loop of its own, so that nothing of the runtime's loop happens meanwhile.

use std::cell::{Cell, RefCell};
use std::os::fd::IntoRawFd;
use std::rc::Rc;

use phasor_engine::binding::{Binding, Definition};
use phasor_engine::{errors, value};
use phasor_evloop::{
    ChildStdio, Errno, EventLoop, ExitStatus, Handle, Process, ReadEvent, RunMode, SpawnOptions, Stream, Timer,
};
use v8::{FunctionCallbackArguments, Local, Object, PinScope, ReturnValue, Value};

use crate::constants::signal_name;
use crate::spawn_options::{optional_id, optional_text, socket_pair, texts};

pub const BINDING: Binding = Binding { name: "spawn_sync", define };

fn define(d: &mut Definition) {
    d.method("spawn", spawn);
}

/// A descriptor of the child.
enum Entry {
    Plain(ChildStdio),
    /// A pipe, what to write into it, and whether its output is collected.
    Pipe {
        input: Option<Vec<u8>>,
        collect: bool,
    },
}

struct Limits {
    timeout: u64,
    max_buffer: f64,
    kill_signal: i32,
}

/// One run.
struct Run {
    process: RefCell<Option<Process>>,
    timer: RefCell<Option<Timer>>,
    pipes: RefCell<Vec<Stream>>,
    /// What came from each pipe.
    output: RefCell<Vec<Option<Vec<u8>>>>,
    exit: Cell<Option<ExitStatus>>,
    error: Cell<Option<Errno>>,
    limits: Limits,
}

impl Run {
    /// Ends the child, and stops listening to what may go on.
    fn kill(&self) {
        if let Some(process) = self.process.borrow().as_ref() {
            // A signal that the system refuses must not leave the child running.
            if process.kill(self.limits.kill_signal).is_err_and(|errno| errno != Errno::ESRCH) {
                let _ = process.kill(libc::SIGKILL);
            }
        }
        self.close_pipes();
    }

    fn close_pipes(&self) {
        for pipe in self.pipes.take() {
            pipe.close(|_| {});
        }
        self.stop_timer();
    }

    fn stop_timer(&self) {
        if let Some(timer) = self.timer.take() {
            timer.close(|_| {});
        }
    }

    fn exceed(&self, errno: Errno) {
        if self.error.get().is_none() {
            self.error.set(Some(errno));
        }
        self.kill();
    }

    fn add(&self, place: usize, bytes: &[u8]) {
        let mut output = self.output.borrow_mut();
        let Some(Some(collected)) = output.get_mut(place) else { return };
        // What was read is kept, even beyond the limit.
        collected.extend_from_slice(bytes);
        let is_too_much = collected.len() as f64 > self.limits.max_buffer;
        drop(output);
        if is_too_much {
            self.exceed(Errno::ENOBUFS);
        }
    }

    fn exited(&self, status: ExitStatus) {
        self.exit.set(Some(status));
        self.stop_timer();
        if let Some(process) = self.process.take() {
            process.close(|_| {});
        }
    }
}

/// Starts the child and waits until it and its streams are over.
fn run(mut options: SpawnOptions, entries: Vec<Entry>, limits: Limits) -> Result<(Rc<Run>, i32), Errno> {
    let event_loop = EventLoop::new().map_err(|error| Errno::from_raw(error.raw_os_error().unwrap_or(libc::EIO)))?;
    let run = Rc::new(Run {
        process: RefCell::default(),
        timer: RefCell::default(),
        pipes: RefCell::default(),
        output: RefCell::default(),
        exit: Cell::new(None),
        error: Cell::new(None),
        limits,
    });
    let mut ends = Vec::new();
    for (place, entry) in entries.into_iter().enumerate() {
        match entry {
            Entry::Plain(stdio) => {
                options.stdio.push(stdio);
                run.output.borrow_mut().push(None);
            }
            Entry::Pipe { input, collect } => {
                let (ours, child) = socket_pair()?;
                options.stdio.push(ChildStdio::Owned(child));
                run.output.borrow_mut().push(collect.then(Vec::new));
                ends.push((place, ours, input, collect));
            }
        }
    }
    let exited = run.clone();
    let process = event_loop.spawn(options, move |_, status| exited.exited(status))?;
    let pid = process.pid();
    *run.process.borrow_mut() = Some(process);
    for (place, fd, input, collect) in ends {
        let pipe = event_loop.pipe();
        run.pipes.borrow_mut().push(pipe.clone());
        if let Err(errno) = pipe.open(fd.into_raw_fd()).and_then(|()| connect(&run, &pipe, place, input, collect)) {
            run.exceed(errno);
        }
    }
    if run.limits.timeout > 0 && run.process.borrow().is_some() {
        let timer = event_loop.timer();
        let late = run.clone();
        match timer.start(run.limits.timeout, 0, move |_| late.exceed(Errno::ETIMEDOUT)) {
            Ok(()) => *run.timer.borrow_mut() = Some(timer),
            Err(errno) => run.exceed(errno),
        }
    }
    event_loop.run(RunMode::Default);
    run.close_pipes();
    event_loop.run(RunMode::Default);
    Ok((run, pid))
}

/// Writes the input, then ends it; collects the output.
fn connect(run: &Rc<Run>, pipe: &Stream, place: usize, input: Option<Vec<u8>>, collect: bool) -> Result<(), Errno> {
    if collect {
        let (run, end) = (run.clone(), pipe.clone());
        pipe.read_start(move |_, event| match event {
            ReadEvent::Data(bytes) => run.add(place, bytes),
            ReadEvent::End => end.close(|_| {}),
            ReadEvent::Error(errno) => run.exceed(errno),
        })?;
    }
    if !collect || input.is_some() {
        let input = input.unwrap_or_default();
        if !input.is_empty() {
            // A child that does not read its input is no failure.
            pipe.write(vec![Box::new(input)], |_, _| {})?;
        }
        let end = pipe.clone();
        pipe.shutdown(move |_, _| {
            if !collect {
                end.close(|_| {});
            }
        })?;
    }
    Ok(())
}

fn get<'s>(scope: &mut PinScope<'s, '_>, object: Local<'s, Object>, key: &str) -> Local<'s, Value> {
    value::get(scope, object, key).unwrap_or_else(|| v8::undefined(scope).into())
}

fn entries_of<'s>(scope: &mut PinScope<'s, '_>, options: Local<'s, Object>) -> Option<Vec<Entry>> {
    let list: Local<'s, v8::Array> = get(scope, options, "stdio").try_into().ok()?;
    let mut entries = Vec::new();
    for i in 0..list.length() {
        let entry: Local<'s, Object> = list.get_index(scope, i)?.try_into().ok()?;
        let kind = get(scope, entry, "type").to_rust_string_lossy(scope);
        entries.push(match kind.as_str() {
            "pipe" | "overlapped" => {
                let input = get(scope, entry, "input");
                let input = if input.is_null_or_undefined() { None } else { value::to_bytes(scope, input) };
                Entry::Pipe { input, collect: get(scope, entry, "writable").is_true() }
            }
            "inherit" | "fd" => Entry::Plain(ChildStdio::Inherit(get(scope, entry, "fd").int32_value(scope)?)),
            "wrap" => {
                let handle = get(scope, entry, "handle");
                let base = phasor_engine::wrap::of_value::<crate::streams::base::StreamBase>(handle);
                let fd = base.and_then(|base| base.stream().fd());
                Entry::Plain(fd.map_or(ChildStdio::Ignore, ChildStdio::Inherit))
            }
            _ => Entry::Plain(ChildStdio::Ignore),
        });
    }
    Some(entries)
}

/// `spawn(options)`: `{ pid, status, signal, output, error? }`; output is null or an array with a `Uint8Array`
/// or null for each descriptor.
fn spawn<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, mut rv: ReturnValue<'_, Value>) {
    let Ok(given) = TryInto::<Local<'s, Object>>::try_into(args.get(0)) else {
        errors::throw_type_error(scope, "spawn takes an object");
        return;
    };
    let Some(entries) = entries_of(scope, given) else {
        errors::throw_type_error(scope, "stdio must be an array of objects");
        return;
    };
    let number = |scope: &mut PinScope<'s, '_>, key: &str| get(scope, given, key).number_value(scope);
    let kill_signal = number(scope, "killSignal").filter(|n| *n > 0.0).map_or(libc::SIGTERM, |n| n as i32);
    let limits = Limits {
        timeout: number(scope, "timeout").filter(|n| *n > 0.0).map_or(0, |n| n as u64),
        max_buffer: number(scope, "maxBuffer").filter(|n| *n >= 0.0).unwrap_or(f64::INFINITY),
        kill_signal,
    };
    let file = get(scope, given, "file");
    let words = get(scope, given, "args");
    let cwd = get(scope, given, "cwd");
    let pairs = get(scope, given, "envPairs");
    let (uid, gid) = (get(scope, given, "uid"), get(scope, given, "gid"));
    let options = SpawnOptions {
        file: value::to_bytes(scope, file).unwrap_or_default(),
        args: texts(scope, words).unwrap_or_default(),
        cwd: optional_text(scope, cwd),
        env: texts(scope, pairs),
        uid: optional_id(scope, uid),
        gid: optional_id(scope, gid),
        detached: get(scope, given, "detached").is_true(),
        stdio: Vec::new(),
    };
    let result = Object::new(scope);
    let null: Local<'s, Value> = v8::null(scope).into();
    match run(options, entries, limits) {
        Ok((run, pid)) => describe(scope, result, &run, pid),
        Err(errno) => {
            value::set_number(scope, result, "error", f64::from(errno.code()));
            value::set(scope, result, "status", null);
            value::set(scope, result, "signal", null);
            value::set(scope, result, "output", null);
            value::set_number(scope, result, "pid", 0.0);
        }
    }
    rv.set(result.into());
}

fn describe<'s>(scope: &mut PinScope<'s, '_>, result: Local<'s, Object>, run: &Run, pid: i32) {
    if let Some(errno) = run.error.get() {
        value::set_number(scope, result, "error", f64::from(errno.code()));
    }
    let null: Local<'s, Value> = v8::null(scope).into();
    let exit = run.exit.get();
    let signal = exit.and_then(|exit| signal_name(exit.signal)).map(|name| value::name(scope, name).into());
    let status = exit.filter(|exit| exit.signal == 0).map(|exit| value::number(scope, exit.code as f64));
    value::set(scope, result, "status", status.unwrap_or(null));
    value::set(scope, result, "signal", signal.unwrap_or(null));
    let output: Vec<Local<'s, Value>> = run
        .output
        .take()
        .into_iter()
        .map(|bytes| bytes.map_or(null, |bytes| crate::typed_array::of_bytes(scope, bytes)))
        .collect();
    let output = v8::Array::new_with_elements(scope, &output);
    value::set(scope, result, "output", output);
    value::set_number(scope, result, "pid", f64::from(pid));
}
