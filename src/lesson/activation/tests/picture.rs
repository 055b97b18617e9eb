//! The drawing in rooms of many sizes.

use super::*;
use std::collections::BTreeSet;

const ROOMS: [(f64, f64); 6] =
    [(1040.0, 560.0), (974.0, 343.0), (1240.0, 420.0), (780.0, 620.0), PHONE, (584.0, 230.0)];

const PHONE: (f64, f64) = (344.0, 474.0);

const STATES: [&str; 9] = [
    "t=6",
    "x=6&t=6&lo=-8&hi=8",
    "f=gelu_tanh,mish,softsign&x=-1.5&t=9",
    "view=chain&t=4",
    "view=chain&depth=30&w=-2&feed=forward&t=30",
    "view=ward&f=relu&t=5",
    "view=ward&ward=8x8:seed3&t=8",
    "view=matrix&t=3",
    "view=matrix&a=16x16:seed5&t=40",
];

fn all(lesson: &Activation, (width, height): (f64, f64)) -> Vec<Node> {
    let room = Room { width, height, least_cell: 24.0, presents: false };
    let Figure::Own(roots) = lesson.moment(&Cx { room, ..cx() }).figure else { panic!("a drawing") };
    let (mut found, mut open) = (Vec::new(), roots.to_vec());
    while let Some(node) = open.pop() {
        open.extend(node.children.iter().cloned());
        found.push(node);
    }
    found
}

/// The nodes of which something holds, with all they hold.
fn holding(lesson: &Activation, (width, height): (f64, f64), is: &dyn Fn(&Node) -> bool) -> Vec<Node> {
    let room = Room { width, height, least_cell: 24.0, presents: false };
    let Figure::Own(roots) = lesson.moment(&Cx { room, ..cx() }).figure else { panic!("a drawing") };
    let (mut found, mut open) = (Vec::new(), roots.to_vec());
    while let Some(node) = open.pop() {
        open.extend(node.children.iter().cloned());
        found.extend(is(&node).then_some(node));
    }
    found
}

fn all_moving<'node>(node: &'node Node, into: &mut Vec<&'node Node>) {
    into.extend(node.is_moving().then_some(node));
    node.children.iter().for_each(|child| all_moving(child, into));
}

#[test]
fn what_follows_a_drag_is_part_of_the_drawing() {
    for state in STATES.iter().filter(|state| !state.starts_with("view=ward")) {
        let lesson = at(state);
        for (width, height) in ROOMS {
            let cx = Cx { room: Room { width, height, least_cell: 24.0, presents: false }, ..cx() };
            let Figure::Own(nodes) = lesson.moment(&cx).figure else { panic!("a drawing") };
            let mut drawn = Vec::new();
            nodes.iter().for_each(|node| all_moving(node, &mut drawn));
            let moving = lesson.moving(&cx).expect("a point moves alone");
            assert!(moving.len() == 4 && drawn.into_iter().eq(&moving), "{state}");
        }
    }
    assert_eq!(at("view=ward&f=relu&t=5").moving(&cx()), None);
}

#[test]
fn no_number_of_the_drawing_is_none() {
    for state in STATES {
        let lesson = at(state);
        for room in ROOMS {
            for node in all(&lesson, room) {
                for (name, value) in &node.attrs {
                    let drawn = ["d", "x", "y", "cx", "cy", "width", "height", "dy"].contains(name);
                    assert!(!drawn || !value.contains("NaN") && !value.contains("inf"), "{state}: {name}={value}");
                }
            }
        }
    }
}

#[test]
fn names_are_unlike_in_every_room() {
    for state in STATES {
        let lesson = at(state);
        for room in ROOMS {
            let mut names = BTreeSet::new();
            for node in all(&lesson, room) {
                if let Some(name) = attr(&node, "data-cell") {
                    assert!(names.insert(name.to_owned()), "{state}: {name} twice");
                }
            }
            assert!(!names.is_empty(), "{state}");
        }
    }
}

#[test]
fn a_slope_above_is_a_height_below() {
    let lesson = at("t=6");
    let nodes = nodes(&lesson);
    let rise = nodes.iter().find(|node| node.class.contains("rise")).expect("a bar");
    let triangle = nodes.iter().filter(|node| node.class.contains("tangent")).filter_map(|node| attr(node, "d"));
    let ys = |d: &str| -> Vec<f64> {
        d.split(|c: char| c.is_ascii_alphabetic() || c == ' ').filter_map(|part| part.parse().ok()).collect()
    };
    let bar = ys(attr(rise, "d").expect("a line"));
    let triangle = triangle.map(ys).find(|found| found.len() == 4 && found[2] > found[0] && found[1] > found[3]);
    let triangle = triangle.expect("a triangle");
    let (below, above) = (bar[1] - bar[3], triangle[1] - triangle[3]);
    assert!((below - above).abs() < 0.3, "{below} and {above}");
}

