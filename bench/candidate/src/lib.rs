//! The kernels of matwalk-core behind the benchmark's interface: pointers are byte offsets into the module's memory,
//! f32, row-major.

mod digest;

use core::slice::{from_raw_parts, from_raw_parts_mut};
use matwalk_core::{kernel, reference};

include!("../../abi.rs");

/// Defines an export that makes slices of its pointers and calls `$kernel`.
macro_rules! products {
    ($($matmul:ident, $bmm:ident = $module:ident;)*) => {$(
        /// # Safety
        /// The pointers are to `m * k`, `k * n` and `m * n` f32 that do not overlap.
        #[unsafe(no_mangle)]
        pub unsafe extern "C" fn $matmul(m: usize, k: usize, n: usize, a: *const f32, b: *const f32, c: *mut f32) {
            // SAFETY: by the caller's promise.
            let (a, b, c) = unsafe { (from_raw_parts(a, m * k), from_raw_parts(b, k * n), from_raw_parts_mut(c, m * n)) };
            $module::matmul(m, k, n, a, b, c);
        }

        /// # Safety
        /// The pointers are to `batch` times `m * k`, `k * n` and `m * n` f32 that do not overlap.
        #[unsafe(no_mangle)]
        pub unsafe extern "C" fn $bmm(
            batch: usize, m: usize, k: usize, n: usize, a: *const f32, b: *const f32, c: *mut f32,
        ) {
            // SAFETY: by the caller's promise.
            let (a, b, c) = unsafe {
                (from_raw_parts(a, batch * m * k), from_raw_parts(b, batch * k * n), from_raw_parts_mut(c, batch * m * n))
            };
            $module::bmm(batch, m, k, n, a, b, c);
        }
    )*};
}

products! {
    matmul, bmm = kernel;
    matmul_reference, bmm_reference = reference;
}

/// `bias` may be null.
///
/// # Safety
/// The pointers are to `rows * inputs`, `outputs * inputs`, `outputs` and `rows * outputs` f32 that do not overlap.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn linear(
    rows: usize,
    inputs: usize,
    outputs: usize,
    x: *const f32,
    weight: *const f32,
    bias: *const f32,
    y: *mut f32,
) {
    // SAFETY: by the caller's promise.
    let (x, weight, bias, y) = unsafe {
        (
            from_raw_parts(x, rows * inputs),
            from_raw_parts(weight, outputs * inputs),
            (!bias.is_null()).then(|| from_raw_parts(bias, outputs)),
            from_raw_parts_mut(y, rows * outputs),
        )
    };
    kernel::linear(rows, inputs, outputs, x, weight, bias, y);
}

/// Defines an export that maps `n` values by `$map`.
macro_rules! maps {
    ($($name:ident = $map:expr;)*) => {$(
        /// # Safety
        /// The pointers are to `n` f32 that do not overlap.
        #[unsafe(no_mangle)]
        pub unsafe extern "C" fn $name(n: usize, x: *const f32, y: *mut f32) {
            // SAFETY: by the caller's promise.
            let (x, y) = unsafe { (from_raw_parts(x, n), from_raw_parts_mut(y, n)) };
            $map(x, y);
        }
    )*};
}

/// The slice kernel of an activation function.
fn activation(id: &str, x: &[f32], y: &mut [f32]) {
    if let Some(activation) = matwalk_core::activation::by_id(id) {
        activation.map(x, y);
    }
}

maps! {
    relu = |x, y| activation("relu", x, y);
    exp = matwalk_core::elementary::exp_slice;
    sigmoid = |x, y| activation("sigmoid", x, y);
    tanh = |x, y| activation("tanh", x, y);
    // The peers compute the tanh form.
    gelu = |x, y| activation("gelu_tanh", x, y);
    gelu_erf = |x, y| activation("gelu", x, y);
}

/// # Safety
/// The pointers are to `rows * cols` f32 that do not overlap.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn softmax(rows: usize, cols: usize, x: *const f32, y: *mut f32) {
    // SAFETY: by the caller's promise.
    let (x, y) = unsafe { (from_raw_parts(x, rows * cols), from_raw_parts_mut(y, rows * cols)) };
    matwalk_core::softmax::softmax_rows(cols, x, y);
}

/// The digest of many products: the same number on every target.
#[unsafe(no_mangle)]
pub extern "C" fn products_digest() -> u32 {
    digest::digest()
}

/// 1 where the kernels are the SIMD128 ones.
#[unsafe(no_mangle)]
pub extern "C" fn is_simd128() -> u32 {
    u32::from(matwalk_core::BACKEND == "simd128")
}
