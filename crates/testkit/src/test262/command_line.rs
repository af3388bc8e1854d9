//! The command `phasor-test262`.

use std::io;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

use lexopt::Arg::{Long, Short, Value};

use crate::arguments::{load, number, text};
use crate::expected_failures::ExpectedFailures;
use crate::parallel::{self, Load};
use crate::report::{Outputs, Progress, Report};
use crate::runtime_command::RuntimeCommand;

use super::run::Runner;
use super::stage::Stage;
use super::test::{Test, discover};

const HELP: &str = "\
phasor-test262: language tests that a host must pass, in test262's format

usage: phasor-test262 [options] [path ...]
  path                     test files or folders below DIR/test (default: all)
  --test262 DIR            a checkout of tc39/test262 (default: test262-subset)
  --runtime [label=]CMD    the runtime (default target/release/phasor)
  --expected-failures FILE tests that fail, each with its reason; `none` for no list (default
                           DIR/expected-failures.txt for Phasor, otherwise none)
  --jobs N, -j N           tests at a time (default: processors)
  --repeat N               run every test N times; one wrong run fails it
  --load[=N]               keep all processors, or N of them, busy meanwhile
  --progress               tell on standard error how far the run is
  --seconds N              time limit of a test (default 30)
  --tap FILE, --junit FILE also write the result in that format (`-`: standard output)
  --verbose, -v            show passes, skipped tests and expected failures too
exit code: 0 all as expected, 1 differences, 2 a mistake in a test or in the command";

struct Options {
    suite: PathBuf,
    runtime: String,
    expected_failures: Option<String>,
    jobs: usize,
    repeat: usize,
    load: usize,
    progress: bool,
    seconds: u64,
    outputs: Outputs,
    paths: Vec<String>,
}

/// Runs the command with the process's arguments.
pub fn main() -> ExitCode {
    match parse(lexopt::Parser::from_env()) {
        Ok(None) => {
            println!("{HELP}");
            ExitCode::SUCCESS
        }
        Ok(Some(options)) => start(&options).unwrap_or_else(|message| {
            eprintln!("phasor-test262: {message}");
            ExitCode::from(2)
        }),
        Err(message) => {
            eprintln!("phasor-test262: {message}\n\n{HELP}");
            ExitCode::from(2)
        }
    }
}

fn parse(mut parser: lexopt::Parser) -> Result<Option<Options>, String> {
    let mut options = Options {
        suite: PathBuf::from("test262-subset"),
        runtime: "target/release/phasor".to_string(),
        expected_failures: None,
        jobs: parallel::processors(),
        repeat: 1,
        load: 0,
        progress: false,
        seconds: 30,
        outputs: Outputs::default(),
        paths: Vec::new(),
    };
    while let Some(argument) = parser.next().map_err(|error| error.to_string())? {
        match argument {
            Short('h') | Long("help") => return Ok(None),
            Long("test262") => options.suite = text(&mut parser)?.into(),
            Long("runtime") => options.runtime = text(&mut parser)?,
            Long("expected-failures") => options.expected_failures = Some(text(&mut parser)?),
            Short('j') | Long("jobs") => options.jobs = number(&mut parser)?,
            Long("repeat") => options.repeat = number(&mut parser)?,
            Long("load") => options.load = load(&mut parser)?,
            Long("progress") => options.progress = true,
            Long("seconds") => options.seconds = number(&mut parser)?,
            Long("tap") => options.outputs.tap = Some(text(&mut parser)?.into()),
            Long("junit") => options.outputs.junit = Some(text(&mut parser)?.into()),
            Short('v') | Long("verbose") => options.outputs.verbose = true,
            Value(path) => options.paths.push(path.to_string_lossy().into_owned()),
            other => return Err(other.unexpected().to_string()),
        }
    }
    Ok(Some(options))
}

fn start(options: &Options) -> Result<ExitCode, String> {
    let suite = std::path::absolute(&options.suite).map_err(|error| error.to_string())?;
    let root = suite.join("test");
    let harness = suite.join("harness");
    for folder in [&root, &harness] {
        if !folder.is_dir() {
            return Err(format!("{}: no such folder", folder.display()));
        }
    }
    let tests = discover(&root, &options.paths)?;
    let runtime = RuntimeCommand::probe(&options.runtime)?;
    let list = options.expected_failures.as_deref();
    let expected = ExpectedFailures::for_run(list, &options.suite, runtime.is_phasor())?;
    let stage = Stage::new(&root, &options.paths).map_err(|error| format!("the tests cannot be staged: {error}"))?;
    let _load = Load::start(options.load);
    let runner = Runner {
        runtime: &runtime,
        stage: &stage,
        harness,
        time_limit: Duration::from_secs(options.seconds),
        repeat: options.repeat.max(1),
    };
    let progress = options.progress.then(|| Progress::new(tests.iter().map(Test::area), io::stderr()));
    let entries = parallel::map(&tests, options.jobs, |test| {
        let mut entry = runner.run(test);
        // An expectation names the file for both modes, or the file with its mode.
        let id = match expected.reason(&test.file) {
            Some(_) => &test.file,
            None => &entry.id,
        };
        entry.verdict = entry.verdict.weigh(id, &expected);
        progress.iter().for_each(|progress| progress.done(&entry));
        entry
    });
    let report = Report { title: runtime.label.clone(), stale: stale(options, &tests, &expected), entries };
    report.publish(&options.outputs).map_err(|error| format!("cannot write the result: {error}"))?;
    Ok(report.exit_code())
}

/// Only a run of everything can tell that an expectation matches no test.
fn stale(options: &Options, tests: &[Test], expected: &ExpectedFailures) -> Vec<String> {
    if !options.paths.is_empty() {
        return Vec::new();
    }
    let ids: Vec<String> = tests.iter().flat_map(|test| [test.file.clone(), test.id()]).collect();
    expected.stale(ids.iter().map(String::as_str))
}
