//! What the shell knows, and how an address becomes that.

use crate::lesson::LessonId;
use crate::lesson::product::address::{self, Unlinkable};
use crate::lesson::product::model::Model;
use crate::platform;
use crate::route::{Address, BadKey};
use crate::shell::{Chosen, Notice, Shell, Theme};
use crate::words;
use leptos::prelude::*;

/// The whole app: the single source.
#[derive(Clone, Copy)]
pub struct State {
    /// What all lessons share.
    pub shell: Shell,
    /// The lesson shown; `None` is the start page.
    pub lesson: RwSignal<Option<LessonId>>,
    /// The product lesson.
    pub product: RwSignal<Model>,
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
            chosen: RwSignal::new(Chosen::default()),
        };
        let state = State { shell, lesson: RwSignal::new(None), product: RwSignal::new(Model::default()) };
        shell.copy_link.set_value(Callback::new(move |()| state.copy_link()));
        state.go(&Address::parse(&platform::hash()));
        state
    }

    /// Takes up everything that an address says.
    pub fn go(&self, address: &Address) {
        let shell = self.shell;
        let mut bad = Vec::new();
        let flag = |value: &str| match value {
            "1" => Some(true),
            "0" => Some(false),
            _ => None,
        };
        let lang = address.read("lang", &mut bad, |tag| words::from_tag(tag).filter(|_| tag.len() == 2));
        let theme = address.read("theme", &mut bad, Theme::from_key);
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
        shell.base.set(address.read("index", &mut bad, flag).map_or(1, usize::from));
        shell.embed.set(address.read("embed", &mut bad, flag).unwrap_or(false));
        shell.present.set(address.read("present", &mut bad, flag).unwrap_or(false));
        let parts = address.get("hide").map(|names| names.split(',').map(str::to_owned).collect());
        shell.hidden.set(parts.unwrap_or_default());

        let lesson = LessonId::from_slug(&address.lesson);
        let mut notices = Vec::new();
        match lesson {
            Some(LessonId::Product) => {
                let (model, more) = address::read(address);
                bad.extend(more);
                self.product.update(|present| {
                    if present.inputs == model.inputs {
                        // The same numbers: what can be undone stays.
                        present.reading = model.reading;
                        present.grain = model.grain;
                        present.layout = model.layout;
                        present.t = model.t;
                    } else {
                        *present = model;
                    }
                });
            }
            None if address.lesson.is_empty() => {}
            None => notices.push(Notice::NoLesson(BadKey::new("", &address.lesson).value)),
        }
        notices.extend(bad.into_iter().map(Notice::BadKey));
        shell.notices.set(notices);
        self.lesson.set(lesson);
    }

    /// The address of what is shown now.
    ///
    /// # Errors
    /// Why the lesson's operands can't be in a link.
    pub fn address(&self) -> Result<Address, Unlinkable> {
        let shell = self.shell;
        let mut address = match self.lesson.get() {
            Some(LessonId::Product) => self.product.with(address::write)?,
            None => Address::default(),
        };
        let chosen = shell.chosen.get();
        if chosen.lang {
            address.push("lang", words::code(shell.locale.get()));
        }
        if chosen.theme {
            address.push("theme", shell.theme.get().key());
        }
        if shell.base.get() == 0 {
            address.push("index", "0");
        }
        if shell.embed.get() {
            address.push("embed", "1");
        }
        if shell.present.get() {
            address.push("present", "1");
        }
        let hidden = shell.hidden.get();
        if !hidden.is_empty() {
            address.push("hide", hidden.join(","));
        }
        Ok(address)
    }

    /// Copies the link to what is shown, or says why there is none.
    fn copy_link(&self) {
        match untrack(|| self.address()) {
            Ok(address) => self.shell.copy(platform::url_with_hash(&address.to_string()), Notice::LinkCopied),
            Err(Unlinkable::Unreadable) => self.shell.tell(Notice::LinkUnreadable),
            Err(Unlinkable::TooMany) => self.shell.tell(Notice::LinkTooMany),
        }
    }
}
