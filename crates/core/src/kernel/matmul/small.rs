//! 4 x 4 @ 4 x 4, computed in registers.

use crate::simd::F32x4;

/// The product of two 4 x 4 matrices.
#[inline(always)]
pub(super) fn matmul4(lhs: &[f32; 16], rhs: &[f32; 16], out: &mut [f32; 16]) {
    let (rhs, _) = rhs.as_chunks::<4>();
    let rhs: [F32x4; 4] = core::array::from_fn(|p| F32x4::load(&rhs[p]));
    for (out, lhs) in out.as_chunks_mut::<4>().0.iter_mut().zip(lhs.as_chunks::<4>().0) {
        let [p0, p1, p2, p3] = core::array::from_fn(|p| F32x4::splat(lhs[p]) * rhs[p]);
        // The initial +0 of a sum changes the result only if all products are -0. Added to the last product it gives the
        // same bits and does not lengthen the chain of additions.
        (p0 + p1 + p2 + (p3 + F32x4::ZERO)).store(out);
    }
}

/// The product of each pair of 4 x 4 matrices.
#[inline(never)]
pub(super) fn batch4(lhs: &[f32], rhs: &[f32], out: &mut [f32]) {
    let (lhs, rhs, out) = (lhs.as_chunks().0, rhs.as_chunks().0, out.as_chunks_mut().0);
    for ((lhs, rhs), out) in lhs.iter().zip(rhs).zip(out) {
        matmul4(lhs, rhs, out);
    }
}
