//! The parsers with the sentences about what they read.

use crate::frame::state::Frame;
use crate::lesson::operand::Operand;
use crate::lesson::terms::shape_text;
use crate::say;
use crate::screen::Slot;
use crate::words::Locale;
use leptos::prelude::WithUntracked;
use matwalk_core::number::NumberError;
use matwalk_paste::{Choice, Meaning, Notation, Note, PasteError, PasteErrorKind, Pasted};

/// What the lesson takes.
#[derive(Clone, Debug)]
pub struct Limit {
    /// The largest shape; one of fewer dimensions is compared from the last.
    pub most: Vec<usize>,
    /// How many operands it has.
    pub operands: usize,
}

/// What the open lesson takes into a slot: vectors and matrices, or as many dimensions as the operand has sizes.
pub fn limit(frame: Frame, slot: Slot) -> Limit {
    frame.board.with_untracked(|board| {
        let operand = board.operands.iter().find(|operand| operand.slot == slot).or(board.operands.first());
        let most = operand.map(|operand| match &operand.sizes[..] {
            [_, _, _, ..] => operand.sizes.iter().map(|size| size.max.unwrap_or(operand.max)).collect(),
            _ => vec![operand.max; 2],
        });
        Limit { most: most.unwrap_or_default(), operands: board.operands.len() }
    })
}

/// What came of a text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// What it was read as, or why it can't be read.
    pub verdict: String,
    /// Whether it can't be read, or not without a choice.
    pub is_wrong: bool,
    /// What can be taken, each by one press.
    pub offers: Vec<Offer>,
}

/// Tensors that can be taken.
#[derive(Clone, Debug, PartialEq)]
pub struct Offer {
    /// A stable name for tests and scripts.
    pub key: String,
    /// The words on its button.
    pub label: String,
    /// The tensors.
    pub operands: Vec<Operand>,
    /// Their shapes, for the notice.
    pub told: String,
}

impl Offer {
    /// Whether it is a single number.
    pub fn is_one_number(&self) -> bool {
        self.operands.len() == 1 && self.operands[0].shape().numel() == 1
    }
}

/// Reads a text.
pub fn read(locale: Locale, text: &str, limit: &Limit) -> Reading {
    if text.trim().is_empty() {
        return Reading { verdict: say!(locale, paste_error.empty), ..Reading::default() };
    }
    match matwalk_paste::read(text) {
        Ok(pasted) => {
            let mut verdict = said(locale, &pasted);
            let offer = offer("use".into(), say!(locale, paste.take), &pasted);
            match fits(&offer, limit) {
                true => Reading { verdict, is_wrong: false, offers: vec![offer] },
                false => {
                    verdict = format!(
                        "{verdict} {}",
                        say!(locale, notice.paste_size, shape = offer.told, most = shape_text(&limit.most))
                    );
                    Reading { verdict, is_wrong: true, offers: Vec::new() }
                }
            }
        }
        Err(error) => {
            let offers = error.choices.iter().map(|choice| {
                let (key, label) = meaning(locale, choice);
                offer(key.to_owned(), label, &choice.pasted)
            });
            let offers = offers.filter(|offer| fits(offer, limit)).collect();
            Reading { verdict: explain(locale, &error), is_wrong: true, offers }
        }
    }
}

fn fits(offer: &Offer, limit: &Limit) -> bool {
    let small = |operand: &Operand| {
        let (shape, most) = (operand.shape(), &limit.most);
        let mut pairs = shape.dims().iter().rev().zip(most.iter().rev());
        shape.rank() <= most.len() && pairs.all(|(size, most)| size <= most)
    };
    offer.operands.len() <= limit.operands.max(1) && offer.operands.iter().all(small)
}

fn offer(key: String, label: String, pasted: &Pasted) -> Offer {
    let operand = |tensor: &matwalk_paste::Tensor| {
        let values = matwalk_core::Tensor::new(tensor.shape, tensor.values.clone()).ok()?;
        Some(Operand::written(values, &tensor.texts))
    };
    Offer {
        key,
        label,
        operands: pasted.tensors.iter().filter_map(operand).collect(),
        told: pasted.tensors.iter().map(|tensor| tensor.shape.to_string()).collect::<Vec<_>>().join(", "),
    }
}

