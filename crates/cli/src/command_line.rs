//! Reads arguments and NODE_OPTIONS as Node does (<https://nodejs.org/api/cli.html>).
//!
//! Options come before the script; the first argument that is no option is the script, and all after it is the
//! script's own. PHASOR_OPTIONS is read before NODE_OPTIONS, and both before the command line.

use std::collections::HashMap;

use phasor_engine::runtime::OptionValue;

use crate::env_file::{self, EnvFile};
use crate::help;
use crate::specs::{self, Kind, SPECS, V8_IN_ENVIRONMENT};

/// What to run.
#[derive(Debug, Default)]
pub struct Command {
    pub options: HashMap<String, OptionValue>,
    /// Options as they were given, `process.execArgv`.
    pub exec_argv: Vec<String>,
    /// The script (`-` for standard input) and its arguments.
    pub arguments: Vec<String>,
    /// Flags for V8.
    pub v8_flags: Vec<String>,
    /// Files that set environment variables, in the order they were given.
    pub env_files: Vec<EnvFile>,
}

/// The outcome of reading a command line.
pub enum Parsed {
    Run(Box<Command>),
    /// Print this and exit with 0.
    Print(String),
}

impl Command {
    /// Whether a boolean option is on.
    pub fn flag(&self, name: &str) -> bool {
        self.options.get(name) == Some(&OptionValue::Bool(true))
    }

    /// Whether an option was given.
    pub fn has(&self, name: &str) -> bool {
        self.options.contains_key(name)
    }
}

/// Reads `arguments` (the executable's name first) and the environment.
///
/// # Errors
/// Node's message for a bad option; the exit code is 9.
pub fn parse(arguments: &[String]) -> Result<Parsed, String> {
    let program = arguments.first().map_or("phasor", String::as_str);
    let after_program = &arguments[1.min(arguments.len())..];
    if after_program.iter().any(|argument| argument.starts_with("--env-file")) {
        // The files may hold NODE_OPTIONS, so they come first.
        let mut command = Command::default();
        Reader { program, command: &mut command, variable: None }.read(after_program)?;
        env_file::load(program, &command.env_files)?;
    }
    let mut command = Command::default();
    for spec in SPECS {
        match spec.kind {
            Kind::Bool => command.options.insert(spec.name.into(), OptionValue::Bool(false)),
            Kind::BoolOn => command.options.insert(spec.name.into(), OptionValue::Bool(true)),
            Kind::List => command.options.insert(spec.name.into(), OptionValue::List(Vec::new())),
            Kind::Text => None,
        };
    }
    for variable in ["PHASOR_OPTIONS", "NODE_OPTIONS"] {
        if let Ok(text) = std::env::var(variable) {
            let words = split_environment(&text)
                .ok_or_else(|| format!("{program}: invalid value for {variable} (unterminated string)"))?;
            let mut reader = Reader { program, command: &mut command, variable: Some(variable) };
            let rest = reader.read(&words)?;
            if let Some(extra) = rest.first() {
                return Err(format!("{program}: {extra} is not allowed in {variable}"));
            }
        }
    }
    let mut reader = Reader { program, command: &mut command, variable: None };
    let rest = reader.read(after_program)?;
    let used = arguments.len().saturating_sub(1 + rest.len());
    command.exec_argv = arguments.iter().skip(1).take(used).filter(|a| *a != "--").cloned().collect();
    command.arguments = rest.to_vec();
    apply_environment(&mut command);
    if command.flag("--version") {
        return Ok(Parsed::Print(help::version()));
    }
    if command.flag("--help") {
        return Ok(Parsed::Print(help::text()));
    }
    check(program, &command)?;
    Ok(Parsed::Run(Box::new(command)))
}

/// Variables that set options by themselves.
fn apply_environment(command: &mut Command) {
    let on = |name: &str| std::env::var(name).is_ok_and(|value| value == "1");
    if on("NODE_NO_WARNINGS") {
        command.options.insert("--warnings".into(), OptionValue::Bool(false));
    }
    if on("NODE_PENDING_DEPRECATION") {
        command.options.insert("--pending-deprecation".into(), OptionValue::Bool(true));
    }
    if on("NODE_PRESERVE_SYMLINKS") {
        command.options.insert("--preserve-symlinks".into(), OptionValue::Bool(true));
    }
    if on("NODE_PRESERVE_SYMLINKS_MAIN") {
        command.options.insert("--preserve-symlinks-main".into(), OptionValue::Bool(true));
    }
    if let Some(file) = std::env::var("NODE_REDIRECT_WARNINGS").ok().filter(|file| !file.is_empty()) {
        command.options.entry("--redirect-warnings".into()).or_insert(OptionValue::String(file));
    }
}

/// What the values of options have to be, and which options exclude each other.
fn check(program: &str, command: &Command) -> Result<(), String> {
    let text = |name: &str| match command.options.get(name) {
        Some(OptionValue::String(text)) => Some(text.as_str()),
        _ => None,
    };
    let modes = ["strict", "warn", "none", "throw", "warn-with-error-code"];
    if text("--unhandled-rejections").is_some_and(|mode| !modes.contains(&mode)) {
        return Err(format!("{program}: invalid value for --unhandled-rejections"));
    }
    let types = ["commonjs", "module", "commonjs-typescript", "module-typescript"];
    if text("--input-type").is_some_and(|kind| !types.contains(&kind)) {
        return Err(format!(
            "{program}: --input-type must be \"module\",\"commonjs\", \"module-typescript\" or \"commonjs-typescript\""
        ));
    }
    if command.flag("--check") && (command.has("--eval") || command.flag("--interactive")) {
        return Err(format!("{program}: either --check or --eval can be used, not both"));
    }
    Ok(())
}

