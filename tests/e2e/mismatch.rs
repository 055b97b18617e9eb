//! Shapes that don't go together: PyTorch's text, the reason, and repairs that work and keep the numbers.

use serde_json::json;

use crate::expect::{all, shape_line};
use crate::visit::Visit;

const CLASH: &str = "#/product?lang=en&a=2x3:1,2,3,4,5,6&b=2x3:7,8,9,10,11,12";

#[test]
fn a_mismatch_is_reachable_by_a_size_button_and_explained() {
    let page = Visit::default().open("#/product?lang=en");
    page.act("rows-b-more");
    page.wait_until("an explanation", "document.querySelector('[data-part=\"shape-error\"]')");
    let text = page.part("shape-error").expect("PyTorch's message");
    assert!(text.contains("RuntimeError: mm: mat1 and mat2 shapes cannot be multiplied (2x3 and 4x2)"), "{text}");
    let reason = page.part("step-sentence").expect("a reason");
    assert!(reason.contains("A row of A has 3 numbers, a column of B has 4"), "{reason}");
    let both =
        "document.querySelector('[data-part=formula]').contains(document.querySelector('[data-part=shape-error]'))";
    assert_eq!(page.eval(both), json!(true), "it stands in the formula's line");
    assert_eq!(page.values("a").len(), 6, "the other operand is left alone");
    let line = shape_line(&page);
    assert!(line.starts_with("(2,3)@(4,2)→"), "{line}");
    page.press("Control+z");
    page.wait_until("mended", "!document.querySelector('[data-part=\"shape-error\"]')");
}

#[test]
fn each_vector_mismatch_has_its_own_text_of_pytorch() {
    for (hash, text) in [
        (
            "a=3:1,2,3&b=2:1,2",
            "inconsistent tensor size, expected tensor [3] and src [2] to have the same number of elements, but got 3 and 2 elements respectively",
        ),
        ("a=2x3:1,2,3,4,5,6&b=2:1,2", "size mismatch, got input (2), mat (2x3), vec (2)"),
    ] {
        let page = Visit::default().open(&format!("#/product?lang=en&{hash}"));
        let shown = page.part("shape-error").expect("an explanation");
        assert!(shown.contains(text), "{hash}: {shown}");
    }
}

/// The names of the repairs offered.
fn offered(page: &crate::page::Page) -> Vec<String> {
    let names = page
        .eval("[...document.querySelectorAll('[data-part=fixes] [data-action^=\"fix-\"]')].map(e => e.dataset.action)");
    names.as_array().into_iter().flatten().filter_map(|name| name.as_str().map(str::to_owned)).collect()
}

#[test]
fn each_repair_works_and_keeps_the_numbers() {
    let page = Visit::default().open(CLASH);
    let fixes = offered(&page);
    for needed in ["fix-transpose-lhs", "fix-transpose-rhs"] {
        assert!(fixes.iter().any(|fix| fix == needed), "{fixes:?}");
    }
    let typed: Vec<f64> = (1..=12).map(f64::from).collect();
    for fix in &fixes {
        page.go(CLASH);
        page.wait_until_ready();
        page.act(fix);
        page.wait_until("mended", "!document.querySelector('[data-part=\"shape-error\"]')");
        page.last();
        page.wait_until("a result", "!document.querySelector('[data-cell^=\"out\"]:not([data-value])')");
        let numbers: Vec<f64> = [page.values("a"), page.values("b")].concat().into_iter().flatten().collect();
        let strange: Vec<&f64> = numbers.iter().filter(|x| **x != 0.0 && !typed.contains(x)).collect();
        assert!(strange.is_empty(), "{fix} invents {strange:?}");
        if fix.starts_with("fix-transpose") || fix == "fix-swap" {
            let mut kept = numbers.clone();
            kept.sort_by(f64::total_cmp);
            assert_eq!(kept, typed, "{fix} keeps all numbers");
        }
        page.act("undo");
        page.wait_until("undone", "document.querySelector('[data-part=\"shape-error\"]')");
    }
}

#[test]
fn transposing_b_gives_the_right_product() {
    let page = Visit::default().open(CLASH);
    page.act("fix-transpose-rhs");
    page.wait_for_values("b", &all(&[7., 10., 8., 11., 9., 12.]));
    page.last();
    // (1, 2, 3)·(7, 8, 9) = 50, ·(10, 11, 12) = 68; (4, 5, 6)·(7, 8, 9) = 122, ·(10, 11, 12) = 167.
    page.wait_for_values("out", &all(&[50., 68., 122., 167.]));
}

#[test]
fn transposing_a_gives_the_right_product() {
    let page = Visit::default().open(CLASH);
    page.act("fix-transpose-lhs");
    page.wait_for_values("a", &all(&[1., 4., 2., 5., 3., 6.]));
    page.last();
    page.wait_for_values("out", &all(&[47., 52., 57., 64., 71., 78., 81., 90., 99.]));
}

#[test]
fn swapping_is_offered_where_it_helps() {
    let page = Visit::default().open("#/product?lang=en&a=3x1:1,2,3&b=2x3:1,2,3,4,5,6");
    page.act("fix-swap");
    page.wait_for_values("a", &all(&[1., 2., 3., 4., 5., 6.]));
    page.last();
    page.wait_for_values("out", &all(&[14., 32.]));
}

#[test]
fn a_repair_keeps_a_text_that_is_being_worked_on() {
    let page = Visit::default().open(CLASH);
    page.click("[data-cell=\"b-1-0\"]");
    page.press("Control+a");
    page.type_text("1/3");
    page.press("Enter");
    page.act("fix-transpose-rhs");
    page.wait_until("moved along", "document.querySelector('[data-cell=\"b-0-1\"]')?.innerText.trim() === '1/3'");
    assert_eq!(page.cell("b-0-1").value.as_deref(), Some("0.33333334"), "the nearest f32, in the fewest digits");
}
