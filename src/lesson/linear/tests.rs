//! The lesson against the table of its design. Expected numbers were worked out apart, in NumPy and by hand.

mod picture;
mod state;

use super::example::EXAMPLES;
use super::inputs::{B, W, X, Y};
use super::model::{Form, Linear, Reading};
use super::probe::{Table, Test, Verdict};
use crate::lesson::entry::{Language, Lesson};
use crate::lesson::link;
use crate::playback::Jump;
use crate::route::Address;
use crate::screen::hue::plain;
use crate::screen::node::read;
use crate::screen::panel::Cells;
use crate::screen::{Act, Board, Cx, Figure, Room, Scene, Shown, Slot, Walk};
use crate::words::Locale;

fn cx() -> Cx {
    Cx { locale: Locale::en, base: 1, room: Room::default() }
}

fn example(key: &str) -> Linear {
    let mut linear = Linear::default();
    let index = EXAMPLES.iter().position(|example| example.key == key).expect("an example");
    linear.act(Act::Example(index));
    linear
}

fn at(link: &str) -> Linear {
    let mut linear = Linear::default();
    let bad = linear.read(&Address::parse(link));
    assert!(bad.is_empty(), "{link}: {bad:?}");
    linear
}

fn scene(linear: &Linear) -> Scene {
    match linear.moment(&cx()).figure {
        Figure::Scene(scene) => *scene,
        Figure::Own(_) => panic!("panels"),
    }
}

fn values(linear: &Linear, slot: Slot) -> Vec<Option<f32>> {
    match &scene(linear).panel(slot).expect("a panel").cells {
        Cells::Grid(cells) => cells.iter().map(Shown::value).collect(),
        Cells::Heat(_) => panic!("a grid"),
    }
}

/// y as PyTorch has it, sample by sample.
fn y(linear: &Linear) -> Vec<f32> {
    linear.solved().answer.as_ref().expect("a layer").out.data().to_vec()
}

fn board(linear: &Linear) -> Board {
    linear.board(&cx())
}

fn go(linear: &mut Linear, t: usize) {
    linear.act(Act::Jump(Jump::To(t)));
}

fn said(linear: &Linear) -> String {
    plain(&linear.moment(&cx()).sentence)
}

fn formula(linear: &Linear) -> String {
    read(&linear.moment(&cx()).formula)
}

fn choose(linear: &mut Linear, setting: &'static str, choice: usize) {
    linear.act(Act::Choose(setting, choice));
}

#[test]
fn the_notes_layer_one_product_at_a_time() {
    let mut linear = Linear::default();
    let seen: Vec<Option<f32>> = (6..=10)
        .map(|t| {
            go(&mut linear, t);
            values(&linear, Y)[1]
        })
        .collect();
    assert_eq!(seen, [0., -1., 5., 6., 4.].map(Some));
    go(&mut linear, 8);
    let scene = scene(&linear);
    assert_eq!(plain(&scene.chips[2].small), "2·3");
    assert_eq!(plain(&scene.chips[2].large), "6");
    assert_eq!(scene.chips.len(), 4);
    assert_eq!(formula(&linear), "y₂=0·2+(−1)·1+2·3+1·1+(−2)→5");
    assert_eq!(said(&linear), "From x₃: 2 × 3 = 6. So far 5. With the next product, 1 × 1?");
    go(&mut linear, 9);
    assert_eq!(said(&linear), "From x₄: 1 × 1 = 1. So far 6. With the bias, −2?");
    go(&mut linear, 10);
    assert_eq!(said(&linear), "With the bias −2: y₂ = 4. Next: y₃.");
    assert_eq!(formula(&linear), "y₂=0·2+(−1)·1+2·3+1·1+(−2)=4");
    go(&mut linear, 15);
    assert_eq!(said(&linear), "With the bias 3: y₃ = 6. Parameters used: 4 × 3 + 3 = 15.");
}

#[test]
fn both_forms_and_both_ways_of_the_bias_agree_at_every_step() {
    let mut linear = Linear::default();
    for bias in [0, 1] {
        for form in [0, 1] {
            choose(&mut linear, "bias", bias);
            choose(&mut linear, "form", form);
            assert_eq!(linear.walk().len, 15);
            go(&mut linear, 15);
            assert_eq!(values(&linear, Y), [5., 4., 6.].map(Some));
        }
    }
    for key in EXAMPLES.iter().map(|example| example.key).filter(|key| !["width", "linear"].contains(key)) {
        let mut linear = example(key);
        let len = linear.walk().len;
        for t in 0..=len {
            let sums = |linear: &mut Linear, form: usize, bias: usize| {
                choose(linear, "form", form);
                if bias < 2 && linear.inputs().bias.is_some() {
                    choose(linear, "bias", bias);
                }
                go(linear, t);
                let bits = |linear: &Linear| {
                    let sizes = linear.solved().sizes;
                    let places = (0..sizes.samples).flat_map(|n| (0..sizes.outputs).map(move |j| (n, j)));
                    places.map(|(n, j)| linear.partial(n, j).to_bits()).collect::<Vec<_>>()
                };
                bits(linear)
            };
            let first = sums(&mut linear, 0, 0);
            for (form, bias) in [(1, 0), (0, 1), (1, 1)] {
                assert_eq!(sums(&mut linear, form, bias), first, "{key}, t = {t}, form {form}, bias {bias}");
            }
        }
    }
}

#[test]
fn without_a_bias_and_back_with_the_one_that_was_there() {
    let mut linear = Linear::default();
    choose(&mut linear, "bias", 2);
    assert_eq!(y(&linear), [4., 6., 3.]);
    assert_eq!(linear.walk().len, 12);
    assert_eq!(linear.solved().answer.as_ref().expect("a layer").plan.parameters(), 12);
    choose(&mut linear, "bias", 0);
    assert_eq!(y(&linear), [5., 4., 6.]);
}

