//! Scripts and style sheets made small by esbuild.

use std::path::Path;

use crate::Result;
use crate::run::{command, run};

/// Makes one script of a module and all that it imports.
///
/// # Errors
///
/// If esbuild fails.
pub fn bundle(entry: &Path, to: &Path) -> Result {
    let mut bundle = esbuild();
    bundle.args(["--bundle", "--format=esm"]).arg(entry);
    run(bundle.arg(format!("--outfile={}", to.display())))
}

/// Makes a script or style sheet small, in its place.
///
/// # Errors
///
/// As [`bundle`].
pub fn minify(file: &Path) -> Result {
    run(esbuild().args(["--allow-overwrite"]).arg(file).arg(format!("--outfile={}", file.display())))
}

fn esbuild() -> std::process::Command {
    let mut esbuild = command("esbuild");
    // Words stay readable, as they are in the page.
    esbuild.args(["--minify", "--charset=utf8", "--log-level=warning"]);
    esbuild
}
