//! What a link can leave out: `embed=1`, `present=1`, `hide=…`.

use serde_json::json;

use crate::expect::all;
use crate::page::Page;
use crate::visit::Visit;

/// The parts that a link can hide.
const PARTS: [&str; 9] =
    ["aim", "shape-line", "formula", "step-sentence", "playback", "views", "examples", "inputs", "take-away"];

/// Whether a part can be seen.
fn sees(page: &Page, part: &str) -> bool {
    page.eval(&format!("!!document.querySelector('[data-part=\"{part}\"]')?.checkVisibility()")) == json!(true)
}

#[test]
fn hidden_parts_are_gone_and_all_others_stay() {
    let page = Visit::default().open("#/product?lang=en&t=8");
    for part in PARTS {
        assert!(sees(&page, part), "{part} is there at first");
    }
    for hidden in PARTS {
        page.go(&format!("#/product?lang=en&t=8&hide={hidden}"));
        page.wait_until_ready();
        for part in PARTS {
            assert_eq!(sees(&page, part), part != hidden, "{part} while {hidden} is hidden");
        }
        // Row 2 of C: 4·1 + 5·3 = 19 so far.
        page.wait_for_values("out", &[Some(22.), Some(28.), Some(19.), None]);
        assert_eq!(page.part("notice"), None, "{hidden} is no mistake");
    }
}

#[test]
fn several_parts_can_be_hidden_and_a_copied_link_hides_them_too() {
    let page = Visit::default().open("#/product?lang=en&hide=formula,examples,no-such-part");
    page.act("next");
    page.act("copy-link");
    page.wait_until("copied", "document.querySelector('[data-part=\"notice\"]')");
    let link = page.clipboard();
    page.visit("about:blank");
    page.visit(&link);
    page.wait_until_ready();
    page.wait_for_values("out", &[Some(1.), None, None, None]);
    for part in PARTS {
        assert_eq!(sees(&page, part), !["formula", "examples"].contains(&part), "{part}");
    }
}

#[test]
fn keys_still_step_while_the_bar_is_hidden() {
    let page = Visit::default().open("#/product?lang=en&hide=playback,views");
    page.eval("document.querySelector('[data-part=\"stage\"]').focus()");
    page.press("ArrowRight");
    page.wait_for_values("out", &[Some(1.), None, None, None]);
    page.press("End");
    page.wait_for_values("out", &all(&[22., 28., 49., 64.]));
}

#[test]
fn embedded_there_is_only_the_lesson() {
    let page = Visit::default().open("#/product?lang=en&embed=0");
    assert_eq!(page.eval("document.querySelector('header').checkVisibility()"), json!(true));
    page.go("#/product?lang=en&embed=1");
    page.wait_until_ready();
    assert_eq!(page.eval("document.querySelector('header')"), json!(null));
    assert_eq!(page.eval("document.querySelector('[data-action=language], [data-action=theme], .brand')"), json!(null));
    page.last();
    page.wait_for_values("out", &all(&[22., 28., 49., 64.]));
    // The one way out is a link to the same place in the whole app.
    let open_in = page.text("document.querySelector('[data-action=open-in]').getAttribute('href')");
    assert_eq!(
        open_in,
        format!("{}#/product?a=2x3:1,2,3,4,5,6&b=3x2:1,2,3,4,5,6&view=dot&grain=term&layout=crossed&t=12", page.base())
    );
    assert_eq!(page.eval("document.querySelector('[data-action=open-in]').checkVisibility()"), json!(true));
}

#[test]
fn presenting_leaves_the_stage_and_the_bar_and_makes_them_large() {
    let page = Visit::default().size(1920, 1080).open("#/product?lang=en&t=8");
    let width = "document.querySelector('[data-cell=\"out-0-0\"]').getBoundingClientRect().width";
    let before = page.eval(width).as_f64().expect("a width");
    let aside = ["views", "examples", "inputs", "take-away"];
    page.act("present");
    page.wait_until("the address follows", "location.hash.includes('&present=1')");
    assert_eq!(page.eval("document.querySelector('header')"), json!(null), "a quiet cross in place of the header");
    for part in PARTS {
        assert_eq!(sees(&page, part), !aside.contains(&part), "{part} while presenting");
    }
    let large = page.eval(width).as_f64().expect("a width");
    assert!(large >= 1.5 * before, "a cell is {large} px wide, without presenting {before} px");

    // The link opens in the same way, and the cross leads back.
    page.eval("location.reload()");
    page.wait_until_ready();
    assert!(!sees(&page, "inputs") && sees(&page, "playback"));
    page.act("next");
    page.wait_for_values("out", &[Some(22.), Some(28.), Some(49.), None]);
    page.act("end-presenting");
    for part in PARTS {
        page.wait_for(&format!("document.querySelector('[data-part=\"{part}\"]').checkVisibility()"), &json!(true));
    }
    assert_eq!(page.eval(width).as_f64(), Some(before));
}

#[test]
fn a_small_projector_shows_the_whole_walk_and_escape_ends_it() {
    for language in ["ko", "en"] {
        let page =
            Visit::default().size(1280, 720).open(&format!("#/product?lang={language}&theme=projector&present=1&t=8"));
        // The sentence is the last thing on the stage; the bar lies at the window's lower edge.
        let room = "document.querySelector('[data-part=playback]').getBoundingClientRect().top \
                    - document.querySelector('[data-part=step-sentence]').getBoundingClientRect().bottom";
        assert!(page.eval(room).as_f64().is_some_and(|room| room >= 0.0), "{language}: {}", page.eval(room));
        page.press("ArrowRight");
        page.wait_for_values("out", &[Some(22.), Some(28.), Some(49.), None]);
        page.press("Escape");
        page.wait_until("the cards are back", "document.querySelector('[data-part=inputs]').checkVisibility()");
    }
}
