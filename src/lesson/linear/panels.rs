//! The panels: weight, bias and input as this form draws them, and the result.

use super::inputs::{B, W, X, Y};
use super::marked::{one, turned, weight_marks, x_marks};
use super::model::{Form, Linear};
use super::names::Names;
use super::scene::sum;
use super::spot::{Spot, Twin};
use super::titles::Titles;
use super::tracks::Tracks;
use crate::figure;
use crate::lesson::face::Face;
use crate::say;
use crate::screen::panel::Cells;
use crate::screen::{Hue, Ids, Mark, Panel, Role, Shown, Slot};
use std::sync::Arc;

/// The 1 that is appended to the input.
pub const ONE: Slot = Slot("one");
/// What is missing where the sizes differ.
pub const LACK: Slot = Slot("lack");

/// All panels: input, weight, bias, result, each with what is joined to it.
pub fn panels(linear: &Linear, names: &Names, tracks: &Tracks, spot: Option<&Spot>) -> Vec<Panel> {
    let (solved, sizes, form) = (&linear.solved, linear.solved.sizes, linear.form);
    let vector = linear.inputs().x.is_vector();
    let name = names.locale;
    let turn = |rows: usize, cols: usize| if form == Form::Math { (rows, cols) } else { (cols, rows) };
    let panel = |slot: Slot, hue, title: String, label: String, at, size, ids, face: &Face| Panel {
        slot,
        hue,
        title,
        label,
        at,
        size,
        ids,
        cells: Cells::Grid(face.cells.clone()),
        marks: Vec::new(),
        notes: Vec::new(),
        editable: true,
        chars: face.chars,
    };
    let ids = |by_column: bool| match (vector, by_column) {
        (true, _) => Ids::Vector,
        (false, true) => Ids::Turned,
        (false, false) => Ids::Matrix(Vec::new()),
    };
    let math = form == Form::Math;
    let (drawn_rows, drawn_cols) = turn(sizes.width, sizes.samples);
    let titles = Titles::new(linear, names, tracks);
    let x_face = &solved.x_face;
    let x_label = say!(name, linear.x_label);
    let mut x = panel(X, Hue::A, titles.x, x_label, tracks.x, (drawn_rows, drawn_cols), ids(math), x_face);
    let (rows, cols) = turn(sizes.outputs, sizes.inputs);
    let by = if math { Ids::Matrix(Vec::new()) } else { Ids::Turned };
    let label = say!(name, linear.weight_label);
    let mut weight = panel(W, Hue::B, titles.weight, label, tracks.weight, (rows, cols), by, &solved.weight_face);
    if let Some(spot) = spot {
        weight.marks = weight_marks(linear, spot);
        x.marks = x_marks(linear, spot);
    }
    // In the order of the keys: the input, the layer, the result. What is joined stands behind what it is joined to.
    let mut all = vec![x];
    all.extend(lack(linear, tracks, false));
    if linear.appends() {
        all.push(ones(linear, tracks, spot));
    }
    all.push(weight);
    all.extend(lack(linear, tracks, true));
    if let Some(face) = &solved.bias_face {
        let size = turn(sizes.outputs, 1);
        let mut bias =
            panel(B, Hue::B, titles.bias, say!(name, linear.bias_label), tracks.bias, size, Ids::Vector, face);
        if let Some(spot) = spot.filter(|spot| spot.fan.is_none()) {
            let [down, across] = turned(form, one(spot.output), one(0));
            let role = if spot.hot == Some(Twin::Bias(spot.output)) { Role::Active } else { Role::Contributing };
            bias.marks = vec![Mark::Role(down, across, role)];
        }
        all.push(bias);
    }
    all.push(y_panel(linear, names, (tracks, titles.y), spot));
    all
}

