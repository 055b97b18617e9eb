//! libFuzzer's way to `tests/fuzz/ops.rs`.
#![no_main]

#[path = "../../tests/fuzz/ops.rs"]
mod ops;
#[path = "../../tests/fuzz/shapes.rs"]
mod shapes;

libfuzzer_sys::fuzz_target!(|data: &[u8]| ops::check(data));
