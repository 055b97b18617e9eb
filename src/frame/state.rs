//! What the parts of the frame share.

use super::controls::Unfolded;
use super::cx;
use super::number::Number;
use super::paste::Paste;
use super::pause::Pause;
use super::slide::Drag;
use crate::playback::Jump;
use crate::screen::{Act, Board, CardPart, Change, Figure, Main, Moment, Node, Room, Scene, Slot, Walk};
use crate::shell::{Notice, Session, Shell};
use crate::ui::effect;
use crate::{address_bar, platform};
use leptos::prelude::*;
use std::time::Duration;

/// A cell that is typed into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Edit {
    /// Its tensor.
    pub slot: Slot,
    /// Which one, row-major.
    pub index: usize,
    /// The character that began it and replaces the text; `None` keeps the text, selected.
    pub typed: Option<char>,
}

/// The signals of one open lesson. Two levels: what inputs and settings decide, and what the step decides, so that a
/// step computes nothing of the first.
#[derive(Clone, Copy)]
pub struct Frame {
    /// What all lessons share.
    pub shell: Shell,
    /// The lesson.
    pub session: Session,
    /// What inputs and settings decide.
    pub board: Memo<Board>,
    /// What the step decides.
    pub moment: Memo<Moment>,
    /// Where the walk stands.
    pub walk: Memo<Walk>,
    /// Whether it plays.
    pub playing: RwSignal<bool>,
    /// The flight of sizes after a fix that is under way; not positive if none is.
    pub flight: RwSignal<i32>,
    /// The picture's box.
    pub room: RwSignal<Room>,
    /// The cell that is typed into.
    pub edit: RwSignal<Option<Edit>>,
    /// The number of the lesson's own drawing that is typed into.
    pub number: RwSignal<Option<Number>>,
    /// The number that is dragged.
    pub drag: RwSignal<Option<Drag>>,
    /// When the page around the picture follows the drag.
    pub pause: StoredValue<Pause>,
    /// The operand that is pasted into.
    pub pasting: RwSignal<Option<Paste>>,
    /// What a person has unfolded, chosen or mistyped in the controls.
    pub unfolded: RwSignal<Unfolded>,
}

impl Frame {
    /// The signals around a session.
    pub fn new(session: Session) -> Frame {
        let shell = expect_context::<Shell>();
        let room = RwSignal::new(Room::default());
        let board = Memo::new(move |_| {
            session.changed.track();
            let asked = cx::of_page(shell);
            session.with(|lesson| lesson.board(&asked))
        });
        // Not compared with the last one: whoever shows it sees what differs.
        let moment = Memo::new_with_compare(
            move |_| {
                session.changed.track();
                session.stepped.track();
                let asked = cx::of_picture(shell, board, room);
                session.with(|lesson| {
                    // What moves alone is asked for by the picture.
                    if lesson.moving(&asked).is_none() {
                        session.dragged.track();
                    }
                    lesson.moment(&asked)
                })
            },
            |_, _| true,
        );
        let walk = Memo::new(move |_| {
            session.changed.track();
            session.stepped.track();
            session.with(|lesson| lesson.walk())
        });
        let playing = session.playing;
        playing.set(false);
        let frame = Frame {
            shell,
            session,
            board,
            moment,
            walk,
            playing,
            flight: RwSignal::new(0),
            room,
            edit: RwSignal::new(None),
            number: RwSignal::new(None),
            drag: RwSignal::new(None),
            pause: StoredValue::new(Pause::default()),
            pasting: RwSignal::new(None),
            unfolded: RwSignal::new(Unfolded::default()),
        };
        frame.keep_time();
        frame
    }

    /// Does what a person did.
    pub fn act(&self, act: Act) -> Change {
        super::flight::end(*self);
        self.shell.outdate(&act);
        self.session.act(act)
    }

    /// Does something that a notice tells of, with a way back.
    pub fn act_and_tell(&self, act: Act, notice: Notice) {
        self.playing.set(false);
        self.act(act);
        self.shell.tell(notice);
    }

