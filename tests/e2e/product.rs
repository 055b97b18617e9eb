//! The source's three examples, step by step, every number; the four readings; jumping and playing.

use serde_json::json;

use crate::expect::{Example, all, shape_line};
use crate::page::Page;
use crate::visit::Visit;

const COUNTING: [f64; 6] = [1., 2., 3., 4., 5., 6.];

/// The text of the formula after `terms` products of cell (i, j): `C21=4·1+5·3+6·5→19`.
fn formula(example: &Example, name: &str, (i, j): (usize, usize), terms: usize) -> String {
    let k = example.sizes().1;
    let products: Vec<String> = (0..k).map(|p| format!("{}·{}", example.a_at(i, p), example.b_at(p, j))).collect();
    // Half a sum: nothing that is not true may stand on either side of an equals sign.
    let sign = if terms < k { "→" } else { "=" };
    format!("{name}={}{sign}{}", products.join("+"), example.partial(i, j, terms))
}

/// Asserts everything that the page shows after `t` products, read as dot products.
fn check_step(page: &Page, example: &Example, t: usize) {
    let (m, k, n) = example.sizes();
    let (now, terms) = ((t - 1) / k, (t - 1) % k + 1);
    for at in 0..m * n {
        let (i, j) = (at / n, at % n);
        let cell = page.cell(&example.out_cell(i, j));
        let done = if at == now { terms } else { k * usize::from(at < now) };
        let expected = (done > 0).then(|| example.partial(i, j, done));
        assert_eq!(cell.value.map(|v| v.parse().expect("a number")), expected, "t = {t}, cell ({i}, {j})");
        let role = if at == now {
            "active"
        } else if at < now {
            "done"
        } else {
            "pending"
        };
        assert_eq!(cell.role, role, "t = {t}, cell ({i}, {j})");
    }
    let (row, col) = (now / n, now % n);
    for p in 0..k {
        let role = if p + 1 == terms { "active" } else { "contributing" };
        for (name, value) in
            [(example.a_cell(row, p), example.a_at(row, p)), (example.b_cell(p, col), example.b_at(p, col))]
        {
            let cell = page.cell(&name);
            assert_eq!((cell.value, cell.role.as_str()), (Some(value.to_string()), role), "t = {t}, cell {name}");
            assert_eq!(cell.text, value.to_string(), "t = {t}, cell {name}");
        }
    }
    let out = example.out_cell(row, col);
    // On the stage indices count from 1, and only a matrix has two of them.
    let name = match out.split('-').skip(1).map(|n| n.parse::<usize>().expect("an index") + 1).collect::<Vec<_>>()[..] {
        [] => "c".to_owned(),
        [i] => format!("c{i}"),
        [i, j] => format!("C{i}{j}"),
        _ => unreachable!("a result of rank 2 at most"),
    };
    let shown = page.text("document.querySelector('[data-part=\"formula\"]').textContent.replace(/\\s/g, '')");
    assert_eq!(shown, formula(example, &name, (row, col), terms), "t = {t}");
    let sentence = page.part("step-sentence").expect("a sentence");
    let p = terms - 1;
    for number in [example.a_at(row, p), example.b_at(p, col), example.partial(row, col, terms)] {
        assert!(sentence.contains(&number.to_string()), "t = {t}: {sentence:?} lacks {number}");
    }
}

fn wait_for_step(page: &Page, t: usize, len: usize) {
    page.wait_for(
        "document.querySelector('[data-part=\"count\"]').innerText.replace(/\\s/g, '')",
        &json!(format!("{t}/{len}")),
    );
}

/// Goes through an example by pressing buttons, then back by keys, then to the ends.
fn walk(preset: &str, shapes: &str, example: &Example, result: &[f64]) {
    let page = Visit::default().open("#/product?lang=en&a=1x1:7&b=1x1:8");
    page.act(&format!("preset-{preset}"));
    page.wait_for_values("a", &all(&example.a.1));
    page.wait_for_values("b", &all(&example.b.1));
    assert_eq!(shape_line(&page), shapes);
    let (m, k, n) = example.sizes();
    let len = m * k * n;
    wait_for_step(&page, 0, len);
    assert_eq!(page.values("out"), vec![None; m * n], "nothing is computed before the first step");
    for t in 1..=len {
        page.act("next");
        wait_for_step(&page, t, len);
        check_step(&page, example, t);
    }
    assert_eq!(page.values("out"), all(result), "the source's answer");
    for t in (1..len).rev() {
        page.press("ArrowLeft");
        wait_for_step(&page, t, len);
        check_step(&page, example, t);
    }
    page.last();
    wait_for_step(&page, len, len);
    assert_eq!(page.values("out"), all(result));
    page.act("first");
    wait_for_step(&page, 0, len);
    assert_eq!(page.values("out"), vec![None; m * n]);
    assert_eq!(page.console_errors(), Vec::<String>::new());
}

