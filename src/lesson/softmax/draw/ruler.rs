//! The pair of rulers under the curve, a slide rule: below the scores, above what goes into e^. The points never move
//! while stepping; only the numbers of the upper ruler come.

use crate::figure::digits;
use crate::lesson::softmax::address::precision_key;
use crate::lesson::softmax::figure::Scene;
use crate::lesson::softmax::formula::has_x;
use crate::lesson::softmax::inputs::RULER;
use crate::lesson::softmax::layout::RULERS;
use crate::lesson::softmax::solved::limits;
use crate::plot::marks::{Anchor, group, line, rect, text};
use crate::plot::{Axis, Direction, Handle};
use crate::say;
use crate::screen::Node;
use matwalk_core::trace::softmax::Phase;

/// Rulers, their names, and the handle that slides the lower one.
pub fn draw(scene: &Scene) -> Node {
    let parts = vec![
        group("names", names(scene)),
        group("x", upper(scene)),
        group("z", lower(scene)),
        group("ends", ends(scene)),
        handle(scene),
    ];
    group("ruler", parts)
}

/// `z − 3` and `z`.
fn names(scene: &Scene) -> Vec<Node> {
    let x = scene.plot.area.x - 10.0;
    let top = scene.layout.rulers;
    let mut above = String::new();
    if has_x(scene.lesson) {
        above = "z".to_owned();
        if scene.temperature() != 1.0 {
            above += &format!(" ÷ {}", digits(scene.temperature(), 3));
        }
        if scene.is_stable() {
            let m = match scene.all(Phase::Max) {
                true if scene.max() < 0.0 => format!("({})", digits(scene.max(), 4)),
                true => digits(scene.max(), 4),
                false => "m".to_owned(),
            };
            above += &format!(" − {m}");
        }
    }
    if scene.layout.narrow && above.chars().count() > 9 {
        above = "x".to_owned();
    }
    let size = if scene.layout.narrow && above.chars().count() > 6 { 11.0 } else { 12.5 };
    let mut upper = text((x, top + 16.0), size, Anchor::End, "t-ink strong", above);
    if scene.is_stable() && scene.all(Phase::Max) {
        upper = super::of_group(scene, upper, "m", scene.max());
    }
    vec![upper, text((x, top + 37.0), 12.5, Anchor::End, "t-a strong", "z")]
}

/// What goes into e^: known once the largest is.
fn upper(scene: &Scene) -> Vec<Node> {
    let known = match scene.is_stable() {
        true => scene.all(Phase::Max),
        false => has_x(scene.lesson),
    };
    if !known || !scene.has_ruler() {
        return Vec::new();
    }
    let (lo, hi) = (scene.x_of(scene.plot.x.lo()), scene.x_of(scene.plot.x.hi()));
    let mut nodes = Vec::new();
    for (value, x, said) in ticks(scene, Axis::linear(lo, hi), |x| scene.z_of(x)) {
        let zero = value == 0.0 && scene.is_stable();
        let class = if zero { "t-now strong halo" } else { "t-ink strong halo" };
        let y = scene.layout.rulers;
        nodes.push(line((x, y), (x, y + 4.0), if zero { "l-now" } else { "l-ink" }));
        nodes.push(text((x, y + 16.0), 12.5, Anchor::Middle, class, said));
    }
    nodes
}

/// The scores.
fn lower(scene: &Scene) -> Vec<Node> {
    let area = scene.plot.area;
    let middle = scene.layout.rulers + RULERS / 2.0;
    let mut nodes = vec![line((area.x, middle), (area.right(), middle), "l-line")];
    for (_, x, said) in ticks(scene, scene.plot.x, |z| z) {
        nodes.push(line((x, middle), (x, middle + 5.0), "l-a"));
        nodes.push(text((x, middle + 17.0), 12.5, Anchor::Middle, "t-a strong halo", said));
    }
    nodes
}

