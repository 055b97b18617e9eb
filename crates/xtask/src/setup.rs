//! What the chores need beyond Rust: found on the `PATH`, else installed into `.tools/`.

pub mod axe;
pub mod browser;
mod esbuild;
mod node;
mod trunk;
mod wasm_bindgen;
mod wasm_opt;
mod wasm_split;
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

/// What the release site needs besides: wasm-split-cli, wasm-opt, esbuild.
///
/// # Errors
///
/// As [`build_tools`].
pub fn release_tools() -> Result {
    build_tools()?;
    wasm_split::ensure()?;
    wasm_opt::ensure()?;
    esbuild::ensure()
}

/// Whether `name --version` prints a line that `accept` likes.
fn has_version(name: &str, accept: impl Fn(&str) -> bool) -> bool {
    output(command(name).arg("--version")).is_ok_and(|said| accept(said.trim()))
}

/// Installs a program from crates.io into `.tools/bin`.
fn cargo_install(package: &str, version: &str, locked: bool) -> Result {
    cargo_install_with(package, version, if locked { &["--locked"] } else { &[] })
}

/// As [`cargo_install`], with these flags.
fn cargo_install_with(package: &str, version: &str, flags: &[&str]) -> Result {
    say(format!("installing {package} {version} into .tools/ (once, some minutes)"));
    let mut install = cargo();
    install.args(["install", package, "--version", version, "--root"]).arg(env::tools()).args(flags);
    // A tool that runs for a second need not be optimised across crates for minutes.
    install.env("CARGO_PROFILE_RELEASE_LTO", "off").env("CARGO_TARGET_DIR", env::root().join("target/tools"));
    crate::run::run(&mut install).map_err(|error| {
        let flags: String = flags.iter().map(|flag| format!(" {flag}")).collect();
        format!("{error}\nBy hand: cargo install {package} --version {version} --root .tools{flags}").into()
    })
}

/// Installs a program from npm into `.tools/node_modules/.bin`.
fn npm_install(package: &str) -> Result {
    let by_hand = format!("By hand: npm install --prefix .tools {package}");
    if env::find(&["npm"]).is_none() {
        return Err(format!("{package} is missing, and so is npm.\n{by_hand}").into());
    }
    say(format!("installing {package} into .tools/ (once)"));
    let mut install = command("npm");
    install.args(["install", "--no-audit", "--no-fund", "--loglevel=error", "--prefix"]).arg(env::tools()).arg(package);
    crate::run::run(&mut install).map_err(|error| format!("{error}\n{by_hand}").into())
}
