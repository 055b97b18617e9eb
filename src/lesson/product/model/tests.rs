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

#[test]
fn a_wrong_text_stays_blocks_its_results_and_can_be_undone() {
    let mut product = Product::default();
    product.act(Act::Edit(A, 0, "1".into()));
    product.act(Act::Edit(A, 0, "1o".into()));
    product.act(Act::EndEdit);
    assert_eq!(texts(&product, A)[0], "1o");
    product.act(Act::Jump(Jump::Last));
    let cells = shown(&product, OUT);
    assert_eq!(cells, [Shown::Blocked, Shown::Blocked, Shown::Value(49.), Shown::Value(64.)]);
    assert_eq!(product.write(), Err(Unlinkable::Unreadable));
    let board = product.board(&cx());
    assert_eq!(board.unreadable.len(), 1);
    assert!(board.unreadable[0].contains("1o") && !board.code.1, "{:?}", board.unreadable);
    product.act(Act::Undo);
    assert_eq!(texts(&product, A)[0], "1");
    assert_eq!(product.edits.can(), (false, true), "all that was typed into one cell is one change");
    product.act(Act::Redo);
    assert_eq!(texts(&product, A)[0], "1o");
}

#[test]
fn escape_gives_the_old_text_back() {
    let mut product = Product::default();
    product.act(Act::Edit(B, 2, "1/3".into()));
    product.act(Act::EndEdit);
    product.act(Act::Edit(B, 2, "7".into()));
    product.act(Act::Edit(B, 2, "77".into()));
    product.act(Act::CancelEdit);
    assert_eq!(texts(&product, B)[2], "1/3");
    product.act(Act::Undo);
    assert_eq!(texts(&product, B)[2], "3");
    assert!(!product.edits.can().0);
}

#[test]
fn every_fix_works_and_keeps_what_was_typed() {
    // All pairs of vectors and matrices with sizes 0 to 4.
    let sizes = 0..5usize;
    let matrices = sizes.clone().flat_map(|r| (0..5).map(move |c| vec![r, c]));
    let shapes: Vec<Vec<usize>> = sizes.map(|len| vec![len]).chain(matrices).collect();
    let mut offered = 0;
    for lhs in &shapes {
        for rhs in &shapes {
            let operand = |dims: &[usize], from: usize| {
                let shape = Shape::new(dims).expect("a small shape");
                Operand::from(Tensor::from_fn(shape, |i| (from + i) as f32).expect("a small tensor"))
            };
            let mut product = Product::new(Inputs { lhs: operand(lhs, 100), rhs: operand(rhs, 500) });
            if product.solved.answer.is_ok() {
                continue;
            }
            if product.inputs().lhs.shape().numel() > 0 {
                product.act(Act::Edit(A, 0, "1/3".into()));
            }
            let wrong = product.inputs().clone();
            let before: Vec<String> = texts(&product, A).into_iter().chain(texts(&product, B)).collect();
            let fixes = repairs::offered(&wrong);
            assert!(!fixes.is_empty(), "{lhs:?} @ {rhs:?}");
            assert_eq!(product.board(&cx()).problem.map(|problem| problem.fixes.len()), Some(fixes.len()));
            for (index, fix) in fixes.into_iter().enumerate() {
                product.act(Act::Fix(index));
                assert!(product.solved.answer.is_ok(), "{lhs:?} @ {rhs:?} {fix:?}");
                for text in texts(&product, A).into_iter().chain(texts(&product, B)) {
                    assert!(text == "0" || before.contains(&text), "{text} was never typed: {fix:?}");
                }
                product.act(Act::Undo);
                assert_eq!(*product.inputs(), wrong);
                offered += 1;
            }
        }
    }
    assert!(offered > 500, "{offered} fixes tried");
}

