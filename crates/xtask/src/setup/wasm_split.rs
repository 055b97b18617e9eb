//! wasm-split-cli, which cuts the app's module into the shell and the parts of the lessons.

use crate::{Result, env};

const PACKAGE: &str = "wasm_split_cli_support";
const VERSION: &str = "0.2.4";

pub(super) fn ensure() -> Result {
    // The program can't say its version; what cargo noted when it installed it can.
    let noted = std::fs::read_to_string(env::tools().join(".crates.toml")).unwrap_or_default();
    if is_noted(&noted) && env::find(&["wasm-split-cli"]).is_some() {
        return Ok(());
    }
    super::cargo_install_with(PACKAGE, VERSION, &["--locked", "--features", "build-binary"])
}

fn is_noted(crates: &str) -> bool {
    crates.lines().any(|line| line.starts_with(&format!("\"{PACKAGE} {VERSION} ")))
}

#[cfg(test)]
mod tests {
    use super::is_noted;

    #[test]
    fn reads_the_note_of_an_installation() {
        let line = "\"wasm_split_cli_support 0.2.4 (registry+https://example.org)\" = [\"wasm-split-cli\"]";
        assert!(is_noted(&format!("[v1]\n{line}\n")));
        assert!(!is_noted(&line.replace("0.2.4", "0.2.40")));
    }
}
