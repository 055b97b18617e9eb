//! The batch through real keys and pointer: loop and batch at every tick, pairs brought to the front, bmm's refusal, and
//! times measured in a worker.

use serde_json::json;

use crate::page::Page;
use crate::visit::Visit;

/// The products of the first example's three pairs, row-major.
const OUT: [f64; 12] = [22., 28., 49., 64., 7., 8., 11., 12., 3., 6., 6., 12.];

#[track_caller]
fn wait_for_step(page: &Page, t: usize, len: usize) {
    let count = "document.querySelector('[data-part=\"count\"]').innerText.replace(/\\s/g, '')";
    page.wait_for(count, &json!(format!("{t}/{len}")));
}

/// The finished cells of a lane: those of each pair in turn, up to `done`.
fn finished(done: impl Fn(usize) -> usize) -> Vec<Option<f64>> {
    (0..12).map(|index| (index % 4 < done(index / 4)).then_some(OUT[index])).collect()
}

#[test]
fn loop_and_batch_agree_at_every_tick() {
    let page = Visit::default().open("#/batch?lang=en");
    for t in 0..=12_usize {
        wait_for_step(&page, t, 12);
        page.wait_for_values("loop", &finished(|pair| t.saturating_sub(pair * 4).min(4)));
        page.wait_for_values("out", &finished(|_| t.min(4)));
        page.stage_key("ArrowRight");
    }
    page.act("workers-one");
    page.stage_key("Home");
    for t in 0..=12_usize {
        wait_for_step(&page, t, 12);
        page.wait_for_values("out", &finished(|pair| t.saturating_sub(pair * 4).min(4)));
        page.stage_key("ArrowRight");
    }
    page.act("workers-each");
    page.choose("grain", "pair");
    wait_for_step(&page, 3, 3);
    page.wait_for_values("out", &finished(|_| 4));
    assert_eq!(page.console_errors(), Vec::<String>::new());
}

#[test]
fn a_pair_comes_to_the_front_and_a_cell_leads_to_its_tick() {
    let page = Visit::default().open("#/batch?lang=en");
    page.click(".pairs.a [data-act=\"front-2\"]");
    page.wait_until("its matrix", "document.querySelector('[data-cell=\"a-2-0-0\"]')");
    wait_for_step(&page, 0, 12);
    page.click("[data-cell=\"loop-1-0-1\"]");
    wait_for_step(&page, 6, 12);
    page.click("[data-cell=\"out-0-1-0\"]");
    wait_for_step(&page, 3, 12);
    page.click(".pairs.a [data-act=\"front-2\"]");
    // The matrix in front is typed into: 5·1 + 1·1 + 1·1.
    page.click("[data-cell=\"a-2-0-0\"]");
    page.type_text("5");
    page.press("Enter");
    page.last();
    let mut out: Vec<Option<f64>> = OUT.map(Some).to_vec();
    (out[8], out[9]) = (Some(7.), Some(14.));
    page.wait_for_values("out", &out);
}

#[test]
fn bmm_refuses_and_matmul_stretches() {
    let page = Visit::default().open("#/batch?lang=en");
    page.act("preset-refuse");
    page.wait_until("PyTorch's words", "document.querySelector('[data-part=shape-error]')");
    let said = page.part("shape-error").expect("a message");
    let expected = "Expected size for first two dimensions of batch2 tensor to be: [1, 3] but got: [3, 3].";
    assert!(said.contains(expected), "{said}");
    page.act("fix-matmul");
    page.last();
    let out = [22., 28., 49., 64., 1., 2., 4., 5., 10., 20., 40., 50.];
    page.wait_for_values("out", &out.map(Some));
    let facts = page.part("facts").expect("the numbers of why");
    assert!(facts.contains("144") && facts.contains("96"), "{facts}");
}

#[test]
fn a_print_out_of_a_stack_is_pasted() {
    let page = Visit::default().open("#/batch?lang=en");
    page.eval("document.querySelector('[data-cell=\"a-0-0-0\"]').focus()");
    page.copy_elsewhere(
        "tensor([[[1., 2., 3.],\n         [4., 5., 6.]],\n\n        [[7., 8., 9.],\n         [1., 0., 1.]]])",
    );
    page.press("Control+v");
    page.wait_until("two matrices", "document.querySelector('[data-part=notice]')?.innerText.includes('(2, 2, 3)')");
    page.wait_until("the first in front", "document.querySelector('[data-cell=\"a-0-1-2\"]').dataset.value === '6'");
    page.eval("document.querySelector('[data-cell=\"a-0-0-0\"]').focus()");
    page.copy_elsewhere(&format!("[{}]", vec!["[[1, 2], [3, 4]]"; 9].join(", ")));
    page.press("Control+v");
    page.wait_until(
        "why not",
        "document.querySelector('dialog')?.innerText.includes('the largest shape is (8, 6, 6)')",
    );
}

#[test]
fn times_are_measured_in_a_worker_and_can_be_cancelled() {
    let page = Visit::default().open("#/batch?lang=en&view=measure&edge=4");
    let known = "Number(document.querySelector('[data-part=chart]')?.dataset.known)";
    let word = "document.querySelector('[data-action=next]').innerText.trim().split('\\n')[0]";
    page.wait_until("a button to measure", &format!("{word}.startsWith('Measure')"));
    page.act("next");
    page.wait_until("something is measured", &format!("{known} > 2"));
    page.act("next");
    page.wait_until("it stops", &format!("{word}.startsWith('Measure')"));
    let before = page.eval(known);
    std::thread::sleep(std::time::Duration::from_millis(400));
    assert_eq!(page.eval(known), before, "nothing is measured after Cancel");
    page.act("next");
    page.wait_until("all is measured", &format!("{known} === 36"));
    page.wait_until("the ratio", "/= \\d/.test(document.querySelector('[data-part=formula]').innerText)");
    // The page answers while the worker works: a key moves the cursor.
    page.act("edge-16");
    page.act("next");
    page.stage_key("Home");
    page.wait_for("document.querySelector('[data-part=count]').innerText", &json!("N = 1"));
    page.wait_until("all is measured", &format!("{known} === 36"));
    assert_eq!(page.console_errors(), Vec::<String>::new());
}
