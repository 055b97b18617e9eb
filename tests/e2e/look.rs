//! Languages, themes, sizes.

use serde_json::json;

use crate::expect::all;
use crate::visit::Visit;

/// A state that can't be mistaken for the default one.
const STATE: &str = "#/product?a=2x2:1,2,3,4&b=2x2:5,6,7,8&t=5";

#[test]
fn the_first_visit_follows_the_browsers_language() {
    for (browser, lang) in [("ko-KR", "ko"), ("ko", "ko"), ("en-GB", "en"), ("fr-FR", "en")] {
        let page = Visit::default().language(browser).open(STATE);
        assert_eq!(page.text("document.documentElement.lang"), lang, "{browser}");
        let hangul = page.eval("/[가-힣]/.test(document.querySelector('main').innerText)");
        assert_eq!(hangul, json!(lang == "ko"), "{browser}");
    }
}

#[test]
fn switching_the_language_keeps_every_number_and_the_step() {
    let page = Visit::default().open(STATE);
    // 1·5 + 2·7 = 19, 1·6 + 2·8 = 22, then 3·5 = 15 so far.
    let numbers = [Some(19.), Some(22.), Some(15.), None];
    page.wait_for_values("out", &numbers);
    // What is spoken comes when the step rests.
    page.wait_until("spoken", "document.querySelector('[data-part=live]').innerText.trim()");
    let english = page.text("document.querySelector('main').innerText");
    page.act("language");
    page.wait_for("document.documentElement.lang", &json!("ko"));
    page.wait_until(
        "Korean words",
        "/[가-힣]/.test(document.querySelector('[data-part=\"step-sentence\"]').innerText)",
    );
    assert_eq!(page.values("out"), numbers);
    page.act("language");
    page.wait_for("document.documentElement.lang", &json!("en"));
    page.wait_for("document.querySelector('main').innerText", &json!(english));
    assert_eq!(page.values("out"), numbers);
}

#[test]
fn no_word_is_left_in_the_other_language() {
    let page = Visit::default().open("#/product?lang=en&a=2x3:1,2,3,4,5,6&b=2x3:1,2,3,4,5,6");
    let hangul =
        "[...document.querySelectorAll('main, [role=status]')].map(e => e.innerText).join(' ').match(/[가-힣]+/g)";
    assert_eq!(page.eval(hangul), json!(null));
    let labels = "[...document.querySelectorAll('main [aria-label], main [title]')]\
                  .map(e => (e.ariaLabel || '') + (e.title || '')).join(' ').match(/[가-힣]+/g)";
    assert_eq!(page.eval(labels), json!(null));
}

#[test]
fn themes_are_chosen_and_the_choice_lasts() {
    let page = Visit::default().open(STATE);
    assert_eq!(page.text("document.documentElement.dataset.theme"), "light");
    let mut grounds = vec![];
    for (control, theme) in [
        ("theme", "dark"),
        ("set-theme-projector", "projector"),
        ("theme", "dark"),
        ("theme", "light"),
        ("theme", "dark"),
    ] {
        page.act(control);
        page.wait_for("document.documentElement.dataset.theme", &json!(theme));
        grounds
            .push(page.text("getComputedStyle(document.body).backgroundColor + getComputedStyle(document.body).color"));
    }
    assert_ne!(grounds[0], grounds[1]);
    assert_ne!(grounds[0], grounds[3]);
    assert_ne!(grounds[1], grounds[3]);
    page.wait_for_values("out", &[Some(19.), Some(22.), Some(15.), None]);
    page.go(STATE);
    page.wait_until_ready();
    assert_eq!(page.text("document.documentElement.dataset.theme"), "dark");
}

#[test]
fn a_dark_system_gets_the_dark_theme() {
    let page = Visit::default().media("prefers-color-scheme", "dark").open(STATE);
    assert_eq!(page.text("document.documentElement.dataset.theme"), "dark");
}

#[test]
fn narrow_pages_do_not_scroll_sideways() {
    for lang in ["en", "ko"] {
        let page = Visit::default().size(360, 780).open("");
        for hash in [
            "#/?",
            "#/product?t=7",
            "#/product?layout=inline&t=7",
            "#/product?a=2x3:1,2,3,4,5,6&b=2x3:1,2,3,4,5,6",
            "#/product?a=16x16:seed1&b=16x16:seed2&t=2000",
            "#/product?a=64x64:seed1&b=64x64:seed2&t=9",
            "#/product?a=2x2:-123456.789,1e-30,3.4e38,nan&b=2x2:1,inf,-inf,0.1&t=8",
            "#/product?a=bad&b=worse&t=x",
        ] {
            page.go(&format!("{hash}&lang={lang}"));
            page.wait_until_ready();
            for width in [360, 320, 820] {
                page.resize(width, 780);
                page.no_sideways_scroll();
            }
            page.resize(360, 780);
        }
    }
}

#[test]
fn on_a_phone_cells_are_large_enough_to_touch() {
    let page = Visit::default().size(360, 780).open("#/product?lang=en&t=3");
    let smallest = page.eval(
        "Math.min(...[...document.querySelectorAll('[data-cell]')].map(e => e.getBoundingClientRect()).map(r => Math.min(r.width, r.height)))",
    );
    assert!(smallest.as_f64().expect("a size") >= 30.0, "the smallest cell is {smallest} px");
    page.click("[data-cell=\"a-0-0\"]");
    page.press("Control+a");
    page.type_text("9");
    page.press("Enter");
    page.last();
    page.wait_for_values("out", &all(&[30., 44., 49., 64.]));
}

#[test]
fn reduced_motion_is_respected() {
    let page = Visit::default().media("prefers-reduced-motion", "reduce").open(STATE);
    let moving = page.eval(
        "[...document.querySelectorAll('main *')].filter(e => { const s = getComputedStyle(e); \
         return [...s.transitionDuration.split(','), ...s.animationDuration.split(',')].some(d => parseFloat(d) > 0.02) }).length",
    );
    assert_eq!(moving, json!(0));
}