#[test]
fn vector_times_matrix_step_by_step() {
    let example = Example::new(&[3], &[1., 2., 3.], &[3, 2], &COUNTING);
    assert_eq!(example.result(), [22., 28.]);
    walk("vector-matrix", "(3,)@(3,2)→(2,)", &example, &[22., 28.]);
}

#[test]
fn matrix_times_vector_step_by_step() {
    let example = Example::new(&[3, 2], &COUNTING, &[2], &[1., 2.]);
    assert_eq!(example.result(), [5., 11., 17.]);
    walk("matrix-vector", "(3,2)@(2,)→(3,)", &example, &[5., 11., 17.]);
}

#[test]
fn matrix_times_matrix_step_by_step() {
    let example = Example::new(&[2, 3], &COUNTING, &[3, 2], &COUNTING);
    assert_eq!(example.result(), [22., 28., 49., 64.]);
    walk("matrix-matrix", "(2,3)@(3,2)→(2,2)", &example, &[22., 28., 49., 64.]);
}

#[test]
fn every_reading_shows_its_own_partial_results_and_the_same_end() {
    let page = Visit::default().open("#/product?lang=en");
    // A = [[1, 2, 3], [4, 5, 6]], B = [[1, 2], [3, 4], [5, 6]]; what stands in C after one and after two blocks.
    let none = None;
    for (view, len, first, second) in [
        // One cell after the other.
        ("dot", 4, [Some(22.), none, none, none], [Some(22.), Some(28.), none, none]),
        // Column 1 of C is 1·(1, 4) + 3·(2, 5) + 5·(3, 6).
        ("columns", 6, [Some(1.), none, Some(4.), none], [Some(7.), none, Some(19.), none]),
        // Row 1 of C is 1·(1, 2) + 2·(3, 4) + 3·(5, 6).
        ("rows", 6, [Some(1.), Some(2.), none, none], [Some(7.), Some(10.), none, none]),
        // (1, 4)ᵀ(1, 2), then (2, 5)ᵀ(3, 4) on top of it.
        ("outer", 3, [Some(1.), Some(2.), Some(4.), Some(8.)], [Some(7.), Some(10.), Some(19.), Some(28.)]),
    ] {
        page.act(&format!("view-{view}"));
        page.choose("grain", "cell");
        page.act("first");
        wait_for_step(&page, 0, len);
        page.act("next");
        page.wait_for_values("out", &first);
        page.act("next");
        page.wait_for_values("out", &second);
        page.last();
        page.wait_for_values("out", &all(&[22., 28., 49., 64.]));
    }
}

#[test]
fn a_click_on_a_result_cell_goes_to_the_step_that_finishes_it() {
    let page = Visit::default().open("#/product?lang=en");
    page.click("[data-cell=\"out-1-0\"]");
    wait_for_step(&page, 9, 12);
    assert_eq!(page.values("out"), [Some(22.), Some(28.), Some(49.), None]);
    assert_eq!(page.cell("out-1-0").role, "active");
    let formula = page.text("document.querySelector('[data-part=\"formula\"]').textContent.replace(/\\s/g, '')");
    assert_eq!(formula, "C21=4·1+5·3+6·5=49");
}

#[test]
fn the_scrubber_reaches_every_step() {
    let page = Visit::default().open("#/product?lang=en&t=3");
    page.eval("document.querySelector('[data-action=\"scrub\"]').focus()");
    page.press("ArrowRight");
    wait_for_step(&page, 4, 12);
    assert_eq!(page.values("out"), [Some(22.), Some(2.), None, None]);
    page.press("End");
    wait_for_step(&page, 12, 12);
    page.press("Home");
    wait_for_step(&page, 0, 12);
    // A press in its middle is half of twelve steps.
    page.act("scrub");
    wait_for_step(&page, 6, 12);
    page.wait_for_values("out", &[Some(22.), Some(28.), None, None]);
}

#[test]
fn it_plays_to_the_end_and_stops_there() {
    let page = Visit::default().open("#/product?lang=en");
    page.act("speed-fastest");
    page.act("play");
    wait_for_step(&page, 12, 12);
    page.wait_for_values("out", &all(&[22., 28., 49., 64.]));
    page.wait_for("document.querySelector('[data-action=\"play\"]').getAttribute('aria-label')", &json!("Play"));
}

#[test]
fn another_address_does_not_play_on() {
    let page = Visit::default().open("#/product?lang=en&t=0");
    page.to("#/product?lang=en&t=1");
    page.act("play");
    page.back();
    wait_for_step(&page, 0, 12);
    page.wait_for("document.querySelector('[data-action=\"play\"]').getAttribute('aria-label')", &json!("Play"));
}

#[test]
fn a_heat_map_has_the_same_steps() {
    let page = Visit::default().open("#/product?lang=en&a=20x20:seed1&b=20x20:seed2&grain=cell&t=21");
    wait_for_step(&page, 21, 400);
    page.act("next");
    wait_for_step(&page, 22, 400);
    page.no_sideways_scroll();
    let sentence = page.part("step-sentence").expect("a sentence");
    assert!(sentence.starts_with("row 2, column 2 of C"), "{sentence}");
}
