//! Every word on the screen, in every language: `locales/*.json`, turned into code when the app is built.

#[allow(missing_docs, reason = "generated from locales/*.json")]
mod generated {
    include!(concat!(env!("OUT_DIR"), "/i18n/mod.rs"));
}

pub use generated::i18n::*;

/// The text of a key in a language, with its values filled in: `say!(locale, app.tagline)`.
#[macro_export]
macro_rules! say {
    ($locale:expr, $($key:tt)*) => {
        leptos_i18n::td_string!($locale, $($key)*).to_string()
    };
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
