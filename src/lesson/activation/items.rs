//! An operation with its numbers, as pieces that become MathML, a text of the drawing, or a sentence.

use super::digits::{factor, raised, short, spelled};
use crate::screen::{Hue, Node};
use matwalk_core::activation::ladder::{Piece, Rungs, constant, pieces};

/// A piece.
#[derive(Clone, Debug, PartialEq)]
pub enum Item {
    /// As it stands.
    Text(String),
    /// A number.
    Number(String, Hue),
    /// An exponent begins, or ends.
    Up(bool),
    /// What this step computes begins, or ends.
    Now(bool),
}

/// A text as it stands.
pub fn text(said: impl Into<String>) -> Item {
    Item::Text(said.into())
}

/// A number, coloured.
pub fn number(value: f64, hue: Hue) -> Item {
    Item::Number(short(value), hue)
}

/// A number, in brackets if it is negative.
pub fn factor_item(value: f64, hue: Hue) -> Item {
    Item::Number(factor(value), hue)
}

/// The colour of a value by its name.
pub fn hue_of(key: &str) -> Hue {
    match key {
        "x" => Hue::A,
        "f" => Hue::Out,
        "d" => Hue::Now,
        _ => Hue::Ink,
    }
}

/// A step in symbols.
pub fn symbols(of: &str) -> Vec<Item> {
    let piece = |piece: Piece| match piece {
        Piece::Text(said) | Piece::Value { key: said, .. } => text(said),
        Piece::Up => Item::Up(true),
        Piece::Down => Item::Up(false),
    };
    pieces(of).map(piece).collect()
}

/// A step as a row: its numbers, `?` for those that are to come after `t` steps.
pub fn row(rungs: &Rungs, place: usize, t: usize) -> Vec<Item> {
    Writer { rungs, t, nested: false }.step(place, true)
}

/// A whole formula: numbers for what is finished, the step of now marked, and what is to come as its own operation.
pub fn whole(rungs: &Rungs, place: usize, t: usize) -> Vec<Item> {
    Writer { rungs, t, nested: true }.step(place, true)
}

struct Writer<'a> {
    rungs: &'a Rungs,
    t: usize,
    nested: bool,
}

impl Writer<'_> {
    fn step(&self, place: usize, bare: bool) -> Vec<Item> {
        let Some(rung) = self.rungs.all.get(place) else { return Vec::new() };
        let mut items = Vec::new();
        for piece in pieces(rung.shown) {
            match piece {
                Piece::Text(said) => items.push(text(said)),
                Piece::Up => items.push(Item::Up(true)),
                Piece::Down => items.push(Item::Up(false)),
                Piece::Value { key, bare, negated } => items.extend(self.value(key, bare, negated)),
            }
        }
        if self.nested && place + 1 == self.t {
            items.insert(0, Item::Now(true));
            items.push(Item::Now(false));
        }
        let is_compound = [" + ", " − ", " · ", " ÷ "].iter().any(|sign| rung.shown.contains(sign));
        if !bare && is_compound {
            items.insert(0, text("("));
            items.push(text(")"));
        }
        items
    }

    fn value(&self, key: &str, bare: bool, negated: bool) -> Vec<Item> {
        let value = self.rungs.get(key);
        if negated {
            return vec![number(-value, hue_of(key))];
        }
        let done = if self.nested { self.t.saturating_sub(1) } else { self.t };
        match self.rungs.place(key) {
            Some(place) if place >= done && self.nested => self.step(place, bare),
            Some(place) if place >= done => vec![text("?")],
            _ if constant(key).is_some() => vec![number(value, Hue::Ink)],
            _ if bare => vec![number(value, hue_of(key))],
            _ => vec![factor_item(value, hue_of(key))],
        }
    }
}

/// The pieces as a text for a sentence; `None` if an exponent has no characters of its own.
pub fn plain(items: &[Item]) -> Option<String> {
    let (mut said, mut up) = (String::new(), false);
    for item in items {
        match item {
            Item::Text(piece) | Item::Number(piece, _) if up => said.push_str(&raised(piece)?),
            Item::Text(piece) => said.push_str(piece),
            Item::Number(piece, _) => said.push_str(&spelled(piece)),
            Item::Up(begins) => up = *begins,
            Item::Now(_) => {}
        }
    }
    Some(said)
}

