//! What a runtime shares with the workers that were started from it, directly or not.
//!
//! A runtime that was not started by another one has a family of its own, so two runtimes in one process do
//! not see each other.

use std::any::{Any, TypeId};
use std::collections::HashMap;
use std::sync::{Arc, Mutex};

/// State of a family, by type. Clones are the same family.
#[derive(Clone, Default)]
pub struct Family(Arc<Mutex<HashMap<TypeId, Arc<dyn Any + Send + Sync>>>>);

impl Family {
    /// The family's `T`, made at first use.
    ///
    /// # Panics
    /// If making a `T` panicked before.
    pub fn get<T: Default + Send + Sync + 'static>(&self) -> Arc<T> {
        let mut members = self.0.lock().expect("making a member does not panic");
        let found = members.entry(TypeId::of::<T>()).or_insert_with(|| Arc::new(T::default()));
        found.clone().downcast().expect("stored under its own type")
    }
}
