//! Links, places, typing, sizes, code.

use super::*;
use crate::lesson::operand::Operand;
use crate::screen::Change;

#[test]
fn a_size_that_did_not_fit_is_taken_back_at_the_same_place() {
    let mut linear = Linear::default();
    go(&mut linear, 8);
    linear.act(Act::Resize(X, 0, 5));
    assert_eq!((linear.walk().t, linear.walk().len), (0, 0));
    linear.act(Act::Undo);
    assert_eq!((linear.walk().t, linear.walk().len), (8, 15));
}

#[test]
fn links_restore_form_reading_bias_and_place() {
    for link in [
        "#/linear?x=4:2,1,3,1&w=4x3:1,0,2,3,-1,1,-1,2,0,2,1,-2&b=3:1,-2,3&form=math&view=plain&grain=term&t=8",
        "#/linear?x=2x4:2,1,3,1,1,0,2,-1&w=3x4:1,3,-1,2,0,-1,2,1,2,1,0,-2&b=none&form=torch&view=plain&grain=cell&t=3",
        "#/linear?x=4:2,1,3,1&w=3x4:1,3,-1,2,0,-1,2,1,2,1,0,-2&b=3:1,-2,3&form=torch&view=augmented&grain=term&t=5",
        "#/linear?x=4:2,1,3,1&w=4x3:1,0,2,3,-1,1,-1,2,0,2,1,-2&b=3:1,-2,3&form=math&view=probe&grain=term&test=3&t=2",
        "#/linear?x=2x0:&w=3x0:&b=3:1,-2,3&form=torch&view=plain&grain=term&t=2",
    ] {
        let linear = at(link);
        let mut address = link::address("linear", linear.write().expect("a link"));
        address.push("t", linear.walk().t.to_string());
        assert_eq!(address.to_string(), link);
        assert_eq!(at(&address.to_string()).moment(&cx()), linear.moment(&cx()));
    }
    let mut linear = Linear::default();
    let bad = linear.read(&Address::parse("#/linear?x=9:1,2,3,4,5,6,7,8,9&b=2:1,2&form=tf&t=3"));
    assert_eq!(bad.iter().map(|bad| bad.key.as_str()).collect::<Vec<_>>(), ["form", "x", "b"]);
    assert_eq!((y(&linear), linear.walk().t), (vec![5., 4., 6.], 3));
}

#[test]
fn zero_sizes() {
    let empty = at("#/linear?x=0:&w=3x0:&b=3:1,-2,3&form=torch");
    assert_eq!((y(&empty), empty.walk().len), (vec![1., -2., 3.], 3));
    let none = at("#/linear?x=0x4:&form=torch&w=3x4:1,3,-1,2,0,-1,2,1,2,1,0,-2");
    assert_eq!((y(&none), none.walk().len), (vec![], 0));
    assert!(!said(&none).is_empty());
}

#[test]
fn a_change_of_grain_form_or_bias_keeps_the_place() {
    let mut linear = Linear::default();
    go(&mut linear, 8);
    choose(&mut linear, "grain", 1);
    assert_eq!((linear.walk().t, linear.walk().len), (3, 6));
    choose(&mut linear, "form", 1);
    assert_eq!(linear.walk().t, 3);
    choose(&mut linear, "grain", 0);
    assert_eq!(linear.walk().t, 8);
    choose(&mut linear, "bias", 2);
    assert_eq!(formula(&linear), "y₂=2·0+1·(−1)+3·2+1·1→5");
    choose(&mut linear, "bias", 0);
    assert_eq!(linear.walk().t, 8);
    choose(&mut linear, "form", 2);
    go(&mut linear, 2);
    choose(&mut linear, "form", 0);
    assert_eq!(linear.walk().t, 8);
}

#[test]
fn typing_goes_to_the_cell_that_is_drawn_and_one_undo_takes_it_back() {
    for (form, drawn) in [(0, 6), (1, 7)] {
        let mut linear = Linear::default();
        choose(&mut linear, "form", form);
        // The weight from x₃ to y₂.
        linear.act(Act::Edit(W, drawn, "10".into()));
        linear.act(Act::EndEdit);
        assert_eq!(linear.inputs().weight_at(1, 2), Some(10.));
        assert_eq!(y(&linear), [5., 28., 6.]);
        linear.act(Act::Edit(W, drawn, "1o".into()));
        linear.act(Act::EndEdit);
        assert_eq!(linear.operand(W).expect("the weight").text(drawn), "1o");
        assert_eq!(board(&linear).unreadable.len(), 1);
        go(&mut linear, 15);
        assert_eq!(values(&linear, Y), [Some(5.), None, Some(6.)]);
        assert!(linear.write().is_err());
        linear.act(Act::Undo);
        linear.act(Act::Undo);
        assert_eq!(y(&linear), [5., 4., 6.]);
        linear.act(Act::Nudge(W, drawn, 1));
        linear.act(Act::EndEdit);
        assert_eq!(y(&linear), [5., 7., 6.]);
    }
}

