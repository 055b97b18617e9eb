//! How to read the product, the examples, and the keys.

use super::{Lesson, toggle_play};
use crate::lesson::product::address::{layout_key, reading_key};
use crate::lesson::product::model::{Layout, Msg};
use crate::lesson::product::preset::Preset;
use crate::platform::{self, is_text_field};
use crate::playback::Jump;
use crate::ui::card::Card;
use crate::ui::icon::Icon;
use crate::ui::segmented::{Choice, Segmented};
use crate::ui::text;
use crate::words::Locale;
use crate::{address_bar, say};
use leptos::prelude::*;
use leptos::web_sys::{Element, KeyboardEvent};
use matwalk_core::trace::Grain;
use matwalk_core::trace::matmul::Reading;
use wasm_bindgen::JsCast;

/// Four readings, and the layout.
#[component]
pub fn Readings(lesson: Lesson) -> impl IntoView {
    let shell = lesson.shell;
    let choices = Reading::ALL
        .into_iter()
        .map(|reading| Choice {
            value: reading,
            key: reading_key(reading),
            label: Signal::derive(move || reading_name(shell.locale.get(), reading).0),
            hint: Signal::derive(move || reading_name(shell.locale.get(), reading).1),
            icon: Some(match reading {
                Reading::Dot => Icon::Dot,
                Reading::Columns => Icon::Columns,
                Reading::Rows => Icon::Rows,
                Reading::Outer => Icon::Outer,
            }),
        })
        .collect();
    let layouts = [Layout::Crossed, Layout::Inline]
        .into_iter()
        .map(|layout| Choice {
            value: layout,
            key: layout_key(layout),
            label: Signal::derive(move || match layout {
                Layout::Crossed => say!(shell.locale.get(), layout.crossed),
                Layout::Inline => say!(shell.locale.get(), layout.inline),
            }),
            hint: Signal::stored(String::new()),
            icon: None,
        })
        .collect();
    let title = text(move || say!(shell.locale.get(), reading.title));
    let layouts = StoredValue::new(layouts);
    let choices = StoredValue::new(choices);
    view! {
        <Card title part="readings">
            <div class="readings">
                <Segmented
                    name="view" label=title choices=choices.get_value()
                    value=Signal::derive(move || lesson.model.with(|model| model.reading))
                    on_choose=move |reading| lesson.send(Msg::Read(reading))
                />
            </div>
            <div class="layouts">
                <Segmented
                    name="layout"
                    label=text(move || say!(shell.locale.get(), layout.title))
                    choices=layouts.get_value()
                    value=Signal::derive(move || lesson.model.with(|model| model.layout))
                    on_choose=move |layout| lesson.send(Msg::Layout(layout))
                />
            </div>
        </Card>
    }
}

fn reading_name(locale: Locale, reading: Reading) -> (String, String) {
    match reading {
        Reading::Dot => (say!(locale, reading.dot), say!(locale, reading.dot_hint)),
        Reading::Columns => (say!(locale, reading.columns), say!(locale, reading.columns_hint)),
        Reading::Rows => (say!(locale, reading.rows), say!(locale, reading.rows_hint)),
        Reading::Outer => (say!(locale, reading.outer), say!(locale, reading.outer_hint)),
    }
}

/// Examples by name. Choosing one adds an entry to the browser's history.
#[component]
pub fn Presets(lesson: Lesson) -> impl IntoView {
    let shell = lesson.shell;
    view! {
        <Card title=text(move || say!(shell.locale.get(), preset.title)) part="presets">
            <div class="chips">
                {Preset::ALL.into_iter().map(|preset| {
                    let shown = Memo::new(move |_| lesson.inputs.with(|inputs| *inputs == preset.inputs()));
                    view! {
                        <button
                            type="button" class="chip" data-action=format!("preset-{}", preset.slug())
                            aria-pressed=text(move || shown.get().to_string())
                            on:click=move |_| {
                                address_bar::new_entry();
                                lesson.playing.set(false);
                                lesson.send(Msg::Load(preset));
                                // In one column the stage is far above.
                                if platform::media("(max-width: 1020px)") {
                                    platform::bring_into_view("[data-part=stage]");
                                }
                            }
                        >
                            {text(move || preset_name(shell.locale.get(), preset))}
                        </button>
                    }
                }).collect_view()}
            </div>
        </Card>
    }
}

