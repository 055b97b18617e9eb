//! The boxes of an operation that goes element by element: both operands and the result.

use super::element::parts;
use super::figure::Area;
use super::model::Shapes;
use super::names::Names;
use super::sizes::Size;
use super::stack::{Stack, length};
use super::state::Column;
use crate::lesson::draw::text;
use crate::screen::Node;

/// Room left of a sheet for its number of rows, behind it for the sheets of its batch, and for a sign.
const LABEL: f64 = 34.0;
const BACK: f64 = 16.0;
const SIGN: f64 = 22.0;

/// Where the three sheets stand, on one scale.
struct Plan {
    /// Pixels of a unit of length.
    unit: f64,
    /// The upper left corner of each.
    at: [(f64, f64); 3],
    /// Where the signs before b and before the result stand.
    signs: [(f64, f64); 2],
    /// Where the mark of a result that is not there stands.
    missing: (f64, f64),
}

/// Rows and columns of a sheet, in units.
type Sides = (f64, f64);

impl Plan {
    /// One above the other, or side by side where that is clearly larger.
    fn new(area: Area, sides: [Sides; 3]) -> Plan {
        let (upright, flat) = (Plan::upright(area, sides), Plan::flat(area, sides));
        if flat.unit > upright.unit * 1.25 { flat } else { upright }
    }

    fn upright(area: Area, sides: [Sides; 3]) -> Plan {
        let rows: f64 = sides.iter().map(|side| side.0).sum();
        let widest = sides.iter().map(|side| side.1).fold(0.0, f64::max);
        let unit = ((area.width - 120.0) / widest).min((area.height - 150.0) / rows).clamp(1.5, 44.0);
        let x = area.x + (area.width - widest * unit) / 2.0;
        let mut y = area.y + ((area.height - 150.0 - rows * unit) / 2.0).max(0.0) + 34.0;
        let at = sides.map(|(rows, cols)| {
            let corner = (x + (widest - cols) * unit, y);
            y += rows * unit + 42.0;
            corner
        });
        let sign = |sheet: usize| ((x - 80.0).max(area.x + 16.0), at[sheet].1 + sides[sheet].0 * unit / 2.0);
        let missing = (x + widest * unit / 2.0, at[2].1 + 10.0);
        Plan { unit, at, signs: [sign(1), sign(2)], missing }
    }

    fn flat(area: Area, sides: [Sides; 3]) -> Plan {
        let around = 3.0 * (LABEL + BACK) + 2.0 * SIGN;
        let cols: f64 = sides.iter().map(|side| side.1).sum();
        let tallest = sides.iter().map(|side| side.0).fold(0.0, f64::max);
        let unit = ((area.width - around) / cols).min((area.height - 62.0) / tallest).clamp(1.5, 44.0);
        let middle = area.y + area.height / 2.0 + 6.0;
        let mut x = area.x + (area.width - around - cols * unit) / 2.0 - SIGN;
        let at = sides.map(|(rows, cols)| {
            let left = x + SIGN + LABEL;
            x = left + cols * unit + BACK;
            (left, middle - rows * unit / 2.0)
        });
        let sign = |sheet: usize| (at[sheet].0 - LABEL - SIGN / 2.0, middle);
        let missing = (at[2].0 + sides[2].1 * unit / 2.0, middle + 7.0);
        Plan { unit, at, signs: [sign(1), sign(2)], missing }
    }
}

/// Both operands and the result.
pub fn draw(shapes: &Shapes, names: &Names, columns: &[Column], area: Area) -> Vec<Node> {
    let (inputs, solved) = (shapes.inputs(), shapes.solved());
    let (a, b) = (parts(&inputs.a), parts(&inputs.b));
    let over = shapes.is_over();
    let out = solved.out.as_ref().filter(|_| over);
    let sides = |parts: &(Vec<Size>, Size, Size)| (length(parts.1), length(parts.2));
    let (left, right) = (sides(&a), sides(&b));
    let plan = Plan::new(area, [left, right, (left.0.max(right.0), left.1.max(right.1))]);
    let clash = |dim: usize| {
        let own = columns.len().checked_sub(dim).and_then(|place| columns.get(place));
        own.is_some_and(|column| column.clash)
    };
    let one = |(batch, rows, cols): &(Vec<Size>, Size, Size), place: usize, hue: &'static str, rank: usize| {
        let (width, height) = (length(*cols) * plan.unit, length(*rows) * plan.unit);
        let (x, y) = plan.at[place];
        let mut nodes = Stack::of(batch, batch).draw((x, y, width, height), hue, (*rows, *cols), true, names);
        let class = |from_right: usize| if clash(from_right) && hue != "out" { "bad" } else { hue };
        if rank > 1 {
            let side = format!("strong halo end t-{}", class(2));
            nodes.push(text(x - 9.0, y + height / 2.0 + 5.0, 15.0, side, rows.text()));
        }
        if rank > 0 {
            let side = format!("strong halo t-{}", class(1));
            nodes.push(text(x + width / 2.0, y + height + 18.0, 15.0, side, cols.text()));
        }
        nodes
    };
    let sign = |place: usize, said: &'static str| {
        let (x, y) = plan.signs[place];
        text(x, y + 7.0, 20.0, "strong t-quiet", said)
    };
    let mut nodes = one(&a, 0, "a", inputs.a.len());
    nodes.extend(one(&b, 1, "b", inputs.b.len()));
    nodes.push(sign(0, "+"));
    let (x, y) = plan.missing;
    match out {
        Some(out) => {
            nodes.extend(one(&parts(out), 2, "out", out.len()));
            nodes.push(sign(1, "="));
        }
        None if over => nodes.push(text(x, y, 22.0, "strong t-bad", "✕")),
        None => nodes.push(text(x, y, 16.0, "strong t-quiet", "?")),
    }
    nodes
}
