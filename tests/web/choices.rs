//! Small controls alone: one choice of a few, a number between two buttons, the line of shapes.

use leptos::prelude::*;
use matwalk::ui::segmented::{Choice, Segmented};
use matwalk::ui::shape_line::{ShapeFacts, ShapeLine, Size};
use matwalk::ui::stepper::Stepper;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::hand::{Said, Stand, click, commit, settle, type_into, value};

fn choice(value: u8, key: &'static str, hint: &str) -> Choice<u8> {
    let hint = Signal::stored(hint.to_owned());
    Choice { value, key, label: Signal::stored(key.to_uppercase()), hint, icon: None }
}

/// The keys of the radio buttons that are on.
fn checked(stand: &Stand) -> Vec<String> {
    let inputs = stand.all("input").into_iter().map(|input| input.unchecked_into::<web_sys::HtmlInputElement>());
    inputs.filter(|input| input.checked()).map(|input| input.value()).collect()
}

#[wasm_bindgen_test]
async fn a_choice_is_called_back_and_shown_as_the_value_follows() {
    let (mut stand, said) = (Stand::new(), Said::default());
    let chosen = RwSignal::new(2u8);
    let told = said.clone();
    let on_choose = move |value: u8| {
        told.note(value);
        // Whoever owns the value may refuse.
        if value != 3 {
            chosen.set(value);
        }
    };
    let choices = vec![choice(1, "one", ""), choice(2, "two", "a few words"), choice(3, "three", "")];
    stand
        .show(move || view! { <Segmented name="size" label="Sizes".to_owned() choices value=chosen on_choose/> })
        .await;
    assert_eq!(stand.one("[role=radiogroup]").get_attribute("aria-label").as_deref(), Some("Sizes"));
    assert_eq!(stand.texts("label"), ["ONE", "TWOa few words", "THREE"]);
    assert_eq!(stand.texts("small"), ["a few words"], "an empty hint takes no room");
    assert_eq!(checked(&stand), ["two"]);
    click(&stand.action("size-one")).await;
    assert_eq!((said.take(), checked(&stand)), (vec!["1".to_owned()], vec!["one".to_owned()]));
    assert_eq!(stand.texts("label.on"), ["ONE"]);
    click(&stand.action("size-one")).await;
    assert_eq!(said.take(), [""; 0], "what is on already is no choice");
    click(&stand.action("size-three")).await;
    assert_eq!(said.take(), ["3"]);
    assert_eq!(stand.texts("label.on"), ["ONE"], "the value says what is on");
    chosen.set(2);
    settle().await;
    assert_eq!(checked(&stand), ["two"]);
}

/// A stepper from 0 to 16 at a number.
async fn stepper(at: usize) -> (Stand, RwSignal<usize>, Said) {
    let (mut stand, said) = (Stand::new(), Said::default());
    let number = RwSignal::new(at);
    let told = said.clone();
    let on_change = move |wanted: usize| {
        told.note(wanted);
        number.set(wanted);
    };
    let text = |text: &str| Signal::stored(text.to_owned());
    let (label, fewer, more) = (text("rows"), text("fewer rows"), text("more rows"));
    stand.show(move || view! { <Stepper name="rows" label fewer more value=number max=16 on_change/> }).await;
    (stand, number, said)
}

#[wasm_bindgen_test]
async fn a_stepper_counts_by_one_and_stops_at_its_ends() {
    let (stand, number, said) = stepper(15).await;
    let off = |name: &str| stand.action(name).has_attribute("disabled");
    click(&stand.action("rows-more")).await;
    assert_eq!((number.get_untracked(), value(&stand.action("rows"))), (16, "16".into()));
    assert!(off("rows-more") && !off("rows-fewer"));
    number.set(1);
    settle().await;
    click(&stand.action("rows-fewer")).await;
    assert_eq!((number.get_untracked(), value(&stand.action("rows"))), (0, "0".into()));
    assert!(off("rows-fewer") && !off("rows-more"));
    assert_eq!(said.take(), ["16", "0"]);
    for (name, label) in [("rows", "rows"), ("rows-fewer", "fewer rows"), ("rows-more", "more rows")] {
        assert_eq!(stand.action(name).get_attribute("aria-label").as_deref(), Some(label));
    }
}

#[wasm_bindgen_test]
async fn a_stepper_takes_sizes_and_gives_all_else_back() {
    let (stand, number, said) = stepper(4).await;
    let field = stand.action("rows");
    for text in ["x", "", "-1", "17", "2.5", "1e1", "99999999999999999999"] {
        commit(&field, text).await;
        assert_eq!(value(&field), "4", "{text:?} is no size");
        assert_eq!((number.get_untracked(), said.take()), (4, vec![]), "{text:?}");
    }
    type_into(&field, "12").await;
    assert_eq!(said.take(), [""; 0], "while it is typed it is no size yet");
    for (text, size) in [("12", 12), (" 7 ", 7), ("0", 0), ("16", 16)] {
        commit(&field, text).await;
        assert_eq!((number.get_untracked(), said.take()), (size, vec![size.to_string()]), "{text:?}");
    }
}

/// Sizes, the inner one marked by its place.
fn sizes(sizes: &[usize], inner: usize) -> Vec<Size> {
    sizes.iter().enumerate().map(|(i, &size)| Size { size, inner: i == inner }).collect()
}

#[wasm_bindgen_test]
async fn the_shape_line_marks_inner_sizes_and_a_clash() {
    let mut stand = Stand::new();
    let fits = ShapeFacts { lhs: sizes(&[2, 3], 1), rhs: sizes(&[3, 4], 0), out: Some(vec![2, 4]) };
    let facts = RwSignal::new(fits);
    let note = RwSignal::new(String::new());
    let tie = "why".to_owned();
    stand.show(move || view! { <ShapeLine facts tie note label="Shapes".to_owned()/> }).await;
    assert_eq!(stand.texts("[data-part=shape-line]"), ["(2, 3) @ (3, 4) → (2, 4)"]);
    assert_eq!(stand.texts("em"), ["3", "3"], "the inner sizes");
    assert_eq!(stand.texts("[data-part=shape-tie]"), ["why"]);
    assert!(stand.all(".clash").is_empty());
    assert!(stand.all(".shape-line__note").is_empty());

    facts.set(ShapeFacts { lhs: sizes(&[2, 3], 1), rhs: sizes(&[5], 0), out: None });
    note.set("on paper".to_owned());
    settle().await;
    assert_eq!(stand.texts("[data-part=shape-line]"), ["(2, 3) @ (5) → ✗"]);
    assert_eq!(stand.texts("em"), ["3", "5"]);
    assert_eq!(stand.all(".clash").len(), 2, "the shapes and the tie");
    assert_eq!(stand.texts(".shape-line__note"), ["on paper"]);

    facts.set(ShapeFacts { lhs: sizes(&[3], 0), rhs: sizes(&[3], 0), out: Some(vec![]) });
    settle().await;
    assert_eq!(stand.texts("[data-part=shape-line]"), ["(3) @ (3) → ()"], "a dot product has no sizes");
    assert!(stand.all(".clash").is_empty());
}
