//! A lesson that has been opened, and the signals that tell of its changes.

use crate::lesson::entry::{Entry, Lesson};
use crate::route::{Address, BadKey};
use crate::screen::{Act, Change};
use leptos::prelude::*;

/// An open lesson. It lives as long as the page, so that a look at another lesson loses no numbers.
#[derive(Clone, Copy)]
pub struct Session {
    /// Its line in the registry.
    pub entry: &'static Entry,
    lesson: StoredValue<Box<dyn Lesson>>,
    /// Changes with inputs and settings.
    pub changed: RwSignal<usize>,
    /// Changes with the step alone.
    pub stepped: RwSignal<usize>,
    /// Changes with every move of a number that is dragged: the picture follows at once, all else at a pause.
    pub dragged: RwSignal<usize>,
    /// Whether it plays: step after step by itself.
    pub playing: RwSignal<bool>,
}

fn count_up(signal: RwSignal<usize>) {
    signal.update(|count| *count = count.wrapping_add(1));
}

impl Session {
    /// A lesson in its first state. Belongs to the present owner.
    pub fn new(entry: &'static Entry, lesson: Box<dyn Lesson>) -> Session {
        let lesson = StoredValue::new(lesson);
        let [changed, stepped, dragged] = [(); 3].map(|()| RwSignal::new(0));
        Session { entry, lesson, changed, stepped, dragged, playing: RwSignal::new(false) }
    }

    /// Does what a person did.
    pub fn act(&self, act: Act) -> Change {
        let change = self.told(act);
        match change {
            Change::Nothing => {}
            Change::Step => count_up(self.stepped),
            Change::All => count_up(self.changed),
        }
        change
    }

    /// Does what a hand does that drags a number, and will not stop there. Says whether anything changed;
    /// [`Session::settle`] tells the rest of the page.
    pub fn drag(&self, act: Act) -> bool {
        let moves = self.told(act) != Change::Nothing;
        if moves {
            count_up(self.dragged);
        }
        moves
    }

    /// Whatever was dragged has stopped, or is shown in passing.
    pub fn settle(&self) {
        count_up(self.changed);
    }

    fn told(&self, act: Act) -> Change {
        self.lesson.try_update_value(|lesson| lesson.act(act)).unwrap_or(Change::Nothing)
    }

    /// Pointer or focus is on the number of that name, or on none.
    pub fn light(&self, name: Option<&str>) {
        if self.lesson.try_update_value(|lesson| lesson.light(name)) == Some(true) {
            count_up(self.stepped);
        }
    }

    /// Takes up an address, and says which keys could not be used. What played stops: it was another walk.
    pub fn read(&self, address: &Address) -> Vec<BadKey> {
        let bad = self.lesson.try_update_value(|lesson| lesson.read(address)).unwrap_or_default();
        self.playing.set(false);
        count_up(self.changed);
        bad
    }

    /// Asks the lesson something. Follows no signal: track [`Session::changed`] or [`Session::stepped`] first.
    pub fn with<T>(&self, ask: impl FnOnce(&dyn Lesson) -> T) -> T {
        self.lesson.with_value(|lesson| ask(lesson.as_ref()))
    }
}
