//! `cargo xtask style`: all style sheets in one file, which is one request instead of a dozen and packs better.
//! Trunk runs it before every build.

use std::path::{Path, PathBuf};

use crate::{Result, env, size};

/// What the others build on, in this order; then come the components in the order of their names.
const FIRST: [&str; 3] = ["tokens.css", "base.css", "layout.css"];

/// Writes `target/style/matwalk.css`, which `index.html` links.
///
/// # Errors
///
/// If a sheet can't be read or the file can't be written.
pub fn run() -> Result {
    let style = env::root().join("style");
    let folder = env::root().join("target/style");
    std::fs::create_dir_all(&folder)?;
    let mut all = String::new();
    for sheet in sheets(&style)? {
        all.push_str(&std::fs::read_to_string(&sheet).map_err(|error| format!("{}: {error}", sheet.display()))?);
    }
    Ok(std::fs::write(folder.join("matwalk.css"), all)?)
}

fn sheets(style: &Path) -> Result<Vec<PathBuf>> {
    let mut all: Vec<PathBuf> = FIRST.iter().map(|name| style.join(name)).collect();
    all.extend(
        size::files(&style.join("components"))?.into_iter().filter(|file| file.extension().is_some_and(|e| e == "css")),
    );
    Ok(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sheet_is_in_once_and_tokens_come_first() {
        let style = env::root().join("style");
        let mut found = sheets(&style).expect("sheets");
        assert_eq!(found[0], style.join("tokens.css"));
        let mut there = size::files(&style).expect("files");
        there.retain(|file| file.extension().is_some_and(|ending| ending == "css"));
        found.sort();
        assert_eq!(found, there);
    }
}
