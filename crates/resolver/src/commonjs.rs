//! Resolution of `require`.
//!
//! `Module._resolveLookupPaths` and `Module._nodeModulePaths` stay in JavaScript, as programs patch them; what
//! they give comes here as a list of folders.

use url::Url;

use crate::error::ResolveError;
use crate::esm::contains_encoded_separator;
use crate::file_system::{FileSystem, Kind};
use crate::package::package_json_in;
use crate::{Code, Resolver, file_url, path};

/// What `Object.keys(Module._extensions)` gives unless a program adds to it.
pub const DEFAULT_EXTENSIONS: [&str; 3] = [".js", ".json", ".node"];

/// The `node_modules` folders that a module in `folder` sees, nearest first.
pub fn node_modules_above(folder: &str) -> Vec<String> {
    let mut folders = Vec::new();
    let mut at = folder.trim_end_matches('/');
    loop {
        if path::base_name(at) != "node_modules" {
            folders.push(format!("{at}/node_modules"));
        }
        if at.is_empty() {
            return folders;
        }
        at = &at[..at.rfind('/').unwrap_or(0)];
    }
}

/// Whether a request can only mean a folder.
fn asks_for_folder(request: &str) -> bool {
    request.ends_with('/') || matches!(path::base_name(request), "." | "..")
}

/// The package name at the start of a bare request, and the rest.
fn split_request(request: &str) -> Option<(&str, &str)> {
    let valid = |part: &str| !part.is_empty() && !part.contains(['\\', '%']);
    let (scope, unscoped) = match request.strip_prefix('@') {
        Some(rest) => {
            let (scope, unscoped) = rest.split_once('/')?;
            (Some(scope), unscoped)
        }
        None => (None, request),
    };
    let name = unscoped.split('/').next().unwrap_or_default();
    if !valid(name) || name.starts_with('.') || scope.is_some_and(|scope| !valid(scope)) {
        return None;
    }
    let length = scope.map_or(0, |scope| scope.len() + 2) + name.len();
    Some(request.split_at(length))
}

impl<F: FileSystem> Resolver<F> {
    /// The file that `request` means when looked for in `folders`, as `Module._findPath` does.
    ///
    /// Folders are absolute; an absolute request needs none.
    ///
    /// # Errors
    /// Those of `exports`, a broken package.json, and `MODULE_NOT_FOUND` for a `main` that leads nowhere.
    pub fn find_path(
        &self,
        request: &str,
        folders: &[String],
        extensions: &[String],
        is_main: bool,
        conditions: &[String],
    ) -> Result<Option<String>, ResolveError> {
        if path::is_absolute(request) {
            return self.find_at(&path::normalize(request), request, extensions, is_main);
        }
        let relative = path::is_relative(request);
        for folder in folders {
            // `../x` can be found even if the folder itself is gone.
            let leaves_folder = relative && request.starts_with("..");
            if !leaves_folder && self.kind(folder) != Kind::Directory {
                continue;
            }
            if !relative && let Some(found) = self.find_exported(folder, request, conditions)? {
                return Ok(Some(found));
            }
            let base = path::resolve(folder, request);
            if let Some(found) = self.find_at(&base, request, extensions, is_main)? {
                return Ok(Some(found));
            }
        }
        Ok(None)
    }

    /// The file that `request` means by the `exports` of its own package, if it names that.
    ///
    /// # Errors
    /// Those of `exports`, `MODULE_NOT_FOUND` if the file is missing.
    pub fn resolve_self(
        &self,
        request: &str,
        parent_path: &str,
        conditions: &[String],
    ) -> Result<Option<String>, ResolveError> {
        let Some(package) = self.scope_of(parent_path)? else {
            return Ok(None);
        };
        let (Some(name), true) = (&package.name, package.exports.is_some()) else {
            return Ok(None);
        };
        let subpath = match request.strip_prefix(name.as_str()) {
            Some("") => ".".to_owned(),
            Some(rest) if rest.starts_with('/') => format!(".{rest}"),
            _ => return Ok(None),
        };
        let base = parent_url(parent_path)?;
        let url = self.exports_target(&package, &subpath, Some(&base), conditions)?;
        self.exported_file(&url, Some(parent_path), package.folder()).map(Some)
    }

