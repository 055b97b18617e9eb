//! The pair in front: its tabs, its frames, its formula; and what keys reach.

use super::drawn::{attr, each};
use super::*;
use crate::screen::Mark;

#[test]
fn tabs_are_one_group_with_the_front_row_below() {
    let mut batch = example("dots");
    go(&mut batch, 2);
    let placed = scene(&batch).placed;
    let mut nodes = Vec::new();
    each(&placed, &mut nodes);
    let radios: Vec<&&Node> = nodes.iter().filter(|node| node.tag == "input").collect();
    let checked: Vec<String> = radios.iter().filter_map(|node| attr(node, "checked")).collect();
    assert_eq!(checked, ["false", "true", "false", "false", "false", "false"]);
    let tab = |act: &str| nodes.iter().find(|node| attr(node, "data-act").as_deref() == Some(act)).expect("a tab");
    assert_eq!(tab("front-1").styles[0].1, "2 / 2");
    assert_eq!(tab("front-4").styles[0].1, "1 / 2");
    go(&mut batch, 5);
    let placed = scene(&batch).placed;
    let mut nodes = Vec::new();
    each(&placed, &mut nodes);
    let tab = |act: &str| nodes.iter().find(|node| attr(node, "data-act").as_deref() == Some(act)).expect("a tab");
    assert_eq!((tab("front-1").styles[0].1.as_ref(), tab("front-4").styles[0].1.as_ref()), ("1 / 2", "2 / 2"));
}

#[test]
fn keys_reach_the_results_at_one_cell_with_a_name() {
    let mut batch = Batch::default();
    go(&mut batch, 3);
    let beside = scene(&batch).beside;
    let mut nodes = Vec::new();
    each(&beside, &mut nodes);
    let stops: Vec<&&Node> = nodes.iter().filter(|node| attr(node, "tabindex").as_deref() == Some("0")).collect();
    assert_eq!(stops.len(), 1);
    assert_eq!(attr(stops[0], "data-cell").as_deref(), Some("loop-0-1-0"));
    assert_eq!(attr(stops[0], "aria-label").as_deref(), Some("Loop, row 2, column 1 of C⁽¹⁾: 49"));
    let place = |cell: &str| {
        let found = nodes.iter().find(|node| attr(node, "data-cell").as_deref() == Some(cell));
        found.and_then(|node| attr(node, "data-place"))
    };
    let places = ["loop-0-1-0", "loop-1-1-0", "out-0-0-1"].map(place);
    assert_eq!(places.map(Option::unwrap_or_default), ["0-1", "2-1", "1-2"]);
}

#[test]
fn the_front_pairs_last_cell_is_told_when_it_is_not_at_work() {
    let mut batch = Batch::default();
    go(&mut batch, 12);
    batch.act(Act::Press("front-0".into()));
    assert_eq!(formula(&batch), "C22(1)=4·2+5·4+6·6=64");
    let marks = |batch: &Batch| scene(batch).panel(A).expect("A").marks.clone();
    assert!(marks(&batch).contains(&Mark::Frame(1..2, 0..3)));
    // The batch has finished what the loop has not begun.
    go(&mut batch, 5);
    batch.act(Act::Press("front-2".into()));
    assert_eq!(formula(&batch), "C22(3)=2·2+2·2+2·2=12");
    batch.act(Act::Press("loop-1-0-1".into()));
    assert_eq!((batch.t, batch.front_pair(), batch.picked), (6, 1, None));
    go(&mut batch, 0);
    assert_eq!(formula(&batch), "C(i)=A(i)B(i),  i = 1, …, 3");
}

#[test]
fn unlike_rows_and_columns_are_framed() {
    let inner = scene(&example("inner"));
    let marks = |slot| inner.panel(slot).expect("a panel").marks.clone();
    assert!(marks(A).contains(&Mark::Frame(0..1, 0..3)) && marks(B).contains(&Mark::Frame(0..2, 0..1)));
    assert!(scene(&example("refuse")).panel(A).expect("A").marks.is_empty());
}

#[test]
fn a_single_pair_has_no_workers_to_choose() {
    let keys = |batch: &Batch| board(batch).settings.iter().map(|setting| setting.key).collect::<Vec<_>>();
    assert_eq!(keys(&Batch::default()), ["view", "op", "workers", "grain"]);
    let one = at("#/batch?op=bmm&a=1x1x2:1,2&b=1x2x1:3,4");
    assert_eq!(keys(&one), ["view", "op", "grain"]);
    assert_eq!(formula(&one), "C(1)=A(1)B(1)");
    assert_eq!(scene(&one).panel(A).expect("A").title, "A");
}
