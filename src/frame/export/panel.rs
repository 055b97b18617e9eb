//! A panel of a scene in an SVG file.

use super::escaped;
use super::palette::Palette;
use super::svg::{CELL, GAP, MAP, Places, WIDE};
use crate::figure;
use crate::screen::scene::Cells;
use crate::screen::{Hue, Ids, Mark, Panel, Role, Shown};
use std::fmt::Write as _;
use std::ops::Range;

/// What a panel may have besides its cells.
pub struct Besides<'a> {
    /// Names in the corners of its cells.
    pub names: &'a [String],
    /// Its heat map, a pixel a cell, as the address of an image.
    pub map: Option<String>,
}

/// A panel: title, cells with the names in their corners, notes, frames, bracket; or a heat map with its frames.
pub fn draw_panel(file: &mut String, colours: &Palette, at: &Places, panel: &Panel, besides: &Besides) {
    let (line, _) = colours.of(panel.hue);
    let (top, left) = panel.at;
    // Of one of a batch the page says above it which one it is.
    let title = match &panel.ids {
        Ids::Matrix(lead) if !lead.is_empty() => &panel.label,
        _ => &panel.title,
    };
    let (x, y) = (at.x(left), at.y(top));
    put!(file, "<text x=\"{x}\" y=\"{}\" font-size=\"14\" fill=\"{line}\">{}</text>", y - 12, escaped(title));
    let cells = match &panel.cells {
        Cells::Grid(cells) => cells,
        Cells::Heat(_) => return draw_map(file, colours, (x, y), panel, besides.map.as_deref().unwrap_or_default()),
    };
    let (rows, cols) = panel.size;
    for (index, (shown, role)) in cells.iter().zip(panel.roles()).enumerate() {
        let place = (at.x(left + index % cols), at.y(top + index / cols));
        draw_cell(file, colours, panel, place, shown, role);
        if let Some(name) = besides.names.get(index) {
            let (x, y) = (place.0 + 5, place.1 + 13);
            put!(
                file,
                "<text x=\"{x}\" y=\"{y}\" font-size=\"11\" fill=\"{}\">{}</text>",
                colours.quiet,
                escaped(name)
            );
        }
    }
    for (index, note) in &panel.notes {
        let (x, y) = (at.x(left + index % cols) + WIDE - 4, at.y(top + index / cols) + 13);
        let now = colours.of(Hue::Now).0;
        put!(
            file,
            "<text x=\"{x}\" y=\"{y}\" font-size=\"12\" fill=\"{now}\" text-anchor=\"end\">{}</text>",
            escaped(note)
        );
    }
    for (rows, cols) in panel.frames() {
        let (x, y) = (at.x(left + cols.start) - 2, at.y(top + rows.start) - 2);
        let (w, h) = (cols.len() * (WIDE + GAP) - GAP + 4, rows.len() * (CELL + GAP) - GAP + 4);
        put!(
            file,
            "<rect x=\"{x}\" y=\"{y}\" width=\"{w}\" height=\"{h}\" rx=\"11\" fill=\"none\" stroke=\"{line}\" stroke-width=\"2.5\"/>"
        );
    }
    bracket(file, line, (x, y), (cols.max(1), rows.max(1)));
}

/// A heat map with the frames around what takes part and what is at work.
fn draw_map(file: &mut String, colours: &Palette, (x, y): (usize, usize), panel: &Panel, map: &str) {
    let (rows, cols) = panel.size;
    let pixel = MAP / rows.max(cols).max(1);
    put!(
        file,
        "<image x=\"{x}\" y=\"{y}\" width=\"{}\" height=\"{}\" href=\"{map}\" image-rendering=\"pixelated\"/>",
        cols * pixel,
        rows * pixel
    );
    let mut frame = |rows: &Range<usize>, cols: &Range<usize>, line: &str| {
        put!(
            file,
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"none\" stroke=\"{line}\" stroke-width=\"2\"/>",
            x + cols.start * pixel,
            y + rows.start * pixel,
            cols.len() * pixel,
            rows.len() * pixel
        );
    };
    let (line, now) = (colours.of(panel.hue).0, colours.of(Hue::Now).0);
    frame(&(0..rows), &(0..cols), colours.line);
    panel.frames().for_each(|(rows, cols)| frame(rows, cols, line));
    for mark in &panel.marks {
        if let Mark::Role(rows, cols, Role::Active) = mark {
            frame(rows, cols, now);
        }
    }
}

fn bracket(file: &mut String, line: &str, (x, y): (usize, usize), (cols, rows): (usize, usize)) {
    let (right, bottom) = (x + cols * (WIDE + GAP) - GAP, y + rows * (CELL + GAP) - GAP);
    put!(
        file,
        "<path d=\"M{a} {t}H{b}V{u}H{a}M{c} {t}H{d}V{u}H{c}\" fill=\"none\" stroke=\"{line}\" stroke-width=\"2.5\"/>",
        a = x,
        b = x - 8,
        c = right,
        d = right + 8,
        t = y - 5,
        u = bottom + 5,
    );
}

fn draw_cell(file: &mut String, colours: &Palette, panel: &Panel, (x, y): (usize, usize), shown: &Shown, role: Role) {
    let (line, soft) = colours.of(panel.hue);
    let (fill, stroke, width) = match role {
        Role::Active => (soft, line, 3),
        Role::Contributing => (soft, soft, 1),
        Role::Pending => (colours.page, colours.line, 2),
        Role::Done => (soft, soft, 1),
        Role::Idle => (colours.well, colours.well, 1),
    };
    let dash = if role == Role::Pending { " stroke-dasharray=\"5 4\"" } else { "" };
    put!(
        file,
        "<rect x=\"{x}\" y=\"{y}\" width=\"{WIDE}\" height=\"{CELL}\" rx=\"9\" fill=\"{fill}\" stroke=\"{stroke}\" \
         stroke-width=\"{width}\"{dash}/>"
    );
    let text = figure::shown(shown);
    let size = match text.chars().count() {
        0..=4 => 20,
        5..=6 => 15,
        _ => 11,
    };
    let bad = matches!(shown, Shown::Unreadable(_) | Shown::Blocked);
    let ink = if bad {
        colours.of(Hue::Bad).0
    } else if role == Role::Active {
        line
    } else {
        colours.ink
    };
    put!(
        file,
        "<text x=\"{}\" y=\"{}\" font-size=\"{size}\" fill=\"{ink}\" text-anchor=\"middle\" \
         dominant-baseline=\"central\">{}</text>",
        x + WIDE / 2,
        y + CELL / 2,
        escaped(&text)
    );
}
