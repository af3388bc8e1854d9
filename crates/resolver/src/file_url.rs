//! Between paths and `file:` URLs.

use url::Url;

use crate::error::{Code, ResolveError};

/// The `file:` URL of an absolute path, escaped as `url.pathToFileURL` does.
pub fn from_path(path: &str) -> String {
    let mut out = String::with_capacity(path.len() + 7);
    out.push_str("file://");
    for byte in path.bytes() {
        let escape = matches!(
            byte,
            0..=0x20
                | 0x7F..
                | b'"'
                | b'#'
                | b'%'
                | b'<'
                | b'>'
                | b'?'
                | b'['
                | b']'
                | b'\\'
                | b'^'
                | b'`'
                | b'{'
                | b'}'
                | b'|'
                | b'~'
        );
        if escape {
            const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
            out.push('%');
            out.push(char::from(DIGITS[usize::from(byte >> 4)]));
            out.push(char::from(DIGITS[usize::from(byte & 15)]));
        } else {
            out.push(char::from(byte));
        }
    }
    out
}

/// The path of a `file:` URL.
///
/// # Errors
/// If the URL names a host, or its path has an escaped slash or what is no UTF-8.
pub fn to_path(url: &Url) -> Result<String, ResolveError> {
    if url.host_str().is_some_and(|host| !host.is_empty()) {
        let message = format!("File URL host must be \"localhost\" or empty on {}", std::env::consts::OS);
        return Err(ResolveError::new(Code::InvalidFileUrlHost, message));
    }
    if has_encoded_slash(url.path()) {
        let message = "File URL path must not include encoded / characters".to_owned();
        return Err(ResolveError::new(Code::InvalidFileUrlPath, message));
    }
    Ok(decode(url.path()))
}

/// A shown form of what imports: the path of a `file:` URL, else the URL as it is.
pub fn shown(url: &Url) -> String {
    if url.scheme() == "file" { to_path(url).unwrap_or_else(|_| url.to_string()) } else { url.to_string() }
}

fn has_encoded_slash(path: &str) -> bool {
    path.as_bytes().windows(3).any(|w| w[0] == b'%' && w[1] == b'2' && matches!(w[2], b'f' | b'F'))
}

/// Percent-decoding; what is no UTF-8 becomes U+FFFD.
pub fn decode(text: &str) -> String {
    if !text.contains('%') {
        return text.to_owned();
    }
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let digit = |i: usize| bytes.get(i).and_then(|b| char::from(*b).to_digit(16));
        match (bytes[at], digit(at + 1), digit(at + 2)) {
            (b'%', Some(high), Some(low)) => {
                out.push((high * 16 + low) as u8);
                at += 3;
            }
            (byte, _, _) => {
                out.push(byte);
                at += 1;
            }
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_survive_the_way_there_and_back() {
        let path = "/a b\"#%?[]^|~{}`<>\\é\n'";
        let url = from_path(path);
        assert_eq!(url, "file:///a%20b%22%23%25%3F%5B%5D%5E%7C%7E%7B%7D%60%3C%3E%5C%C3%A9%0A'");
        assert_eq!(to_path(&Url::parse(&url).unwrap()).unwrap(), path);
    }

    #[test]
    fn an_escaped_slash_and_a_host_are_refused() {
        let code = |url: &str| to_path(&Url::parse(url).unwrap()).unwrap_err().code;
        assert_eq!(code("file:///a%2fb"), Code::InvalidFileUrlPath);
        assert_eq!(code("file://host/a"), Code::InvalidFileUrlHost);
    }
}
