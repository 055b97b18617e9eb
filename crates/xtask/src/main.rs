//! The chores of Matwalk: `cargo xtask`.

use std::process::ExitCode;

use xtask::{Result, bench, check, dist, serve, shots, style, test};

const USAGE: &str = "\
cargo xtask serve [--release] [--port N]   builds the site and serves it on this machine, saying where
cargo xtask dist [--record]                builds the release site into dist/ and compares its weight with the budget
cargo xtask test [--no-browser] [FILTER]   runs every test: native, wasm in Node and a browser, the built site
cargo xtask check                          formatting, lints and documentation, warnings as errors
cargo xtask bench [--site] [ARG...]        measures the kernels in a browser; weighs and times the built site
cargo xtask shots [DIR]                    takes pictures of the built site, for people to look at
cargo xtask style                          joins the style sheets into one (every build does this by itself)";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let (name, rest) = match args.split_first() {
        Some((name, rest)) => (name.as_str(), rest),
        None => ("help", &[][..]),
    };
    match run(name, rest) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {name} stopped: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(name: &str, args: &[String]) -> Result {
    match name {
        "serve" => serve::run(args),
        "dist" => dist::run(args),
        "test" => test::run(args),
        "check" => check::run(),
        "bench" => bench::run(args),
        "shots" => shots::run(args),
        "style" => style::run(),
        "help" | "-h" | "--help" => {
            println!("{USAGE}");
            Ok(())
        }
        other => Err(format!("there is no chore of this name: {other}\n{USAGE}").into()),
    }
}
