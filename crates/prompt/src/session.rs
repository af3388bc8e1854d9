//! What the threads of a prompt share.

use std::sync::Mutex;
use std::sync::atomic::{AtomicU8, Ordering};

use crate::exchange::{Answer, Ask, Exchange};
use crate::interrupts::Interrupts;
use crate::lexer::lex;
use crate::modes::RawMode;
use crate::output::Output;

/// What Enter does.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Mode {
    /// Enters the text if it is complete, else starts a new line.
    Line = 0,
    /// Always starts a new line; Ctrl-D enters the text.
    Editor = 1,
    /// Enters the line, whatever it is.
    Plain = 2,
}

/// See the module's documentation.
pub struct Session {
    pub exchange: std::sync::Arc<Exchange>,
    pub output: Output,
    pub interrupts: Interrupts,
    /// NO_COLOR and the like are respected by whoever sets it.
    pub colours: bool,
    mode: AtomicU8,
    /// What the line held when Ctrl-C was pressed, or was last seen to hold.
    line: Mutex<String>,
    raw: RawMode,
}

/// How long Enter may wait for a parser's opinion.
const PARSE_LIMIT: std::time::Duration = std::time::Duration::from_millis(300);

/// A longer text is entered without asking for one.
const LONGEST_PARSED: usize = 1 << 20;

impl Session {
    pub fn new(exchange: Exchange, output: Output, interrupts: Interrupts, colours: bool) -> Session {
        Session {
            exchange: std::sync::Arc::new(exchange),
            output,
            interrupts,
            colours,
            mode: AtomicU8::new(Mode::Line as u8),
            line: Mutex::default(),
            raw: RawMode::default(),
        }
    }

    pub fn mode(&self) -> Mode {
        match self.mode.load(Ordering::Relaxed) {
            0 => Mode::Line,
            1 => Mode::Editor,
            _ => Mode::Plain,
        }
    }

    pub fn set_mode(&self, mode: Mode) {
        self.mode.store(mode as u8, Ordering::Relaxed);
    }

    /// Keeps what the line holds, for the case that editing ends in an error.
    pub fn note_line(&self, line: &str) {
        let mut kept = self.line.lock().unwrap_or_else(|e| e.into_inner());
        kept.clear();
        kept.push_str(line);
    }

    /// What [`Session::note_line`] kept.
    pub fn take_line(&self) -> String {
        std::mem::take(&mut *self.line.lock().unwrap_or_else(|e| e.into_inner()))
    }

    /// Keeps the mode that rustyline has set, to set it again after the process was stopped.
    pub fn note_raw_mode(&self) {
        if self.output.is_prompting() {
            self.raw.note();
        }
    }

    /// Sets the mode again if a line is being edited, and paints that.
    pub fn resume(&self) {
        if self.output.is_prompting() {
            self.raw.apply();
            self.output.repaint();
        }
    }

    /// The mode of the next line is another one.
    pub fn forget_raw_mode(&self) {
        self.raw.forget();
    }

    /// Whether `text` can be evaluated. The loop's parser decides, or brackets and operators if it has no time.
    pub fn is_complete(&self, text: &str) -> bool {
        if text.len() > LONGEST_PARSED {
            return true;
        }
        match self.exchange.ask(Ask::IsComplete { text: text.to_owned() }, PARSE_LIMIT) {
            Some(Answer::IsComplete(complete)) => complete,
            _ => !lex(text).is_unfinished(text),
        }
    }
}
