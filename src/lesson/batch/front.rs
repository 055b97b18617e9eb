//! The pair in front: a matrix of A and one of B as panels, each under the tabs of its stack.

use super::inputs::{A, B, own_sheet, sizes};
use super::model::Batch;
use super::progress::Lane;
use crate::lesson::face::face;
use crate::lesson::link;
use crate::say;
use crate::screen::panel::Cells;
use crate::screen::scene::area;
use crate::screen::{Hue, Ids, Mark, Node, Panel, Role, Scene, Slot, Track};
use crate::words::Locale;
use matwalk_core::trace::Grain;

/// Pixels for the tabs, and for the sign between the two.
const TABS: u16 = 52;
const SIGN: u16 = 58;

/// The scene of the two panels.
pub fn scene(batch: &Batch, locale: Locale) -> Scene {
    let inputs = batch.inputs();
    let ([_, m, k], [_, l, n]) = (sizes(&inputs.a), sizes(&inputs.b));
    let (k, m, l, n) = (k.max(1), m.max(1), l.max(1), n.max(1));
    let rows = vec![Track::Gap(TABS), Track::Cells(m.max(l)), Track::Gap(30)];
    let cols = vec![Track::Cells(k), Track::Gap(SIGN), Track::Cells(n), Track::Gap(12)];
    let panels = vec![panel(batch, locale, A, (1, 0)), panel(batch, locale, B, (1, k + 1))];
    let mut placed = vec![
        stack(batch, A, area(1, 0, m, k)),
        stack(batch, B, area(1, k + 1, l, n)),
        tabs(batch, locale, A, area(0, 0, 1, k)),
        tabs(batch, locale, B, area(0, k + 1, 1, n)),
    ];
    placed.extend(link(batch, locale, area(m.max(l) + 1, 0, 1, k + n + 1)));
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
    let mut panel = Panel {
        slot,
        hue: if is_a { Hue::A } else { Hue::B },
        // The tabs say which matrix it is.
        title: String::new(),
        label: say!(locale, batch.sheet_label, name = name, n = own_sheet(operand, pair) + 1),
        at,
        size,
        ids: Ids::Matrix(vec![own_sheet(operand, pair)]),
        cells: Cells::Grid(face(front).cells),
        marks: Vec::new(),
        notes: Vec::new(),
        editable: true,
        chars,
    };
    if let Some((row, col)) = read_now(batch, pair).filter(|_| size.0 * size.1 > 0) {
        let (rows, cols) = if is_a { (row, 0..cols) } else { (0..rows, col) };
        panel.marks = vec![Mark::Role(rows.clone(), cols.clone(), Role::Contributing), Mark::Frame(rows, cols)];
    }
    panel
}

/// The rows of A and columns of B that the last tick read of a pair: the loop's, if it works there, else the batch's.
fn read_now(batch: &Batch, pair: usize) -> Option<(std::ops::Range<usize>, std::ops::Range<usize>)> {
    Lane::ALL.into_iter().find_map(|lane| batch.at_work(lane, pair))
}

/// The edges of the matrices behind: up to three show that there are more.
fn stack(batch: &Batch, slot: Slot, at: String) -> Node {
    let behind = batch.inputs().get(slot).map_or(0, |operand| sizes(operand)[0].saturating_sub(1).min(3));
    let hue = if slot == A { "a" } else { "b" };
    Node::leaf("div", format!("behind behind--{behind} {hue}"), "").style("grid-area", at)
}

/// A tab for each pair. Those of A are the group that keys reach; those of B are a pointer's copy.
fn tabs(batch: &Batch, locale: Locale, slot: Slot, at: String) -> Node {
    let inputs = batch.inputs();
    let pairs = inputs.pairs();
    let own = inputs.get(slot).map_or(0, |operand| sizes(operand)[0]);
    let front = batch.front_pair();
    let (name, hue) = if slot == A { ("A", "a") } else { ("B", "b") };
    // Where shapes don't go together a single matrix has no partners to be lent to.
    let shown = if batch.answer().is_some() { pairs } else { own };
    let tab = |pair: usize| {
        let is_front = pair == front || own == 1 && shown == 1;
        let lent = own == 1 && pair > 0;
        let class = match (is_front, lent) {
            (true, _) => "tab tab--front",
            (_, true) => "tab tab--lent",
            _ => "tab",
        };
        let number = if own == 1 { 1 } else { pair + 1 };
        let tab = Node::leaf("button", class, number.to_string())
            .attr("type", "button")
            .attr("data-act", format!("front-{pair}"))
            .attr("aria-label", say!(locale, batch.pair, n = pair + 1));
        match slot {
            // In front by itself, following the loop, or because it was pressed.
            A => tab
                .attr("aria-current", if is_front { "true" } else { "false" })
                .attr("aria-pressed", if batch.picked == Some(pair) { "true" } else { "false" }),
            _ => tab.attr("tabindex", "-1"),
        }
    };
    let class = if shown > 4 { "pairs__row pairs__row--two" } else { "pairs__row" };
    let row = Node::holding("span", class, (0..shown).map(tab).collect());
    let row = row.attr("role", "group").attr("aria-label", say!(locale, batch.in_front));
    Node::holding("div", format!("pairs {hue}"), vec![Node::leaf("b", "", name), row]).style("grid-area", at)
}

/// The way to this pair, one product at a time.
fn link(batch: &Batch, locale: Locale, at: String) -> Option<Node> {
    batch.answer()?;
    let [a, b] = &batch.front;
    let (a, b) = (link::write_operand(a).ok()?, link::write_operand(b).ok()?);
    let grain = if batch.grain == Grain::Fine { "term" } else { "cell" };
    let text = say!(locale, batch.to_product, n = batch.front_pair() + 1);
    let link = Node::leaf("a", "deep", text).attr("href", format!("#/product?a={a}&b={b}&grain={grain}"));
    Some(link.style("grid-area", at))
}
