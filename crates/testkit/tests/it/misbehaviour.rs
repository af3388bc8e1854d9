use std::time::{Duration, Instant};

use crate::support::Suite;

fn recorded(body: &str) -> (Suite, String) {
    let suite = Suite::new();
    suite.write("area/case.js", "// A case.\n// @seconds: 1\necho a\n");
    let node = suite.runtime("node", "v26.0.0");
    suite.conformance(&["--record", "--runtime", &node]);
    suite.write("area/case.js", format!("// A case.\n// @seconds: 1\n{body}\n"));
    (suite, node)
}

#[test]
fn a_runtime_that_hangs_is_killed_with_its_children() {
    let (suite, node) = recorded("echo a; sleep 1000 & sleep 1000");
    let started = Instant::now();
    let ran = suite.conformance(&["--runtime", &node]);
    assert_eq!(ran.code, 1);
    assert!(ran.stdout.contains("got killed at the time limit"), "{}", ran.stdout);
    assert!(started.elapsed() < Duration::from_secs(30));
}

#[test]
fn a_runtime_that_floods_its_output_is_killed() {
    let (suite, node) = recorded("yes");
    let ran = suite.conformance(&["--runtime", &node]);
    assert_eq!(ran.code, 1);
    assert!(ran.stdout.contains("got killed for writing too much"), "{}", ran.stdout.len());
}

#[test]
fn a_grandchild_that_keeps_the_pipes_open_is_not_waited_for() {
    let (suite, node) = recorded("echo a; sleep 1000 &");
    let started = Instant::now();
    assert_eq!(suite.conformance(&["--runtime", &node]).code, 0);
    assert!(started.elapsed() < Duration::from_secs(30));
}

#[test]
fn a_runtime_that_never_reads_its_input_does_not_block() {
    let suite = Suite::new();
    let input = "x".repeat(300_000);
    suite.write("area/case.js", format!("// Input.\n// @stdin: \"{input}\"\necho a\n"));
    let node = suite.program("node", "#!/bin/sh\necho v26.0.0\n");
    assert_eq!(suite.conformance(&["--record", "--runtime", &node]).code, 0);
}

#[test]
fn a_crash_is_reported_with_its_signal() {
    let (suite, node) = recorded("echo a; kill -SEGV $PPID");
    let ran = suite.conformance(&["--runtime", &node]);
    assert_eq!(ran.code, 1);
    assert!(ran.stdout.contains("got killed by SIGSEGV"), "{}", ran.stdout);
}

#[test]
fn a_missing_runtime_is_named() {
    let (suite, _) = recorded("echo a");
    let ran = suite.conformance(&["--runtime", "./no/such/runtime"]);
    assert_eq!(ran.code, 2);
    assert!(ran.stderr.contains("no/such/runtime cannot be started"), "{}", ran.stderr);
}

#[test]
fn a_runtime_that_fails_or_floods_on_version_is_named() {
    let (suite, _) = recorded("echo a");
    let fails = suite.program("fails", "#!/bin/sh\nexit 3\n");
    let ran = suite.conformance(&["--runtime", &fails]);
    assert_eq!(ran.code, 2);
    assert!(ran.stderr.contains("fails --version ends with Exit(3)"), "{}", ran.stderr);
    let floods = suite.program("floods", "#!/bin/sh\nyes\n");
    assert!(suite.conformance(&["--runtime", &floods]).stderr.contains("floods its output"));
}

#[test]
fn a_case_that_cannot_be_read_is_broken_and_the_others_still_run() {
    let (suite, node) = recorded("echo a");
    suite.write("area/bytes.js", b"// \xff\xfe\n".as_slice());
    suite.write("area/typo.js", "// Typo.\n// @ordres: []\necho a\n");
    suite.write("area/unrecorded.js", "// New.\necho a\n");
    let ran = suite.conformance(&["--runtime", &node]);
    assert_eq!(ran.code, 2);
    for part in ["BROKEN area/bytes.js", "line 2: unknown setting @ordres", "nothing is recorded for it"] {
        assert!(ran.stdout.contains(part), "{part} is missing in {}", ran.stdout);
    }
    assert!(ran.stdout.contains("area       4      1      3"), "{}", ran.stdout);
}

#[test]
fn mistakes_in_the_command_exit_with_two() {
    let (suite, node) = recorded("echo a");
    for arguments in [
        vec!["--no-such-option"],
        vec!["--jobs", "many"],
        vec!["--runtime", &node, "no-such-area"],
        vec!["--runtime", "'open quote"],
        vec!["--runtime", &node, "--expected-failures", "/no/such/file"],
        vec!["--runtime", &node, "--suite", "/no/such/folder"],
    ] {
        let ran = suite.conformance(&arguments);
        assert_eq!(ran.code, 2, "{arguments:?}: {}", ran.stderr);
        assert!(!ran.stderr.is_empty(), "{arguments:?}");
    }
}

#[test]
fn only_node_is_recorded() {
    let (suite, _) = recorded("echo a");
    let other = suite.runtime("other", "deno 2.0");
    let ran = suite.conformance(&["--record", "--runtime", &other]);
    assert_eq!(ran.code, 2);
    assert!(ran.stderr.contains("is not Node"), "{}", ran.stderr);
}
