//! Checks that every lesson is born with: a walk over the registry on the built site. Each test keeps one page and goes
//! from state to state by the hash. Where to go is read from the lessons themselves, which are values outside the site.

mod barriers;
pub mod fit;
mod keys;
mod link;
mod names;
mod place;
mod policy;
mod words;

use std::task::{Context, Poll, Waker};

use matwalk::lesson::ALL;
use matwalk::lesson::entry::{Entry, Lesson};
use matwalk::lesson::link::address;
use matwalk::route::Address;
use matwalk::screen::board::Place;
use matwalk::screen::{Act, Cx, Room};
use matwalk::words::Locale;

use crate::page::Page;
use crate::visit::Visit;

/// Somewhere in a lesson: what its address says besides the step.
struct State {
    address: Address,
    /// How many steps there are.
    len: usize,
    /// Whether its shapes don't go together.
    clash: bool,
}

impl State {
    fn of(entry: &'static Entry, lesson: &dyn Lesson) -> State {
        let pairs = lesson.write().expect("an example goes into a link");
        let clash = lesson.board(&CX).problem.is_some();
        State { address: address(entry.slug, pairs), len: lesson.walk().len, clash }
    }

    /// Its address after `t` steps, with more pairs such as `lang=en`.
    fn at(&self, t: usize, more: &str) -> String {
        let mut address = self.address.clone();
        address.push("t", t.to_string());
        format!("{address}&{more}")
    }
}

const CX: Cx =
    Cx { locale: Locale::en, base: 1, room: Room { width: 1040.0, height: 560.0, least_cell: 24.0, presents: false } };

/// A lesson in its first state. Outside the site a part is there at once.
fn new(entry: &Entry) -> Box<dyn Lesson> {
    match (entry.part.load)().as_mut().poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(Ok(open)) => (open.lesson)(),
        _ => panic!("{} does not open", entry.slug),
    }
}

/// Every reading of the lesson's first example, in every grain it has.
fn readings(entry: &'static Entry) -> Vec<State> {
    let choices = |lesson: &dyn Lesson, place: Place| {
        let settings = lesson.board(&CX).settings;
        let own = settings.into_iter().find(|setting| setting.place == place);
        own.map_or(vec![None], |own| (0..own.choices.len()).map(|choice| Some((own.key, choice))).collect())
    };
    let mut states = Vec::new();
    for reading in choices(new(entry).as_ref(), Place::Readings) {
        let mut lesson = new(entry);
        if let Some((key, choice)) = reading {
            lesson.act(Act::Choose(key, choice));
        }
        for grain in choices(lesson.as_ref(), Place::Grain) {
            if let Some((key, choice)) = grain {
                lesson.act(Act::Choose(key, choice));
            }
            states.push(State::of(entry, lesson.as_ref()));
        }
    }
    states
}

/// Every example of the lesson; if it has none, its first state.
fn examples(entry: &'static Entry) -> Vec<State> {
    let count = new(entry).examples(Locale::en).len();
    let opened = (0..count.max(1)).map(|index| {
        let mut lesson = new(entry);
        lesson.act(Act::Example(index));
        State::of(entry, lesson.as_ref())
    });
    opened.collect()
}

/// The site under a strict policy, in which every lesson has been opened once.
fn page() -> Page {
    let page = Visit::default().strict().media("prefers-reduced-motion", "reduce").open("#/?lang=en");
    for entry in ALL {
        page.to(&format!("#/{}?lang=en", entry.slug));
    }
    page
}

/// Asserts that the console has nothing to complain of.
#[track_caller]
fn quiet(page: &Page) {
    assert_eq!(page.console_errors(), Vec::<String>::new());
}
