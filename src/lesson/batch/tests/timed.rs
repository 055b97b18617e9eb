//! The reading that measures: its button, its work, its chart.

use super::*;
use crate::screen::board::Job;
use crate::screen::{Main, Walk};

fn report(batch: &mut Batch, numbers: &[f64]) {
    batch.act(Act::Report(numbers.to_vec()));
}

/// Reports as from a device on which a call costs 0.28 µs and a product a tenth of that.
fn measured() -> Batch {
    let mut batch = at("#/batch?view=measure");
    batch.act(Act::Press("measure".into()));
    for (place, pairs) in [1., 2., 4., 8., 16., 32., 64., 128., 256.].into_iter().enumerate() {
        for (way, time) in
            [pairs * 0.36, pairs * 0.308, 0.28 + pairs * 0.08, 0.28 + pairs * 0.028].into_iter().enumerate()
        {
            report(&mut batch, &[way as f64, place as f64, time, time * 0.9, time * 1.2]);
        }
    }
    report(&mut batch, &[-1.0]);
    batch
}

fn word(batch: &Batch) -> (String, &'static str) {
    let (words, name) = board(batch).main.expect("a button of its own");
    (words[0].clone(), name)
}

fn drawing(batch: &Batch) -> String {
    let Figure::Own(nodes) = batch.moment(&cx()).figure else { panic!("a drawing") };
    read(&nodes)
}

#[test]
fn it_is_begun_cancelled_and_done_again() {
    let mut batch = at("#/batch?view=measure&edge=16");
    assert_eq!(word(&batch), ("Measure (1 s)".into(), "measure"));
    assert_eq!((batch.walk(), board(&batch).job), (Walk { t: 6, len: 8 }, None));
    assert!(said(&batch).ends_with("Guess first."));
    batch.act(Act::Press("measure".into()));
    assert_eq!(board(&batch).job, Some(Job { script: "timer.js", about: 16.0, number: 1 }));
    assert_eq!(word(&batch).1, "cancel");
    report(&mut batch, &[0.0, 0.0, 3.0, 2.0, 4.0]);
    assert!(said(&batch).starts_with("Measuring: 3%"), "{}", said(&batch));
    batch.act(Act::Press("cancel".into()));
    assert_eq!((board(&batch).job, word(&batch).1), (None, "measure"));
    report(&mut batch, &[0.0, 1.0, 3.0, 2.0, 4.0]);
    assert_eq!(batch.measured.share(1), 0.0, "lines that were begun go, and what a worker tells too late is left out");
    batch.act(Act::Press("measure".into()));
    assert_eq!(board(&batch).job.map(|job| job.number), Some(2));
    report(&mut batch, &[]);
    assert_eq!(board(&batch).job, None);
}

#[test]
fn the_ratio_stands_in_words_formula_table_and_chart() {
    let mut batch = measured();
    assert_eq!(word(&batch), ("Measure again".into(), "measure"));
    // 64 · 0.308 = 19.712, 0.28 + 64 · 0.028 = 2.072.
    assert_eq!(formula(&batch), "Loop 19.7 µs ÷ Batch 2.07 µs = 9.5×");
    assert_eq!(said(&batch), "4×4, N = 64: batch 9.5× faster. One thread: no pairs at once, only fewer calls: 64 → 1.");
    assert!(drawing(&batch).contains("9.5×") && drawing(&batch).contains("Loop · SIMD"));
    batch.act(Act::Jump(Jump::First));
    assert!(said(&batch).contains("one pair"));
    batch.act(Act::Jump(Jump::Last));
    assert_eq!(batch.moment(&cx()).main, Main::FromStart);
    choose(&mut batch, "edge", 2);
    assert_eq!((batch.cursor, said(&batch).ends_with("Guess first.")), (8, true), "another size keeps the cursor");
    choose(&mut batch, "edge", 0);
    assert!(said(&batch).ends_with("fewer calls: 256 → 1."));
}

#[test]
fn noise_is_called_noise() {
    let mut batch = at("#/batch?view=measure&edge=4");
    batch.act(Act::Press("measure".into()));
    // One pair: the batch four times as fast. Two pairs: faster too, but its usual run is no faster than the loop's fastest.
    report(&mut batch, &[1.0, 0.0, 4.0, 3.0, 5.0]);
    report(&mut batch, &[3.0, 0.0, 1.0, 0.9, 1.1]);
    report(&mut batch, &[1.0, 1.0, 4.0, 2.0, 5.0]);
    report(&mut batch, &[3.0, 1.0, 2.0, 1.0, 2.1]);
    report(&mut batch, &[-1.0]);
    batch.act(Act::Jump(Jump::First));
    assert_eq!(said(&batch), "4×4: with one pair both make one call. A ratio of 4.0× is chance: measure again.");
    batch.act(Act::Jump(Jump::Next));
    assert!(said(&batch).contains("overlaps") && said(&batch).ends_with("measure again."), "{}", said(&batch));
    let mut batch = measured();
    batch.act(Act::Jump(Jump::First));
    assert!(said(&batch).ends_with("almost equal."), "{}", said(&batch));
}

#[test]
fn the_table_names_the_lines_and_stays_in_its_box() {
    fn texts<'a>(nodes: &'a [Node], found: &mut Vec<&'a Node>) {
        for node in nodes {
            found.extend((node.tag == "text").then_some(node));
            texts(&node.children, found);
        }
    }
    let batch = measured();
    for locale in [Locale::en, Locale::ko] {
        for (width, height) in [(1048.0, 586.0), (974.0, 336.0), (790.0, 805.0), (360.0, 482.0), (588.0, 234.0)] {
            let cx = Cx { locale, room: Room { width, height, least_cell: 24.0, presents: false }, ..cx() };
            let Figure::Own(nodes) = batch.moment(&cx).figure else { panic!("a drawing") };
            let mut found = Vec::new();
            texts(&nodes, &mut found);
            let get = |node: &Node, name: &str| {
                node.attrs.iter().find(|(own, _)| *own == name).map(|(_, value)| value.to_string()).unwrap_or_default()
            };
            let number = |node: &Node, name: &str| get(node, name).parse::<f64>().expect("a number");
            for node in found.iter().filter(|node| get(node, "text-anchor") == "start") {
                let wide = super::super::lanes::width(&node.text, number(node, "font-size") * 0.95);
                let right = number(node, "x") + wide;
                assert!(right <= width, "{width} x {height}: {} ends at {right}", node.text);
                assert!(number(node, "y") <= height, "{width} x {height}: {}", node.text);
            }
            let all = read(&nodes);
            assert!(all.contains("Wasm") && all.contains("SIMD"), "{all}");
        }
    }
}

#[test]
fn links_restore_size_and_cursor() {
    let link = "#/batch?op=bmm&a=1x1x2:1,2&b=1x2x1:3,4&grain=cell&view=measure&edge=64&t=3";
    let batch = at(link);
    let mut address = link::address("batch", batch.write().expect("a link"));
    address.push("t", batch.walk().t.to_string());
    assert_eq!(address.to_string(), link);
    assert_eq!((batch.edge, batch.cursor, batch.t), (2, 3, 0));
}
