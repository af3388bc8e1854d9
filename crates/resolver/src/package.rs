//! package.json: what resolution reads of it, and where it is remembered.

use std::collections::HashMap;
use std::rc::Rc;

use serde_json::{Map, Value};

use crate::error::ResolveError;
use crate::file_system::FileSystem;
use crate::{Resolver, path};

/// The `type` field.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum PackageType {
    CommonJs,
    Module,
    /// Absent, or a value that Node does not know.
    #[default]
    None,
}

impl PackageType {
    /// The field's text; `none` if there is none.
    pub fn name(self) -> &'static str {
        match self {
            PackageType::CommonJs => "commonjs",
            PackageType::Module => "module",
            PackageType::None => "none",
        }
    }
}

/// What resolution reads of a package.json. Fields of a wrong type count as absent.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Package {
    /// Where the package.json is.
    pub path: String,
    pub name: Option<String>,
    pub main: Option<String>,
    pub package_type: PackageType,
    /// A text, array or object.
    pub exports: Option<Value>,
    /// An array or object.
    pub imports: Option<Value>,
}

impl Package {
    /// The package's folder.
    pub fn folder(&self) -> &str {
        path::parent(&self.path)
    }

    /// The folder as error messages show it, with a final slash.
    pub(crate) fn shown_folder(&self) -> &str {
        &self.path[..self.path.len() - "package.json".len()]
    }

    fn parse(path: &str, text: &[u8]) -> Option<Package> {
        let text = text.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(text);
        let mut fields: Map<String, Value> = serde_json::from_slice(text).ok()?;
        let mut take = |key: &str| fields.remove(key);
        let text_of = |value: Option<Value>| match value {
            Some(Value::String(text)) => Some(text),
            _ => None,
        };
        let package_type = match take("type") {
            Some(Value::String(text)) if text == "module" => PackageType::Module,
            Some(Value::String(text)) if text == "commonjs" => PackageType::CommonJs,
            _ => PackageType::None,
        };
        Some(Package {
            path: path.to_owned(),
            name: text_of(take("name")),
            main: text_of(take("main")),
            package_type,
            exports: take("exports").filter(|v| v.is_string() || v.is_array() || v.is_object()),
            imports: take("imports").filter(|v| v.is_array() || v.is_object()),
        })
    }
}

/// What was read so far.
#[derive(Debug, Default)]
pub(crate) struct Cache {
    /// By path of the package.json. Missing ones are not remembered: a program may write one.
    packages: HashMap<String, Rc<Package>>,
    /// By folder: the package that a file in it belongs to.
    scopes: HashMap<String, Option<Rc<Package>>>,
}

/// Who asks for a package.json; only its error message shows it.
#[derive(Clone, Copy, Debug)]
pub struct Importer<'a> {
    /// What was to be imported.
    pub specifier: &'a str,
    /// The path of the importing module.
    pub base: &'a str,
}

impl<F: FileSystem> Resolver<F> {
    /// The package.json at `path`, if there is one.
    ///
    /// # Errors
    /// `ERR_INVALID_PACKAGE_CONFIG` if it is no JSON object.
    pub fn package(&self, path: &str, importer: Option<Importer<'_>>) -> Result<Option<Rc<Package>>, ResolveError> {
        if let Some(package) = self.packages.borrow().packages.get(path) {
            return Ok(Some(package.clone()));
        }
        let Ok(text) = self.file_system.read(path) else {
            return Ok(None);
        };
        let Some(package) = Package::parse(path, &text) else {
            let importer = importer.map(|i| format!("\"{}\" from {}", i.specifier, i.base));
            return Err(ResolveError::invalid_package_config(path, importer.as_deref(), ""));
        };
        let package = Rc::new(package);
        self.packages.borrow_mut().packages.insert(path.to_owned(), package.clone());
        Ok(Some(package))
    }

    /// The package.json of `folder`, if there is one.
    ///
    /// # Errors
    /// As for [`Resolver::package`].
    pub fn package_in(&self, folder: &str) -> Result<Option<Rc<Package>>, ResolveError> {
        self.package(&package_json_in(folder), None)
    }

    /// The package that the file `path` belongs to: the nearest package.json above it, up to a `node_modules`
    /// folder. A `path` with a final slash is a folder.
    ///
    /// # Errors
    /// As for [`Resolver::package`].
    pub fn scope_of(&self, path: &str) -> Result<Option<Rc<Package>>, ResolveError> {
        let folder = match path.strip_suffix('/') {
            Some("") => "/",
            Some(folder) => folder,
            None => path::parent(path),
        };
        self.scope_of_folder(folder)
    }

    fn scope_of_folder(&self, folder: &str) -> Result<Option<Rc<Package>>, ResolveError> {
        if let Some(package) = self.packages.borrow().scopes.get(folder) {
            return Ok(package.clone());
        }
        if folder.ends_with("/node_modules") {
            return Ok(None);
        }
        let package = match self.package_in(folder)? {
            Some(package) => Some(package),
            None if folder == "/" => None,
            None => self.scope_of_folder(path::parent(folder))?,
        };
        self.packages.borrow_mut().scopes.insert(folder.to_owned(), package.clone());
        Ok(package)
    }
}

/// The path of the package.json of `folder`.
pub(crate) fn package_json_in(folder: &str) -> String {
    if folder.ends_with('/') { format!("{folder}package.json") } else { format!("{folder}/package.json") }
}

#[cfg(test)]
mod tests {
    use crate::{Code, MemoryFileSystem, Options, PackageType, Resolver};

    fn resolver(files: &[(&str, &str)]) -> Resolver<MemoryFileSystem> {
        Resolver::new(MemoryFileSystem::with(files), Options::default())
    }

    #[test]
    fn fields_of_a_wrong_type_count_as_absent() {
        let text = r#"{"name":1,"main":[],"type":"other","exports":null,"imports":"x"}"#;
        let resolver = resolver(&[("/a/package.json", text)]);
        let package = resolver.package_in("/a").unwrap().unwrap();
        assert_eq!((&package.name, &package.main), (&None, &None));
        assert_eq!((&package.exports, &package.imports), (&None, &None));
        assert_eq!(package.package_type, PackageType::None);
    }

    #[test]
    fn the_nearest_package_wins_and_node_modules_ends_the_search() {
        let resolver = resolver(&[
            ("/a/package.json", r#"{"type":"module"}"#),
            ("/a/b/package.json", "{}"),
            ("/a/node_modules/c/x.js", ""),
        ]);
        let scope = |path| resolver.scope_of(path).unwrap().map(|p| p.path.clone());
        assert_eq!(scope("/a/x.js").as_deref(), Some("/a/package.json"));
        assert_eq!(scope("/a/b/c/d/x.js").as_deref(), Some("/a/b/package.json"));
        assert_eq!(scope("/a/b/").as_deref(), Some("/a/b/package.json"));
        assert_eq!(scope("/a/node_modules/c/x.js"), None);
        assert_eq!(scope("/x.js"), None);
    }

    #[test]
    fn a_broken_package_json_is_an_error() {
        let resolver = resolver(&[("/a/package.json", "{oops")]);
        let error = resolver.scope_of("/a/x.js").unwrap_err();
        assert_eq!(error.code, Code::InvalidPackageConfig);
        assert_eq!(error.message, "Invalid package config /a/package.json.");
    }
}
