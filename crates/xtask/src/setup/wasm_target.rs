//! The Rust target `wasm32-unknown-unknown`.

use crate::run::{command, output, run};
use crate::{Result, say};

const TARGET: &str = "wasm32-unknown-unknown";

/// Adds the target if it is missing.
///
/// # Errors
///
/// If it can't be added; the text gives the command to do by hand.
pub fn ensure() -> Result {
    let sysroot = output(command("rustc").args(["--print", "sysroot"]))?;
    if std::path::Path::new(sysroot.trim()).join("lib/rustlib").join(TARGET).is_dir() {
        return Ok(());
    }
    say(format!("adding the Rust target {TARGET}"));
    run(command("rustup").args(["target", "add", TARGET])).map_err(|error| {
        format!("{error}\nBy hand: install Rust by https://rustup.rs, then: rustup target add {TARGET}").into()
    })
}
