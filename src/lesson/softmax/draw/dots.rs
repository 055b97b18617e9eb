//! Of a matrix the scores of the current group: numbered dots on one lane under the rulers, and what picks one of them.

use super::grid::Grid;
use super::lanes::{back, reach};
use super::score::{choosing, is_chosen};
use super::{piece, width_of};
use crate::figure::digits;
use crate::lesson::softmax::figure::Scene;
use crate::lesson::softmax::model::View;
use crate::plot::marks::{Anchor, line, rect, text};
use crate::screen::Node;
use matwalk_core::trace::softmax::Phase;

/// An element's number on the screen; the right class has a star.
fn label(scene: &Scene, element: usize) -> String {
    let star = if scene.lesson.view == View::Log && element == scene.lesson.class { "★" } else { "" };
    format!("{star}{}", element + scene.cx.base)
}

/// The dots, those close together as one, and of the right class how far it is to where the curve reaches 1.
pub fn draw(scene: &Scene) -> Vec<Node> {
    let stored = &scene.group.stored;
    let y = scene.layout.lanes + 9.0;
    let near = |i: usize, j: usize| (scene.px(stored[i]) - scene.px(stored[j])).abs() < 22.0;
    let (mut arrow, mut nodes) = (Vec::new(), Vec::new());
    for i in (0..scene.n).filter(|i| stored[*i].is_finite()) {
        let together: Vec<usize> = (0..scene.n).filter(|j| stored[*j].is_finite() && near(i, *j)).collect();
        if together.first() != Some(&i) {
            continue;
        }
        let said = together.iter().map(|j| label(scene, *j)).collect::<Vec<_>>().join(",");
        let width = 18f64.max(width_of(&[piece(said.clone(), "")], 12.0) + 8.0);
        let x = scene.px(stored[i]);
        let compared = scene.lesson.view == View::Ratio && together.iter().any(|j| is_chosen(scene, *j));
        nodes.push(rect((x - width / 2.0, y - 9.0, width, 18.0), 9.0, if compared { "s-now" } else { "s-a" }));
        nodes.push(text((x, y + 4.5), 12.0, Anchor::Middle, "t-page strong", said));
        let class = scene.lesson.class;
        if let Some(from) = reach(scene).filter(|_| together.contains(&class)) {
            arrow.push(line((from, scene.layout.rulers), (from, y + 9.0), "l-out dashed thick"));
            if scene.seen(Phase::Subtract, class) {
                let loss = digits(-scene.group.logs[class], 4);
                let said = if scene.layout.narrow { loss } else { format!("−log p = {loss}") };
                arrow.extend(back(scene, (x + width / 2.0 - 9.0, y), from, (said, "out")));
            }
        }
    }
    arrow.extend(nodes);
    arrow
}

/// Numbers at the scores' grid, along the direction that is summed: a press picks the right class or one of the two that
/// are compared.
pub fn picks(scene: &Scene, grid: &Grid, along_rows: bool) -> Vec<Node> {
    if scene.lesson.view == View::Prob {
        return Vec::new();
    }
    let (width, height) = grid.size();
    let pick = |element: usize| {
        let at = match along_rows {
            true => (grid.at(0, element).0, grid.top + height + 6.0, grid.cell.0, 24.0),
            false => {
                let side = if scene.layout.narrow { 17.0 } else { 24.0 };
                (grid.left + width + side - 8.0, grid.at(element, 0).1, 16.0, grid.cell.1)
            }
        };
        let class = match (scene.lesson.view, is_chosen(scene, element)) {
            (View::Ratio, true) => "t-now strong underlined",
            _ => "t-a strong underlined",
        };
        let said = label(scene, element);
        // Between the grids of a phone is room for the star alone.
        let said = if !along_rows && said.starts_with('★') { "★".to_owned() } else { said };
        let middle = (at.0 + at.2 / 2.0, at.1 + at.3 / 2.0 + 4.5);
        Node::holding("g", "pick", vec![rect(at, 6.0, "f-none"), text(middle, 13.0, Anchor::Middle, class, said)])
            .attr("data-act", format!("class-{element}"))
            .attr("role", "button")
            .attr("tabindex", "0")
            .attr("aria-label", choosing(scene, element))
            .attr("aria-pressed", if is_chosen(scene, element) { "true" } else { "false" })
    };
    (0..scene.n).map(pick).collect()
}
