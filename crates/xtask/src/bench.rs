//! `cargo xtask bench`: the kernels in a browser, and what the site weighs.

use crate::{Result, dist, env, run, say, setup, size};

/// Runs `bench/run.mjs` with the arguments given, then weighs the built site.
///
/// # Errors
///
/// If something is missing or a measurement fails.
pub fn run(args: &[String]) -> Result {
    setup::wasm_target()?;
    setup::node()?;
    let browser = setup::browser::ensure()?;
    let bench = env::root().join("bench");
    if bench.join("package.json").is_file() && !bench.join("node_modules").is_dir() {
        say("installing what the benchmark compares with into bench/node_modules (once)");
        run::run(run::command("npm").args(["ci", "--no-audit", "--no-fund", "--loglevel=error"]).current_dir(&bench))?;
    }
    say("measuring the kernels in a browser (some minutes; close other programs)");
    let mut node = run::command("node");
    run::free_of_rustflags(&mut node);
    run::run(node.arg("bench/run.mjs").args(args).env("CHROME", &browser.chrome))?;
    let dist = dist::build()?;
    size::print(&dist)
}
