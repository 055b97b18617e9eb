//! `__wasm_split.js`, the splitter's script that loads the parts: read for what the parts are, and changed in three
//! things. Parts are fetched through `start.js`, which may have begun already; a server that calls WebAssembly by
//! another type is no hindrance, as it is none for wasm-bindgen's own script; and a shared part is named by its
//! lessons, not by a number that changes with every lesson.

use crate::{Error, Result};

/// The script's name, which the shell's script imports it by.
pub const FILE: &str = "__wasm_split.js";

/// What the parts import from.
pub const MODULE: &str = "__wasm_split";

/// The script, changed, and what it loads.
#[derive(Debug)]
pub struct Glue {
    /// The script's new text.
    pub text: String,
    /// What it loads, shared parts first.
    pub parts: Vec<Part>,
}

/// A module that is fetched when a lesson is wanted.
#[derive(Debug, PartialEq, Eq)]
pub struct Part {
    /// The name under which the splitter wrote it.
    pub made: String,
    /// Its name in the site.
    pub file: String,
    /// The lessons that need it.
    pub lessons: Vec<String>,
}

const FETCH: (&str, &str) = ("fetch(new URL(\"./", "\", import.meta.url))");
const INSTANTIATE: &str = "WebAssembly.instantiateStreaming(src, imports)";

impl Glue {
    /// Reads the splitter's script.
    ///
    /// # Errors
    ///
    /// If it does not look as this version of the splitter writes it.
    pub fn read(script: &str) -> Result<Glue> {
        let mut parts = vec![];
        let mut lessons: Vec<String> = vec![];
        for line in script.lines() {
            if let Some(names) = line.strip_prefix("/* ").and_then(|rest| rest.strip_suffix(" */")) {
                lessons = names.split(", ").map(str::to_owned).collect();
            } else if let Some((name, _)) = line.strip_prefix("export const __wasm_split_load_").and_then(first_word) {
                lessons = vec![name.to_owned()];
            } else if let Some((_, rest)) = line.split_once(FETCH.0) {
                let (made, _) = rest.split_once(FETCH.1).ok_or_else(changed)?;
                let lessons = std::mem::take(&mut lessons);
                parts.push(Part { made: made.to_owned(), file: file(made, &lessons), lessons });
            }
        }
        let mut text = script.to_owned();
        for part in &parts {
            let before = format!("{}{}{}", FETCH.0, part.made, FETCH.1);
            text = text.replace(&before, &format!("fetchPart(\"{}\")", part.file));
        }
        text = text.replace(INSTANTIATE, "instantiatePart(src, imports)");
        let done = text.matches("instantiatePart(src, imports)").count() == parts.len() && !text.contains("fetch(");
        if parts.is_empty() || parts.iter().any(|part| part.lessons.is_empty()) || !done {
            return Err(changed());
        }
        Ok(Glue { text: format!("import {{ fetchPart, instantiatePart }} from \"./start.js\";\n{text}"), parts })
    }

    /// Gives a shared part a name that says what it holds: `chart` instead of `shared`.
    pub fn rename(&mut self, place: usize, what: &str) {
        let part = &mut self.parts[place];
        if part.lessons.len() > 1 {
            let file = part.file.replacen("shared", what, 1);
            self.text = self.text.replace(&format!("\"{}\"", part.file), &format!("\"{file}\""));
            part.file = file;
        }
    }

    /// The script without the parts at these places, whose code other parts have taken in.
    pub fn without(self, gone: &[usize]) -> Glue {
        let mut text = self.text;
        for &place in gone {
            let part = &self.parts[place];
            let name = format!("__{}", part.made.trim_end_matches(".wasm"));
            if let Some(start) = text.find(&format!("const {name} = makeLoad("))
                && let Some(length) = text[start..].find(", []);\n")
            {
                text.replace_range(start..start + length + ", []);\n".len(), "");
            }
            // In the lists of what a part needs.
            for (before, after) in
                [(format!("[{name}, "), "["), (format!(", {name},"), ","), (format!(", {name}]"), "]")]
            {
                text = text.replace(&before, after);
            }
            text = text.replace(&format!("[{name}]"), "[]");
        }
        let places = self.parts.into_iter().enumerate().filter(|(place, _)| !gone.contains(place));
        Glue { text, parts: places.map(|(_, part)| part).collect() }
    }