/// Values, pixels and texts of a ruler's ticks: as many as have room for their texts, 0 among them if it is there. The
/// digits go down to the distance of two.
fn ticks(scene: &Scene, axis: Axis, z: impl Fn(f64) -> f64) -> Vec<(f64, f64, String)> {
    let area = scene.plot.area;
    let values = axis.ticks(if scene.layout.narrow { 4 } else { 9 });
    let step = if values.len() > 1 { values[1] - values[0] } else { 1.0 };
    let order = |value: f64| if value == 0.0 { 0.0 } else { value.abs().log10().floor() };
    // Half a step is half a digit more than the first digit of it can say.
    let said =
        |value: f64| digits(value, (order(value) - (step * 1.001).log10().floor() + 1.0).clamp(6.0, 17.0) as usize);
    let all = values.iter().map(|value| (*value, scene.plot.px(z(*value)), said(*value)));
    let wide = |said: &String| super::width_of(&[(said.clone(), "", false)], 12.5);
    let in_sight = |(_, x, said): &(f64, f64, String)| {
        let half = (wide(said) / 2.0 - 6.0).max(8.0);
        *x >= area.x + half && *x <= area.right() - half
    };
    let all: Vec<_> = all.filter(in_sight).collect();
    let zero = all.iter().position(|(value, _, _)| *value == 0.0).unwrap_or(0);
    let every = |apart: usize| all.iter().skip(zero % apart).step_by(apart);
    let fits = |apart: &usize| {
        let next = every(*apart).skip(1);
        every(*apart).zip(next).all(|(a, b)| b.1 - a.1 > (wide(&a.2) + wide(&b.2)) / 2.0 + 6.0)
    };
    let apart = (1..all.len()).find(fits).unwrap_or(all.len().max(1));
    every(apart).cloned().collect()
}

/// Walls outside the window, as red words at the ruler's ends. In the stable form e^x never overflows: no word then.
fn ends(scene: &Scene) -> Vec<Node> {
    if !scene.has_ruler() || scene.is_stable() {
        return Vec::new();
    }
    let locale = scene.cx.locale;
    let area = scene.plot.area;
    let precision = scene.group.phases.options.precision;
    let (_, high, low) = limits(precision);
    let y = scene.layout.rulers + 16.0;
    let mut nodes = Vec::new();
    if scene.z_of(high) >= scene.plot.x.hi() {
        let said = match scene.layout.narrow {
            true => say!(locale, softmax.wall_short, x = digits(high, 3)),
            false => say!(locale, softmax.wall, kind = precision_key(precision), x = digits(high, 4)),
        };
        nodes.push(text((area.right() + 8.0, y), 12.5, Anchor::Start, "t-bad strong", format!("{said} ▸")));
    }
    if scene.z_of(low) <= scene.plot.x.lo() && !has_x(scene.lesson) {
        let said = say!(locale, softmax.floor, x = digits(low, 4));
        nodes.push(text((area.x + 2.0, y), 12.5, Anchor::Start, "t-bad strong halo", format!("◂ {said}")));
    }
    nodes
}

/// The lower ruler slides: the same is added to all scores.
fn handle(scene: &Scene) -> Node {
    let area = scene.plot.area;
    let at = (area.x, scene.layout.rulers + RULERS / 2.0, area.width, RULERS / 2.0);
    let typed = scene.group.typed.iter().filter(|z| z.is_finite());
    let (lo, hi) = typed.fold((f64::INFINITY, f64::NEG_INFINITY), |(lo, hi), z| (lo.min(*z), hi.max(*z)));
    let handle = Handle {
        slot: RULER,
        index: 0,
        name: say!(scene.cx.locale, softmax.ruler),
        value: Some(0.0),
        said: say!(scene.cx.locale, softmax.ruler_said, lo = digits(lo, 9), hi = digits(hi, 9)),
        ends: (-10.0, 10.0),
        direction: Direction::AxisX,
        jumps: false,
    };
    handle.on(rect(at, 4.0, "grab").attr("fill-opacity", "0"), &scene.plot)
}
