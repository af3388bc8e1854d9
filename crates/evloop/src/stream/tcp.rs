//! What TCP adds to streams: addresses, connecting, options (<https://docs.libuv.org/en/v1.x/tcp.html>).

use std::net::{Ipv4Addr, SocketAddr};
use std::os::fd::{BorrowedFd, IntoRawFd, RawFd};
use std::time::Duration;

use mio::Interest;
use socket2::{Domain, SockRef, Socket, TcpKeepalive, Type};

use super::Stream;
use crate::handle::{Handle, HandleKind};
use crate::{Errno, EventLoop};

/// How [`Stream::bind_address`] binds.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub struct TcpBind {
    /// An IPv6 socket takes no IPv4 connections.
    pub ipv6_only: bool,
    /// Several sockets may share the address; the kernel spreads connections over them.
    pub reuse_port: bool,
}

impl EventLoop {
    /// A new TCP handle, without a socket yet.
    pub fn tcp(&self) -> Stream {
        self.stream(HandleKind::Tcp)
    }
}

impl Stream {
    /// Binds to `address`. That it is in use is told by the call that follows, as libuv has it.
    ///
    /// # Errors
    /// EINVAL if the handle is closing, bound already or of the other address family; as bind(2).
    pub fn bind_address(&self, address: SocketAddr, how: TcpBind) -> Result<(), Errno> {
        if self.is_closing() {
            return Err(Errno::EINVAL);
        }
        let fd = self.socket_for(address)?;
        self.with_socket(fd, |socket| {
            socket.set_reuse_address(true)?;
            if how.reuse_port {
                socket.set_reuse_port(true)?;
            }
            if address.is_ipv6() {
                socket.set_only_v6(how.ipv6_only)?;
            }
            match socket_bind(socket, address) {
                Err(Errno::EADDRINUSE) => {
                    self.state.borrow_mut().delayed_error = Some(Errno::EADDRINUSE);
                    Ok(())
                }
                Err(Errno::EAFNOSUPPORT) => Err(Errno::EINVAL),
                result => result,
            }
        })
    }

    /// Connects to `address`, then calls `on_done`.
    ///
    /// # Errors
    /// EALREADY while another connect is under way, EINVAL on a closing handle; as connect(2), except that a refused connection is
    /// told to `on_done`.
    pub fn connect_address(
        &self,
        address: SocketAddr,
        on_done: impl FnOnce(&EventLoop, Result<(), Errno>) + 'static,
    ) -> Result<(), Errno> {
        if self.is_closing() {
            return Err(Errno::EINVAL);
        }
        if self.state.borrow().on_connect.is_some() {
            return Err(Errno::EALREADY);
        }
        let early = self.state.borrow().delayed_error;
        let (fd, is_new) = match self.fd() {
            Some(fd) => (fd, false),
            None => (new_socket(address)?, true),
        };
        let mut result = match early {
            Some(errno) => Err(errno),
            None => self.with_socket(fd, |socket| Ok(socket.connect(&address.into())?)),
        };
        match result {
            Err(errno) if errno == Errno::from_raw(libc::EINPROGRESS) || errno == Errno::EINTR => result = Ok(()),
            Err(Errno::ECONNREFUSED) => {
                self.state.borrow_mut().delayed_error = Some(Errno::ECONNREFUSED);
                result = Ok(());
            }
            // It is told to `on_done`.
            Err(_) if early.is_some() => result = Ok(()),
            _ => {}
        }
        if is_new {
            // Watched only now, so that a peer in this loop hears of the connection first, as in libuv, which watches when it polls.
            let opened = self.open(fd);
            if opened.is_err() {
                let _ = crate::fs::close(fd);
            }
            opened?;
        }
        result?;
        self.state.borrow_mut().on_connect = Some(Box::new(on_done));
        self.event_loop.inner.requests.begin();
        if self.state.borrow().delayed_error.is_some() {
            let stream = self.clone();
            self.event_loop.defer(move |_| stream.continue_connect());
        } else if !is_new {
            // The socket was watched before it was connecting: what is true of it now counts.
            let _ = self.event_loop.inner.poller.rewatch(self.id, Interest::READABLE | Interest::WRITABLE);
        }
        Ok(())
    }

    /// Tells the outcome of a connect, if there is one yet.
    pub(super) fn continue_connect(&self) {
        let (fd, early) = {
            let mut state = self.state.borrow_mut();
            (state.fd, state.delayed_error.take())
        };
        let Some(fd) = fd else { return };
        let result = match early {
            Some(errno) => Err(errno),
            None => match self.with_socket(fd, |socket| Ok((socket.take_error()?, socket.peer_addr().is_ok()))) {
                Ok((Some(error), _)) => Err(Errno::from(error)),
                // A socket that is watched before it connects is reported, too.
                Ok((None, false)) => return,
                Ok((None, true)) => Ok(()),
                Err(errno) => Err(errno),
            },
        };
        let mut state = self.state.borrow_mut();
        let Some(on_done) = state.on_connect.take() else { return };
        state.hangup = false;
        drop(state);
        self.event_loop.inner.requests.end();
        on_done(&self.event_loop, result);
        match result {
            Ok(()) => self.flush(),
            Err(_) => self.fail_writes(Errno::ECANCELED),
        }
    }

