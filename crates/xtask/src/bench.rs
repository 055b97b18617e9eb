//! `cargo xtask bench`: the kernels in a browser, what the site weighs, and how fast it answers.

use crate::budget::Budget;
use crate::setup::browser::Browser;
use crate::{Result, dist, run, say, setup, size};

/// Runs `bench/run.mjs` with the arguments given, then weighs the built site and times it. `--site` does only
/// the latter.
///
/// # Errors
///
/// If something is missing or a measurement fails.
pub fn run(args: &[String]) -> Result {
    let browser = setup::browser::ensure()?;
    // Before half an hour of measuring rather than after it.
    setup::release_tools()?;
    if !args.iter().any(|arg| arg == "--site") {
        kernels(args, &browser)?;
    }
    let site = dist::build()?;
    say("weighing the site");
    size::print(&site, &size::weigh(&site.folder)?, &Budget::read()?);
    say("measuring the built site in a browser");
    let mut cargo = run::cargo();
    cargo.env("CHROMEDRIVER", &browser.driver).env("CHROME", &browser.chrome);
    cargo.args(["test", "-p", "matwalk", "--quiet", "--test", "e2e", "--", "--ignored", "--exact"]);
    run::run(cargo.args([
        "budget::print",
        "slow_phone::print",
        "pace::steps",
        "pace::moves",
        "--nocapture",
        "--test-threads=1",
    ]))
}

fn kernels(args: &[String], browser: &Browser) -> Result {
    setup::wasm_target()?;
    setup::node()?;
    say("measuring the kernels in a browser (some minutes; close other programs)");
    let mut node = run::command("node");
    run::free_of_rustflags(&mut node);
    run::run(node.arg("bench/run.mjs").args(args).env("CHROME", &browser.chrome))
}
