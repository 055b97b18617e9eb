//! The pair in front: a matrix of A and one of B as panels, each under the tabs of its stack.

use super::inputs::{A, B, own_sheet, sizes};
use super::model::Batch;
use super::solved::Solved;
use super::stack::Stack;
use super::{fixes, progress};
use crate::lesson::face::face;
use crate::lesson::link;
use crate::plot::Very;
use crate::say;
use crate::screen::panel::Cells;
use crate::screen::scene::area;
use crate::screen::{Hue, Ids, Mark, Node, Panel, Role, Scene, Slot, Track};
use crate::words::Locale;
use matwalk_core::trace::Grain;

/// All that the stacks depend on: a tick changes only what is marked in them.
#[derive(Clone, PartialEq)]
pub struct State {
    /// Inputs are solved anew with every change.
    solved: Very<Solved>,
    pair: usize,
    grain: Grain,
    locale: Locale,
    link: bool,
}

/// Both stacks, without marks.
#[derive(Clone)]
pub struct Stacks {
    panels: [Panel; 2],
    /// What stands around the panels.
    placed: Vec<Node>,
}

/// The scene of the two panels.
pub fn scene(batch: &Batch, locale: Locale, room: &Stack, link: bool) -> Scene {
    let inputs = batch.inputs();
    let ([_, m, k], [_, l, n]) = (sizes(&inputs.a), sizes(&inputs.b));
    let (k, m, l, n) = (k.max(1), m.max(1), l.max(1), n.max(1));
    let rows = vec![Track::Gap(room.above()), Track::Cells(m.max(l)), Track::Gap(room.below(link))];
    let cols = vec![Track::Cells(k), Track::Gap(room.sign()), Track::Cells(n), Track::Gap(room.end(link))];
    let pair = batch.front_pair();
    let state = State { solved: Very(batch.solved.clone()), pair, grain: batch.grain, locale, link };
    let Stacks { panels, placed } = batch.stacks.get(state, || {
        let mut placed = vec![
            stack(batch, A, area(1, 0, m, k)),
            stack(batch, B, area(1, k + 1, l, n)),
            tabs(batch, locale, A, area(0, 0, 1, k)),
            tabs(batch, locale, B, area(0, k + 1, 1, n)),
        ];
        if link {
            placed.extend(to_product(batch, locale, area(m.max(l) + 1, 0, 1, k + n + 2)));
        }
        Stacks { panels: [panel(batch, locale, A, (1, 0)), panel(batch, locale, B, (1, k + 1))], placed }
    });
    let mut panels = Vec::from(panels);
    if let Some((row, col)) = read_now(batch, pair) {
        for (panel, (rows, cols)) in panels.iter_mut().zip([(row, 0..k), (0..l, col)]) {
            if panel.size.0 * panel.size.1 > 0 {
                panel.marks = vec![Mark::Role(rows.clone(), cols.clone(), Role::Contributing), Mark::Frame(rows, cols)];
            }
        }
    }
    Scene { rows, cols, panels, signs: vec![(1, k, "×")], placed, ..Scene::default() }
}

fn panel(batch: &Batch, locale: Locale, slot: Slot, at: (usize, usize)) -> Panel {
    let is_a = slot == A;
    let inputs = batch.inputs();
    let (operand, front, chars) = match is_a {
        true => (&inputs.a, &batch.front[0], batch.solved.chars[0]),
        false => (&inputs.b, &batch.front[1], batch.solved.chars[1]),
    };
    let [_, rows, cols] = sizes(operand);
    let size = if front.shape().numel() == rows * cols { (rows, cols) } else { (0, 0) };
    let pair = batch.front_pair();
    let name = if is_a { "A" } else { "B" };
    Panel {
        slot,
        hue: if is_a { Hue::A } else { Hue::B },
        // The tabs say which matrix it is.
        title: name.to_owned(),
        label: say!(locale, batch.sheet_label, name = name, n = own_sheet(operand, pair) + 1),
        at,
        size,
        ids: Ids::Matrix(vec![own_sheet(operand, pair)]),
        cells: Cells::Grid(face(front).cells),
        marks: Vec::new(),
        notes: Vec::new(),
        editable: true,
        chars,
    }
}

