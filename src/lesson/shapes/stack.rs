//! A matrix as a box, a batch as a stack of boxes; dashed sheets are the same matrix used again.

use super::formula::leading;
use super::names::Names;
use super::sizes::Size;
use crate::lesson::draw::{path, px, rect, text};
use crate::say;
use crate::screen::Node;

/// How far a sheet stands behind the one before it.
const STEP: f64 = 6.0;

/// Sides up to this size are drawn true, with lines for their cells.
const TRUE: usize = 5;

/// The length of a side in units: true up to five, then logarithmic.
pub fn length(size: Size) -> f64 {
    match size.known() {
        None => 3.0,
        Some(0) => 0.15,
        Some(size) if size <= TRUE => size as f64,
        Some(size) => TRUE as f64 + 1.3 * (size as f64 / TRUE as f64).log2(),
    }
}

/// The sheets of a batch.
#[derive(Clone, Debug, PartialEq)]
pub struct Stack {
    sizes: Vec<Size>,
    /// How many sheets are drawn, and how many of them are matrices of their own.
    drawn: usize,
    real: usize,
}

impl Stack {
    /// The stack of a batch, of which the operand itself has these sizes.
    pub fn of(all: &[Size], own: &[Size]) -> Stack {
        let count =
            |sizes: &[Size]| sizes.iter().fold(1usize, |count, size| count.saturating_mul(size.known().unwrap_or(2)));
        Stack { sizes: all.to_vec(), drawn: count(all).clamp(1, 3), real: count(own).clamp(1, 3) }
    }

    /// Whether one matrix is used several times.
    pub fn repeats(&self) -> bool {
        self.real < self.drawn
    }

    /// The sheets, the front one at (x, y, width, height) with its rows and columns.
    pub fn draw(
        &self,
        (x, y, width, height): (f64, f64, f64, f64),
        hue: &'static str,
        (rows, cols): (Size, Size),
        sure: bool,
        names: &Names,
    ) -> Vec<Node> {
        let mut nodes = Vec::new();
        let told = rows.known().is_some() && cols.known().is_some();
        for sheet in (0..self.drawn).rev() {
            let back = sheet as f64 * STEP;
            let class = match (sure, sheet < self.real) {
                (false, _) => "f-page l-line dashed".to_owned(),
                (true, false) => format!("f-page l-{hue} dashed"),
                (true, true) => format!("f-{hue} l-{hue}{}", if told { "" } else { " dashed" }),
            };
            nodes.push(rect(x + back, y - back, width, height, 4.0, class));
        }
        let line = if sure { hue } else { "line" };
        let lines = |size: Size| size.known().filter(|size| (2..=TRUE).contains(size)).unwrap_or(1);
        for row in 1..lines(rows) {
            let y = y + height * row as f64 / lines(rows) as f64;
            nodes.push(path(format!("M{} {}h{}", px(x), px(y), px(width)), format!("l-{line} fine")));
        }
        for col in 1..lines(cols) {
            let x = x + width * col as f64 / lines(cols) as f64;
            nodes.push(path(format!("M{} {}v{}", px(x), px(y), px(height)), format!("l-{line} fine")));
        }
        if !self.sizes.is_empty() && self.sizes != [Size::Known(1)] {
            let said = say!(names.locale, shapes.sheets, n = leading(&self.sizes));
            let at = (x + width + shift(self), y - shift(self) - 6.0);
            nodes.push(text(at.0, at.1, 12.5, format!("end halo t-{line}"), said));
        }
        nodes
    }
}

/// How far the last sheet stands behind the first.
pub fn shift(stack: &Stack) -> f64 {
    (stack.drawn - 1) as f64 * STEP
}
