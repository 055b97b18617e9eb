//! What a browser may refuse: the clipboard and storage. The page works on.

use serde_json::json;

use crate::expect::all;
use crate::page::Page;
use crate::visit::Visit;

const NO_CLIPBOARD: &str = "Object.defineProperty(navigator, 'clipboard', { value: undefined });";

/// The page with a clipboard that says no, and the page without one.
fn without_clipboard(absent: bool) -> Page {
    let visit = if absent { Visit::default().before(NO_CLIPBOARD) } else { Visit::default() };
    let page = visit.open("#/product?lang=en");
    if !absent {
        for name in ["clipboard-write", "clipboard-read"] {
            let denied = json!({ "permission": { "name": name }, "setting": "denied" });
            page.devtools("Browser.setPermission", denied);
        }
        let script = "const [done] = arguments; navigator.clipboard.writeText('x').then(() => done('taken'), e => done(e.name));";
        assert_eq!(page.eval_async(script, vec![]), json!("NotAllowedError"), "the clipboard refuses");
    }
    page
}

/// Asserts that this text is shown, selected, and that copying it by hand works.
#[track_caller]
fn shown_selected(page: &Page, expected: &str) {
    page.wait_until("a text to copy", "document.querySelector('[data-part=\"notice\"] textarea')");
    page.wait_for("document.activeElement.tagName", &json!("TEXTAREA"));
    let area = page.eval("(e => [e.value, e.selectionStart, e.selectionEnd])(document.activeElement)");
    let length = expected.encode_utf16().count();
    assert_eq!(area, json!([expected, 0, length]), "all of it is selected");
    assert!(page.part("notice").expect("a notice").contains("The text is selected: press Ctrl+C"));
    page.press("Control+c");
    page.act("paste-a");
    page.click("dialog textarea");
    page.press("Control+v");
    page.wait_for("document.querySelector('dialog textarea').value", &json!(expected));
    page.press("Escape");
    page.wait_until("closed", "!document.querySelector('dialog')");
    page.act("dismiss");
    page.wait_until("dismissed", "!document.querySelector('[data-part=\"notice\"]')");
}

#[test]
fn without_the_clipboard_texts_are_shown_to_be_copied_by_hand() {
    for absent in [false, true] {
        let page = without_clipboard(absent);
        let link = format!(
            "{}#/product?a=2x3:1,2,3,4,5,6&b=3x2:1,2,3,4,5,6&view=dot&grain=term&layout=crossed&t=0&lang=en",
            page.base()
        );
        page.act("copy-link");
        shown_selected(&page, &link);
        page.act("code-numpy");
        page.act("copy-code");
        let code = "import numpy as np\nA = np.array([[1., 2., 3.],\n              [4., 5., 6.]], dtype=np.float32)\n\
                    B = np.array([[1., 2.],\n              [3., 4.],\n              [5., 6.]], dtype=np.float32)\n\
                    print(A @ B)  # (2, 3) @ (3, 2) -> (2, 2)";
        shown_selected(&page, code);
        assert_eq!(page.console_errors(), Vec::<String>::new(), "absent: {absent}");
    }
}

#[test]
fn without_the_clipboard_a_block_can_still_be_pasted() {
    for absent in [false, true] {
        let page = without_clipboard(absent);
        page.last();
        page.act("paste-b");
        page.click("dialog textarea");
        page.type_text("[[1, 2], [3, 4], [5, -6.5]]");
        page.press("Control+a");
        page.press("Control+x");
        page.wait_for("document.querySelector('dialog textarea').value", &json!(""));
        page.press("Control+v");
        page.act("paste-use");
        page.wait_for_values("b", &all(&[1., 2., 3., 4., 5., -6.5]));
        // (1, 2, 3)·(2, 4, -6.5) = -9.5, (4, 5, 6)·(2, 4, -6.5) = -11.
        page.wait_for_values("out", &all(&[22., -9.5, 49., -11.]));
    }
}

#[test]
fn without_storage_everything_works() {
    for refusal in [
        // No storage at all: even naming it throws.
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });",
        // Storage that neither gives nor takes.
        "Storage.prototype.getItem = Storage.prototype.setItem = () => { throw new DOMException('no', 'QuotaExceededError'); };",
    ] {
        let page = Visit::default().before(refusal).open("#/product?t=12");
        page.wait_for_values("out", &all(&[22., 28., 49., 64.]));
        page.act("theme");
        page.wait_for("document.documentElement.dataset.theme", &json!("dark"));
        page.act("language");
        page.wait_for("document.documentElement.lang", &json!("ko"));
        page.act("keys");
        page.act("letters");
        page.press("Escape");
        page.wait_until("closed", "!document.querySelector('dialog')");
        page.click("[data-cell=\"a-0-1\"]");
        page.press("Control+a");
        page.type_text("10");
        page.press("Enter");
        page.wait_for_values("out", &all(&[46., 60., 49., 64.]));
        // What can't be stored is in the address.
        page.wait_until("the address follows", "/a=2x3:1,10,3,4,5,6&.*&lang=ko&theme=dark$/.test(location.hash)");
        page.eval("location.reload()");
        page.wait_until_ready();
        page.wait_for_values("out", &all(&[46., 60., 49., 64.]));
        assert_eq!(page.text("document.documentElement.lang + document.documentElement.dataset.theme"), "kodark");
        assert_eq!(page.console_errors(), Vec::<String>::new(), "{refusal}");
    }
}
