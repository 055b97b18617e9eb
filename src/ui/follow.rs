//! Markup in the page that follows signals.

use super::patch::patch_children;
use crate::screen::Node;
use leptos::html::Div;
use leptos::prelude::*;

/// Makes the children of `place` follow what `make` gives from signals. Boxed, so that it is compiled once.
pub fn follow(place: NodeRef<Div>, make: Box<dyn Fn() -> Vec<Node>>) {
    Effect::new(move |shown: Option<Vec<Node>>| {
        let Some(place) = place.get() else { return Vec::new() };
        let nodes = make();
        patch_children(&place, &shown.unwrap_or_default(), &nodes);
        nodes
    });
}
