//! Everything without a mouse.

use serde_json::json;

use crate::expect::all;
use crate::page::Page;
use crate::visit::Visit;

const COUNT: &str = "document.querySelector('[data-part=\"count\"]').innerText.replace(/\\s/g, '')";

/// Presses Tab until the selector has the focus.
#[track_caller]
fn tab_to(page: &Page, selector: &str) {
    for _ in 0..120 {
        if page.eval(&format!("document.activeElement.matches({})", json!(selector))) == json!(true) {
            return;
        }
        page.press("Tab");
        let seen = page.eval(
            "(e => { const s = getComputedStyle(e); const label = e.closest('label'); \
             const l = label ? getComputedStyle(label) : s; const shown = c => (c.outlineStyle !== 'none' && parseFloat(c.outlineWidth) > 0) \
             || c.boxShadow !== 'none'; return e === document.body || shown(s) || shown(l) })(document.activeElement)",
        );
        let what = page.text("document.activeElement.outerHTML.slice(0, 120)");
        assert_eq!(seen, json!(true), "the focus can't be seen on {what}");
    }
    panic!("Tab never reaches {selector}");
}

#[test]
fn from_the_start_page_to_an_edited_product() {
    let page = Visit::default().open("#/?lang=en");
    tab_to(&page, "[data-lesson-card=\"product\"]");
    page.press("Enter");
    page.wait_for_values("a", &all(&[1., 2., 3., 4., 5., 6.]));

    tab_to(&page, "[data-operand=\"a\"] [data-cell]");
    page.press("ArrowRight");
    page.press("ArrowDown");
    assert_eq!(page.text("document.activeElement.dataset.cell"), "a-1-1");
    page.press("Enter");
    page.press("Control+a");
    page.type_text("0");
    page.press("Enter");
    page.wait_for_values("a", &all(&[1., 2., 3., 4., 0., 6.]));
    // In the last row Enter stays; typing begins an edit by itself.
    page.type_text("-1");
    page.press("Tab");
    page.wait_for_values("a", &all(&[1., 2., 3., 4., -1., 6.]));
    page.press("Escape");

    tab_to(&page, "[data-action=\"next\"]");
    page.press("ArrowRight");
    page.wait_for(COUNT, &json!("1/12"));
    page.press("End");
    // (4, -1, 6)·(1, 3, 5) = 31, ·(2, 4, 6) = 40.
    page.wait_for_values("out", &all(&[22., 28., 31., 40.]));
    page.press("Home");
    page.wait_for(COUNT, &json!("0/12"));
}

#[test]
fn space_plays_on_the_stage() {
    let page = Visit::default().open("#/product?lang=en");
    tab_to(&page, "[data-part=\"stage\"]");
    page.press("Space");
    page.wait_until("it plays", "!document.querySelector('[data-part=\"count\"]').innerText.startsWith('0')");
    page.press("Space");
    page.press("Home");
    page.wait_for(COUNT, &json!("0/12"));
    page.press("ArrowRight");
    page.press("ArrowRight");
    page.press("ArrowLeft");
    page.wait_for(COUNT, &json!("1/12"));
}

#[test]
fn letters_choose_readings_and_can_be_switched_off() {
    let page = Visit::default().open("#/product?lang=en");
    tab_to(&page, "[data-part=\"stage\"]");
    page.press("c");
    page.wait_for("document.querySelector('[data-action=\"view-columns\"]').checked", &json!(true));
    page.press("?");
    page.wait_until("the list of keys", "document.querySelector('dialog[open]')");
    page.act("letters");
    page.press("Escape");
    page.wait_until("closed", "!document.querySelector('dialog[open]')");
    tab_to(&page, "[data-part=\"stage\"]");
    page.press("r");
    page.press("ArrowRight");
    // Two columns, each a blend of three.
    page.wait_for(COUNT, &json!("1/6"));
    assert_eq!(page.eval("document.querySelector('[data-action=\"view-columns\"]').checked"), json!(true));
}

/// Sends the stage a key as a keyboard with a Korean layout does: the letter is its own, the place is that of a Latin one.
fn press_korean(page: &Page, key: &str, code: &str, composing: bool) {
    let init = json!({ "key": key, "code": code, "isComposing": composing, "bubbles": true, "cancelable": true });
    page.eval(&format!(
        "document.querySelector('[data-part=\"stage\"]').dispatchEvent(new KeyboardEvent('keydown', {init}))"
    ));
}

