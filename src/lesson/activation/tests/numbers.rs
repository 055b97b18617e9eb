//! The numbers that must come out: of each row of the lesson's page.

use super::*;
use crate::lesson::activation::digits::short;
use matwalk_core::activation::ALL;
use serde_json::Value;

/// What the rows of the ladder show.
fn rungs(lesson: &Activation) -> Vec<String> {
    lesson.rungs().all.iter().map(|rung| short(rung.value)).collect()
}

#[test]
fn ladders() {
    let end = |address: &str| at(&format!("{address}&t=99"));
    assert_eq!(rungs(&end("f=sigmoid&x=1")), ["−1", "0.3679", "1.368", "0.7311", "0.2689", "0.1966"]);
    near(value(&end("f=sigmoid&x=1"), "f-sigmoid"), 0.7310585786, 1e-10);
    near(value(&end("f=sigmoid&x=1"), "df-sigmoid"), 0.1966119332, 1e-9);
    let tanh = end("f=tanh&x=-2");
    assert_eq!(rungs(&tanh), ["0.1353", "7.389", "−7.254", "7.524", "−0.964", "0.9293", "0.07065"]);
    near(value(&tanh, "f-tanh"), -0.9640275801, 1e-10);
    near(value(&tanh, "df-tanh"), 0.0706508249, 1e-9);
    let six = end("f=sigmoid,tanh&x=6");
    assert_eq!((cell(&six, "f-sigmoid").0, cell(&six, "df-sigmoid").0), ("0.9975".into(), "0.002467".into()));
    assert_eq!((cell(&six, "f-tanh").0, cell(&six, "df-tanh").0), ("1".into(), "2.46e−5".into()));
    near(value(&six, "f-tanh"), 0.9999877117, 1e-10);
    let gelu = end("f=gelu&x=-1.5");
    assert_eq!(rungs(&gelu), ["0.06681", "−0.1002", "0.1295", "−0.1943", "−0.1275"]);
}

#[test]
fn f_and_its_slope_of_every_function_at_five_points() {
    let text = include_str!("../../../../crates/core/tests/fixtures/activation_points.json");
    let all: Value = serde_json::from_str(text).expect("JSON");
    for f in ALL {
        for point in all[f.id].as_array().expect("points") {
            let [x, fx, dx] = [0, 1, 2].map(|at| point[at].as_f64().expect("a number"));
            let lesson = at(&format!("f={}&x={x}&t=99", f.id));
            for (name, expected) in [(format!("f-{}", f.id), fx), (format!("df-{}", f.id), dx)] {
                let (shown, own) = cell(&lesson, &name);
                let own = own.expect("a value");
                assert!(own == expected || (own - expected).abs() <= 1e-12 * expected.abs(), "{name} at {x}: {own}");
                assert_eq!(shown, short(expected), "{name} at {x}");
            }
        }
    }
}

#[test]
fn chains() {
    let end = |address: &str| at(&format!("view=chain&{address}&t=99"));
    let quarter = end("f=sigmoid&x=0");
    assert_eq!(value(&quarter, "chain-10"), 9.5367431640625e-7);
    assert_eq!(value(&quarter, "chain-10"), 1.0 / 1_048_576.0);
    let one = |f: &str| end(&format!("f={f}&x=1"));
    near(value(&one("sigmoid"), "chain-10"), 8.631747653e-8, 1e-9);
    near(value(&one("tanh"), "chain-10"), 1.706976646e-4, 1e-9);
    assert_eq!(value(&one("relu"), "chain-10"), 1.0);
    assert_eq!(cell(&one("sigmoid"), "chain-3").0, "0.0076");
    near(value(&one("sigmoid"), "chain-3"), 0.0076003, 1e-5);
    near(value(&end("f=sigmoid&x=1&feed=forward"), "chain-10"), 2.78477e-7, 1e-5);
    near(value(&end("f=tanh&x=1&feed=forward"), "chain-10"), 0.040912, 1e-4);
    near(value(&end("f=sigmoid&x=1&feed=forward&depth=30"), "chain-30"), 2.99929e-20, 1e-5);
    near(value(&end("f=tanh&x=1&feed=forward&depth=30"), "chain-30"), 0.0091217, 1e-4);
    let two = end("f=tanh&x=1&w=2&feed=forward");
    near(value(&two, "chain-10"), 1.33929e-8, 1e-5);
    near(two.chain(two.main()).expect("a chain").z[9], 1.915008, 1e-6);
    assert_eq!(value(&end("f=tanh&x=0&w=2"), "chain-10"), 1024.0);
    near(value(&end("f=leaky_relu&x=-1"), "chain-10"), 1e-20, 1e-12);
    assert_eq!(value(&end("f=relu&x=-1"), "chain-10"), 0.0);
    near(value(&end("f=relu&x=1&w=0.5&feed=forward"), "chain-10"), 9.765625e-4, 1e-12);
    let forward = end("f=sigmoid&x=1&feed=forward");
    near(forward.chain(forward.main()).expect("a chain").z[9], 0.6590465, 1e-7);
}

