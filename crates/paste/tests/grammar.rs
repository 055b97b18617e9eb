//! Generated texts of each notation: what is accepted has the value that independent arithmetic gives.
//! `PROPTEST_CASES=100000 cargo test --release -p matwalk-paste --test grammar` for a long run.

use matwalk_paste::{Notation, read};
use proptest::collection::vec;
use proptest::prelude::*;

fn bits(values: &[f32]) -> Vec<u32> {
    values.iter().map(|value| if value.is_nan() { !0 } else { value.to_bits() }).collect()
}

/// A number as a text that all notations share, and its value by the standard library.
fn plain() -> impl Strategy<Value = (String, f32)> {
    let text = prop_oneof![
        (-99i32..=99).prop_map(|n| n.to_string()),
        (-999i32..=999, 0usize..=999).prop_map(|(n, d)| format!("{n}.{d:03}")),
        (-99i32..=99, -9i32..=9).prop_map(|(n, e)| format!("{n}e{e}")),
        (-9i32..=9, 0u8..=9, -9i32..=9).prop_map(|(n, d, e)| format!("{n}.{d}e{e:+03}")),
    ];
    text.prop_map(|text| {
        let value = text.parse().expect("a decimal");
        (text, value)
    })
}

/// A matrix of such numbers.
fn matrix() -> impl Strategy<Value = (usize, usize, Vec<(String, f32)>)> {
    (1usize..=4, 2usize..=4)
        .prop_flat_map(|(rows, cols)| vec(plain(), rows * cols).prop_map(move |cells| (rows, cols, cells)))
}

/// The cells between marks: rows between `rows`, cells between `cells`, each row between `open` and `close`.
fn joined(cols: usize, cells: &[(String, f32)], between: &str, rows: &str, open: &str, close: &str) -> String {
    let row = |row: &[(String, f32)]| {
        let texts: Vec<&str> = row.iter().map(|(text, _)| text.as_str()).collect();
        format!("{open}{}{close}", texts.join(between))
    };
    cells.chunks(cols).map(row).collect::<Vec<_>>().join(rows)
}

/// The same matrix in every notation, with what it must be read as.
fn notations(rows: usize, cols: usize, cells: &[(String, f32)]) -> Vec<(String, Notation)> {
    let list = format!("[{}]", joined(cols, cells, ", ", ", ", "[", "]"));
    let printed = format!("[{}]", joined(cols, cells, " ", "\n ", "[", "]"));
    let braces = format!("{{{}}}", joined(cols, cells, ", ", ", ", "{", "}"));
    let matlab = joined(cols, cells, " ", "; ", "", "");
    let lines = joined(cols, cells, "  ", "\n", " ", "");
    let latex = joined(cols, cells, " & ", " \\\\ ", "", "");
    let r_head: Vec<String> = (1..=cols).map(|n| format!("[,{n}]")).collect();
    let r_rows: Vec<String> = lines.lines().enumerate().map(|(i, line)| format!("[{},]{line}", i + 1)).collect();
    let mathematica = braces.replace('e', "*^").replace("^+", "^");
    let flat = joined(cols, cells, ", ", ", ", "", "");
    vec![
        (list.clone(), Notation::List),
        (format!("const A = {list};"), Notation::List),
        (format!("A: {list}"), Notation::List),
        (format!("x is:\n{printed}"), Notation::NumPy),
        (format!("{printed}\n({rows}, {cols})"), Notation::NumPy),
        (format!("{printed}\n<NDArray {rows}x{cols} @cpu(0)>"), Notation::MxNet),
        (format!("array({list}, dtype=float32)"), Notation::NumPy),
        (format!(">>> a\ntensor({list}, grad_fn=<MmBackward0>)"), Notation::PyTorch),
        (format!("```python\ntensor({list})\ntorch.Size([{rows}, {cols}])\n```"), Notation::PyTorch),
        (
            format!("<tf.Tensor: shape=({rows}, {cols}), dtype=float32, numpy=\narray({list}, dtype=float32)>"),
            Notation::TensorFlow,
        ),
        (format!("tf.tensor2d([{flat}], [{rows}, {cols}])"), Notation::TensorFlowJs),
        (format!("Array({list}, dtype=float32)"), Notation::Jax),
        (format!("Tensor(shape=[{rows}, {cols}], dtype=float32, place=Place(cpu),\n {list})"), Notation::Paddle),
        (format!("float A[{rows}][{cols}] = {braces};"), Notation::Braces),
        (format!("MatrixForm[{mathematica}]"), Notation::Mathematica),
        (format!("Matrix({rows}, {cols}, {list})"), Notation::Maple),
        (format!("Matrix({list})"), Notation::SymPy),
        (format!("A = [{matlab};];"), Notation::Matlab),
        (format!("A =\n\n  {rows}×{cols} single matrix\n\n{lines}\n"), Notation::Matlab),
        (format!("{rows}×{cols} Matrix{{Float64}}:\n{lines}"), Notation::Julia),
        (format!("Float64[{matlab};]"), Notation::Julia),
        (format!("     {}\n{}", r_head.join(" "), r_rows.join("\n")), Notation::R),
        (format!("matrix(c({flat}), nrow = {rows}, byrow = TRUE)"), Notation::R),
        (joined(cols, cells, " | ", "\n", "| ", " |") + "\n|---|---|", Notation::Bars),
        (joined(cols, cells, "\t", "\n", "", ""), Notation::Spreadsheet),
        (joined(cols, cells, ";", "\n", "", ""), Notation::Csv),
        (joined(cols, cells, ", ", "\n", "", ""), Notation::Csv),
        (lines, Notation::Blanks),
        (format!("\\begin{{bmatrix}} {latex} \\end{{bmatrix}}"), Notation::Latex),
        (format!("\\left[ {{\\begin{{array}}{{*{{20}}{{c}}}}{latex}\\end{{array}}}} \\right]"), Notation::Latex),
        (format!("{{\\displaystyle \\mathbf {{A}} ={{\\begin{{pmatrix}}{latex}\\end{{pmatrix}}}}}}"), Notation::Latex),
        (format!("\\pmatrix{{{}}}", latex.replace("\\\\", "\\cr")), Notation::Latex),
        (latex.replace('&', "&amp;") + " \\\\", Notation::Latex),
        (format!("[■({})]", joined(cols, cells, "&", "@", "", "")), Notation::UnicodeMath),
    ]
}

