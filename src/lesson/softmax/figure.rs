//! The picture: scores on a ruler, the curve e^x over it, the heights piled up beside it, the numbers in a ledger. The five
//! phases are five places of this one drawing.

use super::draw::{chips, curve, lanes, ledger, matrix, pile, ruler};
use super::layout::{Layout, window};
use super::model::{Softmax, View};
use super::solved::{Group, limits};
use crate::plot::{Axis, Plot};
use crate::say;
use crate::screen::{Cx, Figure, Node};
use matwalk_core::softmax::Mode;
use matwalk_core::trace::softmax::{Phase, Step, Trace};

/// Everything that the parts of the drawing need to know.
pub struct Scene<'a> {
    /// The lesson.
    pub lesson: &'a Softmax,
    /// The page.
    pub cx: &'a Cx,
    /// The group that the walk is in.
    pub group: &'a Group,
    /// Its place among the groups.
    pub row: usize,
    /// The walk.
    pub trace: Trace,
    /// How many steps are finished.
    pub t: usize,
    /// The step that finished last.
    pub now: Option<Step>,
    /// The step that comes next.
    pub next: Option<Step>,
    /// How many elements there are.
    pub n: usize,
    /// Where things stand.
    pub layout: Layout,
    /// Scores along x, shares of the pile along y.
    pub plot: Plot,
    /// What the whole height stands for: S, the type's largest number, or 1.
    pub top: f64,
}

impl Scene<'_> {
    /// Whether the element has been through the phase.
    pub fn seen(&self, phase: Phase, element: usize) -> bool {
        !self.group.blocked && self.trace.elements_done(self.t, self.row, phase) > element
    }

    /// Whether all have.
    pub fn all(&self, phase: Phase) -> bool {
        self.n > 0 && self.seen(phase, self.n - 1)
    }

    /// Whether the step that finished last did one of these to the element.
    pub fn is_now(&self, phases: &[Phase], element: usize) -> bool {
        self.now.as_ref().is_some_and(|step| phases.contains(&step.phase) && step.elements.contains(&element))
    }

    /// Whether the next step does that to the element.
    pub fn is_next(&self, phase: Phase, element: usize) -> bool {
        let own = |step: &Step| step.row == self.row && step.phase == phase && step.elements.contains(&element);
        self.next.as_ref().is_some_and(own)
    }

    /// The phase of the step that finished last.
    pub fn phase(&self) -> Option<Phase> {
        self.now.as_ref().map(|step| step.phase)
    }

    /// The element of that step, if it worked on one.
    pub fn one(&self) -> Option<usize> {
        let single = |step: &&Step| step.elements.len() == 1 && !step.phase.is_single();
        self.now.as_ref().filter(single).map(|step| step.elements.start)
    }

    /// Whether the largest is subtracted.
    pub fn is_stable(&self) -> bool {
        self.group.phases.options.mode == Mode::Stable
    }

    /// What the ruler is shifted by: m, if it is subtracted.
    pub fn max(&self) -> f64 {
        if self.is_stable() { self.group.phases.max.unwrap_or(0.0) } else { 0.0 }
    }

    /// The temperature.
    pub fn temperature(&self) -> f64 {
        self.group.phases.options.temperature
    }

    /// Whether scores are finite somewhere, so that there is a ruler for x.
    pub fn has_ruler(&self) -> bool {
        !self.group.blocked && self.max().is_finite() && self.group.stored.iter().any(|z| z.is_finite())
    }

    /// The score at which e^ gets that x.
    pub fn z_of(&self, x: f64) -> f64 {
        self.temperature() * (x + self.max())
    }

    /// What e^ gets at that score.
    pub fn x_of(&self, z: f64) -> f64 {
        z / self.temperature() - self.max()
    }

    /// The pixel of a score, kept in sight.
    pub fn px(&self, z: f64) -> f64 {
        let pixel = self.plot.px(z);
        if pixel.is_nan() { self.plot.area.x } else { pixel.clamp(self.plot.area.x, self.plot.area.right()) }
    }

    /// An element's height as a share of the pile; `None` for NaN.
    pub fn share(&self, element: usize) -> Option<f64> {
        let e = self.group.phases.exps[element];
        if e.is_nan() { None } else { Some((e / self.top).min(1.0)) }
    }

    /// How much lies below an element in the pile, as a share.
    pub fn below(&self, element: usize) -> f64 {
        (0..element).filter_map(|i| self.share(i)).sum()
    }
}

