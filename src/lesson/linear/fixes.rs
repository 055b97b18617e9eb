//! What can be done about an input of another width than the layer takes.

use super::inputs::{B, Inputs, MAX_SAMPLES, MAX_WIDTH};
use super::model::Form;
use super::names::Names;
use crate::lesson::operand::Operand;
use crate::lesson::order::in_order;
use crate::lesson::terms::shape_text;
use crate::say;
use crate::screen::board::{Fix as FixChip, Problem};
use crate::screen::{Hue, hued, words};
use matwalk_core::Shape;
use matwalk_core::fix::{self, Change, Fix};
use matwalk_core::rule::{self, LinearError, Operand as Target, Wording};

/// The fixes that stay within what the lesson draws, best first: the layer, then x. The bias follows the weight.
pub fn offered(inputs: &Inputs) -> Vec<Fix> {
    let (x, weight) = (inputs.x.shape(), inputs.weight.shape());
    let shown = |fix: &Fix| {
        let Fix::Edit(_) = fix else { return false };
        let (x, weight) = fix.apply_shapes(x, weight);
        let rows = if x.rank() == 2 { x.dims()[0] } else { 1 };
        let small = |shape: Shape| shape.dims().iter().all(|&size| (1..=MAX_WIDTH).contains(&size));
        (1..=2).contains(&x.rank()) && weight.rank() == 2 && small(x) && small(weight) && rows <= MAX_SAMPLES
    };
    let mut found: Vec<Fix> = fix::linear(x, weight, None).into_iter().filter(shown).collect();
    in_order(&mut found, |a, b| order(a) < order(b));
    found
}

fn order(fix: &Fix) -> usize {
    let Fix::Edit(edits) = fix else { return 9 };
    match edits.iter().next() {
        Some((Target::Rhs, Change::Transpose)) => 0,
        Some((Target::Rhs, _)) => 1,
        Some((Target::Lhs, _)) => 2,
        _ => 3,
    }
}

/// The layer after a fix; every typed text moves along with its cell.
pub fn apply(inputs: &Inputs, fix: &Fix) -> Inputs {
    let (x, weight) = (inputs.x.shape(), inputs.weight.shape());
    let (new_x, new_weight) = fix.apply_shapes(x, weight);
    let moved = |operand: &Operand, target, shape: Shape| match shape == operand.shape() {
        true => operand.clone(),
        false => operand.remap(shape, |index| fix.source(target, x, weight, index).map(|source| source.index)),
    };
    let mut next = inputs.clone();
    next.x = moved(&inputs.x, Target::Lhs, new_x);
    next.weight = moved(&inputs.weight, Target::Rhs, new_weight);
    let bias = inputs
        .bias
        .as_ref()
        .map(|bias| bias.remap(fix.apply_bias_shape(bias.shape()), |index| fix.source_bias(bias.shape(), index)));
    match bias {
        Some(bias) => next.with(B, bias),
        None => next,
    }
}

/// PyTorch's text, the reason, and what can be done.
pub fn problem(names: &Names, inputs: &Inputs, error: &LinearError) -> Problem {
    let fixes = offered(inputs).iter().take(3).map(|fix| chip(names, inputs, fix)).collect();
    Problem {
        message: error.exception().zip(error.torch_text(Wording::New)).map(|(kind, text)| format!("{kind}: {text}")),
        marked: Vec::new(),
        reason: words(&reason(names, inputs)),
        fixes,
    }
}

fn reason(names: &Names, inputs: &Inputs) -> String {
    let (locale, sizes) = (names.locale, inputs.sizes());
    let (takes, has) = (hued(Hue::B, sizes.inputs), hued(Hue::A, sizes.width));
    let stored = shape_text(inputs.weight.shape().dims());
    let turned = format!("{}x{}", sizes.inputs, sizes.outputs);
    // The message speaks of the weight as PyTorch stores it; on paper W is not stored so.
    let said = match sizes.width.checked_sub(sizes.inputs) {
        Some(0) => return say!(locale, error.too_large),
        Some(1) if names.form == Form::Torch => {
            say!(locale, linear.clash_one_weight, takes = takes, has = has, x = names.x(sizes.width - 1))
        }
        Some(1) => say!(locale, linear.clash_one, takes = takes, has = has, x = names.x(sizes.width - 1)),
        Some(_) => say!(
            locale,
            linear.clash_more,
            takes = takes,
            has = has,
            from = names.x(sizes.inputs),
            to = names.x(sizes.width - 1)
        ),
        None => say!(locale, linear.clash_few, takes = takes, has = has),
    };
    match names.form {
        Form::Math => {
            let x = format!("{}x{}", sizes.samples, sizes.width);
            format!("{said} {}", say!(locale, linear.clash_order, x = x, turned = turned))
        }
        Form::Torch => format!("{said} {}", say!(locale, linear.clash_turned, turned = turned, stored = stored)),
    }
}

fn chip(names: &Names, inputs: &Inputs, fix: &Fix) -> FixChip {
    let (locale, sizes) = (names.locale, inputs.sizes());
    let after = apply(inputs, fix);
    let next = after.sizes();
    let out = rule::linear(after.x.shape(), after.weight.shape(), None);
    let result = out.map(|plan| say!(locale, fix.result, shape = shape_text(plan.out.dims()))).unwrap_or_default();
    let first = match fix {
        Fix::Edit(edits) => edits.iter().next(),
        Fix::Swap => None,
    };
    let (key, label, code) = match first {
        Some((Target::Rhs, Change::Transpose)) => {
            ("transpose-w", say!(locale, linear.fix_transpose), "weight.T".to_owned())
        }
        Some((Target::Rhs, _)) => {
            ("layer", say!(locale, linear.fix_layer), format!("nn.Linear({}, {})", next.inputs, next.outputs))
        }
        Some((Target::Lhs, Change::Transpose)) => ("transpose-x", say!(locale, linear.fix_turn_x), "x.T".to_owned()),
        Some((Target::Lhs, Change::Reshape(shape))) => {
            let dims: Vec<String> = shape.dims().iter().map(usize::to_string).collect();
            ("reshape-x", say!(locale, linear.fix_reshape), format!("x.reshape({})", dims.join(", ")))
        }
        _ if next.width < sizes.width => ("cut-x", say!(locale, linear.fix_cut), format!("x[..., :{}]", next.width)),
        _ => (
            "pad-x",
            say!(locale, linear.fix_pad),
            format!("F.pad(x, (0, {}))", next.width.saturating_sub(sizes.width)),
        ),
    };
    FixChip { key: key.to_owned(), label, result, code, chosen: false }
}