    /// The address that the socket is bound to.
    ///
    /// # Errors
    /// EBADF without a socket; an error that a bind left; as getsockname(2).
    pub fn local_address(&self) -> Result<SocketAddr, Errno> {
        if let Some(errno) = self.state.borrow().delayed_error {
            return Err(errno);
        }
        let fd = self.fd().ok_or(Errno::EBADF)?;
        self.with_socket(fd, |socket| socket.local_addr()?.as_socket().ok_or(Errno::EINVAL))
    }

    /// The address of the peer.
    ///
    /// # Errors
    /// EBADF without a socket, ENOTCONN; as getpeername(2).
    pub fn peer_address(&self) -> Result<SocketAddr, Errno> {
        let fd = self.fd().ok_or(Errno::EBADF)?;
        self.with_socket(fd, |socket| socket.peer_addr()?.as_socket().ok_or(Errno::EINVAL))
    }

    /// Sends small segments at once (TCP_NODELAY), or not.
    ///
    /// # Errors
    /// EBADF without a socket; as setsockopt(2).
    pub fn set_nodelay(&self, on: bool) -> Result<(), Errno> {
        let fd = self.fd().ok_or(Errno::EBADF)?;
        self.with_socket(fd, |socket| Ok(socket.set_tcp_nodelay(on)?))
    }

    /// Probes an idle connection after `delay` seconds, then every second up to ten times (libuv's numbers), or does not.
    ///
    /// # Errors
    /// EINVAL for no delay, EBADF without a socket; as setsockopt(2).
    pub fn set_keepalive(&self, on: bool, delay: u32, interval: u32, count: u32) -> Result<(), Errno> {
        let fd = self.fd().ok_or(Errno::EBADF)?;
        self.with_socket(fd, |socket| {
            socket.set_keepalive(on)?;
            if !on {
                return Ok(());
            }
            if delay == 0 || interval == 0 || count == 0 {
                return Err(Errno::EINVAL);
            }
            let seconds = |n| Duration::from_secs(u64::from(n));
            let probes =
                TcpKeepalive::new().with_time(seconds(delay)).with_interval(seconds(interval)).with_retries(count);
            Ok(socket.set_tcp_keepalive(&probes)?)
        })
    }

    /// Closes with a reset, so that the peer sees ECONNRESET.
    ///
    /// # Errors
    /// EINVAL while a shutdown is under way; as setsockopt(2). Then nothing is closed.
    pub fn close_reset(&self, callback: impl FnOnce(&EventLoop) + 'static) -> Result<(), Errno> {
        if self.state.borrow().on_shutdown.is_some() {
            return Err(Errno::EINVAL);
        }
        if let Some(fd) = self.fd() {
            self.with_socket(fd, |socket| Ok(socket.set_linger(Some(Duration::ZERO))?))?;
        }
        self.close(callback);
        Ok(())
    }

    /// What has to be done to a TCP handle before it listens.
    pub(super) fn prepare_to_listen(&self) -> Result<(), Errno> {
        let state = self.state.borrow();
        if let Some(errno) = state.delayed_error {
            return Err(errno);
        }
        let is_open = state.fd.is_some();
        drop(state);
        let kind = self.event_loop.inner.handles.borrow().get(self.id).and_then(|handle| handle.kind);
        if !is_open && kind == Some(HandleKind::Tcp) {
            self.socket_for((Ipv4Addr::UNSPECIFIED, 0).into())?;
        }
        Ok(())
    }

    /// The handle's socket; a new one of the address's family if there is none.
    fn socket_for(&self, address: SocketAddr) -> Result<RawFd, Errno> {
        if let Some(fd) = self.fd() {
            return Ok(fd);
        }
        let fd = new_socket(address)?;
        match self.open(fd) {
            Ok(()) => Ok(fd),
            Err(errno) => {
                let _ = crate::fs::close(fd);
                Err(errno)
            }
        }
    }

    fn with_socket<R>(&self, fd: RawFd, body: impl FnOnce(&SockRef<'_>) -> Result<R, Errno>) -> Result<R, Errno> {
        // SAFETY: the stream owns the descriptor, and only a close on this thread could end it; `body` closes nothing.
        let borrowed = unsafe { BorrowedFd::borrow_raw(fd) };
        body(&SockRef::from(&borrowed))
    }
}

/// A socket of the address's family, non-blocking and close-on-exec.
fn new_socket(address: SocketAddr) -> Result<RawFd, Errno> {
    let kind = Type::STREAM.nonblocking().cloexec();
    Ok(Socket::new(Domain::for_address(address), kind, None)?.into_raw_fd())
}

fn socket_bind(socket: &SockRef<'_>, address: SocketAddr) -> Result<(), Errno> {
    Ok(socket.bind(&address.into())?)
}
