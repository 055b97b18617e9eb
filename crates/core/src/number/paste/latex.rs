//! LaTeX matrices.

use super::numbers::Numbers;
use super::source::Source;
use super::token::dots_end;
use super::{PasteError, PasteErrorKind, PasteForm, Pasted};

/// Environments that hold rows of numbers.
const MATRICES: [&str; 8] = ["matrix", "bmatrix", "pmatrix", "vmatrix", "Bmatrix", "Vmatrix", "smallmatrix", "array"];

/// Environments around a formula.
const FORMULAS: [&str; 8] = ["equation", "equation*", "displaymath", "math", "align", "align*", "gather", "gather*"];

/// Commands that make a gap or a style and say nothing.
const SILENT: [&str; 14] = [
    "displaystyle",
    "textstyle",
    "hline",
    "quad",
    "qquad",
    "mathrm",
    "text",
    "mathbf",
    "operatorname",
    "mathit",
    ",",
    ";",
    ":",
    "!",
];

/// Commands that stand for entries left out.
const DOTS: [&str; 6] = ["dots", "cdots", "ldots", "vdots", "ddots", "dotsc"];

/// Whether the text has what only LaTeX has.
pub(super) fn looks_like(source: &Source) -> bool {
    (0..source.len()).any(|i| matches!(source.at(i), Some('\\' | '&')) || source.starts_with(i, "^{"))
}

/// Reads a matrix: everything else must be what a formula is wrapped in.
pub(super) fn read(source: &Source) -> Result<Pasted, PasteError> {
    let mut reader = Reader { source, at: 0 };
    let start = reader.wrapping(true)?;
    let mut rows = Rows::default();
    let end = match start {
        Some(place) => {
            reader.rows(&mut rows, Some(place))?;
            reader.wrapping(false)?;
            place
        }
        // Rows without anything around them.
        None => {
            reader.at = 0;
            reader.rows(&mut rows, None)?;
            0
        }
    };
    let cols = rows.cols.ok_or_else(|| source.error(end, PasteErrorKind::Empty))?;
    let sizes = [rows.count, cols];
    // A number by itself, `10^{7}`, is no matrix.
    let sizes = if start.is_none() && sizes == [1, 1] { &[] } else { &sizes[..] };
    rows.numbers.into_pasted(source, end, sizes, PasteForm::Latex)
}

#[derive(Default)]
struct Rows {
    numbers: Numbers,
    count: usize,
    cols: Option<usize>,
}

struct Reader<'a> {
    source: &'a Source,
    at: usize,
}

/// How a cell ends.
#[derive(PartialEq, Eq)]
enum End {
    Cell,
    Row,
    Matrix,
}

