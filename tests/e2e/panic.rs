//! When the app itself breaks: what happened can be read and copied, and starting over brings the numbers back.

use serde_json::json;

use crate::expect::all;
use crate::visit::Visit;

/// Nothing that a person does makes the app panic, so the browser has to fail: it no longer copies nodes, which every
/// new view is made by.
const BREAK: &str = "Node.prototype.cloneNode = () => { throw new Error('broken on purpose'); };";

#[test]
fn a_panic_shows_what_happened_and_the_way_on() {
    // The language is that of the moment, not that of the page's start.
    let page = Visit::default().language("ko-KR").open("#/product?t=12");
    page.act("language");
    page.wait_until("English", "document.documentElement.lang === 'en'");
    page.click("[data-cell=\"a-0-1\"]");
    page.press("Control+a");
    page.type_text("10");
    page.press("Enter");
    page.wait_for_values("out", &all(&[46., 60., 49., 64.]));
    page.wait_until("the address follows", "location.hash.includes('a=2x3:1,10,3,4,5,6')");
    assert_eq!(page.eval("document.querySelector('#panic').checkVisibility()"), json!(false));

    page.eval(&format!("(() => {{ {BREAK} }})()"));
    page.act("keys");
    page.wait_until("the panic page", "document.querySelector('#panic').checkVisibility()");
    let shown = page.text("document.querySelector('#panic').innerText");
    for words in ["Something in Matwalk broke", "Copy details", "Start over"] {
        assert!(shown.contains(words), "{words:?} is not in {shown:?}");
    }
    assert_eq!(page.eval("document.activeElement.id"), json!("panic-restart"));
    let details = page.text("document.querySelector('#panic-details').textContent");
    let address = page.text("location.hash");
    assert!(details.starts_with(&format!("Matwalk {}\npanicked at ", env!("CARGO_PKG_VERSION"))), "{details:?}");
    assert!(details.ends_with(&format!("\n{address}")), "{details:?} ends with {address:?}");

    page.copy_elsewhere("nothing yet");
    page.click("#panic-copy");
    page.wait_until("selected too", "getSelection().toString().startsWith('Matwalk')");
    assert_eq!(page.clipboard(), details);

    page.click("#panic-restart");
    page.wait_until(
        "a new page",
        "document.querySelector('#panic') && !document.querySelector('#panic').checkVisibility()",
    );
    page.wait_until_ready();
    page.wait_for_values("a", &all(&[1., 10., 3., 4., 5., 6.]));
    page.wait_for_values("out", &all(&[46., 60., 49., 64.]));
}

#[test]
fn a_panic_before_the_first_view_is_shown_in_the_readers_language() {
    let page = Visit::default().language("ko-KR").before(BREAK).open_unready("#/product");
    page.wait_until("the panic page", "document.querySelector('#panic').checkVisibility()");
    let shown = page.text("document.querySelector('#panic').innerText");
    for words in ["Matwalk에 문제가 생겼어요", "자세한 내용 복사", "다시 시작"] {
        assert!(shown.contains(words), "{words:?} is not in {shown:?}");
    }
    assert!(page.text("document.querySelector('#panic-details').textContent").contains("panicked at"));
}
