//! Reading what was copied from somewhere: one table of texts a form.

use matwalk_core::number::{NumberError, PasteErrorKind, PasteForm, parse, paste};

const ONE_TO_FOUR: [f32; 4] = [1.0, 2.0, 3.0, 4.0];
const ONE_TO_SIX: [f32; 6] = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0];

/// The text has this form and shape, these values, and texts that each read as the value.
#[track_caller]
fn reads(text: &str, form: PasteForm, dims: &[usize], values: &[f32]) {
    let pasted = paste(text).unwrap_or_else(|error| panic!("{text:?}: {error:?}"));
    assert_eq!((pasted.form, pasted.shape.dims()), (form, dims), "{text:?}");
    let bits = |values: &[f32]| values.iter().map(|v| if v.is_nan() { !0 } else { v.to_bits() }).collect::<Vec<_>>();
    assert_eq!(bits(&pasted.values), bits(values), "{text:?}");
    let again: Vec<f32> = pasted.texts.iter().map(|text| parse(text).expect("a number")).collect();
    assert_eq!(bits(&again), bits(values), "{text:?}: {:?}", pasted.texts);
}

#[track_caller]
fn fails(text: &str, line: usize, column: usize, kind: PasteErrorKind) {
    let error = paste(text).expect_err(text);
    assert_eq!((error.line, error.column, error.kind), (line, column, kind), "{text:?}");
}

fn number(text: &str, error: NumberError) -> PasteErrorKind {
    PasteErrorKind::Number { text: text.into(), error }
}

fn unexpected(text: &str) -> PasteErrorKind {
    PasteErrorKind::Unexpected { text: text.into() }
}

#[test]
fn single_numbers() {
    for text in ["5", " 5.0\n", "tensor(5)", "５", "np.float32(5.0)", "x = 5", "float('5')"] {
        let pasted = paste(text).unwrap_or_else(|error| panic!("{text:?}: {error:?}"));
        assert_eq!((pasted.shape.rank(), &pasted.values[..]), (0, &[5.0][..]), "{text:?}");
    }
    assert_eq!(paste(" -1/2 ").unwrap().texts, ["-1/2"]);
}

#[test]
fn tables() {
    use PasteForm::{Blanks, Csv, Matlab, Tabs};
    reads("1\t2\n3\t4", Tabs, &[2, 2], &ONE_TO_FOUR);
    reads("1\t2\r\n3\t4\r\n", Tabs, &[2, 2], &ONE_TO_FOUR);
    reads("1\t2\t3\t4", Tabs, &[4], &ONE_TO_FOUR);
    reads("1\t2\t\n3\t4\t\n", Tabs, &[2, 2], &ONE_TO_FOUR);
    reads("1\n2\n3\n4", Blanks, &[4, 1], &ONE_TO_FOUR);
    reads("1,2\n3,4", Csv, &[2, 2], &ONE_TO_FOUR);
    reads("1, 2, 3, 4", Csv, &[4], &ONE_TO_FOUR);
    reads("1，2\n3，4", Csv, &[2, 2], &ONE_TO_FOUR);
    reads("\"1\",\"2\"\n\"3\",\"4\"", Csv, &[2, 2], &ONE_TO_FOUR);
    reads("1, 2,\n3, 4,", Csv, &[2, 2], &ONE_TO_FOUR);
    reads("1;2\n3;4", Csv, &[2, 2], &ONE_TO_FOUR);
    reads("1 2 3 4", Blanks, &[4], &ONE_TO_FOUR);
    reads("  1   2\n\n  3   4\n\n", Blanks, &[2, 2], &ONE_TO_FOUR);
    reads("１　２\n３　４", Blanks, &[2, 2], &ONE_TO_FOUR);
    reads("1 2; 3 4", Matlab, &[2, 2], &ONE_TO_FOUR);
    reads("1/3\t-1/2\ninf\tnan", Tabs, &[2, 2], &[1.0 / 3.0, -0.5, f32::INFINITY, f32::NAN]);
    reads("A =\n\n     1     2\n     3     4\n\n", Blanks, &[2, 2], &ONE_TO_FOUR);
    reads("A =\n\n   1.0e+03 *\n\n    0.0010    2.0000\n", Blanks, &[2], &[1.0, 2000.0]);
    reads("\n 1  2\n 3  4\n[torch.FloatTensor of size 2x2]\n", Blanks, &[2, 2], &ONE_TO_FOUR);
}

