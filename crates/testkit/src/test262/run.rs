//! Running one test in one mode, and its judgement.

use std::path::{Path, PathBuf};
use std::time::Duration;

use serde_json::{Value, json};

use crate::process::{self, End, Limits, Outcome, signal_name};
use crate::report::{Entry, Verdict};
use crate::runtime_command::RuntimeCommand;

use super::front_matter::{FrontMatter, Negative};
use super::stage::Stage;
use super::test::{Mode, Test};

const MARK: &str = "phasor-test262 ";
const OUTPUT_LIMIT: usize = 1024 * 1024;

/// What all tests of a run share.
pub(super) struct Runner<'a> {
    pub(super) runtime: &'a RuntimeCommand,
    pub(super) stage: &'a Stage,
    pub(super) harness: PathBuf,
    pub(super) time_limit: Duration,
    pub(super) repeat: usize,
}

impl Runner<'_> {
    pub(super) fn run(&self, test: &Test) -> Entry {
        let mut elapsed = Duration::ZERO;
        let verdict = match (&test.front, test.skip_reason()) {
            (Err(detail), _) => Verdict::Broken { detail: detail.clone() },
            (_, Some(reason)) => Verdict::Skip { reason },
            (Ok(front), None) => self.verdict(test, front, &mut elapsed),
        };
        Entry {
            area: test.area(),
            id: test.id(),
            about: test.front.as_ref().map_or_else(|_| String::new(), |f| f.description.clone()),
            verdict,
            elapsed,
        }
    }

    fn verdict(&self, test: &Test, front: &FrontMatter, elapsed: &mut Duration) -> Verdict {
        let harness = match self.harness_files(test.mode, front) {
            Ok(files) => files,
            Err(detail) => return Verdict::Broken { detail },
        };
        let is_async = front.has_flag("async");
        for _ in 0..self.repeat {
            let job = json!({
                "file": self.stage.file(&test.file),
                "mode": test.mode.name(),
                "harness": harness,
                "isAsync": is_async,
            });
            let mut command = self.runtime.command();
            command.arg("--expose-gc").arg(self.stage.host()).arg(job.to_string());
            let limits = Limits { time: self.time_limit, output: OUTPUT_LIMIT };
            let outcome = match process::run(command, &[], limits) {
                Ok(outcome) => outcome,
                Err(error) => {
                    let detail = format!("cannot be started: {error}");
                    return Verdict::Fail { detail };
                }
            };
            *elapsed += outcome.elapsed;
            if let Err(detail) = judge(front, &outcome) {
                return Verdict::Fail { detail };
            }
        }
        Verdict::Pass
    }

    fn harness_files(&self, mode: Mode, front: &FrontMatter) -> Result<Vec<PathBuf>, String> {
        if mode == Mode::Raw {
            return Ok(Vec::new());
        }
        let mut names = vec!["assert.js", "sta.js"];
        if front.has_flag("async") {
            names.push("doneprintHandle.js");
        }
        names.extend(front.includes.iter().map(String::as_str));
        let missing = |path: &PathBuf| !Path::exists(path);
        let files: Vec<PathBuf> = names.iter().map(|name| self.harness.join(name)).collect();
        match files.iter().find(|path| missing(path)) {
            Some(path) => Err(format!("the harness file {} is missing", path.display())),
            None => Ok(files),
        }
    }
}

/// The lines that the host script wrote.
fn messages(stdout: &[u8]) -> Vec<Value> {
    let text = String::from_utf8_lossy(stdout);
    text.lines().filter_map(|line| serde_json::from_str(line.strip_prefix(MARK)?).ok()).collect()
}

fn judge(front: &FrontMatter, outcome: &Outcome) -> Result<(), String> {
    match &outcome.end {
        End::TimedOut => return Err("killed at the time limit".to_string()),
        End::Flooded => return Err("killed for writing too much".to_string()),
        End::Signal(signal) => return Err(crash(&signal_name(*signal), outcome)),
        End::Exit(_) => {}
    }
    let messages = messages(&outcome.stdout);
    let of_kind = |kind: &str| messages.iter().find(|m| m["kind"] == kind);
    if let Some(uncaught) = of_kind("uncaught") {
        return Err(format!("uncaught {}", error_text(uncaught)));
    }
    if let Some(negative) = &front.negative {
        return judge_negative(negative, of_kind("error"));
    }
    if let Some(error) = of_kind("error") {
        return Err(error_text(error));
    }
    if of_kind("done").is_none() {
        return Err(crash("before the end of the test", outcome));
    }
    if front.has_flag("async") {
        return judge_async(&messages);
    }
    Ok(())
}

fn judge_negative(negative: &Negative, error: Option<&Value>) -> Result<(), String> {
    let Negative { phase, kind } = negative;
    let Some(error) = error else {
        return Err(format!("expected {kind} ({phase}), but nothing was thrown"));
    };
    // A module's import() does not tell parsing, linking and evaluation apart. A test that must
    // not be evaluated throws an error of another type when it is.
    let seen_phase = error["phase"].as_str().unwrap_or_default();
    let same_phase = match phase.as_str() {
        "runtime" => seen_phase != "parse",
        _ => seen_phase != "runtime",
    };
    if same_phase && error["name"] == kind.as_str() {
        return Ok(());
    }
    let text = error_text(error);
    Err(format!("expected {kind} ({phase}), got {text} ({seen_phase})"))
}

fn judge_async(messages: &[Value]) -> Result<(), String> {
    let printed = |m: &Value| m["text"].as_str().map(str::to_string);
    let texts: Vec<String> = messages.iter().filter_map(printed).collect();
    if let Some(failure) = texts.iter().find(|t| t.starts_with("Test262:AsyncTestFailure")) {
        return Err(failure.clone());
    }
    match texts.iter().filter(|t| *t == "Test262:AsyncTestComplete").count() {
        1 => Ok(()),
        0 => Err("$DONE was not called".to_string()),
        count => Err(format!("$DONE was called {count} times")),
    }
}

fn error_text(error: &Value) -> String {
    let part = |key: &str| error[key].as_str().unwrap_or_default().to_string();
    format!("{}: {}", part("name"), part("message"))
}

fn crash(how: &str, outcome: &Outcome) -> String {
    let text = String::from_utf8_lossy(&outcome.stderr);
    let lines: Vec<&str> = text.lines().filter(|l| !l.trim().is_empty()).collect();
    let tail = lines[lines.len().saturating_sub(8)..].join("\n");
    format!("the process ended ({how})\n{tail}")
}
