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
    assert_eq!(batch.measured.share(1), 1.0 / 36.0, "what a worker told too late is left out");
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
    assert_eq!(said(&batch), "4×4, N = 64: batch 9.5× faster. One thread: no pairs at once, just 63 calls saved.");
    assert!(drawing(&batch).contains("9.5×") && drawing(&batch).contains("Loop · SIMD"));
    batch.act(Act::Jump(Jump::First));
    assert!(said(&batch).contains("one pair"));
    batch.act(Act::Jump(Jump::Last));
    assert_eq!(batch.moment(&cx()).main, Main::FromStart);
    choose(&mut batch, "edge", 2);
    assert_eq!((batch.cursor, said(&batch).ends_with("Guess first.")), (8, true), "another size keeps the cursor");
    choose(&mut batch, "edge", 0);
    assert!(said(&batch).contains("255 calls saved"));
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
