//! wasm-opt and wasm-merge of Binaryen, which make the release site's modules smaller and fewer.

use crate::Result;

/// The oldest version that reads what today's Rust writes, and the one that is installed.
const OLDEST: u32 = 119;
const NPM_PACKAGE: &str = "binaryen@132.0.0";

pub(super) fn ensure() -> Result {
    let fits = |tool| super::has_version(tool, |said| version(said).is_some_and(|v| v >= OLDEST));
    if fits("wasm-opt") && fits("wasm-merge") {
        return Ok(());
    }
    super::npm_install(NPM_PACKAGE)
}

/// The number in `wasm-opt version 132 (version_132)`, or of wasm-merge.
fn version(said: &str) -> Option<u32> {
    said.split_once(" version ")?.1.split(' ').next()?.parse().ok()
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
