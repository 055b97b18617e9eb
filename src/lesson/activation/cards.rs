//! The list of functions.

use super::functions;
use super::lesson::all_functions;
use super::model::Activation;
use crate::say;
use crate::screen::Node;
use crate::screen::{Card, CardPart};
use crate::words::Locale;

/// A button that is pressed by name.
fn button(class: impl Into<String>, act: String, inside: Vec<Node>) -> Node {
    Node::holding("button", class.into(), inside)
        .attr("type", "button")
        .attr("data-action", act.clone())
        .attr("data-act", act)
}

/// A sample of a function's dash.
fn sample(place: usize) -> Node {
    let line = Node::leaf("path", format!("curve l-out {}", super::draw::dash(place)), "").attr("d", "M0 4H34");
    Node::holding("svg", "sample", vec![line]).attr("viewBox", "0 0 34 8").attr("aria-hidden", "true")
}

/// The functions that are drawn, and those that can be.
pub fn functions(lesson: &Activation, locale: Locale) -> Card {
    let shown = lesson.shown();
    let chosen = shown.iter().chain(lesson.chosen.iter().filter(|function| !shown.contains(function)));
    let row = |(place, function): (usize, &functions::Function)| {
        let name = functions::name(function);
        let inside =
            vec![sample(place), Node::leaf("span", "", name), Node::leaf("small", "", functions::range(function))];
        let first = button("function__name", format!("first-{}", function.id), inside)
            .attr("aria-pressed", if place == 0 { "true" } else { "false" });
        let label = say!(locale, activation.drop, name = name);
        let away = button("function__drop", format!("toggle-{}", function.id), vec![Node::leaf("span", "", "×")])
            .attr("aria-label", label.clone())
            .attr("title", label);
        let inside = if lesson.chosen.len() > 1 { vec![first, away] } else { vec![first] };
        Node::holding("div", if place == 0 { "function on" } else { "function" }, inside)
    };
    let mut inside: Vec<Node> = chosen.clone().enumerate().map(row).collect();
    let mut flat = String::new();
    for function in chosen {
        let zone = functions::flat(function);
        if !zone.is_empty() {
            flat += if flat.is_empty() { "|f′| < 0.01: " } else { " · " };
            flat += &format!("{} {zone}", functions::name(function));
        }
    }
    if !flat.is_empty() {
        inside.push(Node::leaf("small", "function__flat", flat));
    }
    let others: Vec<Node> = all_functions()
        .filter(|function| !lesson.chosen.contains(function))
        .map(|function| {
            let name = Node::leaf("span", "", functions::name(function));
            button("chip", format!("first-{}", function.id), vec![name])
        })
        .collect();
    let word = say!(locale, activation.more_functions, n = others.len());
    let fold = vec![
        Node::leaf("summary", "", word).attr("data-action", "more-functions"),
        Node::holding("div", "chips", others),
    ];
    inside.push(Node::holding("details", "more", fold));
    Card {
        part: "functions",
        title: say!(locale, activation.functions),
        parts: vec![CardPart::Own(vec![Node::holding("div", "functions", inside)])],
    }
}
