//! The walk to f(x) and f'(x), one operation a row: symbols = numbers = value.

use crate::lesson::activation::digits::short;
use crate::lesson::activation::draw::{Anchor, Area, cell, dash, group, line, rect, spans, text, text_width, tip};
use crate::lesson::activation::functions::{Function, name};
use crate::lesson::activation::items::{self, Item};
use crate::lesson::activation::model::Activation;
use crate::screen::{Cx, Node};
use matwalk_core::activation::ladder::Rungs;

/// Room of a character, as a part of the size of the type.
const CHAR: f64 = 0.54;

/// Where the columns and rows stand.
struct Layout {
    /// Its left edge.
    left: f64,
    /// Height of a row and what is between two.
    cell: f64,
    gap: f64,
    /// Size of the type.
    size: f64,
    /// Ends of the symbols, starts of the numbers, starts of the values; `None` where the symbols have no room.
    symbols: Option<f64>,
    numbers: f64,
    value: f64,
    value_width: f64,
    /// Whether headings and the other functions' values have room.
    heads: bool,
    others: bool,
    top: f64,
}

impl Layout {
    fn of(area: Area, rungs: &Rungs, functions: usize) -> Layout {
        let n = rungs.all.len() as f64;
        let others = functions > 1;
        // Headings, then the values of the other functions, go where the rows need their room.
        let room = |heads: bool, others: bool| {
            let taken = if heads { 54.0 } else { 0.0 } + if others { 48.0 } else { 0.0 };
            (area.height - taken) / n
        };
        let enough = |row: f64| row >= 24.0;
        let (heads, others) = match () {
            () if enough(room(true, others)) => (true, others),
            () if others && enough(room(false, true)) => (false, true),
            () if enough(room(true, false)) => (true, false),
            () => (false, false),
        };
        let row = room(heads, others).min(57.0);
        let gap = if row > 30.0 { 5.0 } else { 3.0 };
        let cell = (row - gap).max(12.0);
        let size = (cell * 0.42).clamp(14.0, 20.0);
        let wide = |items: &[Item]| items::width(items) * size * CHAR;
        let all = 0..rungs.all.len();
        let numbers = all.map(|place| wide(&items::row(rungs, place, usize::MAX))).fold(9.0 * size, f64::max);
        let symbols = rungs.all.iter().map(|rung| wide(&items::symbols(rung.step.symbols))).fold(0.0, f64::max);
        let value_width = (size * 6.2).clamp(84.0, 124.0);
        let signs = 2.0 * (size + 8.0);
        let shown = symbols + numbers + signs + value_width + 12.0 <= area.width;
        let total = if shown { symbols + signs } else { size + 8.0 } + numbers + value_width;
        let left = area.x + ((area.width - total) / 2.0).max(0.0);
        let start = if shown { left + symbols + size + 8.0 } else { left };
        let value = (left + total - value_width).min(area.right() - value_width);
        let taken = if heads { 54.0 } else { 0.0 } + if others { 48.0 } else { 0.0 };
        let top = area.y + 2.0 + ((area.height - taken - (cell + gap) * n) / 2.0).max(0.0);
        let symbols = shown.then_some(left + symbols);
        Layout { left, cell, gap, size, symbols, numbers: start, value, value_width, heads, others, top }
    }
}

/// The ladder.
pub fn draw(lesson: &Activation, _: &Cx, area: Area) -> Vec<Node> {
    let rungs = lesson.rungs();
    let shown = lesson.shown();
    let layout = Layout::of(area, &rungs, shown.len());
    let t = lesson.t();
    let x = lesson.inputs().x();
    let mut nodes = Vec::new();
    let mut y = layout.top;
    for place in 0..rungs.all.len() {
        let first_of = place == 0 || place == rungs.value_len;
        if first_of && layout.heads {
            let slope = place > 0;
            nodes.extend(heading(&layout, y, lesson.main(), x, slope));
            y += 27.0;
        }
        nodes.push(row(&layout, &rungs, place, t, lesson.main(), y, x.is_some()));
        y += layout.cell + layout.gap;
        let last_of = place + 1 == rungs.value_len || place + 1 == rungs.all.len();
        if last_of && layout.others {
            nodes.extend(others(&layout, y + 9.0, &shown, x, place + 1 > rungs.value_len, t > place));
            y += 24.0;
        }
    }
    nodes
}

fn heading(layout: &Layout, y: f64, main: Function, x: Option<f64>, slope: bool) -> Vec<Node> {
    let (hue, prime) = if slope { ("now", "′") } else { ("out", "") };
    let left = layout.left;
    let said = format!("{}: f{prime}({})", name(main), x.map_or_else(|| "?".to_owned(), short));
    let right = layout.value + layout.value_width;
    vec![
        text(left, y + 10.0, 13.0, Anchor::Start, format!("word strong t-{hue}"), said),
        line((left, y + 21.0), (right, y + 21.0), "l-line axis"),
    ]
}

