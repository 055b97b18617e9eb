//! What an element of the page looks like, as SVG that stands alone: places, colours and letters are those that the
//! browser has worked out from the style sheets, so that no drawing's classes have to be known here.

use super::colour::colour;
use super::escaped;
use super::style::{Style, children};
use crate::plot::marks::px;
use matwalk_core::number::parse64;
use std::fmt::Write as _;
use web_sys::{DomRect, Element};

/// A part of the page as it is seen.
pub struct Seen {
    /// Its markup, from its own upper left corner.
    pub markup: String,
    /// Pixels across.
    pub width: f64,
    /// Pixels down.
    pub height: f64,
}

/// All that is seen in an element; `None` if nothing is.
pub fn seen(root: &Element) -> Option<Seen> {
    let place = root.get_bounding_client_rect();
    let family = Style::of(root)?.get("font-family");
    let mut pen = Pen { markup: String::new(), left: place.left(), top: place.top(), family };
    children(root).for_each(|child| pen.element(&child));
    let (width, height) = (place.width(), place.height());
    (!pen.markup.is_empty()).then_some(Seen { markup: pen.markup, width, height })
}

struct Pen {
    markup: String,
    left: f64,
    top: f64,
    /// The letters of the file: only others are named.
    family: String,
}

impl Pen {
    /// An element of HTML: its ground and border, and its text or what it holds.
    fn element(&mut self, element: &Element) {
        let Some(style) = Style::of(element) else { return };
        let place = element.get_bounding_client_rect();
        let (x, y) = (place.left() - self.left, place.top() - self.top);
        match element.tag_name().as_str() {
            "svg" => {
                put!(self.markup, "<svg x=\"{}\" y=\"{}\" overflow=\"visible\"", px(x), px(y));
                put!(self.markup, " width=\"{}\" height=\"{}\"", px(place.width()), px(place.height()));
                self.copy(element, &["viewBox", "preserveAspectRatio"]);
                return self.inside("svg", element);
            }
            "INPUT" => return,
            _ => {}
        }
        if style.is("display", "contents") {
            return children(element).for_each(|child| self.element(&child));
        }
        // What only a screen reader comes to is one pixel large.
        if place.width() <= 1.0 || place.height() <= 1.0 {
            return;
        }
        self.ground(&style, (x, y), &place);
        if element.first_element_child().is_some() {
            return children(element).for_each(|child| self.element(&child));
        }
        let text = element.text_content().unwrap_or_default();
        if !text.trim().is_empty() {
            let x = x + style.pixels("padding-left") + style.pixels("border-left-width");
            let y = y + place.height() / 2.0;
            put!(self.markup, "<text x=\"{}\" y=\"{}\" dominant-baseline=\"central\"", px(x), px(y));
            self.paint("fill", &style, "color");
            self.letters(&style);
            put!(self.markup, " xml:space=\"preserve\">{}</text>", escaped(&text));
        }
    }

    /// The ground with a border around it, or a line along its left edge.
    fn ground(&mut self, style: &Style, (x, y): (f64, f64), place: &DomRect) {
        let (wide, high) = (place.width(), place.height());
        let is_framed = !style.is("border-top-style", "none");
        if !is_framed && !style.is("border-left-style", "none") {
            put!(self.markup, "<path d=\"M{} {}v{}\"", px(x), px(y), px(high));
            self.paint("stroke", style, "border-left-color");
            put!(self.markup, " stroke-width=\"{}\"/>", px(style.pixels("border-left-width")));
        }
        // A ring of no blur stands for a border that would take room: `rgb(…) 0px 0px 0px 2px`.
        let shadow = style.get("box-shadow");
        let ring = shadow.rsplit_once(" 0px 0px 0px ").map(|(ring, width)| (ring.to_owned(), width.to_owned()));
        let is_filled = colour(&style.get("background-color")).is_some();
        if !is_filled && !is_framed && ring.is_none() {
            return;
        }
        let radius = style.pixels("border-top-left-radius").min(high / 2.0);
        put!(self.markup, "<rect x=\"{}\" y=\"{}\" rx=\"{}\"", px(x), px(y), px(radius));
        put!(self.markup, " width=\"{}\" height=\"{}\"", px(wide), px(high));
        self.paint("fill", style, "background-color");
        if is_framed {
            self.paint("stroke", style, "border-top-color");
            put!(self.markup, " stroke-width=\"{}\"", px(style.pixels("border-top-width")));
            if style.is("border-top-style", "dashed") {
                self.markup.push_str(" stroke-dasharray=\"5 4\"");
            }
        } else if let Some((ring, width)) = ring {
            self.colour("stroke", &ring, 1.0);
            put!(self.markup, " stroke-width=\"{}\"", width.trim_end_matches("px"));
        }
        self.markup.push_str("/>");
    }

