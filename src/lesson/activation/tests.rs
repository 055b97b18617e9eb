//! The lesson on values: every number that its page promises, walks, edges, links.

mod edges;
mod links;
mod numbers;
mod picture;
mod walks;

use super::example::EXAMPLES;
use super::model::Activation;
use crate::lesson::entry::Lesson;
use crate::playback::Jump;
use crate::route::Address;
use crate::screen::hue::plain;
use crate::screen::node::read;
use crate::screen::{Act, Cx, Figure, Moment, Node, Room};
use crate::words::Locale;

fn cx() -> Cx {
    Cx { locale: Locale::en, base: 1, room: Room::default() }
}

/// The lesson at an address.
fn at(address: &str) -> Activation {
    let mut lesson = Activation::new(Default::default());
    let bad = lesson.read(&Address::parse(&format!("#/activation?{address}")));
    assert!(bad.is_empty(), "{address}: {bad:?}");
    lesson
}

/// The lesson with an example open.
fn example(key: &str) -> Activation {
    let index = EXAMPLES.iter().position(|example| example.key == key).expect("an example");
    let mut lesson = Activation::new(Default::default());
    lesson.act(Act::Example(index));
    lesson
}

fn go(lesson: &mut Activation, t: usize) {
    lesson.act(Act::Jump(Jump::To(t)));
}

fn moment(lesson: &Activation) -> Moment {
    lesson.moment(&cx())
}

/// The sentence in English.
fn sentence(lesson: &Activation) -> String {
    plain(&moment(lesson).sentence)
}

/// The sentence in Korean.
fn korean(lesson: &Activation) -> String {
    plain(&lesson.moment(&Cx { locale: Locale::ko, ..cx() }).sentence)
}

/// The formula's text without blanks.
fn formula(lesson: &Activation) -> String {
    read(&moment(lesson).formula).replace(' ', "")
}

/// All nodes of the picture.
fn nodes(lesson: &Activation) -> Vec<Node> {
    let Figure::Own(roots) = moment(lesson).figure else { panic!("a drawing") };
    let mut found = Vec::new();
    let mut open = roots.to_vec();
    while let Some(node) = open.pop() {
        open.extend(node.children.iter().cloned());
        found.push(node);
    }
    found
}

fn attr<'a>(node: &'a Node, name: &str) -> Option<&'a str> {
    node.attrs.iter().find(|(key, _)| *key == name).map(|(_, value)| value.as_ref())
}

/// The number of the picture by its name: text and whole value.
fn cell(lesson: &Activation, name: &str) -> (String, Option<f64>) {
    let nodes = nodes(lesson);
    let mut found = nodes.iter().filter(|node| attr(node, "data-cell") == Some(name));
    let node = found.next().unwrap_or_else(|| panic!("no {name}"));
    assert!(found.next().is_none(), "{name} twice");
    let value = attr(node, "data-value").map(|value| value.parse().expect("a number"));
    (node.text.trim().to_owned(), value)
}

/// Its whole value.
fn value(lesson: &Activation, name: &str) -> f64 {
    cell(lesson, name).1.unwrap_or_else(|| panic!("{name} is pending"))
}

fn near(got: f64, expected: f64, error: f64) {
    assert!((got - expected).abs() <= error * expected.abs(), "{got}, not {expected}");
}
