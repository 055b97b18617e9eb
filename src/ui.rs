//! Components that know no lesson.

pub mod dialog;
pub mod follow;
pub mod heat_map;
pub mod markup;
pub mod patch;
pub mod touch;

use leptos::prelude::{Effect, Signal};

/// A text that follows signals. One type for all texts: views are compiled anew for every type of closure they hold.
pub fn text(text: impl Fn() -> String + Send + Sync + 'static) -> Signal<String> {
    Signal::derive(text)
}

/// A condition that follows signals; one type for all of them, as in [`text`].
pub fn flag(flag: impl Fn() -> bool + Send + Sync + 'static) -> Signal<bool> {
    Signal::derive(flag)
}

/// Runs now, and again whenever a signal that it reads changes. Boxed, so that the effect around it is compiled once.
pub fn effect(run: impl Fn() + 'static) {
    boxed(Box::new(run));
}

fn boxed(run: Box<dyn Fn()>) {
    Effect::new(move |_| run());
}
