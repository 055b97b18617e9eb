//! Who may know whom.

use super::*;

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
    for (path, text) in app_files().into_iter().filter(|(path, _)| !is_test(path)) {
        for slug in &lessons {
            let own = path.starts_with(format!("lesson/{slug}")) || path.ends_with(format!("lesson/{slug}.rs"));
            let registry = path.ends_with("lesson.rs") && module_of(&path) == "lesson";
            let named = |line: &&str| {
                let code = line.split("//").next().unwrap_or_default();
                // An operation of another lesson may have the same name: there only a path is a use.
                let quoted = !path.starts_with("lesson") && code.contains(&format!("\"{slug}\""));
                quoted || code.contains(&format!("{slug}::"))
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
        let calls = ["Effect::new(", " effect(", " follow("].iter().flat_map(|call| text.match_indices(call));
        for (at, _) in calls.filter(|(at, _)| !text[..*at].ends_with("fn")) {
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