/// `Read as a (2, 2) print-out of NumPy.` and what else is to be known.
fn said(locale: Locale, pasted: &Pasted) -> String {
    let shape = pasted.tensors.first().map(|tensor| tensor.shape.to_string()).unwrap_or_default();
    macro_rules! notation {
        ($($name:ident => $word:ident),* $(,)?) => {
            match pasted.notation {
                Notation::Number => say!(locale, paste_read.number),
                $(Notation::$name => say!(locale, paste_read.$word, shape = shape),)*
            }
        };
    }
    let mut sentences = vec![notation! {
        Spreadsheet => spreadsheet, Csv => csv, Blanks => blanks, Bars => bars, List => list, Braces => braces,
        NumPy => num_py, PyTorch => py_torch, TensorFlow => tensor_flow, TensorFlowJs => tensor_flow_js, Jax => jax,
        Paddle => paddle, MxNet => mx_net, Pandas => pandas, Matlab => matlab, Julia => julia, R => r,
        Mathematica => mathematica, Maxima => maxima, Maple => maple, SymPy => sym_py, Rust => rust, Excel => excel,
        Typst => typst, Lean => lean, Latex => latex, UnicodeMath => unicode_math, Link => link,
    }];
    if pasted.tensors.len() > 1 {
        let names: Vec<String> = pasted.tensors.iter().map(|tensor| tensor.shape.to_string()).collect();
        sentences.push(say!(locale, paste_read.several, count = names.len(), names = names.join(", ")));
    }
    sentences.extend(pasted.notes.iter().map(|note| match note {
        Note::Transposed => say!(locale, paste_read.note_transposed),
        Note::AccountingNegative => say!(locale, paste_read.note_accounting_negative),
        Note::HeaderLeftOut => say!(locale, paste_read.note_header_left_out),
        Note::IndexLeftOut => say!(locale, paste_read.note_index_left_out),
        Note::Booleans => say!(locale, paste_read.note_booleans),
        Note::Factor => say!(locale, paste_read.note_factor),
        Note::ResultLeftOut => say!(locale, paste_read.note_result_left_out),
    }));
    sentences.join(" ")
}

fn meaning(locale: Locale, choice: &Choice) -> (&'static str, String) {
    let number = choice.sample.clone();
    match choice.meaning {
        Meaning::DecimalComma => ("decimal-comma", say!(locale, paste_read.decimal_comma, number = number)),
        Meaning::Separator => ("separator", say!(locale, paste_read.separator, number = number)),
        Meaning::ThousandsComma => ("thousands-comma", say!(locale, paste_read.thousands_comma, number = number)),
        Meaning::GroupingBlank => ("grouping-blank", say!(locale, paste_read.grouping_blank, number = number)),
        Meaning::SeparatingBlank => ("separating-blank", say!(locale, paste_read.separating_blank, number = number)),
        Meaning::Negative => ("negative", say!(locale, paste_read.negative, number = number)),
        Meaning::Positive => ("positive", say!(locale, paste_read.positive, number = number)),
        Meaning::Transposed => ("transposed", say!(locale, paste_read.transposed)),
        Meaning::AsWritten => ("as-written", say!(locale, paste_read.as_written)),
        Meaning::All => ("all", say!(locale, paste_read.all)),
        Meaning::First => ("first", say!(locale, paste_read.first)),
        Meaning::Second => ("second", say!(locale, paste_read.second)),
    }
}

/// Where it stops, and why.
fn explain(locale: Locale, error: &PasteError) -> String {
    macro_rules! of {
        ($word:ident) => {
            say!(locale, paste_error.$word)
        };
        ($word:ident, $text:expr) => {
            say!(locale, paste_error.$word, text = $text.clone())
        };
    }
    let why = match &error.kind {
        PasteErrorKind::Empty => return of!(empty),
        PasteErrorKind::NoNumber => return of!(no_number),
        PasteErrorKind::Number { text, error } => match error {
            NumberError::Empty => of!(missing),
            NumberError::DivisionByZero => of!(division_by_zero, text),
            NumberError::TooLarge => of!(too_large, text),
            NumberError::TooSmall => of!(too_small, text),
            _ => of!(number, text),
        },
        PasteErrorKind::Comma { text } => of!(comma, text),
        PasteErrorKind::Grouping { text } => of!(grouping, text),
        PasteErrorKind::Accounting { text } => of!(accounting, text),
        PasteErrorKind::Range { text } => of!(range, text),
        PasteErrorKind::Expression { text } => of!(expression, text),
        PasteErrorKind::Glued { text } => of!(glued, text),
        PasteErrorKind::UnknownName { name } => say!(locale, paste_error.unknown_name, name = name.clone()),
        PasteErrorKind::Word { text } => of!(word, text),
        PasteErrorKind::Transpose => of!(transpose),
        PasteErrorKind::Several { count } => say!(locale, paste_error.several, count = *count),
        PasteErrorKind::ShapeOnly => of!(shape_only),
        PasteErrorKind::WrongShape { stated, found } => {
            say!(locale, paste_error.wrong_shape, stated = stated.clone(), found = found.to_string())
        }
        PasteErrorKind::MergedCells => of!(merged_cells),
        PasteErrorKind::Unexpected { text } => of!(unexpected, text),
        PasteErrorKind::Elided => of!(elided),
        PasteErrorKind::Ragged { expected, got } => {
            say!(locale, paste_error.ragged, expected = *expected, got = *got)
        }
        PasteErrorKind::Unclosed { text } => of!(unclosed, text),
        PasteErrorKind::NotOpened { text } => of!(not_opened, text),
        PasteErrorKind::TooDeep => of!(too_deep),
        PasteErrorKind::TooManyValues => of!(too_many),
    };
    say!(locale, paste.at, line = error.line, column = error.column, why = why)
}
