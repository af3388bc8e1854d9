//! `exports` and `imports`: from a subpath or a `#name` to a file of the package.
//!
//! A key is matched exactly or as a pattern with one `*`, its target is a text, an array of alternatives, an object
//! of conditions, or `null` for what is not to be reached.

use serde_json::Value;
use url::Url;

use crate::error::ResolveError;
use crate::file_system::FileSystem;
use crate::package::Package;
use crate::{Code, Resolver, file_url};

/// What a target leads to.
enum Outcome {
    Found(Url),
    /// A `null`: it is not to be reached, and no further condition is tried.
    Blocked,
    /// No condition applied.
    Nothing,
}

/// One look-up in `exports` or `imports`.
struct Lookup<'a> {
    package: &'a Package,
    package_url: &'a Url,
    /// Who imports; CommonJS does not say it.
    base: Option<&'a Url>,
    conditions: &'a [String],
    is_imports: bool,
    /// The key that matched, or the subpath where it is one.
    key: &'a str,
    /// What `*` of the key stands for.
    pattern: Option<&'a str>,
    /// Whether the subpath ended with a slash.
    is_path_map: bool,
}

/// What is wrong with a part of a path.
enum Segments {
    Fine,
    /// Two slashes in a row, or one at an end: still allowed, deprecated.
    Empty,
    /// `.`, `..` or `node_modules`, escaped or not.
    Forbidden,
}

fn judge_segments(text: &str) -> Segments {
    let mut judgement = Segments::Fine;
    for segment in text.split(['/', '\\']) {
        if segment.is_empty() {
            judgement = Segments::Empty;
            continue;
        }
        let decoded = file_url::decode(segment);
        if matches!(decoded.as_str(), "." | "..") || decoded.eq_ignore_ascii_case("node_modules") {
            return Segments::Forbidden;
        }
    }
    judgement
}

fn is_array_index(key: &str) -> bool {
    key.parse::<u32>().is_ok_and(|index| index != u32::MAX && index.to_string() == key)
}

/// Whether pattern `a` is more specific than `b`: the longer text before `*`, then the longer key.
fn is_more_specific(a: &str, b: &str) -> bool {
    let before = |key: &str| key.find('*').map_or(key.len(), |star| star + 1);
    (before(a), a.len()) > (before(b), b.len())
}

/// The best pattern for `subpath` among `keys`, and what its `*` stands for.
fn best_pattern<'k, 's>(keys: impl Iterator<Item = &'k String>, subpath: &'s str) -> Option<(&'k str, &'s str)> {
    let mut best: Option<(&'k str, &'s str)> = None;
    for key in keys {
        let Some((before, after)) = key.split_once('*') else {
            continue;
        };
        if after.contains('*') || subpath.len() < key.len() || !subpath.starts_with(before) || !subpath.ends_with(after)
        {
            continue;
        }
        if best.is_none_or(|(known, _)| is_more_specific(key, known)) {
            best = Some((key, &subpath[before.len()..subpath.len() - after.len()]));
        }
    }
    best
}

impl<F: FileSystem> Resolver<F> {
    /// The file that `subpath` (`.` or `./…`) of a package with `exports` stands for.
    ///
    /// # Errors
    /// `ERR_PACKAGE_PATH_NOT_EXPORTED`, `ERR_INVALID_PACKAGE_TARGET`, `ERR_INVALID_PACKAGE_CONFIG`,
    /// `ERR_INVALID_MODULE_SPECIFIER`.
    pub fn exports_target(
        &self,
        package: &Package,
        subpath: &str,
        base: Option<&Url>,
        conditions: &[String],
    ) -> Result<Url, ResolveError> {
        let not_exported = || ResolveError::path_not_exported(package.shown_folder(), subpath, shown(base).as_deref());
        let Some(exports) = &package.exports else {
            return Err(not_exported());
        };
        let package_url = package_url(package)?;
        let mut lookup = Lookup {
            package,
            package_url: &package_url,
            base,
            conditions,
            is_imports: false,
            key: subpath,
            pattern: None,
            is_path_map: false,
        };
        let keyed = match exports {
            Value::Object(map) if !is_main_sugar(exports, package, base)? => Some(map),
            _ => None,
        };
        let Some(map) = keyed else {
            if subpath != "." {
                return Err(not_exported());
            }
            return self.found(&lookup, exports).and_then(|url| url.ok_or_else(not_exported));
        };
        if !subpath.contains('*')
            && !subpath.ends_with('/')
            && let Some(target) = map.get(subpath)
        {
            return self.found(&lookup, target).and_then(|url| url.ok_or_else(not_exported));
        }
        if subpath.ends_with('/') {
            self.warn_trailing_slash(package, subpath, map.keys(), base);
        }
        let Some((key, pattern)) = best_pattern(map.keys(), subpath) else {
            return Err(not_exported());
        };
        lookup.key = key;
        lookup.pattern = Some(pattern);
        lookup.is_path_map = subpath.ends_with('/');
        self.found(&lookup, &map[key]).and_then(|url| url.ok_or_else(not_exported))
    }

