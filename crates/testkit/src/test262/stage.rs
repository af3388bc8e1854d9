//! The folder in which tests run.
//!
//! test262 calls its modules `.js`. A runtime takes such a file for a module only below a
//! package.json that says so, which must not be written into somebody's checkout. So the selected
//! part of the tree is linked (or copied) below a temporary folder that has one.

use std::path::{Path, PathBuf};
use std::{fs, io};

use crate::scratch::Scratch;

const HOST: &str = include_str!("host/host.cjs");
const AGENT: &str = include_str!("host/agent.cjs");

/// A staged tree, removed on drop.
pub(super) struct Stage {
    scratch: Scratch,
}

impl Stage {
    /// Stages `root/<path>` for every path, or all of `root`.
    pub(super) fn new(root: &Path, paths: &[String]) -> io::Result<Self> {
        let stage = Self { scratch: Scratch::new("test262")? };
        let folder = stage.scratch.path();
        fs::write(folder.join("package.json"), "{ \"type\": \"module\" }\n")?;
        fs::write(folder.join("host.cjs"), HOST)?;
        fs::write(folder.join("agent.cjs"), AGENT)?;
        for path in paths {
            let path = path.strip_prefix("test/").unwrap_or(path);
            // A single test may import what lies beside it.
            let folder = match root.join(path).is_dir() {
                true => path,
                false => path.rsplit_once('/').map_or("", |(folder, _)| folder),
            };
            link_tree(&root.join(folder), &stage.file(folder))?;
        }
        if paths.is_empty() {
            link_tree(root, &stage.file(""))?;
        }
        Ok(stage)
    }

    /// Where the test `file` lies.
    pub(super) fn file(&self, file: &str) -> PathBuf {
        self.scratch.path().join("test").join(file)
    }

    /// The script that runs one test.
    pub(super) fn host(&self) -> PathBuf {
        self.scratch.path().join("host.cjs")
    }
}

fn link_tree(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            link_tree(&entry.path(), &target)?;
        } else if !target.exists() && fs::hard_link(entry.path(), &target).is_err() {
            fs::copy(entry.path(), &target)?;
        }
    }
    Ok(())
}
