//! What the last step did, or what the lit number is, in words.

use super::model::{Form, Linear};
use super::names::Names;
use super::spot::{Spot, Twin};
use crate::figure;
use crate::lesson::terms::shape_text;
use crate::say;
use crate::screen::{Hue, Word, hued, words};
use crate::words::Locale;
use matwalk_core::trace::linear::{Part, Step, Trace};

fn shown(hue: Hue, value: Option<f32>) -> String {
    hued(hue, value.map_or_else(|| "?".to_owned(), figure::short))
}

/// The sentence of a result without entries.
pub fn without_entries(linear: &Linear, locale: Locale) -> Vec<Word> {
    let Ok(answer) = &linear.solved().answer else { return Vec::new() };
    let mut dims = answer.out.shape().dims().to_vec();
    // On paper a sample is a column.
    if linear.form == Form::Math {
        dims.reverse();
    }
    words(&say!(locale, linear.without_entries, shape = hued(Hue::Out, shape_text(&dims))))
}

/// The sentence.
pub fn sentence(linear: &Linear, names: &Names, spot: &Spot) -> Vec<Word> {
    let Some(trace) = linear.trace() else { return Vec::new() };
    words(&match (spot.walks, linear.t.checked_sub(1).and_then(|last| trace.step(last))) {
        (false, _) => lit(linear, names, spot),
        (true, None) => start(linear, names, &trace),
        (true, Some(step)) => of_step(linear, names, &trace, &step),
    })
}

/// The factors of a product in the order of the formula.
fn factors(linear: &Linear, names: &Names, sample: usize, output: usize, input: usize) -> (String, String) {
    let x = shown(Hue::A, linear.inputs().x_at(sample, input));
    let weight = shown(Hue::B, linear.inputs().weight_at(output, input));
    match names.form {
        Form::Math => (weight, x),
        Form::Torch => (x, weight),
    }
}

fn start(linear: &Linear, names: &Names, trace: &Trace) -> String {
    let locale = names.locale;
    if trace.is_empty() {
        return say!(locale, linear.start_empty);
    }
    if trace.inputs == 0 {
        return say!(locale, linear.start_bias);
    }
    let (a, b) = factors(linear, names, 0, 0, 0);
    say!(locale, linear.start, inputs = trace.inputs, outputs = trace.outputs, y = names.y(0), a = a, b = b)
}

fn of_step(linear: &Linear, names: &Names, trace: &Trace, step: &Step) -> String {
    let (locale, row, output) = (names.locale, step.row, step.output);
    if linear.solved.answer.as_ref().is_ok_and(|answer| answer.blocks(row, output)) {
        return say!(locale, linear.blocked, y = names.y(output));
    }
    let sum = hued(Hue::Out, figure::short(linear.partial(row, output)));
    let y = hued(Hue::Out, names.y(output));
    let done = trace.terms_done(linear.t, row, output);
    let bias = shown(Hue::B, linear.inputs().bias_at(output));
    let said = match &step.part {
        Part::Bias => say!(locale, linear.bias_added, bias = bias, y = y, sum = sum),
        Part::Products(inputs) if inputs.len() > 1 || trace.grain == matwalk_core::trace::Grain::Coarse => {
            match trace.has_bias {
                true => say!(locale, linear.cell, count = inputs.len(), sum = sum, bias = bias),
                false => say!(locale, linear.cell_done, count = inputs.len(), y = y, sum = sum),
            }
        }
        Part::Products(inputs) => {
            let input = inputs.start;
            let (a, b) = factors(linear, names, row, output, input);
            let made = linear.inputs().x_at(row, input).zip(linear.inputs().weight_at(output, input));
            let made = shown(Hue::Now, made.map(|(x, weight)| x * weight));
            let from = names.x(input);
            let so_far =
                say!(locale, linear.product, from = from, a = a, b = b, made = made.clone(), sum = sum.clone());
            if input + 1 < trace.inputs {
                let (a, b) = factors(linear, names, row, output, input + 1);
                format!("{so_far} {}", say!(locale, linear.product_next, a = a, b = b))
            } else if trace.has_bias {
                format!("{so_far} {}", say!(locale, linear.bias_next, bias = bias))
            } else {
                let (a, b) = factors(linear, names, row, output, input);
                say!(locale, linear.product_last, from = names.x(input), a = a, b = b, made = made, y = y, sum = sum)
            }
        }
    };
    if done < trace.terms() {
        return said;
    }
    let then = if output + 1 < trace.outputs {
        say!(locale, linear.next_output, y = names.y(output + 1))
    } else if row + 1 < trace.rows {
        say!(locale, linear.next_sample)
    } else {
        end(linear, names)
    };
    format!("{said} {then}")
}

fn end(linear: &Linear, names: &Names) -> String {
    let sizes = linear.solved.sizes;
    let (inputs, outputs) = (sizes.inputs, sizes.outputs);
    let all = linear.solved.answer.as_ref().map_or(0, |answer| answer.plan.parameters());
    let said = match linear.inputs().bias.is_some() {
        true => say!(names.locale, linear.end, inputs = inputs, outputs = outputs, biases = outputs, all = all),
        false => say!(names.locale, linear.end_plain, inputs = inputs, outputs = outputs, all = all),
    };
    if inputs == outputs && inputs > 1 { format!("{said} {}", say!(names.locale, linear.end_square)) } else { said }
}

/// What the number under pointer or focus is.
fn lit(linear: &Linear, names: &Names, spot: &Spot) -> String {
    let (locale, sizes) = (names.locale, linear.solved.sizes);
    match spot.hot {
        Some(Twin::Weight(output, input)) => {
            let value = shown(Hue::B, linear.inputs().weight_at(output, input));
            let (from, to, name) = (names.x(input), names.y(output), names.weight(output, input));
            let code = format!("weight[{output}, {input}]");
            say!(locale, linear.lit_weight, from = from, to = to, name = name, value = value, code = code)
        }
        Some(Twin::X(_, input)) if sizes.outputs == 1 => say!(locale, linear.lit_input_one, x = names.x(input)),
        Some(Twin::X(_, input)) => say!(locale, linear.lit_input, x = names.x(input), outputs = sizes.outputs),
        Some(Twin::Y(_, output)) if linear.inputs().bias.is_some() => {
            say!(locale, linear.lit_output, y = names.y(output), inputs = sizes.inputs)
        }
        Some(Twin::Y(_, output)) => {
            say!(locale, linear.lit_output_plain, y = names.y(output), inputs = sizes.inputs)
        }
        Some(Twin::Bias(output)) => {
            let value = shown(Hue::B, linear.inputs().bias_at(output));
            say!(locale, linear.lit_bias, b = names.b(output), value = value, y = names.y(output))
        }
        None => String::new(),
    }
}

/// What NaN, infinity and −0 mean, where the sum is one.
pub fn special(linear: &Linear, names: &Names, spot: &Spot) -> String {
    let blocked = linear.solved.answer.as_ref().is_ok_and(|answer| answer.blocks(spot.sample, spot.output));
    if blocked || linear.t == 0 || spot.fan.is_some() {
        return String::new();
    }
    let sum = linear.partial(spot.sample, spot.output);
    let made = spot.term.filter(|_| spot.walks).and_then(|term| linear.term(spot, term));
    if sum.is_nan() {
        say!(names.locale, special.nan)
    } else if sum.is_infinite() {
        say!(names.locale, special.inf)
    } else if made.is_some_and(|made| made == 0.0 && made.is_sign_negative()) {
        say!(names.locale, special.minus_zero)
    } else {
        String::new()
    }
}
