//! What rustyline asks while a line is edited: colours, hints and completions.

use std::borrow::Cow;
use std::cell::Cell;
use std::sync::Arc;
use std::time::Duration;

use rustyline::completion::Completer;
use rustyline::config::CompletionType;
use rustyline::highlight::{CmdKind, Highlighter};
use rustyline::hint::{Hint, Hinter};
use rustyline::validate::Validator;
use rustyline::{Context, Helper};

use crate::columns;
use crate::exchange::{Answer, Ask};
use crate::modes::is_input_waiting;
use crate::session::{Mode, Session};
use crate::style;

/// How long a key press may wait for the hint behind it.
const HINT_LIMIT: Duration = Duration::from_millis(40);

/// How long Tab may wait for completions.
const COMPLETION_LIMIT: Duration = Duration::from_millis(1500);

/// A longer line gets no hints.
const LONGEST_HINTED: usize = 4096;

/// rustyline cannot list more than a 16-bit number of candidates.
const MOST_CANDIDATES: usize = 5000;

/// The helper of a session.
pub struct Assistant {
    session: Arc<Session>,
    /// The line is painted for the last time: nothing in it stands out any more.
    last_paint: Cell<bool>,
}

impl Assistant {
    pub fn new(session: Arc<Session>) -> Assistant {
        Assistant { session, last_paint: Cell::new(false) }
    }

    /// Whether `line` is shown in colours. While more keys wait, it is not: they would each cost a repaint.
    fn is_styled(&self, line: &str) -> bool {
        let finished = self.last_paint.get() || !is_input_waiting();
        self.session.colours && line.len() <= style::LONGEST_STYLED && finished
    }
}

impl Helper for Assistant {}

impl Validator for Assistant {}

/// A hint: the rest of the word, and a line below.
pub struct Preview {
    shown: String,
    completion: String,
}

impl Hint for Preview {
    fn display(&self) -> &str {
        &self.shown
    }

    fn completion(&self) -> Option<&str> {
        (!self.completion.is_empty()).then_some(&self.completion)
    }
}

impl Hinter for Assistant {
    type Hint = Preview;

    fn hint(&self, line: &str, at: usize, _: &Context<'_>) -> Option<Preview> {
        let session = &self.session;
        session.note_line(line);
        let wanted = session.mode() == Mode::Line && !line.trim().is_empty() && line.len() <= LONGEST_HINTED;
        if !wanted || session.exchange.is_busy() || is_input_waiting() {
            return None;
        }
        let ask = Ask::Hint { line: line.to_owned(), at };
        let Some(Answer::Hint { completion, preview }) = session.exchange.ask(ask, HINT_LIMIT) else { return None };
        let (columns, rows) = session.output.size();
        // One column is left free: a full row would make the terminal wrap. Two rows are needed for anything below.
        let preview = if rows > 1 { columns::cut(&preview, columns - 1) } else { String::new() };
        let completion = if at == line.len() { completion } else { String::new() };
        let below = if preview.is_empty() { "" } else { "\n" };
        Some(Preview { shown: format!("{completion}{below}{preview}"), completion })
    }
}

impl Highlighter for Assistant {
    fn highlight<'l>(&self, line: &'l str, at: usize) -> Cow<'l, str> {
        if !self.is_styled(line) {
            return Cow::Borrowed(line);
        }
        Cow::Owned(style::styled(line, (!self.last_paint.get()).then_some(at)))
    }

    // Painting the prompt is the moment for what waits to stand above it.
    fn highlight_prompt<'b, 's: 'b, 'p: 'b>(&'s self, prompt: &'p str, _default: bool) -> Cow<'b, str> {
        self.session.note_raw_mode();
        let above = self.session.output.before_prompt();
        if above.is_empty() { Cow::Borrowed(prompt) } else { Cow::Owned(above + prompt) }
    }

    fn highlight_hint<'h>(&self, hint: &'h str) -> Cow<'h, str> {
        if self.session.colours { Cow::Owned(style::dimmed(hint)) } else { Cow::Borrowed(hint) }
    }

    fn highlight_candidate<'c>(&self, candidate: &'c str, _: CompletionType) -> Cow<'c, str> {
        Cow::Borrowed(candidate)
    }

    fn highlight_char(&self, line: &str, _: usize, kind: CmdKind) -> bool {
        self.last_paint.set(kind == CmdKind::ForcedRefresh);
        self.is_styled(line)
    }
}

impl Completer for Assistant {
    type Candidate = String;

    fn complete(&self, line: &str, at: usize, _: &Context<'_>) -> rustyline::Result<(usize, Vec<String>)> {
        let before = &line[..at];
        let start = before.rfind('\n').map_or(0, |n| n + 1);
        if let Some(closing) = self.session.take_closing() {
            return Ok((start, vec![closing]));
        }
        if start > 0 && before[start..].trim().is_empty() {
            return Ok((at, vec!["  ".to_owned()]));
        }
        let ask = Ask::Completions { line: line.to_owned(), at };
        let answer = self.session.exchange.ask(ask, COMPLETION_LIMIT);
        let Some(Answer::Completions { mut candidates, replaced }) = answer else { return Ok((at, Vec::new())) };
        if !before.ends_with(&replaced) {
            return Ok((at, Vec::new()));
        }
        candidates.retain(|candidate| !candidate.is_empty());
        candidates.truncate(MOST_CANDIDATES);
        Ok((at - replaced.len(), candidates))
    }
}
