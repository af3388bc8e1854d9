//! Failures of resolution, with Node's codes and messages.

use std::fmt;

/// Which failure it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Code {
    InvalidModuleSpecifier,
    InvalidPackageConfig,
    InvalidPackageTarget,
    /// An ES module was not found.
    EsModuleNotFound,
    /// A CommonJS module was not found.
    ModuleNotFound,
    PackageImportNotDefined,
    PackagePathNotExported,
    UnsupportedDirImport,
    UnsupportedResolveRequest,
    InvalidFileUrlHost,
    InvalidFileUrlPath,
    UnknownFileExtension,
}

impl Code {
    /// The error's `code`.
    pub fn name(self) -> &'static str {
        match self {
            Code::InvalidModuleSpecifier => "ERR_INVALID_MODULE_SPECIFIER",
            Code::InvalidPackageConfig => "ERR_INVALID_PACKAGE_CONFIG",
            Code::InvalidPackageTarget => "ERR_INVALID_PACKAGE_TARGET",
            Code::EsModuleNotFound => "ERR_MODULE_NOT_FOUND",
            Code::ModuleNotFound => "MODULE_NOT_FOUND",
            Code::PackageImportNotDefined => "ERR_PACKAGE_IMPORT_NOT_DEFINED",
            Code::PackagePathNotExported => "ERR_PACKAGE_PATH_NOT_EXPORTED",
            Code::UnsupportedDirImport => "ERR_UNSUPPORTED_DIR_IMPORT",
            Code::UnsupportedResolveRequest => "ERR_UNSUPPORTED_RESOLVE_REQUEST",
            Code::InvalidFileUrlHost => "ERR_INVALID_FILE_URL_HOST",
            Code::InvalidFileUrlPath => "ERR_INVALID_FILE_URL_PATH",
            Code::UnknownFileExtension => "ERR_UNKNOWN_FILE_EXTENSION",
        }
    }

    /// Whether the error is a `TypeError`, not a plain `Error`.
    pub fn is_type_error(self) -> bool {
        matches!(
            self,
            Code::InvalidModuleSpecifier
                | Code::PackageImportNotDefined
                | Code::UnsupportedResolveRequest
                | Code::InvalidFileUrlHost
                | Code::InvalidFileUrlPath
                | Code::UnknownFileExtension
        )
    }
}

/// A failure. The optional parts become properties of the JavaScript error.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ResolveError {
    pub code: Code,
    pub message: String,
    /// `url`: what an ES module specifier resolved to before it was found missing.
    pub url: Option<Box<str>>,
    /// `path`: the package.json or package that led to a missing CommonJS module.
    pub path: Option<Box<str>>,
    /// `requestPath`: the request that met a wrong `main`.
    pub request_path: Option<Box<str>>,
    /// The text that is no URL; becomes the input of the error's `cause`.
    pub invalid_url: Option<Box<str>>,
}

/// A deprecation to be emitted as a process warning.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Warning {
    pub code: &'static str,
    pub message: String,
}

impl fmt::Display for ResolveError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "[{}]: {}", self.code.name(), self.message)
    }
}

impl std::error::Error for ResolveError {}

/// ` imported from {base}`, or nothing.
fn imported_from(base: Option<&str>) -> String {
    base.map(|base| format!(" imported from {base}")).unwrap_or_default()
}

/// A text as JSON, quotes included.
pub(crate) fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

impl ResolveError {
    pub(crate) fn new(code: Code, message: String) -> ResolveError {
        ResolveError { code, message, url: None, path: None, request_path: None, invalid_url: None }
    }

    pub(crate) fn invalid_module_specifier(request: &str, reason: &str, base: Option<&str>) -> ResolveError {
        let message = format!("Invalid module \"{request}\" {reason}{}", imported_from(base));
        ResolveError::new(Code::InvalidModuleSpecifier, message)
    }

