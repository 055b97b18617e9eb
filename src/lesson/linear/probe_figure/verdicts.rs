//! What became of each function's test, in a few short lines under its numbers.

use super::super::model::Linear;
use super::super::names::Names;
use super::super::probe::{FUNCTIONS, Function, Table, Test, Verdict};
use crate::figure;
use crate::lesson::draw::text;
use crate::say;
use crate::screen::Node;

/// The lines, around the middle of a block, from the top down and in the room that the block has.
pub fn said(
    linear: &Linear,
    names: &Names,
    table: &Table,
    block: usize,
    verdict: &Verdict,
    (middle, top, room): (f64, f64, f64),
) -> Vec<Node> {
    let locale = names.locale;
    let list =
        |by: &[f32]| format!("({})", by.iter().map(|value| figure::short(*value)).collect::<Vec<_>>().join(", "));
    let (class, first, second) = match (verdict, FUNCTIONS[block]) {
        // Stretching by a positive factor never moves a number across 0.
        (Verdict::Equal, Function::Cut) if linear.test == Test::Triple => {
            ("t-out strong", format!("= {}", say!(locale, linear.probe_equal_positive)), String::new())
        }
        (Verdict::Equal, Function::Cut) => {
            ("t-quiet strong", format!("= {}", say!(locale, linear.probe_equal_here)), String::new())
        }
        (Verdict::Equal, _) => ("t-out strong", format!("✓ {}", say!(locale, linear.probe_equal)), String::new()),
        (Verdict::Rounded, _) => {
            ("t-out strong", format!("≈ {}", say!(locale, linear.probe_rounded)), rounded(table, block))
        }
        (Verdict::Off(by), Function::Biased) if linear.inputs().bias.is_some() => {
            let name = match linear.test {
                Test::Sum => say!(locale, linear.probe_by_b),
                Test::Triple => say!(locale, linear.probe_by_2b),
                Test::Negative => say!(locale, linear.probe_by_minus),
            };
            ("t-bad strong", format!("✗ {name}"), list(by))
        }
        (Verdict::Off(by), _) => ("t-bad strong", format!("✗ {}", say!(locale, linear.probe_negative)), list(by)),
    };
    let mut y = top;
    let mut nodes = Vec::new();
    for line in wrapped(&first, 14.0, room) {
        nodes.push(text(middle, y, 14.0, class, line));
        y += 17.0;
    }
    let long = second.chars().count() as f64 * 13.0 * 0.55 > room;
    nodes.push(text(middle, y, if long { 12.0 } else { 13.0 }, class, second));
    nodes
}

/// `2.8300002 / 2.83`: the first two numbers that rounding has made different, with all their digits.
fn rounded(table: &Table, block: usize) -> String {
    let [wanted, got] = [2, 1].map(|from_end| &table.rows[table.rows.len() - from_end].out[block]);
    let differs = wanted.iter().zip(got).find(|(a, b)| a != b);
    differs.map(|(a, b)| format!("{} / {}", figure::whole(*a), figure::whole(*b))).unwrap_or_default()
}

/// A text in one line, or in two where one has no room.
fn wrapped(said: &str, size: f64, room: f64) -> Vec<String> {
    let width =
        |text: &str| text.chars().map(|c| if ('가'..='힣').contains(&c) { 0.94 } else { 0.56 }).sum::<f64>() * size;
    let words: Vec<&str> = said.split(' ').collect();
    // The two lines are as equal as the words allow; the sign stays with the first word.
    let halves = (2..words.len()).map(|at| [words[..at].join(" "), words[at..].join(" ")]);
    let widest = |lines: &[String; 2]| lines.iter().map(|line| width(line)).fold(0.0, f64::max);
    match halves.min_by(|a, b| widest(a).total_cmp(&widest(b))) {
        Some(lines) if width(said) > room => lines.into(),
        _ => vec![said.to_owned()],
    }
}
