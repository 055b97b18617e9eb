//! Edges: infinities, NaN, texts that are no numbers, no scores, too many, a dimension that is not there; and what stays
//! while things change.

use super::numbers::{cx, open, shown};
use crate::lesson::entry::Lesson;
use crate::lesson::softmax::inputs::{RULER, TEMP, Z};
use crate::lesson::softmax::model::{Softmax, View};
use crate::lesson::softmax::solved::Kind;
use crate::playback::Jump;
use crate::route::Address;
use crate::screen::hue::plain;
use crate::screen::node::Node;
use crate::screen::{Act, Figure};

fn text(lesson: &Softmax) -> String {
    let Figure::Own(nodes) = lesson.moment(&cx(1040.0, 560.0)).figure else { panic!("a drawing") };
    nodes.iter().map(Node::read).collect()
}

fn cells(lesson: &Softmax, name: &str) -> Vec<String> {
    (0..lesson.solved().len()).map(|i| shown(lesson, &format!("{name}-{i}")).unwrap_or_default()).collect()
}

#[test]
fn infinities_and_nan_say_what_they_do() {
    let up = open("z=3:1,inf,0&t=99");
    assert!(text(&up).contains("inf ▸"));
    assert_eq!(cells(&up, "x"), ["−inf", "NaN", "−inf"]);
    assert_eq!(cells(&up, "p"), ["NaN", "NaN", "NaN"]);
    let trouble = up.solved().groups[0].trouble.expect("a first wrong number");
    assert_eq!((trouble.kind, trouble.element), (Kind::Undefined, 1));
    assert!(plain(&up.moment(&cx(1040., 560.)).sentence).ends_with("The first cause: inf − inf."));

    let mask = open("z=4:2,1,-inf,0&t=99");
    assert!(text(&mask).contains("◂ −inf"));
    assert_eq!(mask.solved().groups[0].phases.quotients[2], 0.0);
    assert_eq!(mask.solved().groups[0].trouble, None, "a mask is no mistake");
    assert_eq!(cells(&mask, "p")[0], cells(&open("z=3:2,1,0&t=99"), "p")[0], "the others are as without it");

    let all = open("z=2:-inf,-inf&t=99");
    assert_eq!(cells(&all, "x"), ["NaN", "NaN"]);
    assert!(plain(&all.moment(&cx(1040., 560.)).sentence).contains("−inf − (−inf)"));

    let nan = open("z=2:nan,1&t=99");
    assert_eq!(cells(&nan, "p"), ["NaN", "NaN"]);
    let zero = open("z=3:-1000,-1001,-1002&mode=naive&t=99");
    assert_eq!(cells(&zero, "p"), ["NaN", "NaN", "NaN"]);
    assert!(plain(&zero.moment(&cx(1040., 560.)).sentence).ends_with("The first cause: e^−1000."));
}

#[test]
fn what_the_type_stores_stands_at_the_cell() {
    assert!(text(&open("z=2:11.1,0&mode=naive&prec=f16&t=1")).contains("→ 11.1015625"));
    assert!(!text(&open("z=2:11.1,0&t=1")).contains('→'), "f32 is near enough");
}

#[test]
fn a_text_that_is_no_number_stays_and_blocks_its_results() {
    let mut lesson = open("z=3:1,2,3&t=99");
    lesson.act(Act::Edit(Z, 1, "2x".into()));
    lesson.act(Act::EndEdit);
    assert_eq!(shown(&lesson, "z-1").as_deref(), Some("2x"));
    assert_eq!(cells(&lesson, "p"), ["?", "?", "?"]);
    assert!(lesson.write().is_err());
    assert_eq!(lesson.board(&cx(1040., 560.)).unreadable.len(), 1);
    lesson.act(Act::Undo);
    assert_eq!(cells(&lesson, "p"), ["0.09003", "0.2447", "0.6652"]);
    for (typed, said) in [("0", "argmax"), ("-1", "above 0"), ("x", "can’t be read"), ("", "is empty")] {
        lesson.act(Act::Edit(TEMP, 0, typed.into()));
        let why = lesson.board(&cx(1040., 560.)).unreadable.join(" ");
        assert!(why.contains(said), "{typed}: {why}");
        assert!(lesson.write().is_err());
    }
    lesson.act(Act::CancelEdit);
    assert_eq!(lesson.inputs().temp, "1");
}

