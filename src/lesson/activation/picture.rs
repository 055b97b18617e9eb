//! The picture: left the curve and one point on it, right what is done with that point.

mod chain;
mod controls;
mod curve;
mod frame;
mod ladder;
mod matrix;
mod means;
mod rows;
mod scale;
pub mod table;
mod ward;

use super::digits::said;
use super::draw::{self, Area};
use super::functions::name;
use super::model::{Activation, View};
use crate::say;
use crate::screen::{Cx, Node};

/// The parts of the picture's room.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Places {
    /// The curve.
    pub left: Area,
    /// What is done with the point.
    pub right: Area,
    /// Whether one is above the other.
    pub stacked: bool,
    /// Whether the room is that of a frame in another page.
    pub embed: bool,
}

/// The parts, side by side or below one another where the room is taller than wide.
pub fn places(lesson: &Activation, cx: &Cx) -> Places {
    let (width, height) = (cx.room.width.max(240.0), cx.room.height.max(120.0));
    let embed = cx.room.least_cell > 24.0;
    if width / height < 1.0 {
        let share = if lesson.view == View::Ward { 0.36 } else { 0.44 };
        let top = (height - 4.0) * share;
        return Places {
            left: Area { x: 2.0, y: 0.0, width: width - 10.0, height: top },
            right: Area { x: 10.0, y: top + 4.0, width: width - 20.0, height: height - top - 6.0 },
            stacked: true,
            embed,
        };
    }
    let left = (width - 36.0) * 0.46;
    Places {
        left: Area { x: 6.0, y: 2.0, width: left, height: height - 8.0 },
        right: Area { x: left + 20.0, y: 2.0, width: width - left - 36.0, height: height - 8.0 },
        stacked: false,
        embed,
    }
}

/// The point, and what moves with it.
pub fn moving(lesson: &Activation, cx: &Cx) -> Vec<Node> {
    curve::moving(lesson, cx, places(lesson, cx).left).into()
}

/// The picture at the step that finished last.
pub fn whole(lesson: &Activation, cx: &Cx) -> Vec<Node> {
    let places = places(lesson, cx);
    let (controls, right) = controls::draw(lesson, cx, &places);
    let [under, mut still, over] = curve::draw(lesson, cx, places.left);
    let (right, ends) = match lesson.view {
        View::Curve => (ladder::draw(lesson, cx, right), (0.0, 0.0)),
        View::Chain => (chain::draw(lesson, cx, right, places.embed), (0.0, 0.0)),
        View::Ward => (ward::draw(lesson, cx, right), (0.0, 0.0)),
        View::Matrix => matrix::draw(lesson, cx, right),
    };
    still.extend(right);
    let sheet = |class: &'static str, inside: Vec<Node>| sheet(cx, ends, class, inside);
    let still = sheet("activation", still).attr("role", "group").attr("aria-label", described(lesson, cx));
    // What moves with the point lies on sheets of its own: a browser that moves it paints only those again.
    [sheet("activation", under), still, sheet("activation activation__over", over)]
        .into_iter()
        .chain(controls)
        .collect()
}

/// What is to be read off, for those who can't see it: the point, and the reading's own numbers as far as they are known.
fn described(lesson: &Activation, cx: &Cx) -> String {
    let (point, t) = (lesson.point(), lesson.t());
    let mut all = say!(cx.locale, activation.picture);
    let told = |value: Option<f64>| value.map_or_else(|| "?".to_owned(), said);
    if let Some(x) = point.shown() {
        for function in lesson.shown() {
            let f = told(point.value.then(|| function.value64(x)));
            let d = told(point.slope.then(|| function.derivative64(x)));
            all += ". ";
            all += &say!(cx.locale, activation.plot_label, names = name(function), x = said(x), f = f, d = d);
        }
    }
    let chain = if lesson.view == View::Chain { lesson.chain(lesson.main()) } else { None };
    let (what, count) = match lesson.view {
        View::Curve => return all,
        View::Chain => (say!(cx.locale, activation.left), t + 1),
        View::Ward => ("Σ f′".to_owned(), t),
        View::Matrix => ("H".to_owned(), t),
    };
    for index in 0..count {
        let value = match lesson.view {
            View::Ward => lesson.neuron(index).sum,
            View::Matrix => lesson.z(index).map(|z| lesson.main().value64(z)),
            _ => chain.as_ref().and_then(|chain| chain.products.get(index).copied()),
        };
        all += if index == 0 { ". " } else { ", " };
        if index == 0 {
            all += &format!("{what}: ");
        }
        all += &told(value);
    }
    all
}

/// A sheet that covers the picture: the whole box, or as much more of it as the drawing needs; then the box scrolls.
fn sheet(cx: &Cx, ends: (f64, f64), class: &'static str, inside: Vec<Node>) -> Node {
    let size = |room: f64, least: f64, end: f64| room.max(least).max(end).round();
    let (width, height) = (size(cx.room.width, 240.0, ends.0), size(cx.room.height, 120.0, ends.1));
    let part = |of: f64, room: f64, unit: &str| format!("{}{unit}", draw::px(100.0 * of / room.max(1.0).round()));
    Node::holding("svg", class, inside)
        .attr("viewBox", format!("0 0 {width} {height}"))
        .attr("width", width.to_string())
        .attr("height", height.to_string())
        .style("width", part(width, cx.room.width, "cqw"))
        .style("height", part(height, cx.room.height, "cqh"))
}