fn row(layout: &Layout, rungs: &Rungs, place: usize, t: usize, main: Function, y: f64, known: bool) -> Node {
    let Some(rung) = rungs.all.get(place) else { return group("", Vec::new()) };
    let (size, middle) = (layout.size, y + layout.cell / 2.0);
    let (done, now) = (place < t, place + 1 == t);
    // What is pressed is the whole row.
    let whole = Area { x: layout.left, y, width: layout.value - layout.left, height: layout.cell };
    let mut inside = vec![rect(whole, 0.0, "ground f-none")];
    if let Some(end) = layout.symbols {
        let symbols = items::spans(&items::symbols(rung.step.symbols), size);
        inside.push(spans(end, middle, size, Anchor::End, "math t-quiet", symbols));
        inside.push(text(end + size * 0.7, middle, size, Anchor::Middle, "math t-quiet", "="));
    }
    let row = items::row(rungs, place, if known { t } else { 0 });
    if now {
        let width = items::width(&row) * size * CHAR + 14.0;
        let ground = Area { x: layout.numbers - 7.0, y: middle - size * 0.85, width, height: size * 1.7 };
        inside.push(rect(ground, 8.0, "f-now l-none"));
        let under = ground.bottom();
        inside.push(line((ground.x + 3.0, under), (ground.right() - 3.0, under), "l-now thick"));
    }
    // A value that is none on the way, though x is a number: infinity over infinity.
    let broken = done && rung.plain.is_nan() && !rungs.x.is_nan();
    let class = if broken { "math t-bad" } else { "math t-ink" };
    inside.push(spans(layout.numbers, middle, size, Anchor::Start, class, items::spans(&row, size)));
    let sign = if rung.is_condition { "→" } else { "=" };
    inside.push(text(layout.value - size * 0.7, middle, size, Anchor::Middle, "math t-quiet", sign));
    let hue = match rung.step.key {
        "f" => "out",
        "d" => "now",
        _ => "well",
    };
    let shown = done && known;
    let class = match (shown, now && hue != "well", hue) {
        (false, _, _) => "f-page l-quiet dashed thin".to_owned(),
        (true, _, "well") => "f-well l-none".to_owned(),
        (true, true, _) => format!("f-{hue} l-{hue} thick"),
        (true, false, _) => format!("f-{hue} l-none"),
    };
    let ground = Area { x: layout.value, y, width: layout.value_width, height: layout.cell };
    inside.push(rect(ground, 9.0, class));
    let said = if shown { short(rung.value) } else { "?".to_owned() };
    let type_size = (layout.cell * 0.4).clamp(13.0, 20.0);
    let tint = if !shown {
        "quiet"
    } else if now && hue != "well" {
        hue
    } else {
        "ink"
    };
    let mut value =
        text(ground.x + ground.width / 2.0, middle, type_size, Anchor::Middle, format!("strong t-{tint}"), said);
    let role = if now {
        "active"
    } else if shown {
        "done"
    } else {
        "pending"
    };
    let name = match rung.step.key {
        "f" => Some(format!("f-{}", main.id)),
        "d" => Some(format!("df-{}", main.id)),
        _ => None,
    };
    if let Some(name) = name {
        value = cell(value, name, shown.then_some(rung.value), role);
    }
    inside.push(value);
    inside.push(tip(shown.then_some(rung.value)));
    group("press", inside).attr("data-act", format!("step-{}", place + 1))
}

/// The other functions' values: dash, name, number.
fn others(layout: &Layout, y: f64, shown: &[Function], x: Option<f64>, slope: bool, known: bool) -> Vec<Node> {
    let value = |function: Function| {
        let x = x.filter(|_| known)?;
        Some(if slope { function.derivative64(x) } else { function.value64(x) })
    };
    let prime = if slope { "′" } else { "" };
    let entries: Vec<Entry> = shown
        .iter()
        .enumerate()
        .skip(1)
        .map(|(place, function)| Entry {
            place,
            said: format!("{}{prime}", name(function)),
            value: value(function),
            cell: Some(format!("{}-{}", if slope { "df" } else { "f" }, function.id)),
        })
        .collect();
    legend(layout.value + layout.value_width, y, &entries, true)
}

/// A function in a legend.
pub struct Entry {
    /// Its place among those that are drawn, for its dash.
    pub place: usize,
    /// Its name.
    pub said: String,
    /// Its number; `None` while it is to come.
    pub value: Option<f64>,
    /// The number's name.
    pub cell: Option<String>,
}

impl Entry {
    /// The room it takes in a row.
    pub fn width(&self) -> f64 {
        let said = format!("{} {}", self.said, self.value.map_or_else(|| "?".to_owned(), short));
        text_width(&said, 13.0) + 36.0 + 20.0
    }
}

/// Functions in one row: they end at x, or begin there.
pub fn legend(x: f64, y: f64, entries: &[Entry], ends: bool) -> Vec<Node> {
    let total: f64 = entries.iter().map(Entry::width).sum();
    let mut left = if ends { x - total + 20.0 } else { x };
    let mut nodes = Vec::new();
    for entry in entries {
        nodes.push(line((left, y), (left + 30.0, y), format!("l-ink curve {}", dash(entry.place))));
        let role = if entry.value.is_some() { "done" } else { "pending" };
        let said = entry.value.map_or_else(|| "?".to_owned(), short);
        let mut number = Node::leaf("tspan", "strong t-ink", format!(" {said}"));
        if let Some(name) = &entry.cell {
            number = cell(number, name.clone(), entry.value, role);
        }
        let words = vec![Node::leaf("tspan", "", entry.said.clone()), number];
        nodes.push(spans(left + 36.0, y, 13.0, Anchor::Start, "word t-quiet", words));
        left += entry.width();
    }
    nodes
}
