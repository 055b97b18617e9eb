//! Computes what a step's text says: sums, products, powers and the functions of the activation's own formulas, in f64.

use crate::activation::logistic;
use crate::elementary::{double, normal};

/// The value of a text; `get` gives that of a name. NaN where the text can't be read, which a test excludes.
pub(super) fn evaluate(text: &str, get: &dyn Fn(&str) -> f64) -> f64 {
    let mut reader = Reader { rest: text, get };
    let value = reader.sum();
    if reader.rest.trim().is_empty() { value } else { f64::NAN }
}

struct Reader<'a> {
    rest: &'a str,
    get: &'a dyn Fn(&str) -> f64,
}

impl Reader<'_> {
    fn take(&mut self, token: &str) -> bool {
        let trimmed = self.rest.trim_start();
        match trimmed.strip_prefix(token) {
            Some(after) => self.rest = after,
            None => return false,
        }
        true
    }

    fn sum(&mut self) -> f64 {
        let mut value = self.product();
        loop {
            if self.take("+") {
                value += self.product();
            } else if self.take("−") {
                value -= self.product();
            } else {
                return value;
            }
        }
    }

    fn product(&mut self) -> f64 {
        let mut value = self.power();
        loop {
            if self.take("·") {
                value *= self.power();
            } else if self.take("÷") || self.take("/") {
                value /= self.power();
            } else {
                return value;
            }
        }
    }

    fn power(&mut self) -> f64 {
        if self.take("−") {
            return -self.power();
        }
        let base = self.atom();
        if self.take("²") {
            base * base
        } else if self.take("³") {
            base * base * base
        } else {
            base
        }
    }

    fn atom(&mut self) -> f64 {
        if self.take("(") {
            return self.closed(")");
        }
        if self.take("|") {
            return self.closed("|").abs();
        }
        if self.take("e^{") {
            return double::exp(self.closed("}"));
        }
        if self.take("[") {
            let Some((key, after)) = self.rest.split_once(']') else { return f64::NAN };
            self.rest = after;
            let key = key.trim_end_matches('!');
            return match key.strip_prefix('-') {
                Some(key) => -(self.get)(key),
                None => (self.get)(key),
            };
        }
        for (name, function) in FUNCTIONS {
            if self.take(name) {
                let first = self.sum();
                let second = if self.take(",") { self.sum() } else { first };
                return if self.take(")") { function(first, second) } else { f64::NAN };
            }
        }
        self.number()
    }

    fn closed(&mut self, end: &str) -> f64 {
        let value = self.sum();
        if self.take(end) { value } else { f64::NAN }
    }

    fn number(&mut self) -> f64 {
        let text = self.rest.trim_start();
        let end = text.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(text.len());
        self.rest = &text[end..];
        crate::number::parse64(&text[..end]).unwrap_or(f64::NAN)
    }
}

/// A function of one or two values; one of one value gets it twice.
type Function = fn(f64, f64) -> f64;

const FUNCTIONS: [(&str, Function); 7] = [
    ("max(", |a, b| if a.is_nan() || b.is_nan() { f64::NAN } else { a.max(b) }),
    ("min(", |a, b| if a.is_nan() || b.is_nan() { f64::NAN } else { a.min(b) }),
    ("ln(", |a, _| double::ln(a)),
    ("tanh(", |a, _| double::tanh(a)),
    ("Φ(", |a, _| normal::distribution(a)),
    ("φ(", |a, _| normal::density(a)),
    ("σ(", |a, _| logistic::sigmoid(a)),
];