    /// The file that `#name` means in the package that the file `parent_path` belongs to; `None` if that has no
    /// `imports`.
    ///
    /// # Errors
    /// Those of `imports`, `MODULE_NOT_FOUND` if the file is missing.
    pub fn resolve_imports(
        &self,
        request: &str,
        parent_path: &str,
        conditions: &[String],
    ) -> Result<Option<String>, ResolveError> {
        let Some(package) = self.scope_of(parent_path)?.filter(|package| package.imports.is_some()) else {
            return Ok(None);
        };
        let base = parent_url(parent_path)?;
        let url = self.imports_target(request, &base, conditions).map_err(|error| match error.code {
            Code::EsModuleNotFound => ResolveError::commonjs_not_found(request, None),
            _ => error,
        })?;
        if url.scheme() == "node" {
            return Ok(Some(url.into()));
        }
        self.exported_file(&url, Some(parent_path), &package.path).map(Some)
    }

    fn find_exported(
        &self,
        folder: &str,
        request: &str,
        conditions: &[String],
    ) -> Result<Option<String>, ResolveError> {
        let Some((name, rest)) = split_request(request) else {
            return Ok(None);
        };
        let package_folder = path::resolve(folder, name);
        let Some(package) = self.package_in(&package_folder)?.filter(|package| package.exports.is_some()) else {
            return Ok(None);
        };
        let url = self.exports_target(&package, &format!(".{rest}"), None, conditions)?;
        self.exported_file(&url, None, &package_folder).map(Some)
    }

    fn exported_file(&self, url: &Url, parent: Option<&str>, package: &str) -> Result<String, ResolveError> {
        if contains_encoded_separator(url.as_str()) {
            let reason = "must not include encoded \"/\" or \"\\\" characters";
            return Err(ResolveError::invalid_module_specifier(url.as_str(), reason, parent));
        }
        let path = file_url::to_path(url)?;
        match self.file(&path, false) {
            Some(found) => Ok(found),
            None => Err(ResolveError::commonjs_not_found(&path, Some(package.to_owned()))),
        }
    }

    fn find_at(
        &self,
        base: &str,
        request: &str,
        extensions: &[String],
        is_main: bool,
    ) -> Result<Option<String>, ResolveError> {
        let kind = self.kind(base);
        if !asks_for_folder(request) {
            let found = match kind {
                Kind::File => Some(self.finished(base, is_main)),
                _ => self.with_extension(base, extensions, is_main),
            };
            if found.is_some() {
                return Ok(found);
            }
        }
        if kind == Kind::Directory { self.find_in_folder(base, request, extensions, is_main) } else { Ok(None) }
    }

    /// What the folder `base` stands for: its package's `main`, else its index file.
    fn find_in_folder(
        &self,
        base: &str,
        request: &str,
        extensions: &[String],
        is_main: bool,
    ) -> Result<Option<String>, ResolveError> {
        let index = path::resolve(base, "index");
        let package = self.package_in(base)?;
        let Some((package, main)) =
            package.as_ref().and_then(|p| Some((p, p.main.as_deref()?))).filter(|(_, main)| !main.is_empty())
        else {
            return Ok(self.with_extension(&index, extensions, is_main));
        };
        let file = path::resolve(base, main);
        let found = self
            .file(&file, is_main)
            .or_else(|| self.with_extension(&file, extensions, is_main))
            .or_else(|| self.with_extension(&path::resolve(&file, "index"), extensions, is_main));
        if found.is_some() {
            return Ok(found);
        }
        let Some(found) = self.with_extension(&index, extensions, is_main) else {
            let message =
                format!("Cannot find module '{file}'. Please verify that the package.json has a valid \"main\" entry");
            return Err(ResolveError {
                path: Some(package_json_in(base).into()),
                request_path: Some(request.into()),
                ..ResolveError::new(Code::ModuleNotFound, message)
            });
        };
        self.warn(
            "DEP0128",
            format!(
                "Invalid 'main' field in '{}' of '{main}'. Please either fix that or report it to the module author",
                package.path
            ),
        );
        Ok(Some(found))
    }

    fn with_extension(&self, base: &str, extensions: &[String], is_main: bool) -> Option<String> {
        let mut candidate = String::with_capacity(base.len() + 8);
        extensions.iter().find_map(|extension| {
            candidate.clear();
            candidate.push_str(base);
            candidate.push_str(extension);
            self.file(&candidate, is_main)
        })
    }

    fn file(&self, path: &str, is_main: bool) -> Option<String> {
        (self.kind(path) == Kind::File).then(|| self.finished(path, is_main))
    }

    fn finished(&self, path: &str, is_main: bool) -> String {
        let preserve = if is_main { self.options.preserve_symlinks_main } else { self.options.preserve_symlinks };
        if preserve { path.to_owned() } else { self.real_path(path) }
    }
}

fn parent_url(parent_path: &str) -> Result<Url, ResolveError> {
    Url::parse(&file_url::from_path(parent_path))
        .map_err(|_| ResolveError::unsupported_request(parent_path, parent_path))
}
