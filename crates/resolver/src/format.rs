//! How the file behind a path is to be read.

use crate::error::ResolveError;
use crate::file_system::FileSystem;
use crate::package::PackageType;
use crate::{Resolver, path};

/// What a file holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Format {
    Builtin,
    CommonJs,
    CommonJsTypescript,
    Json,
    Module,
    ModuleTypescript,
    Wasm,
    /// CommonJS or ES module: only the source tells.
    Undetermined,
    /// The same for TypeScript.
    UndeterminedTypescript,
}

impl Format {
    /// Node's name; `None` as long as it is undetermined.
    pub fn name(self) -> Option<&'static str> {
        match self {
            Format::Builtin => Some("builtin"),
            Format::CommonJs => Some("commonjs"),
            Format::CommonJsTypescript => Some("commonjs-typescript"),
            Format::Json => Some("json"),
            Format::Module => Some("module"),
            Format::ModuleTypescript => Some("module-typescript"),
            Format::Wasm => Some("wasm"),
            Format::Undetermined | Format::UndeterminedTypescript => None,
        }
    }
}

/// How WebAssembly binaries start.
const WASM_MAGIC: &[u8] = b"\0asm";

impl<F: FileSystem> Resolver<F> {
    /// The format of the file `path`, by its extension and package.
    ///
    /// # Errors
    /// `ERR_UNKNOWN_FILE_EXTENSION`, or that the package.json is broken.
    pub fn format_of(&self, path: &str) -> Result<Format, ResolveError> {
        let typescript = self.options.typescript;
        Ok(match path::extension(path) {
            ".mjs" => Format::Module,
            ".cjs" => Format::CommonJs,
            ".json" => Format::Json,
            ".wasm" => Format::Wasm,
            ".mts" if typescript => Format::ModuleTypescript,
            ".cts" if typescript => Format::CommonJsTypescript,
            ".js" => match self.type_of(path)? {
                PackageType::Module => Format::Module,
                PackageType::CommonJs => Format::CommonJs,
                PackageType::None => Format::Undetermined,
            },
            ".ts" if typescript => match self.type_of(path)? {
                PackageType::Module => Format::ModuleTypescript,
                PackageType::CommonJs => Format::CommonJsTypescript,
                PackageType::None => Format::UndeterminedTypescript,
            },
            "" => match self.type_of(path)? {
                PackageType::CommonJs => Format::CommonJs,
                kind => {
                    let wasm = self.file_system.read(path).is_ok_and(|text| text.starts_with(WASM_MAGIC));
                    match kind {
                        _ if wasm => Format::Wasm,
                        PackageType::Module => Format::Module,
                        _ => Format::Undetermined,
                    }
                }
            },
            extension => return Err(ResolveError::unknown_extension(extension, path)),
        })
    }

    /// The `type` of the package that the file `path` belongs to.
    ///
    /// # Errors
    /// If the package.json is broken.
    pub fn type_of(&self, path: &str) -> Result<PackageType, ResolveError> {
        Ok(self.scope_of(path)?.map(|package| package.package_type).unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Code, MemoryFileSystem, Options};

    #[test]
    fn extension_and_package_decide() {
        let files = [
            ("/esm/package.json", r#"{"type":"module"}"#),
            ("/cjs/package.json", r#"{"type":"commonjs"}"#),
            ("/esm/bin", ""),
            ("/esm/wasm", "\0asm"),
        ];
        let resolver = Resolver::new(MemoryFileSystem::with(&files), Options::default());
        let format = |path| resolver.format_of(path).unwrap();
        assert_eq!(format("/esm/a.js"), Format::Module);
        assert_eq!(format("/esm/a.cjs"), Format::CommonJs);
        assert_eq!(format("/esm/bin"), Format::Module);
        assert_eq!(format("/esm/wasm"), Format::Wasm);
        assert_eq!(format("/cjs/a.js"), Format::CommonJs);
        assert_eq!(format("/cjs/a.mjs"), Format::Module);
        assert_eq!(format("/cjs/bin"), Format::CommonJs);
        assert_eq!(format("/x/a.js"), Format::Undetermined);
        let error = resolver.format_of("/x/a.ts").unwrap_err();
        assert_eq!(error.code, Code::UnknownFileExtension);
        assert_eq!(error.message, "Unknown file extension \".ts\" for /x/a.ts");
    }
}
