//! Pasting by real keys: into a cell, over an operand, into the dialog; and the app's own code read back.

use serde_json::json;

use crate::expect::all;
use crate::page::Page;
use crate::visit::Visit;

const COUNTING: [f64; 6] = [1., 2., 3., 4., 5., 6.];

/// The default example, A (2, 3) and B (3, 2), at its end.
fn finished() -> Page {
    let page = Visit::default().open("#/product?lang=en&t=12");
    page.wait_for_values("out", &all(&[22., 28., 49., 64.]));
    page
}

fn paste(page: &Page, text: &str) {
    page.copy_elsewhere(text);
    page.press("Control+v");
}

#[test]
fn one_number_into_an_open_cell_stays_there() {
    let page = finished();
    page.click("[data-cell=\"a-0-1\"]");
    paste(&page, "10");
    page.wait_for_values("a", &all(&[1., 10., 3., 4., 5., 6.]));
    assert_eq!(page.text("document.activeElement.className"), "cell-field", "it is still open");
    page.press("Enter");
    // (1, 10, 3)·(1, 3, 5) = 46, ·(2, 4, 6) = 60.
    page.wait_for_values("out", &all(&[46., 60., 49., 64.]));
    // A fraction and a number with a blank around it are numbers, too; a word is kept, and marked.
    for (text, value) in [("-1/4", "-0.25"), (" 7 ", "7")] {
        page.click("[data-cell=\"a-0-1\"]");
        paste(&page, text);
        page.press("Enter");
        page.wait_until(text, &format!("document.querySelector('[data-cell=\"a-0-1\"]').dataset.value === '{value}'"));
    }
    page.click("[data-cell=\"a-0-1\"]");
    paste(&page, "two");
    page.press("Enter");
    page.wait_until("marked", "document.querySelector('[data-cell=\"a-0-1\"]').ariaInvalid === 'true'");
    assert_eq!(page.cell("a-0-1").text, "two");
    assert_eq!(page.eval("document.querySelector('dialog')"), json!(null));
}

#[test]
fn one_number_onto_a_cell_with_the_focus_goes_into_it() {
    let page = finished();
    page.eval("document.querySelector('[data-cell=\"b-2-0\"]').focus()");
    paste(&page, "0");
    // (1, 2, 3)·(1, 3, 0) = 7, (4, 5, 6)·(1, 3, 0) = 19.
    page.wait_for_values("out", &all(&[7., 28., 19., 64.]));
    assert_eq!(page.text("document.activeElement.dataset.cell"), "b-2-0");
}

#[test]
fn a_block_replaces_the_operand_and_one_undo_takes_it_back() {
    let block = "1\t0\n0\t1\n2\t2";
    for open in [true, false] {
        let page = finished();
        if open {
            page.click("[data-cell=\"b-1-1\"]");
        } else {
            page.eval("document.querySelector('[data-cell=\"b-1-1\"]').focus()");
        }
        paste(&page, block);
        page.wait_for_values("b", &all(&[1., 0., 0., 1., 2., 2.]));
        assert!(page.part("notice").is_some_and(|text| text.contains("(3, 2)")), "{:?}", page.part("notice"));
        // (1, 2, 3) times the columns (1, 0, 2) and (0, 1, 2): 7 and 8; (4, 5, 6): 16 and 17.
        page.last();
        page.wait_for_values("out", &all(&[7., 8., 16., 17.]));
        page.press("Control+z");
        page.wait_for_values("b", &all(&COUNTING));
        page.press("Control+y");
        page.wait_for_values("b", &all(&[1., 0., 0., 1., 2., 2.]));
        assert_eq!(page.eval("document.activeElement === document.body"), json!(false));
    }
}

#[test]
fn rows_of_numbers_go_in_from_the_focused_cell_on_where_they_have_room() {
    let page = finished();
    page.eval("document.querySelector('[data-cell=\"b-1-0\"]').focus()");
    paste(&page, "0\t1\n2\t-1");
    page.wait_for_values("b", &all(&[1., 2., 0., 1., 2., -1.]));
    // (1, 2, 3) times the columns (1, 0, 2) and (2, 1, -1): 7 and 1; (4, 5, 6): 16 and 7.
    page.last();
    page.wait_for_values("out", &all(&[7., 1., 16., 7.]));
    page.press("Control+z");
    page.wait_for_values("b", &all(&COUNTING));
    // In an open cell, too; what has brackets is a whole tensor.
    page.click("[data-cell=\"a-0-1\"]");
    paste(&page, "8 9");
    page.wait_for_values("a", &all(&[1., 8., 9., 4., 5., 6.]));
    page.eval("document.querySelector('[data-cell=\"a-0-0\"]').focus()");
    paste(&page, "[[7, 8]]");
    page.wait_for_values("a", &all(&[7., 8.]));
}

