//! The heat map alone: a pixel a cell, frames, and the value of the cell under the cursor.

use std::sync::Arc;

use leptos::prelude::*;
use matwalk::screen::panel::Heat;
use matwalk::screen::{Role, Slot};
use matwalk::shell::Theme;
use matwalk::ui::heat_map::{HeatMap, Mark};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

use crate::hand::{Said, Stand, fire, press, settle};

/// What a heat map follows.
#[derive(Clone, Copy)]
struct Given {
    size: RwSignal<(usize, usize)>,
    heat: RwSignal<Heat>,
    marks: RwSignal<Vec<Mark>>,
    theme: RwSignal<Theme>,
}

fn heat(values: Vec<Option<f32>>) -> Heat {
    Heat { values: Arc::new(values), scale: 4.0 }
}

/// A map of 20 rows and 30 columns, scaled to 4: zeros, but in the first row -4, 4, NaN, nothing, ∞.
async fn map() -> (Stand, Given, Said) {
    let (mut stand, said) = (Stand::new(), Said::default());
    let mut values = vec![Some(0.0); 600];
    values[..5].copy_from_slice(&[Some(-4.0), Some(4.0), Some(f32::NAN), None, Some(f32::INFINITY)]);
    let given = Given {
        size: RwSignal::new((20, 30)),
        heat: RwSignal::new(heat(values)),
        marks: RwSignal::new(vec![]),
        theme: RwSignal::new(Theme::Light),
    };
    let Given { size, heat, marks, theme } = given;
    let text = |text: &str| Signal::stored(text.to_owned());
    let (hue, label, title) = (text("out"), text("C, 20 × 30"), text("C (20, 30)"));
    let picked = said.clone();
    stand
        .show(move || {
            view! {
                <HeatMap
                    tensor=Slot("out") hue label title size heat marks=marks.into() pixel=Signal::stored(11usize) theme
                    read=Callback::new(|(row, col): (usize, usize)| format!("row {row}, column {col}"))
                    on_pick=Callback::new(move |index: usize| picked.note(index))
                />
            }
        })
        .await;
    (stand, given, said)
}

/// Red, green, blue and opacity of each cell.
fn pixels(stand: &Stand) -> Vec<[u8; 4]> {
    let canvas: HtmlCanvasElement = stand.one("canvas").unchecked_into();
    let context = canvas.get_context("2d").expect("a context").expect("a context");
    let context: CanvasRenderingContext2d = context.unchecked_into();
    // A map is one pixel a cell; how it is scaled up is the style's.
    let read = js_sys::Function::new_with_args("context, w, h", "return context.getImageData(0, 0, w, h).data;");
    let size = (canvas.width().into(), canvas.height().into());
    let data = read.call3(&wasm_bindgen::JsValue::NULL, &context, &size.0, &size.1).expect("pixels");
    let bytes = js_sys::Uint8ClampedArray::from(data).to_vec();
    bytes.as_chunks::<4>().0.to_vec()
}

const ORANGE: [u8; 4] = [196, 78, 0, 255];
const BLUE: [u8; 4] = [0, 88, 150, 255];
const GROUND: [u8; 4] = [246, 247, 249, 255];
const PURPLE: [u8; 4] = [204, 121, 167, 255];
const NOTHING: [u8; 4] = [0; 4];

#[wasm_bindgen_test]
async fn each_cell_is_one_pixel_of_its_colour() {
    let (stand, given, _) = map().await;
    let shown = pixels(&stand);
    assert_eq!(shown.len(), 600);
    assert_eq!(shown[..5], [BLUE, ORANGE, PURPLE, NOTHING, ORANGE]);
    assert!(shown[5..].iter().all(|pixel| *pixel == GROUND));
    assert_eq!(stand.texts(".heat__legend span"), ["−4", "", "4"]);

    // A few changes are drawn one by one: halfway to orange, and nothing again.
    given.heat.update(|heat| {
        let values = Arc::make_mut(&mut heat.values);
        (values[599], values[1], values[3]) = (Some(2.0), None, Some(0.0));
    });
    settle().await;
    let shown = pixels(&stand);
    assert_eq!(shown[..5], [BLUE, NOTHING, PURPLE, GROUND, ORANGE]);
    assert_eq!(shown[599], [221, 162, 124, 255], "(246, 247, 249) and (196, 78, 0), half of each");
    assert!(shown[5..599].iter().all(|pixel| *pixel == GROUND));

    // Many changes, another size, other colours: all is drawn anew.
    given.heat.set(heat(vec![Some(4.0); 600]));
    settle().await;
    assert!(pixels(&stand).iter().all(|pixel| *pixel == ORANGE));
    given.theme.set(Theme::Dark);
    settle().await;
    assert!(pixels(&stand).iter().all(|pixel| *pixel == [255, 150, 90, 255]));
    given.size.set((10, 17));
    given.heat.set(heat(vec![Some(-4.0); 170]));
    settle().await;
    let shown = pixels(&stand);
    assert_eq!(shown.len(), 170);
    assert!(shown.iter().all(|pixel| *pixel == [92, 180, 240, 255]));
}

