//! The folder in the site that holds the modules and scripts of one build, named by a hash of all of them.

use std::path::{Path, PathBuf};

use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

use super::glue::Glue;
use super::small;
use super::wasm::Parts;
use crate::{Result, size};

/// The script that starts the app, with two lists to be filled in.
const START: &str = include_str!("start.js");
/// The worker's script, which loads a module of its own.
const TIMER: &str = include_str!("timer.js");
/// All scripts in one.
pub const SCRIPT: &str = "app.js";

type Sheets = [(String, String)];

/// Writes the folder and gives its name.
///
/// # Errors
///
/// If a lesson has a style sheet but no part, or a file can't be written.
pub fn write(dist: &Path, parts: &Parts, sheets: &Sheets) -> Result<String> {
    if let Some((slug, _)) = sheets.iter().find(|(slug, _)| own_part(&parts.glue, slug).is_none()) {
        return Err(format!("style/lessons/{slug}.css belongs to no lesson's part").into());
    }
    let start_file = parts.scripts.join("start.js");
    std::fs::write(&start_file, start(&parts.glue, sheets))?;
    small::bundle(&start_file, &parts.folder.join(SCRIPT))?;
    let timer = parts.folder.join("timer.js");
    std::fs::write(&timer, TIMER)?;
    small::minify(&timer)?;
    for (slug, sheet) in sheets {
        let file = parts.folder.join(sheet_file(slug));
        std::fs::write(&file, sheet)?;
        small::minify(&file)?;
    }
    let files = size::files(&parts.folder)?;
    let name = hash(&parts.folder, &files)?;
    for file in &files {
        let to = dist.join(&name).join(file.strip_prefix(&parts.folder)?);
        to.parent().map_or(Ok(()), std::fs::create_dir_all)?;
        std::fs::copy(file, to)?;
    }
    Ok(name)
}

/// For each lesson, the files fetched when it is opened.
pub fn lists(glue: &Glue, sheets: &Sheets) -> Vec<(String, Vec<String>)> {
    let of = |slug: &String| {
        let parts = glue.parts.iter().filter(|part| part.lessons.contains(slug)).map(|part| part.file.clone());
        let sheet = sheets.iter().filter(|(owner, _)| owner == slug).map(|(slug, _)| sheet_file(slug));
        parts.chain(sheet).collect()
    };
    glue.lessons().into_iter().map(|slug| (slug.clone(), of(&slug))).collect()
}

fn start(glue: &Glue, sheets: &Sheets) -> String {
    let parts: Map<String, Value> = lists(glue, &[]).into_iter().map(|(slug, files)| (slug, files.into())).collect();
    let sheet = |(slug, _): &(String, String)| Some((own_part(glue, slug)?, Value::from(sheet_file(slug))));
    let sheets: Map<String, Value> = sheets.iter().filter_map(sheet).collect();
    let fill = |text: String, name: &str, list: Map<String, Value>| {
        text.replace(&format!("const {name} = {{}};"), &format!("const {name} = {};", Value::Object(list)))
    };
    fill(fill(START.to_owned(), "PARTS", parts), "SHEETS", sheets)
}

/// The part that is a lesson's alone.
fn own_part(glue: &Glue, slug: &str) -> Option<String> {
    glue.parts.iter().find(|part| part.lessons == [slug]).map(|part| part.file.clone())
}

fn sheet_file(slug: &str) -> String {
    format!("{slug}.css")
}

fn hash(folder: &Path, files: &[PathBuf]) -> Result<String> {
    let mut hasher = Sha256::new();
    for file in files {
        let data = std::fs::read(file)?;
        hasher.update(file.strip_prefix(folder)?.to_string_lossy().as_bytes());
        hasher.update([0]);
        hasher.update(data.len().to_le_bytes());
        hasher.update(data);
    }
    // 64 bits: builds that a browser may still hold are few.
    Ok(hasher.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect())
}

#[cfg(test)]
mod tests {
    use super::super::glue::Part;
    use super::*;

    fn glue() -> Glue {
        let part = |file: &str, lessons: &[&str]| Part {
            made: String::new(),
            file: file.to_owned(),
            lessons: lessons.iter().map(|slug| (*slug).to_owned()).collect(),
        };
        let parts = vec![part("shared-a-b.wasm", &["a", "b"]), part("a.wasm", &["a"]), part("b.wasm", &["b"])];
        Glue { text: String::new(), parts }
    }

    #[test]
    fn a_lesson_lists_what_is_fetched_for_it() {
        let lists = lists(&glue(), &[("b".to_owned(), "style/lessons/b.css".into())]);
        assert_eq!(lists[0], ("a".to_owned(), vec!["shared-a-b.wasm".to_owned(), "a.wasm".to_owned()]));
        assert_eq!(lists[1].1, ["shared-a-b.wasm", "b.wasm", "b.css"]);
    }

    #[test]
    fn the_start_script_gets_both_lists() {
        let text = start(&glue(), &[("b".to_owned(), "style/lessons/b.css".into())]);
        assert!(text.contains(r#"const PARTS = {"a":["shared-a-b.wasm","a.wasm"],"b":["#), "{text}");
        assert!(text.contains(r#"const SHEETS = {"b.wasm":"b.css"};"#), "{text}");
    }
}
