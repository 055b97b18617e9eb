//! The reading that measures: a chart of time against N, and the ratio in words.

use super::measured::{EDGES, PAIRS, Time, WAYS, Way, ratio_text, time_text};
use super::model::Batch;
use super::table::Table;
use crate::lesson::draw::{path, px, rect, text};
use crate::lesson::order::in_order;
use crate::plot::{Area, Axis, Plot};
use crate::say;
use crate::screen::{Cx, Figure, Hue, Main, Moment, Node, Room, hued, words};
use crate::words::Locale;

/// Everything the cursor decides.
pub fn moment(batch: &Batch, cx: &Cx) -> Moment {
    let last = batch.cursor + 1 == PAIRS.len();
    Moment {
        figure: Figure::Own(draw(batch, cx.locale, &cx.room).into()),
        formula: formula(batch, cx.locale),
        spoken: String::new(),
        sentence: words(&sentence(batch, cx.locale)),
        special: String::new(),
        main: if last { Main::FromStart } else { Main::Next },
    }
}

/// A way's name: `loop · SIMD`.
pub fn name(locale: Locale, way: Way) -> String {
    let call = if way.batch { say!(locale, batch.batch_name) } else { say!(locale, batch.loop_name) };
    let how = if way.simd { "SIMD".to_owned() } else { say!(locale, batch.textbook) };
    format!("{call} · {how}")
}

/// What was measured of a way at the cursor.
pub fn at(batch: &Batch, way: usize) -> Option<Time> {
    batch.measured.times(batch.edge)[way][batch.cursor]
}

/// `loop 18.8 µs ÷ batch 1.95 µs = 9.7×`.
fn formula(batch: &Batch, locale: Locale) -> Vec<Node> {
    let (looped, batched) = (say!(locale, batch.loop_name), say!(locale, batch.batch_name));
    let span = |class: &'static str, said: String| Node::leaf("span", class, said);
    let ratio = batch.measured.ratio(batch.edge, batch.cursor, true);
    let said = match (at(batch, 1), at(batch, 3), ratio) {
        (Some(a), Some(b), Some(ratio)) => vec![
            span("", format!("{looped} {} ÷ {batched} {} = ", time_text(a.median), time_text(b.median))),
            span("out", say!(locale, batch.times, ratio = ratio_text(ratio))),
        ],
        _ => vec![span("", format!("{looped} ÷ {batched} = ?"))],
    };
    vec![Node::holding("span", "formula", said)]
}

fn sentence(batch: &Batch, locale: Locale) -> String {
    let (edge, pairs) = (EDGES[batch.edge], PAIRS[batch.cursor]);
    if batch.measured.running.is_some() {
        let percent = (batch.measured.share(batch.edge) * 100.0).round() as usize;
        return say!(locale, batch.measuring, percent = percent);
    }
    let Some(ratio) = batch.measured.ratio(batch.edge, batch.cursor, true) else {
        return say!(locale, batch.guess_first);
    };
    let shown = hued(Hue::Now, ratio_text(ratio));
    let alike = (0.87..1.15).contains(&ratio);
    match pairs {
        1 if alike => say!(locale, batch.measured_one, edge = edge),
        1 => say!(locale, batch.measured_noise, edge = edge, ratio = shown),
        _ if alike => say!(locale, batch.measured_equal, edge = edge, pairs = pairs),
        _ if ratio < 1.0 => say!(locale, batch.measured_slower, edge = edge, pairs = pairs),
        _ if batch.measured.overlap(batch.edge, batch.cursor) => {
            say!(locale, batch.measured_overlap, edge = edge, pairs = pairs, ratio = shown)
        }
        _ => say!(locale, batch.measured, edge = edge, pairs = pairs, ratio = shown),
    }
}

fn draw(batch: &Batch, locale: Locale, room: &Room) -> Vec<Node> {
    let upright = room.width < 560.0 || room.height > room.width;
    // The table names the lines; where there is room, so do their ends.
    let names = !upright && room.width >= 700.0;
    let table = Table::new(batch, locale, room, upright);
    let area = match (upright, names) {
        (true, _) => (50.0, 26.0, room.width - 64.0, room.height - 74.0 - table.height),
        (false, true) => (58.0, 30.0, room.width - table.width - 196.0, room.height - 74.0),
        (false, false) => (58.0, 30.0, room.width - table.width - 90.0, room.height - 74.0),
    };
    let (x, y, width, height) = area;
    let mut inside = chart(batch, locale, Area { x, y, width, height: height.max(60.0) }, names);
    inside.extend(table.rows);
    let svg = Node::holding("svg", "chart", inside)
        .attr("viewBox", format!("0 0 {} {}", px(room.width), px(room.height)))
        .attr("width", px(room.width))
        .attr("height", px(room.height))
        .attr("role", "img")
        .attr("data-part", "chart")
        .attr("data-known", format!("{}", (batch.measured.share(batch.edge) * 36.0).round()))
        .attr("aria-label", say!(locale, batch.chart));
    vec![svg]
}

/// The ends of the time's axis: whole powers of ten around all that is known.
fn ends(batch: &Batch) -> (f64, f64) {
    let known = batch.measured.times(batch.edge).iter().flatten().flatten();
    let (low, high) =
        known.fold((f64::INFINITY, 0.0_f64), |(low, high), time| (low.min(time.low), high.max(time.high)));
    if low > high {
        return (0.1, 1000.0);
    }
    let (low, high) = (10f64.powf(low.log10().floor()), 10f64.powf(high.log10().ceil()));
    (low, if high > low { high } else { low * 10.0 })
}

