//! The functions, and the truth in f64 that other tests compare with, against 60 digits (`fixtures/true_values.py`).

#[path = "support/truth.rs"]
#[allow(dead_code, reason = "each of its users needs another part")]
mod truth;

use matwalk_core::activation::by_id;
use matwalk_core::elementary::{exp_f64, ln_1p_f64, ln_f64};
use serde_json::Value;

fn fixture() -> Value {
    serde_json::from_str(include_str!("fixtures/true_values.json")).unwrap()
}

fn number(value: &Value) -> f64 {
    value.as_str().unwrap().parse().unwrap()
}

/// How far `got` is from the true value, which is a pair of f64.
fn off(got: f64, pair: &Value) -> f64 {
    (got - number(&pair[0]) - number(&pair[1])).abs()
}

#[test]
fn activations_are_within_four_ulp_and_the_reference_is_far_closer() {
    let all = fixture();
    let functions = all["activations"].as_object().unwrap();
    assert_eq!(functions.len(), 13);
    for (name, rows) in functions {
        let (activation, reference) = (by_id(name).unwrap(), truth::of(name).unwrap());
        for row in rows.as_array().unwrap() {
            let x = number(&row[0]);
            let ours = [activation.value(x as f32), activation.derivative(x as f32)];
            for (i, theirs) in [reference.0(x), reference.1(x)].into_iter().enumerate() {
                let ulp = truth::ulp(number(&row[i + 1][0]));
                let (a, b) = (off(f64::from(ours[i]), &row[i + 1]) / ulp, off(theirs, &row[i + 1]) / ulp);
                assert!(a <= 4.0, "{name} {i} at {x:e}: {a} ulp");
                // Beside a zero of a derivative its terms cancel: there the reference is as good as f64 can be.
                let cancels = off(theirs, &row[i + 1]) <= 3e-16;
                assert!(b <= 1e-3 || cancels, "the reference of {name} {i} at {x:e}: {b} ulp");
            }
        }
    }
}

#[test]
fn exp_and_logarithms_in_f64_are_within_one_ulp() {
    let all = fixture();
    for (name, f) in [("exp", exp_f64 as fn(f64) -> f64), ("ln", ln_f64), ("ln_1p", ln_1p_f64)] {
        let rows = all["double"][name].as_array().unwrap();
        assert!(rows.len() > 100);
        for row in rows {
            let (x, truth) = (number(&row[0]), number(&row[1][0]));
            let exponent = ((truth.abs().to_bits() >> 52) as i32 - 1023).max(-1022);
            // In two steps, as 2^-1074 is no normal number.
            let ulp = 2f64.powi(exponent) * 2f64.powi(-52);
            assert!(off(f(x), &row[1]) <= ulp, "{name}({x:e}) = {:e}, true {truth:e}", f(x));
        }
    }
    assert_eq!(exp_f64(f64::NEG_INFINITY), 0.0);
    assert_eq!((exp_f64(710.0), ln_f64(0.0)), (f64::INFINITY, f64::NEG_INFINITY));
    assert!(ln_f64(-1.0).is_nan() && ln_1p_f64(-1.1).is_nan() && exp_f64(f64::NAN).is_nan());
    assert_eq!(ln_1p_f64(-0.0).to_bits(), (-0.0f64).to_bits());
}
