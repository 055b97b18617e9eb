//! What is said agrees with what is computed: sizes of powers, sums that are not 1, causes, the order of two.

use super::numbers::{cx, open, shown};
use crate::lesson::entry::{Language, Lesson};
use crate::lesson::softmax::model::Softmax;
use crate::screen::hue::plain;
use crate::screen::node::{Node, read};
use crate::screen::{Act, Figure};

pub const PAGE: (f64, f64) = (1040.0, 560.0);

fn sentence(lesson: &Softmax) -> String {
    plain(&lesson.moment(&cx(PAGE.0, PAGE.1)).sentence)
}

fn formula(lesson: &Softmax) -> String {
    read(&lesson.moment(&cx(PAGE.0, PAGE.1)).formula)
}

pub fn drawing(lesson: &Softmax, (width, height): (f64, f64)) -> Node {
    let Figure::Own(nodes) = lesson.moment(&cx(width, height)).figure else { panic!("a drawing") };
    nodes[0].clone()
}

/// All nodes that the test finds.
pub fn find<'a>(node: &'a Node, is: &dyn Fn(&Node) -> bool, found: &mut Vec<&'a Node>) {
    if is(node) {
        found.push(node);
    }
    node.children.iter().for_each(|child| find(child, is, found));
}

pub fn attribute<'a>(node: &'a Node, name: &str) -> &'a str {
    node.attrs.iter().find(|(own, _)| *own == name).map_or("", |(_, value)| &**value)
}

#[track_caller]
fn says(query: &str, words: &str) {
    let said = sentence(&open(query));
    assert!(said.contains(words), "{query}: {said}");
}

#[test]
fn a_power_that_does_not_fit_is_larger_than_the_largest_number() {
    says("z=2:710,0&mode=naive&prec=f64&t=1", "≈ 2.2 × 10^308: more than 1.8 × 10^308");
    says("z=2:709.79,0&mode=naive&prec=f64&t=1", "≈ 1.81 × 10^308: more than 1.80 × 10^308");
    says("z=3:1000,1001,1002&mode=naive&t=1", "≈ 2.0 × 10^434");
    says("z=2:11.1,0&mode=naive&prec=f16&t=1", "≈ 6.63 × 10^4: more than 6.55 × 10^4");
    // ln of 10^400, a little less: the digits before the 10 do not become 10.
    says("z=2:921.0340371,0&mode=naive&prec=f64&t=1", "≈ 1.0 × 10^400");
    says("z=2:1e300,0&mode=naive&prec=f64&t=1", "≈ 10^4.34e299");
}

#[test]
fn where_s_rounds_to_1_the_logarithm_is_of_1_and_a_rest() {
    let lesson = open("z=2:20,0&view=log&t=9");
    assert!(formula(&lesson).contains("ln(1 + 2.06 × 10−9)"), "{}", formula(&lesson));
    assert!(drawing(&lesson, PAGE).read().contains("ln(1 + 2.06e−9) = 2.06e−9"));
    assert!(drawing(&open("z=4:1,3,2,-1&view=log&t=17"), PAGE).read().contains("ln 1.522 = 0.4197"));
}

