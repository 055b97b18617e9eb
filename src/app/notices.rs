//! What the page has to say to the person: one notice at a time, over the aim line.

use super::state::State;
use crate::platform;
use crate::say;
use crate::screen::Node;
use crate::screen::icon::Icon;
use crate::shell::Notice;
use crate::ui::effect;
use crate::ui::follow::follow;
use crate::ui::markup::{group, hide_if, icon_button, icon_node};
use crate::words::Locale;
use leptos::ev::MouseEvent;
use leptos::html::Div;
use leptos::prelude::*;

/// The notice, spoken politely; others wait behind it.
pub fn notices(state: State) -> impl IntoView {
    let shell = state.shell;
    let place = NodeRef::<Div>::new();
    let first = move || shell.notices.with(|all| all.first().cloned());
    follow(place, Box::new(move || first().map(|notice| node(shell.locale.get(), &notice)).into_iter().collect()));
    // A text to be copied by hand is selected already.
    effect(move || {
        if matches!(first(), Some(Notice::CopyByHand(_))) {
            platform::select("textarea.notice__text");
        }
    });
    let press = move |event: MouseEvent| {
        let pressed = |action: &str| platform::is_inside(&event, action);
        if pressed("[data-action=notice-undo]") {
            shell.undo.get_value().run(());
        } else if !pressed("[data-action=dismiss]") {
            return;
        }
        shell.notices.update(|all| drop(all.drain(..all.len().min(1))));
        platform::focus("[data-part=stage]");
    };
    view! { <div class="notices" role="status" aria-live="polite" node_ref=place on:click=press></div> }
}

fn node(locale: Locale, notice: &Notice) -> Node {
    let undo = vec![icon_node(Icon::Undo), Node::leaf("span", "", say!(locale, notice.undo))];
    let undo = Node::holding("button", "button", undo).attr("type", "button").attr("data-action", "notice-undo");
    let mut inside = vec![
        Node::leaf("p", "", sentence(locale, notice)),
        hide_if(!notice.can_undo(), undo),
        icon_button("icon-button", "dismiss", Icon::Close, say!(locale, app.dismiss)),
    ];
    if let Notice::CopyByHand(text) = notice {
        let area = Node::leaf("textarea", "notice__text", "").attr("readonly", "").attr("rows", "3");
        inside.push(area.attr("value", text.clone()));
    }
    group("notice", inside).attr("data-part", "notice")
}

fn sentence(locale: Locale, notice: &Notice) -> String {
    match notice {
        Notice::BadKey(bad) => say!(locale, notice.bad_key, key = bad.key.clone(), value = bad.value.clone()),
        Notice::NoLesson(name) => say!(locale, notice.no_lesson, name = name.clone()),
        Notice::Copied => say!(locale, notice.copied),
        Notice::LinkCopied => say!(locale, notice.link_copied),
        Notice::LinkUnreadable => say!(locale, notice.link_unreadable),
        Notice::LinkTooMany => say!(locale, notice.link_too_many),
        Notice::NotThere => say!(locale, notice.not_there),
        Notice::CopyByHand(_) => say!(locale, notice.copy_by_hand),
        Notice::Pasted(shape) => say!(locale, notice.pasted, shape = shape.clone()),
        Notice::NotTaken(shape) => say!(locale, notice.not_taken, shape = shape.clone()),
        Notice::Example(name) => say!(locale, notice.example, name = name.clone()),
        Notice::Random => say!(locale, notice.random),
        Notice::Reset => say!(locale, notice.reset),
        Notice::Fixed => say!(locale, notice.fixed),
    }
}
