//! `cargo xtask dist`: the release site in `dist/`, ready for any file server, at a root or under a path.

use std::path::PathBuf;

use crate::{Result, env, external, run, say, setup, size};

/// Builds the site and weighs it.
///
/// # Errors
///
/// If something is missing, the build fails, or the site refers to anything that is not its own.
pub fn run() -> Result {
    let dist = build()?;
    size::print(&dist)
}

/// Builds the site.
///
/// # Errors
///
/// As [`run()`].
pub fn build() -> Result<PathBuf> {
    setup::release_tools()?;
    say("building the release site into dist/");
    let mut trunk = run::command("trunk");
    run::free_of_rustflags(&mut trunk);
    run::run(trunk.args(["build", "--release", "--skip-version-check", "--dist", "dist"]))?;
    let dist = env::root().join("dist");
    external::check(&dist)?;
    Ok(dist)
}