/// What a cell of LaTeX must give: a value, that value or a refusal, or a refusal.
#[derive(Clone, Debug)]
enum Wanted {
    Value(f32),
    Perhaps(f32),
    Refused,
}

/// A cell of LaTeX: signs, fractions, mixed numbers, powers of ten, groups, and what must not be read as any of them.
fn cell() -> impl Strategy<Value = (String, Wanted)> {
    use Wanted::{Perhaps, Refused, Value};
    let n = || 0u32..100;
    let d = || 1u32..100;
    let over = |n: u32, d: u32| n as f32 / d as f32;
    let name = prop_oneof![Just("frac"), Just("dfrac"), Just("tfrac"), Just("nicefrac")];
    prop_oneof![
        plain().prop_map(|(text, value)| (text, Value(value))),
        plain().prop_map(|(text, value)| (format!("\\mathbf{{{text}}}"), Value(value))),
        (n(), d(), name, any::<bool>()).prop_map(move |(n, d, name, minus)| {
            let (sign, factor) = if minus { ("-", -1.0) } else { ("", 1.0) };
            (format!("{sign} \\{name}{{{n}}} {{{d}}}"), Value(factor * over(n, d)))
        }),
        (n(), d(), any::<bool>()).prop_map(move |(n, d, above)| {
            let text = if above { format!("\\frac{{-{n}}}{{{d}}}") } else { format!("\\frac{{{n}}}{{-{d}}}") };
            (text, Value(-over(n, d)))
        }),
        (n(), d()).prop_map(move |(n, d)| (format!("-\\frac{{-{n}}}{{{d}}}"), Perhaps(over(n, d)))),
        (0u32..10, 1u32..10).prop_map(move |(n, d)| (format!("\\frac{n}{d}"), Value(over(n, d)))),
        (1u32..100, n(), d())
            .prop_map(move |(w, n, d)| (format!("{w}\\frac{{{n}}}{{{d}}}"), Perhaps(over(w * d + n, d)))),
        (1u32..100, n(), d())
            .prop_map(move |(w, n, d)| (format!("-{w}\\frac{{{n}}}{{{d}}}"), Perhaps(-over(w * d + n, d)))),
        (n(), d(), 0u32..4).prop_map(move |(n, d, e)| {
            (format!("\\frac{{{n}}}{{{d}}} \\cdot 10^{{{e}}}"), Value(over(n * 10u32.pow(e), d)))
        }),
        (n(), d(), 0u32..4)
            .prop_map(move |(n, d, e)| (format!("{n}/{d} \\times 10^{e}"), Value(over(n * 10u32.pow(e), d)))),
        (n(), -9i32..=9).prop_map(|(n, e)| {
            (format!("{n} \\times 10^{{{e}}}"), Value(format!("{n}e{e}").parse().expect("a decimal")))
        }),
        (n(), d(), d())
            .prop_map(move |(n, d, m)| (format!("\\frac{{\\frac{{{n}}}{{{d}}}}}{{{m}}}"), Perhaps(over(n, d * m)))),
        (n(), d(), d())
            .prop_map(move |(n, d, m)| (format!("\\frac{{{n}}}{{\\frac{{{d}}}{{{m}}}}}"), Perhaps(over(n * m, d)))),
        (n(), d(), n()).prop_map(|(n, d, m)| (format!("\\frac{{{n}}}{{{d}}}{m}"), Refused)),
        (n(), d(), n()).prop_map(|(n, d, m)| (format!("\\frac{{{n}}}{{{d}}}\\frac{{{m}}}{{{d}}}"), Refused)),
        (n(), 1u32..10, n(), d()).prop_map(|(w, t, n, d)| (format!("{w}.{t}\\frac{{{n}}}{{{d}}}"), Refused)),
        (n(), d(), d()).prop_map(|(n, d, m)| (format!("{n} \\times 10^{{{d}/{m}}}"), Refused)),
        (n(), 10u32..100).prop_map(|(n, e)| (format!("{n} \\times 10^{e}"), Refused)),
        (n(), 100u32..1000).prop_map(|(n, m)| (format!("{n}\\,{m}"), Refused)),
        (n(), n()).prop_map(|(n, m)| (format!("{{{n}}}{{{m}}}"), Refused)),
        (n(), n()).prop_map(|(n, m)| (format!("{n}{{,}}{m}"), Refused)),
        (n(), n()).prop_map(|(n, m)| (format!("{n} - {m}"), Refused)),
        (2u32..10, n()).prop_map(|(n, m)| (format!("{n}^{{{m}}}"), Refused)),
        (n(), 2u32..9).prop_map(|(n, m)| (format!("{n}.\\overline{{{m}}}"), Refused)),
        (n(), d()).prop_map(|(n, d)| (format!("\\sqrt[{d}]{{{n}}}"), Refused)),
    ]
}

