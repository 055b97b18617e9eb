//! Products of matrices behind plain exports, for a worker that times them: no DOM, no clock.
//!
//! One call is one call from JavaScript into this module, with the check of the shapes and a new result: as a program in
//! Python calls a library. Inside the module a call would cost nanoseconds, which is not what is asked.

use matwalk_core::rule;
use matwalk_core::{Shape, kernel, number, reference};
use std::cell::RefCell;

/// The operands of all pairs, row-major.
struct Pairs {
    size: usize,
    a: Vec<f32>,
    b: Vec<f32>,
}

thread_local! {
    static PAIRS: RefCell<Pairs> = const { RefCell::new(Pairs { size: 0, a: Vec::new(), b: Vec::new() }) };
}

/// Makes operands of `pairs` pairs of (size, size) matrices.
#[unsafe(no_mangle)]
pub extern "C" fn prepare(size: u32, pairs: u32) {
    let (size, pairs) = (size as usize, pairs as usize);
    let made = Shape::new(&[pairs, size, size]).map(|shape| {
        let values = |seed| number::seeded(shape, seed).into_data();
        Pairs { size, a: values(1), b: values(2) }
    });
    if let Ok(made) = made {
        PAIRS.with_borrow_mut(|own| *own = made);
    }
}

/// Multiplies one pair: by the kernel, or by the textbook's three loops if `simd` is 0. The sum of the corners of the
/// result, so that none of it can be left out; NaN for a pair that is not there.
#[unsafe(no_mangle)]
pub extern "C" fn one(pair: u32, simd: u32) -> f32 {
    PAIRS.with_borrow(|Pairs { size, a, b }| {
        let (size, sheet) = (*size, size * size);
        let from = pair as usize * sheet;
        let (Some(a), Some(b)) = (a.get(from..from + sheet), b.get(from..from + sheet)) else { return f32::NAN };
        let Ok(shape) = Shape::matrix(size, size) else { return f32::NAN };
        let Ok(plan) = rule::matmul(shape, shape) else { return f32::NAN };
        let mut out = vec![0.0; plan.out.numel()];
        match simd {
            0 => reference::matmul(plan.m, plan.k, plan.n, a, b, &mut out),
            _ => kernel::matmul(plan.m, plan.k, plan.n, a, b, &mut out),
        }
        corners(&out)
    })
}

/// Multiplies the first `pairs` pairs in one call.
#[unsafe(no_mangle)]
pub extern "C" fn all(pairs: u32, simd: u32) -> f32 {
    PAIRS.with_borrow(|Pairs { size, a, b }| {
        let Ok(shape) = Shape::new(&[pairs as usize, *size, *size]) else { return f32::NAN };
        let Ok(plan) = rule::bmm(shape, shape) else { return f32::NAN };
        let (Some(a), Some(b)) = (a.get(..shape.numel()), b.get(..shape.numel())) else { return f32::NAN };
        let mut out = vec![0.0; plan.out.numel()];
        match simd {
            0 => reference::bmm(plan.batch, plan.m, plan.k, plan.n, a, b, &mut out),
            _ => kernel::bmm(plan.batch, plan.m, plan.k, plan.n, a, b, &mut out),
        }
        corners(&out)
    })
}

fn corners(out: &[f32]) -> f32 {
    out.first().zip(out.last()).map_or(f32::NAN, |(first, last)| first + last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_call_for_all_pairs_ends_in_the_same_bits() {
        for size in [1, 4, 16] {
            prepare(size, 8);
            for simd in [0, 1] {
                assert_eq!(all(1, simd).to_bits(), one(0, simd).to_bits());
                assert_eq!(one(3, 0).to_bits(), one(3, 1).to_bits());
                assert!(all(8, simd).is_finite());
            }
        }
        assert!(one(8, 1).is_nan() && all(9, 1).is_nan());
    }
}