fn chart(batch: &Batch, locale: Locale, area: Area, names: bool) -> Vec<Node> {
    let (low, high) = ends(batch);
    let plot = Plot { area, x: Axis::linear(0.0, (PAIRS.len() - 1) as f64), y: Axis::log(low, high) };
    let mut drawn = vec![text(area.x, area.y - 12.0, 12.5, "t-quiet start", say!(locale, batch.time_axis))];
    for tick in plot.y_ticks(26.0) {
        let y = plot.py(tick);
        drawn.push(path(format!("M{} {}H{}", px(area.x), px(y), px(area.right())), "l-fine"));
        let label = if tick < 1000.0 { format!("{tick} µs") } else { format!("{} ms", tick / 1000.0) };
        drawn.push(text(area.x - 7.0, y + 4.0, 12.0, "t-quiet end", label));
    }
    for (place, pairs) in PAIRS.into_iter().enumerate() {
        let class = if place == batch.cursor { "t-ink strong" } else { "t-quiet" };
        drawn.push(text(plot.px(place as f64), area.bottom() + 18.0, 12.0, class, pairs.to_string()));
    }
    let below = say!(locale, batch.pairs_axis);
    drawn.push(text(area.x + area.width / 2.0, area.bottom() + 36.0, 12.5, "t-quiet", below));
    let x = plot.px(batch.cursor as f64);
    drawn.push(path(format!("M{} {}V{}", px(x), px(area.y), px(area.bottom())), "cursor"));
    let ends = label_places(batch, &plot);
    for (index, way) in WAYS.into_iter().enumerate() {
        drawn.push(line(batch, &plot, index, way));
        if let Some(y) = ends[index].filter(|_| names) {
            let class = if way.simd { "t-out strong start" } else { "t-quiet start" };
            drawn.push(text(area.right() + 12.0, y + 4.0, 12.5, class, name(locale, way)));
        }
    }
    drawn.extend(gap(batch, locale, &plot));
    drawn
}

/// Where the names at the lines' ends stand: none nearer than a line of text to another.
fn label_places(batch: &Batch, plot: &Plot) -> [Option<f64>; 4] {
    let last = PAIRS.len() - 1;
    let mut places =
        [0, 1, 2, 3].map(|way| batch.measured.times(batch.edge)[way][last].map(|time| plot.py(time.median)));
    let mut order: Vec<usize> = (0..4).filter(|way| places[*way].is_some()).collect();
    in_order(&mut order, |a, b| places[*a] < places[*b]);
    for pair in 1..order.len() {
        let above = places[order[pair - 1]].unwrap_or_default();
        places[order[pair]] = places[order[pair]].map(|own| own.max(above + 17.0));
    }
    places
}

/// A way's line, a mark for each N, and a bar from its fastest to its slowest run.
fn line(batch: &Batch, plot: &Plot, index: usize, way: Way) -> Node {
    let mut d = String::new();
    let mut marks = Vec::new();
    for (place, time) in batch.measured.times(batch.edge)[index].iter().enumerate() {
        let Some(time) = time else { continue };
        let (x, y) = (plot.px(place as f64), plot.py(time.median));
        d.push_str(&format!("{}{} {}", if d.is_empty() { "M" } else { "L" }, px(x), px(y)));
        let (low, high) = (plot.py_within(time.low), plot.py_within(time.high));
        marks.push(path(format!("M{} {}V{}", px(x), px(low), px(high)), "spread"));
        marks.push(mark(way, x, y).attr("data-time", format!("{index}-{place}")));
    }
    if !d.is_empty() {
        marks.insert(0, stroke(way, d));
    }
    drawn_as(way, marks)
}

/// A way's mark.
pub fn mark(way: Way, x: f64, y: f64) -> Node {
    let (radius, class) = if way.batch { (4.0, "mark mark--full") } else { (0.0, "mark") };
    rect(x - 4.0, y - 4.0, 8.0, 8.0, radius, class)
}

/// A line in a way's manner.
pub fn stroke(way: Way, d: String) -> Node {
    path(d, if way.batch { "way" } else { "way dashed" })
}

/// Lines and marks in a way's colour.
pub fn drawn_as(way: Way, inside: Vec<Node>) -> Node {
    Node::holding("g", if way.simd { "ways ways--simd" } else { "ways" }, inside)
}

/// The gap from loop to batch at the cursor, with its ratio.
fn gap(batch: &Batch, locale: Locale, plot: &Plot) -> Vec<Node> {
    let (Some(a), Some(b)) = (at(batch, 1), at(batch, 3)) else { return Vec::new() };
    let Some(ratio) = batch.measured.ratio(batch.edge, batch.cursor, true) else { return Vec::new() };
    let (x, top, bottom) = (plot.px(batch.cursor as f64), plot.py(a.median) + 7.0, plot.py(b.median) - 7.0);
    if bottom - top < 30.0 {
        return Vec::new();
    }
    let middle = (top + bottom) / 2.0;
    let said = say!(locale, batch.times, ratio = ratio_text(ratio));
    let wide = said.chars().count() as f64 * 10.0 + 18.0;
    vec![
        path(format!("M{} {}V{}", px(x), px(top), px(bottom)), "l-now"),
        rect(x - wide / 2.0, middle - 12.0, wide, 24.0, 12.0, "ratio"),
        text(x, middle + 5.0, 14.0, "t-now strong", said),
    ]
}