#[test]
fn sizes_are_never_linked_and_the_bias_follows_the_outputs() {
    let mut linear = Linear::default();
    linear.act(Act::Resize(X, 0, 5));
    assert!(linear.solved().answer.is_err());
    linear.act(Act::Resize(W, 0, 5));
    linear.act(Act::Resize(W, 1, 2));
    linear.act(Act::Resize(X, 1, 3));
    assert_eq!(linear.inputs().bias.as_ref().map(|bias| bias.shape().numel()), Some(2));
    assert_eq!(y(&linear).len(), 6);
    linear.act(Act::Resize(X, 1, 99));
    assert_eq!(linear.solved().sizes.samples, 6);
    linear.act(Act::Paste(W, Box::new(EXAMPLES[1].inputs().weight.transposed())));
    assert_eq!(linear.solved().sizes.inputs, 4, "read as paper's form stores it");
    linear.act(Act::Paste(B, Box::new(EXAMPLES[0].inputs().bias.expect("a bias"))));
    assert_eq!(linear.inputs().bias_at(2), Some(3.));
}

#[test]
fn code_says_the_shape_or_the_error() {
    for (key, words) in [
        ("note", "y = W.T @ x + b\nprint(y)  # (3,)"),
        ("samples", "fc = nn.Linear(4, 3)"),
        ("width", "print(fc(x))  # RuntimeError"),
        ("square", "bias=False"),
    ] {
        let code = example(key).code(Language::PyTorch);
        assert!(code.contains(words), "{key}:\n{code}");
    }
    assert!(example("samples").code(Language::NumPy).contains("y = x @ weight.T + bias"));
    assert!(Linear::default().code(Language::Latex).contains("bmatrix"));
    assert_eq!(Linear::default().form, Form::Math);
}

#[test]
fn results_without_entries() {
    for (link, out) in [
        ("#/linear?x=0x4:", "(3, 0)"),
        ("#/linear?x=0x4:&form=torch", "(0, 3)"),
        ("#/linear?x=0x4:&view=augmented", "(3, 0)"),
        ("#/linear?w=4x0:&b=0:", "(0,)"),
    ] {
        let mut linear = at(link);
        assert_eq!(linear.walk(), Walk { t: 0, len: 0 }, "{link}");
        let moment = linear.moment(&cx());
        let Figure::Scene(scene) = &moment.figure else { panic!("panels") };
        for panel in &scene.panels {
            assert_eq!(panel.roles().len(), panel.size.0 * panel.size.1, "{link}");
        }
        assert!(plain(&moment.sentence).contains(out), "{link}: {}", plain(&moment.sentence));
        linear.act(Act::Jump(Jump::Next));
        assert_eq!(linear.walk().t, 0);
    }
}

#[test]
fn a_weight_turned_back_has_its_bias_again() {
    let bias = |linear: &Linear| linear.inputs().bias.as_ref().map(|bias| bias.tensor().data().to_vec());
    // 2 inputs, 4 outputs: turned round the layer has 2 outputs, and room for 2 of the 4.
    let mut linear = at("#/linear?x=2:1,1&w=2x4:1,2,3,4,5,6,7,8&b=4:1,2,3,4");
    linear.act(Act::Transpose(W));
    assert_eq!(bias(&linear), Some(vec![1., 2.]));
    linear.act(Act::Transpose(W));
    assert_eq!(bias(&linear), Some(vec![1., 2., 3., 4.]));
    // Changed meanwhile it is not overwritten.
    linear.act(Act::Transpose(W));
    linear.act(Act::Edit(B, 0, "9".into()));
    linear.act(Act::Transpose(W));
    assert_eq!(bias(&linear), Some(vec![9., 2., 0., 0.]));
}

#[test]
fn the_usual_mistake_is_mended_by_its_own_fix() {
    let mut linear = Linear::default();
    let before = linear.inputs().clone();
    linear.act(Act::Transpose(W));
    let keys = |linear: &Linear| {
        let problem = linear.board(&cx()).problem;
        problem.map(|problem| problem.fixes.into_iter().map(|fix| fix.key).collect::<Vec<_>>()).unwrap_or_default()
    };
    assert_eq!(keys(&linear).first().map(String::as_str), Some("transpose-w"));
    linear.act(Act::Fix(0));
    assert_eq!(*linear.inputs(), before);
}

#[test]
fn a_bias_may_be_pasted_as_a_row_or_a_column() {
    let mut linear = Linear::default();
    let pasted = |dims: &[usize]| {
        let shape = matwalk_core::Shape::new(dims).expect("a shape");
        Box::new(Operand::from(matwalk_core::Tensor::new(shape, vec![7., 8., 9.]).expect("three values")))
    };
    for dims in [&[3][..], &[1, 3], &[3, 1]] {
        linear.act(Act::Reset);
        assert_eq!(linear.act(Act::Paste(B, pasted(dims))), Change::All, "{dims:?}");
        assert_eq!(linear.inputs().bias.as_ref().map(|bias| bias.tensor().data().to_vec()), Some(vec![7., 8., 9.]));
    }
    linear.act(Act::Resize(W, 1, 2));
    assert_eq!(linear.act(Act::Paste(B, pasted(&[3]))), Change::Nothing, "two outputs");
}
