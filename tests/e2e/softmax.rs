//! The softmax through real keys and pointer: each phase of the first example with its numbers, the walls of the three
//! types, dragging, the ruler, readings, the matrix and its dim, PyTorch's error.

use serde_json::json;

use crate::page::Page;
use crate::visit::Visit;

fn text(page: &Page, cell: &str) -> String {
    page.text(&format!("document.querySelector('[data-cell=\"{cell}\"] > text')?.textContent"))
}

fn column(page: &Page, name: &str, n: usize) -> Vec<String> {
    (0..n).map(|i| text(page, &format!("{name}-{i}"))).collect()
}

fn sentence(page: &Page) -> String {
    page.part("step-sentence").expect("a sentence")
}

#[track_caller]
fn wait_for_step(page: &Page, t: usize, len: usize) {
    let count = "document.querySelector('[data-part=\"count\"]').innerText.replace(/\\s/g, '')";
    page.wait_for(count, &json!(format!("{t}/{len}")));
}

#[test]
fn each_phase_puts_its_numbers_into_one_drawing() {
    let page = Visit::default().open("#/softmax?lang=en");
    wait_for_step(&page, 0, 20);
    assert_eq!(column(&page, "e", 4), ["", "", "", ""]);
    for t in 1..=20 {
        page.stage_key("ArrowRight");
        wait_for_step(&page, t, 20);
    }
    // e^-2, e^0, e^-1, e^-4, their sum, and each divided by it.
    assert_eq!(column(&page, "x", 4), ["−2", "0", "−1", "−4"]);
    assert_eq!(column(&page, "e", 4), ["0.1353", "1", "0.3679", "0.01832"]);
    assert_eq!(text(&page, "sum"), "S 1.522");
    assert_eq!(column(&page, "p", 4), ["0.08895", "0.6572", "0.2418", "0.01204"]);
    assert!(sentence(&page).contains("65.7%"));
    // The words of the walk lead to the first step of a phase; a computed number to the step that finishes it.
    for (word, t) in [("max", 1), ("shift", 5), ("exp", 9), ("sum", 13), ("divide", 17)] {
        page.act(&format!("phase-{word}"));
        wait_for_step(&page, t, 20);
    }
    page.click("[data-cell=\"e-2\"]");
    wait_for_step(&page, 11, 20);
    assert!(sentence(&page).contains("0.3679"));
    assert_eq!(page.console_errors(), Vec::<String>::new());
}

#[test]
fn each_type_ends_at_its_own_place() {
    let page = Visit::default().open("#/softmax?lang=en");
    for (precision, below, at, last) in [
        ("f16", "11.08", "11.09", "64736"),
        ("f32", "88.722", "88.723", "3.4e38"),
        ("f64", "709.78", "709.79", "1.79e308"),
    ] {
        page.to(&format!("#/softmax?lang=en&z=2:{below},0&mode=naive&prec={precision}&t=1"));
        page.wait_for("document.querySelector('[data-cell=\"e-0\"] > text')?.textContent", &json!(last));
        // Typed into the cell, the next hundredth is over the wall.
        page.click("[data-number=\"z-0\"] > rect");
        page.wait_until("a field is open", "document.activeElement.matches('.number-field')");
        page.type_text(at);
        page.press("Enter");
        page.wait_for("document.querySelector('[data-cell=\"e-0\"] > text')?.textContent", &json!("inf"));
    }
    // The six ways to compute stand side by side, and a press opens one at the same place.
    page.act("case-stable-f32");
    page.wait_for(
        "document.querySelector('[data-action=\"case-stable-f32\"]').getAttribute('aria-pressed')",
        &json!("true"),
    );
    page.stage_key("End");
    page.wait_until("no NaN", "!document.querySelector('svg.soft').textContent.includes('NaN')");
}

/// Drags what the selector finds by so many pixels, as a mouse does.
fn drag(page: &Page, selector: &str, by: f64) {
    let middle = page.eval(&format!(
        "(r => [r.left + r.width / 2, r.top + r.height / 2])(document.querySelector({}).getBoundingClientRect())",
        json!(selector)
    ));
    let (x, y) = (middle[0].as_f64().expect("x"), middle[1].as_f64().expect("y"));
    let send = |kind: &str, x: f64| {
        let event = json!({ "type": kind, "x": x, "y": y, "button": "left", "buttons": 1, "clickCount": 1 });
        page.devtools("Input.dispatchMouseEvent", event);
    };
    send("mousePressed", x);
    for part in 1..=4 {
        send("mouseMoved", x + by * f64::from(part) / 4.0);
    }
    send("mouseReleased", x + by);
}

