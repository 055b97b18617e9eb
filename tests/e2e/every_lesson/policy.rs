//! Under a strict Content-Security-Policy everything works, and nothing is asked for but the site's own files.

use matwalk::lesson::ALL;
use serde_json::json;

use super::{examples, new, quiet};
use crate::visit::Visit;

/// Keeps what the policy refuses.
const WATCH: &str = "window.refused = []; document.addEventListener('securitypolicyviolation', \
                     e => window.refused.push(`${e.violatedDirective}: ${e.blockedURI}`));";

#[test]
fn a_strict_policy_refuses_nothing() {
    let page = Visit::default().strict().before(WATCH).open("#/?lang=en");
    let refused = || page.eval("window.refused");
    for entry in ALL {
        page.to(&format!("#/{}?lang=en", entry.slug));
        for action in ["next", "next", "back", "play", "play", "copy-link", "copy-code", "save-svg", "save-png"] {
            page.eval(&format!("document.querySelector('[data-action={action}]').click()"));
            page.painted();
        }
        if let Some(first) =
            examples(entry).first().and_then(|_| new(entry).board(&super::CX).operands.first().cloned())
        {
            // The parsers are a module of their own: they must be allowed to run, too.
            page.eval(&format!("document.querySelector('[data-action=paste-{}]').click()", first.slot.0));
            page.wait_until("the dialog", "document.activeElement.dataset.action === 'paste-text'");
            page.type_text("[[1, 2]]");

            page.wait_until("it is read", "document.querySelector('[data-action=paste-use]')");
            page.press("Escape");
            page.wait_until("closed", "!document.querySelector('dialog')");
        }
        assert_eq!(refused(), json!([]), "{}", entry.slug);
    }
    // Saving a PNG ends some time after the press.
    std::thread::sleep(std::time::Duration::from_millis(500));
    assert_eq!(refused(), json!([]));
    let base = page.base();
    let own = |url: &String| {
        url.starts_with(&base)
            || url.starts_with("data:")
            || url.starts_with("blob:http://127.0.0.1")
            || url == "about:blank"
    };
    let foreign: Vec<String> = page.requests().into_iter().filter(|url| !own(url)).collect();
    assert_eq!(foreign, Vec::<String>::new());
    quiet(&page);
}

#[test]
fn the_policy_is_there() {
    // Else the test above would say nothing.
    let page = Visit::default().strict().before(WATCH).open("#/?lang=en");
    page.eval("document.body.append(Object.assign(new Image(), { src: 'http://127.0.0.1:1/none.png' }))");
    page.wait_until("it is refused", "window.refused.length === 1");
}
