//! A score as a number that can be typed, left of its lane, and the largest of them below.

use super::lanes::largest;
use super::{Boxed, piece, whole};
use crate::figure::digits;
use crate::lesson::softmax::figure::Scene;
use crate::lesson::softmax::model::View;
use crate::lesson::softmax::solved::Kind;
use crate::lesson::softmax::unreadable::score_name;
use crate::plot::marks::{Anchor, group, rect, text};
use crate::say;
use crate::screen::Node;
use matwalk_core::trace::softmax::Phase;

/// A score as a number that can be typed.
pub fn score(scene: &Scene, element: usize) -> Node {
    let index = scene.group.cells[element];
    let inputs = scene.lesson.inputs();
    let score = &inputs.z.cells[index];
    let stored = scene.group.stored[element];
    let typed = scene.group.typed[element];
    let kind = scene.group.trouble.map(|trouble| trouble.kind);
    let lost = typed != stored && (kind == Some(Kind::Merged) || stored.is_infinite());
    let first = scene.group.trouble.is_some_and(|trouble| trouble.element == element)
        && matches!(kind, Some(Kind::Given | Kind::Outside));
    let now = scene.now.as_ref().is_some_and(|step| step.elements.len() == 1 && step.elements.contains(&element));
    let narrow = scene.layout.narrow;
    let gap = (scene.layout.row * 0.06).min(2.0);
    let at = (
        scene.layout.left,
        scene.layout.lanes + element as f64 * scene.layout.row + gap,
        scene.layout.scores,
        scene.layout.row - 2.0 * gap,
    );
    let said = match score.value {
        Ok(value) => digits(value, 9),
        Err(_) => score.text.clone(),
    };
    let class = match (score.value.is_err() || lost || first, now) {
        (true, _) => "f-bad l-bad",
        (false, true) => "f-now l-now thick",
        (false, false) => "f-a",
    };
    let count = said.chars().count();
    let long = count > if narrow { 5 } else { 7 };
    // So many digits are all there is room for, and the name has none.
    let crowded = count as f64 * 7.4 + 30.0 > at.2;
    let size = if crowded {
        ((at.2 - 12.0) / (count as f64 * 0.62)).clamp(8.0, 12.0)
    } else if long {
        12.0
    } else {
        scene.layout.text.min(if narrow { 13.5 } else { 17.0 })
    };
    let star = if scene.lesson.view == View::Log && element == scene.lesson.class { "★" } else { "" };
    let chosen = scene.lesson.view != View::Prob;
    let label = Node::holding(
        "g",
        if chosen { "pick" } else { "" },
        vec![
            rect((at.0, at.1, 34.0, at.3), 6.0, "f-none"),
            text(
                (at.0 + 6.0, at.1 + at.3 / 2.0 + 4.5),
                scene.layout.text.min(14.0),
                Anchor::Start,
                if chosen { "t-a underlined" } else { "t-a" },
                if crowded { String::new() } else { format!("{star}z{}", subscript(element + scene.cx.base)) },
            ),
        ],
    );
    let label = match chosen {
        true => label
            .attr("data-act", format!("class-{element}"))
            .attr("role", "button")
            .attr("tabindex", "0")
            .attr("aria-label", choosing(scene, element))
            .attr("aria-pressed", if is_chosen(scene, element) { "true" } else { "false" }),
        false => label,
    };
    let name = score_name(scene.lesson, scene.cx, index);
    let value = score.value.map_or_else(|_| String::new(), matwalk_core::number::shortest64);
    let number = Node::holding(
        "g",
        "score",
        vec![
            rect(at, 8.0, class),
            text((at.0 + at.2 - 8.0, at.1 + at.3 / 2.0 + size * 0.36), size, Anchor::End, "number t-ink", said.clone()),
        ],
    )
    .attr("tabindex", "0")
    .attr("role", "spinbutton")
    .attr("aria-label", name)
    .attr("aria-valuenow", value.clone())
    .attr("aria-valuetext", said)
    .attr("aria-invalid", if score.value.is_err() { "true" } else { "false" })
    .attr("data-number", format!("z-{index}"))
    .attr("data-cell", scene.lesson.cell_name(index))
    .attr("data-role", "idle")
    .attr("data-value", value);
    let mut parts = vec![number, label];
    if first {
        parts.push(super::badge((at.0 + at.2 - 1.0, at.1 + 1.0), true));
    }
    // Other than typed: what the type stores, in the lane, where the points leave room.
    if lost || typed.is_finite() && (typed - stored).abs() > 1e-4 * stored.abs() {
        let said = format!("→ {}", digits(stored, if narrow && !lost { 5 } else { 9 }));
        let class = if lost { "t-bad strong" } else { "t-quiet strong" };
        let y = at.1 + at.3 / 2.0 + 4.5;
        parts.push(super::note((scene.plot.area.x, y), 12.0, Anchor::Start, class, said));
    }
    group("row", parts)
}

/// Whether the element is the right class, or one of the two that are compared.
pub fn is_chosen(scene: &Scene, element: usize) -> bool {
    match scene.lesson.view {
        View::Prob => false,
        View::Log => element == scene.lesson.class,
        View::Ratio => scene.lesson.compared().is_some_and(|(a, b)| a == element || b == element),
    }
}

/// What a press on an element's label is for.
pub fn choosing(scene: &Scene, element: usize) -> String {
    let n = element + scene.cx.base;
    match scene.lesson.view {
        View::Log => say!(scene.cx.locale, softmax.as_class, n = n),
        _ => say!(scene.cx.locale, softmax.as_pair, n = n),
    }
}

/// A number as subscript digits.
pub fn subscript(number: usize) -> String {
    let digit = |c: char| c.to_digit(10).and_then(|digit| char::from_u32(0x2080 + digit)).unwrap_or(c);
    number.to_string().chars().map(digit).collect()
}

/// The largest so far, under the scores.
pub fn foot(scene: &Scene) -> Option<Node> {
    let max = largest(scene)?;
    let said = format!("m = {}", digits(max, 4));
    let y = scene.layout.lanes + scene.n as f64 * scene.layout.row;
    Some(
        Boxed {
            at: (scene.layout.left, y, scene.layout.scores, 22.0),
            size: super::fitting(&said, 13.0, scene.layout.scores),
            class: "f-none".into(),
            text: vec![piece(said, "t-now strong")],
            cell: "m".into(),
            role: if scene.all(Phase::Max) { "done" } else { "active" },
            value: whole(max, scene.group.phases.options.precision),
            act: format!("go-m-{}", scene.n - 1),
            name: "m".into(),
            place: (0, scene.n),
        }
        .node(),
    )
}
