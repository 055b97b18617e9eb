//! The grid of numbers alone: what its cells carry, and what it calls back.

use std::sync::Arc;

use leptos::prelude::*;
use matwalk::ui::Role;
use matwalk::ui::cell_field::Editor;
use matwalk::ui::matrix_grid::{Face, MatrixGrid};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::hand::{Said, Stand, click, fire, focused, press, press_focused, settle, type_into, value};

type Size = (usize, usize, usize);

/// Faces of whole numbers.
fn faces(numbers: &[i32]) -> Arc<Vec<Face>> {
    let face = |n: &i32| Face { text: n.to_string(), value: Some(n.to_string()), bad: false };
    Arc::new(numbers.iter().map(face).collect())
}

fn idle(count: usize) -> Arc<Vec<Role>> {
    Arc::new(vec![Role::Idle; count])
}

/// What a grid follows.
#[derive(Clone, Copy)]
struct Given {
    size: RwSignal<Size>,
    faces: RwSignal<Arc<Vec<Face>>>,
    roles: RwSignal<Arc<Vec<Role>>>,
}

impl Given {
    fn new(size: Size, numbers: &[i32]) -> Given {
        Given {
            size: RwSignal::new(size),
            faces: RwSignal::new(faces(numbers)),
            roles: RwSignal::new(idle(numbers.len())),
        }
    }
}

/// An editor that says everything it is told. A pasted text with a space in it counts as a block.
fn editor(said: &Said) -> Editor {
    let said = || said.clone();
    let (input, end, cancel, paste) = (said(), said(), said(), said());
    Editor {
        text: Callback::new(|index| format!("text {index}")),
        on_input: Callback::new(move |(index, text): (usize, String)| input.note((index, text))),
        on_end: Callback::new(move |()| end.note("end")),
        on_cancel: Callback::new(move |()| cancel.note("cancel")),
        on_paste: Callback::new(move |text: String| {
            paste.note(format!("paste {text}"));
            text.contains(' ')
        }),
        label: Callback::new(|index| format!("edit {index}")),
    }
}

async fn editable(key: &'static str, given: Given) -> (Stand, Said) {
    let (mut stand, said) = (Stand::new(), Said::default());
    let editor = editor(&said);
    let Given { size, faces, roles } = given;
    stand
        .show(move || view! {
            <MatrixGrid key label="Its name".to_owned() title="A (2, 2)".to_owned() size faces chars=4usize roles empty="no cells".to_owned() editor/>
        })
        .await;
    (stand, said)
}

/// Each cell as `name value role`, in the order of the page.
fn cells(stand: &Stand) -> Vec<String> {
    let attribute = |cell: &web_sys::Element, name: &str| cell.get_attribute(name).unwrap_or_else(|| "none".into());
    let of =
        |cell: &web_sys::Element| ["data-cell", "data-value", "data-role"].map(|name| attribute(cell, name)).join(" ");
    stand.all("[data-cell]").iter().map(of).collect()
}

#[wasm_bindgen_test]
async fn cells_carry_their_name_value_and_role() {
    let given = Given::new((2, 2, 2), &[1, 2, 3, 4]);
    given.roles.set(Arc::new(vec![Role::Idle, Role::Contributing, Role::Active, Role::Done]));
    let (stand, _) = editable("a", given).await;
    assert_eq!(cells(&stand), ["a-0-0 1 idle", "a-0-1 2 contributing", "a-1-0 3 active", "a-1-1 4 done"]);
    assert_eq!(stand.texts("[data-cell]"), ["1", "2", "3", "4"]);
    assert_eq!(stand.all("[role=row]").len(), 2);
    assert_eq!(stand.one("[role=grid]").get_attribute("aria-label").as_deref(), Some("Its name"));
}