/// The rows of A and columns of B that are read for the cells in the formula; where their lengths differ, the first ones.
fn read_now(batch: &Batch, pair: usize) -> Option<progress::Cells> {
    match batch.answer() {
        Some(_) => batch.told(pair),
        None => fixes::pairs_up(batch.inputs()).then_some((0..1, 0..1)),
    }
}

/// The edges of the matrices behind: up to three show that there are more.
fn stack(batch: &Batch, slot: Slot, at: String) -> Node {
    let behind = batch.inputs().get(slot).map_or(0, |operand| sizes(operand)[0].saturating_sub(1).min(3));
    let hue = if slot == A { "a" } else { "b" };
    Node::leaf("div", format!("behind behind--{behind} {hue}"), "").style("grid-area", at)
}

/// A tab for each pair. Those of A are a group of radio buttons, one stop for keys; those of B are a pointer's copy.
fn tabs(batch: &Batch, locale: Locale, slot: Slot, at: String) -> Node {
    let inputs = batch.inputs();
    let pairs = inputs.pairs();
    let own = inputs.get(slot).map_or(0, |operand| sizes(operand)[0]);
    let front = batch.front_pair();
    let hue = if slot == A { "a" } else { "b" };
    // Where shapes don't go together a single matrix has no partners to be lent to.
    let shown = if batch.answer().is_some() { pairs } else { own };
    let per_row = Stack { tabs: shown, ..Stack::default() }.per_row();
    let tab = |pair: usize| {
        let is_front = pair == front || own == 1 && shown == 1;
        let lent = own == 1 && pair > 0;
        let class = match (is_front, lent) {
            (true, _) => "tab tab--front",
            (_, true) => "tab tab--lent",
            _ => "tab",
        };
        let mut inside = vec![Node::leaf("span", "", if own == 1 { 1 } else { pair + 1 }.to_string())];
        if slot == A {
            // A pointer presses the tab around it and leaves the arrows to the walk.
            let input = Node::leaf("input", "", "")
                .attr("type", "radio")
                .attr("name", "front")
                .attr("aria-label", say!(locale, batch.pair, n = pair + 1))
                .attr("checked", if is_front { "true" } else { "false" });
            inside.push(input);
        }
        // The front one's row is the lower one, next to its matrix.
        let row = if shown <= per_row || pair / per_row == front.min(shown - 1) / per_row { "2" } else { "1" };
        // A label of no control: a press is one press, and the focus goes to the stage.
        Node::holding("label", class, inside)
            .attr("for", "")
            .attr("data-act", format!("front-{pair}"))
            .style("grid-area", format!("{row} / {}", pair % per_row + 1))
    };
    let row = Node::holding("span", "pairs__row", (0..shown).map(tab).collect());
    let row = match slot {
        A => row.attr("role", "radiogroup").attr("aria-label", say!(locale, batch.in_front)),
        _ => row.attr("aria-hidden", "true"),
    };
    Node::holding("div", format!("pairs {hue}"), vec![row]).style("grid-area", at)
}

/// The way to this pair, one product at a time.
fn to_product(batch: &Batch, locale: Locale, at: String) -> Option<Node> {
    batch.answer().filter(|answer| answer.pairs() > 0)?;
    let [a, b] = &batch.front;
    let (a, b) = (link::write_operand(a).ok()?, link::write_operand(b).ok()?);
    let grain = if batch.grain == Grain::Fine { "term" } else { "cell" };
    let text = say!(locale, batch.to_product, n = batch.front_pair() + 1);
    let link = Node::leaf("a", "deep", text).attr("href", format!("#/product?a={a}&b={b}&grain={grain}"));
    Some(link.style("grid-area", at))
}
