//! Pairs of brackets, and how far a line is indented inside of them.

use crate::lexer::{Lexed, Unfinished, lex};

/// One step of indentation.
const STEP: &str = "  ";

/// The positions of the bracket at the cursor (under it, or else before it) and of its partner.
pub fn at_cursor(text: &str, lexed: &Lexed, cursor: usize) -> Option<(usize, usize)> {
    let pair_of = |at: usize| lexed.pairs.iter().copied().find(|&(open, close)| open == at || close == at);
    let before = text.get(..cursor).and_then(|text| text.chars().next_back()).map(|c| cursor - c.len_utf8());
    pair_of(cursor).or_else(|| before.and_then(pair_of))
}

/// The blanks that a line begins with.
fn leading_blanks(line: &str) -> &str {
    &line[..line.len() - line.trim_start_matches([' ', '\t']).len()]
}

/// The line of `text` that holds the position `at`.
fn line_at(text: &str, at: usize) -> &str {
    let start = text[..at].rfind('\n').map_or(0, |n| n + 1);
    let end = text[at..].find('\n').map_or(text.len(), |n| at + n);
    &text[start..end]
}

/// What a new line behind `before` begins with. Inside of a template, a comment or a string nothing is added: there
/// blanks count.
pub fn indentation(before: &str) -> String {
    let lexed = lex(before);
    if matches!(lexed.unfinished, Some(Unfinished::Template | Unfinished::String)) {
        return String::new();
    }
    let last = leading_blanks(line_at(before, before.len()));
    if lexed.unfinished.is_some() {
        return last.to_owned();
    }
    match lexed.open.last() {
        // One step from the line that opened the innermost bracket, whatever else that line opened.
        Some(open) => format!("{}{STEP}", leading_blanks(line_at(before, open.at))),
        None if lexed.ends_with_operator(before) && last.is_empty() => STEP.to_owned(),
        None if lexed.ends_with_operator(before) => last.to_owned(),
        None => String::new(),
    }
}

/// The blanks that a closing bracket typed behind `before` should stand behind, if its line is blank so far and has
/// others: those of the line that opened the pair.
pub fn closing_indentation(before: &str) -> Option<String> {
    let start = before.rfind('\n')? + 1;
    let line = &before[start..];
    if line.is_empty() || !line.trim_matches([' ', '\t']).is_empty() {
        return None;
    }
    let lexed = lex(before);
    let open = lexed.open.last().filter(|_| lexed.unfinished.is_none())?;
    let wanted = leading_blanks(line_at(before, open.at));
    (wanted != line).then(|| wanted.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_line_is_one_step_inside_of_its_bracket() {
        assert_eq!(indentation("function f() {"), "  ");
        assert_eq!(indentation("f(function() {"), "  ");
        assert_eq!(indentation("if (a) {\n  for (;;) {"), "    ");
        assert_eq!(indentation("if (a) {\n  b()"), "  ");
        assert_eq!(indentation("[\n  1,"), "  ");
    }

    #[test]
    fn an_operator_that_waits_indents_once() {
        assert_eq!(indentation("a +"), "  ");
        assert_eq!(indentation("a +\n  b +"), "  ");
        assert_eq!(indentation("a"), "");
    }

    #[test]
    fn blanks_that_count_are_not_added() {
        assert_eq!(indentation("f(`a"), "");
        assert_eq!(indentation("f('a\\"), "");
        assert_eq!(indentation("f(`a${"), "  ");
        assert_eq!(indentation("  /* a"), "  ");
    }

    #[test]
    fn a_closing_bracket_goes_back_to_the_line_of_its_partner() {
        assert_eq!(closing_indentation("f() {\n  "), Some(String::new()));
        assert_eq!(closing_indentation("a {\n  b {\n    "), Some("  ".to_owned()));
        assert_eq!(closing_indentation("a {\n  b"), None);
        assert_eq!(closing_indentation("a {\n"), None);
        assert_eq!(closing_indentation("`\n  "), None);
        assert_eq!(closing_indentation("  "), None);
    }

    #[test]
    fn the_bracket_under_the_cursor_comes_first() {
        let text = "f(a)[0]";
        let lexed = lex(text);
        assert_eq!(at_cursor(text, &lexed, 1), Some((1, 3)));
        assert_eq!(at_cursor(text, &lexed, 4), Some((4, 6)));
        assert_eq!(at_cursor(text, &lexed, 7), Some((4, 6)));
        assert_eq!(at_cursor(text, &lexed, 0), None);
        assert_eq!(at_cursor("ä", &lex("ä"), 2), None);
    }
}
