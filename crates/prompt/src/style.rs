//! The colours of the input line. They are those of `util.inspect`, so that a value looks the same typed and printed.

use crate::brackets;
use crate::lexer::{Kind, lex};

/// Above this many bytes the line is shown plain: colours would cost more time than a key press may take.
pub const LONGEST_STYLED: usize = 32 * 1024;

const RESET: &str = "\x1b[0m";
const DIM: &str = "\x1b[90m";
const MATCHING: &str = "\x1b[1;36m";

fn colour(kind: Kind) -> Option<&'static str> {
    match kind {
        Kind::Keyword => Some("\x1b[36m"),
        Kind::Constant | Kind::Number => Some("\x1b[33m"),
        Kind::String | Kind::Template => Some("\x1b[32m"),
        Kind::Regex => Some("\x1b[31m"),
        Kind::Comment => Some(DIM),
        Kind::PrivateName => Some("\x1b[35m"),
        Kind::Identifier | Kind::Property | Kind::Operator | Kind::Bracket => None,
    }
}

/// `text` in colours. With `cursor`, the bracket there and its partner stand out.
pub fn styled(text: &str, cursor: Option<usize>) -> String {
    let lexed = lex(text);
    let pair = cursor.and_then(|cursor| brackets::at_cursor(text, &lexed, cursor));
    let mut out = String::with_capacity(text.len() * 2);
    let mut done = 0;
    for token in &lexed.tokens {
        out.push_str(&text[done..token.range.start]);
        done = token.range.end;
        let piece = &text[token.range.clone()];
        let stands_out = pair.is_some_and(|(a, b)| token.range.contains(&a) || token.range.contains(&b));
        let colour = if stands_out && token.kind == Kind::Bracket { Some(MATCHING) } else { colour(token.kind) };
        match colour {
            Some(colour) => {
                out.push_str(colour);
                out.push_str(piece);
                out.push_str(RESET);
            }
            None => out.push_str(piece),
        }
    }
    out.push_str(&text[done..]);
    out
}

/// `text` in grey, line by line.
pub fn dimmed(text: &str) -> String {
    format!("{DIM}{text}{RESET}")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is left without the escape sequences.
    fn plain(text: &str) -> String {
        let mut out = String::new();
        let mut rest = text;
        while let Some(at) = rest.find('\x1b') {
            out.push_str(&rest[..at]);
            rest = &rest[at + rest[at..].find('m').expect("ends with m") + 1..];
        }
        out + rest
    }

    #[test]
    fn the_text_stays_the_same() {
        for text in ["", "a + `b${c}d`", "/x/.test('ä') // y", "  f(\n  1)\n", "'\\"] {
            assert_eq!(plain(&styled(text, Some(text.len()))), text);
        }
    }

    #[test]
    fn kinds_have_their_colours() {
        assert_eq!(styled("let a", None), "\x1b[36mlet\x1b[0m a");
        assert_eq!(styled("1", None), "\x1b[33m1\x1b[0m");
        assert_eq!(styled("/a/", None), "\x1b[31m/a/\x1b[0m");
        assert_eq!(styled("`a${b}`", None), "\x1b[32m`a\x1b[0m${b}\x1b[32m`\x1b[0m");
    }

    #[test]
    fn the_partner_of_the_bracket_at_the_cursor_stands_out() {
        assert_eq!(styled("(a)", Some(3)), "\x1b[1;36m(\x1b[0ma\x1b[1;36m)\x1b[0m");
        assert_eq!(styled("(a)", Some(2)), "\x1b[1;36m(\x1b[0ma\x1b[1;36m)\x1b[0m");
        assert_eq!(styled("(a) ", Some(4)), "(a) ");
    }
}
