//! From what a pasted text tells to shapes. What it does not tell stays unknown.

use super::inputs::{Inputs, Op, plain_bias};
use super::model::{Pending, Shapes};
use super::sizes::{Dims, Size, check};
use super::typed;
use crate::lesson::told::Told;
use crate::screen::Change;
use matwalk_errors::{About, At, Dim, Op as Read};
use std::sync::Arc;

/// The names of the tools that read another message of the same paste.
pub const OTHERS: [&str; 4] = ["other-0", "other-1", "other-2", "other-3"];

/// Takes what the reader made of the text that waits for it.
pub fn hear(shapes: &mut Shapes, told: Arc<Told>) -> Change {
    let Some(Pending { t, of, .. }) = shapes.pending.take() else { return Change::Nothing };
    let told = match of {
        Some((first, place)) => Arc::new(within(&first, place, &told)),
        None => told,
    };
    let next = inputs(&told).map(|next| Inputs { told: Some(told.clone()), ..next });
    match next {
        Some(next) => {
            shapes.old = is_older(&told.text).unwrap_or(shapes.old);
            shapes.open(next);
        }
        None => match beside(shapes, &told) {
            Some(next) => drop(shapes.open(next)),
            None => {
                shapes.heard = Some(told);
                shapes.t = shapes.solved.steps.len();
            }
        },
    }
    if let Some(t) = t {
        shapes.t = t.min(shapes.solved.steps.len());
    }
    Change::All
}

/// Whether a text has the older wording of PyTorch's message; `None` if it has neither.
pub fn is_older(text: &str) -> Option<bool> {
    text.contains("mat1 and mat2 shapes").then(|| !text.contains("mm: mat1"))
}

/// A message of a paste of which another one was read before: that one is offered in its place.
fn within(first: &Told, place: usize, told: &Told) -> Told {
    let mut others = first.others.clone();
    let own = others.get(place).map(|part| part.at.clone());
    if let Some(part) = others.get_mut(place) {
        *part = first.part();
    }
    Told { others, paste: first.paste.clone(), at: own.unwrap_or_default(), ..told.clone() }
}

/// Reads another message of the same paste, by the name of its tool.
pub fn other(shapes: &mut Shapes, name: &str) -> Change {
    let Some(place) = OTHERS.iter().position(|own| *own == name) else { return Change::Nothing };
    let Some(told) = shapes.panel().cloned() else { return Change::Nothing };
    let Some(text) = told.others.get(place).map(|part| Arc::from(part.text.as_str())) else { return Change::Nothing };
    shapes.pending = Some(Pending { text, t: None, of: Some((told, place)), linked: false });
    Change::All
}

/// The shapes that a person wrote around a message without any.
pub fn wrote(shapes: &Shapes) -> Option<Inputs> {
    let told = shapes.panel()?;
    let (a, b) = told.reading.wrote.as_ref()?;
    let op = if told.reading.op() == Read::None { Op::Matmul } else { op(told.reading.op())? };
    let next = Inputs { op, a: sizes(a)?, b: sizes(b)?, ..Inputs::default() };
    Some(Inputs { bias: plain_bias(&next.b), ..next })
}

/// The two shapes of a text without any message: `x: torch.Size([32, 784]), self.fc = nn.Linear(128, 10)`.
fn beside(shapes: &Shapes, told: &Told) -> Option<Inputs> {
    let says_so = ["Size(", ".shape", "Linear("].iter().any(|word| told.paste.contains(word));
    let silent = matches!(told.reading.about, None | Some(About::NoMessage | About::Unknown | About::UnknownShape));
    if !silent || !says_so {
        return None;
    }
    match &typed::shapes(&told.paste).ok()?[..] {
        [a, b] => Some(shapes.both(a, b)),
        _ => None,
    }
}

fn op(read: Read) -> Option<Op> {
    Some(match read {
        Read::Matmul => Op::Matmul,
        Read::Bmm => Op::Bmm,
        Read::Linear => Op::Linear,
        Read::Softmax => Op::Softmax,
        Read::Add => Op::Add,
        Read::None => return None,
    })
}

/// A told shape; `None` if it is more than is drawn.
fn sizes(shape: &matwalk_errors::Shape) -> Option<Dims> {
    let size = |dim: &Dim| match dim {
        Dim::Size(size) | Dim::Folded(size) => usize::try_from(*size).ok().map(Size::Known),
        Dim::Unknown => Some(Size::Unknown),
        Dim::More | Dim::Maybe => Some(Size::Any),
    };
    let dims: Dims = shape.0.iter().map(size).collect::<Option<_>>()?;
    check(&dims).is_ok().then_some(dims)
}

/// The inputs that a text tells; `None` if it is about none of the operations.
fn inputs(told: &Told) -> Option<Inputs> {
    let reading = &told.reading;
    let op = op(reading.op())?;
    // No size and no rank: only that there are dimensions to meet.
    let of_other_rank = |name: &str| told.text.contains(&format!("{name} must be a 3D tensor"));
    let batch = |name: &str| if of_other_rank(name) { vec![Size::Any] } else { vec![Size::Unknown; 3] };
    let (any_a, any_b) = match op {
        Op::Bmm => (batch("batch1"), batch("batch2")),
        Op::Linear => (vec![Size::Any, Size::Unknown], vec![Size::Unknown; 2]),
        Op::Matmul => (vec![Size::Any, Size::Unknown], vec![Size::Unknown, Size::Any]),
        Op::Softmax | Op::Add => (vec![Size::Any], vec![Size::Any]),
    };
    let told_or = |shape: &Option<matwalk_errors::Shape>, any: Dims| match shape {
        Some(shape) => sizes(shape),
        None => Some(any),
    };
    let mut a = told_or(&reading.a, any_a)?;
    // As PyTorch stores a weight: (out, in), whatever the library does.
    let b = match (&reading.b, &reading.weight, op) {
        (Some(b), _, Op::Linear) => sizes(&b.reversed())?,
        (None, Some(weight), Op::Linear) => sizes(weight)?,
        (b, _, _) => told_or(b, any_b)?,
    };
    // Which dimensions are contracted was not told, but the product calls them inner.
    let mut b = b;
    if let (Op::Matmul, None, Some(_), [Size::Any, x, Size::Any], [Size::Any, y, Size::Any]) =
        (op, reading.dim, reading.clash, &a[..], &b[..])
    {
        (a, b) = (vec![Size::Any, *x], vec![*y, Size::Any]);
    }
    // `mm: ` is what a layer without bias says.
    let without = told.text.contains("mm: mat1") && !told.text.contains("addmm: mat1");
    let bias = if op == Op::Linear && !without { plain_bias(&b) } else { None };
    let dim = match reading.dim {
        Some(At::One(dim)) if op == Op::Softmax => dim.clamp(-999, 999),
        _ => 0,
    };
    Some(Inputs { op, a, b, bias, dim, told: None, fixed: false })
}
