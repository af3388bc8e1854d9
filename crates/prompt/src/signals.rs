//! Signals that concern the terminal, watched on a thread of its own: the loop may be busy when they come.

use std::sync::Arc;
use std::sync::mpsc;
use std::time::Duration;

use phasor_evloop::{AsyncSender, Errno, EventLoop, RunMode};

use crate::exchange::Event;
use crate::modes;
use crate::session::Session;

/// How long the program may take to say that it handles a signal.
const DECISION: Duration = Duration::from_millis(500);

/// The watch; it ends when this is dropped.
pub struct Signals {
    done: AsyncSender,
    decisions: mpsc::Sender<bool>,
}

impl Signals {
    /// Starts watching.
    ///
    /// # Errors
    /// If the system gives no thread, loop or signal handler.
    pub fn watch(session: Arc<Session>) -> std::io::Result<Signals> {
        let (ready, is_ready) = mpsc::channel();
        let (decisions, decided) = mpsc::channel();
        std::thread::Builder::new().name("prompt-signals".to_owned()).spawn(move || {
            match prepare(session, decided) {
                Ok((event_loop, done)) => {
                    let _ = ready.send(Ok(done));
                    event_loop.run(RunMode::Default);
                }
                Err(error) => {
                    let _ = ready.send(Err(error));
                }
            }
        })?;
        match is_ready.recv() {
            Ok(Ok(done)) => Ok(Signals { done, decisions }),
            Ok(Err(error)) => Err(error),
            Err(_) => Err(std::io::Error::other("the thread ended")),
        }
    }

    /// Whether the program handles the signal that it was last told of; otherwise the process ends.
    pub fn decided(&self, handled: bool) {
        // The watch may have ended.
        let _ = self.decisions.send(handled);
    }
}

impl Drop for Signals {
    fn drop(&mut self) {
        self.done.send();
    }
}

fn prepare(session: Arc<Session>, decided: mpsc::Receiver<bool>) -> std::io::Result<(EventLoop, AsyncSender)> {
    let system = |errno: Errno| std::io::Error::from_raw_os_error(errno.code().abs());
    let event_loop = EventLoop::new()?;
    let (_, done) = event_loop.async_handle(EventLoop::stop).map_err(system)?;
    let decided = std::rc::Rc::new(decided);
    for number in [libc::SIGINT, libc::SIGTERM, libc::SIGHUP] {
        let (session, decided) = (session.clone(), decided.clone());
        let came = move |_: &EventLoop| came(&session, number, &decided);
        event_loop.signal().start(number, came).map_err(system)?;
    }
    // Whoever stopped the process has set the terminal as it wanted it.
    event_loop.signal().start(libc::SIGCONT, move |_| session.resume()).map_err(system)?;
    Ok((event_loop, done))
}

fn came(session: &Session, number: i32, decided: &mpsc::Receiver<bool>) {
    if number == libc::SIGINT && is_key(session) {
        session.interrupts.raise(|| session.exchange.send(Event::Interrupt(None)));
        return;
    }
    while decided.try_recv().is_ok() {}
    session.exchange.send(Event::Signal(number));
    if decided.recv_timeout(DECISION) != Ok(true) {
        end(session, number);
    }
}

/// Whether a SIGINT comes from Ctrl-C while something runs. While a line is edited that is a key, not a signal, but the
/// terminal changes over a moment earlier or later than the editor.
fn is_key(session: &Session) -> bool {
    for _ in 0..500 {
        if !session.output.is_prompting() {
            return true;
        }
        if modes::is_raw() {
            return false;
        }
        std::thread::sleep(Duration::from_millis(1));
    }
    false
}

/// Ends the process as the signal would have done by itself, with the terminal put back.
fn end(session: &Session, number: i32) {
    session.output.abandon();
    modes::restore();
    // SAFETY: both calls are about this process alone and hand over no memory.
    unsafe {
        libc::signal(number, libc::SIG_DFL);
        libc::raise(number);
    }
}
