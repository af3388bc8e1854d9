//! Running one case once.

use std::io;

use crate::process::{self, Limits, Outcome};
use crate::runtime_command::RuntimeCommand;
use crate::scratch::Scratch;

use super::case::Case;
use super::expectation::Observation;
use super::front_matter::FrontMatter;

/// More than any case prints, little enough to hold for every job at once.
const OUTPUT_LIMIT: usize = 1024 * 1024;

/// Runs the case in its own folder, with an empty temporary folder for its files.
///
/// # Errors
/// When the process or the temporary folder cannot be made.
pub(super) fn execute(
    runtime: &RuntimeCommand,
    case: &Case,
    front: &FrontMatter,
) -> io::Result<(Observation, Outcome)> {
    let scratch = Scratch::new("case")?;
    let mut command = runtime.command();
    command.args(&front.flags).arg(&case.path);
    command.env("TMPDIR", scratch.path());
    command.envs(front.environment.iter().map(|(name, value)| (name, value)));
    if let Some(folder) = case.path.parent() {
        command.current_dir(folder);
    }
    let limits = Limits { time: front.time_limit, output: OUTPUT_LIMIT };
    let outcome = process::run(command, front.stdin.as_bytes(), limits)?;
    let observation = Observation {
        stdout: String::from_utf8_lossy(&outcome.stdout).lines().map(str::to_string).collect(),
        exit: (&outcome.end).into(),
        stderr: front.compares_stderr.then(|| last_telling_line(&outcome.stderr)),
    };
    Ok((observation, outcome))
}

/// The last line of standard error that says something: Node ends its report of a fatal error
/// with stack frames, blank lines and its version.
fn last_telling_line(stderr: &[u8]) -> String {
    let text = String::from_utf8_lossy(stderr);
    let telling = |line: &&str| {
        let line = line.trim();
        let frame = line.starts_with("at ");
        let version = line.starts_with("Node.js v") || line.starts_with("Bun v");
        let hint = line.starts_with("(Use `");
        !(line.is_empty() || frame || version || hint)
    };
    let line = text.lines().rev().find(telling).unwrap_or_default();
    without_process_id(line)
}

/// `(node:1234) Warning` becomes `(node) Warning`, whatever the executable is called.
fn without_process_id(line: &str) -> String {
    let Some((head, rest)) = line.strip_prefix('(').and_then(|l| l.split_once(')')) else {
        return line.to_string();
    };
    match head.split_once(':') {
        Some((_, id)) if id.bytes().all(|byte| byte.is_ascii_digit()) => format!("(node){rest}"),
        _ => line.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stderr_is_reduced_to_its_telling_line() {
        let fatal = b"/a/b.js:1\nthrow e\n^\n\nError: boom\n    at x (y.js:1:1)\n\nNode.js v26.0.0\n";
        assert_eq!(last_telling_line(fatal), "Error: boom");
        let warning = b"(node:77) Warning: w\n(Use `node --trace-warnings ...`)\n";
        assert_eq!(last_telling_line(warning), "(node) Warning: w");
        assert_eq!(last_telling_line(b""), "");
    }
}
