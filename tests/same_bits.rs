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
