//! The lesson in the address: `view`, `f`, `x`, `lo`, `hi`, `depth`, `w`, `feed`, `ward`, `bias`, `centre`, `a`, `t`.

use super::functions;
use super::inputs::{A, BIAS, DEPTH, HI, Inputs, LO, MAX_DEPTH, MAX_MATRIX, MAX_WARD, Scalar, W, WARD, X};
use super::model::{Activation, Setup, View};
use crate::lesson::link::{self, Accept, Unlinkable};
use crate::route::{Address, BadKey};
use matwalk_core::activation::chain::Feed;
use matwalk_core::number::parse64;

/// What the neurons are taken from.
pub const ACCEPT_WARD: Accept = Accept { ranks: 2..=2, max: MAX_WARD };
/// What the function is applied to.
pub const ACCEPT_A: Accept = Accept { ranks: 0..=2, max: MAX_MATRIX };

/// The names of the feeds.
const FEEDS: [(&str, Feed); 2] = [("same", Feed::Same), ("forward", Feed::Forward)];

/// What an address says, with defaults for what it does not say, and the keys whose values could not be used.
pub fn read(address: &Address) -> (Setup, Vec<BadKey>) {
    let mut bad = Vec::new();
    let Setup { view: own_view, functions, feed, inputs, .. } = Setup::default();
    let number = |text: &str| parse64(text).ok();
    let finite = |text: &str| number(text).filter(|value: &f64| value.is_finite());
    let whole = |text: &str| text.parse().ok().filter(|depth: &usize| (1..=MAX_DEPTH).contains(depth));
    let view = address.read("view", &mut bad, |text| View::ALL.into_iter().find(|view| view.key() == text));
    let view = view.unwrap_or(own_view);
    let functions = address.read("f", &mut bad, functions::read).unwrap_or(functions);
    let x = address.read(X.0, &mut bad, number).map_or(inputs.x, Scalar::from);
    let ends = (address.read(LO.0, &mut bad, finite), address.read(HI.0, &mut bad, finite));
    let depth = address.read(DEPTH.0, &mut bad, whole).map_or(inputs.depth, |depth| (depth as f64).into());
    let w = address.read(W.0, &mut bad, number).map_or(inputs.w, Scalar::from);
    let known = |text: &str| FEEDS.iter().find(|(name, _)| *name == text).map(|(_, feed)| *feed);
    let feed = address.read("feed", &mut bad, known).unwrap_or(feed);
    let ward = address.read(WARD.0, &mut bad, |text| link::read_operand(text, &ACCEPT_WARD)).unwrap_or(inputs.ward);
    let bias = address.read(BIAS.0, &mut bad, number).map_or(inputs.bias, Scalar::from);
    let flag = |text: &str| match text {
        "1" => Some(true),
        "0" => Some(false),
        _ => None,
    };
    let centre = address.read("centre", &mut bad, flag).unwrap_or(false);
    let a = address.read(A.0, &mut bad, |text| link::read_operand(text, &ACCEPT_A)).unwrap_or(inputs.a);
    let t = address.read("t", &mut bad, link::read_step).unwrap_or(0);
    let mut setup = Setup { view, functions, feed, t, inputs: Inputs::default() };
    setup.inputs = Inputs { x, domain: None, w, depth, bias, centre, ward, a };
    let lesson = Activation::new(setup.clone());
    let own = lesson.own_domain();
    let domain = match ends {
        (None, None) => lesson.fitted(),
        (lo, hi) => Some((lo.unwrap_or(own.0), hi.unwrap_or(own.1))),
    };
    setup.inputs.domain = domain.map(|(lo, hi)| (lo.into(), hi.into()));
    if setup.inputs.domain.is_some() && setup.inputs.domain().is_none() {
        // Ends that stand in no order are no domain.
        let key = if address.get(HI.0).is_some() { HI.0 } else { LO.0 };
        bad.push(BadKey::new(key, address.get(key).unwrap_or_default()));
        setup.inputs.domain = None;
    }
    (setup, bad)
}

/// The keys of what is shown now, all but `t`.
///
/// # Errors
/// Why an operand can't be in a link.
pub fn write(lesson: &Activation) -> Result<Vec<(&'static str, String)>, Unlinkable> {
    let inputs = lesson.inputs();
    let number = |scalar: &Scalar| match scalar.read() {
        Ok(value) => Ok(super::digits::whole(value)),
        Err(_) => Err(Unlinkable::Unreadable),
    };
    let feed = FEEDS.iter().find(|(_, feed)| *feed == lesson.feed).map_or("same", |(name, _)| name);
    let mut pairs = vec![
        ("view", lesson.view.key().to_owned()),
        ("f", functions::write(&lesson.chosen)),
        (X.0, number(&inputs.x)?),
    ];
    if let Some((lo, hi)) = &inputs.domain {
        if inputs.domain().is_none() {
            return Err(Unlinkable::Unreadable);
        }
        pairs.extend([(LO.0, number(lo)?), (HI.0, number(hi)?)]);
    }
    match lesson.view {
        View::Curve => {}
        View::Chain => {
            let depth = inputs.depth().ok_or(Unlinkable::Unreadable)?;
            pairs.extend([(DEPTH.0, depth.to_string()), (W.0, number(&inputs.w)?), ("feed", feed.to_owned())]);
        }
        View::Ward => {
            pairs.extend([(WARD.0, link::write_operand(&inputs.ward)?), (BIAS.0, number(&inputs.bias)?)]);
            pairs.push(("centre", if inputs.centre { "1" } else { "0" }.to_owned()));
        }
        View::Matrix => pairs.push((A.0, link::write_operand(&inputs.a)?)),
    }
    Ok(pairs)
}
