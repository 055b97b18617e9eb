//! The picture as a file that stands alone: SVG, or drawn at twice its size as PNG. It comes with the tools, fetched
//! at the first press.

/// Writing to a String can't fail, so the result is dropped.
macro_rules! put {
    ($file:expr, $($text:tt)*) => { let _ = write!($file, $($text)*); };
}

mod colour;
mod palette;
mod panel;
mod seen;
mod style;
mod svg;

use super::state::Frame;
use super::tools;
use crate::platform;
use crate::screen::{Figure, Slot};
use crate::shell::Notice;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// Saves the picture as `matwalk.svg` or `matwalk.png`.
pub fn save(frame: Frame, png: bool) {
    leptos::task::spawn_local(async move {
        let Ok(tools) = (tools::PART.load)().await else { return frame.shell.tell(Notice::NotThere) };
        let file = (tools.draw)(frame);
        if png {
            platform::save_as_png("matwalk.png", &file);
        } else if let Some(blob) = platform::text_blob(&file, "image/svg+xml") {
            platform::save("matwalk.svg", &blob);
        }
    });
}

/// The picture as a file of SVG: panels with cells as large as they are best read, a lesson's own drawings as the page
/// shows them.
pub fn draw(frame: Frame) -> String {
    let theme = frame.shell.theme.get_untracked();
    let seen = |name: &str| seen::seen(&document().query_selector(name).ok()??);
    frame.moment.with_untracked(|moment| match &moment.figure {
        Figure::Scene(scene) => svg::scene(scene, theme, seen(".beside").as_ref(), heat_map),
        Figure::Own(_) => seen(".pic").map(|seen| svg::alone(&seen, theme)).unwrap_or_default(),
    })
}

/// The heat map of an operand as the page shows it, a pixel a cell.
fn heat_map(slot: Slot) -> Option<String> {
    let canvas = document().query_selector(&format!(".heat[data-operand={}] canvas", slot.0)).ok()??;
    canvas.dyn_into::<web_sys::HtmlCanvasElement>().ok()?.to_data_url().ok()
}

/// Text that a person typed, safe in a file of markup.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
