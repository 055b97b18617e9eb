//! `cargo xtask test`: every test there is.

use std::process::Command;

use crate::run::{cargo, command, free_of_rustflags, run as exec};
use crate::setup::browser::Browser;
use crate::{Result, dist, say, setup};

const WASM: [&str; 3] = ["test", "--target", "wasm32-unknown-unknown"];

/// Runs the native tests, the wasm tests in Node and in a browser, and the tests of the built site. `--no-browser` runs
/// only the native ones; any other word is a filter on the names of the end-to-end tests, which then run alone.
///
/// # Errors
///
/// If something is missing or a test fails.
pub fn run(args: &[String]) -> Result {
    let no_browser = args.iter().any(|arg| arg == "--no-browser");
    let filter: Vec<&String> = args.iter().filter(|arg| *arg != "--no-browser").collect();
    if !filter.is_empty() {
        let browser = setup::browser::ensure()?;
        dist::build()?;
        return site(&browser, &filter);
    }
    native()?;
    if no_browser {
        return Ok(());
    }
    setup::build_tools()?;
    node()?;
    let browser = setup::browser::ensure()?;
    in_browser(&browser)?;
    // Weighs it too.
    dist::run(&[])?;
    site(&browser, &[])
}

fn native() -> Result {
    say("testing natively: core, models, routes, tidiness");
    exec(cargo().args(["test", "--workspace", "--quiet"]))
}

fn node() -> Result {
    setup::node()?;
    say("testing the core as wasm in Node");
    exec(with_runner(&mut cargo()).args(WASM).args(["-p", "matwalk", "--test", "node"]))?;
    say("comparing the bits of products: native, scalar wasm, SIMD wasm");
    let mut node = command("node");
    free_of_rustflags(&mut node);
    exec(node.arg("bench/same-bits.mjs"))
}

fn in_browser(browser: &Browser) -> Result {
    say("testing the core and the app as wasm in a browser");
    let mut cargo = cargo();
    cargo.env("CHROMEDRIVER", &browser.driver).env("CHROME", &browser.chrome);
    exec(with_runner(&mut cargo).args(WASM).args(["-p", "matwalk", "--test", "web"]))
}

fn site(browser: &Browser, filter: &[&String]) -> Result {
    setup::axe::ensure()?;
    say("testing the built site in a browser");
    let mut cargo = cargo();
    cargo.env("CHROMEDRIVER", &browser.driver).env("CHROME", &browser.chrome);
    // Each test drives a browser of its own; more than two at once only slow each other down.
    cargo.args(["test", "-p", "matwalk", "--test", "e2e", "--", "--test-threads=2"]);
    exec(cargo.args(filter))
}

fn with_runner(cargo: &mut Command) -> &mut Command {
    cargo.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner")
}