#[test]
fn the_other_examples() {
    let samples = example("samples");
    assert_eq!(y(&samples), [5., 4., 6., 1., -2., 3., 0., 0., 3.]);
    assert_eq!(samples.walk().len, 45);
    assert_eq!(samples.solved().answer.as_ref().expect("a layer").plan.parameters(), 15);
    let one_hot = example("one-hot");
    assert_eq!(y(&one_hot), [21., 22., 23.]);
    assert_eq!(one_hot.inputs().weight_at(2, 3), Some(43.));
    let mut grey = example("grey");
    let seen = |grey: &mut Linear, t| {
        go(grey, t);
        values(grey, Y)[0].expect("a sum")
    };
    let shown = [1, 2, 3].map(|t| crate::figure::short(seen(&mut grey, t)));
    assert_eq!(shown, ["59.8", "118.5", "124.2"]);
    assert_eq!(y(&grey), [124.2]);
    assert_eq!(example("square").inputs().weight_at(0, 1), Some(2.));
    assert_eq!(y(&example("eight")).len(), 8);
    assert_eq!(example("eight").solved().answer.as_ref().expect("a layer").plan.parameters(), 72);
}

#[test]
fn a_square_array_turned_round_raises_no_error() {
    let mut square = example("square");
    assert_eq!(y(&square), [3., 7.]);
    square.act(Act::Transpose(W));
    assert_eq!(y(&square), [4., 6.]);
    assert!(board(&square).problem.is_none());
    go(&mut square, 4);
    assert!(said(&square).ends_with("only the values change."));
}

#[test]
fn the_test_of_linearity() {
    let linear = example("linear");
    assert_eq!((linear.reading, linear.walk()), (Reading::Probe, Walk { t: 0, len: 4 }));
    let table = Table::of(linear.inputs(), Test::Sum).expect("a table");
    let row = |row: usize, function: usize| table.rows[row].out[function].clone();
    assert_eq!((row(0, 0), row(1, 0)), (vec![4., 6., 3.], vec![-3., 3., 4.]));
    assert_eq!((row(2, 0), row(3, 0)), (vec![1., 9., 7.], vec![1., 9., 7.]));
    assert_eq!((row(2, 1), row(3, 1)), (vec![3., 5., 13.], vec![2., 7., 10.]));
    assert_eq!((row(2, 2), row(3, 2)), (vec![4., 9., 7.], vec![1., 9., 7.]));
    assert_eq!(table.verdicts[0], Verdict::Equal);
    assert_eq!(table.verdicts[1], Verdict::Off(vec![1., -2., 3.]));
    assert_eq!(table.verdicts[2], Verdict::Off(vec![3., 0., 0.]));
    let triple = Table::of(linear.inputs(), Test::Triple).expect("a table");
    assert_eq!(triple.rows[2].out[1], [13., 16., 12.]);
    assert_eq!(triple.rows[1].out[1], [15., 12., 18.]);
    assert_eq!(triple.verdicts[1], Verdict::Off(vec![2., -4., 6.]));
    assert_eq!((&triple.verdicts[0], &triple.verdicts[2]), (&Verdict::Equal, &Verdict::Equal));
    let negative = Table::of(linear.inputs(), Test::Negative).expect("a table");
    assert!(matches!(negative.verdicts[2], Verdict::Off(_)));
}

#[test]
fn a_wrong_width_is_told_in_pytorchs_words_and_every_fix_works() {
    let text = |linear: &Linear| board(linear).problem.and_then(|problem| problem.message).unwrap_or_default();
    let width = example("width");
    let expected = "RuntimeError: addmm: mat1 and mat2 shapes cannot be multiplied (1x5 and 4x3)";
    assert_eq!(text(&width), expected);
    assert_eq!(width.walk().len, 0);
    assert!(values(&width, Y).iter().all(Option::is_none));
    let without = at("#/linear?x=2x5:1,2,3,4,5,6,7,8,9,10&w=3x4:1,2,3,4,5,6,7,8,9,10,11,12&b=none&form=torch");
    assert_eq!(text(&without), "RuntimeError: mm: mat1 and mat2 shapes cannot be multiplied (2x5 and 4x3)");
    for link in [
        "#/linear?x=5:1,2,3,4,5",
        "#/linear?x=3:1,2,3",
        "#/linear?x=8:1,2,3,4,5,6,7,8",
        "#/linear?x=3x5:1,2,3,4,5,1,2,3,4,5,1,2,3,4,5&form=torch",
        "#/linear?x=2:1,2&w=2x3:1,2,3,4,5,6&b=none&form=torch",
    ] {
        let fixes = board(&at(link)).problem.expect("a problem").fixes;
        assert!(!fixes.is_empty(), "{link}");
        for (place, fix) in fixes.iter().enumerate() {
            let mut linear = at(link);
            linear.act(Act::Fix(place));
            assert!(linear.solved().answer.is_ok(), "{link}: {}", fix.key);
            linear.act(Act::Undo);
            assert!(linear.solved().answer.is_err(), "{link}");
        }
    }
    let keys: Vec<String> = board(&width).problem.expect("a problem").fixes.into_iter().map(|fix| fix.code).collect();
    assert_eq!(keys[..2], ["nn.Linear(5, 3)", "x[..., :4]"]);
    let wide = at("#/linear?x=2:1,2&w=2x3:1,2,3,4,5,6&b=none&form=torch");
    assert_eq!(board(&wide).problem.expect("a problem").fixes[0].code, "weight.T");
}
