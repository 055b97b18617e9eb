//! The site must ask the network for nothing but its own files: no address of another place in what is built.

use std::path::Path;

use crate::{Result, size};

/// Names of XML vocabularies and pages that a person may choose to visit; no browser fetches them by itself.
const ALLOWED: [&str; 6] = [
    "http://www.w3.org/",
    "https://www.w3.org/",
    "https://docs.rs/",
    "https://github.com/",
    "https://developer.mozilla.org/",
    "https://webassembly.org/",
];

/// Looks through the built html, js, css and json.
///
/// # Errors
///
/// If one names an address outside the site, or a path from the root (which breaks under `/repo/`).
pub fn check(dist: &Path) -> Result {
    for file in size::files(dist)? {
        let ending = file.extension().and_then(|e| e.to_str()).unwrap_or("");
        if !["html", "js", "mjs", "css", "json", "webmanifest", "svg"].contains(&ending) {
            continue;
        }
        let text = std::fs::read_to_string(&file)?;
        let found = foreign(&text).into_iter().chain(if ending == "html" { rooted(&text) } else { vec![] });
        if let Some(address) = found.into_iter().next() {
            return Err(format!("{} refers to {address}; the site may only use its own files", file.display()).into());
        }
    }
    Ok(())
}

/// Addresses of other places. In a link that a person clicks (`<a href>`) they are fine.
fn foreign(text: &str) -> Vec<String> {
    let mut found = vec![];
    for scheme in ["http://", "https://", "//"] {
        for (at, _) in text.match_indices(scheme) {
            let before = &text[..at];
            let rest = &text[at..];
            let quoted = before.ends_with(['"', '\'', '`', '(', '=']);
            let allowed = ALLOWED.iter().any(|start| rest.starts_with(start)) || is_link(before);
            if quoted && !allowed && rest[scheme.len()..].starts_with(|c: char| c.is_ascii_alphanumeric()) {
                found.push(rest.chars().take_while(|c| !c.is_whitespace() && !"\"'`)<>".contains(*c)).collect());
            }
        }
    }
    found
}

/// Whether the text ends inside the `href` of an `<a>`.
fn is_link(before: &str) -> bool {
    before.rfind('<').is_some_and(|start| before[start..].starts_with("<a ") && before.ends_with("href=\""))
}

/// Paths from the root in attributes: `src="/app.js"`.
fn rooted(html: &str) -> Vec<String> {
    let starts = ["src=\"/", "href=\"/", "src='/", "href='/", "src=/", "href=/"];
    starts
        .iter()
        .filter(|start| html.contains(**start))
        .map(|start| format!("a path from the root ({start})"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn own_files_pass() {
        for text in [
            r#"<link href="./style.css"><script src="app.js"></script>"#,
            r#"el.setAttribute("xmlns", "http://www.w3.org/2000/svg") // a comment: see //"#,
            r#"<a href="https://example.com/">a link to press</a>"#,
            "@import url(other.css); a{background:url(data:image/png;base64,//8A)}",
        ] {
            assert_eq!(foreign(text), Vec::<String>::new(), "{text}");
            assert_eq!(rooted(text), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn other_places_and_rooted_paths_are_found() {
        assert_eq!(foreign(r#"<script src="https://cdn.example.com/a.js">"#), ["https://cdn.example.com/a.js"]);
        assert_eq!(foreign(r#"import "//cdn.example.com/a.js""#), ["//cdn.example.com/a.js"]);
        assert_eq!(foreign("a{background:url(http://x.org/a.png)}"), ["http://x.org/a.png"]);
        assert_eq!(rooted(r#"<script src="/app.js">"#).len(), 1);
    }
}
