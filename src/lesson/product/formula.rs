//! The step's formula as MathML, with the real numbers: done, current and pending terms told apart.

use super::stage::{Figure, Formula, Target, Term, TermState};
use leptos::prelude::*;

/// How the formula names things.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Names {
    /// Rank of the result, 0 to 2.
    pub out_rank: usize,
    /// What indices count from, 1 or 0.
    pub base: usize,
}

/// `C₂₁ = 4·1 + 5·3 + 6·5 = 4 + 15 + … = 19`.
pub fn formula_view(formula: &Formula, names: Names) -> impl IntoView + use<> {
    let sums = match formula.target {
        Target::Cell(..) => {
            let products = joined(&formula.terms, |term| {
                let inner = view! { {factor(term.lhs.first(), "a")}<mo>"·"</mo>{factor(term.rhs.first(), "b")} };
                term_view(term.state, inner.into_any())
            });
            let values = joined(&formula.terms, |term| {
                let inner = match (&term.product, term.state) {
                    (_, TermState::Pending) => view! { <mo>"…"</mo> }.into_any(),
                    (Some(product), _) => number(product, "").into_any(),
                    (None, _) => ().into_any(),
                };
                term_view(term.state, inner)
            });
            view! { {products}<mo>"="</mo>{values} }.into_any()
        }
        Target::Column(_) => blend(formula, |term| {
            view! { {factor(term.rhs.first(), "b")}<mo>"·"</mo>{vector(&term.lhs, true, "a")} }.into_any()
        }),
        Target::Row(_) => blend(formula, |term| {
            view! { {factor(term.lhs.first(), "a")}<mo>"·"</mo>{vector(&term.rhs, false, "b")} }.into_any()
        }),
        Target::Whole => {
            blend(formula, |term| view! { {vector(&term.lhs, true, "a")}{vector(&term.rhs, false, "b")} }.into_any())
        }
    };
    let result = match (formula.target, formula.partial.as_slice()) {
        (_, []) => ().into_any(),
        (Target::Cell(..), [value, ..]) => view! { <mo>"="</mo>{number(value, "out")} }.into_any(),
        (_, values) => view! { <mo>"="</mo>{table(values, formula.cols, "out")} }.into_any(),
    };
    view! {
        <math class="formula" display="block">
            <mrow>{target(formula.target, names)}<mo>"="</mo>{sums}{result}</mrow>
        </math>
    }
}

fn target(target: Target, Names { out_rank, base }: Names) -> AnyView {
    let index = match (target, out_rank) {
        (Target::Whole, _) | (_, 0) => String::new(),
        (Target::Cell(row, col), 1) => (row.max(col) + base).to_string(),
        (Target::Cell(row, col), _) if row + base > 9 || col + base > 9 => format!("{},{}", row + base, col + base),
        (Target::Cell(row, col), _) => format!("{}{}", row + base, col + base),
        (Target::Column(_) | Target::Row(_), 1) => String::new(),
        (Target::Column(col), _) => format!(":{}", col + base),
        (Target::Row(row), _) => format!("{}:", row + base),
    };
    let letter = if out_rank == 2 { "C" } else { "c" };
    if index.is_empty() {
        view! { <mi class="out">{letter}</mi> }.into_any()
    } else {
        view! { <msub class="out"><mi>{letter}</mi><mn>{index}</mn></msub> }.into_any()
    }
}

/// Terms with plus signs between them; `…` for those left out.
fn joined(terms: &[Option<Term>], each: impl Fn(&Term) -> AnyView) -> AnyView {
    terms
        .iter()
        .enumerate()
        .map(|(i, term)| {
            let plus = (i > 0).then(|| view! { <mo>"+"</mo> });
            let term = match term {
                Some(term) => each(term),
                None => view! { <mo>"⋯"</mo> }.into_any(),
            };
            view! { {plus}{term} }
        })
        .collect_view()
        .into_any()
}

fn blend(formula: &Formula, each: impl Fn(&Term) -> AnyView) -> AnyView {
    joined(&formula.terms, |term| {
        let inner = if term.lhs.is_empty() { view! { <mo>"⋯"</mo> }.into_any() } else { each(term) };
        term_view(term.state, inner)
    })
}

fn term_view(state: TermState, inner: AnyView) -> AnyView {
    let class = match state {
        TermState::Done => "term term--done",
        TermState::Current => "term term--now",
        TermState::Pending => "term term--todo",
    };
    view! { <mrow class=class>{inner}</mrow> }.into_any()
}

fn factor(figure: Option<&Figure>, class: &'static str) -> AnyView {
    match figure {
        Some(figure) if figure.negative => {
            view! { <mrow><mo>"("</mo>{number(figure, class)}<mo>")"</mo></mrow> }.into_any()
        }
        Some(figure) => number(figure, class).into_any(),
        None => ().into_any(),
    }
}

fn number(figure: &Figure, class: &'static str) -> impl IntoView + use<> {
    let class = if figure.sound { class.to_owned() } else { format!("{class} bad") };
    // A real minus sign, as wide as a plus.
    view! { <mn class=class>{figure.text.replace('-', "−")}</mn> }
}

fn vector(figures: &[Figure], standing: bool, class: &'static str) -> AnyView {
    table(figures, if standing { 1 } else { figures.len() }, class)
}

fn table(figures: &[Figure], cols: usize, class: &'static str) -> AnyView {
    let rows = figures
        .chunks(cols.max(1))
        .map(|row| {
            let cells = row.iter().map(|figure| view! { <mtd>{number(figure, class)}</mtd> }).collect_view();
            view! { <mtr>{cells}</mtr> }
        })
        .collect_view();
    view! { <mrow><mo>"["</mo><mtable>{rows}</mtable><mo>"]"</mo></mrow> }.into_any()
}
