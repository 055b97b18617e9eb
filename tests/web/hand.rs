//! A component alone on a page, and hands to use it. Inside the page there are no real keys: the events are made.

use std::any::Any;
use std::sync::{Arc, Mutex};

use leptos::prelude::*;
use leptos::web_sys::{Element, HtmlElement};
use matwalk::shell::{Chosen, Shell, Theme};
use matwalk::words::Locale;
use wasm_bindgen::{JsCast, JsValue};

/// A place on the page for one component. It is empty again when dropped.
pub struct Stand {
    root: HtmlElement,
    mounted: Option<Box<dyn Any>>,
    _owner: Owner,
}

impl Stand {
    /// An empty place. Signals made from now on belong to it.
    pub fn new() -> Stand {
        let owner = Owner::new();
        owner.set();
        let root = document().create_element("div").expect("an element");
        document().body().expect("a body").append_child(&root).expect("it is added");
        Stand { root: root.unchecked_into(), mounted: None, _owner: owner }
    }

    /// Puts a component there, with the shell around it that the app provides.
    pub async fn show<N: IntoView + 'static>(&mut self, view: impl FnOnce() -> N + 'static) {
        let mounted = leptos::mount::mount_to(self.root.clone(), move || {
            provide_context(shell());
            view()
        });
        self.mounted = Some(Box::new(mounted));
        settle().await;
    }

    /// Everything that the selector finds.
    pub fn all(&self, selector: &str) -> Vec<Element> {
        let list = self.root.query_selector_all(selector).expect("a selector");
        (0..list.length()).filter_map(|i| list.item(i)?.dyn_into().ok()).collect()
    }

    /// The one element that the selector finds.
    #[track_caller]
    pub fn one(&self, selector: &str) -> HtmlElement {
        let mut found = self.all(selector);
        assert_eq!(found.len(), 1, "{selector} in {}", self.root.inner_html());
        found.remove(0).unchecked_into()
    }

    /// The control with this `data-action`.
    #[track_caller]
    pub fn action(&self, name: &str) -> HtmlElement {
        self.one(&format!("[data-action=\"{name}\"]"))
    }

    /// The texts of all that the selector finds.
    pub fn texts(&self, selector: &str) -> Vec<String> {
        self.all(selector).iter().map(|element| element.text_content().unwrap_or_default()).collect()
    }
}

impl Drop for Stand {
    fn drop(&mut self) {
        self.mounted = None;
        self.root.remove();
    }
}

fn shell() -> Shell {
    Shell {
        locale: RwSignal::new(Locale::en),
        theme: RwSignal::new(Theme::Light),
        base: RwSignal::new(1),
        embed: RwSignal::new(false),
        present: RwSignal::new(false),
        hidden: RwSignal::new(Vec::new()),
        letters: RwSignal::new(true),
        help: RwSignal::new(false),
        notices: RwSignal::new(Vec::new()),
        copy_link: StoredValue::new(Callback::new(|()| {})),
        undo: StoredValue::new(Callback::new(|()| {})),
        blank: RwSignal::new(false),
        chosen: RwSignal::new(Chosen::default()),
    }
}

/// Waits until everything has followed the signals.
pub async fn settle() {
    // Effects run as microtasks: the next task comes after all of them.
    pause(0).await;
}

/// Waits so many milliseconds.
pub async fn pause(ms: u32) {
    let wait = js_sys::Function::new_with_args("ms", "return new Promise(done => setTimeout(done, ms));");
    let promise: js_sys::Promise = wait.call1(&JsValue::NULL, &ms.into()).expect("a promise").unchecked_into();
    wasm_bindgen_futures::JsFuture::from(promise).await.expect("time passes");
}

/// Sends an event; `init` is what the event says, as a JavaScript object.
pub async fn fire(element: &Element, class: &str, kind: &str, init: &str) {
    let code =
        format!("element.dispatchEvent(new {class}({kind:?}, {{ bubbles: true, cancelable: true, ...{init} }}));");
    js_sys::Function::new_with_args("element", &code).call1(&JsValue::NULL, element).expect("the event is sent");
    settle().await;
}

/// Presses a key.
pub async fn press(element: &Element, key: &str) {
    fire(element, "KeyboardEvent", "keydown", &format!("{{ key: {key:?} }}")).await;
}

/// Clicks it.
pub async fn click(element: &HtmlElement) {
    element.click();
    settle().await;
}

/// The element that has the focus.
pub fn focused() -> HtmlElement {
    document().active_element().expect("something has the focus").unchecked_into()
}

/// What a component said, in order.
#[derive(Clone, Default)]
pub struct Said(Arc<Mutex<Vec<String>>>);

impl Said {
    /// Notes something.
    pub fn note(&self, what: impl std::fmt::Debug) {
        self.0.lock().expect("one thread").push(format!("{what:?}"));
    }

    /// Everything since the last call.
    pub fn take(&self) -> Vec<String> {
        std::mem::take(&mut *self.0.lock().expect("one thread"))
    }
}
