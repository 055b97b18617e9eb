//! The pile of heights and the ruler on its right, which reads the whole as 1.

use super::piece;
use crate::figure::digits;
use crate::lesson::softmax::figure::Scene;
use crate::lesson::softmax::model::View;
use crate::plot::Area;
use crate::plot::marks::{Anchor, group, line, path, px, rect, rich, text};
use crate::screen::Node;
use matwalk_core::trace::softmax::Phase;

/// Where the pile stands.
pub fn area(scene: &Scene) -> Area {
    let (left, column) = scene.layout.columns;
    let count = scene.layout.count.saturating_sub(1).max(1) as f64;
    let Area { y, height, .. } = scene.plot.area;
    Area { x: left, y, width: count * column - 6.0, height }
}

/// The pieces, the box around them, the ruler.
pub fn draw(scene: &Scene) -> Node {
    let box_ = area(scene);
    let parts = vec![
        group("pieces", (0..scene.n).flat_map(|i| piece_of(scene, i, box_)).collect()),
        frame(scene, box_),
        group("shares", shares(scene, box_)),
    ];
    group("pile", parts)
}

fn frame(scene: &Scene, at: Area) -> Node {
    let outline = format!("M{} {}H{}V{}H{}", px(at.x), px(at.y), px(at.right()), px(at.bottom()), px(at.x));
    let middle = (at.x + at.width / 2.0, at.y + at.height / 2.0 + 8.0);
    let sum = scene.group.phases.sum;
    let (said, class) = match scene.all(Phase::Sum) {
        false if scene.seen(Phase::Sum, 0) && scene.group.is_good() => (String::new(), "t-quiet strong"),
        false => ("?".to_owned(), "t-quiet strong"),
        true if scene.group.is_good() => (String::new(), "t-quiet strong"),
        true => (format!("S = {}", digits(sum, 4)), "t-bad strong halo"),
    };
    let wrong = scene.all(Phase::Sum) && !scene.group.is_good();
    let ground = if wrong { crate::plot::hatch(at, 11.0) } else { String::new() };
    let parts = vec![
        super::walls::faint(path(ground, "l-bad f-none hatch")),
        path(outline, "l-line f-none"),
        line((at.x, at.y), (at.right(), at.y), "l-out"),
        line((at.x, at.bottom()), (at.right(), at.bottom()), "l-ink thick"),
        text(middle, 21.0, Anchor::Middle, class, said),
    ];
    group("frame", parts)
}

/// One piece: orange while it is a height, green when it is read as a probability.
fn piece_of(scene: &Scene, element: usize, at: Area) -> Vec<Node> {
    let Some(share) = scene.share(element).filter(|share| *share > 0.0) else { return Vec::new() };
    if !scene.seen(Phase::Sum, element) || !scene.group.is_good() {
        return Vec::new();
    }
    let below = scene.below(element);
    let (top, bottom) = (scene.plot.py(below + share), scene.plot.py(below));
    let height = bottom - top;
    let divided = scene.seen(Phase::Divide, element) || scene.all(Phase::Log);
    let compared = scene.lesson.compared().filter(|_| scene.lesson.view == View::Ratio);
    let aside = compared.is_some_and(|(a, b)| a != element && b != element);
    let now = scene.is_now(&[Phase::Sum, Phase::Divide], element) && scene.one().is_some();
    let (ground, hue, word) = match (aside, divided) {
        (true, _) => ("f-well", "line", "t-quiet"),
        (_, true) => ("f-out", "out", "t-out"),
        _ => ("f-b", "b", "t-b"),
    };
    let mut nodes = vec![rect((at.x, top, at.width, (height - 1.5).max(0.5)), 0.0, ground)];
    let side = |x: f64| rect((x, top, 4.0, (height - 1.5).max(0.5)), 0.0, format!("s-{hue}"));
    nodes.push(side(at.x));
    if divided {
        nodes.push(side(at.right() - 4.0));
    }
    if now {
        nodes.push(rect((at.x + 1.5, top + 1.0, at.width - 3.0, (height - 3.5).max(1.0)), 2.0, "f-none l-now thick"));
    }
    if height >= 13.0 {
        let index = element + scene.cx.base;
        let percent = digits(scene.group.phases.quotients[element] * 100.0, 3);
        let said = match scene.seen(Phase::Divide, element) && !scene.layout.narrow {
            true => format!("{index} · {percent}%"),
            false => index.to_string(),
        };
        let word = if now { "t-now strong halo" } else { word };
        let size = scene.layout.text.min(15.0).min(height);
        let middle = (at.x + at.width / 2.0, (top + bottom) / 2.0 + size * 0.33);
        nodes.push(rich(middle, size, Anchor::Middle, "strong", &[piece(said, word)]));
    }
    let twin = if scene.seen(Phase::Divide, element) { "p" } else { "e" };
    let act = if twin == "p" { "p" } else { "sum" };
    let piece = Node::holding("g", "piece", nodes).attr("data-act", format!("go-{act}-{element}"));
    vec![piece.attr("data-twin", format!("{twin}-{element}"))]
}

/// The ruler of probabilities: the same height read from 0 to 1.
fn shares(scene: &Scene, at: Area) -> Vec<Node> {
    if !scene.all(Phase::Sum) || !scene.group.is_good() {
        return Vec::new();
    }
    let step = if at.height > 110.0 { 0.25 } else { 0.5 };
    let mut nodes = Vec::new();
    let mut share = 0.0;
    while share <= 1.0 {
        let y = scene.plot.py(share);
        nodes.push(line((at.right() + 3.0, y), (at.right() + 9.0, y), "l-out"));
        nodes.push(text((at.right() + 12.0, y + 4.5), 12.5, Anchor::Start, "t-out", digits(share, 3)));
        share += step;
    }
    nodes
}
