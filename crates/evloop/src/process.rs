//! Child processes (<https://docs.libuv.org/en/v1.x/process.html>).

use std::cell::{Cell, RefCell};
use std::ffi::OsString;
use std::os::fd::{AsRawFd, OwnedFd, RawFd};
use std::os::unix::ffi::OsStringExt;
use std::os::unix::process::CommandExt;
use std::process::{Command, Stdio};
use std::rc::Rc;

use crate::handle::{Handle, HandleId, HandleKind};
use crate::poller::Readiness;
use crate::{Errno, EventLoop};

/// What a descriptor of the child is.
#[derive(Debug)]
pub enum ChildStdio {
    /// /dev/null for the first three, nothing for the others.
    Ignore,
    /// A descriptor of this process.
    Inherit(RawFd),
    /// The child's end of a pipe; this process closes it once the child has it.
    Owned(OwnedFd),
}

/// What to start.
#[derive(Debug, Default)]
pub struct SpawnOptions {
    /// Looked up in the child's PATH unless it has a slash.
    pub file: Vec<u8>,
    /// The arguments, `argv[0]` first.
    pub args: Vec<Vec<u8>>,
    /// `NAME=value`; `None` inherits the environment.
    pub env: Option<Vec<Vec<u8>>>,
    pub cwd: Option<Vec<u8>>,
    pub uid: Option<u32>,
    pub gid: Option<u32>,
    /// Makes the child the leader of a new session.
    pub detached: bool,
    /// The child's descriptors from 0 on.
    pub stdio: Vec<ChildStdio>,
}

/// How a child ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ExitStatus {
    /// The exit code, 0 if a signal ended it.
    pub code: i64,
    /// The signal that ended it, or 0.
    pub signal: i32,
}

struct State {
    pid: i32,
    pidfd: RefCell<Option<OwnedFd>>,
    exited: Cell<bool>,
}

/// A child process. Clones name the same one.
#[derive(Clone)]
pub struct Process {
    event_loop: EventLoop,
    id: HandleId,
    state: Rc<State>,
}

impl Handle for Process {
    fn event_loop(&self) -> &EventLoop {
        &self.event_loop
    }

    fn id(&self) -> HandleId {
        self.id
    }
}

/// Starts a child; gives its process id and whether it has to be waited for.
fn start(options: SpawnOptions) -> Result<std::process::Child, Errno> {
    let os = OsString::from_vec;
    let mut command = Command::new(os(options.file));
    let mut args = options.args.into_iter();
    if let Some(first) = args.next() {
        command.arg0(os(first));
    }
    command.args(args.map(os));
    if let Some(env) = options.env {
        command.env_clear();
        for pair in env {
            // The first `=` after the first byte: a name may begin with one.
            if let Some(at) = pair.iter().skip(1).position(|b| *b == b'=') {
                command.env(os(pair[..=at].to_vec()), os(pair[at + 2..].to_vec()));
            }
        }
    }
    if let Some(cwd) = options.cwd {
        command.current_dir(os(cwd));
    }
    if let Some(gid) = options.gid {
        command.gid(gid);
    }
    if let Some(uid) = options.uid {
        command.uid(uid);
    }
    // The child's descriptors are laid out by hand: std knows only three.
    command.stdin(Stdio::inherit()).stdout(Stdio::inherit()).stderr(Stdio::inherit());
    let mut layout = Vec::new();
    for (target, stdio) in options.stdio.iter().enumerate() {
        let source = match stdio {
            ChildStdio::Ignore if target < 3 => Source::Null,
            ChildStdio::Ignore => continue,
            ChildStdio::Inherit(fd) => Source::Fd(*fd),
            ChildStdio::Owned(fd) => Source::Fd(fd.as_raw_fd()),
        };
        layout.push((target as RawFd, source));
    }
    let detached = options.detached;
    let count = options.stdio.len() as RawFd;
    // SAFETY: between fork and exec only async-signal-safe calls are made, on memory prepared before.
    unsafe {
        command.pre_exec(move || {
            if detached {
                libc::setsid();
            }
            for number in 1..32 {
                if number != libc::SIGKILL && number != libc::SIGSTOP {
                    libc::signal(number, libc::SIG_DFL);
                }
            }
            arrange(&layout, count)
        });
    }
    let child = command.spawn().map_err(Errno::from);
    drop(options.stdio);
    child
}

#[derive(Clone, Copy)]
enum Source {
    Null,
    Fd(RawFd),
}

