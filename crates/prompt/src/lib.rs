//! The terminal's half of the REPL, without V8: a line is edited on a thread of its own, so that the loop keeps turning
//! while a person types.
//!
//! | module | does |
//! | --- | --- |
//! | `editor` | the thread that edits, with rustyline |
//! | `exchange` | events to the loop, questions to it and their answers |
//! | `output` | what is printed meanwhile, above the prompt |
//! | `interrupts` | Ctrl-C, also for a loop that is stuck |
//! | `signals` | a thread that watches signals and puts the terminal back |
//! | `modes` | the terminal's modes |
//! | `session` | what the threads share |
//! | `helper`, `keys` | what rustyline asks, and keys with a meaning of their own |
//! | `history`, `history_file` | what was entered before |
//! | `columns` | how much room text takes |
//! | `lexer`, `style`, `brackets` | JavaScript's words, their colours, pairs and indentation |
//!
//! The threads: the loop's owns the [`Prompt`]. The editor's waits for a request, edits, sends [`Event::Line`] and waits again. The
//! output's rings rustyline's bell when text waits. The signals' runs a loop of its own. None of them runs JavaScript, and
//! nothing is shared by two prompts but the terminal itself, whose modes the process can have one set of only.

mod brackets;
mod columns;
mod editor;
mod exchange;
mod helper;
mod history;
mod history_file;
mod interrupts;
mod keys;
mod lexer;
mod modes;
mod output;
mod session;
mod signals;
mod style;

use std::io;
use std::sync::Arc;
use std::sync::mpsc::{self, Sender};

pub use editor::{Request, Settings};
pub use exchange::{Answer, Ask, Event, Question};
pub use session::Mode;

use editor::Lines;
use exchange::Exchange;
use interrupts::Interrupts;
use output::Output;
use session::Session;
use signals::Signals;

/// A prompt on the terminal of standard input and output. Belongs to the loop's thread.
pub struct Prompt {
    session: Arc<Session>,
    requests: Option<Sender<Request>>,
    signals: Option<Signals>,
}

impl Prompt {
    /// Starts the threads. `wake` has the loop's thread call [`Prompt::next_event`] until nothing is left, and
    /// `terminate` stops what runs there; both are called from other threads.
    ///
    /// # Errors
    /// If standard input is no terminal, or the system gives no threads.
    pub fn start(
        settings: Settings,
        wake: impl Fn() + Send + Sync + 'static,
        terminate: impl Fn() + Send + Sync + 'static,
    ) -> io::Result<Prompt> {
        modes::remember().map_err(|errno| io::Error::from_raw_os_error(errno.code().abs()))?;
        let session = Arc::new(Session::new(
            Exchange::new(Box::new(wake)),
            Output::new(libc::STDOUT_FILENO),
            Interrupts::new(Box::new(terminate)),
            settings.colours,
        ));
        let signals = Signals::watch(session.clone())?;
        let (requests, requested) = mpsc::channel();
        let edited = session.clone();
        std::thread::Builder::new().name("prompt-editor".to_owned()).spawn(move || {
            match Lines::new(edited.clone(), &settings) {
                Ok(lines) => lines.run(&requested),
                Err(error) => edited.exchange.send(Event::Notice(format!("No line can be edited: {error}"))),
            }
            edited.exchange.send(Event::Closed);
        })?;
        Ok(Prompt { session, requests: Some(requests), signals: Some(signals) })
    }

    /// Has a line edited. [`Event::Line`], [`Event::Interrupt`] or [`Event::Closed`] tells how it ended.
    pub fn ask(&self, request: Request) {
        if let Some(requests) = &self.requests {
            // Without the editor's thread, the end was told already.
            let _ = requests.send(request);
        }
    }

    /// Prints `text`, above the line that is being edited if there is one.
    pub fn print(&self, text: &str) {
        self.session.output.print(text);
    }

    /// The loop has come to the last [`Event::Interrupt`]. Says whether what ran before was terminated for it.
    pub fn acknowledge(&self) -> bool {
        self.session.interrupts.acknowledge()
    }

    /// What happened, the oldest first.
    pub fn next_event(&self) -> Option<Event> {
        self.session.exchange.next()
    }

    /// Whether the program handles the signal of the last [`Event::Signal`] itself; otherwise it ends the process.
    pub fn decide_signal(&self, handled: bool) {
        if let Some(signals) = &self.signals {
            signals.decided(handled);
        }
    }

    /// Ends the session: the terminal is as it was before. A line that is being edited stays as it stands.
    pub fn close(&mut self) {
        if self.requests.take().is_none() {
            return;
        }
        self.signals = None;
        self.session.output.settle(std::time::Duration::from_millis(200));
        self.session.output.abandon();
        modes::restore();
    }
}

impl Drop for Prompt {
    fn drop(&mut self) {
        self.close();
    }
}
