//! Reading what was copied from somewhere: one table of texts a form.

use matwalk_core::number::parse;
use matwalk_paste::{Notation, read};

const ONE_TO_FOUR: [f32; 4] = [1.0, 2.0, 3.0, 4.0];
const ONE_TO_SIX: [f32; 6] = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0];

/// The text has this form and shape, these values, and texts that each read as the value.
#[track_caller]
fn reads(text: &str, notation: Notation, dims: &[usize], values: &[f32]) {
    let pasted = read(text).unwrap_or_else(|error| panic!("{text:?}: {error:?}"));
    let [tensor] = &pasted.tensors[..] else { panic!("{text:?}: {pasted:?}") };
    assert_eq!((pasted.notation, tensor.shape.dims()), (notation, dims), "{text:?}");
    let bits = |values: &[f32]| values.iter().map(|v| if v.is_nan() { !0 } else { v.to_bits() }).collect::<Vec<_>>();
    assert_eq!(bits(&tensor.values), bits(values), "{text:?}");
    let again: Vec<f32> = tensor.texts.iter().map(|text| parse(text).expect("a number")).collect();
    assert_eq!(bits(&again), bits(values), "{text:?}: {:?}", tensor.texts);
}

#[test]
fn single_numbers() {
    for text in ["5", " 5.0\n", "tensor(5)", "５", "np.float32(5.0)", "x = 5", "float('5')"] {
        let pasted = read(text).unwrap_or_else(|error| panic!("{text:?}: {error:?}"));
        let tensor = &pasted.tensors[0];
        assert_eq!((tensor.shape.rank(), &tensor.values[..]), (0, &[5.0][..]), "{text:?}");
    }
    assert_eq!(read(" -1/2 ").unwrap().tensors[0].texts, ["-1/2"]);
}

#[test]
fn tables() {
    use Notation::{Blanks, Csv, Matlab, PyTorch, Spreadsheet};
    reads("1\t2\n3\t4", Spreadsheet, &[2, 2], &ONE_TO_FOUR);
    reads("1\t2\r\n3\t4\r\n", Spreadsheet, &[2, 2], &ONE_TO_FOUR);
    reads("1\t2\t3\t4", Spreadsheet, &[4], &ONE_TO_FOUR);
    reads("1\t2\t\n3\t4\t\n", Spreadsheet, &[2, 2], &ONE_TO_FOUR);
    reads("1\n2\n3\n4", Blanks, &[4, 1], &ONE_TO_FOUR);
    reads("1,2,3\n4,5,6", Csv, &[2, 3], &ONE_TO_SIX);
    reads("1, 2\n3, 4", Csv, &[2, 2], &ONE_TO_FOUR);
    reads("1, 2, 3, 4", Csv, &[4], &ONE_TO_FOUR);
    reads("1，2，3\n4，5，6", Csv, &[2, 3], &ONE_TO_SIX);
    reads("\"1\",\"2\"\n\"3\",\"4\"", Csv, &[2, 2], &ONE_TO_FOUR);
    reads("1, 2,\n3, 4,", Csv, &[2, 2], &ONE_TO_FOUR);
    reads("1;2\n3;4", Csv, &[2, 2], &ONE_TO_FOUR);
    reads("1 2 3 4", Blanks, &[4], &ONE_TO_FOUR);
    reads("  1   2\n\n  3   4\n\n", Blanks, &[2, 2], &ONE_TO_FOUR);
    reads("１　２\n３　４", Blanks, &[2, 2], &ONE_TO_FOUR);
    reads("1 2; 3 4", Matlab, &[2, 2], &ONE_TO_FOUR);
    reads("1/3\t-1/2\ninf\tnan", Spreadsheet, &[2, 2], &[1.0 / 3.0, -0.5, f32::INFINITY, f32::NAN]);
    reads("A =\n\n     1     2\n     3     4\n\n", Matlab, &[2, 2], &ONE_TO_FOUR);
    reads("A =\n\n   1.0e+03 *\n\n    0.0010    2.0000\n", Matlab, &[2], &[1.0, 2000.0]);
    reads("\n 1  2\n 3  4\n[torch.FloatTensor of size 2x2]\n", PyTorch, &[2, 2], &ONE_TO_FOUR);
}

