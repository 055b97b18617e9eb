//! From a matched wording to a reading.

use std::ops::Range;

use crate::clean::Clean;
use crate::context::Context;
use crate::derive;
use crate::found::Match;
use crate::hook::Draft;
use crate::insight::Insight;
use crate::lines;
use crate::op::{Hide, Op};
use crate::reading::{Clash, Place, Reading, Token};
use crate::rules;
use crate::table;
use crate::tell;
use crate::wording::{Rule, Wording};

/// A wording found in the text.
#[derive(Clone, Debug)]
pub(crate) struct Message {
    /// Its place in the table.
    pub wording: u16,
    /// Where it stands in the cleaned text.
    pub start: usize,
    pub end: usize,
    pub found: Match,
    /// How often the same message stands in the text.
    pub times: usize,
}

/// Appends a message; the same text again is only counted, at its last place.
pub(crate) fn push(messages: &mut Vec<Message>, message: Message) {
    let same = |other: &Message| {
        other.wording == message.wording
            && other.found.captures.len() == message.found.captures.len()
            && other.found.captures.iter().zip(&message.found.captures).all(|(a, b)| {
                a.name == b.name && (a.value == b.value || matches!(a.value, crate::found::Value::Word(_)))
            })
    };
    let times = match messages.iter().rposition(same) {
        Some(at) => messages.remove(at).times + 1,
        None => 1,
    };
    messages.push(Message { times, ..message });
}

/// Reads one message. `from` is where its surroundings begin.
pub(crate) fn read(text: &str, clean: &Clean, message: &Message, from: usize) -> Option<Reading> {
    let wording = table::at(usize::from(message.wording))?;
    let found = &message.found;
    let origin = clean.origin(text, message.start..message.end);
    let capital = text.get(origin.clone()).and_then(|said| said.chars().next()).is_some_and(|c| c.is_ascii_uppercase());
    let context = Context { text: &clean.bytes, from, start: message.start, end: message.end, capital };
    let mut tokens = vec![];
    let reading = first(&wording, found, &mut tokens)?;
    let mut draft = Draft { reading, found, context, tokens, used: vec![] };
    if !wording.hook.run(&mut draft) {
        return None;
    }
    let Draft { mut reading, mut tokens, used, .. } = draft;
    if reading.library.is_none() {
        reading.library = Some(wording.library);
    }
    reading.versions = wording.told("versions");
    derive::complete(&mut reading);
    lines::by_start(&mut tokens, |(span, _)| span.start);
    tokens.dedup();
    let told = |(span, place): (Range<usize>, Place)| Token { range: clean.origin(text, span), place };
    reading.tokens = tokens.into_iter().filter(|(span, _)| !span.is_empty()).map(told).collect();
    reading.lines = lines::used(text, clean, message, &used);
    reading.message = origin;
    Some(reading)
}

/// What the entry alone tells.
fn first(wording: &Wording, found: &Match, tokens: &mut Vec<(Range<usize>, Place)>) -> Option<Reading> {
    let mut reading = Reading::nothing(crate::About::Unknown);
    reading.ops = wording.ops;
    reading.about = wording.about;
    reading.library = Some(wording.library);
    reading.shape_error = wording.about.is_none_or(crate::About::is_shape);
    reading.warning = wording.warning;
    // A hole of an operand that holds nothing usable is no match.
    if !wording.told("a").is_empty() {
        reading.a = Some(tell::shape(wording.told("a"), found, Some(Place::A), tokens)?);
    }
    if !wording.told("b").is_empty() {
        reading.b = Some(tell::shape(wording.told("b"), found, Some(Place::B), tokens)?);
    }
    reading.weight = tell::shape(wording.told("weight"), found, None, tokens);
    reading.out = tell::shape(wording.told("out"), found, Some(Place::Out), tokens);
    reading.hides = tell::hides(wording);
    ruled(&mut reading, wording.rule);
    if let Some(clash) = tell::clash(wording.told("clash"), found) {
        reading.clash = (clash.a != clash.b).then_some(clash);
    }
    if let Some(dim) = tell::dim(wording.told("dim"), found) {
        reading.dim = Some(dim);
    }
    if let Some(span) = found.get(b'd').and_then(|capture| capture.spans.first().cloned()) {
        tokens.push((span, Place::Dim));
    }
    reading.insights.extend(wording.fact.map(Insight::Fact));
    Some(reading)
}

fn ruled(reading: &mut Reading, rule: Rule) {
    let told: Option<(Option<Clash>, crate::At)> = match (rule, &reading.a, &reading.b, &reading.out) {
        (Rule::Product, Some(a), Some(b), _) => rules::product(a, b).map(|(clash, at)| (Some(clash), at)),
        (Rule::Stretch, Some(a), Some(b), _) => rules::stretch(a, b).map(|(clash, at)| (Some(clash), at)),
        (Rule::OneWay, Some(a), Some(b), _) => rules::one_way(a, b).map(|(clash, at)| (Some(clash), at)),
        (Rule::InPlace, Some(a), _, Some(out)) => rules::in_place(a, out),
        _ => None,
    };
    if let Some((clash, dim)) = told {
        (reading.clash, reading.dim) = (clash, Some(dim));
    }
    if rule == Rule::InPlace && reading.clash.is_none() {
        reading.hide(Hide::Clash);
    }
    if reading.op() == Op::None {
        (reading.a, reading.b) = (None, None);
    }
}
