//! What can be done where there is no product.

use super::inputs::{A, B, Inputs, MAX_PAIRS, MAX_SIZE, Op, Refusal, sizes};
use crate::lesson::operand::Operand;
use crate::lesson::order::in_order;
use crate::lesson::terms::shape_text;
use crate::say;
use crate::screen::board::{Fix as Chip, Problem};
use crate::screen::{Hue, Slot, hued, words};
use crate::words::Locale;
use matwalk_core::Shape;
use matwalk_core::fix::{self, Change, Fix};
use matwalk_core::rule::Operand as Target;

/// A fix, and what comes of it.
pub struct Offer {
    /// A stable name.
    pub key: String,
    /// The fix as code.
    pub code: String,
    /// What kind it is.
    kind: Kind,
    /// The operands afterwards.
    pub inputs: Inputs,
}

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Matmul,
    Expand,
    Transpose(Slot),
    Resize(Slot),
    /// More sheets: those there are, once more from the first on.
    Repeat(Slot),
    /// The first sheets only.
    Keep(Slot),
    Other,
}

/// The fixes, best first: each leads to a product that the lesson can show.
pub fn offered(inputs: &Inputs) -> Vec<Offer> {
    if inputs.plan().is_ok() {
        return Vec::new();
    }
    let mut offers = Vec::new();
    let stretched = Inputs { op: Op::Matmul, ..inputs.clone() };
    if inputs.op == Op::Bmm && stretched.plan().is_ok() {
        let code = "torch.matmul(A, B)".to_owned();
        offers.push(Offer { key: "matmul".into(), code, kind: Kind::Matmul, inputs: stretched });
    }
    let (a, b) = (inputs.a.shape(), inputs.b.shape());
    let found = match inputs.op {
        Op::Bmm => fix::bmm(a, b),
        Op::Matmul => fix::matmul(a, b),
    };
    let mut rest: Vec<Offer> = found.iter().filter_map(|fix| offer(inputs, fix)).collect();
    let rank = |offer: &Offer| match offer.kind {
        Kind::Matmul | Kind::Expand => 0,
        Kind::Transpose(B) => 1,
        Kind::Transpose(_) => 2,
        Kind::Repeat(_) | Kind::Keep(_) => 3,
        Kind::Resize(_) => 4,
        Kind::Other => 5,
    };
    in_order(&mut rest, |a, b| rank(a) < rank(b));
    offers.extend(rest);
    // The same change with other sizes is another fix.
    for place in 1..offers.len() {
        let (before, rest) = offers.split_at_mut(place);
        let same = before.iter().filter(|other| other.key.starts_with(&rest[0].key)).count();
        if same > 0 {
            rest[0].key = format!("{}-{}", rest[0].key, same + 1);
        }
    }
    offers
}

fn offer(inputs: &Inputs, fix: &Fix) -> Option<Offer> {
    let Fix::Edit(edits) = fix else { return None };
    let mut changes = edits.iter();
    let (target, change) = changes.next()?;
    if changes.next().is_some() {
        return None;
    }
    let (a, b) = (inputs.a.shape(), inputs.b.shape());
    let (new_a, new_b) = fix.apply_shapes(a, b);
    let fits = |shape: Shape| match *shape.dims() {
        [batch, rows, cols] => batch <= MAX_PAIRS && rows <= MAX_SIZE && cols <= MAX_SIZE,
        _ => false,
    };
    if !fits(new_a) || !fits(new_b) {
        return None;
    }
    // Sheets that are lacking are the same ones again: zeros would be others.
    let repeats = |old: Shape, new: Shape| old.dims()[1..] == new.dims()[1..] && old.dims()[0] < new.dims()[0];
    let moved = |operand: &Operand, target, shape: Shape| match shape == operand.shape() && change != Change::Transpose
    {
        true => operand.clone(),
        false if matches!(change, Change::Resize(_)) && repeats(operand.shape(), shape) => {
            operand.remap(shape, |index| index.checked_rem(operand.shape().numel()))
        }
        false => operand.remap(shape, |index| fix.source(target, a, b, index).map(|source| source.index)),
    };
    let next = Inputs {
        a: if target == Target::Lhs { moved(&inputs.a, Target::Lhs, new_a) } else { inputs.a.clone() },
        b: if target == Target::Rhs { moved(&inputs.b, Target::Rhs, new_b) } else { inputs.b.clone() },
        op: inputs.op,
    };
    let (slot, name, shape) = if target == Target::Rhs { (B, "B", new_b) } else { (A, "A", new_a) };
    let (kind, code) = match change {
        Change::Transpose => (Kind::Transpose(slot), format!("{name}.transpose(1, 2)")),
        Change::Expand(_) => (Kind::Expand, format!("{name}.expand({}, -1, -1)", shape.dims()[0])),
        Change::Reshape(_) => (Kind::Other, format!("{name}.reshape{}", shape_text(shape.dims()))),
        Change::Resize(_) => {
            let old = if slot == B { b } else { a };
            let (had, has) = (old.dims()[0], shape.dims()[0]);
            match old.dims()[1..] == shape.dims()[1..] {
                true if has < had => (Kind::Keep(slot), format!("{name}[:{has}]")),
                true if had > 0 && has % had == 0 => {
                    (Kind::Repeat(slot), format!("{name}.repeat({}, 1, 1)", has / had))
                }
                true if had > 0 => {
                    let sheets: Vec<String> = (0..has).map(|sheet| (sheet % had).to_string()).collect();
                    (Kind::Repeat(slot), format!("{name}[[{}]]", sheets.join(", ")))
                }
                _ => (Kind::Resize(slot), String::new()),
            }
        }
    };
    let key = format!("{}-{}", change.name(), target.name());
    next.plan().ok()?;
    Some(Offer { key, code, kind, inputs: next })
}

