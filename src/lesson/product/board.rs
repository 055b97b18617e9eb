//! What stands around the picture: title, shape line, settings, operands, what is wrong.

use super::address::{grain_key, layout_key, reading_key};
use super::inputs::{A, B, Inputs, MAX_SIZE, OUT};
use super::model::{Layout, OPERANDS, Product};
use super::names::Names;
use super::{fixes, pictures, sentence};
use crate::lesson::go_on;
use crate::lesson::reasons::unreadable_cells;
use crate::say;
use crate::screen::board::{Choice, Place};
use crate::screen::{Board, Cx, HandOver, Hue, OperandCard, Setting, ShapeLine, ShapePart, Size, Slot};
use matwalk_core::trace::Grain;
use matwalk_core::trace::matmul::Reading;

/// Everything that no step changes.
pub fn board(product: &Product, cx: &Cx) -> Board {
    let inputs = product.inputs();
    let names = Names::new(cx.locale, cx.base, inputs, product.solved.answer.as_ref().ok());
    let error = product.solved.answer.as_ref().err();
    let values = inputs.lhs.shape().numel().max(inputs.rhs.shape().numel());
    Board {
        title: title(&names),
        aim: sentence::aim(&names, product.reading),
        shape: shape_line(product, &names),
        problem: error.map(|error| fixes::problem(&names, inputs, error)),
        unreadable: OPERANDS.iter().flat_map(|slot| unreadable(&names, inputs, *slot)).collect(),
        settings: vec![readings(product, &names), grains(product, &names), layouts(product, &names)],
        example: product.example(),
        operands: OPERANDS.iter().map(|slot| operand_card(&names, inputs, *slot)).collect(),
        swap: Some(say!(cx.locale, fix.swap, a = names.letter(A), b = names.letter(B))),
        undo: product.edits.can(),
        hand_over: hand_over(product, &names),
        hint: if product.is_large() { say!(cx.locale, stage.heat_hint) } else { String::new() },
        code: (values, inputs.is_sound()),
        ..Board::default()
    }
}

fn title(names: &Names) -> String {
    match (names.is_vector(A), names.is_vector(B)) {
        (true, false) => say!(names.locale, product.vector_matrix),
        (false, true) => say!(names.locale, product.matrix_vector),
        (false, false) => say!(names.locale, product.matrix_matrix),
        (true, true) => say!(names.locale, product.vector_vector),
    }
}

/// The result goes on to an activation function.
fn hand_over(product: &Product, names: &Names) -> Vec<HandOver> {
    match &product.solved.answer {
        Ok(answer) if product.inputs().is_sound() => go_on::activate(names.locale, &answer.out),
        _ => Vec::new(),
    }
}

fn unreadable(names: &Names, inputs: &Inputs, slot: Slot) -> Vec<String> {
    let (Some(operand), [lhs, rhs]) = (inputs.get(slot), inputs.paper()) else { return Vec::new() };
    let cols = if slot == B { rhs.1 } else { lhs.1 }.max(1);
    unreadable_cells(names.locale, operand, |index| names.cell(slot, index / cols, index % cols))
}

/// `(2, 3) @ (3, 2) → (2, 2)` with the inner sizes tied.
fn shape_line(product: &Product, names: &Names) -> ShapeLine {
    let inputs = product.inputs();
    let locale = names.locale;
    let shape = |slot: Slot| {
        let dims = if slot == B { inputs.rhs.shape() } else { inputs.lhs.shape() };
        // Last of the left; of the right the one before the last, or a vector's only one.
        let inner = if slot == A { dims.rank().saturating_sub(1) } else { dims.rank().saturating_sub(2) };
        let sizes = dims.dims().iter().enumerate().map(|(i, &size)| (size, i == inner)).collect();
        let hue = if slot == A { Hue::A } else { Hue::B };
        ShapePart::Shape { hue, sizes, paper: paper(names, slot, dims.dims()) }
    };
    let [(_, k), (l, _)] = inputs.paper();
    let result = match &product.solved.answer {
        Ok(answer) => {
            let dims = answer.plan.out.dims();
            let sizes = dims.iter().map(|&size| (size, false)).collect();
            ShapePart::Shape { hue: Hue::Out, sizes, paper: paper(names, OUT, dims) }
        }
        Err(_) => ShapePart::None,
    };
    ShapeLine {
        parts: vec![shape(A), ShapePart::Sign("@".into()), shape(B), ShapePart::Sign("→".into()), result],
        tie: match (k, l) {
            (0, 0) => say!(locale, product.tie_zero),
            _ if k == l => say!(locale, product.tie, k = k, l = l),
            _ => say!(locale, product.tie_clash, k = k, l = l),
        },
        short_tie: if k == l { format!("{k} = {l}") } else { format!("{k} ≠ {l}") },
        fits: product.solved.answer.is_ok(),
    }
}

