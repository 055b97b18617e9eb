//! Which lessons' parts are there, and fetching them: at once for the lesson that is wanted, early for the one that a
//! person points at, in idle time for the rest.
//!
//! A part is noted under its lesson, whatever is wanted by the time it comes: Back and Forward can't mix them up.

use super::state::State;
use crate::lesson::LessonId;
use crate::lesson::part::Open;
use crate::platform;
use leptos::prelude::*;

/// How fetching a lesson's part ended.
type Fetched = Result<Open, ()>;

const COUNT: usize = LessonId::ALL.len();

/// What the page's main part shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// The start page.
    Start,
    /// A lesson whose part is on its way.
    Waiting(LessonId),
    /// A lesson whose part could not be fetched.
    Failed(LessonId),
    /// A lesson.
    Lesson(LessonId),
}

/// The parts of all lessons.
#[derive(Clone, Copy)]
pub struct Parts {
    /// `None` while a part was not asked for or is on its way.
    fetched: RwSignal<[Option<Fetched>; COUNT]>,
}

impl Parts {
    /// None fetched yet.
    pub fn new() -> Parts {
        Parts { fetched: RwSignal::new([None; COUNT]) }
    }

    /// What to show when this lesson is wanted.
    pub fn shown(self, wanted: Option<LessonId>) -> Shown {
        let Some(lesson) = wanted else { return Shown::Start };
        match self.fetched.with(|all| all[index(lesson)]) {
            None => Shown::Waiting(lesson),
            Some(Err(())) => Shown::Failed(lesson),
            Some(Ok(_)) => Shown::Lesson(lesson),
        }
    }

    /// The view of a lesson whose part is there; nothing otherwise.
    pub fn open(self, lesson: LessonId, state: State) -> AnyView {
        match self.fetched.with_untracked(|all| all[index(lesson)]) {
            Some(Ok(open)) => open(state),
            _ => ().into_any(),
        }
    }

    /// Begins to fetch a lesson's part.
    pub fn preload(self, lesson: LessonId) {
        (lesson.part().preload)();
    }

    /// Fetches the part of the lesson that is wanted, now and whenever another one is; then the rest in idle time.
    pub fn keep_fetching(self, wanted: Memo<Option<LessonId>>) {
        Effect::new(move |before: Option<()>| {
            let lesson = wanted.get();
            let is_first = before.is_none();
            leptos::task::spawn_local(async move {
                if let Some(lesson) = lesson {
                    self.fetch(lesson).await;
                }
                if is_first {
                    self.fetch_when_idle(0);
                }
            });
        });
    }

    /// Fetches a part once more.
    pub fn retry(self, lesson: LessonId) {
        leptos::task::spawn_local(self.fetch(lesson));
    }

    async fn fetch(self, lesson: LessonId) {
        if self.fetched.with_untracked(|all| matches!(all[index(lesson)], Some(Ok(_)))) {
            return;
        }
        // A message about an earlier failure gives way while this is under way.
        self.note(lesson, None);
        let fetched = (lesson.part().load)().await;
        self.note(lesson, Some(fetched));
    }

    fn note(self, lesson: LessonId, fetched: Option<Fetched>) {
        let is_news = |all: &[Option<Fetched>; COUNT]| match (all[index(lesson)], fetched) {
            // Never back from there.
            (Some(Ok(_)), _) | (None, None) => false,
            _ => true,
        };
        if self.fetched.with_untracked(is_news) {
            self.fetched.update(|all| all[index(lesson)] = fetched);
        }
    }

    /// Fetches the lessons from the one of this index on, one after the other, whenever the browser has nothing to do.
    fn fetch_when_idle(self, next: usize) {
        let Some(lesson) = LessonId::ALL.get(next) else { return };
        let load = lesson.part().load;
        platform::when_idle(move || {
            leptos::task::spawn_local(async move {
                // Offline now says nothing about later, when the lesson is opened.
                if load().await.is_ok() {
                    self.fetch_when_idle(next + 1);
                }
            });
        });
    }
}

impl Default for Parts {
    fn default() -> Self {
        Parts::new()
    }
}

fn index(lesson: LessonId) -> usize {
    LessonId::ALL.into_iter().position(|other| other == lesson).unwrap_or_default()
}
