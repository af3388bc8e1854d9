//! Tests in test262's format: this project's subset, or a checkout of tc39/test262.

pub mod command_line;
mod front_matter;
mod run;
mod stage;
mod test;

pub use front_matter::{FrontMatter, Negative};
pub use test::{Mode, Test};
