//! The number that the last step gave stays in sight where the picture is larger than its box.

use crate::screen::Room;
use leptos::prelude::request_animation_frame;
use std::cell::Cell;
use std::rc::Rc;
use web_sys::{Element, HtmlDivElement};

/// What decides how large the picture and its box are. A step does not: nothing moves while stepping.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Asked {
    /// How often inputs or settings have changed.
    pub changes: usize,
    /// The box.
    pub room: Room,
}

/// What is known of the picture's size.
#[derive(Default)]
pub struct Follow {
    asked: Asked,
    /// Whether all of the picture was in sight when it was last looked at.
    fits: Rc<Cell<bool>>,
}

impl Follow {
    /// Whether the picture has to be looked at. Asking the page for sizes in every step costs more than a cell does.
    pub fn has_to(&mut self, asked: Asked) -> bool {
        if std::mem::replace(&mut self.asked, asked) != asked {
            self.fits.set(false);
        }
        !self.fits.get()
    }

    /// Scrolls the picture's own box, never the page, so that `cell` can be seen.
    pub fn scroll(&self, fit: &HtmlDivElement, cell: Element) {
        let (fit, fits) = (fit.clone(), self.fits.clone());
        // Asking where things are lays the page out: once, when all of the step is on it.
        request_animation_frame(move || {
            fits.set(fit.scroll_width() <= fit.client_width() && fit.scroll_height() <= fit.client_height());
            if fits.get() {
                return;
            }
            let (view, cell) = (fit.get_bounding_client_rect(), cell.get_bounding_client_rect());
            let over =
                |start: f64, end: f64, from: f64, to: f64| (to - end + 12.0).max(0.0) - (start - from + 12.0).max(0.0);
            let x = over(view.left(), view.right(), cell.left(), cell.right());
            let y = over(view.top(), view.bottom(), cell.top(), cell.bottom());
            fit.set_scroll_left(fit.scroll_left() + x as i32);
            fit.set_scroll_top(fit.scroll_top() + y as i32);
        });
    }
}
