//! The walk to f and f' and chains of layers, against independent arithmetic and PyTorch.

use matwalk_core::activation::chain::Feed;
use matwalk_core::activation::ladder::{Piece, pieces};
use matwalk_core::activation::{ALL, by_id};
use serde_json::Value;

/// Equal up to a relative error.
fn near(got: f64, expected: f64, error: f64) -> bool {
    got == expected || (got - expected).abs() <= error * expected.abs()
}

#[test]
fn f_and_its_slope_at_five_points() {
    let all: Value = serde_json::from_str(include_str!("fixtures/activation_points.json")).unwrap();
    for f in ALL {
        let points = all[f.id].as_array().unwrap();
        assert_eq!(points.len(), 5, "{}", f.id);
        for point in points {
            let [x, value, slope] = [0, 1, 2].map(|at| point[at].as_f64().unwrap());
            let rungs = f.rungs(x);
            let (fx, dx) = (rungs.get("f"), rungs.get("d"));
            assert!(near(fx, value, 1e-12), "{}({x}) = {fx}, not {value}", f.id);
            assert!(near(dx, slope, 1e-12), "{}'({x}) = {dx}, not {slope}", f.id);
        }
    }
}

#[test]
fn what_a_step_says_gives_its_value() {
    for f in ALL {
        for x in [-5.0, -2.0, -0.75, 0.0, 0.5, 1.0, 3.0, 4.5, 6.5] {
            let rungs = f.rungs(x);
            assert_eq!(rungs.all[rungs.value_len - 1].step.key, "f", "{}", f.id);
            assert_eq!(rungs.all.last().unwrap().step.key, "d", "{}", f.id);
            for (place, rung) in rungs.all.iter().enumerate() {
                let (plain, value) = (rung.plain, rung.value);
                let same = near(plain, value, 1e-9) || (plain - value).abs() < 1e-12;
                assert!(same, "{} at {x}: {} gives {plain}, not {value}", f.id, rung.shown);
                for piece in pieces(rung.shown) {
                    let Piece::Value { key, .. } = piece else { continue };
                    let before = rungs.all[..place].iter().any(|rung| rung.step.key == key);
                    assert!(before || key == "x" || "LMKCG".contains(key), "{}: {key} in {}", f.id, rung.shown);
                }
            }
        }
    }
}

#[test]
fn conditions_hold_where_they_are_shown() {
    let shown = |id: &str, x: f64| by_id(id).unwrap().rungs(x).all.last().unwrap().shown;
    assert_eq!((shown("relu", 1.0), shown("relu", 0.0)), ("[x!] > 0", "[x!] ≤ 0"));
    assert_eq!((shown("relu6", 0.0), shown("relu6", 6.0)), ("[x!] ≤ 0", "[x!] ≥ 6"));
    assert_eq!((shown("hardswish", -3.0), shown("hardswish", 3.0)), ("[x!] ≤ −3", "[x!] ≥ 3"));
    assert_eq!((shown("hardtanh", -1.0), shown("hardtanh", 0.5)), ("|[x!]| ≥ 1", "|[x!]| < 1"));
}

#[test]
fn far_out_the_core_counts_and_nan_stays() {
    let at = |id: &str, x: f64| by_id(id).unwrap().rungs(x);
    let far = at("sigmoid", -800.0);
    assert_eq!((far.get("e"), far.get("f"), far.get("d")), (f64::INFINITY, 0.0, 0.0));
    let tanh = at("tanh", 710.0);
    assert!(tanh.all[4].plain.is_nan());
    assert_eq!((tanh.get("f"), tanh.get("d")), (1.0, 0.0));
    let right = at("sigmoid", 40.0);
    assert_eq!((right.get("c"), right.get("f")), (0.0, 1.0));
    assert!(right.get("d") > 4e-18, "not 1 - 1");
    for f in ALL {
        assert!(f.rungs(f64::NAN).all.iter().all(|rung| rung.value.is_nan()), "{}", f.id);
        for x in [f64::INFINITY, f64::NEG_INFINITY] {
            let (own, torch) = (f.rungs(x).get("f"), f64::from(f.value(x as f32)));
            assert!(own == torch || own.is_nan() && torch.is_nan(), "{} at {x}: {own}, {torch}", f.id);
        }
    }
}

#[test]
fn chains_are_those_of_pytorch() {
    let all: Value = serde_json::from_str(include_str!("fixtures/chains.json")).unwrap();
    let cases = all["cases"].as_array().unwrap();
    assert_eq!(cases.len(), 70);
    for case in cases {
        let number = |key: &str| case[key].as_f64().unwrap();
        let depth = case["depth"].as_u64().unwrap() as usize;
        let f = by_id(case["f"].as_str().unwrap()).unwrap();
        let chain = f.chain(number("x"), number("w"), depth, Feed::Forward);
        let dx = chain.products[depth];
        assert!(near(dx, number("dx"), 1e-12), "{case}: {dx}");
        for (key, own) in [("z", &chain.z), ("h", &chain.h)] {
            for (at, expected) in case[key].as_array().unwrap().iter().enumerate() {
                let expected = expected.as_f64().unwrap();
                assert!(near(own[at], expected, 1e-12), "{} {key}[{at}]: {} {expected}", f.id, own[at]);
            }
        }
    }
}

#[test]
fn a_chain_of_one_z() {
    let end = |id: &str, x: f64, w: f64, depth: usize, feed: Feed| {
        *by_id(id).unwrap().chain(x, w, depth, feed).products.last().unwrap()
    };
    for (id, x, w, depth, feed, expected, error) in [
        ("sigmoid", 0.0, 1.0, 10, Feed::Same, 9.5367431640625e-7, 0.0),
        ("sigmoid", 1.0, 1.0, 10, Feed::Same, 8.631747653e-8, 1e-9),
        ("tanh", 1.0, 1.0, 10, Feed::Same, 1.706976646e-4, 1e-9),
        ("relu", 1.0, 1.0, 10, Feed::Same, 1.0, 0.0),
        ("sigmoid", 1.0, 1.0, 3, Feed::Same, 0.0076003, 1e-4),
        ("sigmoid", 1.0, 1.0, 10, Feed::Forward, 2.78477e-7, 1e-5),
        ("tanh", 1.0, 1.0, 10, Feed::Forward, 0.040912, 1e-4),
        ("sigmoid", 1.0, 1.0, 30, Feed::Forward, 2.99929e-20, 1e-5),
        ("tanh", 1.0, 1.0, 30, Feed::Forward, 0.0091217, 1e-4),
        ("tanh", 1.0, 2.0, 10, Feed::Forward, 1.33929e-8, 1e-5),
        ("tanh", 0.0, 2.0, 10, Feed::Same, 1024.0, 0.0),
        ("relu", 1.0, 0.5, 10, Feed::Forward, 0.0009765625, 0.0),
        ("leaky_relu", -1.0, 1.0, 10, Feed::Same, 1e-20, 1e-12),
        ("relu", -1.0, 1.0, 10, Feed::Same, 0.0, 0.0),
    ] {
        let got = end(id, x, w, depth, feed);
        assert!(near(got, expected, error), "{id}, {x}, {w}, {depth}: {got}, not {expected}");
    }
    let last = |id: &str, w: f64| *by_id(id).unwrap().chain(1.0, w, 10, Feed::Forward).z.last().unwrap();
    assert!(near(last("sigmoid", 1.0), 0.6590465, 1e-7));
    assert!(near(last("tanh", 2.0), 1.915008, 1e-6));
}
