//! Hexadecimal text.

/// Values of digits; [`OTHER`] for what is none.
const VALUES: [u8; 256] = {
    let mut table = [OTHER; 256];
    let mut i = 0;
    while i < 256 {
        let c = i as u8;
        table[i] = match c {
            b'0'..=b'9' => c - b'0',
            b'a'..=b'f' => c - b'a' + 10,
            b'A'..=b'F' => c - b'A' + 10,
            _ => OTHER,
        };
        i += 1;
    }
    table
};

const OTHER: u8 = u8::MAX;

/// The bytes of pairs of digits, up to the first pair that is none.
pub fn decode(text: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len() / 2);
    for pair in text.chunks_exact(2) {
        let (high, low) = (VALUES[pair[0] as usize], VALUES[pair[1] as usize]);
        if (high | low) > 15 {
            break;
        }
        out.push(high << 4 | low);
    }
    out
}

/// Two digits for every byte.
pub fn encode(bytes: &[u8]) -> Vec<u8> {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let mut out = vec![0; bytes.len() * 2];
    for (pair, byte) in out.chunks_exact_mut(2).zip(bytes) {
        pair[0] = DIGITS[(byte >> 4) as usize];
        pair[1] = DIGITS[(byte & 15) as usize];
    }
    out
}