    /// `base` is what was importing, `detail` a sentence about what is wrong.
    pub(crate) fn invalid_package_config(path: &str, base: Option<&str>, detail: &str) -> ResolveError {
        let base = base.map(|base| format!(" while importing {base}")).unwrap_or_default();
        let detail = if detail.is_empty() { String::new() } else { format!(" {detail}") };
        ResolveError::new(Code::InvalidPackageConfig, format!("Invalid package config {path}{base}.{detail}"))
    }

    /// `folder` is the package's, with its final slash; `target` is the offending text, or JSON if it is no text.
    pub(crate) fn invalid_package_target(
        folder: &str,
        key: &str,
        target: &str,
        is_imports: bool,
        base: Option<&str>,
    ) -> ResolveError {
        let from = imported_from(base);
        let relative = !is_imports && !target.is_empty() && !target.starts_with("./");
        let hint = if relative { "; targets must start with \"./\"" } else { "" };
        let target = quoted(target);
        let message = if key == "." {
            format!(
                "Invalid \"exports\" main target {target} defined in the package config {folder}package.json{from}{hint}"
            )
        } else {
            let field = if is_imports { "imports" } else { "exports" };
            format!(
                "Invalid \"{field}\" target {target} defined for '{key}' in the package config {folder}package.json{from}{hint}"
            )
        };
        ResolveError::new(Code::InvalidPackageTarget, message)
    }

    pub(crate) fn module_not_found(path: &str, base: &str, url: String) -> ResolveError {
        let message = format!("Cannot find module '{path}' imported from {base}");
        ResolveError { url: Some(url.into()), ..ResolveError::new(Code::EsModuleNotFound, message) }
    }

    pub(crate) fn package_not_found(name: &str, base: &str) -> ResolveError {
        let message = format!("Cannot find package '{name}' imported from {base}");
        ResolveError::new(Code::EsModuleNotFound, message)
    }

    pub(crate) fn commonjs_not_found(request: &str, path: Option<String>) -> ResolveError {
        let message = format!("Cannot find module '{request}'");
        ResolveError { path: path.map(Into::into), ..ResolveError::new(Code::ModuleNotFound, message) }
    }

    pub(crate) fn import_not_defined(specifier: &str, folder: Option<&str>, base: &str) -> ResolveError {
        let package = folder.map(|folder| format!(" in package {folder}package.json")).unwrap_or_default();
        let message = format!("Package import specifier \"{specifier}\" is not defined{package} imported from {base}");
        ResolveError::new(Code::PackageImportNotDefined, message)
    }

    pub(crate) fn path_not_exported(folder: &str, subpath: &str, base: Option<&str>) -> ResolveError {
        let from = imported_from(base);
        let message = if subpath == "." {
            format!("No \"exports\" main defined in {folder}package.json{from}")
        } else {
            format!("Package subpath '{subpath}' is not defined by \"exports\" in {folder}package.json{from}")
        };
        ResolveError::new(Code::PackagePathNotExported, message)
    }

    pub(crate) fn directory_import(path: &str, base: &str, url: String) -> ResolveError {
        let message = format!("Directory import '{path}' is not supported resolving ES modules imported from {base}");
        ResolveError { url: Some(url.into()), ..ResolveError::new(Code::UnsupportedDirImport, message) }
    }

    pub(crate) fn unsupported_request(request: &str, base: &str) -> ResolveError {
        let message = format!(
            "Failed to resolve module specifier \"{request}\" from \"{base}\": \
             Invalid relative URL or base scheme is not hierarchical."
        );
        ResolveError {
            invalid_url: Some(request.into()),
            ..ResolveError::new(Code::UnsupportedResolveRequest, message)
        }
    }

    pub(crate) fn unknown_extension(extension: &str, path: &str) -> ResolveError {
        let message = format!("Unknown file extension {} for {path}", quoted(extension));
        ResolveError::new(Code::UnknownFileExtension, message)
    }
}
