//! The crate `matrixmultiply` behind the benchmark's interface.

include!("../../../abi.rs");
include!("../../products.rs");

/// One product.
unsafe fn multiply(m: usize, k: usize, n: usize, a: *const f32, b: *const f32, c: *mut f32) {
    let (rows_a, rows_b) = (k as isize, n as isize);
    // SAFETY: by the caller's promise.
    unsafe { matrixmultiply::sgemm(m, k, n, 1.0, a, rows_a, 1, b, rows_b, 1, 0.0, c, rows_b, 1) }
}
