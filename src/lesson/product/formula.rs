//! The step's formula as MathML, with the real numbers: done, current and pending terms told apart.

use super::sentence;
use super::stage::{Figure, Formula, Target, Term, TermState};
use crate::lesson::operand::Side;
use crate::ui::formula::Math;

/// How the formula names things.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Names {
    /// Whether the left operand is a vector.
    pub lhs_vector: bool,
    /// Whether the right operand is a vector.
    pub rhs_vector: bool,
    /// Rank of the result, 0 to 2.
    pub out_rank: usize,
    /// What indices count from, 1 or 0.
    pub base: usize,
}

impl Names {
    /// `A₂₃`, or `A:₃` for a whole column; of a vector `a₃`.
    fn lhs(self, row: Option<usize>, p: usize) -> Math {
        self.part("a", sentence::name(Side::Lhs, self.lhs_vector), self.lhs_vector, (row, Some(p)), p)
    }

    /// `B₃₂`, or `B₃:` for a whole row; of a vector `b₃`.
    fn rhs(self, p: usize, col: Option<usize>) -> Math {
        self.part("b", sentence::name(Side::Rhs, self.rhs_vector), self.rhs_vector, (Some(p), col), p)
    }

    fn part(
        self,
        class: &'static str,
        letter: &'static str,
        vector: bool,
        (row, col): (Option<usize>, Option<usize>),
        p: usize,
    ) -> Math {
        let index = if vector { (p + self.base).to_string() } else { self.index(row, col) };
        Math::node("msub", class, vec![Math::leaf("mi", "", letter), Math::leaf("mn", "", index)])
    }

    /// `21`, `10,2`; `:` stands for all there are.
    fn index(self, row: Option<usize>, col: Option<usize>) -> String {
        let text = |index: Option<usize>| index.map_or(":".to_owned(), |index| (index + self.base).to_string());
        let all = row.is_none() || col.is_none();
        let (row, col) = (text(row), text(col));
        let comma = if !all && row.len() + col.len() > 2 { "," } else { "" };
        format!("{row}{comma}{col}")
    }
}

/// `C₂₁`, `= 4·1`, `+ 5·3`, …, `= 19`: pieces that stand side by side, and on a narrow screen on several lines.
pub fn formula_math(formula: &Formula, names: Names) -> Vec<Math> {
    let mut pieces = vec![piece(vec![target(formula.target, names)])];
    match formula.target {
        Target::Cell(..) => {
            let dot = |term: &Term| vec![factor(term.lhs.first(), "a"), Math::op("·"), factor(term.rhs.first(), "b")];
            sum(&mut pieces, &formula.terms, |term| term_math(term.state, dot(term)));
            sum(&mut pieces, &formula.terms, |term| {
                let value = match (&term.product, term.state) {
                    (_, TermState::Pending) => dots("…"),
                    (Some(product), _) => factor(Some(product), ""),
                    (None, _) => row(Vec::new()),
                };
                term_math(term.state, vec![value])
            });
        }
        // What is too long to be written out goes by its name.
        Target::Column(col) => sum(&mut pieces, &formula.terms, |term| {
            let parts = if term.lhs.is_empty() {
                vec![names.rhs(term.p, Some(col)), Math::op("·"), names.lhs(None, term.p)]
            } else {
                vec![factor(term.rhs.first(), "b"), Math::op("·"), vector(&term.lhs, true, "a")]
            };
            term_math(term.state, parts)
        }),
        Target::Row(row) => sum(&mut pieces, &formula.terms, |term| {
            let parts = if term.lhs.is_empty() {
                vec![names.lhs(Some(row), term.p), Math::op("·"), names.rhs(term.p, None)]
            } else {
                vec![factor(term.lhs.first(), "a"), Math::op("·"), vector(&term.rhs, false, "b")]
            };
            term_math(term.state, parts)
        }),
        Target::Whole => sum(&mut pieces, &formula.terms, |term| {
            let parts = if term.lhs.is_empty() {
                vec![names.lhs(None, term.p), names.rhs(term.p, None)]
            } else {
                vec![vector(&term.lhs, true, "a"), vector(&term.rhs, false, "b")]
            };
            term_math(term.state, parts)
        }),
    }
    match (formula.target, formula.partial.as_slice()) {
        (_, []) => return pieces,
        (Target::Cell(..), [value, ..]) => pieces.push(piece(vec![Math::op("="), number(value, "out")])),
        (_, values) => pieces.push(piece(vec![Math::op("="), table(values, formula.cols, "out")])),
    }
    // Half a sum equals nothing but itself and the rest.
    if !formula.complete {
        pieces.push(piece(vec![Math::op("+"), Math::node("mrow", "term term--todo", vec![dots("…")])]));
    }
    pieces
}