#[wasm_bindgen_test]
async fn arrow_keys_read_out_cell_after_cell() {
    let (stand, _, said) = map().await;
    let map = stand.one("[role=img]");
    assert_eq!(map.get_attribute("aria-label").as_deref(), Some("C, 20 × 30"));
    assert_eq!(stand.texts("output"), [""], "nothing is read out before");
    map.focus().expect("the focus");
    settle().await;
    for (key, row, col) in [
        ("ArrowUp", 0, 0),
        ("ArrowRight", 0, 1),
        ("ArrowDown", 1, 1),
        ("End", 1, 29),
        ("ArrowRight", 1, 29),
        ("ArrowLeft", 1, 28),
        ("Home", 1, 0),
        ("ArrowLeft", 1, 0),
        ("ArrowUp", 0, 0),
    ] {
        press(&map, key).await;
        assert_eq!(stand.texts("output"), [format!("row {row}, column {col}")], "after {key}");
        assert_eq!(stand.all(".heat__cursor:not([hidden])").len(), 1);
    }
    for _ in 0..25 {
        press(&map, "ArrowDown").await;
    }
    assert_eq!(stand.texts("output"), ["row 19, column 0"], "it ends at the edge");
    press(&map, "Enter").await;
    assert_eq!(said.take(), ["570"]);
    map.blur().expect("it can be left");
    settle().await;
    assert_eq!(stand.texts("output"), [""]);
}

#[wasm_bindgen_test]
async fn the_mouse_reads_and_picks_the_cell_under_it() {
    let (stand, _, said) = map().await;
    let map = stand.one("[role=img]");
    let place = map.get_bounding_client_rect();
    assert_eq!((place.width(), place.height()), (330.0, 220.0));
    let at = |row: f64, col: f64| {
        let (x, y) = (place.left() + 11.0 * col, place.top() + 11.0 * row);
        format!("{{ clientX: {x}, clientY: {y} }}")
    };
    fire(&map, "MouseEvent", "mousemove", &at(2.5, 7.5)).await;
    assert_eq!(stand.texts("output"), ["row 2, column 7"]);
    fire(&map, "MouseEvent", "click", &at(19.5, 29.5)).await;
    assert_eq!(said.take(), ["599"]);
    fire(&map, "MouseEvent", "mouseleave", "{}").await;
    assert_eq!(stand.texts("output"), [""]);
}

#[wasm_bindgen_test]
async fn frames_go_around_their_cells() {
    let (stand, given, _) = map().await;
    assert!(stand.all(".heat__mark:not([hidden])").is_empty());
    given.marks.set(vec![
        Mark { rows: 2..3, cols: 0..30, role: Role::Contributing },
        Mark { rows: 2..4, cols: 5..6, role: Role::Active },
    ]);
    settle().await;
    let frames: Vec<_> = stand
        .all(".heat__mark:not([hidden])")
        .iter()
        .map(|frame| {
            let place = |name: &str| {
                frame.unchecked_ref::<web_sys::HtmlElement>().style().get_property_value(name).expect("a style")
            };
            (
                frame.get_attribute("data-role").unwrap_or_default(),
                ["translate", "width", "height"].map(place).join(" "),
            )
        })
        .collect();
    let expected = [("contributing", "0px 22px 330px 11px"), ("active", "55px 22px 11px 22px")];
    assert_eq!(frames, expected.map(|(role, place)| (role.to_owned(), place.to_owned())));
}