    /// What `#name` stands for in the package that `base` belongs to.
    ///
    /// # Errors
    /// `ERR_PACKAGE_IMPORT_NOT_DEFINED` and those of [`Resolver::exports_target`].
    pub fn imports_target(&self, name: &str, base: &Url, conditions: &[String]) -> Result<Url, ResolveError> {
        let base_path = file_url::shown(base);
        if name == "#" || name.ends_with('/') {
            let reason = "is not a valid internal imports specifier name";
            return Err(ResolveError::invalid_module_specifier(name, reason, Some(&base_path)));
        }
        let package = self.scope_of(&file_url::to_path(base)?)?;
        let Some(package) = package else {
            return Err(ResolveError::import_not_defined(name, None, &base_path));
        };
        let not_defined = || ResolveError::import_not_defined(name, Some(package.shown_folder()), &base_path);
        let Some(Value::Object(map)) = &package.imports else {
            return Err(not_defined());
        };
        let package_url = package_url(&package)?;
        let exact = map.get(name).filter(|_| !name.contains('*'));
        let (key, pattern, target) = match exact {
            Some(target) => (name, None, target),
            None => {
                let (key, pattern) = best_pattern(map.keys(), name).ok_or_else(not_defined)?;
                (key, Some(pattern), &map[key])
            }
        };
        let lookup = Lookup {
            package: &package,
            package_url: &package_url,
            base: Some(base),
            conditions,
            is_imports: true,
            key,
            pattern,
            is_path_map: false,
        };
        self.found(&lookup, target).and_then(|url| url.ok_or_else(not_defined))
    }

    fn found(&self, lookup: &Lookup<'_>, target: &Value) -> Result<Option<Url>, ResolveError> {
        Ok(match self.target(lookup, target)? {
            Outcome::Found(url) => Some(url),
            Outcome::Blocked | Outcome::Nothing => None,
        })
    }

    fn target(&self, lookup: &Lookup<'_>, target: &Value) -> Result<Outcome, ResolveError> {
        match target {
            Value::String(text) => self.text_target(lookup, text).map(Outcome::Found),
            Value::Array(alternatives) => self.first_of(lookup, alternatives),
            Value::Object(conditions) => {
                if conditions.keys().any(|key| is_array_index(key)) {
                    let detail = "\"exports\" cannot contain numeric property keys.";
                    let base = lookup.base.map(Url::as_str);
                    return Err(ResolveError::invalid_package_config(&lookup.package.path, base, detail));
                }
                for (key, target) in conditions {
                    if key != "default" && !lookup.conditions.contains(key) {
                        continue;
                    }
                    match self.target(lookup, target)? {
                        Outcome::Nothing => {}
                        outcome => return Ok(outcome),
                    }
                }
                Ok(Outcome::Nothing)
            }
            Value::Null => Ok(Outcome::Blocked),
            other => Err(invalid_target(lookup, &other.to_string())),
        }
    }

    fn first_of(&self, lookup: &Lookup<'_>, alternatives: &[Value]) -> Result<Outcome, ResolveError> {
        let mut last = if alternatives.is_empty() { Ok(Outcome::Blocked) } else { Ok(Outcome::Nothing) };
        for alternative in alternatives {
            match self.target(lookup, alternative) {
                Ok(Outcome::Nothing) => {}
                Ok(Outcome::Blocked) => last = Ok(Outcome::Blocked),
                Err(error) if error.code == Code::InvalidPackageTarget => last = Err(error),
                outcome => return outcome,
            }
        }
        last
    }

