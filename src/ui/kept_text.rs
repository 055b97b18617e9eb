//! Texts as JavaScript has them. Copying and decoding one costs more than most changes of the page that it is used for,
//! and nearly all come again: names of attributes, what cells are doing, numbers.

use crate::screen::node::Text;
use std::borrow::Cow;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsValue;

/// How many of each kind are kept; two that fall on one line drive each other out.
const LINES: usize = 256;
/// The longest text, in bytes, that is looked for by its letters.
const LONGEST: usize = 48;

/// A text that was written with the app, and where it stands there.
type Written = Option<(*const u8, usize, Rc<JsValue>)>;
/// A text that was put together.
type Made = Option<(Box<str>, Rc<JsValue>)>;

thread_local! {
    static WRITTEN: RefCell<[Written; LINES]> = const { RefCell::new([const { None }; LINES]) };
    static MADE: RefCell<[Made; LINES]> = const { RefCell::new([const { None }; LINES]) };
}

/// A text that was written with the app, known by its place.
pub fn written(text: &'static str) -> Rc<JsValue> {
    let place = (text.as_ptr(), text.len());
    let line = (place.0 as usize ^ place.1 << 3) % LINES;
    WRITTEN.with_borrow_mut(|texts| match &texts[line] {
        Some((start, len, known)) if (*start, *len) == place => known.clone(),
        _ => {
            let fresh = Rc::new(JsValue::from_str(text));
            texts[line] = Some((place.0, place.1, fresh.clone()));
            fresh
        }
    })
}

/// A text that was put together, known by its letters.
pub fn made(text: &str) -> Rc<JsValue> {
    if text.len() > LONGEST {
        return Rc::new(JsValue::from_str(text));
    }
    MADE.with_borrow_mut(|texts| {
        let line = &mut texts[line(text)];
        match line {
            Some((own, known)) if **own == *text => known.clone(),
            _ => {
                let fresh = Rc::new(JsValue::from_str(text));
                *line = Some((text.into(), fresh.clone()));
                fresh
            }
        }
    })
}

/// A text of either kind.
pub fn of(text: &Text) -> Rc<JsValue> {
    match text {
        Cow::Borrowed(text) => written(text),
        Cow::Owned(text) => made(text),
    }
}

/// Where a text is looked for: FNV-1a, a hash that is short to write and good enough for short texts.
fn line(text: &str) -> usize {
    let hash = text.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    (hash ^ hash >> 16) as usize % LINES
}

#[cfg(test)]
mod tests {
    use super::{LINES, line};
    use std::collections::HashSet;

    #[test]
    fn the_numbers_of_a_lesson_fall_on_lines_of_their_own() {
        let lines: HashSet<usize> = (-50..50).map(|number: i32| line(&number.to_string())).collect();
        assert!(lines.len() > 75, "{} lines for 100 numbers", lines.len());
        assert!(lines.iter().all(|line| *line < LINES));
    }
}
