//! The arithmetic of the step, where it happens: one small box in magenta.

use super::curve::stem_x;
use super::{Pieces, lanes, piece, power, width_of};
use crate::figure::digits;
use crate::lesson::softmax::figure::Scene;
use crate::lesson::softmax::model::View;
use crate::lesson::softmax::solved::highest;
use crate::lesson::softmax::words::{cell, inside_ln};
use crate::plot::marks::{Anchor, group, rect, rich};
use crate::say;
use crate::screen::Node;
use matwalk_core::trace::softmax::Phase;

/// Where a chip stands.
enum Place {
    /// Its end left of, or its start right of, this point: where there is more room.
    Beside(f64, f64),
    /// On the way from a point to another one right of it, at this height; else where it does not cover the first.
    Between(f64, f64, f64),
}

/// What a chip keeps off a point.
const OFF: f64 = 14.0;

/// The chip of the moment; none before the first step.
pub fn draw(scene: &Scene) -> Node {
    let chip = if scene.group.blocked { None } else { chip(scene) };
    group("chips", chip.map(|(place, text)| node(scene, place, &text)).into_iter().collect())
}

/// The chip, as large as it may be without covering its point.
fn node(scene: &Scene, place: Place, pieces: &Pieces) -> Node {
    let largest = if scene.layout.narrow { 13.0 } else { (scene.layout.text * 1.05).max(13.0) };
    let mut size = largest;
    let mut spot = spot(scene, &place, pieces, size);
    while spot.covers > 0.0 && size > LEAST {
        size = (size - 1.0).max(LEAST);
        spot = self::spot(scene, &place, pieces, size);
    }
    let (left, y, width, height) = (spot.left, spot.y, spot.width, size + 14.0);
    let inside = vec![
        rect((left, y - height / 2.0, width, height), 8.0, "f-now l-now chip"),
        rich((left + width / 2.0, y + size * 0.36), size, Anchor::Middle, "strong", pieces),
    ];
    Node::holding("g", "chip-own", inside).attr("data-chip", "chip-0")
}

/// The smallest text of a chip, in pixels.
const LEAST: f64 = 12.0;

/// Where a chip has room.
struct Spot {
    left: f64,
    /// Its middle.
    y: f64,
    width: f64,
    /// Pixels of its point that are under it.
    covers: f64,
}

fn spot(scene: &Scene, place: &Place, pieces: &Pieces, size: f64) -> Spot {
    let (width, height) = (width_of(pieces, size) + size.min(18.0), size + 14.0);
    let area = scene.plot.area;
    let &(Place::Beside(x, y) | Place::Between(x, _, y)) = place;
    let (before, after) = (x - OFF - width, x + OFF);
    let mut wanted = match place {
        Place::Between(_, end, _) => vec![(x + end - width) / 2.0, end + 6.0],
        Place::Beside(..) => Vec::new(),
    };
    let is_left = x - area.x > area.width * 0.42 && before > area.x;
    wanted.extend(if is_left { [before, after] } else { [after, before] });
    // Never over the scores and the names left of the lanes, and in a lane, if it fits there, not over the results.
    let end = if y > scene.layout.lanes { scene.layout.columns.0 } else { scene.layout.width };
    let most = if end - width - 4.0 < area.x { scene.layout.width } else { end } - width - 2.0;
    let inside = |left: f64| left.min(most).max((area.x + 2.0).min(most.max(2.0)));
    let covered = |left: f64| ((left + width).min(after - 4.0) - left.max(x - OFF + 4.0)).max(0.0);
    let least = |best: f64, left: f64| if covered(left) < covered(best) { left } else { best };
    let left = wanted.into_iter().map(inside).reduce(least).unwrap_or(after);
    let y = y.clamp(area.y + height / 2.0 + 2.0, scene.layout.height - height / 2.0);
    Spot { left, y, width, covers: covered(left) }
}

