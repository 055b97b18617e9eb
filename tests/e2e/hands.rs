//! What a person can do to a page: press, type, copy, paste.

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::key::Key;
use fantoccini::{Locator, elements::Element};
use serde_json::json;

use crate::page::Page;

/// Opens what a control is folded into: gives the selector of what a person presses first, or nothing.
const FOLDED: &str = "(control => { const fold = control.closest('details:not([open])'); \
                      if (fold && !control.closest('summary')) return `[data-action=\"${fold.querySelector('summary').dataset.action}\"]`; \
                      if (control.closest('.settings__panel[hidden]')) return '[data-action=settings]'; \
                      if (control.matches('.chip--folded')) return '[data-action=more-examples]'; return ''; })";

impl Page {
    fn element(&self, selector: &str) -> Element {
        let found = self.browser.wait(self.browser.client.find(Locator::Css(selector)));
        found.unwrap_or_else(|error| panic!("{selector}: {error}"))
    }

    /// Clicks the middle of what the selector finds, as a mouse does: something in front of it is an error.
    #[track_caller]
    pub fn click(&self, selector: &str) {
        self.wait_until(&format!("{selector} is there"), &format!("document.querySelector({})", json!(selector)));
        // A person scrolls what they want to press away from the bar that stays at the bottom.
        self.eval(&format!("document.querySelector({}).scrollIntoView({{ block: 'center' }})", json!(selector)));
        let element = self.element(selector);
        self.browser.wait(element.click()).unwrap_or_else(|error| panic!("click on {selector}: {error}"));
    }

    /// Moves the mouse onto what the selector finds.
    pub fn point_at(&self, selector: &str) {
        let middle = self.eval(&format!(
            "(r => [r.left + r.width / 2, r.top + r.height / 2])(document.querySelector({}).getBoundingClientRect())",
            json!(selector)
        ));
        let moved = json!({ "type": "mouseMoved", "x": middle[0], "y": middle[1] });
        self.devtools("Input.dispatchMouseEvent", moved);
    }

    /// Clicks the control with this `data-action`: of a radio button what a person sees of it, its label.
    #[track_caller]
    pub fn act(&self, action: &str) {
        let control = format!("[data-action=\"{action}\"]");
        self.wait_until(&format!("{action} is there"), &format!("document.querySelector({})", json!(control)));
        let folded = self.text(&format!("{FOLDED}(document.querySelector({}))", json!(control)));
        if !folded.is_empty() {
            self.click(&folded);
        }
        let radio = self.eval(&format!("document.querySelector({}).type === 'radio'", json!(control)));
        self.click(&if radio == json!(true) { format!("label:has({control})") } else { control });
    }

    /// Goes to the last step, by key as there is no button for it.
    #[track_caller]
    pub fn last(&self) {
        self.stage_key("End");
    }

    /// Presses a key with the focus on the stage.
    #[track_caller]
    pub fn stage_key(&self, key: &str) {
        self.eval("document.querySelector('[data-part=stage]').focus()");
        self.press(key);
    }

    /// Chooses in a list by its value.
    #[track_caller]
    pub fn choose(&self, list: &str, value: &str) {
        self.click(&format!("[data-action=\"{list}\"] option[value=\"{value}\"]"));
    }

    /// Presses a key or a chord, such as `ArrowRight`, `Control+z`, `Shift+Tab` or `x`.
    #[track_caller]
    pub fn press(&self, chord: &str) {
        // A lone `+` is the key itself.
        let names: Vec<&str> = if chord == "+" { vec!["+"] } else { chord.split('+').collect() };
        let keys: Vec<char> = names.iter().map(|name| key(name)).collect();
        let mut actions = KeyActions::new("keys".into());
        for key in &keys {
            actions = actions.then(KeyAction::Down { value: *key });
        }
        for key in keys.iter().rev() {
            actions = actions.then(KeyAction::Up { value: *key });
        }
        self.browser.wait(self.browser.client.perform_actions(actions)).expect("keys are pressed");
    }

    /// Types a text into what has the focus, key by key.
    #[track_caller]
    pub fn type_text(&self, text: &str) {
        let mut actions = KeyActions::new("keys".into());
        for value in text.chars() {
            actions = actions.then(KeyAction::Down { value }).then(KeyAction::Up { value });
        }
        self.browser.wait(self.browser.client.perform_actions(actions)).expect("a text is typed");
    }

    /// Puts a text on the clipboard, as copying it in another program would.
    pub fn copy_elsewhere(&self, text: &str) {
        let script = "const [text, done] = arguments; navigator.clipboard.writeText(text).then(() => done(''), e => done(String(e)));";
        let said = self.eval_async(script, vec![json!(text)]);
        assert_eq!(said, json!(""), "the clipboard takes a text");
    }

    /// What is on the clipboard.
    pub fn clipboard(&self) -> String {
        let script = "const [done] = arguments; navigator.clipboard.readText().then(done, e => done('refused: ' + e));";
        let said = self.eval_async(script, vec![]);
        said.as_str().unwrap_or_default().to_owned()
    }
}

/// The WebDriver code of a key by its name in `KeyboardEvent.key`.
fn key(name: &str) -> char {
    let key = match name {
        "ArrowLeft" => Key::Left,
        "ArrowRight" => Key::Right,
        "ArrowUp" => Key::Up,
        "ArrowDown" => Key::Down,
        "Home" => Key::Home,
        "End" => Key::End,
        "PageUp" => Key::PageUp,
        "PageDown" => Key::PageDown,
        "Enter" => Key::Enter,
        "Escape" => Key::Escape,
        "Tab" => Key::Tab,
        "Backspace" => Key::Backspace,
        "Delete" => Key::Delete,
        "Shift" => Key::Shift,
        "Control" => Key::Control,
        "Alt" => Key::Alt,
        "Space" => return ' ',
        other => {
            let mut chars = other.chars();
            return match (chars.next(), chars.next()) {
                (Some(only), None) => only,
                _ => panic!("no key is called {other}"),
            };
        }
    };
    key.into()
}
