//! Resolution as Node 26 does it; every message here was read off Node itself.

use phasor_resolver::{Code, Format, MemoryFileSystem, Options, ResolveError, Resolver};

const EXPORTS: &str = r#"{"exports":{"./a":null,"./b":"../x","./c":{"0":"./x"},"./d/*":"./lib/*.js","./e":1,
    "./g":"./node_modules/x","./h":{"bogus":"./x.js"},"./i":"x","./j":[],"./k/*.js":"./lib/k-*.js"}}"#;
const APP: &str = r##"{"name":"app","type":"module","exports":{".":"./main.js","./lib/*":"./lib/*.js"},
    "imports":{"#x":"./x.js","#y":"nopkg","#z":"../a","#w/*":"./w/*.js","#fs":"fs","#q":{"require":"./q.cjs","default":"./q.mjs"}}}"##;

fn resolver() -> Resolver<MemoryFileSystem> {
    let mut fs = MemoryFileSystem::with(&[
        ("/r/package.json", APP),
        ("/r/t.mjs", ""),
        ("/r/main.js", ""),
        ("/r/lib/one.js", ""),
        ("/r/q.cjs", ""),
        ("/r/q.mjs", ""),
        ("/r/has space.js", ""),
        ("/r/data.json", "{}"),
        ("/r/folder/index.js", ""),
        ("/r/node_modules/bad/package.json", "{bad"),
        ("/r/node_modules/arr/package.json", r#"{"exports":["./x.js",{"a":1}]}"#),
        ("/r/node_modules/e/package.json", EXPORTS),
        ("/r/node_modules/e/lib/real.js", ""),
        ("/r/node_modules/e/lib/k-2.js", ""),
        ("/r/node_modules/cond/package.json", r#"{"exports":{"import":"./i.mjs","require":"./r.cjs"}}"#),
        ("/r/node_modules/cond/i.mjs", ""),
        ("/r/node_modules/cond/r.cjs", ""),
        ("/r/node_modules/mixed/package.json", r#"{"exports":{".":"./a.js","import":"./b.js"}}"#),
        ("/r/node_modules/m1/package.json", r#"{"main":"foo"}"#),
        ("/r/node_modules/m2/package.json", r#"{"main":"./sub"}"#),
        ("/r/node_modules/m2/sub/index.js", ""),
        ("/r/node_modules/m3/package.json", r#"{"main":"./nosub","type":"module"}"#),
        ("/r/node_modules/m3/index.js", ""),
        ("/r/node_modules/m4/sub/x", ""),
        ("/r/node_modules/@scope/pkg/package.json", r#"{"main":"index.js"}"#),
        ("/r/node_modules/@scope/pkg/index.js", ""),
        ("/store/linked/package.json", r#"{"main":"index.js"}"#),
        ("/store/linked/index.js", ""),
    ]);
    fs.link("/r/node_modules/linked", "/store/linked");
    let list = |items: &[&str]| items.iter().map(|s| (*s).to_owned()).collect::<Vec<_>>();
    let options = Options {
        require_conditions: list(&["require", "node", "node-addons", "module-sync"]),
        import_conditions: list(&["node", "import", "module-sync", "node-addons"]),
        builtins: list(&["fs"]).into_iter().collect(),
        ..Options::default()
    };
    Resolver::new(fs, options)
}

fn import_from(resolver: &Resolver<MemoryFileSystem>, specifier: &str, parent: &str) -> Result<String, ResolveError> {
    resolver.resolve_import(specifier, Some(parent), "/r", None).map(|r| r.url)
}

fn import(specifier: &str) -> Result<String, ResolveError> {
    import_from(&resolver(), specifier, "file:///r/t.mjs")
}

fn import_error(specifier: &str) -> (Code, String) {
    let error = import(specifier).expect_err(specifier);
    (error.code, error.message)
}

fn require_from(resolver: &Resolver<MemoryFileSystem>, request: &str) -> Result<Option<String>, ResolveError> {
    let conditions = resolver.options().require_conditions.clone();
    let parent = "/r/t.cjs";
    if request.starts_with('#') {
        return resolver.resolve_imports(request, parent, &conditions);
    }
    if let Some(found) = resolver.resolve_self(request, parent, &conditions)? {
        return Ok(Some(found));
    }
    let extensions = [".js", ".json", ".node"].map(str::to_owned);
    let folders = if request.starts_with('.') {
        vec!["/r".to_owned()]
    } else {
        phasor_resolver::commonjs::node_modules_above("/r")
    };
    resolver.find_path(request, &folders, &extensions, false, &conditions)
}

fn require(request: &str) -> Result<Option<String>, ResolveError> {
    require_from(&resolver(), request)
}

fn require_error(request: &str) -> (Code, String) {
    let error = require(request).expect_err(request);
    (error.code, error.message)
}

#[test]
fn import_finds_files_packages_and_builtins() {
    for (specifier, url) in [
        ("./main.js", "file:///r/main.js"),
        ("./main.js?x#y", "file:///r/main.js?x#y"),
        ("./has%20space.js", "file:///r/has%20space.js"),
        ("/r/main.js", "file:///r/main.js"),
        ("file:///r/main.js", "file:///r/main.js"),
        ("app", "file:///r/main.js"),
        ("app/lib/one", "file:///r/lib/one.js"),
        ("cond", "file:///r/node_modules/cond/i.mjs"),
        ("e/d/real", "file:///r/node_modules/e/lib/real.js"),
        ("e/k/2.js", "file:///r/node_modules/e/lib/k-2.js"),
        ("m2", "file:///r/node_modules/m2/sub/index.js"),
        ("@scope/pkg", "file:///r/node_modules/@scope/pkg/index.js"),
        ("linked", "file:///store/linked/index.js"),
        ("#q", "file:///r/q.mjs"),
        ("#fs", "node:fs"),
        ("fs", "node:fs"),
        ("node:fs", "node:fs"),
        ("data:text/javascript,1", "data:text/javascript,1"),
    ] {
        assert_eq!(import(specifier).as_deref(), Ok(url), "{specifier}");
    }
}

#[test]
fn import_tells_the_format() {
    let resolver = resolver();
    let format = |specifier| resolver.resolve_import(specifier, Some("file:///r/t.mjs"), "/r", None).unwrap().format;
    assert_eq!(format("./main.js"), Some(Format::Module));
    assert_eq!(format("./q.cjs"), Some(Format::CommonJs));
    assert_eq!(format("./data.json"), Some(Format::Json));
    assert_eq!(format("fs"), Some(Format::Builtin));
    assert_eq!(format("m2"), Some(Format::Undetermined));
}

#[test]
fn import_fails_with_nodes_messages() {
    let e = "/r/node_modules/e/package.json";
    let from = "imported from /r/t.mjs";
    for (specifier, code, message) in [
        (
            "bad",
            Code::InvalidPackageConfig,
            "Invalid package config /r/node_modules/bad/package.json while importing \"bad\" from /r/t.mjs.".to_owned(),
        ),
        ("arr", Code::EsModuleNotFound, format!("Cannot find module '/r/node_modules/arr/x.js' {from}")),
        ("e", Code::PackagePathNotExported, format!("No \"exports\" main defined in {e} {from}")),
        (
            "e/a",
            Code::PackagePathNotExported,
            format!("Package subpath './a' is not defined by \"exports\" in {e} {from}"),
        ),
        (
            "e/b",
            Code::InvalidPackageTarget,
            format!(
                "Invalid \"exports\" target \"../x\" defined for './b' in the package config {e} {from}; targets must start with \"./\""
            ),
        ),
        (
            "e/c",
            Code::InvalidPackageConfig,
            format!(
                "Invalid package config {e} while importing file:///r/t.mjs. \"exports\" cannot contain numeric property keys."
            ),
        ),
        (
            "e/d/../y",
            Code::InvalidModuleSpecifier,
            format!(
                "Invalid module \"./d/../y\" request is not a valid match in pattern \"./d/*\" for the \"exports\" resolution of {e} {from}"
            ),
        ),
        (
            "e/e",
            Code::InvalidPackageTarget,
            format!(
                "Invalid \"exports\" target \"1\" defined for './e' in the package config {e} {from}; targets must start with \"./\""
            ),
        ),
        (
            "e/g",
            Code::InvalidPackageTarget,
            format!(
                "Invalid \"exports\" target \"./node_modules/x\" defined for './g' in the package config {e} {from}"
            ),
        ),
        (
            "e/h",
            Code::PackagePathNotExported,
            format!("Package subpath './h' is not defined by \"exports\" in {e} {from}"),
        ),
        (
            "e/i",
            Code::InvalidPackageTarget,
            format!(
                "Invalid \"exports\" target \"x\" defined for './i' in the package config {e} {from}; targets must start with \"./\""
            ),
        ),
        (
            "e/j",
            Code::PackagePathNotExported,
            format!("Package subpath './j' is not defined by \"exports\" in {e} {from}"),
        ),
        (
            "e/",
            Code::PackagePathNotExported,
            format!("Package subpath './' is not defined by \"exports\" in {e} {from}"),
        ),
        (
            "e/d/%2f",
            Code::InvalidModuleSpecifier,
            format!(
                "Invalid module \"/r/node_modules/e/lib/%2f.js\" must not include encoded \"/\" or \"\\\" characters {from}"
            ),
        ),
        ("#x", Code::EsModuleNotFound, format!("Cannot find module '/r/x.js' {from}")),
        ("#y", Code::EsModuleNotFound, "Cannot find package 'nopkg' imported from /r/package.json".to_owned()),
        (
            "#z",
            Code::InvalidPackageTarget,
            format!(
                "Invalid \"imports\" target \"../a\" defined for '#z' in the package config /r/package.json {from}"
            ),
        ),
        (
            "#nope",
            Code::PackageImportNotDefined,
            format!("Package import specifier \"#nope\" is not defined in package /r/package.json {from}"),
        ),
        (
            "#",
            Code::InvalidModuleSpecifier,
            format!("Invalid module \"#\" is not a valid internal imports specifier name {from}"),
        ),
        ("./nope", Code::EsModuleNotFound, format!("Cannot find module '/r/nope' {from}")),
        (
            "./node_modules",
            Code::UnsupportedDirImport,
            format!("Directory import '/r/node_modules' is not supported resolving ES modules {from}"),
        ),
        ("nope/sub", Code::EsModuleNotFound, format!("Cannot find package 'nope' {from}")),
        ("@x", Code::InvalidModuleSpecifier, format!("Invalid module \"@x\" is not a valid package name {from}")),
        (".x", Code::InvalidModuleSpecifier, format!("Invalid module \".x\" is not a valid package name {from}")),
        ("a%b", Code::InvalidModuleSpecifier, format!("Invalid module \"a%b\" is not a valid package name {from}")),
        (
            ".",
            Code::UnsupportedDirImport,
            format!("Directory import '/r/' is not supported resolving ES modules {from}"),
        ),
        ("", Code::EsModuleNotFound, format!("Cannot find package '/r/node_modules/index.js' {from}")),
        ("m1", Code::EsModuleNotFound, format!("Cannot find package '/r/node_modules/m1/foo' {from}")),
        ("m4", Code::EsModuleNotFound, format!("Cannot find package '/r/node_modules/m4/index.js' {from}")),
    ] {
        assert_eq!(import_error(specifier), (code, message), "{specifier}");
    }
}

#[test]
fn a_missing_file_is_hinted_at_as_commonjs_would_find_it() {
    let message = import_error("./main").1;
    assert!(message.ends_with("\nDid you mean to import \"./main.js\"?"), "{message}");
    let message = import_error("./folder").1;
    assert!(message.ends_with("\nDid you mean to import \"./folder/index.js\"?"), "{message}");
}

#[test]
fn keys_with_and_without_dots_do_not_mix() {
    let (code, message) = import_error("mixed");
    assert_eq!(code, Code::InvalidPackageConfig);
    assert!(message.contains("cannot contain some keys starting with '.' and some not"));
}

#[test]
fn data_urls_reach_builtins_only() {
    let resolver = resolver();
    let import = |specifier| import_from(&resolver, specifier, "data:text/javascript,x");
    assert_eq!(import("fs").as_deref(), Ok("node:fs"));
    for specifier in ["./x", "x", "#a"] {
        let error = import(specifier).unwrap_err();
        assert_eq!(error.code, Code::UnsupportedResolveRequest);
        assert_eq!(error.invalid_url.as_deref(), Some(specifier));
    }
}

#[test]
fn require_finds_files_folders_and_packages() {
    for (request, path) in [
        ("./main", "/r/main.js"),
        ("./data", "/r/data.json"),
        ("./folder", "/r/folder/index.js"),
        ("./folder/", "/r/folder/index.js"),
        ("/r/main", "/r/main.js"),
        ("app", "/r/main.js"),
        ("app/lib/one", "/r/lib/one.js"),
        ("cond", "/r/node_modules/cond/r.cjs"),
        ("m2", "/r/node_modules/m2/sub/index.js"),
        ("@scope/pkg", "/r/node_modules/@scope/pkg/index.js"),
        ("linked", "/store/linked/index.js"),
        ("#q", "/r/q.cjs"),
        ("#fs", "node:fs"),
    ] {
        assert_eq!(require(request).unwrap().as_deref(), Some(path), "{request}");
    }
    for request in ["./nope", "nope", "@x", "%2f", "m4", "./main.js/"] {
        assert_eq!(require(request), Ok(None), "{request}");
    }
}

#[test]
fn require_fails_with_nodes_messages() {
    let e = "/r/node_modules/e/package.json";
    for (request, code, message) in [
        ("bad", Code::InvalidPackageConfig, "Invalid package config /r/node_modules/bad/package.json.".to_owned()),
        ("arr", Code::ModuleNotFound, "Cannot find module '/r/node_modules/arr/x.js'".to_owned()),
        ("e", Code::PackagePathNotExported, format!("No \"exports\" main defined in {e}")),
        ("e/c", Code::InvalidPackageConfig, format!("Invalid package config {e}. \"exports\" cannot contain numeric property keys.")),
        ("e/d/%2f", Code::InvalidModuleSpecifier, "Invalid module \"file:///r/node_modules/e/lib/%2f.js\" must not include encoded \"/\" or \"\\\" characters".to_owned()),
        ("#x", Code::ModuleNotFound, "Cannot find module '/r/x.js'".to_owned()),
        ("#y", Code::ModuleNotFound, "Cannot find module '#y'".to_owned()),
        ("#nope", Code::PackageImportNotDefined, "Package import specifier \"#nope\" is not defined in package /r/package.json imported from /r/t.cjs".to_owned()),
        ("m1", Code::ModuleNotFound, "Cannot find module '/r/node_modules/m1/foo'. Please verify that the package.json has a valid \"main\" entry".to_owned()),
    ] {
        assert_eq!(require_error(request), (code, message), "{request}");
    }
    let error = require("m1").unwrap_err();
    assert_eq!(error.path.as_deref(), Some("/r/node_modules/m1/package.json"));
    assert_eq!(error.request_path.as_deref(), Some("m1"));
}

#[test]
fn deprecations_are_collected() {
    let resolver = resolver();
    let codes = || resolver.take_warnings().into_iter().map(|w| w.code).collect::<Vec<_>>();
    require_from(&resolver, "m3").unwrap();
    assert_eq!(codes(), ["DEP0128"]);
    let _ = require_from(&resolver, "e/d//y");
    assert_eq!(
        resolver.take_warnings()[0].message,
        "Use of deprecated double slash resolving \"./lib//y.js\" for module request \"./d//y\" matched to \"./d/*\" in \
         the \"exports\" field module resolution of the package at /r/node_modules/e/package.json."
    );
    import_from(&resolver, "m3", "file:///r/t.mjs").unwrap();
    assert_eq!(codes(), ["DEP0151"]);
}
