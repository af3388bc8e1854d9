//! Resolution of `import`.

use url::Url;

use crate::commonjs::DEFAULT_EXTENSIONS;
use crate::error::{ResolveError, quoted};
use crate::file_system::{FileSystem, Kind};
use crate::format::Format;
use crate::package::{Importer, Package, package_json_in};
use crate::{Code, Resolver, file_url, path};

/// Where a specifier leads.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Resolution {
    pub url: String,
    /// The format by the file's extension; `None` where only loading will tell.
    pub format: Option<Format>,
}

/// What a package without `exports` may mean by its `main`, in this order.
const MAIN_SUFFIXES: [&str; 7] = ["", ".js", ".json", ".node", "/index.js", "/index.json", "/index.node"];
/// What it may mean without a usable `main`.
const INDEX_FILES: [&str; 3] = ["index.js", "index.json", "index.node"];

/// Whether a specifier is a path, not a package or a URL.
fn is_path(specifier: &str) -> bool {
    specifier.starts_with('/') || path::is_relative(specifier)
}

impl<F: FileSystem> Resolver<F> {
    /// Resolves `specifier` as imported by the module with the URL `parent`; without a parent it is the entry
    /// point, seen from the folder `cwd`.
    ///
    /// # Errors
    /// Those of Node's ES module resolution. A missing module's message ends with what CommonJS would have
    /// found, if anything.
    pub fn resolve_import(
        &self,
        specifier: &str,
        parent: Option<&str>,
        cwd: &str,
        conditions: Option<&[String]>,
    ) -> Result<Resolution, ResolveError> {
        let base = parent.and_then(|parent| Url::parse(parent).ok());
        let early = match &base {
            Some(base) if is_path(specifier) => base.join(specifier).ok(),
            _ => Url::parse(specifier).ok(),
        };
        match early.as_ref().map(Url::scheme) {
            Some("data") => {
                let url = early.map(String::from).unwrap_or_default();
                return Ok(Resolution { url, format: None });
            }
            Some("node") => {
                return Ok(Resolution { url: specifier.to_owned(), format: Some(Format::Builtin) });
            }
            _ => {}
        }
        let (base, preserve) = match (base, parent) {
            (Some(base), _) => (base, self.options.preserve_symlinks),
            (None, Some(parent)) => {
                return Err(ResolveError::unsupported_request(specifier, parent));
            }
            (None, None) => {
                let folder = if cwd.ends_with('/') { cwd.to_owned() } else { format!("{cwd}/") };
                let base = Url::parse(&file_url::from_path(&folder))
                    .map_err(|_| ResolveError::unsupported_request(specifier, cwd))?;
                (base, self.options.preserve_symlinks_main)
            }
        };
        let conditions = conditions.unwrap_or(&self.options.import_conditions);
        let url = self
            .module_url(specifier, &base, conditions, preserve)
            .map_err(|error| self.with_hint(error, specifier, &base))?;
        let format = match url.scheme() {
            "file" => self.format_of(&file_url::to_path(&url)?).ok(),
            "node" => Some(Format::Builtin),
            _ => None,
        };
        Ok(Resolution { url: url.into(), format })
    }

    /// The URL that `specifier` stands for, checked if it is a file's.
    fn module_url(
        &self,
        specifier: &str,
        base: &Url,
        conditions: &[String],
        preserve_symlinks: bool,
    ) -> Result<Url, ResolveError> {
        let unsupported = || ResolveError::unsupported_request(specifier, base.as_str());
        let url = if is_path(specifier) {
            base.join(specifier).map_err(|_| unsupported())?
        } else if base.scheme() == "file" && specifier.starts_with('#') {
            self.imports_target(specifier, base, conditions)?
        } else if let Ok(url) = Url::parse(specifier) {
            url
        } else {
            if base.scheme() != "file" && !self.options.builtins.contains(specifier) {
                return Err(unsupported());
            }
            self.package_target(specifier, base, conditions)?
        };
        if url.scheme() == "file" { self.existing_file(url, base, preserve_symlinks) } else { Ok(url) }
    }

