//! Replaces look-alike characters by ASCII: fullwidth forms from Korean and Japanese keyboards, typographic minus signs
//! and invisible blanks from web pages.

/// The ASCII character that `c` stands for, else `c`. One character for one, so that columns stay right.
///
/// Fullwidth forms (U+FF01 to U+FF5E) become ASCII; U+2212 (minus), U+2013 (en dash) and U+FE63 (small hyphen) become
/// `-`; every blank but a line feed becomes a space, as do the characters of no width (U+200B to U+200D, U+2060, and the
/// byte order mark U+FEFF). A carriage return counts as a blank.
pub(super) fn fold(c: char) -> char {
    match c {
        '\n' | ' '..='~' => c,
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '\u{2212}' | '\u{2013}' | '\u{fe63}' => '-',
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
        assert!((' '..='~').all(|c| fold(c) == c));
    }
}
