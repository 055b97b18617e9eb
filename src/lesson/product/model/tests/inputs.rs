//! What is typed, sizes and their names.

use super::*;

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
