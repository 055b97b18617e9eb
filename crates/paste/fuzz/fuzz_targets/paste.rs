//! libFuzzer's way to `tests/fuzz/promise.rs`.
#![no_main]

#[path = "../../tests/fuzz/promise.rs"]
mod promise;

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    promise::check(&String::from_utf8_lossy(data));
});
