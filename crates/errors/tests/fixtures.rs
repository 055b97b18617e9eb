//! The texts that people really paste, each with the right reading (`fixtures/errors.json`, its `what` explains the
//! keys). A text is right, refused (less is told than could be) or wrong (something is told that is not so).

use std::collections::BTreeMap;

use matwalk_errors::{About, Dim, Op, Reading, Shape, read};
use serde_json::Value;

const FIXTURES: &str = include_str!("fixtures/errors.json");

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Verdict {
    Right,
    Refused,
    Wrong,
}

fn shape(value: &Value) -> Option<String> {
    let items = value.as_array()?;
    let item = |v: &Value| match v {
        Value::Null => "_".to_string(),
        Value::String(s) => s.clone(),
        other => other.to_string(),
    };
    Some(items.iter().map(item).collect::<Vec<_>>().join(","))
}

fn numbers(value: &Value) -> Option<String> {
    match value {
        Value::Array(_) => shape(value),
        Value::Number(n) => Some(n.to_string()),
        _ => None,
    }
}

fn op(key: &str) -> &str {
    if key == "broadcast" { "add" } else { key }
}

/// What is expected under `key`, or the same of another accepted reading.
fn expected<'v>(expect: &'v Value, accepted: Option<&'v Value>, key: &str) -> &'v Value {
    accepted.and_then(|accepted| accepted.get(key)).unwrap_or(&expect[key])
}

fn compare(reading: &Reading, expect: &Value, accepted: Option<&Value>) -> (Verdict, Vec<String>) {
    let mut notes = vec![];
    let mut verdict = Verdict::Right;
    let mut note = |v: Verdict, text: String| {
        verdict = verdict.max(v);
        notes.push(text);
    };
    let mut ops: Vec<&str> = vec![op(expected(expect, accepted, "op").as_str().unwrap_or("none"))];
    ops.extend(expect["or"].as_array().into_iter().flatten().filter_map(Value::as_str).map(op));
    let attributes = reading.attributes();
    if !ops.contains(&attributes.op) {
        let refused = attributes.op == "none";
        note(if refused { Verdict::Refused } else { Verdict::Wrong }, format!("op {} for {ops:?}", attributes.op));
    }
    if attributes.op == "none" {
        if ops.contains(&"none") {
            // A dictionary's key may not be a word of Rust.
            let about = expect["about"].as_str().map(|about| if about == "type" { "not-tensor" } else { about });
            if let (Some(about), Some(got)) = (about, reading.about)
                && about != got.key()
            {
                note(Verdict::Refused, format!("about {} for {about}", got.key()));
            }
            let is_shape = expect["shape_error"].as_bool().unwrap_or(true);
            if is_shape != reading.shape_error {
                note(Verdict::Wrong, format!("shape error: {}", reading.shape_error));
            }
        }
        return (verdict, notes);
    }
    let mut field = |name: &str, got: &Option<String>, want: Option<String>| {
        if *got != want {
            let less = got.is_none() || want.as_deref().is_some_and(|want| looser(got.as_deref().unwrap_or(""), want));
            let v = if less { Verdict::Refused } else { Verdict::Wrong };
            note(v, format!("{name} {got:?} for {want:?}"));
        }
    };
    field("a", &attributes.a, shape(expected(expect, accepted, "a")));
    field("b", &attributes.b, shape(expected(expect, accepted, "b")));
    field("clash", &attributes.clash, shape(expected(expect, accepted, "clash")));
    field("dim", &attributes.dim, numbers(expected(expect, accepted, "dim")));
    if attributes.op == "linear" && expect["op"] == "linear" {
        field("weight", &attributes.weight, shape(&expect["weight"]));
    }
    let out = reading.out.as_ref().map(Shape::to_string);
    if expect.get("out").is_some() {
        field("out", &out, shape(&expect["out"]));
    }
    if expect["warning"].as_bool().is_some_and(|warning| warning != reading.warning) {
        note(Verdict::Wrong, format!("warning: {}", reading.warning));
    }
    (verdict, notes)
}

/// True if `got` tells no number that `want` does not have at its place.
fn looser(got: &str, want: &str) -> bool {
    let (got, want): (Vec<&str>, Vec<&str>) = (got.split(',').collect(), want.split(',').collect());
    got.len() == want.len() && got.iter().zip(&want).all(|(g, w)| g == w || *g == "_")
}

/// The best verdict over the reading and those that are accepted too.
fn verdict(reading: &Reading, expect: &Value) -> (Verdict, Vec<String>) {
    let mut best = compare(reading, expect, None);
    for accepted in expect["accept"].as_array().into_iter().flatten() {
        let other = compare(reading, expect, Some(accepted));
        if other.0 < best.0 {
            best = other;
        }
    }
    best
}

#[test]
fn all_texts() {
    let fixtures: Value = serde_json::from_str(FIXTURES).expect("JSON");
    let cases = fixtures["cases"].as_array().expect("cases");
    assert_eq!(cases.len(), 232);
    let mut table: BTreeMap<String, [usize; 3]> = BTreeMap::new();
    let mut total = [0; 3];
    let mut soft = vec![];
    for case in cases {
        let text = case["input"].as_str().expect("a text");
        let reading = read(text);
        let (verdict, notes) = verdict(&reading, &case["expect"]);
        table.entry(case["kind"].as_str().unwrap_or("").into()).or_default()[verdict as usize] += 1;
        total[verdict as usize] += 1;
        if !notes.is_empty() {
            println!("{verdict:?} {} [{}]: {}", case["id"], case["framework"], notes.join("; "));
        }
        let flat = case["expect"]["flat"].as_bool();
        let folded =
            [&reading.a, &reading.b].into_iter().flatten().flat_map(|s| &s.0).any(|d| matches!(d, Dim::Folded(_)));
        let hides: Vec<&str> =
            case["expect"]["hides"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        let mut got: Vec<&str> = reading.hides.iter().map(matwalk_errors::Hide::key).collect();
        let mut want = hides.clone();
        got.sort_unstable();
        want.sort_unstable();
        if reading.op() != Op::None && got != want {
            soft.push(format!("{}: hides {got:?} for {want:?}", case["id"]));
        }
        if reading.op() != Op::None && flat == Some(false) && folded {
            soft.push(format!("{}: folded for {flat:?}", case["id"]));
        }
        if reading.about == Some(About::Unknown) && reading.op() == Op::None {
            soft.push(format!("{}: unknown", case["id"]));
        }
    }
    println!("{:12} {:>5} {:>7} {:>5}", "kind", "right", "refused", "wrong");
    for (kind, [right, refused, wrong]) in &table {
        println!("{kind:12} {right:5} {refused:7} {wrong:5}");
    }
    println!("{:12} {:5} {:7} {:5}", "all", total[0], total[1], total[2]);
    println!("{}", soft.join("\n"));
    assert_eq!(total[2], 0, "a shape was invented");
    assert_eq!(total[0], 232, "a text is refused");
}
