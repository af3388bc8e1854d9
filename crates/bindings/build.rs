//! Puts lib/ into the executable: writes a table of ids and `include_str!`s.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// The npm packages of lib/ that are built in, and the folders of theirs that are used.
const PACKAGES: &str = "embed.json";

fn main() {
    let lib = Path::new(&env::var("CARGO_MANIFEST_DIR").expect("set by cargo")).join("../../lib");
    let lib = lib.canonicalize().expect("lib/ lies beside crates/");
    println!("cargo::rerun-if-changed={}", lib.display());
    let mut modules = Vec::new();
    collect(&lib, &lib, "", &mut modules);
    for part in embedded_packages(&lib.join(PACKAGES)) {
        let path = lib.join("node_modules").join(&part);
        if !path.exists() {
            panic!("lib/node_modules/{part} is missing: run `make setup`, which fetches it with npm");
        }
        println!("cargo::rerun-if-changed={}", path.display());
        if path.is_dir() {
            collect(&path, &lib.join("node_modules"), "internal/deps/", &mut modules);
        } else {
            let id = format!("internal/deps/{}", part.trim_end_matches(".js"));
            modules.push((id, path));
        }
    }
    modules.sort();
    let mut table = String::from("static LIB: &[(&str, &str)] = &[\n");
    for (id, path) in modules {
        let _ = writeln!(table, "    ({id:?}, include_str!({:?})),", path.display().to_string());
    }
    table.push_str("];\n");
    let out = PathBuf::from(env::var("OUT_DIR").expect("set by cargo")).join("lib_table.rs");
    fs::write(out, table).expect("OUT_DIR is writable");
}

/// The entries of lib/embed.json, an array of strings.
fn embedded_packages(list: &Path) -> Vec<String> {
    println!("cargo::rerun-if-changed={}", list.display());
    let text = fs::read_to_string(list).expect("lib/embed.json is readable");
    text.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

fn collect(folder: &Path, root: &Path, prefix: &str, out: &mut Vec<(String, PathBuf)>) {
    for entry in fs::read_dir(folder).expect("lib/ is readable") {
        let path = entry.expect("lib/ is readable").path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if path.is_dir() {
            if name != "node_modules" && name != "test" {
                collect(&path, root, prefix, out);
            }
        } else if let Some(stem) = path.to_string_lossy().strip_suffix(".js") {
            let id = Path::new(stem).strip_prefix(root).expect("below root").to_string_lossy().into_owned();
            if !name.ends_with(".config.js") {
                out.push((format!("{prefix}{id}"), path));
            }
        }
    }
}
