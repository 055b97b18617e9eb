//! The reader of pasted messages with the sentences about what it read: a part of its own, fetched at the first paste.

mod words;

use crate::lesson::entry::Reader;
use crate::lesson::told::Told;
use crate::words::Locale;

crate::part!(pub PART: Reader = tell, reader, fetch_reader, prefetch_reader);

/// The most bytes of a text without known lines that are kept.
const MOST: usize = 600;

/// Reads a text and keeps the lines that tell.
fn tell(text: &str) -> Told {
    let reading = matwalk_errors::read(text);
    let notes = [Locale::ko, Locale::en].map(|locale| words::notes(locale, &reading));
    let used = reading.used(text);
    let again = matwalk_errors::read(&used);
    if !used.is_empty() && again.attributes() == reading.attributes() {
        return Told { text: used, reading: again, notes };
    }
    // Nothing of it was used, or the lines around it count.
    if !reading.lines.is_empty() {
        return Told { text: text.to_owned(), reading, notes };
    }
    let end = text.char_indices().map(|(at, _)| at).take_while(|at| *at <= MOST).last().unwrap_or(0);
    let kept = if text.len() <= MOST { text } else { &text[..end] };
    Told { text: kept.to_owned(), reading: matwalk_errors::read(kept), notes }
}
