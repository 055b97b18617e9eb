//! The still part of the curves: frames, ticks, hatched zones, lines, names, kinks. Made anew only when the functions, the
//! domain or the size change.

use super::scale::Scale;
use crate::lesson::activation::digits::short;
use crate::lesson::activation::draw::{Anchor, Area, dash, dot, group, line, path, rect, text, text_width};
use crate::lesson::activation::functions::{Function, bound, has_dead_zone, kinks, name, sides};
use crate::plot::{Curve, Plot, hatch, label};
use crate::say;
use crate::screen::Node;
use crate::words::Locale;

/// Size of the words on the axes.
const WORD: f64 = 13.0;

/// All of it.
pub fn still(scale: &Scale, functions: &[Function], locale: Locale) -> Vec<Node> {
    let mut nodes = Vec::new();
    for plot in [&scale.value, &scale.slope] {
        nodes.push(rect(plot.area, 0.0, "f-none l-line axis"));
    }
    let (hatched, told) = zones(scale, functions, locale);
    nodes.extend(hatched);
    for plot in [&scale.value, &scale.slope] {
        nodes.extend(grid(plot));
    }
    nodes.extend(x_ticks(scale));
    nodes.extend(lines(&scale.value, functions, "out", false, Vec::new()));
    nodes.extend(lines(&scale.slope, functions, "now", true, told));
    let title = |plot: &Plot, hue: &str, said: &str| {
        let at = (plot.area.x + 7.0, plot.area.y + 12.0);
        text(at.0, at.1, WORD, Anchor::Start, format!("word strong halo t-{hue}"), said.to_owned())
    };
    nodes.push(title(&scale.value, "out", "f(x)"));
    nodes.push(title(&scale.slope, "now", "f′(x)"));
    vec![group("still", nodes)]
}

/// Lines and numbers along y.
fn grid(plot: &Plot) -> Vec<Node> {
    let mut nodes = Vec::new();
    for y in plot.y_ticks(34.0) {
        let at = plot.py(y);
        let class = if y == 0.0 { "l-quiet axis" } else { "l-line axis" };
        nodes.push(line((plot.area.x, at), (plot.area.right(), at), class));
        nodes.push(text(plot.area.x - 7.0, at, 12.0, Anchor::End, "tick t-quiet", short(y)));
    }
    if plot.x.lo() < 0.0 && plot.x.hi() > 0.0 {
        let at = plot.px(0.0);
        nodes.push(line((at, plot.area.y), (at, plot.area.bottom()), "l-quiet axis"));
    }
    nodes
}

/// Numbers along x, in the strip between the plots.
fn x_ticks(scale: &Scale) -> Vec<Node> {
    let plot = &scale.value;
    let inside = |at: f64| at > plot.area.x - 1.0 && at < plot.area.right() + 1.0;
    let tick = |x: f64| text(plot.px(x), scale.strip, 12.0, Anchor::Middle, "tick t-quiet", short(x));
    plot.x_ticks(32.0).into_iter().filter(|x| inside(plot.px(*x))).map(tick).collect()
}

/// Where f is flat: hatched in both plots, and told in the lower one, where no tangent strikes the words through. The
/// names of the lines keep off these.
fn zones(scale: &Scale, functions: &[Function], locale: Locale) -> (Vec<Node>, Vec<Area>) {
    let (mut nodes, mut told) = (Vec::new(), Vec::new());
    let Some(main) = functions.first() else { return (nodes, told) };
    let plot = &scale.slope;
    for (low, high) in main.flat {
        let (from, to) = (f64::from(*low).max(plot.x.lo()), f64::from(*high).min(plot.x.hi()));
        if from >= to {
            continue;
        }
        let (left, right) = (plot.px(from), plot.px(to));
        let width = right - left;
        for plot in [&scale.value, plot] {
            nodes.push(path(hatch(Area { x: left, width, ..plot.area }, 9.0), "f-none l-line hatch"));
        }
        let dead = has_dead_zone(main);
        let said = match width {
            _ if dead => "f′ = 0".to_owned(),
            width if width > 130.0 => say!(locale, activation.saturated),
            width if width > 38.0 => say!(locale, activation.saturated_short),
            _ => continue,
        };
        let two = !dead && plot.area.height > 64.0;
        let end = if two { bound(*low, *high) } else { String::new() };
        let height = if two { 28.0 } else { 14.0 };
        let wide = text_width(&said, 12.0).max(text_width(&end, 12.0)) / 2.0 + 3.0;
        let middle = ((left + right) / 2.0).max(plot.area.x + wide).min(plot.area.right() - wide);
        let y = free(plot, functions, (from + to) / 2.0, height);
        told.push(Area { x: middle - wide, y, width: 2.0 * wide, height });
        for (y, said) in [(y + 7.0, said), (y + 21.0, end)].into_iter().take(if two { 2 } else { 1 }) {
            nodes.push(text(middle, y, 12.0, Anchor::Middle, "tick halo t-quiet", said));
        }
    }
    (nodes, told)
}

