//! The lesson in the address: `x`, `w`, `b`, `form`, `view`, `test`, `grain`, `t`.

use super::example::EXAMPLES;
use super::inputs::{B, Inputs, MAX_SAMPLES, MAX_WIDTH, W, X};
use super::model::{Form, Linear, Reading};
use super::probe::Test;
use crate::lesson::link::{self, Accept, Unlinkable};
use crate::lesson::operand::Operand;
use crate::route::{Address, BadKey};
use matwalk_core::trace::Grain;

/// What an address says; defaults stand in for what it does not say.
pub struct Linked {
    /// The operands.
    pub inputs: Inputs,
    /// Which way the layer is written.
    pub form: Form,
    /// What is read of it.
    pub reading: Reading,
    /// Whether a 1 is appended to the input.
    pub augmented: bool,
    /// Which test of linearity.
    pub test: Test,
    /// How much a step does.
    pub grain: Grain,
    /// How many steps are finished.
    pub t: usize,
}

/// The name of a grain in the address.
pub fn grain_key(grain: Grain) -> &'static str {
    match grain {
        Grain::Fine => "term",
        Grain::Coarse => "cell",
    }
}

fn matrix(text: &str, ranks: std::ops::RangeInclusive<usize>) -> Option<Operand> {
    link::read_operand(text, &Accept { ranks, max: MAX_WIDTH })
}

/// What an address says, and the keys whose values could not be used.
pub fn read(address: &Address) -> (Linked, Vec<BadKey>) {
    let mut bad = Vec::new();
    let default = EXAMPLES[0].inputs();
    let named = |name: &str| Form::ALL.into_iter().find(|form| form.key() == name);
    let form = address.read("form", &mut bad, named).unwrap_or_default();
    let samples = |x: &Operand| x.is_vector() || x.shape().dims()[0] <= MAX_SAMPLES;
    let x = address.read(X.0, &mut bad, |text| matrix(text, 1..=2).filter(samples));
    let weight = address.read(W.0, &mut bad, |text| matrix(text, 2..=2)).map(|w| form.stored(&w));
    let weight = weight.unwrap_or(default.weight);
    let outputs = weight.shape().dims()[0];
    let bias = |text: &str| match text {
        "none" => Some(None),
        _ => matrix(text, 1..=1).filter(|bias| bias.shape().numel() == outputs).map(Some),
    };
    let own = default.bias.filter(|bias| bias.shape().numel() == outputs);
    let bias = address.read(B.0, &mut bad, bias).unwrap_or(own);
    let view = |name: &str| match name {
        "plain" => Some((Reading::Walk, false)),
        "augmented" => Some((Reading::Walk, true)),
        "probe" => Some((Reading::Probe, false)),
        _ => None,
    };
    let (reading, augmented) = address.read("view", &mut bad, view).unwrap_or_default();
    let named = |name: &str| Test::ALL.into_iter().find(|test| test.key() == name);
    let test = address.read("test", &mut bad, named).unwrap_or_default();
    let named = |name: &str| Grain::ALL.into_iter().find(|grain| grain_key(*grain) == name);
    let grain = address.read("grain", &mut bad, named).unwrap_or_default();
    let t = address.read("t", &mut bad, link::read_step).unwrap_or(0);
    let inputs = Inputs { x: x.unwrap_or(default.x), weight, bias };
    (Linked { inputs, form, reading, augmented, test, grain, t }, bad)
}

/// The keys of what is shown now, all but `t`.
///
/// # Errors
/// Why an operand can't be in a link.
pub fn write(linear: &Linear) -> Result<Vec<(&'static str, String)>, Unlinkable> {
    let Inputs { x, weight, bias } = linear.inputs();
    let bias = bias.as_ref().map_or(Ok("none".to_owned()), link::write_operand)?;
    let view = match (linear.reading, linear.augmented) {
        (Reading::Probe, _) => "probe",
        (_, true) => "augmented",
        (_, false) => "plain",
    };
    let mut pairs = vec![
        (X.0, link::write_operand(x)?),
        (W.0, link::write_operand(&linear.form.stored(weight))?),
        (B.0, bias),
        ("form", linear.form.key().to_owned()),
        ("view", view.to_owned()),
        ("grain", grain_key(linear.grain).to_owned()),
    ];
    if linear.reading == Reading::Probe {
        pairs.push(("test", linear.test.key().to_owned()));
    }
    Ok(pairs)
}
