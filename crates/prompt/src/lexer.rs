//! JavaScript in pieces, for colours, matching brackets and indentation.
//!
//! How: one pass over the text with a stack of what is open. A slash starts a regular expression where an operand is
//! expected and divides elsewhere, which the token before it tells; behind a closing bracket, what stood before its
//! opening one does. The text is what a person is typing, so everything is accepted: the lexer never fails, it says what is
//! still open at the end.

use std::ops::Range;

/// What a piece of text is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    Keyword,
    /// `true`, `null`, `undefined`, `NaN`, `Infinity`, `this`, `super`.
    Constant,
    Identifier,
    /// A name behind a dot or before a colon: never a keyword.
    Property,
    PrivateName,
    Number,
    String,
    Template,
    Regex,
    Comment,
    Operator,
    /// `( ) [ ] { }`, and `${` and `}` of a template.
    Bracket,
}

/// One piece; blanks are left out.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Token {
    pub kind: Kind,
    pub range: Range<usize>,
}

/// A bracket that is not closed yet.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Open {
    /// `(`, `[`, `{`, or `$` for `${` in a template.
    pub bracket: u8,
    /// Where it stands.
    pub at: usize,
    /// What its closing bracket ends is a value, so that a slash behind it divides.
    value: bool,
}

/// What the text ends in the middle of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unfinished {
    Template,
    Comment,
    String,
}

/// The pieces of a text.
#[derive(Clone, Debug, Default)]
pub struct Lexed {
    pub tokens: Vec<Token>,
    /// Brackets that are open at the end, the outermost first.
    pub open: Vec<Open>,
    /// Pairs of brackets by position, in the order of their closing.
    pub pairs: Vec<(usize, usize)>,
    pub unfinished: Option<Unfinished>,
}

const KEYWORDS: &[&str] = &[
    "async",
    "await",
    "break",
    "case",
    "catch",
    "class",
    "const",
    "continue",
    "debugger",
    "default",
    "delete",
    "do",
    "else",
    "export",
    "extends",
    "finally",
    "for",
    "from",
    "function",
    "if",
    "import",
    "in",
    "instanceof",
    "let",
    "new",
    "of",
    "return",
    "static",
    "switch",
    "throw",
    "try",
    "typeof",
    "using",
    "var",
    "void",
    "while",
    "with",
    "yield",
];

const CONSTANTS: &[&str] =
    &["Infinity", "NaN", "arguments", "false", "globalThis", "null", "super", "this", "true", "undefined"];

/// Keywords behind which an operand follows.
const BEFORE_OPERAND: &[&str] = &[
    "await",
    "case",
    "delete",
    "do",
    "else",
    "extends",
    "in",
    "instanceof",
    "new",
    "of",
    "return",
    "throw",
    "typeof",
    "void",
    "yield",
];

/// Cuts `text` into pieces.
pub fn lex(text: &str) -> Lexed {
    let mut lexer = Lexer { text, bytes: text.as_bytes(), at: 0, out: Lexed::default(), value: false };
    lexer.run();
    lexer.out
}

struct Lexer<'t> {
    text: &'t str,
    bytes: &'t [u8],
    at: usize,
    out: Lexed,
    /// Whether the last token ends a value.
    value: bool,
}

