//! The command `phasor-conformance`.

use std::path::PathBuf;
use std::process::ExitCode;
use std::{fs, io};

use lexopt::Arg::{Long, Short, Value};

use crate::arguments::{load, number, text};
use crate::expected_failures::{ExpectedFailures, matches};
use crate::parallel::{self, Load};
use crate::report::{self, Outputs, Progress, Report};
use crate::runtime_command::RuntimeCommand;

use super::case::{Case, discover};
use super::record::record;
use super::suite::Suite;

const HELP: &str = "\
phasor-conformance: callback order under any runtime, compared with what Node did

usage: phasor-conformance [options] [pattern ...]
  pattern                  cases to run: area, area/file.js, `*` for any characters
  --runtime [label=]CMD    the runtime with its arguments (default target/release/phasor);
                           repeat it for a table of several
  --against CMD            compare with CMD, run at the same time, instead of the recordings
  --record                 record the expectations; the runtime must be Node
  --suite DIR              the folder of cases (default crates/testkit/conformance)
  --expected-failures FILE cases that fail, each with its reason; `none` for no list
                           (default SUITE/expected-failures.txt for Phasor, otherwise none)
  --jobs N, -j N           cases at a time (default: processors)
  --repeat N               run every case N times and tell progress; one wrong run is a flake
  --load[=N]               keep all processors, or N of them, busy meanwhile
  --progress               tell on standard error how far the run is
  --tap FILE, --junit FILE also write the result in that format (`-`: standard output)
  --markdown FILE          also write the table as Markdown
  --list                   list the cases and what they are about
  --verbose, -v            show passes, skipped cases and expected failures too
exit code: 0 all as expected, 1 differences, 2 a mistake in a case or in the command";

struct Options {
    suite: PathBuf,
    runtimes: Vec<String>,
    against: Option<String>,
    record: bool,
    expected_failures: Option<String>,
    jobs: usize,
    repeat: usize,
    load: usize,
    progress: bool,
    outputs: Outputs,
    markdown: Option<PathBuf>,
    list: bool,
    patterns: Vec<String>,
}

const DEFAULT_RUNTIME: &str = "target/release/phasor";

/// Runs the command with the process's arguments.
pub fn main() -> ExitCode {
    match parse(lexopt::Parser::from_env()) {
        Ok(None) => {
            println!("{HELP}");
            ExitCode::SUCCESS
        }
        Ok(Some(options)) => start(&options).unwrap_or_else(|message| {
            eprintln!("phasor-conformance: {message}");
            ExitCode::from(2)
        }),
        Err(message) => {
            eprintln!("phasor-conformance: {message}\n\n{HELP}");
            ExitCode::from(2)
        }
    }
}

fn parse(mut parser: lexopt::Parser) -> Result<Option<Options>, String> {
    let mut options = Options {
        suite: PathBuf::from("crates/testkit/conformance"),
        runtimes: Vec::new(),
        against: None,
        record: false,
        expected_failures: None,
        jobs: parallel::processors(),
        repeat: 1,
        load: 0,
        progress: false,
        outputs: Outputs::default(),
        markdown: None,
        list: false,
        patterns: Vec::new(),
    };
    while let Some(argument) = parser.next().map_err(|error| error.to_string())? {
        match argument {
            Short('h') | Long("help") => return Ok(None),
            Long("runtime") => options.runtimes.push(text(&mut parser)?),
            Long("against") => options.against = Some(text(&mut parser)?),
            Long("record") => options.record = true,
            Long("suite") => options.suite = text(&mut parser)?.into(),
            Long("expected-failures") => options.expected_failures = Some(text(&mut parser)?),
            Short('j') | Long("jobs") => options.jobs = number(&mut parser)?,
            Long("repeat") => options.repeat = number(&mut parser)?,
            Long("load") => options.load = load(&mut parser)?,
            Long("progress") => options.progress = true,
            Long("tap") => options.outputs.tap = Some(text(&mut parser)?.into()),
            Long("junit") => options.outputs.junit = Some(text(&mut parser)?.into()),
            Long("markdown") => options.markdown = Some(text(&mut parser)?.into()),
            Long("list") => options.list = true,
            Short('v') | Long("verbose") => options.outputs.verbose = true,
            Value(pattern) => options.patterns.push(pattern.to_string_lossy().into_owned()),
            other => return Err(other.unexpected().to_string()),
        }
    }
    if options.runtimes.is_empty() {
        options.runtimes.push(DEFAULT_RUNTIME.to_string());
    }
    Ok(Some(options))
}

fn start(options: &Options) -> Result<ExitCode, String> {
    let all = discover(&options.suite)?;
    let cases = select(&all, &options.patterns)?;
    if options.list {
        for case in &cases {
            let about = case.front.as_ref().map_or_else(String::as_str, |f| &f.about);
            println!("{}\n    {about}", case.id());
        }
        return Ok(ExitCode::SUCCESS);
    }
    // All runtimes are looked for before the first one runs.
    let runtimes = options.runtimes.iter().map(|text| RuntimeCommand::probe(text)).collect::<Result<Vec<_>, _>>()?;
    let _load = Load::start(options.load);
    if options.record {
        for runtime in &runtimes {
            let (jobs, repeat) = (options.jobs, options.repeat);
            let count = record(runtime, &options.suite, &all, &cases, jobs, repeat)?;
            println!("recorded {count} cases with {}", runtime.version);
        }
        return Ok(ExitCode::SUCCESS);
    }
    let against = options.against.as_deref().map(RuntimeCommand::probe);
    let suite = Suite::load(&options.suite, &all, against.transpose()?, options.repeat)?;
    let list = options.expected_failures.as_deref();
    let mut reports = Vec::new();
    for runtime in &runtimes {
        let expected = ExpectedFailures::for_run(list, &options.suite, runtime.is_phasor())?;
        let ids: Vec<String> = all.iter().map(Case::id).collect();
        let progress = (options.progress || options.repeat > 1)
            .then(|| Progress::new(cases.iter().map(|case| case.area.clone()), io::stderr()));
        let run = |case: &Case| {
            let entry = suite.run(case, runtime, &expected);
            progress.iter().for_each(|progress| progress.done(&entry));
            entry
        };
        let report = Report {
            title: runtime.label.clone(),
            stale: expected.stale(ids.iter().map(String::as_str)),
            entries: parallel::map(&cases, options.jobs, run),
        };
        reports.push(report);
    }
    publish(options, &reports).map_err(|error| format!("cannot write the result: {error}"))
}

fn select(all: &[Case], patterns: &[String]) -> Result<Vec<Case>, String> {
    let chosen: Vec<Case> = all
        .iter()
        .filter(|case| {
            let fits = |pattern: &String| *pattern == case.area || matches(pattern, &case.id());
            patterns.is_empty() || patterns.iter().any(fits)
        })
        .cloned()
        .collect();
    if chosen.is_empty() {
        return Err(format!("no case matches {}", patterns.join(" ")));
    }
    Ok(chosen)
}

fn publish(options: &Options, reports: &[Report]) -> io::Result<ExitCode> {
    for report in reports {
        report.publish(&options.outputs)?;
    }
    if let Some(path) = &options.markdown {
        fs::write(path, report::markdown(reports))?;
    }
    // One runtime decides the exit code; a table of several is a comparison, not a check.
    Ok(match reports {
        [report] => report.exit_code(),
        _ => ExitCode::SUCCESS,
    })
}
