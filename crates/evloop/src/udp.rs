//! UDP sockets (<https://docs.libuv.org/en/v1.x/udp.html>).
//!
//! A datagram goes out at once if the kernel takes it and none waits; its callback comes in the pending phase. Receiving stops after a
//! batch, so that a flood does not keep other handles from their turn.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::net::{Ipv4Addr, SocketAddr, UdpSocket};
use std::os::fd::{AsRawFd, FromRawFd, RawFd};
use std::rc::Rc;

use mio::Interest;
use socket2::{Domain, SockRef, Socket, Type};

use crate::handle::{Handle, HandleId, HandleKind};
use crate::poller::Readiness;
use crate::{Errno, EventLoop};

/// How [`Udp::bind`] binds.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub struct UdpBind {
    /// An IPv6 socket takes no IPv4 datagrams.
    pub ipv6_only: bool,
    /// The address may be bound again; the last one to do so gets the datagrams.
    pub reuse_address: bool,
    /// Several sockets may share the address; the kernel spreads datagrams over them.
    pub reuse_port: bool,
}

type OnReceive = Box<dyn FnMut(&EventLoop, Result<(&[u8], SocketAddr), Errno>)>;
type OnSent = Box<dyn FnOnce(&EventLoop, Result<usize, Errno>)>;

struct Datagram {
    bytes: Vec<u8>,
    to: Option<SocketAddr>,
    on_sent: OnSent,
}

#[derive(Default)]
struct State {
    socket: Option<Rc<UdpSocket>>,
    receiving: bool,
    on_receive: Option<OnReceive>,
    waiting: VecDeque<Datagram>,
    /// Datagrams that are out, or failed, and wait for their callback.
    finished: Vec<(OnSent, Result<usize, Errno>)>,
    queued_bytes: usize,
    /// What the kernel last said and no call has taken back since.
    readable: bool,
    /// The ready list holds this handle.
    queued: bool,
}

/// Datagrams received in one go before others get their turn.
const MAX_DATAGRAMS: usize = 32;
/// The longest datagram.
const DATAGRAM_SIZE: usize = 64 * 1024;

/// A UDP socket. Clones name the same one.
#[derive(Clone)]
pub struct Udp {
    event_loop: EventLoop,
    id: HandleId,
    state: Rc<RefCell<State>>,
}

impl Handle for Udp {
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
        self.event_loop.inner.poller.release(self.id);
        let mut state = self.state.borrow_mut();
        state.receiving = false;
        let dropped = (state.socket.take(), state.on_receive.take());
        drop(state);
        drop(dropped);
        let udp = self.clone();
        let finish = move |event_loop: &EventLoop| {
            udp.cancel_all();
            callback(event_loop);
        };
        self.event_loop.close_handle(self.id, Box::new(finish));
    }
}

impl EventLoop {
    /// A new UDP handle, without a socket yet.
    pub fn udp(&self) -> Udp {
        Udp { event_loop: self.clone(), id: self.open(HandleKind::Udp), state: Rc::default() }
    }
}

impl Udp {
    /// Takes over the socket `fd`.
    ///
    /// # Errors
    /// EBUSY if there is a socket already, EINVAL on a closing handle.
    pub fn open(&self, fd: RawFd) -> Result<(), Errno> {
        self.check_unopened()?;
        crate::sys::set_nonblocking(fd, true)?;
        // SAFETY: the caller hands the descriptor over; nothing else closes it.
        self.adopt(unsafe { UdpSocket::from_raw_fd(fd) })
    }

    fn check_unopened(&self) -> Result<(), Errno> {
        if self.is_closing() {
            return Err(Errno::EINVAL);
        }
        if self.state.borrow().socket.is_some() { Err(Errno::EBUSY) } else { Ok(()) }
    }

    fn adopt(&self, socket: UdpSocket) -> Result<(), Errno> {
        let weak = Rc::downgrade(&self.state);
        let (event_loop, id) = (self.event_loop.clone(), self.id);
        let on_ready = move |_: &EventLoop, readiness: Readiness| {
            if let Some(state) = weak.upgrade() {
                Udp { event_loop: event_loop.clone(), id, state }.on_ready(readiness);
            }
        };
        let interest = Interest::READABLE | Interest::WRITABLE;
        self.event_loop.inner.poller.watch(self.id, socket.as_raw_fd(), interest, Box::new(on_ready))?;
        self.state.borrow_mut().socket = Some(Rc::new(socket));
        Ok(())
    }

    /// Binds to `address`.
    ///
    /// # Errors
    /// EBUSY if the handle has a socket, EINVAL on a closing handle; as bind(2).
    pub fn bind(&self, address: SocketAddr, how: UdpBind) -> Result<(), Errno> {
        self.check_unopened()?;
        let socket = new_socket(address)?;
        socket.set_reuse_address(how.reuse_address)?;
        socket.set_reuse_port(how.reuse_port)?;
        if address.is_ipv6() {
            socket.set_only_v6(how.ipv6_only)?;
        }
        socket.bind(&address.into())?;
        self.adopt(socket.into())
    }

