//! Controls of a reading, over its half of the picture: how many layers and which weight; the bias and two switches.

use super::Places;
use crate::lesson::activation::digits::short;
use crate::lesson::activation::draw::{Anchor, Area, dot, group, line, px, text};
use crate::lesson::activation::functions;
use crate::lesson::activation::inputs::{BIAS, WARD};
use crate::lesson::activation::model::{Activation, View};
use crate::lesson::order::in_order;
use crate::plot::{Axis, Direction, Handle, Plot};
use crate::say;
use crate::screen::{Cx, Node, Room};
use matwalk_core::activation::chain::Feed;

/// Height of a row of buttons, and of the slider with its marks.
const ROW: f64 = 40.0;
const SLIDER: f64 = 46.0;

/// The controls, and what of the right half is left below them.
pub fn draw(lesson: &Activation, cx: &Cx, places: &Places) -> (Vec<Node>, Area) {
    let area = places.right;
    let inside = match lesson.view {
        View::Chain if !places.embed => vec![layers(lesson, cx, area)],
        View::Ward => ward(lesson, cx, places),
        _ => Vec::new(),
    };
    let taken = match lesson.view {
        View::Chain if !places.embed => ROW,
        View::Ward if places.embed => SLIDER,
        View::Ward => SLIDER + ROW,
        _ => 0.0,
    };
    let rest = Area { y: area.y + taken, height: (area.height - taken).max(20.0), ..area };
    (inside, rest)
}

/// Where a row of controls stands in the picture, as parts of its room: the picture may be drawn larger.
fn placed(node: Node, area: Area, height: f64, room: &Room) -> Node {
    let part = |of: f64, all: f64| format!("{}%", px(100.0 * of / all.max(1.0)));
    node.style("left", part(area.x, room.width))
        .style("top", part(area.y, room.height))
        .style("width", part(area.width, room.width))
        .style("height", part(height, room.height))
}

fn button(act: String, said: String, name: Option<String>, on: Option<bool>) -> Node {
    let class = if on == Some(true) { "on" } else { "" };
    let button = Node::leaf("button", class, said).attr("type", "button").attr("data-act", act);
    let button = match name {
        Some(name) => button.attr("aria-label", name.clone()).attr("title", name),
        None => button,
    };
    match on {
        Some(on) => button.attr("aria-pressed", if on { "true" } else { "false" }),
        None => button,
    }
}

fn switch(label: String, buttons: Vec<Node>) -> Node {
    Node::holding("span", "segments-small", buttons).attr("role", "group").attr("aria-label", label)
}

fn stepper(key: &str, label: String, hue: &'static str, value: String, names: (String, String)) -> Node {
    let inside = vec![
        button(format!("{key}-fewer"), "−".to_owned(), Some(names.1), None),
        Node::leaf("output", "", value),
        button(format!("{key}-more"), "+".to_owned(), Some(names.0), None),
    ];
    let stepper =
        Node::holding("span", "stepper-small", inside).attr("role", "group").attr("aria-label", label.clone());
    Node::holding("span", "", vec![Node::leaf("b", hue, format!("{label} ")), stepper])
}

fn layers(lesson: &Activation, cx: &Cx, area: Area) -> Node {
    let locale = cx.locale;
    let narrow = area.width < 420.0;
    let w = lesson.inputs().w().map_or_else(|| "?".to_owned(), short);
    let depth = (say!(locale, activation.depth_more), say!(locale, activation.depth_fewer));
    let weight = (say!(locale, activation.w_more), say!(locale, activation.w_fewer));
    let (same, forward) = match narrow {
        true => (say!(locale, activation.same_short), say!(locale, activation.forward_short)),
        false => (say!(locale, activation.same), say!(locale, activation.forward)),
    };
    let inside = vec![
        stepper("depth", say!(locale, activation.layers), "", lesson.depth().to_string(), depth),
        stepper("w", "w".to_owned(), "b", w, weight),
        switch(
            "z".to_owned(),
            vec![
                button("feed-same".to_owned(), same, None, Some(lesson.feed == Feed::Same)),
                button("feed-forward".to_owned(), forward, None, Some(lesson.feed == Feed::Forward)),
            ],
        ),
    ];
    placed(Node::holding("div", "controls-row", inside), area, ROW, &cx.room)
}

fn ward(lesson: &Activation, cx: &Cx, places: &Places) -> Vec<Node> {
    let (locale, area) = (cx.locale, places.right);
    let mut nodes = vec![slider(lesson, cx, area)];
    if !places.embed {
        let narrow = area.width < 420.0;
        let (as_is, centred) = match narrow {
            true => (say!(locale, activation.as_is_short), say!(locale, activation.centred_short)),
            false => (say!(locale, activation.as_is), say!(locale, activation.centred)),
        };
        let leaky = lesson.main().id == "leaky_relu";
        let centre = lesson.inputs().centre;
        let inside = vec![
            switch(
                "f".to_owned(),
                vec![
                    button("unit-relu".to_owned(), "ReLU".to_owned(), None, Some(lesson.main().id == "relu")),
                    button("unit-leaky_relu".to_owned(), "Leaky".to_owned(), None, Some(leaky)),
                ],
            ),
            switch(
                "z".to_owned(),
                vec![
                    button("centre-off".to_owned(), as_is, None, Some(!centre)),
                    button("centre-on".to_owned(), centred, None, Some(centre)),
                ],
            ),
        ];
        let row = Area { y: area.y + SLIDER, ..area };
        nodes.push(placed(Node::holding("div", "controls-row", inside), row, ROW, &cx.room));
    }
    nodes
}

