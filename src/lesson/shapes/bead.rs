//! One size as a bead: a number to be changed by keys or by typing.

use super::sizes::Size;
use crate::lesson::draw::{moved, path, px, rect, text};
use crate::screen::Node;

/// A bead.
pub struct Bead<'a> {
    /// Its place and size.
    pub at: (f64, f64, f64, f64),
    /// Its hue: `a`, `b`, `out`.
    pub hue: &'static str,
    /// What it shows.
    pub shown: String,
    /// The small text below; may be empty.
    pub note: String,
    /// Size of the small text.
    pub word: f64,
    /// Whether it is dashed: lent, not told, not yet known.
    pub dashed: bool,
    /// The slot and the dimension of a size that is typed or pressed.
    pub cell: Option<(&'a str, usize, Size)>,
    /// Its name for those who can't see it.
    pub label: String,
    /// Whether its text can't be read.
    pub wrong: bool,
    /// `active`, `contributing` or `idle`.
    pub role: &'static str,
    /// The size that this one was before a fix; empty for a new one.
    pub from: String,
    /// What a press does instead of typing.
    pub act: Option<String>,
}

impl Bead<'_> {
    /// As markup.
    pub fn node(self) -> Node {
        let (x, y, width, height) = self.at;
        let hue = if self.wrong { "bad" } else { self.hue };
        let line = if self.dashed { format!("f-page l-{hue} dashed") } else { format!("f-{hue} l-{hue}") };
        let chars = self.shown.chars().count().max(1) as f64;
        let size = (height * 0.36).min((width - 10.0) / (chars * 0.6)).clamp(12.0, 30.0);
        let below = !self.note.is_empty() && height >= 40.0;
        let middle = match below {
            true if height < 52.0 => height * 0.37,
            true => height * 0.42,
            false => height * 0.5,
        };
        let mut inside = vec![
            rect(3.0, 3.0, width - 6.0, height - 6.0, (height * 0.2).min(13.0), format!("bead__box {line}")),
            text(width / 2.0, middle + size * 0.36, size, "number t-ink", self.shown.clone()),
        ];
        if below {
            let small = self.word.min((width - 4.0) / (self.note.chars().count().max(1) as f64 * 0.62)).max(9.5);
            let small = if height < 52.0 { small.min(10.5) } else { small };
            inside.push(text(width / 2.0, height - 6.0 - small * 0.3, small, "t-quiet", self.note));
        }
        if self.wrong {
            let (left, right, bottom) = (width * 0.2, width * 0.8, middle + size * 0.62);
            inside.push(path(format!("M{} {}H{}", px(left), px(bottom), px(right)), "l-bad dashed"));
        }
        let Some((slot, index, value)) = self.cell else { return moved(x, y, "bead", inside) };
        let name = format!("{slot}-{index}");
        let mut node = moved(x, y, "bead bead--size", inside)
            .attr("data-cell", name.clone())
            .attr("data-from", self.from)
            .attr("data-role", self.role)
            .attr("aria-label", self.label);
        if let Size::Known(size) = value {
            node = node.attr("data-value", size.to_string());
        }
        match self.act {
            _ if slot == "out" => node.attr("role", "img"),
            Some(act) => {
                node.attr("role", "button").attr("tabindex", "0").attr("data-act", act).attr("data-number", name)
            }
            None => {
                let node = node.attr("role", "spinbutton").attr("tabindex", "0").attr("data-number", name);
                let node = node.attr("aria-valuemin", "0").attr("aria-invalid", self.wrong.to_string());
                match value {
                    Size::Known(size) => node.attr("aria-valuenow", size.to_string()),
                    _ => node.attr("aria-valuetext", "?"),
                }
            }
        }
    }
}
