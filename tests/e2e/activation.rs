//! Activation functions through real keys and pointer: the walk to f and f', the point, layers, dead neurons, a matrix,
//! functions over one another, and a result that comes from another lesson. Expected numbers are worked out by hand.

use serde_json::json;

use crate::page::Page;
use crate::visit::Visit;

const SENTENCE: &str = "document.querySelector('[data-part=\"step-sentence\"]').innerText";

/// The text of a number of the drawing.
fn shown(page: &Page, cell: &str) -> String {
    page.text(&format!("document.querySelector('[data-cell=\"{cell}\"]').textContent.trim()"))
}

/// Its whole value.
fn value(page: &Page, cell: &str) -> f64 {
    let text = page.text(&format!("document.querySelector('[data-cell=\"{cell}\"]').dataset.value"));
    text.parse().unwrap_or_else(|_| panic!("{cell} is {text}"))
}

#[track_caller]
fn wait_for_step(page: &Page, t: usize, len: usize) {
    let count = "document.querySelector('[data-part=\"count\"]')?.innerText.replace(/\\s/g, '')";
    page.wait_for(count, &json!(format!("{t}/{len}")));
}

#[track_caller]
fn wait_for_shown(page: &Page, cell: &str, text: &str) {
    page.wait_for(&format!("document.querySelector('[data-cell=\"{cell}\"]')?.textContent.trim()"), &json!(text));
}

#[track_caller]
fn wait_for_words(page: &Page, words: &str) {
    page.wait_until(words, &format!("{SENTENCE}.includes({})", json!(words)));
}

/// Types into the field of the numbers card.
fn type_scalar(page: &Page, name: &str, text: &str) {
    page.click(&format!("[data-action=\"scalar-{name}-0\"]"));
    page.press("Control+a");
    page.type_text(text);
    page.press("Enter");
}

#[test]
fn the_walk_to_f_and_its_slope() {
    let page = Visit::default().open("#/activation?lang=en");
    wait_for_step(&page, 0, 6);
    assert_eq!(shown(&page, "f-sigmoid"), "?");
    for t in 1..=6 {
        page.stage_key("ArrowRight");
        wait_for_step(&page, t, 6);
    }
    // 1 / (1 + e^-1), times what is missing to 1.
    assert_eq!((shown(&page, "f-sigmoid"), shown(&page, "df-sigmoid")), ("0.7311".into(), "0.1966".into()));
    assert!((value(&page, "f-sigmoid") - 0.731_058_578_6).abs() < 1e-9);
    assert!((value(&page, "df-sigmoid") - 0.196_611_933_2).abs() < 1e-9);
    assert_eq!((shown(&page, "f-tanh"), shown(&page, "df-tanh")), ("0.7616".into(), "0.42".into()));
    assert_eq!((shown(&page, "f-relu"), shown(&page, "df-relu")), ("1".into(), "1".into()));
    let formula = page.text("document.querySelector('[data-part=\"formula\"]').textContent.replace(/\\s/g, '')");
    assert_eq!(formula, "f′(1)=0.7311·0.2689→0.1966");
    // A row of the ladder leads to its step.
    page.click("[data-act=\"step-3\"]");
    wait_for_step(&page, 3, 6);
    wait_for_words(&page, "1 + e⁻ˣ = 1.368. Next 1 ÷ 1.368");
    assert_eq!(page.console_errors(), Vec::<String>::new());
}

/// Drags the point to a place of the left half, as a mouse does.
fn drag_to(page: &Page, share: f64) {
    let place = page.eval(
        "(r => [r.left, r.width, r.top + r.height / 2])\
         (document.querySelector('[data-slide] .ground').getBoundingClientRect())",
    );
    let [left, width, y] = [0, 1, 2].map(|i| place[i].as_f64().expect("a pixel"));
    let send = |kind: &str, at: f64| {
        let event = json!({
            "type": kind, "x": left + width * at, "y": y, "button": "left", "buttons": 1, "clickCount": 1
        });
        page.devtools("Input.dispatchMouseEvent", event);
    };
    send("mousePressed", share - 0.1);
    send("mouseMoved", share - 0.05);
    send("mouseMoved", share);
    send("mouseReleased", share);
}

