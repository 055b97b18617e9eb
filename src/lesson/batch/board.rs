//! What stands around the picture: title, shape line, settings, sizes, the numbers of why.

use super::address::grain_key;
use super::inputs::{A, B, MAX_PAIRS, MAX_SIZE, Op, sizes};
use super::model::Batch;
use super::model::Reading;
use super::progress::Lane;
use super::{fixes, pictures, timing};
use crate::lesson::operand::Operand;
use crate::lesson::reasons::unreadable_cells;
use crate::say;
use crate::screen::board::{Choice, Place};
use crate::screen::card::{Card, CardPart, Fact, Facts};
use crate::screen::{Board, Cx, Hue, OperandCard, Setting, ShapeLine, ShapePart, Size, Slot};
use crate::words::Locale;
use matwalk_core::trace::Grain;

/// Everything that no tick changes.
pub fn board(batch: &Batch, cx: &Cx) -> Board {
    let (locale, inputs) = (cx.locale, batch.inputs());
    if batch.reading == Reading::Measure {
        return timing::board(batch, cx);
    }
    Board {
        title: say!(locale, batch.title),
        aim: say!(locale, batch.aim),
        shape: shape_line(batch, locale),
        problem: batch.solved.answer.as_ref().err().map(|refusal| fixes::problem(locale, inputs, refusal)),
        unreadable: [A, B].into_iter().flat_map(|slot| unreadable(batch, cx, slot)).collect(),
        settings: settings(batch, locale),
        example: batch.example(),
        operands: [A, B].into_iter().filter_map(|slot| card(batch, locale, slot)).collect(),
        cards: facts(batch, locale).into_iter().collect(),
        magnifies: true,
        undo: batch.edits.can(),
        code: (inputs.a.shape().numel().max(inputs.b.shape().numel()), inputs.is_sound()),
        ..Board::default()
    }
}

/// What can be read.
pub fn readings(batch: &Batch, locale: Locale) -> Setting {
    Setting {
        key: "view",
        label: say!(locale, batch.readings),
        choices: vec![
            choice("steps", say!(locale, batch.steps), pictures::STEPS),
            choice("measure", say!(locale, batch.measure_here), pictures::MEASURE),
        ],
        chosen: usize::from(batch.reading == Reading::Measure),
        place: Place::Readings,
        shortcut: None,
    }
}

fn unreadable(batch: &Batch, cx: &Cx, slot: Slot) -> Vec<String> {
    let Some(operand) = batch.inputs().get(slot) else { return Vec::new() };
    let [_, rows, cols] = sizes(operand);
    let (rows, cols) = (rows.max(1), cols.max(1));
    let name = if slot == A { "A" } else { "B" };
    unreadable_cells(cx.locale, operand, |index| {
        let name = format!("{name}⁽{}⁾", raised(index / (rows * cols) + 1));
        say!(cx.locale, number.cell, name = name, row = index / cols % rows + cx.base, col = index % cols + cx.base)
    })
}

/// A number, raised.
pub fn raised(number: usize) -> String {
    let digits = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    let digit = |c: char| c.to_digit(10).and_then(|digit| digits.get(digit as usize)).copied().unwrap_or(c);
    number.to_string().chars().map(digit).collect()
}

/// `bmm (3, 2, 3), (3, 3, 2) → (3, 2, 2)`.
fn shape_line(batch: &Batch, locale: Locale) -> ShapeLine {
    let inputs = batch.inputs();
    let ([a, m, k], [b, l, n]) = (sizes(&inputs.a), sizes(&inputs.b));
    let sign = |sign: &str| ShapePart::Sign(sign.to_owned());
    let part = |hue, sizes: Vec<(usize, bool)>| ShapePart::Shape { hue, sizes, paper: Default::default() };
    let stretches = inputs.op == Op::Matmul && (a == 1 || b == 1);
    // The sizes that must agree: of those that don't, the first.
    let clash = a != b && !stretches;
    let left = part(Hue::A, vec![(a, clash), (m, false), (k, !clash)]);
    let right = part(Hue::B, vec![(b, clash), (l, !clash), (n, false)]);
    let out = batch.answer().map(|answer| answer.plan.out.dims().iter().map(|&size| (size, false)).collect());
    let out = out.map_or(ShapePart::None, |sizes| part(Hue::Out, sizes));
    let inner = if k == l { "=" } else { "≠" };
    let sheets = match (a == b, stretches) {
        (true, _) => format!("{a} = {b}"),
        (false, true) => format!("1 → {}", a.max(b)),
        (false, false) => format!("{a} ≠ {b}"),
    };
    ShapeLine {
        parts: vec![sign(inputs.op.key()), left, sign(","), right, sign("→"), out],
        tie: say!(locale, batch.tie, batch = sheets.clone(), inner = format!("{k} {inner} {l}")),
        short_tie: if clash || k == l { sheets } else { format!("{k} {inner} {l}") },
        fits: batch.answer().is_some(),
    }
}

