//! The cards beside the picture: operations, wording, small tools, the pasted text.

use super::hear::OTHERS;
use super::inputs::{A, B, Inputs, Op};
use super::model::Shapes;
use super::names::{Names, turn_code};
use super::sizes::{has_room, text};
use crate::say;
use crate::screen::board::{Choice, Place, Tool};
use crate::screen::{Hue, ReaderCard, Setting, hued};
use crate::words::Locale;
use matwalk_errors::Library;

/// The operations.
pub fn operations(shapes: &Shapes, locale: Locale) -> Setting {
    let choices = Op::ALL.into_iter().map(|op| {
        let (label, picture) = match op {
            Op::Matmul => ("matmul", include_str!("matmul.svg")),
            Op::Bmm => ("bmm", include_str!("bmm.svg")),
            Op::Linear => ("Linear", include_str!("linear.svg")),
            Op::Softmax => ("softmax", include_str!("softmax.svg")),
            Op::Add => ("+ − × ÷", include_str!("add.svg")),
        };
        Choice { key: op.key(), label: label.to_owned(), hint: String::new(), picture, shortcut: None }
    });
    Setting {
        key: "op",
        label: say!(locale, shapes.operation),
        choices: choices.collect(),
        chosen: Op::ALL.iter().position(|op| *op == shapes.inputs().op).unwrap_or(0),
        place: Place::Readings,
        shortcut: None,
    }
}

/// Which PyTorch’s words.
pub fn wordings(shapes: &Shapes, locale: Locale) -> Setting {
    let choice = |key: &'static str, label: String| Choice {
        key,
        label,
        hint: say!(locale, shapes.wording_hint),
        picture: "",
        shortcut: None,
    };
    Setting {
        key: "text",
        label: say!(locale, shapes.wording),
        choices: vec![choice("new", "2.15".to_owned()), choice("old", say!(locale, shapes.wording_old))],
        chosen: usize::from(shapes.old),
        place: Place::More,
        shortcut: None,
    }
}

/// Small changes of shapes, and of what softmax and a layer have besides.
pub fn tools(inputs: &Inputs, names: &Names) -> Vec<Tool> {
    let locale = names.locale;
    let tool = |key: &'static str, label: String, hint: String, is_code: bool| Tool { key, label, hint, is_code };
    let mut tools = Vec::new();
    for (slot, turn, more, name) in [(A, "turn-a", "unsqueeze-a", names.a()), (B, "turn-b", "unsqueeze-b", names.b())] {
        let Some(dims) = inputs.get(slot) else { continue };
        if dims.len() >= 2 {
            let hint = say!(locale, shapes.fix_transpose, name = name);
            tools.push(tool(turn, turn_code(name, dims.len()), hint, true));
        }
        if has_room(dims) && (slot == A || inputs.op != Op::Linear) {
            let hint = say!(locale, shapes.fix_one, name = name, dim = 0);
            tools.push(tool(more, format!("{name}.unsqueeze(0)"), hint, true));
        }
    }
    match (inputs.op, &inputs.bias) {
        (Op::Softmax, _) => {
            tools.push(tool("dim-less", "dim − 1".into(), String::new(), false));
            tools.push(tool("dim-more", "dim + 1".into(), String::new(), false));
        }
        (Op::Linear, None) if inputs.b.len() == 2 => {
            tools.push(tool("with-bias", "bias=True".into(), String::new(), true));
        }
        (Op::Linear, Some(_)) => tools.push(tool("without-bias", "bias=False".into(), String::new(), true)),
        _ => {}
    }
    tools
}

/// Whether a library has PyTorch's rules.
pub fn is_pytorch(library: Library) -> bool {
    matches!(library, Library::PyTorch | Library::PyTorchXla)
}

/// The card that takes a pasted text.
pub fn reader(shapes: &Shapes, locale: Locale) -> ReaderCard {
    let pending = shapes.pending.as_ref().map(|pending| pending.text.clone());
    let told = shapes.panel().filter(|_| pending.is_none());
    let mut read = Vec::new();
    let mut tools = Vec::new();
    if let Some(told) = told {
        let inputs = shapes.inputs();
        if inputs.told.is_some() {
            let names = Names { locale, op: inputs.op };
            let list = if inputs.has_b() {
                let b = hued(Hue::B, text(&inputs.b));
                format!("{} · {} {} · {} {b}", inputs.op.key(), names.a(), hued(Hue::A, text(&inputs.a)), names.b())
            } else {
                format!("{} · x {}", inputs.op.key(), hued(Hue::A, text(&inputs.a)))
            };
            read.push(say!(locale, shapes.read, list = list));
        }
        read.extend(told.notes[usize::from(locale == Locale::en)].iter().cloned());
        if inputs.told.is_some() && told.reading.library.is_some_and(|library| !is_pytorch(library)) {
            read.push(say!(locale, shapes.by_pytorch));
        }
        if told.reading.wrote.is_some() {
            let label = say!(locale, reader.use_wrote);
            tools.push(Tool { key: "wrote", label, hint: String::new(), is_code: false });
        }
        if !told.others.is_empty() {
            read.push(say!(locale, reader.others));
        }
        tools.extend(OTHERS.iter().zip(&told.others).map(|(key, part)| Tool {
            key,
            label: part.label.clone(),
            hint: part.text.clone(),
            is_code: false,
        }));
    }
    if pending.is_some() {
        read.push(say!(locale, shapes.reading));
    }
    let attributes =
        told.map(|told| told.reading.attributes().pairs().map(|(name, value)| (name, value.to_owned())).collect());
    ReaderCard {
        title: say!(locale, shapes.paste),
        placeholder: "mat1 and mat2 shapes cannot be multiplied (32x784 and 128x10)".to_owned(),
        text: match (&pending, told) {
            // A long text stays out of the field until it is read.
            (Some(text), _) => {
                if text.len() > 10_000 {
                    String::new()
                } else {
                    text.to_string()
                }
            }
            (None, told) => told.map(|told| told.paste.clone()).unwrap_or_default(),
        },
        mark: told.map(|told| told.at.clone()).filter(|at| !at.is_empty()),
        pending,
        attributes: attributes.unwrap_or_default(),
        read,
        tools,
    }
}
