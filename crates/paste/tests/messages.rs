//! What a refusal says: the kind of the error, its place, and the meanings that it offers.

use matwalk_core::number::NumberError;
use matwalk_paste::Meaning::{self, *};
use matwalk_paste::{PasteErrorKind, read};

#[track_caller]
fn fails(text: &str, line: usize, column: usize, kind: PasteErrorKind) {
    let error = match read(text) {
        Ok(pasted) => panic!("{text:?} is read: {pasted:?}"),
        Err(error) => error,
    };
    assert_eq!((error.line, error.column, error.kind), (line, column, kind), "{text:?}");
}

/// The meanings that are offered, each with the number in doubt and what would be read.
#[track_caller]
fn offers(text: &str, choices: &[(Meaning, &str, &[usize], &[f32])]) {
    let error = read(text).expect_err(text);
    let found: Vec<_> = error
        .choices
        .iter()
        .map(|choice| {
            let tensor = &choice.pasted.tensors[0];
            (choice.meaning, choice.sample.as_str(), tensor.shape.dims(), &tensor.values[..])
        })
        .collect();
    assert_eq!(found, choices, "{text:?}");
}

fn number(text: &str, error: NumberError) -> PasteErrorKind {
    PasteErrorKind::Number { text: text.into(), error }
}

fn unexpected(text: &str) -> PasteErrorKind {
    PasteErrorKind::Unexpected { text: text.into() }
}

fn unclosed(text: &str) -> PasteErrorKind {
    PasteErrorKind::Unclosed { text: text.into() }
}

fn comma(text: &str) -> PasteErrorKind {
    PasteErrorKind::Comma { text: text.into() }
}

fn grouping(text: &str) -> PasteErrorKind {
    PasteErrorKind::Grouping { text: text.into() }
}

fn expression(text: &str) -> PasteErrorKind {
    PasteErrorKind::Expression { text: text.into() }
}

fn unknown(name: &str) -> PasteErrorKind {
    PasteErrorKind::UnknownName { name: name.into() }
}

fn word(text: &str) -> PasteErrorKind {
    PasteErrorKind::Word { text: text.into() }
}

fn wrong_shape(stated: &str, found: &str) -> PasteErrorKind {
    PasteErrorKind::WrongShape { stated: stated.into(), found: found.into() }
}

#[test]
fn places_and_kinds() {
    use NumberError::{Empty, NotANumber, TooLarge};
    use PasteErrorKind::{Elided, Ragged, TooDeep};
    fails("", 1, 1, PasteErrorKind::Empty);
    fails(" \n\t\n", 1, 1, PasteErrorKind::Empty);
    fails("1 2\n3 four", 2, 3, number("four", NotANumber { at: 0 }));
    fails("가 2", 1, 1, number("가", NotANumber { at: 0 }));
    fails("1\t2\n3\t", 2, 3, number("", Empty));
    fails("1\t1,000", 1, 3, comma("1,000"));
    fails("1,000", 1, 1, comma("1,000"));
    fails("1,5;2,5", 1, 1, comma("1,5"));
    fails("1/0\t2", 1, 1, number("1/0", NumberError::DivisionByZero));
    fails("[1e39]", 1, 2, number("1e39", TooLarge));
    fails("1 2 3\n4 5", 2, 1, Ragged { expected: 3, got: 2 });
    fails("[[1, 2],\n [3]]", 2, 2, Ragged { expected: 2, got: 1 });
    fails("[[[1, 2]], [[3, 4], [5, 6]]]", 1, 12, Ragged { expected: 1, got: 2 });
    fails("[1 2; 3]", 1, 7, Ragged { expected: 2, got: 1 });
    fails("\\begin{bmatrix}1&2\\\\\n3\\end{bmatrix}", 2, 1, Ragged { expected: 2, got: 1 });
    fails("2x3:1,2", 1, 5, Ragged { expected: 6, got: 2 });
    fails("[1, 2", 1, 1, unclosed("["));
    fails("[[1, 2], [3, 4]", 1, 1, unclosed("["));
    fails("\\begin{bmatrix} 1 & 2", 1, 1, unclosed("\\begin{bmatrix}"));
    fails("[1, 2)", 1, 6, PasteErrorKind::NotOpened { text: ")".into() });
    fails("[1,, 2]", 1, 4, unexpected(","));
    fails("[1, [2]]", 1, 5, unexpected("["));
    fails("[[1], 2]", 1, 7, unexpected("2"));
    fails("[1, 2] + 1", 1, 8, expression("+ 1"));
    fails("sin([1, 2])", 1, 1, expression("sin"));
    fails("[[[[[[[1]]]]]]]", 1, 7, TooDeep);
    fails("tensor([0., 1.,  ..., 9.])", 1, 18, Elided);
    fails("tensor([[0., 1.],\n        ...,\n        [2., 3.]])", 2, 9, Elided);
    fails("[0 1 2 ... 7 8 9]", 1, 8, Elided);
    fails("[[0 1]\n ...\n [8 9]]", 2, 2, Elided);
    fails("1 2 … 9", 1, 5, Elided);
    fails("\\begin{bmatrix} 1 & \\cdots & 3 \\end{bmatrix}", 1, 21, Elided);
}

