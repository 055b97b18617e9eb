//! Commas, blanks and signs that have two meanings. A text with one of them is refused, and each meaning is offered.

use crate::source::{Source, Span};
use crate::{Meaning, PasteError, PasteErrorKind};

/// The meanings that an error leaves open; those that can't be read are not offered.
pub(crate) fn meanings(kind: &PasteErrorKind) -> &'static [Meaning] {
    match kind {
        PasteErrorKind::Comma { .. } => &[Meaning::DecimalComma, Meaning::ThousandsComma, Meaning::Separator],
        PasteErrorKind::Grouping { .. } => &[Meaning::GroupingBlank, Meaning::SeparatingBlank, Meaning::DecimalComma],
        PasteErrorKind::Accounting { .. } => &[Meaning::Negative, Meaning::Positive],
        _ => &[],
    }
}

/// The text written out with one meaning, and the first number in doubt with that meaning; `None` where the text can't
/// have it.
pub(crate) fn apply(source: &Source, meaning: Meaning) -> Option<(Source, String)> {
    let edits = match meaning {
        Meaning::DecimalComma => decimal(source),
        Meaning::ThousandsComma => {
            let commas = tight_commas(source);
            let grouped = commas.iter().all(|comma| is_group(source, *comma));
            grouped.then(|| commas.into_iter().map(|comma| (comma, "")).collect())?
        }
        Meaning::Separator => tight_commas(source).into_iter().map(|comma| (comma, ", ")).collect(),
        Meaning::GroupingBlank => groups(source).into_iter().map(|mark| (mark, "")).collect(),
        Meaning::SeparatingBlank => {
            let blank = |&(start, _): &Span| source.is(start, ' ');
            let groups = groups(source).into_iter().filter(blank).map(|mark| (mark, "  ")).collect::<Vec<_>>();
            if groups.is_empty() { before_fractions(source) } else { groups }
        }
        Meaning::Negative | Meaning::Positive => signs(source, meaning == Meaning::Negative),
        _ => vec![],
    };
    let (first, _) = edits.first()?;
    let word = word_around(source, *first);
    let inside: Vec<(Span, &str)> =
        edits.iter().filter(|(span, _)| word.0 <= span.0 && span.1 <= word.1).copied().collect();
    let sample = source.without(&[(word.1, source.len())]).edited(&inside);
    let sample = sample.text((word.0, sample.len()));
    let sample = sample.trim_matches([',', ' ']).replace("  ", ", ");
    let several = matches!(meaning, Meaning::Separator | Meaning::SeparatingBlank);
    let sample = if several { sample.as_str() } else { sample.split(',').next().unwrap_or_default() };
    Some((source.edited(&edits), sample.to_owned()))
}

/// Refuses a blank that may group digits: a blank that doesn't break a line before exactly three digits, or any single
/// blank before three digits that start with a zero.
pub(crate) fn blanks(source: &Source) -> Result<(), PasteError> {
    let doubtful = |&(start, end): &Span| {
        let typeset =
            end > start + 1 || matches!(source.written(start), Some('\u{a0}' | '\u{202f}' | '\u{2009}' | '\u{2007}'));
        let zero = source.is(start, ' ') && !source.is_tab(start) && source.is(end, '0');
        typeset || zero
    };
    match groups(source).iter().find(|span| doubtful(span)) {
        Some(span) => {
            let text = source.shown(word_around(source, *span));
            Err(source.error(word_around(source, *span).0, PasteErrorKind::Grouping { text }))
        }
        None => Ok(()),
    }
}

