//! wasm-opt of Binaryen, which makes the release site's module smaller.

use crate::Result;

/// The oldest version that reads what today's Rust writes, and the one that is installed.
const OLDEST: u32 = 119;
const NPM_PACKAGE: &str = "binaryen@132.0.0";

pub(super) fn ensure() -> Result {
    if super::has_version("wasm-opt", |said| version(said).is_some_and(|v| v >= OLDEST)) {
        return Ok(());
    }
    super::npm_install(NPM_PACKAGE)
}

/// The number in `wasm-opt version 132 (version_132)`.
fn version(said: &str) -> Option<u32> {
    said.strip_prefix("wasm-opt version ")?.split(' ').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::version;

    #[test]
    fn reads_the_version() {
        assert_eq!(version("wasm-opt version 132 (version_132)"), Some(132));
        assert_eq!(version("wasm-opt version 108"), Some(108));
        assert_eq!(version("something else"), None);
    }
}
