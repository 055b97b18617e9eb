//! What stands around the picture: fields, operations, fixes, the pasted text.

use super::cards::{is_pytorch, operations, reader, tools, wordings};
use super::inputs::{A, B, BIAS, Inputs, Op};
use super::model::Shapes;
use super::names::Names;
use super::quote::{Quote, quote};
use super::sizes::{Wrong, text};
use super::{fixes, message, sentence};
use crate::lesson::told::Told;
use crate::say;
use crate::screen::board::{Fix, Problem};
use crate::screen::{Board, Cx, Hue, ShapeLine, ShapePart, Slot, words};
use crate::words::Locale;

/// Everything that no step changes, but for what stands there at the end alone.
pub fn board(shapes: &Shapes, cx: &Cx) -> Board {
    let locale = cx.locale;
    let names = Names { locale, op: shapes.inputs().op };
    let over = shapes.is_over();
    let mut offered = if shapes.heard.is_some() { Vec::new() } else { fixes(shapes, locale) };
    let keeps_room = !over && !offered.is_empty();
    if keeps_room {
        offered.clear();
    }
    let problem = if over { problem(shapes, &names) } else { None };
    let (fixes, offers) = if problem.is_some() { (offered, Vec::new()) } else { (Vec::new(), offered) };
    Board {
        title: say!(locale, shapes.title),
        aim: sentence::aim(&names),
        shape: shape_line(shapes, &names),
        problem: problem.map(|problem| Problem { fixes, ..problem }),
        offers,
        keeps_room,
        tools: tools(shapes.inputs(), &names),
        reader: Some(reader(shapes, locale)),
        first_sheet: say!(locale, shapes.sheet),
        numbers: say!(locale, shapes.numbers),
        unreadable: unreadable(shapes, locale),
        slots: vec![A, B, BIAS],
        settings: vec![operations(shapes, locale), wordings(shapes, locale)],
        example: shapes.example(),
        swap: shapes.inputs().has_b().then(|| say!(locale, fix.swap, a = names.a(), b = names.b())),
        undo: shapes.edits.can(),
        code: (0, true),
        ..Board::default()
    }
}

fn fixes(shapes: &Shapes, locale: Locale) -> Vec<Fix> {
    let fix = |(index, offer): (usize, fixes::Offer)| Fix {
        key: index.to_string(),
        label: offer.title,
        result: offer.result,
        code: offer.code,
        chosen: offer.chosen,
    };
    shapes.offers(locale).into_iter().enumerate().map(fix).collect()
}

/// What PyTorch prints, or what was pasted, and why.
fn problem(shapes: &Shapes, names: &Names) -> Option<Problem> {
    if let Some(told) = shapes.heard.as_ref().filter(|told| told.reading.about.is_some()) {
        return Some(not_walked(told, names.locale));
    }
    let (inputs, solved) = (shapes.inputs(), shapes.solved());
    let told = inputs.told.as_ref().filter(|told| told.reading.shape_error && !told.reading.warning);
    let raised = solved.raised.as_ref();
    if told.is_none() && raised.is_none() {
        return None;
    }
    let (exception, text, tokens) = match (told, raised) {
        (Some(told), _) => {
            let quote = quote(&told.text, told.reading.message.clone());
            let tokens = message::told_tokens(inputs, solved, told, quote.start);
            (quote.exception, quote.text, tokens)
        }
        (None, Some(raised)) => {
            let text = raised.text[usize::from(shapes.old)].clone();
            let tokens = message::tokens(inputs, solved, &text);
            (raised.exception.map(|exception| exception.to_string()).unwrap_or_default(), text, tokens)
        }
        (None, None) => return None,
    };
    let said = match solved.steps.last() {
        Some(step) if raised.is_some() => sentence::of(names, inputs, solved, *step),
        _ => match told.and_then(|told| told.reading.library) {
            _ if !inputs.is_whole() => say!(names.locale, shapes.not_told),
            Some(library) if !is_pytorch(library) => say!(names.locale, shapes.runs_here, library = library.name()),
            _ => say!(names.locale, shapes.runs_told),
        },
    };
    Some(Problem {
        marked: message::nodes(&exception, &text, &tokens),
        message: (!text.is_empty()).then(|| whole(&exception, &text)),
        reason: words(&said),
        fixes: Vec::new(),
    })
}

fn whole(exception: &str, text: &str) -> String {
    if exception.is_empty() { text.to_owned() } else { format!("{exception}: {text}") }
}

/// A message about something that is not walked through here; the picture still shows what was there before.
fn not_walked(told: &Told, locale: Locale) -> Problem {
    let Quote { exception, text: line, .. } = quote(&told.text, told.reading.message.clone());
    let notes = &told.notes[usize::from(locale == Locale::en)];
    let said = notes.first().cloned().unwrap_or_default();
    Problem {
        marked: message::nodes(&exception, &line, &[]),
        message: (!line.is_empty()).then(|| whole(&exception, &line)),
        reason: words(&format!("{said} {}", say!(locale, shapes.picture_before))),
        fixes: Vec::new(),
    }
}