#[wasm_bindgen_test]
async fn a_vector_counts_once_and_a_scalar_not_at_all() {
    for (size, names) in [
        ((1, 3, 1), &["b-0", "b-1", "b-2"][..]),
        ((3, 1, 1), &["b-0", "b-1", "b-2"]),
        ((1, 3, 2), &["b-0-0", "b-0-1", "b-0-2"]),
        ((1, 1, 0), &["b"]),
    ] {
        let (stand, _) = editable("b", Given::new(size, &[5, 6, 7][..names.len()])).await;
        let found: Vec<_> =
            stand.all("[data-cell]").iter().filter_map(|cell| cell.get_attribute("data-cell")).collect();
        assert_eq!(found, names, "{size:?}");
    }
}

#[wasm_bindgen_test]
async fn without_cells_it_says_so() {
    let (stand, _) = editable("a", Given::new((0, 3, 2), &[])).await;
    assert_eq!(cells(&stand), [""; 0]);
    assert_eq!(stand.texts("[role=grid]"), ["no cells"]);
}

#[wasm_bindgen_test]
async fn cells_that_differ_are_patched_in_place() {
    let given = Given::new((1, 3, 2), &[1, 2, 3]);
    let (stand, _) = editable("a", given).await;
    let before = stand.all("[data-cell]");
    let bad = Face { text: "2x".into(), value: None, bad: true };
    given.faces.update(|faces| Arc::make_mut(faces)[1] = bad);
    given.roles.set(Arc::new(vec![Role::Idle, Role::Pending, Role::Active]));
    settle().await;
    assert_eq!(cells(&stand), ["a-0-0 1 idle", "a-0-1 none pending", "a-0-2 3 active"]);
    assert_eq!(stand.texts("[data-cell]"), ["1", "2x", "3"]);
    assert_eq!(stand.one("[aria-invalid=true]").get_attribute("data-cell").as_deref(), Some("a-0-1"));
    assert_eq!(stand.all("[data-cell]"), before, "the same elements");
    given.faces.set(faces(&[1, 2, 3]));
    settle().await;
    assert_eq!(cells(&stand), ["a-0-0 1 idle", "a-0-1 2 pending", "a-0-2 3 active"]);
    assert!(stand.all("[aria-invalid]").is_empty());
}

#[wasm_bindgen_test]
async fn another_size_leaves_no_cell_as_it_was() {
    for size_first in [true, false] {
        let numbers: Vec<i32> = (1..=9).collect();
        let given = Given::new((3, 3, 2), &numbers);
        let (stand, _) = editable("a", given).await;
        let sizes = [(2, 4), (4, 2), (1, 3), (3, 1), (3, 3)];
        for (rows, cols) in sizes {
            // Other numbers in the same size, then the first numbers in another one.
            let count = given.faces.get_untracked().len();
            given.faces.set(faces(&vec![0; count]));
            given.roles.set(Arc::new(vec![Role::Active; count]));
            settle().await;
            let numbers = &numbers[..rows * cols];
            if size_first {
                given.size.set((rows, cols, 2));
            }
            given.faces.set(faces(numbers));
            given.roles.set(idle(numbers.len()));
            if !size_first {
                given.size.set((rows, cols, 2));
            }
            settle().await;
            let cell = |(i, n): (usize, &i32)| format!("a-{}-{} {n} idle", i / cols, i % cols);
            let expected: Vec<String> = numbers.iter().enumerate().map(cell).collect();
            assert_eq!(cells(&stand), expected, "{rows} x {cols}, the size first: {size_first}");
            let texts: Vec<String> = numbers.iter().map(ToString::to_string).collect();
            assert_eq!(stand.texts("[data-cell]"), texts, "{rows} x {cols}, the size first: {size_first}");
        }
    }
}

