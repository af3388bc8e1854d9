//! The ways between the editor's thread and the loop: events go to the loop, and questions come back answered.
//!
//! A question has a time limit, for a busy loop must never keep a person from typing. One that ran out stays in the queue
//! until the loop gets to it and finds that nobody waits; until then the loop counts as busy, and what only decorates the
//! line is not asked for.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{self, Sender};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// What the editor wants to know about a line. Positions count bytes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Ask {
    /// What could stand at the position.
    Completions { line: String, at: usize },
    /// What to show in grey behind the line.
    Hint { line: String, at: usize },
    /// Whether the text can be evaluated as it stands.
    IsComplete { text: String },
}

/// The answer to an [`Ask`].
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Answer {
    /// What could stand in the place of `replaced`, which ends at the position.
    Completions { candidates: Vec<String>, replaced: String },
    /// The rest of the word, and a line to show below.
    Hint { completion: String, preview: String },
    /// Whether the text can be evaluated.
    IsComplete(bool),
    /// Nothing is known.
    Nothing,
}

/// A question on its way to the loop.
pub struct Question {
    pub ask: Ask,
    answer: Sender<Answer>,
    abandoned: Arc<AtomicBool>,
    waiting: Waiting,
}

/// Counts a question for as long as the loop has not dealt with it.
struct Waiting(Arc<Exchange>);

impl Drop for Waiting {
    fn drop(&mut self) {
        self.0.waiting.fetch_sub(1, Ordering::AcqRel);
    }
}

impl Question {
    /// Whether somebody still waits for the answer.
    pub fn is_open(&self) -> bool {
        !self.abandoned.load(Ordering::Acquire)
    }

    /// Gives the answer.
    pub fn answer(self, answer: Answer) {
        // Who gets the answer must not find the loop busy with this very question.
        drop(self.waiting);
        // Nobody may wait any more.
        let _ = self.answer.send(answer);
    }
}

/// What the loop is told.
pub enum Event {
    /// A line, or several, was entered.
    Line(String),
    /// Ctrl-C: while a line was edited, with what it held; while something ran, without.
    Interrupt(Option<String>),
    /// Ctrl-D on an empty line, or the terminal is gone.
    Closed,
    /// A signal that ends the process unless the program handles it.
    Signal(i32),
    /// Something that the person should know.
    Notice(String),
    /// See [`Question`].
    Question(Question),
}

/// The queue to the loop.
pub struct Exchange {
    events: Mutex<VecDeque<Event>>,
    wake: Box<dyn Fn() + Send + Sync>,
    /// The questions that the loop has not dealt with.
    waiting: AtomicUsize,
}

impl Exchange {
    /// `wake` has the loop call [`Exchange::next`] until nothing is left.
    pub fn new(wake: Box<dyn Fn() + Send + Sync>) -> Exchange {
        Exchange { events: Mutex::default(), wake, waiting: AtomicUsize::new(0) }
    }

    /// Tells the loop of `event`.
    pub fn send(&self, event: Event) {
        self.events.lock().unwrap_or_else(|e| e.into_inner()).push_back(event);
        (self.wake)();
    }

    /// The oldest event, if there is one.
    pub fn next(&self) -> Option<Event> {
        self.events.lock().unwrap_or_else(|e| e.into_inner()).pop_front()
    }

    /// Whether a question ran out of time and the loop has not got to it yet. For the thread that asks.
    pub fn is_busy(&self) -> bool {
        self.waiting.load(Ordering::Acquire) > 0
    }

    /// Asks the loop; `None` if there is no answer within `limit`.
    pub fn ask(self: &Arc<Exchange>, ask: Ask, limit: Duration) -> Option<Answer> {
        let (answer, answered) = mpsc::channel();
        let abandoned = Arc::new(AtomicBool::new(false));
        self.waiting.fetch_add(1, Ordering::AcqRel);
        let waiting = Waiting(self.clone());
        self.send(Event::Question(Question { ask, answer, abandoned: abandoned.clone(), waiting }));
        let answer = answered.recv_timeout(limit).ok();
        abandoned.store(answer.is_none(), Ordering::Release);
        answer
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn exchange() -> Arc<Exchange> {
        Arc::new(Exchange::new(Box::new(|| {})))
    }

    fn is_complete() -> Ask {
        Ask::IsComplete { text: "a".to_owned() }
    }

    #[test]
    fn questions_are_answered() {
        let exchange = exchange();
        let asking = exchange.clone();
        let asked = std::thread::spawn(move || asking.ask(is_complete(), Duration::from_secs(60)));
        let question = loop {
            match exchange.next() {
                Some(Event::Question(question)) => break question,
                _ => std::thread::yield_now(),
            }
        };
        assert_eq!(question.ask, is_complete());
        question.answer(Answer::IsComplete(true));
        assert_eq!(asked.join().unwrap(), Some(Answer::IsComplete(true)));
        assert!(!exchange.is_busy());
    }

    #[test]
    fn a_busy_loop_is_not_waited_for() {
        let exchange = exchange();
        assert_eq!(exchange.ask(is_complete(), Duration::from_millis(1)), None);
        assert!(exchange.is_busy());
        let Some(Event::Question(question)) = exchange.next() else { panic!("a question waits") };
        assert!(!question.is_open());
        drop(question);
        assert!(!exchange.is_busy());
    }

    #[test]
    fn events_keep_their_order() {
        let exchange = exchange();
        exchange.send(Event::Line("1".to_owned()));
        exchange.send(Event::Closed);
        assert!(matches!(exchange.next(), Some(Event::Line(line)) if line == "1"));
        assert!(matches!(exchange.next(), Some(Event::Closed)));
        assert!(exchange.next().is_none());
    }
}
