//! The lesson's state, driven by messages alone. Expected numbers are worked out by hand.

use super::*;
use crate::lesson::product::address;
use crate::route::Address;

fn at(link: &str) -> Model {
    let (model, bad) = address::read(&Address::parse(link));
    assert!(bad.is_empty(), "{link}: {bad:?}");
    model
}

fn texts(model: &Model, side: Side) -> Vec<String> {
    let operand = model.inputs.get(side);
    (0..operand.shape().numel()).map(|index| operand.text(index)).collect()
}

fn result(model: &Model) -> Vec<f32> {
    model.inputs.outcome().product().expect("shapes that go together").out.data().to_vec()
}

#[test]
fn the_worked_examples() {
    for (preset, shape, expected) in [
        (Preset::VectorMatrix, &[2][..], &[22., 28.][..]),
        (Preset::MatrixVector, &[3], &[5., 11., 17.]),
        (Preset::MatrixMatrix, &[2, 2], &[22., 28., 49., 64.]),
        (Preset::DotProduct, &[], &[11.]),
        (Preset::RowSums, &[2], &[10., 26.]),
        (Preset::ColumnSums, &[3], &[12., 15., 18.]),
        (Preset::Permutation, &[3, 2], &[2., 2., 3., 3., 1., 1.]),
        (Preset::Identity, &[3, 2], &[2., -1., 0., 4., 3., 5.]),
        (Preset::Scaling, &[3, 2], &[2., 4., 30., 40., -5., -6.]),
        (Preset::Rotation, &[2, 4], &[-1., -1., -2., -2., 1., 2., 2., 1.]),
        (Preset::Projection, &[2, 3], &[1., 3., 2., 1., 3., 2.]),
        (Preset::RankOne, &[3, 4], &[1., 10., 100., -1., 2., 20., 200., -2., 3., 30., 300., -3.]),
        (Preset::Zeros, &[2, 3], &[0.; 6]),
        (Preset::RunningSums, &[3, 2], &[1., 10., 3., 30., 6., 60.]),
    ] {
        let mut model = Model::default();
        model.update(Msg::Load(preset));
        let outcome = model.inputs.outcome();
        assert_eq!(outcome.product().expect("a product").plan.out.dims(), shape, "{preset:?}");
        assert_eq!(result(&model), expected, "{preset:?}");
    }
    let mut model = Model::default();
    model.update(Msg::Load(Preset::Mismatch));
    assert!(model.inputs.outcome().product().is_none());
}

#[test]
fn a_wrong_text_stays_blocks_its_results_and_can_be_undone() {
    let mut model = Model::default();
    model.update(Msg::EditCell(Side::Lhs, 0, "1".into()));
    model.update(Msg::EditCell(Side::Lhs, 0, "1o".into()));
    model.update(Msg::EndEdit);
    assert_eq!(texts(&model, Side::Lhs)[0], "1o");
    let plan = model.inputs.plan().expect("shapes unchanged");
    let blocked: Vec<bool> = (0..4).map(|i| model.inputs.blocks(&plan, i / 2, i % 2)).collect();
    assert_eq!(blocked, [true, true, false, false]);
    assert_eq!(address::write(&model), Err(address::Unlinkable::Unreadable));
    model.update(Msg::Undo);
    assert_eq!(texts(&model, Side::Lhs)[0], "1");
    assert!(!model.can_undo(), "all that was typed into one cell is one change");
    model.update(Msg::Redo);
    assert_eq!(texts(&model, Side::Lhs)[0], "1o");
}

#[test]
fn escape_gives_the_old_text_back() {
    let mut model = Model::default();
    model.update(Msg::EditCell(Side::Rhs, 2, "1/3".into()));
    model.update(Msg::EndEdit);
    model.update(Msg::EditCell(Side::Rhs, 2, "7".into()));
    model.update(Msg::EditCell(Side::Rhs, 2, "77".into()));
    model.update(Msg::CancelEdit);
    assert_eq!(texts(&model, Side::Rhs)[2], "1/3");
    model.update(Msg::Undo);
    assert_eq!(texts(&model, Side::Rhs)[2], "3");
    assert!(!model.can_undo());
}

#[test]
fn every_repair_works_and_keeps_what_was_typed() {
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
            let mut model = Model::new(Inputs { lhs: operand(lhs, 100), rhs: operand(rhs, 500) });
            if model.inputs.outcome().product().is_some() {
                continue;
            }
            if model.inputs.lhs.shape().numel() > 0 {
                model.update(Msg::EditCell(Side::Lhs, 0, "1/3".into()));
            }
            let before: Vec<String> = texts(&model, Side::Lhs).into_iter().chain(texts(&model, Side::Rhs)).collect();
            let fixes = model.inputs.fixes();
            assert!(!fixes.is_empty(), "{lhs:?} @ {rhs:?}");
            for fix in fixes {
                let mut repaired = model.clone();
                repaired.update(Msg::Repair(fix));
                assert!(repaired.inputs.outcome().product().is_some(), "{lhs:?} @ {rhs:?} {fix:?}");
                for text in texts(&repaired, Side::Lhs).into_iter().chain(texts(&repaired, Side::Rhs)) {
                    assert!(text == "0" || before.contains(&text), "{text} was never typed: {fix:?}");
                }
                repaired.update(Msg::Undo);
                assert_eq!(repaired.inputs, model.inputs);
                offered += 1;
            }
        }
    }
    assert!(offered > 500, "{offered} repairs tried");
}