#[test]
fn f_prime_jumps_have_an_open_and_a_filled_dot() {
    let dots = |f: &str| {
        let lesson = at(&format!("f={f}"));
        let nodes = nodes(&lesson);
        let is = |class: &str| nodes.iter().filter(|node| node.tag == "circle" && node.class == class).count();
        (is("f-solid l-now"), is("f-page l-now"))
    };
    assert_eq!(dots("relu"), (1, 1));
    assert_eq!(dots("hardtanh"), (2, 2));
    assert_eq!(dots("sigmoid"), (0, 0));
}

#[test]
fn moving_the_point_leaves_the_curves() {
    let still = |lesson: &Activation| -> Vec<String> {
        let curves = nodes(lesson).into_iter().filter(|node| node.class.contains("curve--"));
        curves.filter_map(|node| attr(&node, "d").map(str::to_owned)).collect()
    };
    let mut lesson = at("t=6");
    let before = still(&lesson);
    lesson.act(Act::Slide { slot: super::super::inputs::X, index: 0, value: -3.0, fine: false });
    assert_eq!(still(&lesson).iter().filter(|d| d.len() > 60).count(), before.iter().filter(|d| d.len() > 60).count());
    assert!(still(&lesson).iter().filter(|d| d.len() > 60).eq(before.iter().filter(|d| d.len() > 60)));
}

#[test]
fn numbers_at_the_axis_are_not_cut() {
    for state in ["f=sigmoid&x=6&lo=-8&hi=8&t=6", "f=gelu&x=-1.5&t=5", "x=40&t=6", "view=chain&f=tanh&x=1.9&t=4"] {
        let tags = holding(&at(state), PHONE, &|node| node.class == "tag");
        let left = |tag: &Node| attr(&tag.children[0], "x").expect("a place").parse().expect("a number");
        let lefts: Vec<f64> = tags.iter().map(left).collect();
        assert!(lefts.len() == 2 && lefts.iter().all(|left| *left >= 0.0), "{state}: {lefts:?}");
    }
}

#[test]
fn where_it_saturates_is_told_for_each_function() {
    let lesson = example("saturated");
    let words = nodes(&lesson);
    for said in ["x < −4.585", "x > 4.585"] {
        assert!(words.iter().any(|node| node.text == said), "{said}");
    }
    let card = crate::lesson::activation::cards::functions(&lesson, Locale::en);
    let [crate::screen::CardPart::Own(nodes)] = &card.parts[..] else { panic!("markup") };
    assert!(read(nodes).contains("|f′| < 0.01: sigmoid |x| > 4.585 · tanh |x| > 2.993"));
}

#[test]
fn the_drawing_is_described_with_what_is_read_off() {
    let described = |state: &str| {
        let Figure::Own(roots) = moment(&at(state)).figure else { panic!("a drawing") };
        roots.iter().find_map(|root| attr(root, "aria-label")).expect("a label").to_owned()
    };
    assert!(described("t=6").contains("sigmoid: at x = 1 f(x) = 0.7311, f′(x) = 0.1966. tanh:"));
    assert!(described("t=4").contains("f(x) = 0.7311, f′(x) = ?"));
    assert!(described("view=chain&f=sigmoid&t=2").ends_with("gradient: 1, 0.1966, 0.03866"));
    assert!(described("view=ward&f=relu&t=4").ends_with("Σ f′: 2, 0, 4, 1"));
    assert!(described("view=matrix&t=2").ends_with("H: 0.1192, 0.7311"));
}

#[test]
fn the_legend_of_many_layers_has_room_on_a_phone() {
    let nodes = all(&at("view=chain&depth=30&feed=forward&x=1&t=20"), PHONE);
    let y = |node: &Node| attr(node, "y").and_then(|y| y.parse::<f64>().ok());
    let limit = nodes.iter().find(|node| node.text.contains("f32")).and_then(y);
    assert!(limit.is_some_and(|y| y < PHONE.1), "{limit:?}");
}

#[test]
fn a_sum_leads_to_its_neuron() {
    let holds = |node: &Node| node.children.iter().any(|child| attr(child, "data-cell") == Some("wardsum-1"));
    let found = holding(&at("view=ward&f=relu&t=6"), ROOMS[0], &holds);
    assert_eq!(attr(&found[0], "data-act"), Some("step-2"));
}
