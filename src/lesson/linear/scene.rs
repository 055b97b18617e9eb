//! The picture after t steps: input, weight, bias and result on shared tracks, and graph and code beside them.

use super::inputs::{B, W, X, Y};
use super::model::{Form, Linear};
use super::names::Names;
use super::panels::{LACK, ONE, panels};
use super::room::{Beside, beside};
use super::spot::Spot;
use super::still::State;
use super::tracks::{self, Counts, tracks};
use super::{chips, formula, graph, sentence, stored};
use crate::screen::{Cx, Figure, Main, Moment, Node, Scene, Shown, Slot};

/// Everything the step decides.
pub fn moment(linear: &Linear, cx: &Cx) -> Moment {
    let names = Names::new(linear, cx);
    let spot = linear.spot();
    let (t, len) = linear.steps();
    Moment {
        figure: Figure::Scene(Box::new(scene(linear, cx, &names, spot.as_ref()))),
        formula: spot.as_ref().map(|spot| formula::formula(linear, &names, spot)).unwrap_or_default(),
        spoken: String::new(),
        sentence: spot.as_ref().map_or_else(
            || sentence::without_entries(linear, cx.locale),
            |spot| sentence::sentence(linear, &names, spot),
        ),
        special: spot.as_ref().map(|spot| sentence::special(linear, &names, spot)).unwrap_or_default(),
        main: if t == len && len > 0 { Main::FromStart } else { Main::Next },
    }
}

/// The panels and what stands beside them.
pub fn scene(linear: &Linear, cx: &Cx, names: &Names, spot: Option<&Spot>) -> Scene {
    let sizes = linear.solved.sizes;
    let counts = Counts::new(&sizes, linear.inputs().bias.is_some(), linear.appends());
    let beside = beside(&cx.room, linear.form, &counts);
    let tracks = tracks(linear.form, &counts, &beside.split.panels(&cx.room), cx);
    let mut scene = Scene {
        panels: panels(linear, names, &tracks, spot),
        joined: vec![ONE, LACK],
        corners: linear.still.corners.get(State::of(linear, names), || corners(linear, names).into()),
        split: beside.split,
        dense: tracks.dense,
        turn: Some(linear.form as usize),
        beside: around(linear, names, spot, &beside).into(),
        ..Scene::default()
    };
    if linear.appends() {
        scene.joined.push(B);
    }
    if tracks.crossed {
        let cell = tracks::cell(&tracks, &beside.split.panels(&cx.room));
        chips::add(&mut scene, linear, spot, linear.form, (cell, cx.room.presents));
    }
    let middle = tracks.weight.0;
    scene.signs = tracks.signs.iter().map(|(col, sign)| (middle, *col, *sign)).collect();
    (scene.rows, scene.cols) = (tracks.rows, tracks.cols);
    scene
}

fn around(linear: &Linear, names: &Names, spot: Option<&Spot>, beside: &Beside) -> Vec<Node> {
    if beside.width <= 0.0 {
        return Vec::new();
    }
    let graph = graph::graph(linear, names, spot, beside);
    let code = beside.code.map(|right| (stored::stored(linear, names, spot), right));
    let class = match code {
        Some((_, true)) => "forms forms--row",
        _ => "forms",
    };
    // A drawing in a block is laid out alone when it changes.
    let graph = Node::holding("div", "forms__graph", vec![graph]);
    let inside = std::iter::once(graph).chain(code.map(|(code, _)| code)).collect();
    vec![Node::holding("div", class, inside)]
}

/// What an output shows at the moment, and whether it is finished; `None` before its first term.
pub fn sum(linear: &Linear, sample: usize, output: usize) -> (Shown, Option<bool>) {
    let Some((trace, answer)) = linear.trace().zip(linear.solved.answer.as_ref().ok()) else {
        return (Shown::Blocked, None);
    };
    if answer.blocks(sample, output) {
        return (Shown::Blocked, None);
    }
    let done = trace.terms_done(linear.t, sample, output);
    if done == 0 && trace.terms() > 0 {
        return (Shown::Pending, None);
    }
    (Shown::Value(linear.partial(sample, output)), Some(done == trace.terms()))
}

fn corners(linear: &Linear, names: &Names) -> Vec<(Slot, Vec<String>)> {
    let sizes = linear.solved.sizes;
    let place = |row: usize, col: usize| if linear.form == Form::Math { (row, col) } else { (col, row) };
    let list = |rows: usize, cols: usize, name: &dyn Fn(usize, usize) -> String| {
        (0..rows).flat_map(|row| (0..cols).map(move |col| place(row, col))).map(|(a, b)| name(a, b)).collect()
    };
    let (rows, cols) = place(sizes.outputs, sizes.inputs);
    let weight = list(rows, cols, &|output, input| names.weight_corner(output, input));
    let (rows, cols) = place(sizes.width, sizes.samples);
    let x = list(rows, cols, &|input, _| names.x(input));
    let (rows, cols) = place(sizes.outputs, sizes.samples);
    let y = list(rows, cols, &|output, _| names.y(output));
    let b = (0..sizes.outputs).map(|output| names.b(output)).collect();
    vec![(W, weight), (X, x), (Y, y), (B, b)]
}
