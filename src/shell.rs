//! What every lesson and every component shares: language, colours, notices. Knows no lesson.

use crate::platform;
use crate::route::BadKey;
use crate::words::Locale;
use leptos::prelude::*;
use std::time::Duration;

/// A set of colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// Dark on light.
    #[default]
    Light,
    /// Light on dark.
    Dark,
    /// Strong contrast and thick lines.
    Projector,
}

impl Theme {
    /// All themes, in the order the button goes through them.
    pub const ALL: [Theme; 3] = [Theme::Light, Theme::Dark, Theme::Projector];

    /// The name in the address, in storage and in `data-theme`.
    pub fn key(self) -> &'static str {
        match self {
            Theme::Light => "light",
            Theme::Dark => "dark",
            Theme::Projector => "projector",
        }
    }

    /// The theme of a name.
    pub fn from_key(key: &str) -> Option<Theme> {
        Theme::ALL.into_iter().find(|theme| theme.key() == key)
    }

    /// The next one around.
    pub fn next(self) -> Theme {
        match self {
            Theme::Light => Theme::Dark,
            Theme::Dark => Theme::Projector,
            Theme::Projector => Theme::Light,
        }
    }
}

/// Something to tell the person, above the lesson.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// A key of the link could not be used.
    BadKey(BadKey),
    /// The link names a lesson there isn't.
    NoLesson(String),
    /// Something was copied.
    Copied,
    /// The link was copied.
    LinkCopied,
    /// No link while a cell can't be read.
    LinkUnreadable,
    /// No link for so many values.
    LinkTooMany,
    /// The clipboard is refused: the text, to be copied by hand.
    CopyByHand(String),
    /// What was pasted has this shape.
    Pasted(String),
    /// What was pasted has this shape, and the lesson can't take it.
    PasteSize(String),
}

/// How long it stands there that something went well.
const GOOD_NEWS: Duration = Duration::from_secs(7);

/// What all lessons share.
#[derive(Clone, Copy)]
pub struct Shell {
    /// The language.
    pub locale: RwSignal<Locale>,
    /// The colours.
    pub theme: RwSignal<Theme>,
    /// What indices on the stage count from: 1 as on paper, 0 as in code.
    pub base: RwSignal<usize>,
    /// Only the lesson, for a frame in another page.
    pub embed: RwSignal<bool>,
    /// Large, without the cards: for a projector.
    pub present: RwSignal<bool>,
    /// Names of `data-part`s not to show.
    pub hidden: RwSignal<Vec<String>>,
    /// Whether single letters are keys.
    pub letters: RwSignal<bool>,
    /// Whether the list of keys is open.
    pub help: RwSignal<bool>,
    /// What to tell the person.
    pub notices: RwSignal<Vec<Notice>>,
    /// Copies the link to what is shown.
    pub copy_link: StoredValue<Callback<()>>,
    /// Shell keys a person chose or a link carried: only those go into the address.
    pub chosen: RwSignal<Chosen>,
}

/// Which of the shell's settings belong into the address.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Chosen {
    /// The language.
    pub lang: bool,
    /// The theme.
    pub theme: bool,
}

impl Shell {
    /// Whether the part of that name is to be shown.
    pub fn shows(&self, part: &str) -> bool {
        self.hidden.with(|hidden| !hidden.iter().any(|name| name == part))
    }

    /// Puts a notice in place of all others. One that only says that all went well goes by itself.
    pub fn tell(&self, notice: Notice) {
        let notices = self.notices;
        notices.set(vec![notice.clone()]);
        if matches!(notice, Notice::Copied | Notice::LinkCopied | Notice::Pasted(_)) {
            let leave = move || {
                if notices.with_untracked(|shown| *shown == [notice]) {
                    notices.set(Vec::new());
                }
            };
            set_timeout(leave, GOOD_NEWS);
        }
    }

    /// Copies text and says so; where the clipboard is refused it shows the text instead.
    pub fn copy(&self, text: String, done: Notice) {
        let shell = *self;
        leptos::task::spawn_local(async move {
            let copied = platform::copy(&text).await;
            shell.tell(if copied { done } else { Notice::CopyByHand(text) });
        });
    }
}
