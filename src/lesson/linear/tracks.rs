//! Where the panels stand: crossed or in line, as the sizes and their part of the picture's box ask for.

mod line;

use self::line::{in_line, stacked};
use super::inputs::Sizes;
use super::model::Form;
use crate::screen::{Cx, Room, Scene, Track};

/// Pixels for a title above a panel, between two panels, and for a sign between panels in line.
const TITLE: u16 = 24;
const BETWEEN: u16 = 30;
const SIGN: u16 = 34;
const TIGHT: u16 = 22;
const DENSE: u16 = 14;

/// Pixels under which cells don't fit their box any more, and how small they may be where they stand closer.
const TOO_SMALL: f64 = 23.0;
const LEAST_DENSE: f64 = 20.0;

/// The panels' tracks and the places of their first cells.
#[derive(Clone, Debug)]
pub struct Tracks {
    /// Rows of the picture.
    pub rows: Vec<Track>,
    /// Columns of the picture.
    pub cols: Vec<Track>,
    /// The input.
    pub x: (usize, usize),
    /// The weight.
    pub weight: (usize, usize),
    /// The bias.
    pub bias: (usize, usize),
    /// The result.
    pub y: (usize, usize),
    /// Whether the inner diagonal is there.
    pub crossed: bool,
    /// Whether they stand closer: see [`Scene::dense`].
    pub dense: bool,
    /// Signs in line: the column track of each.
    pub signs: Vec<(usize, &'static str)>,
}

/// What the tracks depend on.
#[derive(Clone, Copy, Debug)]
pub struct Counts {
    /// Inner length as drawn: the wider of what x has and what the layer takes, and the appended 1.
    pub inner: usize,
    /// Samples.
    pub samples: usize,
    /// Outputs.
    pub outputs: usize,
    /// Whether the bias stands apart.
    pub apart: bool,
}

impl Counts {
    /// The counts of a layer.
    pub fn new(sizes: &Sizes, has_bias: bool, appends: bool) -> Counts {
        Counts {
            inner: sizes.inputs.max(sizes.width) + usize::from(appends),
            samples: sizes.samples.max(1),
            outputs: sizes.outputs.max(1),
            apart: has_bias && !appends,
        }
    }
}

/// The tracks: crossed, unless cells would be too small and another layout makes them larger.
pub fn tracks(form: Form, counts: &Counts, panels: &Room, cx: &Cx) -> Tracks {
    let least = cx.room.least_cell;
    let crossed = crossed(form, counts);
    let square = square(crossed.clone(), counts);
    if cell(&square, panels) >= least {
        return square;
    }
    if cell(&crossed, panels) >= least {
        return crossed;
    }
    let sign = if panels.width < 440.0 { TIGHT } else { SIGN };
    let lines = [in_line(form, counts, sign), stacked(form, counts, sign)];
    let better = |best: Tracks, other: Tracks| if cell(&other, panels) > cell(&best, panels) { other } else { best };
    let best = lines.into_iter().fold(crossed, better);
    if cell(&best, panels) < TOO_SMALL && panels.width < 600.0 {
        let dense = Tracks { dense: true, signs: Vec::new(), ..in_line(form, counts, DENSE) };
        if across(&dense, panels) >= LEAST_DENSE {
            return dense;
        }
    }
    best
}

impl Tracks {
    /// Whether the signs between the panels stand in their titles: in line without room, or under each other.
    pub fn signs_in_titles(&self) -> bool {
        !self.crossed && self.signs.is_empty()
    }
}

/// The height of a cell, as the style sheet works it out.
pub fn cell(tracks: &Tracks, room: &Room) -> f64 {
    let (rows, high) = Scene::extent(&tracks.rows);
    let down = (room.height - high as f64 - 26.0) / rows.max(1) as f64 - 4.0;
    down.min(across(tracks, room))
}

/// The same from the room's width alone.
fn across(tracks: &Tracks, room: &Room) -> f64 {
    let (cols, wide) = Scene::extent(&tracks.cols);
    let (edge, gap) = if tracks.dense { (24.0, 2.0) } else { (44.0, 5.0) };
    ((room.width - wide as f64 - edge) / cols.max(1) as f64 - gap) * 0.86
}

/// The product's crossed layout on paper; PyTorch's form is the same mirrored in its diagonal.
fn crossed(form: Form, counts: &Counts) -> Tracks {
    let Counts { inner, samples, outputs, apart } = *counts;
    let cells = |count: usize| Track::Cells(count.max(1));
    let one = usize::from(apart);
    let (long, first) = (vec![Track::Gap(TITLE), cells(inner)], inner.max(1));
    match form {
        Form::Math => {
            let mut cols = vec![cells(inner)];
            if apart {
                cols.extend([Track::Gap(BETWEEN / 2), Track::Cells(1)]);
            }
            cols.extend([Track::Gap(BETWEEN), cells(samples)]);
            let mut rows = long;
            rows.extend([Track::Gap(TITLE + 8), cells(outputs)]);
            let (down, right) = (first + 2, first + 1 + 2 * one);
            let bias = (down, if apart { first + 1 } else { first - 1 });
            Tracks {
                rows,
                cols,
                x: (1, right),
                weight: (down, 0),
                bias,
                y: (down, right),
                crossed: true,
                dense: false,
                signs: vec![],
            }
        }
        Form::Torch => {
            let cols = vec![cells(inner), Track::Gap(BETWEEN), cells(outputs)];
            let mut rows = long;
            if apart {
                rows.extend([Track::Gap(TITLE), Track::Cells(1)]);
            }
            rows.extend([Track::Gap(TITLE + 8), cells(samples)]);
            let (right, down) = (first + 1, first + 2 + 2 * one);
            let bias = (if apart { first + 2 } else { first }, right);
            Tracks {
                rows,
                cols,
                x: (down, 0),
                weight: (1, right),
                bias,
                y: (down, right),
                crossed: true,
                dense: false,
                signs: vec![],
            }
        }
    }
}

/// Up to eight cells a side both forms take the same square, so that the switch changes no cell's size.
fn square(mut tracks: Tracks, counts: &Counts) -> Tracks {
    let one = usize::from(counts.apart);
    let side = counts.inner + counts.outputs.max(counts.samples + one);
    if side <= 8 {
        pad(&mut tracks.rows, side, 2 * TITLE + 8 + TITLE * one as u16);
        pad(&mut tracks.cols, side, BETWEEN + BETWEEN / 2 * one as u16);
    }
    tracks
}

/// Blank tracks at the end, up to as many cells and pixels.
fn pad(tracks: &mut Vec<Track>, cells: usize, pixels: u16) {
    let (own, gaps) = Scene::extent(tracks);
    if own < cells {
        tracks.push(Track::Cells(cells - own));
    }
    let more = usize::from(pixels).saturating_sub(gaps);
    if more > 0 {
        tracks.push(Track::Gap(more as u16));
    }
}

#[cfg(test)]
mod tests {
    use super::super::room::beside;
    use super::*;
    use crate::screen::Split;

