//! What has room, above all on a phone: ticks, chips, numbers in cells, sentences.

use super::numbers::{cx, open};
use super::truths::{PAGE, attribute, drawing, find};
use crate::lesson::entry::Lesson;
use crate::screen::hue::plain;
use crate::screen::node::Node;
use crate::screen::{Act, Cx};
use crate::words::Locale;

const PHONE: (f64, f64) = (350.0, 440.0);

fn number(node: &Node, name: &str) -> f64 {
    attribute(node, name).parse().expect(name)
}

#[test]
fn ticks_have_the_digits_of_their_distance_and_room() {
    for room in [PAGE, PHONE] {
        for query in ["z=3:100000001,100000002,100000003", "z=4:1,3,2,-1&t=20", "z=2:0.1234567,0.1234568&prec=f64&t=9"]
        {
            let picture = drawing(&open(query), room);
            for ruler in ["z", "x"] {
                let (mut groups, mut texts) = (Vec::new(), Vec::new());
                find(&picture, &|node| node.class == ruler && node.tag == "g", &mut groups);
                find(groups[0], &|node| node.tag == "text", &mut texts);
                let said: Vec<String> = texts.iter().map(|node| node.read()).collect();
                let ends = |i: usize| {
                    let half = said[i].chars().count() as f64 * 12.5 * 0.29;
                    (number(texts[i], "x") - half, number(texts[i], "x") + half)
                };
                for i in 1..texts.len() {
                    assert!(said[i] != said[i - 1] && ends(i).0 > ends(i - 1).1, "{query} {room:?}: {said:?}");
                }
            }
        }
    }
}

#[test]
fn on_a_phone_no_chip_covers_a_score_and_no_number_leaves_its_cell() {
    for query in
        ["z=4:1,3,2,-1&temp=0.3", "z=3:100000001,100000002,100000003", "z=3:88,89,90&mode=naive", "z=2:0,-104&view=log"]
    {
        let mut lesson = open(query);
        for t in 0..=lesson.walk().len {
            lesson.act(Act::Jump(crate::playback::Jump::To(t)));
            let picture = drawing(&lesson, PHONE);
            let (mut chips, mut boxes) = (Vec::new(), Vec::new());
            find(&picture, &|node| node.class.contains("chip") && node.tag == "rect", &mut chips);
            for chip in chips {
                assert!(number(chip, "x") >= 74.0 || number(chip, "width") > 270.0, "{query} {t}");
            }
            find(&picture, &|node| node.class == "cell-box", &mut boxes);
            for own in boxes {
                let (rect, text) = (&own.children[0], &own.children[1]);
                let wide = text.read().chars().map(|c| if c == '.' { 0.3 } else { 0.58 }).sum::<f64>();
                assert!(
                    wide * number(text, "font-size") <= number(rect, "width") + 1.0,
                    "{query} {t}: {}",
                    text.read()
                );
            }
        }
    }
}

#[test]
fn no_chip_covers_the_point_it_speaks_of() {
    for room in [PAGE, (760.0, 700.0)] {
        for query in ["z=4:1,3,2,-1", "z=4:1,3,2,-1&view=log", "z=4:1,3,2,-1&temp=0.3", "z=4:3,1,2,-1"] {
            let mut lesson = open(query);
            // "3.333 − 10 = −6.667" is wider than either side of a tablet's lane.
            let len = if room == PAGE || !query.contains("temp") { lesson.walk().len } else { 8 };
            for t in 0..=len {
                lesson.act(Act::Jump(crate::playback::Jump::To(t)));
                let picture = drawing(&lesson, room);
                let (mut chips, mut points) = (Vec::new(), Vec::new());
                find(&picture, &|node| node.class.contains("chip") && node.tag == "rect", &mut chips);
                find(&picture, &|node| node.class.contains("l-now grip"), &mut points);
                for (chip, point) in chips.iter().zip(points) {
                    let (left, top) = (number(chip, "x"), number(chip, "y"));
                    let (x, y, r) = (number(point, "cx"), number(point, "cy"), number(point, "r"));
                    let beside = x + r <= left || x - r >= left + number(chip, "width");
                    assert!(beside || y + r <= top || y - r >= top + number(chip, "height"), "{query} {room:?} {t}");
                }
            }
        }
    }
}

/// Two lines of a phone hold about this many pixels of 15 px words; of Korean, where lines break between words.
const TWO_LINES: f64 = 2.0 * 305.0;

#[test]
fn sentences_have_two_lines_on_a_phone() {
    let wide = |c: char| match c {
        '가'..='힣' => 13.2,
        ' ' | '.' | ',' | ':' | '’' | '^' => 3.4,
        _ => 7.0,
    };
    let mut long = Vec::new();
    for locale in [Locale::ko, Locale::en] {
        let narrow = Cx { locale, ..cx(PHONE.0, PHONE.1) };
        for query in ["z=4:1,3,2,-1&temp=0.3", "z=4:1,3,2,-1&view=log", "z=2x3:1,2,3,3,3,3", "z=3:88,89,90&mode=naive"]
        {
            let mut lesson = open(query);
            for t in 0..=lesson.walk().len {
                lesson.act(Act::Jump(crate::playback::Jump::To(t)));
                let said = plain(&lesson.moment(&narrow).sentence);
                let pixels: f64 = said.chars().map(wide).sum();
                if pixels > TWO_LINES {
                    long.push(format!("{pixels} {query} {t}: {said}"));
                }
            }
        }
    }
    assert!(long.is_empty(), "{}", long.join("\n"));
}