#[wasm_bindgen_test]
async fn arrows_home_and_end_move_within_the_grid() {
    let (stand, said) = editable("a", Given::new((2, 3, 2), &[1, 2, 3, 4, 5, 6])).await;
    stand.one("[data-cell=a-0-0]").focus().expect("the focus");
    for (key, at) in [
        ("ArrowLeft", "a-0-0"),
        ("ArrowUp", "a-0-0"),
        ("ArrowRight", "a-0-1"),
        ("ArrowDown", "a-1-1"),
        ("ArrowDown", "a-1-1"),
        ("End", "a-1-2"),
        ("ArrowRight", "a-1-2"),
        ("Home", "a-1-0"),
        ("ArrowUp", "a-0-0"),
    ] {
        press_focused(key).await;
        assert_eq!(focused().dataset().get("cell").as_deref(), Some(at), "after {key}");
        assert_eq!(stand.one("[tabindex='0']").get_attribute("data-cell").as_deref(), Some(at), "Tab returns there");
    }
    assert_eq!(said.take(), [""; 0]);
}

#[wasm_bindgen_test]
async fn typing_begins_an_edit_and_every_text_is_called_back_exactly() {
    let (stand, said) = editable("a", Given::new((2, 2, 2), &[1, 2, 3, 4])).await;
    stand.one("[data-cell=a-0-1]").focus().expect("the focus");
    press_focused("7").await;
    let field = stand.one("input");
    assert_eq!(focused(), field);
    assert_eq!((value(&field), field.get_attribute("aria-label")), ("7".into(), Some("edit 1".into())));
    type_into(&field, "7/").await;
    type_into(&field, " 7/3 ").await;
    press(&field, "Enter").await;
    assert_eq!(said.take(), ["(1, \"7\")", "(1, \"7/\")", "(1, \" 7/3 \")", "\"end\""]);
    assert!(stand.all("input").is_empty());
    assert_eq!(focused().dataset().get("cell").as_deref(), Some("a-1-1"), "Enter goes down");
    // From the last row it stays.
    press_focused("-").await;
    press_focused("Enter").await;
    assert_eq!(said.take(), ["(3, \"-\")", "\"end\""]);
    assert_eq!(focused().dataset().get("cell").as_deref(), Some("a-1-1"));
    // A letter is no number: it is left to the page.
    press_focused("d").await;
    assert_eq!((stand.all("input").len(), said.take().len()), (0, 0));
}

#[wasm_bindgen_test]
async fn enter_and_a_click_begin_with_the_whole_text_selected() {
    let (stand, said) = editable("a", Given::new((1, 2, 2), &[1, 2])).await;
    for way in ["Enter", "F2", "click"] {
        let cell = stand.one("[data-cell=a-0-0]");
        cell.focus().expect("the focus");
        match way {
            "click" => click(&cell).await,
            key => press_focused(key).await,
        }
        let field = stand.one("input");
        let input: &web_sys::HtmlInputElement = wasm_bindgen::JsCast::unchecked_ref(&field);
        assert_eq!(value(&field), "text 0", "{way}");
        let selected = (input.selection_start().expect("a place"), input.selection_end().expect("a place"));
        assert_eq!(selected, (Some(0), Some(6)), "{way}");
        assert_eq!(said.take(), [""; 0], "{way}: nothing is typed yet");
        press(&field, "Escape").await;
        said.take();
    }
}

#[wasm_bindgen_test]
async fn escape_cancels_and_does_not_end() {
    let (stand, said) = editable("a", Given::new((1, 2, 2), &[1, 2])).await;
    stand.one("[data-cell=a-0-1]").focus().expect("the focus");
    press_focused("9").await;
    press_focused("Escape").await;
    assert_eq!(said.take(), ["(1, \"9\")", "\"cancel\""]);
    assert!(stand.all("input").is_empty());
    assert_eq!(focused().dataset().get("cell").as_deref(), Some("a-0-1"));
    // Delete empties, and that is a text too.
    press_focused("Delete").await;
    assert_eq!(value(&stand.one("input")), "");
    press_focused("Escape").await;
    assert_eq!(said.take(), ["(1, \"\")", "\"cancel\""]);
}

