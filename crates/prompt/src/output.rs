//! What is printed while a line is edited.
//!
//! How: while nobody is asked, text goes straight to the terminal. While a line is edited, it waits here until the editor
//! paints its line again, and is put before the prompt in that very write: the input line never tears, and many small
//! writes are one repaint. A thread of its own rings rustyline's bell (an [`ExternalPrinter`]) when text waits, as the bell
//! blocks for as long as an earlier ring was not heard. The message that it carries moves up one row and down again: the
//! text itself takes the other way, so that it can be neither late nor lost when the line is entered at that
//! moment.
//!
//! A line that was printed without its end is continued by what comes next, as on a plain terminal, although the prompt stands
//! below it.

use std::io;
use std::os::fd::RawFd;
use std::sync::{Condvar, Mutex, MutexGuard};
use std::time::Duration;

use phasor_evloop::tty_window_size;
use rustyline::ExternalPrinter;

use crate::columns::width;

/// Up one row and down again, which leaves the cursor where it was. In the first row of the screen, where nothing is above, it
/// ends up in the second one: a blank row stays.
const RING: &str = "\x1b[A\n";

/// From here on a program that prints is slowed down to what the terminal takes.
const MUCH: usize = 1 << 20;

/// The longest unfinished line that is continued.
const LONGEST_TAIL: usize = 4096;

/// The way to the terminal; see the module's documentation.
pub struct Output {
    fd: RawFd,
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Default)]
struct State {
    /// A line is being edited.
    prompting: bool,
    closed: bool,
    /// Waits for the next repaint.
    pending: String,
    /// The unfinished line above the prompt.
    tail: String,
    /// The last thing printed did not end its line.
    unfinished: bool,
    /// Counts how often waiting text was taken to be written.
    taken: u64,
}

impl Output {
    /// Output on the terminal `fd`.
    pub fn new(fd: RawFd) -> Output {
        Output { fd, state: Mutex::default(), changed: Condvar::new() }
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(|e| e.into_inner())
    }

    /// Prints `text`, above the line that is being edited if there is one.
    pub fn print(&self, text: &str) {
        let mut state = self.lock();
        if !state.prompting {
            state.write(self.fd, text);
            return;
        }
        state.pending.push_str(text);
        self.changed.notify_all();
        if state.pending.len() > MUCH {
            let room = |state: &mut State| state.prompting && state.pending.len() > MUCH;
            drop(self.changed.wait_timeout_while(state, Duration::from_millis(100), room));
        }
    }

    /// A line is edited from now on; it starts in the first column.
    pub fn begin(&self) {
        let mut state = self.lock();
        if state.unfinished {
            state.write(self.fd, "\n");
        }
        state.prompting = true;
    }

    /// The line is finished, and the cursor stands below it.
    pub fn end(&self) {
        let mut state = self.lock();
        state.prompting = false;
        state.tail.clear();
        let pending = state.take();
        state.write(self.fd, &pending);
        self.changed.notify_all();
    }

    /// Whether a line is being edited.
    pub fn is_prompting(&self) -> bool {
        self.lock().prompting
    }

    /// What the editor has to write before its prompt, the cursor being in the first column of the prompt's row.
    pub fn before_prompt(&self) -> String {
        let mut state = self.lock();
        if state.pending.is_empty() {
            return String::new();
        }
        self.changed.notify_all();
        state.above_prompt(self.columns())
    }

    /// How wide the terminal is; 80 if it does not say.
    pub fn columns(&self) -> usize {
        self.size().0
    }

    /// Columns and rows of the terminal, with the usual numbers for what it does not say.
    pub fn size(&self) -> (usize, usize) {
        let (columns, rows) = tty_window_size(self.fd).unwrap_or_default();
        let or = |number: u16, usual| if number == 0 { usual } else { usize::from(number) };
        (or(columns, 80), or(rows, 24))
    }

    /// Waits a moment for waiting text to be painted, and says whether it was.
    pub fn settle(&self, limit: Duration) -> bool {
        let state = self.lock();
        let waiting = |state: &mut State| state.prompting && !state.pending.is_empty();
        match self.changed.wait_timeout_while(state, limit, waiting) {
            Ok((_, result)) => !result.timed_out(),
            Err(_) => false,
        }
    }

    /// Leaves the line that is being edited as it stands, for good.
    pub fn abandon(&self) {
        let mut state = self.lock();
        if state.prompting {
            let pending = state.take();
            let clear = if pending.is_empty() { "\n" } else { "\r\x1b[J" };
            state.prompting = false;
            state.write(self.fd, clear);
            state.write(self.fd, &pending);
        }
        state.closed = true;
        self.changed.notify_all();
    }

    /// Rings `bell` whenever text waits, until the output is abandoned. To be run on a thread of its own.
    pub fn ring(&self, mut bell: impl ExternalPrinter) {
        let mut state = self.lock();
        loop {
            let idle = |state: &mut State| !(state.closed || state.prompting && !state.pending.is_empty());
            state = self.changed.wait_while(state, idle).unwrap_or_else(|e| e.into_inner());
            if state.closed {
                return;
            }
            let taken = state.taken;
            drop(state);
            // It fails when the editor is gone, and with it the prompt.
            if bell.print(RING.to_owned()).is_err() {
                return;
            }
            let unheard = |state: &mut State| !state.closed && state.prompting && state.taken == taken;
            state = self.changed.wait_while(self.lock(), unheard).unwrap_or_else(|e| e.into_inner());
        }
    }

