//! `.env` files: `NAME=value` a line.
//!
//! A value may be quoted (`'`, `"` or a backtick) and then span lines; in double quotes `\n` is a newline. Without
//! quotes it ends at `#` or the end of its line, and is trimmed. `export` before a name is left out, and so are
//! lines without `=`. What is given twice counts the last time
//! (<https://nodejs.org/api/environment_variables.html#dotenv>).

use std::collections::BTreeMap;

/// The variables of a file, sorted by name.
pub fn parse(text: &str) -> BTreeMap<String, String> {
    let text = text.replace('\r', "");
    let mut variables = BTreeMap::new();
    let mut rest = trim(&text);
    while !rest.is_empty() {
        if rest.starts_with(['\n', '#']) {
            rest = after_line(rest);
            continue;
        }
        let Some(end) = rest.find(['=', '\n']) else { break };
        if rest[end..].starts_with('\n') {
            rest = trim(&rest[end + 1..]);
            continue;
        }
        let name = trim(&rest[..end]);
        rest = &rest[end + 1..];
        // Before a value that is empty, `export` is part of the name, as in Node.
        if rest.is_empty() || rest.starts_with('\n') {
            variables.insert(name.to_owned(), String::new());
            rest = after_line(rest);
            continue;
        }
        rest = trim(rest);
        if name.is_empty() {
            continue;
        }
        let name = name.strip_prefix("export ").map_or(name, trim);
        let (value, after) = value(rest);
        variables.insert(name.to_owned(), value);
        rest = after;
    }
    variables
}

/// The value at the start of `text`, and what follows its line.
fn value(text: &str) -> (String, &str) {
    if let Some(quote) = text.chars().next().filter(|c| matches!(c, '\'' | '"' | '`'))
        && let Some(length) = text[1..].find(quote)
    {
        let inner = &text[1..=length];
        let value = if quote == '"' { inner.replace("\\n", "\n") } else { inner.to_owned() };
        return (value, after_line(&text[length + 2..]));
    }
    let line = text.split('\n').next().unwrap_or_default();
    // A quote that is never closed makes the line a value as it stands.
    let is_open = line.starts_with(['\'', '"', '`']);
    let value = if is_open { line } else { trim(line.split('#').next().unwrap_or_default()) };
    (value.to_owned(), after_line(text))
}

fn after_line(text: &str) -> &str {
    text.find('\n').map_or("", |end| &text[end + 1..])
}

fn trim(text: &str) -> &str {
    text.trim_matches([' ', '\t', '\n'])
}

#[cfg(test)]
mod tests {
    use super::parse;

    fn check(text: &str, expected: &[(&str, &str)]) {
        let found = parse(text);
        let found: Vec<_> = found.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect();
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn plain_values_are_trimmed_and_end_at_comments() {
        check("B=1\nA = x y # note\n#C=3\nD=#x", &[("A", "x y"), ("B", "1"), ("D", "")]);
    }

    #[test]
    fn quoted_values_span_lines_and_keep_comments() {
        check("A='1 # 2'\nB=\"a\\nb\"\nC=`x\ny` z\nD=1", &[("A", "1 # 2"), ("B", "a\nb"), ("C", "x\ny"), ("D", "1")]);
    }

    #[test]
    fn an_open_quote_ends_with_its_line() {
        check("A=\"abc\nB=1", &[("A", "\"abc"), ("B", "1")]);
    }

    #[test]
    fn export_is_left_out() {
        check("export   A=1\nexport=2\nexportB=3", &[("A", "1"), ("export", "2"), ("exportB", "3")]);
    }

    #[test]
    fn lines_without_a_name_or_an_equals_sign_are_skipped() {
        check("nothing\n=1\nA=\nB=2\nC", &[("A", ""), ("B", "2")]);
        check("=\nexport A=", &[("", ""), ("export A", "")]);
    }

    #[test]
    fn carriage_returns_do_not_count() {
        check("A=1\r\nB='2\r\n3'", &[("A", "1"), ("B", "2\n3")]);
    }
}
