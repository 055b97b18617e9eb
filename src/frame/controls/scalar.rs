//! A single number: its name, a slider if it has one, and a field to type it.

use super::truth;
use crate::frame::scale;
use crate::screen::{Node, Scalar};
use crate::words::Locale;

/// Places of a slider, from one end to the other.
pub const PLACES: f64 = 1000.0;

/// The number with its controls in one line.
pub fn scalar(_: Locale, number: &Scalar) -> Node {
    let name = format!("{}-{}", number.slot.0, number.index);
    let label = number.label.clone();
    let mut line = Vec::new();
    if let Some(slider) = &number.slider {
        let place = (scale::thumb(slider) * PLACES).round();
        let range = Node::leaf("input", "scalar__slider", "")
            .attr("type", "range")
            .attr("min", "0")
            .attr("max", PLACES.to_string())
            .attr("data-action", format!("slider-{name}"))
            .attr("aria-label", label.clone())
            .attr("aria-valuetext", number.text.clone())
            .attr("value", place.to_string());
        let end = |text: &str| Node::leaf("span", "scalar__end", text.to_owned()).attr("aria-hidden", "true");
        line.extend([end(&slider.ends.0), range, end(&slider.ends.1)]);
    } else {
        line.push(Node::leaf("b", "scalar__name", label.clone()).attr("aria-hidden", "true"));
    }
    let field = Node::leaf("input", "scalar__field", "")
        .attr("type", "text")
        .attr("inputmode", "text")
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .attr("data-action", format!("scalar-{name}"))
        .attr("aria-label", label)
        .attr("aria-invalid", truth(number.wrong))
        .attr("value", number.text.clone());
    line.push(field);
    Node::holding("div", format!("scalar {}", number.hue.class()), line).attr("data-scalar", name)
}
