//! The page, built by Trunk without the app, which is then put in as files: a strict Content-Security-Policy allows no
//! script in the page.

use std::path::Path;

use super::folder::SCRIPT;
use super::small;
use crate::run::{self, command, free_of_rustflags};
use crate::{Result, env, size, style};

/// Builds page, style sheet and icon.
///
/// # Errors
///
/// If Trunk fails.
pub fn build(dist: &Path) -> Result {
    // Away from Cargo.toml: beside one, Trunk builds an app even if the page names none.
    let folder = env::root().join("target/page");
    std::fs::create_dir_all(&folder)?;
    let page = folder.join("index.html");
    std::fs::write(&page, without_app(&std::fs::read_to_string(env::root().join("index.html"))?)?)?;
    let mut trunk = command("trunk");
    free_of_rustflags(&mut trunk);
    trunk.args(["build", "--release", "--skip-version-check", "--config", "Trunk.toml", "--dist"]).arg(dist);
    run::run(trunk.arg(page))?;
    let is_text = |file: &std::path::PathBuf| file.extension().is_some_and(|ending| ending == "css" || ending == "js");
    size::files(dist)?.iter().filter(|file| is_text(file)).try_for_each(|file| small::minify(file))
}

/// The page from two folders further down, with the shell's style sheet and without the app.
fn without_app(page: &str) -> Result<String> {
    let start = page.find("<link data-trunk rel=\"rust\"").ok_or("index.html has no link to the app")?;
    let end = start + page[start..].find('>').ok_or("index.html: the link to the app has no end")? + 1;
    let page = format!("{}{}", &page[..start], &page[end..]).replace(style::ALL, style::SHELL);
    let lines = page.lines().map(|line| match line.contains(" data-trunk ") {
        true => line.replace(" href=\"", " href=\"../../").replace(" src=\"", " src=\"../../") + "\n",
        false => format!("{line}\n"),
    });
    Ok(lines.collect())
}

/// Puts the app into the built page.
///
/// # Errors
///
/// If the page can't be read or written, or holds what a strict policy refuses.
pub fn start(dist: &Path, folder: &str) -> Result {
    let file = dist.join("index.html");
    let page = with_app(&std::fs::read_to_string(&file)?, folder)?;
    if let Some(what) = refused(&page) {
        return Err(format!("{}: a strict Content-Security-Policy refuses {what}", file.display()).into());
    }
    Ok(std::fs::write(file, page)?)
}

fn with_app(page: &str, folder: &str) -> Result<String> {
    let (head, rest) = page.split_once("</head>").ok_or("the built page has no head")?;
    // The module is asked for at once rather than when the script names it.
    Ok(format!(
        "{head}<link rel=\"preload\" href=\"./{folder}/matwalk_bg.wasm\" as=\"fetch\" type=\"application/wasm\" \
         crossorigin>\n  <script type=\"module\" src=\"./{folder}/{SCRIPT}\"></script>\n</head>{rest}"
    ))
}

/// Scripts and styles inside the page, which `script-src 'self'` and `style-src 'self'` refuse.
fn refused(page: &str) -> Option<&'static str> {
    let tags = || page.split('<').filter_map(|tag| tag.split_once('>')).map(|(tag, _)| tag);
    let inline = |tag: &str| (tag.starts_with("script") && !tag.contains(" src=")) || tag.starts_with("style");
    if tags().any(inline) {
        return Some("a script or style inside the page");
    }
    let is_handler = |word: &str| word.starts_with("on") && word.contains('=');
    tags()
        .any(|tag| tag.contains(" style=") || tag.split_whitespace().any(is_handler))
        .then_some("an attribute with style or script")
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<head>\n<link data-trunk rel=\"css\" href=\"target/style/matwalk.css\">\n\
                        <link data-trunk rel=\"rust\"\n data-bin=\"matwalk\">\n</head><body><a href=\"#/\">x</a></body>";

    #[test]
    fn trunk_gets_the_page_without_the_app() {
        let page = without_app(PAGE).expect("a page");
        assert!(page.contains("href=\"../../target/style/shell/matwalk.css\""), "{page}");
        assert!(page.contains("<a href=\"#/\">") && !page.contains("data-bin"), "{page}");
        assert!(without_app("<head></head>").is_err());
    }

    #[test]
    fn the_app_is_put_in_as_files() {
        let page = with_app("<head></head><body></body>", "0123").expect("a page");
        assert!(page.contains("<script type=\"module\" src=\"./0123/app.js\"></script>"), "{page}");
        assert_eq!(refused(&page), None);
    }

    #[test]
    fn what_a_strict_policy_refuses_is_found() {
        for page in ["<script>x</script>", "<style>a{}</style>", "<p style=\"x\">", "<p onclick=\"x\">"] {
            assert!(refused(page).is_some(), "{page}");
        }
        assert_eq!(refused("<script src=\"a.js\"></script><p class=\"on\" title=\"one by one\">on style=</p>"), None);
    }
}
