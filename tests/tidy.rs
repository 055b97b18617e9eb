//! House rules that no compiler checks.
#![cfg(not(target_arch = "wasm32"))]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use xtask::env::root;

/// Longer files do more than one thing. Test modules inside them don't count; files of tests are lists of cases and may be
/// longer.
const MAX_LINES: usize = 250;
const MAX_TEST_LINES: usize = 420;

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
        let is_test = name.starts_with("tests/") || name.contains("/tests/") || name.ends_with("tests.rs");
        let most = if is_test { MAX_TEST_LINES } else { MAX_LINES };
        (counts && lines > most).then(|| format!("{name}: {lines} lines, at most {most}"))
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

#[test]
fn nothing_panics_by_design() {
    let calls = [".unwrap()", "panic!(", "todo!(", "unimplemented!("];
    let mut offences = vec![];
    for (path, text) in sources() {
        let name = path.display().to_string();
        let is_test = name.starts_with("tests/") || name.contains("/tests/") || name.ends_with("tests.rs");
        if !is(&path, "rs")
            || is_test
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
    for (path, text) in sources().iter().filter(|(path, _)| is(path, "rs") && !path.ends_with("tidy.rs")) {
        for (i, line) in text.lines().enumerate() {
            if line.contains("#[allow(") && !line.contains("reason =") {
                offences.push(format!("{}:{}: {}", path.display(), i + 1, line.trim()));
            }
        }
    }
    none_of(offences);
}

/// The keys of a locale: `notice.bad_key`, with the names between its double braces.
fn keys(value: &Value, at: &str, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(map) => map.iter().for_each(|(key, value)| keys(value, &format!("{at}.{key}"), found)),
        Value::String(text) => {
            let mut names: Vec<&str> =
                text.split("{{").skip(1).filter_map(|s| s.split("}}").next()).map(str::trim).collect();
            names.sort_unstable();
            names.dedup();
            found.insert(format!("{at} {names:?}"));
        }
        other => panic!("{at} is {other}, not a text"),
    }
}

#[test]
fn every_locale_has_the_same_keys_and_the_same_names_in_them() {
    let read = |name: &str| {
        let text = fs::read_to_string(root().join("locales").join(name)).expect("a locale");
        let mut found = BTreeSet::new();
        keys(&serde_json::from_str(&text).expect("JSON"), "", &mut found);
        found
    };
    let (ko, en) = (read("ko.json"), read("en.json"));
    assert!(ko.len() > 20);
    none_of(ko.symmetric_difference(&en).map(|key| format!("only one language has {key}")).collect());
}

#[test]
fn every_locale_has_words_in_its_own_language() {
    let text = fs::read_to_string(root().join("locales/en.json")).expect("English");
    let hangul = |c: &char| ('가'..='힣').contains(c);
    // The one exception is the button that leads to Korean.
    let lines = text.lines().filter(|line| line.chars().any(|c| hangul(&c)) && !line.contains("\"language\""));
    none_of(lines.map(|line| format!("locales/en.json: {line}")).collect());
}

#[test]
fn every_component_style_has_a_component() {
    let styles = root().join("style/components");
    let mut offences = vec![];
    for entry in fs::read_dir(styles).expect("style/components") {
        let path = entry.expect("an entry").path();
        let name = path.file_stem().and_then(|name| name.to_str()).expect("a name").to_owned();
        // `living_picture.css` belongs to `living_picture.rs` or to the component `LivingPicture`.
        let camel: String = name.split('_').map(|word| word[..1].to_uppercase() + &word[1..]).collect();
        let component = format!("fn {camel}(");
        let has = |(path, text): &(PathBuf, String)| {
            path.starts_with("src") && (path.ends_with(format!("{name}.rs")) || text.contains(&component))
        };
        if !sources().iter().any(has) {
            offences.push(format!("style/components/{name}.css belongs to no component"));
        }
    }
    none_of(offences);
}

/// The layers of the app, each knowing only those before it.
const LAYERS: [&[&str]; 9] = [
    &["words", "playback", "route", "part"],
    &["figure", "screen"],
    &["plot"],
    &["lesson"],
    &["shell", "platform", "address_bar"],
    &["ui"],
    &["frame"],
    &["app"],
    &["main"],
];

/// The module of the app that a file or a path `crate::…` belongs to.
fn layer_of(module: &str) -> Option<usize> {
    LAYERS.iter().position(|layer| layer.contains(&module))
}

