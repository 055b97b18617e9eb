//! Sizes and fields of the Shapes lesson by real keys and presses; twins, the choice of dim, a phone.

use serde_json::json;

use crate::shapes::{OUT, message, size};
use crate::visit::Visit;

#[test]
fn sizes_change_by_arrows_digits_and_delete() {
    let page = Visit::default().open("#/shapes?lang=en&op=matmul&a=2x1x3&b=3x4");
    let focus = |name: &str| page.eval(&format!("document.querySelector('[data-cell=\"{name}\"]').focus()"));
    let becomes = |name: &str, value: &str| page.wait_for(&size(name), &json!(value));
    focus("a-2");
    let ring = "(s => [s.outlineStyle, parseFloat(s.outlineWidth) >= 2])(getComputedStyle(document.activeElement))";
    assert_eq!(page.eval(ring), json!(["solid", true]), "one sees where the focus is");
    page.press("ArrowUp");
    becomes("a-2", "4");
    page.wait_until("a clash", "document.querySelector('[data-part=\"shape-error\"]')");
    page.press("Shift+ArrowUp");
    becomes("a-2", "14");
    page.press("ArrowDown");
    becomes("a-2", "13");
    page.press("7");
    page.type_text("0");
    page.press("Enter");
    becomes("a-2", "70");
    assert_eq!(page.text("document.activeElement.dataset.cell"), "a-2", "the focus is where it was");
    // What can't be read stays, is marked and explained.
    page.press("Enter");
    page.type_text("3x");
    page.press("Enter");
    page.wait_until("marked", "document.querySelector('[data-cell=\"a-2\"]').ariaInvalid === 'true'");
    assert!(page.text("document.querySelector('[data-cell=\"a-2\"]').textContent").starts_with("3x"));
    assert!(page.part("cell-error").is_some_and(|text| text.contains("3x")));
    focus("a-1");
    page.press("Delete");
    page.wait_until("one dimension less", "!document.querySelector('[data-cell=\"a-2\"]')");
    page.click("[data-cell=\"b-1\"]");
    page.press("Control+a");
    page.type_text("9");
    page.press("Enter");
    becomes("b-1", "9");
    page.press("Control+z");
    becomes("b-1", "4");
}

#[test]
fn shapes_are_typed_in_their_fields() {
    let page = Visit::default().open("#/shapes?lang=en&op=linear&a=32x784&b=10x128");
    let write = |field: &str, text: &str| {
        page.click(&format!("[data-field={field}]"));
        page.press("Control+a");
        page.type_text(text);
        page.press("Enter");
    };
    page.click("[data-field=a]");
    page.press("End");
    page.press("ArrowUp");
    page.wait_for(&size("a-1"), &json!("785"));
    page.press("Shift+ArrowDown");
    page.wait_for(&size("a-1"), &json!("775"));
    assert_eq!(page.text("document.activeElement.dataset.field"), "a");
    write("a", "64x1x28x28");
    page.wait_for(&size("a-3"), &json!("28"));
    page.wait_for("document.querySelector('[data-field=a]').value", &json!("(64, 1, 28, 28)"));
    write("a", "torch.Size([5, 784])");
    page.wait_for(&size("a-1"), &json!("784"));
    write("b", "nn.Linear(784, 256)");
    page.wait_for(OUT, &json!([5, 256]));
    write("a", "(2, -3)");
    page.wait_until("marked", "document.querySelector('[data-field=a]').ariaInvalid === 'true'");
    assert_eq!(page.text("document.querySelector('[data-field=a]').value"), "(2, -3)");
    assert!(page.part("cell-error").is_some_and(|text| text.contains("negative")));
    write("a", "mat1 and mat2 shapes cannot be multiplied (50x20 and 10x20)");
    page.wait_for(&size("a-0"), &json!("50"));
    assert!(message(&page).contains("50x20"));
}

#[test]
fn a_number_of_the_message_lights_its_size_and_the_other_way_round() {
    let page = Visit::default().open("#/shapes?lang=en&op=linear&a=64x1x28x28&b=256x784");
    page.point_at("[data-part=shape-error] [data-twin=\"b-1\"]");
    page.wait_until("the size is lit", "document.querySelector('[data-cell=\"b-1\"]').hasAttribute('data-lit')");
    page.point_at("[data-part=shape-error] [data-twin=\"a-rows\"]");
    page.wait_until(
        "the bracket is lit",
        "document.querySelector('svg [data-twin=\"a-rows\"]').hasAttribute('data-lit')",
    );
    page.eval("document.querySelector('[data-cell=\"a-3\"]').focus()");
    page.wait_until(
        "the number is lit",
        "document.querySelector('[data-part=shape-error] [data-twin=\"a-3\"]').hasAttribute('data-lit')",
    );
}

#[test]
fn softmax_is_a_choice_of_dim() {
    let page = Visit::default().open("#/shapes?lang=en&op=softmax&a=32x10&dim=0");
    assert!(page.part("step-sentence").is_some_and(|text| text.contains("32 samples")));
    page.act("fix-1");
    page.wait_until("dim 1", "document.querySelector('[data-action=\"fix-1\"]').matches('.fix--chosen')");
    page.click("[data-cell=\"a-0\"]");
    page.wait_until("dim 0", "document.querySelector('[data-action=\"fix-0\"]').matches('.fix--chosen')");
}

#[test]
fn on_a_phone() {
    let page = Visit::default().size(360, 780).open("#/shapes?lang=ko&op=matmul&a=2x3x4&b=5x4x6");
    page.no_sideways_scroll();
    let fixes =
        "[...document.querySelectorAll('[data-part=fixes] [data-action^=\"fix-\"]')].filter(e => e.offsetWidth)";
    let inside = format!("{fixes}.every(e => e.getBoundingClientRect().right <= innerWidth)");
    assert_eq!(page.eval(&format!("[{fixes}.length, {inside}]")), json!([2, true]));
    page.click("[data-action=more-fixes]");
    page.wait_for(&format!("[{fixes}.length, {inside}]"), &json!([3, true]));
    page.click("[data-action=more-fixes]");
    page.click("[data-action=sheet-views]");
    page.click("[data-action=error-text]");
    page.copy_elsewhere("mat1 and mat2 shapes cannot be multiplied (50x20 and 10x20)");
    page.press("Control+v");
    page.wait_for(&size("a-0"), &json!("50"));
    page.no_sideways_scroll();
}
