//! The picture as a file that stands alone: SVG, or drawn at twice its size as PNG.

mod palette;
mod svg;

use super::state::Frame;
use crate::platform;
use crate::screen::Figure;
use leptos::prelude::*;

/// Saves the picture as `matwalk.svg` or `matwalk.png`.
pub fn save(frame: Frame, png: bool) {
    let theme = frame.shell.theme.get_untracked();
    let file = frame.moment.with_untracked(|moment| match &moment.figure {
        Figure::Scene(scene) => svg::scene(scene, theme),
        Figure::Own(nodes) => svg::own(nodes, theme),
    });
    if png {
        platform::save_as_png("matwalk.png", &file);
    } else if let Some(blob) = platform::text_blob(&file, "image/svg+xml") {
        platform::save("matwalk.svg", &blob);
    }
}

pub use svg::scene as scene_svg;
