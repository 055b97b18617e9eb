//! What a lesson is told of the page when it is asked for what stands on it.

use crate::screen::{Board, Cx, Room};
use crate::shell::Shell;
use leptos::prelude::*;

/// How much larger a picture is drawn while presenting, if it is: its smallest words, 12 px, become 16.
const MAGNIFIED: f64 = 1.34;

/// For what inputs and settings decide.
pub fn of_page(shell: Shell) -> Cx {
    Cx { locale: shell.locale.get(), base: shell.base.get(), room: Room::default() }
}

/// For the picture in that box.
pub fn of_picture(shell: Shell, board: Memo<Board>, room: RwSignal<Room>) -> Cx {
    let room = room.get();
    let presents = shell.present.get();
    let larger = presents && board.with(|board| board.magnifies);
    let share = if larger { 1.0 / MAGNIFIED } else { 1.0 };
    Cx { room: Room { width: room.width * share, height: room.height * share, presents, ..room }, ..of_page(shell) }
}
