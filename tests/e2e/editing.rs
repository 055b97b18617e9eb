//! Changing the numbers: by typing, by buttons, by pasting; wrong texts; undo.

use serde_json::json;

use crate::expect::{all, shape_line};
use crate::page::Page;
use crate::visit::Visit;

/// The default example, at its end, in English.
fn finished() -> Page {
    let page = Visit::default().open("#/product?lang=en&t=12");
    page.wait_for_values("out", &all(&[22., 28., 49., 64.]));
    page
}

#[test]
fn typing_into_a_cell_changes_the_product_at_once() {
    let page = finished();
    page.click("[data-cell=\"a-0-1\"]");
    page.press("Control+a");
    page.type_text("10");
    // Row 1 is now (1, 10, 3): 1·1 + 10·3 + 3·5 = 46, 1·2 + 10·4 + 3·6 = 60.
    page.wait_for_values("out", &all(&[46., 60., 49., 64.]));
    page.press("Enter");
    assert_eq!(page.cell("a-0-1").value.as_deref(), Some("10"));
    page.click("[data-cell=\"b-2-1\"]");
    page.press("Control+a");
    page.type_text("-1/4");
    page.press("Tab");
    // Column 2 is now (2, 4, -1/4): 2 + 40 - 0.75, 8 + 20 - 1.5.
    page.wait_for_values("out", &all(&[46., 41.25, 49., 26.5]));
    assert_eq!(page.cell("b-2-1").value.as_deref(), Some("-0.25"));
    assert_eq!(page.console_errors(), Vec::<String>::new());
}

#[test]
fn typing_into_a_cell_just_opened_replaces_its_text() {
    let page = finished();
    page.click("[data-cell=\"a-0-1\"]");
    page.type_text("10");
    page.wait_for_values("out", &all(&[46., 60., 49., 64.]));
    // The cell that Enter leads to is opened by Enter, and its text is replaced as well.
    page.press("Enter");
    page.press("Enter");
    page.type_text("0");
    page.press("Enter");
    // (4, 0, 6)·(1, 3, 5) = 34, ·(2, 4, 6) = 44.
    page.wait_for_values("out", &all(&[46., 60., 34., 44.]));
}

#[test]
fn escape_gives_the_old_text_back() {
    let page = finished();
    page.click("[data-cell=\"a-1-2\"]");
    page.press("Control+a");
    page.type_text("77");
    page.wait_for_values("a", &all(&[1., 2., 3., 4., 5., 77.]));
    page.press("Escape");
    page.wait_for_values("a", &all(&[1., 2., 3., 4., 5., 6.]));
    page.wait_for_values("out", &all(&[22., 28., 49., 64.]));
}

#[test]
fn a_wrong_text_stays_is_marked_and_explained_and_never_becomes_a_number() {
    let page = finished();
    page.click("[data-cell=\"a-0-0\"]");
    page.press("Control+a");
    page.type_text("2x");
    page.press("Enter");
    page.wait_until(
        "the cell is marked",
        "document.querySelector('[data-cell=\"a-0-0\"]').getAttribute('aria-invalid') === 'true'",
    );
    let cell = page.cell("a-0-0");
    assert_eq!((cell.value, cell.text.as_str()), (None, "2x"));
    // Row 1 of the result needs that cell; row 2 does not.
    page.wait_for_values("out", &[None, None, Some(49.), Some(64.)]);
    let why = page.part("cell-error").expect("an explanation");
    assert!(why.contains("2x") && why.contains("row 1, column 1"), "{why}");
    // Mended, everything is there again.
    page.click("[data-cell=\"a-0-0\"]");
    page.press("Control+a");
    page.type_text("2");
    page.press("Enter");
    page.wait_for_values("out", &all(&[23., 30., 49., 64.]));
    assert_eq!(page.part("cell-error").unwrap_or_default(), "");
}

#[test]
fn an_emptied_cell_is_not_zero() {
    let page = finished();
    page.click("[data-cell=\"b-0-0\"]");
    page.press("Control+a");
    page.press("Delete");
    page.press("Tab");
    page.wait_for_values("out", &[None, Some(28.), None, Some(64.)]);
    assert_eq!(page.cell("b-0-0").value, None);
}

#[test]
fn infinity_and_nan_are_shown_and_explained() {
    let page = finished();
    page.click("[data-cell=\"a-0-0\"]");
    page.press("Control+a");
    page.type_text("inf");
    page.press("Enter");
    page.wait_until(
        "infinity",
        "document.querySelector('[data-cell=\"out-0-0\"]').getAttribute('data-value') === 'inf'",
    );
    assert_eq!(page.cell("out-0-0").text, "∞");
    page.click("[data-cell=\"b-0-0\"]");
    page.press("Control+a");
    page.type_text("0");
    page.press("Enter");
    // ∞ · 0 has no value.
    page.wait_until("NaN", "document.querySelector('[data-cell=\"out-0-0\"]').getAttribute('data-value') === 'nan'");
    page.click("[data-cell=\"out-0-0\"]");
    page.wait_until("an explanation", "document.querySelector('[data-part=\"special\"]').innerText.includes('NaN')");
}