fn preset_name(locale: Locale, preset: Preset) -> String {
    match preset {
        Preset::VectorMatrix => say!(locale, preset.vector_matrix),
        Preset::MatrixVector => say!(locale, preset.matrix_vector),
        Preset::MatrixMatrix => say!(locale, preset.matrix_matrix),
        Preset::DotProduct => say!(locale, preset.dot_product),
        Preset::Identity => say!(locale, preset.identity),
        Preset::Permutation => say!(locale, preset.permutation),
        Preset::RowSums => say!(locale, preset.row_sums),
        Preset::ColumnSums => say!(locale, preset.column_sums),
        Preset::Scaling => say!(locale, preset.scaling),
        Preset::Rotation => say!(locale, preset.rotation),
        Preset::Projection => say!(locale, preset.projection),
        Preset::RankOne => say!(locale, preset.rank_one),
        Preset::Zeros => say!(locale, preset.zeros),
        Preset::RunningSums => say!(locale, preset.running_sums),
        Preset::Mismatch => say!(locale, preset.mismatch),
        Preset::Large => say!(locale, preset.large),
    }
}

/// Keys that work wherever the focus is not in a text: stepping on the stage and the bar, letters anywhere.
pub fn on_key(lesson: Lesson, len: Signal<usize>, on_jump: Callback<Jump>, event: &KeyboardEvent) {
    let Some(target) = event.target() else { return };
    if event.is_composing() || event.default_prevented() || is_text_field(&target) || event.alt_key() {
        return;
    }
    let element = target.dyn_ref::<Element>();
    let within = |selector: &str| element.is_some_and(|element| element.closest(selector).is_ok_and(|e| e.is_some()));
    if within("dialog") {
        return;
    }
    // Letters go by their place on the keyboard: a Korean layout sends other characters.
    let code = event.code();
    if event.ctrl_key() || event.meta_key() {
        let msg = match (code.as_str(), event.shift_key()) {
            ("KeyZ", false) => Msg::Undo,
            ("KeyZ", true) | ("KeyY", _) => Msg::Redo,
            _ => return,
        };
        event.prevent_default();
        lesson.send(msg);
        return;
    }
    // Also from a button pressed elsewhere: whoever presses Random and then an arrow means the walk.
    let stepping =
        within(".stage, .bar, button, a, summary") || element.is_some_and(|element| element.tag_name() == "BODY");
    let jump = |jump: Jump| {
        event.prevent_default();
        lesson.playing.set(false);
        on_jump.run(jump);
    };
    // The scrubber steps by itself; a radio button's arrows choose, a button's space presses.
    let own_arrows = within("input");
    let own_space = within("button, input, select, a, summary");
    match event.key().as_str() {
        "ArrowLeft" if stepping && !own_arrows => jump(Jump::Back),
        "ArrowRight" if stepping && !own_arrows => jump(Jump::Next),
        "Home" if stepping && !own_arrows => jump(Jump::First),
        "End" if stepping && !own_arrows => jump(Jump::Last),
        " " if stepping && (!own_space || within("input[type=range]")) => {
            event.prevent_default();
            toggle_play(lesson, len, on_jump);
        }
        "Escape" if lesson.shell.present.get_untracked() => {
            event.prevent_default();
            lesson.shell.present.set(false);
        }
        _ => {
            if !lesson.shell.letters.get_untracked() || event.shift_key() {
                return;
            }
            let msg = match code.as_str() {
                "KeyD" => Msg::Read(Reading::Dot),
                "KeyC" => Msg::Read(Reading::Columns),
                "KeyR" => Msg::Read(Reading::Rows),
                "KeyO" => Msg::Read(Reading::Outer),
                "KeyG" => Msg::Grain(match lesson.model.with_untracked(|model| model.grain) {
                    Grain::Fine => Grain::Coarse,
                    Grain::Coarse => Grain::Fine,
                }),
                "KeyL" => Msg::Layout(match lesson.model.with_untracked(|model| model.layout) {
                    Layout::Crossed => Layout::Inline,
                    Layout::Inline => Layout::Crossed,
                }),
                _ => return,
            };
            event.prevent_default();
            lesson.send(msg);
        }
    }
}
