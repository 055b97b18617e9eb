//! The lesson's address: `z`, `dim`, `temp`, `mode`, `prec`, `view`, `class`, `pair`, `grain`, `t`.

use super::inputs::{Inputs, Scores};
use super::model::{Opened, Softmax, View};
use crate::lesson::link::{self, Unlinkable};
use crate::route::{Address, BadKey};
use matwalk_core::number::{parse64, shortest64};
use matwalk_core::softmax::{Mode, Precision};
use matwalk_core::trace::Grain;

/// A mode's name.
pub fn mode_key(mode: Mode) -> &'static str {
    match mode {
        Mode::Stable => "stable",
        Mode::Naive => "naive",
    }
}

/// A type's name.
pub fn precision_key(precision: Precision) -> &'static str {
    match precision {
        Precision::F16 => "f16",
        Precision::F32 => "f32",
        Precision::F64 => "f64",
    }
}

/// A grain's name.
pub fn grain_key(grain: Grain) -> &'static str {
    match grain {
        Grain::Fine => "element",
        _ => "phase",
    }
}

/// What an address says, and the keys whose values could not be used.
pub fn read(address: &Address) -> (Opened, Vec<BadKey>) {
    let mut bad = Vec::new();
    let z = address.read("z", &mut bad, Scores::from_address);
    let z = z.unwrap_or_else(|| super::example::first().inputs.z);
    let mut inputs = Inputs::new(z);
    let n = |inputs: &Inputs| inputs.z.dims.get(inputs.dim.max(0) as usize).copied().unwrap_or(0);
    let dim = address.read("dim", &mut bad, |text| text.parse::<i64>().ok().filter(|dim| dim.abs() < 100));
    inputs.dim = dim.unwrap_or(inputs.dim);
    let temp = address.read("temp", &mut bad, |text| {
        parse64(text).ok().filter(|value| *value > 0.0 && value.is_finite()).map(shortest64)
    });
    inputs.temp = temp.unwrap_or(inputs.temp);
    let mode = |text: &str| [Mode::Stable, Mode::Naive].into_iter().find(|own| mode_key(*own) == text);
    inputs.mode = address.read("mode", &mut bad, mode).unwrap_or(inputs.mode);
    let precision = |text: &str| super::solved::PRECISIONS.into_iter().find(|own| precision_key(*own) == text);
    inputs.precision = address.read("prec", &mut bad, precision).unwrap_or(inputs.precision);
    let view = address.read("view", &mut bad, |text| View::ALL.into_iter().find(|own| own.key() == text));
    let most = if inputs.dim < 0 { usize::MAX } else { n(&inputs).max(1) };
    let place = |text: &str| text.parse::<usize>().ok().and_then(|n| n.checked_sub(1)).filter(|place| *place < most);
    let class = address.read("class", &mut bad, place);
    let pair = address.read("pair", &mut bad, |text| {
        let (a, b) = text.split_once('-')?;
        let pair = (place(a)?, place(b)?);
        (pair.0 != pair.1).then_some(pair)
    });
    let grain = address.read("grain", &mut bad, |text| match text {
        "element" => Some(Grain::Fine),
        "phase" => Some(Grain::Coarse),
        _ => None,
    });
    let view = view.unwrap_or_default();
    let t = address.read("t", &mut bad, link::read_step);
    let t = t.unwrap_or(if view == View::Ratio { usize::MAX } else { 0 });
    (Opened { inputs, view, grain, class: class.unwrap_or(0), pair, t }, bad)
}

/// The keys of what is shown now, all but `t`.
///
/// # Errors
/// Why it can't be in a link.
pub fn write(lesson: &Softmax) -> Result<Vec<(&'static str, String)>, Unlinkable> {
    let inputs = lesson.inputs();
    let temperature = inputs.temperature().map_err(|_| Unlinkable::Unreadable)?;
    let mut pairs = vec![
        ("z", inputs.z.to_address().ok_or(Unlinkable::Unreadable)?),
        ("dim", inputs.dim.to_string()),
        ("temp", shortest64(temperature)),
        ("mode", mode_key(inputs.mode).to_owned()),
        ("prec", precision_key(inputs.precision).to_owned()),
        ("view", lesson.view.key().to_owned()),
        ("class", (lesson.class + 1).to_string()),
        ("grain", grain_key(lesson.grain()).to_owned()),
    ];
    if let Some((a, b)) = lesson.pair {
        pairs.push(("pair", format!("{}-{}", a + 1, b + 1)));
    }
    Ok(pairs)
}
