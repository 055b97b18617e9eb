//! Product's picture: what lines up, what stays in sight, what tells the readings apart, and what keeps its place.

use serde_json::{Value, json};

use crate::every_lesson::fit::HIDDEN;
use crate::expect::all;
use crate::page::Page;
use crate::visit::Visit;

const COUNT: &str = "document.querySelector('[data-part=\"count\"]').innerText.replace(/\\s/g, '')";

/// How far the middles of B's columns are from those of C, and of A's rows from those of C: the most, in pixels.
const APART: &str = "(() => { const middle = (name, x) => { const r = document.querySelector(`[data-cell=${name}]`).getBoundingClientRect(); \
    return x ? r.left + r.width / 2 : r.top + r.height / 2; }; const names = start => [...document.querySelectorAll(`[data-cell^=${start}]`)].map(e => e.dataset.cell); \
    const off = [...names('b-0-').map(b => middle(b, true) - middle(b.replace('b', 'out'), true)), \
    ...names('a-').filter(a => a.endsWith('-0')).map(a => middle(a, false) - middle(a.replace('a', 'out'), false))]; \
    return Math.max(...off.map(Math.abs)); })()";

#[test]
fn columns_of_b_stand_over_columns_of_c() {
    let page = Visit::default().open("#/product?lang=en");
    for (width, height) in [(1440, 900), (1280, 720), (360, 780)] {
        page.resize(width, height);
        for operands in [
            "a=2x3:1,2,3,4,5,6&b=3x2:1,2,3,4,5,6&t=12",
            "a=8x8:seed1&b=8x8:seed2&t=512",
            "a=3x3:12345,1,1,1,1,1,1,1,1&b=3x3:1,2,3,4,5,6,7,8,9&t=27",
            "a=2x2:-123456.789,1e-30,3.4e38,nan&b=2x2:1,inf,-inf,0.1&t=8&view=columns&grain=cell",
        ] {
            // Presented on less, eight by eight stands in line instead.
            for more in if width == 1440 { &["", "&present=1"][..] } else { &[""] } {
                let apart = page.to_see(&format!("#/product?lang=en&{operands}{more}"), APART);
                let apart = apart.as_f64().expect("a distance");
                assert!(apart <= 1.5, "{width} px, {operands}{more}: {apart} px apart");
            }
        }
    }
}

#[test]
fn four_by_four_is_whole_everywhere_and_eight_by_eight_on_a_wide_screen() {
    let page = Visit::default().open("#/product?lang=en");
    let mut bad = Vec::new();
    for (width, height, more, size) in [
        (1366, 650, "", 4),
        (1280, 720, "&present=1", 4),
        (820, 1180, "", 4),
        (360, 780, "", 4),
        (600, 420, "&embed=1", 4),
        (1440, 900, "", 8),
    ] {
        page.resize(width, height);
        for view in ["dot", "columns", "rows", "outer"] {
            for lang in ["ko", "en"] {
                let hash = format!(
                    "#/product?a={size}x{size}:seed1&b={size}x{size}:seed2&view={view}&grain=cell&t=7&lang={lang}{more}"
                );
                let hidden = page.to_see(&hash, HIDDEN);
                if hidden != json!([]) {
                    bad.push(format!("{width}x{height} {hash}: {hidden}"));
                }
            }
        }
    }
    assert!(bad.is_empty(), "{}", bad.join("\n"));
}

#[test]
fn a_larger_grid_scrolls_in_its_own_box_and_follows_the_active_cell() {
    let inside = "(() => { const r = name => document.querySelector(name).getBoundingClientRect(); \
                  const [box, cell] = [r('[data-part=picture]'), r('[data-cell^=out][data-role=active]')]; \
                  return cell.left >= box.left - 1 && cell.right <= box.right + 1 && cell.top >= box.top - 1 && cell.bottom <= box.bottom + 1; })()";
    let page = Visit::default().size(1366, 650).open("#/product?lang=en");
    for (width, height) in [(1366, 650), (360, 780)] {
        page.resize(width, height);
        for (view, t) in [("dot", 256), ("dot", 16), ("dot", 1), ("dot", 130), ("columns", 256), ("rows", 256)] {
            let operands = "a=16x16:seed1&b=16x16:seed2";
            let hash = format!("#/product?{operands}&view={view}&grain=cell&t={t}&lang=en");
            page.to(&hash);
            if view == "dot" {
                page.wait_until(&format!("{width} px, {hash}: the active cell is in sight"), inside);
            }
            let seen = "['formula', 'step-sentence', 'playback'].every(part => { const r = \
                        document.querySelector(`[data-part=${part}]`).getBoundingClientRect(); return r.top >= 0 && r.bottom <= innerHeight + 1; })";
            assert_eq!(page.eval(seen), json!(true), "{width} px, {hash}");
            page.no_sideways_scroll();
        }
    }
}

