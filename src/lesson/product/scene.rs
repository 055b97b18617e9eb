//! The picture after t steps: three panels on shared tracks, the marks of the step, chips on the inner diagonal.

use super::chips;
use super::formula::formula;
use super::inputs::{A, B, OUT};
use super::model::Product;
use super::names::Names;
use super::place::Now;
use super::sentence;
use super::solved::Answer;
use super::tracks::tracks;
use crate::figure;
use crate::lesson::terms::shape_text;
use crate::say;
use crate::screen::scene::Cells;
use crate::screen::{Cx, Figure, Hue, Ids, Main, Mark, Moment, Panel, Role, Scene, Shown, Slot};
use matwalk_core::trace::matmul::{Reading, Trace};
use std::sync::Arc;

/// The most rows or columns shown as a grid of numbers; from here on a heat map stands for it.
pub const MAX_GRID: usize = 16;

/// Everything the step decides.
pub fn moment(product: &Product, cx: &Cx) -> Moment {
    let answer = product.solved.answer.as_ref().ok();
    let names = Names::new(cx.locale, cx.base, product.inputs(), answer);
    let now = product.now();
    let walk = product.trace().zip(answer);
    let told = walk.as_ref().map(|(trace, answer)| {
        (
            now.as_ref().map(|now| formula(product, &names, trace, answer, now)).unwrap_or_default(),
            sentence::sentence(product, &names, trace, answer, now.as_ref()),
            now.as_ref().map(|now| sentence::special(product, &names, trace, answer, now)).unwrap_or_default(),
        )
    });
    let (formula, sentence, special) = told.unwrap_or_default();
    let at_end = walk.is_some_and(|(trace, _)| !trace.is_empty() && product.t == trace.len());
    Moment {
        figure: Figure::Scene(Box::new(scene(product, cx, &names, now.as_ref()))),
        formula,
        spoken: sentence::spoken(&names, now.as_ref()),
        sentence,
        special,
        main: if at_end { Main::FromStart } else { Main::Next },
    }
}

fn scene(product: &Product, cx: &Cx, names: &Names, now: Option<&Now>) -> Scene {
    let [(m, k), (l, n)] = product.inputs().paper();
    let (rows, cols, places, crossed) = tracks(product, cx, (m, k), (l, n));
    let mut scene = Scene { rows, cols, ..Scene::default() };
    let trace = product.trace();
    for (slot, at) in [(B, places.rhs), (A, places.lhs)] {
        let mut panel = operand_panel(product, names, slot, at);
        if let Some((trace, now)) = trace.as_ref().zip(now) {
            panel.marks = operand_marks(slot, trace, now);
        }
        scene.panels.push(panel);
    }
    match (&product.solved.answer, &trace) {
        (Ok(answer), Some(trace)) => {
            scene.panels.push(out_panel(product, names, trace, answer, places.out, now));
            if crossed && !product.is_large() {
                chips::add(&mut scene, product, names, trace, now);
            }
        }
        _ => scene.nothing = Some((places.out.0, places.out.1, say!(cx.locale, stage.no_result))),
    }
    if !crossed {
        let middle = places.lhs.0;
        scene.signs = vec![(middle, places.rhs.1 - 1, "×"), (middle, places.out.1 - 1, "=")];
    }
    scene
}

fn operand_panel(product: &Product, names: &Names, slot: Slot, at: (usize, usize)) -> Panel {
    let inputs = product.inputs();
    let [lhs, rhs] = inputs.paper();
    let large = product.is_large();
    let (operand, size, hue) = if slot == B { (&inputs.rhs, rhs, Hue::B) } else { (&inputs.lhs, lhs, Hue::A) };
    let name = names.letter(slot);
    let face = product.solved.face(slot);
    let label = if large {
        say!(names.locale, stage.heat, name = name, rows = size.0, cols = size.1)
    } else if slot == B {
        say!(names.locale, product.rhs, name = name)
    } else {
        say!(names.locale, product.lhs, name = name)
    };
    Panel {
        slot,
        hue,
        title: format!("{name} {}", shape_text(operand.shape().dims())),
        label,
        at,
        size,
        ids: if operand.is_vector() { Ids::Vector } else { Ids::Matrix(Vec::new()) },
        cells: if large { Cells::Heat(product.heat.operand(slot, operand)) } else { Cells::Grid(face.cells.clone()) },
        marks: Vec::new(),
        notes: Vec::new(),
        editable: !large,
        chars: face.chars,
    }
}

