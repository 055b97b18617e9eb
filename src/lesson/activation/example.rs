//! Examples by name; each opens one reading where it makes its point.

use super::functions;
use super::inputs::{Inputs, matrix};
use super::model::{Setup, View};
use crate::say;
use crate::words::Locale;
use matwalk_core::activation::chain::Feed;

/// An example of the lesson.
pub struct Example {
    /// A stable name for tests and scripts.
    pub key: &'static str,
    /// Its name.
    pub label: fn(Locale) -> String,
    view: View,
    functions: &'static [&'static str],
    x: f64,
    domain: Option<(f64, f64)>,
    /// Whether it opens at its end.
    at_end: bool,
    change: fn(&mut Setup),
}

impl Example {
    /// The state it opens.
    pub fn setup(&self) -> Setup {
        let inputs = Inputs {
            x: self.x.into(),
            domain: self.domain.map(|(lo, hi)| (lo.into(), hi.into())),
            ..Inputs::default()
        };
        let t = if self.at_end { usize::MAX } else { 0 };
        let functions = functions::of(self.functions);
        let mut setup = Setup { view: self.view, functions, feed: Feed::Same, inputs, t };
        (self.change)(&mut setup);
        setup
    }
}

const fn of(
    key: &'static str,
    label: fn(Locale) -> String,
    view: View,
    functions: &'static [&'static str],
    x: f64,
) -> Example {
    Example { key, label, view, functions, x, domain: None, at_end: true, change: |_| {} }
}

const THREE: &[&str] = &functions::DEFAULT;
const TWO: &[&str] = &["sigmoid", "tanh"];

/// All examples; the first six are in sight.
pub static EXAMPLES: [Example; 9] = [
    Example { at_end: false, ..of("three", |locale| say!(locale, activation.ex_three), View::Curve, THREE, 1.0) },
    Example {
        domain: Some((-8.0, 8.0)),
        ..of("saturated", |locale| say!(locale, activation.ex_saturated), View::Curve, TWO, 6.0)
    },
    of("quarter", |locale| say!(locale, activation.ex_quarter), View::Chain, TWO, 0.0),
    of("dead", |locale| say!(locale, activation.ex_dead), View::Ward, &["relu"], 1.0),
    Example {
        change: |setup| setup.inputs.centre = true,
        ..of("centred", |locale| say!(locale, activation.ex_centred), View::Ward, &["relu"], 1.0)
    },
    of("mean", |locale| say!(locale, activation.ex_mean), View::Matrix, THREE, 1.0),
    Example {
        change: |setup| {
            setup.inputs.w = 2.0.into();
            setup.feed = Feed::Forward;
        },
        ..of("forward", |locale| say!(locale, activation.ex_forward), View::Chain, &["tanh", "relu"], 1.0)
    },
    Example {
        domain: Some((-4.0, 4.0)),
        ..of("downhill", |locale| say!(locale, activation.ex_downhill), View::Curve, &["gelu", "relu"], -1.5)
    },
    Example {
        domain: Some((-8.0, 70.0)),
        change: |setup| setup.inputs.a = matrix(2, 2, &[22., 28., 49., 64.]),
        ..of("applied", |locale| say!(locale, activation.ex_product), View::Matrix, TWO, 22.0)
    },
];
