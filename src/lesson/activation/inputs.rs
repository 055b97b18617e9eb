//! What a person can change and undo: x, the domain, the chain's weight and depth, the bias, two tensors.

use crate::lesson::operand::{Lie, Operand};
use crate::screen::Slot;
use matwalk_core::number::{NumberError, parse64};
use matwalk_core::{Shape, Tensor};

/// x.
pub const X: Slot = Slot("x");
/// The lower end of the domain.
pub const LO: Slot = Slot("lo");
/// The upper end.
pub const HI: Slot = Slot("hi");
/// The chain's weight.
pub const W: Slot = Slot("w");
/// The chain's number of layers.
pub const DEPTH: Slot = Slot("depth");
/// The bias of the neurons.
pub const BIAS: Slot = Slot("bias");
/// What the neurons get before the bias: (inputs, neurons).
pub const WARD: Slot = Slot("ward");
/// The tensor that the function is applied to.
pub const A: Slot = Slot("a");
/// The result of that.
pub const OUT: Slot = Slot("out");

/// The most inputs and the most neurons.
pub const MAX_WARD: usize = 8;
/// The most rows and columns of the matrix.
pub const MAX_MATRIX: usize = 16;
/// The most layers.
pub const MAX_DEPTH: usize = 30;

/// A number as it is typed: a text that can't be read stays, and the value must not be used then.
#[derive(Clone, Debug, PartialEq)]
pub struct Scalar {
    value: f64,
    typed: Option<String>,
}

impl From<f64> for Scalar {
    fn from(value: f64) -> Scalar {
        Scalar { value, typed: None }
    }
}

impl Scalar {
    /// What a text says.
    pub fn typed(text: &str) -> Scalar {
        let value = parse64(text).unwrap_or(f64::NAN);
        let plain = super::digits::whole(value) == text.trim();
        Scalar { value, typed: (!plain).then(|| text.to_owned()) }
    }

    /// The value, or why the text can't be read.
    ///
    /// # Errors
    /// What the core says of the text.
    pub fn read(&self) -> Result<f64, NumberError> {
        self.typed.as_deref().map_or(Ok(self.value), parse64)
    }

    /// The text: as typed, else the shortest form of the value.
    pub fn text(&self) -> String {
        self.typed.clone().unwrap_or_else(|| super::digits::whole(self.value))
    }
}

/// All of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Inputs {
    /// x.
    pub x: Scalar,
    /// The ends of the domain, if they were chosen.
    pub domain: Option<(Scalar, Scalar)>,
    /// The chain's weight.
    pub w: Scalar,
    /// The chain's number of layers, as typed.
    pub depth: Scalar,
    /// The bias of the neurons.
    pub bias: Scalar,
    /// Whether the inputs of the neurons are centred.
    pub centre: bool,
    /// What the neurons get before the bias.
    pub ward: Operand,
    /// What the function is applied to.
    pub a: Operand,
}

impl Default for Inputs {
    fn default() -> Inputs {
        Inputs {
            x: 1.0.into(),
            domain: None,
            w: 1.0.into(),
            depth: 10.0.into(),
            bias: 0.0.into(),
            centre: false,
            ward: matrix(4, 6, &WARD_VALUES),
            a: matrix(2, 3, &[-2., 1., -0.5, 0.5, -1., 2.]),
        }
    }
}

/// Two of six neurons are dead; one of them wakes at a small bias. The fourth has a z of exactly 0.
const WARD_VALUES: [f32; 24] = [
    -1., -3., 2., -1.5, -0.3, 1., 1., -3., 2.5, 0., -0.9, -1., -1., -2., 1.25, -1.25, -0.1, 1., 2.5, -3.5, 3.25, 1.,
    -1.45, -2.5,
];

/// A matrix of these values: as many as it holds.
pub fn matrix(rows: usize, cols: usize, values: &[f32]) -> Operand {
    let tensor = Shape::matrix(rows, cols).ok().and_then(|shape| Tensor::new(shape, values.to_vec()).ok());
    // Every call in this folder writes as many values as the shape holds: a test opens each example.
    Operand::from(tensor.expect("as many values as the shape holds"))
}

/// The decimal that a cell shows, in f64: -0.1, not the f32 next to it.
pub fn value64(operand: &Operand, index: usize) -> Option<f64> {
    if index < operand.shape().numel() { parse64(&operand.text(index)).ok() } else { None }
}