/// A height in the lower plot from which on no line passes at x.
fn free(plot: &Plot, functions: &[Function], x: f64, height: f64) -> f64 {
    let half = height / 2.0;
    let taken = |y: f64| functions.iter().any(|f| (plot.py(f.derivative64(x)) - y - half).abs() < half + 4.0);
    let top = plot.area.y + 25.0;
    let places = (0..8).map(|i| top + f64::from(i) * (plot.area.height - height - 28.0).max(0.0) / 8.0);
    places.into_iter().find(|y| !taken(*y)).unwrap_or(top)
}

/// The lines of all functions, the explained one on top, with names beside them.
fn lines(plot: &Plot, functions: &[Function], hue: &str, prime: bool, mut taken: Vec<Area>) -> Vec<Node> {
    let mut nodes = Vec::new();
    let mut drawn: Vec<Vec<Vec<(f64, f64)>>> = Vec::new();
    for function in functions {
        let value = |xs: &[f64], ys: &mut [f64]| sample(function, xs, ys, prime);
        let corners = kinks(function);
        let curve = Curve { f: &value, kinks: corners };
        let pixels = |piece: Vec<(f64, f64)>| piece.into_iter().map(|(x, y)| (plot.px(x), plot.py(y))).collect();
        drawn.push(curve.pieces(plot).into_iter().map(pixels).collect());
    }
    for (place, function) in functions.iter().enumerate().rev() {
        let value = |xs: &[f64], ys: &mut [f64]| sample(function, xs, ys, prime);
        let data = Curve { f: &value, kinks: kinks(function) }.path(plot);
        let colour = if place == 0 { hue } else { "ink" };
        nodes.push(path(data, format!("f-none l-{colour} curve {}", dash(place))));
        if place == 0 && prime {
            nodes.extend(jumps(plot, function));
        }
    }
    // The corner has the plot's own title, the axis its numbers.
    let corner = Area { x: plot.area.x, y: plot.area.y, width: 52.0, height: 24.0 };
    taken.push(corner);
    if plot.x.lo() < 0.0 && plot.x.hi() > 0.0 {
        taken.push(Area { x: plot.px(0.0) - 2.0, y: plot.area.y, width: 4.0, height: plot.area.height });
    }
    for (place, function) in functions.iter().enumerate() {
        let said = format!("{}{}", name(function), if prime { "′" } else { "" });
        let size = (text_width(&said, WORD) + 8.0, 16.0);
        let Some(at) = label::beside(&drawn, place, size, plot.area, &taken) else { continue };
        taken.push(Area { x: at.x - size.0 / 2.0, y: at.y - 8.0, width: size.0, height: 16.0 });
        let class =
            if place == 0 { format!("word strong halo t-{hue}") } else { "word strong halo t-quiet".to_owned() };
        nodes.push(text(at.x, at.y, WORD, Anchor::Middle, class, said));
    }
    nodes
}

/// f by the core's kernel for slices, f' in f64.
fn sample(function: Function, xs: &[f64], ys: &mut [f64], prime: bool) {
    if prime {
        for (x, y) in xs.iter().zip(ys) {
            *y = function.derivative64(*x);
        }
        return;
    }
    let narrow: Vec<f32> = xs.iter().map(|x| *x as f32).collect();
    let mut values = vec![0.0; narrow.len()];
    function.map(&narrow, &mut values);
    for (value, y) in values.into_iter().zip(ys) {
        *y = f64::from(value);
    }
}

/// Both ends of each jump of f': the filled dot is the value that PyTorch gives.
fn jumps(plot: &Plot, function: Function) -> Vec<Node> {
    let mut nodes = Vec::new();
    for kink in kinks(function) {
        if *kink <= plot.x.lo() || *kink >= plot.x.hi() {
            continue;
        }
        let own = function.derivative64(*kink);
        for side in sides(function, *kink) {
            let filled = (side - own).abs() < 1e-6;
            let class = if filled { "f-solid l-now" } else { "f-page l-now" };
            nodes.push(dot(plot.px(*kink), plot.py(side), 4.2, class));
        }
    }
    nodes
}
