//! The Shapes lesson by real keys and presses: verdicts in both languages and wordings, every fix.

use serde_json::json;

use crate::expect::shape_line;
use crate::page::Page;
use crate::visit::Visit;

/// The sizes of the result in the picture; `null` while there is none.
pub const OUT: &str = "(cells => cells.length ? cells.map(cell => Number(cell.dataset.value)) : null)\
                       ([...document.querySelectorAll('[data-cell^=\"out-\"]')])";

/// PyTorch's text in the formula line.
pub fn message(page: &Page) -> String {
    page.part("shape-error").unwrap_or_default()
}

/// A size of the picture.
pub fn size(name: &str) -> String {
    format!("document.querySelector('[data-cell=\"{name}\"]')?.dataset.value")
}

const ADDMM: &str = "addmm: mat1 and mat2 shapes cannot be multiplied (1792x28 and 784x256)";

#[test]
fn each_kind_of_verdict_in_both_languages() {
    let page = Visit::default().open("#/shapes?lang=en");
    for (hash, text, english, korean) in [
        ("op=linear&a=64x1x28x28&b=256x784", ADDMM, "x ends in 28, the layer takes 784", "층의 입력 수 784"),
        (
            "op=matmul&a=2x3x4&b=5x4x6",
            "The size of tensor a (2) must match the size of tensor b (5) at non-singleton dimension 0",
            "dim 0: 2 ≠ 5",
            "dim 0: 2 ≠ 5",
        ),
        (
            "op=matmul&a=10x5x20&b=10x20",
            "mm: mat1 and mat2 shapes cannot be multiplied (50x20 and 10x20)",
            "a ends in 20, b’s second-to-last dimension is 10",
            "20",
        ),
        (
            "op=bmm&a=1x3x4&b=2x4x5",
            "Expected size for first two dimensions of batch2 tensor to be: [1, 4] but got: [2, 4].",
            "bmm never stretches",
            "bmm은",
        ),
        ("op=bmm&a=3x4&b=2x4x5", "batch1 must be a 3D tensor", "a is 2-D", "a: 2차원"),
        (
            "op=softmax&a=5&dim=1",
            "IndexError: Dimension out of range (expected to be in range of [-1, 0], but got 1)",
            "dim 1 was asked for",
            "1차원",
        ),
        (
            "op=add&a=32x64&b=32x128",
            "The size of tensor a (64) must match the size of tensor b (128) at non-singleton dimension 1",
            "dim 1: 64 ≠ 128",
            "dim 1: 64 ≠ 128",
        ),
        ("op=matmul&a=3&b=4", "inconsistent tensor size, expected tensor [3] and src [4]", "a ends in 3", "3"),
    ] {
        for (language, said) in [("en", english), ("ko", korean)] {
            page.to(&format!("#/shapes?lang={language}&{hash}"));
            assert!(message(&page).contains(text), "{hash}: {}", message(&page));
            let sentence = page.part("step-sentence").unwrap_or_default();
            assert!(sentence.contains(said), "{hash}: {sentence}");
            assert_eq!(page.eval(OUT), json!(null), "{hash}");
        }
    }
    for (hash, out) in [
        ("op=matmul&a=2x1x3x4&b=5x4x6", json!([2, 5, 3, 6])),
        ("op=linear&a=8x5x128&b=10x128", json!([8, 5, 10])),
        ("op=matmul&a=3&b=3x2", json!([2])),
        ("op=matmul&a=2x0&b=0x3", json!([2, 3])),
        ("op=add&a=32x1&b=32", json!([32, 32])),
        ("op=softmax&a=32x10&dim=0", json!([32, 10])),
    ] {
        page.to(&format!("#/shapes?lang=en&{hash}"));
        assert_eq!(page.eval(OUT), out, "{hash}");
        assert_eq!(page.part("shape-error"), None, "{hash}");
    }
}

#[test]
fn both_wordings() {
    let page = Visit::default().open("#/shapes?lang=en&op=linear&a=64x1x28x28&b=256x784");
    assert!(message(&page).contains(ADDMM));
    page.act("text-old");
    page.wait_until("the older text", "!document.querySelector('[data-part=shape-error]').innerText.includes('addmm')");
    assert!(message(&page).ends_with("RuntimeError: mat1 and mat2 shapes cannot be multiplied (1792x28 and 784x256)"));
    page.act("without-bias");
    page.act("text-new");
    page.wait_until("mm", "document.querySelector('[data-part=shape-error]').innerText.includes(': mm: mat1')");
}

