//! The modes of the terminal on standard input.

use std::sync::Mutex;

use phasor_evloop::{TtyMode, reset_tty_mode, set_tty_mode};

use crate::output::write_all;

/// Remembers how the terminal is set now, for [`restore`] and for the end of the process.
///
/// # Errors
/// If standard input is no terminal.
pub fn remember() -> Result<(), phasor_evloop::Errno> {
    set_tty_mode(libc::STDIN_FILENO, TtyMode::Normal)
}

/// Puts the terminal back as [`remember`] found it. Pasting is plain again, the cursor visible.
pub fn restore() {
    // A terminal that is gone needs nothing.
    let _ = write_all(libc::STDOUT_FILENO, b"\x1b[?2004l\x1b[?25h");
    let _ = reset_tty_mode();
}

/// Lets others use the terminal for a while: it is as [`remember`] found it, which stays known.
pub fn lend() {
    let _ = write_all(libc::STDOUT_FILENO, b"\x1b[?2004l");
    let _ = set_tty_mode(libc::STDIN_FILENO, TtyMode::Normal);
}

/// Whether the terminal passes keys on instead of making signals of them.
pub fn is_raw() -> bool {
    // SAFETY: all-zero is a valid termios to be overwritten.
    let mut termios: libc::termios = unsafe { std::mem::zeroed() };
    // SAFETY: `termios` is alive.
    unsafe { libc::tcgetattr(libc::STDIN_FILENO, &mut termios) == 0 && termios.c_lflag & libc::ISIG == 0 }
}

/// Whether more has been typed, or pasted, than was read so far.
pub fn is_input_waiting() -> bool {
    let mut waiting: libc::c_int = 0;
    // SAFETY: the request writes one int.
    unsafe { libc::ioctl(libc::STDIN_FILENO, libc::FIONREAD, &raw mut waiting) == 0 && waiting > 0 }
}

/// The mode in which a line is edited.
#[derive(Default)]
pub struct RawMode(Mutex<Option<libc::termios>>);

impl RawMode {
    /// Keeps the present mode unless one is kept already.
    pub fn note(&self) {
        let mut kept = self.0.lock().unwrap_or_else(|e| e.into_inner());
        if kept.is_some() {
            return;
        }
        // SAFETY: all-zero is a valid termios to be overwritten.
        let mut termios: libc::termios = unsafe { std::mem::zeroed() };
        // SAFETY: `termios` is alive.
        if unsafe { libc::tcgetattr(libc::STDIN_FILENO, &mut termios) } == 0 {
            *kept = Some(termios);
        }
    }

    /// Sets the kept mode.
    pub fn apply(&self) {
        let kept = self.0.lock().unwrap_or_else(|e| e.into_inner());
        if let Some(termios) = *kept {
            // SAFETY: `termios` is alive. An error leaves the terminal as it is.
            unsafe { libc::tcsetattr(libc::STDIN_FILENO, libc::TCSADRAIN, &termios) };
            let _ = write_all(libc::STDOUT_FILENO, b"\x1b[?2004h");
        }
    }

    /// Keeps none.
    pub fn forget(&self) {
        *self.0.lock().unwrap_or_else(|e| e.into_inner()) = None;
    }
}
