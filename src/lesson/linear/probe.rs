//! Is the layer linear? Three functions are tested: the products alone, with the bias, and with ReLU behind the products.

use super::inputs::Inputs;
use matwalk_core::Shape;
use matwalk_core::Tensor;
use matwalk_core::op;

/// What a linear function would have to keep.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Test {
    /// f(x + x′) = f(x) + f(x′).
    #[default]
    Sum,
    /// f(3x) = 3 f(x).
    Triple,
    /// f(−x) = −f(x).
    Negative,
}

impl Test {
    /// All, in the order shown.
    pub const ALL: [Test; 3] = [Test::Sum, Test::Triple, Test::Negative];

    /// Its name in the address.
    pub fn key(self) -> &'static str {
        match self {
            Test::Sum => "sum",
            Test::Triple => "3",
            Test::Negative => "-1",
        }
    }

    /// The factor, of the tests with one.
    pub fn factor(self) -> f32 {
        match self {
            Test::Sum => 1.0,
            Test::Triple => 3.0,
            Test::Negative => -1.0,
        }
    }

    /// How many steps: one a row of the table.
    pub fn steps(self) -> usize {
        if self == Test::Sum { 4 } else { 3 }
    }
}

/// Which function.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Function {
    /// Wᵀx.
    Products,
    /// Wᵀx + b.
    Biased,
    /// ReLU(Wᵀx).
    Cut,
}

/// What became of a function's test.
#[derive(Clone, Debug, PartialEq)]
pub enum Verdict {
    /// The same, to the bit.
    Equal,
    /// The same up to rounding.
    Rounded,
    /// Different, by so much.
    Off(Vec<f32>),
}

/// A row of the table: what is put in, where something is, and what the three functions make.
#[derive(Clone, Debug)]
pub struct Row {
    /// What is put in; `None` for what is made from the rows above.
    pub input: Option<Vec<f32>>,
    /// What comes out of each function.
    pub out: [Vec<f32>; 3],
}

/// The whole table.
#[derive(Clone, Debug)]
pub struct Table {
    /// The rows, in the order of the steps.
    pub rows: Vec<Row>,
    /// How each function's last two rows compare.
    pub verdicts: [Verdict; 3],
}

/// The functions, in the order shown.
pub const FUNCTIONS: [Function; 3] = [Function::Products, Function::Biased, Function::Cut];

impl Table {
    /// The test of a layer; `None` where a number can't be read or the shapes make no layer.
    pub fn of(inputs: &Inputs, test: Test) -> Option<Table> {
        let sizes = inputs.sizes();
        if !inputs.is_sound() || inputs.plan().is_err() || sizes.samples == 0 {
            return None;
        }
        let x = inputs.x.tensor().data();
        let first = x[..sizes.width].to_vec();
        // Without a second sample: small whole numbers, one of which is negative.
        let second = x.get(sizes.width..2 * sizes.width).map_or_else(
            || (0..sizes.width).map(|index| if index % 2 == 0 { 2.0 } else { -1.0 }).collect(),
            <[f32]>::to_vec,
        );
        let add = |a: &[f32], b: &[f32]| a.iter().zip(b).map(|(a, b)| a + b).collect::<Vec<f32>>();
        let times = |values: &[f32]| values.iter().map(|value| value * test.factor()).collect::<Vec<f32>>();
        let row = |input: Vec<f32>| Row {
            out: FUNCTIONS.map(|function| apply(inputs, function, &input)),
            input: Some(input),
        };
        let mut rows = vec![row(first.clone())];
        if test == Test::Sum {
            rows.push(row(second.clone()));
            let (a, b) = (&rows[0].out, &rows[1].out);
            let sums = [0, 1, 2].map(|function| add(&a[function], &b[function]));
            rows.push(Row { input: None, out: sums });
            rows.push(row(add(&first, &second)));
        } else {
            let made = [0, 1, 2].map(|function| times(&rows[0].out[function]));
            rows.push(Row { input: None, out: made });
            rows.push(row(times(&first)));
        }
        let last = &rows[rows.len() - 2..];
        let verdicts = [0, 1, 2].map(|function| verdict(&last[0].out[function], &last[1].out[function]));
        Some(Table { rows, verdicts })
    }
}

fn apply(inputs: &Inputs, function: Function, x: &[f32]) -> Vec<f32> {
    let made = || {
        let x = Tensor::new(Shape::vector(x.len()).ok()?, x.to_vec()).ok()?;
        let bias = inputs.bias.as_ref().filter(|_| function == Function::Biased);
        op::linear(&x, inputs.weight.tensor(), bias.map(|bias| bias.tensor().as_ref())).ok()
    };
    let mut out = made().map(Tensor::into_data).unwrap_or_default();
    if function == Function::Cut {
        // A NaN stays one.
        out.iter_mut().filter(|value| **value < 0.0).for_each(|value| *value = 0.0);
    }
    out
}

fn verdict(wanted: &[f32], got: &[f32]) -> Verdict {
    let same = |a: f32, b: f32| a == b || a.is_nan() && b.is_nan();
    if wanted.iter().zip(got).all(|(a, b)| same(*a, *b)) {
        return Verdict::Equal;
    }
    let near = |a: f32, b: f32| same(a, b) || (a - b).abs() <= 1e-5 * a.abs().max(b.abs());
    if wanted.iter().zip(got).all(|(a, b)| near(*a, *b)) {
        return Verdict::Rounded;
    }
    Verdict::Off(wanted.iter().zip(got).map(|(a, b)| a - b).collect())
}