#[wasm_bindgen_test]
async fn leaving_the_field_ends_once() {
    let (stand, said) = editable("a", Given::new((1, 2, 2), &[1, 2])).await;
    stand.one("[data-cell=a-0-0]").focus().expect("the focus");
    press_focused("9").await;
    stand.one("input").blur().expect("it can be left");
    settle().await;
    assert_eq!(said.take(), ["(0, \"9\")", "\"end\""]);
    assert!(stand.all("input").is_empty());
}

#[wasm_bindgen_test]
async fn tab_goes_from_field_to_field() {
    let (stand, said) = editable("a", Given::new((1, 2, 2), &[1, 2])).await;
    stand.one("[data-cell=a-0-0]").focus().expect("the focus");
    press_focused("9").await;
    press_focused("Tab").await;
    assert_eq!(said.take(), ["(0, \"9\")", "\"end\""]);
    assert_eq!(stand.one("input").get_attribute("data-edit").as_deref(), Some("1"));
    fire(&focused(), "KeyboardEvent", "keydown", "{ key: 'Tab', shiftKey: true }").await;
    assert_eq!(stand.one("input").get_attribute("data-edit").as_deref(), Some("0"));
    assert_eq!(said.take(), ["\"end\""]);
}

#[wasm_bindgen_test]
async fn a_key_that_ends_a_syllable_ends_nothing_else() {
    let (stand, said) = editable("a", Given::new((1, 2, 2), &[1, 2])).await;
    let cell = stand.one("[data-cell=a-0-0]");
    cell.focus().expect("the focus");
    fire(&cell, "KeyboardEvent", "keydown", "{ key: '7', isComposing: true }").await;
    assert!(stand.all("input").is_empty());
    press_focused("7").await;
    let field = stand.one("input");
    for key in ["Enter", "Escape", "Tab"] {
        fire(&field, "KeyboardEvent", "keydown", &format!("{{ key: {key:?}, isComposing: true }}")).await;
    }
    press(&field, "Process").await;
    assert_eq!(stand.one("input"), field);
    assert_eq!(said.take(), ["(0, \"7\")"]);
}

#[wasm_bindgen_test]
async fn a_pasted_block_closes_the_field_and_a_number_does_not() {
    let (stand, said) = editable("a", Given::new((1, 2, 2), &[1, 2])).await;
    click(&stand.one("[data-cell=a-0-0]")).await;
    for (text, open) in [("5", 1), ("5 6", 0)] {
        let data = format!("{{ clipboardData: (d => (d.setData('text', {text:?}), d))(new DataTransfer()) }}");
        fire(&stand.one("input"), "ClipboardEvent", "paste", &data).await;
        assert_eq!(said.take(), [format!("\"paste {text}\"")]);
        assert_eq!(stand.all("input").len(), open, "{text:?}");
    }
}

#[wasm_bindgen_test]
async fn without_an_editor_cells_are_picked() {
    let (mut stand, said) = (Stand::new(), Said::default());
    let Given { size, faces, roles } = Given::new((2, 2, 2), &[1, 2, 3, 4]);
    let picked = said.clone();
    stand
        .show(move || {
            view! {
                <MatrixGrid
                    key="out" label="C".to_owned() title="C (2, 2)".to_owned() size faces chars=4usize roles empty=String::new()
                    on_pick=move |index: usize| picked.note(index)
                />
            }
        })
        .await;
    assert_eq!(stand.one("[role=grid]").get_attribute("aria-readonly").as_deref(), Some("true"));
    click(&stand.one("[data-cell=out-1-0]")).await;
    stand.one("[data-cell=out-0-1]").focus().expect("the focus");
    press_focused("Enter").await;
    press_focused("5").await;
    assert_eq!(said.take(), ["2", "1"]);
    assert!(stand.all("input").is_empty(), "nothing can be typed");
}
