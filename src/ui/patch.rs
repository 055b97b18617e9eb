//! Makes the page show [`Node`]s. From step to step most of them stay as they were: only what differs is touched,
//! because laying out a formula or a picture anew costs more than all else in a step. The elements are kept at hand:
//! asking the page for one costs as much as changing it.

use super::touch::{set_attr, set_named, set_style};
use crate::screen::Node;
use crate::screen::node::{Kids, Text};
use leptos::prelude::document;
use web_sys::Element;

const MATHML: &str = "http://www.w3.org/1998/Math/MathML";
const SVG: &str = "http://www.w3.org/2000/svg";

/// The children of one element, which must not be touched by others.
#[derive(Default)]
pub struct Patched(Vec<Standing>);

/// An element in the page, and what it shows.
struct Standing {
    element: Element,
    /// Its text, once that has been changed: in place, because a new one would be laid out from nothing.
    words: Option<web_sys::Node>,
    /// What it shows, apart from its children.
    node: Node,
    children: Patched,
    /// The very nodes that the children show, if they do.
    kids: Kids,
    /// The language around it, and its own.
    around: Space,
    space: Space,
}

/// The language that an element belongs to.
#[derive(Clone, Copy)]
enum Space {
    Html,
    MathMl,
    Svg,
}

impl Patched {
    /// Changes the children of `parent`, an HTML element and always the same one, so that they show `nodes`. Says whether
    /// that changed anything.
    pub fn show(&mut self, parent: &Element, nodes: &[Node]) -> bool {
        self.show_in(parent, Space::Html, nodes)
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Makes those elements that follow every move of a drag show `nodes`, in the order of the page.
    pub fn moves(&mut self, nodes: &mut std::slice::Iter<'_, Node>) {
        for standing in &mut self.0 {
            if standing.node.is_moving() {
                let Some(node) = nodes.next() else { return };
                standing.patch(node);
            }
            let rest = nodes.len();
            standing.children.moves(nodes);
            if nodes.len() != rest {
                standing.kids = Kids::default();
            }
        }
    }

    fn show_in(&mut self, parent: &Element, space: Space, new: &[Node]) -> bool {
        let old = &mut self.0;
        // What comes or goes in the middle must not shift the rest: it would be built anew, and lose the focus.
        let shorter = old.len().min(new.len());
        let alike = old.iter().rev().zip(new.iter().rev()).take(shorter);
        let tail = if old.len() == new.len() { 0 } else { alike.take_while(|(old, new)| old.is_alike(new)).count() };
        let head = shorter - tail;
        let end = old.len() - tail;
        let mut changes = head < end || old.len() != new.len();
        for (standing, node) in old.iter_mut().zip(&new[..head]) {
            changes |= standing.patch(node);
        }
        for gone in old.drain(head..end) {
            gone.element.remove();
        }
        let end = new.len() - tail;
        if head < end {
            let next = old.get(head).map(|standing| standing.element.clone());
            let more: Vec<Standing> = new[head..end].iter().filter_map(|node| build(space, node)).collect();
            for standing in &more {
                drop(parent.insert_before(&standing.element, next.as_ref().map(AsRef::as_ref)));
            }
            old.splice(head..head, more);
        }
        for (standing, node) in old.iter_mut().rev().zip(new[end..].iter().rev()) {
            changes |= standing.patch(node);
        }
        changes
    }
}

/// Builds an element with all it holds at the end of `parent`, an HTML element, and gives it.
pub fn append(parent: &Element, node: &Node) -> Option<Element> {
    let Standing { element, .. } = build(Space::Html, node)?;
    parent.append_child(&element).ok()?;
    Some(element)
}

fn build(around: Space, node: &Node) -> Option<Standing> {
    let space = match node.tag {
        "math" => Space::MathMl,
        "svg" => Space::Svg,
        _ => around,
    };
    let element = match space {
        Space::Html => document().create_element(node.tag),
        Space::MathMl => document().create_element_ns(Some(MATHML), node.tag),
        Space::Svg => document().create_element_ns(Some(SVG), node.tag),
    }
    .ok()?;
    if !node.class.is_empty() {
        set_named(&element, "class", &node.class);
    }
    if !node.text.is_empty() {
        element.set_text_content(Some(&node.text));
    }
    let kids = &node.children;
    let mut children = Vec::with_capacity(kids.len());
    for child in kids.iter() {
        let standing = build(space, child)?;
        element.append_child(&standing.element).ok()?;
        children.push(standing);
    }
    for (name, value) in &node.attrs {
        set_attr(&element, node.tag, name, value);
    }
    for (name, value) in &node.styles {
        set_style(&element, name, value);
    }
    let node = Node {
        tag: node.tag,
        class: node.class.clone(),
        attrs: node.attrs.clone(),
        styles: node.styles.clone(),
        text: node.text.clone(),
        children: Kids::default(),
    };
    Some(Standing { element, words: None, node, children: Patched(children), kids: kids.clone(), around, space })
}

impl Standing {
    /// Whether it is what `new` says, perhaps with other content: by name, class and what both say they are.
    fn is_alike(&self, new: &Node) -> bool {
        let old = &self.node;
        old.tag == new.tag && old.class == new.class && value(old, "data-part") == value(new, "data-part")
    }

