//! A lesson's part: fetched early, late, or not at all.

use serde_json::json;

use crate::page::Page;
use crate::visit::Visit;

/// Nothing is fetched in idle time, and the test says how fetching a lesson's module ends: `window.parts`, at first
/// what the session's storage holds.
const NET: &str = "window.requestIdleCallback = () => 0; window.asked = []; \
                   window.parts = sessionStorage.getItem('parts') || 'there'; \
                   const real = window.fetch; window.fetch = (what, ...more) => { const url = String(what.url || what); \
                   if (!/\\/product\\.wasm$/.test(url)) return real(what, ...more); window.asked.push(url); \
                   if (window.parts === 'missing') return Promise.resolve(new Response('', { status: 404 })); \
                   if (window.parts === 'offline') return Promise.reject(new TypeError('offline')); \
                   if (window.parts === 'mistyped') return real(what, ...more).then(answer => \
                   new Response(answer.body, { headers: { 'content-type': 'application/octet-stream' } })); \
                   if (window.parts === 'slow') return new Promise(done => { window.letGo = () => done(real(what, ...more)); }); \
                   return real(what, ...more); };";

const START: &str = "!!document.querySelector('[data-part=\"start\"]')";
const ERROR: &str = "!!document.querySelector('[data-part=\"part-error\"]')";
const WAITING: &str = "!!document.querySelector('.part-waiting')";
const LESSON: &str = "!!document.querySelector('[data-part=\"stage\"] [data-cell]')";

fn net(page: &Page, how: &str) {
    page.eval(&format!("window.parts = '{how}'"));
}

fn asked(page: &Page) -> u64 {
    page.eval("window.asked.length").as_u64().expect("a number")
}

fn sane(page: &Page) {
    assert_eq!(page.eval("document.getElementById('panic').hidden"), json!(true), "no panic");
}

#[test]
fn a_part_that_cannot_be_fetched_is_told_and_fetched_again() {
    let page = Visit::default().before(NET).open("#/?lang=en");
    for how in ["missing", "offline"] {
        page.go("#/?lang=en");
        page.wait_until("the start page", START);
        net(&page, how);
        page.eval("location.hash = '#/product?lang=en&t=3'");
        page.wait_until("it is told", ERROR);
        page.act("retry");
        page.wait_until("it was fetched again", "window.asked.length === 2");
        page.wait_until("it is told again", ERROR);
        net(&page, "there");
        page.act("retry");
        page.wait_until("the lesson", LESSON);
        assert_eq!(page.eval("document.querySelector('[data-action=\"scrub\"]').value"), json!("3"), "nothing is lost");
        assert_eq!(page.eval(ERROR), json!(false));
        sane(&page);
    }
    // From a link, with the early fetch of the start script failing too.
    page.eval("sessionStorage.setItem('parts', 'offline')");
    page.go("#/product?lang=en&t=3");
    page.wait_until("it is told", ERROR);
    net(&page, "there");
    page.act("retry");
    page.wait_until("the lesson", LESSON);
    sane(&page);
}

#[test]
fn a_slow_part_may_be_left_and_met_again() {
    let page = Visit::default().before(NET).open("#/?lang=en");
    net(&page, "slow");
    page.eval("location.hash = '#/product?lang=en&t=3'");
    page.wait_until("it is on its way", WAITING);
    page.eval("history.back()");
    page.wait_until("the start page", START);
    page.eval("window.letGo()");
    std::thread::sleep(std::time::Duration::from_millis(300));
    assert_eq!(page.eval(START), json!(true), "what comes late does not push in");
    page.eval("history.forward()");
    page.wait_until("the lesson", LESSON);
    for _ in 0..3 {
        page.eval("history.back()");
        page.wait_until("the start page", START);
        page.eval("history.forward()");
        page.wait_until("the lesson", LESSON);
    }
    assert_eq!(asked(&page), 1, "fetched once");
    sane(&page);
}

#[test]
fn pointing_at_a_lesson_fetches_it_and_a_link_to_it_at_once() {
    let page = Visit::default().before(NET).open("#/?lang=en");
    assert_eq!(asked(&page), 0, "nothing before it is wanted");
    page.eval(
        "document.querySelector('[data-lesson-card]').dispatchEvent(new Event('pointerover', { bubbles: true }))",
    );
    page.wait_until("it is fetched", "window.asked.length === 1");
    page.eval("document.querySelector('[data-lesson-card]').click()");
    page.wait_until("the lesson", LESSON);
    assert_eq!(asked(&page), 1, "the click fetches nothing more");
    page.go("#/product?lang=en");
    page.wait_until("the lesson", LESSON);
    assert_eq!(asked(&page), 1, "the start script's fetch is the app's");
}

#[test]
fn a_server_that_calls_webassembly_by_another_type_is_no_hindrance() {
    let page = Visit::default().before(NET).open("#/?lang=en");
    net(&page, "mistyped");
    page.eval("location.hash = '#/product?lang=en'");
    page.wait_until("the lesson", LESSON);
    sane(&page);
}

#[test]
fn idle_time_fetches_the_rest() {
    let page = Visit::default().open("#/?lang=en");
    page.wait_until(
        "it is there",
        "performance.getEntriesByType('resource').some(r => r.name.endsWith('/product.wasm'))",
    );
}
