//! Listing folders and trees.

use std::ffi::{CStr, CString};

use phasor_engine::binding::Definition;
use phasor_evloop::Errno;
use phasor_evloop::fs::{self, Entry, EntryKind};
use v8::{Array, FunctionCallbackArguments, Integer, Local, PinScope, ReturnValue, Value};

use super::arguments;
use super::failure::{Failure, Outcome};
use super::request::{Output, Values, perform};
use super::stat::is_folder;
use super::text::{Names, name};

pub fn define(d: &mut Definition) {
    d.method("readdir", readdir).method("readdirRecursive", readdir_recursive);
}

/// Names, kinds if asked for, and in a tree how many of them belong to which folder.
struct Listing {
    names: Names,
    kinds: Option<Vec<EntryKind>>,
    tree: Option<(Vec<usize>, Names)>,
    raw: bool,
}

impl Output for Listing {
    fn into_values<'s>(self, scope: &mut PinScope<'s, '_>, values: &mut Values<'s>) {
        let names: Local<'s, Value> = self.names.array(scope, self.raw).into();
        let Some(kinds) = self.kinds else {
            values.push(names);
            return;
        };
        let kinds: Vec<Local<'s, Value>> = kinds.iter().map(|k| Integer::new(scope, *k as i32).into()).collect();
        let kinds: Local<'s, Value> = Array::new_with_elements(scope, &kinds).into();
        let list = match self.tree {
            None => Array::new_with_elements(scope, &[names, kinds]),
            Some((counts, folders)) => {
                let counts: Vec<Local<'s, Value>> =
                    counts.iter().map(|c| v8::Number::new(scope, *c as f64).into()).collect();
                let counts = Array::new_with_elements(scope, &counts).into();
                let folders = folders.array(scope, self.raw).into();
                Array::new_with_elements(scope, &[names, kinds, counts, folders])
            }
        };
        values.push(list);
    }
}

/// `readdir(path, raw, withTypes, completion)` → names, or `[names, kinds]`.
fn readdir<'s>(scope: &mut PinScope<'s, '_>, args: FunctionCallbackArguments<'s>, rv: ReturnValue<'_, Value>) {
    let Some(path) = arguments::path(scope, args.get(0)) else {
        return;
    };
    let raw = args.get(1).is_true();
    let with_types = args.get(2).is_true();
    perform(scope, &args, 3, rv, move || -> Outcome<Listing> {
        let list = fs::read_directory(&path).map_err(|error| Failure::at(error, "scandir", path))?;
        let mut names = Names::default();
        list.iter().for_each(|entry| names.push(&[&entry.name]));
        let kinds = with_types.then(|| list.iter().map(|entry| entry.kind).collect());
        Ok(Listing { names, kinds, tree: None, raw })
    });
}

fn joined(folder: &[u8], name: &[u8]) -> CString {
    let mut path = folder.to_vec();
    if path.last().is_some_and(|last| *last != b'/') {
        path.push(b'/');
    }
    path.extend_from_slice(name);
    CString::new(path).expect("both parts come from C strings")
}

/// The paths of a folder's entries.
pub fn children(path: &CStr) -> Result<Vec<CString>, Errno> {
    let list = fs::read_directory(path)?;
    Ok(list.into_iter().map(|entry| joined(path.to_bytes(), &entry.name)).collect())
}

/// Whether an entry is a folder or a link to one; asks the system where the kind leaves that open.
fn leads_to_folder(path: &CStr, kind: EntryKind) -> bool {
    match kind {
        EntryKind::Directory => true,
        EntryKind::Link | EntryKind::Unknown => fs::stat(path).is_ok_and(|status| is_folder(&status)),
        _ => false,
    }
}

/// The kind of an entry of a file system that reports none.
fn ask_kind(path: &CStr) -> EntryKind {
    let Ok(status) = fs::lstat(path) else {
        return EntryKind::Unknown;
    };
    match status.mode as u32 & libc::S_IFMT {
        libc::S_IFREG => EntryKind::File,
        libc::S_IFDIR => EntryKind::Directory,
        libc::S_IFLNK => EntryKind::Link,
        libc::S_IFIFO => EntryKind::Fifo,
        libc::S_IFSOCK => EntryKind::Socket,
        libc::S_IFCHR => EntryKind::CharacterDevice,
        libc::S_IFBLK => EntryKind::BlockDevice,
        _ => EntryKind::Unknown,
    }
}

/// All of a tree, folder after folder, nearer ones first.
fn walk(root: CString, raw: bool, with_types: bool) -> Outcome<Listing> {
    let mut names = Names::default();
    let mut kinds = Vec::new();
    let mut counts = Vec::new();
    let mut folders = Names::default();
    folders.push(&[b""]);
    let mut queue = std::collections::VecDeque::from([(root, Vec::new())]);
    while let Some((path, relative)) = queue.pop_front() {
        let list = match fs::read_directory(&path) {
            Ok(list) => list,
            Err(error) => return Err(Failure::at(error, "scandir", path)),
        };
        counts.push(list.len());
        for Entry { name, mut kind } in list {
            let full = joined(path.as_bytes(), &name);
            if kind == EntryKind::Unknown {
                kind = ask_kind(&full);
            }
            let prefix: &[u8] = if relative.is_empty() { b"" } else { b"/" };
            let parts = [&relative[..], prefix, &name[..]];
            if with_types {
                names.push(&[&name]);
                kinds.push(kind);
            } else {
                names.push(&parts);
            }
            if leads_to_folder(&full, kind) {
                folders.push(&parts);
                queue.push_back((full, parts.concat()));
            }
        }
    }
    let (kinds, tree) = if with_types { (Some(kinds), Some((counts, folders))) } else { (None, None) };
    Ok(Listing { names, kinds, tree, raw })
}

/// `readdirRecursive(path, raw, withTypes, completion)` → names relative to `path`, or `[names, kinds, counts, folders]`.
fn readdir_recursive<'s>(
    scope: &mut PinScope<'s, '_>,
    args: FunctionCallbackArguments<'s>,
    rv: ReturnValue<'_, Value>,
) {
    let Some(path) = arguments::path(scope, args.get(0)) else {
        return;
    };
    let raw = args.get(1).is_true();
    let with_types = args.get(2).is_true();
    perform(scope, &args, 3, rv, move || walk(path, raw, with_types));
}

/// A batch of entries of an open folder: `[name, kind, name, kind, …]`, or null at the end.
pub struct Batch {
    pub entries: Vec<Entry>,
    pub raw: bool,
}

impl Output for Batch {
    fn into_values<'s>(self, scope: &mut PinScope<'s, '_>, values: &mut Values<'s>) {
        if self.entries.is_empty() {
            values.push(v8::null(scope));
            return;
        }
        let mut items: Vec<Local<'s, Value>> = Vec::with_capacity(self.entries.len() * 2);
        for entry in &self.entries {
            items.push(name(scope, &entry.name, self.raw));
            items.push(Integer::new(scope, entry.kind as i32).into());
        }
        values.push(Array::new_with_elements(scope, &items));
    }
}
