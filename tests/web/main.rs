//! The core and the app as wasm, in a browser.
#![cfg(target_arch = "wasm32")]

#[path = "../common/same_bits.rs"]
mod same_bits;

mod dialog;
mod hand;
mod heat;
mod patch;

use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn the_simd_kernels_run() {
    // Without `+simd128` everything still works, some 26 times slower: nothing else would tell.
    assert_eq!(matwalk_core::BACKEND, "simd128");
}

#[wasm_bindgen_test]
fn matmul_adds_in_ascending_k() {
    same_bits::matmul_adds_in_ascending_k();
}

#[wasm_bindgen_test]
fn activations_have_the_bits_they_have_natively() {
    assert_eq!(same_bits::activations(), same_bits::ACTIVATIONS);
}
