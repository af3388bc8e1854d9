//! Temporary folders that vanish with the value.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::{fs, io, process};

/// A fresh folder below the system's temporary folder, removed on drop.
pub struct Scratch {
    path: PathBuf,
}

impl Scratch {
    /// # Errors
    /// When the folder cannot be made.
    pub fn new(purpose: &str) -> io::Result<Self> {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let name = format!("phasor-{purpose}-{}-{}", process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let path = std::env::temp_dir().join(name);
        fs::create_dir_all(&path)?;
        // The real path: runtimes resolve symbolic links of the modules they load.
        Ok(Self { path: path.canonicalize()? })
    }

    pub fn path(&self) -> &Path {
        &self.path
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.path);
    }
}
