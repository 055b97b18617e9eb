//! The reader of pasted messages with the sentences about what it read: a part of its own, fetched at the first paste.

mod words;

use crate::lesson::entry::{Pause, Reader};
use crate::lesson::told::{Part, Told};
use crate::words::Locale;
use matwalk_errors::{Op, Reading, Shape};

crate::part!(pub PART: Reader = |text, pause| Box::pin(tell(text, pause)), reader, fetch_reader, prefetch_reader);

/// The most bytes of a text without known lines that are kept.
const MOST: usize = 600;

/// The most bytes of a paste that stay in its field.
const PASTE: usize = 60_000;

/// Bytes that are read between two pauses: a few milliseconds on a slow phone.
const SLICE: usize = 50_000;

/// How many other messages are offered.
const OTHERS: usize = 4;

/// Reads a text and keeps the lines that tell.
async fn tell(text: String, pause: Pause) -> Told {
    let mut reader = matwalk_errors::Reader::new(&text);
    let reading = loop {
        if let Some(reading) = reader.step(SLICE) {
            break reading;
        }
        pause().await;
    };
    let whole = text.len() <= PASTE;
    let units = |to: usize| text.get(..to).unwrap_or_default().chars().map(char::len_utf16).sum::<usize>();
    let at = |range: &std::ops::Range<usize>| if whole { units(range.start)..units(range.end) } else { 0..0 };
    let mut others = vec![];
    for other in &reading.others {
        if others.len() < OTHERS
            && let Some(text) = text.get(other.range.clone())
        {
            let label = label(other.op, &other.a, &other.b);
            others.push(Part { text: text.to_owned(), at: at(&other.range), label });
        }
    }
    let notes = [Locale::ko, Locale::en].map(|locale| words::notes(locale, &reading));
    let (label, at) = (label(reading.op(), &reading.a, &reading.b), at(&reading.message));
    let (kept, reading) = kept(&text, reading);
    Told { notes, label, at, others, paste: if whole { text } else { kept.clone() }, reading, text: kept }
}

/// The lines that tell, and what they tell when they are read alone.
fn kept(text: &str, mut reading: Reading) -> (String, Reading) {
    let mut kept = reading.used(text);
    let mut again = matwalk_errors::read(&kept);
    if kept.is_empty() || again.attributes() != reading.attributes() {
        // The lines around them count.
        if !reading.lines.is_empty() {
            return (text.to_owned(), reading);
        }
        // Nothing of it was used.
        kept = text.get(..text.floor_char_boundary(MOST)).unwrap_or_default().to_owned();
        again = matwalk_errors::read(&kept);
    }
    // Sentences around the message are none of its lines.
    again.wrote = reading.wrote.take();
    (kept, again)
}

/// `matmul (2, 3) · (4, 5)`.
fn label(op: Op, a: &Option<Shape>, b: &Option<Shape>) -> String {
    let mut label = op.key().to_owned();
    for (shape, sign) in [(a, " "), (b, " · ")] {
        if let Some(shape) = shape {
            label.push_str(sign);
            label.push_str(&words::shape(shape));
        }
    }
    label
}
