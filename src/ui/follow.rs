//! Markup in the page that follows signals.

use super::patch::Patched;
use crate::screen::Node;
use leptos::html::Div;
use leptos::prelude::*;

/// Makes the children of `place` follow what `make` gives from signals. Boxed, so that it is compiled once.
pub fn follow(place: NodeRef<Div>, make: Box<dyn Fn() -> Vec<Node>>) {
    Effect::new(move |shown: Option<Patched>| {
        let mut shown = shown.unwrap_or_default();
        if let Some(place) = place.get() {
            shown.show(&place, &make());
        }
        shown
    });
}
