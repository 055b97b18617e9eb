//! What stands around the picture: title, shape line, readings, functions, numbers.

use super::functions;
use super::inputs::{A, BIAS, DEPTH, HI, LO, MAX_DEPTH, MAX_MATRIX, MAX_WARD, W, WARD, X};
use super::model::{Activation, View};
use super::{cards, digits, pictures, said};
use crate::lesson::reasons::{unreadable_cells, unreadable_wide};
use crate::say;
use crate::screen::board::{Choice, Fix, Place};
use crate::screen::{Board, Cx, Hue, OperandCard, Scalar, Setting, ShapeLine, ShapePart, Size, Slot, Tool};
use crate::words::Locale;
use matwalk_core::activation::chain::Feed;

/// Everything that no step changes.
pub fn board(lesson: &Activation, cx: &Cx) -> Board {
    let (locale, inputs) = (cx.locale, lesson.inputs());
    let bad = wrong(lesson, cx);
    let values = inputs.operand(slot_of(lesson.view)).map_or(1, |operand| operand.shape().numel());
    Board {
        title: say!(locale, activation.title),
        aim: said::aim(lesson.view, locale),
        shape: shape_line(lesson, locale),
        offers: offers(lesson, locale),
        tools: domain_tools(locale),
        cards: vec![cards::functions(lesson, locale)],
        scalars: fields(lesson, locale),
        slots: vec![X, BIAS, A, WARD],
        magnifies: true,
        code: (values, bad.is_empty()),
        unreadable: bad,
        settings: vec![readings(lesson, locale)],
        example: lesson.example(),
        operands: operands(lesson, locale),
        undo: lesson.edits.can(),
        ..Board::default()
    }
}

/// The tensor of a reading.
fn slot_of(view: View) -> Slot {
    match view {
        View::Ward => WARD,
        View::Matrix => A,
        _ => X,
    }
}

/// Offered where the function has no zone without a slope.
pub fn offers_relu(lesson: &Activation) -> bool {
    lesson.view == View::Ward && !functions::gates(lesson.main())
}

fn offers(lesson: &Activation, locale: Locale) -> Vec<Fix> {
    let fix = || Fix {
        key: "relu".to_owned(),
        label: say!(locale, activation.try_relu),
        result: say!(locale, activation.try_relu_result),
        code: String::new(),
        chosen: false,
    };
    if offers_relu(lesson) { vec![fix()] } else { Vec::new() }
}

/// The slots of a reading's own numbers.
fn own_slots(lesson: &Activation) -> Vec<Slot> {
    match lesson.view {
        View::Curve => vec![X, LO, HI],
        View::Chain => vec![X, W, DEPTH, LO, HI],
        View::Ward => vec![BIAS, LO, HI],
        View::Matrix => vec![LO, HI],
    }
}

fn name(slot: Slot, locale: Locale) -> String {
    match slot {
        BIAS => "b".to_owned(),
        DEPTH => say!(locale, activation.layers),
        LO => say!(locale, activation.lowest),
        HI => say!(locale, activation.highest),
        _ => slot.0.to_owned(),
    }
}

fn fields(lesson: &Activation, locale: Locale) -> Vec<Scalar> {
    let inputs = lesson.inputs();
    let domain = lesson.own_domain();
    let field = |slot: Slot| {
        let own = inputs.scalar(slot);
        let end = if slot == LO { domain.0 } else { domain.1 };
        Scalar {
            slot,
            index: 0,
            label: name(slot, locale),
            slider: None,
            hue: match slot {
                X => Hue::A,
                W | BIAS => Hue::B,
                _ => Hue::Ink,
            },
            text: own.map_or_else(|| digits::whole(end), |own| own.text()),
            wrong: match slot {
                DEPTH => inputs.depth().is_none(),
                LO | HI => inputs.domain.is_some() && inputs.domain().is_none(),
                _ => own.is_some_and(|own| own.read().is_err()),
            },
        }
    };
    own_slots(lesson).into_iter().map(field).collect()
}

/// What can't be read or used, each with the reason.
fn wrong(lesson: &Activation, cx: &Cx) -> Vec<String> {
    let (locale, inputs) = (cx.locale, lesson.inputs());
    let mut found = Vec::new();
    for slot in own_slots(lesson) {
        let Some(scalar) = inputs.scalar(slot) else { continue };
        let (cell, text) = (name(slot, locale), scalar.text());
        match scalar.read() {
            Err(error) => {
                found.push(say!(locale, number.bad, cell = cell, text = text, why = unreadable_wide(locale, error)));
            }
            Ok(_) if slot == DEPTH && inputs.depth().is_none() => {
                found.push(say!(locale, activation.bad_depth, text = text, max = MAX_DEPTH));
            }
            Ok(_) if slot == HI && inputs.domain().is_none() => found.push(say!(locale, activation.bad_domain)),
            Ok(_) => {}
        }
    }
    if let Some(operand) = inputs.operand(slot_of(lesson.view)) {
        let cols = inputs.sizes(slot_of(lesson.view)).1.max(1);
        let letter = if lesson.view == View::Ward { "z" } else { "Z" };
        let place = |index: usize| {
            let (row, col) = (index / cols + cx.base, index % cols + cx.base);
            say!(locale, number.cell, name = letter, row = row, col = col)
        };
        found.extend(unreadable_cells(locale, operand, place));
    }
    found
}