/// How the shape is written on paper, and one line on what that means.
fn paper(names: &Names, slot: Slot, dims: &[usize]) -> (String, String) {
    let (locale, letter) = (names.locale, names.letter(slot));
    match (dims, slot) {
        ([], _) => (format!("{letter} ∈ ℝ"), say!(locale, shape.scalar)),
        // A left vector is transposed on paper, so that it lies as a row.
        ([size], A) => {
            (format!("{letter} ∈ ℝ^{size}, {letter}ᵀ ∈ ℝ^1×{size}"), say!(locale, shape.row_vector, size = size))
        }
        ([size], _) => (format!("{letter} ∈ ℝ^{size}"), say!(locale, shape.vector, size = size)),
        ([rows, cols], _) => {
            (format!("{letter} ∈ ℝ^{rows}×{cols}"), say!(locale, shape.matrix, rows = *rows, cols = *cols))
        }
        _ => (String::new(), String::new()),
    }
}

fn choice(key: &'static str, label: String, hint: String, picture: &'static str, code: &'static str) -> Choice {
    Choice { key, label, hint, picture, shortcut: (!code.is_empty()).then_some(code) }
}

fn readings(product: &Product, names: &Names) -> Setting {
    let locale = names.locale;
    let choices = Reading::ALL.into_iter().map(|reading| {
        let (label, hint, picture, code) = match reading {
            Reading::Dot => (say!(locale, product.dot), say!(locale, product.dot_hint), pictures::DOT, "KeyD"),
            Reading::Columns => {
                (say!(locale, product.columns), say!(locale, product.columns_hint), pictures::COLUMNS, "KeyC")
            }
            Reading::Rows => (say!(locale, product.rows), say!(locale, product.rows_hint), pictures::ROWS, "KeyR"),
            Reading::Outer => (say!(locale, product.outer), say!(locale, product.outer_hint), pictures::OUTER, "KeyO"),
        };
        choice(reading_key(reading), label, hint, picture, code)
    });
    Setting {
        key: "view",
        label: say!(locale, product.readings),
        choices: choices.collect(),
        chosen: Reading::ALL.iter().position(|reading| *reading == product.reading).unwrap_or(0),
        place: Place::Readings,
        shortcut: None,
    }
}

fn grains(product: &Product, names: &Names) -> Setting {
    let locale = names.locale;
    let block = match product.reading {
        Reading::Dot => say!(locale, product.grain_dot),
        Reading::Columns => say!(locale, product.grain_columns),
        Reading::Rows => say!(locale, product.grain_rows),
        Reading::Outer => say!(locale, product.grain_outer),
    };
    Setting {
        key: "grain",
        label: say!(locale, bar.grain),
        choices: vec![
            choice(grain_key(Grain::Fine), say!(locale, product.grain_term), String::new(), "", ""),
            choice(grain_key(Grain::Coarse), block, String::new(), "", ""),
        ],
        chosen: usize::from(product.grain == Grain::Coarse),
        place: Place::Grain,
        shortcut: Some("KeyG"),
    }
}

fn layouts(product: &Product, names: &Names) -> Setting {
    let locale = names.locale;
    Setting {
        key: "layout",
        label: say!(locale, layout.title),
        choices: vec![
            choice(layout_key(Layout::Crossed), say!(locale, layout.crossed), String::new(), "", ""),
            choice(layout_key(Layout::Inline), say!(locale, layout.inline), String::new(), "", ""),
        ],
        chosen: usize::from(product.layout == Layout::Inline),
        place: Place::More,
        shortcut: Some("KeyL"),
    }
}

fn operand_card(names: &Names, inputs: &Inputs, slot: Slot) -> OperandCard {
    let locale = names.locale;
    let [lhs, rhs] = inputs.paper();
    let (rows, cols) = if slot == B { rhs } else { lhs };
    let vector = names.is_vector(slot);
    let size = |key: &'static str, what: String, value: usize| Size { key, what, value, max: None };
    OperandCard {
        slot,
        name: names.letter(slot).to_owned(),
        hue: if slot == B { Hue::B } else { Hue::A },
        sizes: match (vector, slot) {
            (true, B) => vec![size("rows", say!(locale, input.entries), rows)],
            (true, _) => vec![size("cols", say!(locale, input.entries), cols)],
            _ => vec![size("rows", say!(locale, input.rows), rows), size("cols", say!(locale, input.cols), cols)],
        },
        max: MAX_SIZE,
        vector: Some(vector),
        transposes: !vector,
    }
}
