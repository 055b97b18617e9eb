//! What stands in the picture, and how it becomes what the moment says.

use super::follow::{Asked, Follow};
use super::{build, overlay, step};
use crate::screen::{Node, Scene, Split};
use crate::ui::patch::Patched;
use crate::ui::touch::set_style;
use wasm_bindgen::JsCast;

/// What is in the page at the moment.
#[derive(Default)]
pub struct Drawn {
    still: Option<build::Still>,
    overlay: Patched,
    own: Patched,
    placed: Patched,
    beside: Patched,
    split: Option<Split>,
    /// The number of `own` that the last step gave, by its name.
    active: Option<String>,
    follow: Follow,
}

impl Drawn {
    /// Shows panels, and what stands beside them.
    pub fn scene(&mut self, at: &Places, scene: &Scene, asked: Asked) {
        if !std::mem::take(&mut self.own).is_empty() {
            self.still = None;
        }
        if self.still.as_ref().is_none_or(|still| !still.fits(scene)) {
            self.still = build::build(&at.layer, scene);
        }
        if let Some(still) = &mut self.still {
            step::patch(still, scene);
        }
        self.placed.show(&at.placed, &scene.placed);
        self.around(at, &overlay::nodes(scene), &scene.beside, scene.split);
        if self.follow.has_to(asked)
            && let Some(active) = self.still.as_ref().and_then(build::Still::active)
        {
            self.follow.scroll(&at.fit, active);
        }
    }

    /// Shows a drawing of the lesson's own.
    pub fn own(&mut self, at: &Places, nodes: &[Node], asked: Asked) {
        if self.still.take().is_some() {
            at.layer.set_text_content(None);
        }
        self.placed.show(&at.placed, &[]);
        self.own.show(&at.layer, nodes);
        self.around(at, &[], &[], Split::Alone);
        if !self.follow.has_to(asked) {
            return;
        }
        // Once a step: who has scrolled on to look at another number stays there.
        let active = at.active();
        let name = active.as_ref().and_then(|cell| cell.get_attribute("data-cell"));
        if name != self.active {
            self.active = name;
            if let Some(active) = active {
                self.follow.scroll(&at.fit, active);
            }
        }
    }

    /// Moves what follows a drag at once, and nothing else.
    pub fn moves(&mut self, nodes: &[Node]) {
        self.own.moves(&mut nodes.iter());
    }

    fn around(&mut self, at: &Places, overlay: &[Node], beside: &[Node], split: Split) {
        if self.split != Some(split) {
            let (name, share) = match split {
                Split::Alone => ("alone", 100),
                Split::Right(share) => ("right", share),
                Split::Below(share) => ("below", share),
            };
            drop(at.all.set_attribute("data-split", name));
            set_style(&at.all, "--share", &format!("{share}%"));
            self.split = Some(split);
        }
        self.overlay.show(&at.over, overlay);
        self.beside.show(&at.beside, beside);
    }
}

/// The elements of the picture.
pub struct Places {
    /// The box.
    pub all: web_sys::HtmlDivElement,
    /// What scrolls in it.
    pub fit: web_sys::HtmlDivElement,
    /// Panels, or the lesson's own drawing.
    pub layer: web_sys::HtmlDivElement,
    /// Markup of the lesson between the panels.
    pub placed: web_sys::HtmlDivElement,
    /// Frames, chips and lines over the panels.
    pub over: web_sys::HtmlDivElement,
    /// Markup of the lesson beside the panels.
    pub beside: web_sys::HtmlDivElement,
}

impl Places {
    /// The number that a step gave, of a lesson's own drawing: it stands after those that it was made of.
    fn active(&self) -> Option<web_sys::Element> {
        let all = self.layer.query_selector_all("[data-role=active]").ok()?;
        all.item(all.length().checked_sub(1)?)?.dyn_into().ok()
    }
}
