//! What the chores need beyond Rust: found on the `PATH`, else installed into `.tools/`.

pub mod browser;
mod node;
mod trunk;
mod wasm_bindgen;
mod wasm_opt;
mod wasm_target;

pub use node::node;
pub use wasm_target::ensure as wasm_target;

use crate::run::{cargo, command, output};
use crate::{Result, env, say};

/// What every build of the site needs: wasm target, Trunk, wasm-bindgen of the locked version.
///
/// # Errors
///
/// If something is missing and can't be installed; the text gives the command to do by hand.
pub fn build_tools() -> Result {
    wasm_target::ensure()?;
    trunk::ensure()?;
    wasm_bindgen::ensure()
}

/// What the release site needs besides: wasm-opt.
///
/// # Errors
///
/// As [`build_tools`].
pub fn release_tools() -> Result {
    build_tools()?;
    wasm_opt::ensure();
    Ok(())
}

/// Whether `name --version` prints a line that `accept` likes.
fn has_version(name: &str, accept: impl Fn(&str) -> bool) -> bool {
    output(command(name).arg("--version")).is_ok_and(|said| accept(said.trim()))
}

/// Installs a program from crates.io into `.tools/bin`.
fn cargo_install(package: &str, version: &str, locked: bool) -> Result {
    say(format!("installing {package} {version} into .tools/ (once, some minutes)"));
    let mut install = cargo();
    install.args(["install", package, "--version", version, "--root"]).arg(env::tools());
    if locked {
        install.arg("--locked");
    }
    // A tool that runs for a second need not be optimised across crates for minutes.
    install.env("CARGO_PROFILE_RELEASE_LTO", "off").env("CARGO_TARGET_DIR", env::root().join("target/tools"));
    crate::run::run(&mut install).map_err(|error| {
        let by_hand = format!("cargo install {package} --version {version}{}", if locked { " --locked" } else { "" });
        format!("{error}\nBy hand: {by_hand}").into()
    })
}
