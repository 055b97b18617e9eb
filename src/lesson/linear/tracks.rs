//! Where everything stands: the panels crossed or in line, graph and code beside or below them. All of it follows from
//! the sizes and the picture's box.

use super::inputs::Sizes;
use super::model::Form;
use crate::screen::{Cx, Room, Scene, Split, Track};

/// Pixels for a title above a panel, between two panels, and for a sign between panels in line.
const TITLE: u16 = 24;
const BETWEEN: u16 = 30;
const SIGN: u16 = 34;

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

/// What stands beside the panels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Beside {
    /// Where.
    pub split: Split,
    /// Its own size in pixels.
    pub width: f64,
    /// See `width`.
    pub height: f64,
    /// Whether the code stands there too, and whether it stands on the graph's right.
    pub code: Option<bool>,
    /// Whether the graph has its line of words above it.
    pub caption: bool,
}

/// Up to so many inputs and outputs graph and code both have room.
const BOTH: usize = 10;

/// How the box is shared, from its size alone.
pub fn beside(room: &Room, counts: &Counts) -> Beside {
    let Room { width, height, .. } = *room;
    let ratio = width / height.max(1.0);
    let many = counts.inner + counts.outputs > BOTH;
    let cols = counts.inner + counts.samples.max(counts.outputs) + usize::from(counts.apart);
    let share = (44 + cols * 7 / 5).min(60) as u8;
    let right = |share: u8| (Split::Right(share), width * f64::from(100 - share) / 100.0 - 14.0, height - 10.0);
    let below = |share: u8| (Split::Below(share), width - 16.0, height * f64::from(100 - share) / 100.0 - 8.0);
    let ((split, wide, high), code, caption) = if width <= 640.0 && ratio < 1.25 {
        if many { ((Split::Alone, 0.0, 0.0), None, false) } else { (below(60), None, true) }
    } else if width <= 640.0 {
        (right(54), None, false)
    } else if ratio < 1.25 {
        (below(52), (!many).then_some(true), true)
    } else if ratio >= 1.9 {
        // Low and wide: three in a row.
        (right(if many { 54 } else { (34 + cols) as u8 }), (!many).then_some(true), true)
    } else {
        (right(share), (!many).then_some(false), true)
    };
    Beside { split, width: wide.max(0.0), height: high.max(0.0), code, caption }
}

/// The tracks: crossed, unless cells would be too small and another layout makes them larger.
pub fn tracks(form: Form, counts: &Counts, panels: &Room, cx: &Cx) -> Tracks {
    let crossed = crossed(form, counts);
    let least = cx.room.least_cell;
    let own = cell(&crossed, panels);
    if own >= least {
        return crossed;
    }
    let lines = [in_line(form, counts), stacked(form, counts)];
    let better = |best: Tracks, other: Tracks| if cell(&other, panels) > cell(&best, panels) { other } else { best };
    lines.into_iter().fold(crossed, better)
}

/// The height of a cell, as the style sheet works it out.
fn cell(tracks: &Tracks, room: &Room) -> f64 {
    let ((rows, high), (cols, wide)) = (Scene::extent(&tracks.rows), Scene::extent(&tracks.cols));
    let down = (room.height - high as f64 - 26.0) / rows.max(1) as f64 - 4.0;
    let across = (room.width - wide as f64 - 44.0) / cols.max(1) as f64 - 5.0;
    down.min(across * 0.86)
}

/// The product's crossed layout on paper; PyTorch's form is the same mirrored in its diagonal.
fn crossed(form: Form, counts: &Counts) -> Tracks {
    let Counts { inner, samples, outputs, apart } = *counts;
    let cells = |count: usize| Track::Cells(count.max(1));
    let one = usize::from(apart);
    let (long, first) = (vec![Track::Gap(TITLE), cells(inner)], inner.max(1));
    let mut tracks = match form {
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
                signs: vec![],
            }
        }
    };
    // Up to eight cells a side both forms take the same square, so that the switch changes no cell's size.
    let side = inner + outputs.max(samples + one);
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

