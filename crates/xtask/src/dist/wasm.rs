//! The app's module: compiled, cut into shell and parts, bound to JavaScript, made small.

use std::path::{Path, PathBuf};

use super::glue::{self, Glue};
use super::merge;
use crate::run::{cargo, command, everything_said, run};
use crate::{Result, env, say};

/// Added to the flags of `.cargo/config.toml`: lessons are parts, views are of one type (they weigh half), and the
/// module says what refers to what, which the splitter needs.
const FLAGS: [&str; 5] = ["--cfg", "matwalk_split", "--cfg", "erase_components", "-Clink-args=--emit-relocs"];

/// The app's modules and scripts, before they are in the site.
pub struct Parts {
    /// The folder that holds the modules, and only them.
    pub folder: PathBuf,
    /// The folder that holds the scripts.
    pub scripts: PathBuf,
    /// The module of the shell.
    pub shell: PathBuf,
    /// The script that loads the other modules.
    pub glue: Glue,
}

/// Builds them all.
///
/// # Errors
///
/// If a step fails, or the splitter warns.
pub fn build() -> Result<Parts> {
    let made = env::root().join("target/dist");
    let [cut, scripts, folder] = ["cut", "scripts", "modules"].map(|name| made.join(name));
    for folder in [&cut, &scripts, &folder] {
        if folder.is_dir() {
            std::fs::remove_dir_all(folder)?;
        }
        std::fs::create_dir_all(folder)?;
    }
    let module = compile()?;
    split(&module, &cut)?;
    let glue = Glue::read(&std::fs::read_to_string(cut.join("__wasm_split.js"))?)?;
    let options = options(&std::fs::read_to_string(env::root().join("index.html"))?)?;
    let mut glue = merge::small_parts(&cut, glue, &options)?;
    for place in 0..glue.parts.len() {
        if holds_curves(&std::fs::read(cut.join(&glue.parts[place].made))?) {
            glue.rename(place, "chart");
        }
    }
    bind(&cut.join("matwalk.wasm"), &scripts)?;
    let shell = folder.join("matwalk_bg.wasm");
    say("making the modules small");
    shrink(&scripts.join("matwalk_bg.wasm"), &shell, &options)?;
    for part in &glue.parts {
        shrink(&cut.join(&part.made), &folder.join(&part.file), &options)?;
    }
    std::fs::write(scripts.join(glue::FILE), &glue.text)?;
    shrink(&compile_timer()?, &folder.join("timer.wasm"), &options)?;
    Ok(Parts { folder, scripts, shell, glue })
}

/// Whether a module has the functions of the library that draws curves, by their names: what it weighs is told apart.
fn holds_curves(module: &[u8]) -> bool {
    module.windows(b"plotters".len()).any(|name| name == b"plotters")
}

fn compile() -> Result<PathBuf> {
    let mut build = cargo();
    build.args(["build", "--release", "--target", "wasm32-unknown-unknown", "--bin", "matwalk"]);
    run(build.args(["--config", &flags()]))?;
    Ok(env::target().join("wasm32-unknown-unknown/release/matwalk.wasm"))
}

/// The module that a worker times: one of its own, with plain exports.
fn compile_timer() -> Result<PathBuf> {
    let mut build = cargo();
    run(build.args(["build", "--release", "--target", "wasm32-unknown-unknown", "--package", "matwalk-timer"]))?;
    Ok(env::target().join("wasm32-unknown-unknown/release/matwalk_timer.wasm"))
}

/// The flags as cargo takes them, joined to those of the project. Where a crate's source lies on this machine is left
/// out of the module: those paths weigh, and they would make the same build different elsewhere.
fn flags() -> String {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(std::env::home_dir()?.join(".cargo"))).unwrap_or_default();
    let registries = std::fs::read_dir(home.join("registry/src")).into_iter().flatten().flatten();
    let remap = registries.map(|registry| format!("--remap-path-prefix={}/=", registry.path().display()));
    let all: Vec<String> = FLAGS.into_iter().map(str::to_owned).chain(remap).collect();
    format!("target.wasm32-unknown-unknown.rustflags=['{}']", all.join("', '"))
}

fn split(module: &Path, to: &Path) -> Result {
    let mut split = command("wasm-split-cli");
    split.arg(module).arg(to).args(["--out-name", "matwalk"]).env("NO_COLOR", "1").env_remove("RUST_LOG");
    let said = everything_said(&mut split)?;
    // What it warns of (code without relocations, exports without imports) ends as a part that breaks when it is used.
    match said.lines().find(|line| line.contains("WARN") || line.contains("ERROR")) {
        Some(line) => Err(format!("the splitter warns: {}", line.trim()).into()),
        None => Ok(()),
    }
}

fn bind(module: &Path, to: &Path) -> Result {
    let mut bind = command("wasm-bindgen");
    // The names stay until wasm-opt has sorted by them; the exports are what the parts import.
    bind.args(["--target", "web", "--no-typescript", "--keep-debug", "--keep-lld-exports", "--out-dir"]);
    run(bind.arg(to).arg(module))
}

fn shrink(from: &Path, to: &Path, options: &[String]) -> Result {
    run(command("wasm-opt").args(options).arg("-o").arg(to).arg(from))
}

/// What Trunk hands to wasm-opt too: `index.html` says it once for both. Without `local-cse` the modules are longer, but
/// 1 % smaller when they are packed: an expression said again weighs less than a variable.
fn options(page: &str) -> Result<Vec<String>> {
    let value = |name: &str| {
        let (_, rest) = page.split_once(&format!("{name}=\""))?;
        rest.split_once('"').map(|(value, _)| value)
    };
    let (Some(level), Some(more)) = (value("data-wasm-opt"), value("data-wasm-opt-params")) else {
        return Err("index.html says nothing of data-wasm-opt and data-wasm-opt-params".into());
    };
    Ok(std::iter::once(format!("-O{level}")).chain(more.split_whitespace().map(str::to_owned)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_names_the_options_of_wasm_opt() {
        let page = r#"<link data-trunk data-wasm-opt="z" data-wasm-opt-params="--strip-debug --enable-simd">"#;
        assert_eq!(options(page).expect("options"), ["-Oz", "--strip-debug", "--enable-simd"]);
        assert!(options("<html>").is_err());
        let own = std::fs::read_to_string(env::root().join("index.html")).expect("the page");
        assert!(options(&own).expect("options").contains(&"--enable-simd".to_owned()));
    }
}
