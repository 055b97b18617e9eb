//! A piece of markup as data: HTML, MathML or SVG. A pure function gives it, `ui::patch` makes the page show it, and a
//! test or an exported file reads it.

use std::borrow::Cow;
use std::ops::Deref;
use std::sync::Arc;

/// A short text that is mostly known when the app is built.
pub type Text = Cow<'static, str>;

/// The attribute of a node that follows every move of a number that is dragged.
pub const MOVING: &str = "data-moving";

/// An element with its text, or with children.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Node {
    /// Its name, such as `mn` or `span`.
    pub tag: &'static str,
    /// Its classes; may be empty.
    pub class: Text,
    /// Other attributes. Of two nodes in the same place only those with the same names in the same order are patched,
    /// else the element is built anew.
    pub attrs: Vec<(&'static str, Text)>,
    /// Style properties. Set one by one through the object model: a strict Content-Security-Policy refuses `style="…"`.
    pub styles: Vec<(&'static str, Text)>,
    /// The text of a leaf.
    pub text: Text,
    /// What a node holds.
    pub children: Kids,
}

/// What a node holds. It is shared by its copies: what a lesson keeps from step to step is neither copied nor looked
/// through.
#[derive(Clone, Debug, Default)]
pub struct Kids(Option<Arc<Vec<Node>>>);

impl Kids {
    /// Whether both are the very same, which is quickly seen. Others may be alike too.
    pub fn is(&self, other: &Kids) -> bool {
        match (&self.0, &other.0) {
            (Some(own), Some(other)) => Arc::ptr_eq(own, other),
            (None, None) => true,
            _ => false,
        }
    }
}

impl Deref for Kids {
    type Target = [Node];

    fn deref(&self) -> &[Node] {
        self.0.as_ref().map_or(&[], |nodes| nodes.as_slice())
    }
}

impl From<Vec<Node>> for Kids {
    fn from(nodes: Vec<Node>) -> Kids {
        Kids((!nodes.is_empty()).then(|| Arc::new(nodes)))
    }
}

impl PartialEq for Kids {
    fn eq(&self, other: &Kids) -> bool {
        self.is(other) || **self == **other
    }
}

impl Eq for Kids {}

impl Node {
    /// An element with children.
    pub fn holding(tag: &'static str, class: impl Into<Text>, children: Vec<Node>) -> Node {
        Node { tag, class: class.into(), children: children.into(), ..Node::default() }
    }

    /// An element with a text.
    pub fn leaf(tag: &'static str, class: impl Into<Text>, text: impl Into<Text>) -> Node {
        Node { tag, class: class.into(), text: text.into(), ..Node::default() }
    }

    /// A MathML operator.
    pub fn op(text: &'static str) -> Node {
        Node::leaf("mo", "", text)
    }

    /// The same with an attribute more.
    #[must_use]
    pub fn attr(mut self, name: &'static str, value: impl Into<Text>) -> Node {
        self.attrs.push((name, value.into()));
        self
    }

    /// The same with a style property more.
    #[must_use]
    pub fn style(mut self, name: &'static str, value: impl Into<Text>) -> Node {
        self.styles.push((name, value.into()));
        self
    }

    /// The same as one of the nodes that follow every move of a number that is dragged, while the rest of
    /// the picture follows at pauses.
    #[must_use]
    pub fn moving(self) -> Node {
        self.attr(MOVING, "")
    }

    /// Whether it is one of those.
    pub fn is_moving(&self) -> bool {
        self.attrs.iter().any(|(name, _)| *name == MOVING)
    }

    /// All its text, without the markup.
    pub fn read(&self) -> String {
        self.children.iter().fold(self.text.to_string(), |text, child| text + &child.read())
    }
}

/// All the text of some nodes, without the markup.
pub fn read(nodes: &[Node]) -> String {
    nodes.iter().map(Node::read).collect()
}
