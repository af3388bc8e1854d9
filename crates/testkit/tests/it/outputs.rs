//! Readers of the two formats for machines, as strict as the formats are.

use roxmltree::{Document, Node};

/// A line of TAP with its diagnostics.
pub struct TestPoint {
    pub is_ok: bool,
    pub description: String,
    /// `SKIP reason` or `TODO reason`.
    pub directive: String,
    /// The value of the key `detail` in the YAML block.
    pub detail: String,
}

/// Reads TAP version 14 without subtests; panics where the text is none.
pub fn parse_tap(text: &str) -> Vec<TestPoint> {
    let mut lines = text.lines().peekable();
    assert_eq!(lines.next(), Some("TAP version 14"));
    let plan: usize = lines.next().and_then(|line| line.strip_prefix("1..")).unwrap().parse().unwrap();
    let mut points = Vec::new();
    while let Some(line) = lines.next() {
        let (is_ok, rest) = match line.strip_prefix("not ok ") {
            Some(rest) => (false, rest),
            None => (true, line.strip_prefix("ok ").unwrap_or_else(|| panic!("no test point: {line}"))),
        };
        let (number, rest) = rest.split_once(" - ").unwrap();
        assert_eq!(number, (points.len() + 1).to_string(), "{line}");
        let (description, directive) = split_directive(rest);
        let mut detail = String::new();
        if lines.next_if_eq(&"  ---").is_some() {
            // The indicator keeps the spaces that the first line of the text may begin with.
            assert_eq!(lines.next(), Some("  detail: |2"));
            loop {
                let line = lines.next().expect("the end of the YAML block");
                if line == "  ..." {
                    break;
                }
                let allowed = |c: char| c == '\t' || !c.is_control();
                assert!(line.chars().all(allowed), "YAML has no control characters: {line:?}");
                detail += line.strip_prefix("    ").unwrap_or_else(|| panic!("not in the block: {line:?}"));
                detail.push('\n');
            }
        }
        points.push(TestPoint { is_ok, description, directive, detail });
    }
    assert_eq!(points.len(), plan);
    points
}

/// Splits at the first `#` that no backslash escapes, and takes the escapes out of the description.
fn split_directive(text: &str) -> (String, String) {
    let mut description = String::new();
    let mut characters = text.chars();
    while let Some(character) = characters.next() {
        match character {
            '\\' => description.extend(characters.next()),
            '#' => return (description.trim_end().to_string(), characters.as_str().trim().to_string()),
            other => description.push(other),
        }
    }
    (description, String::new())
}

/// A `testcase` of JUnit's XML.
pub struct TestCase {
    pub name: String,
    /// The name of the element inside, if there is one.
    pub result: String,
    pub detail: String,
}

/// Reads a `testsuite`; panics where the text is no XML or the counts are wrong.
pub fn parse_junit(text: &str) -> Vec<TestCase> {
    let document = Document::parse(text).unwrap();
    let suite = document.root_element();
    assert_eq!(suite.tag_name().name(), "testsuite");
    let cases: Vec<TestCase> = suite.children().filter(Node::is_element).map(test_case).collect();
    let count = |result: &str| cases.iter().filter(|case| case.result == result).count().to_string();
    assert_eq!(suite.attribute("tests"), Some(&*cases.len().to_string()));
    assert_eq!(suite.attribute("failures"), Some(&*count("failure")));
    assert_eq!(suite.attribute("skipped"), Some(&*count("skipped")));
    cases
}

fn test_case(element: Node<'_, '_>) -> TestCase {
    assert_eq!(element.tag_name().name(), "testcase");
    element.attribute("time").unwrap().parse::<f64>().unwrap();
    assert!(element.has_attribute("classname"));
    let result = element.first_element_child();
    TestCase {
        name: element.attribute("name").unwrap().to_string(),
        result: result.map_or("", |inner| inner.tag_name().name()).to_string(),
        detail: result.and_then(|inner| inner.text()).unwrap_or_default().to_string(),
    }
}