    /// `url` with links resolved, if it is a file that exists.
    fn existing_file(&self, url: Url, base: &Url, preserve_symlinks: bool) -> Result<Url, ResolveError> {
        let shown_base = file_url::shown(base);
        if contains_encoded_separator(url.path()) {
            let reason = "must not include encoded \"/\" or \"\\\" characters";
            return Err(ResolveError::invalid_module_specifier(url.path(), reason, Some(&shown_base)));
        }
        let path = file_url::to_path(&url)?;
        if path.ends_with('/') {
            return Err(ResolveError::directory_import(&path, &shown_base, url.into()));
        }
        match self.kind(&path) {
            Kind::Directory => Err(ResolveError::directory_import(&path, &shown_base, url.into())),
            Kind::Missing => Err(ResolveError::module_not_found(&path, &shown_base, url.into())),
            Kind::File if preserve_symlinks => Ok(url),
            Kind::File => {
                let real = self.real_path(&path);
                if real == path {
                    return Ok(url);
                }
                let Ok(mut real) = Url::parse(&file_url::from_path(&real)) else {
                    return Ok(url);
                };
                real.set_query(url.query());
                real.set_fragment(url.fragment());
                Ok(real)
            }
        }
    }

    /// The URL of a bare specifier: a built-in module, the importing package itself, or one in `node_modules`.
    pub(crate) fn package_target(
        &self,
        specifier: &str,
        base: &Url,
        conditions: &[String],
    ) -> Result<Url, ResolveError> {
        let not_url = |_| ResolveError::unsupported_request(specifier, base.as_str());
        if self.options.builtins.contains(specifier) {
            return Url::parse(&format!("node:{specifier}")).map_err(not_url);
        }
        let base_path = file_url::shown(base);
        let (name, subpath) = split_specifier(specifier).ok_or_else(|| {
            ResolveError::invalid_module_specifier(specifier, "is not a valid package name", Some(&base_path))
        })?;
        let subpath = format!(".{subpath}");
        if let Some(own) = self.scope_of(&base_path)?
            && own.exports.is_some()
            && own.name.as_deref() == Some(name)
        {
            return self.exports_target(&own, &subpath, Some(base), conditions);
        }
        let folder =
            self.package_folder(name, &base_path).ok_or_else(|| ResolveError::package_not_found(name, &base_path))?;
        let importer = Importer { specifier, base: &base_path };
        let package = self.package(&package_json_in(&folder), Some(importer))?;
        if let Some(package) = package.as_deref().filter(|p| p.exports.is_some()) {
            return self.exports_target(package, &subpath, Some(base), conditions);
        }
        if subpath == "." {
            return self.main_target(&folder, package.as_deref(), base);
        }
        let package_url = Url::parse(&file_url::from_path(&package_json_in(&folder))).map_err(not_url)?;
        package_url.join(&subpath).map_err(not_url)
    }

    /// The package.json that `import(specifier)` from `base` would consult, for a bare specifier.
    ///
    /// # Errors
    /// `ERR_INVALID_MODULE_SPECIFIER`, `ERR_MODULE_NOT_FOUND`, or that a package.json is broken.
    pub fn package_json_of(&self, specifier: &str, base: &str) -> Result<String, ResolveError> {
        let (name, _) = split_specifier(specifier).ok_or_else(|| {
            ResolveError::invalid_module_specifier(specifier, "is not a valid package name", Some(base))
        })?;
        if let Some(own) = self.scope_of(base)?
            && own.exports.is_some()
            && own.name.as_deref() == Some(name)
        {
            return Ok(own.path.clone());
        }
        match self.package_folder(name, base) {
            Some(folder) => Ok(package_json_in(&folder)),
            None => Err(ResolveError::package_not_found(name, base)),
        }
    }

    /// The folder of package `name` in the nearest `node_modules`.
    fn package_folder(&self, name: &str, base_path: &str) -> Option<String> {
        let mut folder =
            if base_path.ends_with('/') { base_path.trim_end_matches('/') } else { path::parent(base_path) };
        loop {
            let at = folder.trim_end_matches('/');
            let candidate = format!("{at}/node_modules/{name}");
            if self.kind(&candidate) == Kind::Directory {
                return Some(candidate);
            }
            if at.is_empty() {
                return None;
            }
            folder = path::parent(folder);
        }
    }

    /// What a package without `exports` stands for.
    fn main_target(&self, folder: &str, package: Option<&Package>, base: &Url) -> Result<Url, ResolveError> {
        let main = package.and_then(|p| p.main.as_deref()).filter(|main| !main.is_empty());
        let by_main = main
            .into_iter()
            .flat_map(|main| MAIN_SUFFIXES.iter().map(move |suffix| path::resolve(folder, &format!("{main}{suffix}"))));
        let by_index = INDEX_FILES.iter().map(|file| format!("{folder}/{file}"));
        let Some(found) = by_main.chain(by_index).find(|candidate| self.kind(candidate) == Kind::File) else {
            let base = file_url::shown(base);
            let missing = path::resolve(folder, main.unwrap_or(INDEX_FILES[0]));
            return Err(ResolveError::package_not_found(&missing, &base));
        };
        if self.format_of(&found) == Ok(Format::Module) {
            self.warn_guessed_main(folder, main, &found, base);
        }
        Url::parse(&file_url::from_path(&found)).map_err(|_| ResolveError::unsupported_request(&found, base.as_str()))
    }

