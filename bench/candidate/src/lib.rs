//! The kernels of matwalk-core behind the benchmark's interface: pointers are byte offsets into the module's memory,
//! f32, row-major.

use core::slice::{from_raw_parts, from_raw_parts_mut};
use matwalk_core::{kernel, reference};
use std::alloc::Layout;

/// A block of `bytes` bytes on a cache line of its own, zeroed.
fn layout(bytes: usize) -> Layout {
    Layout::from_size_align(bytes.max(64), 64).expect("sizes that the page asks for are small")
}

#[unsafe(no_mangle)]
pub extern "C" fn alloc(bytes: usize) -> *mut u8 {
    // SAFETY: the layout's size is not zero.
    unsafe { std::alloc::alloc_zeroed(layout(bytes)) }
}

/// # Safety
/// `at` came from `alloc(bytes)`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dealloc(at: *mut u8, bytes: usize) {
    // SAFETY: by the caller's promise the layout is the one it was allocated with.
    unsafe { std::alloc::dealloc(at, layout(bytes)) }
}

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