#[test]
fn readings_differ_without_their_labels() {
    let page = Visit::default().open("#/product?lang=en");
    // Frames with their places, chips with their texts, and how many cells show what is being added.
    let look = "[[...document.querySelectorAll('.band')].map(e => e.style.gridArea), \
                [...document.querySelectorAll('[data-chip]')].map(e => e.textContent), \
                document.querySelectorAll('[data-part=picture] .note').length]";
    let looks: Vec<Value> = ["dot", "columns", "rows", "outer"]
        .map(|view| {
            let grain = if view == "dot" { "term" } else { "cell" };
            page.to_see(&format!("#/product?lang=en&view={view}&grain={grain}&t=2"), look)
        })
        .to_vec();
    for (i, look) in looks.iter().enumerate() {
        assert!(!looks[..i].contains(look), "{look} is shown twice");
        assert!(look[0].as_array().is_some_and(|bands| bands.len() >= 2), "{look}");
        assert_eq!(look[1].as_array().map(Vec::len), Some(3), "{look}");
    }
    // One cell grows in a dot product, a column or row of two, and all four of a sheet.
    assert_eq!(looks.iter().map(|look| look[2].as_u64()).collect::<Vec<_>>(), [Some(1), Some(2), Some(2), Some(4)]);
}

#[test]
fn another_reading_or_grain_keeps_the_place() {
    let page = Visit::default().open("#/product?lang=en");
    // C₂₁ complete: cell (2, 1), the third product.
    page.click("[data-cell=\"out-1-0\"]");
    page.wait_for(COUNT, &json!("9/12"));
    // Column 1 with its third blend; row 2 with its third, the sixth in all; the third sheet; and back.
    for (view, count) in [("columns", "3/6"), ("rows", "6/6"), ("outer", "3/3"), ("dot", "9/12")] {
        page.act(&format!("view-{view}"));
        page.wait_for(COUNT, &json!(count));
    }
    page.choose("grain", "cell");
    page.wait_for(COUNT, &json!("3/4"));
    page.choose("grain", "term");
    page.wait_for(COUNT, &json!("9/12"));
    page.wait_for_values("out", &[Some(22.), Some(28.), Some(49.), None]);
}

/// The titles over the matrices.
fn titles(page: &Page) -> Value {
    page.eval(
        "['a', 'b', 'out'].map(name => document.querySelector(`[data-operand=${name}] .panel__title`).textContent)",
    )
}

#[test]
fn names_and_notation_follow_what_is_shown() {
    let page = Visit::default().open("#/product?lang=en&a=3:1,2,3&b=3x2:1,2,3,4,5,6");
    assert_eq!(titles(&page), json!(["a (3,)", "B (3, 2)", "c (2,)"]));
    // How a shape is written on paper, on focus.
    page.eval("document.querySelector('.shape-line .shape').focus()");
    let tip = "document.querySelector('.shape-line .shape .tip')";
    page.wait_until(
        "it is shown",
        &format!("getComputedStyle({tip}).visibility === 'visible' && {tip}.checkVisibility()"),
    );
    let said = page.text(&format!("{tip}.textContent"));
    assert!(
        said.contains("a ∈ ℝ3") && said.contains("aᵀ ∈ ℝ1×3") && said.contains("neither a row nor a column"),
        "{said}"
    );
    page.act("kind-a-matrix");
    page.wait_until("a matrix", "document.querySelector('[data-operand=a] .panel__title').textContent === 'A (1, 3)'");
    assert_eq!(titles(&page), json!(["A (1, 3)", "B (3, 2)", "C (1, 2)"]));
}

#[test]
fn the_main_button_begins_again_but_keys_stop_at_the_end() {
    let page = Visit::default().open("#/product?lang=en&t=11&present=1");
    let word = "document.querySelector('[data-action=next]').innerText.trim()";
    page.wait_for(word, &json!("Next"));
    // A presenter's clicker, pressed once too often.
    for _ in 0..3 {
        page.stage_key("PageDown");
    }
    page.wait_for(COUNT, &json!("12/12"));
    page.wait_for(word, &json!("From the start"));
    page.stage_key("ArrowRight");
    page.wait_for_values("out", &all(&[22., 28., 49., 64.]));
    page.stage_key("PageUp");
    page.wait_for(COUNT, &json!("11/12"));
    page.last();
    page.act("next");
    page.wait_for(COUNT, &json!("0/12"));
    page.wait_for(word, &json!("Next"));
}

#[test]
fn presenting_the_screen_can_be_blanked() {
    let page = Visit::default().open("#/product?lang=en&t=3&present=1");
    let blank = "document.querySelector('.blank').checkVisibility()";
    for key in ["b", "."] {
        assert_eq!(page.eval(blank), json!(false));
        page.stage_key(key);
        page.wait_for(blank, &json!(true));
        page.press(key);
        page.wait_for(blank, &json!(false));
    }
    page.press("b");
    page.wait_for(blank, &json!(true));
    page.press("Escape");
    page.wait_for(blank, &json!(false));
    assert_eq!(page.eval("document.documentElement.dataset.present"), json!("1"), "the innermost first");
    page.press("Escape");
    page.wait_for("document.documentElement.dataset.present", &json!("0"));
    page.wait_for(COUNT, &json!("3/12"));
}
