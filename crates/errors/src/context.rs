//! What stands around a message: the call that raised it.

use std::ops::Range;

use crate::bytes::{cut, has, is_at, is_one, line_start, tail};
use crate::clean::BREAK;

/// How far the surroundings go.
const BEFORE: usize = 6000;
const AFTER: usize = 900;

/// The surroundings of one message in the cleaned text.
#[derive(Clone, Copy)]
pub(crate) struct Context<'t> {
    pub text: &'t [u8],
    /// The surroundings begin here: behind the message before.
    pub from: usize,
    /// The message.
    pub start: usize,
    pub end: usize,
    /// It begins with a capital letter.
    pub capital: bool,
}

/// The call nearest to a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Call {
    Linear,
    Mm,
    Matmul,
    Bmm,
    Softmax,
}

/// A call and the line that tells it.
pub(crate) type Told = (Call, Range<usize>);

impl<'t> Context<'t> {
    /// The text before the message.
    pub fn before(&self) -> &'t [u8] {
        cut(self.text, self.from.max(self.start.saturating_sub(BEFORE)).min(self.start), self.start)
    }

    /// The text behind the message.
    pub fn after(&self) -> &'t [u8] {
        cut(self.text, self.end, self.end + AFTER)
    }

    /// The part of the message's own line before it.
    pub fn line_before(&self) -> &'t [u8] {
        let before = self.before();
        tail(before, line_start(before, before.len()))
    }

    /// Lines before the message, as ranges of the cleaned text: those of these places, counted back from 0, what stands
    /// before the message on its own line.
    #[inline(never)]
    pub fn lines(&self, places: Range<usize>) -> Vec<Range<usize>> {
        let before = self.before();
        let (mut lines, mut end, first) = (vec![], before.len(), self.start - before.len());
        for place in 0..places.end {
            let start = line_start(before, end);
            if place >= places.start {
                lines.push(first + start..first + end);
            }
            if start == 0 {
                break;
            }
            end = start - 1;
        }
        lines
    }

    /// The lines before the message, nearest first; then the frames behind it, if a debugger printed the message first.
    pub fn code(&self, places: Range<usize>) -> Vec<Range<usize>> {
        let mut lines = self.lines(places);
        let mut at = self.end;
        for (i, line) in self.after().split(|&b| b == b'\n').take(6).enumerate() {
            if i == 1 && !has(line, "file ") {
                break;
            }
            if i > 0 {
                lines.push(at..at + line.len());
            }
            at += line.len() + 1;
        }
        lines
    }

    /// The nearest call of a product, a layer or a softmax: before the message, else on its line, else behind it.
    pub fn call(&self) -> Option<Told> {
        let mut traced = false;
        for line in self.lines(0..80) {
            let bytes = cut(self.text, line.start, line.end);
            traced |= has(bytes, "file |-->");
            if let Some(call) = call(bytes) {
                return Some((call, line));
            }
            if has(bytes, "traceback (most recent") {
                break;
            }
        }
        let mut at = self.end;
        for (i, line) in self.after().split(|&b| b == b'\n').take(10).enumerate() {
            let range = at..at + line.len();
            at = range.end + 1;
            if i > 0 && (traced || line.contains(&BREAK)) {
                return None;
            }
            // A sentence that follows tells nothing: only a line of a traceback, or the message's own line.
            if let Some(call) = call(line) {
                return Some((call, range));
            }
        }
        None
    }
}

/// The call that a line of code makes.
fn call(line: &[u8]) -> Option<Call> {
    if has(line, "softmax(|cross_entropy(|softmax.py") {
        return Some(Call::Softmax);
    }
    if has(line, "bmm(|bmm_(") {
        return Some(Call::Bmm);
    }
    let layer = "f.linear(|linear.py|in linear(|addmm(bias|_nn.linear(|functional.linear|function linear";
    if has(line, layer) || field(line) || has(line, "weight.t())") && has(line, "addmm") {
        return Some(Call::Linear);
    }
    if has(line, "torch.mm(|.mm(|addmm(|addmm_(") {
        return Some(Call::Mm);
    }
    has(line, "matmul(| @ |.mv(").then_some(Call::Matmul)
}

/// A call of a layer by the name of its field: `self.fc1(`, `module.o_proj(`, `self.dense_2(`.
fn field(line: &[u8]) -> bool {
    let mut at = 0;
    while let Some(dot) = tail(line, at).iter().position(|&b| b == b'.') {
        at += dot + 1;
        // nn.Linear( makes a layer, it calls none.
        if cut(line, 0, at).ends_with(b"nn.") {
            continue;
        }
        let name = tail(line, at).iter().take_while(|b| b.is_ascii_alphanumeric() || **b == b'_').count();
        if is_at(line, at + name, b'(') {
            let word = cut(line, at, at + name);
            let trimmed =
                word.iter().rposition(|b| !b.is_ascii_digit() && *b != b'_').map_or(word, |i| cut(word, 0, i + 1));
            if is_one(trimmed, "fc|linear|lin|dense")
                || "_proj|_fc|_linear".split('|').any(|end| trimmed.ends_with(end.as_bytes()))
            {
                return true;
            }
        }
    }
    false
}
