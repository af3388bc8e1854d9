//! One child process, bounded in time and in output.
//!
//! The child leads a process group of its own. However it ends, the whole group is killed before
//! the leader is reaped, so that neither a grandchild nor a reused process id can be hit or missed.

use std::io::{self, Read, Write};
use std::os::fd::{AsRawFd, RawFd};
use std::os::unix::process::{CommandExt, ExitStatusExt};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// What a child may use before it is killed.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    pub time: Duration,
    /// Bytes of standard output, and separately of standard error.
    pub output: usize,
}

/// How a child ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum End {
    Exit(i32),
    Signal(i32),
    TimedOut,
    Flooded,
}

/// What a child did: how it ended and what it wrote until then.
#[derive(Clone, Debug)]
pub struct Outcome {
    pub end: End,
    pub stdout: Vec<u8>,
    pub stderr: Vec<u8>,
    pub elapsed: Duration,
}

/// A grandchild may hold the pipes open after the child has ended; it is not waited for longer.
const GRACE_AFTER_EXIT: Duration = Duration::from_millis(200);

/// Runs `command` to its end or to one of its limits.
///
/// # Errors
/// Only when the process cannot be started; whatever it does afterwards is an [`Outcome`].
pub fn run(mut command: Command, stdin: &[u8], limits: Limits) -> io::Result<Outcome> {
    let started = Instant::now();
    command.process_group(0).stdout(Stdio::piped()).stderr(Stdio::piped()).stdin(if stdin.is_empty() {
        Stdio::null()
    } else {
        Stdio::piped()
    });
    let mut child = command.spawn()?;
    let feeder = feed(&mut child, stdin);
    let mut outputs =
        [Output::new(child.stdout.take(), limits.output)?, Output::new(child.stderr.take(), limits.output)?];
    let cut_short = watch(&child, &mut outputs, started + limits.time);
    kill_group(&child);
    let status = child.wait()?;
    if let Some(feeder) = feeder {
        // The group is dead, so the pipe is broken or drained: the thread ends at once.
        let _ = feeder.join();
    }
    let [stdout, stderr] = outputs;
    let end = cut_short.unwrap_or_else(|| match status.signal() {
        Some(signal) => End::Signal(signal),
        None => End::Exit(status.code().unwrap_or(-1)),
    });
    Ok(Outcome { end, stdout: stdout.bytes, stderr: stderr.bytes, elapsed: started.elapsed() })
}

fn feed(child: &mut Child, stdin: &[u8]) -> Option<thread::JoinHandle<()>> {
    let mut pipe = child.stdin.take()?;
    let bytes = stdin.to_vec();
    // A child that never reads must not block the tool, hence the thread.
    Some(thread::spawn(move || {
        let _ = pipe.write_all(&bytes);
    }))
}

/// Collects output until the child has ended (`None`) or hit a limit.
fn watch(child: &Child, outputs: &mut [Output; 2], deadline: Instant) -> Option<End> {
    let mut exited_at: Option<Instant> = None;
    loop {
        let all_closed = outputs.iter().all(|output| output.pipe.is_none());
        if exited_at.is_none() && has_exited(child) {
            exited_at = Some(Instant::now());
        }
        let now = Instant::now();
        match exited_at {
            Some(at) if all_closed || now > at + GRACE_AFTER_EXIT => return None,
            None if now >= deadline => return Some(End::TimedOut),
            _ => {}
        }
        if all_closed {
            // Nothing to poll: the child closed its output, but still runs.
            thread::sleep(Duration::from_millis(1));
            continue;
        }
        poll(outputs, Duration::from_millis(20));
        for output in outputs.iter_mut() {
            output.drain();
            if output.flooded {
                return Some(End::Flooded);
            }
        }
    }
}

fn poll(outputs: &[Output; 2], limit: Duration) {
    let mut fds: Vec<libc::pollfd> =
        outputs.iter().filter_map(Output::fd).map(|fd| libc::pollfd { fd, events: libc::POLLIN, revents: 0 }).collect();
    // SAFETY: the pointer and the length describe `fds`, which outlives the call.
    unsafe {
        libc::poll(fds.as_mut_ptr(), fds.len() as libc::nfds_t, limit.as_millis() as libc::c_int);
    }
}