/// The picture at the step that finished last.
pub fn draw(lesson: &Softmax, cx: &Cx) -> Figure {
    let row = lesson.group_index();
    let Some(group) = lesson.solved().groups.get(row) else { return Figure::Own([no_groups(lesson, cx)].into()) };
    let trace = lesson.trace();
    let t = lesson.finished();
    let now = lesson.step();
    let next = if lesson.view == View::Ratio { None } else { trace.step(t) };
    let columns = ledger::columns(lesson, cx, now.as_ref().map(|step| step.phase));
    let count = if lesson.inputs().z.is_matrix() { if cx.room.width < 640.0 { 2 } else { 3 } } else { columns.len() };
    let layout = Layout::new(lesson, cx, count);
    let (lo, hi) = window(lesson);
    let plot = Plot { area: layout.plot(), x: Axis::linear(lo, hi), y: Axis::linear(0.0, 1.0) };
    let sum = group.phases.sum;
    let top = match sum {
        _ if group.is_good() => sum,
        f64::INFINITY => limits(group.phases.options.precision).0,
        _ => 1.0,
    };
    let n = group.cells.len();
    let scene = Scene { lesson, cx, group, row, trace, t, now, next, n, layout, plot, top };
    let is_matrix = lesson.inputs().z.is_matrix();
    let behind = if is_matrix { Vec::new() } else { lanes::guides(&scene) };
    let guides = crate::plot::marks::group("guides", behind);
    let mut inside = vec![curve::draw(&scene), pile::draw(&scene), guides, ruler::draw(&scene)];
    if is_matrix {
        inside.push(matrix::draw(&scene));
    } else {
        inside.extend([lanes::draw(&scene), ledger::draw(&scene, &columns)]);
    }
    inside.push(chips::draw(&scene));
    Figure::Own([svg(&scene.layout, described(&scene), inside)].into())
}

fn svg(layout: &Layout, label: String, inside: Vec<Node>) -> Node {
    let (width, height) = (layout.width.round(), layout.height.round());
    Node::holding("svg", "soft", inside)
        .attr("viewBox", format!("0 0 {width} {height}"))
        .attr("width", width.to_string())
        .attr("height", height.to_string())
        .attr("role", "group")
        .attr("aria-label", label)
}

/// No scores, or no such dimension: the scores alone.
fn no_groups(lesson: &Softmax, cx: &Cx) -> Node {
    let layout = Layout::new(lesson, cx, 2);
    let inside = match lesson.solved().plan {
        Err(_) => matrix::directions(lesson, cx, &layout),
        Ok(_) => vec![ledger::nothing(&layout, say!(cx.locale, softmax.empty))],
    };
    svg(&layout, say!(cx.locale, softmax.picture), inside)
}

/// The key facts, for those who can't see the picture: what has been computed so far.
fn described(scene: &Scene) -> String {
    let locale = scene.cx.locale;
    let list = |values: &[f64], phase: Option<Phase>| {
        let shown = |(i, value): (usize, &f64)| match phase {
            Some(phase) if !scene.seen(phase, i) => "?".to_owned(),
            _ => super::words::cell(*value),
        };
        values.iter().enumerate().map(shown).collect::<Vec<_>>().join(", ")
    };
    let phases = &scene.group.phases;
    let (last, results) = match scene.lesson.view {
        View::Log => (Phase::Subtract, &scene.group.logs),
        _ => (Phase::Divide, &phases.quotients),
    };
    let s = if scene.all(Phase::Sum) { super::words::cell(phases.sum) } else { "?".to_owned() };
    let facts = say!(
        locale,
        softmax.described,
        z = list(&scene.group.stored, None),
        e = list(&phases.exps, Some(Phase::Exp)),
        s = s,
        p = list(results, Some(last))
    );
    format!("{}. {facts}", say!(locale, softmax.picture))
}