/// PyTorch's text, the reason, and what can be done.
pub fn problem(locale: Locale, inputs: &Inputs, refusal: &Refusal) -> Problem {
    let chips = offered(inputs).into_iter().take(3).map(|offer| chip(locale, offer)).collect();
    Problem { message: refusal.message(), marked: Vec::new(), reason: words(&reason(locale, inputs)), fixes: chips }
}

/// Whether every matrix has a partner: then a row of A and a column of B are of unlike length.
pub fn pairs_up(inputs: &Inputs) -> bool {
    let ([a, ..], [b, ..]) = (sizes(&inputs.a), sizes(&inputs.b));
    a == b || inputs.op == Op::Matmul && (a == 1 || b == 1)
}

fn reason(locale: Locale, inputs: &Inputs) -> String {
    let ([a, _, k], [b, l, _]) = (sizes(&inputs.a), sizes(&inputs.b));
    let (sheets_a, sheets_b) = (hued(Hue::A, a), hued(Hue::B, b));
    match (pairs_up(inputs), inputs.op) {
        (true, _) => say!(locale, batch.why_inner, k = hued(Hue::A, k), l = hued(Hue::B, l)),
        (false, Op::Bmm) => say!(locale, batch.why_bmm, a = sheets_a, b = sheets_b),
        (false, Op::Matmul) => say!(locale, batch.why_matmul, a = sheets_a, b = sheets_b),
    }
}

fn chip(locale: Locale, offer: Offer) -> Chip {
    let name = |slot: Slot| if slot == B { "B" } else { "A" };
    let dims =
        |slot: Slot| offer.inputs.get(slot).map(|operand| shape_text(operand.shape().dims())).unwrap_or_default();
    let sheets = |slot: Slot| offer.inputs.get(slot).map_or(0, |operand| sizes(operand)[0]);
    let label = match offer.kind {
        Kind::Matmul => say!(locale, batch.fix_matmul),
        Kind::Expand => say!(locale, batch.fix_expand),
        Kind::Transpose(slot) => say!(locale, batch.fix_transpose, name = name(slot)),
        Kind::Repeat(slot) => say!(locale, batch.fix_repeat, name = name(slot), n = sheets(slot)),
        Kind::Keep(slot) if sheets(slot) == 1 => say!(locale, batch.fix_keep_one, name = name(slot)),
        Kind::Keep(slot) => say!(locale, batch.fix_keep, name = name(slot), n = sheets(slot)),
        Kind::Resize(slot) => say!(locale, fix.resize, name = name(slot), shape = dims(slot)),
        Kind::Other => say!(locale, batch.fix_reshape),
    };
    let out = offer.inputs.plan().map(|plan| say!(locale, fix.result, shape = shape_text(plan.out.dims())));
    Chip { key: offer.key, label, result: out.unwrap_or_default(), code: offer.code, chosen: false }
}
