//! Makes the page show [`Node`]s. From step to step most of them stay as they were: only what differs is touched,
//! because laying out a formula or a picture anew costs more than all else in a step.

use crate::screen::Node;
use crate::screen::node::Text;
use leptos::prelude::document;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement};

const MATHML: &str = "http://www.w3.org/1998/Math/MathML";
const SVG: &str = "http://www.w3.org/2000/svg";

/// Changes the children of `parent`, which show `old`, so that they show `new`. They must not be touched by others.
pub fn patch_children(parent: &Element, old: &[Node], new: &[Node]) {
    // What comes or goes in the middle must not shift the rest: it would be built anew, and lose the focus.
    let shorter = old.len().min(new.len());
    let tail = old.iter().rev().zip(new.iter().rev()).take(shorter).take_while(|(old, new)| is_alike(old, new)).count();
    let tail = if old.len() == new.len() { 0 } else { tail };
    let head = shorter - tail;
    // Asked for by its place, and only where something changes: most children stay as they were.
    let child = |place: usize| parent.children().item(u32::try_from(place).ok()?);
    let patch_from = |place: usize, old: &[Node], new: &[Node]| {
        for (place, (old, new)) in (place..).zip(old.iter().zip(new)).filter(|(_, (old, new))| old != new) {
            if let Some(now) = child(place) {
                patch(&now, old, new);
            }
        }
    };
    patch_from(0, &old[..head], &new[..head]);
    for now in (head..old.len() - tail).filter_map(|_| child(head)) {
        now.remove();
    }
    let end = new.len() - tail;
    for (place, more) in (head..).zip(&new[head..end]) {
        if let Some(made) = build(parent.namespace_uri().as_deref(), more) {
            drop(parent.insert_before(&made, child(place).as_ref().map(AsRef::as_ref)));
        }
    }
    patch_from(end, &old[old.len() - tail..], &new[end..]);
}

/// Whether two elements are the same thing, perhaps with other content: by name, class and what they say they are.
fn is_alike(old: &Node, new: &Node) -> bool {
    let part = |node: &Node| node.attrs.iter().find(|(name, _)| *name == "data-part").map(|(_, part)| part.clone());
    old.tag == new.tag && old.class == new.class && part(old) == part(new)
}

/// Builds an element with all it holds at the end of `parent`, and gives it.
pub fn append(parent: &Element, node: &Node) -> Option<Element> {
    let element = build(parent.namespace_uri().as_deref(), node)?;
    parent.append_child(&element).ok()?;
    Some(element)
}

fn build(namespace: Option<&str>, node: &Node) -> Option<Element> {
    let element = match (node.tag, namespace) {
        ("math", _) | (_, Some(MATHML)) => document().create_element_ns(Some(MATHML), node.tag),
        ("svg", _) | (_, Some(SVG)) => document().create_element_ns(Some(SVG), node.tag),
        _ => document().create_element(node.tag),
    }
    .ok()?;
    if !node.class.is_empty() {
        drop(element.set_attribute("class", &node.class));
    }
    if !node.text.is_empty() {
        element.set_text_content(Some(&node.text));
    }
    for child in &node.children {
        append(&element, child);
    }
    for (name, value) in &node.attrs {
        set_attr(&element, name, value);
    }
    for (name, value) in &node.styles {
        set_style(&element, name, value);
    }
    Some(element)
}

/// Makes the element that shows `old` show `new`.
pub fn patch(element: &Element, old: &Node, new: &Node) {
    if old == new {
        return;
    }
    let same_names = |old: &[(&'static str, Text)], new: &[(&'static str, Text)]| {
        old.len() == new.len() && old.iter().zip(new).all(|(old, new)| old.0 == new.0)
    };
    let same_attrs = same_names(&old.attrs, &new.attrs);
    // What an element is can't be changed: one of another name, a leaf that becomes a node, another sign is built anew.
    let other = old.tag != new.tag
        || old.children.is_empty() != new.children.is_empty()
        || new.tag == "mo" && old.text != new.text
        || new.tag == "input" && other_name(old, new)
        || !same_attrs && (holds_state(old) || holds_state(new))
        || !same_names(&old.styles, &new.styles);
    if other {
        let parent = element.parent_element().and_then(|parent| parent.namespace_uri());
        if let Some(fresh) = build(parent.as_deref(), new) {
            drop(element.replace_with_with_node_1(&fresh));
        }
        return;
    }
    if old.class != new.class {
        drop(element.set_attribute("class", &new.class));
    }
    if same_attrs {
        for ((_, old), (name, new)) in old.attrs.iter().zip(&new.attrs) {
            if old != new {
                set_attr(element, name, new);
            }
        }
    } else {
        let is_in = |list: &[(&'static str, Text)], name: &str| list.iter().any(|(own, _)| *own == name);
        for (name, _) in old.attrs.iter().filter(|(name, _)| !is_in(&new.attrs, name)) {
            drop(element.remove_attribute(name));
        }
        for (name, value) in new.attrs.iter().filter(|attr| !old.attrs.contains(attr)) {
            set_attr(element, name, value);
        }
    }
    for ((_, old), (name, new)) in old.styles.iter().zip(&new.styles) {
        if old != new {
            set_style(element, name, new);
        }
    }
    if old.text != new.text {
        set_text(element, &new.text);
    }
    patch_children(element, &old.children, &new.children);
}

/// Whether an attribute stands for something that an element holds besides its attributes.
fn holds_state(node: &Node) -> bool {
    node.attrs.iter().any(|(name, _)| matches!(*name, "inner" | "value" | "checked" | "selected"))
}

/// A radio button that is given another name while it is on turns off those that it comes to.
fn other_name(old: &Node, new: &Node) -> bool {
    let name = |node: &Node| node.attrs.iter().find(|(name, _)| *name == "name").map(|(_, name)| name.clone());
    name(old) != name(new)
}

/// Sets an attribute; of form controls what they hold now, which an attribute does not say. `inner` is markup of our own
/// from when the app was built.
fn set_attr(element: &Element, name: &str, value: &str) {
    match name {
        "inner" => element.set_inner_html(value),
        "value" | "checked" | "selected" if element.tag_name() != "OPTION" || name == "selected" => {
            let held = if name == "value" { JsValue::from_str(value) } else { JsValue::from_bool(value == "true") };
            drop(js_sys::Reflect::set(element, &JsValue::from_str(name), &held));
        }
        _ => drop(element.set_attribute(name, value)),
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
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        drop(element.style().set_property(name, value));
    } else if let Some(element) = element.dyn_ref::<web_sys::SvgElement>() {
        drop(element.style().set_property(name, value));
    }
}
