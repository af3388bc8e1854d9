//! The timers that are armed, earliest first: an indexed heap with four children a node.
//!
//! Keys are (due, start order), so equal deadlines come out first-in first-out. Each timer knows its
//! place, which makes stopping one O(log n).

/// One armed timer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Entry {
    pub due: u64,
    pub order: u64,
    /// The handle's index in the table.
    pub handle: u32,
}

/// The place of a timer that is not in the heap.
const NOWHERE: u32 = u32::MAX;

const CHILDREN: usize = 4;

#[derive(Default, Debug)]
pub(crate) struct TimerHeap {
    entries: Vec<Entry>,
    /// Place in `entries` by handle index.
    places: Vec<u32>,
}

impl TimerHeap {
    pub fn first(&self) -> Option<Entry> {
        self.entries.first().copied()
    }

    pub fn push(&mut self, entry: Entry) {
        let handle = entry.handle as usize;
        if handle >= self.places.len() {
            self.places.resize(handle + 1, NOWHERE);
        }
        debug_assert_eq!(self.places[handle], NOWHERE);
        self.entries.push(entry);
        self.rise(self.entries.len() - 1);
    }

    pub fn remove(&mut self, handle: u32) {
        let Some(place) = self.places.get(handle as usize).copied().filter(|p| *p != NOWHERE) else { return };
        let place = place as usize;
        self.places[handle as usize] = NOWHERE;
        let Some(last) = self.entries.pop() else { return };
        if place == self.entries.len() {
            return;
        }
        self.entries[place] = last;
        if self.sink(place) == place {
            self.rise(place);
        }
    }

    pub fn pop(&mut self) -> Option<Entry> {
        let first = self.first()?;
        self.remove(first.handle);
        Some(first)
    }

    fn rise(&mut self, mut place: usize) {
        let entry = self.entries[place];
        while place > 0 {
            let parent = (place - 1) / CHILDREN;
            if self.entries[parent] <= entry {
                break;
            }
            self.put(place, self.entries[parent]);
            place = parent;
        }
        self.put(place, entry);
    }

    fn sink(&mut self, mut place: usize) -> usize {
        let entry = self.entries[place];
        loop {
            let children = place * CHILDREN + 1..(place * CHILDREN + 1 + CHILDREN).min(self.entries.len());
            let Some(least) = children.min_by_key(|i| self.entries[*i]) else { break };
            if entry <= self.entries[least] {
                break;
            }
            self.put(place, self.entries[least]);
            place = least;
        }
        self.put(place, entry);
        place
    }

    fn put(&mut self, place: usize, entry: Entry) {
        self.entries[place] = entry;
        self.places[entry.handle as usize] = place as u32;
    }
}
