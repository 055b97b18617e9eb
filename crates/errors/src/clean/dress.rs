//! Colours, tags, entities and characters beyond ASCII.

use crate::bytes::{begins, cut, is_at, is_one, number, tail};

/// What a character beyond ASCII becomes.
pub(super) enum Plain {
    /// One byte.
    Byte(u8),
    /// Nothing.
    Nothing,
    /// Three full stops.
    Dots,
    /// It stays.
    Itself,
}

/// The plain form of a character beyond ASCII: full-width forms, quotation marks, box drawing, odd blanks.
pub(super) fn plain(c: char) -> Plain {
    match c {
        // Full-width forms of ASCII stand in the same order.
        '\u{ff01}'..='\u{ff5e}' => Plain::Byte(((c as u32 - 0xff01 + 0x21) as u8).to_ascii_lowercase()),
        '‘' | '’' | '‚' | '“' | '”' | '„' | '«' | '»' | '‹' | '›' | '「' | '」' => {
            Plain::Byte(b'\'')
        }
        '×' | '✕' | '⨯' => Plain::Byte(b'x'),
        '−' | '–' | '—' | '‐' | '‑' => Plain::Byte(b'-'),
        '、' => Plain::Byte(b','),
        '。' => Plain::Byte(b'.'),
        '【' => Plain::Byte(b'['),
        '】' => Plain::Byte(b']'),
        '…' => Plain::Dots,
        '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}' => Plain::Nothing,
        '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{3000}' | '\u{2500}'..='\u{257f}' | '❱' => {
            Plain::Byte(b' ')
        }
        _ => Plain::Itself,
    }
}

/// The length of a terminal's colour or cursor sequence at the start of `rest`, 0 if there is none. Also without its
/// escape byte (lost by copying) and with the escape written out (`\x1b[0m`, `\u001b[0m`, `\033[0m`).
pub(super) fn colour(rest: &[u8]) -> usize {
    if is_at(rest, 0, 0x1b) {
        return match rest.get(1) {
            Some(b'[') => 2 + sequence(tail(rest, 2)).map_or(0, |(length, _)| length),
            Some(b']') => {
                let end = rest.iter().take(400).position(|&b| b == 0x07 || b == b'\\' || b == b'\n');
                end.map_or(2, |end| end + 1)
            }
            _ => 1,
        };
    }
    if is_at(rest, 0, b'\\') {
        let escape = begins(rest, "\\x1b[|\\u001b[|\\033[|\\e[|\\x1B[|\\u001B[");
        return escape
            .map_or(0, |escape| sequence(tail(rest, escape.len())).map_or(0, |(length, _)| escape.len() + length));
    }
    // Without the escape byte only colours are sure: digits and an m, or an m alone before no word.
    match sequence(tail(rest, 1)) {
        Some((length, b'm')) => {
            let digits = length > 1;
            let next = rest.get(1 + length).copied().unwrap_or(b' ');
            if digits || !(next.is_ascii_alphanumeric() || b"_]),.".contains(&next)) { 1 + length } else { 0 }
        }
        _ => 0,
    }
}

/// Digits and semicolons up to a letter: their length with the letter, and the letter.
fn sequence(rest: &[u8]) -> Option<(usize, u8)> {
    let digits = rest.iter().take(24).take_while(|b| b.is_ascii_digit() || matches!(b, b';' | b'?')).count();
    let letter = *rest.get(digits)?;
    letter.is_ascii_alphabetic().then_some((digits + 1, letter))
}

const LINES: &str = "br|p|div|li|tr|pre|ul|ol|table|h1|h2|h3";
const WORDS: &str = "code|b|i|em|strong|span|a|td|th|img|font|blockquote|details|summary|h4|kbd|tt|sub|sup|mark|samp";

/// The length of an HTML tag at the start of `rest`, and whether it ends a line. Only tags of text are known, so that
/// `<module>` and `Matrix<double, -1, 1>` stay.
pub(super) fn tag(rest: &[u8]) -> Option<(usize, bool)> {
    let slash = usize::from(is_at(rest, 1, b'/'));
    let name = tail(rest, 1 + slash);
    let length = name.iter().take(11).take_while(|b| b.is_ascii_alphanumeric()).count();
    let word = cut(name, 0, length).to_ascii_lowercase();
    let line = is_one(&word, LINES);
    if !line && !is_one(&word, WORDS) {
        return None;
    }
    let after = *name.get(length)?;
    if !(after == b'>' || after == b'/' || after == b' ' && slash == 0) {
        return None;
    }
    let end = rest.iter().take(400).position(|&b| b == b'>')?;
    // An attribute has an equals sign; without one `<a b>` is no tag.
    let inside = cut(rest, 1 + slash + length, end);
    let bare = inside.iter().all(|b| matches!(b, b' ' | b'/'));
    (bare || inside.contains(&b'=')).then_some((end + 1, line))
}

/// The length of an HTML entity at the start of `rest`, and the byte it stands for.
pub(super) fn entity(rest: &[u8]) -> Option<(usize, u8)> {
    let end = rest.iter().take(10).position(|&b| b == b';')?;
    let name = cut(rest, 1, end);
    // The byte, then the names of what it stands for.
    let named = "<lt|>gt|&amp|'quot|'apos|'lsquo|'rsquo|'ldquo|'rdquo| nbsp|xtimes|[lbrack|[lsqb|]rbrack|]rsqb";
    let named = named.split('|').map(str::as_bytes).find(|named| tail(named, 1) == name);
    let byte = match named.and_then(|named| named.first()) {
        Some(&byte) => byte,
        None => match char::from_u32(code(name)?)? {
            '"' | '`' => b'\'',
            c if c.is_ascii_graphic() => (c as u8).to_ascii_lowercase(),
            c => match plain(c) {
                Plain::Byte(byte) => byte,
                _ => b' ',
            },
        },
    };
    Some((end + 1, byte))
}

/// The number of a character as an entity gives it: `#215`, `#xd7`.
fn code(name: &[u8]) -> Option<u32> {
    let digits = name.strip_prefix(b"#")?;
    let code = match digits {
        [b'x' | b'X', hex @ ..] => number(hex, 16),
        _ => number(digits, 10),
    };
    u32::try_from(code?).ok()
}
