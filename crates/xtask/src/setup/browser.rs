//! A Chromium and the chromedriver that drives it.

use std::path::{Path, PathBuf};

use crate::run::{command, output, run};
use crate::{Error, Result, env, say};

/// A browser and its driver.
#[derive(Clone, Debug)]
pub struct Browser {
    /// Chromium or Chrome.
    pub chrome: PathBuf,
    /// The chromedriver of the same major version.
    pub driver: PathBuf,
}

/// Flags for a browser without a screen that asks the network for nothing of its own. The same as in `webdriver.json`.
pub const HEADLESS: [&str; 6] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--no-first-run",
];

const CHROME: [&str; 5] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const DRIVER: [&str; 2] = ["chromedriver", "chromium.chromedriver"];
const MAC: &str = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";

/// The browser and driver of this machine: `CHROME` and `CHROMEDRIVER` in the environment, else what is on the `PATH`.
pub fn find() -> Option<Browser> {
    let chrome =
        named("CHROME").or_else(|| env::find(&CHROME)).or_else(|| Some(MAC.into()).filter(|p: &PathBuf| p.exists()));
    let driver = named("CHROMEDRIVER").or_else(|| env::find(&DRIVER));
    Some(Browser { chrome: chrome?, driver: driver? })
}

/// [`find`], installing both where they are missing and this is root on Debian or Ubuntu.
///
/// # Errors
///
/// If they are missing and can't be installed; the text gives the command to do by hand.
pub fn ensure() -> Result<Browser> {
    if let Some(browser) = find() {
        return Ok(browser);
    }
    let by_hand = "By hand: sudo apt-get install chromium chromium-driver fonts-noto-cjk; or any Chrome with the \
                   chromedriver of its version, named by CHROME and CHROMEDRIVER";
    apt_install(&["chromium", "chromium-driver", "fonts-noto-cjk"]).map_err(|error| format!("{error}\n{by_hand}"))?;
    find().ok_or_else(|| Error::from(format!("chromium is installed but not on the PATH.\n{by_hand}")))
}

fn named(variable: &str) -> Option<PathBuf> {
    std::env::var_os(variable).map(PathBuf::from).filter(|path| path.is_file())
}

/// Installs Debian packages, as root and without questions.
pub(super) fn apt_install(packages: &[&str]) -> Result {
    let missing = format!("missing here: {}", packages.join(" "));
    if !Path::new("/usr/bin/apt-get").exists() || output(command("id").arg("-u")).is_ok_and(|id| id.trim() != "0") {
        return Err(missing.into());
    }
    say(format!("installing {} by apt-get (once)", packages.join(" ")));
    let apt = || {
        let mut apt = command("apt-get");
        apt.env("DEBIAN_FRONTEND", "noninteractive").arg("-qq");
        apt
    };
    run(apt().arg("update"))?;
    run(apt().args(["install", "-y", "--no-install-recommends"]).args(packages))
}
