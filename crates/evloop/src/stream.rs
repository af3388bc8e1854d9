//! Streams of bytes over a descriptor: the common half of pipes, terminals and sockets
//! (<https://docs.libuv.org/en/v1.x/stream.html>).
//!
//! The kernel reports edges, so a stream remembers that it is readable until a read says otherwise, and asks to be called again when
//! it stops before that. Callbacks of writes that finished at once come in the pending phase, never from inside of the write.

mod tcp;

pub use tcp::TcpBind;

use std::cell::RefCell;
use std::collections::VecDeque;
use std::ffi::CString;
use std::os::fd::RawFd;
use std::rc::Rc;

use mio::Interest;

use crate::handle::{Handle, HandleId, HandleKind};
use crate::poller::Readiness;
use crate::{Errno, EventLoop, fs};

/// What a read callback is told.
#[derive(Debug)]
pub enum ReadEvent<'a> {
    /// Bytes, good until the callback returns.
    Data(&'a [u8]),
    /// The peer will send no more. Reading has stopped.
    End,
    /// Reading failed and has stopped.
    Error(Errno),
}

type OnRead = Box<dyn FnMut(&EventLoop, ReadEvent<'_>)>;
type OnConnection = Box<dyn FnMut(&EventLoop, Result<RawFd, Errno>)>;
type OnDone = Box<dyn FnOnce(&EventLoop, Result<(), Errno>)>;

/// Memory that a write keeps until it is through.
pub type WriteBuffer = Box<dyn AsRef<[u8]>>;

struct Write {
    buffers: Vec<WriteBuffer>,
    /// Bytes written so far.
    done: usize,
    total: usize,
    on_done: OnDone,
}

#[derive(Default)]
struct State {
    fd: Option<RawFd>,
    blocking: bool,
    reading: bool,
    on_read: Option<OnRead>,
    on_connection: Option<OnConnection>,
    on_connect: Option<OnDone>,
    on_shutdown: Option<OnDone>,
    writes: VecDeque<Write>,
    /// Writes that are through and wait for their callback.
    finished: VecDeque<(OnDone, Result<(), Errno>)>,
    /// What the kernel last said and no call has taken back since.
    readable: bool,
    hangup: bool,
    /// The ready list holds this stream.
    queued: bool,
    queued_bytes: usize,
    /// The file of a listening Unix socket; it goes when the stream is closed.
    bound_path: Option<CString>,
    /// What a bind or connect found out and a later call or callback tells.
    delayed_error: Option<Errno>,
}

/// Reads in one go before others get their turn.
const MAX_READS: usize = 32;
/// What one read can take.
const READ_SIZE: usize = 64 * 1024;

/// A stream over a descriptor: a pipe, a terminal or a socket. Clones name the same stream.
#[derive(Clone)]
pub struct Stream {
    event_loop: EventLoop,
    id: HandleId,
    state: Rc<RefCell<State>>,
}

impl Handle for Stream {
    fn event_loop(&self) -> &EventLoop {
        &self.event_loop
    }

    fn id(&self) -> HandleId {
        self.id
    }

    fn close(&self, callback: impl FnOnce(&EventLoop) + 'static) {
        if self.is_closing() {
            return;
        }
        self.detach();
        let stream = self.clone();
        let finish = move |event_loop: &EventLoop| {
            stream.cancel_all();
            callback(event_loop);
        };
        self.event_loop.close_handle(self.id, Box::new(finish));
    }
}

impl EventLoop {
    /// A new pipe (or Unix socket), not yet open.
    pub fn pipe(&self) -> Stream {
        self.stream(HandleKind::Pipe)
    }

    pub(crate) fn stream(&self, kind: HandleKind) -> Stream {
        Stream { event_loop: self.clone(), id: self.open(kind), state: Rc::default() }
    }
}

impl Stream {
    /// Takes over `fd` and makes it non-blocking. Standard input, output and error stay open when the stream is closed.
    ///
    /// # Errors
    /// EBUSY if the stream is open, EPERM for a regular file, EINVAL on a closing handle.
    pub fn open(&self, fd: RawFd) -> Result<(), Errno> {
        if self.is_closing() {
            return Err(Errno::EINVAL);
        }
        if self.state.borrow().fd.is_some() {
            return Err(Errno::EBUSY);
        }
        crate::sys::set_nonblocking(fd, true)?;
        let weak = Rc::downgrade(&self.state);
        let (event_loop, id) = (self.event_loop.clone(), self.id);
        let interest = Interest::READABLE | Interest::WRITABLE;
        let on_ready = move |_: &EventLoop, readiness: Readiness| {
            if let Some(state) = weak.upgrade() {
                Stream { event_loop: event_loop.clone(), id, state }.on_ready(readiness);
            }
        };
        self.event_loop.inner.poller.watch(self.id, fd, interest, Box::new(on_ready))?;
        self.state.borrow_mut().fd = Some(fd);
        Ok(())
    }

    /// The descriptor, if the stream is open.
    pub fn fd(&self) -> Option<RawFd> {
        self.state.borrow().fd
    }

    /// Bytes that wait to be written.
    pub fn write_queue_size(&self) -> usize {
        self.state.borrow().queued_bytes
    }

    /// Makes writes block until the kernel has taken everything, or not.
    ///
    /// # Errors
    /// EBADF if the stream is not open.
    pub fn set_blocking(&self, blocking: bool) -> Result<(), Errno> {
        let mut state = self.state.borrow_mut();
        state.fd.ok_or(Errno::EBADF)?;
        state.blocking = blocking;
        Ok(())
    }

    /// Calls `on_read` with what arrives, until [`Stream::read_stop`], the end or an error.
    ///
    /// # Errors
    /// ENOTCONN if the stream is not open, EALREADY if it reads already, EINVAL on a closing handle.
    pub fn read_start(&self, on_read: impl FnMut(&EventLoop, ReadEvent<'_>) + 'static) -> Result<(), Errno> {
        if self.is_closing() {
            return Err(Errno::EINVAL);
        }
        let mut state = self.state.borrow_mut();
        state.fd.ok_or(Errno::ENOTCONN)?;
        if state.reading {
            return Err(Errno::EALREADY);
        }
        state.reading = true;
        let old = state.on_read.replace(Box::new(on_read));
        let again = state.readable || state.hangup;
        drop(state);
        drop(old);
        self.update_active();
        if again {
            self.requeue();
        }
        Ok(())
    }

    /// Stops reading; nothing is lost, it waits in the kernel.
    pub fn read_stop(&self) {
        self.state.borrow_mut().reading = false;
        self.update_active();
    }

    /// Writes what the kernel takes at once.
    ///
    /// # Errors
    /// EAGAIN if it takes nothing or earlier writes wait; EBADF; as write(2).
    pub fn try_write(&self, bytes: &[u8]) -> Result<usize, Errno> {
        let state = self.state.borrow();
        let fd = state.fd.ok_or(Errno::EBADF)?;
        if !state.writes.is_empty() || state.on_connect.is_some() {
            return Err(Errno::EAGAIN);
        }
        if state.blocking {
            return crate::sys::write_blocking(fd, bytes).map(|()| bytes.len());
        }
        fs::write(fd, bytes, -1)
    }

    /// Writes `buffers` in order after what waits already, then calls `on_done`.
    ///
    /// # Errors
    /// EBADF if the stream is not open. A failed write is told to `on_done`.
    pub fn write(
        &self,
        buffers: Vec<WriteBuffer>,
        on_done: impl FnOnce(&EventLoop, Result<(), Errno>) + 'static,
    ) -> Result<(), Errno> {
        let mut state = self.state.borrow_mut();
        state.fd.ok_or(Errno::EBADF)?;
        let total = buffers.iter().map(|b| (**b).as_ref().len()).sum();
        state.queued_bytes += total;
        let first = state.writes.is_empty() && state.on_connect.is_none();
        state.writes.push_back(Write { buffers, done: 0, total, on_done: Box::new(on_done) });
        drop(state);
        self.event_loop.inner.requests.begin();
        if first {
            self.flush();
        }
        Ok(())
    }

    /// Ends the writing half once all writes are through, then calls `on_done`.
    ///
    /// # Errors
    /// ENOTCONN if the stream is not open or a shutdown is under way.
    pub fn shutdown(&self, on_done: impl FnOnce(&EventLoop, Result<(), Errno>) + 'static) -> Result<(), Errno> {
        let mut state = self.state.borrow_mut();
        if state.fd.is_none() || state.on_shutdown.is_some() || self.is_closing() {
            return Err(Errno::ENOTCONN);
        }
        state.on_shutdown = Some(Box::new(on_done));
        let idle = state.writes.is_empty();
        drop(state);
        self.event_loop.inner.requests.begin();
        if idle {
            let stream = self.clone();
            self.event_loop.defer(move |_| stream.finish_shutdown());
        }
        Ok(())
    }

    /// Connects to the Unix socket at `path`.
    ///
    /// # Errors
    /// ENAMETOOLONG. A failed connection is told to `on_done`.
    pub fn connect_path(
        &self,
        path: &[u8],
        on_done: impl FnOnce(&EventLoop, Result<(), Errno>) + 'static,
    ) -> Result<(), Errno> {
        let result = crate::sys::connect_unix(path);
        if let Err(errno @ (Errno::ENAMETOOLONG | Errno::EINVAL)) = result {
            return Err(errno);
        }
        let stream = self.clone();
        self.event_loop.defer(move |event_loop| {
            let opened = result.and_then(|fd| stream.open(fd));
            on_done(event_loop, opened);
        });
        Ok(())
    }

    /// Binds a Unix socket to `path`, whose file is removed when the stream is closed.
    ///
    /// # Errors
    /// As bind(2), but EACCES if the folder is missing, as libuv has it on every platform.
    pub fn bind_path(&self, path: &[u8]) -> Result<(), Errno> {
        if self.is_closing() || self.fd().is_some() {
            return Err(Errno::EINVAL);
        }
        let fd = crate::sys::bind_unix(path).map_err(|errno| match errno {
            Errno::ENOENT => Errno::EACCES,
            other => other,
        })?;
        // An abstract name, which begins with a zero byte, has no file.
        self.state.borrow_mut().bound_path = CString::new(path).ok();
        self.open(fd)
    }

    /// Accepts connections; `on_connection` gets the descriptor of each.
    ///
    /// # Errors
    /// As listen(2); EBADF if the stream is not open.
    pub fn listen(
        &self,
        backlog: i32,
        on_connection: impl FnMut(&EventLoop, Result<RawFd, Errno>) + 'static,
    ) -> Result<(), Errno> {
        self.prepare_to_listen()?;
        let fd = self.fd().ok_or(Errno::EBADF)?;
        crate::sys::listen(fd, backlog)?;
        let spare = &self.event_loop.inner.spare_fd;
        spare.set(spare.take().or_else(crate::sys::spare_descriptor));
        let old = self.state.borrow_mut().on_connection.replace(Box::new(on_connection));
        drop(old);
        self.update_active();
        Ok(())
    }

    fn update_active(&self) {
        let state = self.state.borrow();
        let active = state.reading || state.on_connection.is_some();
        drop(state);
        self.event_loop.inner.handles.borrow_mut().set_active(self.id, active);
    }

    fn requeue(&self) {
        let mut state = self.state.borrow_mut();
        if !state.queued {
            state.queued = true;
            let readiness = Readiness { readable: true, hangup: state.hangup, ..Readiness::default() };
            self.event_loop.inner.poller.requeue(self.id, readiness);
        }
    }

    fn on_ready(&self, readiness: Readiness) {
        {
            let mut state = self.state.borrow_mut();
            state.queued = false;
            state.readable |= readiness.readable;
            state.hangup |= readiness.hangup;
        }
        if self.state.borrow().on_connect.is_some() {
            if readiness.writable || readiness.hangup {
                self.continue_connect();
            }
            return;
        }
        if readiness.readable || readiness.hangup {
            if self.state.borrow().on_connection.is_some() {
                self.accept_all();
            } else {
                self.read_some();
            }
        }
        if (readiness.writable || readiness.hangup) && !self.state.borrow().writes.is_empty() {
            self.flush();
        }
    }

    fn accept_all(&self) {
        for _ in 0..MAX_READS {
            let Some(fd) = self.fd() else { return };
            let accepted = crate::sys::accept(fd);
            if matches!(accepted, Err(Errno::EAGAIN)) {
                self.state.borrow_mut().readable = false;
                return;
            }
            if matches!(accepted, Err(Errno::ECONNABORTED)) {
                continue;
            }
            if matches!(accepted, Err(Errno::EMFILE | Errno::ENFILE)) && self.turn_away(fd) {
                continue;
            }
            let failed = accepted.is_err();
            let Some(mut callback) = self.state.borrow_mut().on_connection.take() else { return };
            callback(&self.event_loop, accepted);
            let mut state = self.state.borrow_mut();
            if state.on_connection.is_none() && state.fd.is_some() {
                state.on_connection = Some(callback);
            }
            if failed {
                break;
            }
        }
        self.requeue();
    }

    /// Accepts a connection for which no descriptor is left and closes it, so that its peer learns of it and the loop does not
    /// spin. The loop keeps a descriptor for that.
    fn turn_away(&self, fd: RawFd) -> bool {
        let spare = &self.event_loop.inner.spare_fd;
        let Some(freed) = spare.take() else { return false };
        drop(freed);
        let accepted = crate::sys::accept(fd);
        if let Ok(connection) = accepted {
            let _ = fs::close(connection);
        }
        spare.set(crate::sys::spare_descriptor());
        accepted.is_ok()
    }

    fn read_some(&self) {
        let mut buffer = self.event_loop.take_read_buffer(READ_SIZE);
        for _ in 0..MAX_READS {
            let (fd, reading) = {
                let state = self.state.borrow();
                (state.fd, state.reading)
            };
            let (Some(fd), true) = (fd, reading) else { break };
            match fs::read(fd, &mut buffer, -1) {
                Ok(0) => self.end_reading(|callback, l| callback(l, ReadEvent::End)),
                Ok(n) => {
                    self.call_read(|callback, l| callback(l, ReadEvent::Data(&buffer[..n])));
                    if n < buffer.len() {
                        // The kernel's buffer is empty: only an end that was reported already can follow at once.
                        let mut state = self.state.borrow_mut();
                        state.readable = false;
                        if !state.hangup {
                            break;
                        }
                        drop(state);
                        self.requeue();
                        break;
                    }
                }
                Err(Errno::EAGAIN) => {
                    let mut state = self.state.borrow_mut();
                    state.readable = false;
                    state.hangup = false;
                    break;
                }
                // A terminal whose other end is gone says EIO.
                Err(errno) => self.end_reading(|callback, l| callback(l, ReadEvent::Error(errno))),
            }
        }
        let again = {
            let state = self.state.borrow();
            state.reading && state.readable
        };
        self.event_loop.give_read_buffer(buffer);
        if again {
            self.requeue();
        }
    }

    fn end_reading(&self, report: impl FnOnce(&mut OnRead, &EventLoop)) {
        self.state.borrow_mut().reading = false;
        self.update_active();
        self.call_read(report);
    }

    fn call_read(&self, report: impl FnOnce(&mut OnRead, &EventLoop)) {
        let Some(mut callback) = self.state.borrow_mut().on_read.take() else { return };
        report(&mut callback, &self.event_loop);
        let mut state = self.state.borrow_mut();
        if state.on_read.is_none() && state.fd.is_some() {
            state.on_read = Some(callback);
        }
    }

    /// Writes what the kernel takes.
    fn flush(&self) {
        loop {
            let mut state = self.state.borrow_mut();
            let (Some(fd), blocking) = (state.fd, state.blocking) else { return };
            let Some(write) = state.writes.front_mut() else { break };
            let result = write_some(fd, write, blocking);
            let taken = result.unwrap_or(0);
            write.done += taken;
            let through = write.done == write.total;
            let failed = result.err().filter(|errno| *errno != Errno::EAGAIN);
            state.queued_bytes -= taken;
            if !through && failed.is_none() {
                // Room will be reported: asked for anew, as it may have come while this was written.
                drop(state);
                let interest = Interest::READABLE | Interest::WRITABLE;
                let _ = self.event_loop.inner.poller.rewatch(self.id, interest);
                return;
            }
            if let Some(write) = state.writes.pop_front() {
                state.queued_bytes -= write.total - write.done;
                let outcome = failed.map_or(Ok(()), Err);
                if state.finished.is_empty() {
                    let stream = self.clone();
                    self.event_loop.defer(move |_| stream.call_finished());
                }
                state.finished.push_back((write.on_done, outcome));
            }
        }
    }

    /// Gives up all writes that wait.
    fn fail_writes(&self, errno: Errno) {
        let mut state = self.state.borrow_mut();
        let writes = std::mem::take(&mut state.writes);
        state.queued_bytes = 0;
        drop(state);
        for write in writes {
            self.event_loop.inner.requests.end();
            (write.on_done)(&self.event_loop, Err(errno));
        }
    }

    fn call_finished(&self) {
        let finished = std::mem::take(&mut self.state.borrow_mut().finished);
        for (on_done, outcome) in finished {
            self.event_loop.inner.requests.end();
            on_done(&self.event_loop, outcome);
        }
        let drained = {
            let state = self.state.borrow();
            state.writes.is_empty() && state.finished.is_empty() && state.on_shutdown.is_some()
        };
        if drained {
            self.finish_shutdown();
        }
    }

    fn finish_shutdown(&self) {
        let mut state = self.state.borrow_mut();
        if !state.writes.is_empty() || !state.finished.is_empty() {
            return;
        }
        let Some(on_done) = state.on_shutdown.take() else { return };
        let result = state.fd.map_or(Err(Errno::ECANCELED), crate::sys::shutdown_write);
        drop(state);
        self.event_loop.inner.requests.end();
        on_done(&self.event_loop, result);
    }

    /// Gives the descriptor back to the system.
    fn detach(&self) {
        let mut state = self.state.borrow_mut();
        state.reading = false;
        state.queued = false;
        let fd = state.fd.take();
        let bound_path = state.bound_path.take();
        let callbacks = (state.on_read.take(), state.on_connection.take());
        drop(state);
        drop(callbacks);
        self.event_loop.inner.poller.release(self.id);
        if let Some(path) = bound_path {
            // Somebody may have removed it already.
            let _ = fs::unlink(&path);
        }
        if let Some(fd) = fd.filter(|fd| *fd > libc::STDERR_FILENO) {
            // What could fail late was written by `write`, which has reported it.
            let _ = fs::close(fd);
        }
    }

    fn cancel_all(&self) {
        let mut state = self.state.borrow_mut();
        let finished = std::mem::take(&mut state.finished);
        let writes = std::mem::take(&mut state.writes);
        let (connect, shutdown) = (state.on_connect.take(), state.on_shutdown.take());
        state.queued_bytes = 0;
        drop(state);
        let cancelled = connect.into_iter().chain(writes.into_iter().map(|w| w.on_done)).chain(shutdown);
        let cancelled = cancelled.map(|done| (done, Err(Errno::ECANCELED)));
        for (on_done, outcome) in finished.into_iter().chain(cancelled) {
            self.event_loop.inner.requests.end();
            on_done(&self.event_loop, outcome);
        }
    }
}

/// One write of what is left of `write`.
fn write_some(fd: RawFd, write: &Write, blocking: bool) -> Result<usize, Errno> {
    let mut skip = write.done;
    let mut vectors = Vec::with_capacity(write.buffers.len());
    for buffer in &write.buffers {
        let bytes = (**buffer).as_ref();
        let part = &bytes[skip.min(bytes.len())..];
        skip -= bytes.len() - part.len();
        if !part.is_empty() {
            if blocking {
                crate::sys::write_blocking(fd, part)?;
            } else {
                vectors.push(libc::iovec { iov_base: part.as_ptr().cast_mut().cast(), iov_len: part.len() });
            }
        }
    }
    if blocking {
        return Ok(write.total - write.done);
    }
    if vectors.is_empty() {
        return Ok(0);
    }
    // SAFETY: the vectors name parts of `write`'s buffers, which it keeps.
    unsafe { fs::write_vectored(fd, &vectors, -1) }
}
