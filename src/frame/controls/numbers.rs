//! The operands' sizes, random numbers, undo, and what is chosen rarely.

use super::scalar::scalar;
use super::{Facts, card, icon_button, radios, truth};
use crate::playback::Speed;
use crate::say;
use crate::screen::board::{Choice, Place, Size};
use crate::screen::icon::Icon;
use crate::screen::{Node, OperandCard, Setting};

/// The numbers card.
pub fn numbers(facts: &Facts) -> Node {
    let locale = facts.locale;
    let title = match facts.board.hint.is_empty() {
        _ if !facts.board.numbers.is_empty() => facts.board.numbers.clone(),
        true => say!(locale, card.numbers),
        false => say!(locale, card.numbers_large),
    };
    let operands = facts.board.operands.iter().map(|card| operand(facts, card)).collect();
    let mut inside = vec![Node::holding("div", "operands", operands), wrong_size(facts)];
    if !facts.board.scalars.is_empty() {
        let scalars = facts.board.scalars.iter().map(|own| scalar(locale, own)).collect();
        inside.push(Node::holding("div", "scalars", scalars));
    }
    if !facts.board.tools.is_empty() {
        inside.push(super::chips(&facts.board.tools));
    }
    inside.extend([tools(facts), more(facts)]);
    card(facts, "inputs", title, inside)
}

/// Why a typed size is none; an empty line that takes no room otherwise.
fn wrong_size(facts: &Facts) -> Node {
    let words = facts.unfolded.wrong_size.as_ref().map(|(action, text)| {
        let own = |card: &OperandCard| card.size(action).map(|(_, size)| size.max.unwrap_or(card.max));
        let max = facts.board.operands.iter().find_map(own).unwrap_or_default();
        say!(facts.locale, input.bad_size, text = text.clone(), max = max)
    });
    Node::leaf("p", "bad wrong-size", words.unwrap_or_default()).attr("role", "status").attr("data-part", "size-error")
}

fn tools(facts: &Facts) -> Node {
    let locale = facts.locale;
    let tool = |action: &'static str, icon: Icon, name: String, possible: bool| {
        icon_button("icon-button", action, icon, name).attr("aria-disabled", truth(!possible))
    };
    let (undo, redo) = facts.board.undo;
    let mut tools = vec![
        tool("undo", Icon::Undo, say!(locale, input.undo), undo),
        tool("redo", Icon::Redo, say!(locale, input.redo), redo),
        tool("random", Icon::Random, say!(locale, input.random), true),
    ];
    tools.extend(facts.board.swap.clone().map(|name| tool("swap", Icon::Swap, name, true)));
    tools.push(tool("reset", Icon::Reset, say!(locale, input.reset), true));
    Node::holding("div", "tools", tools)
}

/// One operand's sizes and tools, in one line.
fn operand(facts: &Facts, card: &OperandCard) -> Node {
    let (locale, slot, name) = (facts.locale, card.slot.0, card.name.as_str());
    let mut line = vec![Node::leaf("b", "", card.name.clone())];
    for (axis, size) in card.sizes.iter().enumerate() {
        if axis > 0 {
            line.push(Node::leaf("span", "", "×").attr("aria-hidden", "true"));
        }
        line.push(stepper(facts, card, size));
    }
    let mut tools = Vec::new();
    if card.transposes {
        let name = say!(locale, input.transpose, name = name);
        tools.push(icon_button("icon-button", format!("transpose-{slot}"), Icon::Transpose, name));
    }
    let paste = say!(locale, input.paste, name = name);
    tools.push(icon_button("icon-button", format!("paste-{slot}"), Icon::Paste, paste));
    line.push(Node::holding("span", "operand__tools", tools));
    let crowded = if card.sizes.len() > 2 { " operand--crowded" } else { "" };
    Node::holding("div", format!("operand {}{crowded}", card.hue.class()), line)
        .attr("role", "group")
        .attr("aria-label", card.name.clone())
}

