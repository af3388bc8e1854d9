//! The file of the history, in the format of Node's REPL: the newest entry first, one a line; the lines of a longer entry
//! stand in reverse, with carriage returns between them.
//!
//! Sessions that run at the same time share it: each one adds its entry to what the file holds at that moment, under a lock, and
//! puts the new file into the old one's place in one step. So no reader ever sees half a file, and a full disk leaves
//! the old one.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
use std::os::fd::AsRawFd;
use std::os::unix::fs::{MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

/// Beyond this the file is not one of ours, or something went wrong with it.
const LARGEST: u64 = 64 << 20;

/// A history file.
#[derive(Clone, Debug)]
pub struct HistoryFile {
    path: PathBuf,
    limit: usize,
}

impl HistoryFile {
    /// The file at `path`, which keeps the last `limit` entries.
    pub fn new(path: &Path, limit: usize) -> HistoryFile {
        // A link stays one: its target is replaced.
        let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        HistoryFile { path, limit }
    }

    /// The entries, the oldest first. A file that is not there yet has none.
    ///
    /// # Errors
    /// If it cannot be read, or is no file of text of a reasonable size.
    pub fn load(&self) -> io::Result<Vec<String>> {
        let mut entries = match File::open(&self.path) {
            Ok(file) => read(&file)?,
            Err(error) if error.kind() == io::ErrorKind::NotFound => Vec::new(),
            Err(error) => return Err(error),
        };
        entries.truncate(self.limit);
        entries.reverse();
        Ok(entries)
    }

    /// Adds `entry` as the newest.
    ///
    /// # Errors
    /// If the file cannot be read or replaced; it stays as it was.
    pub fn add(&self, entry: &str) -> io::Result<()> {
        let locked = self.lock()?;
        let mut entries = read(&locked)?;
        if entries.first().is_some_and(|newest| newest == entry) {
            return Ok(());
        }
        entries.insert(0, entry.to_owned());
        entries.truncate(self.limit);
        self.replace(&entries)
    }

    /// Opens the file, makes it if need be, and waits for its lock.
    fn lock(&self) -> io::Result<File> {
        loop {
            let file = OpenOptions::new().read(true).append(true).create(true).mode(0o600).open(&self.path)?;
            // SAFETY: no memory is involved.
            while unsafe { libc::flock(file.as_raw_fd(), libc::LOCK_EX) } != 0 {
                let error = io::Error::last_os_error();
                if error.kind() != io::ErrorKind::Interrupted {
                    return Err(error);
                }
            }
            // Another session may have replaced the file while this one waited for the lock of the old one.
            let same =
                fs::metadata(&self.path).is_ok_and(|now| file.metadata().is_ok_and(|own| own.ino() == now.ino()));
            if same || !self.path.is_file() {
                return Ok(file);
            }
        }
    }

    fn replace(&self, entries: &[String]) -> io::Result<()> {
        let text: String = entries.iter().map(|entry| encode(entry) + "\n").collect();
        if !self.path.is_file() {
            // A device: there is nothing to put into its place.
            return OpenOptions::new().write(true).open(&self.path)?.write_all(text.as_bytes());
        }
        let mut name = self.path.clone().into_os_string();
        name.push(format!(".{}.tmp", std::process::id()));
        let temporary = PathBuf::from(name);
        let written = OpenOptions::new()
            .write(true)
            .create(true)
            .truncate(true)
            .mode(0o600)
            .open(&temporary)
            .and_then(|mut file| file.write_all(text.as_bytes()))
            .and_then(|()| fs::rename(&temporary, &self.path));
        if written.is_err() {
            // It may not even have been made.
            let _ = fs::remove_file(&temporary);
        }
        written
    }
}

/// The entries of an open file, the newest first.
fn read(file: &File) -> io::Result<Vec<String>> {
    let about = file.metadata()?;
    if about.is_dir() {
        return Err(io::Error::from_raw_os_error(libc::EISDIR));
    }
    if about.len() > LARGEST {
        return Err(io::Error::from_raw_os_error(libc::EFBIG));
    }
    if !about.is_file() {
        return Ok(Vec::new());
    }
    let mut bytes = Vec::new();
    let mut file = file;
    file.read_to_end(&mut bytes)?;
    if bytes.contains(&0) {
        return Err(io::Error::new(io::ErrorKind::InvalidData, "it is not a file of text"));
    }
    let text = String::from_utf8_lossy(&bytes);
    Ok(text.split('\n').map(decode).filter(|entry| !entry.trim().is_empty()).collect())
}

fn encode(entry: &str) -> String {
    entry.split('\n').rev().collect::<Vec<_>>().join("\r")
}

fn decode(line: &str) -> String {
    // A file written elsewhere may end its lines with both.
    line.strip_suffix('\r').unwrap_or(line).split('\r').rev().collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Folder(PathBuf);

    impl Folder {
        fn new(name: &str) -> Folder {
            let path = std::env::temp_dir().join(format!("phasor-prompt-{}-{name}", std::process::id()));
            fs::create_dir_all(&path).unwrap();
            Folder(path)
        }

        fn file(&self, limit: usize) -> HistoryFile {
            HistoryFile::new(&self.0.join("history"), limit)
        }
    }

    impl Drop for Folder {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    #[test]
    fn entries_come_back_in_their_order() {
        let folder = Folder::new("order");
        let file = folder.file(10);
        assert_eq!(file.load().unwrap(), [""; 0]);
        for entry in ["first", "if (a) {\n  b\n}", "last", "last"] {
            file.add(entry).unwrap();
        }
        assert_eq!(file.load().unwrap(), ["first", "if (a) {\n  b\n}", "last"]);
        assert_eq!(fs::read_to_string(&file.path).unwrap(), "last\n}\r  b\rif (a) {\nfirst\n");
    }

    #[test]
    fn only_the_newest_are_kept() {
        let folder = Folder::new("limit");
        let file = folder.file(2);
        for entry in ["1", "2", "3"] {
            file.add(entry).unwrap();
        }
        assert_eq!(file.load().unwrap(), ["2", "3"]);
    }

    #[test]
    fn sessions_share_the_file() {
        let folder = Folder::new("shared");
        let file = folder.file(1000);
        std::thread::scope(|scope| {
            for session in 0..4 {
                let file = file.clone();
                scope.spawn(move || {
                    for n in 0..25 {
                        file.add(&format!("{session}:{n}")).unwrap();
                    }
                });
            }
        });
        let mut entries = file.load().unwrap();
        assert_eq!(entries.len(), 100);
        entries.sort();
        entries.dedup();
        assert_eq!(entries.len(), 100);
    }

    #[test]
    fn a_file_that_is_none_of_ours_is_refused_and_left_alone() {
        let folder = Folder::new("binary");
        let file = folder.file(10);
        fs::write(&file.path, b"a\0b").unwrap();
        assert!(file.load().is_err());
        assert!(file.add("x").is_err());
        assert_eq!(fs::read(&file.path).unwrap(), b"a\0b");
        let directory = HistoryFile::new(&folder.0, 10);
        assert!(directory.load().is_err());
        assert!(directory.add("x").is_err());
    }

    #[test]
    fn text_that_is_not_utf8_is_read_as_far_as_it_goes() {
        let folder = Folder::new("latin");
        let file = folder.file(10);
        fs::write(&file.path, b"caf\xe9\r\nok\n\n").unwrap();
        assert_eq!(file.load().unwrap(), ["ok", "caf\u{fffd}"]);
    }

    #[test]
    fn a_full_disk_is_an_error() {
        let full = HistoryFile::new(Path::new("/dev/full"), 10);
        assert_eq!(full.add("x").unwrap_err().raw_os_error(), Some(libc::ENOSPC));
    }
}
