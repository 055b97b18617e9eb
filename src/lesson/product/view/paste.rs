//! The dialog to paste into: says at once what it reads, or where it stops.

use super::Lesson;
use crate::lesson::operand::Side;
use crate::lesson::product::model::{self, Msg};
use crate::lesson::product::sentence::{self, shape_text};
use crate::say;
use crate::shell::Notice;
use crate::ui::card::Dialog;
use crate::ui::{flag, text};
use crate::words::Locale;
use leptos::prelude::*;
use matwalk_paste::{PasteError, PasteErrorKind, Tensor};

/// The dialog.
#[component]
pub fn PasteDialog(lesson: Lesson, side: Side, pasting: RwSignal<Option<Side>>) -> impl IntoView {
    let shell = lesson.shell;
    let name = move || lesson.inputs.with(|inputs| sentence::name(side, inputs.get(side).is_vector()));
    let typed = RwSignal::new(String::new());
    let read = Memo::new(move |_| typed.with(|text| first(text)));
    // `None` while there is nothing to read or it can't be read.
    let usable = Memo::new(move |_| read.with(|read| read.clone().ok().and_then(model::from_pasted).is_some()));
    let area = NodeRef::<leptos::html::Textarea>::new();
    area.on_load(|area| drop(area.focus()));
    let verdict = move || {
        let locale = shell.locale.get();
        read.with(|read| match read {
            Ok(pasted) if usable.get() => say!(locale, paste.preview, shape = shape_text(pasted.shape)),
            Ok(pasted) => say!(locale, notice.paste_size, shape = shape_text(pasted.shape)),
            Err(_) if typed.with(|text| text.trim().is_empty()) => say!(locale, paste.empty),
            Err(error) => explain(locale, error),
        })
    };
    let take = move || {
        if let Ok(pasted) = read.get_untracked()
            && usable.get_untracked()
        {
            shell.tell(Notice::Pasted(shape_text(pasted.shape)));
            lesson.send(Msg::Paste(side, pasted));
            pasting.set(None);
        }
    };
    view! {
        <Dialog
            title=text(move || say!(shell.locale.get(), paste.title, name = name()))
            on_close=move |()| pasting.set(None)
        >
            <p class="quiet">{text(move || say!(shell.locale.get(), paste.hint))}</p>
            <textarea
                class="paste__text" rows="7" spellcheck="false" autocomplete="off" node_ref=area data-action="paste-text"
                aria-label=text(move || say!(shell.locale.get(), paste.text))
                placeholder="[[1, 2], [3, 4]]"
                prop:value=typed
                on:input=move |event| typed.set(event_target_value(&event))
            ></textarea>
            <p
                class="paste__verdict" role="status" data-part="paste-verdict"
                class:bad=flag(move || !usable.get() && typed.with(|text| !text.trim().is_empty()))
            >
                {verdict}
            </p>
            <button
                type="button" class="button button--main" data-action="paste-use"
                disabled=flag(move || !usable.get())
                on:click=move |_| take()
            >
                {text(move || say!(shell.locale.get(), paste.take))}
            </button>
        </Dialog>
    }
}

/// The first tensor of a text.
fn first(text: &str) -> Result<Tensor, PasteError> {
    let mut pasted = matwalk_paste::read(text)?;
    Ok(pasted.tensors.swap_remove(0))
}

fn explain(locale: Locale, error: &PasteError) -> String {
    let separator = |text| {
        let why = sentence::unreadable(locale, matwalk_core::number::NumberError::ThousandsSeparator { at: 0 });
        format!("{} {why}", say!(locale, paste.number, text = shorten(text)))
    };
    let why = match &error.kind {
        PasteErrorKind::Empty | PasteErrorKind::NoNumber => return say!(locale, paste.empty),
        PasteErrorKind::Number { text, error } => {
            format!("{} {}", say!(locale, paste.number, text = shorten(text)), sentence::unreadable(locale, *error))
        }
        PasteErrorKind::Comma { text } | PasteErrorKind::Grouping { text } => separator(text),
        PasteErrorKind::Accounting { text }
        | PasteErrorKind::Range { text }
        | PasteErrorKind::Expression { text }
        | PasteErrorKind::Glued { text }
        | PasteErrorKind::UnknownName { name: text }
        | PasteErrorKind::Word { text }
        | PasteErrorKind::WrongShape { stated: text, .. }
        | PasteErrorKind::NotOpened { text }
        | PasteErrorKind::Unexpected { text } => say!(locale, paste.unexpected, text = shorten(text)),
        PasteErrorKind::Elided => say!(locale, paste.elided),
        PasteErrorKind::Ragged { expected, got } => say!(locale, paste.ragged, expected = *expected, got = *got),
        PasteErrorKind::Unclosed { .. } => say!(locale, paste.unclosed),
        PasteErrorKind::TooDeep => say!(locale, paste.too_deep),
        PasteErrorKind::TooManyValues => say!(locale, paste.too_many),
        PasteErrorKind::Transpose
        | PasteErrorKind::Several { .. }
        | PasteErrorKind::ShapeOnly
        | PasteErrorKind::MergedCells => say!(locale, number.not_a_number),
    };
    say!(locale, paste.at, line = error.line, column = error.column, why = why)
}

fn shorten(text: &str) -> String {
    let mut shown: String = text.chars().take(24).collect();
    if shown.len() < text.len() {
        shown.push('…');
    }
    shown
}
