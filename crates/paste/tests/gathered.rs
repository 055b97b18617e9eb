//! Texts gathered from public threads, each with the right answers: a value, a shape with values, or a refusal.

use matwalk_core::number::parse;
use matwalk_paste::read;
use serde_json::Value;

/// Within the rounding of an f32; the fixture has doubles.
fn same(value: f32, wanted: &Value) -> bool {
    match wanted {
        Value::String(word) => parse(word).is_ok_and(|wanted| wanted == value || wanted.is_nan() && value.is_nan()),
        number => {
            let wanted = number.as_f64().expect("a number") as f32;
            wanted == value && (wanted != 0.0 || wanted.is_sign_negative() == value.is_sign_negative())
        }
    }
}

/// What a text gives: shape and values, or a refusal.
fn answer(how: &str, input: &str) -> Result<(Vec<usize>, Vec<f32>), String> {
    if how == "cell" {
        return parse(input).map(|value| (vec![], vec![value])).map_err(|error| error.to_string());
    }
    let pasted = read(input).map_err(|error| error.to_string())?;
    let tensor = pasted.tensors.into_iter().next().ok_or("no tensor")?;
    Ok((tensor.shape.dims().to_vec(), tensor.values))
}

fn fits(answer: &Result<(Vec<usize>, Vec<f32>), String>, wanted: &Value) -> bool {
    match (answer, wanted) {
        (Err(_), Value::String(word)) => word == "refused",
        (Ok((shape, values)), Value::Object(wanted)) => {
            let sizes = |value: &Value| {
                value.as_array().expect("sizes").iter().map(|n| n.as_u64().unwrap_or(0) as usize).collect::<Vec<_>>()
            };
            let listed = wanted.get("values").and_then(Value::as_array).cloned();
            let wanted_values = listed.unwrap_or_else(|| vec![wanted["value"].clone()]);
            wanted.get("shape").is_none_or(|wanted| sizes(wanted) == *shape)
                && values.len() == wanted_values.len()
                && values.iter().zip(&wanted_values).all(|(value, wanted)| same(*value, wanted))
        }
        _ => false,
    }
}

#[test]
fn every_text_gets_a_right_answer() {
    let fixture: Value = serde_json::from_str(include_str!("fixtures/pastes.json")).expect("JSON");
    let cases = fixture["cases"].as_array().expect("cases");
    assert_eq!(cases.len(), 180);
    let mut wrong = vec![];
    for case in cases {
        let text = |key: &str| case[key].as_str().expect("a text");
        let answer = answer(text("how"), text("input"));
        if !case["expect"].as_array().expect("answers").iter().any(|wanted| fits(&answer, wanted)) {
            wrong.push(format!(
                "{} {:?}\n    gives {answer:?}\n    wanted {}",
                text("id"),
                text("input"),
                case["expect"]
            ));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}
