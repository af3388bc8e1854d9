//! How much room text takes on a terminal.

use unicode_width::UnicodeWidthChar;

/// The columns that `text` takes, escape sequences left out.
pub fn width(text: &str) -> usize {
    let mut columns = 0;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        if c == '\x1b' {
            if chars.next_if_eq(&'[').is_some() {
                while chars.next_if(|c| !('@'..='~').contains(c)).is_some() {}
            }
            chars.next();
        } else {
            columns += c.width().unwrap_or(0);
        }
    }
    columns
}

/// The beginning of `text` that fits into `columns`, without line breaks; dots stand for the rest.
pub fn cut(text: &str, columns: usize) -> String {
    let line: String = text.chars().map(|c| if c == '\n' { ' ' } else { c }).filter(|c| !c.is_control()).collect();
    if width(&line) <= columns {
        return line;
    }
    let dots = if columns > 3 { "..." } else { "" };
    let mut left = columns - dots.len();
    let fits = |c: &char| {
        let needed = c.width().unwrap_or(0);
        let fits = needed <= left;
        left = left.saturating_sub(needed);
        fits
    };
    line.chars().take_while(fits).collect::<String>() + dots
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_counted_without_escapes() {
        assert_eq!(width("\x1b[1;36ma\x1b[0m漢e\u{301}"), 4);
        assert_eq!(width("\x1b"), 0);
    }

    #[test]
    fn what_does_not_fit_is_cut() {
        assert_eq!(cut("abc", 3), "abc");
        assert_eq!(cut("abcdefgh", 6), "abc...");
        assert_eq!(cut("漢漢漢漢", 6), "漢...");
        assert_eq!(cut("a\nb\x1b[1m", 9), "a b[1m");
        assert_eq!(cut("abcd", 2), "ab");
        assert_eq!(cut("漢", 1), "");
    }
}