impl Lexer<'_> {
    fn run(&mut self) {
        if self.bytes.starts_with(b"#!") {
            self.line_comment();
        }
        while let Some(&byte) = self.bytes.get(self.at) {
            match byte {
                b' ' | b'\t' | b'\n' | b'\r' => self.at += 1,
                b'/' if self.next_is(b'/') => self.line_comment(),
                b'/' if self.next_is(b'*') => self.block_comment(),
                b'/' if !self.value => self.regex(),
                b'\'' | b'"' => self.string(byte),
                b'`' => self.template(self.at),
                b'0'..=b'9' => self.number(),
                b'.' if self.bytes.get(self.at + 1).is_some_and(u8::is_ascii_digit) => self.number(),
                b'(' | b'[' | b'{' => self.open(byte),
                b')' | b']' | b'}' => self.close(byte),
                b'#' => self.name(Kind::PrivateName),
                _ if is_name(byte) => self.name(Kind::Identifier),
                _ => self.operator(),
            }
        }
    }

    fn next_is(&self, byte: u8) -> bool {
        self.bytes.get(self.at + 1) == Some(&byte)
    }

    fn push(&mut self, kind: Kind, from: usize) {
        self.out.tokens.push(Token { kind, range: from..self.at });
    }

    fn last_text(&self) -> &str {
        self.out.tokens.iter().rev().find(|t| t.kind != Kind::Comment).map_or("", |t| &self.text[t.range.clone()])
    }

    fn line_comment(&mut self) {
        let from = self.at;
        self.at = self.bytes[from..].iter().position(|&b| b == b'\n').map_or(self.bytes.len(), |n| from + n);
        self.push(Kind::Comment, from);
    }

    fn block_comment(&mut self) {
        let from = self.at;
        match self.text[from + 2..].find("*/") {
            Some(n) => self.at = from + 2 + n + 2,
            None => {
                self.at = self.bytes.len();
                self.out.unfinished = Some(Unfinished::Comment);
            }
        }
        self.push(Kind::Comment, from);
    }

    fn string(&mut self, quote: u8) {
        let from = self.at;
        self.at += 1;
        loop {
            match self.bytes.get(self.at) {
                // A line that ends with a backslash goes on in the next one.
                None => {
                    if self.bytes.ends_with(b"\\\n") || self.bytes.last() == Some(&b'\\') {
                        self.out.unfinished = Some(Unfinished::String);
                    }
                    break;
                }
                Some(b'\n') => break,
                Some(b'\\') => self.skip_escaped(),
                Some(&byte) => {
                    self.at += 1;
                    if byte == quote {
                        break;
                    }
                }
            }
        }
        self.push(Kind::String, from);
        self.value = true;
    }

    /// Passes a backslash and the character behind it.
    fn skip_escaped(&mut self) {
        self.at += 1;
        self.at += self.text[self.at..].chars().next().map_or(0, char::len_utf8);
    }

    /// The text of a template from its backquote, or from the `}` that ended a substitution.
    fn template(&mut self, from: usize) {
        self.at += 1;
        loop {
            match self.bytes.get(self.at) {
                None => {
                    self.out.unfinished = Some(Unfinished::Template);
                    break;
                }
                Some(b'\\') => self.skip_escaped(),
                Some(b'`') => {
                    self.at += 1;
                    self.push(Kind::Template, from);
                    self.value = true;
                    return;
                }
                Some(b'$') if self.next_is(b'{') => {
                    self.push(Kind::Template, from);
                    let bracket = self.at;
                    self.at += 2;
                    self.push(Kind::Bracket, bracket);
                    self.out.open.push(Open { bracket: b'$', at: bracket, value: true });
                    self.value = false;
                    return;
                }
                Some(_) => self.at += 1,
            }
        }
        self.push(Kind::Template, from);
    }

    fn regex(&mut self) {
        let from = self.at;
        let mut class = false;
        self.at += 1;
        loop {
            match self.bytes.get(self.at) {
                None | Some(b'\n') => break,
                Some(b'\\') => {
                    if self.next_is(b'\n') {
                        self.at += 1;
                        break;
                    }
                    self.skip_escaped();
                }
                Some(&byte) => {
                    self.at += 1;
                    match byte {
                        b'[' => class = true,
                        b']' => class = false,
                        b'/' if !class => {
                            while self.bytes.get(self.at).is_some_and(|&b| is_name(b)) {
                                self.at += 1;
                            }
                            break;
                        }
                        _ => {}
                    }
                }
            }
        }
        self.push(Kind::Regex, from);
        self.value = true;
    }

    fn number(&mut self) {
        let from = self.at;
        while let Some(&byte) = self.bytes.get(self.at) {
            let exponent = matches!(byte, b'+' | b'-')
                && matches!(self.bytes[self.at - 1], b'e' | b'E')
                && self.at > from
                && !self.text[from..].starts_with("0x");
            // `1..toString()`: the second dot is no part of the number.
            let dot = byte == b'.' && !self.text[from..self.at].contains('.');
            if !(is_name(byte) || dot || exponent) {
                break;
            }
            self.at += 1;
        }
        self.push(Kind::Number, from);
        self.value = true;
    }

    fn name(&mut self, kind: Kind) {
        let from = self.at;
        self.at += 1;
        while self.bytes.get(self.at).is_some_and(|&b| is_name(b)) {
            self.at += 1;
        }
        let word = &self.text[from..self.at];
        let kind = if kind == Kind::PrivateName {
            kind
        } else if matches!(self.last_text(), "." | "?.") || self.is_key() {
            Kind::Property
        } else if CONSTANTS.binary_search(&word).is_ok() {
            Kind::Constant
        } else if KEYWORDS.binary_search(&word).is_ok() {
            Kind::Keyword
        } else {
            Kind::Identifier
        };
        self.value = !(kind == Kind::Keyword && BEFORE_OPERAND.contains(&word));
        self.push(kind, from);
    }

    /// Whether the name that ends here is the key of an object: `{ name: …` or `, name: …`.
    fn is_key(&self) -> bool {
        let colon = self.bytes[self.at..].iter().find(|b| !b.is_ascii_whitespace()) == Some(&b':');
        colon && matches!(self.last_text(), "{" | ",")
    }

    fn open(&mut self, bracket: u8) {
        let before = self.last_text();
        let value = match bracket {
            b'(' => !matches!(before, "if" | "while" | "for" | "with" | "switch"),
            b'[' => true,
            // Where a value is expected, a brace opens an object; elsewhere a block.
            _ => {
                !self.value && !matches!(before, "" | ";" | "{" | "}" | ")" | "=>" | "else" | "do" | "try" | "finally")
            }
        };
        self.out.open.push(Open { bracket, at: self.at, value });
        self.at += 1;
        self.push(Kind::Bracket, self.at - 1);
        self.value = false;
    }

    fn close(&mut self, bracket: u8) {
        let from = self.at;
        let top = self.out.open.last().copied();
        let fits = top.is_some_and(|open| closing(open.bracket) == bracket);
        self.at += 1;
        self.push(Kind::Bracket, from);
        self.value = true;
        let Some(open) = top.filter(|_| fits) else { return };
        self.out.open.pop();
        self.out.pairs.push((open.at, from));
        self.value = open.value;
        if open.bracket == b'$' && self.bytes.get(self.at).is_none() {
            self.out.unfinished = Some(Unfinished::Template);
        } else if open.bracket == b'$' {
            // The text of the template goes on right behind its `}`.
            let from = self.at;
            self.at -= 1;
            self.template(from);
        }
    }

    fn operator(&mut self) {
        const LONG: &[&str] = &[
            ">>>=", "...", "===", "!==", "**=", "<<=", ">>=", ">>>", "&&=", "||=", "??=", "=>", "==", "!=", "<=", ">=",
            "++", "--", "&&", "||", "??", "?.", "**", "<<", ">>", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=",
        ];
        let from = self.at;
        let rest = &self.text[from..];
        let found = LONG.iter().find(|operator| rest.starts_with(**operator)).map(|operator| operator.len());
        self.at += found.unwrap_or_else(|| rest.chars().next().map_or(1, char::len_utf8));
        // `a++ / b` divides, `+ /b/` does not.
        let postfix = matches!(&self.text[from..self.at], "++" | "--") && self.value;
        self.value = postfix;
        self.push(Kind::Operator, from);
    }
}

/// Letters, digits, `_`, `$`, and all beyond ASCII.
pub(crate) fn is_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'$') || byte >= 0x80
}

/// The closing bracket of an opening one.
fn closing(open: u8) -> u8 {
    match open {
        b'(' => b')',
        b'[' => b']',
        _ => b'}',
    }
}

impl Lexed {
    /// Whether the text can certainly not be evaluated as it stands: something is open, or an operator waits for its
    /// operand. A real parser knows better; this is the answer while none can be asked.
    pub fn is_unfinished(&self, text: &str) -> bool {
        self.unfinished.is_some() || !self.open.is_empty() || self.ends_with_operator(text)
    }

    /// Whether the last token is an operator that wants something behind it.
    pub fn ends_with_operator(&self, text: &str) -> bool {
        let last = self.tokens.iter().rev().find(|t| t.kind != Kind::Comment);
        last.is_some_and(|token| {
            token.kind == Kind::Operator && !matches!(&text[token.range.clone()], ";" | "++" | "--" | ":" | "!" | "@")
        })
    }
}

#[cfg(test)]
#[path = "lexer_tests.rs"]
mod tests;
