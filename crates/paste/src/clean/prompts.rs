//! Prompts of interactive sessions: `>>>`, `In [17]:`, `julia>`.
//!
//! Where a session shows results, the results count and what was typed is left out; else what was typed counts.

use crate::source::{Source, Span};

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Input,
    Continuation,
    Output,
}

/// A line: its kind and where its text starts.
struct Line {
    kind: Kind,
    prompted: bool,
    span: Span,
    text: usize,
}

/// What was typed at one prompt, and what came of it.
#[derive(Default)]
struct Exchange {
    typed: Vec<usize>,
    shown: Vec<usize>,
}

/// The text without prompts.
pub(super) fn taken_off(source: &Source) -> Source {
    let lines = lines(source);
    if !lines.iter().any(|line| line.prompted) {
        return source.clone();
    }
    let exchanges = exchanges(source, &lines);
    let has_value = |exchange: &Exchange| exchange.shown.iter().any(|&i| is_value(source, &lines[i]));
    let results = exchanges.iter().filter(|exchange| has_value(exchange)).count();
    let mut edits: Vec<(Span, String)> = vec![];
    for exchange in &exchanges {
        let labelled = results > 1 && has_value(exchange);
        for (n, &i) in exchange.typed.iter().enumerate() {
            let line = &lines[i];
            let cut = if results > 0 { line.span } else { (line.span.0, line.text) };
            let label = if labelled && n == 0 { label(&source.text((line.text, line.span.1))) } else { String::new() };
            edits.push((cut, label));
        }
        for &i in &exchange.shown {
            let line = &lines[i];
            let dropped = results > 0 && !has_value(exchange);
            edits.push((if dropped { line.span } else { (line.span.0, line.text) }, String::new()));
        }
    }
    edits.sort_by_key(|(span, _)| span.0);
    let edits: Vec<(Span, &str)> = edits.iter().map(|(span, text)| (*span, text.as_str())).collect();
    source.edited(&edits)
}

fn lines(source: &Source) -> Vec<Line> {
    let mut session = false;
    let line = |span: Span| {
        let found = prompt(source, span, session);
        session |= found.is_some();
        let (kind, text) = found.unwrap_or((Kind::Output, span.0));
        Line { kind, prompted: found.is_some(), span, text }
    };
    source.lines().into_iter().map(line).collect()
}

fn exchanges(source: &Source, lines: &[Line]) -> Vec<Exchange> {
    let mut exchanges = vec![Exchange::default()];
    // A notebook puts the prompt on a line of its own; what was typed ends with an empty line.
    let mut typing = false;
    for (i, line) in lines.iter().enumerate() {
        let empty = source.next_visible(line.text).is_none_or(|at| at >= line.span.1);
        match line.kind {
            Kind::Input => {
                exchanges.push(Exchange { typed: vec![i], shown: vec![] });
                typing = empty;
                continue;
            }
            Kind::Output if line.prompted => typing = false,
            Kind::Output if typing && empty => typing = false,
            _ => {}
        }
        if let Some(exchange) = exchanges.last_mut() {
            let is_typed = typing || line.kind == Kind::Continuation;
            if is_typed { exchange.typed.push(i) } else { exchange.shown.push(i) }
        }
    }
    exchanges
}

/// Whether a line of a result has numbers that are not a shape.
fn is_value(source: &Source, line: &Line) -> bool {
    let (start, end) = source.trimmed((line.text, line.span.1));
    let is_shape = ["torch.Size", "TensorShape", "("].iter().any(|name| source.starts_with(start, name));
    !is_shape && (start..end).any(|i| source.is_digit(i))
}

/// `print(a)` and `a` are named a.
fn label(typed: &str) -> String {
    let typed = typed.trim().trim_end_matches(';');
    let name = typed.strip_prefix("print(").and_then(|rest| rest.strip_suffix(')')).unwrap_or(typed);
    let name = name.split_once('=').map_or(name, |(name, _)| name).trim();
    let is_name = name.chars().all(|c| c.is_alphanumeric() || c == '_') && name.starts_with(char::is_alphabetic);
    format!("{} =", if is_name { name } else { "result" })
}

/// The prompt at the start of a line, and where the text behind it starts.
fn prompt(source: &Source, (start, end): Span, session: bool) -> Option<(Kind, usize)> {
    let at = (start..end).find(|&i| !source.is(i, ' '))?;
    let digits = |at: usize| source.find(at, |c| !c.is_ascii_digit());
    let marked = |open: &str, close: &str| {
        let end = digits(at + open.len());
        (source.starts_with(at, open) && source.starts_with(end, close)).then(|| end + close.chars().count())
    };
    let plain = |mark: &str| marked(mark, "").filter(|_| source.starts_with(at, mark)).map(|_| at + mark.len());
    let input = || {
        plain(">>>")
            .or_else(|| plain("julia>"))
            .or_else(|| plain("sage:"))
            .or_else(|| plain(">>").filter(|end| source.is(*end, ' ')))
            .or_else(|| plain(">").filter(|end| source.is(*end, ' ')))
            .or_else(|| marked("octave:", ">"))
            .or_else(|| marked("In [", "]:"))
            .or_else(|| marked("In[", "]:="))
            .or_else(|| marked("In[", "]:"))
            .or_else(|| marked("(%i", ")"))
    };
    let output = || {
        marked("Out[", "]//MatrixForm=")
            .or_else(|| marked("Out[", "]="))
            .or_else(|| marked("Out[", "]:"))
            .or_else(|| marked("Out [", "]:"))
            .or_else(|| marked("(%o", ")"))
    };
    let continuation = || {
        let dots = source.find(at, |c| c != '.');
        let ends = dots >= end || matches!(source.at(dots), Some(' '));
        match dots - at {
            3.. if source.is(dots, ':') => Some(dots + 1),
            3 if session && ends => Some(dots),
            _ => None,
        }
    };
    input()
        .map(|end| (Kind::Input, end))
        .or_else(|| output().map(|end| (Kind::Output, end)))
        .or_else(|| continuation().map(|end| (Kind::Continuation, end)))
        .map(|(kind, text)| (kind, text.min(end)))
}
