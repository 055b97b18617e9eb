//! What can be done about an error: each was tried by the rule before it is offered.

use super::inputs::{Inputs, Op};
use super::names::{Names, turn_code};
use super::origin::Origins;
use super::sizes::{Dims, Size, dims, text, turned};
use super::solved::Solved;
use crate::lesson::order::in_order;
use crate::say;
use matwalk_core::Shape;
use matwalk_core::fix::{self, Change, Fix};
use matwalk_core::rule::Operand;

/// How many are offered.
pub const MOST: usize = 3;

/// A fix, or a choice of dim.
#[derive(Clone, Debug, PartialEq)]
pub struct Offer {
    /// What it does.
    pub title: String,
    /// As code.
    pub code: String,
    /// What comes of it.
    pub result: String,
    /// The inputs afterwards.
    pub inputs: Inputs,
    /// Whether this is how it is now.
    pub chosen: bool,
    /// Where the sizes come from.
    pub origins: Origins,
}

/// What is offered: fixes of what fails, and the dims of a softmax. None that would depend on a size that nobody told.
pub fn offers(names: &Names, inputs: &Inputs, solved: &Solved) -> Vec<Offer> {
    if inputs.op == Op::Softmax {
        return super::dims::softmax(names, inputs, solved);
    }
    let mut list = List { names, inputs, offers: Vec::new() };
    if inputs.op == Op::Add && inputs.a.contains(&Size::Any) {
        list.put_as(
            say!(names.locale, shapes.fix_batch),
            "a @ b".into(),
            batch_of_products(inputs),
            String::new(),
            Origins::same(inputs),
        );
    }
    if solved.checks.passes || !inputs.is_whole() {
        return list.offers;
    }
    let (a, b) = (solved.a, solved.b);
    list.folded();
    list.unflattened();
    let fixes = match inputs.op {
        Op::Matmul => fix::matmul(a, b),
        Op::Bmm => fix::bmm(a, b),
        Op::Linear => fix::linear(a, b, inputs.added().and_then(|bias| super::sizes::whole(bias))),
        Op::Add => fix::add(a, b),
        Op::Softmax => Vec::new(),
    };
    for (index, fix) in fixes.into_iter().enumerate() {
        if index == 1 {
            list.matmul();
        }
        list.core(fix, a, b);
    }
    list.matmul();
    // The model before a size of x.
    let is_size = |offer: &Offer| offer.code.starts_with("x: ");
    in_order(&mut list.offers, |a, b| !is_size(a) && is_size(b));
    list.offers.truncate(MOST);
    list.offers
}

struct List<'a> {
    names: &'a Names,
    inputs: &'a Inputs,
    offers: Vec<Offer>,
}

impl List<'_> {
    /// Offers the inputs if they run, and if nothing offered before leads there too.
    fn put(&mut self, title: String, code: String, next: Inputs, origins: Origins) {
        let solved = Solved::of(&next);
        let Some(out) = solved.out else { return };
        self.put_as(title, code, next, text(&out), origins);
    }

    fn put_as(&mut self, title: String, code: String, next: Inputs, result: String, origins: Origins) {
        let same = |offer: &Offer| (&offer.inputs.a, &offer.inputs.b, offer.inputs.op) == (&next.a, &next.b, next.op);
        if self.offers.iter().all(|offer| !same(offer) || offer.inputs.bias != next.bias) {
            let result = if result.is_empty() { result } else { format!("→ {result}") };
            self.offers.push(Offer { title, code, result, inputs: next, chosen: false, origins });
        }
    }

    fn next(&self) -> Inputs {
        Inputs { told: None, fixed: true, ..self.inputs.clone() }
    }

    /// A message shows x only folded into rows: was it (n, …, width), not yet flattened?
    fn folded(&mut self) {
        let (Op::Linear, [Size::Known(rows), Size::Known(width)], [_, Size::Known(inputs)]) =
            (self.inputs.op, &self.inputs.a[..], &self.inputs.b[..])
        else {
            return;
        };
        let (rows, width, inputs) = (*rows, *width, *inputs);
        if width == 0 || inputs <= width || inputs % width != 0 || rows == 0 || rows % (inputs / width) != 0 {
            return;
        }
        let batch = rows / (inputs / width);
        let title = say!(self.names.locale, shapes.fix_was, batch = batch, width = width);
        let next = Inputs { a: dims(&[batch, inputs]), ..self.next() };
        self.put(title, "x.flatten(1)".into(), next, Origins::same(self.inputs));
    }

    /// One row that is as long as several samples: the batch was flattened too.
    fn unflattened(&mut self) {
        let (Op::Linear, [Size::Known(1), Size::Known(all)], [_, Size::Known(inputs)]) =
            (self.inputs.op, &self.inputs.a[..], &self.inputs.b[..])
        else {
            return;
        };
        if *inputs < 2 || all <= inputs || all % inputs != 0 {
            return;
        }
        let next = Inputs { a: dims(&[all / inputs, *inputs]), ..self.next() };
        let title = say!(self.names.locale, shapes.fix_unflatten);
        self.put(title, format!("x.reshape(-1, {inputs})"), next, Origins::same(self.inputs));
    }

    /// What bmm refuses matmul may do.
    fn matmul(&mut self) {
        if self.inputs.op == Op::Bmm {
            let next = Inputs { op: Op::Matmul, ..self.next() };
            let origins = Origins::same(self.inputs);
            self.put(say!(self.names.locale, shapes.fix_matmul), "a @ b".into(), next, origins);
        }
    }

    fn core(&mut self, fix: Fix, a: Shape, b: Shape) {
        let names = self.names;
        let (new_a, new_b) = fix.apply_shapes(a, b);
        let mut next = Inputs { a: dims(new_a.dims()), b: dims(new_b.dims()), ..self.next() };
        if let Some(bias) = self.inputs.added().and_then(|bias| super::sizes::whole(bias)) {
            next.bias = Some(dims(fix.apply_bias_shape(bias).dims()));
        }
        let origins = Origins::of(&fix, names, self.inputs, &next);
        let (title, code) = match fix {
            Fix::Swap => (say!(names.locale, shapes.fix_swap), names.call_swapped(self.inputs)),
            Fix::Edit(edits) => {
                let told: Vec<(String, String)> =
                    edits.iter().map(|(target, change)| told(names, self.inputs, target, change)).collect();
                match &told[..] {
                    [one] => one.clone(),
                    all => (
                        say!(names.locale, shapes.fix_all),
                        all.iter().map(|(_, code)| code.clone()).collect::<Vec<_>>().join("; "),
                    ),
                }
            }
        };
        self.put(title, code, next, origins);
    }
}