    fn socket(&self) -> Result<Rc<UdpSocket>, Errno> {
        self.state.borrow().socket.clone().ok_or(Errno::EBADF)
    }

    fn socket_for(&self, address: SocketAddr) -> Result<Rc<UdpSocket>, Errno> {
        if self.state.borrow().socket.is_none() {
            self.check_unopened()?;
            self.adopt(new_socket(address)?.into())?;
        }
        self.socket()
    }

    /// The descriptor, if there is a socket.
    pub fn fd(&self) -> Option<RawFd> {
        self.state.borrow().socket.as_ref().map(|socket| socket.as_raw_fd())
    }

    /// Sets the peer: sends go there, and only its datagrams are received.
    ///
    /// # Errors
    /// EISCONN if there is a peer already; as connect(2).
    pub fn connect(&self, address: SocketAddr) -> Result<(), Errno> {
        let socket = self.socket_for(address)?;
        if socket.peer_addr().is_ok() {
            return Err(Errno::EISCONN);
        }
        Ok(socket.connect(address)?)
    }

    /// Forgets the peer.
    ///
    /// # Errors
    /// ENOTCONN if there is none.
    pub fn disconnect(&self) -> Result<(), Errno> {
        let socket = self.socket()?;
        if socket.peer_addr().is_err() {
            return Err(Errno::ENOTCONN);
        }
        crate::sys::forget_peer(socket.as_raw_fd())
    }

    /// Sends a datagram if the kernel takes it at once.
    ///
    /// # Errors
    /// EAGAIN if it does not, or others wait; EISCONN for an address on a connected socket, EDESTADDRREQ for none on another; as
    /// sendto(2).
    pub fn try_send(&self, bytes: &[u8], to: Option<SocketAddr>) -> Result<usize, Errno> {
        let socket = match to {
            Some(address) => self.socket_for(address)?,
            None => self.socket()?,
        };
        if !self.state.borrow().waiting.is_empty() {
            return Err(Errno::EAGAIN);
        }
        send_one(&socket, bytes, to)
    }

    /// Sends a datagram after those that wait, then calls `on_sent` with its length.
    ///
    /// # Errors
    /// EBADF on a closed handle. A failed send is told to `on_sent`.
    pub fn send(
        &self,
        bytes: Vec<u8>,
        to: Option<SocketAddr>,
        on_sent: impl FnOnce(&EventLoop, Result<usize, Errno>) + 'static,
    ) -> Result<(), Errno> {
        match to {
            Some(address) => self.socket_for(address)?,
            None => self.socket()?,
        };
        let mut state = self.state.borrow_mut();
        state.queued_bytes += bytes.len();
        let first = state.waiting.is_empty();
        state.waiting.push_back(Datagram { bytes, to, on_sent: Box::new(on_sent) });
        drop(state);
        self.event_loop.inner.requests.begin();
        if first {
            self.flush();
        }
        Ok(())
    }

    /// Bytes that wait to be sent, and datagrams.
    pub fn send_queue(&self) -> (usize, usize) {
        let state = self.state.borrow();
        (state.queued_bytes, state.waiting.len())
    }

    /// Calls `on_receive` with each datagram and its sender, until [`Udp::receive_stop`]. An error does not end that.
    ///
    /// # Errors
    /// EALREADY if it receives already, EINVAL on a closing handle; as bind(2) for a handle without a socket.
    pub fn receive_start(
        &self,
        on_receive: impl FnMut(&EventLoop, Result<(&[u8], SocketAddr), Errno>) + 'static,
    ) -> Result<(), Errno> {
        if self.is_closing() {
            return Err(Errno::EINVAL);
        }
        if self.state.borrow().receiving {
            return Err(Errno::EALREADY);
        }
        if self.state.borrow().socket.is_none() {
            self.bind((Ipv4Addr::UNSPECIFIED, 0).into(), UdpBind::default())?;
        }
        let mut state = self.state.borrow_mut();
        state.receiving = true;
        let old = state.on_receive.replace(Box::new(on_receive));
        let again = state.readable;
        drop(state);
        drop(old);
        self.event_loop.inner.handles.borrow_mut().set_active(self.id, true);
        if again {
            self.requeue();
        }
        Ok(())
    }

    /// Stops receiving; what arrives waits in the kernel.
    pub fn receive_stop(&self) {
        self.state.borrow_mut().receiving = false;
        self.event_loop.inner.handles.borrow_mut().set_active(self.id, false);
    }

    /// The address that the socket is bound to.
    ///
    /// # Errors
    /// EBADF without a socket; as getsockname(2).
    pub fn local_address(&self) -> Result<SocketAddr, Errno> {
        Ok(self.socket()?.local_addr()?)
    }

