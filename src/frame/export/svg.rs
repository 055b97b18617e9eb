//! A scene as an SVG file.

use super::escaped;
use super::palette::{Palette, palette};
use crate::figure;
use crate::screen::scene::Cells;
use crate::screen::{Chip, ChipState, Hue, Link, Panel, Role, Scene, Shown, Track, Word};
use crate::shell::Theme;
use std::fmt::Write as _;

const CELL: usize = 56;
const WIDE: usize = 64;
const GAP: usize = 5;
const MARGIN: usize = 24;

/// The most rows or columns of a panel; a larger one is cut there.
const MAX: usize = 32;

/// Writing to a String can't fail, so the result is dropped.
macro_rules! put {
    ($file:expr, $($text:tt)*) => { let _ = write!($file, $($text)*); };
}

/// The picture of a scene.
pub fn scene(scene: &Scene, theme: Theme) -> String {
    let colours = palette(theme);
    let (xs, width) = edges(&scene.cols, WIDE);
    let (ys, height) = edges(&scene.rows, CELL);
    let mut file = head(width + 2 * MARGIN, height + 2 * MARGIN, &colours);
    let at = Places { xs, ys };
    for link in &scene.links {
        draw_link(&mut file, &colours, &at, link);
    }
    for panel in &scene.panels {
        draw_panel(&mut file, &colours, &at, panel);
    }
    for chip in &scene.chips {
        draw_chip(&mut file, &colours, &at, chip);
    }
    for &(row, col, sign) in &scene.signs {
        let rows = scene.panels.first().map_or(1, |panel| panel.size.0);
        let middle = (at.y(row) + at.y(row + rows.max(1))) / 2;
        put!(
            file,
            "<text x=\"{}\" y=\"{middle}\" font-size=\"22\" fill=\"{}\">{sign}</text>",
            at.x(col) + 12,
            colours.quiet
        );
    }
    file.push_str("</svg>\n");
    file
}

pub(super) fn head(width: usize, height: usize, colours: &Palette) -> String {
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" \
         font-family=\"Pretendard, 'Apple SD Gothic Neo', 'Noto Sans KR', 'Noto Sans CJK KR', system-ui, sans-serif\" \
         font-weight=\"600\"><rect width=\"100%\" height=\"100%\" fill=\"{}\"/>",
        colours.page
    )
}

/// Where each track begins.
struct Places {
    xs: Vec<usize>,
    ys: Vec<usize>,
}

impl Places {
    fn x(&self, col: usize) -> usize {
        MARGIN + self.xs[col.min(self.xs.len() - 1)]
    }

    fn y(&self, row: usize) -> usize {
        MARGIN + self.ys[row.min(self.ys.len() - 1)]
    }
}

/// The start of each track, the end of the last one, and the whole extent.
fn edges(tracks: &[Track], size: usize) -> (Vec<usize>, usize) {
    let (mut starts, mut here) = (Vec::new(), 0);
    for track in tracks {
        match *track {
            Track::Cells(count) => {
                for _ in 0..count {
                    starts.push(here);
                    here += size + GAP;
                }
            }
            Track::Gap(pixels) => {
                starts.push(here);
                here += usize::from(pixels) + GAP;
            }
            // A heat map: as large as the largest that is drawn.
            Track::Auto => {
                starts.push(here);
                here += MAX * 8 + 40;
            }
        }
    }
    starts.push(here);
    (starts, here)
}

fn draw_panel(file: &mut String, colours: &Palette, at: &Places, panel: &Panel) {
    let (line, _) = colours.of(panel.hue);
    let (top, left) = panel.at;
    let (x, y) = (at.x(left), at.y(top));
    put!(file, "<text x=\"{x}\" y=\"{}\" font-size=\"14\" fill=\"{line}\">{}</text>", y - 12, escaped(&panel.title));
    let cells = match &panel.cells {
        Cells::Grid(cells) => cells.clone(),
        Cells::Heat(heat) => {
            heat.values.iter().map(|value| value.map_or(Shown::Pending, Shown::Value)).collect::<Vec<_>>().into()
        }
    };
    let large = matches!(panel.cells, Cells::Heat(_));
    let (rows, cols) = panel.size;
    let roles = panel.roles();
    for row in 0..rows.min(MAX) {
        for col in 0..cols.min(MAX) {
            let index = row * cols + col;
            let (Some(shown), Some(role)) = (cells.get(index), roles.get(index)) else { continue };
            if large {
                let opacity = shown.value().map_or(0.0, |value| value.abs().min(9.0) / 9.0);
                let (x, y) = (x + col * 8, y + row * 8);
                put!(
                    file,
                    "<rect x=\"{x}\" y=\"{y}\" width=\"8\" height=\"8\" fill=\"{line}\" fill-opacity=\"{opacity:.2}\"/>"
                );
            } else {
                draw_cell(file, colours, panel, (at.x(left + col), at.y(top + row)), shown, *role);
            }
        }
    }
    if large {
        return;
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

fn draw_chip(file: &mut String, colours: &Palette, at: &Places, chip: &Chip) {
    let (x, y) = (at.x(chip.at.1), at.y(chip.at.0));
    let (now, soft) = colours.of(Hue::Now);
    let (fill, stroke, dash) = match chip.state {
        ChipState::Now => (soft, now, ""),
        ChipState::Done => (colours.page, colours.line, ""),
        ChipState::Todo => (colours.page, colours.line, " stroke-dasharray=\"5 4\""),
    };
    put!(
        file,
        "<rect x=\"{x}\" y=\"{y}\" width=\"{WIDE}\" height=\"{CELL}\" rx=\"9\" fill=\"{fill}\" stroke=\"{stroke}\" \
         stroke-width=\"1.5\"{dash}/>"
    );
    let mut line = |words: &[Word], y: usize, size: usize| {
        put!(
            file,
            "<text x=\"{}\" y=\"{y}\" font-size=\"{size}\" text-anchor=\"middle\" dominant-baseline=\"central\">",
            x + WIDE / 2
        );
        for word in words {
            put!(file, "<tspan fill=\"{}\">{}</tspan>", colours.of(word.hue).0, escaped(&word.text));
        }
        file.push_str("</text>");
    };
    if chip.small.is_empty() {
        line(&chip.large, y + CELL / 2, 20);
    } else {
        line(&chip.small, y + 17, 14);
        line(&chip.large, y + 38, 19);
    }
}

fn draw_link(file: &mut String, colours: &Palette, at: &Places, link: &Link) {
    let (line, _) = colours.of(link.hue);
    let (left, right) = (at.x(link.cols.start), at.x(link.cols.end));
    let (top, bottom) = (at.y(link.rows.start), at.y(link.rows.end));
    let (x, y) = (left + WIDE / 2, top + CELL / 2);
    let path = if link.upright { format!("M{x} {top}V{bottom}") } else { format!("M{left} {y}H{right}") };
    put!(file, "<path d=\"{path}\" stroke=\"{line}\" stroke-width=\"2.5\" stroke-dasharray=\"2 4\" fill=\"none\"/>");
}
