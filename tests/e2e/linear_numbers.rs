//! Numbers of the graph as they are typed, reached by keys, and pasted; choices by pointer and by key.

use serde_json::json;

use crate::linear::wait_for_step;
use crate::visit::Visit;

#[test]
fn a_number_of_the_graph_is_what_is_stored_not_what_is_drawn() {
    // Drawn are ×2, b₃ +3 and ≈0.33333.
    let page = Visit::default().open("#/linear?lang=en&t=15&x=4:0.3333333,1,3,1");
    let value = |name: &str| page.text(&format!("document.querySelector('[data-cell=\"{name}\"]').dataset.value"));
    let open = |name: &str| {
        page.eval(&format!(
            "document.querySelector('.graph :is(.pill, .node)[data-twin=\"{name}\"]')\
             .dispatchEvent(new MouseEvent('click', {{ bubbles: true, detail: 1 }}))"
        ));
        page.wait_until("a field", "document.activeElement.matches('.number-field')");
        page.text("document.activeElement.value")
    };
    for (name, text) in [("w-2-0", "2"), ("b-2", "3"), ("x-0", "0.3333333")] {
        assert_eq!(open(name), text, "{name}");
        page.press("Enter");
        page.wait_until("it is closed", "!document.querySelector('.number-field')");
        assert_eq!(value(name).parse::<f32>().ok(), text.parse::<f32>().ok(), "{name} is left as it is");
    }
    assert_eq!(open("w-2-0"), "2");
    page.press("ArrowUp");
    page.press("ArrowUp");
    page.press("ArrowDown");
    assert_eq!(page.text("document.activeElement.value"), "3");
    assert_eq!(value("w-2-0"), "3", "the arrows change it at once");
    page.press("Escape");
    page.wait_until("Escape gives it back", "document.querySelector('[data-cell=\"w-2-0\"]').dataset.value === '2'");
}

#[test]
fn every_edge_is_reached_by_keys() {
    let page = Visit::default().open("#/linear?lang=en&t=15");
    let twin = "document.activeElement.dataset.twin ?? document.activeElement.dataset.cell ?? ''";
    page.eval("document.querySelector('.graph [data-twin=\"y-2\"]').focus()");
    page.press("ArrowUp");
    page.wait_until("the output above", &format!("({twin}) === 'y-1'"));
    page.press("Tab");
    page.wait_until("its first edge", &format!("({twin}) === 'w-1-0'"));
    page.press("5");
    page.press("Enter");
    page.wait_until("it is stored", "document.querySelector('[data-cell=\"w-1-0\"]').dataset.value === '5'");
    page.wait_until("the focus is in the lesson", "document.activeElement !== document.body");
    // The arrows to the sides walk on as everywhere.
    page.eval("document.querySelector('.graph [data-twin=\"y-1\"]').focus()");
    page.press("ArrowLeft");
    wait_for_step(&page, 14, 15);
}

#[test]
fn a_form_is_chosen_and_the_arrows_go_on_walking() {
    let page = Visit::default().open("#/linear?lang=en&t=8");
    page.click("[data-action=bias-none]");
    page.wait_until("no bias", "!document.querySelector('[data-cell=\"b-0\"]')");
    page.wait_until("the stage has the focus", "document.activeElement.dataset.part === 'stage'");
    page.press("ArrowRight");
    page.wait_until("a step on", "document.querySelector('[data-part=count]').textContent.startsWith('8')");
    assert_eq!(page.eval("document.querySelector('[data-cell=\"b-0\"]')"), json!(null), "the choice stays");
    // By a key the cells fly as by a press, and a focus that was on one of them is not lost.
    page.eval("document.querySelector('[data-cell=\"y-1\"]').focus()");
    page.press("2");
    page.wait_until("a flight", "document.querySelector('.pic--flies')");
    page.wait_until(
        "in the code too",
        "[...document.querySelectorAll('.beside .token')].some(token => getComputedStyle(token).animationName === 'fly')",
    );
    page.wait_until("the focus", "document.activeElement.matches('[data-part=stage], [data-part=stage] *')");
    // A size that does not fit, taken back, brings back the step.
    page.act("width-x-more");
    page.wait_until("a clash", "document.querySelector('[data-part=shape-error]')");
    page.press("Control+z");
    page.wait_until("the step again", "document.querySelector('[data-part=count]').textContent.startsWith('8')");
}

#[test]
fn what_does_not_go_in_is_told_and_changes_nothing() {
    let page = Visit::default().open("#/linear?lang=en&t=15");
    page.act("paste-b");
    page.wait_until("the dialog", "document.querySelector('dialog textarea')");
    page.type_text("[1, 2]");
    page.act("paste-use");
    page.wait_until(
        "it is told",
        "document.querySelector('[data-part=notice]')?.innerText.includes('does not go in there')",
    );
    page.wait_for_values("b", &[Some(1.), Some(-2.), Some(3.)]);
}
