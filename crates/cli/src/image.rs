//! `phasor --build-image OUTPUT [LIB]`: writes a copy of this executable with a start-up image.
//!
//! LIB is a folder with lib/'s sources; without it the ones compiled into the executable are used. The build
//! calls this; it is no command for users and `--help` does not list it.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::rc::Rc;

use phasor_bindings::BINDINGS;
use phasor_engine::builtins::{Source, Sources};
use phasor_engine::image::Image;
use phasor_engine::{platform, runtime};

/// Builds the image if the command line asks for it.
pub fn requested(arguments: &[String]) -> Option<ExitCode> {
    let (command, rest) = arguments.get(1..)?.split_first()?;
    if command != "--build-image" {
        return None;
    }
    let result = match rest {
        [output] => build(Path::new(output), None),
        [output, lib] => build(Path::new(output), Some(Path::new(lib))),
        _ => Err("usage: phasor --build-image OUTPUT [LIB]".to_owned()),
    };
    Some(match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("phasor: {message}");
            ExitCode::FAILURE
        }
    })
}

fn build(output: &Path, lib: Option<&Path>) -> Result<(), String> {
    let sources = match lib {
        Some(folder) => read_folder(folder).map_err(|e| format!("cannot read {}: {e}", folder.display()))?,
        None => phasor_bindings::embedded_sources(),
    };
    let executable = std::env::current_exe().map_err(|e| e.to_string())?;
    let tasks = platform::initialize(&[]);
    let config = runtime::Config {
        image: None,
        sources: sources.clone(),
        bindings: BINDINGS,
        tasks,
        family: Default::default(),
        argv: Vec::new(),
        exec_argv: Vec::new(),
        exec_path: String::new(),
        options: Default::default(),
        environment_flags: Vec::new(),
        exit: Rc::new(|_, _| {}),
    };
    let snapshot = runtime::make_snapshot(config).map_err(|_| "lib/ could not be evaluated".to_owned())?;
    let bytes = snapshot.len();
    let image = Image { snapshot: snapshot.leak(), sources };
    image.append(&executable, output).map_err(|e| format!("cannot write {}: {e}", output.display()))?;
    println!("start-up image: {} KiB of snapshot, {} modules", bytes / 1024, image.sources.iter().count());
    Ok(())
}

/// Reads lib/ from disk, npm packages included, under the same ids as the build does.
fn read_folder(lib: &Path) -> std::io::Result<Sources> {
    let mut files = Vec::new();
    collect(lib, lib, "", &mut files)?;
    let packages = std::fs::read_to_string(lib.join("embed.json"))?;
    for part in packages.split('"').skip(1).step_by(2) {
        let modules = lib.join("node_modules");
        let path = modules.join(part);
        if path.is_dir() {
            collect(&path, &modules, "internal/deps/", &mut files)?;
        } else {
            files.push((format!("internal/deps/{}", part.trim_end_matches(".js")), path));
        }
    }
    let mut sources = Vec::new();
    for (id, path) in files {
        let text = std::fs::read_to_string(path)?;
        sources.push(Source { id: id.leak(), text: text.leak(), code_cache: &[] });
    }
    Ok(Sources::new(sources))
}

fn collect(folder: &Path, root: &Path, prefix: &str, out: &mut Vec<(String, PathBuf)>) -> std::io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if path.is_dir() {
            if name != "node_modules" && name != "test" {
                collect(&path, root, prefix, out)?;
            }
        } else if name.ends_with(".js") && !name.ends_with(".config.js") {
            let relative = path.strip_prefix(root).unwrap_or(&path).with_extension("");
            out.push((format!("{prefix}{}", relative.display()), path));
        }
    }
    Ok(())
}