/// The appended 1, once a sample.
fn ones(linear: &Linear, tracks: &Tracks, spot: Option<&Spot>) -> Panel {
    let Counted { samples, inner } = counted(linear);
    let math = linear.form == Form::Math;
    let at = if math { (tracks.x.0 + inner, tracks.x.1) } else { (tracks.x.0, tracks.x.1 + inner) };
    let mut marks = Vec::new();
    if let Some(spot) = spot.filter(|spot| spot.fan.is_none()) {
        let role = if spot.term == Some(inner) { Role::Active } else { Role::Contributing };
        let [down, across] = turned(linear.form, one(0), one(spot.sample));
        marks.push(Mark::Role(down, across, role));
    }
    Panel {
        slot: ONE,
        hue: Hue::A,
        title: String::new(),
        label: "1".to_owned(),
        at,
        size: if math { (1, samples) } else { (samples, 1) },
        ids: Ids::Vector,
        cells: Cells::Grid(vec![Shown::Value(1.0); samples].into()),
        marks,
        notes: Vec::new(),
        editable: false,
        chars: 1,
    }
}

struct Counted {
    samples: usize,
    inner: usize,
}

fn counted(linear: &Linear) -> Counted {
    Counted { samples: linear.solved.sizes.samples, inner: linear.solved.sizes.inputs }
}

/// The partners that are not there: weights for inputs the layer does not take, or inputs that x does not have.
fn lack(linear: &Linear, tracks: &Tracks, of_weight: bool) -> Option<Panel> {
    let sizes = linear.solved.sizes;
    let math = linear.form == Form::Math;
    let (has, wants, other, at) = match of_weight {
        true => (sizes.inputs, sizes.width, sizes.outputs, tracks.weight),
        false => (sizes.width, sizes.inputs, sizes.samples, tracks.x),
    };
    let missing = wants.checked_sub(has).filter(|missing| *missing > 0 && other > 0)?;
    // Along the inner dimension: of the weight across on paper, of x down.
    let across = of_weight == math;
    Some(Panel {
        slot: LACK,
        hue: if of_weight { Hue::B } else { Hue::A },
        title: String::new(),
        label: "?".to_owned(),
        at: if across { (at.0, at.1 + has) } else { (at.0 + has, at.1) },
        size: if across { (other, missing) } else { (missing, other) },
        ids: Ids::Matrix(Vec::new()),
        cells: Cells::Grid(vec![Shown::Blocked; other * missing].into()),
        marks: Vec::new(),
        notes: Vec::new(),
        editable: false,
        chars: 1,
    })
}

fn y_panel(linear: &Linear, names: &Names, (tracks, title): (&Tracks, String), spot: Option<&Spot>) -> Panel {
    let (sizes, form) = (linear.solved.sizes, linear.form);
    let vector = linear.inputs().x.is_vector();
    let (rows, cols) = match form {
        Form::Math => (sizes.outputs, sizes.samples),
        Form::Torch => (sizes.samples, sizes.outputs),
    };
    let mut panel = Panel {
        slot: Y,
        hue: Hue::Out,
        title,
        label: say!(names.locale, linear.y_label),
        at: tracks.y,
        size: (rows, cols),
        ids: match (vector, form) {
            (true, _) => Ids::Vector,
            (false, Form::Math) => Ids::Turned,
            (false, Form::Torch) => Ids::Matrix(Vec::new()),
        },
        cells: Cells::Grid(Arc::default()),
        marks: Vec::new(),
        notes: Vec::new(),
        editable: false,
        chars: linear.solved.chars,
    };
    let place = |row: usize, col: usize| if form == Form::Math { (col, row) } else { (row, col) };
    let mut cells = Vec::with_capacity(rows * cols);
    for (row, col) in (0..rows).flat_map(|row| (0..cols).map(move |col| (row, col))) {
        let (sample, output) = place(row, col);
        let (shown, done) = sum(linear, sample, output);
        cells.push(shown);
        let role = match done {
            Some(true) => Role::Done,
            Some(false) => Role::Contributing,
            None => Role::Pending,
        };
        panel.marks.push(Mark::Role(one(row), one(col), role));
    }
    panel.cells = Cells::Grid(cells.into());
    if let Some(spot) = spot.filter(|spot| spot.fan.is_none() && (linear.t > 0 || !spot.walks)) {
        let [down, across] = turned(form, one(spot.output), one(spot.sample));
        let index = down.start * cols + across.start;
        panel.marks.push(Mark::Role(down, across, Role::Active));
        if let Some(added) = spot.term.filter(|_| spot.walks).and_then(|term| linear.term(spot, term)) {
            panel.notes.push((index, figure::signed(added)));
        }
    }
    panel
}