    /// Makes it show `new`; says whether that changed anything.
    fn patch(&mut self, new: &Node) -> bool {
        let old = &self.node;
        let same_attrs = same_names(&old.attrs, &new.attrs);
        // What an element is can't be changed: one of another name, a leaf that becomes a node, another sign is built
        // anew.
        let other = old.tag != new.tag
            || self.children.0.is_empty() != new.children.is_empty()
            || new.tag == "mo" && old.text != new.text
            // A radio button that is given another name while it is on turns off those that it comes to.
            || new.tag == "input" && value(old, "name") != value(new, "name")
            || !same_attrs && (holds_state(old) || holds_state(new))
            || !same_names(&old.styles, &new.styles);
        if other {
            if let Some(fresh) = build(self.around, new) {
                drop(self.element.replace_with_with_node_1(&fresh.element));
                *self = fresh;
            }
            return true;
        }
        let mut changes = false;
        if old.class != new.class {
            set_named(&self.element, "class", &new.class);
            self.node.class.clone_from(&new.class);
            changes = true;
        }
        if self.node.attrs != new.attrs {
            self.patch_attrs(same_attrs, &new.attrs);
            changes = true;
        }
        if self.node.styles != new.styles {
            for ((_, old), (name, new)) in
                self.node.styles.iter_mut().zip(&new.styles).filter(|(old, new)| old.1 != new.1)
            {
                set_style(&self.element, name, new);
                old.clone_from(new);
            }
            changes = true;
        }
        if self.node.text != new.text {
            self.say(&new.text);
            self.node.text.clone_from(&new.text);
            changes = true;
        }
        if !self.kids.is(&new.children) {
            changes |= self.children.show_in(&self.element, self.space, &new.children);
            self.kids = new.children.clone();
        }
        changes
    }

    fn patch_attrs(&mut self, same_names: bool, new: &[(&'static str, Text)]) {
        let tag = self.node.tag;
        if same_names {
            for ((_, old), (name, new)) in self.node.attrs.iter_mut().zip(new).filter(|(old, new)| old.1 != new.1) {
                set_attr(&self.element, tag, name, new);
                old.clone_from(new);
            }
            return;
        }
        let is_in = |list: &[(&'static str, Text)], name: &str| list.iter().any(|(own, _)| *own == name);
        for (name, _) in self.node.attrs.iter().filter(|(name, _)| !is_in(new, name)) {
            drop(self.element.remove_attribute(name));
        }
        for (name, value) in new.iter().filter(|attr| !self.node.attrs.contains(attr)) {
            set_attr(&self.element, tag, name, value);
        }
        self.node.attrs = new.to_vec();
    }

    fn say(&mut self, text: &str) {
        if self.words.is_none() && !self.node.text.is_empty() {
            self.words = self.element.first_child();
        }
        match &self.words {
            Some(words) if !text.is_empty() => words.set_node_value(Some(text)),
            _ => {
                self.words = None;
                self.element.set_text_content(Some(text));
            }
        }
    }
}

fn same_names(old: &[(&'static str, Text)], new: &[(&'static str, Text)]) -> bool {
    old.len() == new.len() && old.iter().zip(new).all(|(old, new)| old.0 == new.0)
}

fn value<'node>(node: &'node Node, name: &str) -> Option<&'node str> {
    node.attrs.iter().find(|(own, _)| *own == name).map(|(_, value)| &**value)
}

/// Whether an attribute stands for something that an element holds besides its attributes.
fn holds_state(node: &Node) -> bool {
    node.attrs.iter().any(|(name, _)| matches!(*name, "inner" | "value" | "checked" | "selected"))
}
