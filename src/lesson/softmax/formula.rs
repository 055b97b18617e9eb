//! The line above the sentence: the step's formula with its numbers.

use super::model::{Softmax, View};
use super::now::Now;
use super::solved::highest;
use super::words::{bracketed, inside_ln, listed, said};
use crate::figure::digits;
use crate::screen::hue::pieces;
use crate::screen::{Cx, Node};
use matwalk_core::softmax::Mode;
use matwalk_core::trace::softmax::Phase;

/// A piece of the line; what [`crate::screen::hue::raised`] marks in it is raised.
fn put(class: &'static str, text: impl AsRef<str>) -> Node {
    let text = text.as_ref();
    match &pieces(text)[..] {
        [] => Node::leaf("span", class, ""),
        [(text, false)] => Node::leaf("span", class, (*text).to_owned()),
        parts => {
            let part = |(text, up): &(&str, bool)| Node::leaf(if *up { "sup" } else { "span" }, "", (*text).to_owned());
            Node::holding("span", class, parts.iter().map(part).collect())
        }
    }
}

/// A name with an index: `p₃`.
fn name(class: &'static str, letter: &'static str, index: usize) -> Node {
    Node::holding("span", class, vec![Node::leaf("i", "", letter), Node::leaf("sub", "", index.to_string())])
}

/// e to the power of that.
fn power(class: &'static str, exponent: Vec<Node>) -> Node {
    Node::holding("span", class, vec![Node::leaf("span", "", "e"), Node::holding("sup", "", exponent)])
}

fn line(parts: Vec<Node>) -> Vec<Node> {
    vec![Node::holding("span", "formula", parts)]
}

/// What the step makes: underlined.
fn made(class: &'static str, text: impl AsRef<str>) -> Node {
    Node::holding("span", "term term--now", vec![put(class, text)])
}

/// Whether what goes into e^ has a name of its own.
pub fn has_x(lesson: &Softmax) -> bool {
    lesson.inputs().mode == Mode::Stable || lesson.solved().options.temperature != 1.0
}

/// The formula of the moment.
pub fn of(lesson: &Softmax, cx: &Cx) -> Vec<Node> {
    let Some(group) = lesson.solved().groups.get(lesson.group_index()) else { return line(Vec::new()) };
    if lesson.solved().groups.iter().any(|group| group.blocked) {
        return line(vec![Node::leaf("span", "bad", "?")]);
    }
    let temperature = group.phases.options.temperature;
    if lesson.view == View::Ratio {
        return ratio(lesson, cx);
    }
    let Some(now) = lesson.step().and_then(|step| Now::of(lesson, cx, &step)) else {
        let over = |text: String| if temperature == 1.0 { text } else { format!("{text} / {}", said(temperature)) };
        let mut parts = vec![
            Node::holding("span", "out", vec![Node::leaf("i", "", "p"), Node::leaf("sub", "", "i")]),
            put("", " = "),
            power("b", vec![put("", over("zᵢ".into()))]),
            put("", " ÷ ("),
        ];
        for (i, (z, typed)) in group.stored.iter().zip(&group.typed).enumerate() {
            if i > 0 {
                parts.push(put("", " + "));
            }
            // 0.1 in f32 is 0.100000001: as typed where no more than that is between them.
            let near = (z - typed).abs() <= 1e-6 * z.abs();
            parts.push(power("b", vec![put("", over(digits(if near { *typed } else { *z }, 9)))]));
        }
        parts.push(put("", ")"));
        return line(parts);
    };
    line(of_step(lesson, &now))
}

fn ratio(lesson: &Softmax, cx: &Cx) -> Vec<Node> {
    let (Some((a, b)), Some(group)) = (lesson.ranked(), lesson.solved().groups.get(lesson.group_index())) else {
        return line(Vec::new());
    };
    let (z, phases) = (&group.stored, &group.phases);
    let difference = phases.logits[a] - phases.logits[b];
    let minus = format!("{} − {}", said(z[a]), bracketed(z[b]));
    let exponent = match phases.options.temperature {
        1.0 => minus,
        temperature => format!("({minus}) / {}", said(temperature)),
    };
    line(vec![
        name("out", "p", a + cx.base),
        put("", " ÷ "),
        name("out", "p", b + cx.base),
        put("", " = "),
        power("b", vec![put("", exponent)]),
        put("", " = "),
        power("b", vec![put("", digits(difference, 5))]),
        put("", " → "),
        made("now", said(difference.exp())),
    ])
}