#[test]
fn real_causes() {
    use PasteErrorKind::{Accounting, Glued, MergedCells, NoNumber, Range, Several, ShapeOnly, Transpose};
    // Words.
    fails("hello world", 1, 1, NoNumber);
    fails("torch.Size([10, 784])", 1, 1, ShapeOnly);
    fails("$1,234.50", 1, 1, word("$"));
    fails("50%\t20%", 1, 3, word("%"));
    fails("\\begin{bmatrix}1\\text{ m} & 2\\end{bmatrix}", 1, 22, word("{ m}"));
    // A shape that the numbers don't have.
    fails("[1. 2. 3.] (4,)", 1, 12, wrong_shape("(4)", "(3)"));
    fails("tensor([[1., 2.]])\ntorch.Size([2, 2])", 2, 1, wrong_shape("(2, 2)", "(1, 2)"));
    fails("2×2 Matrix{Float64}:\n 1.0  2.0", 1, 1, wrong_shape("(2, 2)", "(2)"));
    fails("tensor([], size=(2, 3))", 1, 17, wrong_shape("(2, 3)", "(0)"));
    // Not a calculation.
    fails("1:3", 1, 1, Range { text: "1:3".into() });
    fails("[0:5]", 1, 2, Range { text: "0:5".into() });
    fails("1–3", 1, 1, Range { text: "1–3".into() });
    fails("[1 - 2]", 1, 4, expression("- 2"));
    fails("2*3", 1, 1, expression("2*3"));
    fails("2^10", 1, 1, expression("2^10"));
    fails("[sqrt(2), 1]", 1, 2, expression("sqrt"));
    fails("\\begin{bmatrix}10^{1/2} & 1\\end{bmatrix}", 1, 16, expression("10^{1/2}"));
    fails("\\begin{bmatrix}2 \\cdot 3\\end{bmatrix}", 1, 16, expression("2 \\cdot 3"));
    fails("3\\begin{bmatrix}1\\end{bmatrix}", 1, 1, expression("3"));
    fails("A = 3\\begin{bmatrix}1\\end{bmatrix}", 1, 5, expression("3"));
    fails("\\begin{bmatrix}1\\end{bmatrix}^{-1}", 1, 30, expression("^{-1}"));
    // Neighbours that touch.
    fails("\\frac{1}{2}3", 1, 12, Glued { text: "3".into() });
    fails("1.5\\frac{1}{2}", 1, 1, Glued { text: "1.5\\frac{1}{2}".into() });
    fails("\\frac12\\frac13", 1, 8, Glued { text: "\\frac13".into() });
    // Names.
    fails("torch.eye(3)", 1, 1, unknown("torch.eye"));
    fails("tensor([1.]).softmax(0)", 1, 13, unknown(".softmax"));
    fails("\\begin{foo}1\\end{foo}", 1, 1, unknown("foo"));
    fails("tensor(indices=tensor([[0]]), values=tensor([2.]))", 1, 8, unknown("indices"));
    // Brackets and braces, each by its own name.
    fails("\\left[ {\\begin{array}{c}1\\end{array} \\right]", 1, 8, unclosed("{"));
    fails("\\begin{bmatrix}1\\end{bmatrix}}", 1, 30, PasteErrorKind::NotOpened { text: "}".into() });
    fails("1]", 1, 1, number("1]", NumberError::NotANumber { at: 1 }));
    fails("[1, 'a]", 1, 5, unclosed("'"));
    // Several.
    fails("tensor([1.])\ntensor([2.])", 2, 1, Several { count: 2 });
    fails("\\begin{bmatrix}1\\end{bmatrix}\\begin{bmatrix}2\\end{bmatrix}", 1, 30, Several { count: 2 });
    fails("\\begin{bmatrix}1&2\\end{bmatrix}^T", 1, 32, Transpose);
    fails("\\begin{array}{cc}\\multicolumn{2}{c}{1}\\end{array}", 1, 18, MergedCells);
    // Accounting.
    fails("(5)", 1, 1, Accounting { text: "(5)".into() });
    fails("5.00-\t2", 1, 1, Accounting { text: "5.00-".into() });
    fails("[1, (2)]", 1, 5, Accounting { text: "(2)".into() });
}

