//! Infinities, NaN, texts that can't be read, nothing to compute.

use super::super::inputs::{A, BIAS, DEPTH, HI, LO, W, WARD, X};
use super::*;
use crate::screen::Slot;

fn typed(lesson: &mut Activation, slot: Slot, index: usize, text: &str) {
    lesson.act(Act::Edit(slot, index, text.into()));
    lesson.act(Act::EndEdit);
}

#[test]
fn infinite_x_shows_limits_and_pytorchs_result() {
    let lesson = at("f=sigmoid&x=inf&t=99");
    assert_eq!((cell(&lesson, "f-sigmoid").0, cell(&lesson, "df-sigmoid").0), ("1".into(), "0".into()));
    assert_eq!(lesson.rungs().get("e"), 0.0);
    let lesson = at("f=gelu&x=-inf&t=99");
    assert_eq!(cell(&lesson, "f-gelu").0, "NaN", "as PyTorch has it");
}

#[test]
fn nan_stays_and_has_no_point() {
    let lesson = at("f=sigmoid&x=nan&t=99");
    assert!(lesson.rungs().all.iter().all(|rung| rung.value.is_nan()));
    assert_eq!(cell(&lesson, "f-sigmoid").0, "NaN");
    assert!(!nodes(&lesson).iter().any(|node| node.class.contains("edged") || node.text.contains("x = ")));
    assert!(nodes(&lesson).iter().all(|node| attr(node, "data-slide").is_none()));
    assert_eq!(sentence(&lesson), "f′(NaN) = NaN: there is no tangent here.");
}

#[test]
fn far_out_a_note_says_what_is_really_computed() {
    let lesson = at("f=sigmoid&x=-800&t=4");
    assert_eq!(formula(&lesson), "f(−800)=1÷∞→0");
    assert!(!moment(&lesson).special.is_empty());
    let tanh = at("f=tanh&x=710&t=5");
    assert_eq!(cell(&tanh, "f-tanh").0, "1");
    assert!(moment(&tanh).special.contains("NaN"), "{}", moment(&tanh).special);
    let one = at("f=sigmoid&x=40&t=6");
    assert_eq!((cell(&one, "f-sigmoid").0, cell(&one, "df-sigmoid").0), ("1".into(), "4.25e−18".into()));
}

#[test]
fn relu_at_its_kink_is_pytorchs() {
    let lesson = at("f=relu&x=0&t=99");
    assert_eq!(cell(&lesson, "df-relu").0, "0");
    assert_eq!(formula(&lesson), "f′(0)=0≤0→0");
}

#[test]
fn wrong_texts_stay_and_block_what_needs_them() {
    let mut lesson = at("");
    typed(&mut lesson, X, 0, "1,000,");
    let board = lesson.board(&cx());
    assert_eq!(board.unreadable.len(), 1);
    assert_eq!(board.scalars[0].text, "1,000,");
    assert!(board.scalars[0].wrong && lesson.write().is_err());
    assert_eq!(cell(&lesson, "f-sigmoid"), ("?".into(), None));
    lesson.act(Act::Undo);
    assert_eq!(lesson.inputs().x(), Some(1.0));
    let mut lesson = at("view=chain");
    typed(&mut lesson, DEPTH, 0, "31");
    assert!(lesson.board(&cx()).unreadable[0].contains("from 1 to 30"));
    typed(&mut lesson, DEPTH, 0, "30");
    assert_eq!(lesson.walk().len, 30);
    typed(&mut lesson, W, 0, "two");
    let _ = moment(&lesson);
    assert!(lesson.write().is_err());
}

#[test]
fn an_unreadable_cell_takes_its_columns_verdict() {
    let mut lesson = at("view=ward&f=relu&t=99");
    typed(&mut lesson, WARD, 8, "x");
    assert_eq!(cell(&lesson, "wardsum-2"), ("?".into(), None));
    assert_eq!(cell(&lesson, "wardsum-1").0, "0");
    assert_eq!(cell(&lesson, "ward-1-2").0, "x");
    go(&mut lesson, 3);
    assert!(sentence(&lesson).contains("no verdict"));
    let mut matrix = at("view=matrix&t=6");
    typed(&mut matrix, A, 1, "");
    assert_eq!(cell(&matrix, "out-0-1"), ("?".into(), None));
}

#[test]
fn typing_into_a_neuron_settles_the_bias_in_one_change() {
    let mut lesson = at("view=ward&f=relu&bias=0.5");
    typed(&mut lesson, WARD, 0, "−0.5");
    assert_eq!(lesson.inputs().bias.read(), Ok(0.5), "the text that was there changes nothing");
    typed(&mut lesson, WARD, 0, "7");
    assert_eq!(lesson.inputs().bias.read(), Ok(0.0));
    assert_eq!((cell(&lesson, "ward-0-0").0, cell(&lesson, "ward-0-1").0), ("7".into(), "−2.5".into()));
    lesson.act(Act::Undo);
    assert_eq!(
        (lesson.inputs().bias.read(), lesson.inputs().clone()),
        (Ok(0.5), at("view=ward&f=relu&bias=0.5").inputs().clone())
    );
}

