//! The meaning of a colour, and words that carry one.

/// What a number belongs to. A style sheet gives each its colour; the class name is [`Hue::class`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Hue {
    /// Everything else.
    #[default]
    Ink,
    /// Goes into the operation: the left operand, x.
    A,
    /// What the layer owns, or the second operand: B, weight, bias.
    B,
    /// Comes out of the operation.
    Out,
    /// Now: the current term, chip, slope; the size that is summed over.
    Now,
    /// Can't be: a clash, an unreadable text, the first inf or NaN.
    Bad,
}

impl Hue {
    /// The class that the style sheets colour.
    pub fn class(self) -> &'static str {
        match self {
            Hue::Ink => "",
            Hue::A => "a",
            Hue::B => "b",
            Hue::Out => "out",
            Hue::Now => "now",
            Hue::Bad => "bad",
        }
    }
}

/// A piece of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// The text, blanks included.
    pub text: String,
    /// What it names.
    pub hue: Hue,
}

/// Opens a coloured piece; the character behind it says which hue. Both are private-use characters, so that they can be
/// filled into a translated sentence and found again in it.
const OPEN: char = '\u{E000}';
const CLOSE: char = '\u{E001}';

/// `text` marked with a hue, to be filled into a sentence that [`words`] takes apart.
pub fn hued(hue: Hue, text: impl std::fmt::Display) -> String {
    let letter = match hue {
        Hue::Ink => 'i',
        Hue::A => 'a',
        Hue::B => 'b',
        Hue::Out => 'o',
        Hue::Now => 'n',
        Hue::Bad => 'x',
    };
    format!("{OPEN}{letter}{text}{CLOSE}")
}

/// Opens and closes a raised piece inside a word.
const UP: char = '\u{E002}';
const DOWN: char = '\u{E003}';

/// `text` raised: an exponent in a sentence.
pub fn raised(text: impl std::fmt::Display) -> String {
    format!("{UP}{text}{DOWN}")
}

/// A word's text in pieces, each with whether it is raised.
pub fn pieces(text: &str) -> Vec<(&str, bool)> {
    let mut found = Vec::new();
    for (i, part) in text.split(UP).enumerate() {
        let (up, rest) = if i == 0 { ("", part) } else { part.split_once(DOWN).unwrap_or((part, "")) };
        found.extend([(up, true), (rest, false)].into_iter().filter(|(text, _)| !text.is_empty()));
    }
    found
}

/// A sentence with pieces of [`hued`] in it, taken apart.
pub fn words(sentence: &str) -> Vec<Word> {
    let mut found = Vec::new();
    for (i, part) in sentence.split(OPEN).enumerate() {
        let mut chars = part.chars();
        let hue = match (i, chars.next()) {
            (0, _) | (_, None) => None,
            (_, Some(letter)) => Some(match letter {
                'a' => Hue::A,
                'b' => Hue::B,
                'o' => Hue::Out,
                'n' => Hue::Now,
                'x' => Hue::Bad,
                _ => Hue::Ink,
            }),
        };
        let Some(hue) = hue else {
            push(&mut found, part, Hue::Ink);
            continue;
        };
        let (inside, after) = chars.as_str().split_once(CLOSE).unwrap_or((chars.as_str(), ""));
        let inside = one_sign(&mut found, inside);
        push(&mut found, inside, hue);
        push(&mut found, after, Hue::Ink);
    }
    found
}

/// A rounded number after an equals sign: the sign says that it is rounded, once.
fn one_sign<'number>(words: &mut [Word], number: &'number str) -> &'number str {
    match (
        words.last_mut().and_then(|word| word.text.strip_suffix("= ").map(str::to_owned).map(|rest| (word, rest))),
        number.strip_prefix('≈'),
    ) {
        (Some((word, rest)), Some(number)) => {
            word.text = rest + "≈ ";
            number
        }
        _ => number,
    }
}

fn push(words: &mut Vec<Word>, text: &str, hue: Hue) {
    match words.last_mut() {
        _ if text.is_empty() => {}
        Some(last) if last.hue == hue => last.text.push_str(text),
        _ => words.push(Word { text: text.to_owned(), hue }),
    }
}

/// The sentence without its hues, for a screen reader.
pub fn plain(words: &[Word]) -> String {
    words.iter().map(|word| word.text.replace(UP, "^").replace(DOWN, "")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_comes_apart_at_its_hues() {
        let sentence = format!("{} × {} = 15.", hued(Hue::A, 5), hued(Hue::B, "−3"));
        let words = words(&sentence);
        let read: Vec<(&str, Hue)> = words.iter().map(|word| (word.text.as_str(), word.hue)).collect();
        assert_eq!(read, [("5", Hue::A), (" × ", Hue::Ink), ("−3", Hue::B), (" = 15.", Hue::Ink)]);
        assert_eq!(plain(&words), "5 × −3 = 15.");
    }

    #[test]
    fn exponents_are_raised_on_the_screen_and_read_with_a_caret() {
        let words = words(&format!("{} → inf.", hued(Hue::B, format!("e{}", raised("88.7")))));
        assert_eq!(pieces(&words[0].text), [("e", false), ("88.7", true)]);
        assert_eq!(plain(&words), "e^88.7 → inf.");
    }

    #[test]
    fn a_rounded_number_has_one_sign() {
        let said = |number: &str| plain(&words(&format!("y = {} so far.", hued(Hue::Out, number))));
        assert_eq!(said("≈−0.33333"), "y ≈ −0.33333 so far.");
        assert_eq!(said("5"), "y = 5 so far.");
        assert_eq!(plain(&words(&format!("So far {}.", hued(Hue::Out, "≈2.5")))), "So far ≈2.5.");
    }

    #[test]
    fn any_text_comes_apart() {
        for text in ["", "plain", "\u{E000}", "\u{E000}a", "\u{E001}x", "\u{E000}aopen"] {
            let _ = (words(text), pieces(text));
        }
    }
}
