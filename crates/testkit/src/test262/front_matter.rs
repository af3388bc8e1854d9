//! test262's front matter: the YAML between `/*---` and `---*/`.
//!
//! Only the shapes that test262's own rules allow are read: `key: text`, `key: [a, b]`, a list of
//! `- item` lines, and the mapping below `negative:`. Block texts such as `info: |` are skipped.

/// What a test says about itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FrontMatter {
    pub description: String,
    pub includes: Vec<String>,
    pub flags: Vec<String>,
    pub features: Vec<String>,
    pub negative: Option<Negative>,
}

/// The error that a test must end with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Negative {
    /// `parse`, `resolution` or `runtime`.
    pub phase: String,
    /// The name of the error's constructor.
    pub kind: String,
}

impl FrontMatter {
    /// # Errors
    /// A sentence when the block is absent or not closed, or `negative` is incomplete.
    pub fn parse(source: &str) -> Result<Self, String> {
        let (_, rest) = source.split_once("/*---").ok_or("there is no front matter")?;
        let (block, _) = rest.split_once("---*/").ok_or("the front matter is not closed")?;
        let mut front = Self::default();
        let mut key = String::new();
        for line in block.lines() {
            let text = line.trim_end();
            if text.trim().is_empty() || text.trim_start().starts_with('#') {
                continue;
            }
            if !text.starts_with([' ', '\t', '-']) {
                let (name, value) =
                    text.split_once(':').ok_or_else(|| format!("the front matter line `{text}` has no key"))?;
                key = name.trim().to_string();
                front.set(&key, value.trim());
            } else {
                front.extend(&key, text.trim());
            }
        }
        match &front.negative {
            Some(negative) if negative.phase.is_empty() || negative.kind.is_empty() => {
                Err("negative wants a phase and a type".to_string())
            }
            _ => Ok(front),
        }
    }

    pub fn has_flag(&self, flag: &str) -> bool {
        self.flags.iter().any(|present| present == flag)
    }

    fn set(&mut self, key: &str, value: &str) {
        match key {
            "description" if value != ">" && value != "|" => {
                self.description = unquote(value).to_string();
            }
            "negative" => self.negative = Some(Negative::default()),
            _ => {
                if let (Some(list), Some(items)) = (self.list(key), bracketed(value)) {
                    list.extend(items);
                }
            }
        }
    }

    fn extend(&mut self, key: &str, text: &str) {
        if key == "description" {
            if !self.description.is_empty() {
                self.description.push(' ');
            }
            self.description += text;
        } else if let (Some(list), Some(item)) = (self.list(key), text.strip_prefix('-')) {
            list.push(unquote(item.trim()).to_string());
        } else if let ("negative", Some(negative)) = (key, &mut self.negative) {
            match text.split_once(':') {
                Some(("phase", value)) => negative.phase = value.trim().to_string(),
                Some(("type", value)) => negative.kind = value.trim().to_string(),
                _ => {}
            }
        }
    }

    fn list(&mut self, key: &str) -> Option<&mut Vec<String>> {
        match key {
            "includes" => Some(&mut self.includes),
            "flags" => Some(&mut self.flags),
            "features" => Some(&mut self.features),
            _ => None,
        }
    }
}

fn bracketed(value: &str) -> Option<Vec<String>> {
    let inner = value.strip_prefix('[')?.strip_suffix(']')?;
    let items = inner.split(',').map(|item| unquote(item.trim()).to_string());
    Some(items.filter(|item| !item.is_empty()).collect())
}

fn unquote(text: &str) -> &str {
    let quoted = |quote| text.strip_prefix(quote).and_then(|t| t.strip_suffix(quote));
    quoted('"').or_else(|| quoted('\'')).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_shapes_of_the_format_are_read() {
        let source = "// Copyright\n/*---\nesid: sec-x\ndescription: >\n  Two\n  lines\ninfo: |\n  flags: [no]\n\
            includes: [a.js, \"b.js\"]\nflags:\n  - async\n  - module\nfeatures: [top-level-await]\n\
            negative:\n  phase: parse\n  type: SyntaxError\n---*/\ncode();\n";
        let front = FrontMatter::parse(source).unwrap();
        assert_eq!(front.description, "Two lines");
        assert_eq!(front.includes, ["a.js", "b.js"]);
        assert!(front.has_flag("async") && front.has_flag("module") && !front.has_flag("no"));
        assert_eq!(front.features, ["top-level-await"]);
        assert_eq!(front.negative.unwrap().kind, "SyntaxError");
    }

    #[test]
    fn mistakes_are_errors() {
        assert!(FrontMatter::parse("code();").is_err());
        assert!(FrontMatter::parse("/*---\ndescription: x\n").is_err());
        assert!(FrontMatter::parse("/*---\nnegative:\n  phase: parse\n---*/").is_err());
    }
}
