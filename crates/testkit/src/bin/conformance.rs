//! `phasor-conformance`: see `--help` and docs/testing.md.

use std::process::ExitCode;

fn main() -> ExitCode {
    phasor_testkit::conformance::command_line::main()
}
