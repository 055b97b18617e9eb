//! No text makes the reader panic, and no number is told that the text does not have.

mod common;

use common::{Dice, check, mutate, texts};

#[test]
fn mutated_texts() {
    let texts = texts();
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
    for _ in 0..4000 {
        check(&mutate(&mut dice, &texts));
    }
}

#[test]
fn odd_texts() {
    for text in
        ["", " ", "\n", "\u{feff}", "\u{1b}", "[", "<", "&", "\\", "(", "{", "`", "&#x;", "\u{1b}]", "> > >", "E  "]
    {
        check(text);
    }
    check(&"mat1 and mat2 shapes cannot be multiplied (".repeat(2000));
    check(&"(".repeat(50_000));
    check(&"\u{1b}[".repeat(50_000));
    check(&"the size of tensor a (1".repeat(3000));
}
