//! Named stretches of the walk as a row of words.

use super::truth;
use crate::say;
use crate::screen::{Node, Phases};
use crate::words::Locale;

/// The words: what is done, where the walk is, what is to come. One Tab stop: arrows go from word to word.
pub fn phases(phases: &Phases, t: usize, locale: Locale) -> Vec<Node> {
    let group = phases.group(t);
    if phases.words.is_empty() || group.len() != phases.words.len() {
        return Vec::new();
    }
    let now = group.iter().position(|(from, to)| *from < t && t <= *to);
    let word = |(place, (key, label)): (usize, &(&'static str, String))| {
        let class = match now {
            Some(now) if place == now => "phases__word phases__word--now",
            _ if group[place].1 <= t => "phases__word phases__word--done",
            _ => "phases__word",
        };
        Node::leaf("button", class, label.clone())
            .attr("type", "button")
            .attr("data-action", format!("phase-{key}"))
            .attr("aria-pressed", truth(now == Some(place)))
            .attr("tabindex", if place == now.unwrap_or(0) { "0" } else { "-1" })
    };
    let row = Node::holding("div", "phases__row", phases.words.iter().enumerate().map(word).collect());
    vec![row.attr("role", "toolbar").attr("data-part", "phases").attr("aria-label", say!(locale, bar.phases))]
}
