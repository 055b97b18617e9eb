//! Every activation function against PyTorch's printed values, against the truth in f64, and against itself.

#[path = "support/truth.rs"]
mod truth;

use matwalk_core::activation::{ALL, Activation, FLAT_SLOPE, by_id};
use serde_json::Value;

/// The bound that the documentation states, in ulp of the true value.
const BOUND: f64 = 4.0;

fn number(value: &Value) -> f32 {
    match value.as_str() {
        Some(text) => text.parse().unwrap(),
        None => value.as_f64().unwrap() as f32,
    }
}

fn numbers(tensor: &Value) -> Vec<f32> {
    tensor["data"].as_array().unwrap().iter().map(number).collect()
}

fn torch_cases() -> Vec<(&'static Activation, Value)> {
    let text = include_str!("fixtures/values.json");
    let all: Value = serde_json::from_str(text).unwrap();
    let cases = all["cases"].as_array().unwrap();
    let cases = cases.iter().filter(|case| case["op"] == "activation");
    cases.map(|case| (by_id(case["name"].as_str().unwrap()).unwrap(), case.clone())).collect()
}

/// Whether `got` may stand beside PyTorch's number: within 4 ulp of the truth, no further from PyTorch than PyTorch
/// is from the truth and 4 ulp, and the same zero, infinity or NaN where the truth rounds to one.
fn check(what: &str, x: f32, got: f32, torch: f32, truth: f64) {
    let same = got.to_bits() == torch.to_bits() || (got.is_nan() && torch.is_nan());
    if !x.is_finite() {
        assert!(same, "{what}({x:e}): {got:e}, torch {torch:e}");
        return;
    }
    let off = truth::error(got, truth);
    assert!(off <= BOUND, "{what}({x:e}) = {got:e}, truth {truth:e}: {off} ulp");
    if truth as f32 == 0.0 {
        // An exactly known zero or one by underflow; PyTorch may overflow on the way (gelu_tanh at -3e38).
        assert!(same || torch.is_nan(), "{what}({x:e}): {got:e}, torch {torch:e}");
    }
    let torch_off = (f64::from(torch) - truth).abs();
    if torch_off.is_finite() {
        let apart = (f64::from(got) - f64::from(torch)).abs();
        let allowed = torch_off + BOUND * truth::ulp(truth);
        assert!(apart <= allowed, "{what}({x:e}) = {got:e}, torch {torch:e}, truth {truth:e}");
    }
}

#[test]
fn all_twenty_agree_with_torch_at_216_points() {
    let cases = torch_cases();
    assert_eq!((cases.len(), ALL.len()), (20, 20));
    for (activation, case) in cases {
        let id = activation.id;
        let (value, derivative) = truth::of(id).unwrap();
        let (x, out, slope) = (numbers(&case["inputs"][0]), numbers(&case["out"]), numbers(&case["derivative"]));
        assert_eq!(x.len(), 216);
        for i in 0..x.len() {
            let exact = f64::from(x[i]);
            check(id, x[i], activation.value(x[i]), out[i], value(exact));
            check(&format!("{id}'"), x[i], activation.derivative(x[i]), slope[i], derivative(exact));
        }
    }
}

/// f32 values spread over all exponents and both signs, with those beside every power of two and every edge.
fn samples() -> Vec<f32> {
    let mut bits: Vec<u32> = (0..0x7f80_0000u32).step_by(40_009).collect();
    for exponent in 0..=254u32 {
        let power = exponent << 23;
        bits.extend([power, power + 1, power.saturating_sub(1)]);
    }
    // Closely where the functions bend.
    bits.extend((0x3d00_0000..0x4300_0000u32).step_by(1_009));
    bits.iter().flat_map(|&b| [f32::from_bits(b), -f32::from_bits(b)]).collect()
}

#[test]
fn every_value_and_derivative_is_within_four_ulp() {
    let samples = samples();
    for activation in ALL {
        let (value, derivative) = truth::of(activation.id).unwrap();
        let mut worst = [(0.0, 0.0f32); 2];
        let mut y = vec![0.0; samples.len()];
        activation.map(&samples, &mut y);
        for (&x, &y) in samples.iter().zip(&y) {
            let errors = [
                truth::error(y, value(f64::from(x))),
                truth::error(activation.derivative(x), derivative(f64::from(x))),
            ];
            for (worst, error) in worst.iter_mut().zip(errors) {
                if error > worst.0 {
                    *worst = (error, x);
                }
            }
        }
        println!(
            "{:12} value {:.3} at {:e}, derivative {:.3} at {:e}",
            activation.id, worst[0].0, worst[0].1, worst[1].0, worst[1].1
        );
        assert!(worst[0].0 <= BOUND && worst[1].0 <= BOUND, "{}: {worst:?}", activation.id);
    }
}

