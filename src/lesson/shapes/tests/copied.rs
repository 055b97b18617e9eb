//! Code to take away.

use super::open;
use crate::lesson::entry::{Language, Lesson};

#[test]
fn code_says_what_it_gives_when_it_is_run() {
    let last = |hash: &str, language| open(hash).code(language).lines().last().unwrap_or_default().to_owned();
    for (hash, torch, numpy) in [
        ("#/shapes?op=matmul&a=2x3&b=3x4", "(2, 4)", "(2, 4)"),
        ("#/shapes?op=matmul&a=2x3&b=4x5", "RuntimeError", "ValueError"),
        // NumPy has no function that refuses to stretch.
        ("#/shapes?op=bmm&a=1x3x4&b=2x4x5", "RuntimeError", "(2, 3, 5); PyTorch refuses"),
        ("#/shapes?op=bmm&a=2x3x4&b=2x5x6", "RuntimeError", "ValueError"),
        ("#/shapes?op=softmax&a=2x3&dim=4", "IndexError", "AxisError"),
    ] {
        for (language, expected) in [(Language::PyTorch, torch), (Language::NumPy, numpy)] {
            let line = last(hash, language);
            assert!(line.ends_with(&format!("  # {expected}")), "{hash}: {line}");
        }
    }
}
