//! Examples: each opens where it makes its point.

use super::inputs::{Inputs, Scores};
use super::model::{Opened, View};
use crate::say;
use crate::words::Locale;
use matwalk_core::softmax::{Mode, Precision};

/// An example of the lesson.
pub struct Example {
    /// A stable name for tests and scripts.
    pub key: &'static str,
    /// Its name.
    pub label: fn(Locale) -> String,
    dims: &'static [usize],
    values: &'static [f64],
    mode: Mode,
    precision: Precision,
    dim: Option<i64>,
    view: View,
    /// How many steps are finished; `usize::MAX` for all.
    t: usize,
}

impl Example {
    /// The state that it opens.
    pub fn opened(&self) -> Opened {
        let z = Scores { dims: self.dims.to_vec(), ..Scores::vector(self.values) };
        let mut inputs = Inputs { mode: self.mode, precision: self.precision, ..Inputs::new(z) };
        inputs.dim = self.dim.unwrap_or(inputs.dim);
        Opened { view: self.view, t: self.t, ..Opened::new(inputs) }
    }
}

/// The state that the lesson opens in.
pub fn first() -> Opened {
    EXAMPLES[0].opened()
}

const END: usize = usize::MAX;
const MASK: f64 = f64::NEG_INFINITY;

const BASE: Example = Example {
    key: "",
    label: |_| String::new(),
    dims: &[],
    values: &[],
    mode: Mode::Stable,
    precision: Precision::F32,
    dim: None,
    view: View::Prob,
    t: 0,
};

macro_rules! example {
    ($key:literal, $label:expr, $dims:expr, $values:expr $(, $field:ident = $value:expr)*) => {
        Example { key: $key, label: $label, dims: &$dims, values: &$values, $($field: $value,)* ..BASE }
    };
}

/// All of them; the first is the default.
pub static EXAMPLES: &[Example] = &[
    example!("first", |locale| say!(locale, softmax.ex_first), [4], [1., 3., 2., -1.]),
    example!("thousand", |_| "1000, 1001, 1002".into(), [3], [1000., 1001., 1002.], mode = Mode::Naive, t = 1),
    example!("wall", |_| "88, 89, 90".into(), [3], [88., 89., 90.], mode = Mode::Naive, t = 2),
    example!(
        "half",
        |_| "11.1, 0 · f16".into(),
        [2],
        [11.1, 0.],
        mode = Mode::Naive,
        precision = Precision::F16,
        t = 1
    ),
    example!("mask", |locale| say!(locale, softmax.ex_mask), [4], [2., 1., MASK, 0.], t = END),
    example!("twice", |locale| say!(locale, softmax.ex_twice), [4], [1., 0., 0., 0.], view = View::Log, t = END),
    example!("matrix", |locale| say!(locale, softmax.ex_matrix), [2, 3], [1., 2., 3., 3., 3., 3.], t = END),
    example!("vanish", |_| "−1000, −1001, −1002".into(), [3], [-1000., -1001., -1002.], mode = Mode::Naive, t = END),
    example!("equal", |locale| say!(locale, softmax.ex_equal), [10], [0.; 10], view = View::Log, t = END),
    example!("digits", |_| "100000001, …2, …3".into(), [3], [100000001., 100000002., 100000003.]),
    example!("lost", |_| "0, −104".into(), [2], [0., -104.], view = View::Log, t = END),
    example!("two", |locale| say!(locale, softmax.ex_two), [2], [2., 0.], t = END),
    example!(
        "twelve",
        |locale| say!(locale, softmax.ex_twelve),
        [12],
        [0.5, 2., -1., 1.5, 3., 0., -2., 1., 2.5, -0.5, 4., 0.5],
        t = END
    ),
    example!("dim", |_| "dim = 2".into(), [2, 3], [1., 2., 3., 3., 3., 3.], dim = Some(2)),
];
