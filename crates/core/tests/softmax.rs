//! Softmax and log-softmax against PyTorch's printed values.

#[path = "support/definition.rs"]
mod definition;

use definition::{bits, truth, widen};
use matwalk_core::softmax::{
    self, Mode, Options, Precision, log_softmax, log_softmax_with, phases, softmax, softmax_rows, softmax_with,
};
use matwalk_core::{Shape, Tensor};
use serde_json::Value;

fn number(value: &Value) -> f64 {
    match value.as_str() {
        Some(text) => text.parse().unwrap(),
        None => value.as_f64().unwrap(),
    }
}

fn numbers(list: &Value) -> Vec<f64> {
    list.as_array().unwrap().iter().map(number).collect()
}

/// The distance of two neighbours of a type with that many digits and that smallest exponent.
fn ulp(truth: f64, precision: Precision) -> f64 {
    let (digits, lowest) = match precision {
        Precision::F16 => (10, -14),
        Precision::F32 => (23, -126),
        Precision::F64 => (52, -1022),
    };
    let exponent = ((truth.abs().to_bits() >> 52) as i32 - 1023).max(lowest);
    2f64.powi(exponent - digits)
}

/// As close to PyTorch as PyTorch is to the truth and 4 ulp more; NaN, zeros and infinities the same.
fn check(got: &[f64], torch: &[f64], truth: &[f64], precision: Precision) {
    assert_eq!(got.len(), torch.len());
    for ((&got, &torch), &truth) in got.iter().zip(torch).zip(truth) {
        if torch.is_nan() || torch.is_infinite() {
            assert!(got == torch || (got.is_nan() && torch.is_nan()), "{got:e}, torch {torch:e}");
            continue;
        }
        let allowed = (torch - truth).abs() + 4.0 * ulp(truth, precision);
        assert!((got - torch).abs() <= allowed, "{got:e}, torch {torch:e}, truth {truth:e}");
    }
}

#[test]
fn all_66_rows_of_hard_logits_agree_with_torch() {
    let all: Value = serde_json::from_str(include_str!("fixtures/softmax_values.json")).unwrap();
    let rows = all["rows"].as_array().unwrap();
    assert_eq!(rows.len(), 66);
    for row in rows {
        let precision = if row["dtype"] == "f32" { Precision::F32 } else { Precision::F64 };
        let temperature = row.get("T").map_or(1.0, number);
        let stable = Options { precision, mode: Mode::Stable, temperature };
        let x = numbers(&row["x"]);
        let exact: Vec<f64> = x.iter().map(|z| precision.round(precision.round(*z) / temperature)).collect();
        let got = phases(&x, stable);
        check(&got.quotients, &numbers(&row["stable"]), &truth(&exact, false), precision);
        if let Some(expected) = row.get("log_softmax") {
            check(&got.log_softmax(), &numbers(expected), &truth(&exact, true), precision);
        }
        if let Some(expected) = row.get("naive") {
            let got = phases(&x, Options { mode: Mode::Naive, ..stable });
            let exps: Vec<f64> = exact.iter().map(|z| z.exp()).collect();
            check(&got.exps, &numbers(&row["naive_exp"]), &exps, precision);
            check(&got.quotients, &numbers(expected), &truth(&exact, false), precision);
        }
    }
}

#[test]
fn every_tensor_agrees_with_torch() {
    let all: Value = serde_json::from_str(include_str!("fixtures/values.json")).unwrap();
    let mut count = 0;
    for case in all["cases"].as_array().unwrap() {
        let log = case["op"] == "log_softmax";
        if case["op"] != "softmax" && !log {
            continue;
        }
        count += 1;
        let sizes: Vec<usize> = numbers(&case["inputs"][0]["shape"]).iter().map(|&n| n as usize).collect();
        let shape = Shape::new(&sizes).unwrap();
        let data: Vec<f32> = numbers(&case["inputs"][0]["data"]).iter().map(|&x| x as f32).collect();
        let dim = case["dim"].as_i64().unwrap();
        let x = Tensor::new(shape, data.clone()).unwrap();
        let got = if log { log_softmax(&x, dim) } else { softmax(&x, dim) }.unwrap();
        assert_eq!(got.shape(), shape);
        // The truth by plain loops over indices, row by row.
        let at = if dim < 0 { dim + sizes.len() as i64 } else { dim } as usize;
        let inner: usize = sizes[at + 1..].iter().product();
        let mut exact = vec![0.0; data.len()];
        for i in 0..data.len() {
            let own = i / inner % sizes[at];
            let row: Vec<f64> = (0..sizes[at]).map(|k| f64::from(data[i - own * inner + k * inner])).collect();
            exact[i] = truth(&row, log)[own];
        }
        check(&widen(got.data()), &numbers(&case["out"]["data"]), &exact, Precision::F32);
        let with = if log { log_softmax_with } else { softmax_with };
        assert_eq!(bits(&with(&widen(&data), shape, dim, Options::default()).unwrap()), bits(&widen(got.data())));
    }
    assert_eq!(count, 50);
}