#[test]
fn no_act_panics_whatever_its_place() {
    for address in ["", "view=chain", "view=ward", "view=matrix", "view=ward&ward=4x0:", "view=matrix&a=0x3:"] {
        let mut lesson = at(address);
        for slot in [X, LO, HI, W, DEPTH, BIAS, A, WARD, super::super::inputs::OUT] {
            for index in [0, 5, 99, usize::MAX] {
                for act in [
                    Act::Nudge(slot, index, 10),
                    Act::Nudge(slot, index, i64::MIN),
                    Act::Slide { slot, index, value: 1e300, fine: false },
                    Act::Slide { slot, index, value: f64::NAN, fine: true },
                    Act::Edit(slot, index, "1e400".into()),
                    Act::Edit(slot, index, String::new()),
                    Act::Pick(slot, index),
                    Act::Resize(slot, index, index),
                    Act::Write(slot, "−".into()),
                ] {
                    lesson.act(act);
                    let _ = (moment(&lesson), lesson.board(&cx()), lesson.write());
                }
            }
        }
    }
}

#[test]
fn nothing_to_compute() {
    for address in ["view=ward&ward=0x6:", "view=ward&ward=4x0:", "view=matrix&a=0x3:"] {
        let lesson = at(address);
        assert_eq!(lesson.walk().len, 0, "{address}");
        assert!(!sentence(&lesson).is_empty());
        assert!(nodes(&lesson).iter().any(|node| node.text == "No cells"), "{address}");
        assert_eq!((lesson.board(&cx()).shape.tie.as_str(), lesson.dead()), ("same shape", 0), "{address}");
    }
}

#[test]
fn only_what_was_finite_overflows() {
    let note = |more: &str| moment(&at(&format!("view=chain&{more}"))).special;
    for given in ["f=sigmoid&x=nan&t=3", "f=relu&w=inf&t=3", "f=relu&w=nan&t=3"] {
        assert_eq!(note(given), "", "{given}");
    }
    assert!(note("f=relu&w=1e200&t=3").contains("overflows"));
}

#[test]
fn the_bias_reaches_past_where_the_last_neuron_wakes() {
    let mut lesson = at("view=ward&f=relu&ward=2x2:-10,-20,-12,-30&t=2");
    assert_eq!(lesson.bias_end(), 21.0);
    lesson.act(Act::Slide { slot: BIAS, index: 0, value: 99.0, fine: false });
    assert_eq!((lesson.number(BIAS, 0), lesson.dead()), (Some(21.0), 0));
    assert_eq!(at("view=ward&f=relu").bias_end(), 4.0);
}

#[test]
fn numbers_that_are_handed_over_are_in_sight() {
    assert_eq!(at("view=matrix&a=2x2:22,28,49,64").domain(), (-6.0, 70.0));
    assert_eq!(at("x=12.5").domain(), (-6.0, 15.0));
    assert_eq!(at("view=ward&f=relu&ward=1x2:-20,3").domain(), (-22.0, 4.0), "ReLU's own ends at 4");
    // So far out nothing of the curve would be left: an arrow says where it is.
    let far = at("x=-800");
    assert_eq!(far.domain(), (-6.0, 6.0));
    assert!(nodes(&far).iter().any(|node| node.text == "◂ x = −800"));
}

#[test]
fn ends_without_order_are_told() {
    let mut lesson = at("");
    typed(&mut lesson, LO, 0, "9");
    assert_eq!(lesson.domain(), (-6.0, 6.0));
    assert_eq!(lesson.board(&cx()).unreadable.len(), 1);
    typed(&mut lesson, HI, 0, "12");
    assert_eq!(lesson.domain(), (9.0, 12.0));
    let mut other = Activation::new(Default::default());
    let bad = other.read(&Address::parse("#/activation?lo=3&hi=-3&x=abc&f=step&depth=99&view=none"));
    assert_eq!(bad.iter().map(|bad| bad.key.as_str()).collect::<Vec<_>>(), ["view", "f", "x", "depth", "hi"]);
    assert_eq!(other.domain(), (-6.0, 6.0));
}

#[test]
fn a_function_without_a_flat_part_offers_relu() {
    let mut lesson = at("view=ward&f=tanh&t=99");
    assert_eq!(lesson.dead(), 0);
    assert_eq!(lesson.board(&cx()).offers.len(), 1);
    lesson.act(Act::Fix(0));
    assert_eq!((lesson.main().id, lesson.chosen.len()), ("relu", 2));
}

#[test]
fn the_end_stays_the_end_with_another_function() {
    let mut lesson = at("f=relu,gelu,sigmoid&x=1&t=2");
    lesson.act(Act::Press("first-sigmoid".into()));
    assert_eq!((lesson.walk().t, lesson.walk().len), (6, 6));
    lesson.act(Act::Press("first-gelu".into()));
    assert_eq!((lesson.walk().t, lesson.walk().len), (5, 5));
    go(&mut lesson, 1);
    lesson.act(Act::Press("first-sigmoid".into()));
    assert_eq!(lesson.walk().t, 1);
}

#[test]
fn three_functions_at_most_and_one_at_least() {
    let mut lesson = at("");
    lesson.act(Act::Press("first-gelu".into()));
    assert_eq!(lesson.chosen.iter().map(|f| f.id).collect::<Vec<_>>(), ["gelu", "sigmoid", "tanh"]);
    for id in ["gelu", "sigmoid", "tanh"] {
        lesson.act(Act::Press(format!("toggle-{id}")));
    }
    assert_eq!(lesson.chosen.len(), 1);
    assert_eq!(lesson.domain(), (-4.0, 4.0), "the domain of the one function");
}
