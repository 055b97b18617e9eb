//! When the page around the picture follows a drag, and a step is spoken: as soon as the hand rests, and without rest
//! twice a second. Laying out lines of text in every frame would take longer than moving the point, and a voice that is
//! given a sentence in every frame says none of them.

use super::state::Frame;
use leptos::prelude::*;
use std::time::Duration;

/// A hand that has not moved for so long rests.
const REST: Duration = Duration::from_millis(100);
/// After so many of these the page follows a hand that does not rest.
const LONGEST: u32 = 5;

/// What the page waits for while something moves.
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
    at_rest(frame.pause, move || frame.session.settle());
}

/// The drag is over: the page follows at once.
pub fn over(frame: Frame) {
    frame.pause.set_value(Pause::default());
    frame.session.settle();
}

/// Something has moved; does `follow` when it rests.
pub fn at_rest(pause: StoredValue<Pause>, follow: impl Fn() + Copy + 'static) {
    if pause.try_update_value(Pause::moves) == Some(true) {
        look_soon(pause, follow);
    }
}

fn look_soon(pause: StoredValue<Pause>, follow: impl Fn() + Copy + 'static) {
    set_timeout(move || look(pause, follow), REST);
}

fn look(pause: StoredValue<Pause>, follow: impl Fn() + Copy + 'static) {
    // The lesson may have been left by now, and the drag be over.
    let waits = pause.try_with_value(|pause| pause.waits) == Some(true);
    match waits.then(|| pause.try_update_value(Pause::look)).flatten() {
        Some(true) => follow(),
        Some(false) => look_soon(pause, follow),
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
