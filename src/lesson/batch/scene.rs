//! The picture: the pair in front on the left, the two lanes and their timetable beside it.

use super::inputs::{Inputs, Op, sizes};
use super::model::Batch;
use super::progress::Lane;
use super::room::{Layout, Need};
use super::stack::Stack;
use super::{fixes, formula, front, lanes, sentence, timetable};
use crate::lesson::draw::{px, rect, text};
use crate::say;
use crate::screen::{Cx, Figure, Main, Moment, Node, Scene, words};
use crate::words::Locale;

/// Everything the tick decides.
pub fn moment(batch: &Batch, cx: &Cx) -> Moment {
    let (t, len) = batch.ticks(Lane::Loop);
    let has_answer = batch.answer().is_some();
    Moment {
        figure: Figure::Scene(Box::new(scene(batch, cx))),
        formula: formula::formula(batch, cx),
        spoken: String::new(),
        sentence: if has_answer { words(&sentence::sentence(batch, cx.locale)) } else { Vec::new() },
        special: String::new(),
        main: if t == len && len > 0 { Main::FromStart } else { Main::Next },
    }
}

/// The picture.
pub fn scene(batch: &Batch, cx: &Cx) -> Scene {
    let inputs = batch.inputs();
    let need = need(batch);
    let layout = match batch.answer() {
        Some(_) => Layout::new(&cx.room, &need),
        None => Layout::without_product(&cx.room, &need),
    };
    let mut scene = front::scene(batch, cx.locale, &need.stack, layout.link);
    scene.split = layout.split;
    let inside = match batch.answer() {
        Some(answer) => {
            let mut drawn = lanes::lanes(batch, answer, &need, &layout, cx);
            if layout.table > 0.0 {
                drawn.extend(timetable::timetable(batch, answer, &layout, cx.locale));
            }
            drawn
        }
        None => partners(inputs, &layout, cx.locale),
    };
    let svg = Node::holding("svg", "lanes", inside)
        .attr("viewBox", format!("0 0 {} {}", px(layout.width), px(layout.height)))
        .attr("role", "group")
        .attr("aria-label", say!(cx.locale, batch.picture));
    scene.beside = [svg].into();
    scene
}

/// What has to have room.
pub fn need(batch: &Batch) -> Need {
    let inputs = batch.inputs();
    let ([a, m, k], [b, l, n]) = (sizes(&inputs.a), sizes(&inputs.b));
    let chars = batch.solved.chars;
    let answer = batch.answer();
    Need {
        pairs: inputs.pairs(),
        workers: if batch.alone { 1 } else { inputs.pairs() },
        ticks: batch.ticks(Lane::Loop).1,
        result: answer.map_or((m, n), |answer| (answer.plan.m, answer.plan.n)),
        chars: answer.map_or(1, |answer| answer.chars),
        stack: Stack { cols: (k, n), rows: m.max(l), chars: chars[0].max(chars[1]), tabs: a.max(b) },
    }
}

/// Who has no partner, while there is no product: pairs of matrices, or a row and a column of unlike length.
fn partners(inputs: &Inputs, layout: &Layout, locale: Locale) -> Vec<Node> {
    let ([a, _, k], [b, l, _]) = (sizes(&inputs.a), sizes(&inputs.b));
    let inner = fixes::pairs_up(inputs);
    let mut drawn = Vec::new();
    let middle = layout.height * 0.36;
    if inner {
        let said = say!(locale, batch.inner_clash, k = k, l = l);
        let wide = (layout.width - 16.0).min(420.0);
        drawn.push(rect((layout.width - wide) / 2.0, middle - 26.0, wide, 52.0, 12.0, "f-none l-bad dashed"));
        drawn.push(text(layout.width / 2.0, middle + 5.0, 15.0, "t-bad strong", said));
    } else {
        let count = a.max(b).max(1);
        let per_line = count.min(4);
        let wide = (layout.width / per_line as f64 - 8.0).min(104.0);
        let left = (layout.width - per_line as f64 * (wide + 8.0)) / 2.0;
        for pair in 0..count {
            let name = |letter: &str, own: usize| match pair < own {
                true => format!("{letter}{}", sub(pair + 1)),
                false => "?".to_owned(),
            };
            let lacks = pair >= a.min(b);
            let (x, y) = (left + (pair % 4) as f64 * (wide + 8.0), middle - 30.0 + (pair / 4) as f64 * 52.0);
            let class = if lacks { "f-none l-bad dashed" } else { "f-none l-quiet" };
            drawn.push(rect(x, y, wide, 42.0, 10.0, class));
            let class = if lacks { "t-bad strong" } else { "t-ink strong" };
            drawn.push(text(x + wide / 2.0, y + 27.0, 17.0, class, format!("{} · {}", name("A", a), name("B", b))));
        }
    }
    // The lists in a message of sizes; matmul's message of batch sizes has none.
    if !inner && inputs.op == Op::Matmul {
        return drawn;
    }
    // Right below the boxes, and not below the picture.
    let lines = a.max(b).max(1).div_ceil(4) as f64;
    let y = (middle + if inner { 64.0 } else { lines * 52.0 - 10.0 }).min(layout.height - 28.0);
    let counts = [
        ("t-a", say!(locale, batch.counts_a, sheets = a, cols = k)),
        ("t-b", say!(locale, batch.counts_b, sheets = b, rows = l)),
    ];
    for (line, (class, said)) in counts.into_iter().enumerate() {
        drawn.push(text(layout.width / 2.0, y + line as f64 * 22.0, 13.5, class, said));
    }
    drawn
}

/// A number as a subscript.
pub fn sub(number: usize) -> String {
    let digit = |c: char| c.to_digit(10).and_then(|digit| char::from_u32('₀' as u32 + digit)).unwrap_or(c);
    number.to_string().chars().map(digit).collect()
}