/// A choice without a hint.
pub fn choice(key: &'static str, label: String, picture: &'static str) -> Choice {
    Choice { key, label, hint: String::new(), picture, shortcut: None }
}

fn settings(batch: &Batch, locale: Locale) -> Vec<Setting> {
    let pairs = batch.inputs().pairs();
    let setting = |key, label, choices, chosen: bool, place, shortcut| Setting {
        key,
        label,
        choices,
        chosen: usize::from(chosen),
        place,
        shortcut,
    };
    let mut settings = vec![
        readings(batch, locale),
        setting(
            "op",
            say!(locale, batch.function),
            vec![choice("bmm", "bmm".into(), ""), choice("matmul", "matmul".into(), "")],
            batch.inputs().op == Op::Matmul,
            Place::Words,
            None,
        ),
        setting(
            "grain",
            say!(locale, bar.grain),
            vec![
                choice(grain_key(Grain::Fine), say!(locale, batch.grain_cell), ""),
                choice(grain_key(Grain::Coarse), say!(locale, batch.grain_pair), ""),
            ],
            batch.grain == Grain::Coarse,
            Place::Grain,
            Some("KeyG"),
        ),
    ];
    // A single pair has no more than one worker.
    if pairs > 1 {
        let workers = setting(
            "workers",
            say!(locale, batch.workers_of),
            vec![
                choice("one", say!(locale, batch.workers_one), ""),
                choice("each", say!(locale, batch.workers_each, n = pairs), ""),
            ],
            !batch.alone,
            Place::Words,
            None,
        );
        settings.insert(2, workers);
    }
    settings
}

fn card(batch: &Batch, locale: Locale, slot: Slot) -> Option<OperandCard> {
    let operand: &Operand = batch.inputs().get(slot)?;
    let [batch_size, rows, cols] = sizes(operand);
    let size = |key: &'static str, what: String, value: usize, max: usize| Size { key, what, value, max: Some(max) };
    Some(OperandCard {
        slot,
        name: if slot == A { "A" } else { "B" }.to_owned(),
        hue: if slot == A { Hue::A } else { Hue::B },
        sizes: vec![
            size("batch", say!(locale, batch.sheets), batch_size, MAX_PAIRS),
            size("rows", say!(locale, input.rows), rows, MAX_SIZE),
            size("cols", say!(locale, input.cols), cols, MAX_SIZE),
        ],
        max: MAX_PAIRS,
        vector: None,
        transposes: true,
    })
}

/// Why to batch, in numbers.
fn facts(batch: &Batch, locale: Locale) -> Option<Card> {
    let answer = batch.answer()?;
    let (pairs, plan) = (answer.pairs(), answer.plan);
    let ([a, ..], [b, ..]) = (sizes(&batch.inputs().a), sizes(&batch.inputs().b));
    let (left, right) = (plan.m * plan.k, plan.k * plan.n);
    let products = pairs * plan.m * plan.k * plan.n;
    // Each call reads its operands at least once; a number takes four bytes.
    let read = [pairs * (left + right) * 4, (a * left + b * right) * 4];
    let written = pairs * plan.m * plan.n * 4;
    let row = |name: String, values: [usize; 2]| {
        let fact = |value: usize| Fact { text: thousands(value), chosen: values[0] != values[1], ..Fact::default() };
        (name, values.map(fact).to_vec())
    };
    let head = [say!(locale, batch.loop_name), say!(locale, batch.batch_name)];
    let head = head.map(|text| Fact { text, ..Fact::default() }).to_vec();
    let workers = if batch.alone { 1 } else { pairs };
    let rows = vec![
        (String::new(), head),
        row(say!(locale, batch.fact_calls), [pairs, pairs.min(1)]),
        row(say!(locale, batch.fact_ticks, n = workers), [batch.ticks(Lane::Loop).1, batch.ticks(Lane::Batch).1]),
        row(say!(locale, batch.fact_products), [products; 2]),
        row(say!(locale, batch.fact_read), read),
        row(say!(locale, batch.fact_written), [written; 2]),
    ];
    Some(Card { part: "facts", title: say!(locale, batch.facts), parts: vec![CardPart::Facts(Facts { rows })] })
}

/// `1,728`.
fn thousands(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}