/// In the child: puts every descriptor into its place. First all sources are moved out of the way of the targets.
fn arrange(layout: &[(RawFd, Source)], count: RawFd) -> std::io::Result<()> {
    const LIMIT: usize = 64;
    let mut moved = [-1; LIMIT];
    let fail = || Err(std::io::Error::last_os_error());
    for (i, (_, source)) in layout.iter().enumerate().take(LIMIT) {
        // SAFETY: calls on descriptors only; the path is a constant.
        let fd = unsafe {
            match source {
                Source::Null => libc::open(c"/dev/null".as_ptr(), libc::O_RDWR | libc::O_CLOEXEC),
                Source::Fd(fd) => *fd,
            }
        };
        if fd < 0 {
            return fail();
        }
        // SAFETY: as above.
        moved[i] = unsafe { libc::fcntl(fd, libc::F_DUPFD_CLOEXEC, count) };
        if moved[i] < 0 {
            return fail();
        }
    }
    for (i, (target, _)) in layout.iter().enumerate().take(LIMIT) {
        // SAFETY: as above. dup2 clears close-on-exec of the target.
        if unsafe { libc::dup2(moved[i], *target) } < 0 {
            return fail();
        }
        if *target < 3 {
            // A child expects its standard streams to block.
            // SAFETY: as above.
            unsafe {
                let flags = libc::fcntl(*target, libc::F_GETFL);
                if flags & libc::O_NONBLOCK != 0 {
                    libc::fcntl(*target, libc::F_SETFL, flags & !libc::O_NONBLOCK);
                }
            }
        }
    }
    Ok(())
}

impl EventLoop {
    /// Starts a child process; `on_exit` is called when it has ended.
    ///
    /// # Errors
    /// ENOENT, EACCES and the like if it cannot be started; then no handle is left.
    pub fn spawn(
        &self,
        options: SpawnOptions,
        on_exit: impl FnOnce(&EventLoop, ExitStatus) + 'static,
    ) -> Result<Process, Errno> {
        let child = start(options)?;
        let pid = child.id() as i32;
        let raw = rustix::process::Pid::from_raw(pid).ok_or(Errno::ESRCH)?;
        let pidfd = rustix::process::pidfd_open(raw, rustix::process::PidfdFlags::empty())?;
        let fd = pidfd.as_raw_fd();
        let state = Rc::new(State { pid, pidfd: RefCell::new(Some(pidfd)), exited: Cell::new(false) });
        let process = Process { event_loop: self.clone(), id: self.open(HandleKind::Process), state };
        let mut on_exit = Some(on_exit);
        let watched = process.clone();
        let on_ready = move |event_loop: &EventLoop, _: Readiness| {
            let Some(status) = wait(pid) else { return };
            watched.state.exited.set(true);
            event_loop.inner.handles.borrow_mut().set_active(watched.id, false);
            event_loop.inner.poller.release(watched.id);
            let pidfd = watched.state.pidfd.borrow_mut().take();
            drop(pidfd);
            if let Some(on_exit) = on_exit.take() {
                on_exit(event_loop, status);
            }
        };
        self.inner.poller.watch_last(process.id, fd, Box::new(on_ready))?;
        self.inner.handles.borrow_mut().set_active(process.id, true);
        Ok(process)
    }
}

impl Process {
    /// The child's process id.
    pub fn pid(&self) -> i32 {
        self.state.pid
    }

    /// Sends a signal; 0 only asks.
    ///
    /// # Errors
    /// ESRCH once the child has ended; as kill(2).
    pub fn kill(&self, signal: i32) -> Result<(), Errno> {
        if self.state.exited.get() {
            return Err(Errno::ESRCH);
        }
        // SAFETY: no memory is involved. The child has not been waited for, so its id is still its own.
        if unsafe { libc::kill(self.state.pid, signal) } == 0 { Ok(()) } else { Err(Errno::last()) }
    }
}

/// How the child ended, `None` if it has not.
fn wait(pid: i32) -> Option<ExitStatus> {
    let mut status = 0;
    loop {
        // SAFETY: `status` is alive.
        let found = unsafe { libc::waitpid(pid, &mut status, libc::WNOHANG) };
        match found {
            0 => return None,
            n if n > 0 => break,
            _ if Errno::last() == Errno::EINTR => {}
            // Somebody else has waited for it: how it ended is lost.
            _ => return Some(ExitStatus { code: -1, signal: 0 }),
        }
    }
    let signal = if libc::WIFSIGNALED(status) { libc::WTERMSIG(status) } else { 0 };
    let code = if libc::WIFEXITED(status) { i64::from(libc::WEXITSTATUS(status)) } else { 0 };
    Some(ExitStatus { code, signal })
}
