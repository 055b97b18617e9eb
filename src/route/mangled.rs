//! Addresses as chat programs, mail and word processors pass them on, made whole again.
//!
//! What a value can't hold is taken off: quotes and punctuation that a sentence put behind the link, characters without
//! width, blanks after commas. What remains is read as always, and a value that can't be read is reported under its key.

/// A hash as it was meant.
pub(super) fn mended(hash: &str) -> String {
    if let Some((others, text)) = pasted_text(hash) {
        let others = mended(&others);
        let mark = if others.contains('?') { '&' } else { '?' };
        return format!("{others}{mark}error={}", text.trim_end_matches(is_blank));
    }
    let hash = without_wrapping(hash);
    let hash = without_escapes(&hash);
    let (path, query) = hash.split_once('?').unwrap_or((&hash, ""));
    let pairs: Vec<String> = query.split('&').map(without_blanks).collect();
    let query = pairs.join("&");
    let query = without_behind(&query);
    let path = path.trim_end_matches(is_behind).to_ascii_lowercase();
    if query.is_empty() { path } else { format!("{path}?{query}") }
}

/// A pasted message and the address without it: its brackets, its marks and what it has encoded are its own.
fn pasted_text(hash: &str) -> Option<(String, &str)> {
    let at = hash.rmatch_indices("error=").map(|(at, _)| at).find(|&at| hash[..at].ends_with(['?', '&']))?;
    let (before, rest) = (&hash[..at - 1], &hash[at + "error=".len()..]);
    let (text, behind) = rest.split_once('&').unwrap_or((rest, ""));
    // The rest of an `&` that was escaped.
    let escape = ["amp;", "amp%3B", "amp%3b", "#38;"].into_iter().find_map(|escape| behind.strip_prefix(escape));
    let behind = escape.unwrap_or(behind);
    if behind.is_empty() {
        return Some((before.to_owned(), text));
    }
    let mark = if before.contains('?') { '&' } else { '?' };
    Some((format!("{before}{mark}{behind}"), text))
}

/// The query without the marks behind it. An unknown size, the `_` of `2x_`, is none of them.
fn without_behind(query: &str) -> &str {
    let kept = query.trim_end_matches(is_behind);
    let size = query[kept.len()..].starts_with('_') && kept.ends_with(['x', '=']);
    if size { &query[..kept.len() + 1] } else { kept }
}

/// A mark that stands behind a link in a sentence and ends no value of an address.
fn is_behind(c: char) -> bool {
    matches!(
        c,
        ',' | ';' | '!' | ')' | ']' | '>' | '}' | '*' | '_' | '\\' | '…' | '。' | '、' | '，' | '）' | '」' | '】'
    ) || is_quote(c)
        || is_blank(c)
        || c == '.'
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '\'' | '`' | '“' | '”' | '„' | '‘' | '’' | '‚' | '«' | '»' | '‹' | '›')
}

/// Blanks, line ends, characters without width.
fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}')
}

/// Without quotes and blanks, as they are or percent-encoded, at both ends.
fn without_wrapping(hash: &str) -> String {
    let mut rest = hash.trim_matches(|c| is_quote(c) || is_blank(c));
    // `%E2%80%8B` and its like: whatever a browser encoded of the marks behind a link.
    while let Some(cut) = encoded_behind(rest) {
        rest = rest[..cut].trim_end_matches(is_behind);
    }
    rest.to_owned()
}

/// Where an encoded mark at the end starts.
fn encoded_behind(text: &str) -> Option<usize> {
    (1..=4).find_map(|count| {
        let cut = text.len().checked_sub(3 * count)?;
        let encoded = text.get(cut..)?;
        let bytes: Option<Vec<u8>> = encoded.as_bytes().chunks(3).map(encoded_byte).collect();
        let decoded = String::from_utf8(bytes?).ok()?;
        let mut chars = decoded.chars();
        let mark = chars.next().filter(|_| chars.next().is_none())?;
        is_behind(mark).then_some(cut)
    })
}

fn encoded_byte(chunk: &[u8]) -> Option<u8> {
    let digits = std::str::from_utf8(chunk.strip_prefix(b"%")?).ok()?;
    u8::from_str_radix(digits, 16).ok()
}

/// With `&amp;`, `&amp%3B`, `%26`, `%3F` and full-width marks as the marks that they stand for.
fn without_escapes(hash: &str) -> String {
    let mut text = hash.to_owned();
    for (escape, mark) in [
        ("%26amp%3B", "&"),
        ("%26amp%3b", "&"),
        ("%26amp;", "&"),
        ("&amp%3B", "&"),
        ("&amp%3b", "&"),
        ("&amp;", "&"),
        ("&#38;", "&"),
        ("＆", "&"),
        ("？", "?"),
        ("＝", "="),
        // The same as a browser's address has them.
        ("%EF%BC%86", "&"),
        ("%EF%BC%9F", "?"),
        ("%EF%BC%9D", "="),
    ] {
        while text.contains(escape) {
            text = text.replace(escape, mark);
        }
    }
    if !text.contains('?') {
        text = text.replacen("%3F", "?", 1).replacen("%3f", "?", 1);
    }
    between_keys(&text)
}

/// With `%26` as `&` where a key and its equals sign follow, and `%3D` as that sign.
fn between_keys(text: &str) -> String {
    let mut parts = text.split("%26");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let letters = part.trim_start_matches(|c: char| c.is_ascii_alphabetic());
        let is_key = letters.len() < part.len() && ["=", "%3D", "%3d"].iter().any(|equals| letters.starts_with(equals));
        out.push_str(if is_key { "&" } else { "%26" });
        out.push_str(part);
    }
    let pair = |pair: &str| match pair.contains('=') {
        true => pair.to_owned(),
        false => pair.replacen("%3D", "=", 1).replacen("%3d", "=", 1),
    };
    let Some((path, query)) = out.split_once('?') else { return out };
    format!("{path}?{}", query.split('&').map(pair).collect::<Vec<_>>().join("&"))
}

/// A pair without blanks beside commas, encoded or not, and without characters that have no width.
fn without_blanks(pair: &str) -> String {
    let mut plain = pair.to_owned();
    for (escape, mark) in [("%3A", ":"), ("%3a", ":"), ("%2C", ","), ("%2c", ","), ("%C2%A0", " "), ("%E2%80%8B", "")] {
        plain = plain.replace(escape, mark);
    }
    let is_tensor = plain.contains(':');
    if !is_tensor {
        return pair.trim_matches(is_blank).to_owned();
    }
    plain = plain.replace("%20", " ");
    // A plus stands for a blank where an address has no plus.
    let is_gap = |c: char| c.is_whitespace() || c == '+';
    let mut out = String::with_capacity(plain.len());
    for (i, part) in plain.split(',').enumerate() {
        if i > 0 {
            out.push(',');
        }
        let part = part.trim_matches(is_gap);
        match part.split_once(':') {
            Some((shape, first)) => {
                out.push_str(shape.trim_matches(is_gap));
                out.push(':');
                out.push_str(first.trim_matches(is_gap));
            }
            None => out.push_str(part),
        }
    }
    out.retain(|c| !is_blank(c) || c.is_whitespace());
    out
}

#[cfg(test)]
mod tests;