    fn warn_guessed_main(&self, folder: &str, main: Option<&str>, found: &str, base: &Url) {
        let base = file_url::shown(base);
        let folder = format!("{folder}/");
        let file = &found[folder.len()..];
        let message = match main {
            None => format!(
                "No \"main\" or \"exports\" field defined in the package.json for {folder} resolving the main entry \
                 point \"{file}\", imported from {base}.\nDefault \"index\" lookups for the main are deprecated for ES modules."
            ),
            Some(main) if path::resolve(&folder, main) != found => format!(
                "Package {folder} has a \"main\" field set to \"{main}\", excluding the full filename and extension to \
                 the resolved file at \"{file}\", imported from {base}.\n Automatic extension resolution of the \"main\" \
                 field is deprecated for ES modules."
            ),
            Some(_) => return,
        };
        self.warn("DEP0151", message);
    }

    /// Adds to a missing module's message what `require` would have found.
    fn with_hint(&self, mut error: ResolveError, specifier: &str, base: &Url) -> ResolveError {
        if !matches!(error.code, Code::EsModuleNotFound | Code::UnsupportedDirImport) {
            return error;
        }
        if let Some(found) = self.commonjs_hint(specifier, base) {
            error.message.push_str(&format!("\nDid you mean to import {}?", quoted(&found)));
        }
        error
    }

    fn commonjs_hint(&self, specifier: &str, base: &Url) -> Option<String> {
        let specifier = match Url::parse(specifier) {
            Ok(url) if url.scheme() == "file" => file_url::to_path(&url).ok()?,
            _ => specifier.to_owned(),
        };
        let parent = file_url::to_path(base).ok()?;
        let folder = path::parent(&parent);
        let extensions = DEFAULT_EXTENSIONS.map(str::to_owned);
        let conditions = &self.options.require_conditions;
        let lookup =
            if is_path(&specifier) { vec![folder.to_owned()] } else { crate::commonjs::node_modules_above(&parent) };
        let found = self.find_path(&specifier, &lookup, &extensions, false, conditions).ok()??;
        let hint = if path::is_relative(&specifier) {
            relative_specifier(folder, &found)
        } else if specifier.starts_with('/') {
            found
        } else {
            let name = specifier.split('/').next().unwrap_or_default();
            let needle = format!("/node_modules/{name}/");
            match found.rfind(&needle) {
                Some(at) => {
                    let rest = found[at + needle.len()..].split('/').map(encode_component);
                    format!("{name}/{}", rest.collect::<Vec<_>>().join("/"))
                }
                None => file_url::from_path(&found),
            }
        };
        (hint != specifier).then_some(hint)
    }
}

/// A package's name and the rest of a bare specifier, or `None` if it does not start with a valid name.
fn split_specifier(specifier: &str) -> Option<(&str, &str)> {
    let end = if specifier.starts_with('@') {
        let slash = specifier.find('/')?;
        specifier[slash + 1..].find('/').map(|i| slash + 1 + i)
    } else {
        specifier.find('/')
    };
    let (name, rest) = specifier.split_at(end.unwrap_or(specifier.len()));
    (!name.starts_with('.') && !name.contains(['%', '\\'])).then_some((name, rest))
}

pub(crate) fn contains_encoded_separator(path: &str) -> bool {
    path.as_bytes()
        .windows(3)
        .any(|w| w[0] == b'%' && matches!((w[1], w[2].to_ascii_uppercase()), (b'2', b'F') | (b'5', b'C')))
}

/// The relative specifier of `file` for a module in `folder`, escaped as in a URL.
fn relative_specifier(folder: &str, file: &str) -> String {
    let from = folder.split('/').filter(|part| !part.is_empty()).collect::<Vec<_>>();
    let to = file.split('/').filter(|part| !part.is_empty()).collect::<Vec<_>>();
    let shared = from.iter().zip(&to).take_while(|(a, b)| a == b).count();
    let up = from.len() - shared;
    let start = if up == 0 { "./".to_owned() } else { "../".repeat(up) };
    let escaped = file_url::from_path(&to[shared..].join("/"));
    format!("{start}{}", escaped.trim_start_matches("file://"))
}

/// JavaScript's `encodeURIComponent`.
fn encode_component(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.!~*'()".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}