/// Refuses the commas of a table if they are not clearly separators. `others`: cells stand between other marks too.
pub(crate) fn commas(source: &Source, lines: &[Span], others: bool) -> Result<(), PasteError> {
    let all = |line: &Span| (line.0..line.1).filter(|&i| source.is(i, ',')).collect::<Vec<_>>();
    let is_tight = |i: usize| i > 0 && source.is_digit(i - 1) && source.is_digit(i + 1);
    let blank = |i: usize| source.is(i, ' ');
    let is_loose = |line: &Span, i: usize| i > line.0 && i + 1 < line.1 && (blank(i - 1) || blank(i + 1));
    let counts: Vec<(usize, usize, usize)> = lines
        .iter()
        .map(|line| {
            let commas = all(line);
            let tight = commas.iter().filter(|&&i| is_tight(i)).count();
            let loose = commas.iter().filter(|&&i| is_loose(line, i)).count();
            (tight, loose, commas.len() - tight - loose)
        })
        .collect();
    let Some(first) = lines.iter().flat_map(all).find(|&i| is_tight(i)) else { return Ok(()) };
    let no_line = |picked: &dyn Fn(&(usize, usize, usize)) -> bool| !counts.iter().any(picked);
    let points = lines.iter().any(|line| source.slice(*line).contains(&'.'));
    let european = || {
        let commas = lines.iter().flat_map(all).filter(|&i| is_tight(i));
        commas.into_iter().all(|i| points_before(source, i).is_some_and(|points| !points.is_empty()))
    };
    let decimal = (!points || european()) && no_line(&|(tight, _, _)| *tight > 1);
    let thousands = || {
        let commas = lines.iter().flat_map(all).filter(|&i| is_tight(i));
        commas.into_iter().all(|i| is_group(source, (i, i + 1)))
    };
    let evident =
        || lines.iter().any(|line| all(line).iter().any(|&i| !is_tight(i) && !is_loose(line, i) && i + 1 < line.1));
    let doubt = if others {
        true
    } else if evident() {
        false
    } else if no_line(&|(_, loose, _)| *loose > 0) {
        decimal || thousands()
    } else {
        lines.iter().all(|line| one_between_loose(&all(line), &is_tight))
    };
    if doubt { Err(comma(source, first)) } else { Ok(()) }
}

/// The error of a comma in doubt.
pub(crate) fn comma(source: &Source, at: usize) -> PasteError {
    let word = word_around(source, (at, at + 1));
    source.error(word.0, PasteErrorKind::Comma { text: source.shown(word) })
}

/// Whether at most one tight comma stands between two others.
fn one_between_loose(commas: &[usize], is_tight: &dyn Fn(usize) -> bool) -> bool {
    commas.windows(2).all(|pair| !(is_tight(pair[0]) && is_tight(pair[1])))
}

/// Commas between two digits, `{,}` of LaTeX too.
fn tight_commas(source: &Source) -> Vec<Span> {
    let comma = |i: usize| {
        let span = if source.is(i, ',') {
            (i, i + 1)
        } else if source.starts_with(i, "{,}") {
            (i, i + 3)
        } else {
            return None;
        };
        (i > 0 && source.is_digit(i - 1) && source.is_digit(span.1)).then_some(span)
    };
    (0..source.len()).filter_map(comma).collect()
}

/// Commas as points, and marks that group the digits before them left out.
fn decimal(source: &Source) -> Vec<(Span, &'static str)> {
    let commas = tight_commas(source);
    if commas.is_empty() {
        return vec![];
    }
    let mut edits: Vec<(Span, &str)> = vec![];
    for comma in &commas {
        edits.extend(points_before(source, comma.0).unwrap_or_default().into_iter().map(|mark| (mark, "")));
        edits.push((*comma, "."));
    }
    let blanks = groups(source).into_iter().filter(|(start, _)| source.written(*start) != Some(' '));
    edits.extend(blanks.map(|blank| (blank, "")));
    edits.sort_unstable();
    edits.dedup();
    edits
}

/// The points and blanks that group the digits before a comma, `1.234,5` or `1 234,5`; `None` if the digits there are no
/// whole number with or without groups.
fn points_before(source: &Source, comma: usize) -> Option<Vec<Span>> {
    let mut marks = vec![];
    let mut at = comma;
    loop {
        let digits = (0..at).rev().take(5).take_while(|&i| source.is_digit(i)).count();
        let start = at.saturating_sub(digits);
        if !marks.is_empty() && digits > 3 {
            return None;
        }
        let Some(mark) = start.checked_sub(1) else { return Some(marks) };
        let groups =
            matches!(source.at(mark), Some('.' | ' ')) && !source.is_tab(mark) && mark > 0 && source.is_digit(mark - 1);
        if !groups || digits != 3 {
            return Some(marks).filter(|_| !matches!(source.at(mark), Some('.' | ',')));
        }
        marks.push((mark, mark + 1));
        at = mark;
    }
}

