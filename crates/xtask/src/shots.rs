//! `cargo xtask shots`: pictures of the built site, for people to look at.

use std::path::PathBuf;

use crate::run::{cargo, run as exec};
use crate::{Result, dist, env, say, setup};

/// Writes PNGs into the folder given, else into `target/shots`.
///
/// # Errors
///
/// If something is missing or the site does not open.
pub fn run(args: &[String]) -> Result {
    let folder = args.first().map_or_else(|| env::root().join("target/shots"), PathBuf::from);
    let folder = std::path::absolute(folder)?;
    let browser = setup::browser::ensure()?;
    dist::build()?;
    say(format!("taking pictures into {}", folder.display()));
    let mut cargo = cargo();
    cargo.env("CHROMEDRIVER", &browser.driver).env("CHROME", &browser.chrome).env("MATWALK_SHOTS", &folder);
    exec(cargo.args(["test", "-p", "matwalk", "--quiet", "--test", "e2e", "--", "--ignored", "--exact", "shots::take"]))
}
