//! The walk to f(x) and f'(x), one operation a step, as data: every step says its arithmetic once, as a text that is
//! both shown and computed.
//!
//! In such a text `^{…}` is an exponent, `[k]` stands for the value of the step `k` (`[x]` for x), `[k!]` for the same
//! without the parentheses that a negative number takes, `[-k!]` for its negative. Some constants have names too.

mod expression;

use super::Activation;
use expression::evaluate;

/// One operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// Its name in the texts of later steps; `f` and `d` are the last of the two walks.
    pub key: &'static str,
    /// The operation in symbols: `1 + e^{−x}`.
    pub symbols: &'static str,
    /// The operation with values, by where x stands; the first that fits counts, and the last fits always.
    cases: &'static [Case],
}

/// An operation for some x.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Case {
    /// Where it counts: strictly between two whole numbers; `None` for everywhere.
    between: Option<(i32, i32)>,
    /// What is shown.
    shown: &'static str,
    /// What is computed, where that is not what is shown: `[x!] > 0` gives 1.
    gives: Option<&'static str>,
}

/// No end of an interval.
pub(super) const NO_END: i32 = i32::MAX;

/// A step with one operation.
pub(super) const fn step(key: &'static str, symbols: &'static str, cases: &'static [Case]) -> Step {
    Step { key, symbols, cases }
}

/// An operation for every x that is left.
pub(super) const fn always(shown: &'static str) -> Case {
    Case { between: None, shown, gives: None }
}

/// An operation for x strictly between two whole numbers.
pub(super) const fn between(low: i32, high: i32, shown: &'static str) -> Case {
    Case { between: Some((low, high)), shown, gives: None }
}

impl Case {
    /// With a result that is not the value of what is shown.
    pub(super) const fn gives(self, result: &'static str) -> Case {
        Case { gives: Some(result), ..self }
    }

    fn fits(&self, x: f64) -> bool {
        let Some((low, high)) = self.between else { return true };
        (low == -NO_END || x > f64::from(low)) && (high == NO_END || x < f64::from(high))
    }
}

/// Both walks of a function.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ladder {
    /// To f(x).
    pub value: &'static [Step],
    /// From there to f'(x).
    pub derivative: &'static [Step],
}

/// Constants of the texts: SELU's λ and λα, and sqrt(2/π), 0.044715 and three times that of GELU's approximation.
const CONSTANTS: [(&str, f64); 5] = [
    ("L", 1.050_700_987_355_480_5),
    ("M", 1.758_099_340_847_376_8),
    ("K", 0.797_884_560_802_865_4),
    ("C", 0.044_715),
    ("G", 0.134_145),
];

/// A step at some x.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rung {
    /// The step.
    pub step: &'static Step,
    /// The operation with places for values.
    pub shown: &'static str,
    /// Whether what is shown is a condition that holds, and the value what it leads to.
    pub is_condition: bool,
    /// What the operation gives in f64.
    pub plain: f64,
    /// The value that counts: the same, but of the last of each walk what the core gives, which does not overflow and
    /// keeps its digits.
    pub value: f64,
}

/// All steps to f(x) and f'(x) at some x. NaN stays NaN in every one.
#[derive(Clone, Debug, PartialEq)]
pub struct Rungs {
    /// x.
    pub x: f64,
    /// The steps: first those to f(x), the last of which is at `value_len` - 1.
    pub all: Vec<Rung>,
    /// How many steps lead to f(x).
    pub value_len: usize,
}

impl Rungs {
    /// The value of a name in a text: x, a step, a constant. NaN for another name.
    pub fn get(&self, key: &str) -> f64 {
        if key == "x" {
            return self.x;
        }
        let own = self.all.iter().find(|rung| rung.step.key == key).map(|rung| rung.value);
        own.or_else(|| constant(key)).unwrap_or(f64::NAN)
    }

    /// The place of a step by its name.
    pub fn place(&self, key: &str) -> Option<usize> {
        self.all.iter().position(|rung| rung.step.key == key)
    }
}

/// A constant by its name in the texts.
pub fn constant(key: &str) -> Option<f64> {
    CONSTANTS.iter().find(|(name, _)| *name == key).map(|(_, value)| *value)
}

impl Activation {
    /// The walk to f(x) and f'(x).
    ///
    /// ```
    /// let sigmoid = matwalk_core::activation::by_id("sigmoid").unwrap();
    /// let rungs = sigmoid.rungs(1.0);
    /// assert_eq!((rungs.all.len(), rungs.value_len), (6, 4));
    /// assert_eq!(rungs.all[2].step.symbols, "1 + e^{−x}");
    /// assert_eq!(rungs.all[2].value, 1.0 + (-1f64).exp());
    /// ```
    pub fn rungs(&self, x: f64) -> Rungs {
        let value_len = self.ladder.value.len();
        let mut rungs = Rungs { x, all: Vec::new(), value_len };
        for step in self.ladder.value.iter().chain(self.ladder.derivative) {
            let Some(case) = step.cases.iter().find(|case| case.fits(x)).or(step.cases.last()) else { continue };
            let text = case.gives.unwrap_or(case.shown);
            let plain = if x.is_nan() { x } else { evaluate(text, &|key| rungs.get(key)) };
            let value = match step.key {
                _ if x.is_nan() => x,
                "f" => self.value64(x),
                "d" => self.derivative64(x),
                _ => plain,
            };
            let rung = Rung { step, shown: case.shown, is_condition: case.gives.is_some(), plain, value };
            rungs.all.push(rung);
        }
        rungs
    }
}

/// A piece of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// As it stands.
    Text(&'a str),
    /// The value of a name.
    Value {
        /// The name.
        key: &'a str,
        /// Whether a negative number takes no parentheses here.
        bare: bool,
        /// Whether its negative is meant.
        negated: bool,
    },
    /// An exponent begins.
    Up,
    /// It ends.
    Down,
}

/// A text of a step in pieces.
///
/// ```
/// use matwalk_core::activation::ladder::{Piece, pieces};
/// let found: Vec<Piece> = pieces("e^{[n!]}").collect();
/// let n = Piece::Value { key: "n", bare: true, negated: false };
/// assert_eq!(found, [Piece::Text("e"), Piece::Up, n, Piece::Down]);
/// ```
pub fn pieces(text: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = text;
    core::iter::from_fn(move || {
        let (piece, after) = if let Some(after) = rest.strip_prefix("^{") {
            (Piece::Up, after)
        } else if let Some(after) = rest.strip_prefix('}') {
            (Piece::Down, after)
        } else if let Some((key, after)) = rest.strip_prefix('[').and_then(|inside| inside.split_once(']')) {
            let (key, bare) = key.strip_suffix('!').map_or((key, false), |key| (key, true));
            let (key, negated) = key.strip_prefix('-').map_or((key, false), |key| (key, true));
            (Piece::Value { key, bare, negated }, after)
        } else if rest.is_empty() {
            return None;
        } else {
            let first = rest.chars().next().map_or(1, char::len_utf8);
            let end = rest[first..].find(['^', '}', '[']).map_or(rest.len(), |end| first + end);
            (Piece::Text(&rest[..end]), &rest[end..])
        };
        rest = after;
        Some(piece)
    })
}
