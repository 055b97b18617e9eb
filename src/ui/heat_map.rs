//! A matrix too large for numbers: one pixel a cell, scaled up. Only the cells that changed are drawn again.

use crate::figure;
use crate::screen::scene::Heat;
use crate::screen::{Role, Slot};
use crate::shell::Theme;
use crate::ui::{flag, text};
use leptos::html::Canvas;
use leptos::prelude::*;
use leptos::web_sys::{CanvasRenderingContext2d, ImageData, KeyboardEvent, MouseEvent};
use std::ops::Range;
use std::sync::Arc;
use wasm_bindgen::{Clamped, JsCast};

/// From how many changed cells on the whole picture is drawn at once.
const WHOLE: usize = 512;

/// How many frames there are at most: one around what takes part, one around what is at work.
const MARKS: usize = 2;

/// A frame around cells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Rows it goes around.
    pub rows: Range<usize>,
    /// Columns it goes around.
    pub cols: Range<usize>,
    /// What those cells are doing.
    pub role: Role,
}

/// A matrix as colours.
#[component]
pub fn HeatMap(
    /// Its tensor, in `data-operand`.
    tensor: Slot,
    /// The class with its colour.
    hue: Signal<String>,
    /// Its name, with its size, for those who can't see it.
    label: Signal<String>,
    /// Short title above it.
    title: Signal<String>,
    /// Rows and columns.
    #[prop(into)]
    size: Signal<(usize, usize)>,
    /// The values.
    #[prop(into)]
    heat: Signal<Heat>,
    /// Frames around cells, two at most.
    marks: Signal<Vec<Mark>>,
    /// CSS pixels a cell, in both directions.
    #[prop(into)]
    pixel: Signal<usize>,
    /// The colours around it.
    #[prop(into)]
    theme: Signal<Theme>,
    /// Says the value of the cell at (row, col).
    read: Callback<(usize, usize), String>,
    /// Called with the row-major index of a cell that was pressed.
    on_pick: Callback<usize>,
) -> impl IntoView {
    let canvas = NodeRef::<Canvas>::new();
    let cursor = RwSignal::new(None::<(usize, usize)>);
    Effect::new(move |drawn: Option<Option<Drawn>>| {
        let (Heat { values, scale }, theme, size) = (heat.get(), theme.get(), size.get());
        let now = Drawn { values, scale, theme, size };
        let canvas = canvas.get()?;
        let context = canvas.get_context("2d").ok()??.dyn_into::<CanvasRenderingContext2d>().ok()?;
        draw(&canvas, &context, drawn.flatten().as_ref(), &now);
        Some(now)
    });

    let at = move |event: &MouseEvent| {
        let (rows, cols) = size.get_untracked();
        let pixels = pixel.get_untracked() as i32;
        let (row, col) = ((event.offset_y() / pixels).max(0) as usize, (event.offset_x() / pixels).max(0) as usize);
        (row < rows && col < cols).then_some((row, col))
    };
    let on_keydown = move |event: KeyboardEvent| {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let (rows, cols) = size.get_untracked();
        let (row, col) = cursor.get_untracked().unwrap_or((0, 0));
        let moved = match event.key().as_str() {
            "ArrowLeft" => (row, col.saturating_sub(1)),
            "ArrowRight" => (row, (col + 1).min(cols.saturating_sub(1))),
            "ArrowUp" => (row.saturating_sub(1), col),
            "ArrowDown" => ((row + 1).min(rows.saturating_sub(1)), col),
            "Home" => (row, 0),
            "End" => (row, cols.saturating_sub(1)),
            "Enter" => {
                on_pick.run(row * cols + col);
                (row, col)
            }
            _ => return,
        };
        event.prevent_default();
        event.stop_propagation();
        if rows * cols > 0 {
            cursor.set(Some(moved));
        }
    };
    // Frames are moved, not built anew: a step lays out nothing else.
    let frame = move |class: &'static str, mark: Signal<Option<Mark>>| {
        let px = move |cells: fn(&Mark) -> usize| {
            text(move || mark.with(|mark| mark.as_ref().map_or(0, cells) * pixel.get()).to_string() + "px")
        };
        // Not `left` and `top`, which would lay the page out anew.
        let place = text(move || {
            let start = |mark: &Mark| (mark.cols.start * pixel.get(), mark.rows.start * pixel.get());
            let (x, y) = mark.with(|mark| mark.as_ref().map_or((0, 0), start));
            format!("{x}px {y}px")
        });
        view! {
            <div
                class=class hidden=flag(move || mark.with(Option::is_none))
                data-role=text(move || mark.with(|mark| mark.as_ref().map_or("idle", |mark| mark.role.key())).to_owned())
                style:translate=place
                style:width=px(|mark| mark.cols.len()) style:height=px(|mark| mark.rows.len())
            ></div>
        }
    };
    let nth = move |index: usize| Signal::derive(move || marks.with(|marks| marks.get(index).cloned()));
    let at_cursor = Signal::derive(move || {
        let mark = |(row, col)| Mark { rows: row..row + 1, cols: col..col + 1, role: Role::Idle };
        cursor.get().map(mark)
    });
    let px_of = move |count: usize| format!("{}px", count * pixel.get());

    view! {
        <div class=move || format!("heat {}", hue.get()) data-operand=tensor.0>
            <div class="panel__title">{title}</div>
            <div
                class="heat__box" tabindex="0" role="img" aria-label=label
                style:width=text(move || px_of(size.get().1)) style:height=text(move || px_of(size.get().0))
                on:keydown=on_keydown
                on:focus=move |_| cursor.update(|cursor| *cursor = cursor.or(Some((0, 0))))
                on:blur=move |_| cursor.set(None)
                on:mousemove=move |event| cursor.set(at(&event))
                on:mouseleave=move |_| cursor.set(None)
                on:click=move |event| {
                    if let Some((row, col)) = at(&event) {
                        on_pick.run(row * size.get_untracked().1 + col);
                    }
                }
            >
                <canvas class="heat__canvas" node_ref=canvas aria-hidden="true"></canvas>
                {(0..MARKS).map(|index| frame("heat__mark", nth(index))).collect_view()}
                {frame("heat__cursor", at_cursor)}
            </div>
            <div class="heat__legend">
                <span>{text(move || figure::short(-heat.with(|heat| heat.scale)))}</span>
                <span class="heat__scale" aria-hidden="true"></span>
                <span>{text(move || figure::short(heat.with(|heat| heat.scale)))}</span>
            </div>
            <output class="heat__read">
                {text(move || cursor.get().map(|place| read.run(place)).unwrap_or_default())}
            </output>
        </div>
    }
}

