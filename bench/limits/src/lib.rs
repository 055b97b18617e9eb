//! What the machine can do at most, through the same engine.
//!
//! Arithmetic limits work on registers only; memory limits do no arithmetic that matters.
#![cfg(target_arch = "wasm32")]

use core::arch::wasm32::*;

include!("../../abi.rs");

/// Chains that do not wait for each other: enough to hide the latency, few enough to stay in registers.
const CHAINS: usize = 12;
/// Steps in the body of a loop.
const STEPS: usize = 4;

#[inline(always)]
fn load(at: *const f32, vector: usize) -> v128 {
    // SAFETY: callers stay inside what their own caller promised.
    unsafe { v128_load(at.add(4 * vector).cast()) }
}

#[inline(always)]
fn store(at: *mut f32, vector: usize, value: v128) {
    // SAFETY: callers stay inside what their own caller promised.
    unsafe { v128_store(at.add(4 * vector).cast(), value) }
}

/// Runs `step` on every chain `turns * STEPS` times; returns the operations of one turn (a product and a sum in each
/// lane of each chain).
#[inline(always)]
fn chains(turns: usize, at: *mut f32, step: impl Fn(v128, v128, v128) -> v128) -> usize {
    let (factor, term) = (load(at, 0), load(at, 1));
    let mut chain: [v128; CHAINS] = core::array::from_fn(|i| load(at, 2 + i));
    for _ in 0..turns {
        for _ in 0..STEPS {
            for x in &mut chain {
                *x = step(*x, factor, term);
            }
        }
    }
    for (i, x) in chain.into_iter().enumerate() {
        store(at, 2 + i, x);
    }
    STEPS * CHAINS * 4 * 2
}

/// Fused multiply and add, where relaxed SIMD gives it.
///
/// # Safety
/// `at` points to 64 f32.
#[cfg(target_feature = "relaxed-simd")]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn peak_fma(turns: usize, at: *mut f32) -> usize {
    chains(turns, at, |x, factor, term| f32x4_relaxed_madd(x, factor, term))
}

/// Multiply, then add: what same bits on every target allow.
///
/// # Safety
/// `at` points to 64 f32.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn peak_mul_add(turns: usize, at: *mut f32) -> usize {
    chains(turns, at, |x, factor, term| f32x4_add(f32x4_mul(x, factor), term))
}

/// Reads `n` values, a multiple of 32.
///
/// # Safety
/// `x` points to `n` f32 and `y` to 4.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn read(n: usize, x: *const f32, y: *mut f32) {
    let mut seen = [f32x4_splat(0.0); 8];
    for i in (0..n / 4).step_by(8) {
        for (j, seen) in seen.iter_mut().enumerate() {
            *seen = v128_xor(*seen, load(x, i + j));
        }
    }
    store(y, 0, seen.into_iter().fold(f32x4_splat(0.0), |a, b| v128_xor(a, b)));
}

/// Copies `n` values, a multiple of 16, by vectors.
///
/// # Safety
/// `x` and `y` point to `n` f32 that do not overlap.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn copy(n: usize, x: *const f32, y: *mut f32) {
    for i in (0..n / 4).step_by(4) {
        let vectors: [v128; 4] = core::array::from_fn(|j| load(x, i + j));
        for (j, vector) in vectors.into_iter().enumerate() {
            store(y, i + j, vector);
        }
    }
}

/// Copies `n` values by `memory.copy`.
///
/// # Safety
/// `x` and `y` point to `n` f32 that do not overlap.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn memory_copy(n: usize, x: *const f32, y: *mut f32) {
    // SAFETY: by the caller's promise.
    unsafe { core::ptr::copy_nonoverlapping(x, y, n) }
}
