//! Rows of PyTorch through the address of the Shapes lesson: the same result, or the same exception and text.

use serde_json::{Value, json};
use xtask::env::root;

use crate::shapes::OUT;
use crate::visit::Visit;

/// How many rows of each operation.
const EACH: usize = 65;

fn rows(name: &str) -> Vec<Value> {
    let path = root().join("crates/core/tests/fixtures").join(format!("{name}.json"));
    let file: Value = serde_json::from_str(&std::fs::read_to_string(path).expect("a fixture")).expect("JSON");
    file["rows"].as_array().expect("rows").clone()
}

fn shape(value: &Value) -> String {
    let sizes: Vec<String> = value.as_array().expect("a shape").iter().map(Value::to_string).collect();
    if sizes.is_empty() { "scalar".to_owned() } else { sizes.join("x") }
}

#[test]
fn rows_of_pytorch() {
    let page = Visit::default().open("#/shapes?lang=en");
    let shown = format!(
        "[document.querySelector('[data-part=shape-error]')?.textContent ?? null, {OUT}, document.querySelectorAll('[data-part=fixes] .fix').length]"
    );
    let (mut seen, mut failing) = (0, 0);
    for (name, op) in [
        ("matmul_shapes", "matmul"),
        ("bmm_shapes", "bmm"),
        ("flinear_shapes", "linear"),
        ("softmax_dim", "softmax"),
        ("add_shapes", "add"),
    ] {
        let all = rows(name);
        for row in all.iter().step_by((all.len() / EACH).max(1)) {
            let (second, expected) = match op {
                "softmax" => (format!("dim={}", row[1]), &row[2]),
                "linear" => {
                    let bias = if row[2].is_array() { shape(&row[2]) } else { "none".to_owned() };
                    (format!("b={}&bias={bias}", shape(&row[1])), &row[3])
                }
                _ => (format!("b={}", shape(&row[1])), &row[2]),
            };
            let found = page.to_see(&format!("#/shapes?lang=en&op={op}&a={}&{second}", shape(&row[0])), &shown);
            match expected.get("ok") {
                Some(out) if out.as_array().is_some_and(Vec::is_empty) => assert_eq!(found[0], json!(null), "{row}"),
                Some(out) => assert_eq!((&found[0], &found[1]), (&json!(null), out), "{row}"),
                None => {
                    let (kind, text) = (expected["err"].as_str(), expected["msg"].as_str());
                    let message = format!("{}: {}", kind.expect("a type"), text.expect("a text"));
                    assert_eq!((&found[0], &found[1]), (&json!(message), &json!(null)), "{row}");
                    assert!(found[2].as_u64() > Some(0), "no fix: {row}");
                    failing += 1;
                }
            }
            seen += 1;
        }
    }
    assert!(seen >= 300 && failing >= 100, "{seen} rows, {failing} of them fail");
}
