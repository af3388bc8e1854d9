//! The `phasor` executable: reads the command line, makes a runtime and runs what it was asked to.

mod command_line;
mod env_file;
mod help;
mod image;
mod inherited;
mod specs;
mod start;

use std::process::ExitCode;

fn main() -> ExitCode {
    if let Err(error) = inherited::put_right() {
        // Standard error may be what is closed: then only the exit code tells.
        eprintln!("phasor: /dev/null: {error}");
        return ExitCode::FAILURE;
    }
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
