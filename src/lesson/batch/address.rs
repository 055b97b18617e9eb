//! The lesson in the address: `op`, `a`, `b`, `grain`, `front`, `workers`, `view`, `edge`, `t`.

use super::example::EXAMPLES;
use super::inputs::{A, B, Inputs, MAX_PAIRS, MAX_SIZE, Op};
use super::measured::EDGES;
use super::model::{Batch, Reading};
use crate::lesson::link::{self, Accept, Unlinkable};
use crate::lesson::operand::Operand;
use crate::route::{Address, BadKey};
use matwalk_core::trace::Grain;

/// What an address says; defaults stand in for what it does not say.
pub struct Linked {
    /// The operands.
    pub inputs: Inputs,
    /// How much a tick does.
    pub grain: Grain,
    /// The pair in front, if one was picked.
    pub front: Option<usize>,
    /// Whether the batch has one worker only.
    pub alone: bool,
    /// What is read.
    pub reading: Reading,
    /// The size that is measured, as its place in the list.
    pub edge: usize,
    /// How many ticks of the loop are finished, or the place of N.
    pub t: Option<usize>,
}

/// The name of a grain in the address.
pub fn grain_key(grain: Grain) -> &'static str {
    match grain {
        Grain::Fine => "cell",
        Grain::Coarse => "pair",
    }
}

fn stack(text: &str) -> Option<Operand> {
    let operand = link::read_operand(text, &Accept { ranks: 3..=3, max: MAX_PAIRS })?;
    operand.shape().dims()[1..].iter().all(|&size| size <= MAX_SIZE).then_some(operand)
}

/// What an address says, and the keys whose values could not be used.
pub fn read(address: &Address) -> (Linked, Vec<BadKey>) {
    let mut bad = Vec::new();
    let default = EXAMPLES[0].inputs();
    let named = |name: &str| Op::ALL.into_iter().find(|op| op.key() == name);
    let op = address.read("op", &mut bad, named).unwrap_or_default();
    let a = address.read(A.0, &mut bad, stack).unwrap_or(default.a);
    let b = address.read(B.0, &mut bad, stack).unwrap_or(default.b);
    let named = |name: &str| Grain::ALL.into_iter().find(|grain| grain_key(*grain) == name);
    let grain = address.read("grain", &mut bad, named).unwrap_or_default();
    let inputs = Inputs { a, b, op };
    let pairs = inputs.pairs();
    let pair = |text: &str| text.parse::<usize>().ok().filter(|pair| (1..=pairs).contains(pair)).map(|pair| pair - 1);
    let front = address.read("front", &mut bad, pair);
    let one = |text: &str| (text == "1").then_some(true);
    let alone = address.read("workers", &mut bad, one).unwrap_or(false);
    let view = |name: &str| match name {
        "steps" => Some(Reading::Steps),
        "measure" => Some(Reading::Measure),
        _ => None,
    };
    let reading = address.read("view", &mut bad, view).unwrap_or_default();
    let size = |text: &str| EDGES.iter().position(|edge| edge.to_string() == text);
    let edge = address.read("edge", &mut bad, size).unwrap_or(0);
    let t = address.read("t", &mut bad, link::read_step);
    (Linked { inputs, grain, front, alone, reading, edge, t }, bad)
}

/// The keys of what is shown now, all but `t`.
///
/// # Errors
/// Why an operand can't be in a link.
pub fn write(batch: &Batch) -> Result<Vec<(&'static str, String)>, Unlinkable> {
    let inputs = batch.inputs();
    let mut pairs = vec![
        ("op", inputs.op.key().to_owned()),
        (A.0, link::write_operand(&inputs.a)?),
        (B.0, link::write_operand(&inputs.b)?),
        ("grain", grain_key(batch.grain).to_owned()),
    ];
    if let Some(front) = batch.picked {
        pairs.push(("front", (front + 1).to_string()));
    }
    if batch.reading == Reading::Measure {
        pairs.push(("view", "measure".to_owned()));
        pairs.push(("edge", EDGES[batch.edge].to_string()));
    }
    if batch.alone {
        pairs.push(("workers", "1".to_owned()));
    }
    Ok(pairs)
}
