//! What was entered before, as rustyline walks through it and searches it.

use std::borrow::Cow;
use std::path::Path;

use rustyline::history::{History, SearchDirection, SearchResult};

/// The entries of a session, the oldest first.
#[derive(Debug)]
pub struct Entries {
    list: Vec<String>,
    limit: usize,
}

impl Entries {
    /// The last `limit` of `list`, the oldest first.
    pub fn new(mut list: Vec<String>, limit: usize) -> Entries {
        list.drain(..list.len().saturating_sub(limit));
        Entries { list, limit }
    }

    /// Adds `entry` unless it is blank or repeats the last one. Says whether it was added.
    pub fn push(&mut self, entry: &str) -> bool {
        if self.limit == 0 || entry.trim().is_empty() || self.list.last().is_some_and(|last| last == entry) {
            return false;
        }
        if self.list.len() == self.limit {
            self.list.remove(0);
        }
        self.list.push(entry.to_owned());
        true
    }

    fn find(
        &self,
        start: usize,
        direction: SearchDirection,
        matching: impl Fn(&str) -> Option<usize>,
    ) -> Option<SearchResult<'_>> {
        let found = |index: usize| {
            let entry = self.list.get(index)?;
            matching(entry).map(|pos| SearchResult { entry: Cow::Borrowed(entry.as_str()), idx: index, pos })
        };
        match direction {
            SearchDirection::Reverse => (0..=start.min(self.list.len().checked_sub(1)?)).rev().find_map(found),
            SearchDirection::Forward => (start..self.list.len()).find_map(found),
        }
    }
}

type Result<T> = rustyline::Result<T>;

impl History for Entries {
    fn get(&self, index: usize, _: SearchDirection) -> Result<Option<SearchResult<'_>>> {
        let entry = self.list.get(index);
        Ok(entry.map(|entry| SearchResult { entry: Cow::Borrowed(entry.as_str()), idx: index, pos: entry.len() }))
    }

    fn add(&mut self, line: &str) -> Result<bool> {
        Ok(self.push(line))
    }

    fn add_owned(&mut self, line: String) -> Result<bool> {
        Ok(self.push(&line))
    }

    fn len(&self) -> usize {
        self.list.len()
    }

    fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    fn set_max_len(&mut self, len: usize) -> Result<()> {
        *self = Entries::new(std::mem::take(&mut self.list), len);
        Ok(())
    }

    // Repetitions are always left out, and leading blanks mean nothing here.
    fn ignore_dups(&mut self, _: bool) -> Result<()> {
        Ok(())
    }

    fn ignore_space(&mut self, _: bool) {}

    // Files are the business of `history_file`.
    fn save(&mut self, _: &Path) -> Result<()> {
        Ok(())
    }

    fn append(&mut self, _: &Path) -> Result<()> {
        Ok(())
    }

    fn load(&mut self, _: &Path) -> Result<()> {
        Ok(())
    }

    fn clear(&mut self) -> Result<()> {
        self.list.clear();
        Ok(())
    }

    fn search(&self, term: &str, start: usize, direction: SearchDirection) -> Result<Option<SearchResult<'_>>> {
        if term.is_empty() {
            return Ok(None);
        }
        Ok(self.find(start, direction, |entry| entry.find(term)))
    }

    fn starts_with(&self, term: &str, start: usize, direction: SearchDirection) -> Result<Option<SearchResult<'_>>> {
        Ok(self.find(start, direction, |entry| entry.starts_with(term).then_some(term.len())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entries(list: &[&str]) -> Entries {
        Entries::new(list.iter().map(|&entry| entry.to_owned()).collect(), 3)
    }

    #[test]
    fn the_oldest_go_when_there_are_too_many() {
        let mut entries = entries(&["a", "b", "c", "d"]);
        assert_eq!(entries.list, ["b", "c", "d"]);
        assert!(entries.push("e"));
        assert_eq!(entries.list, ["c", "d", "e"]);
    }

    #[test]
    fn blanks_and_repetitions_are_left_out() {
        let mut entries = entries(&["a"]);
        assert!(!entries.push("a"));
        assert!(!entries.push("  "));
        assert!(entries.push("b"));
        assert!(entries.push("a"));
        assert_eq!(entries.list, ["a", "b", "a"]);
    }

    #[test]
    fn searching_goes_both_ways() {
        let entries = entries(&["let x", "x + 1", "let y"]);
        let at = |term, start, direction| entries.search(term, start, direction).unwrap().map(|found| found.idx);
        assert_eq!(at("let", 2, SearchDirection::Reverse), Some(2));
        assert_eq!(at("let", 1, SearchDirection::Reverse), Some(0));
        assert_eq!(at("x", 1, SearchDirection::Forward), Some(1));
        assert_eq!(at("z", 2, SearchDirection::Reverse), None);
        assert_eq!(at("let", 99, SearchDirection::Reverse), Some(2));
    }

    #[test]
    fn without_room_nothing_is_kept() {
        let mut entries = Entries::new(vec!["a".to_owned()], 0);
        assert!(!entries.push("b"));
        assert!(entries.is_empty());
        assert!(entries.search("a", 0, SearchDirection::Reverse).unwrap().is_none());
    }
}