#[test]
fn another_reading_or_grain_keeps_the_place() {
    let mut product = at("#/product?t=8");
    // The second product of C₂₁.
    let place = Place { row: 1, col: 0, p: 1 };
    assert_eq!((product.t, product.place), (8, place));
    for reading in 0..4 {
        product.act(Act::Choose("view", reading));
        assert_eq!(product.place, place, "reading {reading}");
        let step = product.now().expect("a step").step;
        assert!(step.touches(1, 0) && step.inner.contains(&1), "reading {reading}: {step:?}");
        for grain in [1, 0] {
            product.act(Act::Choose("grain", grain));
            let step = product.now().expect("a step").step;
            assert!(step.touches(1, 0) && step.inner.contains(&1), "reading {reading}, grain {grain}: {step:?}");
        }
    }
    product.act(Act::Choose("view", 0));
    assert_eq!(product.t, 8, "and back at the same step");
    product.act(Act::Jump(Jump::First));
    product.act(Act::Choose("view", 3));
    assert_eq!(product.t, 0, "the start is the start in every reading");
}

#[test]
fn readings_open_in_the_grain_that_tells_them_apart() {
    let mut product = Product::default();
    assert_eq!(product.grain, Grain::Fine);
    for reading in 1..4 {
        product.act(Act::Choose("view", reading));
        assert_eq!(product.grain, Grain::Coarse);
    }
    assert_eq!(at("#/product?view=columns").grain, Grain::Coarse);
    assert_eq!(at("#/product?view=columns&t=2").grain, Grain::Fine, "old links count single products");
}

#[test]
fn typing_does_not_lose_the_step() {
    let mut product = at("#/product?t=12");
    product.act(Act::Edit(A, 0, "9".into()));
    assert_eq!(product.t, 12);
    product.act(Act::Resize(A, 0, 1));
    assert_eq!(product.walk(), Walk { t: 6, len: 6 });
}

#[test]
fn picking_a_result_goes_to_the_step_that_finishes_it() {
    for (view, expected) in [("dot", 9), ("columns", 6), ("rows", 11), ("outer", 11)] {
        let mut product = at(&format!("#/product?view={view}&t=0"));
        // C₂₁, row-major index 2, of (2, 3) @ (3, 2).
        product.act(Act::Pick(OUT, 2));
        assert_eq!(product.t, expected, "{view}");
    }
}

#[test]
fn links_say_everything_and_restore_it() {
    for link in [
        "#/product?a=2x3:1,2,3,4,5,6&b=3x2:1,2,3,4,5,6&view=dot&grain=term&layout=crossed&t=8",
        "#/product?a=3:1,-2.5,1e-7&b=3:nan,inf,-inf&view=rows&grain=cell&layout=inline&t=1",
        "#/product?a=2x0:&b=0x3:&view=outer&grain=term&layout=crossed&t=0",
        "#/product?a=256x256:seed7&b=256x1:seed8&view=columns&grain=cell&layout=crossed&t=200",
    ] {
        assert_eq!(link_of(&at(link)).as_deref(), Ok(link));
    }
    assert_eq!(at("#/product?t=99999999999999999999999").t, 12, "a number past the end is the end");
}

#[test]
fn a_bad_value_resets_its_own_key_alone() {
    let link = "#/product?a=2x2:1,2,3&b=2x2:1,2,3,4&view=spiral&t=-1&grain=cell&layout=crossed&future=1";
    let mut product = Product::default();
    let bad = product.read(&Address::parse(link));
    let keys: Vec<&str> = bad.iter().map(|bad| bad.key.as_str()).collect();
    assert_eq!(keys, ["a", "view", "t"]);
    assert_eq!(product.inputs().lhs, Product::default().inputs().lhs);
    assert_eq!(texts(&product, B), ["1", "2", "3", "4"]);
    assert_eq!((product.reading, product.grain, product.t), (Reading::Dot, Grain::Coarse, 0));
}

#[test]
fn operands_a_lesson_cannot_show_are_bad_values() {
    for value in ["scalar:5", "2x2x2:1,2,3,4,5,6,7,8", "300x1:seed1", "1x1:alert(1)", "1x1:1,x", "x:1", ""] {
        let (linked, bad) = linked::read(&Address::parse(&format!("#/product?a={value}")));
        assert_eq!(bad.len(), 1, "{value}");
        assert_eq!(linked.inputs, *Product::default().inputs());
    }
}

