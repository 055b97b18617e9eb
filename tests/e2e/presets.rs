//! All examples: each is what its name says, and Back undoes the choice.

use serde_json::json;

use crate::expect::{all, shape_line};
use crate::page::Page;
use crate::visit::Visit;

/// Names and results, worked out by hand. Of the last two the one has none and the other too many.
const EXAMPLES: [(&str, &[f64]); 16] = [
    ("vector-matrix", &[22., 28.]),
    ("matrix-vector", &[5., 11., 17.]),
    ("matrix-matrix", &[22., 28., 49., 64.]),
    // 1·2 + 2·0 - 3·1 + 4·3.
    ("dot-product", &[11.]),
    ("identity", &[2., -1., 0., 4., 3., 5.]),
    ("permutation", &[2., 2., 3., 3., 1., 1.]),
    ("row-sums", &[10., 26.]),
    ("column-sums", &[12., 15., 18.]),
    ("scaling", &[2., 4., 30., 40., -5., -6.]),
    // (x, y) goes to (-y, x).
    ("rotation", &[-1., -1., -2., -2., 1., 2., 2., 1.]),
    // Both coordinates become their mean.
    ("projection", &[1., 3., 2., 1., 3., 2.]),
    ("rank-one", &[1., 10., 100., -1., 2., 20., 200., -2., 3., 30., 300., -3.]),
    ("running-sums", &[1., 10., 3., 30., 6., 60.]),
    ("zeros", &[0., 0., 0., 0., 0., 0.]),
    ("mismatch", &[]),
    ("large", &[]),
];

/// Sizes as in `(2, 3)`, for each shape that the line shows.
fn shapes(page: &Page) -> Vec<Vec<usize>> {
    let line = shape_line(page);
    // A dot product has the shape `()`.
    let shape = |text: &str| {
        let sizes = text.split(',').map(str::trim).filter(|size| !size.is_empty());
        sizes.map(|size| size.parse().expect("a size")).collect()
    };
    line.split('(').skip(1).filter_map(|rest| rest.split(')').next()).map(shape).collect()
}

/// The product of row-major matrices of m x k and k x n.
fn product(a: &[f64], b: &[f64], (m, k, n): (usize, usize, usize)) -> Vec<f64> {
    assert_eq!((a.len(), b.len()), (m * k, k * n));
    (0..m * n).map(|at| (0..k).map(|p| a[at / n * k + p] * b[p * n + at % n]).sum()).collect()
}

fn known(values: Vec<Option<f64>>) -> Vec<f64> {
    values.into_iter().map(|value| value.expect("a number")).collect()
}

/// Checks the result shown against arithmetic on the operands shown.
#[track_caller]
fn check(page: &Page, name: &str, expected: &[f64]) {
    let shapes = shapes(page);
    let (a, b) = (known(page.values("a")), known(page.values("b")));
    if name == "mismatch" {
        assert_eq!(shapes, [[2, 3], [2, 3]]);
        assert!(page.part("shape-error").is_some_and(|text| text.contains("(2x3 and 2x3)")));
        return;
    }
    let m = if shapes[0].len() == 2 { shapes[0][0] } else { 1 };
    let n = if shapes[1].len() == 2 { shapes[1][1] } else { 1 };
    let k = *shapes[0].last().expect("a size");
    assert_eq!(product(&a, &b, (m, k, n)), expected, "{name}: A and B are what the name says");
    page.last();
    page.wait_for_values("out", &all(expected));
}

/// The values of a tensor in copied PyTorch code.
fn in_code(code: &str, name: &str) -> Vec<f64> {
    let after = code.split(&format!("{name} = torch.tensor(")).nth(1).expect("a tensor");
    let body = after.split(')').next().unwrap_or_default().replace(['[', ']'], " ");
    body.split(',').map(|number| number.trim().parse().expect("a number")).collect()
}