#[test]
fn the_walk_steps_by_keys_and_stops_where_pytorch_stops() {
    let page = Visit::default().open("#/shapes?lang=en&op=linear&a=64x1x28x28&b=256x784&t=0");
    let step = |key: &str, said: &str| {
        page.stage_key(key);
        page.wait_until(
            said,
            &format!("document.querySelector('[data-part=step-sentence]').innerText.includes({})", json!(said)),
        );
    };
    assert_eq!(page.part("shape-error"), None, "what is wrong is not told before it is reached");
    step("ArrowRight", "stored as (out, in)");
    step("ArrowRight", "folded into rows: a message shows only 1792");
    step("ArrowRight", "x ends in 28, the layer takes 784");
    assert!(message(&page).contains("(1792x28 and 784x256)"));
    page.stage_key("ArrowRight");
    step("ArrowLeft", "folded into rows");
    page.act("next");
    page.wait_until("the end", "document.querySelector('[data-part=shape-error]')");
    page.act("next");
    page.wait_for("document.querySelector('[data-part=count]').innerText.replace(/\\s/g, '')", &json!("0/3"));
}

/// All fixes of what fails: pressed, looked at, taken back.
#[test]
fn every_fix_runs_says_what_comes_of_it_and_is_taken_back() {
    let page = Visit::default().open("#/shapes?lang=en");
    let mut pressed = 0;
    for hash in [
        "op=linear&a=32x784&b=10x128",
        "op=linear&a=64x1x28x28&b=256x784",
        "op=linear&a=25088&b=10x784",
        "op=bmm&a=3x4&b=2x4x5",
        "op=matmul&a=10x5x20&b=10x20",
        "op=bmm&a=1x3x4&b=2x4x5",
        "op=add&a=32x64x56x56&b=32x128x28x28",
        "op=matmul&a=2x8x64x32&b=2x8x64x32",
        "op=softmax&a=5&dim=1",
    ] {
        let address = format!("#/shapes?lang=en&{hash}");
        page.to(&address);
        let count = page.eval("document.querySelectorAll('[data-part=fixes] [data-action^=\"fix-\"]').length");
        let count = count.as_u64().expect("a number");
        assert!((1..=3).contains(&count), "{hash}: {count} fixes");
        for index in 0..count {
            let fix = format!("[data-action=\"fix-{index}\"]");
            let result = page.text(&format!("document.querySelector('{fix}').innerText.split('→ ')[1]"));
            page.click(&fix);
            page.wait_until("it runs", "!document.querySelector('[data-part=\"shape-error\"]')");
            if !result.is_empty() {
                let result = result.trim().replace(' ', "");
                assert!(shape_line(&page).contains(&result), "{hash}: {result} in {}", shape_line(&page));
            }
            page.wait_until("a result", &format!("({OUT}) || document.querySelector('[data-part=step-sentence]')"));
            page.press("Control+z");
            page.wait_until("taken back", "document.querySelector('[data-part=\"shape-error\"]')");
            pressed += 1;
        }
    }
    assert!(pressed > 15, "{pressed}");
}

#[test]
fn a_fix_says_what_became_of_the_sizes_and_they_fly_there() {
    let hash = "#/shapes?lang=en&op=linear&a=64x1x28x28&b=256x784";
    let animation = "getComputedStyle(document.querySelector('[data-cell=\"a-1\"]')).animationName";
    let page = Visit::default().open(hash);
    // In one go: a look between press and look would take as long as the flight.
    let seen = format!(
        "const [done] = arguments; document.querySelector('[data-action=\"fix-0\"]').click(); \
         setTimeout(() => {{ const flying = {animation}; \
         document.body.dispatchEvent(new KeyboardEvent('keydown', {{ key: 'Shift', bubbles: true }})); \
         setTimeout(() => done([flying, {animation}]), 50); }}, 120);"
    );
    assert_eq!(page.eval_async(&seen, vec![]), json!(["fly", "none"]), "it flies until a key is pressed");
    let bead = page.text("document.querySelector('[data-cell=\"a-1\"]').textContent");
    assert_eq!(bead, "7841·28·28");
    let still = Visit::default().media("prefers-reduced-motion", "reduce").open(hash);
    assert_eq!(still.eval_async(&seen, vec![]), json!(["none", "none"]), "nothing flies under reduced motion");
}
