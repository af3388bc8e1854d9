//! Changes of files and folders (<https://docs.libuv.org/en/v1.x/fs_event.html>), by inotify.

use std::cell::RefCell;
use std::ffi::CStr;
use std::os::fd::{AsRawFd, OwnedFd};

use mio::Interest;
use rustix::fs::inotify::{self, CreateFlags, ReadFlags, WatchFlags};

use crate::handle::{Handle, HandleId, HandleKind};
use crate::poller::Readiness;
use crate::{Errno, EventLoop};

/// What happened.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FsChange {
    /// Created, removed or renamed, rather than changed in content or attributes.
    pub rename: bool,
    /// The name of the file, in a watched folder.
    pub name: Option<Vec<u8>>,
}

struct Watch {
    fd: OwnedFd,
    /// The last part of the path, the name that a watched file itself goes by.
    own_name: Vec<u8>,
}

/// Watches one file or folder.
#[derive(Clone)]
pub struct FsEvent {
    event_loop: EventLoop,
    id: HandleId,
    watch: std::rc::Rc<RefCell<Option<Watch>>>,
}

impl Handle for FsEvent {
    fn event_loop(&self) -> &EventLoop {
        &self.event_loop
    }

    fn id(&self) -> HandleId {
        self.id
    }

    fn close(&self, callback: impl FnOnce(&EventLoop) + 'static) {
        self.stop();
        self.event_loop.close_handle(self.id, Box::new(callback));
    }
}

impl EventLoop {
    /// A new watcher, not started.
    pub fn fs_event(&self) -> FsEvent {
        FsEvent { event_loop: self.clone(), id: self.open(HandleKind::FsEvent), watch: Default::default() }
    }
}

impl FsEvent {
    /// Calls `callback` with every change of `path`, or of what a folder holds directly.
    ///
    /// # Errors
    /// ENOENT and the like; ENOSPC and EMFILE at the system's limits; EINVAL if it is started or closing.
    pub fn start(&self, path: &CStr, mut callback: impl FnMut(&EventLoop, FsChange) + 'static) -> Result<(), Errno> {
        if self.is_closing() || self.watch.borrow().is_some() {
            return Err(Errno::EINVAL);
        }
        let fd = inotify::init(CreateFlags::CLOEXEC | CreateFlags::NONBLOCK)?;
        let wanted = WatchFlags::ATTRIB
            | WatchFlags::CREATE
            | WatchFlags::MODIFY
            | WatchFlags::DELETE
            | WatchFlags::DELETE_SELF
            | WatchFlags::MOVE_SELF
            | WatchFlags::MOVE;
        inotify::add_watch(&fd, path, wanted)?;
        let raw = fd.as_raw_fd();
        let bytes = path.to_bytes();
        let own_name = bytes.rsplit(|b| *b == b'/').next().unwrap_or(bytes).to_vec();
        *self.watch.borrow_mut() = Some(Watch { fd, own_name });
        let watch = self.watch.clone();
        let on_ready = move |event_loop: &EventLoop, _: Readiness| {
            for change in read_changes(&watch) {
                if watch.borrow().is_none() {
                    return;
                }
                callback(event_loop, change);
            }
        };
        let watched = self.event_loop.inner.poller.watch(self.id, raw, Interest::READABLE, Box::new(on_ready));
        if let Err(error) = watched {
            *self.watch.borrow_mut() = None;
            return Err(error.into());
        }
        self.event_loop.inner.handles.borrow_mut().set_active(self.id, true);
        Ok(())
    }

    /// Stops watching; nothing happens if it is not started.
    pub fn stop(&self) {
        self.event_loop.inner.poller.release(self.id);
        let watch = self.watch.borrow_mut().take();
        drop(watch);
        self.event_loop.inner.handles.borrow_mut().set_active(self.id, false);
    }
}

/// Takes everything that the kernel has to report.
fn read_changes(watch: &RefCell<Option<Watch>>) -> Vec<FsChange> {
    let mut changes = Vec::new();
    let watch = watch.borrow();
    let Some(watch) = watch.as_ref() else { return changes };
    let mut buffer = [std::mem::MaybeUninit::uninit(); 4096];
    let mut reader = inotify::Reader::new(&watch.fd, &mut buffer);
    while let Ok(event) = reader.next() {
        let content = ReadFlags::ATTRIB | ReadFlags::MODIFY;
        if event.events().contains(ReadFlags::IGNORED) {
            continue;
        }
        let name = event.file_name().map_or_else(|| watch.own_name.clone(), |n| n.to_bytes().to_vec());
        changes.push(FsChange { rename: !event.events().intersects(content), name: Some(name) });
    }
    changes
}
