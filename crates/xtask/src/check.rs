//! `cargo xtask check`: formatting, lints and documentation, with warnings as errors.

use crate::run::{cargo, run as exec};
use crate::{Result, say, setup};

/// Runs the checks, stopping at the first that fails.
///
/// # Errors
///
/// If one fails.
pub fn run() -> Result {
    setup::wasm_target()?;
    say("checking the formatting");
    exec(cargo().args(["fmt", "--all", "--check"]))?;
    say("linting everything for this machine");
    exec(cargo().args(["clippy", "--workspace", "--all-targets", "--quiet", "--", "-D", "warnings"]))?;
    say("linting the app, the core and their browser tests for wasm");
    let wasm = ["--target", "wasm32-unknown-unknown", "-p", "matwalk", "-p", "matwalk-core", "-p", "matwalk-paste"];
    exec(cargo().arg("clippy").args(wasm).args(["--lib", "--bins", "--quiet", "--", "-D", "warnings"]))?;
    exec(cargo().arg("clippy").args(wasm).args(["--test", "web", "--quiet", "--", "-D", "warnings"]))?;
    say("building the documentation");
    exec(cargo().args(["doc", "--workspace", "--no-deps", "--quiet"]).env("RUSTDOCFLAGS", "-D warnings"))
}
