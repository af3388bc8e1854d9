//! What resolution asks of a file system.

use std::collections::BTreeMap;
use std::io;

/// What is at a path, links followed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    File,
    Directory,
    /// Nothing, or nothing that can be reached.
    Missing,
}

/// A file system with POSIX paths. Paths are absolute.
pub trait FileSystem {
    /// What is at `path`. Anything but a directory counts as a file.
    fn kind(&self, path: &str) -> Kind;

    /// The contents of a file.
    ///
    /// # Errors
    /// Whatever the system says.
    fn read(&self, path: &str) -> io::Result<Vec<u8>>;

    /// The target of a symbolic link; `None` if `path` is something else or missing.
    fn link_target(&self, path: &str) -> Option<String>;
}

/// The file system of the machine.
#[derive(Clone, Copy, Debug, Default)]
pub struct NativeFileSystem;

impl FileSystem for NativeFileSystem {
    fn kind(&self, path: &str) -> Kind {
        match std::fs::metadata(path) {
            Ok(metadata) if metadata.is_dir() => Kind::Directory,
            Ok(_) => Kind::File,
            Err(_) => Kind::Missing,
        }
    }

    fn read(&self, path: &str) -> io::Result<Vec<u8>> {
        std::fs::read(path)
    }

    fn link_target(&self, path: &str) -> Option<String> {
        std::fs::read_link(path).ok().map(|target| target.to_string_lossy().into_owned())
    }
}

#[derive(Clone, Debug)]
enum Node {
    File(Vec<u8>),
    Directory,
    Link(String),
}

/// A file system that is a table in memory, for tests and fuzzing.
#[derive(Clone, Debug, Default)]
pub struct MemoryFileSystem {
    nodes: BTreeMap<String, Node>,
}

/// How many links may follow one another before the path counts as a loop.
const LINK_LIMIT: usize = 40;

impl MemoryFileSystem {
    /// A file system of `files`, with the folders that they need.
    pub fn with(files: &[(&str, &str)]) -> MemoryFileSystem {
        let mut fs = MemoryFileSystem::default();
        for (path, contents) in files {
            fs.add(path, contents);
        }
        fs
    }

    /// Adds a file and the folders above it.
    pub fn add(&mut self, path: &str, contents: &str) {
        self.add_folders(path);
        self.nodes.insert(path.to_owned(), Node::File(contents.as_bytes().to_vec()));
    }

    /// Adds a symbolic link and the folders above it.
    pub fn link(&mut self, path: &str, target: &str) {
        self.add_folders(path);
        self.nodes.insert(path.to_owned(), Node::Link(target.to_owned()));
    }

    fn add_folders(&mut self, path: &str) {
        let mut folder = crate::path::parent(path);
        while self.nodes.insert(folder.to_owned(), Node::Directory).is_none() && folder != "/" {
            folder = crate::path::parent(folder);
        }
    }

    /// The node that `path` leads to, links in any of its parts followed.
    fn follow(&self, path: &str) -> Option<&Node> {
        let mut path = crate::path::normalize(path);
        for _ in 0..LINK_LIMIT {
            let mut ends = path.match_indices('/').skip(1).map(|(i, _)| i).collect::<Vec<_>>();
            ends.push(path.len());
            let link = ends.into_iter().find_map(|end| match self.nodes.get(&path[..end]) {
                Some(Node::Link(target)) => Some((end, target)),
                _ => None,
            });
            let Some((end, target)) = link else {
                return self.nodes.get(&path);
            };
            let base = crate::path::resolve(crate::path::parent(&path[..end]), target);
            path = crate::path::normalize(&format!("{base}{}", &path[end..]));
        }
        None
    }
}

impl FileSystem for MemoryFileSystem {
    fn kind(&self, path: &str) -> Kind {
        match self.follow(path) {
            Some(Node::Directory) => Kind::Directory,
            Some(_) => Kind::File,
            None => Kind::Missing,
        }
    }

    fn read(&self, path: &str) -> io::Result<Vec<u8>> {
        match self.follow(path) {
            Some(Node::File(contents)) => Ok(contents.clone()),
            Some(_) => Err(io::ErrorKind::IsADirectory.into()),
            None => Err(io::ErrorKind::NotFound.into()),
        }
    }

    fn link_target(&self, path: &str) -> Option<String> {
        match self.nodes.get(path) {
            Some(Node::Link(target)) => Some(target.clone()),
            _ => None,
        }
    }
}
