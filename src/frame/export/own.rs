//! A lesson's own drawing as an SVG file: its classes become the colours of the palette.

use super::escaped;
use super::palette::{Palette, palette};
use super::svg::head;
use crate::plot::marks::px;
use crate::screen::{Hue, Node};
use crate::shell::Theme;
use matwalk_core::number::parse64;
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
    let size = [side("width").unwrap_or(1040), side("height").unwrap_or(560)];
    let mut file = head(size[0], size[1], &colours);
    for node in nodes {
        match node.tag {
            "svg" => markup(&mut file, node, &colours),
            _ => controls(&mut file, node, size, &colours),
        }
    }
    file.push_str("</svg>\n");
    file
}

/// Of controls over the drawing what they say: names, numbers, and what is chosen.
fn controls(file: &mut String, node: &Node, size: [usize; 2], colours: &Palette) {
    fn collect(node: &Node, into: &mut String) {
        if matches!(node.tag, "b" | "output") || node.class == "on" {
            // A name ends with a space: its number follows.
            *into += if into.is_empty() || into.ends_with(' ') { "" } else { " · " };
            *into += &node.text;
        }
        node.children.iter().for_each(|child| collect(child, into));
    }
    let (mut said, quiet) = (String::new(), colours.quiet);
    collect(node, &mut said);
    let share = |name: &str| {
        let found = node.styles.iter().find(|(own, _)| *own == name);
        found.and_then(|(_, value)| parse64(value.trim_end_matches('%')).ok()).unwrap_or(0.0) / 100.0
    };
    let [x, y] = [("left", size[0]), ("top", size[1])].map(|(name, all)| share(name) * all as f64);
    put!(file, "<text x=\"{}\" y=\"{}\" font-size=\"14\" fill=\"{quiet}\">", px(x), px(y + 25.0));
    put!(file, "{}</text>", escaped(&said));
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
    for child in node.children.iter() {
        markup(file, child, colours);
    }
    put!(file, "</{}>", node.tag);
}

/// Whether an attribute says how something looks, not how it is used.
fn is_drawn(name: &str) -> bool {
    name == "data-cell"
        || !(name.starts_with("data-") || name.starts_with("aria-") || matches!(name, "role" | "tabindex"))
}

/// Fill and line of the classes `f-` (a soft ground), `s-` (a full one), `l-` and `t-` with a hue behind, and what the
/// lessons' style sheets say of widths and dashes: an attribute stands once, as the last class has it.
fn paint(file: &mut String, class: &str, colours: &Palette) {
    let mut attrs: Vec<(&str, &str)> = Vec::new();
    let mut set = |all: &[(&'static str, &'static str)]| {
        attrs.retain(|(name, _)| all.iter().all(|(own, _)| own != name));
        attrs.extend(all);
    };
    let has = |start: &str| class.split(' ').find_map(|word| word.strip_prefix(start));
    for word in class.split(' ') {
        let (kind, hue) = word.split_once('-').unwrap_or((word, ""));
        let (line, soft) = of(colours, hue);
        match (kind, hue) {
            ("f", "none") => set(&[("fill", "none")]),
            ("f", "solid") => set(&[("fill", of(colours, has("l-").unwrap_or("ink")).0)]),
            ("f", _) => set(&[("fill", soft)]),
            ("t" | "s", _) => set(&[("fill", line)]),
            ("l", "none") => {}
            ("l", _) => {
                set(&[("stroke", line)]);
                if has("f-").is_none() {
                    set(&[("fill", "none")]);
                }
            }
            ("dashed", _) if has("curve--second").is_none() => set(&[("stroke-dasharray", "6 4")]),
            ("dotted", _) => set(&[("stroke-dasharray", "2 4")]),
            ("halo" | "masks", _) => set(&[
                ("paint-order", "stroke"),
                ("stroke", colours.page),
                ("stroke-width", "5"),
                ("stroke-linejoin", "round"),
            ]),
            ("edged", _) => set(&[("stroke", colours.page), ("stroke-width", "2")]),
            ("thick" | "arc" | "thread", _) => set(&[("stroke-width", "3")]),
            ("curve", "") => set(&[("stroke-width", "1.8"), ("stroke-linejoin", "round")]),
            ("curve", "-first") => set(&[("stroke-width", "3.2")]),
            ("curve", "-second") => set(&[("stroke-dasharray", "8 4")]),
            ("curve", "-third") => set(&[("stroke-width", "2.4")]),
            ("reads", _) => set(&[("stroke-width", "2.2"), ("stroke-dasharray", "2 4")]),
            ("tangent" | "bracket", _) => set(&[("stroke-width", "2")]),
            ("rise", _) | ("slider", "track") => set(&[("stroke-width", "5")]),
            // The palette's line is that of cells; ticks and hatching are fainter.
            ("axis" | "hatch", _) if has("l-") == Some("line") => set(&[("stroke-opacity", "0.35")]),
            _ => {}
        }
    }
    for (name, value) in attrs {
        put!(file, " {name}=\"{value}\"");
    }
}

/// Line and soft ground of a hue's class.
fn of(colours: &Palette, hue: &str) -> (&'static str, &'static str) {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_attribute_stands_once_as_the_page_shows_it() {
        let line = |class: &'static str| Node::leaf("path", class, "");
        let button = |class: &'static str, said: &'static str| Node::leaf("button", class, said);
        let svg = Node::holding("svg", "", vec![line("f-none l-ink curve curve--second dashed"), line("l-a reads")]);
        let row = Node::holding(
            "div",
            "controls-row",
            vec![button("on", "ReLU"), button("", "As is"), button("on", "Centred")],
        );
        let file = own(&[svg.attr("width", "200"), row.style("left", "50%").style("top", "10%")], Theme::Light);
        for part in
            ["stroke-width=\"1.8\"", "stroke-dasharray=\"8 4\"", "stroke-dasharray=\"2 4\"", "x=\"100\" y=\"81\""]
        {
            assert_eq!(file.matches(part).count(), 1, "{part}: {file}");
        }
        assert!(!file.contains("6 4") && file.contains(">ReLU · Centred</text>"), "{file}");
    }
}
