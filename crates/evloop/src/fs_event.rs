//! Changes of files and folders (<https://docs.libuv.org/en/v1.x/fs_event.html>), by inotify.
//!
//! All watchers of a loop share one inotify descriptor, of which a user may only have some hundred. It is made with the
//! first watcher and stays until the loop is dropped.

use std::cell::RefCell;
use std::collections::HashMap;
use std::ffi::CStr;
use std::os::fd::{AsRawFd, OwnedFd};
use std::rc::Rc;

use rustix::fs::inotify::{self, CreateFlags, ReadFlags, WatchFlags};

use crate::handle::{Handle, HandleId, HandleKind};
use crate::poller::Poller;
use crate::recorder::Event;
use crate::{Errno, EventLoop};

/// What happened.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FsChange {
    /// Created, removed or renamed, rather than changed in content or attributes.
    pub rename: bool,
    /// The name of the file in a watched folder, or the last part of the watched path itself.
    pub name: Vec<u8>,
}

type ChangeCallback = Box<dyn FnMut(&EventLoop, FsChange)>;

struct Watch {
    id: HandleId,
    /// The last part of the path, the name that a watched file itself goes by.
    own_name: Vec<u8>,
    /// Taken out while it is called.
    callback: RefCell<Option<ChangeCallback>>,
}

/// The watchers of a loop, by the kernel's watch descriptor.
#[derive(Default)]
pub(crate) struct FsEvents {
    fd: RefCell<Option<OwnedFd>>,
    watches: RefCell<HashMap<i32, Vec<Rc<Watch>>>>,
}

/// What is reported of a watched path.
const WATCHED: WatchFlags = WatchFlags::ATTRIB
    .union(WatchFlags::CREATE)
    .union(WatchFlags::MODIFY)
    .union(WatchFlags::DELETE)
    .union(WatchFlags::DELETE_SELF)
    .union(WatchFlags::MOVE_SELF)
    .union(WatchFlags::MOVE);

impl FsEvents {
    fn add(&self, poller: &Poller, path: &CStr, watch: Watch) -> Result<(), Errno> {
        let mut fd = self.fd.borrow_mut();
        if fd.is_none() {
            let made = inotify::init(CreateFlags::CLOEXEC | CreateFlags::NONBLOCK)?;
            poller.register_changes(made.as_raw_fd())?;
            *fd = Some(made);
        }
        let fd = fd.as_ref().expect("made above");
        let descriptor = inotify::add_watch(fd, path, WATCHED)?;
        self.watches.borrow_mut().entry(descriptor).or_default().push(Rc::new(watch));
        Ok(())
    }

    fn remove(&self, id: HandleId) {
        let mut watches = self.watches.borrow_mut();
        let Some((&descriptor, list)) = watches.iter_mut().find(|(_, list)| list.iter().any(|w| w.id == id)) else {
            return;
        };
        let index = list.iter().position(|w| w.id == id).expect("found above");
        let removed = list.remove(index);
        if list.is_empty() {
            watches.remove(&descriptor);
            if let Some(fd) = self.fd.borrow().as_ref() {
                // The kernel may have dropped the watch already, together with the file.
                let _ = inotify::remove_watch(fd, descriptor);
            }
        }
        drop(watches);
        // The callback may own anything, even the last clone of another handle.
        drop(removed);
    }

    fn is_watching(&self, descriptor: i32, id: HandleId) -> bool {
        self.watches.borrow().get(&descriptor).is_some_and(|list| list.iter().any(|w| w.id == id))
    }

    /// Takes everything that the kernel has to report.
    fn read(&self) -> Vec<(i32, bool, Option<Vec<u8>>)> {
        let mut changes = Vec::new();
        let fd = self.fd.borrow();
        let Some(fd) = fd.as_ref() else { return changes };
        let mut buffer = [std::mem::MaybeUninit::uninit(); 4096];
        let mut reader = inotify::Reader::new(fd, &mut buffer);
        while let Ok(event) = reader.next() {
            if event.events().contains(ReadFlags::IGNORED) {
                continue;
            }
            let rename = !event.events().intersects(ReadFlags::ATTRIB | ReadFlags::MODIFY);
            changes.push((event.wd(), rename, event.file_name().map(|name| name.to_bytes().to_vec())));
        }
        changes
    }
}

/// Watches one file or folder.
#[derive(Clone)]
pub struct FsEvent {
    event_loop: EventLoop,
    id: HandleId,
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
        FsEvent { event_loop: self.clone(), id: self.open(HandleKind::FsEvent) }
    }

    /// Calls the watchers of what has changed.
    pub(crate) fn drain_changes(&self) {
        let events = &self.inner.fs_events;
        for (descriptor, rename, name) in events.read() {
            let watches = events.watches.borrow().get(&descriptor).cloned().unwrap_or_default();
            for watch in watches {
                // An earlier callback may have stopped it.
                if !events.is_watching(descriptor, watch.id) {
                    continue;
                }
                let Some(mut callback) = watch.callback.borrow_mut().take() else { continue };
                let name = name.clone().unwrap_or_else(|| watch.own_name.clone());
                self.record(|| Event::CallbackBegin(watch.id, HandleKind::FsEvent));
                callback(self, FsChange { rename, name });
                self.record(|| Event::CallbackEnd(watch.id));
                *watch.callback.borrow_mut() = Some(callback);
            }
        }
    }
}

impl FsEvent {
    /// Calls `callback` with every change of `path`, or of what a folder holds directly.
    ///
    /// # Errors
    /// ENOENT and the like; ENOSPC and EMFILE at the system's limits; EINVAL if it is started or closing.
    pub fn start(&self, path: &CStr, callback: impl FnMut(&EventLoop, FsChange) + 'static) -> Result<(), Errno> {
        if self.is_closing() || self.is_active() {
            return Err(Errno::EINVAL);
        }
        let bytes = path.to_bytes();
        let own_name = bytes.rsplit(|b| *b == b'/').next().unwrap_or(bytes).to_vec();
        let watch = Watch { id: self.id, own_name, callback: RefCell::new(Some(Box::new(callback))) };
        let inner = &self.event_loop.inner;
        inner.fs_events.add(&inner.poller, path, watch)?;
        inner.handles.borrow_mut().set_active(self.id, true);
        Ok(())
    }

    /// Stops watching; nothing happens if it is not started.
    pub fn stop(&self) {
        self.event_loop.inner.fs_events.remove(self.id);
        self.event_loop.inner.handles.borrow_mut().set_active(self.id, false);
    }
}
