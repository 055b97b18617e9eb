//! The sums in a matrix's margins: those along `dim` are 1, those across are not.

use super::grid::Grid;
use super::matrix::place_of;
use super::{piece, whole};
use crate::figure::digits;
use crate::lesson::softmax::figure::Scene;
use crate::lesson::softmax::solved::is_one;
use crate::plot::marks::{Anchor, rich};
use crate::screen::Node;
use matwalk_core::trace::softmax::Phase;

/// Sums of both directions, once all that they sum is there.
pub fn draw(scene: &Scene, grid: &Grid, along_rows: bool, size: f64) -> Vec<Node> {
    let solved = scene.lesson.solved();
    let size = size.min(14.0);
    let probability = |row: usize, col: usize| {
        let (own, element) = place_of(along_rows, row, col);
        let done = scene.trace.elements_done(scene.t, own, Phase::Divide) > element && !solved.groups[own].blocked;
        done.then(|| solved.groups[own].phases.quotients[element])
    };
    let mut nodes = Vec::new();
    let mut margin = |at: (f64, f64), anchor: Anchor, sum: Option<f64>, along: bool, index: usize| {
        let Some(sum) = sum else { return };
        let said = if along { format!("= {}", digits(sum, 4)) } else { digits(sum, 3) };
        let class = match along {
            true if is_one(sum) => "t-out strong",
            true => "t-bad strong",
            false => "t-quiet strong",
        };
        let mut label = rich(at, size, anchor, "strong", &[piece(said, class)]);
        if along {
            label = label
                .attr("data-cell", format!("psum-{index}"))
                .attr("data-value", whole(sum, scene.group.phases.options.precision));
        }
        nodes.push(label);
    };
    let precision = scene.group.phases.options.precision;
    let add = |sum: Option<f64>, p: Option<f64>| Some(precision.round(sum? + p?));
    let (width, height) = grid.size();
    for row in 0..grid.rows {
        let sum = (0..grid.cols).map(|col| probability(row, col)).fold(Some(0.0), add);
        let (_, y, _, own) = grid.at(row, 0);
        margin((grid.left + width + 16.0, y + own / 2.0 + size * 0.36), Anchor::Start, sum, along_rows, row);
    }
    for col in 0..grid.cols {
        let sum = (0..grid.rows).map(|row| probability(row, col)).fold(Some(0.0), add);
        let (x, _, own, _) = grid.at(0, col);
        margin((x + own / 2.0, grid.top + height + 8.0 + size), Anchor::Middle, sum, !along_rows, col);
    }
    nodes
}
