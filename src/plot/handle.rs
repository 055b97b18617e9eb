//! A number that is dragged: the attributes that make a node of the drawing a slider for pointer, keyboard and reader. The
//! frame turns what a person does into acts ([`crate::screen::Act::Slide`], [`crate::screen::Act::Nudge`]).

use super::axis::Plot;
use crate::screen::{Node, Slot};

/// Along which axis a number is dragged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Left and right.
    X,
    /// Up and down.
    Y,
    /// Left and right, but what is dragged is the axis under the numbers: to the right makes them less.
    AxisX,
}

/// A number that is dragged.
#[derive(Clone, Debug, PartialEq)]
pub struct Handle {
    /// What it belongs to.
    pub slot: Slot,
    /// Which one.
    pub index: usize,
    /// Its name, for those who can't see it.
    pub name: String,
    /// Its value; `None` while it can't be read.
    pub value: Option<f64>,
    /// The value in words or digits, for those who can't see it.
    pub said: String,
    /// The values that Home and End go to.
    pub ends: (f64, f64),
    /// Along which axis.
    pub direction: Direction,
    /// Whether a press anywhere on the node moves the number there; else it moves as far as the pointer does.
    pub jumps: bool,
}

impl Handle {
    /// The node as a slider on that plot.
    pub fn on(&self, node: Node, plot: &Plot) -> Node {
        let span = |from: f64, to: f64, lo: f64, hi: f64| format!("{from} {to} {lo} {hi}");
        let (axis, span) = match self.direction {
            Direction::X => ("x", span(plot.area.x, plot.area.right(), plot.x.lo(), plot.x.hi())),
            Direction::AxisX => ("x", span(plot.area.right(), plot.area.x, plot.x.lo(), plot.x.hi())),
            Direction::Y => ("y", span(plot.area.bottom(), plot.area.y, plot.y.lo(), plot.y.hi())),
        };
        let log = match self.direction {
            Direction::Y => plot.y.is_log(),
            _ => plot.x.is_log(),
        };
        let scale = if log { "log" } else { "even" };
        let value = self.value.unwrap_or(0.0);
        node.attr("role", "slider")
            .attr("tabindex", "0")
            .attr("aria-label", self.name.clone())
            .attr("aria-valuemin", self.ends.0.to_string())
            .attr("aria-valuemax", self.ends.1.to_string())
            .attr("aria-valuenow", value.to_string())
            .attr("aria-valuetext", self.said.clone())
            .attr("aria-orientation", if axis == "y" { "vertical" } else { "horizontal" })
            .attr("data-slide", format!("{}-{}", self.slot.0, self.index))
            .attr("data-span", format!("{axis} {scale} {span}"))
            .attr("data-jumps", if self.jumps { "true" } else { "false" })
    }
}
