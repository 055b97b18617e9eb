//! Changes single things of an element in the page.

use super::kept_text::{self, made, written};
use crate::screen::node::Text;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlInputElement};

#[wasm_bindgen]
unsafe extern "C" {
    /// An element, for what `web_sys` can't do with texts that JavaScript has.
    type Tagged;
    #[wasm_bindgen(method, js_name = setAttribute)]
    fn set_attribute(this: &Tagged, name: &JsValue, value: &JsValue);
    #[wasm_bindgen(method, setter, js_name = nodeValue)]
    fn set_node_value(this: &Tagged, text: &JsValue);
    #[wasm_bindgen(method, setter, js_name = textContent)]
    fn set_text_content(this: &Tagged, text: &JsValue);
    #[wasm_bindgen(method, setter)]
    fn set_value(this: &Tagged, value: &JsValue);
    #[wasm_bindgen(method, js_name = getAttribute)]
    fn get_attribute(this: &Tagged, name: &JsValue) -> Option<String>;
    #[wasm_bindgen(method)]
    fn closest(this: &Tagged, selector: &JsValue) -> Option<Element>;
    /// HTML, SVG and MathML have a style of that name.
    #[wasm_bindgen(method, getter)]
    fn style(this: &Tagged) -> Style;
    /// The style properties of an element.
    type Style;
    #[wasm_bindgen(method, js_name = setProperty)]
    fn set_property(this: &Style, name: &JsValue, value: &JsValue);
}

/// Sets an attribute.
pub fn set_named(element: &Element, name: &'static str, value: &Text) {
    element.unchecked_ref::<Tagged>().set_attribute(&written(name), &kept_text::of(value));
}

/// Sets an attribute of an element with that tag; of form controls what they hold now, which an attribute does not say.
/// `inner` is markup of our own from when the app was built.
pub fn set_attr(element: &Element, tag: &str, name: &'static str, value: &Text) {
    match name {
        "inner" => element.set_inner_html(value),
        "selected" => drop(js_sys::Reflect::set(element, &name.into(), &JsValue::from_bool(value == "true"))),
        // Lists and long fields have a value of that name, too.
        "value" if tag != "option" => element.unchecked_ref::<Tagged>().set_value(&kept_text::of(value)),
        "checked" => element.unchecked_ref::<HtmlInputElement>().set_checked(value == "true"),
        _ => set_named(element, name, value),
    }
}

/// Makes a text the only thing in an element. A text that is there is changed in place: a new one would be laid out from
/// nothing.
pub fn set_text(element: &Element, text: &str) {
    match element.first_child() {
        Some(node) if node.node_type() == web_sys::Node::TEXT_NODE && !text.is_empty() => set_words(&node, text),
        _ => fill(element, text),
    }
}

/// Changes a node of text.
pub fn set_words(node: &web_sys::Node, text: &str) {
    node.unchecked_ref::<Tagged>().set_node_value(&made(text));
}

/// Puts a text in the place of all that is in an element.
pub fn fill(element: &Element, text: &str) {
    element.unchecked_ref::<Tagged>().set_text_content(&made(text));
}

/// Sets a style property through the object model, which a strict Content-Security-Policy allows.
pub fn set_style(element: &Element, name: &'static str, value: &Text) {
    element.unchecked_ref::<Tagged>().style().set_property(&written(name), &kept_text::of(value));
}

/// The value of an attribute.
pub fn attr(element: &Element, name: &'static str) -> Option<String> {
    element.unchecked_ref::<Tagged>().get_attribute(&written(name))
}

/// The nearest element around, itself included, that a selector names.
pub fn closest(element: &Element, selector: &'static str) -> Option<Element> {
    element.unchecked_ref::<Tagged>().closest(&written(selector))
}
