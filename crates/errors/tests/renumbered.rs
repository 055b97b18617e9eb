//! The same texts with other sizes: every size that the reading tells is replaced in the text and in the reading.

use std::collections::BTreeMap;

use matwalk_errors::{Op, read};
use serde_json::Value;

const FIXTURES: &str = include_str!("fixtures/errors.json");

/// Replaces whole numbers of the text.
fn replace(text: &str, numbers: &BTreeMap<String, String>) -> String {
    let mut out = String::new();
    let mut number = String::new();
    for c in text.chars().chain(['\n']) {
        if c.is_ascii_digit() {
            number.push(c);
            continue;
        }
        out.push_str(numbers.get(&number).unwrap_or(&number));
        number.clear();
        out.push(c);
    }
    out.pop();
    out
}

#[test]
fn other_sizes() {
    let fixtures: Value = serde_json::from_str(FIXTURES).expect("JSON");
    let mut differ = vec![];
    let mut count = 0;
    for case in fixtures["cases"].as_array().expect("cases") {
        let text = case["input"].as_str().expect("a text");
        let reading = read(text);
        if reading.op() == Op::None || text.contains('\u{1b}') || text.contains("Ten sor") {
            continue;
        }
        let attributes = reading.attributes();
        let line = |pairs: &[(&str, &str)]| pairs.iter().map(|(n, v)| format!("{n}={v} ")).collect::<String>();
        let before: Vec<(&str, &str)> = attributes.pairs().collect();
        // Sizes above 9 only: smaller numbers are ranks, dims and versions too. Their order stays, so that no rule changes.
        let shapes = [&attributes.a, &attributes.b].into_iter().flatten();
        let sizes: Vec<String> = shapes
            .flat_map(|s| s.split(','))
            .filter(|s| s.parse::<u64>().is_ok_and(|n| n > 9))
            .map(String::from)
            .collect();
        for factor in [3, 17, 1001] {
            let new = |n: &String| (n.parse::<u64>().expect("a size") * factor).to_string();
            let numbers: BTreeMap<String, String> = sizes.iter().map(|n| (n.clone(), new(n))).collect();
            let expected: Vec<(String, String)> = before
                .iter()
                .map(|(name, value)| {
                    (name.to_string(), if *name == "data-dim" { value.to_string() } else { replace(value, &numbers) })
                })
                .collect();
            let changed = replace(text, &numbers);
            let again = read(&changed).attributes();
            let expected: Vec<(&str, &str)> = expected.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
            let got: Vec<(&str, &str)> = again.pairs().collect();
            count += 1;
            if got != expected {
                differ.push(format!("{}: {}\n   {}\n{changed}", case["id"], line(&expected), line(&got)));
            }
        }
    }
    assert!(count > 300, "{count}");
    assert!(differ.is_empty(), "{} of {count} differ\n{}", differ.len(), differ.join("\n"));
}
