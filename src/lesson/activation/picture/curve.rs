//! The left half of every reading: f above f', and the point on them.

use super::frame;
use super::scale::{Scale, heights, scale};
use crate::lesson::activation::digits::{self, short};
use crate::lesson::activation::draw::{Anchor, Area, dot, group, line, moved, path, px, rect, text, text_width};
use crate::lesson::activation::functions;
use crate::lesson::activation::inputs::BIAS;
use crate::lesson::activation::model::{Activation, View};
use crate::lesson::activation::point::{Name, Point};
use crate::plot::{Direction, Handle};
use crate::say;
use crate::screen::{Cx, Node};
use crate::words::Locale;

/// The left half, from below: the lines along which the point is read (the names at the curves are over them), the
/// curves, the point.
pub fn draw(lesson: &Activation, cx: &Cx, area: Area) -> [Vec<Node>; 3] {
    let (shown, domain) = (lesson.shown(), lesson.domain());
    let bits = [area.x, area.y, area.width, area.height, domain.0, domain.1].map(f64::to_bits);
    let english = matches!(cx.locale, Locale::en);
    let (scale, at) = (scale_of(lesson, area), lesson.point());
    let [under, others, point, pill] = moving_at(lesson, cx, area, &at, &scale);
    let handle = handle(lesson, cx, &at, &scale, pill);
    let still = lesson.kept.get((ids(lesson), bits, english), || frame::still(&scale, &shown, cx.locale));
    [vec![under], still, vec![others, point, handle]]
}

/// What moves with the point.
pub fn moving(lesson: &Activation, cx: &Cx, area: Area) -> [Node; 4] {
    moving_at(lesson, cx, area, &lesson.point(), &scale_of(lesson, area))
}

fn moving_at(lesson: &Activation, cx: &Cx, area: Area, point: &Point, scale: &Scale) -> [Node; 4] {
    let (under, over) = at_point(lesson, point, scale);
    let others = group("points", others(lesson, point, scale));
    let pill = pill(point, &name(point, cx.locale), scale, area);
    [group("reads-off", under), others, group("point", over), pill].map(Node::moving)
}

fn ids(lesson: &Activation) -> Vec<&'static str> {
    lesson.shown().iter().map(|function| function.id).collect()
}

fn scale_of(lesson: &Activation, area: Area) -> Scale {
    let domain = lesson.domain();
    let ends = [domain.0, domain.1].map(f64::to_bits);
    scale(area, lesson.heights.get((ids(lesson), ends), || heights(&lesson.shown(), domain)), domain)
}

/// What x of the point is called.
fn name(point: &Point, locale: Locale) -> String {
    match point.name {
        Name::X => "x".to_owned(),
        Name::Z => "z".to_owned(),
        Name::Layer(layer) => format!("z⁽{}⁾", digits::raised(&layer.to_string()).unwrap_or_default()),
        Name::Largest => say!(locale, activation.largest),
    }
}

/// Smaller points, and ticks on the axis.
fn others(lesson: &Activation, point: &Point, scale: &Scale) -> Vec<Node> {
    let main = lesson.main();
    let inside = |x: &f64| *x >= scale.value.x.lo() && *x <= scale.value.x.hi();
    let mut nodes = Vec::new();
    for x in point.ticks.iter().filter(|x| inside(x)) {
        let (at, top) = (scale.value.px(*x), scale.value.area.bottom());
        nodes.push(line((at, top + 1.0), (at, top + 8.0), "l-a"));
    }
    for x in point.others.iter().filter(|x| inside(x) && Some(**x) != point.x) {
        let (f, d) = (main.value64(*x), main.derivative64(*x));
        let open = lesson.view == View::Ward && d == 0.0;
        let class = |hue: &str| if open { format!("f-page l-{hue}") } else { format!("f-solid l-{hue} edged") };
        nodes.push(dot(scale.value.px(*x), scale.value.py_within(f), 5.0, class("out")));
        if lesson.view != View::Matrix {
            nodes.push(dot(scale.slope.px(*x), scale.slope.py_within(d), 5.0, class("now")));
        }
    }
    nodes
}

