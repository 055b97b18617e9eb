//! One sentence for each step, and why it stops where it stops.

use super::inputs::{Inputs, Op};
use super::names::Names;
use super::sizes::{Size, text};
use super::solved::{Solved, told};
use super::step::Step;
use crate::say;
use crate::screen::{Hue, hued};
use matwalk_core::rule::{Operand, Role, Verdict};

/// The lesson's one sentence.
pub fn aim(names: &Names) -> String {
    say!(names.locale, shapes.aim)
}

/// Before the first step.
pub fn start(names: &Names, inputs: &Inputs, solved: &Solved) -> String {
    let locale = names.locale;
    let batch = solved.columns().iter().any(|column| column.role == Role::Batch);
    match inputs.op {
        Op::Softmax => say!(locale, shapes.start_softmax),
        Op::Add => say!(locale, shapes.start_add),
        Op::Matmul if batch && solved.fold().is_none() => say!(locale, shapes.start_batch),
        _ => say!(locale, shapes.start),
    }
}

/// What a step does.
pub fn of(names: &Names, inputs: &Inputs, solved: &Solved, step: Step) -> String {
    let locale = names.locale;
    let name = |operand: Operand| match operand {
        Operand::Lhs => hued(Hue::A, names.a()),
        Operand::Rhs => hued(Hue::B, names.b()),
        Operand::Bias => hued(Hue::B, "bias"),
    };
    match step {
        Step::Ranks => ranks(names, inputs),
        Step::Turn => say!(locale, shapes.turn),
        Step::TurnFails => say!(locale, shapes.turn_fails, rank = inputs.b.len()),
        Step::WeightRank => say!(locale, shapes.weight_rank),
        Step::Lend(Operand::Lhs) => say!(locale, shapes.lend_row, name = name(Operand::Lhs)),
        Step::Lend(operand) => say!(locale, shapes.lend_column, name = name(operand)),
        Step::Fold(Operand::Lhs, _) if inputs.a.contains(&Size::Any) => say!(locale, shapes.fold_any),
        Step::Fold(Operand::Lhs, rows) => say!(locale, shapes.fold, rows = rows),
        Step::Fold(_, rows) => say!(locale, shapes.fold_turned, rows = rows),
        Step::Column(index) => column(names, inputs, solved, index),
        Step::Batched => batched(names, solved),
        Step::Bias => say!(locale, shapes.bias),
        Step::BiasFails(None) => say!(locale, shapes.bias_rank),
        Step::BiasFails(Some(index)) => {
            let column = solved.checks.bias.columns().get(index);
            let size = |dim: Option<matwalk_core::rule::Dim>| dim.map_or(1, |dim| dim.size);
            let (x, y) = column.map_or((1, 1), |column| (size(column.lhs), size(column.rhs)));
            say!(locale, shapes.bias_clash, x = hued(Hue::Out, x), y = hued(Hue::B, y))
        }
        Step::Range => {
            let rank = inputs.a.len().max(1);
            let (low, high) = (format!("−{rank}"), rank - 1);
            let dim = minus(inputs.dim);
            say!(locale, shapes.range, rank = inputs.a.len(), low = low, high = high, dim = dim)
        }
        Step::Negative => {
            let dim = inputs.dim + inputs.a.len().max(1) as i64;
            say!(locale, shapes.negative, from = minus(inputs.dim), dim = dim)
        }
        Step::Sum => sum(names, inputs, solved),
        Step::Extent => say!(locale, shapes.too_large),
        Step::Result(_) => result(names, inputs, solved),
    }
}

/// A number with a real minus sign.
pub fn minus(number: i64) -> String {
    number.to_string().replace('-', "−")
}

fn ranks(names: &Names, inputs: &Inputs) -> String {
    let locale = names.locale;
    if inputs.op == Op::Bmm {
        let (name, dims) = if inputs.a.len() == 3 { ("b", &inputs.b) } else { ("a", &inputs.a) };
        return match dims[..] {
            [Size::Any] => say!(locale, shapes.bmm_other_rank, name = name),
            _ => say!(locale, shapes.bmm_rank, name = name, rank = dims.len()),
        };
    }
    say!(locale, shapes.scalar)
}

/// What stands in a column, as far as it was told.
fn pair(inputs: &Inputs, solved: &Solved, index: usize) -> Option<(Role, Verdict, String, String)> {
    let column = solved.columns().get(index)?;
    let size = |size: Option<Size>| size.unwrap_or(Size::Known(1)).text();
    Some((column.role, column.verdict, size(told(&inputs.a, column.lhs)), size(told(&inputs.b, column.rhs))))
}