    /// Opens an example, as an entry of its own in the browser's history.
    pub fn open_example(&self, index: usize, label: String) {
        address_bar::new_entry();
        self.act_and_tell(Act::Example(index), Notice::Example(label));
    }

    /// Moves along the walk and stops playing.
    pub fn jump(&self, jump: Jump) {
        self.playing.set(false);
        self.act(Act::Jump(jump));
    }

    /// What the main button does.
    pub fn press_main(&self) {
        if let Some(name) = self.board.with_untracked(|board| board.main.as_ref().map(|(_, name)| *name)) {
            self.playing.set(false);
            self.act(Act::Press(name.to_owned()));
            return;
        }
        match self.moment.with_untracked(|moment| moment.main) {
            Main::Next => self.jump(Jump::Next),
            Main::FromStart => self.jump(Jump::First),
        }
    }

    /// Plays or pauses; at the end it plays from the start again.
    pub fn toggle_play(&self) {
        let Walk { t, len } = self.walk.get_untracked();
        if self.playing.get_untracked() || len == 0 {
            self.playing.set(false);
            return;
        }
        if t >= len {
            self.act(Act::Jump(Jump::First));
        }
        self.playing.set(true);
    }

    /// Closes the sheet that is open; the focus goes back to its word. Says whether one was open.
    pub fn close_sheet(&self) -> bool {
        let Some(open) = self.unfolded.with_untracked(|unfolded| unfolded.sheet) else { return false };
        self.unfolded.update(|unfolded| unfolded.sheet = None);
        platform::focus(&format!("[data-action=sheet-{open}]"));
        true
    }

    /// What is said of the moment. While a number is dragged it is said at pauses only: laying out lines of text in every
    /// frame would take longer than moving the point.
    pub fn told<T>(&self, read: impl FnOnce(&Moment) -> T) -> T {
        if self.drag.with(Option::is_none) {
            return self.moment.with(read);
        }
        self.session.changed.track();
        self.moment.with_untracked(read)
    }

    /// What follows every move of the number that is dragged, if it is not all of the picture.
    pub fn moving(&self) -> Option<Vec<Node>> {
        self.session.dragged.track();
        let asked = untrack(|| cx::of_picture(self.shell, self.board, self.room));
        self.session.with(|lesson| lesson.moving(&asked))
    }

    /// The scene, if the picture is one.
    pub fn with_scene<T>(&self, read: impl FnOnce(&Scene) -> T) -> Option<T> {
        self.moment.with(|moment| match &moment.figure {
            Figure::Scene(scene) => Some(read(scene)),
            Figure::Own(_) => None,
        })
    }

    /// A number by its name in the page, `a-0`: a slot that the lesson names, and an index.
    pub fn place_of(&self, name: &str) -> Option<(Slot, usize)> {
        let (slot, index) = name.rsplit_once('-')?;
        let index = index.parse().ok()?;
        let known = self.board.with_untracked(|board| {
            let cards = board.cards.iter().flat_map(|card| &card.parts).filter_map(|part| match part {
                CardPart::Scalar(scalar) => Some(scalar.slot),
                _ => None,
            });
            let scalars = board.scalars.iter().map(|scalar| scalar.slot);
            board.slots.iter().copied().chain(cards).chain(scalars).find(|own| own.0 == slot)
        });
        known.map(|slot| (slot, index))
    }

    /// After a choice by pointer the stage has the focus, so that the arrows step.
    pub fn focus_stage(&self) {
        platform::focus("[data-part=stage]");
    }

    /// One step of playing; at the end it stops.
    fn tick(self) {
        self.act(Act::Jump(Jump::Next));
        let Walk { t, len } = self.walk.get_untracked();
        if t >= len {
            self.playing.set(false);
        }
    }

    /// The timer that plays.
    fn keep_time(self) {
        let speed = Memo::new(move |_| self.unfolded.with(|unfolded| unfolded.speed));
        effect(move || {
            if !self.playing.get() {
                return;
            }
            let interval = Duration::from_millis(u64::from(speed.get().interval_ms()));
            if let Ok(handle) = set_interval_with_handle(move || self.tick(), interval) {
                on_cleanup(move || handle.clear());
            }
        });
    }
}
