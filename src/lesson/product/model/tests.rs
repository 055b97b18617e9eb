//! The lesson's state, driven by acts alone. Expected numbers are worked out by hand.

use super::*;
use crate::lesson::entry::Lesson;
use crate::lesson::link::Unlinkable;
use crate::lesson::product::example::EXAMPLES;
use crate::lesson::product::inputs::OUT;
use crate::lesson::product::{address as linked, fixes as repairs};
use crate::playback::Jump;
use crate::route::Address;
use crate::screen::hue::plain;
use crate::screen::node::read;
use crate::screen::scene::Cells;
use crate::screen::{Act, ChipState, Cx, Figure, Main, Role, Room, Scene, Shown, Walk};
use crate::words::Locale;
use matwalk_core::{Shape, Tensor};

mod inputs;
mod links;
mod place;

fn at(link: &str) -> Product {
    let mut product = Product::default();
    let bad = product.read(&Address::parse(link));
    assert!(bad.is_empty(), "{link}: {bad:?}");
    product
}

fn cx() -> Cx {
    Cx { locale: Locale::en, base: 1, room: Room::default() }
}

fn texts(product: &Product, slot: Slot) -> Vec<String> {
    let operand = product.inputs().get(slot).expect("an operand");
    (0..operand.shape().numel()).map(|index| operand.text(index)).collect()
}

fn result(product: &Product) -> Vec<f32> {
    product.solved.answer.as_ref().expect("shapes that go together").out.data().to_vec()
}

fn example(key: &str) -> Product {
    let mut product = Product::default();
    let index = EXAMPLES.iter().position(|example| example.key == key).expect("an example");
    product.act(Act::Example(index));
    product
}

fn scene_of(product: &Product) -> Scene {
    match product.moment(&cx()).figure {
        Figure::Scene(scene) => *scene,
        Figure::Own(_) => panic!("a product is drawn as panels"),
    }
}

fn shown(product: &Product, slot: Slot) -> Vec<Shown> {
    match &scene_of(product).panel(slot).expect("a panel").cells {
        Cells::Grid(cells) => cells.to_vec(),
        Cells::Heat(_) => panic!("a grid"),
    }
}

fn link_of(product: &Product) -> Result<String, Unlinkable> {
    let mut pairs = product.write()?;
    pairs.push(("t", product.t.to_string()));
    Ok(crate::lesson::link::address("product", pairs).to_string())
}

#[test]
fn the_worked_examples() {
    for (key, shape, expected) in [
        ("vector-matrix", &[2][..], &[22., 28.][..]),
        ("matrix-vector", &[3], &[5., 11., 17.]),
        ("matrix-matrix", &[2, 2], &[22., 28., 49., 64.]),
        ("dot-product", &[], &[11.]),
        ("row-sums", &[2], &[10., 26.]),
        ("column-sums", &[3], &[12., 15., 18.]),
        ("permutation", &[3, 2], &[2., 2., 3., 3., 1., 1.]),
        ("identity", &[3, 2], &[2., -1., 0., 4., 3., 5.]),
        ("scaling", &[3, 2], &[2., 4., 30., 40., -5., -6.]),
        ("rotation", &[2, 4], &[-1., -1., -2., -2., 1., 2., 2., 1.]),
        ("projection", &[2, 3], &[1., 3., 2., 1., 3., 2.]),
        ("rank-one", &[3, 4], &[1., 10., 100., -1., 2., 20., 200., -2., 3., 30., 300., -3.]),
        ("zeros", &[2, 3], &[0.; 6]),
        ("running-sums", &[3, 2], &[1., 10., 3., 30., 6., 60.]),
    ] {
        let product = example(key);
        let plan = product.solved.answer.as_ref().expect("a product").plan;
        assert_eq!((plan.out.dims(), &result(&product)[..]), (shape, expected), "{key}");
    }
    assert!(example("mismatch").solved.answer.is_err());
    assert_eq!(example("large").inputs().lhs.seed(), Some(1));
}

