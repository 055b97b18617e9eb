//! From a matched wording to a reading.

use crate::clean::Clean;
use crate::context::Context;
use crate::derive;
use crate::found::Match;
use crate::hook::Draft;
use crate::insight::Insight;
use crate::lines;
use crate::op::Op;
use crate::reading::{Place, Reading, Token};
use crate::rules;
use crate::table;
use crate::tell;
use crate::wording::Wording;

/// A wording found in the text.
#[derive(Debug)]
pub(crate) struct Message {
    /// Its place in the table.
    pub wording: u16,
    /// Where it stands in the cleaned text.
    pub start: usize,
    pub end: usize,
    pub found: Match,
}

/// Drops the messages that are not wanted. One function for all who drop some: the standard library's code for it would
/// be in the module once for each.
pub(crate) fn keep(messages: &mut Vec<Message>, is_wanted: &mut dyn FnMut(&Message) -> bool) {
    messages.retain(is_wanted);
}

/// Appends a message; of the same text only the last place is kept.
pub(crate) fn push(messages: &mut Vec<Message>, message: Message) {
    let same = |other: &Message| other.wording == message.wording && other.found.tells_as(&message.found);
    keep(messages, &mut |other| !same(other));
    messages.push(message);
}

/// Reads one message. `from` is where its surroundings begin.
pub(crate) fn read(text: &str, clean: &Clean, message: &Message, from: usize) -> Option<Reading> {
    let wording = table::at(usize::from(message.wording))?;
    let found = &message.found;
    let origin = clean.origin(text, message.start..message.end);
    let capital = text.get(origin.clone()).and_then(|said| said.chars().next()).is_some_and(|c| c.is_ascii_uppercase());
    let context = Context { text: &clean.bytes, from, start: message.start, end: message.end, capital };
    let mut draft = Draft { reading: first(&wording, found)?, found, context };
    if !wording.hook.run(&mut draft) {
        return None;
    }
    let mut reading = draft.reading;
    // A hook may have begun anew.
    reading.versions = tell::part(wording.tells, "versions");
    derive::complete(&mut reading);
    lines::by_start(&mut reading.tokens, |token| token.range.start);
    reading.tokens.dedup();
    for token in &mut reading.tokens {
        token.range = clean.origin(text, token.range.clone());
    }
    reading.lines = lines::used(text, clean, message, &reading.lines);
    reading.message = origin;
    Some(reading)
}

/// What the entry alone tells.
fn first(wording: &Wording, found: &Match) -> Option<Reading> {
    let mut reading = Reading::nothing(crate::About::Unknown);
    reading.ops = wording.ops;
    reading.about = wording.about;
    reading.library = Some(wording.library);
    reading.shape_error = wording.about.is_none_or(crate::About::is_shape);
    reading.warning = wording.warning;
    tell::shapes(&mut reading, wording.tells, found)?;
    rules::apply(&mut reading, wording.rule);
    if reading.op() == Op::None {
        (reading.a, reading.b) = (None, None);
    }
    tell::clash(&mut reading, wording.tells, found);
    if let Some(span) = found.span(b'd') {
        reading.tokens.push(Token { range: span, place: Place::Dim });
    }
    if let Some(fact) = wording.fact {
        reading.insights.push(Insight::Fact(fact));
    }
    Some(reading)
}