impl Inputs {
    /// The number in a slot.
    pub fn scalar(&self, slot: Slot) -> Option<&Scalar> {
        match slot {
            X => Some(&self.x),
            W => Some(&self.w),
            DEPTH => Some(&self.depth),
            BIAS => Some(&self.bias),
            LO => self.domain.as_ref().map(|(lo, _)| lo),
            HI => self.domain.as_ref().map(|(_, hi)| hi),
            _ => None,
        }
    }

    /// The same with another number in a slot; `domain` stands for the end that was not chosen.
    #[must_use]
    pub fn with_scalar(&self, slot: Slot, scalar: Scalar, domain: (f64, f64)) -> Inputs {
        let mut next = self.clone();
        let (lo, hi) = next.domain.clone().unwrap_or((domain.0.into(), domain.1.into()));
        match slot {
            X => next.x = scalar,
            W => next.w = scalar,
            DEPTH => next.depth = scalar,
            BIAS => next.bias = scalar,
            LO => next.domain = Some((scalar, hi)),
            HI => next.domain = Some((lo, scalar)),
            _ => {}
        }
        next
    }

    /// The tensor in a slot.
    pub fn operand(&self, slot: Slot) -> Option<&Operand> {
        match slot {
            WARD => Some(&self.ward),
            A => Some(&self.a),
            _ => None,
        }
    }

    /// The same with another tensor in a slot.
    #[must_use]
    pub fn with(&self, slot: Slot, operand: Operand) -> Inputs {
        match slot {
            WARD => Inputs { ward: operand, ..self.clone() },
            A => Inputs { a: operand, ..self.clone() },
            _ => self.clone(),
        }
    }

    /// x, if it can be read.
    pub fn x(&self) -> Option<f64> {
        self.x.read().ok()
    }

    /// The weight, if it can be read.
    pub fn w(&self) -> Option<f64> {
        self.w.read().ok()
    }

    /// The number of layers; `None` if the text is no whole number from 1 to [`MAX_DEPTH`].
    pub fn depth(&self) -> Option<usize> {
        let depth = self.depth.read().ok()?;
        (depth.fract() == 0.0 && depth >= 1.0 && depth <= MAX_DEPTH as f64).then_some(depth as usize)
    }

    /// The ends of the domain that were chosen, if both can be read and stand in their order.
    pub fn domain(&self) -> Option<(f64, f64)> {
        let (lo, hi) = self.domain.as_ref()?;
        let (lo, hi) = (lo.read().ok()?, hi.read().ok()?);
        (lo < hi && lo.is_finite() && hi.is_finite() && (hi - lo).is_finite()).then_some((lo, hi))
    }

    /// Rows and columns of a tensor; a vector lies.
    pub fn sizes(&self, slot: Slot) -> (usize, usize) {
        self.operand(slot).map_or((0, 0), |operand| operand.paper(Lie::Row))
    }

    /// z of a neuron over all inputs: centred if that is chosen, with the bias. `None` where a cell, or the bias, can't be
    /// read; centring needs all cells of the column.
    pub fn column(&self, col: usize) -> Vec<Option<f64>> {
        let (rows, cols) = self.sizes(WARD);
        if col >= cols {
            return Vec::new();
        }
        let own: Vec<Option<f64>> = (0..rows).map(|row| value64(&self.ward, row * cols + col)).collect();
        let all: Option<f64> = own.iter().copied().sum();
        let mean = if self.centre { all.map(|sum| sum / rows.max(1) as f64) } else { Some(0.0) };
        let Some((mean, bias)) = mean.zip(self.bias.read().ok()) else { return vec![None; rows] };
        own.into_iter().map(|z| z.map(|z| tidy(z - mean + bias))).collect()
    }

    /// The neurons with what centring and bias add to them inside, as they are shown: where one is typed into.
    #[must_use]
    pub fn settled(&self) -> Inputs {
        if !self.centre && self.bias.read() == Ok(0.0) {
            return self.clone();
        }
        let (rows, cols) = self.sizes(WARD);
        let columns: Vec<Vec<Option<f64>>> = (0..cols).map(|col| self.column(col)).collect();
        let mut ward = self.ward.clone();
        for index in 0..rows * cols {
            if let Some(z) = columns[index % cols.max(1)][index / cols.max(1)] {
                ward = ward.with_text(index, &matwalk_core::number::shortest(z as f32));
            }
        }
        Inputs { ward, centre: false, bias: 0.0.into(), ..self.clone() }
    }
}

/// Without the last bits that sums of decimals leave behind: 0, not 2.8e-17.
pub fn tidy(value: f64) -> f64 {
    let rounded = (value * 1e12).round() / 1e12;
    if rounded.is_finite() && (rounded - value).abs() < 1e-12 { rounded } else { value }
}