impl Reader<'_> {
    fn peek(&self) -> Option<char> {
        self.source.at(self.at)
    }

    /// Passes over blanks and comments.
    fn blanks(&mut self) {
        while let Some(c) = self.peek() {
            match c {
                ' ' | '\n' | '~' => self.at += 1,
                '%' => {
                    let end = |i: &usize| self.source.at(*i) == Some('\n');
                    self.at = (self.at..self.source.len()).find(end).unwrap_or(self.source.len());
                }
                _ => return,
            }
        }
    }

    /// The name of the command that starts here (`\frac`, `\\`, `\,`), passed over; empty if none does.
    fn command(&mut self) -> String {
        if self.peek() != Some('\\') {
            return String::new();
        }
        let from = self.at + 1;
        let letter = |i: usize| self.source.at(i).is_some_and(|c| c.is_ascii_alphabetic());
        let letters = (from..self.source.len()).find(|&i| !letter(i)).unwrap_or(self.source.len());
        self.at = if letters > from { letters } else { (from + 1).min(self.source.len()) };
        self.source.folded(from, self.at)
    }

    /// What braces hold, `{…}`, passed over; without braces the one character or digit that TeX would take.
    fn argument(&mut self) -> Result<String, PasteError> {
        self.blanks();
        let open = self.at;
        match self.peek() {
            Some('{') => {
                let mut depth = 0usize;
                while let Some(c) = self.peek() {
                    depth = if c == '{' { depth + 1 } else { depth - usize::from(c == '}') };
                    self.at += 1;
                    if depth == 0 {
                        return Ok(self.source.folded(open + 1, self.at - 1));
                    }
                }
                Err(self.source.error(open, PasteErrorKind::Unclosed))
            }
            Some(c) => {
                self.at += 1;
                Ok(c.to_string())
            }
            None => Err(self.source.error(open, PasteErrorKind::Unclosed)),
        }
    }

    /// Passes over `[…]`, if it is there.
    fn option(&mut self) {
        self.blanks();
        if self.peek() == Some('[') {
            let close = |i: &usize| self.source.at(*i) == Some(']');
            self.at = (self.at..self.source.len()).find(close).map_or(self.at, |close| close + 1);
        }
    }

    /// Passes over what says how columns are aligned: `{cc}` of an array, `[r]` of a starred matrix.
    fn alignment(&mut self, name: &str) -> Result<(), PasteError> {
        if name == "array" || name.ends_with('*') {
            self.option();
        }
        if name == "array" {
            self.argument()?;
        }
        Ok(())
    }

    /// Passes over what a formula is wrapped in, to `\begin` of a matrix (and over it, giving its place) or to the end.
    fn wrapping(&mut self, before: bool) -> Result<Option<usize>, PasteError> {
        loop {
            self.blanks();
            let place = self.at;
            match self.peek() {
                None => return Ok(None),
                Some('$') => self.at += 1,
                Some('.' | ',' | ';') if !before => self.at += 1,
                Some('\\') => match self.command().as_str() {
                    "[" | "]" | "(" | ")" => {}
                    "left" | "right" | "big" | "Big" | "bigl" | "bigr" | "Bigl" | "Bigr" => {
                        self.blanks();
                        if self.peek() == Some('\\') {
                            self.command();
                        } else {
                            self.at += 1;
                        }
                    }
                    "begin" => {
                        let name = self.argument()?;
                        if before && is_matrix(&name) {
                            self.alignment(&name)?;
                            return Ok(Some(place));
                        }
                        if !FORMULAS.contains(&name.as_str()) {
                            return Err(self.source.unexpected(place, self.at));
                        }
                    }
                    "end" => {
                        let name = self.argument()?;
                        if before || !FORMULAS.contains(&name.as_str()) {
                            return Err(self.source.unexpected(place, self.at));
                        }
                    }
                    name if SILENT.contains(&name) || name == " " => {}
                    _ if before && self.skip_name(place) => {}
                    _ if before => return Ok(None),
                    _ => return Err(self.source.unexpected(place, self.at)),
                },
                Some(_) if before && self.skip_name(place) => {}
                Some(_) if before => return Ok(None),
                Some(_) => return Err(self.source.unexpected(place, place + 1)),
            }
        }
    }

    /// Passes over a name and its `=`, if they stand between a place and the next `\begin`.
    fn skip_name(&mut self, place: usize) -> bool {
        let begin = (place..self.source.len()).find(|&i| self.source.starts_with(i, "\\begin"));
        let equals = begin.and_then(|begin| (place..begin).find(|&i| self.source.at(i) == Some('=')));
        if let Some(equals) = equals {
            self.at = equals + 1;
        }
        equals.is_some()
    }

    /// Rows up to the `\end` that belongs to the `\begin` at a place, or to the end of the text.
    fn rows(&mut self, rows: &mut Rows, begin: Option<usize>) -> Result<(), PasteError> {
        loop {
            self.blanks();
            let place = self.at;
            let mut got = 0;
            let end = loop {
                self.blanks();
                let start = self.at;
                let (text, end) = self.cell(begin)?;
                // A row of nothing is what stands behind the last `\\`.
                if end == End::Cell || got > 0 || !text.is_empty() {
                    let stop = self.source.trimmed_end(start, self.cell_stop(start));
                    rows.numbers.push_text(self.source, start, stop, text)?;
                    got += 1;
                }
                if end != End::Cell {
                    break end;
                }
            };
            if got > 0 {
                let expected = *rows.cols.get_or_insert(got);
                if expected != got {
                    return Err(self.source.error(place, PasteErrorKind::Ragged { expected, got }));
                }
                rows.count += 1;
            } else if end == End::Row {
                return Err(self.source.unexpected(place, self.at));
            }
            if end == End::Matrix {
                return Ok(());
            }
        }
    }

    /// Where the cell that starts here stops, for messages.
    fn cell_stop(&self, start: usize) -> usize {
        let stops = |&i: &usize| {
            self.source.at(i) == Some('&')
                || self.source.starts_with(i, "\\\\")
                || self.source.starts_with(i, "\\end")
                || self.source.starts_with(i, "\\cr")
        };
        (start..self.at).find(stops).unwrap_or(self.at)
    }

    /// The number of a cell in plain form, and how the cell ends.
    fn cell(&mut self, begin: Option<usize>) -> Result<(String, End), PasteError> {
        let mut text = String::new();
        loop {
            let place = self.at;
            let Some(c) = self.peek() else {
                return match begin {
                    Some(begin) => Err(self.source.error(begin, PasteErrorKind::Unclosed)),
                    None => Ok((plain(&text), End::Matrix)),
                };
            };
            if dots_end(self.source, place).is_some() {
                return Err(self.source.error(place, PasteErrorKind::Elided));
            }
            match c {
                '&' => {
                    self.at += 1;
                    return Ok((plain(&text), End::Cell));
                }
                '%' => self.blanks(),
                ' ' | '\n' | '~' => {
                    self.at += 1;
                    text.push(' ');
                }
                '{' | '}' => self.at += 1,
                '$' if begin.is_none() => self.at += 1,
                '^' => {
                    self.at += 1;
                    text.push('^');
                    text.push_str(self.argument()?.trim());
                    text.push(' ');
                }
                '\\' => match self.command().as_str() {
                    "\\" | "cr" => {
                        self.blanks();
                        // The gap of `\\[2pt]`.
                        self.option();
                        return Ok((plain(&text), End::Row));
                    }
                    "end" => {
                        let name = self.argument()?;
                        if begin.is_none() || !is_matrix(&name) {
                            return Err(self.source.unexpected(place, self.at));
                        }
                        return Ok((plain(&text), End::Matrix));
                    }
                    "frac" | "dfrac" | "tfrac" => {
                        let (above, below) = (self.argument()?, self.argument()?);
                        text.push_str(&format!("{}/{}", above.trim(), below.trim()));
                    }
                    "infty" => text.push_str("inf"),
                    "times" | "cdot" => text.push('×'),
                    "phantom" | "hphantom" => {
                        self.argument()?;
                    }
                    name if DOTS.contains(&name) => return Err(self.source.error(place, PasteErrorKind::Elided)),
                    name if SILENT.contains(&name) || name == " " || name == "\n" => text.push(' '),
                    _ => return Err(self.source.unexpected(place, self.at)),
                },
                _ => {
                    self.at += 1;
                    text.push(c);
                }
            }
        }
    }
}

/// Whether an environment holds rows of numbers; a star stands for an alignment.
fn is_matrix(name: &str) -> bool {
    MATRICES.contains(&name.strip_suffix('*').unwrap_or(name))
}

/// A cell's text with the power of ten as an exponent and no blanks around or behind the sign.
fn plain(text: &str) -> String {
    let text = text.trim();
    let (sign, body) = match text.strip_prefix('-') {
        Some(body) => ("-", body.trim_start()),
        None => ("", text),
    };
    let body = match body.split_once('×') {
        Some((mantissa, power)) => match power.trim().strip_prefix("10^") {
            Some(exponent) => format!("{}e{exponent}", mantissa.trim()),
            None => body.to_owned(),
        },
        None => body.strip_prefix("10^").map_or_else(|| body.to_owned(), |exponent| format!("1e{exponent}")),
    };
    format!("{sign}{body}")
}
