//! What stands around the chart of what was measured.

use super::board::{choice, readings};
use super::measured::{EDGES, PAIRS, SECONDS, ratio_text};
use super::model::Batch;
use crate::say;
use crate::screen::board::{Job, Place};
use crate::screen::card::{Card, CardPart, Fact, Facts};
use crate::screen::{Board, Cx, Hue, Node, Setting, ShapeLine, ShapePart};
use crate::words::Locale;

/// The board: other sizes, no operands.
pub fn board(batch: &Batch, cx: &Cx) -> Board {
    let locale = cx.locale;
    let edge = EDGES[batch.edge];
    let square = |hue| ShapePart::Shape { hue, sizes: vec![(edge, false), (edge, false)], paper: Default::default() };
    let limit = format!("N ≤ {}", PAIRS[PAIRS.len() - 1]);
    let sign = |sign: &str| ShapePart::Sign(sign.to_owned());
    let words = [
        say!(locale, batch.cancel),
        say!(locale, batch.measure_again),
        say!(locale, batch.measure, n = SECONDS[batch.edge]),
    ];
    let main = match (batch.measured.running.is_some(), batch.measured.is_whole(batch.edge)) {
        (true, _) => (0, "cancel"),
        (false, true) => (1, "measure"),
        (false, false) => (2, "measure"),
    };
    Board {
        title: say!(locale, batch.title),
        aim: say!(locale, batch.aim_measure),
        shape: ShapeLine {
            parts: vec![sign("N ×"), square(Hue::A), sign("·"), square(Hue::B), sign("→"), square(Hue::Out)],
            tie: limit.clone(),
            short_tie: limit,
            fits: true,
        },
        settings: vec![readings(batch, locale), edges(batch, locale)],
        main: Some((std::iter::once(words[main.0].clone()).chain(words).collect(), main.1)),
        stops: PAIRS.iter().map(|pairs| format!("N = {pairs}")).collect(),
        job: batch.measured.running.map(|edge| Job {
            script: "timer.js",
            about: EDGES[edge] as f64,
            number: batch.measured.begun,
        }),
        cards: vec![ratios(batch, locale), really(locale)],
        magnifies: true,
        undo: batch.edits.can(),
        code: (batch.inputs().a.shape().numel(), batch.inputs().is_sound()),
        ..Board::default()
    }
}

fn edges(batch: &Batch, locale: Locale) -> Setting {
    const KEYS: [&str; 3] = ["4", "16", "64"];
    Setting {
        key: "edge",
        label: say!(locale, batch.what),
        choices: KEYS.map(|key| choice(key, format!("{key}×{key}"), "")).to_vec(),
        chosen: batch.edge,
        place: Place::Words,
        shortcut: None,
    }
}

/// Loop ÷ batch of all sizes at the cursor.
fn ratios(batch: &Batch, locale: Locale) -> Card {
    let fact = |text: String| Fact { text, ..Fact::default() };
    let ratio = |edge: usize, simd: bool| {
        let ratio = batch.measured.ratio(edge, batch.cursor, simd);
        fact(ratio.map_or_else(|| "?".to_owned(), |ratio| say!(locale, batch.times, ratio = ratio_text(ratio))))
    };
    let mut rows = vec![(String::new(), vec![fact(say!(locale, batch.textbook)), fact("SIMD".to_owned())])];
    for (place, edge) in EDGES.into_iter().enumerate() {
        let name = format!("{edge}×{edge}, N = {}", PAIRS[batch.cursor]);
        rows.push((name, vec![ratio(place, false), ratio(place, true)]));
    }
    Card { part: "facts", title: say!(locale, batch.ratio_card), parts: vec![CardPart::Facts(Facts { rows })] }
}

/// What really runs at once.
fn really(locale: Locale) -> Card {
    let item = |said: String| Node::leaf("li", "", said);
    let list = vec![
        item(say!(locale, batch.really_page)),
        item(say!(locale, batch.really_simd)),
        item(say!(locale, batch.really_gpu)),
        item(say!(locale, batch.really_call)),
    ];
    let list = Node::holding("ul", "list", list);
    Card { part: "really", title: say!(locale, batch.really), parts: vec![CardPart::Own(vec![list])] }
}
