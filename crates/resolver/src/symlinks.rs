//! Where a path really leads.

use crate::file_system::FileSystem;
use crate::{Resolver, path};

/// How many links one path may go through, as the kernel has it.
const LINK_LIMIT: usize = 40;

impl<F: FileSystem> Resolver<F> {
    /// `path` with all symbolic links resolved. What was resolved is remembered, the folders on the way
    /// included, so that a file beside another costs one look.
    pub fn real_path(&self, path: &str) -> String {
        self.remembered(&path::normalize(path), LINK_LIMIT)
    }

    fn real(&self, path: &str, links_left: usize) -> String {
        if path == "/" || links_left == 0 {
            return path.to_owned();
        }
        let folder = path::parent(path);
        let real_folder = self.remembered(folder, links_left);
        let name = path::base_name(path);
        let here = if real_folder == "/" { format!("/{name}") } else { format!("{real_folder}/{name}") };
        match self.file_system.link_target(&here) {
            Some(target) => self.real(&path::resolve(&real_folder, &target), links_left - 1),
            None => here,
        }
    }

    fn remembered(&self, path: &str, links_left: usize) -> String {
        if let Some(real) = self.real_paths.borrow().get(path) {
            return real.clone();
        }
        let real = self.real(path, links_left);
        self.real_paths.borrow_mut().insert(path.to_owned(), real.clone());
        real
    }
}

#[cfg(test)]
mod tests {
    use crate::{MemoryFileSystem, Options, Resolver};

    #[test]
    fn links_in_folders_and_files_are_followed() {
        let mut fs = MemoryFileSystem::with(&[("/store/pkg/index.js", "")]);
        fs.link("/app/node_modules/pkg", "../../store/pkg");
        fs.link("/app/main.js", "node_modules/pkg/index.js");
        let resolver = Resolver::new(fs, Options::default());
        assert_eq!(resolver.real_path("/app/node_modules/pkg/index.js"), "/store/pkg/index.js");
        assert_eq!(resolver.real_path("/app/main.js"), "/store/pkg/index.js");
        assert_eq!(resolver.real_path("/app/missing"), "/app/missing");
    }

    #[test]
    fn a_loop_ends() {
        let mut fs = MemoryFileSystem::default();
        fs.link("/a", "/b");
        fs.link("/b", "/a");
        Resolver::new(fs, Options::default()).real_path("/a");
    }
}