    /// All lessons that have a part, in the order of their names.
    pub fn lessons(&self) -> Vec<String> {
        let mut all: Vec<String> = self.parts.iter().flat_map(|part| part.lessons.clone()).collect();
        all.sort();
        all.dedup();
        all
    }
}

fn first_word(rest: &str) -> Option<(&str, &str)> {
    rest.split_once(' ')
}

fn file(made: &str, lessons: &[String]) -> String {
    match lessons {
        [one] => format!("{one}.wasm"),
        [] => made.to_owned(),
        several => format!("shared-{}.wasm", several.join("-")),
    }
}

fn changed() -> Error {
    format!("the splitter's {FILE} looks unlike what crates/xtask/src/dist/glue.rs expects").into()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As wasm_split_cli_support 0.2.4 writes it.
    const SCRIPT: &str = r#"import { initSync } from "./matwalk.js";
/* product, softmax */
const __chunk_2 = makeLoad(() => {
    const src = fetch(new URL("./chunk_2.wasm", import.meta.url));
    src.catch(() => {});
    return async (imports) => (WebAssembly.instantiateStreaming(src, imports));
}
, []);
export const __wasm_split_load_product = wrapAsyncCb(makeLoad(() => {
    const src = fetch(new URL("./split_product.wasm", import.meta.url));
    src.catch(() => {});
    return async (imports) => (WebAssembly.instantiateStreaming(src, imports));
}
, [__chunk_2]));
"#;

    #[test]
    fn reads_the_parts_and_names_shared_ones_by_their_lessons() {
        let glue = Glue::read(SCRIPT).expect("as expected");
        let files: Vec<&str> = glue.parts.iter().map(|part| part.file.as_str()).collect();
        assert_eq!(files, ["shared-product-softmax.wasm", "product.wasm"]);
        assert_eq!(glue.parts[0].made, "chunk_2.wasm");
        assert_eq!(glue.lessons(), ["product", "softmax"]);
    }

    #[test]
    fn a_shared_part_can_say_what_it_holds() {
        let mut glue = Glue::read(SCRIPT).expect("as expected");
        glue.rename(0, "chart");
        glue.rename(1, "chart");
        assert_eq!(
            (glue.parts[0].file.as_str(), glue.parts[1].file.as_str()),
            ("chart-product-softmax.wasm", "product.wasm")
        );
        assert!(glue.text.contains("fetchPart(\"chart-product-softmax.wasm\")"), "{}", glue.text);
    }

    #[test]
    fn parts_that_others_took_in_are_gone() {
        let two = SCRIPT.replace("[__chunk_2]", "[__chunk_1, __chunk_2, __chunk_12]");
        let glue = Glue::read(&two).expect("as expected").without(&[0]);
        assert_eq!(glue.parts.len(), 1);
        assert!(
            glue.text.contains(", [__chunk_1, __chunk_12]));") && !glue.text.contains("__chunk_2"),
            "{}",
            glue.text
        );
        assert!(Glue::read(SCRIPT).expect("as expected").without(&[0]).text.contains(", []));"));
    }

    #[test]
    fn fetches_through_the_start_script() {
        let text = Glue::read(SCRIPT).expect("as expected").text;
        assert!(text.contains("const src = fetchPart(\"product.wasm\");"), "{text}");
        assert_eq!(text.matches("instantiatePart(src, imports)").count(), 2);
        assert!(!text.contains("Streaming"));
    }

    #[test]
    fn another_version_of_the_splitter_is_noticed() {
        assert!(Glue::read(&SCRIPT.replace("fetch(new URL(", "load((")).is_err());
        assert!(Glue::read(&SCRIPT.replace("instantiateStreaming", "compileStreaming")).is_err());
        assert!(Glue::read("").is_err());
    }
}
