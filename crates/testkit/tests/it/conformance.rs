use std::fs;

use crate::outputs::{parse_junit, parse_tap};
use crate::support::Suite;

const TWO_LINES: &str = "// Two lines.\necho a; echo b\n";

#[test]
fn a_recorded_case_passes_and_is_counted_by_area() {
    let suite = Suite::new();
    suite.write("area/case.js", TWO_LINES);
    let node = suite.runtime("node", "v26.0.0");
    assert_eq!(suite.conformance(&["--record", "--runtime", &node]).code, 0);
    let ran = suite.conformance(&["--runtime", &node]);
    assert_eq!(ran.code, 0, "{}", ran.stdout);
    assert!(ran.stdout.contains("area       1      1      0"), "{}", ran.stdout);
}

#[test]
fn a_difference_is_shown_with_what_the_case_is_about() {
    let suite = Suite::new();
    suite.write("area/case.js", TWO_LINES);
    let node = suite.runtime("node", "v26.0.0");
    suite.conformance(&["--record", "--runtime", &node]);
    suite.write("area/case.js", "// Two lines.\necho b; echo a; exit 4\n");
    let ran = suite.conformance(&["--runtime", &node]);
    assert_eq!(ran.code, 1);
    for part in ["FAIL area/case.js", "Two lines.", "+++ seen", "expected exit code 0, got exit code 4"] {
        assert!(ran.stdout.contains(part), "{part} is missing in {}", ran.stdout);
    }
}

#[test]
fn legal_orders_are_accepted_and_others_are_not() {
    let suite = Suite::new();
    suite.write("area/set.js", "// A set.\n// @orders: [\"a b\", \"b a\"]\necho a; echo b\n");
    suite.write("area/chain.js", "// A chain.\n// @before: a < b\necho a; echo x; echo b\n");
    let node = suite.runtime("node", "v26.0.0");
    assert_eq!(suite.conformance(&["--record", "--runtime", &node]).code, 0);
    suite.write("area/set.js", "// A set.\n// @orders: [\"a b\", \"b a\"]\necho b; echo a\n");
    suite.write("area/chain.js", "// A chain.\n// @before: a < b\necho x; echo a; echo b\n");
    assert_eq!(suite.conformance(&["--runtime", &node]).code, 0);
    suite.write("area/chain.js", "// A chain.\n// @before: a < b\necho b; echo a; echo x\n");
    let ran = suite.conformance(&["--runtime", &node]);
    assert_eq!(ran.code, 1);
    assert!(ran.stdout.contains("`a` must come before `b`"), "{}", ran.stdout);
}

#[test]
fn expected_failures_excuse_and_unexpected_passes_are_reported() {
    let suite = Suite::new();
    suite.write("area/case.js", TWO_LINES);
    suite.write("area/other.js", TWO_LINES);
    let node = suite.runtime("node", "v26.0.0");
    suite.conformance(&["--record", "--runtime", &node]);
    suite.write("area/case.js", "// Two lines.\necho wrong\n");
    let list = suite.write("list.txt", "area/case.js  not done yet\n");
    let list = list.display().to_string();
    let arguments = ["--runtime", &node, "--expected-failures", &list];
    assert_eq!(suite.conformance(&arguments).code, 0);
    fs::write(&list, "area/*  not done yet\ngone/*  stale\n").unwrap();
    let ran = suite.conformance(&arguments);
    assert_eq!(ran.code, 1);
    assert!(ran.stdout.contains("UNEXPECTED PASS area/other.js"), "{}", ran.stdout);
    assert!(ran.stdout.contains("STALE gone/*"), "{}", ran.stdout);
}

#[test]
fn an_older_node_keeps_its_own_expectation_and_skips_newer_cases() {
    let suite = Suite::new();
    suite.write("area/case.js", "// One.\necho \"$LINE\"\n");
    suite.write("area/new.js", "// New.\n// @node: >= 22\necho new\n");
    let with = |line: &str, version: &str| {
        let text = format!("#!/bin/sh\n[ \"$1\" = --version ] && echo {version} || echo {line}\n");
        suite.program(&format!("node-{version}"), &text)
    };
    let (new, old) = (with("new", "v26.0.0"), with("old", "v20.0.0"));
    suite.conformance(&["--record", "--runtime", &new]);
    suite.conformance(&["--record", "--runtime", &old]);
    assert_eq!(suite.conformance(&["--runtime", &new]).code, 0);
    let ran = suite.conformance(&["--runtime", &old, "-v"]);
    assert_eq!(ran.code, 0, "{}", ran.stdout);
    assert!(ran.stdout.contains("SKIP area/new.js: Node 22 or newer"), "{}", ran.stdout);
}

#[test]
fn tap_and_junit_carry_the_difference() {
    let suite = Suite::new();
    suite.write("area/case.js", TWO_LINES);
    let node = suite.runtime("node", "v26.0.0");
    suite.conformance(&["--record", "--runtime", &node]);
    suite.write("area/case.js", "// Two lines.\necho '<a&b>'\n");
    let junit = suite.folder().join("junit.xml");
    let ran = suite.conformance(&["--runtime", &node, "--tap", "-", "--junit", &junit.display().to_string()]);
    assert!(ran.stdout.starts_with("TAP version 14\n1..1\nnot ok 1 - area/case.js\n"), "{}", ran.stdout);
    assert!(ran.stderr.contains("total"), "the table goes to standard error: {}", ran.stderr);
    let junit = fs::read_to_string(junit).unwrap();
    assert!(junit.contains("failures=\"1\"") && junit.contains("&lt;a&amp;b&gt;"), "{junit}");
}

