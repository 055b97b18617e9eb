//! Trunk, which turns `index.html`, the styles and the app into a site.

use crate::Result;

const VERSION: &str = "0.21.14";

pub(super) fn ensure() -> Result {
    if super::has_version("trunk", |said| said.strip_prefix("trunk ") == Some(VERSION)) {
        return Ok(());
    }
    super::cargo_install("trunk", VERSION, true)
}