#[test]
fn points_and_the_ruler_are_dragged_and_moved_by_keys() {
    let page = Visit::default().open("#/softmax?lang=en&z=4:1,3,2,-1&t=20");
    let before = column(&page, "p", 4);
    drag(&page, "[data-slide=\"ruler-0\"]", -60.0);
    page.wait_until("the scores changed", "document.querySelector('[data-cell=\"z-0\"]').dataset.value !== '1'");
    assert_eq!(column(&page, "p", 4), before, "only differences count");
    page.press("Control+z");
    page.wait_until("the scores are back", "document.querySelector('[data-cell=\"z-0\"]').dataset.value === '1'");
    drag(&page, "[data-slide=\"z-3\"] .grip", 80.0);
    page.wait_until("the score changed", "Number(document.querySelector('[data-cell=\"z-3\"]').dataset.value) > -0.5");
    assert_ne!(column(&page, "p", 4), before);
    page.wait_until("the stage has the focus", "document.activeElement.matches('[data-part=stage]')");
    page.press("Control+z");
    page.wait_until("one undo", "document.querySelector('[data-cell=\"z-3\"]').dataset.value === '-1'");
    page.eval("document.querySelector('[data-slide=\"z-3\"]').focus()");
    page.press("ArrowRight");
    page.wait_until("one notch", "document.querySelector('[data-cell=\"z-3\"]').dataset.value === '-0.9'");
    page.press("Shift+ArrowRight");
    page.wait_until("ten notches", "document.querySelector('[data-cell=\"z-3\"]').dataset.value === '0.1'");
    wait_for_step(&page, 20, 20);
}

#[test]
fn the_three_readings_and_the_temperature() {
    let page = Visit::default().open("#/softmax?lang=en&z=4:1,3,2,-1");
    page.stage_key("2");
    page.wait_until(
        "the ratio",
        "document.querySelector('[data-part=step-sentence]').innerText.includes('7.389 times')",
    );
    page.stage_key("3");
    page.stage_key("End");
    page.wait_until(
        "the loss",
        "document.querySelector('[data-part=step-sentence]').innerText.includes('loss is 2.42')",
    );
    assert_eq!(column(&page, "lp", 4), ["−2.42", "−0.4197", "−1.42", "−4.42"]);
    page.stage_key("1");
    page.stage_key("End");
    let field = "[data-action=\"scalar-temp-0\"]";
    for (temperature, second) in [("0.3", "0.9644"), ("20", "0.2721")] {
        page.click(field);
        page.press("Control+a");
        page.type_text(temperature);
        page.press("Enter");
        page.wait_for("document.querySelector('[data-cell=\"p-1\"] > text')?.textContent", &json!(second));
    }
    page.click(field);
    page.press("Control+a");
    page.type_text("0");
    page.press("Enter");
    page.wait_until("why not", "document.querySelector('[data-part=step-sentence]').innerText.includes('argmax')");
    assert_eq!(page.text(&format!("document.querySelector({}).value", json!(field))), "0", "it stays as typed");
}

#[test]
fn a_matrix_sums_along_the_dim_that_is_switched() {
    let page = Visit::default().open("#/softmax?lang=en&z=2x3:1,2,3,3,3,3&dim=1&t=99");
    let sums = "[...document.querySelectorAll('.margins > text')].map(text => text.textContent).join(' ')";
    page.wait_for(sums, &json!("= 1 = 1 0.423 0.578 0.999"));
    page.act("dim-0");
    page.stage_key("End");
    page.wait_for(sums, &json!("0.888 2.11 = 1 = 1 = 1"));
    page.to("#/softmax?lang=en&z=2x3:1,2,3,3,3,3&dim=2");
    let message = page.part("shape-error").expect("PyTorch's words");
    assert_eq!(message, "IndexError: Dimension out of range (expected to be in range of [-2, 1], but got 2)");
    page.act("fix-1");
    page.wait_until("it is mended", "!document.querySelector('[data-part=shape-error]')");
}

#[test]
fn after_a_press_the_arrows_step_and_computed_numbers_are_one_tab_stop() {
    let page = Visit::default().open("#/softmax?lang=en&t=12");
    page.act("phase-sum");
    wait_for_step(&page, 13, 20);
    page.press("ArrowRight");
    wait_for_step(&page, 14, 20);
    // A number that is still to come, the sum, the largest: each to its step, and then the arrows step.
    for (cell, t) in [("p-2", 19), ("sum", 16), ("m", 4)] {
        page.click(&format!("[data-cell=\"{cell}\"] > rect"));
        wait_for_step(&page, t, 20);
    }
    page.press("ArrowLeft");
    wait_for_step(&page, 3, 20);
    // With keys: one of them is a Tab stop, the arrows go on, Enter presses.
    assert_eq!(page.eval("document.querySelectorAll('.cell-box[tabindex=\"0\"]').length"), json!(1));
    page.eval("document.querySelector('.cell-box[tabindex=\"0\"]').focus()");
    for key in ["ArrowRight", "ArrowDown", "ArrowDown"] {
        page.press(key);
    }
    page.wait_for("document.activeElement.dataset.cell", &json!("e-2"));
    page.press("Enter");
    wait_for_step(&page, 11, 20);
    // The labels of the scores pick the right class, by pointer too.
    page.to("#/softmax?lang=en&view=log&t=21");
    page.click(".pick[data-act=\"class-2\"] rect");
    page.wait_until("the third", "document.querySelector('.pick[data-act=\"class-2\"]').ariaPressed === 'true'");
    page.wait_until("the stage has the focus", "document.activeElement.matches('[data-part=stage]')");
    page.to("#/softmax?lang=en&z=2x3:1,2,3,3,3,3&dim=1&view=log&t=99");
    page.click(".picks > [data-act=\"class-1\"]");
    page.wait_until("the star", "document.querySelector('.dots').textContent.includes('★')");
    page.wait_until("of the second", "location.hash.includes('class=2')");
    assert_eq!(page.console_errors(), Vec::<String>::new());
}