/// The lines along which the point is read; the point with its tangent.
fn at_point(lesson: &Activation, point: &Point, scale: &Scale) -> (Vec<Node>, Vec<Node>) {
    let Some(x) = point.shown() else { return Default::default() };
    let main = lesson.main();
    let (f, d) = (main.value64(x), main.derivative64(x));
    let (upper, lower) = (&scale.value, &scale.slope);
    let inside = x >= upper.x.lo() && x <= upper.x.hi();
    let at = upper.px(x);
    let (mut under, mut nodes) = (Vec::new(), Vec::new());
    let is_off = lesson.view == View::Ward && d == 0.0;
    if inside {
        let from = if point.value { upper.py_within(f) } else { upper.area.y };
        let to = if point.slope { lower.py_within(d) } else { lower.area.bottom() };
        under.push(line((at, from), (at, to), "l-a reads"));
    }
    if point.slope && lesson.view == View::Curve && d.is_finite() && f.is_finite() && inside {
        nodes.extend(tangent(scale, (x, f, d)));
    }
    let tag = |y: f64, hue: &str, value: f64, twin: String| {
        let said = short(value);
        let said = if said.chars().count() > 7 { digits::brief(value) } else { said };
        let width = text_width(&said, 13.0) + 10.0;
        // One that has no room beside the plot reaches into it.
        let right = (upper.area.x - 3.0).max(width);
        let room = Area { x: right - width, y: -10.0, width, height: 20.0 };
        let inside = vec![
            rect(room, 6.0, format!("f-{hue} l-none masks")),
            text(right - 5.0, 0.0, 13.0, Anchor::End, format!("word strong t-{hue}"), said).attr("data-twin", twin),
        ];
        moved(group("tag", inside), 0.0, y)
    };
    if point.slope && d.is_finite() {
        let y = lower.py_within(d);
        if inside {
            nodes.push(line((at, lower.py_within(0.0)), (at, y), "l-now rise"));
            if lesson.view != View::Ward {
                under.push(line((lower.area.x, y), (at - 8.0, y), "l-now reads"));
            }
            let class = if is_off { "f-page l-now" } else { "f-solid l-now edged" };
            nodes.push(dot(at, y, 6.5, class));
        }
        if lesson.view != View::Ward {
            nodes.push(tag(y, "now", d, format!("df-{}", main.id)));
        }
    }
    if point.value && !f.is_nan() {
        let y = upper.py_within(f);
        let beyond = (upper.py(f) - y).abs() > 0.5;
        if inside && beyond {
            // Outside the frame the point is an arrow at its edge.
            let (tip, base) = if upper.py(f) < y { (y + 2.0, y + 13.0) } else { (y - 2.0, y - 13.0) };
            let d = format!("M{} {}L{} {}L{} {}Z", px(at - 8.0), px(base), px(at), px(tip), px(at + 8.0), px(base));
            nodes.push(path(d, "f-solid l-out"));
        } else if inside {
            under.push(line((upper.area.x, y), (at - 8.0, y), "l-out reads"));
            nodes.push(dot(at, y, 7.5, if is_off { "f-page l-out" } else { "f-solid l-out edged" }));
        }
        nodes.push(tag(y, "out", f, format!("f-{}", main.id)));
    } else if inside && !point.value {
        let middle = upper.area.y + upper.area.height / 2.0;
        nodes.push(text(at + 14.0, middle, 20.0, Anchor::Middle, "strong halo t-out", "?"));
    }
    (under, nodes)
}

/// The tangent, and the triangle that shows its slope: 1 to the right, f' up.
fn tangent(scale: &Scale, (x, f, d): (f64, f64, f64)) -> Vec<Node> {
    let plot = &scale.value;
    let at = |to: f64| f + d * (to - x);
    let Some((from, to)) = clipped(plot, at) else { return Vec::new() };
    let mut nodes = vec![line(from, to, "l-now tangent")];
    let (px0, px1) = (plot.px(x), plot.px(x + 1.0));
    let (y0, y1) = (plot.py(f), plot.py(at(x + 1.0)));
    let fits = px1 < plot.area.right() - 56.0 && y1 > plot.area.y && y1 < plot.area.bottom();
    let inside = y0 > plot.area.y && y0 < plot.area.bottom();
    if scale.same && fits && inside && (y1 - y0).abs() > 7.0 && px1 - px0 > 12.0 {
        let d_text = format!("{}{}", if d < 0.0 { "" } else { "+" }, short(d));
        nodes.push(path(format!("M{} {}H{}V{}", px(px0), px(y0), px(px1), px(y1)), "f-none l-now tangent"));
        nodes.push(text(px1 + 6.0, (y0 + y1) / 2.0, 13.0, Anchor::Start, "word strong halo t-now", d_text));
        // Beside a low triangle lies the curve, with its name.
        if (y1 - y0).abs() > 12.0 {
            let below = if d < 0.0 { -10.0 } else { 10.0 };
            nodes.push(text((px0 + px1) / 2.0, y0 + below, 13.0, Anchor::Middle, "word strong halo t-now", "+1"));
        }
    }
    nodes
}