#[test]
fn while_it_is_dragged_the_point_is_there_at_once_and_then_all_is_as_on_a_fresh_page() {
    const MOVE: &str = "const [done] = arguments; const ground = document.querySelector('[data-slide] .ground'); \
        const r = ground.getBoundingClientRect(); const send = (kind, share) => ground.dispatchEvent(new PointerEvent(kind, \
        { clientX: r.left + r.width * share, clientY: r.top + 20, pointerId: 1, button: 0, buttons: 1, isPrimary: true, \
        bubbles: true })); send('pointerdown', 0.5); send('pointermove', 0.75); requestAnimationFrame(() => { \
        const at = document.querySelector('[data-slide] .pill + text').textContent; send('pointermove', 0.7); \
        send('pointerup', 0.7); setTimeout(() => done(at), 50); });";
    const PICTURE: &str = "document.querySelector('[data-part=\"picture\"]').innerHTML";
    let page = Visit::default().open("#/activation?lang=en");
    for address in [
        "#/activation?lang=en&f=relu,tanh",
        "#/activation?lang=en&view=chain&t=3",
        "#/activation?lang=en&view=matrix&t=2",
    ] {
        page.go(address);
        page.wait_until_ready();
        // Three quarters of -6 … 6, to a pixel.
        let at = page.eval_async(MOVE, vec![]);
        assert!(at.as_str().is_some_and(|at| at.contains("= 2.9") || at.contains("= 3")), "{address}: {at}");
        // The address is written at most twice a second.
        page.eval_async("setTimeout(arguments[0], 1100);", vec![]);
        let moved = page.text(PICTURE);
        let link = page.text("location.hash");
        page.go("#/");
        page.go(&link);
        page.wait_until_ready();
        assert!(page.text(PICTURE) == moved, "{link}: the picture is another after a drag");
    }
    assert_eq!(page.console_errors(), Vec::<String>::new());
}

#[test]
fn the_point_is_dragged_moved_by_keys_and_typed() {
    let page = Visit::default().open("#/activation?lang=en");
    // Three quarters of -6 … 6, to a pixel: the slope at 2.95 is 0.0473, at 3 it is 0.0452, at 3.05 0.0432.
    drag_to(&page, 0.75);
    wait_for_step(&page, 6, 6);
    page.wait_until(
        "the point is at 3",
        "Math.abs(document.querySelector('[data-cell=\"df-sigmoid\"]').dataset.value - 0.0452) < 0.0022",
    );
    page.wait_until("the stage has the focus", "document.activeElement.matches('[data-part=stage]')");
    page.press("Control+z");
    wait_for_shown(&page, "df-sigmoid", "0.1966");
    page.eval("document.querySelector('[data-slide=\"x-0\"]').focus()");
    page.press("ArrowRight");
    wait_for_shown(&page, "f-sigmoid", "0.7503");
    page.press("Shift+ArrowLeft");
    // x = 0.1.
    wait_for_shown(&page, "f-sigmoid", "0.525");
    page.press("Home");
    wait_for_shown(&page, "f-sigmoid", "0.002473");
    wait_for_words(&page, "Saturated");
    type_scalar(&page, "x", "0");
    wait_for_shown(&page, "df-sigmoid", "0.25");
    type_scalar(&page, "x", "2x");
    wait_for_words(&page, "2x");
    assert_eq!(shown(&page, "f-sigmoid"), "?");
    assert_eq!(page.text("document.querySelector('[data-action=\"scalar-x-0\"]').value"), "2x");
}

#[test]
fn a_gradient_goes_back_through_layers() {
    let page = Visit::default().open("#/activation?lang=en");
    page.act("preset-quarter");
    wait_for_step(&page, 10, 10);
    // 0.25 to the 10th.
    assert_eq!(value(&page, "chain-10"), 1.0 / 1_048_576.0);
    page.to("#/activation?lang=en&view=chain&f=sigmoid,relu&x=1&t=0");
    for k in 1..=10 {
        page.stage_key("ArrowRight");
        wait_for_step(&page, k, 10);
        let expected = 0.196_611_933_241_481_85_f64.powi(k as i32);
        assert!((value(&page, &format!("chain-{k}")) / expected - 1.0).abs() < 1e-12, "layer {k}");
    }
    wait_for_words(&page, "What reaches the input: 8.63×10⁻⁸. 1/11,600,000 of it is left.");
    page.click("[data-act=\"first-relu\"]");
    wait_for_words(&page, "Nothing is lost.");
    page.click("[data-act=\"w-fewer\"]");
    wait_for_shown(&page, "chain-10", "9.77e−4");
    page.click("[data-act=\"feed-forward\"]");
    page.click("[data-act=\"depth-more\"]");
    wait_for_step(&page, 10, 11);
    page.stage_key("End");
    wait_for_shown(&page, "chain-11", "4.88e−4");
}

