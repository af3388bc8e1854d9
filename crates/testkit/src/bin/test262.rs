//! `phasor-test262`: see `--help` and docs/testing.md.

use std::process::ExitCode;

fn main() -> ExitCode {
    phasor_testkit::test262::command_line::main()
}
