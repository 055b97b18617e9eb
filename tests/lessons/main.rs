//! What every lesson in the registry owes the page, walked over `ALL` on values: no browser, no lesson's own types.
#![cfg(not(target_arch = "wasm32"))]

mod kept;

use matwalk::lesson::ALL;
use matwalk::lesson::entry::{Entry, FRAME_CODES, Language, Lesson, PAGE_KEYS};
use matwalk::lesson::link;
use matwalk::playback::Jump;
use matwalk::route::Address;
use matwalk::screen::hue::plain;
use matwalk::screen::node::read;
use matwalk::screen::scene::Cells;
use matwalk::screen::{Act, Board, Cx, Figure, Main, Moment, Room};
use matwalk::words::Locale;
use std::collections::BTreeSet;
use std::task::{Context, Poll, Waker};

const LOCALES: [Locale; 2] = [Locale::ko, Locale::en];

/// Outside the site a part is there at once.
fn open(entry: &Entry) -> Box<dyn Lesson> {
    let mut loading = (entry.part.load)();
    match loading.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(Ok(open)) => (open.lesson)(),
        _ => panic!("{} does not open", entry.slug),
    }
}

fn cx(locale: Locale) -> Cx {
    Cx { locale, base: 1, room: Room::default() }
}

fn address_of(entry: &Entry, lesson: &dyn Lesson) -> Address {
    let mut address = link::address(entry.slug, lesson.write().expect("an example goes into a link"));
    address.push("t", lesson.walk().t.to_string());
    address
}

/// Everything a person can read of a lesson at the moment.
fn all_text(board: &Board, moment: &Moment) -> String {
    let mut text = vec![board.title.clone(), board.aim.clone(), board.hint.clone(), board.shape.tie.clone()];
    text.extend(board.unreadable.iter().cloned());
    for setting in &board.settings {
        text.push(setting.label.clone());
        text.extend(setting.choices.iter().flat_map(|choice| [choice.label.clone(), choice.hint.clone()]));
    }
    if let Some(problem) = &board.problem {
        text.push(plain(&problem.reason));
        text.extend(problem.fixes.iter().flat_map(|fix| [fix.label.clone(), fix.result.clone()]));
    }
    text.extend([moment.spoken.clone(), plain(&moment.sentence), moment.special.clone(), read(&moment.formula)]);
    if let Figure::Scene(scene) = &moment.figure {
        text.extend(scene.panels.iter().flat_map(|panel| [panel.title.clone(), panel.label.clone()]));
        text.extend(scene.chips.iter().flat_map(|chip| [plain(&chip.small), plain(&chip.large)]));
    }
    text.join("\n")
}

#[test]
fn names_are_unlike_and_legal() {
    let slugs: BTreeSet<&str> = ALL.iter().map(|entry| entry.slug).collect();
    assert_eq!(slugs.len(), ALL.len());
    for entry in ALL {
        assert!(entry.slug.chars().all(|c| c.is_ascii_lowercase()), "{}", entry.slug);
        assert!(entry.picture.contains("<path") || entry.picture.contains("<rect"), "{}: a picture", entry.slug);
        for locale in LOCALES {
            assert!(!(entry.name)(locale).is_empty() && !(entry.question)(locale).is_empty(), "{}", entry.slug);
        }
        assert_ne!((entry.question)(Locale::ko), (entry.question)(Locale::en), "{}: translated", entry.slug);
    }
}

#[test]
fn keys_of_addresses_and_of_the_keyboard_collide_with_none() {
    for entry in ALL {
        let lesson = open(entry);
        let mut keys: Vec<&str> = lesson.write().expect("a link").into_iter().map(|(key, _)| key).collect();
        let count = keys.len();
        keys.sort_unstable();
        keys.dedup();
        assert_eq!(keys.len(), count, "{}: {keys:?}", entry.slug);
        assert!(!keys.iter().any(|key| PAGE_KEYS.contains(key)), "{}: {keys:?}", entry.slug);
        let board = lesson.board(&cx(Locale::en));
        let own = |setting: &matwalk::screen::Setting| {
            let choices = setting.choices.iter().filter_map(|choice| choice.shortcut);
            choices.chain(setting.shortcut).collect::<Vec<_>>()
        };
        let codes: Vec<&str> = board.settings.iter().flat_map(own).collect();
        let unlike: BTreeSet<&str> = codes.iter().copied().collect();
        assert_eq!(unlike.len(), codes.len(), "{}: {codes:?}", entry.slug);
        assert!(!codes.iter().any(|code| FRAME_CODES.contains(code)), "{}: {codes:?}", entry.slug);
    }
}

/// Each example of a lesson with each of its settings' choices.
fn in_every_choice(entry: &Entry, run: impl Fn(&mut dyn Lesson)) {
    let mut lesson = open(entry);
    let examples = lesson.examples(Locale::en);
    assert!(!examples.is_empty(), "{} has examples", entry.slug);
    for index in 0..examples.len() {
        lesson.act(Act::Example(index));
        for setting in lesson.board(&cx(Locale::en)).settings {
            for choice in 0..setting.choices.len() {
                lesson.act(Act::Choose(setting.key, choice));
                run(lesson.as_mut());
            }
        }
    }
}

