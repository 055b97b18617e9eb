//! Changes single things of an element in the page.

use crate::screen::node::Text;
use std::borrow::Cow;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement, HtmlInputElement};

#[wasm_bindgen]
unsafe extern "C" {
    /// An element, for the two ways to set an attribute that `web_sys` does not have.
    type Tagged;
    /// `setAttribute` with a name that JavaScript has already.
    #[wasm_bindgen(method, js_name = setAttribute)]
    fn set_named(this: &Tagged, name: &JsValue, value: &str);
    /// The same with a value that it has, too.
    #[wasm_bindgen(method, js_name = setAttribute)]
    fn set_known(this: &Tagged, name: &JsValue, value: &JsValue);
}

/// How many texts are kept on JavaScript's side.
const KEPT: usize = 256;

/// A text of the app as JavaScript has it, and where in the app it stands.
type Kept = Option<(*const u8, usize, Rc<JsValue>)>;

thread_local! {
    static TEXTS: RefCell<[Kept; KEPT]> = const { RefCell::new([const { None }; KEPT]) };
}

/// A text of the app as JavaScript has it. Copying and decoding it costs more than most changes that it is used for, so
/// that each is copied once. A text is known by its place; two that fall on one line drive each other out.
fn known(text: &'static str) -> Rc<JsValue> {
    let place = (text.as_ptr(), text.len());
    let line = (place.0 as usize ^ place.1 << 3) % KEPT;
    TEXTS.with_borrow_mut(|texts| match &texts[line] {
        Some((start, len, known)) if (*start, *len) == place => known.clone(),
        _ => {
            let fresh = Rc::new(JsValue::from_str(text));
            texts[line] = Some((place.0, place.1, fresh.clone()));
            fresh
        }
    })
}

/// Sets an attribute.
pub fn set_named(element: &Element, name: &'static str, value: &Text) {
    let element = element.unchecked_ref::<Tagged>();
    match value {
        Cow::Owned(value) => element.set_named(&known(name), value),
        Cow::Borrowed(value) => element.set_known(&known(name), &known(value)),
    }
}

/// Sets an attribute of an element with that tag; of form controls what they hold now, which an attribute does not say.
/// `inner` is markup of our own from when the app was built.
pub fn set_attr(element: &Element, tag: &str, name: &'static str, value: &Text) {
    match name {
        "inner" => element.set_inner_html(value),
        "selected" => drop(js_sys::Reflect::set(element, &name.into(), &JsValue::from_bool(value == "true"))),
        // Lists and long fields have a value of that name, too.
        "value" if tag != "option" => element.unchecked_ref::<HtmlInputElement>().set_value(value),
        "checked" => element.unchecked_ref::<HtmlInputElement>().set_checked(value == "true"),
        _ => set_named(element, name, value),
    }
}

/// Makes a text the only thing in an element. A text that is there is changed in place: a new one would be laid out from
/// nothing.
pub fn set_text(element: &Element, text: &str) {
    match element.first_child() {
        Some(node) if node.node_type() == web_sys::Node::TEXT_NODE && !text.is_empty() => {
            node.set_node_value(Some(text))
        }
        _ => element.set_text_content(Some(text)),
    }
}

/// Sets a style property through the object model, which a strict Content-Security-Policy allows.
pub fn set_style(element: &Element, name: &str, value: &str) {
    // An element of SVG or MathML has a style of that name, too.
    drop(element.unchecked_ref::<HtmlElement>().style().set_property(name, value));
}