#[test]
fn dead_neurons_are_found_and_wake() {
    let page = Visit::default().open("#/activation?lang=en&view=ward&f=relu");
    wait_for_step(&page, 0, 6);
    for t in 1..=6 {
        page.stage_key("ArrowRight");
        wait_for_step(&page, t, 6);
    }
    let sums = |page: &Page| (0..6).map(|col| shown(page, &format!("wardsum-{col}"))).collect::<Vec<_>>().join(" ");
    assert_eq!(sums(&page), "2 0 4 1 0 2");
    assert!(page.part("shape-tie").expect("a count").contains("2 / 6"));
    page.eval("document.querySelector('[data-slide=\"bias-0\"]').focus()");
    for _ in 0..5 {
        page.press("ArrowRight");
    }
    wait_for_shown(&page, "wardsum-4", "2");
    assert_eq!(sums(&page), "2 0 4 2 2 2");
    page.press("End");
    wait_for_shown(&page, "wardsum-1", "4");
    type_scalar(&page, "bias", "0");
    wait_for_shown(&page, "wardsum-1", "0");
    page.click("[data-act=\"centre-on\"]");
    wait_for_shown(&page, "wardsum-1", "1");
    page.wait_until("the arrows step", "document.activeElement.matches('[data-part=stage]')");
    assert_eq!(sums(&page), "2 1 2 2 2 2");
    page.click("[data-act=\"centre-off\"]");
    page.click("[data-act=\"unit-leaky_relu\"]");
    wait_for_shown(&page, "wardsum-1", "0.04");
    assert_eq!(sums(&page), "2.02 0.04 4 1.03 0.04 2.02");
}

#[test]
fn a_matrix_cell_by_cell_and_a_cell_that_is_typed() {
    let page = Visit::default().open("#/activation?lang=en&view=matrix");
    page.stage_key("End");
    wait_for_shown(&page, "out-1-2", "0.8808");
    let cells = ["out-0-0", "out-0-1", "out-0-2", "out-1-0", "out-1-1"].map(|cell| shown(&page, cell));
    assert_eq!(cells, ["0.1192", "0.7311", "0.3775", "0.6225", "0.2689"]);
    assert!(page.text("document.querySelector('[data-part=\"picture\"]').textContent").contains("0.5833"));
    page.eval("document.querySelector('[data-number=\"a-0\"]').focus()");
    page.press("ArrowDown");
    page.press("ArrowRight");
    assert_eq!(page.text("document.activeElement.dataset.number"), "a-4");
    page.press("Enter");
    page.wait_until("a field is open", "document.activeElement.matches('.number-field')");
    page.type_text("0");
    page.press("Enter");
    wait_for_shown(&page, "out-1-1", "0.5");
    page.press("Escape");
    // Its number is where the curve goes on.
    page.click("[data-act=\"step-4\"]");
    page.stage_key("1");
    wait_for_step(&page, 0, 6);
    page.stage_key("End");
    wait_for_shown(&page, "f-sigmoid", "0.6225");
}

#[test]
fn a_product_goes_on_to_an_activation_and_back() {
    let page = Visit::default().open("#/product?lang=en&t=12");
    page.click("[data-part=\"hand-over\"]");
    wait_for_step(&page, 0, 4);
    assert_eq!(["a-0-0", "a-0-1", "a-1-0", "a-1-1"].map(|cell| value(&page, cell)), [22., 28., 49., 64.]);
    page.stage_key("End");
    wait_for_shown(&page, "out-0-0", "1");
    page.back();
    wait_for_step(&page, 12, 12);
}
