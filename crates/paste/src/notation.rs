//! The notations that are told apart.

/// What a text was read as. Its words are in the app's locales.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Notation {
    /// A single number.
    Number,
    /// Cells between tabs, as a spreadsheet copies them.
    Spreadsheet,
    /// Cells between commas or semicolons, one row a line.
    Csv,
    /// Numbers between blanks, one row a line.
    Blanks,
    /// Rows between bars: Markdown, box drawings, determinant bars.
    Bars,
    /// Nested lists with commas: Python, JSON, JavaScript.
    List,
    /// Nested braces: C, Java, C#.
    Braces,
    /// A NumPy print-out or code.
    NumPy,
    /// A PyTorch print-out or code.
    PyTorch,
    /// TensorFlow.
    TensorFlow,
    /// TensorFlow.js.
    TensorFlowJs,
    /// JAX.
    Jax,
    /// PaddlePaddle.
    Paddle,
    /// MXNet.
    MxNet,
    /// pandas.
    Pandas,
    /// MATLAB or Octave.
    Matlab,
    /// Julia.
    Julia,
    /// R.
    R,
    /// Mathematica.
    Mathematica,
    /// Maxima.
    Maxima,
    /// Maple.
    Maple,
    /// SymPy or Sage.
    SymPy,
    /// Rust.
    Rust,
    /// An array constant of Excel.
    Excel,
    /// Typst.
    Typst,
    /// Lean.
    Lean,
    /// LaTeX.
    Latex,
    /// Word's linear format, `■(1&2@3&4)`.
    UnicodeMath,
    /// The address form of the app, `2x3:1,2,3,4,5,6`, or one of its links.
    Link,
}

impl Notation {
    /// All notations.
    pub const ALL: [Notation; 29] = [
        Notation::Number,
        Notation::Spreadsheet,
        Notation::Csv,
        Notation::Blanks,
        Notation::Bars,
        Notation::List,
        Notation::Braces,
        Notation::NumPy,
        Notation::PyTorch,
        Notation::TensorFlow,
        Notation::TensorFlowJs,
        Notation::Jax,
        Notation::Paddle,
        Notation::MxNet,
        Notation::Pandas,
        Notation::Matlab,
        Notation::Julia,
        Notation::R,
        Notation::Mathematica,
        Notation::Maxima,
        Notation::Maple,
        Notation::SymPy,
        Notation::Rust,
        Notation::Excel,
        Notation::Typst,
        Notation::Lean,
        Notation::Latex,
        Notation::UnicodeMath,
        Notation::Link,
    ];
}