    fn text_target(&self, lookup: &Lookup<'_>, target: &str) -> Result<Url, ResolveError> {
        if !target.starts_with("./") {
            let is_bare = !target.starts_with('/') && !target.starts_with("../");
            if lookup.is_imports && is_bare && Url::parse(target).is_err() {
                let specifier = match lookup.pattern {
                    Some(pattern) => target.replace('*', pattern),
                    None => target.to_owned(),
                };
                return self.package_target(&specifier, lookup.package_url, lookup.conditions);
            }
            return Err(invalid_target(lookup, target));
        }
        match judge_segments(&target[2..]) {
            Segments::Fine => {}
            Segments::Empty => self.warn_segments(lookup, target, true),
            Segments::Forbidden => return Err(invalid_target(lookup, target)),
        }
        let url = lookup.package_url.join(target).map_err(|_| invalid_target(lookup, target))?;
        let folder = lookup.package_url.path().strip_suffix("package.json").unwrap_or("/");
        if !url.path().starts_with(folder) {
            return Err(invalid_target(lookup, target));
        }
        let Some(pattern) = lookup.pattern else {
            return Ok(url);
        };
        match judge_segments(pattern) {
            Segments::Fine => {}
            Segments::Empty => self.warn_segments(lookup, target, false),
            Segments::Forbidden => {
                let field = field(lookup.is_imports);
                let reason = format!(
                    "request is not a valid match in pattern \"{}\" for the \"{field}\" resolution of {}",
                    lookup.key, lookup.package.path
                );
                let request = lookup.key.replacen('*', pattern, 1);
                let base = shown(lookup.base);
                return Err(ResolveError::invalid_module_specifier(&request, &reason, base.as_deref()));
            }
        }
        Url::parse(&url.as_str().replace('*', pattern)).map_err(|_| invalid_target(lookup, target))
    }

    fn warn_segments(&self, lookup: &Lookup<'_>, target: &str, in_target: bool) {
        if lookup.is_path_map {
            return;
        }
        let pattern = lookup.pattern.unwrap_or_default();
        let request = lookup.key.replacen('*', pattern, 1);
        let target = target.replace('*', pattern);
        let judged = if in_target { &target } else { &request };
        let doubled = judged.as_bytes().windows(2).any(|w| w.iter().all(|b| matches!(b, b'/' | b'\\')));
        let what = if doubled { "double slash" } else { "leading or trailing slash matching" };
        let matched = if request == lookup.key { String::new() } else { format!("matched to \"{}\" ", lookup.key) };
        let from = shown(lookup.base).map(|base| format!(" imported from {base}")).unwrap_or_default();
        let field = field(lookup.is_imports);
        let path = &lookup.package.path;
        self.warn(
            "DEP0166",
            format!(
                "Use of deprecated {what} resolving \"{target}\" for module request \"{request}\" {matched}in the \
                 \"{field}\" field module resolution of the package at {path}{from}."
            ),
        );
    }

    fn warn_trailing_slash<'k>(
        &self,
        package: &Package,
        subpath: &str,
        keys: impl Iterator<Item = &'k String>,
        base: Option<&Url>,
    ) {
        let matches = |key: &String| key.split_once('*').is_some_and(|(before, _)| subpath.starts_with(before));
        if !keys.into_iter().any(matches) {
            return;
        }
        let from = shown(base).map(|base| format!(" imported from {base}")).unwrap_or_default();
        self.warn(
            "DEP0155",
            format!(
                "Use of deprecated trailing slash pattern mapping \"{subpath}\" in the \"exports\" field module \
                 resolution of the package at {}{from}. Mapping specifiers ending in \"/\" is no longer supported.",
                package.path
            ),
        );
    }
}

fn field(is_imports: bool) -> &'static str {
    if is_imports { "imports" } else { "exports" }
}

fn shown(base: Option<&Url>) -> Option<String> {
    base.map(file_url::shown)
}

fn package_url(package: &Package) -> Result<Url, ResolveError> {
    Url::parse(&file_url::from_path(&package.path))
        .map_err(|_| ResolveError::invalid_package_config(&package.path, None, ""))
}

fn invalid_target(lookup: &Lookup<'_>, target: &str) -> ResolveError {
    let base = shown(lookup.base);
    let folder = lookup.package.shown_folder();
    ResolveError::invalid_package_target(folder, lookup.key, target, lookup.is_imports, base.as_deref())
}

/// Whether `exports` is the target of `.` itself and not a map of subpaths.
fn is_main_sugar(exports: &Value, package: &Package, base: Option<&Url>) -> Result<bool, ResolveError> {
    let Value::Object(map) = exports else {
        return Ok(true);
    };
    let mut kinds = map.keys().map(|key| !key.starts_with('.'));
    let Some(first) = kinds.next() else {
        return Ok(false);
    };
    if kinds.any(|kind| kind != first) {
        let detail = "\"exports\" cannot contain some keys starting with '.' and some not. The exports object must \
                      either be an object of package subpath keys or an object of main entry condition name keys only.";
        let base = base.map(Url::as_str);
        return Err(ResolveError::invalid_package_config(&package.path, base, detail));
    }
    Ok(first)
}
