//! `cargo xtask style`: all style sheets in one file, which is one request instead of a dozen and packs better.
//! Trunk runs it before every build.
//!
//! `style/lessons/<slug>.css` holds the rules that only one lesson uses. It is in the one file too, except in the
//! release site: there it comes with the lesson's part.

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
    let lessons: Vec<PathBuf> = lessons(&style)?.into_iter().map(|(_, file)| file).collect();
    let all = format!("{shell}{}", joined(&lessons)?);
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

/// The slugs of the lessons that have a sheet of their own, and the sheets.
///
/// # Errors
///
/// If the folder can't be read.
pub fn lessons(style: &Path) -> Result<Vec<(String, PathBuf)>> {
    let folder = style.join("lessons");
    let files = if folder.is_dir() { css(&folder)? } else { vec![] };
    let slug = |file: &PathBuf| file.file_stem().map(|name| name.to_string_lossy().into_owned());
    Ok(files.into_iter().filter_map(|file| Some((slug(&file)?, file))).collect())
}

fn css(folder: &Path) -> Result<Vec<PathBuf>> {
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
        found.extend(lessons(&style).expect("sheets").into_iter().map(|(_, file)| file));
        assert_eq!(found[0], style.join("tokens.css"));
        let mut there = size::files(&style).expect("files");
        there.retain(|file| file.extension().is_some_and(|ending| ending == "css"));
        found.sort();
        assert_eq!(found, there);
    }
}