/// A whole number with a button on either side. A text that is none stays as it was typed and is explained.
fn stepper(facts: &Facts, card: &OperandCard, size: &Size) -> Node {
    let (locale, name, what) = (facts.locale, card.name.as_str(), size.what.as_str());
    let action = format!("{}-{}", size.key, card.slot.0);
    let wrong = facts.unfolded.wrong_size.as_ref().filter(|(own, _)| *own == action).map(|(_, text)| text.clone());
    let step = |more: &str, sign: &'static str, label: String, possible: bool| {
        super::button("", format!("{action}-{more}"), sign)
            .attr("aria-label", label.clone())
            .attr("title", label)
            .attr("aria-disabled", truth(!possible))
    };
    let number = Node::leaf("input", "stepper__number", "")
        .attr("type", "text")
        .attr("inputmode", "numeric")
        .attr("autocomplete", "off")
        .attr("data-action", action.clone())
        .attr("aria-label", say!(locale, input.size, name = name, what = what))
        .attr("aria-invalid", truth(wrong.is_some()))
        .attr("value", wrong.unwrap_or_else(|| size.value.to_string()));
    let fewer = step("fewer", "−", say!(locale, input.fewer, name = name, what = what), size.value > 0);
    let more = step(
        "more",
        "+",
        say!(locale, input.more, name = name, what = what),
        size.value < size.max.unwrap_or(card.max),
    );
    Node::holding("div", "stepper", vec![fewer, number, more]).attr("data-size", size.key)
}

/// What is chosen rarely, folded.
fn more(facts: &Facts) -> Node {
    let rare = facts.board.settings.iter().filter(|setting| setting.place == Place::More);
    let mut inside: Vec<Node> = facts.board.operands.iter().filter_map(|card| kind(facts, card)).collect();
    inside.extend(rare.map(|setting| radios("segments", setting)));
    inside.push(radios("segments", &speed(facts)));
    let word = say!(facts.locale, card.other);
    let summary = Node::leaf("summary", "", word).attr("data-action", "more-choices");
    Node::holding("details", "more", vec![summary, Node::holding("div", "more__inside", inside)])
}

/// How fast it plays.
fn speed(facts: &Facts) -> Setting {
    let locale = facts.locale;
    let choice = |speed: Speed| Choice {
        key: speed.key(),
        label: match speed {
            Speed::Slow => say!(locale, bar.slow),
            Speed::Normal => say!(locale, bar.normal),
            Speed::Fast => say!(locale, bar.fast),
            Speed::Fastest => say!(locale, bar.fastest),
        },
        hint: String::new(),
        picture: "",
        shortcut: None,
    };
    Setting {
        key: "speed",
        label: say!(locale, bar.speed),
        choices: Speed::ALL.into_iter().map(choice).collect(),
        chosen: Speed::ALL.iter().position(|own| *own == facts.unfolded.speed).unwrap_or(0),
        place: Place::More,
        shortcut: None,
    }
}

/// Vector or matrix, where that can be chosen.
fn kind(facts: &Facts, card: &OperandCard) -> Option<Node> {
    let (locale, vector) = (facts.locale, card.vector?);
    let choice =
        |key: &'static str, label: String| Choice { key, label, hint: String::new(), picture: "", shortcut: None };
    let setting = Setting {
        key: KINDS.iter().find(|(slot, _)| *slot == card.slot.0).map_or("kind", |(_, key)| key),
        label: say!(locale, input.kind, name = card.name.clone()),
        choices: vec![choice("vector", say!(locale, input.vector)), choice("matrix", say!(locale, input.matrix))],
        chosen: usize::from(!vector),
        place: Place::More,
        shortcut: None,
    };
    Some(Node::holding("div", "kind", vec![Node::leaf("b", "", card.name.clone()), radios("segments", &setting)]))
}

/// The names of the choice of kind, by slot.
pub const KINDS: [(&str, &str); 5] =
    [("a", "kind-a"), ("b", "kind-b"), ("x", "kind-x"), ("w", "kind-w"), ("z", "kind-z")];
