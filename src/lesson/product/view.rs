//! The lesson on the screen. Everything shown follows from the model; everything done goes back as a message.

mod controls;
mod grids;
mod heat;
mod inputs;
mod mismatch;
mod paste;
mod stage;
mod take_away;

use super::model::{Inputs, MAX_GRID, Model, Msg, Outcome, Product};
use super::stage::Scene;
use super::{address, sentence};
use crate::lesson::operand::Side;
use crate::playback::{Jump, Speed};
use crate::shell::Shell;
use crate::ui::playback_bar::{PlaybackBar, toggle};
use crate::ui::segmented::{Choice, Segmented};
use crate::ui::{flag, text};
use crate::{say, words};
use leptos::prelude::*;
use matwalk_core::trace::Grain;
use matwalk_core::trace::matmul::Trace;

/// What the parts of the lesson share. Two levels of memo: what the inputs decide, then what the step decides, so that
/// a step never computes the product anew.
#[derive(Clone, Copy)]
struct Lesson {
    shell: Shell,
    model: RwSignal<Model>,
    inputs: Memo<Inputs>,
    outcome: Memo<Shown<Outcome>>,
    trace: Memo<Option<Trace>>,
    t: Memo<usize>,
    scene: Memo<Option<Scene>>,
    playing: RwSignal<bool>,
    speed: RwSignal<Speed>,
}

/// A derived value that counts as changed whenever it was derived anew (it may hold a NaN, which equals nothing).
#[derive(Clone)]
struct Shown<T>(T);

impl<T> PartialEq for Shown<T> {
    fn eq(&self, _: &Shown<T>) -> bool {
        false
    }
}

impl Lesson {
    fn new(model: RwSignal<Model>) -> Lesson {
        let inputs = Memo::new(move |_| model.with(|model| model.inputs.clone()));
        let outcome = Memo::new(move |_| Shown(inputs.with(Inputs::outcome)));
        let trace = Memo::new(move |_| model.with(Model::trace));
        let t = Memo::new(move |_| model.with(|model| model.t));
        let scene = Memo::new(move |_| trace.get().map(|trace| Scene::new(trace, t.get())));
        Lesson {
            shell: expect_context::<Shell>(),
            model,
            inputs,
            outcome,
            trace,
            t,
            scene,
            playing: RwSignal::new(false),
            speed: RwSignal::new(Speed::default()),
        }
    }

    fn send(&self, msg: Msg) {
        self.model.update(|model| model.update(msg));
    }

    fn locale(&self) -> words::Locale {
        self.shell.locale.get()
    }

    fn len(&self) -> usize {
        self.trace.get().map_or(0, |trace| trace.len())
    }

    /// The product, if there is one.
    fn product(&self) -> Shown<Option<Product>> {
        Shown(self.outcome.with(|outcome| outcome.0.product().cloned()))
    }

    /// Whether a matrix is too large to be a grid of numbers.
    fn is_large(&self) -> bool {
        self.exceeds(MAX_GRID)
    }

    /// Whether a grid has so many cells that they had better be small.
    fn is_dense(&self) -> bool {
        self.exceeds(6)
    }

    fn exceeds(&self, most: usize) -> bool {
        self.inputs.with(|inputs| {
            Side::ALL.iter().any(|side| {
                let (rows, cols) = inputs.get(*side).paper(*side);
                rows > most || cols > most
            })
        })
    }

    /// The sentence of the last step.
    fn sentence(&self) -> String {
        let locale = self.locale();
        let base = self.shell.base.get();
        self.scene.with(|scene| {
            let Some(scene) = scene else { return String::new() };
            self.outcome.with(|outcome| {
                let Some(product) = outcome.0.product() else { return String::new() };
                self.inputs.with(|inputs| sentence::step(locale, scene, inputs, product, base))
            })
        })
    }
}

/// The product lesson.
#[component]
pub fn ProductLesson(
    /// Its state.
    model: RwSignal<Model>,
) -> impl IntoView {
    let lesson = Lesson::new(model);
    let Lesson { shell, playing, speed, .. } = lesson;
    let title = text(move || {
        let locale = shell.locale.get();
        lesson.inputs.with(|inputs| match (inputs.lhs.is_vector(), inputs.rhs.is_vector()) {
            (true, false) => say!(locale, aim.vector_matrix),
            (false, true) => say!(locale, aim.matrix_vector),
            (false, false) => say!(locale, aim.matrix_matrix),
            (true, true) => say!(locale, aim.vector_vector),
        })
    });
    let aim = text(move || sentence::aim(lesson.locale(), model.with(|model| model.reading)));
    let len = Signal::derive(move || lesson.len());
    let on_jump = Callback::new(move |jump: Jump| lesson.send(Msg::Jump(jump)));
    let listener =
        window_event_listener(leptos::ev::keydown, move |event| controls::on_key(lesson, len, on_jump, &event));
    on_cleanup(move || listener.remove());

    view! {
        <div class="lesson" data-lesson="product">
            <div class="aim" data-part="aim" hidden=flag(move || !shell.shows("aim"))>
                <h1>{title}</h1>
                <p>{aim}</p>
            </div>
            <div class="lesson__main">
                <stage::Stage lesson/>
                // Without a walk the bar must not stand in front of the repairs.
                <div
                    class="card bar-card" class:bar-card--idle=flag(move || len.get() == 0)
                    hidden=flag(move || !shell.shows("playback"))
                >
                    <PlaybackBar t=lesson.t len playing speed on_jump>
                        <div class="bar__grain">
                            <Segmented
                                name="grain"
                                label=text(move || say!(shell.locale.get(), bar.grain))
                                choices=vec![
                                    Choice {
                                        value: Grain::Fine,
                                        key: address::grain_key(Grain::Fine),
                                        label: text(move || say!(shell.locale.get(), bar.grain_term)),
                                        hint: Signal::stored(String::new()),
                                        icon: None,
                                    },
                                    Choice {
                                        value: Grain::Coarse,
                                        key: address::grain_key(Grain::Coarse),
                                        label: Signal::derive(move || {
                                            sentence::block(shell.locale.get(), model.with(|model| model.reading))
                                        }),
                                        hint: Signal::stored(String::new()),
                                        icon: None,
                                    },
                                ]
                                value=Signal::derive(move || model.with(|model| model.grain))
                                on_choose=move |grain| lesson.send(Msg::Grain(grain))
                            />
                        </div>
                    </PlaybackBar>
                </div>
            </div>
            <aside class="lesson__side">
                <controls::Readings lesson/>
                <controls::Presets lesson/>
                <inputs::InputsCard lesson/>
                <take_away::TakeAway lesson/>
            </aside>
        </div>
    }
}

/// Plays or pauses.
fn toggle_play(lesson: Lesson, len: Signal<usize>, on_jump: Callback<Jump>) {
    toggle(lesson.playing, lesson.t.into(), len, on_jump);
}
