//! No sentence of a lesson may stand in the shell's module: it would mean that code of the lesson does too.
//!
//! A word of `locales/` belongs to a lesson if only files of the lesson's folder name it. The file that calls `part!`
//! does not count: what it names, the shell shows.

use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::{Result, say, size};

/// Shorter pieces of text may occur by chance.
const SHORTEST: usize = 12;

/// Looks for the words of all lessons in the shell. A part that is no lesson has none of its own.
///
/// # Errors
///
/// If one is there, or a lesson seems to have no words at all.
pub fn check(shell: &Path, root: &Path, parts: &[String]) -> Result {
    let module = std::fs::read(shell)?;
    let sources = sources(root)?;
    let mut locales = vec![];
    for file in size::files(&root.join("locales"))? {
        locales.push(serde_json::from_str(&std::fs::read_to_string(file)?)?);
    }
    for lesson in parts.iter().filter(|part| root.join("src/lesson").join(part).is_dir()) {
        let pieces: Vec<String> = locales.iter().flat_map(|locale| pieces_of(lesson, locale, &sources)).collect();
        if pieces.is_empty() {
            return Err(format!("no word of locales/ is only named in src/lesson/{lesson}/").into());
        }
        if let Some(piece) = pieces.iter().find(|piece| holds(&module, piece)) {
            return Err(format!("the shell holds words of the lesson {lesson}, so its code too: {piece:?}").into());
        }
        say(format!("none of {} pieces of text of {lesson} is in the shell", pieces.len()));
    }
    Ok(())
}

/// The app's sources with their texts.
fn sources(root: &Path) -> Result<Vec<(PathBuf, String)>> {
    let src = root.join("src");
    let mut found = vec![];
    for file in size::files(&src)? {
        found.push((file.strip_prefix(&src)?.to_path_buf(), std::fs::read_to_string(&file)?));
    }
    Ok(found)
}

/// The texts of a locale that belong to a lesson, cut where values are filled in.
fn pieces_of(lesson: &str, locale: &Value, sources: &[(PathBuf, String)]) -> Vec<String> {
    let folder = Path::new("lesson").join(lesson);
    let is_own = |key: &str| {
        let mut users = sources.iter().filter(|(_, text)| names(text, key)).peekable();
        users.peek().is_some() && users.all(|(file, text)| file.starts_with(&folder) && !text.contains("part!("))
    };
    let (mut own, mut others) = (vec![], vec![]);
    collect("", locale, &mut |key, text| match is_own(key) {
        true => own.push(text.to_owned()),
        false => others.push(text.to_owned()),
    });
    let pieces = own.iter().flat_map(|text| text.split("{{")).map(|piece| match piece.split_once("}}") {
        Some((_, after)) => after,
        None => piece,
    });
    let pieces = pieces.map(|piece| piece.trim().to_owned()).filter(|piece| piece.len() >= SHORTEST);
    // What a sentence of the shell says too can be there.
    pieces.filter(|piece| !others.iter().any(|text| text.contains(piece.as_str()))).collect()
}

fn collect(key: &str, value: &Value, found: &mut dyn FnMut(&str, &str)) {
    match value {
        Value::String(text) => found(key, text),
        Value::Object(words) => words.iter().for_each(|(name, value)| {
            let key = if key.is_empty() { name.clone() } else { format!("{key}.{name}") };
            collect(&key, value, found);
        }),
        _ => {}
    }
}

/// Whether a text names a key such as `step.product`, alone and not as a piece of a longer name.
fn names(text: &str, key: &str) -> bool {
    let is_part = |c: char| c.is_alphanumeric() || c == '_' || c == '.';
    text.match_indices(key)
        .any(|(at, _)| !text[..at].ends_with(is_part) && !text[at + key.len()..].starts_with(is_part))
}

fn holds(module: &[u8], piece: &str) -> bool {
    module.windows(piece.len()).any(|window| window == piece.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_belongs_to_a_lesson_that_alone_names_it() {
        let file = |path: &str, text: &str| (PathBuf::from(path), text.to_owned());
        let sources = [
            file("lesson/product/view.rs", "say!(locale, step.sum, of = x), say!(locale, app.open)"),
            file("lesson/product/entry.rs", "part!(x) say!(locale, step.about)"),
            file("lesson/product/aim.rs", "say!(locale, aim.open)"),
            file("app/start.rs", "say!(locale, app.open) step.summary"),
        ];
        let locale = serde_json::json!({
            "app": { "open": "Open the lesson" },
            "aim": { "open": "Open the lesson" },
            "step": { "sum": "The sum of these {{ of }} is what stands here", "about": "About this lesson", "no": "unused text" }
        });
        assert_eq!(pieces_of("product", &locale, &sources), ["The sum of these", "is what stands here"]);
        assert!(pieces_of("softmax", &locale, &sources).is_empty());
    }

    #[test]
    fn finds_text_among_bytes() {
        assert!(holds(b"\0\x01abc def\xff", "abc def"));
        assert!(!holds(b"abc", "abcd"));
    }
}
