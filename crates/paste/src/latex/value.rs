//! The exact number of a cell: a decimal, or a fraction of decimals.

/// Sign, numerator and denominator, each an unsigned decimal as text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Value {
    pub(super) negative: bool,
    pub(super) above: String,
    pub(super) below: Option<String>,
}

impl Value {
    pub(super) fn decimal(text: String) -> Value {
        Value { negative: false, above: text, below: None }
    }

    /// The text that a cell holds.
    pub(super) fn text(&self) -> String {
        let sign = if self.negative { "-" } else { "" };
        match &self.below {
            Some(below) => format!("{sign}{}/{below}", self.above),
            None => format!("{sign}{}", self.above),
        }
    }

    /// The quotient; fractions within fractions need whole numbers.
    pub(super) fn over(self, other: Value) -> Option<Value> {
        let negative = self.negative != other.negative;
        let (above, below) = match (self.below, other.below) {
            (None, None) => (self.above, other.above),
            (below, above) => (product(&self.above, above.as_deref())?, product(&other.above, below.as_deref())?),
        };
        Some(Value { negative, above, below: Some(below) })
    }

    /// A whole number and a fraction below it, `2\frac{1}{3}`.
    pub(super) fn plus_fraction(self, fraction: &Value) -> Option<Value> {
        let whole = |text: &str| text.parse::<u64>().ok();
        let (n, d) = (whole(&fraction.above)?, whole(fraction.below.as_deref()?)?);
        let above = whole(&self.above)?.checked_mul(d)?.checked_add(n)?;
        let plain = self.below.is_none() && !fraction.negative && n < d;
        plain.then(|| Value { negative: self.negative, above: above.to_string(), below: Some(d.to_string()) })
    }

    /// Times ten to a power.
    pub(super) fn scaled(self, power: i32) -> Option<Value> {
        let (mantissa, exponent) = self.above.split_once(['e', 'E']).unwrap_or((&self.above, "0"));
        let exponent = exponent.parse::<i32>().ok()?.checked_add(power)?;
        Some(Value { above: format!("{mantissa}e{exponent}"), ..self })
    }
}

/// The product of two whole numbers.
fn product(left: &str, right: Option<&str>) -> Option<String> {
    let Some(right) = right else { return Some(left.to_owned()) };
    left.parse::<u64>().ok()?.checked_mul(right.parse().ok()?).map(|product| product.to_string())
}