#[test]
fn commas_and_blanks() {
    fails("1,5", 1, 1, comma("1,5"));
    fails("1,5 2,5", 1, 1, comma("1,5"));
    fails("[1,5 2,5]", 1, 2, comma("1,5"));
    fails("１，５", 1, 1, comma("１，５"));
    fails("\\begin{bmatrix}1,5 & 2\\end{bmatrix}", 1, 16, comma("1,5"));
    fails("1{,}5", 1, 1, comma("1{,}5"));
    fails("29\u{202f}512", 1, 1, grouping("29\u{202f}512"));
    fails("1'234", 1, 1, grouping("1'234"));
    fails("[1'234, 2]", 1, 2, grouping("1'234"));
    fails("12 000", 1, 1, grouping("12 000"));
    fails("\\begin{bmatrix}1\\,234 & 1\\end{bmatrix}", 1, 16, grouping("1\\,234"));
    let two = |a: f32, b: f32| [a, b];
    offers("1,5", &[(DecimalComma, "1.5", &[], &[1.5]), (Separator, "1, 5", &[2], &two(1., 5.))]);
    offers(
        "12,345",
        &[
            (DecimalComma, "12.345", &[], &[12.345]),
            (ThousandsComma, "12345", &[], &[12345.]),
            (Separator, "12, 345", &[2], &two(12., 345.)),
        ],
    );
    offers("1,5\t2,5", &[(DecimalComma, "1.5", &[2], &two(1.5, 2.5))]);
    offers("1,5 2,5", &[(DecimalComma, "1.5", &[2], &two(1.5, 2.5))]);
    offers("1.234,5", &[(DecimalComma, "1234.5", &[], &[1234.5]), (Separator, "1.234, 5", &[2], &two(1.234, 5.))]);
    offers("1,234.5", &[(ThousandsComma, "1234.5", &[], &[1234.5]), (Separator, "1, 234.5", &[2], &two(1., 234.5))]);
    offers(
        "29\u{a0}512",
        &[(GroupingBlank, "29512", &[], &[29512.]), (SeparatingBlank, "29, 512", &[2], &two(29., 512.))],
    );
    offers("1\u{202f}234,5\n2\u{202f}345,5", &[(DecimalComma, "1234.5", &[2, 1], &two(1234.5, 2345.5))]);
    offers("(5)", &[(Negative, "-5", &[], &[-5.]), (Positive, "5", &[], &[5.])]);
    offers("(1) (2)", &[(Negative, "-1", &[2], &two(-1., -2.)), (Positive, "1", &[2], &two(1., 2.))]);
    offers("5-", &[(Negative, "-5", &[], &[-5.])]);
    let transposed = "\\begin{bmatrix}1&2\\end{bmatrix}^T";
    offers(transposed, &[(Transposed, "", &[2, 1], &two(1., 2.)), (AsWritten, "", &[1, 2], &two(1., 2.))]);
    offers(
        "tensor([1.])\ntensor([2.])",
        &[(All, "", &[1], &[1.]), (First, "", &[1], &[1.]), (Second, "", &[1], &[2.])],
    );
    fails("1 1/2", 1, 1, grouping("1 1/2"));
    offers("1 1/2", &[(SeparatingBlank, "1, 1/2", &[2], &two(1., 0.5))]);
    offers(
        "29&nbsp;512",
        &[(GroupingBlank, "29512", &[], &[29512.]), (SeparatingBlank, "29, 512", &[2], &two(29., 512.))],
    );
    // No doubt.
    for text in
        ["1,2,3", "1, 5", "[1,5]", "[[1,5],[2,5]]", "-1,-5", "1.5,2.5", "[1,5;2,5]", "x,y\n1,5", "100 200 300", "1 234"]
    {
        assert!(read(text).is_ok(), "{text:?}: {:?}", read(text));
    }
}
