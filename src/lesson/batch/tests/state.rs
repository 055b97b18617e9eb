//! Ticks, presses, typing, links, code.

use super::*;
use crate::lesson::terms::shape_text;

#[test]
fn loop_and_batch_agree_in_every_finished_cell_at_every_tick() {
    for (key, grain, workers) in EXAMPLES
        .iter()
        .flat_map(|example| [(0, 0), (0, 1), (1, 0), (1, 1)].map(|(grain, workers)| (example.key, grain, workers)))
    {
        let mut batch = example(key);
        if batch.answer().is_none() {
            continue;
        }
        choose(&mut batch, "grain", grain);
        choose(&mut batch, "workers", workers);
        let all = out(&batch);
        let plan = batch.answer().expect("products").plan;
        let (a, b) = (batch.inputs().a.tensor().clone(), batch.inputs().b.tensor().clone());
        for t in 0..=batch.ticks(Lane::Loop).1 {
            go(&mut batch, t);
            let found = cells(&batch);
            assert_eq!(found.len(), 2 * all.len());
            for (index, value) in all.iter().enumerate() {
                let (pair, row, col) = (index / (plan.m * plan.n), index / plan.n % plan.m, index % plan.n);
                for (lane, name) in [(Lane::Loop, "loop"), (Lane::Batch, "out")] {
                    let (now, _) = batch.ticks(lane);
                    let trace = batch.trace(lane).expect("a walk");
                    let partial = trace.partial(a.data(), b.data(), now, pair, row, col);
                    let shown = &found[&format!("{name}-{pair}-{row}-{col}")];
                    let is_done = batch.is_done(lane, pair, row, col);
                    assert_eq!(shown.is_some(), is_done, "{key}, t = {t}");
                    if is_done {
                        assert!(partial.to_bits() == value.to_bits() || partial.is_nan() && value.is_nan());
                        let text = matwalk_core::number::shortest(*value);
                        assert_eq!(shown.as_deref(), Some(text.as_str()), "{key}, t = {t}");
                    }
                }
            }
        }
        assert_eq!(batch.cells_done(Lane::Loop), all.len());
        assert_eq!(batch.cells_done(Lane::Batch), all.len());
    }
}

#[test]
fn a_cell_jumps_in_its_lane_and_a_tab_brings_a_pair_to_the_front() {
    let mut batch = Batch::default();
    batch.act(Act::Press("loop-1-0-1".into()));
    assert_eq!((batch.t, batch.front_pair()), (6, 1));
    batch.act(Act::Press("out-2-1-0".into()));
    assert_eq!((batch.t, batch.front_pair()), (3, 2), "a pressed cell brings its pair");
    assert_eq!(formula(&batch), "C21(3)=2·1+2·1+2·1=6");
    let panel = scene(&batch).panel(A).expect("A").clone();
    assert_eq!(panel.ids.name(A, 1, 2), "a-2-1-2");
    batch.act(Act::Press("front-2".into()));
    assert_eq!(batch.front_pair(), 0, "pressed again, the loop's pair follows");
    for name in ["front-99", "out-9-9-9", "out-1", "nothing", ""] {
        batch.act(Act::Press(name.into()));
    }
}

#[test]
fn typing_goes_into_the_matrix_in_front() {
    let mut batch = Batch::default();
    batch.act(Act::Press("front-1".into()));
    batch.act(Act::Edit(A, 0, "2".into()));
    batch.act(Act::EndEdit);
    assert_eq!(batch.inputs().a.value(6), Ok(2.0));
    assert_eq!(batch.operand(A).expect("A").text(0), "2");
    batch.act(Act::Edit(B, 0, "x".into()));
    batch.act(Act::EndEdit);
    assert_eq!(board(&batch).unreadable.len(), 1);
    go(&mut batch, 12);
    let blocked = |pair: usize| {
        let answer = batch.answer().expect("products");
        answer.cells[pair * 4..pair * 4 + 4].iter().filter(|shown| **shown == Shown::Blocked).count()
    };
    assert_eq!([blocked(0), blocked(1), blocked(2)], [0, 2, 0]);
    batch.act(Act::Undo);
    batch.act(Act::Undo);
    assert_eq!(batch.example(), Some(0));
    let pasted = EXAMPLES[0].inputs().a;
    batch.act(Act::Paste(B, Box::new(pasted)));
    assert!(batch.answer().is_none());
}