/// Title and code of one change.
fn told(names: &Names, inputs: &Inputs, target: Operand, change: Change) -> (String, String) {
    let locale = names.locale;
    let (name, old): (&str, &[Size]) = match target {
        Operand::Lhs => (names.a(), &inputs.a),
        Operand::Rhs => (names.b(), &inputs.b),
        Operand::Bias => ("bias", inputs.bias.as_deref().unwrap_or_default()),
    };
    match change {
        Change::Transpose => (say!(locale, shapes.fix_transpose, name = name), turn_code(name, old.len())),
        Change::Expand(new) => {
            let keep = old.len().min(new.rank());
            let sizes: Vec<String> = new
                .dims()
                .iter()
                .enumerate()
                .map(|(index, size)| {
                    let same = (new.rank() - index <= keep)
                        && old.get(old.len() + index - new.rank()) == Some(&Size::Known(*size));
                    if same { "-1".to_owned() } else { size.to_string() }
                })
                .collect();
            (say!(locale, shapes.fix_expand, name = name), format!("{name}.expand({})", sizes.join(", ")))
        }
        Change::Reshape(new) => reshaped(names, name, old, new),
        Change::Resize(new) => match (inputs.op, target, new.dims()) {
            (Op::Linear, Operand::Rhs, [outputs, width]) => {
                (say!(locale, shapes.fix_layer), format!("nn.Linear({width}, {outputs})"))
            }
            (Op::Linear, Operand::Lhs, _) => {
                (say!(locale, shapes.fix_width), format!("x: {}", text(&dims(new.dims()))))
            }
            _ => (say!(locale, shapes.fix_size, name = name), format!("{name}: {}", text(&dims(new.dims())))),
        },
    }
}

fn reshaped(names: &Names, name: &str, old: &[Size], new: Shape) -> (String, String) {
    let locale = names.locale;
    let new = dims(new.dims());
    // A dimension of size 1 more.
    let place = (0..new.len()).rev().find(|&place| {
        let mut less = new.clone();
        less.remove(place) == Size::Known(1) && less == old
    });
    if let Some(place) = place {
        let back = place + 1 == new.len();
        let title = match back {
            true => say!(locale, shapes.fix_one_behind, name = name),
            false => say!(locale, shapes.fix_one, name = name, dim = place),
        };
        return (title, format!("{name}.unsqueeze({})", if back { "-1".to_owned() } else { place.to_string() }));
    }
    if new.len() == 2 && old.len() > 2 && new.first() == old.first() {
        return (say!(locale, shapes.fix_flatten), format!("{name}.flatten(1)"));
    }
    if let ([_], [_, last]) = (old, &new[..]) {
        return (say!(locale, shapes.fix_unflatten), format!("{name}.reshape(-1, {})", last.text()));
    }
    let sizes: Vec<String> = new.iter().map(|size| size.text()).collect();
    (say!(locale, shapes.fix_reshape, name = name), format!("{name}.reshape({})", sizes.join(", ")))
}

/// The same text may come from a batch of products: then what clashes is a batch dimension.
fn batch_of_products(inputs: &Inputs) -> Inputs {
    let matrices = |dims: &[Size]| dims.iter().copied().chain([Size::Unknown, Size::Unknown]).collect::<Dims>();
    Inputs { op: Op::Matmul, a: matrices(&inputs.a), b: matrices(&inputs.b), fixed: false, ..inputs.clone() }
}

/// The transposed shape, as the tools make it.
pub fn transposed(inputs: &Inputs, slot: crate::screen::Slot) -> Option<Inputs> {
    Some(inputs.with(slot, turned(inputs.get(slot)?)))
}