/// `Wᵀ · x + b = y` as it is printed, or `x @ weightᵀ + bias = y`.
fn in_line(form: Form, counts: &Counts) -> Tracks {
    let Counts { inner, samples, outputs, apart } = *counts;
    let (first, second, third) = match form {
        Form::Math => (inner.max(1), samples, samples),
        Form::Torch => (inner.max(1), outputs, outputs),
    };
    let mut cols = vec![Track::Cells(first), Track::Gap(SIGN), Track::Cells(second)];
    let at_second = first + 1;
    let mut signs = vec![(first, if form == Form::Math { "·" } else { "@" })];
    let mut next = at_second + second;
    let mut bias = (1, first - 1);
    if apart {
        let wide = if form == Form::Math { 1 } else { outputs };
        cols.extend([Track::Gap(SIGN), Track::Cells(wide)]);
        signs.push((next, "+"));
        bias = (1, next + 1);
        next += 1 + wide;
    }
    cols.extend([Track::Gap(SIGN), Track::Cells(third)]);
    signs.push((next, "="));
    let high = if form == Form::Math { inner.max(outputs) } else { inner.max(samples) };
    let rows = vec![Track::Gap(TITLE), Track::Cells(high.max(1))];
    let (weight, x) = match form {
        Form::Math => ((1, 0), (1, at_second)),
        Form::Torch => ((1, at_second), (1, 0)),
    };
    if form == Form::Torch && !apart {
        bias = (first, at_second);
    }
    Tracks { rows, cols, x, weight, bias, y: (1, next + 1), crossed: false, signs }
}

/// x, weightᵀ, bias and y under each other, for PyTorch's form in a narrow box; on paper it is the line.
fn stacked(form: Form, counts: &Counts) -> Tracks {
    if form == Form::Math {
        return in_line(form, counts);
    }
    let Counts { inner, samples, outputs, apart } = *counts;
    let mut rows = vec![Track::Gap(TITLE), Track::Cells(samples), Track::Gap(TITLE), Track::Cells(inner.max(1))];
    let weight = samples + 2;
    let mut next = weight + inner.max(1);
    let mut bias = (next - 1, 0);
    if apart {
        rows.extend([Track::Gap(TITLE), Track::Cells(1)]);
        bias = (next + 1, 0);
        next += 2;
    }
    rows.extend([Track::Gap(TITLE), Track::Cells(samples)]);
    let cols = vec![Track::Cells(inner.max(outputs).max(1))];
    Tracks { rows, cols, x: (1, 0), weight: (weight, 0), bias, y: (next + 1, 0), crossed: false, signs: vec![] }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cx(width: f64, height: f64) -> Cx {
        let room = Room { width, height, least_cell: 24.0 };
        Cx { locale: crate::words::Locale::en, base: 1, room }
    }

    #[test]
    fn both_forms_have_cells_of_one_size() {
        let counts = Counts { inner: 4, samples: 1, outputs: 3, apart: true };
        let cx = cx(1040.0, 560.0);
        let panels = beside(&cx.room, &counts).split.panels(&cx.room);
        let [math, torch] = Form::ALL.map(|form| tracks(form, &counts, &panels, &cx));
        assert!(math.crossed && torch.crossed);
        assert!((cell(&math, &panels) - cell(&torch, &panels)).abs() < 0.5);
    }

    #[test]
    fn crowded_panels_stand_in_line_and_a_phone_drops_the_graph() {
        let counts = Counts { inner: 8, samples: 1, outputs: 8, apart: true };
        let low = cx(974.0, 343.0);
        let panels = beside(&low.room, &counts).split.panels(&low.room);
        assert!(!tracks(Form::Math, &counts, &panels, &low).crossed);
        assert_eq!(beside(&cx(360.0, 487.0).room, &counts).split, Split::Alone);
        let few = Counts { inner: 4, outputs: 3, ..counts };
        assert!(matches!(beside(&cx(360.0, 487.0).room, &few).split, Split::Below(_)));
    }
}
