//! `cargo xtask dist`: the release site in `dist/`, ready for any file server, at a root or under a path.
//!
//! Trunk builds page, style sheet and icon; the app's module is built here, because each lesson is a part of its own,
//! which Trunk can't do. Modules and scripts of one build stand in a folder named by a hash of all of them: a part never
//! meets the shell of another build, and everything in the folder may be cached for ever.

mod folder;
mod glue;
mod merge;
mod module;
mod page;
mod small;
mod wasm;
mod words;

use std::path::PathBuf;

use crate::budget::Budget;
use crate::{Result, env, external, say, setup, size, style};

/// A built site.
#[derive(Debug)]
pub struct Site {
    /// Where it is.
    pub folder: PathBuf,
    /// The slug of each lesson and the files fetched for it beyond those of the start page.
    pub lessons: Vec<(String, Vec<PathBuf>)>,
}

/// Builds the site, weighs it and compares with the budget; with `--record` what it weighs becomes the budget.
///
/// # Errors
///
/// If something is missing, the build fails, the site refers to anything that is not its own, or a file is over its
/// budget.
pub fn run(args: &[String]) -> Result {
    let record = match args {
        [] => false,
        [flag] if flag == "--record" => true,
        _ => return Err("dist knows --record alone".into()),
    };
    let site = build()?;
    let weighed = size::weigh(&site.folder)?;
    if record {
        Budget::record(&weighed)?;
    }
    let budget = Budget::read()?;
    size::print(&site, &weighed, &budget);
    budget.check(&weighed)
}

/// Builds the site.
///
/// # Errors
///
/// As [`run`], budget apart.
pub fn build() -> Result<Site> {
    setup::release_tools()?;
    let dist = env::root().join("dist");
    say("building the page into dist/");
    page::build(&dist)?;
    say("building the app with each lesson as a part of its own");
    let parts = wasm::build()?;
    words::check(&parts.shell, &env::root(), &parts.glue.lessons())?;
    let sheets = style::lessons(&env::root().join("style"))?;
    let folder = folder::write(&dist, &parts, &sheets)?;
    page::start(&dist, &folder)?;
    external::check(&dist)?;
    let inside = |name: String| dist.join(&folder).join(name);
    let lessons = folder::lists(&parts.glue, &sheets);
    let lessons = lessons.into_iter().map(|(slug, files)| (slug, files.into_iter().map(inside).collect())).collect();
    Ok(Site { folder: dist, lessons })
}
