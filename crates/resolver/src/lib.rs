//! Node's module resolution, for CommonJS and for ES modules.
//!
//! Everything here is a function of its arguments and of a [`FileSystem`]; nothing knows V8. The rules are
//! those of Node 26, error codes and messages included
//! (<https://nodejs.org/api/modules.html>, <https://nodejs.org/api/esm.html#resolution-algorithm-specification>,
//! <https://nodejs.org/api/packages.html>).
//!
//! | module | holds |
//! | --- | --- |
//! | [`file_system`] | what resolution asks of a file system; the real one and one in memory |
//! | [`package`] | package.json: what is read of it, and the cache |
//! | [`commonjs`] | `require`: lookup folders, extensions, `main`, index files |
//! | [`esm`] | `import`: URLs, packages |
//! | [`target`] | `exports` and `imports` of a package |
//! | [`format`] | how the file behind a path is to be read |
//! | [`error`] | failures with Node's codes and messages |

pub mod commonjs;
pub mod error;
pub mod esm;
pub mod file_system;
pub mod file_url;
pub mod format;
pub mod package;
pub mod path;
mod symlinks;
pub mod target;

use std::cell::{Cell, RefCell};
use std::collections::{HashMap, HashSet};

pub use error::{Code, ResolveError, Warning};
pub use file_system::{FileSystem, Kind, MemoryFileSystem, NativeFileSystem};
pub use format::Format;
pub use package::{Package, PackageType};

/// What the command line and the list of built-in modules say about resolution.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Keep the path of a symbolic link instead of its target (`--preserve-symlinks`).
    pub preserve_symlinks: bool,
    /// The same for the program's entry point (`--preserve-symlinks-main`).
    pub preserve_symlinks_main: bool,
    /// Conditions of `require`, without `default`.
    pub require_conditions: Vec<String>,
    /// Conditions of `import`, without `default`.
    pub import_conditions: Vec<String>,
    /// Ids of the built-in modules that need no `node:` before them.
    pub builtins: HashSet<String>,
    /// Whether `.ts`, `.mts` and `.cts` are known (`--strip-types`).
    pub typescript: bool,
}

/// Resolution over a file system, with its caches.
///
/// What was read of a package.json is remembered for ever, as Node does; the kind of a file only between
/// [`Resolver::begin_load`] and [`Resolver::end_load`]; where paths lead for ever.
#[derive(Debug)]
pub struct Resolver<F> {
    file_system: F,
    options: Options,
    packages: RefCell<package::Cache>,
    kinds: RefCell<HashMap<String, Kind>>,
    loading: Cell<bool>,
    real_paths: RefCell<HashMap<String, String>>,
    warnings: RefCell<Vec<Warning>>,
}

impl<F: FileSystem> Resolver<F> {
    /// A resolver with empty caches.
    pub fn new(file_system: F, options: Options) -> Resolver<F> {
        Resolver {
            file_system,
            options,
            packages: RefCell::default(),
            kinds: RefCell::default(),
            loading: Cell::new(false),
            real_paths: RefCell::default(),
            warnings: RefCell::default(),
        }
    }

    /// The options that it was made with.
    pub fn options(&self) -> &Options {
        &self.options
    }

    /// From here on, kinds of existing files are remembered.
    pub fn begin_load(&self) {
        self.loading.set(true);
    }

    /// Forgets the kinds of files.
    pub fn end_load(&self) {
        self.loading.set(false);
        self.kinds.borrow_mut().clear();
    }

    /// The deprecations met since the last call. Each is to be emitted as a process warning.
    pub fn take_warnings(&self) -> Vec<Warning> {
        std::mem::take(&mut *self.warnings.borrow_mut())
    }

    /// What is at `path`.
    pub fn kind(&self, path: &str) -> Kind {
        if !self.loading.get() {
            return self.file_system.kind(path);
        }
        if let Some(kind) = self.kinds.borrow().get(path) {
            return *kind;
        }
        let kind = self.file_system.kind(path);
        // A file that is missing now may be written by the module that is being loaded.
        if kind != Kind::Missing {
            self.kinds.borrow_mut().insert(path.to_owned(), kind);
        }
        kind
    }

    pub(crate) fn warn(&self, code: &'static str, message: String) {
        self.warnings.borrow_mut().push(Warning { code, message });
    }
}