/// The bias, with a circled number where each neuron wakes.
fn slider(lesson: &Activation, cx: &Cx, area: Area) -> Node {
    let locale = cx.locale;
    let leaky = !functions::has_dead_zone(lesson.main());
    let (bias, end) = (lesson.inputs().bias.read().ok(), lesson.bias_end());
    let track = Area { x: 74.0, y: 0.0, width: (area.width - 74.0 - 54.0).max(60.0), height: SLIDER };
    let plot = Plot { area: track, x: Axis::linear(-end, end), y: Axis::linear(0.0, 1.0) };
    let y = 14.0;
    let mut inside = vec![
        text(0.0, y, 15.0, Anchor::Start, "strong t-b", "b"),
        line((track.x, y), (track.right(), y), "l-quiet slider-track"),
    ];
    let at = plot.px(bias.unwrap_or(0.0).clamp(-end, end));
    let knob = group(
        "handle",
        vec![
            Node::leaf("rect", "ground f-none", "")
                .attr("x", px(track.x - 10.0))
                .attr("y", "0")
                .attr("width", px(track.width + 20.0))
                .attr("height", "28"),
            line((track.x, y), (at, y), "l-b slider-track"),
            dot(at, y, 9.0, "pill f-solid l-b"),
        ],
    );
    let shown = bias.map_or_else(|| "?".to_owned(), short);
    let handle = Handle {
        slot: BIAS,
        index: 0,
        name: "b".to_owned(),
        value: bias,
        said: format!("b = {shown}"),
        ends: (-end, end),
        direction: Direction::X,
        jumps: true,
    };
    inside.push(handle.on(knob, &plot));
    inside.push(text(area.width - 4.0, y, 15.0, Anchor::End, "strong t-b", shown));
    if !leaky {
        inside.push(text(0.0, 36.0, 12.0, Anchor::Start, "tick t-quiet", say!(locale, activation.wakes_at)));
        inside.extend(marks(lesson, cx, &plot, bias));
    }
    let svg = Node::holding("svg", "activation activation__slider", inside)
        .attr("viewBox", format!("0 0 {} {SLIDER}", px(area.width)))
        .attr("width", px(area.width))
        .attr("height", px(SLIDER))
        .attr("x", px(area.x))
        .attr("y", px(area.y))
        .attr("role", "group")
        .attr("aria-label", "b");
    placed(svg, area, SLIDER, &cx.room)
}

/// Numbers of neurons at the bias above which each wakes; close ones stand beside each other.
fn marks(lesson: &Activation, cx: &Cx, plot: &Plot, bias: Option<f64>) -> Vec<Node> {
    let cols = lesson.inputs().sizes(WARD).1;
    let mut wakes: Vec<(f64, usize)> = (0..cols).filter_map(|col| Some((lesson.neuron(col).wakes?, col))).collect();
    wakes.retain(|(wake, _)| wake.is_finite());
    in_order(&mut wakes, |a, b| a.0 < b.0);
    let wanted: Vec<f64> = wakes.iter().map(|(wake, _)| plot.px(*wake)).collect();
    let places = apart(&wanted, 15.0, plot.area.x, plot.area.right());
    let mark = |((wake, col), at): ((f64, usize), f64)| {
        let n = col + cx.base;
        let glyph = match n {
            0 => Some('⓪'),
            _ => char::from_u32(0x245f + n as u32),
        };
        let awake = bias.is_some_and(|bias| bias > wake);
        let class = if awake { "strong t-out" } else { "t-quiet" };
        text(at, 36.0, 15.0, Anchor::Middle, class, glyph.unwrap_or('○').to_string())
    };
    wakes.into_iter().zip(places).map(mark).collect()
}

/// Places in ascending order, at least `gap` apart and within the ends if they have room, each as near as can be to
/// the one wanted (least squares: neighbours that are too close share their middle).
fn apart(wanted: &[f64], gap: f64, from: f64, to: f64) -> Vec<f64> {
    // Blocks of neighbours: the middle of where their first would stand, and how many they are.
    let mut blocks: Vec<(f64, usize)> = Vec::new();
    for (index, x) in wanted.iter().enumerate() {
        let mut block = (x - gap * index as f64, 1);
        while let Some((before, count)) = blocks.pop_if(|(before, _)| *before > block.0) {
            let all = count + block.1;
            block = ((before * count as f64 + block.0 * block.1 as f64) / all as f64, all);
        }
        blocks.push(block);
    }
    let last = to - gap * wanted.len().saturating_sub(1) as f64;
    let starts = blocks.into_iter().flat_map(|(start, count)| std::iter::repeat_n(start, count));
    starts.enumerate().map(|(index, start)| start.min(last).max(from) + gap * index as f64).collect()
}

#[cfg(test)]
mod tests {
    use super::apart;

    #[test]
    fn marks_stand_apart_and_near_their_places() {
        assert_eq!(apart(&[10.0, 100.0], 15.0, 0.0, 200.0), [10.0, 100.0]);
        assert_eq!(apart(&[50.0, 50.0, 50.0], 15.0, 0.0, 200.0), [35.0, 50.0, 65.0]);
        assert_eq!(apart(&[0.0, 0.0, 190.0, 195.0], 15.0, 0.0, 200.0), [0.0, 15.0, 185.0, 200.0]);
        assert!(apart(&[], 15.0, 0.0, 200.0).is_empty());
    }
}
