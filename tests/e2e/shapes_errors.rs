//! Texts that people really paste, pasted into the Shapes lesson by Ctrl+V: what the page says it read.

use serde_json::{Value, json};
use xtask::env::root;

use crate::visit::Visit;

/// How many texts.
const COUNT: usize = 62;

/// A shape or two sizes as the page tells them.
fn told(value: &Value) -> Value {
    let item = |item: &Value| match item {
        Value::Null => "_".to_owned(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    match value {
        Value::Array(items) => json!(items.iter().map(item).collect::<Vec<_>>().join(",")),
        Value::Number(number) => json!(number.to_string()),
        _ => json!(null),
    }
}

/// The readings that are right: the one expected, and those that are accepted too.
fn readings(expect: &Value) -> Vec<Value> {
    let mut all = vec![expect.clone()];
    for other in expect["accept"].as_array().into_iter().flatten() {
        let mut reading = expect.clone();
        for (key, value) in other.as_object().into_iter().flatten() {
            reading[key] = value.clone();
        }
        all.push(reading);
    }
    all
}

/// Why the page's attributes are not this reading; empty if they are.
fn differs(found: &Value, reading: &Value) -> String {
    let mut ops: Vec<&str> = reading["or"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    ops.push(reading["op"].as_str().unwrap_or("none"));
    let op = found["op"].as_str().unwrap_or("none");
    if !ops.iter().any(|own| *own == op || *own == "broadcast" && op == "add") {
        return format!("op {op} for {ops:?}");
    }
    if op == "none" {
        return String::new();
    }
    let keys = ["a", "b", "clash", "dim"].iter().filter(|key| found[**key] != told(&reading[**key]));
    keys.map(|key| format!("{key} {} for {} ", found[*key], told(&reading[*key]))).collect()
}

#[test]
fn texts_that_people_paste() {
    let path = root().join("crates/errors/tests/fixtures/errors.json");
    let file: Value = serde_json::from_str(&std::fs::read_to_string(path).expect("a fixture")).expect("JSON");
    let cases = file["cases"].as_array().expect("cases");
    let page = Visit::default().open("#/shapes?lang=en");
    let (mut seen, mut bad) = (0, Vec::new());
    for case in cases.iter().step_by((cases.len() / COUNT).max(1)) {
        let text = case["input"].as_str().expect("a text");
        if text.trim().is_empty() {
            continue;
        }
        page.to("#/shapes?lang=en");
        page.eval("document.querySelector('[data-part=stage]').focus()");
        page.copy_elsewhere(text);
        page.press("Control+v");
        page.wait_until("it was read", "document.querySelector('[data-part=reading] p')");
        let found = page.eval(
            "(d => ({ op: d.op ?? null, a: d.a ?? null, b: d.b ?? null, clash: d.clash ?? null, dim: d.dim ?? null }))\
             (document.querySelector('[data-part=reading]').dataset)",
        );
        let told: Vec<String> = readings(&case["expect"]).iter().map(|reading| differs(&found, reading)).collect();
        if !told.iter().any(String::is_empty) {
            bad.push(format!("{}: {}", case["id"], told.join(" or ")));
        }
        seen += 1;
    }
    assert!(bad.is_empty(), "{} of {seen}\n{}", bad.len(), bad.join("\n"));
    assert!(seen >= 60, "{seen} texts");
}
