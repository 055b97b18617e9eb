//! The browser's address bar: written at most twice a second (WebKit refuses more).

use crate::platform;
use leptos::prelude::*;
use std::cell::{Cell, RefCell};
use std::time::Duration;

/// The shortest time between two writings.
const PAUSE: Duration = Duration::from_millis(500);

/// Makes an address. It is called only when the address is written: making one may cost thousands of numbers.
type Making = Box<dyn FnOnce() -> String>;

thread_local! {
    static WRITTEN: RefCell<String> = const { RefCell::new(String::new()) };
    static WAITING: RefCell<Option<Making>> = const { RefCell::new(None) };
    static PAUSED: Cell<bool> = const { Cell::new(false) };
}

/// Whether the address is the one we last wrote or read.
pub fn is_known(hash: &str) -> bool {
    WRITTEN.with_borrow(|written| written == hash)
}

/// Takes up an address that somebody else wrote.
pub fn know(hash: String) {
    WAITING.set(None);
    WRITTEN.set(hash);
}

/// Starts a new entry in the browser's history: what follows is written there, and Back returns to what is now.
pub fn new_entry() {
    if let Some(make) = WAITING.take() {
        put(make());
    }
    let hash = WRITTEN.with_borrow(Clone::clone);
    platform::write_hash(&hash, true);
}

/// Writes the address now, or when the pause after the last writing is over.
pub fn write(make: impl FnOnce() -> String + 'static) {
    if PAUSED.get() {
        WAITING.set(Some(Box::new(make)));
        return;
    }
    let hash = make();
    if WRITTEN.with_borrow(|written| *written == hash) {
        return;
    }
    put(hash);
    PAUSED.set(true);
    set_timeout(after_pause, PAUSE);
}

fn after_pause() {
    PAUSED.set(false);
    if let Some(make) = WAITING.take() {
        write(make);
    }
}

fn put(hash: String) {
    // The start page without settings is the bare address; an empty hash can't replace a present one.
    if hash != "#/" || !platform::hash().is_empty() {
        platform::write_hash(&hash, false);
    }
    WRITTEN.set(platform::hash());
}
