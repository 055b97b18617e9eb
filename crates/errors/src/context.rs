//! What stands around a message: the call that raised it.

use std::ops::Range;

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
        &self.text[self.from.max(self.start.saturating_sub(BEFORE)).min(self.start)..self.start]
    }

    /// The text behind the message.
    pub fn after(&self) -> &'t [u8] {
        &self.text[self.end..self.text.len().min(self.end + AFTER)]
    }

    /// True if `needle` stands shortly before the message.
    pub fn before_has(&self, needle: &str) -> bool {
        find(self.before(), needle.as_bytes()).is_some()
    }

    /// True if `needle` stands shortly behind the message.
    pub fn after_has(&self, needle: &str) -> bool {
        find(self.after(), needle.as_bytes()).is_some()
    }

    /// The part of the message's own line before it.
    pub fn line_before(&self) -> &'t [u8] {
        let before = self.before();
        let start = before.iter().rposition(|&b| b == b'\n' || b == BREAK).map_or(0, |i| i + 1);
        &before[start..]
    }

    /// Lines before the message, the nearest first, as ranges of the cleaned text; the message's own line is the first.
    pub fn lines(&self) -> impl Iterator<Item = Range<usize>> {
        let (text, first) = (self.text, self.start - self.before().len());
        let mut end = Some(self.start);
        std::iter::from_fn(move || {
            let stop = end?;
            let start = text[first..stop].iter().rposition(|&b| b == b'\n' || b == BREAK).map(|i| first + i);
            end = start;
            Some(start.map_or(first, |i| i + 1)..stop)
        })
    }

    /// The nearest call of a product, a layer or a softmax: before the message, else on its line, else behind it.
    pub fn call(&self) -> Option<Told> {
        let mut traced = false;
        for line in self.lines().take(80) {
            let bytes = &self.text[line.clone()];
            traced |= find(bytes, b"file ").is_some() || find(bytes, b"-->").is_some();
            if let Some(call) = call(bytes) {
                return Some((call, line));
            }
            if find(bytes, b"traceback (most recent").is_some() {
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
    let has = |needle: &str| find(line, needle.as_bytes()).is_some();
    if has("softmax(") || has("cross_entropy(") || has("softmax.py") {
        return Some(Call::Softmax);
    }
    if has("bmm(") || has("bmm_(") {
        return Some(Call::Bmm);
    }
    let layer =
        ["f.linear(", "linear.py", "in linear(", "addmm(bias", "_nn.linear(", "functional.linear", "function linear"];
    if layer.iter().any(|needle| has(needle)) || field(line) || has("weight.t())") && has("addmm") {
        return Some(Call::Linear);
    }
    if has("torch.mm(") || has(".mm(") || has("addmm(") || has("addmm_(") {
        return Some(Call::Mm);
    }
    (has("matmul(") || has(" @ ") || has(".mv(")).then_some(Call::Matmul)
}

/// A call of a layer by the name of its field: `self.fc1(`, `module.o_proj(`, `self.dense_2(`.
fn field(line: &[u8]) -> bool {
    let mut at = 0;
    while let Some(dot) = line[at..].iter().position(|&b| b == b'.') {
        at += dot + 1;
        // nn.Linear( makes a layer, it calls none.
        if line[..at].ends_with(b"nn.") {
            continue;
        }
        let name = line[at..].iter().take_while(|b| b.is_ascii_alphanumeric() || **b == b'_').count();
        let (word, next) = (&line[at..at + name], line.get(at + name));
        if next == Some(&b'(') {
            let trimmed = word.iter().rposition(|b| !b.is_ascii_digit() && *b != b'_').map_or(word, |i| &word[..=i]);
            if [&b"fc"[..], b"linear", b"lin", b"dense"].contains(&trimmed)
                || trimmed.ends_with(b"_proj")
                || trimmed.ends_with(b"_fc")
                || trimmed.ends_with(b"_linear")
            {
                return true;
            }
        }
    }
    false
}

/// The first place of `needle`.
pub(crate) fn find(text: &[u8], needle: &[u8]) -> Option<usize> {
    let (&first, rest) = needle.split_first()?;
    let mut at = 0;
    while let Some(next) = text[at..].iter().position(|&b| b == first) {
        at += next + 1;
        if text[at..].starts_with(rest) {
            return Some(at - 1);
        }
    }
    None
}

/// The last place of `needle`.
pub(crate) fn find_last(text: &[u8], needle: &[u8]) -> Option<usize> {
    text.windows(needle.len()).rposition(|window| window == needle)
}
