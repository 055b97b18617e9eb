//! Where the tabs have no room: a button with the open lesson's name that discloses a list of links.

use super::card_picture::card_picture;
use super::header::{Facts, Menu, link};
use super::state::entry;
use crate::lesson::ALL;
use crate::say;
use crate::screen::Node;
use crate::screen::icon::Icon;
use crate::ui::markup::{group, hide_if, icon_node, truth};

/// The button and the list.
pub fn lessons_menu(facts: &Facts) -> Node {
    let locale = facts.locale;
    let open = facts.menu == Some(Menu::Lessons);
    let name = facts.wanted.map(|index| (entry(index).name)(locale)).unwrap_or_default();
    let button = Node::holding("button", "menu__button", vec![Node::leaf("span", "", name), icon_node(Icon::Menu)])
        .attr("type", "button")
        .attr("data-action", "lessons")
        .attr("aria-expanded", truth(open));
    let mut links: Vec<Node> = (0..ALL.len()).map(|index| lesson(facts, index)).collect();
    links.push(Node::leaf("a", "menu__start", say!(locale, app.start)).attr("href", "#/"));
    let list = Node::holding("nav", "menu__list", links).attr("aria-label", say!(locale, app.lessons));
    group("menu", vec![button, hide_if(!open, list)]).attr("data-menu", "lessons")
}

fn lesson(facts: &Facts, index: usize) -> Node {
    let entry = entry(index);
    let words =
        vec![Node::leaf("b", "", (entry.name)(facts.locale)), Node::leaf("span", "", (entry.question)(facts.locale))];
    let inside = vec![
        Node::leaf("span", "menu__number", (index + 1).to_string()),
        card_picture(entry),
        Node::holding("span", "menu__words", words),
    ];
    link(facts, index, "menu__lesson", inside)
}
