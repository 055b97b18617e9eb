//! When the page around the picture follows a drag: as soon as the hand rests, and in a drag without rest twice a
//! second. Laying out its lines of text in every frame would take longer than moving the point.

use super::state::Frame;
use leptos::prelude::*;
use std::time::Duration;

/// A hand that has not moved for so long rests.
const REST: Duration = Duration::from_millis(100);
/// After so many of these the page follows a hand that does not rest.
const LONGEST: u32 = 5;

/// What the page waits for while a number is dragged.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Pause {
    /// Whether it has something to follow.
    waits: bool,
    /// Whether the hand has moved since it was last looked at.
    moved: bool,
    /// How often it has been looked at.
    looks: u32,
}

impl Pause {
    /// The hand has moved; says whether it is the first move that the page has to follow.
    fn moves(&mut self) -> bool {
        self.moved = true;
        !std::mem::replace(&mut self.waits, true)
    }

    /// Looks at the hand; says whether the page follows it now.
    fn look(&mut self) -> bool {
        self.looks += 1;
        let follows = !std::mem::take(&mut self.moved) || self.looks == LONGEST;
        if follows {
            *self = Pause::default();
        }
        follows
    }
}

/// A number has been moved, and will be moved further.
pub fn moved(frame: Frame) {
    if frame.pause.try_update_value(Pause::moves) == Some(true) {
        look_soon(frame);
    }
}

/// The drag is over: the page follows at once.
pub fn over(frame: Frame) {
    frame.pause.set_value(Pause::default());
    frame.session.settle();
}

fn look_soon(frame: Frame) {
    set_timeout(move || look(frame), REST);
}

fn look(frame: Frame) {
    // The lesson may have been left by now, and the drag be over.
    let waits = frame.pause.try_with_value(|pause| pause.waits) == Some(true);
    match waits.then(|| frame.pause.try_update_value(Pause::look)).flatten() {
        Some(true) => frame.session.settle(),
        Some(false) => look_soon(frame),
        None => {}
    }
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, Pause};

    #[test]
    fn a_hand_that_rests_is_followed_at_the_next_look() {
        let mut pause = Pause::default();
        assert!(pause.moves(), "the first move starts the looks");
        assert!(!pause.moves(), "and only the first");
        assert!(!pause.look(), "it moved since it began");
        assert!(pause.look(), "it did not move again");
        assert_eq!(pause, Pause::default());
    }

    #[test]
    fn a_hand_that_never_rests_is_followed_now_and_then() {
        let mut pause = Pause::default();
        let looks = (1..=3 * LONGEST).filter(|_| {
            pause.moves();
            pause.look()
        });
        assert_eq!(looks.collect::<Vec<_>>(), [LONGEST, 2 * LONGEST, 3 * LONGEST]);
    }
}