#[test]
fn a_step_is_told_in_picture_formula_and_sentence() {
    let product = at("#/product?t=8");
    let moment = product.moment(&cx());
    assert_eq!(read(&moment.formula), "C21=4·1+5·3+6·5→19");
    let sentence = plain(&moment.sentence);
    assert_eq!(sentence, "Product 2: 5 × 3 = 15. So far 19. What will it be with 6 × 5 added?");
    let scene = scene_of(&product);
    let out = scene.panel(OUT).expect("a result");
    assert_eq!(out.notes, [(2, "+15".to_owned())]);
    assert_eq!(out.roles(), [Role::Done, Role::Done, Role::Active, Role::Pending]);
    let cells = shown(&product, OUT);
    assert_eq!(cells, [Shown::Value(22.), Shown::Value(28.), Shown::Value(19.), Shown::Pending]);
    let chips: Vec<(String, ChipState)> =
        scene.chips.iter().map(|chip| (format!("{}={}", plain(&chip.small), plain(&chip.large)), chip.state)).collect();
    let expected = [("4·1=4", ChipState::Done), ("5·3=15", ChipState::Now), ("6·5=?", ChipState::Todo)];
    assert_eq!(chips, expected.map(|(text, state)| (text.to_owned(), state)));
}

#[test]
fn a_finished_sum_equals_and_a_rounded_one_nearly() {
    let mut product = at("#/product?t=9");
    assert_eq!(read(&product.moment(&cx()).formula), "C21=4·1+5·3+6·5=49");
    product.act(Act::Edit(A, 3, "1/3".into()));
    assert_eq!(read(&product.moment(&cx()).formula), "C21=≈0.33333·1+5·3+6·5≈45.333");
    product.act(Act::Edit(A, 3, "-4".into()));
    assert_eq!(read(&product.moment(&cx()).formula), "C21=(−4)·1+5·3+6·5=41");
}

#[test]
fn blends_go_by_name() {
    for (link, formula, sentence) in [
        (
            "#/product?view=columns&grain=cell&t=2",
            "Ccolumn 1=1·Acolumn 1+3·Acolumn 2+5·Acolumn 3",
            "column 2 of A × 3, added to column 1 of C.",
        ),
        (
            "#/product?view=rows&grain=cell&t=6",
            "Crow 2=4·Brow 1+5·Brow 2+6·Brow 3",
            "row 3 of B × 6, added to row 2 of C, which is now complete.",
        ),
        (
            "#/product?view=outer&grain=cell&t=2",
            "C=Acolumn 1Brow 1+Acolumn 2Brow 2+Acolumn 3Brow 3",
            "Sheet 2 of 3: column 2 of A × row 2 of B, added to every cell of C.",
        ),
        ("#/product?a=3:1,2,3&view=rows&grain=cell&t=1", "c=1·Brow 1+2·Brow 2+3·Brow 3", "row 1 of B × 1, added to c."),
    ] {
        let moment = at(link).moment(&cx());
        assert_eq!((read(&moment.formula), plain(&moment.sentence)), (formula.into(), sentence.into()), "{link}");
    }
}

#[test]
fn the_parts_shown_add_up_to_the_partial_result_at_every_step() {
    for view in ["dot", "columns", "rows", "outer"] {
        for grain in ["term", "cell"] {
            let mut product = at(&format!("#/product?a=2x3:1,-2,3,4,5,6&view={view}&grain={grain}"));
            let (a, b) = ([1., -2., 3., 4., 5., 6.], [1., 2., 3., 4., 5., 6.]);
            for t in 0..=product.walk().len {
                product.act(Act::Jump(Jump::To(t)));
                let trace = product.trace().expect("a walk");
                for (index, cell) in shown(&product, OUT).iter().enumerate() {
                    let (row, col) = (index / 2, index % 2);
                    let done = trace.terms_done(t, row, col);
                    let sum: f32 = (0..done).map(|p| a[row * 3 + p] * b[p * 2 + col]).sum();
                    let expected = if done == 0 { Shown::Pending } else { Shown::Value(sum) };
                    assert_eq!(*cell, expected, "{view} {grain} {t}");
                }
            }
            let last = product.moment(&cx()).main;
            assert_eq!(last, Main::FromStart);
        }
    }
}
