//! JUnit's XML, as continuous-integration servers read it.

use super::{Entry, Report, Verdict, printable};

pub(super) fn render(report: &Report) -> String {
    let count = |test: fn(&Verdict) -> bool| {
        let matching = report.entries.iter().filter(|e| test(&e.verdict));
        matching.count()
    };
    let seconds: f64 = report.entries.iter().map(|e| e.elapsed.as_secs_f64()).sum();
    let mut text = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" skipped=\"{}\" time=\"{seconds:.3}\">\n",
        escape(&report.title),
        report.entries.len(),
        count(Verdict::is_bad),
        count(|v| matches!(v, Verdict::Skip { .. } | Verdict::ExpectedFailure { .. })),
    );
    for entry in &report.entries {
        text += &testcase(entry);
    }
    text += "</testsuite>\n";
    text
}

fn testcase(entry: &Entry) -> String {
    let head = format!(
        "  <testcase classname=\"{}\" name=\"{}\" time=\"{:.3}\"",
        escape(&entry.area),
        escape(&entry.id),
        entry.elapsed.as_secs_f64()
    );
    let body = match &entry.verdict {
        Verdict::Pass => return format!("{head}/>\n"),
        Verdict::Skip { reason } => format!("<skipped message=\"{}\"/>", escape(reason)),
        Verdict::ExpectedFailure { reason, .. } => {
            format!("<skipped message=\"fails as expected: {}\"/>", escape(reason))
        }
        Verdict::UnexpectedPass { reason } => {
            format!("<failure message=\"passes, but is listed as failing: {}\"/>", escape(reason))
        }
        Verdict::Fail { detail } | Verdict::Flaky { detail } | Verdict::Broken { detail } => {
            format!("<failure message=\"{}\">{}</failure>", escape(&entry.about), escape(detail))
        }
    };
    format!("{head}>{body}</testcase>\n")
}

/// XML text with its markup escaped.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in printable(text).chars() {
        match character {
            '&' => escaped += "&amp;",
            '<' => escaped += "&lt;",
            '>' => escaped += "&gt;",
            '"' => escaped += "&quot;",
            other => escaped.push(other),
        }
    }
    escaped
}
