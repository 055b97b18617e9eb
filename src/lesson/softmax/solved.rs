//! What follows from the inputs: the groups that each become probabilities, all their numbers, and what first went wrong.

use super::inputs::Inputs;
use matwalk_core::rule::{self, SoftmaxError, SoftmaxPlan};
use matwalk_core::softmax::{self, Mode, Options, Phases, Precision};
use matwalk_core::trace::softmax::Phase;

/// Where a number is not what it should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A score is NaN from the beginning.
    Given,
    /// A finite score is more than the type holds: it is stored as inf.
    Outside,
    /// Different scores have become equal in this type.
    Merged,
    /// A difference without a value: inf − inf.
    Undefined,
    /// e^x is more than the type holds.
    Overflow,
    /// The sum is more than the type holds.
    SumOverflow,
    /// e^x is less than the type's smallest number.
    Vanished,
    /// An addend changed nothing.
    Lost,
}

/// The first number of a group that is not what it should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Trouble {
    /// What happened.
    pub kind: Kind,
    /// To which element.
    pub element: usize,
}

/// One softmax: a vector, or a row or column of a matrix.
#[derive(Clone, Debug)]
pub struct Group {
    /// Its cells in the scores, in order.
    pub cells: Vec<usize>,
    /// The scores as typed; 0 where one can't be read.
    pub typed: Vec<f64>,
    /// The scores as the type stores them.
    pub stored: Vec<f64>,
    /// Everything that is computed from them.
    pub phases: Phases,
    /// ln S, as log-softmax subtracts it.
    pub log_sum: f64,
    /// The log-softmax.
    pub logs: Vec<f64>,
    /// Whether a score or the temperature can't be read: then no result may be shown.
    pub blocked: bool,
    /// The first number that is not what it should be.
    pub trouble: Option<Trouble>,
    /// What makes results inf, NaN or 0, first cause first: without what only costs digits.
    pub causes: Vec<Trouble>,
}

/// The largest of some scores; NaN if one of them is NaN, as in PyTorch.
pub fn highest(scores: &[f64]) -> f64 {
    scores
        .iter()
        .copied()
        .fold(f64::NEG_INFINITY, |highest, score| if score > highest || score.is_nan() { score } else { highest })
}

impl Group {
    /// Whether the sum is a number above 0, so that heights have a scale.
    pub fn is_good(&self) -> bool {
        self.phases.sum.is_finite() && self.phases.sum > 0.0
    }

    /// The element with the largest probability; the first of several.
    pub fn top(&self) -> Option<usize> {
        let p = &self.phases.quotients;
        (0..p.len()).filter(|i| !p[*i].is_nan()).reduce(|best, i| if p[i] > p[best] { i } else { best })
    }

    /// Whether the probabilities add up to 1, as near as the type comes to it.
    pub fn adds_up(&self) -> bool {
        is_one(self.total())
    }

    /// The sum of the probabilities, in the type.
    pub fn total(&self) -> f64 {
        let precision = self.phases.options.precision;
        self.phases.quotients.iter().fold(0.0, |sum, p| precision.round(sum + p))
    }
}

/// Whether a sum is 1 but for what rounding in the narrowest type makes of it.
pub fn is_one(sum: f64) -> bool {
    (sum - 1.0).abs() < 0.02
}

/// How the six ways to compute come out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// As in exact arithmetic, nearly.
    Right,
    /// A NaN.
    NaN,
    /// More than 0.005 off.
    Wrong,
}

/// All that follows from the inputs.
#[derive(Clone, Debug)]
pub struct Solved {
    /// How the groups lie, or why there is no such dimension.
    pub plan: Result<SoftmaxPlan, SoftmaxError>,
    /// The groups; none while the dimension is wrong.
    pub groups: Vec<Group>,
    /// How it was computed.
    pub options: Options,
    /// By mode (stable, naive) and type.
    pub outcomes: [[Outcome; 3]; 2],
}

/// The types, narrowest first.
pub const PRECISIONS: [Precision; 3] = [Precision::F16, Precision::F32, Precision::F64];
/// The two ways.
pub const MODES: [Mode; 2] = [Mode::Stable, Mode::Naive];

impl Solved {
    /// Computes everything.
    pub fn of(inputs: &Inputs) -> Solved {
        let plan = rule::softmax(inputs.z.shape(), inputs.dim);
        let temperature = inputs.temperature();
        let options =
            Options { precision: inputs.precision, mode: inputs.mode, temperature: temperature.unwrap_or(1.0) };
        let mut groups = Vec::new();
        if let Ok(plan) = plan
            && plan.len > 0
        {
            for outer in 0..plan.outer {
                for inner in 0..plan.inner {
                    let cells = (0..plan.len).map(|i| (outer * plan.len + i) * plan.inner + inner).collect();
                    groups.push(group(inputs, cells, options, temperature.is_err()));
                }
            }
        }
        let outcome = |mode: Mode, precision: Precision| outcome(&groups, Options { mode, precision, ..options });
        let outcomes = MODES.map(|mode| PRECISIONS.map(|precision| outcome(mode, precision)));
        Solved { plan, groups, options, outcomes }
    }

