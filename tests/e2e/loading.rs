//! The page before, while and after the app loads, wherever it is served.

use std::fs;

use serde_json::json;

use crate::visit::{Visit, dist};

/// The heading and the sentences of the page that loads the app.
const SHELL: &str = "document.querySelector('h1')?.innerText ?? ''";

#[test]
fn loads_under_a_path_and_from_the_root_with_its_own_files_only() {
    for prefix in ["/matwalk/", "/", "/a/b/c/"] {
        let page = Visit::default().under(prefix).open("");
        let base = page.base();
        let requests = page.requests();
        assert!(requests.iter().any(|url| url.ends_with(".wasm")), "{requests:?}");
        let foreign: Vec<_> = requests
            .iter()
            .filter(|url| !url.starts_with(&base) && !url.starts_with("data:") && *url != "about:blank")
            .collect();
        assert!(foreign.is_empty(), "under {prefix} it asks for {foreign:?}");
        assert_eq!(page.console_errors(), Vec::<String>::new(), "under {prefix}");
    }
}

#[test]
fn before_wasm_there_is_a_heading_a_sentence_and_a_loading_mark() {
    // A download that never ends.
    let never = "WebAssembly.instantiateStreaming = () => new Promise(() => {});";
    let page = Visit::default().before(never).open_unready("");
    assert!(page.text(SHELL).contains("Matwalk"), "{}", page.text(SHELL));
    assert_eq!(page.eval("document.querySelector('#boot-mark').checkVisibility()"), json!(true), "a loading mark");
    assert!(page.text("document.body.innerText").len() > 40, "a sentence");
}

#[test]
fn a_download_that_fails_is_said_in_words() {
    let page = Visit::default().blocking("*.wasm").open_unready("");
    page.wait_until("the way out", "/could not be loaded/.test(document.body.innerText)");
}

#[test]
fn without_simd_it_says_so_in_words() {
    // What a browser without SIMD does: the module is invalid, and compiling it is refused.
    let refuse = "WebAssembly.validate = () => false; \
                  WebAssembly.compileStreaming = WebAssembly.instantiateStreaming = WebAssembly.compile = WebAssembly.instantiate \
                  = () => Promise.reject(new WebAssembly.CompileError('invalid opcode'));";
    let page = Visit::default().before(refuse).open_unready("");
    page.wait_until("a plain explanation", "document.body.innerText.includes('SIMD')");
    // The failed download that follows from it does not explain it away.
    page.wait_until("the page has loaded", "document.readyState === 'complete'");
    std::thread::sleep(std::time::Duration::from_millis(300));
    assert!(page.text("document.body.innerText").contains("SIMD"));
}

#[test]
fn from_a_file_it_says_how_to_serve_it() {
    let page = Visit::default().open_unready("");
    page.visit(&format!("file://{}", dist().join("index.html").display()));
    page.wait_until("a plain explanation", "document.body.innerText.length > 80");
    assert!(page.text(SHELL).contains("Matwalk"));
    page.wait_until("the way out", "/serve|server|서버/.test(document.body.innerText)");
}

#[test]
fn without_javascript_there_is_an_explanation() {
    let html = fs::read_to_string(dist().join("index.html")).expect("the built page");
    let start = html.find("<noscript>").expect("a noscript element") + "<noscript>".len();
    let end = start + html[start..].find("</noscript>").expect("its end");
    assert!(html[start..end].contains("JavaScript"), "{}", &html[start..end]);
    assert!(html[start..end].contains("lang=\"ko\""), "both languages: nobody knows the reader's yet");
}
