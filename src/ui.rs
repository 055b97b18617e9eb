//! Components that know no lesson.

pub mod card;
pub mod cell_field;
pub mod formula;
pub mod heat_map;
pub mod icon;
pub mod matrix_grid;
pub mod playback_bar;
pub mod segmented;
pub mod shape_line;
pub mod stepper;

use leptos::prelude::Signal;

/// What a cell is doing at the moment: `data-role` on the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Role {
    /// Nothing.
    #[default]
    Idle,
    /// Takes part in what the current step belongs to; of a result: holds some of its terms.
    Contributing,
    /// Takes part in the current step itself.
    Active,
    /// Holds its final value.
    Done,
    /// Has no value yet.
    Pending,
}

impl Role {
    /// The word in `data-role`.
    pub fn key(self) -> &'static str {
        match self {
            Role::Idle => "idle",
            Role::Contributing => "contributing",
            Role::Active => "active",
            Role::Done => "done",
            Role::Pending => "pending",
        }
    }
}

/// A text that follows signals. One type for all texts: views are compiled anew for every type of closure they hold.
pub fn text(text: impl Fn() -> String + Send + Sync + 'static) -> Signal<String> {
    Signal::derive(text)
}

/// A condition that follows signals; one type for all of them, as in [`text`].
pub fn flag(flag: impl Fn() -> bool + Send + Sync + 'static) -> Signal<bool> {
    Signal::derive(flag)
}