/// All numbers of a phase with the current one marked and those to come grey.
fn list(now: &Now, values: &[f64], (class, twin): (&'static str, &'static str), sign: &'static str) -> Vec<Node> {
    let mut parts = Vec::new();
    for (i, value) in values.iter().enumerate() {
        if i > 0 {
            parts.push(put("", sign));
        }
        let state = match now.one {
            true if i == now.element => "term term--now",
            true if i > now.element => "term term--todo",
            _ => "term",
        };
        let term = Node::holding("span", state, vec![put(class, said(*value))]);
        parts.push(term.attr("data-twin", format!("{twin}-{i}")));
    }
    parts
}

/// The results of a whole phase in brackets.
fn tuple(values: &[f64], class: &'static str) -> Vec<Node> {
    let mut parts = vec![put("", "(")];
    for (i, value) in values.iter().enumerate() {
        if i > 0 {
            parts.push(put("", ", "));
        }
        parts.push(put(class, listed(*value)));
    }
    parts.push(put("", ")"));
    parts
}

fn of_step(lesson: &Softmax, now: &Now) -> Vec<Node> {
    let (phases, i) = (&now.group.phases, now.element);
    let index = i + now.base;
    let max = phases.max.unwrap_or(f64::NAN);
    let x = if has_x(lesson) { "x" } else { "z" };
    let joined = |mut head: Vec<Node>, tail: Vec<Node>| {
        head.extend(tail);
        head
    };
    match now.phase {
        Phase::Scale if now.one => vec![
            name("", "s", index),
            put("", " = "),
            put("a", said(now.group.stored[i])),
            put("", format!(" ÷ {} → ", said(phases.options.temperature))),
            made("", said(phases.logits[i])),
        ],
        Phase::Scale => {
            joined(vec![put("", format!("s = z ÷ {} = ", said(phases.options.temperature)))], tuple(&phases.logits, ""))
        }
        Phase::Max => {
            let so_far = if now.one { &phases.logits[..=i] } else { &phases.logits[..] };
            let so_far = highest(so_far);
            let parts = joined(vec![put("", "m = max(")], list(now, &phases.logits, ("a", "z"), ", "));
            joined(parts, vec![put("", ") → "), put("a", said(so_far))])
        }
        Phase::Shift if now.one => vec![
            name("", "x", index),
            put("", " = "),
            put("a", said(phases.logits[i])),
            put("", format!(" − {} → ", bracketed(max))),
            made("", said(phases.shifted[i])),
        ],
        Phase::Shift => joined(vec![put("", format!("x = z − {} = ", bracketed(max)))], tuple(&phases.shifted, "")),
        Phase::Exp if now.one => vec![
            power("b", vec![name("", x, index)]),
            put("", " = "),
            power("b", vec![put("", digits(phases.shifted[i], 5))]),
            put("", " → "),
            made("b", said(phases.exps[i])),
        ],
        Phase::Exp => joined(vec![power("b", vec![put("", x)]), put("", " = ")], tuple(&phases.exps, "b")),
        Phase::Sum | Phase::Combine => {
            let last = if now.one { i } else { phases.exps.len().saturating_sub(1) };
            let parts = joined(vec![put("b", "S"), put("", " = ")], list(now, &phases.exps, ("b", "e"), " + "));
            joined(parts, vec![put("", " → "), put("b", said(phases.partial_sums[last]))])
        }
        Phase::Divide if now.one => vec![
            name("out", "p", index),
            put("", " = "),
            put("b", said(phases.exps[i])),
            put("", " ÷ "),
            put("b", said(phases.sum)),
            put("", " → "),
            made("out", said(phases.quotients[i])),
        ],
        Phase::Divide => joined(
            vec![
                put("out", "p"),
                put("", " = "),
                power("b", vec![put("", x)]),
                put("", format!(" ÷ {} = ", said(phases.sum))),
            ],
            tuple(&phases.quotients, "out"),
        ),
        Phase::Log => {
            let inside = inside_ln(now.group, said);
            vec![put("", "ln "), put("b", "S"), put("", format!(" = ln{inside} → ")), made("", said(now.group.log_sum))]
        }
        Phase::Subtract if now.one => vec![
            put("out", "log "),
            name("out", "p", index),
            put("", format!(" = {} − {} → ", said(phases.shifted[i]), bracketed(now.group.log_sum))),
            made("out", said(now.group.logs[i])),
        ],
        Phase::Subtract => joined(
            vec![put("out", "log p"), put("", format!(" = {x} − {} = ", bracketed(now.group.log_sum)))],
            tuple(&now.group.logs, "out"),
        ),
    }
}
