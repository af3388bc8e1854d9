//! Folders: making, listing, removing.

use std::ffi::{CStr, CString};

use super::{check, stat};
use crate::Errno;

/// What a folder's entry is, as far as the folder itself says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum EntryKind {
    /// The file system does not say: stat it.
    Unknown = 0,
    File = 1,
    Directory = 2,
    Link = 3,
    Fifo = 4,
    Socket = 5,
    CharacterDevice = 6,
    BlockDevice = 7,
}

/// One entry of a folder.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Entry {
    pub name: Vec<u8>,
    pub kind: EntryKind,
}

/// A folder that is being read.
pub struct Directory(*mut libc::DIR);

// SAFETY: a DIR may be used by any thread, one at a time, which `&mut self` sees to.
unsafe impl Send for Directory {}

impl Directory {
    /// At most `count` further entries, without `.` and `..`; none at the end.
    ///
    /// # Errors
    /// As readdir(3).
    pub fn read(&mut self, count: usize) -> Result<Vec<Entry>, Errno> {
        let mut entries = Vec::new();
        while entries.len() < count {
            // SAFETY: sets this thread's errno, by which the end is told from an error.
            unsafe { *libc::__errno_location() = 0 };
            // SAFETY: the DIR is open.
            let entry = unsafe { libc::readdir(self.0) };
            if entry.is_null() {
                let errno = std::io::Error::last_os_error().raw_os_error().unwrap_or(0);
                return if errno == 0 { Ok(entries) } else { Err(Errno::from_raw(errno)) };
            }
            // SAFETY: an entry that readdir gave; good until the next call.
            let (name, kind) = unsafe { (CStr::from_ptr((*entry).d_name.as_ptr()), (*entry).d_type) };
            if name == c"." || name == c".." {
                continue;
            }
            let kind = match kind {
                libc::DT_REG => EntryKind::File,
                libc::DT_DIR => EntryKind::Directory,
                libc::DT_LNK => EntryKind::Link,
                libc::DT_FIFO => EntryKind::Fifo,
                libc::DT_SOCK => EntryKind::Socket,
                libc::DT_CHR => EntryKind::CharacterDevice,
                libc::DT_BLK => EntryKind::BlockDevice,
                _ => EntryKind::Unknown,
            };
            entries.push(Entry { name: name.to_bytes().to_vec(), kind });
        }
        Ok(entries)
    }
}

impl Drop for Directory {
    fn drop(&mut self) {
        // SAFETY: open until now, and not used afterwards.
        unsafe { libc::closedir(self.0) };
    }
}

/// opendir(3).
///
/// # Errors
/// As opendir(3).
pub fn open_directory(path: &CStr) -> Result<Directory, Errno> {
    // SAFETY: `path` is a C string that is alive.
    let directory = unsafe { libc::opendir(path.as_ptr()) };
    if directory.is_null() { Err(Errno::last()) } else { Ok(Directory(directory)) }
}

/// All entries of a folder, by name.
///
/// # Errors
/// As opendir(3) and readdir(3).
pub fn read_directory(path: &CStr) -> Result<Vec<Entry>, Errno> {
    let mut entries = open_directory(path)?.read(usize::MAX)?;
    entries.sort_unstable_by(|a, b| a.name.cmp(&b.name));
    Ok(entries)
}

/// mkdir(2).
///
/// # Errors
/// As mkdir(2).
pub fn mkdir(path: &CStr, mode: u32) -> Result<(), Errno> {
    // SAFETY: `path` is a C string that is alive.
    check(|| unsafe { libc::mkdir(path.as_ptr(), mode as libc::mode_t) })
}

/// Makes `path` and whatever folder above it is missing; gives the topmost folder that was made, if any.
///
/// # Errors
/// ENOTDIR if something on the way is no folder, EEXIST if `path` itself is none; else as mkdir(2).
pub fn make_directories(path: &CStr, mode: u32) -> Result<Option<Vec<u8>>, Errno> {
    let is_directory = |path: &CStr| stat(path).is_ok_and(|s| s.mode as u32 & libc::S_IFMT == libc::S_IFDIR);
    let mut first = None;
    let mut missing = vec![path.to_bytes().to_vec()];
    while let Some(next) = missing.pop() {
        let current = CString::new(next.clone()).map_err(|_| Errno::EINVAL)?;
        match mkdir(&current, mode) {
            Ok(()) => {
                first.get_or_insert(next);
            }
            Err(Errno::ENOENT) => {
                let parent = parent_of(&next).filter(|parent| *parent != next).ok_or(Errno::ENOENT)?;
                missing.push(next);
                missing.push(parent);
            }
            Err(errno @ (Errno::EACCES | Errno::ENOTDIR | Errno::EPERM | Errno::EROFS)) => {
                if !is_directory(&current) {
                    return Err(errno);
                }
            }
            Err(errno) => {
                if !is_directory(&current) {
                    let below = !missing.is_empty();
                    return Err(if errno == Errno::EEXIST && below { Errno::ENOTDIR } else { errno });
                }
            }
        }
    }
    Ok(first)
}

fn parent_of(path: &[u8]) -> Option<Vec<u8>> {
    let end = path.iter().rposition(|b| *b != b'/')?;
    let slash = path[..end].iter().rposition(|b| *b == b'/')?;
    let parent = &path[..slash];
    let trimmed = parent.iter().rposition(|b| *b != b'/').map_or(0, |i| i + 1);
    Some(if trimmed == 0 { b"/".to_vec() } else { parent[..trimmed].to_vec() })
}

/// Makes a folder with a fresh name: `prefix` and six characters. Gives its path.
///
/// # Errors
/// As mkdtemp(3).
pub fn mkdtemp(prefix: &CStr) -> Result<Vec<u8>, Errno> {
    let mut template = prefix.to_bytes().to_vec();
    template.extend_from_slice(b"XXXXXX\0");
    // SAFETY: a writable, null-terminated buffer that ends in six X, as mkdtemp wants it.
    if unsafe { libc::mkdtemp(template.as_mut_ptr().cast()) }.is_null() {
        return Err(Errno::last());
    }
    template.pop();
    Ok(template)
}

/// rmdir(2).
///
/// # Errors
/// As rmdir(2).
pub fn rmdir(path: &CStr) -> Result<(), Errno> {
    // SAFETY: `path` is a C string that is alive.
    check(|| unsafe { libc::rmdir(path.as_ptr()) })
}