#[test]
fn python_lists() {
    use PasteForm::Python;
    reads("[1, 2, 3, 4]", Python, &[4], &ONE_TO_FOUR);
    reads("[[1, 2], [3, 4]]", Python, &[2, 2], &ONE_TO_FOUR);
    reads("m = [\n  [1, 2],\n  [3, 4],\n]\n", Python, &[2, 2], &ONE_TO_FOUR);
    reads("[\n  1,\n  2,\n  3,\n  4\n]", Python, &[4], &ONE_TO_FOUR);
    reads("((1, 2), (3, 4))", Python, &[2, 2], &ONE_TO_FOUR);
    reads("[1, 2], [3, 4]", Python, &[2, 2], &ONE_TO_FOUR);
    reads("[1, 2]\n[3, 4]", Python, &[2, 2], &ONE_TO_FOUR);
    reads("[[[[[[1, 2]]]]]]", Python, &[1, 1, 1, 1, 1, 2], &[1.0, 2.0]);
    reads("[]", Python, &[0], &[]);
    reads("[[]]", Python, &[1, 0], &[]);
    reads("[[], []]", Python, &[2, 0], &[]);
    reads("［［１，２］，［３，４］］", Python, &[2, 2], &ONE_TO_FOUR);
    reads(
        "[float('nan'), -float('inf'), float(\"inf\"), math.nan]",
        Python,
        &[4],
        &[f32::NAN, f32::NEG_INFINITY, f32::INFINITY, f32::NAN],
    );
}

#[test]
fn numpy_print_outs() {
    use PasteForm::NumPy;
    reads("[[1. 2.]\n [3. 4.]]", NumPy, &[2, 2], &ONE_TO_FOUR);
    reads("[1 2 3 4]", NumPy, &[4], &ONE_TO_FOUR);
    reads("array([[1., 2.],\n       [3., 4.]], dtype=float32)", NumPy, &[2, 2], &ONE_TO_FOUR);
    reads(">>> np.array([[1, 2], [3, 4]], np.float32)", NumPy, &[2, 2], &ONE_TO_FOUR);
    reads("Out[12]: \narray([1, 2, 3, 4])", NumPy, &[4], &ONE_TO_FOUR);
    reads("array([], shape=(2, 0), dtype=float64)", NumPy, &[2, 0], &[]);
    reads("[np.float32(1.0), np.float32(2.0)]", PasteForm::Python, &[2], &[1.0, 2.0]);
    reads("array([-inf,  nan,  inf])", NumPy, &[3], &[f32::NEG_INFINITY, f32::NAN, f32::INFINITY]);
    let exponents = "[0.00000000e+00 1.42857143e-01 2.85714286e-01 4.28571429e-01\n 5.71428571e-01 7.14285714e-01]";
    reads(exponents, NumPy, &[6], &[0.0, 1.0, 2.0, 3.0, 4.0, 5.0].map(|n| n / 7.0));
    // A vector of 30, wrapped as NumPy wraps it at 75 characters.
    let wrapped = "[ 0  1  2  3  4  5  6  7  8  9 10 11 12 13 14 15 16 17 18 19 20 21 22 23\n 24 25 26 27 28 29]";
    reads(wrapped, NumPy, &[30], &(0u8..30).map(f32::from).collect::<Vec<_>>());
}

