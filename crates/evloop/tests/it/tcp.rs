//! TCP handles: binding, connecting, their errors, and closing.

use std::cell::{Cell, RefCell};
use std::net::{Ipv4Addr, SocketAddr};
use std::rc::Rc;

use phasor_evloop::{Errno, EventLoop, Handle, ReadEvent, RunMode, Stream, TcpBind};

fn anywhere() -> SocketAddr {
    (Ipv4Addr::LOCALHOST, 0).into()
}

/// Runs until nothing is left to do, and finds that nothing is.
fn run(event_loop: &EventLoop) {
    event_loop.run(RunMode::Default);
    assert!(!event_loop.alive());
}

/// A server that hands each connection to `serve`, and its address.
fn server(event_loop: &EventLoop, mut serve: impl FnMut(Stream) + 'static) -> (Stream, SocketAddr) {
    let server = event_loop.tcp();
    server.bind_address(anywhere(), TcpBind::default()).unwrap();
    let on_connection = move |event_loop: &EventLoop, accepted: Result<i32, Errno>| {
        let connection = event_loop.tcp();
        connection.open(accepted.unwrap()).unwrap();
        serve(connection);
    };
    server.listen(16, on_connection).unwrap();
    let address = server.local_address().unwrap();
    (server, address)
}

#[test]
fn a_connection_carries_bytes_both_ways() {
    let event_loop = EventLoop::new().unwrap();
    let (listening, address) = server(&event_loop, |connection| {
        let peer = connection.clone();
        connection
            .read_start(move |_, event| match event {
                ReadEvent::Data(bytes) => {
                    assert_eq!(peer.try_write(bytes), Ok(bytes.len()));
                }
                _ => peer.close(|_| {}),
            })
            .unwrap();
    });
    let client = event_loop.tcp();
    let received = Rc::new(RefCell::new(Vec::new()));
    let (connected, sink) = (client.clone(), received.clone());
    client
        .connect_address(address, move |_, result| {
            assert_eq!(result, Ok(()));
            assert_eq!(connected.peer_address(), Ok(address));
            assert_eq!(connected.set_nodelay(true), Ok(()));
            assert_eq!(connected.set_keepalive(true, 60, 1, 10), Ok(()));
            let reader = connected.clone();
            connected
                .read_start(move |_, event| {
                    let ReadEvent::Data(bytes) = event else { panic!("{event:?}") };
                    sink.borrow_mut().extend_from_slice(bytes);
                    reader.close(|_| {});
                    listening.close(|_| {});
                })
                .unwrap();
            assert_eq!(connected.try_write(b"there and back"), Ok(14));
        })
        .unwrap();
    run(&event_loop);
    assert_eq!(*received.borrow(), b"there and back");
}

#[test]
fn an_address_in_use_is_told_when_listening() {
    let event_loop = EventLoop::new().unwrap();
    let (first, address) = server(&event_loop, |_| {});
    let second = event_loop.tcp();
    assert_eq!(second.bind_address(address, TcpBind::default()), Ok(()));
    assert_eq!(second.listen(16, |_, _| {}), Err(Errno::EADDRINUSE));
    first.close(|_| {});
    second.close(|_| {});
    run(&event_loop);
}

#[test]
fn a_refused_connection_is_told_to_the_callback() {
    let event_loop = EventLoop::new().unwrap();
    let (closed, address) = server(&event_loop, |_| {});
    closed.close(|_| {});
    let client = event_loop.tcp();
    let told = Rc::new(Cell::new(None));
    let (to_close, result) = (client.clone(), told.clone());
    client
        .connect_address(address, move |_, outcome| {
            result.set(Some(outcome));
            to_close.close(|_| {});
        })
        .unwrap();
    assert_eq!(told.get(), None, "never from inside of the call");
    assert!(event_loop.alive());
    run(&event_loop);
    assert_eq!(told.get(), Some(Err(Errno::ECONNREFUSED)));
}

#[test]
fn closing_cancels_a_connect_before_the_close_callback() {
    let event_loop = EventLoop::new().unwrap();
    let (listening, address) = server(&event_loop, |connection| connection.close(|_| {}));
    let client = event_loop.tcp();
    let order = Rc::new(RefCell::new(Vec::new()));
    let (connect, close) = (order.clone(), order.clone());
    client
        .connect_address(address, move |_, outcome| {
            assert_eq!(outcome, Err(Errno::ECANCELED));
            connect.borrow_mut().push("connect");
        })
        .unwrap();
    client.close(move |_| close.borrow_mut().push("close"));
    listening.close(|_| {});
    run(&event_loop);
    assert_eq!(*order.borrow(), ["connect", "close"]);
}

#[test]
fn a_second_connect_is_refused_while_one_is_under_way() {
    let event_loop = EventLoop::new().unwrap();
    let (listening, address) = server(&event_loop, |connection| connection.close(|_| {}));
    let client = event_loop.tcp();
    client.connect_address(address, |_, _| {}).unwrap();
    assert_eq!(client.connect_address(address, |_, _| panic!("called")), Err(Errno::EALREADY));
    client.close(|_| {});
    listening.close(|_| {});
    run(&event_loop);
}

#[test]
fn a_reset_reaches_the_peer_as_an_error() {
    let event_loop = EventLoop::new().unwrap();
    let (listening, address) = server(&event_loop, |connection| {
        let peer = connection.clone();
        connection.read_start(move |_, _| peer.close_reset(|_| {}).unwrap()).unwrap();
    });
    let client = event_loop.tcp();
    let seen = Rc::new(Cell::new(None));
    let (connected, sink) = (client.clone(), seen.clone());
    client
        .connect_address(address, move |_, result| {
            assert_eq!(result, Ok(()));
            assert_eq!(connected.try_write(b"x"), Ok(1));
            let reader = connected.clone();
            connected
                .read_start(move |_, event| {
                    let ReadEvent::Error(errno) = event else { panic!("{event:?}") };
                    sink.set(Some(errno));
                    reader.close(|_| {});
                    listening.close(|_| {});
                })
                .unwrap();
        })
        .unwrap();
    run(&event_loop);
    assert_eq!(seen.get(), Some(Errno::ECONNRESET));
}