#[test]
fn every_example_walks_to_its_end_and_back_in_every_choice() {
    for entry in ALL {
        in_every_choice(entry, |lesson| walk_through(entry, lesson));
    }
}

/// Some steps of a long walk, all of a short one.
fn walk_through(entry: &Entry, lesson: &mut dyn Lesson) {
    let len = lesson.walk().len;
    let stops: BTreeSet<usize> = (0..=len).step_by((len / 7).max(1)).chain([0, len]).collect();
    for t in stops {
        lesson.act(Act::Jump(Jump::To(t)));
        assert_eq!(lesson.walk().t, t, "{}", entry.slug);
        for locale in LOCALES {
            let (board, moment) = (lesson.board(&cx(locale)), lesson.moment(&cx(locale)));
            assert!(!moment.sentence.is_empty() || board.problem.is_some(), "{}: t = {t}", entry.slug);
            assert_eq!(moment.main == Main::FromStart, t == len && len > 0, "{}: t = {t}", entry.slug);
            let text = all_text(&board, &moment);
            assert!(!text.contains("{{") && !text.contains("}}"), "{}: {text}", entry.slug);
        }
    }
}

#[test]
fn links_restore_start_middle_and_end() {
    for entry in ALL {
        let mut lesson = open(entry);
        for index in 0..lesson.examples(Locale::en).len() {
            lesson.act(Act::Example(index));
            for t in [0, lesson.walk().len / 2, lesson.walk().len] {
                lesson.act(Act::Jump(Jump::To(t)));
                let address = address_of(entry, lesson.as_ref());
                let mut other = open(entry);
                let bad = other.read(&Address::parse(&address.to_string()));
                assert!(bad.is_empty(), "{address}: {bad:?}");
                assert_eq!(address_of(entry, other.as_ref()), address);
                let cx = cx(Locale::ko);
                assert_eq!(other.moment(&cx), lesson.moment(&cx), "{address}");
            }
        }
    }
}

#[test]
fn every_picture_names_its_cells_once_and_hides_what_is_pending() {
    for entry in ALL {
        let mut lesson = open(entry);
        lesson.act(Act::Jump(Jump::Next));
        let Figure::Scene(scene) = lesson.moment(&cx(Locale::en)).figure else { continue };
        let mut names = BTreeSet::new();
        for panel in &scene.panels {
            let (rows, cols) = panel.size;
            for (row, col) in (0..rows).flat_map(|row| (0..cols).map(move |col| (row, col))) {
                let name = panel.ids.name(panel.slot, row, col);
                assert!(names.insert(name.clone()), "{}: {name} twice", entry.slug);
            }
            assert_eq!(panel.roles().len(), rows * cols, "{}", entry.slug);
            if let Cells::Grid(cells) = &panel.cells {
                assert_eq!(cells.len(), rows * cols, "{}", entry.slug);
            }
        }
        assert!(!names.is_empty(), "{} has a cell", entry.slug);
    }
}

#[test]
fn what_is_handed_over_is_taken() {
    let mut links = 0;
    for entry in ALL {
        let mut lesson = open(entry);
        for index in 0..lesson.examples(Locale::en).len() {
            lesson.act(Act::Example(index));
            for on in lesson.board(&cx(Locale::en)).hand_over {
                let Ok(to) = on.to else { continue };
                let address = Address::parse(&to);
                let target = ALL.iter().find(|entry| entry.slug == address.lesson);
                let bad = target.map(|target| open(target).read(&address));
                assert_eq!(bad, Some(Vec::new()), "{}: {to}", entry.slug);
                links += 1;
            }
        }
    }
    assert!(links > 0);
}

#[test]
fn every_lesson_gives_code() {
    for entry in ALL {
        let lesson = open(entry);
        for language in Language::ALL {
            assert!(!lesson.code(language).trim().is_empty(), "{}: {language:?}", entry.slug);
        }
    }
}

#[test]
fn no_act_panics_whatever_its_numbers() {
    for entry in ALL {
        let mut lesson = open(entry);
        let board = lesson.board(&cx(Locale::en));
        for operand in &board.operands {
            for index in [0, 7, usize::MAX] {
                lesson.act(Act::Pick(operand.slot, index));
                lesson.act(Act::Resize(operand.slot, index, index));
                lesson.act(Act::SetVector(operand.slot, index == 0));
                lesson.act(Act::Transpose(operand.slot));
            }
        }
        for index in [0, 99, usize::MAX] {
            for act in [
                Act::Example(index),
                Act::Fix(index),
                Act::Choose("view", index),
                Act::Choose("nothing of this name", index),
                Act::Jump(Jump::To(index)),
                Act::Random(index as u64),
                Act::Undo,
                Act::Redo,
                Act::Swap,
                Act::Reset,
            ] {
                lesson.act(act);
                let cx = cx(Locale::ko);
                let _ = (lesson.board(&cx), lesson.moment(&cx), lesson.write());
            }
        }
    }
}
