//! What the shell knows, and how an address becomes that.

use super::header::Menu;
use crate::lesson::entry::{Entry, Open};
use crate::lesson::{self, ALL};
use crate::platform;
use crate::route::{Address, BadKey};
use crate::shell::{Chosen, Notice, Session, Shell, Theme};
use crate::words;
use leptos::prelude::*;

/// The whole app: the single source.
#[derive(Clone, Copy)]
pub struct State {
    /// What all lessons share.
    pub shell: Shell,
    /// The place in [`ALL`] of the lesson that the address names; `None` is the start page.
    pub wanted: RwSignal<Option<usize>>,
    /// The open list of the header.
    pub menu: RwSignal<Option<Menu>>,
    /// The lessons that have been opened, by their place in [`ALL`].
    opened: StoredValue<Vec<Option<(Session, Open)>>>,
    /// The address that a lesson still on its way will take up.
    pending: StoredValue<Address>,
    /// The owner of the sessions: they live as long as the page.
    owner: StoredValue<Owner>,
    /// Whether the first page stands and the rest is being fetched.
    settled: StoredValue<bool>,
    /// Counts sessions opened, for what follows them.
    pub arrivals: RwSignal<usize>,
}

/// The registry's line at a place that `wanted` holds.
pub fn entry(index: usize) -> &'static Entry {
    ALL[index.min(ALL.len() - 1)]
}

impl State {
    /// The state that the address, stored preferences and the browser ask for.
    pub fn from_browser() -> State {
        let locale = platform::load("lang")
            .into_iter()
            .chain(platform::languages())
            .find_map(|tag| words::from_tag(&tag))
            .unwrap_or_default();
        let dark = || if platform::media("(prefers-color-scheme: dark)") { Theme::Dark } else { Theme::Light };
        let theme = platform::load("theme").and_then(|key| Theme::from_key(&key)).unwrap_or_else(dark);
        let shell = Shell {
            locale: RwSignal::new(locale),
            theme: RwSignal::new(theme),
            base: RwSignal::new(1),
            embed: RwSignal::new(false),
            present: RwSignal::new(false),
            hidden: RwSignal::new(Vec::new()),
            letters: RwSignal::new(platform::load("letters").as_deref() != Some("off")),
            help: RwSignal::new(false),
            notices: RwSignal::new(Vec::new()),
            copy_link: StoredValue::new(Callback::new(|()| {})),
            undo: StoredValue::new(Callback::new(|()| {})),
            blank: RwSignal::new(false),
            chosen: RwSignal::new(Chosen::default()),
        };
        let state = State {
            shell,
            wanted: RwSignal::new(None),
            menu: RwSignal::new(None),
            opened: StoredValue::new(vec![None; ALL.len()]),
            pending: StoredValue::new(Address::default()),
            owner: StoredValue::new(Owner::current().unwrap_or_default()),
            settled: StoredValue::new(false),
            arrivals: RwSignal::new(0),
        };
        state.go(&Address::parse(&platform::hash()));
        state
    }

    /// Calls the first time only: when start page or lesson stands.
    pub fn once_settled(&self, call: fn()) {
        if !self.settled.get_value() {
            self.settled.set_value(true);
            call();
        }
    }

    /// The session of a lesson that has been opened.
    pub fn session(&self, index: usize) -> Option<(Session, Open)> {
        self.opened.with_value(|opened| opened.get(index).copied().flatten())
    }

    /// The session of the lesson shown now, if it has arrived.
    pub fn present_session(&self) -> Option<Session> {
        self.arrivals.track();
        self.session(self.wanted.get()?).map(|(session, _)| session)
    }

    /// Opens a lesson whose part has arrived, with the address that waited for it.
    pub fn arrive(&self, index: usize, open: Open) -> Session {
        if let Some((session, _)) = self.session(index) {
            return session;
        }
        let owner = self.owner.get_value();
        let session = owner.with(|| Session::new(entry(index), (open.lesson)()));
        self.opened.update_value(|opened| opened[index] = Some((session, open)));
        let bad = session.read(&self.pending.get_value());
        if !bad.is_empty() {
            self.tell_bad(bad);
        }
        self.arrivals.update(|count| *count += 1);
        session
    }

    /// Takes up everything that an address says.
    pub fn go(&self, address: &Address) {
        let mut bad = Vec::new();
        self.read_shell(address, &mut bad);
        self.shell.notices.set(Vec::new());
        let place = lesson::from_slug(&address.lesson).and_then(|own| ALL.iter().position(|e| e.slug == own.slug));
        match place {
            Some(index) => match self.session(index) {
                Some((session, _)) => bad.extend(session.read(address)),
                None => self.pending.set_value(address.clone()),
            },
            None if address.lesson.is_empty() => {}
            None => self.shell.tell(Notice::NoLesson(BadKey::new("", &address.lesson).value)),
        }
        if !bad.is_empty() {
            self.tell_bad(bad);
        }
        if self.wanted.get_untracked() != place {
            self.wanted.set(place);
        }
    }

    fn tell_bad(&self, bad: Vec<BadKey>) {
        self.shell.notices.update(|notices| notices.extend(bad.into_iter().map(Notice::BadKey)));
    }

    fn read_shell(&self, address: &Address, bad: &mut Vec<BadKey>) {
        let shell = self.shell;
        let flag = |value: &str| match value {
            "1" => Some(true),
            "0" => Some(false),
            _ => None,
        };
        let lang = address.read("lang", bad, |tag| words::from_tag(tag).filter(|_| tag.len() == 2));
        let theme = address.read("theme", bad, Theme::from_key);
        if let Some(locale) = lang {
            shell.locale.set(locale);
        }
        if let Some(theme) = theme {
            shell.theme.set(theme);
        }
        shell.chosen.update(|chosen| {
            chosen.lang |= lang.is_some();
            chosen.theme |= theme.is_some();
        });
        shell.base.set(address.read("index", bad, flag).map_or(1, usize::from));
        shell.embed.set(address.read("embed", bad, flag).unwrap_or(false));
        shell.present.set(address.read("present", bad, flag).unwrap_or(false));
        let parts = address.get("hide").map(|names| names.split(',').map(str::to_owned).collect());
        shell.hidden.set(parts.unwrap_or_default());
    }

    /// Follows a tab to a lesson that has been opened in this visit, where it was left. Any other press, and one with a
    /// modifier key, is the browser's.
    pub fn follow(&self, event: &web_sys::MouseEvent, index: usize) {
        let plain = !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key());
        if plain && event.button() == 0 && self.session(index).is_some() {
            event.prevent_default();
            crate::address_bar::new_entry();
            self.wanted.set(Some(index));
        }
    }
}
