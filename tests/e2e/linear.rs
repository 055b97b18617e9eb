//! The linear layer through real keys and pointer: every step of the first example in both forms, the light on a
//! number's twins, a weight typed on its edge, the wrong width, the test of linearity.

use serde_json::json;

use crate::page::Page;
use crate::visit::Visit;

const X: [f64; 4] = [2., 1., 3., 1.];
/// Output first, as PyTorch stores it.
const WEIGHT: [[f64; 4]; 3] = [[1., 3., -1., 2.], [0., -1., 2., 1.], [2., 1., 0., -2.]];
const BIAS: [f64; 3] = [1., -2., 3.];

#[track_caller]
pub fn wait_for_step(page: &Page, t: usize, len: usize) {
    let count = "document.querySelector('[data-part=\"count\"]').innerText.replace(/\\s/g, '')";
    page.wait_for(count, &json!(format!("{t}/{len}")));
}

/// What y holds after `t` steps, each of which adds one product or a bias.
fn expected(t: usize) -> Vec<Option<f64>> {
    let of = |output: usize| {
        let done = t.saturating_sub(output * 5).min(5);
        let products: f64 = (0..done.min(4)).map(|input| X[input] * WEIGHT[output][input]).sum();
        (done > 0).then_some(products + if done == 5 { BIAS[output] } else { 0.0 })
    };
    (0..3).map(of).collect()
}

fn sentence(page: &Page) -> String {
    page.part("step-sentence").expect("a sentence")
}

#[test]
fn both_forms_walk_through_the_same_numbers() {
    let page = Visit::default().open("#/linear?lang=en");
    for form in ["math", "torch"] {
        page.act(&format!("form-{form}"));
        page.stage_key("Home");
        for t in 1..=15 {
            page.stage_key("ArrowRight");
            wait_for_step(&page, t, 15);
            page.wait_for_values("y", &expected(t));
        }
    }
    // The bias appended, then taken away: the same result, then the products alone.
    page.act("bias-appended");
    page.wait_for_values("y", &[Some(5.), Some(4.), Some(6.)]);
    assert_eq!(page.cell("one-0").text, "1");
    page.act("bias-none");
    wait_for_step(&page, 12, 12);
    page.wait_for_values("y", &[Some(4.), Some(6.), Some(3.)]);
    page.click("[data-cell=\"y-1\"]");
    wait_for_step(&page, 8, 12);
    assert_eq!(page.console_errors(), Vec::<String>::new());
}

#[test]
fn a_number_lights_its_twins_in_every_form() {
    let page = Visit::default().open("#/linear?lang=en&t=8");
    let lit = "[...document.querySelectorAll('.stage [data-lit]')].map(e => e.dataset.twin ?? e.dataset.cell)";
    for name in ["w-0-1", "b-2", "x-3", "y-0"] {
        page.point_at(&format!("[data-cell=\"{name}\"]"));
        page.wait_until(&format!("{name} is lit"), &format!("{lit}.length > 2 && {lit}.every(n => n === '{name}')"));
        wait_for_step(&page, 8, 15);
    }
    page.point_at("[data-cell=\"w-0-1\"]");
    page.wait_until(
        "the sentence names it",
        "document.querySelector('[data-part=step-sentence]').innerText.includes('weight[0, 1]')",
    );
    page.point_at("[data-part=count]");
    page.wait_until(
        "the walk's own sentence",
        "document.querySelector('[data-part=step-sentence]').innerText.startsWith('From')",
    );
}

#[test]
fn a_weight_is_typed_on_its_edge_and_in_its_cell() {
    let page = Visit::default().open("#/linear?lang=en&t=15");
    page.click(".pill[data-twin=\"w-2-0\"]");
    page.wait_until("a field", "document.activeElement.matches('.number-field')");
    page.type_text("10");
    page.press("Enter");
    // 10·2 + 1·1 + 0·3 − 2·1 + 3.
    page.wait_for_values("y", &[Some(5.), Some(4.), Some(22.)]);
    page.press("Control+z");
    page.wait_for_values("y", &[Some(5.), Some(4.), Some(6.)]);
    page.click("[data-cell=\"w-2-0\"]");
    page.type_text("0");
    page.press("Enter");
    page.wait_for_values("y", &[Some(5.), Some(4.), Some(2.)]);
    page.click(".node[data-twin=\"y-0\"]");
    wait_for_step(&page, 5, 15);
}

#[test]
fn the_wrong_width_is_told_and_fixed() {
    let page = Visit::default().open("#/linear?lang=en");
    page.act("preset-width");
    page.wait_until("PyTorch's words", "document.querySelector('[data-part=shape-error]')");
    let said = page.part("shape-error").expect("a message");
    assert!(said.contains("addmm: mat1 and mat2 shapes cannot be multiplied (1x5 and 4x3)"), "{said}");
    assert!(sentence(&page).contains("x₅ has no weight"), "{}", sentence(&page));
    // Those who listen are told of it too.
    page.wait_until("spoken", "document.querySelector('[data-part=live]').innerText.includes('1x5 and 4x3')");
    page.wait_until("biases stay", "[...document.querySelectorAll('.graph .pill--bias')].length === 3");
    page.act("fix-layer");
    wait_for_step(&page, 0, 18);
    page.last();
    page.wait_for_values("y", &[Some(5.), Some(4.), Some(6.)]);
}

