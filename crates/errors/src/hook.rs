//! Code for wordings whose template alone does not tell enough.

use std::ops::Range;

use crate::about::About;
use crate::bytes::{find_one, last};
use crate::context::{Call, Context};
use crate::found::Match;
use crate::insight::{Fact, Insight};
use crate::reading::{At, Clash, Place, Reading, Token};
use crate::rules;
use crate::shape::{Dim, Shape, Size};
use crate::tell;
use crate::wording::Rule;

mod axes;
mod cpp;
mod dims;
mod dynamo;
mod elementwise;
mod frameworks;
mod keras;
mod numpy;
mod torch;

/// A reading in the making: its tokens and lines, those beside the message, are still places of the cleaned text.
pub(crate) struct Draft<'t> {
    pub reading: Reading,
    pub found: &'t Match,
    pub context: Context<'t>,
}

impl Draft<'_> {
    /// Notes a line that told something; with one behind the message the frame that it belongs to.
    #[inline(never)]
    fn used(&mut self, line: Range<usize>) {
        let rest = self.context.after().iter().take_while(|&&b| b != b'\n').count();
        let next = self.context.end + rest + 1;
        if line.start > next {
            self.reading.lines.push(next..line.start - 1);
        }
        self.reading.lines.push(line);
    }

    /// It is about something else.
    #[inline(never)]
    pub fn near(&mut self, about: About) -> bool {
        let (library, lines) = (self.reading.library, std::mem::take(&mut self.reading.lines));
        self.reading = Reading::nothing(about);
        (self.reading.library, self.reading.lines) = (library, lines);
        true
    }

    /// The first operand.
    #[inline(never)]
    pub fn a(&mut self, dims: &[Dim]) {
        self.reading.a = Some(Shape(dims.to_vec()));
    }

    /// The clash that follows from the shapes by another rule than the wording's, or none.
    #[inline(never)]
    pub fn rule(&mut self, rule: Rule) {
        (self.reading.clash, self.reading.dim) = (None, None);
        rules::apply(&mut self.reading, rule);
    }

    /// These two sizes clash in dimensions counted from the end.
    #[inline(never)]
    pub fn clash(&mut self, a: Option<Size>, b: Option<Size>, first: i64, second: i64) {
        self.reading.clash = Some(Clash { a, b });
        self.reading.dim = Some(At::Pair(first, second));
    }

    /// A place of the cleaned text that was used.
    #[inline(never)]
    pub fn mark(&mut self, from: usize, to: usize) {
        self.reading.lines.push(from..to);
    }

    /// True if one of these words stands in the last `count` bytes before the message; its place is marked.
    #[inline(never)]
    pub fn marks_before(&mut self, count: usize, words: &str) -> bool {
        let near = last(self.context.before(), count);
        let place = find_one(near, words).map(|at| self.context.start - near.len() + at);
        if let Some(at) = place {
            self.mark(at, at + 1);
        }
        place.is_some()
    }

    /// The call that raised the message; its line is marked.
    #[inline(never)]
    pub fn call(&mut self) -> Option<Call> {
        let (call, line) = self.context.call()?;
        self.reading.lines.push(line);
        Some(call)
    }

    /// What the holes tell, in the words of the table, and nothing else.
    #[inline(never)]
    pub fn tells(&mut self, tells: &str) {
        self.reading.tokens.clear();
        // A hook has looked at the holes.
        let _ = tell::shapes(&mut self.reading, tells, self.found);
        tell::clash(&mut self.reading, tells, self.found);
    }

    /// The numbers of two holes and what they tell.
    #[inline(never)]
    pub fn numbers(&mut self, told: [(u8, Place); 2]) {
        self.reading.tokens.clear();
        for (name, place) in told {
            if let Some(span) = self.found.span(name) {
                self.token(span, place);
            }
        }
    }

    /// A number and what it tells.
    #[inline(never)]
    pub fn token(&mut self, range: Range<usize>, place: Place) {
        self.reading.tokens.push(Token { range, place });
    }

    /// What the numbers do not say.
    #[inline(never)]
    pub fn fact(&mut self, fact: Fact) {
        self.reading.insights.push(Insight::Fact(fact));
    }
}