#[test]
fn the_walk_stays_where_it_is() {
    let mut model = at("#/product?t=8");
    assert_eq!((model.t, model.len()), (8, 12));
    // Two and two thirds of four cells: two cells are finished.
    model.update(Msg::Grain(Grain::Block));
    assert_eq!((model.t, model.len()), (2, 4));
    model.update(Msg::Grain(Grain::Term));
    assert_eq!(model.t, 6);
    model.update(Msg::Jump(Jump::Last));
    model.update(Msg::Read(Reading::Outer));
    assert_eq!(model.t, 12);
    model.update(Msg::EditCell(Side::Lhs, 0, "9".into()));
    assert_eq!(model.t, 12, "typing does not lose the step");
    model.update(Msg::Resize(Side::Lhs, 1, 3));
    assert_eq!((model.t, model.len()), (6, 6));
}

#[test]
fn picking_a_result_goes_to_the_step_that_finishes_it() {
    for (view, expected) in [("dot", 9), ("columns", 6), ("rows", 11), ("outer", 11)] {
        let mut model = at(&format!("#/product?view={view}"));
        // C₂₁, row-major index 2, of (2, 3) @ (3, 2).
        model.update(Msg::JumpToCell(2));
        assert_eq!(model.t, expected, "{view}");
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
        let written = address::write(&at(link)).map(|address| address.to_string());
        assert_eq!(written.as_deref(), Ok(link));
    }
    assert_eq!(at("#/product?t=99999999999999999999999").t, 12, "a number past the end is the end");
}

#[test]
fn a_bad_value_resets_its_own_key_alone() {
    let link = "#/product?a=2x2:1,2,3&b=2x2:1,2,3,4&view=spiral&t=-1&grain=cell&layout=crossed&future=1";
    let (model, bad) = address::read(&Address::parse(link));
    let keys: Vec<&str> = bad.iter().map(|bad| bad.key.as_str()).collect();
    assert_eq!(keys, ["a", "view", "t"]);
    assert_eq!(model.inputs.lhs, Model::default().inputs.lhs);
    assert_eq!(texts(&model, Side::Rhs), ["1", "2", "3", "4"]);
    assert_eq!((model.reading, model.grain, model.t), (Reading::Dot, Grain::Block, 0));
}

#[test]
fn operands_a_lesson_cannot_show_are_bad_values() {
    for value in ["scalar:5", "2x2x2:1,2,3,4,5,6,7,8", "300x1:seed1", "1x1:alert(1)", "1x1:1,", "x:1", ""] {
        let (model, bad) = address::read(&Address::parse(&format!("#/product?a={value}")));
        assert_eq!(bad.len(), 1, "{value}");
        assert_eq!(model.inputs, Model::default().inputs);
    }
}

#[test]
fn large_matrices_go_by_seed_or_not_at_all() {
    let mut model = at("#/product?a=65x65:seed3&b=65x65:seed4");
    assert!(address::write(&model).is_ok());
    model.update(Msg::EditCell(Side::Lhs, 0, "5".into()));
    model.update(Msg::EndEdit);
    assert_eq!(address::write(&model), Err(address::Unlinkable::TooMany), "4,225 values");
    let seed = model.inputs.rhs.seed();
    assert_eq!(seed, Some(4));
}

#[test]
fn what_is_pasted_keeps_its_texts() {
    let pasted = matwalk_paste::read("1/3\t2\n3\t4").expect("a spreadsheet's block").tensors.remove(0);
    let mut model = Model::default();
    model.update(Msg::Paste(Side::Lhs, pasted));
    assert_eq!(texts(&model, Side::Lhs), ["1/3", "2", "3", "4"]);
    assert_eq!(model.inputs.lhs.shape().dims(), [2, 2]);
    model.update(Msg::Undo);
    assert_eq!(model.inputs, Model::default().inputs);
}

#[test]
fn nothing_is_linked_silently() {
    let mut model = Model::default();
    model.update(Msg::Resize(Side::Lhs, 2, 4));
    assert_eq!(model.inputs.rhs.shape().dims(), [3, 2], "the other operand keeps its shape");
    assert!(model.inputs.outcome().product().is_none());
    model.update(Msg::Jump(Jump::Next));
    assert_eq!(model.t, 0, "no walk while the shapes don't go together");
}

#[test]
fn sizes_of_zero_and_the_largest() {
    let mut model = Model::default();
    model.update(Msg::Resize(Side::Lhs, 2, 0));
    model.update(Msg::Resize(Side::Rhs, 0, 2));
    assert_eq!(result(&model), [0.0; 4], "an empty sum is 0");
    assert!(model.is_empty());
    model.update(Msg::Resize(Side::Lhs, 9999, 9999));
    assert_eq!(model.inputs.lhs.shape().dims(), [MAX_SIZE, MAX_SIZE]);
}