/// The text of a shape's field.
pub fn field_text(inputs: &Inputs, slot: Slot) -> String {
    match (slot, inputs.op, &inputs.b[..]) {
        (B, Op::Linear, [outputs, width])
            if inputs.bias == super::inputs::plain_bias(&inputs.b) || inputs.bias.is_none() =>
        {
            format!("nn.Linear({}, {})", width.text(), outputs.text())
        }
        _ => inputs.get(slot).map(|dims| text(dims)).unwrap_or_default(),
    }
}

fn shape_line(shapes: &Shapes, names: &Names) -> ShapeLine {
    let (inputs, solved) = (shapes.inputs(), shapes.solved());
    let locale = names.locale;
    let field = |slot: Slot, hue: Hue, name: &str| {
        let wrong = shapes.wrong.as_ref().filter(|wrong| (wrong.slot, wrong.index) == (slot, None));
        ShapePart::Field {
            slot,
            hue,
            label: say!(locale, shapes.field, name = name),
            text: wrong.map_or_else(|| field_text(inputs, slot), |wrong| wrong.text.clone()),
            wrong: wrong.is_some(),
        }
    };
    let sign = |text: &str| ShapePart::Sign(text.to_owned());
    let mut parts = vec![field(A, Hue::A, names.a())];
    match inputs.op {
        Op::Softmax => parts.push(ShapePart::Sign(format!("softmax dim={}", sentence::minus(inputs.dim)))),
        Op::Bmm => parts.extend([sign("bmm"), field(B, Hue::B, names.b())]),
        Op::Matmul => parts.extend([sign("@"), field(B, Hue::B, names.b())]),
        Op::Add => parts.extend([sign("+"), field(B, Hue::B, names.b())]),
        Op::Linear => parts.extend([sign("→"), field(B, Hue::B, names.b())]),
    }
    if inputs.op == Op::Linear && inputs.bias.is_some() && inputs.bias != super::inputs::plain_bias(&inputs.b) {
        parts.extend([sign("+"), field(BIAS, Hue::B, "bias")]);
    }
    parts.push(sign("→"));
    let over = shapes.is_over();
    parts.push(match (&solved.out, over) {
        (_, false) => sign("?"),
        (Some(out), true) => ShapePart::Shape {
            hue: Hue::Out,
            sizes: out.iter().filter_map(|size| size.known()).map(|size| (size, false)).collect(),
            paper: (String::new(), String::new()),
        },
        (None, true) => ShapePart::None,
    });
    if let (Some(out), true) = (&solved.out, over)
        && out.iter().any(|size| size.known().is_none())
    {
        parts.pop();
        parts.push(ShapePart::Sign(text(out)));
    }
    let tie = if over { tie(shapes, names) } else { String::new() };
    ShapeLine { parts, short_tie: tie.clone(), tie, fits: solved.checks.passes || !over }
}

/// The comparison that decides.
fn tie(shapes: &Shapes, names: &Names) -> String {
    let (solved, locale) = (shapes.solved(), names.locale);
    // What stops before any sizes are compared.
    if solved.raised.is_some() && solved.clashing().is_empty() {
        return String::new();
    }
    let index = solved.clashing().first().copied().or_else(|| solved.place(matwalk_core::rule::Role::Inner));
    let column = index.and_then(|index| solved.columns().get(index));
    let Some((column, index)) = column.zip(index) else { return String::new() };
    let (Some(lhs), Some(rhs)) = (column.lhs, column.rhs) else { return String::new() };
    if solved.unsure.get(index) == Some(&true) {
        return String::new();
    }
    let role = if column.role == matwalk_core::rule::Role::Inner {
        say!(locale, shapes.inner_word)
    } else {
        format!("dim {}", solved.dim_name(shapes.inputs(), index))
    };
    let sign = if column.clash().is_some() { "≠" } else { "=" };
    format!("{role}: {} {sign} {}", lhs.size, rhs.size)
}

fn unreadable(shapes: &Shapes, locale: Locale) -> Vec<String> {
    let why = shapes.wrong.as_ref().map(|wrong| {
        let text = wrong.text.clone();
        match wrong.why {
            Wrong::NoShape if wrong.index.is_some() => say!(locale, shapes.wrong_size, text = text),
            Wrong::NoShape => say!(locale, shapes.wrong_shape, text = text),
            Wrong::Negative => say!(locale, shapes.wrong_negative, text = text),
            Wrong::TooManyDims => say!(locale, shapes.wrong_rank, text = text),
            Wrong::TooLarge => say!(locale, shapes.wrong_large, text = text),
        }
    });
    why.into_iter().collect()
}
