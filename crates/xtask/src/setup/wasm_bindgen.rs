//! The command line tools of wasm-bindgen, of exactly the version that the app is locked to.

use crate::{Result, env};

pub(super) fn ensure() -> Result {
    let Some(version) = env::locked_version("wasm-bindgen") else {
        return Err("Cargo.lock has no wasm-bindgen: is this the project's folder?".into());
    };
    let of_this_version = |said: &str| said.split(' ').nth(1) == Some(version.as_str());
    if super::has_version("wasm-bindgen", of_this_version)
        && super::has_version("wasm-bindgen-test-runner", of_this_version)
    {
        return Ok(());
    }
    // Its package carries no lock file of its own, so `--locked` would be an error.
    super::cargo_install("wasm-bindgen-cli", &version, false)
}
