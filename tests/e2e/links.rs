//! The address: it holds everything, restores it, and survives what people do to it.

use serde_json::json;

use crate::expect::all;
use crate::visit::Visit;

const COUNT: &str = "document.querySelector('[data-part=\"count\"]').innerText.replace(/\\s/g, '')";

#[test]
fn a_copied_link_restores_everything() {
    let page = Visit::default().open("#/product?lang=en");
    page.click("[data-cell=\"a-0-0\"]");
    page.press("Control+a");
    page.type_text("-2.5e-7");
    page.press("Enter");
    page.act("rows-a-more");
    page.act("view-rows");
    page.choose("grain", "cell");
    page.act("layout-inline");
    page.act("next");
    page.act("next");
    page.wait_for(COUNT, &json!("2/9"));
    let shown = [page.values("a"), page.values("b"), page.values("out")];
    page.act("copy-link");
    page.wait_until("copied", "document.querySelector('[data-part=\"notice\"]')");
    let link = page.clipboard();
    assert!(link.starts_with(&format!("{}#/product?", page.base())), "{link}");

    page.visit("about:blank");
    page.visit(&link);
    page.wait_until_ready();
    page.wait_for(COUNT, &json!("2/9"));
    assert_eq!([page.values("a"), page.values("b"), page.values("out")], shown);
    assert_eq!(page.values("a")[0], Some(-2.5e-7_f64));
    for chosen in ["view-rows", "layout-inline"] {
        let checked = page.eval(&format!("document.querySelector('[data-action=\"{chosen}\"]').checked"));
        assert_eq!(checked, json!(true), "{chosen}");
    }
    assert_eq!(page.text("document.querySelector('[data-action=grain]').value"), "cell");
    assert_eq!(page.text("document.documentElement.lang"), "en");
}

#[test]
fn the_address_follows_and_a_reload_gives_the_same() {
    let page = Visit::default().open("#/product?lang=en");
    page.act("preset-vector-matrix");
    page.last();
    page.wait_until("the address follows", "location.hash.includes('a=3:1,2,3') && location.hash.includes('t=6')");
    page.eval("location.reload()");
    page.wait_until_ready();
    page.wait_for_values("out", &all(&[22., 28.]));
}

#[test]
fn a_bad_link_names_the_bad_part_and_shows_the_default() {
    for (hash, named) in [
        ("#/product?lang=en&a=2x2:1,2,3&t=2", "2x2:1,2,3"),
        ("#/product?lang=en&a=zzz", "zzz"),
        ("#/product?lang=en&t=-1", "-1"),
        ("#/product?lang=en&view=diagonal", "diagonal"),
        ("#/product?lang=en&a=2x2:1,2,3,1e99999", "1e99999"),
        ("#/product?lang=en&a=9999999999x9999999999:seed1", "9999999999"),
        ("#/product?lang=en&theme=%3Cscript%3Ealert", "<script>alert"),
    ] {
        let page = Visit::default().open(hash);
        let notice = page.part("notice").unwrap_or_else(|| panic!("{hash}: no notice"));
        assert!(notice.contains(named), "{hash}: {notice}");
        assert_eq!(page.values("a"), all(&[1., 2., 3., 4., 5., 6.]), "{hash}: the lesson's own value stands there");
        assert_eq!(page.console_errors(), Vec::<String>::new(), "{hash}");
    }
}

#[test]
fn a_bad_key_resets_itself_alone() {
    let page = Visit::default().open("#/product?lang=en&a=nonsense&b=3x1:1,0,0&grain=cell&t=2");
    assert_eq!(page.values("b"), all(&[1., 0., 0.]));
    page.wait_for(COUNT, &json!("2/2"));
    page.wait_for_values("out", &all(&[1., 4.]));
}

#[test]
fn unknown_keys_and_steps_past_the_end_are_no_mistakes() {
    let page = Visit::default().open("#/product?lang=en&utm_source=mail&zzz&t=99999999999999999999");
    assert_eq!(page.part("notice"), None);
    page.wait_for_values("out", &all(&[22., 28., 49., 64.]));
}

#[test]
fn an_unknown_lesson_leads_to_the_start_page_and_says_so() {
    let page = Visit::default().open("#/nothing?lang=en");
    assert!(page.part("notice").expect("a notice").contains("nothing"));
    assert!(page.part("start").is_some());
}

#[test]
fn back_returns_from_an_example_and_from_a_lesson() {
    let page = Visit::default().open("#/?lang=en");
    page.click("[data-lesson-card=\"product\"]");
    page.wait_for_values("a", &all(&[1., 2., 3., 4., 5., 6.]));
    page.act("preset-matrix-vector");
    page.wait_for_values("b", &all(&[1., 2.]));
    page.wait_until("the address follows", "location.hash.includes('b=2:1,2')");
    page.back();
    page.wait_for_values("b", &all(&[1., 2., 3., 4., 5., 6.]));
    page.back();
    page.wait_until("the start page", "document.querySelector('[data-part=\"start\"]')");
    page.eval("history.forward()");
    page.wait_for_values("b", &all(&[1., 2., 3., 4., 5., 6.]));
}

#[test]
fn another_hash_typed_into_the_address_is_taken_up() {
    let page = Visit::default().open("#/product?lang=en");
    page.eval("location.hash = '#/product?lang=en&a=1x2:3,4&b=2x1:5,6&t=2'");
    page.wait_for_values("out", &all(&[39.]));
}

#[test]
fn a_seed_stands_for_many_numbers_and_always_the_same() {
    let hash = "#/product?lang=en&a=8x8:seed7&b=8x8:seed8&t=512";
    let first = Visit::default().open(hash);
    let second = Visit::default().open(hash);
    let values = first.values("a");
    assert_eq!(values.len(), 64);
    assert_eq!(values, second.values("a"));
    assert!(values.iter().flatten().count() == 64);
}