/// A straight line inside the plot.
fn clipped(plot: &crate::plot::Plot, y: impl Fn(f64) -> f64) -> Option<((f64, f64), (f64, f64))> {
    let (lo, hi) = (plot.x.lo(), plot.x.hi());
    let (a, b) = (plot.py(y(lo)), plot.py(y(hi)));
    let (left, right) = (plot.area.x, plot.area.right());
    if !(a.is_finite() && b.is_finite()) {
        return None;
    }
    if (a - b).abs() < 1e-9 {
        return Some(((left, a), (right, b)));
    }
    let x_at = |y: f64| left + (y - a) / (b - a) * (right - left);
    let (top, bottom) = (x_at(plot.area.y), x_at(plot.area.bottom()));
    let from = left.max(top.min(bottom));
    let to = right.min(top.max(bottom));
    let y_at = |x: f64| a + (x - left) / (right - left) * (b - a);
    (from < to).then(|| ((from, y_at(from)), (to, y_at(to))))
}

/// Where x stands on the handle between the plots.
fn pill(point: &Point, name: &str, scale: &Scale, area: Area) -> Node {
    let Some(x) = point.shown() else { return group("", Vec::new()) };
    let plot = &scale.value;
    let said = short(x);
    let said = match x {
        _ if x < plot.x.lo() => format!("◂ {name} = {said}"),
        _ if x > plot.x.hi() => format!("{name} = {said} ▸"),
        _ => format!("{name} = {said}"),
    };
    let width = text_width(&said, 13.0) + 22.0;
    let at = plot.px(x.clamp(plot.x.lo(), plot.x.hi()));
    let at = at.clamp(plot.area.x + width / 2.0 - 20.0, area.right() - width / 2.0);
    let place = Area { x: -width / 2.0, y: -12.0, width, height: 24.0 };
    let inside = vec![
        rect(place, 12.0, "pill f-solid l-a masks"),
        text(0.0, 0.0, 13.0, Anchor::Middle, "word strong t-page", said),
    ];
    moved(group("", inside), at, scale.strip)
}

/// The handle between the plots: what is dragged, anywhere in the left half.
fn handle(lesson: &Activation, cx: &Cx, point: &Point, scale: &Scale, pill: Node) -> Node {
    let plot = &scale.value;
    let (lo, hi) = (plot.x.lo(), plot.x.hi());
    let whole = Area { height: scale.slope.area.bottom() - plot.area.y, ..plot.area };
    let node = group("handle", vec![rect(whole, 0.0, "ground f-none"), pill]);
    let Some(x) = point.shown() else { return node };
    let main = lesson.main();
    let told = say!(
        cx.locale,
        activation.plot_label,
        names = functions::name(main),
        x = digits::said(x),
        f = digits::said(main.value64(x)),
        d = digits::said(main.derivative64(x))
    );
    let (slot, index, ends) = match point.slot {
        BIAS => {
            let (end, bias) = (lesson.bias_end(), lesson.inputs().bias.read().unwrap_or(0.0));
            (BIAS, 1, (x - bias - end, x - bias + end))
        }
        slot => (slot, point.index, (lo, hi)),
    };
    let handle = Handle {
        slot,
        index,
        name: say!(cx.locale, activation.handle, name = name(point, cx.locale)),
        value: Some(x),
        said: told,
        ends,
        direction: Direction::X,
        jumps: true,
    };
    handle.on(node, plot)
}
