//! TAP version 14: one line a case, details as YAML blocks.

use super::{Report, Verdict, printable};

pub(super) fn render(report: &Report) -> String {
    let mut text = format!("TAP version 14\n1..{}\n", report.entries.len());
    for (index, entry) in report.entries.iter().enumerate() {
        let number = index + 1;
        let id = entry.id.replace('\\', "\\\\").replace('#', "\\#");
        let (ok, directive, detail) = match &entry.verdict {
            Verdict::Pass => ("ok", String::new(), None),
            Verdict::Skip { reason } => ("ok", format!(" # SKIP {reason}"), None),
            Verdict::ExpectedFailure { reason, detail } => {
                ("not ok", format!(" # TODO {reason}"), Some(detail.clone()))
            }
            Verdict::UnexpectedPass { reason } => {
                ("not ok", String::new(), Some(format!("passes, but is listed as failing: {reason}")))
            }
            Verdict::Fail { detail } | Verdict::Flaky { detail } | Verdict::Broken { detail } => {
                ("not ok", String::new(), Some(detail.clone()))
            }
        };
        text += &format!("{ok} {number} - {id}{directive}\n");
        if let Some(detail) = detail {
            // The indicator says that the text may itself begin with spaces.
            text += "  ---\n  detail: |2\n";
            for line in printable(&detail).lines() {
                text += &format!("    {line}\n");
            }
            text += "  ...\n";
        }
    }
    text
}
