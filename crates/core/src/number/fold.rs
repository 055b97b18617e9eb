//! Replaces look-alike characters by ASCII: fullwidth forms from Korean and Japanese keyboards, typographic minus signs
//! and invisible blanks from web pages.

/// The ASCII character that `c` stands for, else `c`. One character for one, so that columns stay right.
///
/// Fullwidth forms (U+FF01 to U+FF5E) become ASCII; the dashes that are typed or typeset as a minus become `-` (U+2010 to
/// U+2014, U+2212, U+FE63, and U+30FC and U+FF70, the long-vowel mark beside the digits of a Japanese keyboard); U+2044
/// and U+2215 become `/`; every blank but a line feed becomes a space, as do the characters of no width (U+200B to U+200D,
/// U+2060, and the byte order mark U+FEFF). A carriage return counts as a blank.
pub fn fold(c: char) -> char {
    match c {
        '\n' | ' '..='~' => c,
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '\u{2010}'..='\u{2014}' | '\u{2212}' | '\u{fe63}' | '\u{30fc}' | '\u{ff70}' => '-',
        '\u{2044}' | '\u{2215}' => '/',
        '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' => ' ',
        _ if c.is_whitespace() => ' ',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn folds_what_looks_alike_and_nothing_else() {
        let folded: String = "１．５ｅ－３，［］（）／＋−–\u{3000}\u{a0}\t\u{feff}가é\n".chars().map(fold).collect();
        assert_eq!(folded, "1.5e-3,[]()/+--    가é\n");
        assert!("‐‑‒–—−﹣ーｰ".chars().all(|c| fold(c) == '-'));
        assert!((' '..='~').all(|c| fold(c) == c));
    }
}
