//! esbuild, which makes the release site's scripts and style sheets small and one file of several scripts.

use crate::{Result, env};

const VERSION: &str = "0.28.2";

pub(super) fn ensure() -> Result {
    if super::has_version("esbuild", |said| said == VERSION) {
        return Ok(());
    }
    // The package `esbuild` has npm ask for those of all platforms: two dozen requests where one is enough.
    let Some(platform) = platform(std::env::consts::OS, std::env::consts::ARCH) else {
        return super::npm_install(&format!("esbuild@{VERSION}"));
    };
    super::npm_install(&format!("{platform}@{VERSION}"))?;
    let program = env::tools().join("node_modules").join(platform).join("bin/esbuild");
    let folder = env::tools().join("bin");
    std::fs::create_dir_all(&folder)?;
    std::fs::copy(&program, folder.join("esbuild")).map_err(|error| format!("{}: {error}", program.display()))?;
    Ok(())
}

/// The package that holds the program for a platform.
fn platform(os: &str, arch: &str) -> Option<&'static str> {
    Some(match (os, arch) {
        ("linux", "x86_64") => "@esbuild/linux-x64",
        ("linux", "aarch64") => "@esbuild/linux-arm64",
        ("macos", "x86_64") => "@esbuild/darwin-x64",
        ("macos", "aarch64") => "@esbuild/darwin-arm64",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn this_machine_or_any_other_has_a_package() {
        assert_eq!(platform("linux", "x86_64"), Some("@esbuild/linux-x64"));
        assert_eq!(platform("windows", "x86_64"), None, "its program has another name: npm links it");
    }
}
