//! Runs scripts under a JavaScript runtime and judges what they print.
//!
//! Two commands share this library: `phasor-conformance` compares the order of callbacks with what
//! Node printed, and `phasor-test262` runs tests in test262's format. Neither links V8: they drive
//! an executable, any executable, from outside.

pub mod arguments;
pub mod conformance;
pub mod expected_failures;
pub mod parallel;
pub mod process;
pub mod report;
pub mod runtime_command;
pub mod scratch;
pub mod test262;