fn chip(scene: &Scene) -> Option<(Place, Pieces)> {
    let phases = &scene.group.phases;
    let area = scene.plot.area;
    if scene.lesson.view == View::Ratio {
        return ratio(scene);
    }
    let phase = scene.phase()?;
    let top = || {
        let e = &phases.exps;
        (0..e.len()).filter(|i| !e[*i].is_nan()).reduce(|best, i| if e[i] > e[best] { i } else { best })
    };
    let one = scene.one();
    let element = one.or_else(top).unwrap_or(0);
    let four = cell;
    let bracketed = |value: f64| if value < 0.0 { format!("({})", four(value)) } else { four(value) };
    let equals = |left: String, right: f64| vec![piece(left + " = ", "t-ink"), piece(four(right), "t-now")];
    let x = || stem_x(scene, element);
    let lane = || lanes::middle(scene, element);
    let pixel = scene.px(phases.logits[element] * scene.temperature());
    match (phase, one) {
        (Phase::Scale, Some(_)) => {
            let said = format!("{} ÷ {}", four(scene.group.stored[element]), digits(scene.temperature(), 4));
            Some((Place::Beside(pixel, lane()), equals(said, phases.logits[element])))
        }
        (Phase::Max, Some(0)) => Some((Place::Beside(pixel, lane()), vec![piece(four(phases.logits[0]), "t-now")])),
        (Phase::Max, Some(i)) => {
            let so_far = |i: usize| highest(&phases.logits[..=i]);
            let said = format!("max({}, {})", four(so_far(i - 1)), four(phases.logits[i]));
            Some((Place::Beside(pixel, lane()), equals(said, so_far(i))))
        }
        (Phase::Shift, Some(i)) => {
            let said = format!("{} − {}", four(phases.logits[i]), bracketed(scene.max()));
            let text = equals(said, phases.shifted[i]);
            let line = scene.px(scene.max() * scene.temperature());
            Some((Place::Between(pixel, line, lane()), text))
        }
        (Phase::Exp, _) if !scene.lesson.inputs().z.is_matrix() || phases.exps[element] > 0.0 => {
            let [e, up] = power(digits(phases.shifted[element], 5), "t-ink");
            let text = vec![e, up, piece(" = ", "t-ink"), piece(four(phases.exps[element]), "t-now")];
            let y = scene.plot.py(scene.share(element).unwrap_or(0.0)) - 20.0;
            Some((Place::Beside(x(), y), text))
        }
        (Phase::Sum, _) => {
            let last = one.unwrap_or(scene.n - 1);
            let share = match scene.group.is_good() {
                true => scene.below(last) + scene.share(last).unwrap_or(0.0),
                false => 0.6,
            };
            let most = if scene.layout.narrow { 2 } else { 4 };
            let said = match one {
                Some(0) => four(phases.exps[0]),
                Some(i) => format!("{} + {}", four(phases.partial_sums[i - 1]), four(phases.exps[i])),
                None => {
                    let shown: Vec<String> = phases.exps.iter().take(most).map(|e| four(*e)).collect();
                    shown.join(" + ") + if scene.n > most { " + …" } else { "" }
                }
            };
            let text = match one {
                Some(0) => vec![piece(said, "t-now")],
                _ => equals(said, phases.partial_sums[last]),
            };
            Some((Place::Beside(area.right(), scene.plot.py(share.min(0.94))), text))
        }
        (Phase::Divide, _) => {
            let share = match scene.group.is_good() {
                true => scene.below(element) + scene.share(element).unwrap_or(0.0) / 2.0,
                false => 0.5,
            };
            let said = format!("{} ÷ {}", four(phases.exps[element]), four(phases.sum));
            Some((Place::Beside(area.right(), scene.plot.py(share.min(0.9))), equals(said, phases.quotients[element])))
        }
        (Phase::Log | Phase::Subtract, _) if scene.group.is_good() => {
            let x = scene.px(scene.z_of(scene.group.log_sum));
            let text = equals(format!("ln{}", inside_ln(scene.group, four)), scene.group.log_sum);
            Some((Place::Beside(x, area.y + area.height * 0.16), text))
        }
        _ => None,
    }
}

fn ratio(scene: &Scene) -> Option<(Place, Pieces)> {
    let (a, b) = scene.lesson.ranked()?;
    let phases = &scene.group.phases;
    let difference = phases.logits[a] - phases.logits[b];
    let mut text = Vec::new();
    if scene.temperature() != 1.0 {
        let z = digits(scene.group.stored[a] - scene.group.stored[b], 4);
        let said = format!("{z} ÷ {} = {}, ", digits(scene.temperature(), 4), digits(difference, 4));
        text.push(piece(said, "t-ink"));
    }
    text.extend(power(digits(difference, 4), "t-ink"));
    text.push(piece(" = ", "t-ink"));
    text.push(piece(say!(scene.cx.locale, softmax.times, n = digits(difference.exp(), 4)), "t-now"));
    let y = scene.plot.py(scene.share(a)?) - 20.0;
    Some((Place::Beside(stem_x(scene, a), y), text))
}
