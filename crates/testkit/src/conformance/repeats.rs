//! What several runs of one case came to.

use crate::process::Outcome;
use crate::report::{Verdict, side_by_side};

use super::expectation::Observation;
use super::suite::explain;

/// More different outputs than these say nothing more about a flake, and do not fit a terminal.
const MOST_COLUMNS: usize = 4;

/// The runs so far: how many were right, and the different ways of being wrong.
#[derive(Default)]
pub(super) struct Repeats {
    right: usize,
    right_output: Vec<String>,
    wrong: Vec<Wrong>,
}

/// One way of being wrong, with the explanation of its first run.
struct Wrong {
    times: usize,
    output: Vec<String>,
    detail: String,
}

impl Repeats {
    /// Adds a run with what [`judge`](super::judge::judge) said about it.
    pub(super) fn add(&mut self, seen: &Observation, outcome: &Outcome, judged: Result<(), String>) {
        let output = lines(seen);
        match judged {
            Ok(()) => {
                self.right += 1;
                self.right_output = output;
            }
            Err(detail) => self.add_wrong(output, || explain(detail, &outcome.stderr)),
        }
    }

    /// Adds a run whose process could not be made.
    pub(super) fn add_failed_start(&mut self, error: &std::io::Error) {
        self.add_wrong(vec![error.to_string()], || format!("cannot be started: {error}"));
    }

    fn add_wrong(&mut self, output: Vec<String>, detail: impl FnOnce() -> String) {
        match self.wrong.iter_mut().find(|wrong| wrong.output == output) {
            Some(wrong) => wrong.times += 1,
            None => self.wrong.push(Wrong { times: 1, output, detail: detail() }),
        }
    }

    /// All right is a pass, all wrong a failure, anything between is a flake.
    pub(super) fn verdict(self) -> Verdict {
        let wrong: usize = self.wrong.iter().map(|wrong| wrong.times).sum();
        let total = self.right + wrong;
        let Some(first) = self.wrong.first() else {
            return Verdict::Pass;
        };
        if self.right > 0 {
            return Verdict::Flaky { detail: self.table(wrong, total) };
        }
        let detail = match total {
            1 => first.detail.clone(),
            _ => format!("all {total} runs are wrong, the first:\n{}", first.detail),
        };
        Verdict::Fail { detail }
    }

    /// The right output beside the wrong ones, and why the first wrong one is.
    fn table(&self, wrong: usize, total: usize) -> String {
        let times = |count: usize| format!("{count} of {total}");
        let mut columns = vec![(format!("{} right", times(self.right)), self.right_output.as_slice())];
        for way in &self.wrong {
            columns.push((format!("{} wrong", times(way.times)), way.output.as_slice()));
        }
        columns.truncate(MOST_COLUMNS);
        let first = self.wrong.first().map_or("", |way| way.detail.as_str());
        format!("{wrong} of {total} runs are wrong\n{}{first}", side_by_side(&columns))
    }
}

/// Everything that a case may compare, a line each.
fn lines(seen: &Observation) -> Vec<String> {
    let mut lines = seen.stdout.clone();
    lines.push(format!("[{}]", seen.exit));
    lines.extend(seen.stderr.iter().map(|line| format!("[stderr: {line}]")));
    lines
}

#[cfg(test)]
mod tests {
    use std::io;

    use super::*;

    fn add(repeats: &mut Repeats, line: &str, is_right: bool) {
        let seen = Observation { stdout: vec![line.to_string()], exit: super::super::Exit::Code(0), stderr: None };
        let outcome = Outcome {
            end: crate::process::End::Exit(0),
            stdout: Vec::new(),
            stderr: Vec::new(),
            elapsed: std::time::Duration::ZERO,
        };
        repeats.add(&seen, &outcome, if is_right { Ok(()) } else { Err("because".to_string()) });
    }

    #[test]
    fn runs_that_disagree_are_a_flake_with_every_output() {
        let mut repeats = Repeats::default();
        add(&mut repeats, "a", true);
        add(&mut repeats, "b", false);
        add(&mut repeats, "b", false);
        repeats.add_failed_start(&io::Error::other("no more processes"));
        let Verdict::Flaky { detail } = repeats.verdict() else { panic!("not a flake") };
        assert!(detail.starts_with("3 of 4 runs are wrong\n1 of 4 right"), "{detail}");
        for part in ["2 of 4 wrong", "1 of 4 wrong", "no more processes", "because"] {
            assert!(detail.contains(part), "{part} is missing in {detail}");
        }
    }

    #[test]
    fn runs_that_agree_pass_or_fail() {
        let mut repeats = Repeats::default();
        add(&mut repeats, "a", true);
        add(&mut repeats, "a", true);
        assert!(matches!(repeats.verdict(), Verdict::Pass));
        let mut repeats = Repeats::default();
        add(&mut repeats, "b", false);
        add(&mut repeats, "c", false);
        let Verdict::Fail { detail } = repeats.verdict() else { panic!("not a failure") };
        assert_eq!(detail, "all 2 runs are wrong, the first:\nbecause");
    }
}