#[test]
fn python_lists() {
    use Notation::List;
    reads("[1, 2, 3, 4]", List, &[4], &ONE_TO_FOUR);
    reads("[[1, 2], [3, 4]]", List, &[2, 2], &ONE_TO_FOUR);
    reads("m = [\n  [1, 2],\n  [3, 4],\n]\n", List, &[2, 2], &ONE_TO_FOUR);
    reads("[\n  1,\n  2,\n  3,\n  4\n]", List, &[4], &ONE_TO_FOUR);
    reads("((1, 2), (3, 4))", List, &[2, 2], &ONE_TO_FOUR);
    reads("[1, 2], [3, 4]", List, &[2, 2], &ONE_TO_FOUR);
    reads("[1, 2]\n[3, 4]", List, &[2, 2], &ONE_TO_FOUR);
    reads("[[[[[[1, 2]]]]]]", List, &[1, 1, 1, 1, 1, 2], &[1.0, 2.0]);
    reads("[]", List, &[0], &[]);
    reads("[[]]", List, &[1, 0], &[]);
    reads("[[], []]", List, &[2, 0], &[]);
    reads("［［１，２］，［３，４］］", List, &[2, 2], &ONE_TO_FOUR);
    reads(
        "[float('nan'), -float('inf'), float(\"inf\"), math.nan]",
        List,
        &[4],
        &[f32::NAN, f32::NEG_INFINITY, f32::INFINITY, f32::NAN],
    );
}

#[test]
fn numpy_print_outs() {
    use Notation::NumPy;
    reads("[[1. 2.]\n [3. 4.]]", NumPy, &[2, 2], &ONE_TO_FOUR);
    reads("[1 2 3 4]", NumPy, &[4], &ONE_TO_FOUR);
    reads("array([[1., 2.],\n       [3., 4.]], dtype=float32)", NumPy, &[2, 2], &ONE_TO_FOUR);
    reads(">>> np.array([[1, 2], [3, 4]], np.float32)", NumPy, &[2, 2], &ONE_TO_FOUR);
    reads("Out[12]: \narray([1, 2, 3, 4])", NumPy, &[4], &ONE_TO_FOUR);
    reads("array([], shape=(2, 0), dtype=float64)", NumPy, &[2, 0], &[]);
    reads("[np.float32(1.0), np.float32(2.0)]", Notation::List, &[2], &[1.0, 2.0]);
    reads("array([-inf,  nan,  inf])", NumPy, &[3], &[f32::NEG_INFINITY, f32::NAN, f32::INFINITY]);
    let exponents = "[0.00000000e+00 1.42857143e-01 2.85714286e-01 4.28571429e-01\n 5.71428571e-01 7.14285714e-01]";
    reads(exponents, NumPy, &[6], &[0.0, 1.0, 2.0, 3.0, 4.0, 5.0].map(|n| n / 7.0));
    // A vector of 30, wrapped as NumPy wraps it at 75 characters.
    let wrapped = "[ 0  1  2  3  4  5  6  7  8  9 10 11 12 13 14 15 16 17 18 19 20 21 22 23\n 24 25 26 27 28 29]";
    reads(wrapped, NumPy, &[30], &(0u8..30).map(f32::from).collect::<Vec<_>>());
}

#[test]
fn pytorch_print_outs() {
    use Notation::PyTorch;
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
    use Notation::Matlab;
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
    use Notation::Latex;
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
    use Notation::Link;
    reads("2x3:1,2,3,4,5,6", Link, &[2, 3], &ONE_TO_SIX);
    reads("scalar:5", Link, &[], &[5.0]);
    reads("2x0:", Link, &[2, 0], &[]);
    reads("a=2x3:1,2,3,4,5,6", Link, &[2, 3], &ONE_TO_SIX);
}

#[test]
fn sessions_and_labels() {
    use Notation::{List, Mathematica, Matlab, NumPy, PyTorch, R};
    reads("The result:\n[[1. 2.]\n [3. 4.]]", NumPy, &[2, 2], &ONE_TO_FOUR);
    reads("W: [[1, 2], [3, 4]]", List, &[2, 2], &ONE_TO_FOUR);
    reads("W.shape: torch.Size([2, 2])\ntensor([[1, 2], [3, 4]])", PyTorch, &[2, 2], &ONE_TO_FOUR);
    reads(">>> import torch\n>>> a = torch.ones(2)\n>>> a\ntensor([1., 1.])", PyTorch, &[2], &[1.0, 1.0]);
    reads("In [3]: A = np.array([[1, 2],\n   ...:               [3, 4]])", NumPy, &[2, 2], &ONE_TO_FOUR);
    reads("In[1]:= {{1, 2}, {3, 4}}", Mathematica, &[2, 2], &ONE_TO_FOUR);
    reads(">> A = [1 2; 3 4]\n\nA =\n\n     1     2\n     3     4\n", Matlab, &[2, 2], &ONE_TO_FOUR);
    reads("> m\n     [,1] [,2]\n[1,]    1    2\n[2,]    3    4", R, &[2, 2], &ONE_TO_FOUR);
    reads("```\n[1, 2, 3, 4]\n```", List, &[4], &ONE_TO_FOUR);
    reads("`[1, 2, 3, 4]`", List, &[4], &ONE_TO_FOUR);
    reads("\"[1, 2, 3, 4]\"", List, &[4], &ONE_TO_FOUR);
    reads("[1. 2. 3. 4.] (4,)", NumPy, &[4], &ONE_TO_FOUR);
    reads("tensor([[1, 2], [3, 4]]) torch.Size([2, 2])", PyTorch, &[2, 2], &ONE_TO_FOUR);
    let named = |text: &str| {
        let pasted = read(text).unwrap_or_else(|error| panic!("{text:?}: {error:?}"));
        let names = pasted.tensors.into_iter().map(|tensor| (tensor.name.unwrap_or_default(), tensor.values));
        names.collect::<Vec<_>>()
    };
    let wanted = [("A".to_owned(), vec![1.0, 2.0]), ("B".to_owned(), vec![3.0])];
    for text in [
        "A = [1, 2]\nB = [3]",
        "A = [1 2]; B = [3];",
        "A =\n\n     1     2\n\nB =\n\n     3\n",
        ">>> A\ntensor([1, 2])\n>>> print(B)\ntensor([3])",
        "A: tensor([1, 2])\nB: tensor([3])",
        "A = \\begin{bmatrix}1&2\\end{bmatrix}, \\quad B = \\begin{bmatrix}3\\end{bmatrix}",
    ] {
        assert_eq!(named(text), wanted, "{text:?}");
    }
}

