//! What stands in the picture, and how it becomes what the moment says.

use super::{build, follow, overlay, step};
use crate::screen::node::MOVING;
use crate::screen::{Node, Scene, Split};
use crate::ui::patch::{patch, patch_children, set_style};
use std::sync::Arc;
use wasm_bindgen::JsCast;

/// What is in the page at the moment.
#[derive(Default)]
pub struct Drawn {
    still: Option<build::Still>,
    overlay: Vec<Node>,
    own: Arc<[Node]>,
    /// Those nodes of `own` that a drag has moved, as they stand in `own` and as they are in the page.
    moved: Vec<(Node, Node)>,
    placed: Vec<Node>,
    beside: Arc<[Node]>,
    split: Option<Split>,
    /// The number of `own` that the last step gave, by its name.
    active: Option<String>,
}

impl Drawn {
    /// Shows panels, and what stands beside them.
    pub fn scene(&mut self, at: &Places, scene: &Scene) {
        if !std::mem::take(&mut self.own).is_empty() {
            self.still = None;
            self.moved.clear();
        }
        if self.still.as_ref().is_none_or(|still| !still.fits(scene)) {
            self.still = build::build(&at.layer, scene);
        }
        if let Some(still) = &mut self.still {
            step::patch(still, scene);
        }
        patch_children(&at.placed, &self.placed, &scene.placed);
        self.placed.clone_from(&scene.placed);
        self.around(at, overlay::nodes(scene), scene.beside.clone(), scene.split);
        follow(&at.fit, self.still.as_ref().and_then(build::Still::active));
    }

    /// Shows a drawing of the lesson's own.
    pub fn own(&mut self, at: &Places, nodes: &Arc<[Node]>) {
        if self.still.take().is_some() {
            at.layer.set_text_content(None);
        }
        patch_children(&at.placed, &self.placed, &[]);
        self.placed.clear();
        self.move_back(at);
        patch_children(&at.layer, &self.own, nodes);
        self.own = nodes.clone();
        self.around(at, Vec::new(), Arc::default(), Split::Alone);
        // Once a step: who has scrolled on to look at another number stays there.
        let active = at.active();
        let name = active.as_ref().and_then(|cell| cell.get_attribute("data-cell"));
        if name != self.active {
            follow(&at.fit, active);
            self.active = name;
        }
    }

    /// Moves what follows a drag at once, and nothing else.
    pub fn moves(&mut self, at: &Places, nodes: Vec<Node>) {
        if self.moved.is_empty() {
            let mut still = Vec::new();
            self.own.iter().for_each(|node| node.all_moving(&mut still));
            self.moved = still.into_iter().map(|node| (node.clone(), node.clone())).collect();
        }
        for (((_, shown), node), element) in self.moved.iter_mut().zip(nodes).zip(at.moving()) {
            patch(&element, shown, &node);
            *shown = node;
        }
    }

    /// Moves it back, so that the page is as `own` says.
    fn move_back(&mut self, at: &Places) {
        let moved = std::mem::take(&mut self.moved);
        if !moved.is_empty() {
            moved.iter().zip(at.moving()).for_each(|((still, shown), element)| patch(&element, shown, still));
        }
    }

    fn around(&mut self, at: &Places, overlay: Vec<Node>, beside: Arc<[Node]>, split: Split) {
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
        patch_children(&at.over, &self.overlay, &overlay);
        patch_children(&at.beside, &self.beside, &beside);
        (self.overlay, self.beside) = (overlay, beside);
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

    /// The elements that follow a drag. Asked for each time: patching may put another in the place of one.
    fn moving(&self) -> impl Iterator<Item = web_sys::Element> + use<> {
        let all = self.layer.query_selector_all(&format!("[{MOVING}]")).ok();
        let len = all.as_ref().map_or(0, web_sys::NodeList::length);
        (0..len).filter_map(move |place| all.as_ref()?.item(place)?.dyn_into().ok())
    }
}