#[test]
fn large_matrices_go_by_seed_or_not_at_all() {
    let mut product = at("#/product?a=65x65:seed3&b=65x65:seed4");
    assert!(product.write().is_ok());
    product.act(Act::Edit(A, 0, "5".into()));
    product.act(Act::EndEdit);
    assert_eq!(product.write(), Err(Unlinkable::TooMany), "4,225 values");
    assert_eq!(product.inputs().rhs.seed(), Some(4));
}

#[test]
fn reset_goes_back_to_what_was_opened() {
    let mut product = at("#/product?a=1x1:5&b=1x1:6");
    product.act(Act::Random(9));
    product.act(Act::Resize(A, 0, 2));
    product.act(Act::Reset);
    assert_eq!((texts(&product, A), texts(&product, B)), (vec!["5".to_owned()], vec!["6".to_owned()]));
    let mut product = example("identity");
    let index = product.board(&cx()).example;
    assert!(index.is_some());
    product.act(Act::Edit(A, 0, "7".into()));
    assert_eq!(product.board(&cx()).example, None);
    product.act(Act::Reset);
    assert_eq!(product.board(&cx()).example, index);
}

#[test]
fn nothing_is_linked_silently() {
    let mut product = Product::default();
    product.act(Act::Resize(A, 1, 4));
    assert_eq!(product.inputs().rhs.shape().dims(), [3, 2], "the other operand keeps its shape");
    assert!(product.solved.answer.is_err());
    product.act(Act::Jump(Jump::Next));
    assert_eq!(product.walk(), Walk { t: 0, len: 0 }, "no walk while the shapes don't go together");
    let problem = product.board(&cx()).problem.expect("a problem");
    let torch = "RuntimeError: mm: mat1 and mat2 shapes cannot be multiplied (2x4 and 3x2)";
    assert_eq!(problem.message.as_deref(), Some(torch));
}

#[test]
fn sizes_of_zero_and_the_largest() {
    let mut product = Product::default();
    product.act(Act::Resize(A, 1, 0));
    product.act(Act::Resize(B, 0, 0));
    assert_eq!(result(&product), [0.0; 4], "an empty sum is 0");
    assert_eq!(product.walk().len, 0);
    product.act(Act::Resize(A, 0, 9999));
    product.act(Act::Resize(A, 1, 9999));
    assert_eq!(product.inputs().lhs.shape().dims(), [MAX_SIZE, MAX_SIZE]);
}

#[test]
fn names_follow_what_is_shown() {
    let product = example("vector-matrix");
    let board = product.board(&cx());
    assert_eq!(board.title, "Vector × matrix");
    let names: Vec<&str> = board.operands.iter().map(|operand| operand.name.as_str()).collect();
    assert_eq!(names, ["a", "B"]);
    let titles: Vec<String> = scene_of(&product).panels.iter().map(|panel| panel.title.clone()).collect();
    assert_eq!(titles, ["B (3, 2)", "a (3,)", "c (2,)"]);
    assert!(board.aim.contains("a meets one column of B"), "{}", board.aim);
}

#[test]
fn a_heat_map_shows_the_same_sums_as_a_grid() {
    let mut product = at("#/product?a=20x3:seed1&b=3x17:seed2&view=outer&grain=cell");
    for t in [0, 1, 2, 3, 1, 3] {
        product.act(Act::Jump(Jump::To(t)));
        let Cells::Heat(heat) = scene_of(&product).panel(OUT).expect("a result").cells.clone() else {
            panic!("20 rows are a heat map");
        };
        let trace = product.trace().expect("a walk");
        let (a, b) = (product.inputs().lhs.tensor().data(), product.inputs().rhs.tensor().data());
        for index in [0, 16, 17, 339] {
            let expected = (t > 0).then(|| trace.partial(a, b, t, index / 17, index % 17));
            assert_eq!(heat.values[index], expected, "t = {t}, cell {index}");
        }
    }
}