/// What stays together on a line.
fn piece(parts: Vec<Math>) -> Math {
    Math::node("math", "formula", parts)
}

/// What is left out. Not an operator, which would keep its distance.
fn dots(text: &'static str) -> Math {
    Math::leaf("mi", "", text)
}

fn row(children: Vec<Math>) -> Math {
    Math::node("mrow", "", children)
}

fn target(target: Target, names: Names) -> Math {
    let index = match (target, names.out_rank) {
        (Target::Whole, _) | (_, 0) => String::new(),
        (Target::Cell(row, col), 1) => (row.max(col) + names.base).to_string(),
        (Target::Cell(row, col), _) => names.index(Some(row), Some(col)),
        (Target::Column(_) | Target::Row(_), 1) => String::new(),
        (Target::Column(col), _) => names.index(None, Some(col)),
        (Target::Row(row), _) => names.index(Some(row), None),
    };
    let letter = if names.out_rank == 2 { "C" } else { "c" };
    if index.is_empty() {
        Math::leaf("mi", "out", letter)
    } else {
        Math::node("msub", "out", vec![Math::leaf("mi", "", letter), Math::leaf("mn", "", index)])
    }
}

/// `= term`, `+ term`, …; `⋯` for those left out.
fn sum(pieces: &mut Vec<Math>, terms: &[Option<Term>], each: impl Fn(&Term) -> Math) {
    for (i, term) in terms.iter().enumerate() {
        let sign = Math::op(if i == 0 { "=" } else { "+" });
        pieces.push(piece(vec![sign, term.as_ref().map_or_else(|| dots("⋯"), &each)]));
    }
}

fn term_math(state: TermState, inner: Vec<Math>) -> Math {
    let class = match state {
        TermState::Done => "term term--done",
        TermState::Current => "term term--now",
        TermState::Pending => "term term--todo",
    };
    Math::node("mrow", class, inner)
}

/// A number among others; a negative one in parentheses.
fn factor(figure: Option<&Figure>, class: &'static str) -> Math {
    match figure {
        Some(figure) if figure.negative => row(vec![Math::op("("), number(figure, class), Math::op(")")]),
        Some(figure) => number(figure, class),
        None => row(Vec::new()),
    }
}

fn number(figure: &Figure, class: &'static str) -> Math {
    let class = if figure.sound { class.to_owned() } else { format!("{class} bad") };
    // A real minus sign, as wide as a plus.
    Math::leaf("mn", class, figure.text.clone())
}

fn vector(figures: &[Figure], standing: bool, class: &'static str) -> Math {
    table(figures, if standing { 1 } else { figures.len() }, class)
}

fn table(figures: &[Figure], cols: usize, class: &'static str) -> Math {
    let cell = |figure: &Figure| Math::node("mtd", "", vec![number(figure, class)]);
    let rows = figures.chunks(cols.max(1)).map(|row| Math::node("mtr", "", row.iter().map(cell).collect()));
    row(vec![Math::op("["), Math::node("mtable", "", rows.collect()), Math::op("]")])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figure(text: &str) -> Figure {
        Figure::of(text.parse().ok())
    }

    /// What a person reads, without the markup.
    fn read(parts: &[Math]) -> String {
        parts.iter().map(|part| format!("{}{}", part.text, read(&part.children))).collect()
    }

    #[test]
    fn a_cell_reads_as_on_paper() {
        let term = |lhs: &str, rhs: &str, product: Option<&str>, state| {
            Some(Term { p: 0, lhs: vec![figure(lhs)], rhs: vec![figure(rhs)], product: product.map(figure), state })
        };
        let formula = Formula {
            target: Target::Cell(1, 0),
            terms: vec![
                term("4", "1", Some("4"), TermState::Done),
                term("-5", "3", Some("-15"), TermState::Current),
                term("6", "5", None, TermState::Pending),
            ],
            partial: vec![figure("-11")],
            rows: 1,
            cols: 1,
            complete: false,
        };
        let parts = formula_math(&formula, Names { lhs_vector: false, rhs_vector: false, out_rank: 2, base: 1 });
        assert_eq!(read(&parts), "C21=4·1+(−5)·3+6·5=4+(−15)+…=−11+…");
    }
}
