//! What a step and a move cost on a slow machine: `cargo xtask bench` prints it. Measured, never asserted: machines
//! differ.

use serde_json::{Value, json};

use crate::page::Page;
use crate::visit::Visit;

/// Presses a button once and waits until the page has been painted.
const STEP: &str = "const [button, done] = arguments; document.querySelector(button).click(); \
                    requestAnimationFrame(() => requestAnimationFrame(() => done(0)));";

/// Makes a button that steps through what the walk changes in the page, without the app.
const PLAIN: &str = include_str!("pace/plain.js");

/// Drags a point to and fro, so many moves, one a frame. Without a point it waits as many frames.
const DRAG: &str = "const [name, times, done] = arguments; const point = document.querySelector(name); \
    const place = point?.getBoundingClientRect(); const x = place?.left + place?.width / 2, y = place?.top + place?.height / 2; \
    const send = (kind, at) => point?.dispatchEvent(new PointerEvent(kind, { clientX: at, clientY: y, pointerId: 1, \
    button: 0, buttons: 1, isPrimary: true, bubbles: true })); send('pointerdown', x); let turn = 0; \
    const move = () => { if (turn++ === times) { send('pointerup', x); done(point?.outerHTML ?? ''); return; } \
    send('pointermove', x + 120 * Math.sin(turn / 8)); requestAnimationFrame(move); }; requestAnimationFrame(move);";

const WORK: [&str; 3] = ["ScriptDuration", "RecalcStyleDuration", "LayoutDuration"];

#[test]
#[ignore = "measures; run by cargo xtask bench"]
fn steps() {
    let page = Visit::default().size(1440, 900).open("#/");
    for entry in matwalk::lesson::ALL {
        page.go(&format!("#/{}?lang=en", entry.slug));
        page.wait_until_ready();
        slow_down(&page);
        let (own, worst) = step_ms(&page, "[data-action=next]");
        page.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": 1 }));
        page.eval_async(PLAIN, vec![]);
        slow_down(&page);
        let (plain, _) = step_ms(&page, "[data-plain]");
        println!(
            "a step of {} takes {own:.2} ms of script, style and layout on a quarter of this CPU (median of 100; worst \
             {worst:.2}); its changes of the page alone, made by plain JavaScript, take {plain:.2}: {:.2} times that",
            entry.slug,
            own / plain
        );
    }
}

/// What a step costs that this button makes: median and worst of 100.
fn step_ms(page: &Page, button: &str) -> (f64, f64) {
    let cost = |_| {
        let before = thread_ms(page, &WORK);
        page.eval_async(STEP, vec![json!(button)]);
        thread_ms(page, &WORK) - before
    };
    let mut costs: Vec<f64> = (0..110).map(cost).skip(10).collect();
    costs.sort_by(f64::total_cmp);
    (costs[costs.len() / 2], costs[costs.len() - 1])
}

#[test]
#[ignore = "measures; run by cargo xtask bench"]
fn moves() {
    let page = Visit::default().size(1440, 900).open("#/");
    let by_hand = format!(
        "data:text/html,{}",
        url::form_urlencoded::byte_serialize(include_bytes!("pace/point.html")).collect::<String>().replace('+', "%20")
    );
    let mut best = [f64::INFINITY; 2];
    for _ in 0..5 {
        page.visit(&by_hand);
        best[0] = best[0].min(move_ms(&page));
        page.go("#/activation?lang=en");
        page.wait_until_ready();
        best[1] = best[1].min(move_ms(&page));
    }
    println!(
        "a move of Activation's point takes {:.2} ms of the main thread on a quarter of this CPU, paint included: \
         {:.2} times a page written by hand ({:.2} ms; best of five each)",
        best[1],
        best[1] / best[0],
        best[0]
    );
}

fn move_ms(page: &Page) -> f64 {
    slow_down(page);
    let drag = |name: &str, times: u32| {
        let before = thread_ms(page, &["TaskDuration"]);
        let moved = page.eval_async(DRAG, vec![json!(name), json!(times)]);
        assert!(name == "none" || moved != json!(""), "there is a point to move");
        (thread_ms(page, &["TaskDuration"]) - before) / f64::from(times)
    };
    drag("[data-slide]", 20);
    drag("[data-slide]", 150)
}

fn slow_down(page: &Page) {
    page.devtools("Performance.enable", json!({ "timeDomain": "threadTicks" }));
    page.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": 4 }));
}

/// Milliseconds that the main thread computed so far, on these kinds of work: other programs don't count.
pub fn thread_ms(page: &Page, kinds: &[&str]) -> f64 {
    let answer = page.devtools("Performance.getMetrics", json!({}));
    let metrics = answer["metrics"].as_array().cloned().unwrap_or_default();
    let of = |metric: &Value| metric["name"].as_str().is_some_and(|name| kinds.contains(&name));
    let seconds: f64 = metrics.iter().filter(|metric| of(metric)).filter_map(|metric| metric["value"].as_f64()).sum();
    seconds * 1000.0
}
