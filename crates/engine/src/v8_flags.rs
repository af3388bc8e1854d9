//! V8's own command-line flags.

/// Hands `flags` to V8 and returns those that it does not know. Call before V8 is initialised.
pub fn apply(flags: &[String]) -> Vec<String> {
    let mut arguments = vec![String::new()];
    arguments.extend_from_slice(flags);
    v8::V8::set_flags_from_command_line(arguments).into_iter().skip(1).collect()
}

/// Prints V8's list of flags on standard output.
pub fn print_help() {
    v8::V8::set_flags_from_command_line_with_usage(vec![String::new(), "--help".to_owned()], None);
}