    /// An element of SVG.
    fn shape(&mut self, element: &Element) {
        let Some(style) = Style::of(element) else { return };
        let tag = element.tag_name();
        let own: &[&str] = match tag.as_str() {
            "g" => &[],
            "svg" => &["x", "y", "width", "height", "viewBox"],
            "rect" => &["x", "y", "width", "height", "rx"],
            "circle" => &["cx", "cy", "r"],
            "line" => &["x1", "y1", "x2", "y2"],
            "path" => &["d"],
            "polyline" | "polygon" => &["points"],
            "text" | "tspan" => &["x", "y", "dx", "dy"],
            _ => return,
        };
        let [is_group, is_text] = [&["g", "svg"], &["text", "tspan"]].map(|tags| tags.contains(&tag.as_str()));
        let unseen = |name: &str| colour(&style.get(name)).is_none();
        if !is_group && unseen("fill") && unseen("stroke") {
            return;
        }
        put!(self.markup, "<{tag}");
        self.copy(element, own);
        if !style.is("transform", "none") {
            put!(self.markup, " transform=\"{}\"", style.get("transform"));
        }
        if !style.is("opacity", "1") {
            put!(self.markup, " opacity=\"{}\"", style.get("opacity"));
        }
        if !is_group {
            self.paint("fill", &style, "fill");
            self.line(&style);
        }
        if is_text {
            self.letters(&style);
            for (name, usual) in [("text-anchor", "start"), ("dominant-baseline", "auto")] {
                self.unlike(&style, name, usual);
            }
        }
        self.inside(&tag, element);
    }

    /// What an element of SVG holds, and its end.
    fn inside(&mut self, tag: &str, element: &Element) {
        self.markup.push('>');
        match element.first_element_child() {
            Some(_) => children(element).for_each(|child| self.shape(&child)),
            None => self.markup.push_str(&escaped(&element.text_content().unwrap_or_default())),
        }
        put!(self.markup, "</{tag}>");
    }

    fn line(&mut self, style: &Style) {
        if colour(&style.get("stroke")).is_none() {
            return;
        }
        self.paint("stroke", style, "stroke");
        put!(self.markup, " stroke-width=\"{}\"", style.get("stroke-width").trim_end_matches("px"));
        for (name, usual) in [
            ("stroke-dasharray", "none"),
            ("stroke-linecap", "butt"),
            ("stroke-linejoin", "miter"),
            ("paint-order", "normal"),
        ] {
            self.unlike(style, name, usual);
        }
    }

    fn letters(&mut self, style: &Style) {
        let weight = style.get("font-weight");
        put!(self.markup, " font-size=\"{}\" font-weight=\"{weight}\"", style.get("font-size").trim_end_matches("px"));
        let family = style.get("font-family");
        if family != self.family {
            put!(self.markup, " font-family=\"{}\"", escaped(&family).replace('"', "'"));
        }
    }

    /// A property, where it is not what it is without being said.
    fn unlike(&mut self, style: &Style, name: &str, usual: &str) {
        let value = style.get(name);
        if value != usual && !value.is_empty() {
            put!(self.markup, " {name}=\"{}\"", value.replace("px", ""));
        }
    }

    /// Fill or stroke in the colour of a property.
    fn paint(&mut self, name: &str, style: &Style, property: &str) {
        let opacity = parse64(&style.get(&format!("{name}-opacity"))).unwrap_or(1.0);
        self.colour(name, &style.get(property), opacity);
    }

    fn colour(&mut self, name: &str, computed: &str, opacity: f64) {
        let Some(colour) = colour(computed) else {
            put!(self.markup, " {name}=\"none\"");
            return;
        };
        put!(self.markup, " {name}=\"{}\"", colour.solid);
        let opacity = opacity * colour.alpha;
        if opacity < 1.0 {
            put!(self.markup, " {name}-opacity=\"{opacity:.3}\"");
        }
    }

    fn copy(&mut self, element: &Element, names: &[&str]) {
        for name in names {
            if let Some(value) = element.get_attribute(name) {
                put!(self.markup, " {name}=\"{}\"", escaped(&value).replace('"', "&quot;"));
            }
        }
    }
}
