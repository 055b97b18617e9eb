//! What stands around the picture: title, shape line, settings, sizes, what is wrong.

use super::address::grain_key;
use super::change::BiasState;
use super::inputs::{B, MAX_SAMPLES, MAX_WIDTH, W, X};
use super::model::{Form, Linear, Reading};
use super::names::Names;
use super::probe::Test;
use super::{fixes, pictures};
use crate::lesson::go_on;
use crate::lesson::reasons::unreadable_cells;
use crate::say;
use crate::screen::board::{Choice, Place};
use crate::screen::{Board, Cx, HandOver, Hue, OperandCard, Setting, ShapeLine, ShapePart, Size, Slot};
use crate::words::Locale;
use matwalk_core::trace::Grain;

/// Everything that no step changes.
pub fn board(linear: &Linear, cx: &Cx) -> Board {
    let (names, inputs) = (Names::new(linear, cx), linear.inputs());
    let locale = cx.locale;
    let mut settings = vec![readings(linear, &names), biases(linear, &names)];
    match linear.reading {
        Reading::Walk => settings.push(grains(linear, &names)),
        Reading::Probe => settings.push(tests(linear, &names)),
    }
    Board {
        title: say!(locale, linear.title),
        aim: say!(locale, linear.aim),
        shape: shape_line(linear, &names),
        problem: linear.solved.answer.as_ref().err().map(|error| fixes::problem(&names, inputs, error)),
        unreadable: [X, W, B].into_iter().flat_map(|slot| unreadable(linear, &names, slot)).collect(),
        first_sheet: say!(locale, linear.sheet),
        settings,
        example: linear.example(),
        operands: operands(linear, &names),
        slots: vec![X, W, B],
        undo: linear.edits.can(),
        hand_over: hand_over(linear, locale),
        code: (inputs.weight.shape().numel().max(inputs.x.shape().numel()), inputs.is_sound()),
        ..Board::default()
    }
}

/// What the neurons give goes on to an activation function; several samples of it to the verdict on each neuron.
fn hand_over(linear: &Linear, locale: Locale) -> Vec<HandOver> {
    match &linear.solved.answer {
        Ok(answer) if linear.inputs().is_sound() && linear.reading == Reading::Walk => {
            go_on::judge(locale, &answer.out)
        }
        _ => Vec::new(),
    }
}

fn unreadable(linear: &Linear, names: &Names, slot: Slot) -> Vec<String> {
    let sizes = linear.solved.sizes;
    let Some(operand) = linear.inputs().get(slot) else { return Vec::new() };
    unreadable_cells(names.locale, operand, |index| match slot {
        X => names.x(index % sizes.width.max(1)),
        W => names.weight(index / sizes.inputs.max(1), index % sizes.inputs.max(1)),
        _ => names.b(index),
    })
}

/// `(4, 3)ᵀ · (4,) + (3,) → (3,)`, or `(4,) @ (3, 4)ᵀ + (3,) → (3,)`.
fn shape_line(linear: &Linear, names: &Names) -> ShapeLine {
    let (locale, sizes) = (names.locale, linear.solved.sizes);
    let vector = linear.inputs().x.is_vector();
    let math = names.form == Form::Math;
    let sign = |sign: &str| ShapePart::Sign(sign.to_owned());
    let part = |hue, sizes: Vec<(usize, bool)>| ShapePart::Shape { hue, sizes, paper: Default::default() };
    let x = match (vector, math) {
        (true, _) => vec![(sizes.width, true)],
        (false, true) => vec![(sizes.width, true), (sizes.samples, false)],
        (false, false) => vec![(sizes.samples, false), (sizes.width, true)],
    };
    let weight = match math {
        true => vec![(sizes.inputs, true), (sizes.outputs, false)],
        false => vec![(sizes.outputs, false), (sizes.inputs, true)],
    };
    let out = match (vector, math) {
        (true, _) => vec![sizes.outputs],
        (false, true) => vec![sizes.outputs, sizes.samples],
        (false, false) => vec![sizes.samples, sizes.outputs],
    };
    let (x, weight) = (part(Hue::A, x), part(Hue::B, weight));
    let mut parts = match math {
        true => vec![weight, sign("ᵀ"), sign("·"), x],
        false => vec![x, sign("@"), weight, sign("ᵀ")],
    };
    if linear.inputs().bias.is_some() {
        parts.extend([sign("+"), part(Hue::B, vec![(sizes.outputs, false)])]);
    }
    let fits = linear.solved.answer.is_ok();
    let out = part(Hue::Out, out.into_iter().map(|size| (size, false)).collect());
    parts.extend([sign("→"), if fits { out } else { ShapePart::None }]);
    let (k, l) = if math { (sizes.inputs, sizes.width) } else { (sizes.width, sizes.inputs) };
    ShapeLine {
        parts,
        tie: match k == l {
            true => say!(locale, linear.tie, k = k, l = l),
            false => say!(locale, linear.tie_clash, k = k, l = l),
        },
        short_tie: if k == l { format!("{k} = {l}") } else { format!("{k} ≠ {l}") },
        fits,
    }
}

