//! libFuzzer's way to `tests/fuzz/rules.rs`.
#![no_main]

#[path = "../../tests/fuzz/rules.rs"]
mod rules;
#[path = "../../tests/fuzz/shapes.rs"]
mod shapes;

libfuzzer_sys::fuzz_target!(|data: &[u8]| rules::check(data));
