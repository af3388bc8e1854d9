//! Judging cases by the recordings, or by another runtime at the same time.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::Duration;

use crate::expected_failures::ExpectedFailures;
use crate::report::{Entry, Verdict};
use crate::runtime_command::RuntimeCommand;

use super::case::Case;
use super::execute::execute;
use super::expectation::{Expectations, Observation};
use super::judge::judge;
use super::repeats::Repeats;

/// What the cases are judged by.
pub(super) struct Suite {
    expectations: BTreeMap<String, Expectations>,
    against: Option<RuntimeCommand>,
    repeat: usize,
}

impl Suite {
    /// # Errors
    /// A sentence when an area's recordings are unreadable.
    pub(super) fn load(
        folder: &Path,
        cases: &[Case],
        against: Option<RuntimeCommand>,
        repeat: usize,
    ) -> Result<Self, String> {
        Ok(Self { expectations: load_expectations(folder, cases)?, against, repeat: repeat.max(1) })
    }

    pub(super) fn run(&self, case: &Case, runtime: &RuntimeCommand, expected: &ExpectedFailures) -> Entry {
        let mut elapsed = Duration::ZERO;
        let verdict = self.verdict(case, runtime, &mut elapsed);
        let id = case.id();
        Entry {
            area: case.area.clone(),
            about: case.front.as_ref().map_or_else(|_| String::new(), |f| f.about.clone()),
            verdict: verdict.weigh(&id, expected),
            id,
            elapsed,
        }
    }

    fn verdict(&self, case: &Case, runtime: &RuntimeCommand, elapsed: &mut Duration) -> Verdict {
        let front = match &case.front {
            Ok(front) => front,
            Err(detail) => {
                let detail = detail.clone();
                return Verdict::Broken { detail };
            }
        };
        let since = front.since_node;
        if runtime.node_major().is_some_and(|major| major < since) {
            let reason = format!("Node {since} or newer");
            return Verdict::Skip { reason };
        }
        let expected = match self.expectation(case, runtime) {
            Ok(expected) => expected,
            Err(detail) => return Verdict::Broken { detail },
        };
        let mut repeats = Repeats::default();
        for _ in 0..self.repeat {
            match execute(runtime, case, front) {
                Ok((seen, outcome)) => {
                    *elapsed += outcome.elapsed;
                    repeats.add(&seen, &outcome, judge(front, &expected, &seen));
                }
                Err(error) => repeats.add_failed_start(&error),
            }
        }
        repeats.verdict()
    }

    /// The recording, or what the runtime to compare with does now.
    fn expectation(&self, case: &Case, runtime: &RuntimeCommand) -> Result<Observation, String> {
        if let (Some(reference), Ok(front)) = (&self.against, &case.front) {
            let run = execute(reference, case, front);
            return run
                .map(|(seen, _)| seen)
                .map_err(|error| format!("{} cannot be started: {error}", reference.label));
        }
        self.expectations
            .get(&case.area)
            .and_then(|area| area.of(&case.file, runtime.node_major()))
            .cloned()
            .ok_or_else(|| "nothing is recorded for it; run with --record under Node".to_string())
    }
}

/// The difference, with the end of standard error: a crash explains itself there.
pub(super) fn explain(wrong: String, stderr: &[u8]) -> String {
    let text = String::from_utf8_lossy(stderr);
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).collect();
    if lines.is_empty() {
        return wrong;
    }
    let tail = lines[lines.len().saturating_sub(6)..].join("\n  ");
    format!("{}\nstderr ends:\n  {tail}", wrong.trim_end())
}

fn load_expectations(suite: &Path, cases: &[Case]) -> Result<BTreeMap<String, Expectations>, String> {
    let mut areas = BTreeMap::new();
    for case in cases {
        if !areas.contains_key(&case.area) {
            areas.insert(case.area.clone(), Expectations::load(&suite.join(&case.area))?);
        }
    }
    Ok(areas)
}
