//! What the threads of a prompt share.

use std::sync::atomic::{AtomicBool, AtomicU8, Ordering};
use std::sync::{Condvar, Mutex};
use std::time::Duration;

use crate::exchange::{Answer, Ask, Event, Exchange};
use crate::interrupts::Interrupts;
use crate::lexer::lex;
use crate::modes::{self, RawMode};
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
    /// The person was told that keys are refused.
    refused: AtomicBool,
    /// What the next completion puts into the place of the line's blanks.
    closing: Mutex<Option<String>>,
    raw: RawMode,
    /// How often the process was continued after a stop.
    resumed: Mutex<u64>,
    resumption: Condvar,
}

/// How long Ctrl-Z waits for the stop. A process without a shell above it is not stopped at all.
const STOP_LIMIT: Duration = Duration::from_millis(300);

/// How long Enter may wait for a parser's opinion.
const PARSE_LIMIT: Duration = Duration::from_millis(300);

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
            refused: AtomicBool::new(false),
            closing: Mutex::default(),
            raw: RawMode::default(),
            resumed: Mutex::default(),
            resumption: Condvar::new(),
        }
    }

    pub fn mode(&self) -> Mode {
        match self.mode.load(Ordering::Relaxed) {
            0 => Mode::Line,
            1 => Mode::Editor,
            _ => Mode::Plain,
        }
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

    /// Keys are refused: says `why`, once a line.
    pub fn refuse(&self, why: &str) {
        if !self.refused.swap(true, Ordering::Relaxed) {
            self.exchange.send(Event::Notice(why.to_owned()));
        }
    }

    /// Another line is begun.
    pub fn begin(&self, mode: Mode) {
        self.mode.store(mode as u8, Ordering::Relaxed);
        self.refused.store(false, Ordering::Relaxed);
    }

    /// Has the next completion put `text` into the place of the blanks before the cursor. No other command replaces what stands
    /// before the cursor and moves it behind.
    pub fn close_with(&self, text: String) {
        *self.closing.lock().unwrap_or_else(|e| e.into_inner()) = Some(text);
    }

    /// What [`Session::close_with`] asked for.
    pub fn take_closing(&self) -> Option<String> {
        self.closing.lock().unwrap_or_else(|e| e.into_inner()).take()
    }

    /// Keeps the mode that rustyline has set, to set it again after the process was stopped.
    pub fn note_raw_mode(&self) {
        if self.output.is_prompting() {
            self.raw.note();
        }
    }

    /// The process goes on after it was stopped, by Ctrl-Z or from outside: sets the mode again if a line is being edited, and
    /// paints that.
    pub fn resume(&self) {
        *self.resumed.lock().unwrap_or_else(|e| e.into_inner()) += 1;
        self.resumption.notify_all();
        if self.output.is_prompting() {
            self.raw.apply();
            self.output.repaint();
        }
    }

    /// Stops the process as Ctrl-Z does elsewhere, and returns when it goes on. The terminal has its old mode meanwhile.
    pub fn suspend(&self) {
        let resumed = self.resumed.lock().unwrap_or_else(|e| e.into_inner());
        let before = *resumed;
        modes::lend();
        // The signal may reach another thread first: this one must not touch the terminal until all have stopped and go on.
        // SAFETY: no memory is involved.
        unsafe { libc::kill(0, libc::SIGTSTP) };
        drop(self.resumption.wait_timeout_while(resumed, STOP_LIMIT, |resumed| *resumed == before));
        self.raw.apply();
        // The terminal may have got another size.
        // SAFETY: as above.
        unsafe { libc::kill(libc::getpid(), libc::SIGWINCH) };
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
