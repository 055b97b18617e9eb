//! What stands around the picture: title, shape line, readings, cards, numbers, what is wrong.

use super::address::{grain_key, mode_key, precision_key};
use super::fixes;
use super::inputs::{MAX_CLASSES, RULER, TEMP, Z};
use super::model::{Softmax, View};
use super::solved::{MODES, Outcome, PRECISIONS};
use super::unreadable::unreadable;
use super::{example, walk};
use crate::figure::digits;
use crate::say;
use crate::screen::board::{Choice, Place};
use crate::screen::{
    Board, Card, CardPart, Cx, Fact, Facts, Hue, OperandCard, Scalar, Setting, ShapeLine, ShapePart, Size, Slider,
};
use crate::words::Locale;
use matwalk_core::softmax::Mode;
use matwalk_core::trace::Grain;

/// The ends of the slider of the temperature.
pub const TEMPERATURES: (f64, f64) = (0.05, 20.0);

/// Everything that no step changes.
pub fn board(lesson: &Softmax, cx: &Cx) -> Board {
    let locale = cx.locale;
    let inputs = lesson.inputs();
    let mut settings = vec![readings(lesson, locale), grains(lesson, locale)];
    if inputs.z.is_matrix() {
        settings.push(dims(lesson));
    }
    Board {
        title: say!(locale, softmax.title),
        aim: aim(lesson, locale),
        shape: shape_line(lesson, cx),
        problem: lesson.solved().plan.as_ref().err().map(|error| fixes::problem(lesson, locale, error)),
        first_sheet: say!(locale, softmax.sheet),
        unreadable: unreadable(lesson, cx),
        cards: vec![temperature(lesson, locale), precisions(lesson, locale)],
        phases: walk::phases(lesson, locale),
        slots: vec![Z, TEMP, RULER],
        magnifies: true,
        settings,
        example: example::EXAMPLES.iter().position(|example| lesson.is(&example.opened())),
        operands: vec![operand(lesson, locale)],
        undo: lesson.edits.can(),
        code: (inputs.z.cells.len(), inputs.z.is_sound() && inputs.temperature().is_ok()),
        ..Board::default()
    }
}

fn aim(lesson: &Softmax, locale: Locale) -> String {
    let temperature = lesson.solved().options.temperature;
    match lesson.view {
        _ if lesson.inputs().z.is_matrix() => say!(locale, softmax.aim_matrix),
        View::Ratio => say!(locale, softmax.aim_ratio),
        View::Log => say!(locale, softmax.aim_log),
        View::Prob if temperature <= 0.1 => say!(locale, softmax.aim_cold),
        View::Prob if temperature >= 10.0 => say!(locale, softmax.aim_hot, n = lesson.solved().len()),
        View::Prob if temperature < 1.0 => say!(locale, softmax.aim_steeper),
        View::Prob if temperature > 1.0 => say!(locale, softmax.aim_flatter),
        View::Prob => say!(locale, softmax.aim),
    }
}

/// `(4,) softmax(dim=0) → (4,)`, of a matrix with a switch.
fn shape_line(lesson: &Softmax, cx: &Cx) -> ShapeLine {
    let locale = cx.locale;
    let z = &lesson.inputs().z;
    let plan = lesson.solved().plan.as_ref().ok();
    let shape = |hue: Hue| ShapePart::Shape {
        hue,
        sizes: z.dims.iter().enumerate().map(|(i, &size)| (size, plan.is_some_and(|plan| plan.dim == i))).collect(),
        paper: (String::new(), String::new()),
    };
    let sign = |text: String| ShapePart::Sign(text);
    let mut parts = vec![shape(Hue::A)];
    if z.is_matrix() {
        let text = if plan.is_some() {
            "softmax  dim=".to_owned()
        } else {
            format!("softmax  dim={} ✗", lesson.inputs().dim)
        };
        parts.extend([sign(text), ShapePart::Switch("dim")]);
    } else {
        parts.push(sign(format!("softmax(dim={})", lesson.inputs().dim)));
    }
    parts.push(sign("→".to_owned()));
    parts.push(if plan.is_some() { shape(Hue::Out) } else { ShapePart::None });
    let n = lesson.solved().len();
    let groups = &lesson.solved().groups;
    let off = groups.iter().position(|group| !group.blocked && !group.adds_up());
    let (tie, short_tie) = match (plan, z.is_matrix()) {
        (Some(plan), matrix) if let Some(row) = off => {
            let place = match matrix {
                true if plan.dim == 0 => say!(locale, softmax.tie_column, n = row + cx.base),
                true => say!(locale, softmax.tie_row, n = row + cx.base),
                false => String::new(),
            };
            let sum = digits(groups[row].total(), 4);
            (
                say!(locale, softmax.tie_not, place = place.clone(), sum = sum.clone()),
                say!(locale, softmax.tie_not_short, place = place, sum = sum),
            )
        }
        (None, _) => {
            let said = say!(locale, softmax.tie_none, dim = lesson.inputs().dim);
            (said.clone(), said)
        }
        (Some(_), _) if z.cells.is_empty() => (say!(locale, softmax.empty), say!(locale, softmax.empty)),
        (Some(_), false) => (say!(locale, softmax.tie, n = n), say!(locale, softmax.tie_short)),
        (Some(plan), true) if plan.dim == 0 => {
            (say!(locale, softmax.tie_columns), say!(locale, softmax.tie_columns_short))
        }
        (Some(_), true) => (say!(locale, softmax.tie_rows), say!(locale, softmax.tie_rows_short)),
    };
    ShapeLine { parts, tie, short_tie, fits: plan.is_some() && off.is_none() }
}

