//! Presses by name: controls over the picture, functions, parts of the picture.

use super::functions::Function;
use super::inputs::{DEPTH, Inputs, W};
use super::model::Activation;
use crate::playback::Jump;
use crate::screen::{Change, Slot};
use matwalk_core::activation::by_id;
use matwalk_core::activation::chain::Feed;

/// Does what a press says: `depth-more`, `feed-forward`, `first-tanh`, `toggle-relu`, `step-3` …
pub fn press(lesson: &mut Activation, name: &str) -> Change {
    let Some((kind, what)) = name.split_once('-') else { return Change::Nothing };
    match (kind, what) {
        ("depth", "more") => notch(lesson, DEPTH, 1),
        ("depth", "fewer") => notch(lesson, DEPTH, -1),
        ("w", "more") => notch(lesson, W, 1),
        ("w", "fewer") => notch(lesson, W, -1),
        ("feed", "same") => feed(lesson, Feed::Same),
        ("feed", "forward") => feed(lesson, Feed::Forward),
        ("centre", what) => {
            let next = Inputs { centre: what == "on", ..lesson.inputs().clone() };
            lesson.change(next)
        }
        ("domain", "own") => {
            let next = Inputs { domain: None, ..lesson.inputs().clone() };
            lesson.change(next)
        }
        ("domain", what) => zoom(lesson, if what == "in" { 0.5 } else { 2.0 }),
        ("first", id) => with(id, |function| lesson.put_first(function)),
        ("unit", id) => with(id, |function| {
            // The other of the two gives way: ReLU and Leaky ReLU are one switch.
            let mut chosen = lesson.chosen.clone();
            chosen.retain(|own| !super::functions::gates(own));
            chosen.insert(0, function);
            lesson.choose(chosen)
        }),
        ("toggle", id) => with(id, |function| lesson.toggle(function)),
        ("step", step) => match step.parse() {
            Ok(step) => {
                lesson.go(Jump::To(step).from(lesson.t(), lesson.len()));
                Change::All
            }
            Err(_) => Change::Nothing,
        },
        _ => Change::Nothing,
    }
}

fn with(id: &str, act: impl FnOnce(Function) -> Change) -> Change {
    by_id(id).map_or(Change::Nothing, act)
}

/// One notch, undone by itself.
fn notch(lesson: &mut Activation, slot: Slot, by: i64) -> Change {
    let change = lesson.nudge(slot, 0, by);
    lesson.edits.end();
    change
}

fn feed(lesson: &mut Activation, feed: Feed) -> Change {
    lesson.feed = feed;
    lesson.go(lesson.t());
    Change::All
}

/// A narrower or wider domain around its middle, from 0.5 to 2000 wide.
fn zoom(lesson: &mut Activation, by: f64) -> Change {
    let (lo, hi) = lesson.domain();
    let (middle, half) = ((lo + hi) / 2.0, (hi - lo) / 2.0 * by);
    if !(0.25..=1000.0).contains(&half) {
        return Change::Nothing;
    }
    let round = |value: f64| (value * 1000.0).round() / 1000.0 + 0.0;
    let domain = (round(middle - half).into(), round(middle + half).into());
    let next = Inputs { domain: Some(domain), ..lesson.inputs().clone() };
    lesson.change(next)
}
