use crate::support::{Ran, Suite};

/// A runtime that answers for the host script with fixed lines.
fn suite_with(test: &str, lines: &str) -> (Suite, String) {
    let suite = Suite::new();
    suite.write("harness/assert.js", "");
    suite.write("harness/sta.js", "");
    suite.write("harness/doneprintHandle.js", "");
    suite.write("test/area/case.js", test);
    let text = format!("#!/bin/sh\n[ \"$1\" = --version ] && echo 1.0 && exit\ncat <<'END'\n{lines}\nEND\n");
    let runtime = suite.program("runtime", &text);
    (suite, runtime)
}

fn run(test: &str, lines: &str) -> Ran {
    let (suite, runtime) = suite_with(test, lines);
    suite.test262(&["--runtime", &runtime])
}

const DONE: &str = "phasor-test262 {\"kind\":\"done\"}";
const PLAIN: &str = "/*---\ndescription: A test.\n---*/\n";
const ASYNC: &str = "/*---\ndescription: A test.\nflags: [async]\n---*/\n";
const NEGATIVE: &str =
    "/*---\ndescription: A test.\nflags: [noStrict]\nnegative:\n  phase: parse\n  type: SyntaxError\n---*/\n";

#[test]
fn a_script_runs_in_both_modes() {
    let ran = run(PLAIN, DONE);
    assert_eq!(ran.code, 0, "{}", ran.stdout);
    assert!(ran.stdout.contains("area       2      2      0"), "{}", ran.stdout);
}

#[test]
fn what_a_test_prints_is_no_result() {
    let ran = run(PLAIN, "{\"kind\":\"done\"}");
    assert_eq!(ran.code, 1);
    assert!(ran.stdout.contains("before the end of the test"), "{}", ran.stdout);
}

#[test]
fn an_asynchronous_test_must_call_done_once() {
    let print = "phasor-test262 {\"kind\":\"print\",\"text\":\"Test262:AsyncTestComplete\"}";
    assert!(run(ASYNC, DONE).stdout.contains("$DONE was not called"));
    assert_eq!(run(ASYNC, &format!("{DONE}\n{print}")).code, 0);
    let twice = run(ASYNC, &format!("{DONE}\n{print}\n{print}"));
    assert!(twice.stdout.contains("$DONE was called 2 times"), "{}", twice.stdout);
}

#[test]
fn a_negative_test_wants_its_error_in_its_phase() {
    let error = |phase: &str, name: &str| {
        format!("phasor-test262 {{\"kind\":\"error\",\"phase\":\"{phase}\",\"name\":\"{name}\",\"message\":\"\"}}")
    };
    assert_eq!(run(NEGATIVE, &error("parse", "SyntaxError")).code, 0);
    assert_eq!(run(NEGATIVE, &error("runtime", "SyntaxError")).code, 1);
    assert_eq!(run(NEGATIVE, &error("parse", "TypeError")).code, 1);
    assert!(run(NEGATIVE, DONE).stdout.contains("nothing was thrown"));
}

#[test]
fn a_test_without_front_matter_or_harness_file_is_broken() {
    assert_eq!(run("code();\n", DONE).code, 2);
    let ran = run("/*---\ndescription: A test.\nincludes: [absent.js]\n---*/\n", DONE);
    assert_eq!(ran.code, 2);
    assert!(ran.stdout.contains("absent.js is missing"), "{}", ran.stdout);
}

#[test]
fn expected_failures_name_a_file_or_one_of_its_modes() {
    let (suite, runtime) = suite_with(PLAIN, "");
    let list = suite.write("list.txt", "area/case.js:sloppy  known\n").display().to_string();
    let arguments = ["--runtime", &runtime, "--expected-failures", &list];
    assert_eq!(suite.test262(&arguments).code, 1);
    suite.write("list.txt", "area/case.js  known\n");
    assert_eq!(suite.test262(&arguments).code, 0);
}

#[test]
fn a_missing_checkout_path_or_runtime_is_named() {
    let (suite, runtime) = suite_with(PLAIN, DONE);
    let ran = suite.test262(&["--runtime", &runtime, "no/such/path"]);
    assert_eq!(ran.code, 2);
    assert!(ran.stderr.contains("no/such/path"), "{}", ran.stderr);
    assert_eq!(suite.test262(&["--runtime", "no-such-runtime-anywhere"]).code, 2);
    assert_eq!(suite.test262(&["--runtime", &runtime, "--test262", "/no/such/folder"]).code, 2);
}
