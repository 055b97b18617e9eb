//! A lesson keeps parts of its picture from step to step: that must not be seen.

use super::{LOCALES, address_of, in_every_choice, open};
use matwalk::lesson::ALL;
use matwalk::playback::Jump;
use matwalk::screen::{Act, Cx, Room};

#[test]
fn what_was_shown_before_leaves_no_trace() {
    let rooms = [(1040.0, 560.0), (344.0, 474.0)];
    for entry in ALL {
        in_every_choice(entry, |lesson| {
            let len = lesson.walk().len;
            for t in [0, 1, 2, len / 2, len] {
                lesson.act(Act::Jump(Jump::To(t)));
                let mut other = open(entry);
                other.read(&address_of(entry, lesson));
                for (place, (width, height)) in rooms.into_iter().enumerate() {
                    let room = Room { width, height, least_cell: 24.0, presents: false };
                    let cx = Cx { locale: LOCALES[(t + place) % 2], base: t % 2, room };
                    let same = other.moment(&cx) == lesson.moment(&cx);
                    assert!(same, "{}, {width}x{height}", address_of(entry, lesson));
                }
            }
        });
    }
}
