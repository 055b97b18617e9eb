//! The libraries whose wordings are known.

use std::fmt;

macro_rules! libraries {
    ($($name:ident $text:literal $print:literal $store:ident,)*) => {
        /// A library, framework or language that prints shape errors.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum Library {
            $(#[doc = $text] $name,)*
        }

        impl Library {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// The name as the library itself spells it.
            pub fn name(self) -> &'static str {
                self.text().0
            }

            /// A line of that library's language that prints the shapes of `a` and `b`.
            pub fn print_line(self) -> &'static str {
                self.text().1
            }

            /// Both, of one text of all: an address for each weighs more.
            fn text(self) -> (&'static str, &'static str) {
                let all = concat!($($text, "\n", $print, "\n",)*);
                let mut lines = all.split('\n').skip(2 * self as usize);
                (lines.next().unwrap_or_default(), lines.next().unwrap_or_default())
            }

            /// How a dense layer of that library stores its weight.
            pub fn storage(self) -> Storage {
                match self { $(Self::$name => Storage::$store,)* }
            }
        }
    };
}

/// The order in which a dense layer stores its weight.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Storage {
    /// (outputs, inputs): the weight is transposed for the product.
    OutIn,
    /// (inputs, outputs): the weight is multiplied as it is.
    InOut,
    /// The library has no such layer, or nothing is known.
    Unknown,
}

libraries! {
    PyTorch "PyTorch" "print(a.shape, b.shape)" OutIn,
    PyTorchXla "PyTorch/XLA" "print(a.shape, b.shape)" OutIn,
    NumPy "NumPy" "print(a.shape, b.shape)" Unknown,
    SciPy "SciPy" "print(a.shape, b.shape)" Unknown,
    Pandas "pandas" "print(a.shape, b.shape, a.columns, b.index)" Unknown,
    ScikitLearn "scikit-learn" "print(X.shape)" OutIn,
    TensorFlow "TensorFlow" "print(a.shape, b.shape)" InOut,
    Keras "Keras" "print(x.shape)" InOut,
    Jax "JAX" "print(a.shape, b.shape)" InOut,
    Flax "Flax" "print(x.shape)" InOut,
    Mxnet "MXNet" "print(a.shape, b.shape)" OutIn,
    Chainer "Chainer" "print(a.shape, b.shape)" OutIn,
    MindSpore "MindSpore" "print(a.shape, b.shape)" OutIn,
    Theano "Theano" "print(a.shape.eval(), b.shape.eval())" InOut,
    Paddle "Paddle" "print(a.shape, b.shape)" InOut,
    Tfjs "TensorFlow.js" "console.log(a.shape, b.shape)" InOut,
    MathJs "math.js" "console.log(math.size(a), math.size(b))" Unknown,
    Mlx "MLX" "print(a.shape, b.shape)" OutIn,
    Tinygrad "tinygrad" "print(a.shape, b.shape)" OutIn,
    Candle "candle" "println!(\"{:?} {:?}\", a.shape(), b.shape())" OutIn,
    Ndarray "ndarray" "println!(\"{:?} {:?}\", a.shape(), b.shape())" Unknown,
    Nalgebra "nalgebra" "println!(\"{:?} {:?}\", a.shape(), b.shape())" Unknown,
    Ttnn "ttnn" "print(a.shape, b.shape)" InOut,
    OnnxRuntime "ONNX Runtime" "print([(i.name, i.shape) for i in session.get_inputs()])" Unknown,
    Matlab "MATLAB" "size(a), size(b)" Unknown,
    Octave "Octave" "size(a), size(b)" Unknown,
    R "R" "dim(a); dim(b)" Unknown,
    Julia "Julia" "@show size(a) size(b)" OutIn,
    Eigen "Eigen" "std::cout << a.rows() << 'x' << a.cols() << ' ' << b.rows() << 'x' << b.cols();" Unknown,
    Armadillo "Armadillo" "std::cout << arma::size(a) << ' ' << arma::size(b);" Unknown,
    OpenCv "OpenCV" "std::cout << a.rows << 'x' << a.cols << ' ' << b.rows << 'x' << b.cols;" Unknown,
    Ggml "ggml" "printf(\"%lld %lld, %lld %lld\\n\", a->ne[0], a->ne[1], b->ne[0], b->ne[1]);" OutIn,
    Xla "XLA" "print(a.shape, b.shape)" Unknown,
    Sympy "SymPy" "print(a.shape, b.shape)" Unknown,
    Spark "Spark" "println(a.numRows, a.numCols, b.numRows, b.numCols)" Unknown,
    Matplotlib "Matplotlib" "print(len(x), len(y))" Unknown,
    ArrayFire "ArrayFire" "print(a.dims(), b.dims())" Unknown,
    Python "Python" "print(a.shape, b.shape)" Unknown,
}

impl fmt::Display for Library {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
