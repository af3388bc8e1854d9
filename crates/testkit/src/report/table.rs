//! The table by area, for a terminal and as Markdown.

use std::io::{self, Write};

use super::{Entry, Report, Verdict};

#[derive(Default)]
struct Counts {
    pass: usize,
    fail: usize,
    expected: usize,
    skip: usize,
}

impl Counts {
    fn of<'a>(entries: impl Iterator<Item = &'a Entry>) -> Self {
        let mut counts = Self::default();
        for entry in entries {
            match entry.verdict {
                Verdict::Pass => counts.pass += 1,
                Verdict::ExpectedFailure { .. } => counts.expected += 1,
                Verdict::Skip { .. } => counts.skip += 1,
                _ => counts.fail += 1,
            }
        }
        counts
    }

    fn total(&self) -> usize {
        self.pass + self.fail + self.expected + self.skip
    }
}

/// The areas in the order of their first case.
fn areas(report: &Report) -> Vec<&str> {
    let mut areas: Vec<&str> = Vec::new();
    for entry in &report.entries {
        if !areas.contains(&entry.area.as_str()) {
            areas.push(&entry.area);
        }
    }
    areas
}

pub(super) fn print(report: &Report, verbose: bool, out: &mut dyn Write) -> io::Result<()> {
    for entry in &report.entries {
        print_entry(entry, verbose, out)?;
    }
    for pattern in &report.stale {
        writeln!(out, "STALE {pattern}\n  the expected failure matches no case")?;
    }
    let areas = areas(report);
    let width = areas.iter().map(|a| a.len()).max().unwrap_or(0).max(5);
    writeln!(out, "{}", report.title)?;
    writeln!(out, "{:width$}  cases   pass   fail  expected  skipped", "area")?;
    for area in areas {
        let counts = Counts::of(report.entries.iter().filter(|e| e.area == area));
        print_counts(area, width, &counts, out)?;
    }
    print_counts("total", width, &Counts::of(report.entries.iter()), out)
}

fn print_counts(name: &str, width: usize, c: &Counts, out: &mut dyn Write) -> io::Result<()> {
    let total = c.total();
    writeln!(out, "{name:width$}  {total:5}  {:5}  {:5}  {:8}  {:7}", c.pass, c.fail, c.expected, c.skip)
}

fn print_entry(entry: &Entry, verbose: bool, out: &mut dyn Write) -> io::Result<()> {
    let (name, id) = (entry.verdict.name(), &entry.id);
    match &entry.verdict {
        Verdict::Fail { detail } | Verdict::Flaky { detail } => {
            writeln!(out, "{name} {id}")?;
            if !entry.about.is_empty() {
                writeln!(out, "  {}", entry.about)?;
            }
            indent(detail, out)
        }
        Verdict::Broken { detail } => {
            writeln!(out, "{name} {id}")?;
            indent(detail, out)
        }
        Verdict::UnexpectedPass { reason } => {
            writeln!(out, "{name} {id}\n  listed as failing: {reason}")
        }
        Verdict::ExpectedFailure { reason, detail } if verbose => {
            writeln!(out, "{name} {id}\n  {reason}")?;
            indent(detail, out)
        }
        Verdict::Skip { reason } if verbose => writeln!(out, "{name} {id}: {reason}"),
        Verdict::Pass if verbose => writeln!(out, "{name} {id}"),
        _ => Ok(()),
    }
}

fn indent(text: &str, out: &mut dyn Write) -> io::Result<()> {
    for line in text.lines() {
        writeln!(out, "    {line}")?;
    }
    Ok(())
}

pub(super) fn markdown(reports: &[Report]) -> String {
    let mut text = String::from("| area | cases |");
    for report in reports {
        text += &format!(" {} |", report.title);
    }
    text += "\n| --- | ---: |";
    text += &" ---: |".repeat(reports.len());
    let Some(first) = reports.first() else {
        return text;
    };
    for area in areas(first) {
        let of = |report: &Report| Counts::of(report.entries.iter().filter(|e| e.area == area));
        text += &markdown_line(area, first, reports, of);
    }
    let all = |report: &Report| Counts::of(report.entries.iter());
    text += &markdown_line("**all**", first, reports, all);
    text.push('\n');
    text
}

fn markdown_line(name: &str, first: &Report, reports: &[Report], count: impl Fn(&Report) -> Counts) -> String {
    let mut line = format!("\n| {name} | {} |", count(first).total());
    for report in reports {
        let counts = count(report);
        line += &match counts.skip {
            0 => format!(" {} |", counts.pass),
            skip => format!(" {} of {} |", counts.pass, counts.total() - skip),
        };
    }
    line
}
