//! Reading the PyTorch shape fixtures.
#![allow(dead_code, reason = "each test binary uses a part of it")]

use matwalk_core::Shape;
use matwalk_core::rule::{Exception, Wording};
use serde_json::Value;

/// What PyTorch said about a row.
#[derive(Debug)]
pub enum Said {
    Shape(Shape),
    /// The type of the exception and its text.
    Raised(String, String),
}

/// Holds what a rule said against what PyTorch did; whether both refused. `ours` has the exception and the text in the
/// new and in the old wording.
pub fn agree(what: &str, ours: Result<Shape, (Option<Exception>, [Option<String>; 2])>, theirs: Said) -> bool {
    match (ours, theirs) {
        (Ok(ours), Said::Shape(theirs)) => assert_eq!(ours, theirs, "{what}"),
        (Err((exception, [new, old])), Said::Raised(theirs, text)) => {
            assert_eq!(exception.map(Exception::name), Some(theirs.as_str()), "{what}");
            assert_eq!(new.as_deref(), Some(text.as_str()), "{what}");
            assert_eq!(old.as_deref(), Some(without_prefix(&text)), "{what}");
            return true;
        }
        (ours, theirs) => panic!("{what}: {ours:?}, PyTorch: {theirs:?}"),
    }
    false
}

/// Both wordings.
pub fn both(text: impl Fn(Wording) -> Option<String>) -> [Option<String>; 2] {
    [text(Wording::New), text(Wording::Old)]
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
    (input.to_vec(), what(said))
}

/// What was said about a row.
pub fn what(said: &Value) -> Said {
    match said.get("ok") {
        Some(out) => Said::Shape(shape(out)),
        None => Said::Raised(said["err"].as_str().unwrap().to_owned(), said["msg"].as_str().unwrap().to_owned()),
    }
}

/// The shape at an optional place.
pub fn maybe_shape(value: &Value) -> Option<Shape> {
    (!value.is_null()).then(|| shape(value))
}

pub fn shape(value: &Value) -> Shape {
    let dims: Vec<usize> = value.as_array().unwrap().iter().map(|d| d.as_u64().unwrap() as usize).collect();
    Shape::new(&dims).unwrap()
}

/// PyTorch's text as it was up to 2.14.
pub fn without_prefix(text: &str) -> &str {
    text.strip_prefix("mm: ").or_else(|| text.strip_prefix("addmm: ")).unwrap_or(text)
}