fn choice(key: &'static str, label: String, hint: String, picture: &'static str) -> Choice {
    Choice { key, label, hint, picture, shortcut: None }
}

fn readings(lesson: &Softmax, locale: Locale) -> Setting {
    let choices = View::ALL.into_iter().map(|view| {
        let (label, hint, picture) = match view {
            View::Prob => (say!(locale, softmax.prob), say!(locale, softmax.prob_hint), include_str!("prob.svg")),
            View::Ratio => {
                (say!(locale, softmax.ratio_name), say!(locale, softmax.ratio_hint), include_str!("ratio.svg"))
            }
            View::Log => (say!(locale, softmax.log), say!(locale, softmax.log_hint), include_str!("log.svg")),
        };
        choice(view.key(), label, hint, picture)
    });
    Setting {
        key: "view",
        label: say!(locale, softmax.readings),
        choices: choices.collect(),
        chosen: View::ALL.iter().position(|view| *view == lesson.view).unwrap_or(0),
        place: Place::Readings,
        shortcut: None,
    }
}

fn grains(lesson: &Softmax, locale: Locale) -> Setting {
    Setting {
        key: "grain",
        label: say!(locale, bar.grain),
        choices: vec![
            choice(grain_key(Grain::Fine), say!(locale, softmax.grain_element), String::new(), ""),
            choice(grain_key(Grain::Coarse), say!(locale, softmax.grain_phase), String::new(), ""),
        ],
        chosen: usize::from(lesson.grain() == Grain::Coarse),
        place: Place::Grain,
        shortcut: Some("KeyG"),
    }
}

/// The dimension as a switch; with one that is not there none is chosen.
fn dims(lesson: &Softmax) -> Setting {
    Setting {
        key: "dim",
        label: "dim".to_owned(),
        choices: vec![choice("0", "0".to_owned(), String::new(), ""), choice("1", "1".to_owned(), String::new(), "")],
        chosen: lesson.solved().plan.as_ref().map_or(2, |plan| plan.dim),
        place: Place::Shape,
        shortcut: None,
    }
}

fn temperature(lesson: &Softmax, locale: Locale) -> Card {
    let (lo, hi) = TEMPERATURES;
    let slider = Slider {
        value: lesson.inputs().temperature().unwrap_or(lo),
        lo,
        hi,
        log: true,
        snap: Some(1.0),
        ends: (say!(locale, softmax.temp_cold), say!(locale, softmax.temp_hot)),
    };
    let number = Scalar {
        slot: TEMP,
        index: 0,
        label: say!(locale, softmax.temp),
        hue: Hue::Ink,
        text: lesson.inputs().temp.clone(),
        wrong: lesson.inputs().temperature().is_err(),
        slider: Some(slider),
    };
    Card { part: "temperature", title: say!(locale, softmax.temp_title), parts: vec![CardPart::Scalar(number)] }
}

/// The six ways to compute, each with its outcome.
fn precisions(lesson: &Softmax, locale: Locale) -> Card {
    let inputs = lesson.inputs();
    let row = |m: usize| {
        let name = match MODES[m] {
            Mode::Stable => say!(locale, softmax.stable),
            Mode::Naive => say!(locale, softmax.naive),
        };
        let fact = |p: usize| Fact {
            text: precision_key(PRECISIONS[p]).to_owned(),
            note: match lesson.solved().outcomes[m][p] {
                Outcome::Right => ("✓".to_owned(), Hue::Out),
                Outcome::NaN => ("NaN".to_owned(), Hue::Bad),
                Outcome::Wrong => (say!(locale, softmax.wrong), Hue::Bad),
            },
            press: format!("case-{}-{}", mode_key(MODES[m]), precision_key(PRECISIONS[p])),
            chosen: (MODES[m], PRECISIONS[p]) == (inputs.mode, inputs.precision),
        };
        (name, (0..3).map(fact).collect())
    };
    let table = Facts { rows: vec![row(0), row(1)] };
    Card { part: "precision", title: say!(locale, softmax.holds), parts: vec![CardPart::Facts(table)] }
}

fn operand(lesson: &Softmax, locale: Locale) -> OperandCard {
    let z = &lesson.inputs().z;
    let size = |key: &'static str, what: String, value: usize| Size { key, what, value, max: None };
    OperandCard {
        slot: Z,
        name: "z".to_owned(),
        hue: Hue::A,
        sizes: match z.dims[..] {
            [rows, cols] => {
                vec![size("rows", say!(locale, input.rows), rows), size("cols", say!(locale, input.cols), cols)]
            }
            _ => vec![size("cols", say!(locale, softmax.classes), z.cells.len())],
        },
        max: MAX_CLASSES,
        vector: Some(!z.is_matrix()),
        transposes: z.is_matrix(),
    }
}
