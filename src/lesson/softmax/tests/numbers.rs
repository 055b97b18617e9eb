//! Numbers that must come out, worked out in 50-digit and in IEEE arithmetic.

use crate::lesson::entry::Lesson;
use crate::lesson::softmax::model::{Softmax, View};
use crate::lesson::softmax::solved::{Group, Kind, Outcome};
use crate::route::Address;
use crate::screen::hue::plain;
use crate::screen::node::Node;
use crate::screen::{Act, Cx, Figure, Room};
use crate::words::Locale;

pub fn cx(width: f64, height: f64) -> Cx {
    Cx { locale: Locale::en, base: 1, room: Room { width, height, least_cell: 24.0, presents: false } }
}

/// The lesson at an address.
pub fn open(query: &str) -> Softmax {
    let mut lesson = Softmax::default();
    let bad = lesson.read(&Address::parse(&format!("#/softmax?{query}")));
    assert!(bad.is_empty(), "{query}: {bad:?}");
    lesson
}

/// What the picture shows in a cell.
pub fn shown(lesson: &Softmax, cell: &str) -> Option<String> {
    fn find(node: &Node, cell: &str) -> Option<String> {
        let own = node.attrs.iter().any(|(name, value)| *name == "data-cell" && value == cell);
        if own {
            // The title repeats the whole value.
            let texts = node.children.iter().filter(|child| child.tag == "text");
            let read: String = texts.map(Node::read).collect();
            return Some(if node.tag == "text" { node.read() } else { read });
        }
        node.children.iter().find_map(|child| find(child, cell))
    }
    let Figure::Own(nodes) = lesson.moment(&cx(1040.0, 560.0)).figure else { panic!("a drawing") };
    nodes.iter().find_map(|node| find(node, cell))
}

/// The numbers of a column, first to last.
fn column(lesson: &Softmax, name: &str) -> Vec<String> {
    let n = lesson.solved().len();
    (0..n).map(|i| shown(lesson, &format!("{name}-{i}")).unwrap_or_default()).collect()
}

fn sentence(lesson: &Softmax) -> String {
    plain(&lesson.moment(&cx(1040.0, 560.0)).sentence)
}

fn only(lesson: &Softmax) -> &Group {
    &lesson.solved().groups[0]
}

#[test]
fn the_first_example() {
    let lesson = open("z=4:1,3,2,-1&t=99");
    assert_eq!(column(&lesson, "x"), ["−2", "0", "−1", "−4"]);
    assert_eq!(column(&lesson, "e"), ["0.1353", "1", "0.3679", "0.01832"]);
    assert_eq!(shown(&lesson, "sum").as_deref(), Some("S 1.522"));
    assert_eq!(column(&lesson, "p"), ["0.08895", "0.6572", "0.2418", "0.01204"]);
    assert_eq!(shown(&lesson, "psum").as_deref(), Some("Σ 0.9999999"));
    assert_eq!(only(&lesson).total() as f32, 0.999_999_9);
    assert_eq!(shown(&lesson, "m").as_deref(), Some("m = 3"));
    let wide = open("z=4:1,3,2,-1&prec=f64&t=99");
    assert_eq!(only(&wide).total(), 0.999_999_999_999_999_8);
    assert_eq!(shown(&wide, "psum").as_deref(), Some("Σ 1"));
    assert!(sentence(&lesson).contains("class 2 has the most, 65.7%"), "{}", sentence(&lesson));
}

#[test]
fn its_logarithms_are_the_way_to_the_top() {
    let lesson = open("z=4:1,3,2,-1&view=log&t=99");
    assert!((only(&lesson).log_sum - 0.419_7).abs() < 5e-5);
    assert_eq!(column(&lesson, "lp"), ["−2.42", "−0.4197", "−1.42", "−4.42"]);
    assert!(sentence(&lesson).contains("★1 is the right class, the loss is 2.42"), "{}", sentence(&lesson));
    let mut at_ln = open("z=4:1,3,2,-1&view=log&t=17");
    assert!(sentence(&at_ln).contains("ln S = 0.4197"), "{}", sentence(&at_ln));
    at_ln.act(Act::Press("class-3".into()));
    at_ln.act(Act::Jump(crate::playback::Jump::Last));
    assert!(sentence(&at_ln).contains("the loss is 4.42"), "{}", sentence(&at_ln));
}