    /// The peer that [`Udp::connect`] set.
    ///
    /// # Errors
    /// EBADF without a socket, ENOTCONN; as getpeername(2).
    pub fn peer_address(&self) -> Result<SocketAddr, Errno> {
        Ok(self.socket()?.peer_addr()?)
    }

    /// Calls `body` with the socket, for its options.
    ///
    /// # Errors
    /// EBADF without a socket; what `body` returns.
    pub fn with_options<R>(&self, body: impl FnOnce(&SockRef<'_>, bool) -> std::io::Result<R>) -> Result<R, Errno> {
        let socket = self.socket()?;
        let is_v6 = socket.local_addr()?.is_ipv6();
        Ok(body(&SockRef::from(&*socket), is_v6)?)
    }

    fn requeue(&self) {
        let mut state = self.state.borrow_mut();
        if !state.queued {
            state.queued = true;
            let readiness = Readiness { readable: true, ..Readiness::default() };
            self.event_loop.inner.poller.requeue(self.id, readiness);
        }
    }

    fn on_ready(&self, readiness: Readiness) {
        let incoming = readiness.readable || readiness.hangup;
        {
            let mut state = self.state.borrow_mut();
            state.queued = false;
            state.readable |= incoming;
        }
        if incoming {
            self.receive_some();
        }
        if readiness.writable {
            self.flush();
        }
    }

    fn receive_some(&self) {
        let mut buffer = self.event_loop.take_read_buffer(DATAGRAM_SIZE);
        for _ in 0..MAX_DATAGRAMS {
            let socket = {
                let state = self.state.borrow();
                state.socket.clone().filter(|_| state.receiving)
            };
            let Some(socket) = socket else { break };
            let received = socket.recv_from(&mut buffer).map_err(Errno::from);
            drop(socket);
            match received {
                Err(Errno::EAGAIN) => {
                    self.state.borrow_mut().readable = false;
                    break;
                }
                Err(Errno::EINTR) => {}
                Ok((n, from)) => self.tell(Ok((&buffer[..n], from))),
                Err(errno) => self.tell(Err(errno)),
            }
        }
        self.event_loop.give_read_buffer(buffer);
        let again = {
            let state = self.state.borrow();
            state.receiving && state.readable
        };
        if again {
            self.requeue();
        }
    }

    fn tell(&self, received: Result<(&[u8], SocketAddr), Errno>) {
        let Some(mut callback) = self.state.borrow_mut().on_receive.take() else { return };
        callback(&self.event_loop, received);
        let mut state = self.state.borrow_mut();
        if state.on_receive.is_none() && state.socket.is_some() {
            state.on_receive = Some(callback);
        }
    }

    /// Sends what the kernel takes.
    fn flush(&self) {
        loop {
            let mut state = self.state.borrow_mut();
            let (Some(socket), Some(datagram)) = (state.socket.clone(), state.waiting.front()) else { return };
            let result = send_one(&socket, &datagram.bytes, datagram.to);
            if matches!(result, Err(Errno::EAGAIN)) {
                drop(state);
                // Room will be reported: asked for anew, as it may have come meanwhile.
                let interest = Interest::READABLE | Interest::WRITABLE;
                let _ = self.event_loop.inner.poller.rewatch(self.id, interest);
                return;
            }
            let Some(datagram) = state.waiting.pop_front() else { return };
            state.queued_bytes -= datagram.bytes.len();
            if state.finished.is_empty() {
                let udp = self.clone();
                self.event_loop.defer(move |_| udp.call_finished());
            }
            state.finished.push((datagram.on_sent, result));
        }
    }

    fn call_finished(&self) {
        let finished = std::mem::take(&mut self.state.borrow_mut().finished);
        for (on_sent, result) in finished {
            self.event_loop.inner.requests.end();
            on_sent(&self.event_loop, result);
        }
    }

    fn cancel_all(&self) {
        self.call_finished();
        let mut state = self.state.borrow_mut();
        let waiting = std::mem::take(&mut state.waiting);
        state.queued_bytes = 0;
        drop(state);
        for datagram in waiting {
            self.event_loop.inner.requests.end();
            (datagram.on_sent)(&self.event_loop, Err(Errno::ECANCELED));
        }
    }
}

fn new_socket(address: SocketAddr) -> Result<Socket, Errno> {
    Ok(Socket::new(Domain::for_address(address), Type::DGRAM.nonblocking().cloexec(), None)?)
}

fn send_one(socket: &UdpSocket, bytes: &[u8], to: Option<SocketAddr>) -> Result<usize, Errno> {
    loop {
        let sent = match to {
            Some(address) => socket.send_to(bytes, address),
            None => socket.send(bytes),
        };
        match sent.map_err(Errno::from) {
            Err(Errno::EINTR) => {}
            result => return result,
        }
    }
}
