//! A gradient that goes back through layers: one row a layer, what is left as a bar on a log scale.

use super::ladder::{Entry, legend};
use super::rows::{Layout, exponents};
use crate::lesson::activation::digits::{factor, raised, short};
use crate::lesson::activation::draw::{
    Anchor, Area, cell, dash, group, line, path, px, rect, spans, text, text_width, tip,
};
use crate::lesson::activation::functions::name;
use crate::lesson::activation::items::{self, Item};
use crate::lesson::activation::model::Activation;
use crate::say;
use crate::screen::{Cx, Hue, Node};
use matwalk_core::activation::chain::Chain;

/// Half the distance from 1 to the next f32: added to 1, it is lost.
const LOST: f64 = 5.960_464_477_539_063e-8;

/// The rows.
pub fn draw(lesson: &Activation, cx: &Cx, area: Area, embed: bool) -> Vec<Node> {
    let shown = lesson.shown();
    let chains: Vec<Chain> = shown.iter().filter_map(|function| lesson.chain(function)).collect();
    let Some((main, w)) = chains.first().zip(lesson.inputs().w()) else { return Vec::new() };
    let (t, depth) = (lesson.t(), lesson.depth());
    let legend_height = if area.width < 420.0 && shown.len() > 1 { 44.0 } else { 26.0 };
    let layout = Layout::of(area, &chains, w, legend_height);
    let mut nodes = heads(&layout, cx);
    if t > 0 {
        let room = Area { x: area.x - 2.0, y: layout.y(t), width: area.width + 4.0, height: layout.row };
        let room = if layout.row < 18.0 { Area { y: room.y - 2.0, height: room.height + 4.0, ..room } } else { room };
        nodes.push(rect(room, 6.0, "f-now l-now"));
    }
    nodes.extend(decades(&layout));
    for k in 0..=depth {
        // Words need 13 px; those of the step of now come first.
        let close = k != t && layout.row * (k.abs_diff(t) as f64) < 13.0;
        let tiny = layout.row < 12.0 && (close || k != 0 && k != t && k != depth);
        nodes.push(row(&layout, main, (k, t, depth), w, tiny, cx));
    }
    let lost = LOST > layout.axis.lo();
    if lost {
        let at = layout.x(LOST);
        nodes.push(line((at, layout.bars.y), (at, layout.bars.bottom()), "l-bad dashed"));
    }
    for (place, chain) in chains.iter().enumerate().skip(1) {
        nodes.push(path(stairs(&layout, chain, t), format!("f-none l-ink curve {}", dash(place))));
    }
    if !embed || area.height > 200.0 {
        nodes.extend(below(&layout, lesson, &chains, lost, cx));
    }
    nodes
}

fn heads(layout: &Layout, cx: &Cx) -> Vec<Node> {
    let y = layout.top - 12.0;
    let word =
        |x: f64, anchor: Anchor, class: &str, said: String| text(x, y, 12.0, anchor, format!("tick {class}"), said);
    let mut nodes = vec![
        word(layout.area.x, Anchor::Start, "t-quiet", say!(cx.locale, activation.layer)),
        word(layout.product, Anchor::End, "t-quiet", say!(cx.locale, activation.left)),
    ];
    if let Some(z) = layout.z {
        nodes.push(word(z, Anchor::End, "t-quiet", "z".to_owned()));
    }
    let factor =
        vec![Node::leaf("tspan", "t-now", "f′(z)"), Node::leaf("tspan", "", " · "), Node::leaf("tspan", "t-b", "w")];
    nodes.push(spans(layout.factor, y, 12.0, Anchor::End, "tick t-quiet", factor));
    for exponent in exponents(layout) {
        let decade = 10f64.powi(exponent as i32);
        let said = match exponent {
            0 => "1".to_owned(),
            _ => format!("10{}", raised(&exponent.to_string().replace('-', "−")).unwrap_or_default()),
        };
        let x = layout.x(decade);
        let anchor = match () {
            () if x > layout.bars.right() - 14.0 => Anchor::End,
            () if x < layout.bars.x + 14.0 => Anchor::Start,
            () => Anchor::Middle,
        };
        nodes.push(word(x, anchor, "t-quiet", said));
    }
    nodes
}

/// Lines at the decades; 1 has a darker one.
fn decades(layout: &Layout) -> Vec<Node> {
    let upright = |at: f64, class: &str| {
        let x = layout.x(at);
        line((x, layout.bars.y), (x, layout.bars.bottom()), class)
    };
    let mut nodes: Vec<Node> =
        exponents(layout).map(|exponent| upright(10f64.powi(exponent as i32), "l-line axis")).collect();
    nodes.push(upright(1.0, "l-quiet axis"));
    nodes
}

