//! The lesson against the table of its design. Expected numbers were worked out apart, in NumPy and by hand.

mod drawn;
mod front;
mod state;
mod timed;

use super::example::EXAMPLES;
use super::inputs::{A, B, Op};
use super::model::Batch;
use super::progress::Lane;
use crate::lesson::entry::{Language, Lesson};
use crate::lesson::link;
use crate::playback::Jump;
use crate::route::Address;
use crate::screen::card::CardPart;
use crate::screen::hue::plain;
use crate::screen::node::read;
use crate::screen::{Act, Board, Cx, Figure, Node, Room, Scene, Shown};
use crate::words::Locale;
use std::collections::BTreeMap;

fn cx() -> Cx {
    Cx { locale: Locale::en, base: 1, room: Room::default() }
}

fn example(key: &str) -> Batch {
    let mut batch = Batch::default();
    let index = EXAMPLES.iter().position(|example| example.key == key).expect("an example");
    batch.act(Act::Example(index));
    batch
}

fn at(link: &str) -> Batch {
    let mut batch = Batch::default();
    let bad = batch.read(&Address::parse(link));
    assert!(bad.is_empty(), "{link}: {bad:?}");
    batch
}

fn board(batch: &Batch) -> Board {
    batch.board(&cx())
}

fn scene(batch: &Batch) -> Scene {
    match batch.moment(&cx()).figure {
        Figure::Scene(scene) => *scene,
        Figure::Own(_) => panic!("panels"),
    }
}

fn go(batch: &mut Batch, t: usize) {
    batch.act(Act::Jump(Jump::To(t)));
}

fn choose(batch: &mut Batch, setting: &'static str, choice: usize) {
    batch.act(Act::Choose(setting, choice));
}

fn said(batch: &Batch) -> String {
    plain(&batch.moment(&cx()).sentence)
}

fn formula(batch: &Batch) -> String {
    read(&batch.moment(&cx()).formula)
}

fn out(batch: &Batch) -> Vec<f32> {
    batch.answer().expect("products").out.data().to_vec()
}

fn done(batch: &Batch, lane: Lane) -> Vec<usize> {
    let plan = batch.answer().expect("products").plan;
    let cells = |pair| (0..plan.m * plan.n).filter(move |i| batch.is_done(lane, pair, i / plan.n, i % plan.n)).count();
    (0..plan.batch.numel()).map(cells).collect()
}

/// The rows of the numbers card: name, loop, batch.
fn facts(batch: &Batch) -> BTreeMap<String, (String, String)> {
    let board = board(batch);
    let CardPart::Facts(facts) = &board.cards[0].parts[0] else { panic!("facts") };
    let row = |(name, values): &(String, Vec<crate::screen::card::Fact>)| {
        (name.clone(), (values[0].text.clone(), values[1].text.clone()))
    };
    facts.rows.iter().map(row).collect()
}

fn message(batch: &Batch) -> String {
    board(batch).problem.and_then(|problem| problem.message).unwrap_or_default()
}

/// All cells of the drawing beside the panels, with their values.
fn drawn(nodes: &[Node], found: &mut BTreeMap<String, Option<String>>) {
    for node in nodes {
        let get = |name: &str| node.attrs.iter().find(|(own, _)| *own == name).map(|(_, value)| value.to_string());
        if let Some(name) = get("data-cell") {
            assert!(found.insert(name.clone(), get("data-value")).is_none(), "{name} twice");
        }
        drawn(&node.children, found);
    }
}

fn cells(batch: &Batch) -> BTreeMap<String, Option<String>> {
    let mut found = BTreeMap::new();
    drawn(&scene(batch).beside, &mut found);
    found
}

#[test]
fn three_pairs() {
    let mut batch = Batch::default();
    go(&mut batch, 3);
    assert_eq!(formula(&batch), "C21(1)=4·1+5·3+6·5=49");
    assert_eq!((done(&batch, Lane::Loop), done(&batch, Lane::Batch)), (vec![3, 0, 0], vec![3, 3, 3]));
    assert!(said(&batch).contains("So far 3 to 9"), "{}", said(&batch));
    go(&mut batch, 12);
    assert_eq!(out(&batch), [22., 28., 49., 64., 7., 8., 11., 12., 3., 6., 6., 12.]);
    assert_eq!(said(&batch), "12 ticks against 4. Same numbers, same 36 multiplications; fewer calls, more workers.");
    let facts = facts(&batch);
    let of = |name: &str| facts.get(name).map(|(a, b)| (a.as_str(), b.as_str()));
    assert_eq!(of("Calls"), Some(("3", "1")));
    assert_eq!(of("Ticks (batch workers: 3)"), Some(("12", "4")));
    assert_eq!(of("Multiplications"), Some(("36", "36")));
    assert_eq!(of("Bytes read"), Some(("144", "144")));
    assert_eq!(of("Bytes written"), Some(("48", "48")));
}

