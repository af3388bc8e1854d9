//! The list of cases that are known to fail, each with its reason.
//!
//! One entry a line: a pattern, blanks, the reason. `*` stands for any characters; `#` begins a
//! comment line. A listed case that passes is reported, and so is an entry that matches nothing:
//! the list never outlives what it excuses.

use std::path::Path;
use std::{fs, io};

#[derive(Debug, Default)]
pub struct ExpectedFailures {
    entries: Vec<Entry>,
}

#[derive(Debug)]
struct Entry {
    pattern: String,
    reason: String,
}

impl ExpectedFailures {
    /// Reads the list; a file that does not exist is an empty list.
    ///
    /// # Errors
    /// A sentence with file and line when an entry lacks its reason.
    fn load(path: &Path) -> Result<Self, String> {
        match fs::read_to_string(path) {
            Ok(text) => Self::parse(&text).map_err(|error| format!("{}:{error}", path.display())),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Self::default()),
            Err(error) => Err(format!("{}: {error}", path.display())),
        }
    }

    /// The list that `option` names (`none` for no list), or the suite's own one.
    ///
    /// The suite's list is about Phasor. What another runtime fails is what the table shows.
    ///
    /// # Errors
    /// A sentence when the named file does not exist or a list is malformed.
    pub fn for_run(option: Option<&str>, suite: &Path, is_phasor: bool) -> Result<Self, String> {
        match option {
            Some("none") => Ok(Self::default()),
            Some(file) if !Path::new(file).exists() => Err(format!("{file}: no such file")),
            Some(file) => Self::load(Path::new(file)),
            None if is_phasor => Self::load(&suite.join("expected-failures.txt")),
            None => Ok(Self::default()),
        }
    }

    fn parse(text: &str) -> Result<Self, String> {
        let mut entries = Vec::new();
        for (number, line) in text.lines().enumerate() {
            let line = line.trim();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let (pattern, reason) = line
                .split_once(char::is_whitespace)
                .ok_or_else(|| format!("{}: `{line}` has no reason", number + 1))?;
            entries.push(Entry { pattern: pattern.to_string(), reason: reason.trim().to_string() });
        }
        Ok(Self { entries })
    }

    /// The reason why `id` is expected to fail.
    pub fn reason(&self, id: &str) -> Option<&str> {
        let entry = self.entries.iter().find(|e| matches(&e.pattern, id))?;
        Some(&entry.reason)
    }

    /// The patterns that match none of `ids`.
    pub fn stale<'a>(&self, ids: impl Iterator<Item = &'a str> + Clone) -> Vec<String> {
        self.entries
            .iter()
            .filter(|entry| !ids.clone().any(|id| matches(&entry.pattern, id)))
            .map(|entry| entry.pattern.clone())
            .collect()
    }
}

/// Whether `text` matches `pattern` as a whole, `*` standing for any characters.
pub fn matches(pattern: &str, text: &str) -> bool {
    let Some((head, tail)) = pattern.split_once('*') else {
        return pattern == text;
    };
    let Some(rest) = text.strip_prefix(head) else {
        return false;
    };
    (0..=rest.len()).filter(|&at| rest.is_char_boundary(at)).any(|at| matches(tail, &rest[at..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_star_matches_any_characters() {
        assert!(matches("workers/*", "workers/a.js"));
        assert!(matches("*/a*.mjs", "timers/abort.mjs"));
        assert!(!matches("workers/*", "timers/a.js"));
        assert!(!matches("a", "ab"));
    }

    #[test]
    fn entries_carry_reasons_and_go_stale() {
        let list = ExpectedFailures::parse("# note\n\na/b.js  no workers yet\nc/* gone\n").unwrap();
        assert_eq!(list.reason("a/b.js"), Some("no workers yet"));
        assert_eq!(list.reason("a/c.js"), None);
        assert_eq!(list.stale(["a/b.js"].into_iter()), ["c/*"]);
        assert!(ExpectedFailures::parse("a/b.js").is_err());
    }
}