/// What a file of the app uses of the app, by `crate::NAME`.
fn uses(text: &str) -> impl Iterator<Item = &str> {
    text.split("crate::").skip(1).map(|rest| {
        let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(rest.len());
        &rest[..end]
    })
}

fn app_files() -> Vec<(PathBuf, String)> {
    let files = sources().into_iter().filter(|(path, _)| path.starts_with("src") && is(path, "rs"));
    files.map(|(path, text)| (path.strip_prefix("src").expect("in src").to_path_buf(), text)).collect()
}

fn module_of(path: &Path) -> String {
    let first = path.iter().next().and_then(|part| part.to_str()).unwrap_or_default();
    first.trim_end_matches(".rs").to_owned()
}

#[test]
fn layers_know_only_those_before_them() {
    // An act carries an operand; a session is what the frame is opened with; the file that makes a lesson's part hands
    // lesson and frame to the shell as function pointers.
    let exceptions = [("screen", "lesson"), ("lesson", "frame"), ("lesson", "shell")];
    let mut offences = vec![];
    for (path, text) in app_files() {
        let own = module_of(&path);
        let Some(layer) = layer_of(&own) else { continue };
        for used in uses(&text) {
            let Some(other) = layer_of(used) else { continue };
            let allowed = match exceptions.contains(&(own.as_str(), used)) {
                true => ["act.rs", "entry.rs"].iter().any(|name| path.ends_with(name)) || text.contains("part!("),
                false => other <= layer,
            };
            if !allowed {
                offences.push(format!("src/{} uses crate::{used}, which stands above it", path.display()));
            }
        }
    }
    none_of(offences);
}

#[test]
fn data_and_lessons_know_no_browser() {
    let marks = ["leptos::", "web_sys::", "wasm_bindgen::", "js_sys::"];
    let mut offences = vec![];
    for (path, text) in app_files() {
        // How a part is fetched and opened is the shell's business, declared where the lesson is.
        let glue = path.ends_with("lesson/entry.rs");
        if glue || !["screen", "plot", "lesson", "route", "playback", "figure"].contains(&module_of(&path).as_str()) {
            continue;
        }
        for mark in marks.iter().filter(|mark| text.contains(**mark)) {
            offences.push(format!("src/{}: {mark}", path.display()));
        }
    }
    none_of(offences);
}

#[test]
fn a_lesson_is_named_in_its_folder_and_in_one_line_of_the_registry() {
    let lessons: Vec<String> = matwalk::lesson::ALL.iter().map(|entry| entry.slug.to_owned()).collect();
    let mut offences = vec![];
    for (path, text) in app_files() {
        for slug in &lessons {
            let own = path.starts_with(format!("lesson/{slug}")) || path.ends_with(format!("lesson/{slug}.rs"));
            let registry = path.ends_with("lesson.rs") && module_of(&path) == "lesson";
            // In another lesson's folder the word may be the name of an operation.
            let word = !path.starts_with("lesson");
            let named = |line: &&str| {
                let code = line.split("//").next().unwrap_or_default();
                code.contains(&format!("{slug}::")) || word && code.contains(&format!("\"{slug}\""))
            };
            let lines = product_lines(&text).filter(|(_, line)| named(line)).count();
            if !own && lines > usize::from(registry) {
                offences.push(format!("src/{} names the lesson {slug}", path.display()));
            }
        }
    }
    none_of(offences);
}

#[test]
fn no_effect_writes_a_signal() {
    let mut offences = vec![];
    for (path, text) in app_files() {
        for (at, _) in text.match_indices("Effect::new(") {
            // To the end of the call: the first line that closes it at its own indentation.
            let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
            let indent = text[start..].len() - text[start..].trim_start().len();
            let body: String = text[start..]
                .lines()
                .skip(1)
                .take_while(|line| line.len() - line.trim_start().len() > indent || line.trim().is_empty())
                .map(|line| format!("{line}\n"))
                .collect();
            if [".set(", ".update("].iter().any(|write| body.contains(write)) {
                let line = text[..at].lines().count();
                offences.push(format!("src/{}:{line}: an effect that writes", path.display()));
            }
        }
    }
    none_of(offences);
}

#[test]
fn storage_history_and_clipboard_are_the_platforms() {
    let marks = [".local_storage(", ".session_storage(", ".clipboard(", ".match_media(", "push_state", "replace_state"];
    let mut offences = vec![];
    for (path, text) in app_files().iter().filter(|(path, _)| !path.ends_with("platform.rs")) {
        for mark in marks.iter().filter(|mark| text.contains(**mark)) {
            offences.push(format!("src/{}: {mark}…)", path.display()));
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
