//! libFuzzer's way to `tests/fuzz/parse.rs`.
#![no_main]

#[path = "../../tests/fuzz/parse.rs"]
mod parse;

libfuzzer_sys::fuzz_target!(|data: &[u8]| parse::check(data));