/// Whether the child has ended, without reaping it: its id stays reserved until the group is killed.
fn has_exited(child: &Child) -> bool {
    // SAFETY: all-zero bytes are a valid siginfo_t; waitid only writes into it.
    let mut info: libc::siginfo_t = unsafe { std::mem::zeroed() };
    let flags = libc::WEXITED | libc::WNOHANG | libc::WNOWAIT;
    // SAFETY: `info` is valid for writes during the call.
    let result = unsafe { libc::waitid(libc::P_PID, child.id() as libc::id_t, &mut info, flags) };
    // SAFETY: waitid fills the child-event members of the union, or leaves the zeroes.
    result == 0 && unsafe { info.si_pid() } != 0
}

fn kill_group(child: &Child) {
    // SAFETY: kill takes plain numbers. The leader is not reaped yet, so its id names this group.
    unsafe {
        libc::kill(-(child.id() as libc::pid_t), libc::SIGKILL);
    }
}

/// One captured stream.
struct Output {
    pipe: Option<Box<dyn Pipe>>,
    bytes: Vec<u8>,
    limit: usize,
    flooded: bool,
}

trait Pipe: Read + AsRawFd {}
impl<T: Read + AsRawFd> Pipe for T {}

impl Output {
    fn new<P: Pipe + 'static>(pipe: Option<P>, limit: usize) -> io::Result<Self> {
        if let Some(pipe) = &pipe {
            set_nonblocking(pipe.as_raw_fd())?;
        }
        Ok(Self { pipe: pipe.map(|pipe| Box::new(pipe) as Box<dyn Pipe>), bytes: Vec::new(), limit, flooded: false })
    }

    fn fd(&self) -> Option<RawFd> {
        self.pipe.as_ref().map(|pipe| pipe.as_raw_fd())
    }

    /// Reads what is there; closes the pipe at its end and stops at the limit.
    fn drain(&mut self) {
        let mut chunk = [0; 16 * 1024];
        while let Some(pipe) = &mut self.pipe {
            match pipe.read(&mut chunk) {
                Ok(0) => self.pipe = None,
                Ok(length) => {
                    let room = self.limit - self.bytes.len();
                    self.bytes.extend_from_slice(&chunk[..length.min(room)]);
                    if length > room {
                        self.flooded = true;
                        return;
                    }
                }
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => return,
                Err(_) => self.pipe = None,
            }
        }
    }
}

fn set_nonblocking(fd: RawFd) -> io::Result<()> {
    // SAFETY: fcntl on a descriptor that the caller owns, with integer arguments only.
    let result = unsafe {
        let flags = libc::fcntl(fd, libc::F_GETFL);
        libc::fcntl(fd, libc::F_SETFL, flags | libc::O_NONBLOCK)
    };
    if result < 0 {
        return Err(io::Error::last_os_error());
    }
    Ok(())
}

/// The name of a signal as Node prints it.
pub fn signal_name(signal: i32) -> String {
    let name = match signal {
        libc::SIGHUP => "SIGHUP",
        libc::SIGINT => "SIGINT",
        libc::SIGQUIT => "SIGQUIT",
        libc::SIGILL => "SIGILL",
        libc::SIGTRAP => "SIGTRAP",
        libc::SIGABRT => "SIGABRT",
        libc::SIGBUS => "SIGBUS",
        libc::SIGFPE => "SIGFPE",
        libc::SIGKILL => "SIGKILL",
        libc::SIGUSR1 => "SIGUSR1",
        libc::SIGSEGV => "SIGSEGV",
        libc::SIGUSR2 => "SIGUSR2",
        libc::SIGPIPE => "SIGPIPE",
        libc::SIGALRM => "SIGALRM",
        libc::SIGTERM => "SIGTERM",
        other => return format!("signal {other}"),
    };
    name.to_string()
}