struct Reader<'a> {
    program: &'a str,
    command: &'a mut Command,
    /// The environment variable that is read, `None` for the command line.
    variable: Option<&'static str>,
}

impl Reader<'_> {
    /// Reads options; returns what is left from the first argument that is none.
    fn read<'w>(&mut self, words: &'w [String]) -> Result<&'w [String], String> {
        let mut at = 0;
        while let Some(word) = words.get(at) {
            if word == "--" {
                return Ok(&words[at + 1..]);
            }
            if word == "-" || !word.starts_with('-') {
                break;
            }
            at += 1;
            let next = words.get(at).map(String::as_str);
            if self.option(word, next)? {
                at += 1;
            }
        }
        Ok(&words[at..])
    }

    /// Takes one option; says whether it took the next word as its value.
    fn option(&mut self, word: &str, next: Option<&str>) -> Result<bool, String> {
        if !word.starts_with("--") {
            return self.short(word, next);
        }
        let (name, value) = match word.split_once('=') {
            Some((name, value)) => (name, Some(value)),
            None => (word, None),
        };
        let name = name.replace('_', "-");
        let negated = name.strip_prefix("--no-").map(|rest| format!("--{rest}"));
        if let Some(positive) = negated.as_deref().filter(|n| specs::find(n).is_some()) {
            let spec = specs::find(positive).expect("filtered");
            if !matches!(spec.kind, Kind::Bool | Kind::BoolOn) {
                return Err(format!(
                    "{}: {name} is an invalid negation because it is not a boolean option",
                    self.program
                ));
            }
            self.allowed(spec.in_environment, &name)?;
            self.command.options.insert(spec.name.into(), OptionValue::Bool(false));
            return Ok(false);
        }
        match specs::find(&name) {
            Some(spec) => self.take(spec, &name, value, next),
            None => {
                let known = V8_IN_ENVIRONMENT.contains(&negated.as_deref().unwrap_or(&name));
                self.allowed(known, &name)?;
                self.command.v8_flags.push(word.to_owned());
                Ok(false)
            }
        }
    }

    fn short(&mut self, word: &str, next: Option<&str>) -> Result<bool, String> {
        // `-pe code` and `-p code` both evaluate and print.
        if word == "-pe" || word == "-p" {
            let print = specs::find("--print").expect("in the table");
            self.allowed(print.in_environment, word)?;
            self.command.options.insert("--print".into(), OptionValue::Bool(true));
            let follows = next.is_some_and(|n| !n.starts_with('-') || n.len() > 2 && word == "-pe");
            if word == "-p" && !follows {
                return Ok(false);
            }
            let eval = specs::find("--eval").expect("in the table");
            return self.take(eval, "-pe", None, next);
        }
        let mut letters = word[1..].chars();
        let spec = letters.next().and_then(|letter| SPECS.iter().find(|s| s.short == Some(letter)));
        match spec {
            Some(spec) if letters.as_str().is_empty() => self.take(spec, word, None, next),
            _ => {
                self.allowed(false, word)?;
                self.command.v8_flags.push(word.to_owned());
                Ok(false)
            }
        }
    }

    fn take(
        &mut self,
        spec: &'static specs::Spec,
        given: &str,
        value: Option<&str>,
        next: Option<&str>,
    ) -> Result<bool, String> {
        self.allowed(spec.in_environment, given)?;
        if matches!(spec.kind, Kind::Bool | Kind::BoolOn) {
            if value.is_some() {
                return Err(format!("{}: {given} does not take an argument", self.program));
            }
            self.command.options.insert(spec.name.into(), OptionValue::Bool(true));
            return Ok(false);
        }
        let (text, used) = match (value, next) {
            (Some(""), _) if spec.name != "--eval" => {
                return Err(format!("{}: {given}= requires an argument", self.program));
            }
            (Some(value), _) => (value, false),
            (None, Some(next)) if !next.starts_with('-') || next == "-" => (next, true),
            // A value that starts with a dash needs `=` or a backslash.
            (None, Some(next)) if next.starts_with("\\-") => (&next[1..], true),
            _ => return Err(format!("{}: {given} requires an argument", self.program)),
        };
        if let "--env-file" | "--env-file-if-exists" = spec.name {
            self.command.env_files.push(EnvFile { path: text.to_owned(), optional: spec.name != "--env-file" });
        }
        if spec.kind == Kind::List {
            if let Some(OptionValue::List(list)) = self.command.options.get_mut(spec.name) {
                list.push(text.to_owned());
            }
        } else {
            self.command.options.insert(spec.name.into(), OptionValue::String(text.to_owned()));
        }
        Ok(used)
    }

    fn allowed(&self, in_environment: bool, name: &str) -> Result<(), String> {
        match self.variable {
            Some(variable) if !in_environment => Err(format!("{}: {name} is not allowed in {variable}", self.program)),
            _ => Ok(()),
        }
    }
}

/// Splits at spaces; double quotes keep them, a backslash inside of quotes keeps the next character. `None` if a quote is open.
fn split_environment(text: &str) -> Option<Vec<String>> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut quoted = false;
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' if quoted => word.get_or_insert_default().push(letters.next()?),
            ' ' if !quoted => words.extend(word.take()),
            '"' => {
                quoted = !quoted;
                word.get_or_insert_default();
            }
            other => word.get_or_insert_default().push(other),
        }
    }
    words.extend(word);
    (!quoted).then_some(words)
}