fn row(layout: &Layout, chain: &Chain, (k, t, depth): (usize, usize, usize), w: f64, tiny: bool, cx: &Cx) -> Node {
    let (top, size) = (layout.y(k), layout.size);
    let middle = top + layout.row / 2.0;
    let product = chain.products.get(k).copied().unwrap_or(f64::NAN);
    let (known, now) = (k <= t, k > 0 && k == t);
    let mut inside = vec![rect(
        Area { x: layout.area.x, y: top, width: layout.area.width, height: layout.row },
        0.0,
        "ground f-none",
    )];
    let layer = depth - k;
    if k == 0 && !tiny {
        let said = say!(cx.locale, activation.from_output);
        inside.push(text(layout.area.x, middle, size, Anchor::Start, "word t-quiet", said));
    } else if k > 0 && !tiny {
        let (z, slope) = (chain.z.get(layer).copied(), chain.slope.get(layer).copied().unwrap_or(f64::NAN));
        let own = (layer + 1).to_string();
        inside.push(text(layout.layer, middle, size, Anchor::End, "word strong t-out", own));
        if let (Some(at), Some(z)) = (layout.z, z) {
            inside.push(text(at, middle, size, Anchor::End, "word strong t-a", short(z)));
        }
        let by = [
            items::text("× "),
            Item::Number(factor(slope), Hue::Now),
            items::text(" · "),
            Item::Number(factor(w), Hue::B),
        ];
        let by = items::spans(&by, size);
        inside.push(spans(layout.factor, middle, size, Anchor::End, "word strong t-quiet", by));
    }
    if !tiny || known {
        let said = if known { short(product) } else { "?".to_owned() };
        let said = if tiny { String::new() } else { said };
        let class = if known { "word strong t-ink" } else { "word t-quiet" };
        let role = if now {
            "active"
        } else if known {
            "done"
        } else {
            "pending"
        };
        let mut bars = if known { bar(layout, product, top, now) } else { Vec::new() };
        let mut number = text(layout.product, middle, size, Anchor::End, class, said);
        // Where no text has room, the bar is what stands for the number.
        let own = bars.first_mut().filter(|_| tiny).unwrap_or(&mut number);
        *own = cell(std::mem::take(own), format!("chain-{k}"), known.then_some(product), role);
        inside.push(number);
        inside.extend(bars);
    }
    inside.push(tip(known.then_some(product)));
    group("press", inside).attr("data-act", format!("step-{k}"))
}

fn bar(layout: &Layout, product: f64, top: f64, now: bool) -> Vec<Node> {
    let middle = top + layout.row / 2.0;
    if product == 0.0 || product.is_nan() {
        let said = if product == 0.0 { "✕ 0" } else { "NaN" };
        return vec![text(layout.bars.x + 4.0, middle, layout.size, Anchor::Start, "word strong t-now", said)];
    }
    let width = (layout.x(product) - layout.bars.x).max(1.5);
    let height = (layout.row * 0.68).max(3.0);
    let area = Area { x: layout.bars.x, y: middle - height / 2.0, width, height };
    let class = match (product < 0.0, now) {
        (true, _) => "f-page l-now dashed",
        (false, true) => "f-solid l-now",
        (false, false) => "f-now l-now",
    };
    vec![rect(area, 3.0, class)]
}

/// What is left of another function's gradient, down to this step.
fn stairs(layout: &Layout, chain: &Chain, t: usize) -> String {
    let mut data = String::new();
    for (k, product) in chain.products.iter().take(t + 1).enumerate() {
        let (x, y) = (px(layout.x(*product)), px(layout.y(k)));
        data += &if k == 0 { format!("M{x} {y}") } else { format!("V{y}H{x}") };
    }
    data + &format!("V{}", px(layout.y(t + 1)))
}

/// The other functions' numbers, and what the red line is.
fn below(layout: &Layout, lesson: &Activation, chains: &[Chain], lost: bool, cx: &Cx) -> Vec<Node> {
    let t = lesson.t();
    let shown = lesson.shown();
    let entries: Vec<Entry> = chains
        .iter()
        .enumerate()
        .skip(1)
        .map(|(place, chain)| Entry {
            place,
            said: shown.get(place).map_or("", |function| name(function)).to_owned(),
            value: chain.products.get(t).copied(),
            cell: None,
        })
        .collect();
    let y = layout.bars.bottom() + 15.0;
    let mut nodes = legend(layout.area.x, y, &entries, false);
    if lost {
        let second = layout.narrow && !entries.is_empty();
        let said = match layout.narrow {
            true => say!(cx.locale, activation.below_f32_short),
            false => say!(cx.locale, activation.below_f32),
        };
        let y = if second { y + 19.0 } else { y };
        let x = if layout.narrow { layout.area.x + 30.0 } else { layout.area.right() };
        let anchor = if layout.narrow { Anchor::Start } else { Anchor::End };
        let start = if layout.narrow { layout.area.x + 8.0 } else { x - text_width(&said, 13.0) - 10.0 };
        nodes.push(line((start, y - 7.0), (start, y + 7.0), "l-bad dashed"));
        nodes.push(text(x, y, 13.0, anchor, "word strong t-bad", said));
    }
    nodes
}