/// Whether a mark between digits has one to three digits (or a group) before it and exactly three behind it.
fn is_group(source: &Source, (start, end): Span) -> bool {
    let behind = (end..end + 4).take_while(|&i| source.is_digit(i)).count();
    let before = (start.saturating_sub(4)..start).rev().take_while(|&i| source.is_digit(i)).count();
    behind == 3 && (1..=3).contains(&before)
}

/// Single blanks, thin spaces of LaTeX, apostrophes and underscores that stand where digits are grouped.
fn groups(source: &Source) -> Vec<Span> {
    let mark = |i: usize| {
        let end = match source.at(i)? {
            ' ' | '\'' | '’' | '_' => i + 1,
            '\\' if matches!(source.at(i + 1), Some(',' | ';' | ':' | ' ' | '!')) => i + 2,
            '~' => i + 1,
            _ => return None,
        };
        (!source.is_tab(i) && is_group(source, (i, end))).then_some((i, end))
    };
    (0..source.len()).filter_map(mark).collect()
}

/// Blanks between a whole number and a fraction, `1 1/2`.
fn before_fractions(source: &Source) -> Vec<(Span, &'static str)> {
    let is_blank = |&i: &usize| i > 0 && source.is(i, ' ') && source.is_digit(i - 1) && source.is_digit(i + 1);
    let fraction = |&i: &usize| source.is(source.find(i + 1, |c| !c.is_ascii_digit()), '/');
    (0..source.len()).filter(is_blank).filter(fraction).map(|i| ((i, i + 1), "  ")).collect()
}

/// `(5)` and `5-` as `-5`, or as 5.
fn signs(source: &Source, negative: bool) -> Vec<(Span, &'static str)> {
    let sign = if negative { "-" } else { "" };
    let mut edits = vec![];
    for at in 0..source.len() {
        if source.is(at, '(') {
            let end = source.find(at + 1, |c| !(c.is_ascii_digit() || matches!(c, '.' | ',' | ' ')));
            // `(2)(3)` without its parentheses would be 23.
            let free = !at.checked_sub(1).is_some_and(|i| is_part(source, i)) && !is_part(source, end + 1);
            if free && source.is(end, ')') && (at..end).any(|i| source.is_digit(i)) {
                edits.extend([((at, at + 1), sign), ((end, end + 1), "")]);
            }
        }
        let starts = source.is_digit(at) && !at.checked_sub(1).is_some_and(|i| is_part(source, i));
        let end = if starts { source.find(at, |c| !(c.is_ascii_digit() || c == '.')) } else { at };
        if negative && end > at && source.is(end, '-') && !is_part(source, end + 1) {
            edits.extend([((at, at), sign), ((end, end + 1), "")]);
        }
    }
    edits
}

fn is_part(source: &Source, at: usize) -> bool {
    source.at(at).is_some_and(|c| c.is_alphanumeric() || matches!(c, '.' | '-' | '+' | '(' | ')'))
}

/// The digits and marks that a span is part of.
fn word_around(source: &Source, (start, end): Span) -> Span {
    let part = |i: usize| match source.at(i) {
        // `1{,}5`
        Some('{') => source.is(i + 1, ','),
        Some('}') => i > 0 && source.is(i - 1, ','),
        Some(c) => c.is_alphanumeric() || matches!(c, '.' | ',' | '+' | '-' | '/' | '(' | ')'),
        None => false,
    };
    let first = (0..start).rev().take_while(|&i| part(i)).last().unwrap_or(start);
    let last = (end..source.len()).take_while(|&i| part(i)).last().map_or(end, |last| last + 1);
    (first, last)
}
