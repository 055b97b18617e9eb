//! What every lesson and every component shares: language, colours, notices. Knows no lesson.

mod session;

use crate::platform;
use crate::route::BadKey;
use crate::screen::Act;
use crate::words::Locale;
use leptos::prelude::*;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

pub use session::Session;

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
    /// All themes.
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

    /// The other of light and dark, in one press; a projector's theme is light.
    pub fn other(self) -> Theme {
        if self == Theme::Dark { Theme::Light } else { Theme::Dark }
    }
}

/// Something to tell the person, over the aim line. One at a time.
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
    /// A part of the site that was asked for can't be fetched now.
    NotThere,
    /// The clipboard is refused: the text, to be copied by hand.
    CopyByHand(String),
    /// What was pasted has this shape.
    Pasted(String),
    /// What was pasted has this shape, which does not go in there.
    NotTaken(String),
    /// The example of this name was opened.
    Example(String),
    /// The operands were filled with random numbers.
    Random,
    /// Back to the example or link that was opened.
    Reset,
    /// The shapes were fixed.
    Fixed,
}

impl Notice {
    /// Whether it tells of a change that can be undone.
    pub fn can_undo(&self) -> bool {
        matches!(self, Notice::Pasted(_) | Notice::Example(_) | Notice::Random | Notice::Reset | Notice::Fixed)
    }

    /// Whether it leaves by itself: it says that something went well, and nothing exists in it alone.
    fn leaves(&self) -> bool {
        self.can_undo() || matches!(self, Notice::Copied | Notice::LinkCopied)
    }
}

/// How long a notice of success stays.
const SUCCESS: Duration = Duration::from_secs(10);

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
    /// Undoes the last change to the open lesson.
    pub undo: StoredValue<Callback<()>>,
    /// While presenting: an empty screen.
    pub blank: RwSignal<bool>,
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

    /// A text that follows the language alone. It takes a function pointer, so that all of them are compiled once.
    pub fn word(self, word: fn(Locale) -> String) -> Signal<String> {
        Signal::derive(move || word(self.locale.get()))
    }

    /// Puts a notice in place of all others. One that only says that all went well leaves by itself, but not from under
    /// a pointer or the focus.
    pub fn tell(&self, notice: Notice) {
        let notices = self.notices;
        notices.set(vec![notice.clone()]);
        let number = TOLD.fetch_add(1, Ordering::Relaxed) + 1;
        if notice.leaves() {
            leave_later(notices, notice, number);
        }
    }

    /// Before something is done: a notice that offers to undo what was done last must not undo anything else.
    pub fn outdate(&self, act: &Act) {
        let walks = matches!(act, Act::Jump(_) | Act::Pick(..) | Act::EndEdit | Act::Report(_));
        if !walks && self.notices.with_untracked(|all| all.iter().any(Notice::can_undo)) {
            self.notices.set(Vec::new());
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

/// How many notices were told. The same words told again are another notice, which stays as long as any.
static TOLD: AtomicUsize = AtomicUsize::new(0);

fn leave_later(notices: RwSignal<Vec<Notice>>, notice: Notice, number: usize) {
    let leave = move || {
        let is_newest = TOLD.load(Ordering::Relaxed) == number;
        if !is_newest || notices.with_untracked(|shown| shown[..] != [notice.clone()]) {
            return;
        }
        if platform::matches_any("[data-part=notice]:is(:hover, :focus-within)") {
            leave_later(notices, notice.clone(), number);
        } else {
            notices.set(Vec::new());
        }
    };
    set_timeout(leave, SUCCESS);
}
