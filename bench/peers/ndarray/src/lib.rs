//! The crate `ndarray` behind the benchmark's interface.

include!("../../../abi.rs");
include!("../../products.rs");

use ndarray::linalg::general_mat_mul;
use ndarray::{ArrayView2, ArrayViewMut2};

/// One product.
unsafe fn multiply(m: usize, k: usize, n: usize, a: *const f32, b: *const f32, c: *mut f32) {
    // SAFETY: by the caller's promise.
    let (a, b, mut c) = unsafe {
        (
            ArrayView2::from_shape_ptr((m, k), a),
            ArrayView2::from_shape_ptr((k, n), b),
            ArrayViewMut2::from_shape_ptr((m, n), c),
        )
    };
    general_mat_mul(1.0, &a, &b, 0.0, &mut c);
}
