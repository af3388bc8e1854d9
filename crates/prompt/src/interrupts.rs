//! Ctrl-C.
//!
//! The loop is told, and if it does not get to that within a moment, something keeps it: what runs is terminated.
//! So a loop that turns decides itself what an interrupt means, and one that is stuck gets free.

use std::sync::{Condvar, Mutex};
use std::time::Duration;

/// How long the loop may take to notice.
const GRACE: Duration = Duration::from_millis(150);

/// The interrupts of a session.
pub struct Interrupts {
    state: Mutex<State>,
    changed: Condvar,
    terminate: Box<dyn Fn() + Send + Sync>,
}

#[derive(Default)]
struct State {
    raised: u64,
    seen: u64,
    terminated: bool,
}

impl Interrupts {
    /// `terminate` stops what runs on the loop's thread.
    pub fn new(terminate: Box<dyn Fn() + Send + Sync>) -> Interrupts {
        Interrupts { state: Mutex::default(), changed: Condvar::new(), terminate }
    }

    /// Calls `tell`, which must wake the loop, and waits until the loop has noticed or is stopped.
    pub fn raise(&self, tell: impl FnOnce()) {
        let number = {
            let mut state = self.state.lock().unwrap_or_else(|e| e.into_inner());
            state.raised += 1;
            state.raised
        };
        tell();
        let state = self.state.lock().unwrap_or_else(|e| e.into_inner());
        let unseen = |state: &mut State| state.seen < number;
        if let Ok((mut state, waited)) = self.changed.wait_timeout_while(state, GRACE, unseen)
            && waited.timed_out()
        {
            state.terminated = true;
            (self.terminate)();
        }
    }

    /// The loop has come to the interrupts so far, and not only been woken for them: what was queued before may be what keeps
    /// it. Says whether one terminated what ran.
    pub fn acknowledge(&self) -> bool {
        let mut state = self.state.lock().unwrap_or_else(|e| e.into_inner());
        state.seen = state.raised;
        self.changed.notify_all();
        std::mem::take(&mut state.terminated)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    fn counting() -> (Arc<Interrupts>, Arc<AtomicUsize>) {
        let count = Arc::new(AtomicUsize::new(0));
        let counted = count.clone();
        let terminate = move || {
            counted.fetch_add(1, Ordering::SeqCst);
        };
        (Arc::new(Interrupts::new(Box::new(terminate))), count)
    }

    #[test]
    fn a_loop_that_notices_is_left_alone() {
        let (interrupts, terminated) = counting();
        interrupts.raise(|| assert!(!interrupts.acknowledge()));
        assert_eq!(terminated.load(Ordering::SeqCst), 0);
    }

    #[test]
    fn a_loop_that_is_stuck_is_stopped() {
        let (interrupts, terminated) = counting();
        interrupts.raise(|| {});
        assert_eq!(terminated.load(Ordering::SeqCst), 1);
        assert!(interrupts.acknowledge());
        assert!(!interrupts.acknowledge());
    }
}