#[test]
fn chains_are_those_of_pytorch() {
    let text = include_str!("../../../../crates/core/tests/fixtures/chains.json");
    let all: Value = serde_json::from_str(text).expect("JSON");
    let cases = all["cases"].as_array().expect("cases");
    assert_eq!(cases.len(), 70);
    for case in cases {
        let number = |key: &str| case[key].as_f64().expect("a number");
        let (f, depth) = (case["f"].as_str().expect("a name"), case["depth"].as_u64().expect("a depth"));
        let (x, w) = (number("x"), number("w"));
        let lesson = at(&format!("view=chain&feed=forward&f={f}&x={x}&w={w}&depth={depth}&t=99"));
        let (own, dx) = (value(&lesson, &format!("chain-{depth}")), number("dx"));
        assert!(own == dx || (own - dx).abs() <= 1e-12 * dx.abs(), "{case}: {own}");
    }
}

/// Σ f' of each neuron at a bias, and how many are dead.
fn ward(bias: &str, more: &str) -> (Vec<String>, usize) {
    let lesson = at(&format!("view=ward&bias={bias}&{more}&t=99"));
    ((0..6).map(|col| cell(&lesson, &format!("wardsum-{col}")).0).collect(), lesson.dead())
}

#[test]
fn neurons() {
    for (bias, sums, dead) in [
        ("0", ["2", "0", "4", "1", "0", "2"], 2),
        ("0.5", ["2", "0", "4", "2", "2", "2"], 1),
        ("-1", ["1", "0", "4", "0", "0", "0"], 4),
        ("2", ["4", "0", "4", "4", "4", "3"], 1),
        ("2.5", ["4", "1", "4", "4", "4", "3"], 0),
    ] {
        let found = ward(bias, "f=relu");
        assert_eq!((found.0.iter().map(String::as_str).collect::<Vec<_>>(), found.1), (sums.to_vec(), dead), "{bias}");
    }
    assert_eq!(ward("0", "f=leaky_relu").0, ["2.02", "0.04", "4", "1.03", "0.04", "2.02"]);
    assert_eq!(ward("0", "f=relu&centre=1"), (["2", "1", "2", "2", "2", "2"].map(str::to_owned).to_vec(), 0));
    let lesson = at("view=ward&f=relu");
    let wakes: Vec<Option<f64>> = (0..6).map(|col| lesson.neuron(col).wakes).collect();
    assert_eq!(wakes, [-2.5, 2.0, -3.25, -1.0, 0.1, -1.0].map(Some));
}

#[test]
fn a_matrix() {
    let lesson = at("view=matrix&t=99");
    let shown: Vec<String> = (0..6).map(|index| cell(&lesson, &format!("out-{}-{}", index / 3, index % 3)).0).collect();
    assert_eq!(shown, ["0.1192", "0.7311", "0.3775", "0.6225", "0.2689", "0.8808"]);
    let text: String = nodes(&lesson).iter().map(|node| format!("{} ", node.text)).collect();
    for part in ["mean: Z 0", "→ sigmoid 0.5", "tanh", "0.5833"] {
        assert!(text.contains(part), "{part} in {text}");
    }
}

#[test]
fn flat_from() {
    let end = |id: &str| matwalk_core::activation::by_id(id).expect("a function").flat[1].0;
    near(f64::from(end("sigmoid")), 4.584863, 1e-6);
    near(f64::from(end("tanh")), 2.993223, 1e-6);
}
