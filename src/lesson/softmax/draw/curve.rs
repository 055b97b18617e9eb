//! The curve, the walls where its type ends, the heights, and what the two readings draw on it.

use super::{power, walls};
use crate::figure::digits;
use crate::lesson::softmax::figure::Scene;
use crate::lesson::softmax::formula::has_x;
use crate::lesson::softmax::model::View;
use crate::lesson::softmax::solved::limits;
use crate::plot::marks::{Anchor, circle, group, line, path, px, rich, text};
use crate::plot::{Area, Curve};
use crate::screen::Node;
use matwalk_core::elementary::exp_slice;
use matwalk_core::trace::softmax::Phase;

/// All that stands on the ruler.
pub fn draw(scene: &Scene) -> Node {
    let Area { x, y, .. } = scene.plot.area;
    let (right, bottom) = (scene.plot.area.right(), scene.plot.area.bottom());
    let (walls, tags) = walls::draw(scene);
    let parts = vec![
        group("walls", walls),
        group("lift", lift(scene)),
        group("curve", vec![path(data(scene), "l-b f-none thick"), name(scene)]),
        group("stems", (0..scene.n).flat_map(|i| stem(scene, i)).collect()),
        group("reading", reading(scene)),
        group("tags", tags),
        group(
            "axes",
            vec![line((x, bottom), (right, bottom), "l-ink thick"), line((x, y), (right, y), "l-out dashed")],
        ),
        group("heights", heights(scene)),
    ];
    group("plot", parts)
}

/// The logarithm of what the whole height stands for.
fn log_top(scene: &Scene) -> f64 {
    matwalk_core::elementary::ln_f64(scene.top)
}

/// The curve's path, drawn anew only when something that it depends on has changed.
fn data(scene: &Scene) -> String {
    if !scene.has_ruler() {
        return String::new();
    }
    let plot = scene.plot;
    let (temperature, max, log_top) = (scene.temperature(), scene.max(), log_top(scene));
    let wall = limits(scene.group.phases.options.precision).1;
    let Area { x, y, width, height } = plot.area;
    let key = [x, y, width, height, plot.x.lo(), plot.x.hi(), temperature, max, log_top, wall].map(f64::to_bits);
    scene.lesson.curve.get(key, || {
        let f = |z: &[f64], share: &mut [f64]| {
            let x: Vec<f64> = z.iter().map(|z| z / temperature - max).collect();
            let exponents: Vec<f32> = x.iter().map(|x| (x - log_top) as f32).collect();
            let mut powers = vec![0.0; x.len()];
            exp_slice(&exponents, &mut powers);
            for ((share, power), x) in share.iter_mut().zip(powers).zip(x) {
                *share = if x < wall { f64::from(power) } else { f64::INFINITY };
            }
        };
        Curve { f: &f, kinks: &[] }.path(&plot)
    })
}

/// `e^x` at the curve's left end.
fn name(scene: &Scene) -> Node {
    let letter = if has_x(scene.lesson) { "x" } else { "z" };
    let share = (scene.x_of(scene.plot.x.lo()) - log_top(scene)).exp().min(0.8);
    let y = scene.plot.py(share) - 7.0;
    let shown = scene.has_ruler() && scene.z_of(limits(scene.group.phases.options.precision).2) < scene.plot.x.lo();
    let said: Vec<_> = if shown { power(letter, "t-b").to_vec() } else { Vec::new() };
    rich((scene.plot.area.x + 5.0, y), 17.0, Anchor::Start, "t-b slanted", &said)
}

/// Where an element's stem stands: equal scores side by side.
pub fn stem_x(scene: &Scene, element: usize) -> f64 {
    let own = scene.px(scene.group.stored[element]);
    let same = (0..element).filter(|i| (scene.px(scene.group.stored[*i]) - own).abs() < 3.0).count();
    own + same as f64 * if scene.layout.narrow { 6.0 } else { 10.0 }
}

/// An element's height from the ruler to the curve.
fn stem(scene: &Scene, element: usize) -> Vec<Node> {
    let (e, z) = (scene.group.phases.exps[element], scene.group.stored[element]);
    let Some(share) = scene.share(element).filter(|_| scene.seen(Phase::Exp, element)) else { return Vec::new() };
    if z == f64::NEG_INFINITY {
        return Vec::new();
    }
    let compared =
        scene.lesson.view == View::Ratio && scene.lesson.compared().is_some_and(|(a, b)| a == element || b == element);
    let now = scene.is_now(&[Phase::Exp, Phase::Sum, Phase::Divide], element) || compared;
    let x = stem_x(scene, element);
    let (bottom, y) = (scene.plot.area.bottom(), scene.plot.py(share));
    let act = format!("go-e-{element}");
    let over = e == f64::INFINITY;
    let class = match (over, now) {
        (true, _) => "l-bad stem stem--over dashed",
        (_, true) => "l-now stem stem--now",
        _ => "l-b stem",
    };
    let twin = format!("e-{element}");
    let mut nodes = vec![
        line((x, bottom), (x, y), class)
            .attr("data-act", act.clone())
            .attr("data-twin", twin.clone())
            .attr("stroke-width", if now { "8" } else { "6" }),
    ];
    if !over && e > 0.0 {
        let class = if now { "l-now f-now dot" } else { "l-b f-page dot" };
        nodes.push(circle((x, y), 5.5, class).attr("data-act", act).attr("data-twin", twin));
    }
    nodes
}

