//! The thread that edits lines.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::Receiver;

use rustyline::config::{BellStyle, Config, Configurer};
use rustyline::error::ReadlineError;
use rustyline::{ColorMode, CompletionType, EditMode, Editor};

use crate::exchange::Event;
use crate::helper::Assistant;
use crate::history::Entries;
use crate::history_file::HistoryFile;
use crate::keys;
use crate::session::{Mode, Session};

/// How lines are edited.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// vi's keys instead of emacs'.
    pub vi: bool,
    /// Colours in the input line.
    pub colours: bool,
    /// The file of the history, if there is to be one.
    pub history: Option<PathBuf>,
    /// How many entries the history keeps.
    pub history_size: usize,
}

/// One line to be edited.
#[derive(Clone, Debug)]
pub struct Request {
    pub prompt: String,
    /// What the line begins with.
    pub initial: String,
    pub mode: Mode,
}

type LineEditor = Editor<Assistant, Entries>;

/// The editor's state on its thread.
pub struct Lines {
    session: Arc<Session>,
    editor: LineEditor,
    file: Option<HistoryFile>,
}

impl Lines {
    /// Makes the editor and reads the history. An unreadable history is a notice, not an error.
    ///
    /// # Errors
    /// If standard input or output cannot be used.
    pub fn new(session: Arc<Session>, settings: &Settings) -> Result<Lines, ReadlineError> {
        let config = Config::builder()
            .auto_add_history(false)
            .bell_style(BellStyle::None)
            .edit_mode(if settings.vi { EditMode::Vi } else { EditMode::Emacs })
            // Longer, and what is typed after Escape would become one key with it.
            .keyseq_timeout(Some(50))
            .completion_type(CompletionType::List)
            .completion_prompt_limit(200)
            // The helper sees every repaint only if rustyline thinks that there are colours; it leaves them out itself.
            .color_mode(ColorMode::Forced)
            .build();
        let mut file = settings.history.as_deref().map(|path| HistoryFile::new(path, settings.history_size));
        let mut entries = Vec::new();
        if let Some(history) = &file {
            match history.load() {
                Ok(list) => entries = list,
                Err(error) => {
                    session.exchange.send(Event::Notice(format!(
                        "The history cannot be read and will not be kept: {}",
                        reason(&error)
                    )));
                    file = None;
                }
            }
        }
        let mut editor = LineEditor::with_history(config, Entries::new(entries, settings.history_size))?;
        editor.set_helper(Some(Assistant::new(session.clone())));
        editor.set_color_mode(ColorMode::Forced);
        keys::bind(&mut editor, &session);
        if let Ok(bell) = editor.create_external_printer() {
            let session = session.clone();
            std::thread::Builder::new()
                .name("prompt-output".to_owned())
                .spawn(move || session.output.ring(bell))
                .map_err(ReadlineError::Io)?;
        }
        Ok(Lines { session, editor, file })
    }

    /// Edits line after line, as they are requested.
    pub fn run(mut self, requests: &Receiver<Request>) {
        while let Ok(request) = requests.recv() {
            self.session.begin(request.mode);
            self.edit(&request);
        }
    }

    fn edit(&mut self, request: &Request) {
        let mut initial = request.initial.clone();
        loop {
            self.session.note_line(&initial);
            self.session.forget_raw_mode();
            self.session.output.begin();
            // A defect of the editor must not take the session with it.
            let edited =
                catch_unwind(AssertUnwindSafe(|| self.editor.readline_with_initial(&request.prompt, (&initial, ""))));
            if let Ok(Ok(text)) = edited {
                if request.mode != Mode::Plain {
                    self.keep(&text);
                }
                // Only then is the line over, so that Ctrl-C finds either the line or what it started.
                self.session.exchange.send(Event::Line(text));
                return self.session.output.end();
            }
            self.session.output.end();
            let exchange = &self.session.exchange;
            match edited {
                Ok(Err(ReadlineError::Interrupted)) => {
                    let line = self.session.take_line();
                    return self.session.interrupts.raise(|| exchange.send(Event::Interrupt(Some(line))));
                }
                Ok(Err(error)) if is_bad_input(&error) => {
                    // What is left of it would only fail again.
                    // SAFETY: no memory is involved.
                    unsafe { libc::tcflush(libc::STDIN_FILENO, libc::TCIFLUSH) };
                    initial = self.session.take_line();
                }
                Ok(_) => return exchange.send(Event::Closed),
                Err(_) => {
                    exchange.send(Event::Notice("The line editor failed; the line is lost.".to_owned()));
                    initial.clear();
                }
            }
        }
    }

    /// Adds `text` to the history and its file.
    fn keep(&mut self, text: &str) {
        if !self.editor.history_mut().push(text) {
            return;
        }
        let Some(Err(error)) = self.file.as_ref().map(|file| file.add(text)) else { return };
        let notice = format!("The history cannot be written and will not be kept: {}", reason(&error));
        self.session.exchange.send(Event::Notice(notice));
        self.file = None;
    }
}

fn is_bad_input(error: &ReadlineError) -> bool {
    matches!(error, ReadlineError::Io(error) if error.kind() == std::io::ErrorKind::InvalidData)
}

/// What went wrong, without the number that Rust puts behind it.
fn reason(error: &std::io::Error) -> String {
    let text = error.to_string();
    match text.rfind(" (os error") {
        Some(at) => text[..at].to_owned(),
        None => text,
    }
}
