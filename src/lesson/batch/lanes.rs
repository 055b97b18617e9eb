//! Loop above batch: a result for each pair in both, column by column. When both have finished one, an `=` stands between
//! them: the same to the bit.

use super::inputs::Inputs;
use super::model::Batch;
use super::progress::Lane;
use super::room::{BETWEEN, Layout, Need, Tiles};
use super::solved::{Answer, factor};
use super::tile::{Place, Tile, tile};
use crate::lesson::draw::text;
use crate::say;
use crate::screen::{Cx, Node};
use crate::words::Locale;

/// Both lanes.
pub fn lanes(batch: &Batch, answer: &Answer, need: &Need, layout: &Layout, cx: &Cx) -> Vec<Node> {
    let mut drawn = Vec::new();
    let front = batch.front_pair();
    let (rows, cols) = batch.told(front).unwrap_or_default();
    let stop = (front, rows.start, cols.start);
    for (place, lane) in Lane::ALL.into_iter().enumerate() {
        let y = 2.0 + place as f64 * (layout.lane() + BETWEEN);
        drawn.push(words(batch, lane, layout, y, cx.locale));
        let one = |pair: usize| {
            let own = Tile::new(need, layout, pair, front);
            let own = Tile { y: own.y + y, first: (own.first.0, own.first.1 + y), ..own };
            tile(&Place { batch, answer, lane, pair, beside: layout.beside, stop }, own, cx)
        };
        drawn.push(Node::holding("g", "tiles", (0..answer.pairs()).map(one).collect()));
    }
    let equals = (0..answer.pairs()).map(|pair| {
        let Tile { x, width, .. } = Tile::new(need, layout, pair, front);
        let both = Lane::ALL.into_iter().all(|lane| batch.is_pair_done(lane, pair));
        text(x + width / 2.0, layout.lane() + BETWEEN, 17.0, "t-out strong", if both { "=" } else { "" })
    });
    if matches!(layout.tiles, Tiles::Alike(1) | Tiles::Front(1)) {
        drawn.push(Node::holding("g", "equals", equals.collect()));
    }
    drawn
}

/// A lane's name, its ticks, its calls and its code.
fn words(batch: &Batch, lane: Lane, layout: &Layout, y: f64, locale: Locale) -> Node {
    let (now, len) = batch.ticks(lane);
    let (called, calls) = batch.calls(lane);
    let op = batch.inputs().op.key();
    let (name, code) = match lane {
        Lane::Loop => (say!(locale, batch.loop_name), "A[i] @ B[i]".to_owned()),
        Lane::Batch => (say!(locale, batch.batch_name), format!("{op}(A, B)")),
    };
    let end = if now == len && len > 0 { " ✓" } else { "" };
    let ticks = if len == 1 { say!(locale, batch.one_tick) } else { say!(locale, batch.ticks, len = len) };
    let calls = say!(locale, batch.calls, now = called, all = calls);
    let count = now.to_string();
    let part = match lane {
        Lane::Loop => "loop-count",
        Lane::Batch => "batch-count",
    };
    let inside = if layout.label > 0.0 {
        let top = y + (layout.lane() - 92.0).max(0.0) / 2.0;
        let wide = count.chars().count() as f64 * 17.0;
        vec![
            text(0.0, top + 14.0, 15.0, "t-ink strong start", name),
            text(0.0, top + 44.0, 29.0, "t-ink strong start number", count.clone()),
            text(wide + 4.0, top + 44.0, 13.5, "t-quiet start", format!("/ {ticks}{end}")),
            text(0.0, top + 64.0, 12.5, "t-quiet start", calls),
            text(0.0, top + 82.0, 12.0, "t-ink code start", code),
        ]
    } else {
        let large = if layout.head > 30.0 { 29.0 } else { 18.0 };
        let wide = width(&name, 15.0) + 8.0;
        let after = wide + count.chars().count() as f64 * large * 0.6 + 6.0;
        let line = y + layout.head - 8.0;
        let rest = format!("/ {ticks}{end} · {calls}");
        // The mark at the end comes later: its room is kept.
        let used = after + width(&format!("/ {ticks} ✓ · {calls}"), 12.5) + 12.0;
        let mut words = vec![
            text(0.0, line, 14.0, "t-ink strong start", name),
            text(wide, line, large, "t-ink strong start number", count.clone()),
            text(after, line, 12.5, "t-quiet start", rest),
        ];
        if used + width(&code, 12.0) <= layout.width {
            words.push(text(layout.width - 4.0, line, 12.0, "t-ink code end", code));
        }
        words
    };
    Node::holding("g", "", inside).attr("data-part", part).attr("data-count", count)
}

/// About how wide a text is, in pixels.
pub fn width(said: &str, size: f64) -> f64 {
    let share = |c: char| match c {
        ',' | '.' | ' ' | '(' | ')' | ':' => 0.36,
        '·' | '–' | '−' | '÷' | '×' => 0.6,
        _ if c.is_ascii() => 0.6,
        _ => 0.95,
    };
    said.chars().map(share).sum::<f64>() * size
}

/// `4·1+5·3+6·5`.
pub fn sum(inputs: &Inputs, answer: &Answer, pair: usize, row: usize, col: usize) -> String {
    let terms = terms(inputs, answer, pair, row, col);
    terms.map(|(a, b)| format!("{}·{}", factor(a), factor(b))).collect::<Vec<_>>().join("+")
}

/// The factors of a cell's products.
pub fn terms<'a>(
    inputs: &'a Inputs,
    answer: &'a Answer,
    pair: usize,
    row: usize,
    col: usize,
) -> impl Iterator<Item = (Option<f32>, Option<f32>)> + 'a {
    let plan = answer.plan;
    let (a, b, _) = plan.batch_offset(pair).unwrap_or_default();
    (0..plan.k).map(move |p| {
        let left = inputs.a.value((a * plan.m + row) * plan.k + p).ok();
        (left, inputs.b.value((b * plan.k + p) * plan.n + col).ok())
    })
}
