//! A lesson's part: fetched early, late, or not at all.

use matwalk::lesson::ALL;
use serde_json::json;

use crate::page::Page;
use crate::visit::Visit;

/// Nothing is fetched in idle time, and the test says how fetching a lesson's own module ends: `window.parts`, at first
/// what the session's storage holds. `window.asked` has the names of those asked for.
const NET: &str = "window.requestIdleCallback = () => 0; window.asked = []; \
                   window.parts = sessionStorage.getItem('parts') || 'there'; \
                   const real = window.fetch; window.fetch = (what, ...more) => { const url = String(what.url || what); \
                   const slug = SLUGS.find(slug => url.endsWith(`/${slug}.wasm`)); if (!slug) return real(what, ...more); window.asked.push(slug); \
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
const STEP: &str = "document.querySelector('[data-action=\"scrub\"]').value";

/// The start page, before any lesson is fetched.
fn start() -> Page {
    let slugs: Vec<&str> = ALL.iter().map(|entry| entry.slug).collect();
    Visit::default().before(NET.replace("SLUGS", &json!(slugs).to_string())).open("#/?lang=en")
}

/// The start page anew: what was fetched before is gone.
fn again(page: &Page) {
    page.go("#/?lang=en");
    page.wait_until("the start page", START);
}

fn net(page: &Page, how: &str) {
    page.eval(&format!("window.parts = '{how}'"));
}

fn asked(page: &Page, slug: &str) -> u64 {
    page.eval(&format!("window.asked.filter(own => own === '{slug}').length")).as_u64().expect("a number")
}

fn sane(page: &Page) {
    assert_eq!(page.eval("document.getElementById('panic').hidden"), json!(true), "no panic");
}

#[test]
fn a_part_that_cannot_be_fetched_is_told_and_fetched_again() {
    let page = start();
    for (slug, how) in ALL.iter().flat_map(|entry| [(entry.slug, "missing"), (entry.slug, "offline")]) {
        again(&page);
        net(&page, how);
        page.eval(&format!("location.hash = '#/{slug}?lang=en&t=2'"));
        page.wait_until("it is told", ERROR);
        assert_eq!(page.part("part-error").map(|text| text.contains("Try again")), Some(true), "{slug}, {how}");
        page.act("retry");
        page.wait_until("it was fetched again", &format!("window.asked.filter(own => own === '{slug}').length === 2"));
        page.wait_until("it is told again", ERROR);
        net(&page, "there");
        page.act("retry");
        page.wait_until("the lesson", LESSON);
        assert_eq!(page.eval(STEP), json!("2"), "{slug}: nothing is lost");
        assert_eq!(page.eval(ERROR), json!(false));
        sane(&page);
    }
}

#[test]
fn a_link_whose_part_is_out_of_reach_is_told_and_tried_again() {
    let page = start();
    for entry in ALL {
        // The early fetch of the start script fails too.
        page.eval("sessionStorage.setItem('parts', 'offline')");
        page.go(&format!("#/{}?lang=en&t=2", entry.slug));
        page.wait_until("it is told", ERROR);
        net(&page, "there");
        page.act("retry");
        page.wait_until("the lesson", LESSON);
        assert_eq!(page.eval(STEP), json!("2"), "{}", entry.slug);
        sane(&page);
    }
}

#[test]
fn a_part_out_of_reach_leaves_the_rest_of_the_page_in_use() {
    let page = start();
    net(&page, "offline");
    for entry in ALL {
        page.eval(&format!("location.hash = '#/{}?lang=en'", entry.slug));
        page.wait_until("it is told", ERROR);
        page.act("language");
        page.wait_until("in Korean", "/[가-힣]/.test(document.querySelector('[data-part=part-error]').innerText)");
        page.act("language");
        page.eval("history.back()");
        page.wait_until("the start page", START);
        page.eval("history.forward()");
        page.wait_until("it is told again", ERROR);
        page.click("[data-part=part-error] a");
        page.wait_until("the start page", START);
    }
    sane(&page);
}

#[test]
fn a_slow_part_may_be_left_and_met_again() {
    let page = start();
    for entry in ALL {
        again(&page);
        net(&page, "slow");
        page.eval(&format!("location.hash = '#/{}?lang=en&t=2'", entry.slug));
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
            assert_eq!(page.eval(STEP), json!("2"), "{}", entry.slug);
        }
        assert_eq!(asked(&page, entry.slug), 1, "fetched once");
        sane(&page);
    }
}

#[test]
fn pointing_at_a_lesson_fetches_it_and_a_link_to_it_at_once() {
    let page = start();
    for entry in ALL {
        let slug = entry.slug;
        again(&page);
        // Wherever the pointer was left: on no card.
        page.point_at(".start__title");
        again(&page);
        assert_eq!(asked(&page, slug), 0, "nothing before it is wanted");
        page.point_at(&format!("[data-lesson-card={slug}]"));
        page.wait_until("it is fetched", &format!("window.asked.includes('{slug}')"));
        page.click(&format!("[data-lesson-card={slug}]"));
        page.wait_until("the lesson", LESSON);
        assert_eq!(asked(&page, slug), 1, "the click fetches nothing more");
        page.go(&format!("#/{slug}?lang=en"));
        page.wait_until("the lesson", LESSON);
        assert_eq!(asked(&page, slug), 1, "the start script's fetch is the app's");
    }
}

#[test]
fn a_server_that_calls_webassembly_by_another_type_is_no_hindrance() {
    let page = start();
    net(&page, "mistyped");
    for entry in ALL {
        page.eval(&format!("location.hash = '#/{}?lang=en'", entry.slug));
        page.wait_until("the lesson", &format!("document.querySelector('[data-lesson={}] [data-cell]')", entry.slug));
    }
    sane(&page);
}

#[test]
fn idle_time_fetches_the_rest() {
    let page = Visit::default().open("#/?lang=en");
    for entry in ALL {
        let here =
            format!("performance.getEntriesByType('resource').some(r => r.name.endsWith('/{}.wasm'))", entry.slug);
        page.wait_until("it is there", &here);
    }
}