#[test]
fn a_sum_that_is_not_1_is_not_said_to_be() {
    for (query, sum) in [
        ("z=3:88,89,90&mode=naive&t=9", "adds up to NaN, not 1"),
        ("z=2:11,11&mode=naive&prec=f16&t=6", "adds up to 0, not 1"),
        ("z=2x3:inf,1,2,-inf,-inf,-inf&dim=1&t=99", "row 1: adds up to NaN, not 1"),
        ("z=2x2:1,nan,1,2&dim=0&t=99", "column 2: adds up to NaN, not 1"),
    ] {
        let shape = open(query).board(&cx(PAGE.0, PAGE.1)).shape;
        assert!(!shape.fits && shape.tie == sum, "{query}: {}", shape.tie);
    }
    // Rounding is no mistake.
    let halves = open("z=12:seed7&prec=f16&t=99").board(&cx(PAGE.0, PAGE.1)).shape;
    assert!(halves.fits && halves.tie == "all 12 add up to 1", "{}", halves.tie);
    let wrong = |query: &str, text: &str| {
        let (picture, mut found) = (drawing(&open(query), PAGE), Vec::new());
        let own = |node: &Node| node.tag == "tspan" && node.read() == text;
        find(&picture, &own, &mut found);
        assert!(!found.is_empty() && found.iter().all(|node| node.class.contains("t-bad")), "{query}: {text}");
    };
    wrong("z=3:88,89,90&mode=naive&t=9", "Σ NaN");
    wrong("z=2x3:inf,1,2,-inf,-inf,-inf&dim=1&t=99", "= NaN");
}

#[test]
fn a_nan_among_the_scores_is_the_largest_and_the_first_cause() {
    let first = open("z=3:nan,1,2&t=3");
    assert!(formula(&first).ends_with("→ NaN"), "{}", formula(&first));
    assert_eq!(shown(&first, "m").as_deref(), Some("m = NaN"));
    assert!(sentence(&first).contains("the largest is NaN too"), "{}", sentence(&first));
    assert!(drawing(&first, PAGE).read().contains("max(NaN, 2) = NaN"));
    let before = open("z=3:1,nan,2&t=1");
    assert_eq!(shown(&before, "m").as_deref(), Some("m = 1"), "not met yet");
    let end = open("z=3:1,nan,2&t=99");
    assert!(sentence(&end).ends_with("The first cause: z₂ = NaN."), "{}", sentence(&end));
    for cell in ["x-0", "e-1", "p-2"] {
        assert_eq!(shown(&end, cell).as_deref(), Some("NaN"), "{cell}");
    }
    says("z=3:1,nan,2&mode=naive&t=99", "The first cause: z₂ = NaN.");
}

#[test]
fn a_score_that_its_type_stores_as_infinite_says_so() {
    let lesson = open("z=2:60000,1000000&prec=f16");
    assert!(sentence(&lesson).starts_with("1000000 → inf: this score is outside"), "{}", sentence(&lesson));
    assert!(drawing(&lesson, PAGE).read().contains("→ inf"));
    says("z=2:60000,1000000&prec=f16&t=99", "The first cause: 1 × 10^6 → inf.");
}

#[test]
fn the_higher_of_two_stands_first_in_formula_sentence_and_picture() {
    let lesson = open("z=4:1,3,2,-1&view=ratio&pair=4-2&temp=2");
    assert!(formula(&lesson).starts_with("p2 ÷ p4 = ") && formula(&lesson).ends_with("7.389"), "{}", formula(&lesson));
    assert!(sentence(&lesson).contains("7.389 times"));
    assert!(drawing(&lesson, PAGE).read().contains("4 ÷ 2 = 2, e2 = 7.389 times"), "{}", drawing(&lesson, PAGE).read());
}

#[test]
fn words_of_the_first_and_of_the_last_step_suit_them() {
    says("z=4:1,3,2,-1", "4 scores become 4 probabilities.");
    says("z=1:5", "There is only one class");
    says("z=1:inf", "1 score becomes 1 probability");
    says("z=4:1,3,2,-1&view=log&t=16", "Where does the curve reach this height?");
    says("z=2:0,-104&view=log&t=8", "Where does the curve reach this height?");
    says("z=4:1,3,2,-1&t=16", "how much is one piece?");
    let mut hot = open("z=4:1,3,2,-1");
    for (typed, said) in [("inf", "finite number above 0"), ("1e400", "larger than an f64")] {
        hot.act(Act::Edit(crate::lesson::softmax::inputs::TEMP, 0, typed.into()));
        let why = hot.board(&cx(PAGE.0, PAGE.1)).unreadable.join(" ");
        assert!(why.contains(said), "{typed}: {why}");
    }
    let list = formula(&open("z=6x12:seed3&dim=0&t=30"));
    assert!(list.contains("× 10") && !list.contains("e−"), "{list}");
}