fn domain_tools(locale: Locale) -> Vec<Tool> {
    let tool = |key: &'static str, label: String, hint: String| Tool { key, label, hint, is_code: false };
    vec![
        tool("domain-in", "+".to_owned(), say!(locale, activation.narrower)),
        tool("domain-out", "−".to_owned(), say!(locale, activation.wider)),
        tool("domain-own", say!(locale, activation.own_domain), String::new()),
    ]
}

/// `x () → sigmoid → f(x) ()` and what may be said about it.
fn shape_line(lesson: &Activation, locale: Locale) -> ShapeLine {
    let main = lesson.main();
    let inputs = lesson.inputs();
    let sign = |text: &str| ShapePart::Sign(text.to_owned());
    let shape = |hue: Hue, dims: &[usize]| ShapePart::Shape {
        hue,
        sizes: dims.iter().map(|size| (*size, false)).collect(),
        paper: (String::new(), String::new()),
    };
    let over = |of: &str| ShapePart::Sign(format!("→ {of} →"));
    let name = functions::name(main);
    let (parts, tie, short_tie) = match lesson.view {
        View::Curve => {
            let range = functions::range(main);
            let slope = digits::short(lesson.steepest.get(main.id, || functions::steepest(main)));
            (
                vec![sign("x"), shape(Hue::A, &[]), over(name), sign("f(x)"), shape(Hue::Out, &[])],
                say!(locale, activation.tie_curve, range = range.clone(), slope = slope),
                say!(locale, activation.tie_range, range = range),
            )
        }
        View::Chain => {
            let of = format!("(·w, {name}) × {}", lesson.depth());
            let z = inputs.x().map_or_else(|| "?".to_owned(), digits::said);
            let tie = match lesson.feed {
                Feed::Same => say!(locale, activation.tie_same, z = z),
                Feed::Forward => say!(locale, activation.tie_forward),
            };
            let h = sign(&format!("h⁽{}⁾", digits::raised(&lesson.depth().to_string()).unwrap_or_default()));
            (vec![sign("x"), shape(Hue::A, &[]), over(&of), h, shape(Hue::Out, &[])], tie.clone(), tie)
        }
        View::Ward => {
            let dims = inputs.ward.shape();
            let judged = lesson.t() == lesson.len();
            let n = if judged { lesson.dead().to_string() } else { "?".to_owned() };
            let tie = match lesson.len() {
                0 => say!(locale, activation.tie_shape),
                all => say!(locale, activation.tie_dead, n = n, all = all),
            };
            let parts =
                vec![sign("z"), shape(Hue::A, dims.dims()), over(name), sign("h"), shape(Hue::Out, dims.dims())];
            (parts, tie.clone(), tie)
        }
        View::Matrix => {
            let dims = inputs.a.shape();
            let tie = say!(locale, activation.tie_shape);
            let parts =
                vec![sign("Z"), shape(Hue::A, dims.dims()), over(name), sign("H"), shape(Hue::Out, dims.dims())];
            (parts, tie.clone(), tie)
        }
    };
    ShapeLine { parts, tie, short_tie, fits: true }
}

fn readings(lesson: &Activation, locale: Locale) -> Setting {
    let choice = |view: View| {
        let (label, hint, picture) = match view {
            View::Curve => (say!(locale, activation.curve), say!(locale, activation.curve_hint), pictures::CURVE),
            View::Chain => (say!(locale, activation.chain), say!(locale, activation.chain_hint), pictures::CHAIN),
            View::Ward => (say!(locale, activation.ward), say!(locale, activation.ward_hint), pictures::WARD),
            View::Matrix => (say!(locale, activation.matrix), say!(locale, activation.matrix_hint), pictures::MATRIX),
        };
        Choice { key: view.key(), label, hint, picture, shortcut: None }
    };
    Setting {
        key: "view",
        label: say!(locale, activation.readings),
        choices: View::ALL.into_iter().map(choice).collect(),
        chosen: lesson.view as usize,
        place: Place::Readings,
        shortcut: None,
    }
}

fn operands(lesson: &Activation, locale: Locale) -> Vec<OperandCard> {
    let slot = slot_of(lesson.view);
    let Some(operand) = lesson.inputs().operand(slot) else { return Vec::new() };
    let (rows, cols) = lesson.inputs().sizes(slot);
    let size = |key: &'static str, what: String, value: usize| Size { key, what, value, max: None };
    let ward = lesson.view == View::Ward;
    let (down, across) = match ward {
        true => (say!(locale, activation.samples), say!(locale, activation.neurons)),
        false => (say!(locale, input.rows), say!(locale, input.cols)),
    };
    vec![OperandCard {
        slot,
        name: if ward { "z" } else { "Z" }.to_owned(),
        hue: Hue::A,
        sizes: match operand.shape().rank() {
            0 => Vec::new(),
            1 => vec![size("cols", say!(locale, input.entries), cols)],
            _ => vec![size("rows", down, rows), size("cols", across, cols)],
        },
        max: if ward { MAX_WARD } else { MAX_MATRIX },
        vector: None,
        transposes: !ward && operand.shape().rank() == 2,
    }]
}
