//! The bar: back, the main button, play, a scrubber over all steps, how much one step does.

use super::{icon_button, icon_node, truth};
use crate::say;
use crate::screen::board::Place;
use crate::screen::icon::Icon;
use crate::screen::{Board, Main, Node, Setting, Walk};
use crate::words::Locale;

/// What the bar shows.
pub struct Facts<'a> {
    /// The language.
    pub locale: Locale,
    /// What the lesson says.
    pub board: &'a Board,
    /// Where the walk stands.
    pub walk: Walk,
    /// The main button.
    pub main: Main,
    /// Whether it plays.
    pub playing: bool,
    /// Whether the page is a frame in another one: then there is a way out.
    pub embed: bool,
}

/// All of the bar.
pub fn bar(facts: &Facts) -> Vec<Node> {
    let locale = facts.locale;
    let Walk { t, len } = facts.walk;
    // Not `disabled`: that would take the focus away from under a finger at the end of the walk.
    let at_start = truth(t == 0);
    let empty = truth(len == 0);
    let word = match facts.main {
        Main::Next => say!(locale, bar.next),
        Main::FromStart => say!(locale, bar.from_start),
    };
    let own = facts.board.main.as_ref().map(|(words, _)| words.clone());
    let words = own.unwrap_or_else(|| vec![word, say!(locale, bar.from_start)]).into_iter();
    // As wide as the widest word that it may have: nothing beside it moves.
    let of_room = |(place, word)| {
        let word = Node::leaf("span", "", word);
        if place == 0 { word } else { word.attr("aria-hidden", "true") }
    };
    let word = Node::holding("span", "bar__words", words.enumerate().map(of_room).collect());
    let main = vec![word, icon_node(Icon::Next)];
    let main = Node::holding("button", "bar__button bar__button--main", main)
        .attr("type", "button")
        .attr("data-action", "next")
        .attr("title", say!(locale, bar.next_hint))
        .attr("aria-disabled", empty);
    let (play, name) = match facts.playing {
        true => (Icon::Pause, say!(locale, bar.pause)),
        false => (Icon::Play, say!(locale, bar.play)),
    };
    let count = facts.board.stops.get(t).cloned().unwrap_or_else(|| say!(locale, bar.count, t = t, len = len));
    let scrub = Node::leaf("input", "bar__scrub", "")
        .attr("type", "range")
        .attr("min", "0")
        .attr("data-action", "scrub")
        .attr("max", len.to_string())
        .attr("value", t.to_string())
        .attr("aria-label", say!(locale, bar.scrub))
        .attr("aria-valuetext", count.clone());
    let widest = facts.board.stops.iter().max_by_key(|stop| stop.chars().count()).cloned();
    let widest = widest.unwrap_or_else(|| say!(locale, bar.count, t = len, len = len));
    let told = vec![
        Node::leaf("span", "", widest).attr("aria-hidden", "true"),
        Node::leaf("output", "bar__count", count).attr("data-part", "count"),
    ];
    let mut nodes = vec![
        icon_button("bar__button bar__button--first", "first", Icon::First, say!(locale, bar.first))
            .attr("aria-disabled", at_start),
        icon_button("bar__button bar__button--back", "back", Icon::Back, say!(locale, bar.back))
            .attr("aria-disabled", at_start),
        main,
        icon_button("bar__button bar__button--play", "play", play, name).attr("aria-disabled", empty),
        Node::holding("div", "bar__slide", vec![scrub]),
        Node::holding("div", "bar__told", told),
    ];
    let grain = facts.board.settings.iter().find(|setting| setting.place == Place::Grain);
    nodes.extend(grain.map(list));
    if facts.embed {
        let name = say!(locale, app.open_in);
        let inside = vec![Node::leaf("span", "", name.clone()), icon_node(Icon::Out)];
        let link = Node::holding("a", "bar__button bar__open", inside).attr("target", "_blank").attr("rel", "noopener");
        nodes.push(link.attr("data-action", "open-in").attr("aria-label", name).attr("href", "#/"));
    }
    nodes
}

/// A setting as a list: its choices are long words in a short bar.
fn list(setting: &Setting) -> Node {
    let option = |(place, choice): (usize, &crate::screen::board::Choice)| {
        let option = Node::leaf("option", "", choice.label.clone()).attr("value", choice.key);
        option.attr("selected", truth(place == setting.chosen))
    };
    let options = setting.choices.iter().enumerate().map(option).collect();
    Node::holding("select", "bar__grain", options)
        .attr("data-action", setting.key)
        .attr("aria-label", setting.label.clone())
}