/// The height on its way to the pile.
fn lift(scene: &Scene) -> Vec<Node> {
    let (Some(Phase::Sum), Some(element), true) = (scene.phase(), scene.one(), scene.group.is_good()) else {
        return Vec::new();
    };
    let Some(share) = scene.share(element) else { return Vec::new() };
    let (below, x, right) = (scene.below(element), stem_x(scene, element), scene.layout.columns.0);
    let y = |share: f64| px(scene.plot.py(share));
    let band = format!(
        "M{x} {}V{}L{right} {}V{}Z",
        y(0.0),
        y(share),
        y(below + share),
        y(below),
        x = px(x),
        right = px(right)
    );
    vec![path(band, "l-now f-now lift dotted")]
}

/// The stairs between two scores, or the point where the curve reaches the top.
fn reading(scene: &Scene) -> Vec<Node> {
    let good = scene.group.is_good() && !scene.group.blocked;
    match scene.lesson.view {
        View::Ratio if good => stairs(scene),
        View::Log if good && scene.all(Phase::Log) => {
            let x = scene.px(scene.z_of(scene.group.log_sum));
            vec![circle((x, scene.plot.area.y), 6.5, "l-now f-now dot")]
        }
        _ => Vec::new(),
    }
}

fn stairs(scene: &Scene) -> Vec<Node> {
    let Some((a, b)) = scene.lesson.compared() else { return Vec::new() };
    let logits = &scene.group.phases.logits;
    let difference = logits[a] - logits[b];
    if !difference.is_finite() {
        return Vec::new();
    }
    let whole = (difference.abs() + 1e-6).floor().min(12.0) as usize;
    // From the lower of the two.
    let low = if difference > 0.0 { b } else { a };
    let (start, x0) = (scene.group.stored[low], scene.group.phases.shifted[low]);
    let at = |step: usize| {
        let z = start + scene.temperature() * step as f64;
        (scene.px(z), scene.plot.py_within((x0 + step as f64 - log_top(scene)).exp()))
    };
    let mut nodes = Vec::new();
    for step in 0..whole {
        let ((x, y), (next_x, next_y)) = (at(step), at(step + 1));
        nodes.push(path(format!("M{} {}H{}V{}", px(x), px(y), px(next_x), px(next_y)), "l-now f-none thick"));
        if whole < 5 && y - next_y > 16.0 && !scene.layout.narrow {
            nodes.push(text((next_x + 8.0, (y + next_y) / 2.0 + 5.0), 14.0, Anchor::Start, "t-now strong halo", "×e"));
        }
    }
    nodes
}

/// The ruler of heights, left: from 0 to S.
fn heights(scene: &Scene) -> Vec<Node> {
    let sum = scene.group.phases.sum;
    if scene.t == 0 || scene.group.blocked || sum.is_nan() || sum == 0.0 {
        return Vec::new();
    }
    let area = scene.plot.area;
    let mut nodes = Vec::new();
    let mut tick = |share: f64, said: String| {
        let y = scene.plot.py(share);
        nodes.push(line((area.x - 8.0, y), (area.x - 2.0, y), "l-b"));
        nodes.push(text((area.x - 12.0, y + 4.5), 12.5, Anchor::End, "t-b", said));
    };
    let most = if area.height < 110.0 { 2 } else { 4 };
    // In units of the top: its ticks are round numbers of the heights themselves.
    let ticks = crate::plot::Axis::linear(0.0, scene.top).ticks(most);
    for value in ticks.into_iter().filter(|value| value / scene.top < 0.88) {
        tick(value / scene.top, digits(value, 3));
    }
    let top = match sum {
        f64::INFINITY => digits(scene.top, 3),
        _ if scene.all(Phase::Sum) => format!("S {}", digits(sum, 4)),
        _ => "S ?".to_owned(),
    };
    tick(1.0, top);
    if scene.all(Phase::Sum) && sum.is_finite() {
        let label = nodes.pop();
        nodes.extend(label.map(|label| super::of_group(scene, label, "sum", sum)));
    }
    nodes
}
