//! The line above the sentence: code at the start, then what the step does to the numbers.

use super::inputs::{Inputs, Op};
use super::names::Names;
use super::sentence::{groups, minus};
use super::sizes::{Size, text, turned};
use super::solved::{Solved, size_out, told};
use super::step::Step;
use crate::say;
use crate::screen::Node;
use matwalk_core::rule::{Operand, Role, Verdict};

/// The line before the first step: the code.
pub fn start(inputs: &Inputs) -> Vec<Node> {
    let code = |parts: Vec<Node>| vec![Node::holding("code", "why__code", parts).attr("translate", "no")];
    let (a, b) = (|name: &'static str| span("a", name), |name: String| span("b", name));
    match (inputs.op, &inputs.b[..]) {
        (Op::Linear, [outputs, width]) if inputs.bias.is_some() => code(vec![
            span("", "nn.Linear("),
            b(format!("{}, {}", width.text(), outputs.text())),
            span("", ")("),
            a("x"),
            span("", ")"),
        ]),
        (Op::Linear, _) => code(vec![span("", "F.linear("), a("x"), span("", ", "), b("weight".into()), span("", ")")]),
        (Op::Softmax, _) => code(vec![span("", "torch.softmax("), a("x"), span("", format!(", dim={})", inputs.dim))]),
        (Op::Add, _) => code(vec![a("a"), span("", " + "), b("b".into())]),
        (op, _) => {
            code(vec![span("", format!("torch.{}(", op.key())), a("a"), span("", ", "), b("b".into()), span("", ")")])
        }
    }
}

fn span(class: &'static str, text: impl Into<crate::screen::node::Text>) -> Node {
    Node::leaf("span", class, text)
}

fn line(parts: Vec<Node>) -> Vec<Node> {
    vec![Node::holding("span", "formula", parts)]
}

/// The sizes in front of the last, as a product: `64·1·28`.
pub fn leading(sizes: &[Size]) -> String {
    sizes.iter().map(|size| size.text()).collect::<Vec<_>>().join("·")
}

/// What a step does.
pub fn of(names: &Names, inputs: &Inputs, solved: &Solved, step: Step) -> Vec<Node> {
    match step {
        Step::Turn => line(vec![
            span("", "weight "),
            span("b", text(&inputs.b)),
            span("", " → weight"),
            Node::leaf("sup", "", "T"),
            span("b", format!(" {}", text(&turned(&inputs.b)))),
        ]),
        Step::Lend(operand) => lend(names, inputs, operand),
        Step::Fold(operand, rows) => fold(inputs, operand, rows),
        Step::Column(index) => column(inputs, solved, index),
        Step::Bias => {
            let bias = inputs.added().map(|bias| text(bias)).unwrap_or_default();
            let out = solved.out.as_deref().map(text).unwrap_or_default();
            line(vec![span("", "+ bias "), span("b", bias), span("", " → "), span("out", out)])
        }
        Step::Negative => {
            let rank = inputs.a.len().max(1);
            let now = inputs.dim + rank as i64;
            line(vec![span("", format!("{} + {rank} = ", minus(inputs.dim))), span("now", now.to_string())])
        }
        Step::Sum => {
            let (size, groups) = groups(inputs, solved);
            let groups = say!(names.locale, shapes.groups, n = groups);
            let size = say!(names.locale, shapes.entries, n = size);
            line(vec![span("out", groups), span("", " × "), span("now", size)])
        }
        Step::Result(_) => result(names, inputs, solved),
        _ => Vec::new(),
    }
}

fn lend(names: &Names, inputs: &Inputs, operand: Operand) -> Vec<Node> {
    let (name, class, dims) = match operand {
        Operand::Lhs => (names.a(), "a", &inputs.a),
        _ => (names.b(), "b", &inputs.b),
    };
    let one = Size::Known(1);
    let lent: Vec<Size> = match operand {
        Operand::Lhs => std::iter::once(one).chain(dims.iter().copied()).collect(),
        _ => dims.iter().copied().chain(std::iter::once(one)).collect(),
    };
    line(vec![span("", format!("{name} ")), span(class, text(dims)), span("", " → "), span("now", text(&lent))])
}

fn fold(inputs: &Inputs, operand: Operand, rows: usize) -> Vec<Node> {
    let (class, dims) = if operand == Operand::Lhs { ("a", &inputs.a) } else { ("b", &inputs.b) };
    let (front, last): (Vec<Size>, Size) = match (operand, &dims[..]) {
        (Operand::Lhs, [front @ .., last]) => (front.to_vec(), *last),
        (_, [front @ .., inner, last]) => (front.iter().copied().chain([*last]).collect(), *inner),
        _ => return Vec::new(),
    };
    let whole = front.iter().all(|size| size.known().is_some());
    let rows = if whole { rows.to_string() } else { "?".to_owned() };
    line(vec![
        span("", format!("{} = ", leading(&front))),
        span("now", rows.clone()),
        span("", " → "),
        span(class, format!("({rows}, {})", last.text())),
    ])
}

fn column(inputs: &Inputs, solved: &Solved, index: usize) -> Vec<Node> {
    let Some(column) = solved.columns().get(index) else { return Vec::new() };
    let size = |size: Option<Size>| size.unwrap_or(Size::Known(1)).text();
    let (x, y) = (size(told(&inputs.a, column.lhs)), size(told(&inputs.b, column.rhs)));
    let out = size_out(inputs, column).map(|size| size.text()).unwrap_or_default();
    if column.role == Role::Inner {
        return if solved.unsure.get(index) == Some(&true) {
            line(vec![span("a", x), span("", " ? "), span("b", y)])
        } else {
            sum(&x)
        };
    }
    match column.verdict {
        _ if solved.unsure.get(index) == Some(&true) => {
            line(vec![span("a", x), span("", " ? "), span("b", y), span("", " → "), span("out", out)])
        }
        Verdict::StretchLhs => line(vec![span("a", "1"), span("", " → "), span("now", out)]),
        Verdict::StretchRhs => line(vec![span("b", "1"), span("", " → "), span("now", out)]),
        _ => line(vec![span("a", x), span("", " = "), span("b", y), span("", " → "), span("out", out)]),
    }
}

/// C_ij = ∑ A_ip · B_pj, with p up to the inner size.
fn sum(inner: &str) -> Vec<Node> {
    let sub = |class: &'static str, letter: &'static str, index: &'static str| {
        Node::holding("msub", class, vec![Node::leaf("mi", "", letter), Node::leaf("mi", "", index)])
    };
    let from = Node::holding("mrow", "", vec![Node::leaf("mi", "", "p"), Node::op("="), Node::leaf("mn", "", "1")]);
    let sign = Node::holding("munderover", "", vec![Node::op("∑"), from, Node::leaf("mn", "now", inner.to_owned())]);
    let line =
        vec![sub("out", "C", "ij"), Node::op("="), sign, sub("a", "A", "ip"), Node::op("·"), sub("b", "B", "pj")];
    vec![Node::holding("math", "formula", line)]
}

fn result(names: &Names, inputs: &Inputs, solved: &Solved) -> Vec<Node> {
    let locale = names.locale;
    let Some(out) = &solved.out else { return Vec::new() };
    if inputs.op == Op::Softmax {
        return line(vec![span("a", text(&inputs.a)), span("", " → "), span("out", text(out))]);
    }
    let count: Option<usize> = out.iter().map(|size| size.known()).product();
    let count = count.map_or("?".to_owned(), grouped);
    let list = if out.len() > 1 { format!("{} = ", leading(out)) } else { String::new() };
    let entries = span("out", format!("{list}{}", say!(locale, shapes.entries, n = count)));
    let inner = solved.place(Role::Inner).and_then(|index| told(&inputs.a, solved.columns()[index].lhs));
    match inner {
        Some(inner) => line(vec![entries, span("", say!(locale, shapes.products_each, n = inner.text()))]),
        None => line(vec![entries]),
    }
}

/// `16,384`.
pub fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}
