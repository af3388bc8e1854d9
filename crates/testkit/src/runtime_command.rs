//! The command of a runtime under test: `node`, `deno run -A`, `"my runtime" --flag`.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use crate::process::{self, End, Limits};

/// A program with the arguments that come before the script, and what it says about itself.
#[derive(Clone, Debug)]
pub struct RuntimeCommand {
    pub label: String,
    /// The first line of `--version`.
    pub version: String,
    program: PathBuf,
    arguments: Vec<String>,
}

impl RuntimeCommand {
    /// Reads `command` or `label=command`, and asks the program for its version.
    ///
    /// # Errors
    /// A sentence that names the program when it is missing, hangs or fails.
    pub fn probe(text: &str) -> Result<Self, String> {
        let (label, command) = match text.split_once('=') {
            Some((label, command)) if !label.contains(['/', '-', '"']) => (Some(label.trim()), command),
            _ => (None, text),
        };
        let mut words = split_words(command)?;
        if words.is_empty() {
            return Err("the runtime command is empty".to_string());
        }
        let program = absolute(Path::new(&words.remove(0)));
        let version = ask_version(&program)?;
        Ok(Self {
            label: label.map_or_else(|| command.trim().to_string(), str::to_string),
            version,
            program,
            arguments: words,
        })
    }

    /// The major version, when the runtime calls itself Node (`v26.10.0`).
    pub fn node_major(&self) -> Option<u32> {
        let digits = self.version.strip_prefix('v')?;
        digits.split('.').next()?.parse().ok()
    }

    /// Whether this is the runtime that the lists of expected failures are about.
    pub fn is_phasor(&self) -> bool {
        self.program.file_stem().is_some_and(|name| name == "phasor")
    }

    /// A command that has the runtime's own arguments already.
    pub fn command(&self) -> Command {
        let mut command = Command::new(&self.program);
        command.args(&self.arguments);
        // What a developer's shell sets must not change a verdict.
        for name in ["NODE_OPTIONS", "NODE_PATH", "FORCE_COLOR", "NODE_DEBUG"] {
            command.env_remove(name);
        }
        command.env("NO_COLOR", "1");
        command
    }
}

fn ask_version(program: &Path) -> Result<String, String> {
    let name = program.display();
    let mut command = Command::new(program);
    command.arg("--version");
    let limits = Limits { time: Duration::from_secs(20), output: 64 * 1024 };
    let outcome =
        process::run(command, &[], limits).map_err(|error| format!("the runtime {name} cannot be started: {error}"))?;
    match outcome.end {
        End::Exit(0) => {}
        End::TimedOut => return Err(format!("the runtime {name} hangs on --version")),
        End::Flooded => return Err(format!("the runtime {name} floods its output on --version")),
        other => return Err(format!("{name} --version ends with {other:?}")),
    }
    let text = String::from_utf8_lossy(&outcome.stdout);
    Ok(text.lines().next().unwrap_or_default().trim().to_string())
}

/// A program given by a path is found from any working folder; a bare name stays with PATH.
fn absolute(program: &Path) -> PathBuf {
    if program.components().count() > 1 {
        return std::path::absolute(program).unwrap_or_else(|_| program.to_path_buf());
    }
    program.to_path_buf()
}

/// Splits at spaces; single and double quotes keep words together.
fn split_words(text: &str) -> Result<Vec<String>, String> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut quote: Option<char> = None;
    for character in text.chars() {
        match quote {
            Some(open) if character == open => quote = None,
            Some(_) => word.get_or_insert_default().push(character),
            None if character == '"' || character == '\'' => {
                quote = Some(character);
                word.get_or_insert_default();
            }
            None if character.is_whitespace() => words.extend(word.take()),
            None => word.get_or_insert_default().push(character),
        }
    }
    if quote.is_some() {
        return Err(format!("a quote is not closed in the command: {text}"));
    }
    words.extend(word);
    Ok(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_split_at_spaces_and_kept_by_quotes() {
        assert_eq!(split_words("deno  run -A").unwrap(), ["deno", "run", "-A"]);
        assert_eq!(split_words("'a b' \"\" c").unwrap(), ["a b", "", "c"]);
        assert!(split_words("'open").is_err());
    }

    #[test]
    fn a_missing_program_is_named() {
        let error = RuntimeCommand::probe("no-such-runtime-anywhere").unwrap_err();
        assert!(error.contains("no-such-runtime-anywhere"), "{error}");
    }
}
