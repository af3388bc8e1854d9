//! What keeps the loop alive, by the names that `process.getActiveResourcesInfo()` uses.
//!
//! Bindings note a request when they submit it and a handle when they open it.

use std::cell::RefCell;
use std::rc::Rc;

/// The live requests and handles of a runtime, in the order they were made.
#[derive(Default)]
pub struct Resources(RefCell<Entries>);

#[derive(Default)]
struct Entries {
    next: u64,
    list: std::collections::BTreeMap<u64, (&'static str, Option<Active>)>,
}

/// Whether a handle is active and ref'd now.
pub type Active = Rc<dyn Fn() -> bool>;

/// Names one entry, for [`Resources::remove`].
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ResourceId(u64);

impl Resources {
    /// Notes a request of kind `name` (`FSReqCallback`, …), alive until removed.
    pub fn add_request(&self, name: &'static str) -> ResourceId {
        self.add(name, None)
    }

    /// Notes a handle of kind `name` (`PipeWrap`, …), listed while `active` says so.
    pub fn add_handle(&self, name: &'static str, active: Active) -> ResourceId {
        self.add(name, Some(active))
    }

    fn add(&self, name: &'static str, active: Option<Active>) -> ResourceId {
        let mut entries = self.0.borrow_mut();
        let id = entries.next;
        entries.next += 1;
        entries.list.insert(id, (name, active));
        ResourceId(id)
    }

    /// Forgets an entry.
    pub fn remove(&self, id: ResourceId) {
        let removed = self.0.borrow_mut().list.remove(&id.0);
        drop(removed);
    }

    /// The names of what is alive now, requests first.
    pub fn names(&self) -> Vec<&'static str> {
        let entries = self.0.borrow();
        let requests = entries.list.values().filter(|(_, active)| active.is_none());
        let handles = entries.list.values().filter(|(_, active)| active.as_ref().is_some_and(|active| active()));
        requests.chain(handles).map(|(name, _)| *name).collect()
    }
}
