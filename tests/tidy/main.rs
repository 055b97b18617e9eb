//! House rules that no compiler checks.
#![cfg(not(target_arch = "wasm32"))]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use xtask::env::root;

mod layers;
mod words;

/// Longer files do more than one thing. Test modules inside them don't count.
const MAX_LINES: usize = 250;

/// Folders that hold what people write here.
const SOURCES: [&str; 7] = ["src", "crates", "tests", "style", "locales", "bench", ".github"];

/// All files below the sources that people write, with their text.
fn sources() -> Vec<(PathBuf, String)> {
    let mut found = vec![];
    let mut folders: Vec<PathBuf> = SOURCES.iter().map(|name| root().join(name)).filter(|path| path.is_dir()).collect();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            let name = path.file_name().and_then(|name| name.to_str()).unwrap_or("");
            if path.is_dir() && !["target", "node_modules", "fixtures", "corpus", "artifacts"].contains(&name) {
                folders.push(path);
            } else if let Ok(text) = fs::read_to_string(&path) {
                found.push((path.strip_prefix(root()).expect("below the root").to_path_buf(), text));
            }
        }
    }
    for name in
        ["Cargo.toml", "Trunk.toml", "index.html", "build.rs", "README.md", "ARCHITECTURE.md", "CONTRIBUTING.md"]
    {
        if let Ok(text) = fs::read_to_string(root().join(name)) {
            found.push((name.into(), text));
        }
    }
    assert!(found.len() > 30, "the sources are found");
    found.sort();
    found
}

fn is(path: &Path, ending: &str) -> bool {
    path.extension().and_then(|e| e.to_str()) == Some(ending)
}

fn none_of(offences: Vec<String>) {
    assert!(offences.is_empty(), "\n{}", offences.join("\n"));
}

#[test]
fn files_are_small() {
    let long = |(path, text): &(PathBuf, String)| {
        let lines = text.lines().take_while(|line| !line.starts_with("#[cfg(test)]")).count();
        let counts = is(path, "rs") || is(path, "css") || is(path, "mjs") || is(path, "js");
        let name = path.display().to_string();
        (counts && lines > MAX_LINES).then(|| format!("{name}: {lines} lines, at most {MAX_LINES}"))
    };
    none_of(sources().iter().filter_map(long).collect());
}

#[test]
fn nothing_is_left_for_later() {
    let marks = [
        concat!("TO", "DO"),
        concat!("FIX", "ME"),
        concat!("XX", "X:"),
        concat!("coming ", "soon"),
        concat!("dbg", "!("),
    ];
    let mut offences = vec![];
    for (path, text) in sources() {
        for (i, line) in text.lines().enumerate() {
            for mark in marks.iter().filter(|mark| line.contains(**mark)) {
                offences.push(format!("{}:{}: {mark}", path.display(), i + 1));
            }
        }
    }
    none_of(offences);
}

/// Lines of a file before its `#[cfg(test)]` module, where panicking is no way to fail.
fn product_lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let lines = text.lines().enumerate().take_while(|(_, line)| !line.starts_with("#[cfg(test)]"));
    lines.filter(|(_, line)| !line.trim_start().starts_with("//"))
}

/// Whether a file holds tests alone.
fn is_test(path: &Path) -> bool {
    path.ends_with("tests.rs") || path.iter().any(|part| part == "tests")
}

#[test]
fn nothing_panics_by_design() {
    let calls = [".unwrap()", "panic!(", "todo!(", "unimplemented!("];
    let mut offences = vec![];
    for (path, text) in sources() {
        let name = path.display().to_string();
        if !is(&path, "rs")
            || is_test(&path)
            || name.starts_with("bench/")
            || name.contains("fuzz/")
            || name.contains("/examples/")
        {
            continue;
        }
        let lines: Vec<&str> = text.lines().collect();
        for (i, line) in product_lines(&text) {
            // An `expect` whose reason stands right above it is unreachable, and says why.
            let explained = i > 0 && lines[i - 1].trim_start().starts_with("//");
            let expect = line.contains(".expect(") && !explained;
            if expect || calls.iter().any(|call| line.contains(call)) {
                offences.push(format!("{name}:{}: {}", i + 1, line.trim()));
            }
        }
    }
    none_of(offences);
}

#[test]
fn every_allowed_lint_has_a_reason() {
    let mut offences = vec![];
    for (path, text) in sources().iter().filter(|(path, _)| is(path, "rs") && !path.starts_with("tests/tidy")) {
        for (i, line) in text.lines().enumerate() {
            if line.contains("#[allow(") && !line.contains("reason =") {
                offences.push(format!("{}:{}: {}", path.display(), i + 1, line.trim()));
            }
        }
    }
    none_of(offences);
}

#[test]
fn the_core_has_no_dependencies() {
    let text = fs::read_to_string(root().join("crates/core/Cargo.toml")).expect("its manifest");
    let after = text.split("[dependencies]").nth(1).expect("a section");
    assert_eq!(after.split("\n[").next().unwrap_or_default().trim(), "");
}

#[test]
fn attributes_compare_inside_braces() {
    // `disabled=move || n >= max` ends the tag at `>`: what follows becomes text, and its handlers are gone.
    let mut offences = vec![];
    for (path, text) in sources().iter().filter(|(path, _)| path.starts_with("src")) {
        for (i, line) in text.lines().enumerate() {
            let Some((_, value)) = line.split_once("=move || ") else { continue };
            if !value.starts_with(['{', '(']) && (value.contains(" >= ") || value.contains(" > ")) {
                offences.push(format!("{}:{}: {}", path.display(), i + 1, line.trim()));
            }
        }
    }
    none_of(offences);
}

#[test]
fn nobodys_machine_is_named() {
    let places = [concat!("/ho", "me/"), concat!("/ro", "ot/"), concat!("/Us", "ers/"), concat!("/wo", "rk/")];
    let mut offences = vec![];
    for (path, text) in sources() {
        for (i, line) in text.lines().enumerate() {
            for place in places.iter().filter(|place| line.contains(**place)) {
                offences.push(format!("{}:{}: {place}", path.display(), i + 1));
            }
        }
    }
    none_of(offences);
}