/// 64 x 64 has no cells to read: the operands are in the code, the result is read out of the heat map by keys.
fn check_large(page: &Page) {
    assert_eq!(shapes(page), [[64, 64], [64, 64], [64, 64]]);
    page.act("copy-code");
    page.wait_until("copied", "document.querySelector('[data-part=\"notice\"]')");
    let code = page.clipboard();
    let expected = product(&in_code(&code, "A"), &in_code(&code, "B"), (64, 64, 64));
    page.last();
    page.eval("document.querySelector('[data-operand=out] .heat__box').focus()");
    let mut place = (1, 1);
    for key in ["", "ArrowRight", "ArrowDown", "End", "ArrowDown", "ArrowUp", "Home"] {
        match key {
            "ArrowRight" => place.1 += 1,
            "ArrowDown" => place.0 += 1,
            "ArrowUp" => place.0 -= 1,
            "End" => place.1 = 64,
            "Home" => place.1 = 1,
            _ => {}
        }
        if !key.is_empty() {
            page.press(key);
        }
        let (row, col) = place;
        let value = expected[(row - 1) * 64 + col - 1].to_string().replace('-', "−");
        let said = format!("row {row}, column {col} of C: {value}");
        page.wait_for("document.querySelector('[data-operand=out] .heat__read').innerText", &json!(said));
    }
}

/// Both operands as an address writes them.
fn operands(page: &Page, name: &str) -> String {
    if name == "large" {
        return "#/product?a=64x64:seed1&b=64x64:seed2".into();
    }
    let shapes = shapes(page);
    let operand = |key: &str, shape: &[usize]| {
        let sizes: Vec<String> = shape.iter().map(usize::to_string).collect();
        let values: Vec<String> = known(page.values(key)).iter().map(f64::to_string).collect();
        format!("{key}={}:{}", sizes.join("x"), values.join(","))
    };
    format!("#/product?{}&{}", operand("a", &shapes[0]), operand("b", &shapes[1]))
}

/// Chooses an example, which adds one entry to the browser's history, and checks it.
#[track_caller]
fn choose(page: &Page, name: &str, expected: &[f64]) {
    let entries = || page.eval("history.length").as_u64().expect("a number");
    let before = entries();
    page.act(&format!("preset-{name}"));
    let chosen =
        "[...document.querySelectorAll('[data-action^=preset-][aria-pressed=true]')].map(chip => chip.dataset.action)";
    page.wait_for(chosen, &json!([format!("preset-{name}")]));
    assert_eq!(entries(), before + 1, "{name} adds one entry");
    if name == "large" {
        check_large(page);
    } else {
        check(page, name, expected);
    }
    // The address is written at most twice a second.
    let t = page.text("document.querySelector('[data-action=scrub]').value");
    let address = format!("{}&view=dot&grain=term&layout=crossed&t={t}&lang=en", operands(page, name));
    page.wait_for("location.hash", &json!(address));
}

#[test]
fn each_example_is_right_and_back_undoes_it() {
    let page = Visit::default().open("");
    for (name, expected) in EXAMPLES {
        page.go("#/product?lang=en&a=1x1:7&b=1x1:8&t=1");
        page.wait_until_ready();
        page.wait_for_values("out", &all(&[56.]));
        choose(&page, name, expected);
        page.back();
        page.wait_for_values("a", &all(&[7.]));
        page.wait_for_values("b", &all(&[8.]));
        page.wait_for_values("out", &all(&[56.]));
        assert_eq!(page.part("notice"), None, "back from {name}");
    }
    assert_eq!(page.console_errors(), Vec::<String>::new());
}

#[test]
fn examples_one_after_another_and_back_through_all_of_them() {
    let page = Visit::default().open("#/product?lang=en&a=1x1:7&b=1x1:8&t=1");
    page.wait_for_values("out", &all(&[56.]));
    let read = || [page.values("a"), page.values("b"), page.values("out")];
    let mut shown = vec![];
    for (name, expected) in EXAMPLES {
        shown.push(read());
        choose(&page, name, expected);
    }
    for (index, [a, b, out]) in shown.iter().enumerate().rev() {
        page.back();
        page.wait_for_values("a", a);
        page.wait_for_values("b", b);
        page.wait_for_values("out", out);
        assert_eq!(page.part("notice"), None, "back to number {index}");
    }
    assert_eq!(page.console_errors(), Vec::<String>::new());
}
