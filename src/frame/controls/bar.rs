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

/// The places of what every step changes: the slider and the count.
const SLIDE: usize = 4;
const TOLD: usize = 5;

/// The same number of nodes as before, of which only those are made that every step changes.
pub fn stepped(facts: &Facts, nodes: usize) -> Vec<Node> {
    let make = |place: usize| match place {
        SLIDE => slide(facts),
        TOLD => told(facts, Node::same()),
        _ => Node::same(),
    };
    (0..nodes).map(make).collect()
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
    let widest = facts.board.stops.iter().max_by_key(|stop| stop.chars().count()).cloned();
    let widest = widest.unwrap_or_else(|| say!(locale, bar.count, t = len, len = len));
    let widest = Node::leaf("span", "", widest).attr("aria-hidden", "true");
    let mut nodes = vec![
        icon_button("bar__button bar__button--first", "first", Icon::First, say!(locale, bar.first))
            .attr("aria-disabled", at_start),
        icon_button("bar__button bar__button--back", "back", Icon::Back, say!(locale, bar.back))
            .attr("aria-disabled", at_start),
        main,
        icon_button("bar__button bar__button--play", "play", play, name).attr("aria-disabled", empty),
        slide(facts),
        told(facts, widest),
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

/// Where the walk stands, in words.
fn count(facts: &Facts) -> String {
    let Walk { t, len } = facts.walk;
    facts.board.stops.get(t).cloned().unwrap_or_else(|| say!(facts.locale, bar.count, t = t, len = len))
}

/// The slider over all steps.
fn slide(facts: &Facts) -> Node {
    let Walk { t, len } = facts.walk;
    let scrub = Node::leaf("input", "bar__scrub", "")
        .attr("type", "range")
        .attr("min", "0")
        .attr("data-action", "scrub")
        .attr("max", len.to_string())
        .attr("value", t.to_string())
        .attr("aria-label", say!(facts.locale, bar.scrub))
        .attr("aria-valuetext", count(facts));
    Node::holding("div", "bar__slide", vec![scrub])
}

/// The count, in a box as wide as the widest count.
fn told(facts: &Facts, widest: Node) -> Node {
    let count = Node::leaf("output", "bar__count", count(facts)).attr("data-part", "count");
    Node::holding("div", "bar__told", vec![widest, count])
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

#[cfg(test)]
mod tests {
    use super::{Facts, SLIDE, TOLD, bar, stepped};
    use crate::screen::{Board, Main, Node, Walk};
    use crate::words::Locale;

    #[test]
    fn a_step_makes_slider_and_count_as_the_whole_bar_has_them() {
        let named = Board { stops: ["start", "exp", "sum", "end"].map(str::to_owned).into(), ..Board::default() };
        for board in [Board::default(), named] {
            let walk = Walk { t: 3, len: 3 };
            let facts =
                Facts { locale: Locale::en, board: &board, walk, main: Main::Next, playing: false, embed: true };
            let all = bar(&facts);
            let mut fresh = stepped(&facts, all.len());
            assert_eq!(fresh.len(), all.len());
            assert_eq!(fresh[SLIDE], all[SLIDE]);
            assert_eq!(fresh[TOLD].children[1], all[TOLD].children[1]);
            (fresh[SLIDE], fresh[TOLD]) = (Node::same(), Node::same());
            assert!(fresh.iter().all(Node::is_same), "nothing else is made");
        }
    }
}
