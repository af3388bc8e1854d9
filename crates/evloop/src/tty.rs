//! Terminals (<https://docs.libuv.org/en/v1.x/tty.html>).

use std::os::fd::RawFd;
use std::sync::Mutex;

use crate::handle::HandleKind;
use crate::{Errno, EventLoop, Stream, fs};

/// What a terminal does with what is typed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TtyMode {
    /// Lines, edited and echoed by the terminal.
    Normal,
    /// Single keys, nothing echoed, no signals.
    Raw,
    /// As raw, and output is passed on unchanged too.
    Io,
}

/// How the first terminal that was changed was set before, for [`reset_tty_mode`]. A terminal belongs to the process (and
/// its session), not to a loop, and has to be put back however the process ends.
static ORIGINAL: Mutex<Option<(RawFd, libc::termios)>> = Mutex::new(None);

impl EventLoop {
    /// A stream over the terminal `fd`. The terminal is opened anew where it can be, so that it is non-blocking for this
    /// process alone.
    ///
    /// # Errors
    /// ENOTTY if `fd` is no terminal; as open(2).
    pub fn tty(&self, fd: RawFd) -> Result<Stream, Errno> {
        // SAFETY: no memory is involved.
        if unsafe { libc::isatty(fd) } != 1 {
            return Err(Errno::ENOTTY);
        }
        let own = reopen(fd).unwrap_or(fd);
        let stream = self.stream(HandleKind::Tty);
        match stream.open(own) {
            Ok(()) => Ok(stream),
            Err(errno) => {
                crate::Handle::close(&stream, |_| {});
                Err(errno)
            }
        }
    }
}

/// Another descriptor of the same terminal, with status flags of its own.
fn reopen(fd: RawFd) -> Option<RawFd> {
    let mut name = [0u8; 256];
    // SAFETY: writes into `name`, no further than its length.
    if unsafe { libc::ttyname_r(fd, name.as_mut_ptr().cast(), name.len()) } != 0 {
        return None;
    }
    let name = std::ffi::CStr::from_bytes_until_nul(&name).ok()?;
    // SAFETY: no memory is involved.
    let access = unsafe { libc::fcntl(fd, libc::F_GETFL) } & libc::O_ACCMODE;
    fs::open(name, access | libc::O_NOCTTY, 0).ok()
}

fn attributes(fd: RawFd) -> Result<libc::termios, Errno> {
    // SAFETY: all-zero is a valid termios to be overwritten.
    let mut termios: libc::termios = unsafe { std::mem::zeroed() };
    // SAFETY: `termios` is alive.
    if unsafe { libc::tcgetattr(fd, &mut termios) } == 0 { Ok(termios) } else { Err(Errno::last()) }
}

fn apply(fd: RawFd, termios: &libc::termios) -> Result<(), Errno> {
    loop {
        // SAFETY: `termios` is alive.
        if unsafe { libc::tcsetattr(fd, libc::TCSADRAIN, termios) } == 0 {
            return Ok(());
        }
        match Errno::last() {
            Errno::EINTR => {}
            errno => return Err(errno),
        }
    }
}

/// Sets the mode of the terminal `fd`. [`reset_tty_mode`] puts back what the first call of the process found.
///
/// # Errors
/// As tcgetattr(3) and tcsetattr(3).
pub fn set_tty_mode(fd: RawFd, mode: TtyMode) -> Result<(), Errno> {
    let current = attributes(fd)?;
    let original = {
        let mut original = ORIGINAL.lock().unwrap_or_else(|e| e.into_inner());
        original.get_or_insert((fd, current)).1
    };
    let mut new = original;
    match mode {
        TtyMode::Normal => {}
        TtyMode::Raw => {
            new.c_iflag &= !(libc::BRKINT | libc::ICRNL | libc::INPCK | libc::ISTRIP | libc::IXON);
            new.c_oflag |= libc::ONLCR;
            new.c_cflag |= libc::CS8;
            new.c_lflag &= !(libc::ECHO | libc::ICANON | libc::IEXTEN | libc::ISIG);
            new.c_cc[libc::VMIN] = 1;
            new.c_cc[libc::VTIME] = 0;
        }
        // SAFETY: `new` is alive.
        TtyMode::Io => unsafe { libc::cfmakeraw(&mut new) },
    }
    apply(fd, &new)
}

/// Puts the terminal back as it was before the process changed it. To be called however the process ends.
///
/// # Errors
/// As tcsetattr(3).
pub fn reset_tty_mode() -> Result<(), Errno> {
    let original = ORIGINAL.lock().unwrap_or_else(|e| e.into_inner()).take();
    original.map_or(Ok(()), |(fd, termios)| apply(fd, &termios))
}

/// Columns and rows of the terminal `fd`.
///
/// # Errors
/// ENOTTY.
pub fn tty_window_size(fd: RawFd) -> Result<(u16, u16), Errno> {
    // SAFETY: all-zero is a valid winsize to be overwritten.
    let mut size: libc::winsize = unsafe { std::mem::zeroed() };
    // SAFETY: the request writes a winsize.
    if unsafe { libc::ioctl(fd, libc::TIOCGWINSZ, &mut size) } < 0 {
        return Err(Errno::last());
    }
    Ok((size.ws_col, size.ws_row))
}
