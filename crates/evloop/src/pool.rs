//! The worker pool: threads that start when there is work for them, and a queue.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;

use crossbeam_channel::{Receiver, Sender, unbounded};

/// Work, given the number of the worker that does it.
pub(crate) type Job = Box<dyn FnOnce(usize) + Send>;

enum Message {
    Fast(Job),
    /// Somebody takes a job from the slow queue.
    Slow,
    /// The worker that gets it ends.
    Stop,
}

#[derive(Default)]
struct SlowQueue {
    jobs: VecDeque<Job>,
    /// `Message::Slow`s in the channel or at work.
    runners: usize,
}

struct Shared {
    receiver: Receiver<Message>,
    slow: Mutex<SlowQueue>,
    sender: Sender<Message>,
}

impl Shared {
    fn next_slow(&self) -> Option<Job> {
        self.slow.lock().unwrap_or_else(|e| e.into_inner()).jobs.pop_front()
    }
}

pub(crate) struct Pool {
    size: usize,
    shared: Arc<Shared>,
    threads: Vec<JoinHandle<()>>,
}

/// Threads when `UV_THREADPOOL_SIZE` says nothing.
const DEFAULT_SIZE: usize = 4;
const MAX_SIZE: usize = 1024;

/// What `UV_THREADPOOL_SIZE` asks for: absent 4, zero or unreadable 1, at most 1024.
fn configured_size() -> usize {
    match std::env::var("UV_THREADPOOL_SIZE") {
        Err(std::env::VarError::NotPresent) => DEFAULT_SIZE,
        Err(_) => 1,
        Ok(text) => text.trim().parse::<usize>().unwrap_or(1).clamp(1, MAX_SIZE),
    }
}

impl Pool {
    pub fn new() -> Pool {
        let (sender, receiver) = unbounded();
        let shared = Shared { receiver, slow: Mutex::default(), sender };
        Pool { size: configured_size(), shared: Arc::new(shared), threads: Vec::new() }
    }

    /// Queues a job; slow ones take at most half of the threads, rounded up.
    pub fn submit(&mut self, job: Job, slow: bool) {
        if self.threads.len() < self.size {
            self.start_thread();
        }
        let message = if slow {
            let limit = self.size.div_ceil(2);
            let mut queue = self.shared.slow.lock().unwrap_or_else(|e| e.into_inner());
            queue.jobs.push_back(job);
            if queue.runners == limit {
                return;
            }
            queue.runners += 1;
            Message::Slow
        } else {
            Message::Fast(job)
        };
        // The receiver lives in `shared`, so sending cannot fail.
        let _ = self.shared.sender.send(message);
    }

    fn start_thread(&mut self) {
        let number = self.threads.len();
        let shared = self.shared.clone();
        let builder = std::thread::Builder::new().name(format!("phasor-worker-{number}"));
        // Signals belong to the main thread; a worker that took one would interrupt its system call for nothing.
        let thread = crate::sys::with_signals_blocked(|| builder.spawn(move || work(&shared, number)));
        match thread {
            Ok(thread) => self.threads.push(thread),
            // Without a single thread the jobs would wait for ever; with one they are only slower.
            Err(error) if self.threads.is_empty() => panic!("cannot start a worker thread: {error}"),
            Err(_) => self.size = self.threads.len(),
        }
    }
}

impl Drop for Pool {
    /// Waits for the jobs that are queued: each was promised to be done or cancelled.
    fn drop(&mut self) {
        for _ in &self.threads {
            let _ = self.shared.sender.send(Message::Stop);
        }
        for thread in self.threads.drain(..) {
            // A job's panic was caught, so a worker ends without one.
            let _ = thread.join();
        }
    }
}

/// The life of a worker: jobs until the pool is dropped.
fn work(shared: &Shared, number: usize) {
    while let Ok(message) = shared.receiver.recv() {
        match message {
            Message::Fast(job) => job(number),
            Message::Stop => {
                // A slow job that is announced behind the stops is nobody else's.
                while let Some(job) = shared.next_slow() {
                    job(number);
                }
                return;
            }
            Message::Slow => {
                if let Some(job) = shared.next_slow() {
                    job(number);
                }
                let mut queue = shared.slow.lock().unwrap_or_else(|e| e.into_inner());
                if queue.jobs.is_empty() {
                    queue.runners -= 1;
                } else {
                    // Behind what waits already, so that slow work does not keep this thread.
                    let _ = shared.sender.send(Message::Slow);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicBool, Ordering};

    use super::*;

    #[test]
    fn slow_jobs_are_done_before_the_pool_is_gone() {
        let mut pool = Pool::new();
        pool.size = 1;
        let sender = pool.shared.sender.clone();
        let done = Arc::new(AtomicBool::new(false));
        // The first one ends when the pool has told its worker to stop.
        pool.submit(
            Box::new(move |_| {
                while sender.is_empty() {
                    std::thread::yield_now();
                }
            }),
            true,
        );
        let second = done.clone();
        pool.submit(Box::new(move |_| second.store(true, Ordering::SeqCst)), true);
        drop(pool);
        assert!(done.load(Ordering::SeqCst));
    }
}
