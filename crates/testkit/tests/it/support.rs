//! A suite in a temporary folder, and a runtime made of a few lines of shell.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use phasor_testkit::scratch::Scratch;

/// "Runs" a case by handing what follows its comment block to the shell.
const RUNTIME: &str = "#!/bin/sh\n\
    if [ \"$1\" = --version ]; then echo VERSION; exit; fi\n\
    for script; do :; done\n\
    sed '/^\\/\\//d' \"$script\" | sh\n";

pub struct Suite {
    scratch: Scratch,
}

pub struct Ran {
    pub code: i32,
    pub stdout: String,
    pub stderr: String,
}

impl Suite {
    pub fn new() -> Self {
        let suite = Self { scratch: Scratch::new("test").expect("a temporary folder") };
        fs::create_dir(suite.folder()).expect("the suite's folder");
        suite
    }

    pub fn folder(&self) -> PathBuf {
        self.scratch.path().join("suite")
    }

    pub fn write(&self, file: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.folder().join(file);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent).expect("a folder of the suite");
        }
        fs::write(&path, content).expect("a file of the suite");
        path
    }

    /// The shell runtime under the given name, calling itself `version`.
    pub fn runtime(&self, name: &str, version: &str) -> String {
        self.program(name, &RUNTIME.replace("VERSION", version))
    }

    pub fn program(&self, name: &str, text: &str) -> String {
        let path = self.scratch.path().join(name);
        fs::write(&path, text).expect("a program");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).expect("its permissions");
        path.display().to_string()
    }

    pub fn conformance(&self, arguments: &[&str]) -> Ran {
        let folder = self.folder().display().to_string();
        let mut all = vec!["--suite", &folder];
        all.extend(arguments);
        run(Path::new(env!("CARGO_BIN_EXE_phasor-conformance")), &all)
    }

    pub fn test262(&self, arguments: &[&str]) -> Ran {
        let folder = self.folder().display().to_string();
        let mut all = vec!["--test262", &folder];
        all.extend(arguments);
        run(Path::new(env!("CARGO_BIN_EXE_phasor-test262")), &all)
    }
}

fn run(program: &Path, arguments: &[&str]) -> Ran {
    let output = Command::new(program).args(arguments).output().expect("the command starts");
    Ran {
        code: output.status.code().unwrap_or(-1),
        stdout: String::from_utf8_lossy(&output.stdout).into_owned(),
        stderr: String::from_utf8_lossy(&output.stderr).into_owned(),
    }
}