fn choice(key: &'static str, label: String, hint: String, picture: &'static str) -> Choice {
    Choice { key, label, hint, picture, shortcut: None }
}

fn readings(linear: &Linear, names: &Names) -> Setting {
    let locale = names.locale;
    Setting {
        key: "form",
        label: say!(locale, linear.forms),
        choices: vec![
            choice("math", say!(locale, linear.math), say!(locale, linear.math_hint), pictures::MATH),
            choice("torch", say!(locale, linear.torch), say!(locale, linear.torch_hint), pictures::TORCH),
            choice("probe", say!(locale, linear.probe), say!(locale, linear.probe_hint), pictures::PROBE),
        ],
        chosen: match (linear.reading, linear.form) {
            (Reading::Probe, _) => 2,
            (_, Form::Torch) => 1,
            (_, Form::Math) => 0,
        },
        place: Place::Readings,
        shortcut: None,
    }
}

fn biases(linear: &Linear, names: &Names) -> Setting {
    let locale = names.locale;
    let plain = |state: BiasState| {
        let (key, label) = match state {
            BiasState::Apart => ("apart", say!(locale, linear.bias_apart)),
            BiasState::Appended => ("appended", say!(locale, linear.bias_appended)),
            BiasState::None => ("none", say!(locale, linear.bias_none)),
        };
        choice(key, label, String::new(), "")
    };
    let states = BiasState::of_reading(linear.reading);
    Setting {
        key: "bias",
        label: say!(locale, linear.bias),
        choices: states.iter().copied().map(plain).collect(),
        chosen: states.iter().position(|state| *state == linear.bias_state()).unwrap_or(0),
        place: Place::Words,
        shortcut: None,
    }
}

fn grains(linear: &Linear, names: &Names) -> Setting {
    let locale = names.locale;
    Setting {
        key: "grain",
        label: say!(locale, bar.grain),
        choices: vec![
            choice(grain_key(Grain::Fine), say!(locale, linear.grain_term), String::new(), ""),
            choice(grain_key(Grain::Coarse), say!(locale, linear.grain_cell), String::new(), ""),
        ],
        chosen: usize::from(linear.grain == Grain::Coarse),
        place: Place::Grain,
        shortcut: Some("KeyG"),
    }
}

fn tests(linear: &Linear, names: &Names) -> Setting {
    let locale = names.locale;
    let label = |test: Test| match test {
        Test::Sum => "f(x + x′)".to_owned(),
        Test::Triple => "f(3x)".to_owned(),
        Test::Negative => "f(−x)".to_owned(),
    };
    Setting {
        key: "test",
        label: say!(locale, linear.test),
        choices: Test::ALL.into_iter().map(|test| choice(test.key(), label(test), String::new(), "")).collect(),
        chosen: Test::ALL.iter().position(|test| *test == linear.test).unwrap_or(0),
        place: Place::Words,
        shortcut: None,
    }
}

fn operands(linear: &Linear, names: &Names) -> Vec<OperandCard> {
    let (locale, sizes) = (names.locale, linear.solved.sizes);
    let size = |key: &'static str, what: String, value: usize, max: usize| Size { key, what, value, max: Some(max) };
    let card = |slot: Slot, name: &str, hue, own: Vec<Size>, transposes| OperandCard {
        slot,
        name: name.to_owned(),
        hue,
        sizes: own,
        max: MAX_WIDTH,
        vector: None,
        transposes,
    };
    // As PyTorch stores them; on paper a sample is a column and W is (in, out).
    let mut x = vec![
        size("samples", say!(locale, linear.samples), sizes.samples, MAX_SAMPLES),
        size("width", say!(locale, linear.width), sizes.width, MAX_WIDTH),
    ];
    let mut weight = vec![
        size("out", say!(locale, linear.size_out), sizes.outputs, MAX_WIDTH),
        size("in", say!(locale, linear.size_in), sizes.inputs, MAX_WIDTH),
    ];
    if names.form == Form::Math {
        x.reverse();
        weight.reverse();
    }
    let mut cards = vec![card(X, "x", Hue::A, x, false), card(W, "W", Hue::B, weight, true)];
    if linear.inputs().bias.is_some() {
        cards.push(card(B, "b", Hue::B, Vec::new(), false));
    }
    cards
}
