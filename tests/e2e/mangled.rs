//! Links as chat programs, mail and word processors pass them on: as real addresses, opened anew and typed into a page.

use serde_json::json;

use crate::expect::all;
use crate::visit::Visit;

/// (9, 2; 3, 4) times (5, 6): 9·5 + 2·6 = 57 after two products, and 3·5 = 15 of the next cell after three.
const WHOLE: &str = "#/product?a=2x2:9,2,3,4&b=2x1:5,6&t=3";
const OUT: [Option<f64>; 2] = [Some(57.), Some(15.)];

/// What stands behind a link in a sentence, and what editors make of its own marks.
fn mangled() -> Vec<String> {
    let behind =
        [".", ",", ")", ">", "\"", "'", "”", "»", "\u{200b}", ").", "%22", "%29", ".%E2%80%9D", "%20", "。", "**"];
    let mut links: Vec<String> = behind.iter().map(|mark| format!("{WHOLE}{mark}")).collect();
    links.extend(["&amp;", "&amp%3B", "%26", "＆"].map(|and| WHOLE.replace('&', and)));
    links.extend(["%3F", "？"].map(|mark| WHOLE.replace('?', mark)));
    links.push(WHOLE.replace(':', "%3A").replace(',', "%2C"));
    links.push(
        WHOLE.replace('?', "%3F").replace('&', "%26").replace('=', "%3D").replace(':', "%3A").replace(',', "%2C"),
    );
    links.extend([" ", "%20", "+", "\u{a0}"].map(|blank| WHOLE.replace(',', &format!(",{blank}"))));
    links.push(WHOLE.replace("product", "Product"));
    links
}

#[test]
fn a_link_opens_whatever_a_chat_program_did_to_it() {
    let page = Visit::default().open("#/?lang=en");
    for link in mangled() {
        page.go(&link);
        page.wait_until_ready();
        page.wait_for_values("out", &OUT);
        assert_eq!(page.part("notice"), None, "{link:?}");
        // The address is a whole one again.
        page.wait_until("it is mended", "location.hash.startsWith('#/product?a=2x2:9,2,3,4&b=2x1:5,6&')");
    }
    assert_eq!(page.console_errors(), Vec::<String>::new());
}

#[test]
fn an_address_typed_into_the_page_is_mended_too() {
    let page = Visit::default().open("#/product?lang=en");
    for link in mangled() {
        page.eval("location.hash = '#/product?a=1x1:7&b=1x1:8&t=1'");
        page.wait_for_values("out", &all(&[56.]));
        page.eval(&format!("location.hash = {}", json!(link)));
        page.wait_for_values("out", &OUT);
        page.wait_for_values("a", &all(&[9., 2., 3., 4.]));
        assert_eq!(page.part("notice"), None, "{link:?}");
    }
}

#[test]
fn what_cannot_be_mended_is_told_and_harms_nothing_else() {
    let page = Visit::default().open("#/product?lang=en&a=2x2:9,2,3&b=2x1:5,6&t=2.");
    assert!(page.part("notice").is_some_and(|text| text.contains("2x2:9,2,3")), "{:?}", page.part("notice"));
    page.wait_for_values("b", &all(&[5., 6.]));
}