#[test]
fn a_block_of_another_shape_is_taken_and_the_clash_explained() {
    let page = finished();
    page.eval("document.querySelector('[data-cell=\"b-0-0\"]').focus()");
    paste(&page, "[[1, 2], [3, 4]]");
    page.wait_for_values("b", &all(&[1., 2., 3., 4.]));
    page.wait_until("explained", "document.querySelector('[data-part=shape-error]')");
}

#[test]
fn pasted_onto_the_stage_it_fills_the_dialog() {
    let page = finished();
    page.eval("document.querySelector('[data-part=stage]').focus()");
    paste(&page, "9 8 7\n6 5 4");
    page.wait_until("the dialog", "document.querySelector('dialog [data-action=paste-text]')");
    assert_eq!(page.text("document.querySelector('[data-action=paste-text]').value"), "9 8 7\n6 5 4");
    page.wait_until("it is read", "document.querySelector('[data-action=paste-use]')");
    assert!(page.part("paste-verdict").is_some_and(|text| text.contains("(2, 3)")));
    page.act("paste-use");
    page.wait_for_values("a", &all(&[9., 8., 7., 6., 5., 4.]));
    assert_eq!(page.text("document.activeElement.dataset.part"), "stage", "the arrows step on");
}

#[test]
fn a_text_in_doubt_opens_the_dialog_with_what_it_may_mean() {
    let page = finished();
    // A decimal comma, a comma between thousands, or one between two numbers.
    for (text, choice, values) in [
        ("1,5 2,5\n3,5 4,5", "paste-decimal-comma", vec![1.5, 2.5, 3.5, 4.5]),
        ("1,234 5,678", "paste-decimal-comma", vec![1.234, 5.678]),
        ("1,234 5,678", "paste-thousands-comma", vec![1234., 5678.]),
        ("1,5", "paste-separator", vec![1., 5.]),
        // One number stays in the cell that it was pasted into.
        ("1,5", "paste-decimal-comma", vec![1.5, 2., 3., 4., 5., 6.]),
    ] {
        page.act("reset");
        page.wait_for_values("a", &all(&COUNTING));
        page.eval("document.querySelector('[data-cell=\"a-0-0\"]').focus()");
        paste(&page, text);
        page.wait_until("the dialog", &format!("document.querySelector('dialog [data-action={choice}]')"));
        assert_eq!(page.values("a"), all(&COUNTING), "nothing is taken before a choice");
        assert!(page.part("paste-verdict").is_some_and(|text| !text.is_empty()));
        page.act(choice);
        page.wait_for_values("a", &all(&values));
        assert_eq!(page.eval("document.activeElement === document.body"), json!(false), "{text}, {choice}");
    }
}

#[test]
fn the_apps_own_code_gives_both_operands_back() {
    let page = finished();
    for (shapes, a, b) in [
        ("a=2x3:1,-2.5,3,4,5,6&b=3x2:1,2,3,4,5,0.125", vec![1., -2.5, 3., 4., 5., 6.], vec![1., 2., 3., 4., 5., 0.125]),
        ("a=3:1,2,3&b=3x2:1,2,3,4,5,6", vec![1., 2., 3.], COUNTING.to_vec()),
        ("a=3x2:1,2,3,4,5,6&b=2:1,2", COUNTING.to_vec(), vec![1., 2.]),
    ] {
        for language in ["pytorch", "numpy", "latex"] {
            page.to(&format!("#/product?lang=en&{shapes}"));
            let line = crate::expect::shape_line(&page);
            page.act(&format!("code-{language}"));
            page.copy_elsewhere("nothing yet");
            page.act("copy-code");
            page.wait_until("copied", "document.querySelector('[data-part=notice]')");
            page.to("#/product?lang=en&a=1x1:7&b=1x1:8");
            page.wait_for_values("a", &all(&[7.]));
            page.act("paste-a");
            page.wait_until("the dialog", "document.activeElement.dataset.action === 'paste-text'");
            page.press("Control+v");
            page.act("paste-use");
            page.wait_for_values("a", &all(&a));
            page.wait_for_values("b", &all(&b));
            assert_eq!(crate::expect::shape_line(&page), line, "{language} of {shapes}");
        }
    }
}