#[test]
fn other_programs() {
    use Notation::{Braces, Jax, Julia, Maple, Matlab, Maxima, R, Rust, SymPy, TensorFlow, TensorFlowJs};
    reads("<tf.Tensor: shape=(), dtype=float32, numpy=5.0>", TensorFlow, &[], &[5.0]);
    reads("tf.constant([1, 2, 3, 4], shape=[2, 2])", TensorFlow, &[2, 2], &ONE_TO_FOUR);
    reads("tf.tensor2d([1, 2, 3, 4], [2, 2]).print();", TensorFlowJs, &[2, 2], &ONE_TO_FOUR);
    reads("Array([], shape=(0, 5), dtype=float32)", Jax, &[0, 5], &[]);
    reads("double[,] m = new double[,] { { 1, 2 }, { 3, 4 } };", Braces, &[2, 2], &ONE_TO_FOUR);
    reads("let m = vec![vec![1.0, 2.0], vec![3.0, 4.0]];", Rust, &[2, 2], &ONE_TO_FOUR);
    reads("1×2 adjoint(::Vector{Int64}) with eltype Int64:\n 1  2", Julia, &[1, 2], &[1.0, 2.0]);
    reads("3-element Vector{Float64}:\n 1.0\n 2.0\n 3.0", Julia, &[3], &[1.0, 2.0, 3.0]);
    reads("[1]  1  2  3\n[4]  4  5  6", R, &[6], &ONE_TO_SIX);
    reads("matrix(c(1, 3, 2, 4), nrow = 2)", R, &[2, 2], &ONE_TO_FOUR);
    reads("matrix(c(1, 3, 2, 4), 2, 2)", R, &[2, 2], &ONE_TO_FOUR);
    reads("  x y\n1 1 2\n2 3 4", R, &[2, 2], &ONE_TO_FOUR);
    reads("A = [1 3; 2 4]'", Matlab, &[2, 2], &ONE_TO_FOUR);
    reads("[1 2 3 4].'", Matlab, &[4, 1], &ONE_TO_FOUR);
    reads("A = [1, 2, ... % more\n 3; 4, 5, 6]", Matlab, &[2, 3], &ONE_TO_SIX);
    reads(
        "A =\n\n Columns 1 through 2:\n\n   1   2\n   4   5\n\n Column 3:\n\n   3\n   6\n",
        Matlab,
        &[2, 3],
        &ONE_TO_SIX,
    );
    reads("matrix([1,2],[3,4])", Maxima, &[2, 2], &ONE_TO_FOUR);
    reads("<<1,3>|<2,4>>", Maple, &[2, 2], &ONE_TO_FOUR);
    reads("<1,2;3,4>", Maple, &[2, 2], &ONE_TO_FOUR);
    reads("[1  2]\n[    ]\n[3  4]", SymPy, &[2, 2], &ONE_TO_FOUR);
    reads("⎡1/2  0⎤\n⎢      ⎥\n⎣ 0   1⎦", SymPy, &[2, 2], &[0.5, 0.0, 0.0, 1.0]);
}

#[test]
fn mixed_numbers_and_powers() {
    use Notation::Latex;
    reads("1\\frac{1}{2}", Latex, &[], &[1.5]);
    reads("-2\\tfrac13", Latex, &[], &[-7.0 / 3.0]);
    reads("\\frac{1}{2}\\cdot 10^{3}", Latex, &[], &[500.0]);
    reads("1/2 \\times 10^{3}", Latex, &[], &[500.0]);
    reads("\\frac{\\frac{1}{2}}{4}", Latex, &[], &[0.125]);
    reads("\\left(\\frac{1}{2}\\right)", Latex, &[], &[0.5]);
    reads("1.5\\mathrm{e}{-7}", Latex, &[], &[1.5e-7]);
}
