//! UDP handles: sending, receiving in batches, errors, and closing.

use std::cell::{Cell, RefCell};
use std::net::{Ipv4Addr, SocketAddr};
use std::rc::Rc;

use phasor_evloop::{Errno, EventLoop, Handle, RunMode, Udp, UdpBind};

fn bound(event_loop: &EventLoop) -> (Udp, SocketAddr) {
    let udp = event_loop.udp();
    udp.bind((Ipv4Addr::LOCALHOST, 0).into(), UdpBind::default()).unwrap();
    let address = udp.local_address().unwrap();
    (udp, address)
}

/// Runs until nothing is left to do, and finds that nothing is.
fn run(event_loop: &EventLoop) {
    event_loop.run(RunMode::Default);
    assert!(!event_loop.alive());
}

#[test]
fn a_datagram_arrives_whole_with_its_sender() {
    let event_loop = EventLoop::new().unwrap();
    let (receiver, address) = bound(&event_loop);
    let (sender, from) = bound(&event_loop);
    let seen = Rc::new(RefCell::new(Vec::new()));
    let (sink, closing) = (seen.clone(), receiver.clone());
    receiver
        .receive_start(move |_, received| {
            let (bytes, peer) = received.unwrap();
            sink.borrow_mut().push((bytes.to_vec(), peer));
            closing.close(|_| {});
        })
        .unwrap();
    let sent = Rc::new(Cell::new(None));
    let (result, to_close) = (sent.clone(), sender.clone());
    sender
        .send(b"hello".to_vec(), Some(address), move |_, outcome| {
            result.set(Some(outcome));
            to_close.close(|_| {});
        })
        .unwrap();
    assert_eq!(sent.get(), None, "never from inside of the call");
    run(&event_loop);
    assert_eq!(sent.get(), Some(Ok(5)));
    assert_eq!(*seen.borrow(), [(b"hello".to_vec(), from)]);
}

#[test]
fn many_datagrams_are_received_in_batches() {
    let event_loop = EventLoop::new().unwrap();
    let (receiver, address) = bound(&event_loop);
    let (sender, _) = bound(&event_loop);
    for _ in 0..50 {
        assert_eq!(sender.try_send(b"x", Some(address)), Ok(1));
    }
    let count = Rc::new(Cell::new(0));
    let (counter, closing) = (count.clone(), receiver.clone());
    receiver
        .receive_start(move |_, _| {
            counter.set(counter.get() + 1);
            if counter.get() == 50 {
                closing.close(|_| {});
            }
        })
        .unwrap();
    event_loop.run(RunMode::Once);
    assert_eq!(count.get(), 32);
    sender.close(|_| {});
    run(&event_loop);
    assert_eq!(count.get(), 50);
}

#[test]
fn an_address_in_use_is_refused_at_once() {
    let event_loop = EventLoop::new().unwrap();
    let (first, address) = bound(&event_loop);
    let second = event_loop.udp();
    assert_eq!(second.bind(address, UdpBind::default()), Err(Errno::EADDRINUSE));
    first.close(|_| {});
    second.close(|_| {});
    run(&event_loop);
}

#[test]
fn a_connected_socket_sends_without_an_address_until_it_is_disconnected() {
    let event_loop = EventLoop::new().unwrap();
    let (receiver, address) = bound(&event_loop);
    let (sender, _) = bound(&event_loop);
    assert_eq!(sender.disconnect(), Err(Errno::ENOTCONN));
    assert_eq!(sender.connect(address), Ok(()));
    assert_eq!(sender.connect(address), Err(Errno::EISCONN));
    assert_eq!(sender.peer_address(), Ok(address));
    assert_eq!(sender.try_send(b"x", None), Ok(1));
    assert_eq!(sender.disconnect(), Ok(()));
    assert_eq!(sender.try_send(b"x", None), Err(Errno::EDESTADDRREQ));
    receiver.close(|_| {});
    sender.close(|_| {});
    run(&event_loop);
}

#[test]
fn a_stopped_socket_gets_what_waited_when_it_starts_again() {
    let event_loop = EventLoop::new().unwrap();
    let (receiver, address) = bound(&event_loop);
    let (sender, _) = bound(&event_loop);
    assert_eq!(sender.try_send(b"x", Some(address)), Ok(1));
    receiver.receive_start(|_, _| panic!("stopped")).unwrap();
    receiver.receive_stop();
    event_loop.run(RunMode::NoWait);
    let closing = receiver.clone();
    receiver.receive_start(move |_, _| closing.close(|_| {})).unwrap();
    sender.close(|_| {});
    run(&event_loop);
}
