//! The options that Phasor knows: Node's names, and Phasor's own.
//!
//! Everything else that starts with a dash is offered to V8.

/// What an option takes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// On or off; `--no-…` turns it off.
    Bool,
    /// On or off, and on unless turned off.
    BoolOn,
    /// Text, as `--name=text` or `--name text`.
    Text,
    /// Text, any number of times.
    List,
}

/// One option.
#[derive(Debug)]
pub struct Spec {
    pub name: &'static str,
    /// Its one-letter form.
    pub short: Option<char>,
    pub kind: Kind,
    /// Whether NODE_OPTIONS may hold it.
    pub in_environment: bool,
    /// For `--help`.
    pub help: &'static str,
}

const fn spec(name: &'static str, kind: Kind, help: &'static str) -> Spec {
    Spec { name, short: None, kind, in_environment: true, help }
}

impl Spec {
    const fn short(mut self, letter: char) -> Spec {
        self.short = Some(letter);
        self
    }

    const fn command_line_only(mut self) -> Spec {
        self.in_environment = false;
        self
    }
}

use Kind::{Bool, BoolOn, List, Text};

/// All options, in the order that `--help` lists them.
pub static SPECS: &[Spec] = &[
    spec("--check", Bool, "syntax check script without executing").short('c').command_line_only(),
    spec("--conditions", List, "additional user conditions for conditional exports and imports").short('C'),
    spec("--deprecation", BoolOn, "silence deprecation warnings (--no-deprecation)"),
    spec("--disable-warning", List, "silence specific process warnings"),
    spec("--enable-source-maps", Bool, "Source Map V3 support for stack traces"),
    spec("--env-file", List, "set environment variables from supplied file").command_line_only(),
    spec("--env-file-if-exists", List, "set environment variables from supplied file, if it exists")
        .command_line_only(),
    spec("--eval", Text, "evaluate script").short('e').command_line_only(),
    spec("--experimental-default-type", Text, "set module system to use by default"),
    spec(
        "--experimental-detect-module",
        BoolOn,
        "when ambiguous modules fail to evaluate because they contain ES module syntax, try again to evaluate them as ES modules",
    ),
    spec("--experimental-eventsource", Bool, "experimental EventSource API"),
    spec("--experimental-import-meta-resolve", Bool, "experimental ES Module import.meta.resolve() parentURL support"),
    spec("--experimental-require-module", BoolOn, "allow require() of ES modules"),
    spec("--experimental-vm-modules", Bool, "experimental ES Module support in vm module"),
    spec("--experimental-worker", BoolOn, "experimental threaded Worker support"),
    spec("--expose-internals", Bool, "let scripts require modules below internal/").command_line_only(),
    spec(
        "--force-node-api-uncaught-exceptions-policy",
        Bool,
        "enforces 'uncaughtException' event on Node API asynchronous callbacks",
    ),
    spec("--global-search-paths", BoolOn, "disable global module search paths (--no-global-search-paths)"),
    spec("--import", List, "ES module to preload"),
    spec("--input-type", Text, "set module type for string input"),
    spec("--insecure-http-parser", Bool, "use an insecure HTTP parser that accepts invalid HTTP headers"),
    spec("--interactive", Bool, "always enter the REPL even if stdin does not appear to be a terminal")
        .short('i')
        .command_line_only(),
    spec("--network-family-autoselection", BoolOn, "disable network address family autodetection algorithm"),
    spec("--pending-deprecation", Bool, "emit pending deprecation warnings"),
    spec("--preserve-symlinks", Bool, "preserve symbolic links when resolving"),
    spec("--preserve-symlinks-main", Bool, "preserve symbolic links when resolving the main module"),
    spec("--print", Bool, "evaluate script and print result").short('p').command_line_only(),
    spec("--redirect-warnings", Text, "write warnings to file instead of stderr"),
    spec("--repl-keys", Text, "keys of the REPL: emacs (default) or vi").command_line_only(),
    spec("--require", List, "CommonJS module to preload").short('r'),
    spec("--strip-types", BoolOn, "disable type-stripping for TypeScript files (--no-strip-types)"),
    spec("--throw-deprecation", Bool, "throw an exception on deprecations"),
    spec("--title", Text, "the process title to use on startup"),
    spec("--trace-deprecation", Bool, "show stack traces on deprecations"),
    spec("--trace-exit", Bool, "show stack trace when an environment exits"),
    spec("--trace-sigint", Bool, "enable printing JavaScript stacktrace on SIGINT"),
    spec("--trace-sync-io", Bool, "show stack trace when use of sync IO is detected after the first tick"),
    spec("--trace-uncaught", Bool, "show stack traces for the `throw` behind uncaught exceptions"),
    spec("--trace-warnings", Bool, "show stack traces on process warnings"),
    spec(
        "--unhandled-rejections",
        Text,
        "define unhandled rejections behavior: strict, warn, none, throw, warn-with-error-code",
    ),
    spec("--verify-base-objects", Bool, "insert custom assertions to validate base objects"),
    spec("--warnings", BoolOn, "silence all process warnings (--no-warnings)"),
    spec("--icu-data-dir", Text, "accepted for compatibility: ICU's data is built in"),
    spec("--help", Bool, "print command line options").short('h').command_line_only(),
    spec("--version", Bool, "print the version of Node.js that Phasor follows, and its own")
        .short('v')
        .command_line_only(),
    spec("--v8-options", Bool, "print V8 command line options").command_line_only(),
];

/// Other spellings, with the name they stand for.
static ALIASES: &[(&str, &str)] = &[("--experimental-strip-types", "--strip-types")];

/// V8's options that NODE_OPTIONS may hold.
pub static V8_IN_ENVIRONMENT: &[&str] = &[
    "--abort-on-uncaught-exception",
    "--disallow-code-generation-from-strings",
    "--expose-gc",
    "--huge-max-old-generation-size",
    "--interpreted-frames-native-stack",
    "--jitless",
    "--max-old-space-size",
    "--max-semi-space-size",
    "--perf-basic-prof",
    "--perf-basic-prof-only-functions",
    "--perf-prof",
    "--perf-prof-unwinding-info",
    "--stack-trace-limit",
];

/// The option called `name` (with dashes, without `no-`).
pub fn find(name: &str) -> Option<&'static Spec> {
    let name = ALIASES.iter().find(|(alias, _)| *alias == name).map_or(name, |(_, target)| target);
    SPECS.iter().find(|spec| spec.name == name)
}

/// The options that NODE_OPTIONS may hold, in all their spellings.
pub fn environment_flags() -> Vec<String> {
    let mut flags = Vec::new();
    for spec in SPECS.iter().filter(|spec| spec.in_environment) {
        flags.push(spec.name.to_owned());
        if matches!(spec.kind, Kind::Bool | Kind::BoolOn) {
            flags.push(spec.name.replacen("--", "--no-", 1));
        }
        flags.extend(spec.short.map(|letter| format!("-{letter}")));
    }
    flags.extend(ALIASES.iter().map(|(alias, _)| (*alias).to_owned()));
    flags.extend(V8_IN_ENVIRONMENT.iter().map(|flag| (*flag).to_owned()));
    flags
}
