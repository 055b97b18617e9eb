//! A scene as an SVG file.

use super::escaped;
use super::palette::{Palette, palette};
use super::panel::{Besides, draw_panel};
use super::seen::Seen;
use crate::screen::{Chip, ChipState, Hue, Link, Scene, Slot, Split, Track, Word};
use crate::shell::Theme;
use std::fmt::Write as _;

pub(super) const CELL: usize = 56;
pub(super) const WIDE: usize = 64;
pub(super) const GAP: usize = 5;
const MARGIN: usize = 24;

/// Pixels of a heat map's longer side, at most.
pub(super) const MAP: usize = 320;

/// A drawing of a lesson's own.
pub fn alone(seen: &Seen, theme: Theme) -> String {
    let [width, height] = [seen.width, seen.height].map(|pixels| pixels.ceil() as usize);
    head(width, height, &palette(theme)) + &seen.markup + "</svg>\n"
}

/// The picture of a scene, and what stands on the right of its panels or below them.
pub fn scene(scene: &Scene, theme: Theme, beside: Option<&Seen>, map: impl Fn(Slot) -> Option<String>) -> String {
    let colours = palette(theme);
    let (xs, width) = edges(&scene.cols, WIDE);
    let (ys, height) = edges(&scene.rows, CELL);
    let (width, height) = (width + 2 * MARGIN, height + 2 * MARGIN);
    let [wide, high] = beside.map_or([0, 0], |seen| [seen.width, seen.height].map(|pixels| pixels.ceil() as usize));
    let below = matches!(scene.split, Split::Below(_));
    let (all_wide, all_high) = if below { (width.max(wide), height + high) } else { (width + wide, height.max(high)) };
    let mut file = head(all_wide, all_high, &colours);
    if let Some(seen) = beside {
        let (x, y) = if below { (0, height) } else { (width, (all_high - high) / 2) };
        put!(file, "<svg x=\"{x}\" y=\"{y}\" width=\"{wide}\" height=\"{high}\">{}</svg>", seen.markup);
    }
    let at = Places { xs, ys, top: if below { 0 } else { (all_high - height) / 2 } };
    for link in &scene.links {
        draw_link(&mut file, &colours, &at, link);
    }
    for panel in &scene.panels {
        let names = scene.corners.iter().find(|(slot, _)| *slot == panel.slot);
        let besides = Besides { names: names.map_or(&[], |(_, names)| names), map: map(panel.slot) };
        draw_panel(&mut file, &colours, &at, panel, &besides);
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

fn head(width: usize, height: usize, colours: &Palette) -> String {
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" \
         font-family=\"Pretendard, 'Apple SD Gothic Neo', 'Noto Sans KR', 'Noto Sans CJK KR', system-ui, sans-serif\" \
         font-weight=\"600\"><rect width=\"100%\" height=\"100%\" fill=\"{}\"/>",
        colours.page
    )
}

/// Where each track begins.
pub(super) struct Places {
    xs: Vec<usize>,
    ys: Vec<usize>,
    /// What is above all of them.
    top: usize,
}

impl Places {
    pub(super) fn x(&self, col: usize) -> usize {
        MARGIN + self.xs[col.min(self.xs.len() - 1)]
    }

    pub(super) fn y(&self, row: usize) -> usize {
        self.top + MARGIN + self.ys[row.min(self.ys.len() - 1)]
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
            // A heat map with its title.
            Track::Auto => {
                starts.push(here);
                here += MAP + 40;
            }
        }
    }
    starts.push(here);
    (starts, here)
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
