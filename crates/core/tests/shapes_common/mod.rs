//! Reading the PyTorch shape fixtures.
#![allow(dead_code, reason = "each test binary uses a part of it")]

use matwalk_core::Shape;
use serde_json::Value;

/// What PyTorch said about a row.
#[derive(Debug)]
pub enum Said {
    Shape(Shape),
    Text(String),
}

/// The rows of a fixture: the inputs, and what PyTorch said.
pub fn rows(file: &str) -> Vec<(Vec<Value>, Said)> {
    let path = format!("{}/tests/fixtures/{file}", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{path}: {e}"));
    let json: Value = serde_json::from_str(&text).unwrap();
    json["rows"].as_array().unwrap().iter().map(|row| read(row.as_array().unwrap())).collect()
}

fn read(row: &[Value]) -> (Vec<Value>, Said) {
    let (said, input) = row.split_last().unwrap();
    let said = match said.get("ok") {
        Some(out) => Said::Shape(shape(out)),
        None => Said::Text(said["msg"].as_str().unwrap().to_owned()),
    };
    (input.to_vec(), said)
}

pub fn shape(value: &Value) -> Shape {
    let dims: Vec<usize> = value.as_array().unwrap().iter().map(|d| d.as_u64().unwrap() as usize).collect();
    Shape::new(&dims).unwrap()
}

/// PyTorch's text as it was up to 2.14.
pub fn without_prefix(text: &str) -> &str {
    text.strip_prefix("mm: ").or_else(|| text.strip_prefix("addmm: ")).unwrap_or(text)
}
