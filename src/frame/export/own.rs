//! A lesson's own drawing as an SVG file: its classes become the colours of the palette.

use super::escaped;
use super::palette::{Palette, palette};
use super::svg::head;
use crate::screen::{Hue, Node};
use crate::shell::Theme;
use std::fmt::Write as _;

/// Writing to a String can't fail, so the result is dropped.
macro_rules! put {
    ($file:expr, $($text:tt)*) => { let _ = write!($file, $($text)*); };
}

/// The drawing, with the ground and the file's head around it.
pub fn own(nodes: &[Node], theme: Theme) -> String {
    let colours = palette(theme);
    let side = |name: &str| {
        let found = nodes.iter().flat_map(|node| &node.attrs).find(|(key, _)| *key == name);
        found.and_then(|(_, value)| value.parse().ok())
    };
    let mut file = head(side("width").unwrap_or(1040), side("height").unwrap_or(560), &colours);
    // Controls over the drawing are no part of the picture.
    for node in nodes.iter().filter(|node| node.tag == "svg") {
        markup(&mut file, node, &colours);
    }
    file.push_str("</svg>\n");
    file
}

fn markup(file: &mut String, node: &Node, colours: &Palette) {
    put!(file, "<{}", node.tag);
    for (name, value) in node.attrs.iter().filter(|(name, _)| is_drawn(name)) {
        put!(file, " {name}=\"{}\"", escaped(value).replace('"', "&quot;"));
    }
    for (name, value) in &node.styles {
        if *name == "transform" {
            put!(file, " transform=\"{}\"", value.replace("px", ""));
        }
    }
    paint(file, &node.class, colours);
    put!(file, ">{}", escaped(&node.text));
    for child in &node.children {
        markup(file, child, colours);
    }
    put!(file, "</{}>", node.tag);
}

/// Whether an attribute says how something looks, not how it is used.
fn is_drawn(name: &str) -> bool {
    name == "data-cell"
        || !(name.starts_with("data-") || name.starts_with("aria-") || matches!(name, "role" | "tabindex"))
}

/// Fill and line of the classes `f-` (a soft ground), `s-` (a full one), `l-` and `t-` with a hue behind, and their dashes.
fn paint(file: &mut String, class: &str, colours: &Palette) {
    for word in class.split(' ') {
        let (kind, hue) = word.split_once('-').unwrap_or((word, ""));
        let (line, soft) = of(colours, hue);
        match (kind, hue) {
            ("f", "none") => put_fill(file, "none"),
            ("f", "solid") => {
                let hue = class.split(' ').find_map(|word| word.strip_prefix("l-"));
                put_fill(file, of(colours, hue.unwrap_or("ink")).0);
            }
            ("f", _) => put_fill(file, soft),
            ("t" | "s", _) => put_fill(file, line),
            ("l", "none") => {}
            ("l", _) => {
                put!(file, " stroke=\"{line}\"");
                let filled = class.split(' ').any(|word| word.starts_with("f-"));
                if !filled {
                    put_fill(file, "none");
                }
            }
            ("dashed", _) => {
                put!(file, " stroke-dasharray=\"6 4\"");
            }
            ("dotted", _) => {
                put!(file, " stroke-dasharray=\"2 4\"");
            }
            ("halo", _) => {
                let ground = colours.page;
                put!(file, " paint-order=\"stroke\" stroke=\"{ground}\" stroke-width=\"5\" stroke-linejoin=\"round\"");
            }
            ("thick" | "arc" | "thread", _) => {
                put!(file, " stroke-width=\"3\"");
            }
            _ => {}
        }
    }
}

fn put_fill(file: &mut String, colour: &str) {
    put!(file, " fill=\"{colour}\"");
}

/// Line and soft ground of a hue's class.
fn of<'a>(colours: &'a Palette, hue: &str) -> (&'a str, &'a str) {
    let hue = match hue {
        "a" => Hue::A,
        "b" => Hue::B,
        "out" => Hue::Out,
        "now" => Hue::Now,
        "bad" => Hue::Bad,
        "ink" => Hue::Ink,
        "line" => return (colours.line, colours.page),
        "well" => return (colours.line, colours.well),
        "page" => return (colours.page, colours.page),
        _ => return (colours.quiet, colours.page),
    };
    colours.of(hue)
}
