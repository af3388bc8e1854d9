//! Comparing what was seen with what was expected.

use similar::TextDiff;

use super::expectation::Observation;
use super::front_matter::FrontMatter;

/// # Errors
/// What is wrong, as text for the report: the broken rule or a unified diff, and the exit code.
pub(super) fn judge(front: &FrontMatter, expected: &Observation, seen: &Observation) -> Result<(), String> {
    let mut wrong = Vec::new();
    let wanted = front.order.normal_form(&expected.stdout);
    let got = front.order.normal_form(&seen.stdout);
    if wanted != got {
        wrong.push(difference(&wanted, &got));
    } else if let Err(rule) = front.order.check(&seen.stdout) {
        wrong.push(rule);
    }
    if expected.exit != seen.exit {
        wrong.push(format!("expected {}, got {}", expected.exit, seen.exit));
    }
    if front.compares_stderr && expected.stderr != seen.stderr {
        let line = |stderr: &Option<String>| vec![stderr.clone().unwrap_or_default()];
        let difference = difference(&line(&expected.stderr), &line(&seen.stderr));
        wrong.push(format!("last line of stderr:\n{difference}"));
    }
    if wrong.is_empty() {
        return Ok(());
    }
    Err(wrong.join("\n"))
}

fn difference(expected: &[String], seen: &[String]) -> String {
    let text = |lines: &[String]| lines.iter().map(|l| format!("{l}\n")).collect::<String>();
    let (expected, seen) = (text(expected), text(seen));
    TextDiff::from_lines(&expected, &seen).unified_diff().context_radius(4).header("expected", "seen").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::conformance::Exit;

    fn seen(lines: &[&str], code: i32) -> Observation {
        Observation { stdout: lines.iter().map(|l| l.to_string()).collect(), exit: Exit::Code(code), stderr: None }
    }

    #[test]
    fn a_difference_is_a_unified_diff_with_the_exit_code() {
        let front = FrontMatter::parse("// about\n").unwrap();
        assert!(judge(&front, &seen(&["a"], 0), &seen(&["a"], 0)).is_ok());
        let wrong = judge(&front, &seen(&["a", "b"], 0), &seen(&["b", "a"], 1)).unwrap_err();
        assert!(wrong.contains("--- expected\n+++ seen\n"), "{wrong}");
        assert!(wrong.contains("\n-a\n") || wrong.contains("\n-b\n"), "{wrong}");
        assert!(wrong.ends_with("expected exit code 0, got exit code 1"), "{wrong}");
    }

    #[test]
    fn a_partial_order_compares_the_lines_first_and_then_the_chains() {
        let front = FrontMatter::parse("// about\n// @before: a < b\n").unwrap();
        let recorded = seen(&["a", "b", "x"], 0);
        assert!(judge(&front, &recorded, &seen(&["x", "a", "b"], 0)).is_ok());
        let wrong = judge(&front, &recorded, &seen(&["b", "a", "x"], 0)).unwrap_err();
        assert!(wrong.starts_with("`a` must come before `b`"), "{wrong}");
        assert!(judge(&front, &recorded, &seen(&["a", "b"], 0)).is_err());
    }
}
