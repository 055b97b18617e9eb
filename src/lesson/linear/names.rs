//! How the numbers of the layer are named: `x₃`, `y₂`, `W₃₂` on paper, `weight[1, 2]` in code.

use super::model::{Form, Linear};
use crate::screen::{Cx, Node};
use crate::words::Locale;

/// What the names depend on.
#[derive(Clone, Copy, Debug)]
pub struct Names {
    /// The language.
    pub locale: Locale,
    /// What indices count from on paper.
    pub base: usize,
    /// How the layer is written.
    pub form: Form,
}

impl Names {
    /// The names for a state and a page.
    pub fn new(linear: &Linear, cx: &Cx) -> Names {
        Names { locale: cx.locale, base: cx.base, form: linear.form }
    }

    /// An index as a subscript: `₁₂`.
    fn sub(&self, index: usize) -> String {
        let digit = |c: char| c.to_digit(10).and_then(|digit| char::from_u32('₀' as u32 + digit)).unwrap_or(c);
        (index + self.base).to_string().chars().map(digit).collect()
    }

    /// `x₃`.
    pub fn x(&self, input: usize) -> String {
        format!("x{}", self.sub(input))
    }

    /// `y₂`.
    pub fn y(&self, output: usize) -> String {
        format!("y{}", self.sub(output))
    }

    /// `b₂`.
    pub fn b(&self, output: usize) -> String {
        format!("b{}", self.sub(output))
    }

    /// `W₃₂`: from x₃ to y₂, as on paper in both forms.
    pub fn weight(&self, output: usize, input: usize) -> String {
        format!("W{}{}", self.sub(input), self.sub(output))
    }

    /// In code: `W[2, 1]` where it is stored as (in, out), `weight[1, 2]` where as (out, in).
    pub fn weight_code(&self, output: usize, input: usize) -> String {
        match self.form {
            Form::Math => format!("W[{input}, {output}]"),
            Form::Torch => format!("weight[{output}, {input}]"),
        }
    }

    /// In the corner of its cell.
    pub fn weight_corner(&self, output: usize, input: usize) -> String {
        match self.form {
            Form::Math => self.weight(output, input),
            Form::Torch => format!("[{output},{input}]"),
        }
    }

    /// The bias in code.
    pub fn bias_word(&self) -> &'static str {
        match self.form {
            Form::Math => "b",
            Form::Torch => "bias",
        }
    }

    /// `y₂` in a formula.
    pub fn y_math(&self, output: usize) -> Node {
        // A subscript of MathML under a small letter reaches below the line's box.
        Node::leaf("mi", "out", self.y(output))
    }
}
