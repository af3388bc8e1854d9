//! Shared conversions of command-line values.

use std::str::FromStr;

use lexopt::ValueExt;

use crate::parallel;

/// The value of the present option as text.
///
/// # Errors
/// A sentence for the user when the value is missing or not Unicode.
pub fn text(parser: &mut lexopt::Parser) -> Result<String, String> {
    parser.value().and_then(|value| value.string()).map_err(|error| error.to_string())
}

/// The value of the present option as a number.
///
/// # Errors
/// A sentence for the user when the value is missing or malformed.
pub fn number<N>(parser: &mut lexopt::Parser) -> Result<N, String>
where
    N: FromStr,
    N::Err: Into<Box<dyn std::error::Error + Send + Sync>>,
{
    parser.value().and_then(|value| value.parse()).map_err(|error| error.to_string())
}

/// How many threads `--load` or `--load=N` asks for: one a processor without a number.
///
/// # Errors
/// A sentence for the user when the number is malformed.
pub fn load(parser: &mut lexopt::Parser) -> Result<usize, String> {
    match parser.optional_value() {
        Some(value) => value.parse().map_err(|error| error.to_string()),
        None => Ok(parallel::processors()),
    }
}
