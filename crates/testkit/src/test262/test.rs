//! Finding tests, and the modes that each one runs in.

use std::path::{Path, PathBuf};
use std::{fs, io};

use super::front_matter::FrontMatter;

/// How a test's source is evaluated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    Sloppy,
    Strict,
    Module,
    /// As it stands, without harness files.
    Raw,
}

impl Mode {
    pub fn name(self) -> &'static str {
        match self {
            Self::Sloppy => "sloppy",
            Self::Strict => "strict",
            Self::Module => "module",
            Self::Raw => "raw",
        }
    }
}

/// One test in one mode.
#[derive(Clone, Debug)]
pub struct Test {
    /// Below the folder `test`, with forward slashes.
    pub file: String,
    pub mode: Mode,
    pub front: Result<FrontMatter, String>,
}

impl Test {
    pub fn id(&self) -> String {
        format!("{}:{}", self.file, self.mode.name())
    }

    /// The two topmost folders, as upstream groups its tests.
    pub fn area(&self) -> String {
        let mut folders: Vec<&str> = self.file.split('/').collect();
        folders.pop();
        folders.truncate(3);
        folders.join("/")
    }

    /// Why the host cannot run this test at all.
    pub fn skip_reason(&self) -> Option<String> {
        let front = self.front.as_ref().ok()?;
        if front.has_flag("CanBlockIsFalse") {
            return Some("the main thread may block".to_string());
        }
        let absent = |feature: &&String| feature.as_str() == "IsHTMLDDA";
        let feature = front.features.iter().find(absent)?;
        Some(format!("the host has no {feature}"))
    }
}

/// The tests at `paths` (files or folders below `root`, all of it when there are none).
///
/// # Errors
/// A sentence for a path that does not exist or a file that cannot be read.
pub fn discover(root: &Path, paths: &[String]) -> Result<Vec<Test>, String> {
    let mut files = Vec::new();
    let everything = [String::new()];
    for path in if paths.is_empty() { &everything } else { paths } {
        let path = path.strip_prefix("test/").unwrap_or(path);
        let full = root.join(path);
        collect(&full, &mut files).map_err(|error| format!("{}: {error}", full.display()))?;
    }
    files.sort();
    files.dedup();
    let mut tests = Vec::new();
    for path in files {
        let file = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().into_owned();
        let front = match fs::read(&path) {
            Ok(source) => FrontMatter::parse(&String::from_utf8_lossy(&source)),
            Err(error) => Err(error.to_string()),
        };
        for &mode in modes(&front) {
            let (file, front) = (file.clone(), front.clone());
            tests.push(Test { file, mode, front });
        }
    }
    if tests.is_empty() {
        return Err(format!("{}: no test in it", root.display()));
    }
    Ok(tests)
}

fn modes(front: &Result<FrontMatter, String>) -> &'static [Mode] {
    let Ok(front) = front else {
        return &[Mode::Sloppy];
    };
    if front.has_flag("module") {
        &[Mode::Module]
    } else if front.has_flag("raw") {
        &[Mode::Raw]
    } else if front.has_flag("onlyStrict") {
        &[Mode::Strict]
    } else if front.has_flag("noStrict") {
        &[Mode::Sloppy]
    } else {
        &[Mode::Sloppy, Mode::Strict]
    }
}

/// Files named `_FIXTURE` are what tests import; they are no tests themselves.
fn collect(path: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    if path.is_dir() {
        for entry in fs::read_dir(path)? {
            collect(&entry?.path(), files)?;
        }
        return Ok(());
    }
    fs::metadata(path)?;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    if name.ends_with(".js") && !name.contains("_FIXTURE") {
        files.push(path.to_path_buf());
    }
    Ok(())
}
