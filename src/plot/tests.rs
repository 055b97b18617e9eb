//! The SVG of curves, against functions of the standard library.

mod backend;

use super::axis::{Area, Axis, Plot};
use super::curve::{Curve, Point};
use super::handle::{Direction, Handle};
use super::kept::Kept;
use super::{hatch, label};
use crate::screen::{Node, Slot};
use std::cell::RefCell;

fn plot(x: (f64, f64), y: (f64, f64)) -> Plot {
    let area = Area { x: 40.0, y: 10.0, width: 600.0, height: 300.0 };
    Plot { area, x: Axis::linear(x.0, x.1), y: Axis::linear(y.0, y.1) }
}

/// The pieces of path data, in pixels.
fn parse(path: &str) -> Vec<Vec<Point>> {
    assert!(!path.contains("NaN") && !path.contains("inf"), "{path}");
    let point = |text: &str| {
        let (x, y) = text.split_once(' ').expect("two numbers");
        (x.parse().expect("a number"), y.parse().expect("a number"))
    };
    path.split('M').skip(1).map(|piece| piece.split('L').map(point).collect()).collect()
}

/// The height of a drawn curve at a pixel of x.
fn drawn_at(pieces: &[Vec<Point>], x: f64) -> Option<f64> {
    pieces.iter().flat_map(|piece| piece.windows(2)).find_map(|ends| {
        let (a, b) = (ends[0], ends[1]);
        (a.0 <= x && x <= b.0 && b.0 > a.0).then(|| a.1 + (b.1 - a.1) * (x - a.0) / (b.0 - a.0))
    })
}

fn each(f: impl Fn(f64) -> f64) -> impl Fn(&[f64], &mut [f64]) {
    move |xs, ys| xs.iter().zip(ys).for_each(|(x, y)| *y = f(*x))
}

type Function = fn(f64) -> f64;

#[test]
fn a_curve_is_within_half_a_pixel_of_its_function_everywhere() {
    let functions: [(&str, Function); 6] = [
        ("exp", f64::exp),
        ("tanh", f64::tanh),
        ("sine", f64::sin),
        ("line", |x| 0.4 * x - 1.0),
        ("steep sigmoid", |x| 1.0 / (1.0 + (-30.0 * x).exp())),
        ("parabola", |x| x * x / 4.0),
    ];
    let plot = plot((-6.0, 6.0), (-1.5, 2.0));
    for (name, f) in functions {
        let pieces = parse(&Curve { f: &each(f), kinks: &[] }.path(&plot));
        assert!(!pieces.is_empty(), "{name}");
        let mut seen = 0;
        for i in 0..=1200 {
            let x = 40.0 + f64::from(i) / 2.0;
            let y = plot.py(f(plot.x_at(x)));
            // Where the line is steep, half a pixel sideways counts as well.
            let near = [-0.5, 0.0, 0.5].map(|dx| plot.py(f(plot.x_at(x + dx))));
            let (low, high) =
                (near.iter().fold(f64::MAX, |a, b| a.min(*b)), near.iter().fold(f64::MIN, |a, b| a.max(*b)));
            if let Some(drawn) = drawn_at(&pieces, x) {
                assert!((low - 0.5..=high + 0.5).contains(&drawn), "{name} at {x}: {drawn}, not {y}");
                seen += 1;
            } else {
                assert!(!(10.5..=309.5).contains(&y), "{name}: nothing at {x}, where it is {y}");
            }
        }
        assert!(seen > 300, "{name}");
        assert!(pieces.concat().len() < 900, "{name} is short");
    }
}

#[test]
fn asymptotes_are_not_overshot_and_edges_are_met() {
    let plot = plot((-9.0, 9.0), (-1.5, 1.5));
    let pieces = parse(&Curve { f: &each(f64::tanh), kinks: &[] }.path(&plot));
    let (top, bottom) = (plot.py(1.0), plot.py(-1.0));
    assert!(pieces.concat().iter().all(|(_, y)| (top - 0.051..=bottom + 0.051).contains(y)));
    let pieces = parse(&Curve { f: &each(f64::exp), kinks: &[] }.path(&plot));
    let last = *pieces[0].last().expect("points");
    assert!((last.1 - 10.0).abs() < 0.06, "it leaves at the upper edge: {last:?}");
    assert!((last.0 - plot.px(1.5f64.ln())).abs() < 0.06, "where e^x is 1.5: {last:?}");
}