#[test]
fn the_bias_breaks_linearity() {
    let page = Visit::default().open("#/linear?lang=en");
    page.act("preset-linear");
    for t in 1..=4 {
        page.act("next");
        wait_for_step(&page, t, 4);
    }
    let drawn = page.text("document.querySelector('.probe').textContent");
    for words in ["✓ equal: linear", "✗ off by b", "(1, −2, 3)", "✗ a negative was cut"] {
        assert!(drawn.contains(words), "{words}: {drawn}");
    }
    page.act("test-3");
    page.last();
    page.wait_until("twice the bias", "document.querySelector('.probe').textContent.includes('(2, −4, 6)')");
    page.act("form-math");
    page.wait_until("panels again", "document.querySelector('[data-cell=\"w-0-0\"]')");
    page.no_sideways_scroll();
    assert_eq!(page.console_errors(), Vec::<String>::new());
}

/// A point of an edge where nothing lies over it, and no pill or node is so near that a finger would mean that.
const FREE_POINT: &str = "(edge => { const matrix = edge.getScreenCTM(), length = edge.getTotalLength(); \
    const near = (x, y) => document.elementFromPoint(x, y)?.closest('.pill, .node'); \
    for (let part = 0.05; part < 1; part += 0.01) { const at = edge.getPointAtLength(part * length).matrixTransform(matrix); \
    const around = [-16, 0, 16].flatMap(x => [-16, 0, 16].map(y => [at.x + x, at.y + y])); \
    if (document.elementFromPoint(at.x, at.y) === edge && !around.some(([x, y]) => near(x, y))) return [at.x, at.y]; } \
    return null; })";

#[test]
fn a_finger_on_an_edge_opens_its_weight() {
    let page = Visit::default().size(360, 780).open("#/linear?lang=en&t=8");
    page.devtools("Emulation.setTouchEmulationEnabled", json!({ "enabled": true }));
    // y₂ is in front: these are edges of the other outputs.
    for (twin, value) in [("w-0-3", "2"), ("w-2-2", "0")] {
        let at = page.eval(&format!("{FREE_POINT}(document.querySelector('.edge-hit[data-twin={twin}]'))"));
        assert!(at.is_array(), "{twin} can be seen");
        page.devtools(
            "Input.dispatchTouchEvent",
            json!({ "type": "touchStart", "touchPoints": [{ "x": at[0], "y": at[1] }] }),
        );
        page.devtools("Input.dispatchTouchEvent", json!({ "type": "touchEnd", "touchPoints": [] }));
        page.wait_until("a field", "document.activeElement.matches('.number-field')");
        assert_eq!(page.text("document.activeElement.value"), value);
        page.press("Escape");
        page.wait_until("no field", "!document.querySelector('.number-field')");
    }
}

#[test]
fn the_test_of_linearity_says_what_is_true_and_all_of_it_is_in_sight() {
    let inside = "[...document.querySelectorAll('.probe text')].every(text => { const own = text.getBoundingClientRect(), \
                  box = document.querySelector('.fit').getBoundingClientRect(); \
                  return own.left >= box.left - 1 && own.right <= box.right + 1 && own.bottom <= box.bottom + 1; })";
    let address = "view=probe&x=2x4:2,1,3,1,1,0,2,-1&t=4";
    for (size, more) in [((360, 780), ""), ((820, 1180), ""), ((1366, 650), ""), ((600, 420), "&embed=1")] {
        for language in ["en", "ko"] {
            let page = Visit::default().size(size.0, size.1).open(&format!("#/linear?lang={language}&{address}{more}"));
            page.wait_until(&format!("all in sight at {size:?} in {language}"), inside);
            assert_eq!(page.eval("document.querySelectorAll('.probe .t-bad').length >= 2"), json!(true));
        }
    }
    // A negative factor breaks ReLU, no positive one does.
    let page = Visit::default().open(&format!("#/linear?lang=en&{address}"));
    page.act("test-3");
    page.last();
    page.wait_until("always equal", "document.querySelector('.probe').textContent.includes('any factor above 0')");
    // The numbers that are put in are typed where they stand.
    page.click(".probe [data-number=\"x-0\"]");
    page.wait_until("a field", "document.activeElement.matches('.number-field')");
    page.type_text("7");
    page.press("Enter");
    page.wait_until("typed", "document.querySelector('[data-cell=\"in-0-0\"]').textContent === '7'");
    page.wait_until("and tripled", "document.querySelector('[data-cell=\"in-2-0\"]').textContent === '21'");
}

#[test]
fn eight_inputs_and_outputs_fit_a_telephone() {
    for t in [0, 20, 72] {
        let page = Visit::default().size(360, 780).open(&format!("#/linear?lang=ko&t={t}"));
        page.eval("document.querySelector('[data-action=\"preset-eight\"]').click()");
        page.stage_key("End");
        let scrolls = "(fit => [fit.scrollWidth - fit.clientWidth, fit.scrollHeight - fit.clientHeight])(document.querySelector('.fit'))";
        page.wait_for(scrolls, &json!([0, 0]));
    }
}