    fn cx(width: f64, height: f64) -> Cx {
        let room = Room { width, height, least_cell: 24.0, presents: false };
        Cx { locale: crate::words::Locale::en, base: 1, room }
    }

    #[test]
    fn both_forms_have_cells_of_one_size() {
        let counts = Counts { inner: 4, samples: 1, outputs: 3, apart: true };
        let cx = cx(1040.0, 560.0);
        let panels = beside(&cx.room, Form::Math, &counts).split.panels(&cx.room);
        let [math, torch] = Form::ALL.map(|form| tracks(form, &counts, &panels, &cx));
        assert!(math.crossed && torch.crossed);
        assert!((cell(&math, &panels) - cell(&torch, &panels)).abs() < 0.5);
    }

    #[test]
    fn crowded_panels_stand_in_line_and_a_phone_drops_the_graph() {
        let counts = Counts { inner: 8, samples: 1, outputs: 8, apart: true };
        let low = cx(974.0, 343.0);
        let panels = beside(&low.room, Form::Math, &counts).split.panels(&low.room);
        assert!(!tracks(Form::Math, &counts, &panels, &low).crossed);
        assert_eq!(beside(&cx(360.0, 487.0).room, Form::Math, &counts).split, Split::Alone);
        let few = Counts { inner: 4, outputs: 3, ..counts };
        assert!(matches!(beside(&cx(360.0, 487.0).room, Form::Math, &few).split, Split::Below(_)));
    }
}
