//! The mean of Z, and of H for every function that is drawn.

use super::ladder::{Entry, legend};
use crate::lesson::activation::digits::short;
use crate::lesson::activation::draw::{Anchor, Area, spans, text_width};
use crate::lesson::activation::functions::{Function, name};
use crate::lesson::activation::inputs::tidy;
use crate::lesson::activation::model::Activation;
use crate::say;
use crate::screen::{Cx, Node};

/// What stands below both tensors.
pub struct Means {
    z: String,
    h: String,
    others: Vec<Entry>,
    width: f64,
    /// Whether all of it stands in one line.
    pub in_one_line: bool,
}

impl Means {
    /// The means at this step: those of H are known when all cells are.
    pub fn of(lesson: &Activation, cx: &Cx, area: Area) -> Means {
        let len = lesson.len();
        let all: Option<Vec<f64>> = (0..len).map(|index| lesson.z(index)).collect();
        let done = lesson.t() == len;
        let mean = |values: &[f64]| tidy(values.iter().sum::<f64>() / len.max(1) as f64);
        let of = |function: Function| {
            let values: Vec<f64> = all.as_ref()?.iter().map(|z| function.value64(*z)).collect();
            Some(mean(&values)).filter(|_| done)
        };
        let z = all.as_ref().map_or_else(|| "?".to_owned(), |values| short(mean(values)));
        let main = of(lesson.main()).map_or_else(|| "?".to_owned(), short);
        let others = lesson.shown().into_iter().enumerate().skip(1).map(|(place, function)| Entry {
            place,
            said: name(function).to_owned(),
            value: of(function),
            cell: None,
        });
        let others: Vec<Entry> = others.collect();
        let (z, h) = (say!(cx.locale, activation.mean, z = z), format!("  → {} {main}", name(lesson.main())));
        let width = text_width(&z, 13.0) + text_width(&h, 13.0) + 14.0;
        // Numbers that are to come are wider than a question mark: nothing moves when they come.
        let rest: f64 = others.iter().map(|entry| text_width(&entry.said, 13.0) + 110.0).sum();
        Means { z, h, others, width, in_one_line: width + rest < area.width }
    }

    /// One line, or two.
    pub fn draw(&self, area: Area, y: f64) -> Vec<Node> {
        let first = vec![
            Node::leaf("tspan", "strong t-a", self.z.clone()),
            Node::leaf("tspan", "strong t-out", self.h.clone()),
        ];
        let rest: f64 = self.others.iter().map(Entry::width).sum();
        let left = match self.in_one_line {
            true => area.x + ((area.width - self.width - rest) / 2.0).max(0.0),
            false => area.x,
        };
        let mut nodes = vec![spans(left, y, 13.0, Anchor::Start, "word", first)];
        nodes.extend(match self.in_one_line {
            true => legend(left + self.width, y, &self.others, false),
            false => legend(area.x, y + 19.0, &self.others, false),
        });
        nodes
    }
}