#[test]
fn on_a_korean_layout_letters_go_by_their_place() {
    // WebDriver has no layouts and no input method, so these events are made.
    let page = Visit::default().open("#/product?lang=ko&view=columns");
    let chosen = |action: &str| format!("document.querySelector('[data-action=\"{action}\"]').checked");
    for (key, code, action) in [
        ("ㅇ", "KeyD", "view-dot"),
        ("ㅊ", "KeyC", "view-columns"),
        ("ㄱ", "KeyR", "view-rows"),
        ("ㅐ", "KeyO", "view-outer"),
        ("ㅣ", "KeyL", "layout-inline"),
    ] {
        press_korean(&page, key, code, false);
        page.wait_for(&chosen(action), &json!(true));
    }
    let grain = "document.querySelector('[data-action=grain]').value";
    page.wait_for(grain, &json!("cell"));
    press_korean(&page, "ㅎ", "KeyG", false);
    page.wait_for(grain, &json!("term"));
    // A syllable that is being put together is text for somebody else.
    press_korean(&page, "ㅇ", "KeyD", true);
    press_korean(&page, "Process", "KeyD", true);
    press_korean(&page, "ArrowRight", "ArrowRight", true);
    press_korean(&page, "ㅎ", "KeyG", false);
    page.wait_for(grain, &json!("cell"));
    assert_eq!(page.eval(&chosen("view-outer")), json!(true));
    // Three sheets.
    assert_eq!(page.text(COUNT), "0/3");
}

#[test]
fn page_keys_are_left_to_the_page() {
    let page = Visit::default().size(800, 400).open("#/product?lang=en&t=3");
    tab_to(&page, "[data-part=\"stage\"]");
    page.press("PageDown");
    page.wait_until("the page scrolls", "scrollY > 0");
    assert_eq!(page.text(COUNT), "3/12");
}

#[test]
fn one_polite_sentence_a_step() {
    let page = Visit::default().open("#/product?lang=en");
    page.act("next");
    page.wait_for(COUNT, &json!("1/12"));
    let live = page.eval(
        "[...document.querySelectorAll('main [aria-live]:not([aria-live=off]), main output')].filter(e => e.innerText.trim() \
         && e.getAttribute('aria-live') !== 'off' && (e.tagName !== 'OUTPUT')).map(e => e.getAttribute('aria-live'))",
    );
    assert_eq!(live, json!(["polite"]));
}

#[test]
fn arrows_step_after_any_button() {
    let page = Visit::default().open("#/product?lang=en");
    // (2, 3) @ (3, 2) has 12 products, aᵀM half of them, and new numbers change no size.
    for (button, len) in
        [("theme", 12), ("preset-vector-matrix", 6), ("random", 6), ("preset-matrix-matrix", 12), ("copy-link", 12)]
    {
        page.act(button);
        page.press("End");
        page.wait_for(COUNT, &json!(format!("{len}/{len}")));
        page.press("Home");
        page.press("ArrowRight");
        page.wait_for(COUNT, &json!(format!("1/{len}")));
    }
}

#[test]
fn a_repair_leaves_the_focus_on_the_stage() {
    let page = Visit::default().open("#/product?lang=en&a=2x3:1,2,3,4,5,6&b=2x2:1,2,3,4");
    page.click("[data-part=fixes] .fix");
    page.wait_until("a product", "!document.querySelector('[data-part=\"shape-error\"]')");
    assert_eq!(page.text("document.activeElement.dataset.part"), "stage");
    page.press("ArrowRight");
    page.wait_until("a step", "document.querySelector('[data-part=\"count\"]').innerText.startsWith('1')");
}

#[test]
fn indices_count_from_zero_when_wanted() {
    let page = Visit::default().open("#/product?lang=en&t=1");
    page.wait_until("row 1", "document.querySelector('[data-part=live]').innerText.startsWith('row 1, column 1 of C')");
    page.act("index-zero");
    page.press("Escape");
    page.wait_until("row 0", "document.querySelector('[data-part=live]').innerText.startsWith('row 0, column 0 of C')");
    page.wait_until("the address follows", "location.hash.includes('&index=0')");
}
