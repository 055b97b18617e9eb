//! Texts drawn from a seeded sequence: the gathered ones with characters and pieces changed, and pieces put together.

/// SplitMix64.
pub struct Draw(pub u64);

/// What texts of numbers are made of.
const MARKS: &str = "0123456789.-+e,;:x[](){}<>&|=*/'\"\\^_%#$ \t\n\u{a0}\u{202f}−½１，가";

/// Pieces that lead into the readers.
pub const PIECES: [&str; 96] = [
    "1",
    "2.5",
    "-3",
    "1e5",
    "1/3",
    "nan",
    "inf",
    ".",
    "e",
    "-",
    "+",
    "/",
    ",",
    ";",
    " ",
    " ",
    "\n",
    "\t",
    "[",
    "]",
    "(",
    ")",
    "{",
    "}",
    "[[",
    "]]",
    "], [",
    "...",
    "…",
    "*",
    "=",
    "'",
    "\"",
    "<",
    ">",
    "#",
    "%",
    "tensor(",
    "np.array(",
    "torch.zeros(",
    "float('nan')",
    ", dtype=x",
    ", size=(2, 0)",
    "\\begin{bmatrix}",
    "\\end{bmatrix}",
    "\\\\",
    "&",
    "\\frac{1}{2}",
    "\\frac",
    "\\left[",
    "\\times 10^{2}",
    "\\",
    "$",
    "\\dots",
    "^",
    "~",
    "１",
    "，",
    "−",
    "가",
    "\u{feff}",
    "2x3:",
    "scalar:",
    "seed7",
    "x",
    ":",
    "1,000",
    "Out[1]:",
    "A =",
    "1.0e+03 *",
    "\r",
    "_",
    "∞",
    "%\n",
    "99999999999",
    ">>> ",
    "... ",
    "julia> ",
    "```\n",
    "[1,]",
    "[,1]",
    "[1] ",
    "Columns 1 through 2",
    "| ",
    "|---|",
    "⎡",
    "2×2 Matrix{Int}:",
    "matrix(c(",
    "Matrix(2, 2, ",
    "<<",
    "|",
    "■(",
    "&amp;",
    "torch.Size([2, 2])",
    ".T",
    "½",
];

impl Draw {
    fn word(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let x = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        x ^ (x >> 31)
    }

    pub fn below(&mut self, limit: usize) -> usize {
        (self.word() % limit.max(1) as u64) as usize
    }

    fn mark(&mut self) -> char {
        let count = MARKS.chars().count();
        MARKS.chars().nth(self.below(count)).unwrap_or(' ')
    }

    /// Pieces in a row.
    pub fn pieces(&mut self) -> String {
        (0..self.below(24)).map(|_| PIECES[self.below(PIECES.len())]).collect()
    }

    /// A text with a few characters replaced, doubled or dropped, a piece put in, or a part of another text.
    pub fn changed(&mut self, text: &str, other: &str) -> String {
        let mut chars: Vec<char> = text.chars().collect();
        for _ in 0..=self.below(4) {
            let at = self.below(chars.len() + 1);
            match self.below(6) {
                0 if at < chars.len() => chars[at] = self.mark(),
                1 if at < chars.len() => drop(chars.remove(at)),
                2 => chars.insert(at, self.mark()),
                3 => drop(chars.splice(at..at, PIECES[self.below(PIECES.len())].chars())),
                4 => {
                    let end = (at + self.below(12)).min(chars.len());
                    let part: Vec<char> = chars[at..end].to_vec();
                    chars.splice(at..at, part);
                }
                _ => {
                    let other: Vec<char> = other.chars().collect();
                    let start = self.below(other.len() + 1);
                    let end = (start + self.below(24)).min(other.len());
                    chars.splice(at..at, other[start..end].iter().copied());
                }
            }
        }
        chars.into_iter().collect()
    }
}
