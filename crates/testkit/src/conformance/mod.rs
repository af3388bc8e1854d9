//! Conformance cases: the same script under any runtime, compared with what Node did.

mod case;
pub mod command_line;
mod execute;
mod expectation;
mod front_matter;
mod judge;
mod order;
mod record;
mod repeats;
mod suite;

pub use case::{Case, discover};
pub use expectation::{Exit, Expectations, Observation};
pub use front_matter::FrontMatter;
