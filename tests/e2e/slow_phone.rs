//! How long a slow phone waits: `cargo xtask bench` prints it. Measured, never asserted: machines differ.

use serde_json::json;

use crate::visit::Visit;

/// Notes on the page's own clock, which starts with the navigation, when a heading and when a cell is there.
const WATCH: &str = "new MutationObserver((_, own) => { \
                     if (!window.headingAt && document.querySelector('h1')) window.headingAt = performance.now(); \
                     if (document.querySelector('[data-cell=\"a-0-0\"]')) { \
                     own.disconnect(); window.editableAt = performance.now(); } })\
                     .observe(document, { childList: true, subtree: true });";

const LOADS: usize = 7;

#[test]
#[ignore = "measures; run by cargo xtask bench"]
fn print() {
    let page = Visit::default().size(390, 780).before(WATCH).open("#/product");
    page.devtools("Network.enable", json!({}));
    page.devtools("Network.setCacheDisabled", json!({ "cacheDisabled": true }));
    // 1.6 Mbit/s down, 0.8 up; the server packs what it sends.
    let network =
        json!({ "offline": false, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 100_000 });
    page.devtools("Network.emulateNetworkConditions", network);
    page.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": 4 }));
    let loads: Vec<(f64, f64)> = (0..LOADS)
        .map(|_| {
            page.go("#/product");
            page.wait_until("a cell", "window.editableAt");
            let time = |name: &str| page.eval(&format!("window.{name}")).as_f64().unwrap_or(f64::NAN);
            (time("headingAt"), time("editableAt"))
        })
        .collect();
    let (heading, editable): (Vec<f64>, Vec<f64>) = loads.into_iter().unzip();
    println!(
        "on a slow phone (a quarter of this CPU, 1.6 Mbit/s, 150 ms) a heading is there after {:.2} s, a cell of \
         Product can be edited after {:.2} s (medians of {LOADS} loads)",
        median(heading) / 1000.0,
        median(editable) / 1000.0
    );
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}