/// What the canvas shows.
struct Drawn {
    values: Arc<Vec<Option<f32>>>,
    scale: f32,
    theme: Theme,
    size: (usize, usize),
}

fn draw(canvas: &web_sys::HtmlCanvasElement, context: &CanvasRenderingContext2d, old: Option<&Drawn>, new: &Drawn) {
    let (rows, cols) = new.size;
    if rows * cols == 0 || new.values.len() != rows * cols {
        return;
    }
    let comparable = old.filter(|old| old.size == new.size && old.scale == new.scale && old.theme == new.theme);
    let changed: Option<Vec<usize>> = comparable.map(|old| {
        let differs = |index: &usize| bits(old.values[*index]) != bits(new.values[*index]);
        (0..rows * cols).filter(differs).take(WHOLE + 1).collect()
    });
    match changed {
        Some(changed) if changed.len() <= WHOLE => {
            for index in changed {
                let (x, y) = ((index % cols) as f64, (index / cols) as f64);
                match new.values[index].map(|value| colour(value, new.scale, new.theme)) {
                    Some([r, g, b]) => {
                        context.set_fill_style_str(&format!("rgb({r},{g},{b})"));
                        context.fill_rect(x, y, 1.0, 1.0);
                    }
                    None => context.clear_rect(x, y, 1.0, 1.0),
                }
            }
        }
        _ => {
            canvas.set_width(cols as u32);
            canvas.set_height(rows as u32);
            let mut pixels = Vec::with_capacity(rows * cols * 4);
            for value in new.values.iter() {
                match value.map(|value| colour(value, new.scale, new.theme)) {
                    Some([r, g, b]) => pixels.extend([r, g, b, 255]),
                    None => pixels.extend([0; 4]),
                }
            }
            if let Ok(image) = ImageData::new_with_u8_clamped_array(Clamped(&pixels), cols as u32) {
                drop(context.put_image_data(&image, 0.0, 0.0));
            }
        }
    }
}

/// Bits that tell apart what looks different.
fn bits(value: Option<f32>) -> Option<u32> {
    value.map(f32::to_bits)
}

/// Blue below zero, orange above, the ground at zero (Okabe-Ito, so that all can tell them apart); NaN is purple.
fn colour(value: f32, scale: f32, theme: Theme) -> [u8; 3] {
    if value.is_nan() {
        return [204, 121, 167];
    }
    let (zero, below, above) = match theme {
        Theme::Light => ([246.0, 247.0, 249.0], [0.0, 88.0, 150.0], [196.0, 78.0, 0.0]),
        Theme::Dark => ([22.0, 29.0, 38.0], [92.0, 180.0, 240.0], [255.0, 150.0, 90.0]),
        Theme::Projector => ([255.0, 255.0, 255.0], [0.0, 60.0, 110.0], [150.0, 55.0, 0.0]),
    };
    // An infinite value has the full colour, whatever the scale.
    let share =
        if value.is_infinite() { value.signum() } else { (value / scale.max(f32::MIN_POSITIVE)).clamp(-1.0, 1.0) };
    let end: [f32; 3] = if share < 0.0 { below } else { above };
    std::array::from_fn(|i| (zero[i] + (end[i] - zero[i]) * share.abs()) as u8)
}
