//! POSIX paths as text, by the rules of Node's `path`.

/// Whether `path` starts at the root.
pub fn is_absolute(path: &str) -> bool {
    path.starts_with('/')
}

/// Without `.`, `..` and doubled or final slashes. `path` is absolute.
pub fn normalize(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                let end = out.rfind('/').unwrap_or(0);
                out.truncate(end);
            }
            part => {
                out.push('/');
                out.push_str(part);
            }
        }
    }
    if out.is_empty() {
        out.push('/');
    }
    out
}

/// `path` seen from `folder`, which is absolute, normalised.
pub fn resolve(folder: &str, path: &str) -> String {
    if is_absolute(path) {
        return normalize(path);
    }
    let mut joined = String::with_capacity(folder.len() + 1 + path.len());
    joined.push_str(folder);
    joined.push('/');
    joined.push_str(path);
    normalize(&joined)
}

/// The folder that holds `path`, which is absolute.
pub fn parent(path: &str) -> &str {
    let trimmed = path.trim_end_matches('/');
    match trimmed.rfind('/') {
        Some(0) | None => "/",
        Some(end) => &trimmed[..end],
    }
}

/// The last part of `path`.
pub fn base_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// The extension with its dot, or nothing. A name that only starts with a dot has none.
pub fn extension(path: &str) -> &str {
    let name = base_name(path);
    match name.rfind('.') {
        Some(0) | None => "",
        Some(dot) => &name[dot..],
    }
}

/// Whether a request is `.`, `..` or starts with `./` or `../`.
pub fn is_relative(request: &str) -> bool {
    matches!(request, "." | "..") || request.starts_with("./") || request.starts_with("../")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn normalize_removes_dots_and_slashes() {
        assert_eq!(normalize("/a//b/./c/../d/"), "/a/b/d");
        assert_eq!(normalize("/../.."), "/");
        assert_eq!(normalize("/"), "/");
    }

    #[test]
    fn parents_and_extensions() {
        assert_eq!(parent("/a/b.js"), "/a");
        assert_eq!(parent("/a"), "/");
        assert_eq!(parent("/"), "/");
        assert_eq!(extension("/a.b/.npmrc"), "");
        assert_eq!(extension("/a.b/x.test.js"), ".js");
        assert_eq!(extension("/a.b/x"), "");
    }

    #[test]
    fn relative_requests() {
        for request in [".", "..", "./x", "../x"] {
            assert!(is_relative(request));
        }
        for request in ["", ".x", "..x", "x/./y", "/x"] {
            assert!(!is_relative(request));
        }
    }
}
