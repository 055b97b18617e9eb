//! The same bits natively; `tests/node` and `tests/web` ask the same of wasm.
#![cfg(not(target_arch = "wasm32"))]

#[path = "common/same_bits.rs"]
mod same_bits;

#[test]
fn the_portable_kernels_run_natively() {
    assert_eq!(matwalk_core::BACKEND, "portable");
}

#[test]
fn matmul_adds_in_ascending_k() {
    same_bits::matmul_adds_in_ascending_k();
}

#[test]
fn activations_have_the_bits_they_have_natively() {
    assert_eq!(same_bits::activations(), same_bits::ACTIVATIONS);
}

#[test]
#[ignore = "prints the table for tests/common/same_bits.rs"]
fn print() {
    for (id, values, slopes) in same_bits::activations() {
        println!("    ({id:?}, {values:#018x}, {slopes:#018x}),");
    }
}