#[test]
fn pytorch_print_outs() {
    use PasteForm::PyTorch;
    reads("tensor([[1., 2.],\n        [3., 4.]])", PyTorch, &[2, 2], &ONE_TO_FOUR);
    reads("tensor([1, 2, 3, 4], device='cuda:0', dtype=torch.int32)", PyTorch, &[4], &ONE_TO_FOUR);
    reads("tensor([[1., 2.],\n        [3., 4.]], grad_fn=<MmBackward0>)", PyTorch, &[2, 2], &ONE_TO_FOUR);
    reads("Parameter containing:\ntensor([[1., 2.]], requires_grad=True)", PyTorch, &[1, 2], &[1.0, 2.0]);
    reads("W = torch.tensor([[1., 2.], [3., 4.]])", PyTorch, &[2, 2], &ONE_TO_FOUR);
    reads("tensor([], size=(2, 0))", PyTorch, &[2, 0], &[]);
    reads("tensor([], size=(0, 3), dtype=torch.int64)", PyTorch, &[0, 3], &[]);
    reads("torch.zeros(2, 0)", PyTorch, &[2, 0], &[]);
    reads("torch.zeros(1, 2, dtype=torch.float32)", PyTorch, &[1, 2], &[0.0, 0.0]);
    reads("tensor([1.0000e+04, 1.5000e-05])", PyTorch, &[2], &[1e4, 1.5e-5]);
    reads("tensor(1.0000e+04 *\n       [[0.1000, 2.0000]])", PyTorch, &[1, 2], &[1e3, 2e4]);
    reads("[tensor([1., 2.]), tensor([3., 4.])]", PyTorch, &[2, 2], &ONE_TO_FOUR);
    reads("tensor([[[1., 2.]],\n\n        [[3., 4.]]])", PyTorch, &[2, 1, 2], &ONE_TO_FOUR);
    // Wide rows are wrapped.
    reads("tensor([[1., 2.,\n         3.],\n        [4., 5.,\n         6.]])", PyTorch, &[2, 3], &ONE_TO_SIX);
}

#[test]
fn matlab_matrices() {
    use PasteForm::Matlab;
    reads("[1 2; 3 4]", Matlab, &[2, 2], &ONE_TO_FOUR);
    reads("A = [1, 2; 3, 4];", Matlab, &[2, 2], &ONE_TO_FOUR);
    reads("[1 2\n 3 4]", Matlab, &[2, 2], &ONE_TO_FOUR);
    reads("[1, 2\n 3, 4]", Matlab, &[2, 2], &ONE_TO_FOUR);
    reads("[1 2;\n 3 4;\n]", Matlab, &[2, 2], &ONE_TO_FOUR);
    reads("[1 ...\n 2; 3 4]", Matlab, &[2, 2], &ONE_TO_FOUR);
    reads("[1 2 % first\n 3 4 % second\n]", Matlab, &[2, 2], &ONE_TO_FOUR);
    reads("[1;2;3;4]", Matlab, &[4, 1], &ONE_TO_FOUR);
    reads("[1 2 3 4;]", Matlab, &[1, 4], &ONE_TO_FOUR);
    reads("[1 -2; Inf NaN]", Matlab, &[2, 2], &[1.0, -2.0, f32::INFINITY, f32::NAN]);
}

#[test]
fn latex_matrices() {
    use PasteForm::Latex;
    reads("10^{7}", Latex, &[], &[1e7]);
    reads("$-1.5 \\times 10^{-7}$", Latex, &[], &[-1.5e-7]);
    reads("\\begin{bmatrix*}[r] 1 & 2 \\\\ 3 & 4 \\end{bmatrix*}", Latex, &[2, 2], &ONE_TO_FOUR);
    reads(
        "\\begin{align} \\mathbf{A} &= \\begin{bmatrix} 1 & 2 \\\\ 3 & 4 \\end{bmatrix} \\end{align}",
        Latex,
        &[2, 2],
        &ONE_TO_FOUR,
    );
    reads("% a comment & more\n\\begin{matrix} 1 & 2 % 3 & 4\n\\end{matrix}", Latex, &[1, 2], &[1.0, 2.0]);
    for name in ["matrix", "bmatrix", "pmatrix", "vmatrix", "Bmatrix", "Vmatrix", "smallmatrix"] {
        let text = format!("\\begin{{{name}}} 1 & 2 \\\\ 3 & 4 \\end{{{name}}}");
        reads(&text, Latex, &[2, 2], &ONE_TO_FOUR);
    }
    reads("\\begin{bmatrix}1&2\\\\3&4\\\\\\end{bmatrix}", Latex, &[2, 2], &ONE_TO_FOUR);
    reads("$$A = \\begin{bmatrix}\n1 & 2 \\\\[2pt]\n3 & 4\n\\end{bmatrix}.$$", Latex, &[2, 2], &ONE_TO_FOUR);
    reads("\\[ \\left[ \\begin{array}{cc} 1 & 2 \\\\ 3 & 4 \\end{array} \\right] \\]", Latex, &[2, 2], &ONE_TO_FOUR);
    reads("\\begin{equation}\\begin{matrix}1\\\\2\\end{matrix}\\end{equation}", Latex, &[2, 1], &[1.0, 2.0]);
    reads("1 & 2 \\\\ 3 & 4", Latex, &[2, 2], &ONE_TO_FOUR);
    reads(
        "\\begin{pmatrix} \\frac{1}{3} & -\\frac12 \\\\ 1.5 \\times 10^{-7} & -10^{3} \\end{pmatrix}",
        Latex,
        &[2, 2],
        &[1.0 / 3.0, -0.5, 1.5e-7, -1000.0],
    );
    reads("\\begin{bmatrix} -\\infty & \\mathrm{NaN} \\end{bmatrix}", Latex, &[1, 2], &[f32::NEG_INFINITY, f32::NAN]);
}

