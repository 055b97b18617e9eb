//! 4 x 4 @ 4 x 4, whole in registers.

use super::tile;

/// The product of each pair of 4 x 4 matrices.
pub(super) fn batch4(lhs: &[f32], rhs: &[f32], out: &mut [f32]) {
    let (lhs, rhs, out) = (lhs.as_chunks::<16>().0, rhs.as_chunks::<16>().0, out.as_chunks_mut::<16>().0);
    for ((lhs, rhs), out) in lhs.iter().zip(rhs).zip(out) {
        let lhs: [&[f32]; 4] = core::array::from_fn(|i| &lhs[4 * i..4 * i + 4]);
        let rhs = rhs.as_chunks::<4>().0.as_chunks::<1>().0;
        tile::store(tile::accumulate(tile::zero::<4, 1>(), lhs, rhs.iter()), out, 4);
    }
}
