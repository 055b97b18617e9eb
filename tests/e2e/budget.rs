//! How long the built site takes: `cargo xtask bench` prints it. Measured, never asserted: machines differ.

use serde_json::json;

use crate::pace::thread_ms;
use crate::page::Page;
use crate::visit::Visit;

/// Notes when the first cell of an operand is in the page, on the page's own clock.
const WATCH: &str = "new MutationObserver((_, own) => { if (document.querySelector('[data-cell=\"a-0-0\"]')) { \
                     own.disconnect(); window.editableAt = performance.now(); } }).observe(document, { childList: true, subtree: true });";

/// Presses a control so many times, waiting each time until the page has been painted.
const PRESS: &str = "const [action, times, done] = arguments; const button = document.querySelector(`[data-action=\"${action}\"]`); \
                     let left = times; const turn = () => { if (left-- === 0) { done(0); return; } if (action) button.click(); \
                     requestAnimationFrame(() => requestAnimationFrame(turn)); }; turn();";

#[test]
#[ignore = "measures; run by cargo xtask bench"]
fn print() {
    let page = Visit::default().before(WATCH).open("#/product");
    let mut times: Vec<f64> = (0..15)
        .map(|_| {
            page.go("#/product");
            page.wait_until("a cell", "window.editableAt");
            page.eval("window.editableAt").as_f64().unwrap_or(f64::NAN)
        })
        .collect();
    times.sort_by(f64::total_cmp);
    println!(
        "a cell can be edited after {:.0} ms (median of 15 loads; best {:.0}, worst {:.0})",
        times[7], times[0], times[14]
    );
    for (what, hash) in [
        ("2 x 3 @ 3 x 2", "#/product?lang=en"),
        ("16 x 16, grids", "#/product?lang=en&a=16x16:seed1&b=16x16:seed2"),
        ("16 x 16, grids, by cells", "#/product?lang=en&a=16x16:seed1&b=16x16:seed2&grain=cell"),
        ("128 x 128, heat maps", "#/product?lang=en&a=128x128:seed1&b=128x128:seed2"),
        ("128 x 128, heat maps, by cells", "#/product?lang=en&a=128x128:seed1&b=128x128:seed2&grain=cell"),
        ("256 x 256, heat maps, by sheets", "#/product?lang=en&a=256x256:seed1&b=256x256:seed2&grain=cell&view=outer"),
    ] {
        page.go(hash);
        page.wait_until_ready();
        // The first steps warm the engine up, as a learner's first steps do.
        busy_ms(&page, "next", 10);
        let idle = busy_ms(&page, "", 60);
        let step = busy_ms(&page, "next", 60);
        println!("a step takes {:.2} ms of the main thread, paint included ({what})", step - idle);
    }
}

/// Milliseconds of work on the main thread for each press.
fn busy_ms(page: &Page, action: &str, times: u32) -> f64 {
    page.devtools("Performance.enable", json!({ "timeDomain": "threadTicks" }));
    let before = thread_ms(page, &["TaskDuration"]);
    page.eval_async(PRESS, vec![json!(action), json!(times)]);
    (thread_ms(page, &["TaskDuration"]) - before) / f64::from(times)
}