    /// Whether there is nothing to compute.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many elements each group has.
    pub fn len(&self) -> usize {
        self.groups.first().map_or(0, |group| group.cells.len())
    }
}

fn group(inputs: &Inputs, cells: Vec<usize>, options: Options, no_temperature: bool) -> Group {
    let blocked = no_temperature || cells.iter().any(|cell| inputs.z.value(*cell).is_none());
    let typed: Vec<f64> = cells.iter().map(|cell| inputs.z.value(*cell).unwrap_or(0.0)).collect();
    let stored: Vec<f64> = typed.iter().map(|z| options.precision.round(*z)).collect();
    let phases = phases(&typed, options);
    let (log_sum, logs) = (phases.log_sum(), phases.log_softmax());
    let all = if blocked { Vec::new() } else { troubles(&typed, &stored, &phases) };
    let trouble = all.first().copied();
    let causes = all.into_iter().filter(|trouble| !matches!(trouble.kind, Kind::Merged | Kind::Lost)).collect();
    Group { cells, typed, stored, phases, log_sum, logs, blocked, trouble, causes }
}

/// The core's phases. Its largest score leaves NaN out, PyTorch's is NaN as soon as one score is: then so is all that
/// follows. The probabilities are the same.
fn phases(typed: &[f64], options: Options) -> Phases {
    let mut phases = softmax::phases(typed, options);
    if options.mode == Mode::Stable && typed.iter().any(|z| z.is_nan()) {
        let nan = vec![f64::NAN; typed.len()];
        (phases.max, phases.sum) = (Some(f64::NAN), f64::NAN);
        (phases.shifted, phases.exps, phases.partial_sums) = (nan.clone(), nan.clone(), nan);
    }
    phases
}

/// What went wrong, in the order in which it matters.
fn troubles(typed: &[f64], stored: &[f64], phases: &Phases) -> Vec<Trouble> {
    let all = 0..typed.len();
    let found =
        |kind: Kind, is: &dyn Fn(usize) -> bool| all.clone().find(|i| is(*i)).map(|element| Trouble { kind, element });
    let merged =
        |i: usize| stored[i].is_finite() && (0..typed.len()).any(|j| typed[j] != typed[i] && stored[j] == stored[i]);
    let sums = &phases.partial_sums;
    [
        found(Kind::Merged, &merged),
        found(Kind::Given, &|i| typed[i].is_nan()),
        found(Kind::Outside, &|i| typed[i].is_finite() && stored[i].is_infinite()),
        found(Kind::Undefined, &|i| phases.shifted[i].is_nan()),
        found(Kind::Overflow, &|i| phases.exps[i] == f64::INFINITY),
        found(Kind::SumOverflow, &|i| sums[i] == f64::INFINITY),
        found(Kind::Vanished, &|i| phases.exps[i] == 0.0 && phases.shifted[i] > f64::NEG_INFINITY),
        found(Kind::Lost, &|i| i > 0 && phases.exps[i] > 0.0 && sums[i] == sums[i - 1]),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn outcome(groups: &[Group], options: Options) -> Outcome {
    let exact = Options { mode: Mode::Stable, precision: Precision::F64, ..options };
    let mut wrong = false;
    for group in groups.iter().filter(|group| !group.blocked) {
        let p = softmax::phases(&group.typed, options).quotients;
        if p.iter().any(|p| p.is_nan()) {
            return Outcome::NaN;
        }
        let truth = softmax::phases(&group.typed, exact).quotients;
        wrong |= p.iter().zip(&truth).any(|(p, truth)| (p - truth).abs() > 0.005);
    }
    if wrong { Outcome::Wrong } else { Outcome::Right }
}

/// The largest number of a type, the x from which e^x is inf, and the x below which e^x is 0.
pub fn limits(precision: Precision) -> (f64, f64, f64) {
    match precision {
        // ln 65520, where rounding to infinity begins; ln 2^-25, half the smallest.
        Precision::F16 => (65504.0, 11.090_110_877_639_77, -17.328_679_513_998_633),
        Precision::F32 => (f64::from(f32::MAX), 88.722_839_11, -103.972_077_083_991_8),
        Precision::F64 => (f64::MAX, 709.782_712_893_384, -745.133_219_101_941_2),
    }
}

/// What an element has become once it has been through a phase; `None` for phases that give the group one number.
pub fn value_after(group: &Group, phase: Phase, element: usize) -> Option<f64> {
    let phases = &group.phases;
    match phase {
        Phase::Scale => phases.logits.get(element).copied(),
        Phase::Shift => phases.shifted.get(element).copied(),
        Phase::Exp => phases.exps.get(element).copied(),
        Phase::Sum => phases.partial_sums.get(element).copied(),
        Phase::Divide => phases.quotients.get(element).copied(),
        Phase::Subtract => group.logs.get(element).copied(),
        Phase::Max | Phase::Combine | Phase::Log => None,
    }
}