/// So many unknown sizes of an operand before a told one, at most 15, in the words of the table.
fn unknown(count: usize) -> &'static str {
    "_,_,_,_,_,_,_,_,_,_,_,_,_,_,_,".get(..2 * count).unwrap_or_default()
}

/// What to do with a match beyond its template.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Hook {
    /// Nothing.
    None,
    /// PyTorch's mm, addmm: who called it.
    Mm,
    /// PyTorch's bmm: batch or inner, and who called it.
    Bmm,
    /// PyTorch's matrix by vector: three numbers.
    Mv,
    /// PyTorch's dot, which other functions print too.
    Dot,
    /// Ranks only: who called it.
    Ranks,
    /// `tensor a … tensor b`: who called it.
    Stretch,
    /// The compiled form of the same.
    Compiled,
    /// A warning of a loss.
    Target,
    /// `dim` out of range: rank and who called it.
    DimRange,
    /// NumPy's `axis d is out of bounds`.
    AxisRange,
    /// NumPy's gufuncs.
    Gufunc,
    /// NumPy's remapped shapes: matmul or einsum.
    Remapped,
    /// pandas: exchanged and transposed operands.
    Pandas,
    /// scikit-learn: linear models only.
    Features,
    /// TensorFlow: the operation by its name.
    TfOp,
    /// TensorFlow: flags printed elsewhere.
    TfFlags,
    /// Flags that the template read as p and q.
    Flags,
    /// Keras: the layer by its name.
    KerasAxis,
    /// Keras: too few dimensions for a dense layer.
    KerasRank,
    /// Keras: `Operands` with the batch left out.
    KerasMerge,
    /// Flax: kernels of rank 2 only.
    Kernel,
    /// MXNet: a weight against what is inferred.
    Inferred,
    /// Chainer: the function that checks.
    Chainer,
    /// Paddle: places i and j, and the operator's name.
    PaddleAt,
    /// Paddle: the operator's name.
    PaddleOp,
    /// Eigen: the types of a product.
    EigenProduct,
    /// Eigen: the types of an element-wise operation.
    EigenPair,
    /// candle: the operation by its name.
    Candle,
    /// Octave: the operation by its sign.
    Octave,
    /// math.js: shapes stand in brackets, bare numbers are none.
    Bracketed,
    /// MATLAB: the operation by its sign.
    Matlab,
    /// R: the operation by its sign.
    R,
    /// Theano: the dimension by its index.
    Theano,
}

impl Hook {
    /// Completes the draft; false if the text does not mean what the wording says.
    pub fn run(self, draft: &mut Draft) -> bool {
        match self {
            Self::None => true,
            Self::Mm => torch::mm(draft),
            Self::Bmm => torch::bmm(draft),
            Self::Mv => torch::mv(draft),
            Self::Dot => torch::dot(draft),
            Self::Ranks => torch::ranks(draft),
            Self::Stretch => elementwise::stretch(draft),
            Self::Compiled => elementwise::compiled(draft),
            Self::Target => elementwise::target(draft),
            Self::DimRange => dims::torch(draft),
            Self::AxisRange => dims::numpy(draft),
            Self::Gufunc => numpy::gufunc(draft),
            Self::Remapped => numpy::remapped(draft),
            Self::Pandas => numpy::pandas(draft),
            Self::Features => numpy::features(draft),
            Self::TfOp => axes::tf_op(draft),
            Self::TfFlags => axes::tf_flags(draft),
            Self::Flags => axes::flags(draft),
            Self::KerasAxis => keras::axis(draft),
            Self::KerasRank => keras::rank(draft),
            Self::KerasMerge => keras::merge(draft),
            Self::Kernel => frameworks::kernel(draft),
            Self::Inferred => frameworks::inferred(draft),
            Self::Chainer => frameworks::chainer(draft),
            Self::PaddleAt => frameworks::paddle_at(draft),
            Self::PaddleOp => frameworks::paddle_op(draft),
            Self::EigenProduct => cpp::eigen_product(draft),
            Self::EigenPair => cpp::eigen_pair(draft),
            Self::Candle => elementwise::candle(draft),
            Self::Octave => elementwise::octave(draft),
            Self::Bracketed => elementwise::bracketed(draft),
            Self::Matlab => elementwise::matlab(draft),
            Self::R => elementwise::r(draft),
            Self::Theano => elementwise::theano(draft),
        }
    }
}
