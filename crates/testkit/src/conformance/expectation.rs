//! What was seen, and what Node was seen to do: `<area>/expected.json`.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{fs, io};

use serde_json::{Map, Value, json};

use crate::process::{End, signal_name};

/// How a case's process ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Exit {
    Code(i32),
    Signal(String),
    TimedOut,
    Flooded,
}

impl From<&End> for Exit {
    fn from(end: &End) -> Self {
        match end {
            End::Exit(code) => Self::Code(*code),
            End::Signal(signal) => Self::Signal(signal_name(*signal)),
            End::TimedOut => Self::TimedOut,
            End::Flooded => Self::Flooded,
        }
    }
}

impl std::fmt::Display for Exit {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Code(code) => write!(f, "exit code {code}"),
            Self::Signal(name) => write!(f, "killed by {name}"),
            Self::TimedOut => f.write_str("killed at the time limit"),
            Self::Flooded => f.write_str("killed for writing too much"),
        }
    }
}

/// One run of one case, reduced to what is compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Observation {
    pub stdout: Vec<String>,
    pub exit: Exit,
    /// The last telling line of standard error, if the case compares it.
    pub stderr: Option<String>,
}

impl Observation {
    fn to_json(&self) -> Value {
        let exit = match &self.exit {
            Exit::Code(code) => json!(code),
            other => json!(other.to_string().replace("killed by ", "")),
        };
        let mut value = json!({ "stdout": self.stdout, "exit": exit });
        if let Some(line) = &self.stderr {
            value["stderr"] = json!(line);
        }
        value
    }

    fn from_json(value: &Value) -> Option<Self> {
        let lines = value.get("stdout")?.as_array()?.iter();
        let exit = match value.get("exit")? {
            Value::String(name) => Exit::Signal(name.clone()),
            number => Exit::Code(i32::try_from(number.as_i64()?).ok()?),
        };
        Some(Self {
            stdout: lines.map(|line| line.as_str().map(str::to_string)).collect::<Option<_>>()?,
            exit,
            stderr: value.get("stderr").and_then(Value::as_str).map(str::to_string),
        })
    }
}

/// The recordings of one area.
///
/// The newest Node that recorded gives the expectation of every runtime; an older release line
/// that differs keeps its own beside it.
#[derive(Debug, Default)]
pub struct Expectations {
    pub node: String,
    cases: BTreeMap<String, Recorded>,
}

#[derive(Debug)]
struct Recorded {
    main: Observation,
    older: BTreeMap<u32, Observation>,
}

impl Expectations {
    fn path(area: &Path) -> PathBuf {
        area.join("expected.json")
    }

    /// Reads an area's recordings; none at all is an empty set.
    ///
    /// # Errors
    /// A sentence when the file is unreadable or malformed.
    pub fn load(area: &Path) -> Result<Self, String> {
        let path = Self::path(area);
        let text = match fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Self::default()),
            Err(error) => return Err(format!("{}: {error}", path.display())),
        };
        let value: Value = serde_json::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))?;
        Self::from_json(&value).ok_or_else(|| format!("{}: not a recording", path.display()))
    }

    fn from_json(value: &Value) -> Option<Self> {
        let mut cases = BTreeMap::new();
        for (file, entry) in value.get("cases")?.as_object()? {
            let mut older = BTreeMap::new();
            for (key, observation) in entry.as_object()? {
                if let Some(major) = key.strip_prefix("node") {
                    older.insert(major.parse().ok()?, Observation::from_json(observation)?);
                }
            }
            let main = Observation::from_json(entry)?;
            cases.insert(file.clone(), Recorded { main, older });
        }
        Some(Self { node: value.get("node")?.as_str()?.to_string(), cases })
    }

    /// # Errors
    /// When the file cannot be written.
    pub fn save(&self, area: &Path) -> io::Result<()> {
        let mut cases = Map::new();
        for (file, recorded) in &self.cases {
            let mut entry = recorded.main.to_json();
            for (major, observation) in &recorded.older {
                entry[format!("node{major}")] = observation.to_json();
            }
            cases.insert(file.clone(), entry);
        }
        let value = json!({ "node": self.node, "cases": cases });
        let text = serde_json::to_string_pretty(&value).map_err(io::Error::other)?;
        fs::write(Self::path(area), text + "\n")
    }

    /// What `file` should do under a runtime that calls itself Node `major`, or under another one.
    pub fn of(&self, file: &str, node_major: Option<u32>) -> Option<&Observation> {
        let recorded = self.cases.get(file)?;
        let own = node_major.and_then(|major| recorded.older.get(&major));
        Some(own.unwrap_or(&recorded.main))
    }

    /// Keeps what Node `version` did, beside a newer version's recording if there is one.
    pub fn insert(&mut self, file: &str, version: &str, major: u32, seen: Observation) {
        if major >= major_of(&self.node) {
            self.node = version.to_string();
            let older = self.cases.remove(file).map(|recorded| recorded.older);
            let mut older = older.unwrap_or_default();
            older.retain(|_, observation| *observation != seen);
            self.cases.insert(file.to_string(), Recorded { main: seen, older });
        } else if let Some(recorded) = self.cases.get_mut(file) {
            if recorded.main == seen {
                recorded.older.remove(&major);
            } else {
                recorded.older.insert(major, seen);
            }
        }
    }

    /// Forgets cases that no longer exist.
    pub fn retain(&mut self, exists: impl Fn(&str) -> bool) {
        self.cases.retain(|file, _| exists(file));
    }
}

fn major_of(version: &str) -> u32 {
    let digits = version.trim_start_matches('v').split('.').next();
    digits.and_then(|digits| digits.parse().ok()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(line: &str) -> Observation {
        Observation { stdout: vec![line.to_string()], exit: Exit::Code(0), stderr: None }
    }

    #[test]
    fn an_older_node_keeps_what_differs() {
        let mut all = Expectations::default();
        all.insert("a.js", "v26.1.0", 26, seen("new"));
        all.insert("a.js", "v20.1.0", 20, seen("old"));
        assert_eq!(all.node, "v26.1.0");
        assert_eq!(all.of("a.js", Some(20)), Some(&seen("old")));
        assert_eq!(all.of("a.js", Some(26)), Some(&seen("new")));
        assert_eq!(all.of("a.js", None), Some(&seen("new")));
        all.insert("a.js", "v20.1.0", 20, seen("new"));
        assert_eq!(all.of("a.js", Some(20)), Some(&seen("new")));
    }
}