/// How many characters the pieces take, roughly: an exponent's are smaller.
pub fn width(items: &[Item]) -> f64 {
    let (mut width, mut up) = (0.0, false);
    for item in items {
        match item {
            Item::Text(piece) | Item::Number(piece, _) => {
                width += piece.chars().count() as f64 * if up { 0.72 } else { 1.0 };
            }
            Item::Up(begins) => up = *begins,
            Item::Now(_) => {}
        }
    }
    width
}

/// The pieces as MathML.
pub fn math(items: &[Item]) -> Vec<Node> {
    let mut rows: Vec<Vec<Node>> = vec![Vec::new()];
    for item in items {
        match item {
            Item::Text(piece) => rows.last_mut().into_iter().for_each(|row| tokens(piece, row)),
            Item::Number(piece, hue) => rows.last_mut().into_iter().for_each(|row| row.push(power(piece, *hue))),
            Item::Up(true) | Item::Now(true) => rows.push(Vec::new()),
            Item::Up(false) => {
                let raised = rows.pop().unwrap_or_default();
                let row = rows.last_mut();
                row.into_iter().for_each(|row| raise(row, Node::holding("mrow", "", raised.clone())));
            }
            Item::Now(false) => {
                let now = Node::holding("mrow", "term term--now", rows.pop().unwrap_or_default());
                rows.last_mut().into_iter().for_each(|row| row.push(now.clone()));
            }
        }
    }
    rows.into_iter().flatten().collect()
}

/// The last node gets an exponent.
fn raise(row: &mut Vec<Node>, exponent: Node) {
    let base = row.pop().unwrap_or_default();
    row.push(Node::holding("msup", "", vec![base, exponent]));
}

/// `1 + e` as elements.
fn tokens(said: &str, row: &mut Vec<Node>) {
    let kind = |c: char| match c {
        '0'..='9' | '.' => 'n',
        '²' | '³' => 'p',
        _ if c.is_whitespace() => ' ',
        '′' | '∂' => 'i',
        _ if c.is_alphabetic() => 'i',
        _ => 'o',
    };
    let mut rest = said;
    while let Some(first) = rest.chars().next() {
        let own = kind(first);
        let one = matches!(own, 'o' | 'p');
        let end = rest.char_indices().skip(1).find(|(_, c)| one || kind(*c) != own).map_or(rest.len(), |(at, _)| at);
        let (token, after) = rest.split_at(end);
        match own {
            'n' => row.push(Node::leaf("mn", "", token.to_owned())),
            'i' => row.push(Node::leaf("mi", "", token.to_owned())),
            'o' => row.push(Node::leaf("mo", "", token.to_owned())),
            'p' => raise(row, Node::leaf("mn", "", if first == '²' { "2" } else { "3" })),
            _ => {}
        }
        rest = after;
    }
}

/// A number; with an exponent as a power of ten.
fn power(said: &str, hue: Hue) -> Node {
    let Some((mantissa, exponent)) = said.split_once('e') else {
        return Node::leaf("mn", hue.class(), said.to_owned());
    };
    let (exponent, closed) = exponent.strip_suffix(')').map_or((exponent, false), |exponent| (exponent, true));
    let ten = Node::holding("msup", "", vec![Node::leaf("mn", "", "10"), Node::leaf("mn", "", exponent.to_owned())]);
    let mut row = vec![Node::leaf("mn", "", mantissa.to_owned()), Node::op("×"), ten];
    if closed {
        row.push(Node::op(")"));
    }
    Node::holding("mrow", hue.class(), row)
}

/// The pieces as spans of a drawing's text of that size.
pub fn spans(items: &[Item], size: f64) -> Vec<Node> {
    let (mut nodes, mut up, mut shift) = (Vec::new(), false, 0.0);
    for item in items {
        match item {
            Item::Text(piece) | Item::Number(piece, _) => {
                let hue = if let Item::Number(_, hue) = item { *hue } else { Hue::Ink };
                let class = if hue == Hue::Ink { String::new() } else { format!("t-{}", hue.class()) };
                let mut span = Node::leaf("tspan", class, piece.clone());
                let wanted = if up { -0.36 * size } else { 0.0 };
                // An attribute that is there or not would build the element anew.
                span = span.attr("dy", super::draw::px(wanted - shift));
                span = span.attr("font-size", super::draw::px(if up { size * 0.74 } else { size }));
                shift = wanted;
                nodes.push(span);
            }
            Item::Up(begins) => up = *begins,
            Item::Now(_) => {}
        }
    }
    nodes
}
