//! The crate `gemm` behind the benchmark's interface.

include!("../../../abi.rs");
include!("../../products.rs");

/// One product, on one thread.
unsafe fn multiply(m: usize, k: usize, n: usize, a: *const f32, b: *const f32, c: *mut f32) {
    let (rows_a, rows_b) = (k as isize, n as isize);
    let none = gemm::Parallelism::None;
    // SAFETY: by the caller's promise.
    unsafe {
        gemm::gemm(m, n, k, c, 1, rows_b, false, a, 1, rows_a, b, 1, rows_b, 0.0f32, 1.0, false, false, false, none)
    }
}
