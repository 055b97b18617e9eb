//! Colours, tags, entities and characters beyond ASCII.

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
    if rest[0] == 0x1b {
        return match rest.get(1) {
            Some(b'[') => 2 + sequence(&rest[2..]).map_or(0, |(length, _)| length),
            Some(b']') => {
                let end = rest.iter().take(400).position(|&b| b == 0x07 || b == b'\\' || b == b'\n');
                end.map_or(2, |end| end + 1)
            }
            _ => 1,
        };
    }
    if rest[0] == b'\\' {
        for escape in [&b"\\x1b["[..], b"\\u001b[", b"\\033[", b"\\e[", b"\\x1B[", b"\\u001B["] {
            if rest.starts_with(escape) {
                return sequence(&rest[escape.len()..]).map_or(0, |(length, _)| escape.len() + length);
            }
        }
        return 0;
    }
    // Without the escape byte only colours are sure: digits and an m, or an m alone before no word.
    match sequence(&rest[1..]) {
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

const LINES: [&str; 12] = ["br", "p", "div", "li", "tr", "pre", "ul", "ol", "table", "h1", "h2", "h3"];
const WORDS: [&str; 21] = [
    "code",
    "b",
    "i",
    "em",
    "strong",
    "span",
    "a",
    "td",
    "th",
    "img",
    "font",
    "blockquote",
    "details",
    "summary",
    "h4",
    "kbd",
    "tt",
    "sub",
    "sup",
    "mark",
    "samp",
];

/// The length of an HTML tag at the start of `rest`, and whether it ends a line. Only tags of text are known, so that
/// `<module>` and `Matrix<double, -1, 1>` stay.
pub(super) fn tag(rest: &[u8]) -> Option<(usize, bool)> {
    let slash = usize::from(rest.get(1) == Some(&b'/'));
    let name = &rest[1 + slash..];
    let length = name.iter().take(11).take_while(|b| b.is_ascii_alphanumeric()).count();
    let is = |known: &&str| known.len() == length && name[..length].eq_ignore_ascii_case(known.as_bytes());
    let line = LINES.iter().any(is);
    if !line && !WORDS.iter().any(is) {
        return None;
    }
    let after = *name.get(length)?;
    if !(after == b'>' || after == b'/' || after == b' ' && slash == 0) {
        return None;
    }
    let end = rest.iter().take(400).position(|&b| b == b'>')?;
    // An attribute has an equals sign; without one `<a b>` is no tag.
    let inside = &rest[1 + slash + length..end];
    let bare = inside.iter().all(|b| matches!(b, b' ' | b'/'));
    (bare || inside.contains(&b'=')).then_some((end + 1, line))
}

/// The length of an HTML entity at the start of `rest`, and the byte it stands for.
pub(super) fn entity(rest: &[u8]) -> Option<(usize, u8)> {
    let end = rest.iter().take(10).position(|&b| b == b';')?;
    let byte = match &rest[1..end] {
        b"lt" => b'<',
        b"gt" => b'>',
        b"amp" => b'&',
        b"quot" | b"apos" | b"lsquo" | b"rsquo" | b"ldquo" | b"rdquo" => b'\'',
        b"nbsp" => b' ',
        b"times" => b'x',
        b"lbrack" | b"lsqb" => b'[',
        b"rbrack" | b"rsqb" => b']',
        number => {
            let digits = number.strip_prefix(b"#")?;
            let text = std::str::from_utf8(digits).ok()?;
            let code = match text.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => text.parse().ok()?,
            };
            match char::from_u32(code)? {
                '"' | '`' => b'\'',
                c if c.is_ascii_graphic() => (c as u8).to_ascii_lowercase(),
                c => match plain(c) {
                    Plain::Byte(byte) => byte,
                    _ => b' ',
                },
            }
        }
    };
    Some((end + 1, byte))
}