/// A suite with a case for every verdict, of names and outputs that a format could stumble over.
#[test]
fn tap_and_junit_of_every_verdict_can_be_parsed() {
    let suite = Suite::new();
    let names = ["pass & <go>.js", "fail #1 \"\\.js", "known.js", "new-node.js", "passes.js"];
    for name in names {
        let setting = if name == "new-node.js" { "// @node: >= 99\n" } else { "" };
        suite.write(&format!("area/{name}"), format!("// About \"<{name}>\".\n{setting}echo a\n"));
    }
    let node = suite.runtime("node", "v26.0.0");
    assert_eq!(suite.conformance(&["--record", "--runtime", &node]).code, 0);
    let odd = "// Odd.\nprintf '  <a>]]>\\033[1m & # \\001\\n...\\n---\\n\\tb\\r\\n'\n";
    for name in ["fail #1 \"\\.js", "known.js"] {
        suite.write(&format!("area/{name}"), odd);
    }
    suite.write("area/broken.js", "// @nothing: known\n");
    let list = suite.write("list.txt", "area/known.js  a # reason\narea/passes.js  <old>\n").display().to_string();
    let folder = suite.folder();
    let (tap, junit) = (folder.join("result.tap"), folder.join("result.xml"));
    let (tap_path, junit_path) = (tap.display().to_string(), junit.display().to_string());
    let arguments = ["--expected-failures", &list, "--tap", &tap_path, "--junit", &junit_path, "--runtime", &node];
    assert_eq!(suite.conformance(&arguments).code, 2);

    let tap = parse_tap(&fs::read_to_string(tap).unwrap());
    let seen: Vec<(&str, bool, &str)> =
        tap.iter().map(|point| (point.description.as_str(), point.is_ok, point.directive.as_str())).collect();
    let expected = [
        ("area/broken.js", false, ""),
        ("area/fail #1 \"\\.js", false, ""),
        ("area/known.js", false, "TODO a # reason"),
        ("area/new-node.js", true, "SKIP Node 99 or newer"),
        ("area/pass & <go>.js", true, ""),
        ("area/passes.js", false, ""),
    ];
    assert_eq!(seen, expected);
    assert!(tap[1].detail.contains("+  <a>]]>"), "{}", tap[1].detail);

    let junit = parse_junit(&fs::read_to_string(junit).unwrap());
    let seen: Vec<(&str, &str)> = junit.iter().map(|case| (case.name.as_str(), case.result.as_str())).collect();
    let results = ["failure", "failure", "skipped", "skipped", "", "failure"];
    let expected: Vec<(&str, &str)> = expected.iter().zip(results).map(|(point, result)| (point.0, result)).collect();
    assert_eq!(seen, expected);
    assert!(junit[1].detail.contains("+  <a>]]>"), "{}", junit[1].detail);
}

#[test]
fn two_runtimes_are_compared_live_without_recordings() {
    let suite = Suite::new();
    suite.write("area/case.js", TWO_LINES);
    let node = suite.runtime("node", "v26.0.0");
    let same = suite.runtime("same", "1.0");
    let other = suite.program("other", "#!/bin/sh\necho 1.0\n");
    assert_eq!(suite.conformance(&["--runtime", &same, "--against", &node]).code, 0);
    assert_eq!(suite.conformance(&["--runtime", &other, "--against", &node]).code, 1);
}

#[test]
fn several_runtimes_make_one_markdown_table() {
    let suite = Suite::new();
    suite.write("area/case.js", TWO_LINES);
    let node = suite.runtime("node", "v26.0.0");
    suite.conformance(&["--record", "--runtime", &node]);
    let other = suite.program("other", "#!/bin/sh\necho 1.0\n");
    let table = suite.folder().join("table.md");
    let (one, two) = (format!("One={node}"), format!("Two={other}"));
    let ran = suite.conformance(&["--runtime", &one, "--runtime", &two, "--markdown", &table.display().to_string()]);
    assert_eq!(ran.code, 0);
    let table = fs::read_to_string(table).unwrap();
    assert!(table.contains("| area | cases | One | Two |"), "{table}");
    assert!(table.contains("| area | 1 | 1 | 0 |"), "{table}");
}

#[test]
fn repeated_runs_count_the_wrong_ones() {
    let suite = Suite::new();
    let flag = suite.folder().join("flag");
    let body =
        format!("// Wrong at the second run.\nmkdir '{}' 2>/dev/null && echo first || echo later\n", flag.display());
    suite.write("area/case.js", body);
    let node = suite.runtime("node", "v26.0.0");
    suite.conformance(&["--record", "--runtime", &node]);
    fs::remove_dir(&flag).unwrap();
    let ran = suite.conformance(&["--runtime", &node, "--repeat", "3"]);
    assert_eq!(ran.code, 1);
    for part in
        ["FLAKY area/case.js", "2 of 3 runs are wrong", "1 of 3 right  | 2 of 3 wrong\n", "first         | later\n"]
    {
        assert!(ran.stdout.contains(part), "{part} is missing in {}", ran.stdout);
    }
    assert!(ran.stderr.contains("s] FLAKY area/case.js\n"), "told at once: {}", ran.stderr);
    fs::remove_dir(&flag).unwrap();
    let ran = suite.conformance(&["--record", "--runtime", &node, "--repeat", "2"]);
    assert_eq!(ran.code, 2);
    assert!(ran.stderr.contains("its runs differ"), "{}", ran.stderr);
}
