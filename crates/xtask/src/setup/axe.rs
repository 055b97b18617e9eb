//! axe-core, which looks for barriers in a page: the end-to-end tests run it.

use std::path::PathBuf;

use crate::{Result, env};

const VERSION: &str = "4.14.1";

/// The script that a page runs; it may be missing.
#[must_use]
pub fn script() -> PathBuf {
    env::tools().join("node_modules/axe-core/axe.min.js")
}

/// Installs axe-core into `.tools/`, unless this version is there.
///
/// # Errors
///
/// If it is missing and can't be installed; the text gives the command to do by hand.
pub fn ensure() -> Result {
    let package = std::fs::read_to_string(script().with_file_name("package.json")).unwrap_or_default();
    if package.contains(&format!("\"version\": \"{VERSION}\"")) {
        return Ok(());
    }
    super::npm_install(&format!("axe-core@{VERSION}"))
}