fn column(names: &Names, inputs: &Inputs, solved: &Solved, index: usize) -> String {
    let locale = names.locale;
    let Some((role, verdict, x, y)) = pair(inputs, solved, index) else { return String::new() };
    let unsure = solved.unsure.get(index).copied().unwrap_or(false) && verdict != Verdict::Clash;
    let (x, y) = (hued(Hue::A, x), hued(Hue::B, y));
    let dim = solved.dim_name(inputs, index);
    let size = solved.columns()[index].out.map_or(0, |dim| dim.size);
    match (role, verdict) {
        (Role::Inner, _) if unsure => say!(locale, shapes.inner_unsure, x = x, y = y),
        _ if unsure => say!(locale, shapes.dim_unsure, dim = dim, x = x, y = y),
        (Role::Inner, Verdict::Clash) if inputs.op == Op::Linear => say!(locale, shapes.inner_layer, x = x, y = y),
        (Role::Inner, Verdict::Clash) if inputs.b.len() < 2 => say!(locale, shapes.inner_only, x = x, y = y),
        (Role::Inner, Verdict::Clash) => say!(locale, shapes.inner_clash, x = x, y = y),
        (Role::Inner, _) if x == hued(Hue::A, 0) => say!(locale, shapes.inner_zero),
        (Role::Inner, _) => {
            say!(locale, shapes.inner, x = x, y = y, k = solved.columns()[index].lhs.map_or(0, |d| d.size))
        }
        (Role::Element, Verdict::Clash) => say!(locale, shapes.element_clash, dim = dim, x = x, y = y),
        (Role::Element, Verdict::Equal) => say!(locale, shapes.element_equal, dim = dim, x = x, y = y),
        (Role::Element, _) => say!(locale, shapes.element_stretch, dim = dim, n = size),
        (_, Verdict::Clash) => say!(locale, shapes.batch_clash, dim = dim, x = x, y = y),
        (_, Verdict::Equal) => say!(locale, shapes.batch_equal, dim = dim, x = x, y = y),
        _ => say!(locale, shapes.batch_stretch, dim = dim, n = size),
    }
}

/// Why `bmm` refuses two batches.
fn batched(names: &Names, solved: &Solved) -> String {
    let locale = names.locale;
    let Some(clash) = solved.clash() else { return String::new() };
    let (x, y) = (hued(Hue::A, clash.lhs.size), hued(Hue::B, clash.rhs.size));
    if clash.lhs.index == 0 {
        say!(locale, shapes.bmm_batch, x = x, y = y)
    } else {
        say!(locale, shapes.bmm_inner, x = x, y = y)
    }
}

fn sum(names: &Names, inputs: &Inputs, solved: &Solved) -> String {
    let locale = names.locale;
    let (size, groups) = groups(inputs, solved);
    match is_over_batch(inputs, solved) {
        true => say!(locale, shapes.softmax_batch, size = size),
        false => say!(locale, shapes.softmax_sum, size = size, groups = groups),
    }
}

/// How many entries sum to 1, and how many such groups there are, as far as it was told.
pub fn groups(inputs: &Inputs, solved: &Solved) -> (String, String) {
    let along = solved.place(Role::Along);
    let size = along.and_then(|index| inputs.a.get(index)).map_or("1".to_owned(), |size| size.text());
    let others = inputs.a.iter().enumerate().filter(|(index, _)| Some(*index) != along);
    let groups: Option<usize> = others.map(|(_, size)| size.known()).product();
    (size, groups.map_or("?".to_owned(), |groups| groups.to_string()))
}

fn is_over_batch(inputs: &Inputs, solved: &Solved) -> bool {
    solved.place(Role::Along) == Some(0) && inputs.a.len() > 1
}

fn result(names: &Names, inputs: &Inputs, solved: &Solved) -> String {
    let locale = names.locale;
    let Some(out) = &solved.out else { return String::new() };
    let shape = hued(Hue::Out, text(out));
    if inputs.op == Op::Softmax {
        return match is_over_batch(inputs, solved) {
            true => sum(names, inputs, solved),
            false => say!(locale, shapes.softmax_result),
        };
    }
    if out.contains(&Size::Known(0)) {
        return say!(locale, shapes.result_empty);
    }
    let zero = solved.place(Role::Inner).and_then(|index| inputs.a.get(solved.columns()[index].lhs?.index).copied());
    if zero == Some(Size::Known(0)) {
        return say!(locale, shapes.result_zero);
    }
    if inputs.fixed {
        return say!(locale, shapes.result_fixed, shape = shape);
    }
    let left = match inputs.op {
        Op::Add => say!(locale, shapes.result_add, shape = shape),
        _ => say!(locale, shapes.result, shape = shape),
    };
    let lent = inputs.op != Op::Add && (inputs.a.len() == 1 || inputs.b.len() == 1);
    if lent { format!("{left} {}", say!(locale, shapes.result_lent)) } else { left }
}
