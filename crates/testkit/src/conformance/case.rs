//! Finding and reading the cases.

use std::path::{Path, PathBuf};
use std::{fs, io};

use super::front_matter::FrontMatter;

/// One script below `<suite>/<area>/`.
#[derive(Clone, Debug)]
pub struct Case {
    pub area: String,
    pub file: String,
    pub path: PathBuf,
    /// The settings, or why the case cannot be read.
    pub front: Result<FrontMatter, String>,
}

impl Case {
    fn read(area: &str, path: PathBuf) -> Self {
        let front = match fs::read_to_string(&path) {
            Ok(source) => FrontMatter::parse(&source),
            Err(error) => Err(format!("cannot be read: {error}")),
        };
        let file = path.file_name().unwrap_or_default();
        Self { area: area.to_string(), file: file.to_string_lossy().into_owned(), path, front }
    }

    pub fn id(&self) -> String {
        format!("{}/{}", self.area, self.file)
    }
}

/// All cases of the suite, by area and name. Folders inside an area hold what its cases load.
///
/// # Errors
/// A sentence when the suite is no readable folder or holds no case.
pub fn discover(suite: &Path) -> Result<Vec<Case>, String> {
    let fail = |error: io::Error| format!("{}: {error}", suite.display());
    // Cases run in their own folder, so their paths must not depend on the tool's.
    let suite = &std::path::absolute(suite).map_err(fail)?;
    let mut cases = Vec::new();
    for area in sorted(suite).map_err(fail)? {
        if !area.is_dir() {
            continue;
        }
        let name = area.file_name().unwrap_or_default().to_string_lossy();
        for path in sorted(&area).map_err(fail)? {
            let extension = path.extension().and_then(|e| e.to_str());
            if matches!(extension, Some("js" | "mjs" | "cjs")) && !path.is_dir() {
                cases.push(Case::read(&name, path));
            }
        }
    }
    if cases.is_empty() {
        return Err(format!("{}: no case in it", suite.display()));
    }
    Ok(cases)
}

fn sorted(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths =
        fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect::<io::Result<Vec<_>>>()?;
    paths.sort();
    Ok(paths)
}