#[test]
fn a_scalar_and_empty_rows_are_legal() {
    let scalar = Tensor::new(Shape::SCALAR, vec![7.0]).unwrap();
    assert_eq!(softmax(&scalar, -1).unwrap().data(), [1.0]);
    assert_eq!(log_softmax(&scalar, 0).unwrap().data(), [0.0]);
    assert!(softmax(&scalar, 1).is_err());
    for sizes in [&[0][..], &[2, 0], &[0, 3], &[2, 0, 3]] {
        let x = Tensor::zeros(Shape::new(sizes).unwrap()).unwrap();
        for dim in 0..sizes.len() as i64 {
            assert_eq!(softmax(&x, dim).unwrap(), x);
            assert!(log_softmax_with(&[], x.shape(), dim, Options::default()).unwrap().is_empty());
        }
    }
    let wrong = softmax_with(&[1.0], Shape::new(&[2]).unwrap(), 0, Options::default());
    assert!(matches!(wrong, Err(softmax::Error::Count(_))));
    softmax_rows(0, &[1.0], &mut [2.0]);
}

#[test]
fn infinities_and_nan_spread_as_in_torch() {
    let (inf, nan) = (f64::INFINITY, f64::NAN);
    for precision in [Precision::F16, Precision::F32, Precision::F64] {
        let options = Options { precision, ..Options::default() };
        for row in [&[inf, 0.0, 1.0][..], &[nan, 0.0], &[-inf, -inf], &[nan, nan], &[0.0, inf, -inf], &[-inf, nan]] {
            let p = phases(row, options);
            assert!(p.quotients.iter().chain(&p.log_softmax()).all(|x| x.is_nan()), "{row:?}");
        }
        let p = phases(&[-inf, 0.0, 0.0], options);
        assert_eq!((p.quotients[0], p.quotients[1], p.log_softmax()[0]), (0.0, 0.5, -inf));
    }
}

/// f16 by table: every number of the type, made from its definition.
fn all_f16() -> Vec<f64> {
    let subnormal = (0..1024).map(|k| f64::from(k) * 2f64.powi(-24));
    let normal = (-14..=15).flat_map(|e| (0..1024).map(move |k| (1.0 + f64::from(k) / 1024.0) * 2f64.powi(e)));
    subnormal.chain(normal).collect()
}

#[test]
fn f16_rounds_to_the_nearest_ties_to_even() {
    use matwalk_core::elementary::{from_f16_bits, round_to_f16, to_f16_bits};
    let all = all_f16();
    for (code, pair) in all.windows(2).enumerate() {
        let (low, high) = (pair[0], pair[1]);
        assert_eq!((to_f16_bits(low), from_f16_bits(code as u16)), (code as u16, low));
        let middle = (low + high) / 2.0;
        let even = if code % 2 == 0 { low } else { high };
        assert_eq!(round_to_f16(middle), even);
        assert_eq!(round_to_f16(middle * (1.0 - 1e-15)), low);
        assert_eq!(round_to_f16(-middle * (1.0 + 1e-15)), -high);
    }
    assert_eq!(all.last(), Some(&65504.0));
    assert_eq!((round_to_f16(65519.99), round_to_f16(65520.0)), (65504.0, f64::INFINITY));
    assert_eq!(round_to_f16(-1e300), f64::NEG_INFINITY);
    assert_eq!(round_to_f16(-2f64.powi(-25)).to_bits(), (-0.0f64).to_bits());
    assert!(round_to_f16(f64::NAN).is_nan());
    assert_eq!(to_f16_bits(f64::INFINITY), 0x7c00);
    assert_eq!(from_f16_bits(0xfc00), f64::NEG_INFINITY);
}

#[test]
fn f16_overflows_where_the_type_does() {
    let naive = |z: f64| {
        let options = Options { precision: Precision::F16, mode: Mode::Naive, temperature: 1.0 };
        phases(&[z], options).exps[0]
    };
    // The last number of the type whose exponential is finite in it.
    assert_eq!((naive(11.0859375), naive(11.09375)), (65248.0, f64::INFINITY));
    let all = all_f16();
    let options = Options { precision: Precision::F16, ..Options::default() };
    let p = phases(&[0.1, -3.3, 2.7, 11.2], options);
    let phases = [&p.logits, &p.shifted, &p.exps, &p.partial_sums, &p.quotients];
    for value in phases.into_iter().flatten().chain(&p.log_softmax()) {
        assert!(all.contains(&value.abs()), "{value} is no f16");
    }
}

#[test]
fn temperature_divides_the_logits_first() {
    let options = |temperature| Options { temperature, ..Options::default() };
    let halved = phases(&[1.0, 2.0, 3.0], options(2.0));
    assert_eq!(halved.quotients, phases(&[0.5, 1.0, 1.5], options(1.0)).quotients);
    assert!(phases(&[1.0, 2.0], options(0.0)).quotients.iter().all(|x| x.is_nan()));
}