/// What of an operand belongs together with the step, what the step itself reads, and the frame around it.
fn operand_marks(slot: Slot, trace: &Trace, now: &Now) -> Vec<Mark> {
    let Trace { m, k, n, .. } = *trace;
    let (row, col, p) = (now.place.row, now.place.col, now.place.p);
    let one = |at: usize| at..at + 1;
    let (rows, cols) = match (slot, trace.reading) {
        (A, Reading::Dot | Reading::Rows) => (one(row), 0..k),
        (A, _) => (0..m, one(p)),
        (_, Reading::Dot | Reading::Columns) => (0..k, one(col)),
        (_, _) => (one(p), 0..n),
    };
    let mut marks = vec![Mark::Role(rows.clone(), cols.clone(), Role::Contributing)];
    let step = &now.step;
    let (read_rows, read_cols) = if slot == A { (&step.rows, &step.inner) } else { (&step.inner, &step.cols) };
    // The one factor of the step; a whole row or column at once only contributes.
    if read_rows.len() * read_cols.len() == 1 {
        marks.push(Mark::Role(read_rows.clone(), read_cols.clone(), Role::Active));
    }
    marks.push(Mark::Frame(rows, cols));
    marks
}

fn out_panel(
    product: &Product,
    names: &Names,
    trace: &Trace,
    answer: &Answer,
    at: (usize, usize),
    now: Option<&Now>,
) -> Panel {
    let Trace { m, n, .. } = *trace;
    let rank = answer.plan.out.rank();
    let name = names.letter(OUT);
    let large = product.is_large();
    let mut panel = Panel {
        slot: OUT,
        hue: Hue::Out,
        title: format!("{name} {}", shape_text(answer.plan.out.dims())),
        label: if large {
            say!(names.locale, stage.heat, name = name, rows = m, cols = n)
        } else {
            say!(names.locale, product.out, name = name)
        },
        at,
        size: (m, n),
        ids: match rank {
            0 => Ids::Scalar,
            1 => Ids::Vector,
            _ => Ids::Matrix(Vec::new()),
        },
        cells: Cells::Grid(Arc::default()),
        marks: Vec::new(),
        notes: Vec::new(),
        editable: false,
        chars: answer.chars,
    };
    if large {
        panel.cells = Cells::Heat(product.heat.result(product.inputs(), trace, answer, product.t));
    } else {
        let (cells, marks) = out_cells(product, trace, answer);
        panel.cells = Cells::Grid(cells);
        panel.marks = marks;
    }
    if let Some(now) = now {
        let step = &now.step;
        panel.marks.push(Mark::Role(step.rows.clone(), step.cols.clone(), Role::Active));
        match trace.reading {
            Reading::Columns => panel.marks.push(Mark::Frame(0..m, now.place.col..now.place.col + 1)),
            Reading::Rows => panel.marks.push(Mark::Frame(now.place.row..now.place.row + 1, 0..n)),
            Reading::Dot | Reading::Outer => {}
        }
        if !large && !now.is_whole_cell() {
            panel.notes = notes(product, trace, answer, now);
        }
    }
    panel
}

/// What each cell of the result shows after the finished steps, and what it is doing.
fn out_cells(product: &Product, trace: &Trace, answer: &Answer) -> (Arc<[Shown]>, Vec<Mark>) {
    let (lhs, rhs) = (product.inputs().lhs.tensor().data(), product.inputs().rhs.tensor().data());
    let Trace { m, k, n, .. } = *trace;
    let mut marks = Vec::new();
    let mut cells = Vec::with_capacity(m * n);
    for row in 0..m {
        for col in 0..n {
            let done = trace.terms_done(product.t, row, col);
            cells.push(match done {
                _ if answer.blocks(row, col) => Shown::Blocked,
                _ if done == k => answer.cells[row * n + col].clone(),
                0 => Shown::Pending,
                _ => Shown::Value(trace.partial(lhs, rhs, product.t, row, col)),
            });
            let role = match done {
                _ if done == k => Role::Done,
                0 => Role::Pending,
                _ => Role::Contributing,
            };
            match marks.last_mut() {
                // One mark for neighbours in a row that do the same.
                Some(Mark::Role(rows, cols, last)) if *last == role && rows.start == row && cols.end == col => {
                    cols.end = col + 1;
                }
                _ => marks.push(Mark::Role(row..row + 1, col..col + 1, role)),
            }
        }
    }
    (cells.into(), marks)
}

/// `+15` in each cell that the step adds to.
fn notes(product: &Product, trace: &Trace, answer: &Answer, now: &Now) -> Vec<(usize, String)> {
    let (lhs, rhs) = (product.inputs().lhs.tensor().data(), product.inputs().rhs.tensor().data());
    let (k, n, p) = (trace.k, trace.n, now.place.p);
    let cells = now.step.rows.clone().flat_map(|row| now.step.cols.clone().map(move |col| (row, col)));
    cells
        .filter(|&(row, col)| !answer.blocks(row, col))
        .map(|(row, col)| (row * n + col, figure::signed(lhs[row * k + p] * rhs[p * n + col])))
        .collect()
}