#[test]
fn links_restore_front_workers_grain_and_tick() {
    for link in [
        "#/batch?op=bmm&a=1x1x2:1,2&b=1x2x1:3,4&grain=cell&t=1",
        "#/batch?op=matmul&a=1x1x2:1,2&b=3x2x1:3,4,5,6,7,8&grain=pair&front=2&workers=1&t=2",
        "#/batch?op=bmm&a=0x2x3:&b=0x3x2:&grain=cell&t=0",
        "#/batch?op=bmm&a=2x2x0:&b=2x0x2:&grain=cell&t=0",
    ] {
        let batch = at(link);
        let mut address = link::address("batch", batch.write().expect("a link"));
        address.push("t", batch.walk().t.to_string());
        assert_eq!(address.to_string(), link);
        assert_eq!(at(&address.to_string()).moment(&cx()), batch.moment(&cx()));
        assert!(!said(&batch).is_empty(), "{link}");
    }
    let mut batch = Batch::default();
    let bad = batch.read(&Address::parse("#/batch?a=9x2x3:seed1&front=7&workers=3&grain=term&t=2"));
    assert_eq!(bad.iter().map(|bad| bad.key.as_str()).collect::<Vec<_>>(), ["a", "grain", "front", "workers"]);
    assert_eq!(batch.walk().t, 2);
}

#[test]
fn a_size_that_did_not_fit_is_taken_back_at_the_same_place() {
    let mut batch = Batch::default();
    go(&mut batch, 7);
    batch.act(Act::Resize(A, 0, 4));
    assert_eq!((batch.walk().t, batch.walk().len, batch.front_pair()), (0, 0, 0));
    batch.act(Act::Undo);
    assert_eq!((batch.walk().t, batch.walk().len, batch.front_pair()), (7, 12, 1));
}

#[test]
fn a_change_of_grain_keeps_the_pair() {
    let mut batch = Batch::default();
    go(&mut batch, 7);
    choose(&mut batch, "grain", 1);
    assert_eq!((batch.walk().t, batch.walk().len), (2, 3));
    choose(&mut batch, "grain", 0);
    assert_eq!(batch.walk().t, 8);
    go(&mut batch, 0);
    choose(&mut batch, "grain", 1);
    assert_eq!(batch.walk().t, 0);
}

#[test]
fn code_says_the_call() {
    let code = |key: &str| example(key).code(Language::PyTorch);
    assert!(code("three").contains("print(torch.bmm(A, B))  # (3, 2, 2)"));
    assert!(code("share").contains("print(torch.matmul(A, B))  # (3, 2, 2)"));
    assert!(code("refuse").contains("print(torch.bmm(A, B))  # RuntimeError"));
    let numpy = |key: &str| example(key).code(Language::NumPy);
    assert!(numpy("refuse").contains("print(A @ B)  # (3, 2, 2): NumPy stretches where torch.bmm refuses"));
    assert!(numpy("inner").contains("print(A @ B)  # ValueError"));
}

#[test]
fn every_fix_has_a_name_of_its_own_and_does_what_it_says() {
    let link = "#/batch?op=matmul&a=2x2x3:1,2,3,4,5,6,1,0,0,0,0,1&b=3x3x2:1,2,3,4,5,6,7,8,9,10,11,12,1,2,1,2,1,2";
    let fixes = at(link).board(&cx()).problem.expect("a problem").fixes;
    let codes: Vec<&str> = fixes.iter().map(|fix| fix.code.as_str()).collect();
    assert_eq!(codes, ["A[[0, 1, 0]]", "B[:2]", "A[:1]"]);
    for (index, fix) in fixes.iter().enumerate() {
        assert!(!fixes[..index].iter().any(|other| other.key == fix.key), "{} twice", fix.key);
        let mut batch = at(link);
        batch.act(Act::Fix(index));
        let [a, b] = [&batch.inputs().a, &batch.inputs().b].map(|operand| shape_text(operand.shape().dims()));
        assert!(batch.board(&cx()).problem.is_none(), "{}", fix.label);
        // Sheets that are lacking are repeated, in the code and in the numbers.
        if fix.code == "A[[0, 1, 0]]" {
            let data = batch.inputs().a.tensor().data();
            assert_eq!((data.len(), &data[12..]), (18, &data[..6]));
        }
        assert!(!fix.label.contains("resize") || fix.label.ends_with(&a) || fix.label.ends_with(&b), "{}", fix.label);
    }
}
