//! The `phasor` executable: reads the command line, makes a runtime and runs what it was asked to.

mod command_line;
mod env_file;
mod help;
mod image;
mod specs;
mod start;

use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args_os().map(|argument| argument.to_string_lossy().into_owned()).collect();
    if let Some(code) = image::requested(&arguments) {
        return code;
    }
    match command_line::parse(&arguments) {
        Ok(command_line::Parsed::Run(command)) => start::run(*command),
        Ok(command_line::Parsed::Print(text)) => help::print(&text),
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(9)
        }
    }
}
