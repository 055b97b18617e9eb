//! Which message of a paste is shown, and which are offered.

use crate::about::About;
use crate::assemble::{self, Message};
use crate::bytes::{find, has};
use crate::clean::{BREAK, Clean};
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

/// The reading of the whole text.
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
    let Some(best) = readings.iter().map(|(_, _, reading)| worth(reading)).max() else {
        return without(text, clean);
    };
    let candidates: Vec<usize> = (0..readings.len()).filter(|&i| worth(&readings[i].2) == best).collect();
    let (Some(&first), Some(&last)) = (candidates.first(), candidates.last()) else { return without(text, clean) };
    // A chain of exceptions or a session ends with the message that counts; of a plain list the first is shown.
    let between = &clean.bytes[readings[first].1.min(readings[last].0)..readings[last].0];
    let mut chosen = first;
    if has(between, "traceback|file |-->|in [|>>>|exception") {
        chosen = last;
        // `During handling of the above exception`: the one above is the cause.
        for pair in candidates.windows(2).rev() {
            let gap = &clean.bytes[readings[pair[0]].1.min(readings[pair[1]].0)..readings[pair[1]].0];
            let caused = has(gap, "above exception") && !has(gap, ">>>");
            if pair[1] != chosen || !caused {
                break;
            }
            chosen = pair[0];
        }
    }
    let mut others = vec![];
    for (i, (.., other)) in readings.iter().enumerate() {
        if i != chosen && worth(other) >= 2 && others.len() < OTHERS {
            let (a, b) = (other.a.clone(), other.b.clone());
            others.push(Other { op: other.op(), a, b, range: other.message.clone() });
        }
    }
    let (start, end, mut reading) = readings.swap_remove(chosen);
    reading.others = others;
    derive::insights(&mut reading, &clean.bytes, start..end);
    let no_sizes = !reading.tells_sizes() && matches!(reading.op(), Op::Matmul | Op::Bmm | Op::Linear | Op::Add);
    if no_sizes && reading.hides.contains(Hide::AllSizes) {
        reading.wrote = wrote::shapes(&clean.bytes, start, end);
        let library = reading.library;
        reading.insights.extend(library.map(Insight::PrintShapes));
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
        let start = clean[..end].iter().rposition(|&b| b == b'\n' || b == BREAK).map_or(0, |i| i + 1);
        let line = &clean[start..end];
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
