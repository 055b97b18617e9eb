//! Node.js, for the wasm tests outside a browser and for the measurements.

use crate::run::{command, output};
use crate::setup::browser::apt_install;
use crate::{Result, env};

/// Finds Node.js 18 or newer; as root on Debian or Ubuntu installs it.
///
/// # Errors
///
/// If it is missing and can't be installed.
pub fn node() -> Result {
    if env::find(&["node"]).is_none() {
        apt_install(&["nodejs", "npm"])
            .map_err(|error| format!("{error}\nBy hand: install Node.js 20 from https://nodejs.org"))?;
    }
    let said = output(command("node").arg("--version"))?;
    let major = said.trim().trim_start_matches('v').split('.').next().and_then(|n| n.parse::<u32>().ok());
    if major.is_some_and(|n| n >= 18) {
        return Ok(());
    }
    Err(format!("Node.js {} is too old; by hand: install Node.js 20 from https://nodejs.org", said.trim()).into())
}
