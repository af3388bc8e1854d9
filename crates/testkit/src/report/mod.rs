//! What a run found, and its forms: a table for people, TAP and JUnit for machines.

mod columns;
mod junit;
mod progress;
mod table;
mod tap;

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;
use std::{fs, process::ExitCode};

use crate::expected_failures::ExpectedFailures;

pub use columns::side_by_side;
pub use progress::Progress;

/// The judgement of one case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    Pass,
    Fail {
        detail: String,
    },
    /// Some runs of it were right and others were not.
    Flaky {
        detail: String,
    },
    /// It failed, and the list of expected failures says why.
    ExpectedFailure {
        reason: String,
        detail: String,
    },
    /// It passed, although the list says that it fails.
    UnexpectedPass {
        reason: String,
    },
    Skip {
        reason: String,
    },
    /// The case itself cannot be read or run.
    Broken {
        detail: String,
    },
}

/// One case and its judgement.
#[derive(Clone, Debug)]
pub struct Entry {
    pub area: String,
    /// `area/file.js`, with the mode for a language test.
    pub id: String,
    /// What the case is about, shown with a failure.
    pub about: String,
    pub verdict: Verdict,
    pub elapsed: Duration,
}

/// Where a report goes beside the terminal.
#[derive(Debug, Default)]
pub struct Outputs {
    pub verbose: bool,
    /// `-` is standard output; the table then goes to standard error.
    pub tap: Option<PathBuf>,
    pub junit: Option<PathBuf>,
}

/// A whole run of one runtime.
#[derive(Debug, Default)]
pub struct Report {
    pub title: String,
    pub entries: Vec<Entry>,
    /// Expected failures that match no case.
    pub stale: Vec<String>,
}

impl Verdict {
    /// What a terminal shows before the case.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Pass => "PASS",
            Self::Fail { .. } => "FAIL",
            Self::Flaky { .. } => "FLAKY",
            Self::ExpectedFailure { .. } => "EXPECTED FAILURE",
            Self::UnexpectedPass { .. } => "UNEXPECTED PASS",
            Self::Skip { .. } => "SKIP",
            Self::Broken { .. } => "BROKEN",
        }
    }

    /// Weighs what was seen against what was expected to fail.
    pub fn weigh(self, id: &str, expected: &ExpectedFailures) -> Self {
        let Some(reason) = expected.reason(id).map(str::to_string) else {
            return self;
        };
        match self {
            Self::Pass => Self::UnexpectedPass { reason },
            Self::Fail { detail } => Self::ExpectedFailure { reason, detail },
            other => other,
        }
    }

    /// Whether the run as a whole is a failure because of this verdict.
    pub fn is_bad(&self) -> bool {
        !matches!(self, Self::Pass | Self::ExpectedFailure { .. } | Self::Skip { .. })
    }
}

impl Report {
    /// 0 when everything is as expected, 2 when a case cannot be read, otherwise 1.
    pub fn exit_code(&self) -> ExitCode {
        let broken = |entry: &Entry| matches!(entry.verdict, Verdict::Broken { .. });
        if self.entries.iter().any(broken) {
            return ExitCode::from(2);
        }
        let bad = self.entries.iter().any(|entry| entry.verdict.is_bad());
        ExitCode::from(u8::from(bad || !self.stale.is_empty()))
    }

    /// Prints the failures and the table, and writes the other forms that were asked for.
    ///
    /// # Errors
    /// When an output cannot be written.
    pub fn publish(&self, outputs: &Outputs) -> io::Result<()> {
        let is_stdout = |path: &Option<PathBuf>| path.as_deref() == Some(Path::new("-"));
        if is_stdout(&outputs.tap) || is_stdout(&outputs.junit) {
            table::print(self, outputs.verbose, &mut io::stderr().lock())?;
        } else {
            table::print(self, outputs.verbose, &mut io::stdout().lock())?;
        }
        if let Some(path) = &outputs.tap {
            write_to(path, &tap::render(self))?;
        }
        if let Some(path) = &outputs.junit {
            write_to(path, &junit::render(self))?;
        }
        Ok(())
    }
}

/// One Markdown table of several runs: a line an area, a column a runtime.
pub fn markdown(reports: &[Report]) -> String {
    table::markdown(reports)
}

/// The text without what neither XML 1.0 nor YAML can carry: replacement characters stand for it.
fn printable(text: &str) -> String {
    let allowed = |c: char| matches!(c, '\t' | '\n') || !(c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}'));
    text.chars().map(|c| if allowed(c) { c } else { char::REPLACEMENT_CHARACTER }).collect()
}

fn write_to(path: &Path, text: &str) -> io::Result<()> {
    if path == Path::new("-") {
        return io::stdout().lock().write_all(text.as_bytes());
    }
    fs::write(path, text)
}