#[test]
fn temperature_spreads_and_draws_together() {
    for (temperature, second, fourth) in [("0.3", "0.9644", "1.56e−6"), ("20", "0.2721", "0.2228")] {
        let lesson = open(&format!("z=4:1,3,2,-1&temp={temperature}&t=99"));
        let p = column(&lesson, "p");
        assert_eq!((p[1].as_str(), p[3].as_str()), (second, fourth), "T = {temperature}");
    }
}

#[test]
fn a_difference_makes_the_ratio() {
    for (temperature, times) in [("1", "7.389"), ("0.5", "54.6"), ("2", "2.718")] {
        let lesson = open(&format!("z=4:1,3,2,-1&view=ratio&temp={temperature}"));
        assert_eq!(lesson.compared(), Some((1, 0)), "the largest and the third");
        assert!(sentence(&lesson).contains(&format!("Scores 2 apart: {times} times")), "{}", sentence(&lesson));
        let formula: String = crate::screen::node::read(&lesson.moment(&cx(1040.0, 560.0)).formula);
        assert!(formula.ends_with(times), "{formula}");
    }
    let named = open("z=4:1,3,2,-1&view=ratio&pair=2-3");
    assert!(sentence(&named).contains("2.718 times"), "{}", sentence(&named));
}

#[test]
fn large_scores_hold_if_the_largest_is_subtracted() {
    let lesson = open("z=3:1000,1001,1002&t=99");
    assert_eq!(column(&lesson, "p"), ["0.09003", "0.2447", "0.6652"]);
    let naive = open("z=3:1000,1001,1002&mode=naive&t=1");
    assert_eq!(shown(&naive, "e-0").as_deref(), Some("inf"));
    assert!(sentence(&naive).contains("10^434"), "{}", sentence(&naive));
}

#[test]
fn the_wall_stands_between_88_and_89() {
    let lesson = open("z=3:88,89,90&mode=naive&t=99");
    assert_eq!(column(&lesson, "e"), ["1.65e38", "inf", "inf"]);
    assert_eq!(column(&lesson, "p"), ["0", "NaN", "NaN"]);
    assert!(sentence(&lesson).ends_with("The first cause: e^89."), "{}", sentence(&lesson));
    let trouble = only(&lesson).trouble.expect("a first wrong number");
    assert_eq!((trouble.kind, trouble.element), (Kind::Overflow, 1));
    let at = open("z=3:88,89,90&mode=naive&t=2");
    assert!(sentence(&at).contains("e^89 ≈ 4.5 × 10^38: more than 3.4 × 10^38"), "{}", sentence(&at));
    let outcomes = lesson.solved().outcomes;
    assert_eq!(outcomes[1], [Outcome::NaN, Outcome::NaN, Outcome::Right]);
    assert_eq!(outcomes[0], [Outcome::Right; 3]);
}

#[test]
fn each_type_ends_at_its_own_place() {
    for (precision, below, at, last) in [
        ("f16", "11.08", "11.09", "64736"),
        ("f32", "88.722", "88.723", "3.4e38"),
        ("f64", "709.78", "709.79", "1.79e308"),
    ] {
        let e = |z: &str| {
            let lesson = open(&format!("z=2:{z},0&mode=naive&prec={precision}&t=1"));
            shown(&lesson, "e-0").expect("a cell")
        };
        assert_eq!((e(below).as_str(), e(at).as_str()), (last, "inf"), "{precision}");
    }
}

#[test]
fn a_low_temperature_overflows_early() {
    let lesson = open("z=2:4.5,0&mode=naive&temp=0.05&t=99");
    assert_eq!(shown(&lesson, "s-0").as_deref(), Some("90"));
    assert_eq!(shown(&lesson, "e-0").as_deref(), Some("inf"));
    let below = open("z=2:4.43,0&mode=naive&temp=0.05&t=99");
    assert_ne!(shown(&below, "e-0").as_deref(), Some("inf"), "the wall stands at 4.44");
    let above = open("z=2:4.44,0&mode=naive&temp=0.05&t=99");
    assert_eq!(shown(&above, "e-0").as_deref(), Some("inf"));
}

