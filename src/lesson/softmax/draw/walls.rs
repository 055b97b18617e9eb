//! The walls where the type ends, and the words that say so.

use super::{piece, width_of};
use crate::figure::digits;
use crate::lesson::softmax::address::precision_key;
use crate::lesson::softmax::figure::Scene;
use crate::lesson::softmax::formula::has_x;
use crate::lesson::softmax::solved::limits;
use crate::plot::marks::{Anchor, line, path, text};
use crate::plot::{Area, hatch};
use crate::say;
use crate::screen::Node;

/// Where e^x leaves the type, inf above and 0 below, and the words that say so.
pub fn draw(scene: &Scene) -> (Vec<Node>, Vec<Node>) {
    if !scene.has_ruler() {
        return Default::default();
    }
    let locale = scene.cx.locale;
    let area = scene.plot.area;
    let precision = scene.group.phases.options.precision;
    let (_, high, low) = limits(precision);
    let (wall, floor) = (scene.z_of(high), scene.z_of(low));
    let (mut nodes, mut tags) = (Vec::new(), Vec::new());
    if wall < scene.plot.x.hi() {
        let x = scene.px(wall);
        let zone = Area { x, width: area.right() - x, ..area };
        nodes.push(faint(path(hatch(zone, 11.0), "l-bad f-none hatch")));
        nodes.push(line((x, area.y), (x, area.bottom()), "l-bad thick"));
        let beyond = if wall < scene.plot.x.lo() { "◂ " } else { "" };
        let said = match scene.layout.narrow {
            true => say!(locale, softmax.wall_short, x = digits(high, 4)),
            false => say!(locale, softmax.wall, kind = precision_key(precision), x = digits(high, 4)),
        };
        let said = format!("{beyond}{said}");
        let room = width_of(&[piece(said.clone(), "")], 12.5) + 14.0;
        // Beyond the wall, before it, or where neither has room, at the end.
        let (at, anchor) = match () {
            () if x + room <= area.right() => (x + 8.0, Anchor::Start),
            () if x - room >= area.x => (x - 12.0, Anchor::End),
            () => (area.right() - 6.0, Anchor::End),
        };
        tags.push(text((at, area.bottom() - 9.0), 12.5, anchor, "t-bad strong halo", said));
    }
    if floor > scene.plot.x.lo() {
        let x = scene.px(floor);
        let zone = Area { x: area.x, width: x - area.x, ..area };
        nodes.push(path(hatch(zone, 14.0), "l-bad f-none dots"));
        nodes.push(line((x, area.y), (x, area.bottom()), "l-bad dotted"));
        let said = say!(locale, softmax.floor, x = digits(low, 4));
        let y = area.y + area.height * 0.42;
        // Out of sight it lies to the right, where the word stands.
        tags.push(match floor > scene.plot.x.hi() {
            true => {
                let (end, y) = (area.right() - 2.0, if has_x(scene.lesson) { y } else { area.bottom() + 16.0 });
                text((end, y), 12.5, Anchor::End, "t-bad strong halo", format!("{said} ▸"))
            }
            false => text((area.x + 8.0, y), 12.5, Anchor::Start, "t-bad strong halo", said),
        });
    }
    (nodes, tags)
}

/// Hatching: broad faint lines, in an exported picture too.
pub fn faint(hatching: Node) -> Node {
    hatching.attr("stroke-width", "5").attr("stroke-opacity", "0.16")
}
