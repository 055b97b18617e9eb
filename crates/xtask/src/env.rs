//! Where things are: the project, its own tools, and programs on the `PATH`.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// The project's folder.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).unwrap_or(here).to_path_buf()
}

/// Tools that only this project uses: `.tools/`, ignored by git and safe to delete.
pub fn tools() -> PathBuf {
    root().join(".tools")
}

/// Where cargo puts what it builds.
pub fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |folder| root().join(folder))
}

/// The `PATH` with the project's own tools first.
pub fn path() -> OsString {
    let own = [tools().join("bin"), tools().join("node_modules/.bin")];
    let inherited = std::env::var_os("PATH").unwrap_or_default();
    let all = own.into_iter().chain(std::env::split_paths(&inherited));
    // A folder with a `:` in its name can't be on a PATH at all; then the inherited one has to do.
    std::env::join_paths(all).unwrap_or(inherited)
}

/// The first program of one of these names on [`path`].
pub fn find(names: &[&str]) -> Option<PathBuf> {
    let path = path();
    let endings: &[&str] = if cfg!(windows) { &[".exe", ".cmd", ".bat"] } else { &[""] };
    names.iter().find_map(|name| {
        let files = endings.iter().map(move |ending| format!("{name}{ending}"));
        files.flat_map(|file| std::env::split_paths(&path).map(move |folder| folder.join(&file))).find(|p| p.is_file())
    })
}

/// The version of a package in `Cargo.lock`.
pub fn locked_version(package: &str) -> Option<String> {
    version_in(&std::fs::read_to_string(root().join("Cargo.lock")).ok()?, package)
}

fn version_in(lock: &str, package: &str) -> Option<String> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    let version = lines.nth(1)?.strip_prefix("version = \"")?.strip_suffix('"')?;
    Some(version.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_root_holds_the_workspace() {
        assert!(root().join("crates/xtask/Cargo.toml").is_file());
    }

    #[test]
    fn own_tools_come_first() {
        let path = path();
        assert_eq!(std::env::split_paths(&path).next(), Some(tools().join("bin")));
    }

    #[test]
    fn reads_a_locked_version() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"9.9.9\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\nsource = \"x\"\n";
        assert_eq!(version_in(lock, "wasm-bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(version_in(lock, "wasm"), None);
    }
}