#[test]
fn kinks_are_kinks_and_jumps_are_gaps() {
    let plot = plot((-6.0, 6.0), (-1.0, 2.0));
    let relu = parse(&Curve { f: &each(|x| x.max(0.0)), kinks: &[0.0] }.path(&plot));
    assert_eq!(relu.len(), 1);
    let corner = (plot.px(0.0), plot.py(0.0));
    assert!(relu[0].iter().any(|(x, y)| (x - corner.0).abs() < 0.06 && (y - corner.1).abs() < 0.06), "{relu:?}");
    assert_eq!(relu[0].len(), 3, "two straight lines");
    let step = parse(&Curve { f: &each(|x| if x > 0.0 { 1.0 } else { 0.0 }), kinks: &[0.0] }.path(&plot));
    assert_eq!(step.len(), 2, "nothing is drawn between the two levels: {step:?}");
}

#[test]
fn nothing_is_drawn_where_there_is_no_value() {
    let plot = plot((-6.0, 6.0), (-10.0, 10.0));
    let wall = parse(&Curve { f: &each(|x| if x < 2.0 { x } else { f64::INFINITY }), kinks: &[] }.path(&plot));
    let last = wall[0].last().expect("points");
    assert!((last.0 - plot.px(2.0)).abs() < 0.06, "up to the wall: {last:?}");
    let gap = parse(&Curve { f: &each(|x| if x.abs() < 1.0 { f64::NAN } else { x }), kinks: &[] }.path(&plot));
    assert_eq!(gap.len(), 2);
    assert_eq!(Curve { f: &each(|_| f64::NAN), kinks: &[] }.path(&plot), "");
    let flat = Plot { area: Area { height: 0.0, ..plot.area }, ..plot };
    assert!(Curve { f: &each(f64::exp), kinks: &[] }.path(&flat).is_empty());
}

#[test]
fn ticks_are_round_numbers_and_thin_out() {
    assert_eq!(Axis::linear(-6.0, 6.0).ticks(13), (-6..=6).map(f64::from).collect::<Vec<_>>());
    assert_eq!(Axis::linear(-6.0, 6.0).ticks(7), [-6., -4., -2., 0., 2., 4., 6.]);
    assert_eq!(Axis::linear(-6.0, 6.0).ticks(3), [-5., 0., 5.]);
    assert_eq!(Axis::linear(0.0, 0.3).ticks(4), [0.0, 0.1, 0.2, 0.3], "no 0.30000000000000004");
    assert_eq!(Axis::linear(87.2, 90.4).ticks(7), [87.5, 88., 88.5, 89., 89.5, 90.]);
    assert_eq!(Axis::linear(0.0, 3.4e38).ticks(3), [0., 2e38]);
    assert_eq!(Axis::linear(999.2, 1002.4).ticks(4), [1000., 1001., 1002.]);
    assert_eq!(Axis::log(1e-7, 1.0).ticks(9), [1e-7, 1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 1e-1, 1.0]);
    assert!(Axis::log(1e-7, 1.0).ticks(4).len() <= 4);
    for axis in [Axis::linear(f64::NAN, 1.0), Axis::linear(2.0, 2.0), Axis::linear(-1e308, 1e308), Axis::log(-1.0, 5.0)]
    {
        for most in [0, 1, 2, 50] {
            assert!(axis.ticks(most).len() <= most, "{axis:?}: {most}");
        }
    }
    for power in [-300, -12, 0, 9, 37, 300] {
        let width = 10f64.powi(power);
        for most in 2..12 {
            let ticks = Axis::linear(0.0, width).ticks(most);
            assert!(ticks.len() <= most && !ticks.is_empty(), "{width:e}, {most}: {ticks:?}");
        }
    }
}

