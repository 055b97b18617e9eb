//! Where the rows and columns of the table stand.

use super::figure::Area;
use super::inputs::Op;
use super::model::Shapes;

/// Where everything stands.
pub struct Grid {
    left: f64,
    /// Width of a column.
    pub cell: f64,
    /// Height of a bead.
    pub bead: f64,
    /// Upper edges: head, a, verdict, b, bias, result.
    rows: [f64; 6],
    /// Size of the small words.
    pub word: f64,
    /// Size of the operands' names.
    pub name: f64,
}

impl Grid {
    /// The left edge of a column.
    pub fn x(&self, column: usize) -> f64 {
        self.left + self.cell * column as f64
    }

    /// The upper edge of a row.
    pub fn y(&self, row: Row) -> f64 {
        self.rows[row as usize]
    }
}

/// The rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row {
    /// What a column is for.
    Head,
    /// The left operand.
    A,
    /// How it comes out.
    Verdict,
    /// The right operand.
    B,
    /// The bias.
    Bias,
    /// The result.
    Out,
}

/// How many beads high the table is.
pub fn units(shapes: &Shapes) -> f64 {
    let inputs = shapes.inputs();
    2.86 + if inputs.has_b() { 1.0 } else { 0.0 } + if inputs.added().is_some() { 0.7 } else { 0.0 }
}

/// The table in a part of the room.
pub fn grid(shapes: &Shapes, columns: usize, area: Area) -> Grid {
    let inputs = shapes.inputs();
    let narrow = area.width < 420.0;
    let label = match (inputs.op, narrow) {
        (Op::Linear, false) => 74.0,
        (Op::Linear, true) => 64.0,
        (_, false) => 62.0,
        (_, true) => 36.0,
    };
    let count = columns.max(1) as f64;
    let cell = ((area.width - label - 8.0) / count).min(112.0);
    let head = 26.0;
    let bead = ((area.height - head - 14.0) / units(shapes)).clamp(22.0, 84.0);
    let heights = [
        head,
        bead,
        bead * 0.86,
        if inputs.has_b() { bead } else { 0.0 },
        if inputs.added().is_some() { bead * 0.7 } else { 0.0 },
        bead,
    ];
    let total: f64 = heights.iter().sum::<f64>() + 8.0;
    let mut rows = [area.y + ((area.height - total) / 2.0).max(0.0); 6];
    for (index, height) in heights.iter().take(5).enumerate() {
        rows[index + 1] = rows[index] + height + if index == 4 { 8.0 } else { 0.0 };
    }
    let left = area.x + label + ((area.width - label - cell * count) / 2.0).max(0.0);
    let word = (bead * 0.21).min(cell * 0.19).clamp(12.0, 18.0);
    let name = if narrow { 12.5 } else { 15.0 };
    Grid { left, cell, bead, rows, word, name }
}
