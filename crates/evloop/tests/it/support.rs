//! What the tests share: a loop under a clock that they move, a log of what was called, a clean end.

use std::cell::RefCell;
use std::os::fd::{FromRawFd, OwnedFd};
use std::path::PathBuf;
use std::rc::Rc;

use phasor_evloop::{Clock, EventLoop, ManualClock, RunMode};

/// What was called, in order. Clones share the list.
#[derive(Clone, Default)]
pub struct Log(Rc<RefCell<Vec<String>>>);

impl Log {
    pub fn push(&self, entry: impl Into<String>) {
        self.0.borrow_mut().push(entry.into());
    }

    /// A callback that adds `entry`.
    pub fn note(&self, entry: &'static str) -> impl FnMut(&EventLoop) + 'static {
        let log = self.clone();
        move |_| log.push(entry)
    }

    /// What was added since the last call.
    pub fn take(&self) -> Vec<String> {
        std::mem::take(&mut *self.0.borrow_mut())
    }

    pub fn len(&self) -> usize {
        self.0.borrow().len()
    }
}

/// A loop that must end with nothing left.
pub struct Fixture {
    pub event_loop: EventLoop,
    pub clock: ManualClock,
    pub log: Log,
}

impl Fixture {
    /// A loop whose clock stands still until the test moves it.
    pub fn new() -> Fixture {
        let clock = ManualClock::new();
        let event_loop = EventLoop::with_clock(Clock::Manual(clock.clone())).unwrap();
        Fixture { event_loop, clock, log: Log::default() }
    }

    /// A loop in real time, for tests of input and output.
    pub fn real() -> Fixture {
        Fixture { event_loop: EventLoop::new().unwrap(), clock: ManualClock::new(), log: Log::default() }
    }

    /// One turn that does not wait, `milliseconds` later.
    pub fn turn_after(&self, milliseconds: u64) -> bool {
        self.clock.advance(milliseconds);
        self.event_loop.run(RunMode::NoWait)
    }

    pub fn run(&self) -> bool {
        self.event_loop.run(RunMode::Default)
    }

    /// Runs what is left, which may only be closing handles and deliveries, and checks that nothing remains.
    pub fn end(self) {
        self.event_loop.run(RunMode::Default);
        let mut open = Vec::new();
        self.event_loop.walk(|id, kind| open.push((id, kind)));
        assert!(open.is_empty(), "handles are left: {open:?}");
        assert!(!self.event_loop.alive(), "requests are left");
        self.event_loop.close().expect("nothing is left");
    }
}

/// A folder of the test's own, removed at its end.
pub struct Folder(pub PathBuf);

impl Folder {
    pub fn new() -> Folder {
        let prefix = std::env::temp_dir().join("phasor-evloop-");
        let prefix = c_path(&prefix);
        let path = phasor_evloop::fs::mkdtemp(&prefix).unwrap();
        Folder(PathBuf::from(String::from_utf8(path).unwrap()))
    }

    /// The path of `name` inside.
    pub fn path(&self, name: &str) -> std::ffi::CString {
        c_path(&self.0.join(name))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // What cannot be removed is the system's to clean up.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

pub fn c_path(path: &std::path::Path) -> std::ffi::CString {
    use std::os::unix::ffi::OsStrExt;
    std::ffi::CString::new(path.as_os_str().as_bytes()).unwrap()
}

/// Two connected Unix sockets.
pub fn socket_pair() -> (OwnedFd, OwnedFd) {
    let mut fds = [0; 2];
    // SAFETY: room for two descriptors.
    let made = unsafe { libc::socketpair(libc::AF_UNIX, libc::SOCK_STREAM | libc::SOCK_CLOEXEC, 0, fds.as_mut_ptr()) };
    assert_eq!(made, 0);
    // SAFETY: both were made just now and belong to nobody else.
    unsafe { (OwnedFd::from_raw_fd(fds[0]), OwnedFd::from_raw_fd(fds[1])) }
}