#[test]
fn no_scores_one_score_and_too_many() {
    let none = open("z=0:");
    assert_eq!(none.walk().len, 0);
    assert_eq!(plain(&none.moment(&cx(1040., 560.)).sentence), "no scores");
    let one = open("z=1:5&t=99");
    assert_eq!(cells(&one, "p"), ["1"]);
    assert!(plain(&one.moment(&cx(1040., 560.)).sentence).contains("is 1 whatever the score"));
    for bad in ["13:0,0,0,0,0,0,0,0,0,0,0,0,0", "7x1:0,0,0,0,0,0,0", "2:1", "2:1,x", "scalar:1", "2x2x2:seed7"] {
        let mut lesson = Softmax::default();
        let refused = lesson.read(&Address::parse(&format!("#/softmax?z={bad}")));
        assert_eq!(refused.len(), 1, "{bad}");
        assert_eq!(lesson.inputs(), Softmax::default().inputs(), "{bad}");
    }
    assert_eq!(open("z=12:seed7").solved().len(), 12);
}

#[test]
fn a_dimension_that_is_not_there_is_pytorchs_error() {
    for (query, low, high, fixes) in [("z=2x3:1,2,3,3,3,3&dim=2", -2, 1, 2), ("z=3:1,2,3&dim=1", -1, 0, 1)] {
        let mut lesson = open(query);
        let board = lesson.board(&cx(1040., 560.));
        let problem = board.problem.expect("a problem");
        let dim = lesson.inputs().dim;
        let message =
            format!("IndexError: Dimension out of range (expected to be in range of [{low}, {high}], but got {dim})");
        assert_eq!(problem.message, Some(message));
        assert_eq!(problem.fixes.len(), fixes);
        assert!(!board.shape.fits && lesson.walk().len == 0);
        lesson.act(Act::Fix(0));
        assert!(lesson.board(&cx(1040., 560.)).problem.is_none());
    }
    assert_eq!(open("z=2x3:1,2,3,3,3,3&dim=-1").solved().groups.len(), 2);
}

#[test]
fn a_drag_is_one_change_and_keeps_the_window() {
    let mut lesson = open("z=4:1,3,2,-1&t=20");
    let window = crate::lesson::softmax::layout::window(&lesson);
    for value in [1.04, 2.31, 7.96] {
        lesson.act(Act::Slide { slot: Z, index: 0, value, fine: false });
        assert_eq!(crate::lesson::softmax::layout::window(&lesson), window);
    }
    assert_eq!(lesson.inputs().z.cells[0].text, "8");
    lesson.act(Act::EndEdit);
    assert_ne!(crate::lesson::softmax::layout::window(&lesson), window);
    lesson.act(Act::Slide { slot: Z, index: 0, value: 1.234, fine: true });
    assert_eq!(lesson.inputs().z.cells[0].text, "1.23");
    lesson.act(Act::EndEdit);
    lesson.act(Act::Undo);
    lesson.act(Act::Undo);
    assert_eq!(lesson.inputs().z.cells[0].text, "1");
    assert_eq!(lesson.walk().t, 20, "the place stays");
}

#[test]
fn sliding_the_ruler_changes_no_probability() {
    let mut lesson = open("z=4:1,3,2,-1&t=20");
    let before = cells(&lesson, "p");
    for value in [0.5, -3.0, 40.0] {
        lesson.act(Act::Slide { slot: RULER, index: 0, value, fine: false });
        assert_eq!(cells(&lesson, "p"), before, "+ {value}");
    }
    assert_eq!(lesson.inputs().z.to_address().as_deref(), Some("4:41,43,42,39"));
    lesson.act(Act::EndEdit);
    lesson.act(Act::Undo);
    assert_eq!(lesson.inputs().z.to_address().as_deref(), Some("4:1,3,2,-1"));
    lesson.act(Act::Nudge(RULER, 0, 10));
    assert_eq!(lesson.inputs().z.to_address().as_deref(), Some("4:2,4,3,0"));
}