#[test]
fn one_worker_saves_calls_alone() {
    let mut batch = Batch::default();
    choose(&mut batch, "workers", 0);
    assert_eq!((batch.ticks(Lane::Batch).1, batch.calls(Lane::Batch).1, batch.calls(Lane::Loop).1), (12, 1, 3));
    go(&mut batch, 5);
    assert_eq!(done(&batch, Lane::Batch), done(&batch, Lane::Loop));
    assert!(said(&batch).contains("just like the loop"));
    go(&mut batch, 12);
    assert!(said(&batch).ends_with("Only the calls shrink: 3 to 1."));
}

#[test]
fn the_other_examples() {
    let eight = example("eight");
    assert_eq!(out(&eight)[28..], [8., 16., 24., 32.]);
    assert_eq!((eight.ticks(Lane::Loop).1, eight.ticks(Lane::Batch).1), (32, 4));
    assert_eq!(facts(&eight)["Multiplications"].0, "64");
    let share = example("share");
    assert_eq!(out(&share), [22., 28., 49., 64., 1., 2., 4., 5., 10., 20., 40., 50.]);
    assert_eq!(facts(&share)["Bytes read"], ("144".into(), "96".into()));
    assert!(said(&share).starts_with("A has only 1 sheet"));
    let attention = example("attention");
    assert_eq!(out(&attention), [1., 3., 0., 2., 1., 2., 3., 4., 2., 3., 1., 4., 1., 0., 2., 3., 3., 0.]);
    assert_eq!((attention.ticks(Lane::Loop).1, attention.ticks(Lane::Batch).1), (18, 9));
    let dots = example("dots");
    assert_eq!(out(&dots), [6., 7., 12., 0., 25., 1.]);
    assert_eq!((dots.ticks(Lane::Loop).1, dots.ticks(Lane::Batch).1), (6, 1));
    let mut nan = example("nan");
    let values = out(&nan);
    assert!(values[4].is_nan() && values[5].is_nan());
    assert_eq!(values[6..8], [6., 8.]);
    assert!(values.iter().enumerate().all(|(index, value)| value.is_finite() != [4, 5].contains(&index)));
    go(&mut nan, 12);
    assert_eq!(said(&nan), "The NaN stays in 1 of 3 pairs. Even in one call the pairs never mix.");
    let large = at("#/batch?a=8x6x6:seed1&b=8x6x6:seed2");
    assert_eq!((large.ticks(Lane::Loop).1, large.ticks(Lane::Batch).1), (288, 36));
    let facts = facts(&large);
    assert_eq!(facts["Multiplications"].0, "1,728");
    assert_eq!((facts["Bytes read"].0.as_str(), facts["Bytes written"].0.as_str()), ("2,304", "1,152"));
}

#[test]
fn what_has_no_product_is_told_in_pytorchs_words_and_every_fix_works() {
    let refuse = example("refuse");
    assert_eq!(
        message(&refuse),
        "RuntimeError: Expected size for first two dimensions of batch2 tensor to be: [1, 3] but got: [3, 3]."
    );
    let inner = example("inner");
    assert!(message(&inner).ends_with("to be: [2, 3] but got: [2, 2]."), "{}", message(&inner));
    let matmul = at("#/batch?op=matmul&a=2x2x3:1,2,3,4,5,6,1,2,3,4,5,6&b=3x3x2:1,2,3,4,5,6,1,2,3,4,5,6,1,2,3,4,5,6");
    assert!(
        message(&matmul)
            .ends_with("The size of tensor a (2) must match the size of tensor b (3) at non-singleton dimension 0"),
        "{}",
        message(&matmul)
    );
    for batch in [&refuse, &inner, &matmul] {
        let fixes = board(batch).problem.expect("a problem").fixes;
        assert!((2..=3).contains(&fixes.len()), "{fixes:?}");
        let mut address = link::address("batch", batch.write().expect("a link"));
        address.push("t", "0");
        for (place, fix) in fixes.iter().enumerate() {
            let mut batch = at(&address.to_string());
            batch.act(Act::Fix(place));
            assert!(batch.answer().is_some(), "{}", fix.key);
        }
    }
    let codes = |batch: &Batch| -> Vec<String> {
        board(batch).problem.expect("a problem").fixes.into_iter().map(|fix| fix.code).collect()
    };
    assert_eq!(codes(&refuse)[..2], ["torch.matmul(A, B)", "A.expand(3, -1, -1)"]);
    assert_eq!(codes(&inner)[..2], ["B.transpose(1, 2)", "A.transpose(1, 2)"]);
    let mut fixed = example("inner");
    fixed.act(Act::Fix(0));
    assert_eq!(out(&fixed), [22., 28., 49., 64., 7., 8., 11., 12.]);
    let mut fixed = example("refuse");
    fixed.act(Act::Fix(0));
    assert_eq!((fixed.inputs().op, out(&fixed).len()), (Op::Matmul, 12));
}
