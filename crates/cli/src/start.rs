//! Makes the runtime and runs what the command line asks for.

use std::io::IsTerminal;
use std::process::ExitCode;
use std::rc::Rc;

use phasor_bindings::BINDINGS;
use phasor_engine::image::Image;
use phasor_engine::runtime::{Config, Instance, Runtime};
use phasor_engine::{platform, v8_flags};

use crate::command_line::Command;

/// Runs `command` and gives the process's exit code.
pub fn run(command: Command) -> ExitCode {
    let program = std::env::args().next().unwrap_or_else(|| "phasor".to_owned());
    if command.flag("--v8-options") {
        v8_flags::print_help();
        return ExitCode::SUCCESS;
    }
    if let Some(bad) = v8_flags::apply(&command.v8_flags).first() {
        eprintln!("{program}: bad option: {bad}");
        return ExitCode::from(9);
    }
    let exec_path =
        std::env::current_exe().map(|path| path.to_string_lossy().into_owned()).unwrap_or_else(|_| program.clone());
    let image = match Image::of_executable(std::path::Path::new(&exec_path)) {
        Ok(image) => image,
        Err(error) => {
            eprintln!("phasor: {error}");
            return ExitCode::FAILURE;
        }
    };
    let main = main_module(&command);
    let tasks = platform::initialize(&[]);
    let mut argv = vec![exec_path.clone()];
    argv.extend(command.arguments);
    let sources = match &image {
        Some(image) => image.sources.clone(),
        None => phasor_bindings::embedded_sources(),
    };
    let config = Config {
        image,
        sources,
        bindings: BINDINGS,
        tasks,
        family: Default::default(),
        argv,
        exec_argv: command.exec_argv,
        exec_path,
        options: command.options,
        environment_flags: crate::specs::environment_flags(),
        exit: Rc::new(end_process),
    };
    let code = match Instance::new(config) {
        Ok(mut instance) => instance.run(main),
        Err(code) => code,
    };
    finish(code)
}

/// Which built-in module does the work.
fn main_module(command: &Command) -> &'static str {
    let script = command.arguments.first().map(String::as_str);
    if command.flag("--check") {
        "internal/main/check_syntax"
    } else if command.has("--eval") {
        "internal/main/eval_string"
    } else if command.flag("--interactive") {
        "internal/main/repl"
    } else if command.flag("--print") && script.is_none() {
        "internal/main/eval_stdin"
    } else {
        match script {
            Some("-") => "internal/main/eval_stdin",
            Some(_) => "internal/main/run_main_module",
            None if std::io::stdin().is_terminal() => "internal/main/repl",
            None => "internal/main/eval_stdin",
        }
    }
}

/// `process.exit` and fatal errors: nothing of JavaScript runs any more.
fn end_process(runtime: &Runtime, code: i32) {
    phasor_bindings::leave_prompt(runtime);
    finish(code);
}

/// Ends the process at once. V8 is not torn down: its background threads may still be at work, and the
/// system takes everything back faster. A terminal is left as it was found.
fn finish(code: i32) -> ! {
    // One that is gone needs nothing.
    let _ = phasor_evloop::reset_tty_mode();
    // SAFETY: ends the process without running exit handlers of C; Rust's standard output holds nothing here.
    unsafe { libc::_exit(code) }
}
