//! Texts taken apart and put together again, the same for the same seed.

/// A small generator of numbers; no more is asked of it than variety.
pub struct Dice(pub u64);

impl Dice {
    pub fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    pub fn below(&mut self, n: usize) -> usize {
        (self.next() % n.max(1) as u64) as usize
    }
}

const BITS: [&str; 44] = [
    "{",
    "}",
    "(",
    ")",
    "[",
    "]",
    "<",
    ">",
    "x",
    ",",
    ".",
    "-",
    "0",
    "1",
    "18446744073709551616",
    "9007199254740991",
    "4294967296",
    "\u{1b}[0m",
    "\u{1b}",
    "[0m",
    "&lt;",
    "&#x1F600;",
    "&#",
    "`",
    "**",
    "\\",
    "\n",
    "\r\n",
    "\n\n",
    "\u{0}",
    "é",
    "（",
    "）",
    "，",
    "…",
    "🦀",
    "torch.Size([",
    "size=(",
    "(op: 'MatMul')",
    "call_function ",
    "(*(",
    "_",
    "None",
    "s0*s1",
];

/// One text changed in a few places, or joined with another.
pub fn mutate(dice: &mut Dice, texts: &[String]) -> String {
    let mut text: Vec<char> = texts[dice.below(texts.len())].chars().collect();
    for _ in 0..1 + dice.below(6) {
        let at = dice.below(text.len() + 1);
        match dice.below(7) {
            0 if !text.is_empty() => {
                let end = (at + 1 + dice.below(20)).min(text.len());
                text.drain(at.min(end)..end);
            }
            1 => {
                let bit: Vec<char> = BITS[dice.below(BITS.len())].chars().collect();
                text.splice(at..at, bit);
            }
            2 if at < text.len() => text[at] = char::from(dice.below(128) as u8),
            3 if at < text.len() => text[at] = char::from_u32(dice.next() as u32 & 0x1f_ffff).unwrap_or('\u{fffd}'),
            4 => {
                let other: Vec<char> = texts[dice.below(texts.len())].chars().collect();
                let from = dice.below(other.len() + 1);
                text.splice(at..at, other[from..].iter().copied());
            }
            5 => {
                let end = (at + dice.below(80)).min(text.len());
                let part = text[at.min(end)..end].to_vec();
                text.splice(at..at, part);
            }
            _ => text.truncate(at),
        }
        text.truncate(20_000);
    }
    text.into_iter().collect()
}

/// Reads a text and checks what must hold of every reading.
pub fn check(text: &str) {
    let reading = matwalk_errors::read(text);
    assert!(!reading.ops.is_empty());
    let inside = |range: &std::ops::Range<usize>| text.get(range.clone()).is_some();
    assert!(inside(&reading.message), "{:?}", reading.message);
    assert!(reading.lines.iter().all(inside) && reading.others.iter().all(|other| inside(&other.range)));
    let _ = reading.used(text);
    let _ = reading.attributes().pairs().count();
    // Every number of an operand stands in the text. Blanks and tags may stand inside a number.
    let digits: String = text
        .chars()
        .filter_map(|c| match c {
            '0'..='9' => Some(c),
            '\u{ff10}'..='\u{ff19}' => char::from_digit(c as u32 - 0xff10, 10),
            _ => None,
        })
        .collect();
    let shapes = [&reading.a, &reading.b, &reading.weight, &reading.out];
    for size in shapes.into_iter().flatten().flat_map(|shape| &shape.0).filter_map(|dim| dim.size()) {
        let derived = reading.warning || text.contains('&') || text.contains("<");
        let number = size.to_string();
        // A prefix of a line, or a colour, may stand inside a number that was wrapped.
        let mut rest = digits.chars();
        let wrapped =
            (text.contains('\n') || text.contains('[')) && number.chars().all(|digit| rest.any(|c| c == digit));
        assert!(derived || size <= 1 || wrapped || digits.contains(&number), "{size} is not in the text: {text}");
    }
    for token in &reading.tokens {
        assert!(inside(&token.range), "{token:?}");
    }
}

/// The texts of the fixtures.
pub fn texts() -> Vec<String> {
    let fixtures: serde_json::Value = serde_json::from_str(include_str!("../fixtures/errors.json")).expect("JSON");
    let cases = fixtures["cases"].as_array().expect("cases").iter();
    let mut texts: Vec<String> = cases.filter_map(|case| case["input"].as_str()).map(String::from).collect();
    texts.extend(include_str!("../fixtures/variants.txt").split("\n\n").map(String::from));
    texts
}