#[test]
fn the_place_is_kept_by_phase_and_element() {
    let mut lesson = open("z=4:1,3,2,-1&t=11");
    assert_eq!(shown(&lesson, "e-2").as_deref(), Some("0.3679"), "the third power");
    lesson.act(Act::Press("case-naive-f64".into()));
    assert_eq!(lesson.walk().t, 3, "no max, no shift");
    lesson.act(Act::Press("case-stable-f32".into()));
    assert_eq!(lesson.walk().t, 11);
    lesson.act(Act::Choose("grain", 1));
    assert_eq!(lesson.walk().t, 3, "the third phase");
    lesson.act(Act::Choose("grain", 0));
    lesson.act(Act::Jump(Jump::To(11)));
    lesson.act(Act::Nudge(TEMP, 0, 1));
    assert_eq!((lesson.inputs().temp.as_str(), lesson.walk().t), ("1.1", 15), "four steps of scaling come first");
    lesson.act(Act::Choose("view", 1));
    assert_eq!((lesson.walk().t, lesson.walk().len), (24, 24), "compared when all are there");
    lesson.act(Act::Choose("view", 0));
    assert_eq!(lesson.walk().t, 15, "back from the ratio");
    lesson.act(Act::Choose("view", 1));
    lesson.act(Act::Jump(Jump::Back));
    assert_eq!((lesson.view, lesson.walk().t), (View::Prob, 23), "a step back leads into the walk");
    lesson.act(Act::Jump(Jump::Last));
    lesson.act(Act::Choose("view", 2));
    assert_eq!(lesson.walk().t, lesson.walk().len);
    assert_eq!(lesson.view, View::Log);
}

#[test]
fn a_press_leads_to_the_step_that_finishes_a_number() {
    let mut lesson = open("z=4:1,3,2,-1");
    for (name, t) in [("go-x-0", 5), ("go-e-2", 11), ("go-sum-3", 16), ("go-p-1", 18), ("go-e-99", 18), ("go-q-1", 18)]
    {
        lesson.act(Act::Press(name.into()));
        assert_eq!(lesson.walk().t, t, "{name}");
    }
    let phases = lesson.board(&cx(1040., 560.)).phases;
    assert_eq!(phases.group(6), [(0, 4), (4, 8), (8, 12), (12, 16), (16, 20)]);
    let matrix = open("z=2x3:1,2,3,3,3,3&t=7");
    assert_eq!(matrix.board(&cx(1040., 560.)).phases.group(7)[0], (5, 6), "the second row's");
}

#[test]
fn every_example_can_be_drawn_everywhere() {
    let mut lesson = Softmax::default();
    for index in 0..lesson.examples(crate::words::Locale::ko).len() {
        lesson.act(Act::Example(index));
        for room in [(1040.0, 560.0), (974.0, 343.0), (350.0, 330.0), (580.0, 180.0), (1240.0, 420.0), (0.0, 0.0)] {
            for t in 0..=lesson.walk().len {
                lesson.act(Act::Jump(Jump::To(t)));
                let Figure::Own(nodes) = lesson.moment(&cx(room.0, room.1)).figure else { panic!("a drawing") };
                check(&nodes[0]);
            }
        }
    }
}

/// No attribute that a browser could not read.
fn check(node: &Node) {
    for (name, value) in &node.attrs {
        let drawn = !name.starts_with("data-") && !name.starts_with("aria-");
        assert!(!drawn || !(value.contains("NaN") || value.contains("inf")), "{}: {name}={value}", node.tag);
    }
    node.children.iter().for_each(check);
}

#[test]
fn a_matrix_names_its_groups_numbers_by_the_group() {
    let matrix = open("z=2x3:1,2,3,3,3,3&dim=1&t=99");
    assert_eq!(shown(&matrix, "sum-1").as_deref(), Some("S 3"));
    assert_eq!(shown(&matrix, "m-1").as_deref(), Some("z − 3"));
    assert_eq!(shown(&matrix, "psum-0").as_deref(), Some("= 1"));
    assert_eq!(shown(&matrix, "p-0-2").as_deref(), Some("0.665"));
    assert_eq!(shown(&matrix, "z-1-2").as_deref(), Some("3"));
    let on_the_way = open("z=2x3:1,2,3,3,3,3&dim=1&t=2");
    assert_eq!(shown(&on_the_way, "x-0-0").as_deref(), Some("−2"), "named for what it shows");
}
