//! The crate `faer` behind the benchmark's interface.

include!("../../../abi.rs");
include!("../../products.rs");

use faer::linalg::matmul::matmul as product;
use faer::{Accum, MatMut, MatRef, Par};

/// One product, on one thread.
unsafe fn multiply(m: usize, k: usize, n: usize, a: *const f32, b: *const f32, c: *mut f32) {
    // SAFETY: by the caller's promise.
    let (a, b, c) = unsafe {
        (
            MatRef::from_raw_parts(a, m, k, k as isize, 1),
            MatRef::from_raw_parts(b, k, n, n as isize, 1),
            MatMut::from_raw_parts_mut(c, m, n, n as isize, 1),
        )
    };
    product(c, Accum::Replace, a, b, 1.0f32, Par::Seq);
}
