//! What is wanted now and then: the parsers of pasted text with their dialog, the exported picture, heat
//! maps, the list of keys. One
//! part of the site for all, fetched when the first is wanted: every part that shares code with others makes the splitter
//! cut that code into one more file.

use super::paste::dialog;
use super::picture::heat_panels;
use super::state::Frame;
use super::{export, keys_list, paste};
use crate::screen::Slot;
use crate::shell::{Session, Shell};
use leptos::prelude::AnyView;

/// What leads into the part.
#[derive(Clone, Copy)]
pub struct Tools {
    /// Takes a text that was pasted into a cell.
    pub take: fn(Frame, Slot, usize, String),
    /// The dialog to paste into.
    pub paste: fn(Frame, paste::Paste) -> AnyView,
    /// Draws the picture as a file of SVG.
    pub draw: fn(Frame) -> String,
    /// The heat maps of a picture.
    pub heat: fn(Frame) -> AnyView,
    /// The list of keys of the open lesson.
    pub keys: fn(Shell, Option<Session>) -> AnyView,
}

const TOOLS: Tools = Tools {
    take: paste::take,
    paste: dialog::dialog,
    draw: export::draw,
    heat: heat_panels,
    keys: keys_list::keys_list,
};

crate::part!(pub PART: Tools = TOOLS, tools, fetch_tools, prefetch_tools);