#[test]
fn addresses() {
    use PasteForm::Address;
    reads("2x3:1,2,3,4,5,6", Address, &[2, 3], &ONE_TO_SIX);
    reads("scalar:5", Address, &[], &[5.0]);
    reads("2x0:", Address, &[2, 0], &[]);
    reads("a=2x3:1,2,3,4,5,6", Address, &[2, 3], &ONE_TO_SIX);
}

#[test]
fn names_the_place_of_what_it_cannot_read() {
    use NumberError::{Empty, NotANumber, ThousandsSeparator};
    use PasteErrorKind::{Elided, Ragged, TooDeep, Unclosed};
    fails("", 1, 1, PasteErrorKind::Empty);
    fails(" \n\t\n", 1, 1, PasteErrorKind::Empty);
    fails("1 2\n3 four", 2, 3, number("four", NotANumber { at: 0 }));
    fails("가 2", 1, 1, number("가", NotANumber { at: 0 }));
    fails("1\t2\n3\t", 2, 3, number("", Empty));
    fails("1\t1,000", 1, 3, number("1,000", ThousandsSeparator { at: 1 }));
    fails("1,000", 1, 1, number("1,000", ThousandsSeparator { at: 1 }));
    fails("1,5;2,5", 1, 1, number("1,5", ThousandsSeparator { at: 1 }));
    fails("1/0\t2", 1, 1, number("1/0", NumberError::DivisionByZero));
    fails("[1e39]", 1, 2, number("1e39", NumberError::TooLarge));
    fails("1 2 3\n4 5", 2, 1, Ragged { expected: 3, got: 2 });
    fails("[[1, 2],\n [3]]", 2, 2, Ragged { expected: 2, got: 1 });
    fails("[[[1, 2]], [[3, 4], [5, 6]]]", 1, 12, Ragged { expected: 1, got: 2 });
    fails("[1 2; 3]", 1, 7, Ragged { expected: 2, got: 1 });
    fails("\\begin{bmatrix}1&2\\\\\n3\\end{bmatrix}", 2, 1, Ragged { expected: 2, got: 1 });
    fails("2x3:1,2", 1, 5, Ragged { expected: 6, got: 2 });
    fails("[1, 2", 1, 1, Unclosed);
    fails("[[1, 2], [3, 4]", 1, 1, Unclosed);
    fails("\\begin{bmatrix} 1 & 2", 1, 1, Unclosed);
    fails("[1, 2)", 1, 6, unexpected(")"));
    fails("[1,, 2]", 1, 4, unexpected(","));
    fails("[1, [2]]", 1, 5, unexpected("["));
    fails("[[1], 2]", 1, 7, unexpected("2"));
    fails("[1, 2] + 1", 1, 8, unexpected("+"));
    fails("sin([1, 2])", 1, 1, unexpected("sin"));
    fails("[[[[[[[1]]]]]]]", 1, 7, TooDeep);
    fails("tensor([0., 1.,  ..., 9.])", 1, 18, Elided);
    fails("tensor([[0., 1.],\n        ...,\n        [2., 3.]])", 2, 9, Elided);
    fails("[0 1 2 ... 7 8 9]", 1, 8, Elided);
    fails("[[0 1]\n ...\n [8 9]]", 2, 2, Elided);
    fails("1 2 … 9", 1, 5, Elided);
    fails("\\begin{bmatrix} 1 & \\cdots & 3 \\end{bmatrix}", 1, 21, Elided);
}