#[test]
fn a_slice_gives_the_bits_of_single_values_at_every_length() {
    let special = [0.0, -0.0, f32::INFINITY, f32::NEG_INFINITY, f32::NAN, 88.0, -88.5, -100.0, 1e-40, 3e38, -3e38];
    let x: Vec<f32> = (0..40).map(|i| if i % 3 == 0 { special[i / 3 % 11] } else { i as f32 * 0.37 - 7.0 }).collect();
    for activation in ALL {
        for start in 0..4 {
            for len in 0..=20 {
                let x = &x[start..start + len];
                let mut y = vec![f32::MAX; len + 1];
                activation.map(x, &mut y);
                for (x, y) in x.iter().zip(&y) {
                    let one = activation.value(*x);
                    assert!(y.to_bits() == one.to_bits() || (y.is_nan() && one.is_nan()), "{}({x})", activation.id);
                }
                assert_eq!(y[len], f32::MAX, "{} wrote past the end", activation.id);
            }
        }
        activation.map(&x, &mut [0.0; 3]);
        // A strange value must not hide another one in the same group.
        for a in special {
            for b in special {
                for place in 1..8 {
                    let mut x = [0.5; 8];
                    (x[0], x[place]) = (a, b);
                    let mut y = [0.0; 8];
                    activation.map(&x, &mut y);
                    let (got, one) = (y[place], activation.value(b));
                    assert!(got.to_bits() == one.to_bits() || (got.is_nan() && one.is_nan()), "{}({b})", activation.id);
                }
            }
        }
    }
}

#[test]
fn kinks_are_torchs() {
    let slope = |id: &str, x: f32| by_id(id).unwrap().derivative(x);
    for (id, x, expected) in [
        ("relu", 0.0, 0.0),
        ("leaky_relu", 0.0, 0.01),
        ("relu6", 0.0, 0.0),
        ("relu6", 6.0, 0.0),
        ("elu", 0.0, 1.0),
        ("celu", 0.0, 1.0),
        ("selu", 0.0, 1.758_099_3),
        ("hardtanh", 1.0, 0.0),
        ("hardtanh", -1.0, 0.0),
        ("hardsigmoid", 3.0, 0.0),
        ("hardsigmoid", -3.0, 0.0),
    ] {
        assert_eq!(slope(id, x), expected, "{id}'({x})");
    }
}

#[test]
fn flat_intervals_are_where_the_slope_is_small() {
    for activation in ALL {
        let slope = |x: f32| activation.derivative(x).abs();
        let inside = |x: f32, ends: (f32, f32)| ends.0 < x && x < ends.1;
        for &(low, high) in activation.flat {
            assert!(low < high);
            for (end, outward) in [(low, -1.0), (high, 1.0)] {
                if end.is_finite() {
                    let step = 1e-5 * end.abs().max(1e-3);
                    assert!(slope(end - outward * step) < FLAT_SLOPE, "{} inside {end}", activation.id);
                    assert!(slope(end + outward * step) >= FLAT_SLOPE, "{} outside {end}", activation.id);
                }
            }
        }
        // Everywhere else the slope is not small, but where the function turns around.
        for i in -3000..=3000 {
            let x = i as f32 * 0.01 + 0.001;
            if activation.flat.iter().any(|&ends| inside(x, ends)) {
                assert!(slope(x) < FLAT_SLOPE && activation.is_flat(x), "{}'({x})", activation.id);
            } else if slope(x) < FLAT_SLOPE {
                let (left, right) = (activation.derivative(x - 0.06), activation.derivative(x + 0.06));
                assert!(left * right < 0.0, "{}'({x}) is small", activation.id);
            }
        }
    }
}

#[test]
fn values_stay_in_the_range_and_come_near_its_ends() {
    for activation in ALL {
        let range = activation.range;
        let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
        for i in -40_000..=40_000 {
            let y = f64::from(activation.value(i as f32 * 0.0025));
            low = low.min(y);
            high = high.max(y);
        }
        // Rounding may pass an end by half an ulp of it.
        assert!(low >= range.low - 1e-7 && high <= range.high + 1e-7, "{}: {low} {high}", activation.id);
        let near =
            |end: f64, reached: f64| if end.is_finite() { (end - reached).abs() < 0.011 } else { reached.abs() >= 0.9 };
        assert!(near(range.low, low) && near(range.high, high), "{}: {low} {high}", activation.id);
    }
}

#[test]
fn names_are_unique_and_every_entry_is_filled() {
    for (i, activation) in ALL.iter().enumerate() {
        assert_eq!(by_id(activation.id), Some(*activation));
        assert!(ALL[..i].iter().all(|other| other.id != activation.id));
        assert!(activation.torch.starts_with("torch.nn.") && !activation.source.is_empty());
        assert!(activation.domain.0 < activation.domain.1);
        let (tex, text) = (activation.formula.tex(), activation.formula.text());
        assert!(activation.id == "identity" || (tex.contains('x') && text.contains('x')));
        for (open, close) in [('{', '}'), ('(', ')')] {
            assert_eq!(tex.matches(open).count(), tex.matches(close).count(), "{tex}");
        }
    }
}
