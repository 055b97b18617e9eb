//! The crate `nalgebra` behind the benchmark's interface.

include!("../../../abi.rs");
include!("../../products.rs");

use nalgebra::{DMatrixView, DMatrixViewMut};

/// One product. nalgebra's matrices are column-major, so the row-major ones are its transposes: C' = B' A'.
unsafe fn multiply(m: usize, k: usize, n: usize, a: *const f32, b: *const f32, c: *mut f32) {
    use core::slice::{from_raw_parts, from_raw_parts_mut};
    // SAFETY: by the caller's promise.
    let (a, b, c) = unsafe { (from_raw_parts(a, m * k), from_raw_parts(b, k * n), from_raw_parts_mut(c, m * n)) };
    let (a, b) = (DMatrixView::from_slice(a, k, m), DMatrixView::from_slice(b, n, k));
    DMatrixViewMut::from_slice(c, n, m).gemm(1.0, &b, &a, 0.0);
}
