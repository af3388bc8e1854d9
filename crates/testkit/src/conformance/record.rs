//! Recording what Node does.

use std::collections::BTreeSet;
use std::path::Path;

use crate::parallel;
use crate::runtime_command::RuntimeCommand;

use super::case::Case;
use super::execute::execute;
use super::expectation::{Exit, Expectations, Observation};

/// Runs every case `repeat` times and writes the areas' expectations.
///
/// A case that ends at a limit, breaks its own order rule or differs between its runs is not
/// recorded. Cases of `all` that no longer exist are dropped from the recordings.
///
/// # Errors
/// The list of cases that could not be recorded, or why a file cannot be written.
pub(super) fn record(
    runtime: &RuntimeCommand,
    suite: &Path,
    all: &[Case],
    selected: &[Case],
    jobs: usize,
    repeat: usize,
) -> Result<usize, String> {
    let major = runtime
        .node_major()
        .ok_or_else(|| format!("{} is not Node: only Node's behaviour is recorded", runtime.label))?;
    let fresh = |case: &&Case| case.front.as_ref().map_or(true, |f| f.since_node <= major);
    let selected: Vec<&Case> = selected.iter().filter(fresh).collect();
    let seen = parallel::map(&selected, jobs, |case| observe(runtime, case, repeat));
    let mut problems = Vec::new();
    let areas: BTreeSet<&str> = selected.iter().map(|case| case.area.as_str()).collect();
    for area in areas {
        let folder = suite.join(area);
        let mut expectations = Expectations::load(&folder)?;
        for (case, seen) in selected.iter().zip(&seen).filter(|(c, _)| c.area == area) {
            match seen {
                Ok(seen) => {
                    expectations.insert(&case.file, &runtime.version, major, seen.clone());
                }
                Err(problem) => problems.push(format!("{}: {problem}", case.id())),
            }
        }
        expectations.retain(|file| all.iter().any(|c| c.area == area && c.file == file));
        expectations.save(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    }
    if problems.is_empty() {
        return Ok(selected.len());
    }
    Err(format!("not recorded:\n{}", problems.join("\n")))
}

fn observe(runtime: &RuntimeCommand, case: &Case, repeat: usize) -> Result<Observation, String> {
    let front = case.front.as_ref().map_err(Clone::clone)?;
    let mut first: Option<Observation> = None;
    for _ in 0..repeat.max(1) {
        let (mut seen, _) = execute(runtime, case, front).map_err(|error| error.to_string())?;
        if matches!(seen.exit, Exit::TimedOut | Exit::Flooded) {
            return Err(seen.exit.to_string());
        }
        if seen.stdout.is_empty() {
            return Err("it prints nothing".to_string());
        }
        front.order.check(&seen.stdout)?;
        seen.stdout = front.order.normal_form(&seen.stdout);
        match &first {
            Some(first) if *first != seen => {
                return Err("its runs differ; state the legal orders".to_string());
            }
            _ => first = Some(seen),
        }
    }
    first.ok_or_else(|| "it was not run".to_string())
}
