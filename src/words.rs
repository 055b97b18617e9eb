//! Every word on the screen, in every language: `locales/*.json`, turned into code when the app is built.

use std::fmt::{Display, Write as _};

/// A language of the app.
#[allow(non_camel_case_types, reason = "the codes of the languages")]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Locale {
    /// English.
    #[default]
    en,
    /// Korean.
    ko,
}

/// A word in every language, in the order of [`Locale`], with [`NEXT`] between: an address for each weighs more.
type Texts = &'static str;

/// The words, by the groups of the files.
#[allow(missing_docs, non_camel_case_types, reason = "generated from locales/*.json")]
pub mod keys {
    use super::{Display, Locale, Texts, fill, pick, plain};
    include!(concat!(env!("OUT_DIR"), "/words.rs"));
}

/// The text of a key in a language, with its values filled in: `say!(locale, app.tagline)`.
#[macro_export]
macro_rules! say {
    ($locale:expr, $($key:ident).+ $(, $name:ident = $value:expr)* $(,)?) => {
        ($crate::words::keys::$($key)::+ { $($name: &$value),* }).say($locale)
    };
}

/// Stands before the place of a value.
const VALUE: char = '\u{1}';

/// Stands between the languages.
const NEXT: char = '\u{2}';

/// The word in one language.
fn one(texts: &Texts, locale: Locale) -> &'static str {
    texts.split(NEXT).nth(locale as usize).unwrap_or_default()
}

#[inline(never)]
fn plain(texts: &Texts, locale: Locale) -> String {
    one(texts, locale).to_owned()
}

/// Stands between the words of a group in one language.
const BESIDE: char = '\u{3}';

/// One of the words of a group: an address for each weighs more.
#[inline(never)]
fn pick(texts: &Texts, locale: Locale, place: usize) -> String {
    one(texts, locale).split(BESIDE).nth(place).unwrap_or_default().to_owned()
}

/// One piece of code for all words: written out at every use it is most of a lesson's bytes.
#[inline(never)]
fn fill(texts: &Texts, locale: Locale, values: &[&dyn Display]) -> String {
    let mut parts = one(texts, locale).split(VALUE);
    let mut said = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let place = part.bytes().next().map_or(0, |digit| usize::from(digit.wrapping_sub(b'0')));
        if let Some(value) = values.get(place) {
            // Writing to a String can't fail.
            let _ = write!(said, "{value}");
        }
        said.push_str(part.get(1..).unwrap_or_default());
    }
    said
}

/// The code of a language, for the `lang` attribute and the address.
pub fn code(locale: Locale) -> &'static str {
    match locale {
        Locale::en => "en",
        Locale::ko => "ko",
    }
}

/// The language that a browser's tag such as `ko-KR` asks for; `None` for one the app does not speak.
pub fn from_tag(tag: &str) -> Option<Locale> {
    let language = tag.split(['-', '_']).next().unwrap_or(tag).to_ascii_lowercase();
    [Locale::en, Locale::ko].into_iter().find(|locale| code(*locale) == language)
}

#[cfg(test)]
mod tests {
    use super::{Locale, fill};

    #[test]
    fn values_are_filled_in_at_their_places() {
        let texts = "\u{1}1 of \u{1}0\u{2}\u{1}0 중 \u{1}1: \u{1}0";
        assert_eq!(fill(&texts, Locale::en, &[&7, &"two"]), "two of 7");
        assert_eq!(fill(&texts, Locale::ko, &[&7, &"two"]), "7 중 two: 7");
    }
}
