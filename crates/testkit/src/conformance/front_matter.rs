//! The comment block at the top of a case.
//!
//! Lines of the form `// @key: value` are settings, the other comment lines say what the case is
//! about. The block ends at the first line that is no `//` comment; a hashbang may precede it.

use std::time::Duration;

use super::order::Order;

/// What a case asks of the tool.
#[derive(Clone, Debug)]
pub struct FrontMatter {
    pub about: String,
    pub order: Order,
    /// Arguments of the runtime, before the script.
    pub flags: Vec<String>,
    pub environment: Vec<(String, String)>,
    pub stdin: String,
    /// The oldest Node release line that behaves as recorded.
    pub since_node: u32,
    pub compares_stderr: bool,
    pub time_limit: Duration,
}

const DEFAULT_TIME_LIMIT: Duration = Duration::from_secs(30);

impl FrontMatter {
    /// # Errors
    /// A sentence with the line for an unknown key or a malformed value.
    pub fn parse(source: &str) -> Result<Self, String> {
        let mut front = Self {
            about: String::new(),
            order: Order::Exact,
            flags: Vec::new(),
            environment: Vec::new(),
            stdin: String::new(),
            since_node: 0,
            compares_stderr: false,
            time_limit: DEFAULT_TIME_LIMIT,
        };
        for (index, line) in source.lines().enumerate() {
            if index == 0 && line.starts_with("#!") {
                continue;
            }
            let Some(comment) = line.strip_prefix("//") else {
                break;
            };
            let comment = comment.trim();
            match comment.strip_prefix('@') {
                Some(setting) => front.set(setting).map_err(|error| format!("line {}: {error}", index + 1))?,
                None => front.describe(comment),
            }
        }
        if front.about.is_empty() {
            return Err("the comment block does not say what the case is about".to_string());
        }
        Ok(front)
    }

    fn describe(&mut self, comment: &str) {
        if !self.about.is_empty() {
            self.about.push(' ');
        }
        self.about += comment;
    }

    fn set(&mut self, setting: &str) -> Result<(), String> {
        let (key, value) = setting.split_once(':').ok_or_else(|| format!("@{setting} lacks a colon"))?;
        let value = value.trim();
        match key.trim() {
            "orders" => self.order = Order::parse_set(value)?,
            "before" => self.order.add_chain(value)?,
            "flags" => self.flags = value.split_whitespace().map(str::to_string).collect(),
            "env" => self.environment.push(
                value
                    .split_once('=')
                    .map(|(name, value)| (name.to_string(), value.to_string()))
                    .ok_or_else(|| format!("@env wants NAME=value, not `{value}`"))?,
            ),
            "stdin" => {
                self.stdin =
                    serde_json::from_str(value).map_err(|error| format!("@stdin wants a JSON string: {error}"))?;
            }
            "node" => {
                self.since_node = value
                    .strip_prefix(">=")
                    .and_then(|number| number.trim().parse().ok())
                    .ok_or_else(|| format!("@node wants >= and a number, not `{value}`"))?;
            }
            "stderr" if value == "last-line" => self.compares_stderr = true,
            "stderr" => return Err(format!("@stderr wants last-line, not `{value}`")),
            "seconds" => {
                let seconds: u64 =
                    value.parse().map_err(|_| format!("@seconds wants a whole number, not `{value}`"))?;
                self.time_limit = Duration::from_secs(seconds);
            }
            unknown => return Err(format!("unknown setting @{unknown}")),
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_and_description_are_told_apart() {
        let source = "#!/usr/bin/env node\n// An immediate comes\n// first.\n// @flags: --a --b=1\n\
                      // @node: >= 22\n// @stderr: last-line\n// @stdin: \"x\\n\"\n'use strict';\n// @not: read\n";
        let front = FrontMatter::parse(source).unwrap();
        assert_eq!(front.about, "An immediate comes first.");
        assert_eq!(front.flags, ["--a", "--b=1"]);
        assert_eq!(front.since_node, 22);
        assert_eq!(front.stdin, "x\n");
        assert!(front.compares_stderr);
    }

    #[test]
    fn mistakes_are_errors_with_their_line() {
        let error = FrontMatter::parse("// a\n// @ordres: []\n").unwrap_err();
        assert_eq!(error, "line 2: unknown setting @ordres");
        assert!(FrontMatter::parse("// @node: 22\n").is_err());
        assert!(FrontMatter::parse("// @orders: a b\n").is_err());
        assert!(FrontMatter::parse("'use strict';\n").is_err());
    }
}
