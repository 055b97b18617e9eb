//! `cargo xtask style`: all style sheets in one file, which is one request instead of a dozen and packs better.
//! Trunk runs it before every build.
//!
//! `style/lessons/<slug>.css` holds the rules that only one lesson uses, `style/later/` those of components that several
//! of these lessons use and the first lesson does not. They are in the one file too, except in the release site: there
//! both come with the lesson's part.

use std::path::{Path, PathBuf};

use crate::{Result, env, size};

/// What the others build on, in this order; then come the components in the order of their names.
const FIRST: [&str; 3] = ["tokens.css", "base.css", "layout.css"];

/// The sheet of everything, which `index.html` links.
pub const ALL: &str = "target/style/matwalk.css";

/// The sheet without those of the lessons, which the release site links. As Trunk has it, the name stays in the built
/// file's.
pub const SHELL: &str = "target/style/shell/matwalk.css";

/// Writes [`ALL`] and [`SHELL`].
///
/// # Errors
///
/// If a sheet can't be read or a file can't be written.
pub fn run() -> Result {
    let style = env::root().join("style");
    let shell = joined(&shared(&style)?)?;
    let all = format!("{shell}{}{}", joined(&later(&style)?)?, joined(&css(&style.join("lessons"))?)?);
    for (file, text) in [(SHELL, shell), (ALL, all)] {
        let file = env::root().join(file);
        file.parent().map_or(Ok(()), std::fs::create_dir_all)?;
        std::fs::write(file, text)?;
    }
    Ok(())
}

fn joined(sheets: &[PathBuf]) -> Result<String> {
    let mut all = String::new();
    for sheet in sheets {
        all.push_str(&std::fs::read_to_string(sheet).map_err(|error| format!("{}: {error}", sheet.display()))?);
    }
    Ok(all)
}

fn shared(style: &Path) -> Result<Vec<PathBuf>> {
    let mut all: Vec<PathBuf> = FIRST.iter().map(|name| style.join(name)).collect();
    all.extend(css(&style.join("components"))?);
    Ok(all)
}

fn later(style: &Path) -> Result<Vec<PathBuf>> {
    css(&style.join("later"))
}

/// The slugs of the lessons that have a sheet of their own, and the sheets as they come with the parts.
///
/// # Errors
///
/// If a sheet can't be read.
pub fn lessons(style: &Path) -> Result<Vec<(String, String)>> {
    let mut sheets = Vec::new();
    for file in css(&style.join("lessons"))? {
        let slug = file.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let mut all = later(style)?;
        all.push(file);
        sheets.push((slug, joined(&all)?));
    }
    Ok(sheets)
}

fn css(folder: &Path) -> Result<Vec<PathBuf>> {
    if !folder.is_dir() {
        return Ok(vec![]);
    }
    let is_css = |file: &PathBuf| file.extension().is_some_and(|ending| ending == "css");
    Ok(size::files(folder)?.into_iter().filter(is_css).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sheet_is_in_once_and_tokens_come_first() {
        let style = env::root().join("style");
        let mut found = shared(&style).expect("sheets");
        found.extend(later(&style).expect("sheets"));
        found.extend(css(&style.join("lessons")).expect("sheets"));
        assert_eq!(found[0], style.join("tokens.css"));
        let mut there = size::files(&style).expect("files");
        there.retain(|file| file.extension().is_some_and(|ending| ending == "css"));
        found.sort();
        assert_eq!(found, there);
    }
}
