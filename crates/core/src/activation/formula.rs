//! Formulas as data: a tree that can be written as MathML, TeX or plain text.

use core::fmt::{self, Write};

/// A piece of a formula. A slice of pieces is a row, read from left to right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Math {
    /// A number as it is printed: `<mn>`.
    Num(&'static str),
    /// A variable, set in italics: `<mi>`.
    Var(&'static str),
    /// The name of a function or constant, set upright: `<mi mathvariant="normal">`.
    Name(&'static str),
    /// An operator or relation: `<mo>`.
    Op(&'static str),
    /// Numerator and denominator: `<mfrac>`.
    Frac(&'static [Math], &'static [Math]),
    /// Base and exponent: `<msup>`.
    Sup(&'static [Math], &'static [Math]),
    /// A square root: `<msqrt>`.
    Sqrt(&'static [Math]),
    /// Between parentheses.
    Paren(&'static [Math]),
    /// Between bars.
    Abs(&'static [Math]),
    /// Values and where each holds: a large left brace and an `<mtable>` of two columns.
    Cases(&'static [(&'static [Math], &'static [Math])]),
}

/// A formula for a value and one for its derivative, both of x.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Formula {
    /// f(x).
    pub value: &'static [Math],
    /// f'(x).
    pub derivative: &'static [Math],
}

impl Formula {
    /// The value as TeX, without the dollars.
    ///
    /// ```
    /// let softsign = matwalk_core::activation::by_id("softsign").unwrap();
    /// assert_eq!(softsign.formula.tex(), r"\frac{x}{1 + \left|x\right|}");
    /// ```
    pub fn tex(&self) -> String {
        tex(self.value)
    }

    /// The value as plain text that a calculator reads.
    ///
    /// ```
    /// let softsign = matwalk_core::activation::by_id("softsign").unwrap();
    /// assert_eq!(softsign.formula.text(), "x / (1 + |x|)");
    /// ```
    pub fn text(&self) -> String {
        text(self.value)
    }
}

/// A row as TeX, without the dollars.
pub fn tex(row: &[Math]) -> String {
    let mut out = String::new();
    // Writing to a String does not fail.
    let _ = write_tex(&mut out, row);
    out
}

/// A row as plain text.
pub fn text(row: &[Math]) -> String {
    let mut out = String::new();
    // Writing to a String does not fail.
    let _ = write_text(&mut out, row);
    out
}

/// Whether an operator stands between two operands with spaces around it: not at the start of a row, where it is a
/// sign.
fn spaced(op: &str, first: bool) -> bool {
    !first && op != "·"
}

fn write_tex(out: &mut String, row: &[Math]) -> fmt::Result {
    for (i, piece) in row.iter().enumerate() {
        match *piece {
            Math::Num(s) => out.write_str(s)?,
            Math::Var(s) => out.write_str(s)?,
            Math::Name(s) => match s {
                "π" => out.write_str(r"\pi")?,
                "Φ" => out.write_str(r"\Phi")?,
                "φ" => out.write_str(r"\varphi")?,
                "σ" => out.write_str(r"\sigma")?,
                "α" => out.write_str(r"\alpha")?,
                "λ" => out.write_str(r"\lambda")?,
                "max" | "min" | "tanh" | "ln" => write!(out, r"\{s}")?,
                _ => write!(out, r"\operatorname{{{s}}}")?,
            },
            Math::Op(s) => {
                let tex = match s {
                    "·" => r"\,",
                    "−" => "-",
                    "≤" => r"\le",
                    "≥" => r"\ge",
                    _ => s,
                };
                if spaced(s, i == 0) {
                    write!(out, " {tex} ")?;
                } else {
                    out.write_str(tex)?;
                }
            }
            Math::Frac(a, b) => write!(out, r"\frac{{{}}}{{{}}}", tex(a), tex(b))?,
            Math::Sup(a, b) => write!(out, "{}^{{{}}}", tex(a), tex(b))?,
            Math::Sqrt(a) => write!(out, r"\sqrt{{{}}}", tex(a))?,
            Math::Paren(a) => write!(out, r"\left({}\right)", tex(a))?,
            Math::Abs(a) => write!(out, r"\left|{}\right|", tex(a))?,
            Math::Cases(rows) => {
                out.write_str(r"\begin{cases}")?;
                for (i, (value, when)) in rows.iter().enumerate() {
                    let end = if i + 1 < rows.len() { r" \\ " } else { "" };
                    write!(out, "{} & {}{end}", tex(value), tex(when))?;
                }
                out.write_str(r"\end{cases}")?;
            }
        }
    }
    Ok(())
}

/// Whether a row is one piece that needs no parentheses as an operand.
fn is_atom(row: &[Math]) -> bool {
    matches!(row, [Math::Num(_) | Math::Var(_) | Math::Name(_) | Math::Paren(_) | Math::Abs(_) | Math::Sqrt(_)])
        || matches!(row, [Math::Sup(..)])
}

fn write_operand(out: &mut String, row: &[Math]) -> fmt::Result {
    if is_atom(row) { write_text(out, row) } else { write!(out, "({})", text(row)) }
}

fn write_text(out: &mut String, row: &[Math]) -> fmt::Result {
    for (i, piece) in row.iter().enumerate() {
        match *piece {
            Math::Num(s) | Math::Var(s) | Math::Name(s) => out.write_str(s)?,
            Math::Op(s) if spaced(s, i == 0) => {
                let comma = s == ",";
                write!(out, "{}{s} ", if comma { "" } else { " " })?;
            }
            Math::Op("·") => out.write_str(" · ")?,
            Math::Op(s) => out.write_str(s)?,
            Math::Frac(a, b) => {
                write_operand(out, a)?;
                out.write_str(" / ")?;
                write_operand(out, b)?;
            }
            Math::Sup(a, b) => {
                write_operand(out, a)?;
                out.write_str("^")?;
                write_operand(out, b)?;
            }
            Math::Sqrt(a) => write!(out, "√({})", text(a))?,
            Math::Paren(a) => write!(out, "({})", text(a))?,
            Math::Abs(a) => write!(out, "|{}|", text(a))?,
            Math::Cases(rows) => {
                for (i, (value, when)) in rows.iter().enumerate() {
                    let end = if i + 1 < rows.len() { "; " } else { "" };
                    write!(out, "{} if {}{end}", text(value), text(when))?;
                }
            }
        }
    }
    Ok(())
}
