// The exports of a peer, by its function `multiply`. Pointers are to row-major f32 that do not overlap.

/// # Safety
/// The pointers are to `m * k`, `k * n` and `m * n` f32.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn matmul(m: usize, k: usize, n: usize, a: *const f32, b: *const f32, c: *mut f32) {
    // SAFETY: by the caller's promise.
    unsafe { multiply(m, k, n, a, b, c) }
}

/// # Safety
/// The pointers are to `batch` times `m * k`, `k * n` and `m * n` f32.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bmm(batch: usize, m: usize, k: usize, n: usize, a: *const f32, b: *const f32, c: *mut f32) {
    for i in 0..batch {
        // SAFETY: by the caller's promise.
        unsafe { multiply(m, k, n, a.add(i * m * k), b.add(i * k * n), c.add(i * m * n)) }
    }
}
