//! Which message of a paste is shown, and which are offered.

use crate::about::About;
use crate::assemble::{self, Message};
use crate::bytes::{cut, find, has, line_start};
use crate::clean::Clean;
use crate::derive;
use crate::insight::Insight;
use crate::op::{Hide, Op};
use crate::reading::{Other, Reading};
use crate::wrote;

/// Offered messages.
const OTHERS: usize = 8;

/// How much a reading tells: sizes before an operation alone, that before a near miss.
fn worth(reading: &Reading) -> usize {
    match (reading.op(), reading.tells_sizes(), reading.warning) {
        (Op::None, ..) if reading.about == Some(About::Unknown) => 1,
        (Op::None, _, _) => 2,
        (_, false, true) => 3,
        (_, false, false) => 4,
        (_, true, true) => 5,
        (_, true, false) => 6,
    }
}

/// The reading of the whole text. Apart from its only caller, whose many variables would make each of its own longer.
#[inline(never)]
pub(crate) fn choose(text: &str, clean: &Clean, messages: &[Message]) -> Reading {
    let mut readings: Vec<(usize, usize, Reading)> = vec![];
    let mut from = 0;
    for message in messages {
        if let Some(reading) = assemble::read(text, clean, message, from) {
            let same = |other: &(usize, usize, Reading)| {
                let other = &other.2;
                let about = reading.op() != Op::None || reading.about == other.about;
                other.op() == reading.op() && other.a == reading.a && other.b == reading.b && about
            };
            // Two wordings of the same fact are one message: the first stays.
            if !(reading.tells_sizes() || reading.op() == Op::None) || !readings.iter().any(same) {
                // A near miss may be words of the same message: it does not end the surroundings.
                from = if reading.op() == Op::None { from } else { message.end };
                readings.push((message.start, message.end, reading));
            }
        }
    }
    let (mut best, mut candidates) = (0, vec![]);
    for (i, (.., reading)) in readings.iter().enumerate() {
        let worth = worth(reading);
        if worth > best {
            best = worth;
            candidates.clear();
        }
        if worth == best {
            candidates.push(i);
        }
    }
    let (Some(&first), Some(&last)) = (candidates.first(), candidates.last()) else { return without(text, clean) };
    let gap = |from: usize, to: usize| {
        let start = readings.get(from).map_or(0, |reading| reading.1);
        let end = readings.get(to).map_or(0, |reading| reading.0);
        cut(&clean.bytes, start, end)
    };
    // A chain of exceptions or a session ends with the message that counts; of a plain list the first is shown.
    let mut chosen = first;
    if has(gap(first, last), "traceback|file |-->|in [|>>>|exception") {
        chosen = last;
        // `During handling of the above exception`: the one above is the cause.
        for &before in candidates.iter().rev().skip(1) {
            let gap = gap(before, chosen);
            if !has(gap, "above exception") || has(gap, ">>>") {
                break;
            }
            chosen = before;
        }
    }
    // What is left in its place is worth nothing, so it is not told as another reading.
    let Some(place) = readings.get_mut(chosen) else { return without(text, clean) };
    let (start, end, mut reading) = std::mem::replace(place, (0, 0, Reading::nothing(About::Unknown)));
    for (from, to, other) in &mut readings {
        // Words of the same sentence without sizes of their own say nothing more.
        let between = cut(&clean.bytes, (*to).min(end), (*from).max(start));
        let apart = other.tells_sizes() || between.contains(&b'\n');
        if apart && worth(other) >= 2 && reading.others.len() < OTHERS {
            let (a, b) = (other.a.take(), other.b.take());
            reading.others.push(Other { op: other.op(), a, b, range: other.message.clone() });
        }
    }
    derive::insights(&mut reading, &clean.bytes, start..end);
    let no_sizes = !reading.tells_sizes() && matches!(reading.op(), Op::Matmul | Op::Bmm | Op::Linear | Op::Add);
    if no_sizes && reading.hides.contains(Hide::AllSizes) {
        reading.wrote = wrote::shapes(&clean.bytes, start, end);
        if let Some(library) = reading.library {
            reading.insights.push(Insight::PrintShapes(library));
        }
    }
    reading
}

/// A text without a known wording.
fn without(text: &str, clean: &Clean) -> Reading {
    let mut reading = Reading::nothing(About::NoMessage);
    if let Some((start, end)) = error_line(&clean.bytes) {
        reading.about = Some(About::Unknown);
        reading.message = clean.origin(text, start..end);
        reading.lines = vec![reading.message.clone()];
    }
    reading
}

/// The last line that looks like an error: `SomeError: words`, `error: words`.
fn error_line(clean: &[u8]) -> Option<(usize, usize)> {
    let mut end = clean.len();
    loop {
        let start = line_start(clean, end);
        let line = cut(clean, start, end);
        let mut marks = "error:|exception:|error in |failed:|assertion|fatal|mismatch".split('|');
        let says = marks.any(|mark| find(line, mark.as_bytes()).is_some_and(|at| line.len() > at + mark.len() + 2));
        if says && !has(line, "file ") {
            return Some((start, end));
        }
        if start == 0 {
            return None;
        }
        end = start - 1;
    }
}
