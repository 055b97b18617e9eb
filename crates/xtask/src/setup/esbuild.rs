//! esbuild, which makes the release site's scripts and style sheets small and one file of several scripts.

use crate::Result;

const VERSION: &str = "0.28.2";

pub(super) fn ensure() -> Result {
    if super::has_version("esbuild", |said| said == VERSION) {
        return Ok(());
    }
    super::npm_install(&format!("esbuild@{VERSION}"))
}
