//! What a long run says while it goes on.

use std::collections::BTreeMap;
use std::io::Write;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use super::Entry;

/// How long a run may be silent.
const MOST_SILENCE: Duration = Duration::from_secs(10);

/// Writes a line when a case is not as expected, when an area is complete, and after some silence.
pub struct Progress<W: Write> {
    started: Instant,
    total: usize,
    state: Mutex<State<W>>,
}

struct State<W> {
    out: W,
    done: usize,
    bad: usize,
    last_line: Instant,
    areas: BTreeMap<String, Area>,
}

#[derive(Default)]
struct Area {
    total: usize,
    done: usize,
    bad: usize,
    spent: Duration,
}

impl<W: Write> Progress<W> {
    /// A run of cases in `areas`, named once for each case.
    pub fn new(areas: impl Iterator<Item = String>, out: W) -> Self {
        let mut counts: BTreeMap<String, Area> = BTreeMap::new();
        let mut total = 0;
        for area in areas {
            counts.entry(area).or_default().total += 1;
            total += 1;
        }
        let now = Instant::now();
        Self { started: now, total, state: Mutex::new(State { out, done: 0, bad: 0, last_line: now, areas: counts }) }
    }

    /// Takes note of a finished case. A line that cannot be written is no reason to end the run.
    pub fn done(&self, entry: &Entry) {
        let Ok(mut state) = self.state.lock() else { return };
        let is_bad = entry.verdict.is_bad();
        state.done += 1;
        state.bad += usize::from(is_bad);
        if is_bad {
            self.line(&mut state, &format!("{} {}", entry.verdict.name(), entry.id));
        }
        let area = state.areas.entry(entry.area.clone()).or_default();
        area.done += 1;
        area.bad += usize::from(is_bad);
        area.spent += entry.elapsed;
        if area.done == area.total {
            let (total, bad, spent) = (area.total, area.bad, area.spent.as_secs_f64());
            self.line(&mut state, &format!("{}: {total} cases, {bad} bad, {spent:.0} s in them", entry.area));
        } else if state.last_line.elapsed() >= MOST_SILENCE {
            self.line(&mut state, &format!("in {}", entry.area));
        }
    }

    fn line(&self, state: &mut State<W>, text: &str) {
        let seconds = self.started.elapsed().as_secs();
        state.last_line = Instant::now();
        let _ = writeln!(state.out, "[{}/{} {seconds} s] {text}", state.done, self.total);
        let _ = state.out.flush();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Verdict;

    #[test]
    fn bad_cases_and_complete_areas_are_told_at_once() {
        let entry = |area: &str, verdict| Entry {
            area: area.to_string(),
            id: format!("{area}/x.js"),
            about: String::new(),
            verdict,
            elapsed: Duration::ZERO,
        };
        let progress = Progress::new(["a", "a", "b"].map(str::to_string).into_iter(), Vec::new());
        progress.done(&entry("a", Verdict::Pass));
        progress.done(&entry("b", Verdict::Flaky { detail: String::new() }));
        progress.done(&entry("a", Verdict::Pass));
        let text = String::from_utf8(progress.state.into_inner().unwrap().out).unwrap();
        let lines = [
            "[2/3 0 s] FLAKY b/x.js",
            "[2/3 0 s] b: 1 cases, 1 bad, 0 s in them",
            "[3/3 0 s] a: 2 cases, 0 bad, 0 s in them",
        ];
        assert_eq!(text.lines().collect::<Vec<_>>(), lines);
    }
}