    /// Has the editor paint its line again.
    pub fn repaint(&self) {
        let mut state = self.lock();
        if state.prompting {
            // Nothing visible, but something to paint.
            state.pending.push('\r');
            self.changed.notify_all();
        }
    }
}

impl State {
    /// The text that waits.
    fn take(&mut self) -> String {
        self.taken += 1;
        std::mem::take(&mut self.pending)
    }

    fn write(&mut self, fd: RawFd, text: &str) {
        if text.is_empty() {
            return;
        }
        self.unfinished = !text.ends_with('\n');
        // A terminal that is gone has nobody to tell.
        let _ = write_all(fd, text.as_bytes());
    }

    fn above_prompt(&mut self, columns: usize) -> String {
        let mut out = String::new();
        if !self.tail.is_empty() {
            let rows = width(&self.tail).div_ceil(columns).max(1);
            out = format!("\x1b[{rows}A\r{}", self.tail);
        }
        out.push_str(&self.pending);
        let whole = std::mem::take(&mut self.tail) + &self.take();
        self.tail = unfinished_line(&whole).to_owned();
        if !self.tail.is_empty() {
            out.push('\n');
        }
        // What moved the cursor up may have left rows below.
        out.push_str("\x1b[J");
        out
    }
}

/// The end of `text` that a continuation has to be put behind: what stands behind the last line feed, and there behind the last
/// carriage return that something follows.
fn unfinished_line(text: &str) -> &str {
    let line = &text[text.rfind('\n').map_or(0, |at| at + 1)..];
    let shown = line.trim_end_matches('\r');
    let line = &line[shown.rfind('\r').map_or(0, |at| at + 1)..];
    if width(shown) == 0 || line.len() > LONGEST_TAIL { "" } else { line }
}

/// Writes all of `bytes`, waiting where the terminal is not ready.
pub fn write_all(fd: RawFd, mut bytes: &[u8]) -> io::Result<()> {
    while !bytes.is_empty() {
        // SAFETY: the bytes are alive and as many as said.
        let written = unsafe { libc::write(fd, bytes.as_ptr().cast(), bytes.len()) };
        if let Ok(written) = usize::try_from(written) {
            bytes = &bytes[written..];
            continue;
        }
        let error = io::Error::last_os_error();
        match error.kind() {
            io::ErrorKind::Interrupted => {}
            io::ErrorKind::WouldBlock => {
                let mut poll = libc::pollfd { fd, events: libc::POLLOUT, revents: 0 };
                // SAFETY: one pollfd is alive.
                unsafe { libc::poll(&mut poll, 1, -1) };
            }
            _ => return Err(error),
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn state(tail: &str, pending: &str) -> State {
        State { prompting: true, tail: tail.to_owned(), pending: pending.to_owned(), ..State::default() }
    }

    #[test]
    fn whole_lines_go_above_the_prompt() {
        let mut state = state("", "a\nb\n");
        assert_eq!(state.above_prompt(80), "a\nb\n\x1b[J");
        assert_eq!(state.tail, "");
    }

    #[test]
    fn an_unfinished_line_is_continued() {
        let mut state = state("", "a\nb");
        assert_eq!(state.above_prompt(80), "a\nb\n\x1b[J");
        state.pending.push_str("c\n");
        assert_eq!(state.above_prompt(80), "\x1b[1A\rbc\n\x1b[J");
        assert_eq!(state.tail, "");
    }

    #[test]
    fn an_unfinished_line_may_be_wider_than_the_terminal() {
        let mut state = state("\x1b[31mäbcdefgh\x1b[0m", "i");
        assert!(state.above_prompt(4).starts_with("\x1b[2A\r"));
    }

    #[test]
    fn a_carriage_return_starts_the_line_over() {
        assert_eq!(unfinished_line("10%\r20%"), "20%");
        assert_eq!(unfinished_line("10%\r20%\r"), "20%\r");
        assert_eq!(unfinished_line("a\n\r"), "");
        assert_eq!(unfinished_line("a\n"), "");
    }

    #[test]
    fn nothing_waits_while_nobody_is_asked() {
        let mut fds = [0; 2];
        // SAFETY: two descriptors fit.
        assert_eq!(unsafe { libc::pipe(fds.as_mut_ptr()) }, 0);
        let output = Output::new(fds[1]);
        output.print("a");
        output.begin();
        output.print("b");
        assert!(output.is_prompting());
        assert_eq!(output.before_prompt(), "b\n\x1b[J");
        output.print("c\n");
        output.end();
        let mut read = [0u8; 16];
        // SAFETY: the buffer is alive and as long as said.
        let count = unsafe { libc::read(fds[0], read.as_mut_ptr().cast(), read.len()) };
        assert_eq!(&read[..usize::try_from(count).unwrap()], b"a\nc\n");
    }
}
