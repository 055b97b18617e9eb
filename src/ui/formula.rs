//! A formula as MathML. From step to step most of it stays as it was: only what differs is touched, because laying out
//! a formula anew costs more than all cells of a step.

use leptos::html::Div;
use leptos::prelude::*;
use leptos::web_sys::Element;

const MATHML: &str = "http://www.w3.org/1998/Math/MathML";

/// An element of MathML: either a leaf with a text or a node with children.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Math {
    /// Its name, such as `mn`.
    pub tag: &'static str,
    /// Its classes; may be empty.
    pub class: String,
    /// The text of a leaf.
    pub text: String,
    /// What a node holds.
    pub children: Vec<Math>,
}

impl Math {
    /// A node.
    pub fn node(tag: &'static str, class: impl Into<String>, children: Vec<Math>) -> Math {
        Math { tag, class: class.into(), text: String::new(), children }
    }

    /// A leaf.
    pub fn leaf(tag: &'static str, class: impl Into<String>, text: impl Into<String>) -> Math {
        Math { tag, class: class.into(), text: text.into(), children: Vec::new() }
    }

    /// An operator.
    pub fn op(text: &'static str) -> Math {
        Math::leaf("mo", "", text)
    }
}

/// A formula in pieces, side by side as far as there is room.
#[component]
pub fn FormulaBox(
    /// The pieces, each a `math`.
    #[prop(into)]
    pieces: Signal<Vec<Math>>,
) -> impl IntoView {
    let place = NodeRef::<Div>::new();
    Effect::new(move |shown: Option<Vec<Math>>| {
        let pieces = pieces.get();
        let Some(place) = place.get() else { return Vec::new() };
        patch_children(&place, &shown.unwrap_or_default(), &pieces);
        pieces
    });
    // No language's own serif: a font for Korean can't stretch a bracket.
    view! { <div class="formula-box" lang="zxx" node_ref=place></div> }
}

/// Builds an element with all it holds at the end of `parent`.
fn append(parent: &Element, math: &Math) {
    if let Some(element) = build(math) {
        drop(parent.append_child(&element));
    }
}

fn build(math: &Math) -> Option<Element> {
    let element = document().create_element_ns(Some(MATHML), math.tag).ok()?;
    // At the start of a piece these would be signs of a number, without room around them.
    if matches!(math.text.as_str(), "=" | "+") {
        drop(element.set_attribute("form", "infix"));
    }
    if !math.class.is_empty() {
        drop(element.set_attribute("class", &math.class));
    }
    if !math.text.is_empty() {
        element.set_text_content(Some(&math.text));
    }
    for child in &math.children {
        append(&element, child);
    }
    Some(element)
}

/// Makes the element that shows `old` show `new`.
fn patch(element: &Element, old: &Math, new: &Math) {
    if old == new {
        return;
    }
    // What an element is can't be changed: one of another name, a leaf that becomes a node, another sign is built anew.
    let other_sign = new.tag == "mo" && old.text != new.text;
    if old.tag != new.tag || old.children.is_empty() != new.children.is_empty() || other_sign {
        if let Some(fresh) = build(new) {
            drop(element.replace_with_with_node_1(&fresh));
        }
        return;
    }
    if old.class != new.class {
        drop(element.set_attribute("class", &new.class));
    }
    if old.text != new.text {
        element.set_text_content(Some(&new.text));
    }
    patch_children(element, &old.children, &new.children);
}

fn patch_children(parent: &Element, old: &[Math], new: &[Math]) {
    let mut child = parent.first_element_child();
    for (old, new) in old.iter().zip(new) {
        let Some(now) = child else { return };
        child = now.next_element_sibling();
        patch(&now, old, new);
    }
    for _ in new.len()..old.len() {
        let Some(now) = child else { return };
        child = now.next_element_sibling();
        now.remove();
    }
    for more in new.iter().skip(old.len()) {
        append(parent, more);
    }
}
