//! The matmul kernels against the textbook loop, bit for bit.

mod matmul_common;

use matmul_common::{Random, assert_same, values};
use matwalk_core::{kernel, reference};

/// What an output holds before: it must not show through.
const STALE: f32 = 12345.678;

fn check(m: usize, k: usize, n: usize, lhs: &[f32], rhs: &[f32]) {
    let (mut got, mut want) = (vec![STALE; m * n], vec![STALE; m * n]);
    kernel::matmul(m, k, n, lhs, rhs, &mut got);
    reference::matmul(m, k, n, lhs, rhs, &mut want);
    assert_same(&got, &want, (m, k, n));
}

fn check_random(m: usize, k: usize, n: usize) {
    let mut random = Random::new((m * 1_000_003 + k * 1_009 + n) as u64);
    check(m, k, n, &values(m * k, || random.finite()), &values(k * n, || random.finite()));
    check(m, k, n, &values(m * k, || random.wild()), &values(k * n, || random.wild()));
}

#[test]
fn every_size_up_to_17() {
    for m in 0..=17 {
        for k in 0..=17 {
            for n in 0..=17 {
                check_random(m, k, n);
            }
        }
    }
}

#[test]
fn wide_and_tall_ones() {
    for n in 18..=80 {
        check_random(3, 5, n);
        check_random(n, 5, 3);
        check_random(2, n, 19);
        check_random(n, n, n);
    }
}

#[test]
fn one_row_and_one_column() {
    for k in [1, 2, 3, 4, 7, 8, 9, 15, 16, 31, 100, 1023] {
        for n in [1, 2, 3, 4, 5, 31, 63, 64, 65, 130, 1021] {
            check_random(1, k, n);
            check_random(n, k, 1);
        }
    }
}

/// By loops of its own: the reference must be right before anything may agree with it.
#[test]
fn long_sums_of_one_column_run_in_four_lanes() {
    for k in [255, 256, 257, 258, 259, 260, 1000] {
        for m in [1, 2, 3, 4, 5, 9] {
            let mut random = Random::new((m * 1_009 + k) as u64);
            let (lhs, rhs) = (values(m * k, || random.finite()), values(k, || random.finite()));
            let mut got = vec![STALE; m];
            kernel::matmul(m, k, 1, &lhs, &rhs, &mut got);
            let lane = |row: &[f32], first: usize, step: usize| {
                let mut sum = 0.0;
                for p in (first..k).step_by(step) {
                    let product = row[p] * rhs[p];
                    sum += product;
                }
                sum
            };
            let want: Vec<f32> = (0..m)
                .map(|i| &lhs[i * k..][..k])
                .map(|row| {
                    if k <= 256 {
                        return lane(row, 0, 1);
                    }
                    ((lane(row, 0, 4) + lane(row, 1, 4)) + lane(row, 2, 4)) + lane(row, 3, 4)
                })
                .collect();
            assert_same(&got, &want, (m, k, 1));
            check_random(m, k, 1);
        }
    }
}

#[test]
fn both_sides_of_each_block_edge() {
    // 128 rows, 256 of k and 1024 columns are the block; 65,536 elements of rhs is where packing begins.
    for (m, k, n) in [
        (5, 256, 256),
        (5, 257, 256),
        (5, 255, 258),
        (127, 300, 260),
        (128, 512, 129),
        (129, 513, 144),
        (257, 260, 271),
        (3, 70, 1024),
        (3, 65, 1025),
        (2, 258, 1039),
        (7, 33, 2049),
        (33, 784, 128),
        (2, 4096, 17),
        (9, 40_000, 2),
        (2, 40_000, 3),
        (3, 700, 700),
        (17, 22_000, 3),
    ] {
        check_random(m, k, n);
    }
}

#[test]
fn zeros_keep_the_sign_of_a_sum_from_plus_zero() {
    // +0 + (-0) is +0: an accumulator that starts at the first product would give -0.
    for (m, k, n) in [(4, 4, 4), (1, 1, 1), (1, 4, 9), (9, 4, 1), (5, 1, 3), (8, 16, 16), (2, 300, 300)] {
        let mut out = vec![STALE; m * n];
        kernel::matmul(m, k, n, &vec![-0.0; m * k], &vec![1.0; k * n], &mut out);
        assert_same(&out, &vec![0.0; m * n], (m, k, n));
    }
}

#[test]
fn a_sum_of_nothing_is_plus_zero() {
    let mut out = [STALE; 6];
    kernel::matmul(2, 0, 3, &[], &[], &mut out);
    assert_same(&out, &[0.0; 6], "k = 0");
}

#[test]
fn batches() {
    for (batch, m, k, n) in [
        (0, 2, 2, 2),
        (3, 0, 2, 2),
        (3, 2, 0, 2),
        (3, 2, 2, 0),
        (9, 4, 4, 4),
        (5, 16, 16, 16),
        (4, 32, 32, 32),
        (3, 7, 5, 3),
    ] {
        let mut random = Random::new((batch + m * 7 + n) as u64);
        let (lhs, rhs) = (values(batch * m * k, || random.wild()), values(batch * k * n, || random.wild()));
        let (mut got, mut want) = (vec![STALE; batch * m * n], vec![STALE; batch * m * n]);
        kernel::bmm(batch, m, k, n, &lhs, &rhs, &mut got);
        reference::bmm(batch, m, k, n, &lhs, &rhs, &mut want);
        assert_same(&got, &want, (batch, m, k, n));
    }
}

#[test]
fn linear_layers() {
    for rows in 0..=6 {
        for inputs in 0..=9 {
            for outputs in [0, 1, 2, 3, 4, 5, 9, 16, 17, 33] {
                let mut random = Random::new((rows * 100 + inputs * 10 + outputs) as u64);
                let x = values(rows * inputs, || random.wild());
                let weight = values(inputs * outputs, || random.wild());
                let bias = values(outputs, || random.wild());
                for bias in [None, Some(&bias[..])] {
                    let (mut got, mut want) = (vec![STALE; rows * outputs], vec![STALE; rows * outputs]);
                    kernel::linear(rows, inputs, outputs, &x, &weight, bias, &mut got);
                    reference::linear(rows, inputs, outputs, &x, &weight, bias, &mut want);
                    assert_same(&got, &want, (rows, inputs, outputs, bias.is_some()));
                }
            }
        }
    }
}

#[test]
fn a_row_of_a_linear_layer_gives_the_same_bits_alone_and_among_others() {
    let (rows, inputs, outputs) = (3, 300, 7);
    let mut random = Random::new(300);
    let (x, weight) = (values(rows * inputs, || random.finite()), values(inputs * outputs, || random.finite()));
    let (mut all, mut alone) = (vec![STALE; rows * outputs], vec![STALE; outputs]);
    kernel::linear(rows, inputs, outputs, &x, &weight, None, &mut all);
    for (x, all) in x.chunks_exact(inputs).zip(all.chunks_exact(outputs)) {
        kernel::linear(1, inputs, outputs, x, &weight, None, &mut alone);
        assert_same(&alone, all, (1, inputs, outputs));
    }
}

#[test]
#[should_panic(expected = "a slice of 5 does not hold 2 x 3")]
fn lengths_must_agree() {
    kernel::matmul(2, 3, 1, &[0.0; 5], &[0.0; 3], &mut [0.0; 2]);
}
