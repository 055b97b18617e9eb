//! The first card: how the same thing can be read.

use super::{Facts, card, radios};
use crate::screen::Node;
use crate::screen::board::Place;

/// The readings; nothing for a lesson without. Where the bar has no room for it, how much one step does is chosen here.
pub fn readings(facts: &Facts) -> Option<Node> {
    let of_place = facts.board.settings.iter().filter(|setting| setting.place == Place::Readings);
    let grain = facts.board.settings.iter().filter(|setting| setting.place == Place::Grain);
    let grain = grain.map(|setting| radios("segments side__grain", setting));
    let words = facts.board.settings.iter().filter(|setting| setting.place == Place::Words);
    let words = words.map(|setting| radios("segments", setting));
    let choices = of_place.clone().map(|setting| radios("choices", setting));
    let groups: Vec<Node> = choices.chain(words).chain(grain).collect();
    if let Some(reader) = &facts.board.reader {
        let heading = of_place.map(|setting| Node::leaf("h2", "", setting.label.clone()));
        let inside = super::reader::inside(reader).into_iter().chain(heading).chain(groups).collect();
        return Some(card(facts, "views", reader.title.clone(), inside));
    }
    let words = facts.board.settings.iter().filter(|setting| setting.place == Place::Words);
    let title = of_place.chain(words).map(|setting| setting.label.clone()).next()?;
    Some(card(facts, "views", title, groups))
}