#[test]
fn a_sum_can_overflow_where_no_term_does() {
    let lesson = open("z=2:11,11&mode=naive&prec=f16&t=99");
    assert_eq!(column(&lesson, "e"), ["59872", "59872"]);
    assert_eq!(shown(&lesson, "sum").as_deref(), Some("S inf"));
    assert_eq!(column(&lesson, "p"), ["0", "0"]);
    assert!(sentence(&lesson).contains("which is wrong. The first cause: S."), "{}", sentence(&lesson));
    assert_eq!(lesson.solved().outcomes[1][0], Outcome::Wrong);
}

#[test]
fn losses_of_a_perfect_answer_and_of_a_blind_guess() {
    assert!(sentence(&open("z=4:1,0,0,0&view=log&t=99")).contains("the loss is 0.7437"));
    assert!(sentence(&open("z=10:0,0,0,0,0,0,0,0,0,0&view=log&t=99")).contains("the loss is 2.303"));
}

#[test]
fn a_probability_of_0_still_has_a_logarithm() {
    let lesson = open("z=2:0,-104&view=log&t=99");
    assert_eq!(column(&lesson, "lp"), ["0", "−104"]);
    assert_eq!(only(&lesson).phases.quotients[1], 0.0);
    let Figure::Own(nodes) = lesson.moment(&cx(1040.0, 560.0)).figure else { panic!("a drawing") };
    let text: String = nodes.iter().map(Node::read).collect();
    assert!(text.contains("ln p = −inf"));
}

#[test]
fn digits_that_do_not_fit_make_different_scores_equal() {
    let query = "z=3:100000001,100000002,100000003";
    let lesson = open(&format!("{query}&t=99"));
    assert_eq!(column(&lesson, "p"), ["0.3333", "0.3333", "0.3333"]);
    assert_eq!(lesson.solved().outcomes[0][1], Outcome::Wrong);
    let wide = open(&format!("{query}&prec=f64&t=99"));
    assert_eq!(column(&wide, "p"), ["0.09003", "0.2447", "0.6652"]);
    let start = open(query);
    assert!(sentence(&start).starts_with("100000001 → 100000000"), "{}", sentence(&start));
}

#[test]
fn a_matrix_sums_to_1_along_its_dim_and_to_something_across() {
    let margins = |query: &str| {
        let lesson = open(query);
        let Figure::Own(nodes) = lesson.moment(&cx(1040.0, 560.0)).figure else { panic!("a drawing") };
        fn texts(node: &Node, inside: bool, found: &mut Vec<String>) {
            let inside = inside || node.class == "margins";
            if inside && node.tag == "text" {
                found.push(node.read());
            }
            node.children.iter().for_each(|child| texts(child, inside, found));
        }
        let mut found = Vec::new();
        nodes.iter().for_each(|node| texts(node, false, &mut found));
        found
    };
    assert_eq!(margins("z=2x3:1,2,3,3,3,3&dim=1&t=99"), ["= 1", "= 1", "0.423", "0.578", "0.999"]);
    assert_eq!(margins("z=2x3:1,2,3,3,3,3&dim=0&t=99"), ["0.888", "2.11", "= 1", "= 1", "= 1"]);
}

#[test]
fn the_picture_agrees_with_the_core() {
    let lesson = open("z=4:1,3,2,-1&t=99");
    let core = matwalk_core::softmax::softmax(
        &matwalk_core::Tensor::new(matwalk_core::Shape::vector(4).expect("a shape"), vec![1., 3., 2., -1.])
            .expect("four"),
        0,
    );
    let core: Vec<f64> = core.expect("a dimension").data().iter().map(|p| f64::from(*p)).collect();
    assert_eq!(only(&lesson).phases.quotients, core);
    assert_eq!(lesson.view, View::Prob);
}
