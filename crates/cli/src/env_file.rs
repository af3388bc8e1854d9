//! `--env-file`: files that set environment variables (<https://nodejs.org/api/cli.html#--env-filefile>).

use std::collections::BTreeMap;
use std::io::ErrorKind;

use phasor_bindings::util::dotenv;

/// A file named on the command line.
#[derive(Debug)]
pub struct EnvFile {
    pub path: String,
    /// Whether it may be missing.
    pub optional: bool,
}

/// Sets what the files say and the environment does not; of two files the later one wins.
///
/// # Errors
/// Node's message for a file that is missing or is no file.
pub fn load(program: &str, files: &[EnvFile]) -> Result<(), String> {
    let mut variables = BTreeMap::new();
    for EnvFile { path, optional } in files {
        match std::fs::read(path) {
            Ok(bytes) => variables.extend(dotenv::parse(&String::from_utf8_lossy(&bytes))),
            Err(error) if error.kind() == ErrorKind::NotFound && *optional => {
                eprintln!("{path} not found. Continuing without it.");
            }
            Err(error) if error.kind() == ErrorKind::NotFound => return Err(format!("{program}: {path}: not found")),
            Err(_) => return Err(format!("{program}: {path}: invalid format")),
        }
    }
    for (name, value) in variables {
        if std::env::var_os(&name).is_none() && !name.is_empty() && !value.contains('\0') {
            // SAFETY: the command line is read before any other thread runs.
            unsafe { std::env::set_var(name, value) };
        }
    }
    Ok(())
}
