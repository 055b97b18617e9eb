//! The living picture of a lesson: on its card, in the list of lessons, and while it is on its way.

use crate::lesson::entry::Entry;
use crate::screen::Node;

/// The picture. It rests at a telling moment and moves only on a link under pointer or focus, by the style sheet.
pub fn card_picture(entry: &'static Entry) -> Node {
    let picture = Node::leaf("svg", "card-picture", "").attr("viewBox", "0 0 132 84");
    picture.attr("aria-hidden", "true").attr("inner", entry.picture)
}
