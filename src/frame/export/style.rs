//! What the style sheets make of an element.

use leptos::prelude::window;
use matwalk_core::number::parse64;
use std::iter::successors;
use web_sys::{CssStyleDeclaration, Element};

/// The elements in an element.
pub fn children(element: &Element) -> impl Iterator<Item = Element> + use<> {
    successors(element.first_element_child(), Element::next_element_sibling)
}

/// What the style sheets make of an element.
pub struct Style(CssStyleDeclaration);

impl Style {
    /// That of an element which is seen, or whose children may be.
    pub fn of(element: &Element) -> Option<Style> {
        let style = Style(window().get_computed_style(element).ok()??);
        (!style.is("display", "none") && !style.is("visibility", "hidden") && !style.is("opacity", "0"))
            .then_some(style)
    }

    /// A property.
    pub fn get(&self, name: &str) -> String {
        self.0.get_property_value(name).unwrap_or_default()
    }

    /// Whether a property has that value.
    pub fn is(&self, name: &str, value: &str) -> bool {
        self.get(name) == value
    }

    /// A number of pixels.
    pub fn pixels(&self, name: &str) -> f64 {
        parse64(self.get(name).trim_end_matches("px")).unwrap_or(0.0)
    }
}