#[test]
fn pixels_and_values_go_both_ways_on_both_scales() {
    let area = Area { x: 40.0, y: 10.0, width: 600.0, height: 300.0 };
    let plot = Plot { area, x: Axis::log(0.05, 20.0), y: Axis::linear(0.0, 3.0) };
    assert!((plot.px(1.0) - 340.0).abs() < 1e-9, "1 is half-way from a twentieth to 20");
    for share in [0.0, 0.1, 0.5, 1.0] {
        let (x, y) = (plot.x.at(share), plot.y.at(share));
        assert!((plot.x_at(plot.px(x)) / x - 1.0).abs() < 1e-12);
        assert!((plot.y_at(plot.py(y)) - y).abs() < 1e-12);
    }
    assert_eq!(plot.py_within(99.0), 10.0);
    assert_eq!(plot.py_within(f64::NAN), 310.0);
    let log = parse(&Curve { f: &each(|x| x.ln().abs()), kinks: &[1.0] }.path(&plot));
    assert!((drawn_at(&log, 340.0).expect("drawn") - plot.py(0.0)).abs() < 0.5);
}

#[test]
fn hatches_stay_inside_their_zone() {
    let zone = Area { x: 100.0, y: 20.0, width: 60.0, height: 200.0 };
    let lines = parse(&hatch(zone, 9.0));
    assert!((26..=30).contains(&lines.len()), "{}", lines.len());
    for (x, y) in lines.concat() {
        assert!((99.9..=160.1).contains(&x) && (19.9..=220.1).contains(&y), "{x}, {y}");
    }
    assert_eq!(hatch(Area { width: f64::NAN, ..zone }, 9.0), "");
}

#[test]
fn names_stand_beside_their_own_line() {
    let area = Area { x: 0.0, y: 0.0, width: 400.0, height: 200.0 };
    let lines: Vec<Vec<Vec<Point>>> =
        vec![vec![vec![(0.0, 100.0), (400.0, 20.0)]], vec![vec![(0.0, 100.0), (400.0, 180.0)]]];
    for own in [0, 1] {
        let label = label::beside(&lines, own, (50.0, 16.0), area, &[]).expect("room");
        assert!(label.x > 200.0, "where the two are far apart: {label:?}");
        let y = |line: &[Vec<Point>]| drawn_at(line, label.x).expect("drawn");
        assert!((label.y - y(&lines[own])).abs() < 40.0 && (label.y - y(&lines[1 - own])).abs() > 40.0, "{label:?}");
    }
    assert_eq!(label::beside(&lines, 0, (500.0, 16.0), area, &[]), None);
}

#[test]
fn a_handle_says_what_frame_and_readers_need() {
    let handle = Handle {
        slot: Slot("x"),
        index: 0,
        name: "x".into(),
        value: Some(1.5),
        said: "1.5".into(),
        ends: (-6.0, 6.0),
        direction: Direction::X,
        jumps: true,
    };
    let node = handle.on(Node::leaf("circle", "", ""), &plot((-6.0, 6.0), (0.0, 1.0)));
    let attr = |name: &str| node.attrs.iter().find(|(key, _)| *key == name).map(|(_, value)| value.as_ref());
    assert_eq!(attr("role"), Some("slider"));
    assert_eq!(attr("aria-valuenow"), Some("1.5"));
    assert_eq!(attr("data-slide"), Some("x-0"));
    assert_eq!(attr("data-span"), Some("x even 40 640 -6 6"));
}

#[test]
fn what_was_drawn_is_kept_until_its_key_changes() {
    let kept = Kept::default();
    let made = RefCell::new(0);
    let get = |key: i32| {
        kept.get(key, || {
            *made.borrow_mut() += 1;
            key * 2
        })
    };
    assert_eq!([get(1), get(1), get(2), get(2), get(1)], [2, 2, 4, 4, 2]);
    assert_eq!(*made.borrow(), 3);
}
