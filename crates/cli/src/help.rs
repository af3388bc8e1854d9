//! `--help` and `--version`.

use std::fmt::Write as _;
use std::io::Write as _;
use std::process::ExitCode;

use crate::specs::{Kind, SPECS};

/// The Node release that Phasor follows.
pub const NODE_VERSION: &str = "v26.10.0";

/// The text of `--version`: Node's version alone, as programs parse it.
pub fn version() -> String {
    format!("{NODE_VERSION}\n")
}

/// The text of `--help`.
pub fn text() -> String {
    let mut out = format!(
        "Phasor {} runs Node.js programs ({NODE_VERSION}) on a phased event loop of its own.\n\n\
         Usage: phasor [options] [ script.js ] [arguments]\n       phasor [options] -e code [arguments]\n       \
         phasor            (a terminal: the REPL; otherwise the script is read from standard input)\n\nOptions:\n",
        env!("CARGO_PKG_VERSION")
    );
    let _ = writeln!(out, "  {:<34}script read from stdin", "-");
    let _ = writeln!(out, "  {:<34}indicate the end of options", "--");
    for spec in SPECS {
        let name = match spec.kind {
            Kind::BoolOn => format!("--no-{}", &spec.name[2..]),
            Kind::Bool => spec.name.to_owned(),
            Kind::Text | Kind::List => format!("{}=...", spec.name),
        };
        let name = match spec.short {
            Some(letter) => format!("-{letter}, {name}"),
            None => name,
        };
        let _ = writeln!(out, "  {name:<34}{}", spec.help);
    }
    out.push_str(
        "\nV8's own options are passed on to V8 (--v8-options lists them).\n\nEnvironment variables:\n  \
         FORCE_COLOR, NO_COLOR             turn colours on or off\n  \
         NODE_OPTIONS, PHASOR_OPTIONS      options that come before those of the command line\n  \
         NODE_PATH                         ':'-separated list of folders prefixed to the module search path\n  \
         NODE_DEBUG                        ','-separated list of core modules that should print debug information\n  \
         NODE_NO_WARNINGS                  set to 1 to silence process warnings\n  \
         UV_THREADPOOL_SIZE                number of threads of the worker pool\n",
    );
    out
}

/// Prints `text`; a closed standard output is no error.
pub fn print(text: &str) -> ExitCode {
    let mut out = std::io::stdout();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}