#[test]
fn undo_and_redo_by_keys_and_by_buttons() {
    let page = finished();
    for (cell, text) in [("a-0-0", "5"), ("b-0-0", "9")] {
        page.click(&format!("[data-cell=\"{cell}\"]"));
        page.press("Control+a");
        page.type_text(text);
        page.press("Enter");
    }
    // A = [[5, 2, 3], [4, 5, 6]], B = [[9, 2], [3, 4], [5, 6]].
    let both = all(&[45. + 6. + 15., 10. + 8. + 18., 36. + 15. + 30., 64.]);
    let one = all(&[5. + 6. + 15., 10. + 8. + 18., 49., 64.]);
    let none = all(&[22., 28., 49., 64.]);
    page.wait_for_values("out", &both);
    page.press("Control+z");
    page.wait_for_values("out", &one);
    page.act("undo");
    page.wait_for_values("out", &none);
    page.act("redo");
    page.wait_for_values("out", &one);
    page.press("Control+y");
    page.wait_for_values("out", &both);
}

#[test]
fn sizes_kinds_random_and_reset() {
    let page = finished();
    page.act("rows-a-more");
    // A new row of zeros; everything typed stays.
    page.wait_for_values("a", &all(&[1., 2., 3., 4., 5., 6., 0., 0., 0.]));
    page.act("rows-a-fewer");
    page.wait_for_values("a", &all(&[1., 2., 3., 4., 5., 6.]));
    page.act("kind-a-vector");
    page.wait_for_values("a", &all(&[1., 2., 3.]));
    assert_eq!(shape_line(&page), "(3,)@(3,2)→(2,)");
    page.act("kind-a-matrix");
    assert_eq!(shape_line(&page), "(1,3)@(3,2)→(1,2)");
    let before = (page.values("a"), page.values("b"));
    page.act("random");
    // All six cells: a single one may well draw the number it had.
    page.wait_until(
        "other numbers",
        &format!(
            "[...document.querySelectorAll('[data-cell^=\"b-\"]')].map(cell => cell.dataset.value).join() !== '{}'",
            before.1.iter().map(|value| value.expect("a number").to_string()).collect::<Vec<_>>().join(",")
        ),
    );
    assert_eq!((page.values("a").len(), page.values("b").len()), (before.0.len(), before.1.len()), "shapes are kept");
    page.act("reset");
    page.wait_for_values("a", &all(&[1., 2., 3., 4., 5., 6.]));
}

#[test]
fn a_size_that_is_none_stays_as_typed_and_is_explained() {
    let page = finished();
    for text in ["x", "-1", "257", "2.5"] {
        page.click("[data-action=rows-a]");
        page.press("Control+a");
        page.type_text(text);
        page.press("Enter");
        page.wait_until(
            "told",
            &format!("document.querySelector('[data-part=size-error]').innerText.includes('“{text}”')"),
        );
        assert!(page.part("size-error").is_some_and(|why| why.contains("from 0 to 256")), "{text}");
        let field = "(e => [e.value, e.ariaInvalid])(document.querySelector('[data-action=rows-a]'))";
        page.wait_for(field, &json!([text, "true"]));
        assert_eq!(page.values("a").len(), 6, "{text} changes nothing");
    }
    page.press("Control+a");
    page.type_text("3");
    page.press("Enter");
    page.wait_until("three rows", "document.querySelectorAll('[data-cell^=\"a-\"]').length === 9");
    assert_eq!(page.part("size-error").unwrap_or_default(), "");
    assert_eq!(page.eval("document.querySelector('[data-action=rows-a]').ariaInvalid"), json!("false"));
}

#[test]
fn reset_goes_back_to_the_link_that_was_opened() {
    let page = Visit::default().open("#/product?lang=en&a=1x2:7,8&b=2x1:9,10&t=2");
    page.wait_for_values("out", &all(&[143.]));
    page.act("random");
    page.act("rows-a-more");
    page.act("reset");
    page.wait_for_values("a", &all(&[7., 8.]));
    page.wait_for_values("b", &all(&[9., 10.]));
}

#[test]
fn pasting_reads_what_other_programs_write() {
    let page = finished();
    for text in [
        "1\t2\n3\t4\n5\t-6.5",
        "1,2\n3,4\n5,-6.5\n",
        "[[1, 2], [3, 4], [5, -6.5]]",
        "tensor([[ 1.0000,  2.0000],\n        [ 3.0000,  4.0000],\n        [ 5.0000, -6.5000]])",
        "array([[ 1. ,  2. ],\n       [ 3. ,  4. ],\n       [ 5. , -6.5]])",
        "[1 2; 3 4; 5 -6.5]",
        "\\begin{bmatrix} 1 & 2 \\\\ 3 & 4 \\\\ 5 & -6.5 \\end{bmatrix}",
    ] {
        page.act("reset");
        page.wait_for_values("b", &all(&[1., 2., 3., 4., 5., 6.]));
        page.copy_elsewhere(text);
        page.act("paste-b");
        page.wait_until("a place to paste", "document.querySelector('dialog textarea')");
        page.click("dialog textarea");
        page.press("Control+a");
        page.press("Control+v");
        page.act("paste-use");
        page.wait_for_values("b", &all(&[1., 2., 3., 4., 5., -6.5]));
    }
}

#[test]
fn what_cannot_be_pasted_is_named_with_line_and_column() {
    let page = finished();
    page.act("paste-a");
    page.wait_until("a place to paste", "document.querySelector('dialog textarea')");
    page.click("dialog textarea");
    page.copy_elsewhere("1 2\n3 four");
    page.click("dialog textarea");
    page.press("Control+a");
    page.press("Control+v");
    page.wait_until("the place", "/line 2, column 3/i.test(document.querySelector('dialog').innerText)");
    assert!(page.text("document.querySelector('dialog').innerText").contains("four"));
    page.press("Escape");
    page.wait_until("closed", "!document.querySelector('dialog')");
    page.wait_for_values("a", &all(&[1., 2., 3., 4., 5., 6.]));
}