#[test]
fn the_whole_value_is_what_the_cell_shows() {
    let (picture, mut found) = (drawing(&open("z=2:11,11&mode=naive&prec=f16&t=6"), PAGE), Vec::new());
    find(&picture, &|node| attribute(node, "data-cell") == "e-0", &mut found);
    assert_eq!(attribute(found[0], "data-value"), "59872");
}

#[test]
fn latex_has_every_row() {
    let lesson = open("z=2x3:1,2,3,3,3,3&dim=1&temp=0.5&t=99");
    let latex = lesson.code(Language::Latex);
    assert!(latex.contains("1 & 2 & 3 \\\\ 3 & 3 & 3") && latex.contains("z_{ik} / 0.5"), "{latex}");
    assert!(latex.contains("0.01588 & 0.1173 & 0.8668 \\\\ 0.3333 & 0.3333 & 0.3333"), "{latex}");
    let columns = open("z=2x3:1,2,3,3,3,3&dim=0&t=99").code(Language::Latex);
    assert!(columns.contains("0.1192 & 0.2689 & 0.5 \\\\ 0.8808 & 0.7311 & 0.5"), "{columns}");
    let vector = open("z=3:1,2,3").code(Language::Latex);
    assert!(vector.contains("1 \\\\ 2 \\\\ 3"), "{vector}");
}

#[test]
fn every_number_of_the_picture_leads_to_its_step() {
    let lesson = open("z=4:1,3,2,-1&t=20");
    let picture = drawing(&lesson, PAGE);
    let boxes = |node: &Node| node.class == "cell-box";
    let mut found = Vec::new();
    find(&picture, &boxes, &mut found);
    assert_eq!(found.len(), 15, "three columns, m, S, Σ");
    assert_eq!(found.iter().filter(|node| attribute(node, "tabindex") == "0").count(), 1, "one Tab stop");
    for (cell, t) in [("m", 4), ("x-2", 7), ("sum", 16), ("psum", 20), ("p-1", 18)] {
        let mut lesson = open("z=4:1,3,2,-1&t=20");
        let own = found.iter().find(|node| attribute(node, "data-cell") == cell).expect(cell);
        assert_eq!(attribute(own, "role"), "button");
        lesson.act(Act::Press(attribute(own, "data-act").into()));
        assert_eq!(lesson.walk().t, t, "{cell}");
    }
    let mut pieces = Vec::new();
    find(&picture, &|node| attribute(node, "data-twin") == "p-1" && node.class == "piece", &mut pieces);
    assert_eq!(attribute(pieces[0], "data-act"), "go-p-1");
}

#[test]
fn classes_of_a_matrix_are_picked_at_its_grid() {
    let mut lesson = open("z=2x3:1,2,3,3,3,3&dim=1&view=log&t=99");
    let picks = |lesson: &Softmax| {
        let (picture, mut found) = (drawing(lesson, PAGE), Vec::new());
        find(&picture, &|node| node.class == "pick", &mut found);
        found.iter().map(|node| (node.read(), attribute(node, "data-act").to_owned())).collect::<Vec<_>>()
    };
    assert_eq!(picks(&lesson)[0], ("★1".into(), "class-0".into()));
    lesson.act(Act::Press("class-2".into()));
    assert_eq!(picks(&lesson).iter().map(|(said, _)| said.as_str()).collect::<Vec<_>>(), ["1", "2", "★3"]);
    assert_eq!(picks(&open("z=2x3:1,2,3,3,3,3&dim=0&view=ratio")).len(), 2);
    assert!(picks(&open("z=2x3:1,2,3,3,3,3&dim=1&t=99")).is_empty());
}
