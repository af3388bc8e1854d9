//! Where the loop gets its time from.

use std::cell::Cell;
use std::rc::Rc;
use std::time::Instant;

/// A source of milliseconds that never goes back.
#[derive(Clone, Debug)]
pub enum Clock {
    /// The system's monotonic clock, counted from a fixed point.
    Monotonic(Instant),
    /// A clock that a test or `--virtual-time` moves by hand.
    Manual(ManualClock),
}

/// A clock that stands still until it is moved. Clones share the time.
#[derive(Clone, Debug, Default)]
pub struct ManualClock(Rc<Cell<u64>>);

impl ManualClock {
    /// A clock that shows 0.
    pub fn new() -> ManualClock {
        ManualClock::default()
    }

    /// Moves the clock on by `milliseconds`.
    pub fn advance(&self, milliseconds: u64) {
        self.0.set(self.0.get() + milliseconds);
    }

    /// What it shows, in milliseconds.
    pub fn now(&self) -> u64 {
        self.0.get()
    }
}

impl Clock {
    /// The system's monotonic clock. It starts at 1 s, as a time of 0 reads as "none" in some users' code.
    pub fn monotonic() -> Clock {
        let now = Instant::now();
        Clock::Monotonic(now.checked_sub(std::time::Duration::from_secs(1)).unwrap_or(now))
    }

    /// Milliseconds now.
    pub fn now(&self) -> u64 {
        match self {
            Clock::Monotonic(start) => start.elapsed().as_millis() as u64,
            Clock::Manual(clock) => clock.now(),
        }
    }
}
