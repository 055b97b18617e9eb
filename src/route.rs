//! The address after `#`: `#/LESSON?key=value&…`. Parsed, never evaluated.
//!
//! This is a public promise: links made once keep working. Unknown keys are ignored; a bad value is reported and
//! resets its own key alone.

mod mangled;

use std::fmt::Write as _;

/// A hash split into its lesson and its pairs, in the order given.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Address {
    /// The text between `#/` and `?`: empty on the start page.
    pub lesson: String,
    /// Keys and percent-decoded values. Of a repeated key the last counts.
    pub pairs: Vec<(String, String)>,
}

/// A key whose value could not be used; the lesson's default stands in for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadKey {
    /// The key as in the address.
    pub key: String,
    /// The value as in the address, shortened to at most 40 characters.
    pub value: String,
}

impl BadKey {
    /// Notes that `value` under `key` could not be used.
    pub fn new(key: &str, value: &str) -> BadKey {
        let mut shown: String = value.chars().take(40).collect();
        if shown.len() < value.len() {
            shown.push('…');
        }
        BadKey { key: key.to_owned(), value: shown }
    }
}

impl Address {
    /// Splits a hash such as `#/product?a=3:1,2,3`, whole or as a chat program passed it on. Anything at all can be split.
    pub fn parse(hash: &str) -> Address {
        let hash = mangled::mended(hash);
        let rest = hash.trim_start_matches('#').trim_start_matches('/');
        let (lesson, query) = rest.split_once('?').unwrap_or((rest, ""));
        let pairs = query
            .split('&')
            .filter(|pair| !pair.is_empty())
            .map(|pair| {
                let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
                (decode(key), decode(value))
            })
            .collect();
        Address { lesson: decode(lesson.trim_end_matches('/')), pairs }
    }

    /// The value of `key`; the last one where it is repeated.
    pub fn get(&self, key: &str) -> Option<&str> {
        self.pairs.iter().rev().find(|(k, _)| k == key).map(|(_, value)| value.as_str())
    }

    /// Reads `key` by `read`: `None` where it is absent; where its value can't be used, too, noting it in `bad`.
    pub fn read<T>(&self, key: &str, bad: &mut Vec<BadKey>, read: impl FnOnce(&str) -> Option<T>) -> Option<T> {
        let value = self.get(key)?;
        let read = read(value);
        if read.is_none() {
            bad.push(BadKey::new(key, value));
        }
        read
    }

    /// Appends a pair.
    pub fn push(&mut self, key: &str, value: impl Into<String>) {
        self.pairs.push((key.to_owned(), value.into()));
    }
}

/// The hash, `#` included.
impl std::fmt::Display for Address {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "#/{}", encode(&self.lesson))?;
        for (i, (key, value)) in self.pairs.iter().enumerate() {
            f.write_char(if i == 0 { '?' } else { '&' })?;
            write!(f, "{}={}", encode(key), encode(value))?;
        }
        Ok(())
    }
}

/// Percent-encodes all but what a fragment may hold as it is, so that links stay readable: `a=2x3:1,2.5,-3`.
fn encode(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~:,;!*/()".contains(&byte) {
            out.push(char::from(byte));
        } else {
            // Writing to a String can't fail.
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

/// Undoes percent-encoding; a stray `%` and bytes that are no UTF-8 stay visible instead of failing.
fn decode(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut i = 0;
    while i < bytes.len() {
        let hex = bytes.get(i + 1..i + 3).and_then(|pair| std::str::from_utf8(pair).ok());
        match hex.and_then(|pair| u8::from_str_radix(pair, 16).ok()) {
            Some(byte) if bytes[i] == b'%' => {
                out.push(byte);
                i += 3;
            }
            _ => {
                out.push(bytes[i]);
                i += 1;
            }
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn splits_lesson_and_pairs() {
        let address = Address::parse("#/product?a=2x2:1,2,3,4&view=dot&t=3");
        assert_eq!(address.lesson, "product");
        assert_eq!((address.get("a"), address.get("t"), address.get("zzz")), (Some("2x2:1,2,3,4"), Some("3"), None));
    }

    #[test]
    fn anything_can_be_split() {
        for (hash, lesson) in [("", ""), ("#", ""), ("#/", ""), ("#/product/", "product"), ("#product", "product")] {
            assert_eq!(Address::parse(hash).lesson, lesson, "{hash}");
        }
        for hash in ["#/?&&=&==&%&%e&%ZZ&%EA%B0", "#/%", "#/p?a", "#/p?=1", "#?a=1?b=2#c"] {
            let _ = Address::parse(hash).to_string();
        }
        assert_eq!(Address::parse("#/p?a=1&a=2").get("a"), Some("2"));
    }

    #[test]
    fn writing_then_reading_gives_the_same() {
        let mut address = Address { lesson: "product".into(), pairs: vec![] };
        for value in ["2x3:1,-2.5,1e-7,nan,inf,-inf,0", "한 글 & = ? # % +", "scalar:5", "2x0:"] {
            address.push("a", value);
        }
        assert_eq!(Address::parse(&address.to_string()), address);
        assert!(address.to_string().starts_with("#/product?a=2x3:1,-2.5,1e-7,nan,inf,-inf,0&"));
    }

    #[test]
    fn a_bad_value_is_named_and_shortened() {
        let address = Address::parse(&format!("#/p?t={}", "x".repeat(100)));
        let mut bad = vec![];
        assert_eq!(address.read("t", &mut bad, |v| v.parse::<usize>().ok()), None);
        assert_eq!(bad[0].key, "t");
        assert_eq!(bad[0].value.chars().count(), 41);
        assert_eq!(address.read("u", &mut bad, |v| v.parse::<usize>().ok()), None);
        assert_eq!(bad.len(), 1, "an absent key is not a bad one");
    }
}
