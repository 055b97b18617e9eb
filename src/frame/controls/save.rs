//! Code, picture and link to take away, folded until wanted.

use super::{Facts, button, hide, icon_node, radios, truth};
use crate::lesson::entry::Language;
use crate::say;
use crate::screen::board::{Choice, Place};
use crate::screen::icon::Icon;
use crate::screen::{Node, Setting};

/// The most values for which the code is shown and not only copied.
pub const MAX_SHOWN: usize = 256;

/// The card.
pub fn save(facts: &Facts) -> Node {
    let locale = facts.locale;
    let title = say!(locale, card.save);
    let (values, sound) = facts.board.code;
    let code = match &facts.code {
        _ if !sound => Node::leaf("p", "quiet", say!(locale, take.unreadable)),
        _ if values > MAX_SHOWN => Node::leaf("p", "quiet", say!(locale, take.large)),
        Some(code) => {
            let code = Node::leaf("pre", "code", code.clone()).attr("tabindex", "0").attr("translate", "no");
            code.attr("data-part", "code")
        }
        None => Node::leaf("p", "quiet", ""),
    };
    let copy = vec![icon_node(Icon::Copy), Node::leaf("span", "", say!(locale, take.copy))];
    let copy = Node::holding("button", "button", copy).attr("type", "button").attr("data-action", "copy-code");
    let file =
        |action: &'static str, word: String| button("button", action, word).attr("title", say!(locale, take.picture));
    let tools = vec![
        copy.attr("aria-disabled", truth(!sound)),
        file("save-svg", say!(locale, take.svg)),
        file("save-png", say!(locale, take.png)),
    ];
    let inside = vec![languages(facts, title.clone()), code, Node::holding("div", "tools", tools)];
    let summary = Node::leaf("summary", "", title).attr("data-action", "take-away");
    let fold = Node::holding("details", "fold", vec![summary, Node::holding("div", "fold__inside", inside)]);
    let fold = fold.attr("data-fold", "code");
    hide(facts, "take-away", Node::holding("section", "card side__card", vec![fold]).attr("data-part", "take-away"))
}

fn languages(facts: &Facts, label: String) -> Node {
    let locale = facts.locale;
    let choice = |language: Language| Choice {
        key: language.key(),
        label: match language {
            Language::PyTorch => say!(locale, take.pytorch),
            Language::NumPy => say!(locale, take.numpy),
            Language::Latex => say!(locale, take.latex),
        },
        hint: String::new(),
        picture: "",
        shortcut: None,
    };
    let setting = Setting {
        key: "code",
        label,
        choices: Language::ALL.into_iter().map(choice).collect(),
        chosen: Language::ALL.iter().position(|own| *own == facts.unfolded.language).unwrap_or(0),
        place: Place::More,
        shortcut: None,
    };
    radios("segments", &setting)
}
