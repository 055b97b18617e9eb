//! Markup from data: whatever was shown before, the page shows exactly what a new one would.

use leptos::prelude::document;
use matwalk::screen::Node;
use matwalk::ui::patch::{Patched, append};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlElement, HtmlInputElement};

/// Pseudo-random numbers, the same in every run.
struct Dice(u32);

impl Dice {
    /// One of 0 to `sides - 1`.
    fn throw(&mut self, sides: u32) -> u32 {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (self.0 >> 16) % sides
    }

    fn pick(&mut self, from: &[&'static str]) -> &'static str {
        from[self.throw(from.len() as u32) as usize]
    }
}

const WORDS: [&str; 4] = ["", "one", "two", "a <b> & \"c\""];

fn node(dice: &mut Dice, tags: &[&'static str], depth: u32) -> Node {
    let tag = dice.pick(tags);
    let inner: &[&str] = match tag {
        "math" => &["mrow", "mi", "mo", "mn"],
        "svg" => &["g", "rect", "text"],
        _ => tags,
    };
    let mut node = if depth == 0 || dice.throw(3) == 0 {
        Node::leaf(tag, dice.pick(&WORDS), dice.pick(&WORDS))
    } else {
        let children = (0..dice.throw(4)).map(|_| self::node(dice, inner, depth - 1)).collect();
        Node::holding(tag, dice.pick(&WORDS), children)
    };
    for name in ["title", "data-x"] {
        if dice.throw(2) == 0 {
            node = node.attr(name, dice.pick(&WORDS));
        }
    }
    for name in ["color", "--size"] {
        if dice.throw(3) == 0 {
            node = node.style(name, dice.pick(&["red", "blue"]));
        }
    }
    node
}

fn nodes(dice: &mut Dice) -> Vec<Node> {
    (0..dice.throw(5)).map(|_| node(dice, &["div", "span", "math", "svg"], 3)).collect()
}

fn place() -> Element {
    document().create_element("div").expect("an element")
}

fn built(nodes: &[Node]) -> Element {
    let place = place();
    for node in nodes {
        append(&place, node).expect("it is built");
    }
    place
}

/// Takes off empty classes and styles: they say nothing.
fn plain(place: &Element) {
    for name in ["class", "style"] {
        let list = place.query_selector_all(&format!("[{name}=\"\"]")).expect("a selector");
        for i in 0..list.length() {
            let element: Element = list.item(i).expect("one of them").unchecked_into();
            element.remove_attribute(name).expect("taken off");
        }
    }
}

#[wasm_bindgen_test]
fn patched_is_the_same_as_built() {
    let mut dice = Dice(1);
    for round in 0..60 {
        let (place, mut shown, mut before) = (place(), Patched::default(), Vec::new());
        for step in 0..12 {
            let next = nodes(&mut dice);
            assert_eq!(shown.show(&place, &next), before != next, "it says whether anything differs");
            let (now, anew) = (place.clone_node_with_deep(true).expect("a copy"), built(&next));
            plain(now.unchecked_ref());
            plain(&anew);
            assert!(
                now.is_equal_node(Some(&anew)),
                "round {round}, step {step}:\n{}\nbut built anew\n{}",
                place.inner_html(),
                anew.inner_html()
            );
            before = next;
        }
        shown.show(&place, &[]);
        assert_eq!(place.inner_html(), "");
    }
}

#[wasm_bindgen_test]
fn what_stays_is_not_touched() {
    let row = |text: &'static str, number: &'static str| {
        vec![
            Node::leaf("b", "", text),
            Node::holding("p", "x", vec![Node::leaf("i", number, "still"), Node::leaf("u", "", number)]),
        ]
    };
    let place = place();
    let mut shown = Patched::default();
    shown.show(&place, &row("one", "1"));
    let find = |selector: &str| place.query_selector(selector).expect("a selector").expect("an element");
    let before = ["b", "p", "i", "u"].map(find);
    shown.show(&place, &row("two", "2"));
    assert_eq!(["b", "p", "i", "u"].map(find), before, "the same elements");
    assert_eq!(place.inner_html(), "<b>two</b><p class=\"x\"><i class=\"2\">still</i><u>2</u></p>");
}

#[wasm_bindgen_test]
fn a_control_keeps_the_focus_and_shows_what_it_holds_now() {
    let field = |value: &'static str, wrong: &'static str| {
        vec![Node::leaf("input", "", "").attr("type", "text").attr("aria-invalid", wrong).attr("value", value)]
    };
    let place = place();
    document().body().expect("a body").append_child(&place).expect("added");
    let mut shown = Patched::default();
    shown.show(&place, &field("3", "false"));
    let input: HtmlInputElement = place.first_element_child().expect("the field").unchecked_into();
    assert_eq!(input.value(), "3");
    input.focus().expect("the focus");
    // A person types what is no number: it stays as typed, and is marked.
    input.set_value("x");
    shown.show(&place, &field("x", "true"));
    assert_eq!((input.value(), input.get_attribute("aria-invalid")), ("x".into(), Some("true".into())));
    shown.show(&place, &field("4", "false"));
    assert_eq!(input.value(), "4", "an attribute would not show over what was typed");
    assert_eq!(document().active_element().as_ref(), Some(input.unchecked_ref::<Element>()));
    place.remove();
}

#[wasm_bindgen_test]
fn one_choice_of_a_group_is_on() {
    let radios = |chosen: usize| -> Vec<Node> {
        let radio = |own: usize| {
            let checked = if own == chosen { "true" } else { "false" };
            Node::leaf("input", "", "").attr("type", "radio").attr("name", "own").attr("checked", checked)
        };
        (0..3).map(radio).collect()
    };
    let place = place();
    let mut shown = Patched::default();
    shown.show(&place, &radios(1));
    let on = || {
        let list = place.query_selector_all("input").expect("a selector");
        let input = |i| list.item(i).expect("one of three").unchecked_into::<HtmlInputElement>();
        (0..3).filter(|&i| input(i).checked()).collect::<Vec<u32>>()
    };
    assert_eq!(on(), [1]);
    shown.show(&place, &radios(2));
    assert_eq!(on(), [2]);
    shown.show(&place, &radios(0));
    assert_eq!(on(), [0]);
}

#[wasm_bindgen_test]
fn texts_are_never_markup() {
    let place = built(&[Node::leaf("p", "", "<b>1</b>").attr("title", "\"><i>")]);
    assert_eq!(place.query_selector_all("*").expect("a selector").length(), 1);
    let first: HtmlElement = place.first_element_child().expect("the text").unchecked_into();
    assert_eq!((first.text_content().as_deref(), first.title().as_str()), (Some("<b>1</b>"), "\"><i>"));
}
