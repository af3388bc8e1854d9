//! The two commands as their users meet them: good runs, mistakes, and runtimes that misbehave.
//!
//! - `conformance`: verdicts, orders, outputs, recording
//! - `misbehaviour`: runtimes that hang, flood, crash or do not exist; cases that cannot be read
//! - `outputs`: readers of TAP and JUnit
//! - `language_tests`: phasor-test262

mod conformance;
mod language_tests;
mod misbehaviour;
mod outputs;
mod support;