/// Two numbers with one mark between them that may join or part them, and what each meaning makes of them.
fn doubtful() -> impl Strategy<Value = (String, Vec<Vec<f32>>)> {
    let decimal = |n: u32, m: &str| format!("{n}.{m}").parse::<f32>().expect("a decimal");
    let group = |n: u32, m: u32| format!("{n}{m:03}").parse::<f32>().expect("digits");
    prop_oneof![
        (1u32..1000, 0u32..100).prop_map(move |(n, m)| {
            (format!("{n},{m:02}"), vec![vec![decimal(n, &format!("{m:02}"))], vec![n as f32, m as f32]])
        }),
        (1u32..1000, 0u32..1000).prop_map(move |(n, m)| {
            let text = format!("{m:03}");
            (format!("{n},{text}"), vec![vec![decimal(n, &text)], vec![group(n, m)], vec![n as f32, m as f32]])
        }),
        (1u32..1000, 0u32..1000, prop_oneof![Just('\u{a0}'), Just('\u{202f}'), Just('\u{2009}')]).prop_map(
            move |(n, m, blank)| (format!("{n}{blank}{m:03}"), vec![vec![group(n, m)], vec![n as f32, m as f32]])
        ),
        (1u32..1000).prop_map(|n| (format!("({n})"), vec![vec![-(n as f32)], vec![n as f32]])),
        (1u32..1000).prop_map(|n| (format!("{n}-"), vec![vec![-(n as f32)]])),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_matrix_is_the_same_in_every_notation((rows, cols, cells) in matrix()) {
        let values: Vec<f32> = cells.iter().map(|(_, value)| *value).collect();
        for (text, notation) in notations(rows, cols, &cells) {
            let pasted = read(&text).map_err(|error| TestCaseError::fail(format!("{text}: {error}")))?;
            prop_assert_eq!(pasted.notation, notation, "{}", text);
            prop_assert_eq!(pasted.tensors.len(), 1, "{}", text);
            let tensor = &pasted.tensors[0];
            prop_assert_eq!(bits(&tensor.values), bits(&values), "{}", text);
            let flat = rows == 1 && matches!(notation, Notation::Spreadsheet | Notation::Csv | Notation::Blanks);
            let sizes = if flat { vec![cols] } else { vec![rows, cols] };
            prop_assert_eq!(tensor.shape.dims(), sizes, "{}", text);
        }
    }

    #[test]
    fn a_cell_of_latex_has_its_value_or_none((text, wanted) in cell(), beside in plain()) {
        let matrix = format!("\\begin{{bmatrix}} {text} & {} \\end{{bmatrix}}", beside.0);
        match (read(&matrix), wanted) {
            (Ok(pasted), Wanted::Value(value) | Wanted::Perhaps(value)) => {
                prop_assert_eq!(bits(&pasted.tensors[0].values), bits(&[value, beside.1]), "{}", matrix);
            }
            (Err(_), Wanted::Perhaps(_) | Wanted::Refused) => {}
            (read, wanted) => prop_assert!(false, "{}: {:?}, wanted {:?}", matrix, read, wanted),
        }
    }

    #[test]
    // Without d and f, which are exponents of Fortran and Julia.
    fn neighbours_that_touch_are_refused(left in plain(), right in plain(), glue in "[a-ceg-z%$°]{0,2}") {
        let text = format!("[{}{glue}{}, 1]", left.0, right.0);
        if let Ok(pasted) = read(&text) {
            // What is left is one number: `1` and `2e5` are 12e5.
            let value: Result<f32, _> = format!("{}{glue}{}", left.0, right.0).parse();
            prop_assert_eq!(value.map(f32::to_bits), Ok(pasted.tensors[0].values[0].to_bits()), "{}", text);
        }
    }

    #[test]
    fn a_text_in_doubt_is_refused_and_offers_every_meaning((text, meanings) in doubtful()) {
        let error = read(&text).expect_err(&text);
        let offered: Vec<Vec<f32>> = error.choices.iter().map(|choice| choice.pasted.tensors[0].values.clone()).collect();
        prop_assert_eq!(offered, meanings, "{}", text);
    }
}
