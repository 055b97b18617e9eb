//! Turns `locales/*.json` into code: each word a type with a field for each value it takes, so that a word that is used
//! but not there, or a value that is missing, does not compile. All that a use of a word costs is one call. The words of
//! a group that take no values are `Plain` too, for code that chooses among many of them.

use serde_json::{Map, Value};
use std::error::Error;
use std::fmt::Write as _;
use std::path::PathBuf;

/// The languages, the first one the default.
const LOCALES: [&str; 2] = ["en", "ko"];

/// Stands before the place of a value: no word has it.
const VALUE: char = '\u{1}';

/// Stands between the languages: no word has it.
const NEXT: &str = "\u{2}";

/// Stands between the words of a group in one language: no word has it.
const BESIDE: &str = "\u{3}";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=locales");
    let mut locales = Vec::new();
    for name in LOCALES {
        let text = std::fs::read_to_string(format!("locales/{name}.json"))?;
        locales.push(serde_json::from_str::<Map<String, Value>>(&text)?);
    }
    let [first, others @ ..] = &locales[..] else { return Err("there is no language".into()) };
    let mut code = String::new();
    group(&mut code, "", first, others)?;
    let out = std::env::var_os("OUT_DIR").ok_or("OUT_DIR is not set")?;
    std::fs::write(PathBuf::from(out).join("words.rs"), code)?;
    Ok(())
}

/// The words of a group, and the groups in it as modules.
fn group(
    code: &mut String,
    path: &str,
    first: &Map<String, Value>,
    others: &[Map<String, Value>],
) -> Result<(), Box<dyn Error>> {
    if let Some(extra) = others.iter().flat_map(|other| other.keys()).find(|key| !first.contains_key(*key)) {
        return Err(format!("{path}{extra} is not in every language").into());
    }
    // The words of the group without values: their names, and in each language their texts.
    let (mut plain, mut said) = (vec![], vec![vec![]; LOCALES.len()]);
    for (key, value) in first {
        let missing = || format!("{path}{key} is not in every language");
        match value {
            Value::Object(inside) => {
                let inner: Option<Vec<_>> = others.iter().map(|other| other.get(key)?.as_object().cloned()).collect();
                writeln!(code, "pub mod {key} {{\nuse super::*;")?;
                group(code, &format!("{path}{key}."), inside, &inner.ok_or_else(missing)?)?;
                code.push_str("}\n");
            }
            Value::String(text) => {
                let other = others.iter().map(|other| other.get(key)?.as_str());
                let texts: Option<Vec<&str>> = std::iter::once(Some(text.as_str())).chain(other).collect();
                let texts = texts.ok_or_else(missing)?;
                word(code, &format!("{path}{key}"), key, &texts)?;
                if names(text).is_empty() {
                    plain.push(key.as_str());
                    said.iter_mut().zip(texts).for_each(|(said, text)| said.push(text));
                }
            }
            _ => return Err(format!("{path}{key} is no text").into()),
        }
    }
    let texts = said.iter().map(|said| said.join(BESIDE)).collect::<Vec<_>>().join(NEXT);
    writeln!(
        code,
        "#[derive(Clone, Copy)]\npub enum Plain {{ {} }}\nimpl Plain {{\n#[inline(always)]\npub fn say(self, locale: \
         Locale) -> String {{ static TEXTS: Texts = {texts:?}; pick(&TEXTS, locale, self as usize) }}\n}}",
        plain.join(", ")
    )?;
    Ok(())
}

/// One word in all languages.
fn word(code: &mut String, path: &str, key: &str, texts: &[&str]) -> Result<(), Box<dyn Error>> {
    let names = names(texts.first().copied().unwrap_or_default());
    let mut filled = Vec::new();
    for text in texts {
        let mut parts = text.split("{{");
        let mut out = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let (name, rest) = part.split_once("}}").ok_or_else(|| format!("{path}: an open brace"))?;
            let place = names.iter().position(|own| *own == name.trim());
            let place = place.ok_or_else(|| format!("{path}: {name} is not in every language"))?;
            out.push(VALUE);
            out.push(char::from(b'0' + u8::try_from(place)?));
            out.push_str(rest);
        }
        filled.push(out);
    }
    let life = if names.is_empty() { "" } else { "<'a>" };
    let fields: String = names.iter().map(|name| format!("pub {name}: &'a dyn Display, ")).collect();
    let values: String = names.iter().map(|name| format!("self.{name}, ")).collect();
    let texts = filled.join(NEXT);
    let say = if names.is_empty() {
        "plain(&TEXTS, locale)".to_owned()
    } else {
        format!("fill(&TEXTS, locale, &[{values}])")
    };
    writeln!(
        code,
        "pub struct {key}{life} {{ {fields}}}\nimpl{life} {key}{life} {{\n#[inline(always)]\npub fn say(self, locale: \
         Locale) -> String {{ static TEXTS: Texts = {texts:?}; {say} }}\n}}"
    )?;
    Ok(())
}

/// The names of the values that a text takes, each once.
fn names(text: &str) -> Vec<&str> {
    let mut names = Vec::new();
    for part in text.split("{{").skip(1) {
        let name = part.split("}}").next().unwrap_or_default().trim();
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}
