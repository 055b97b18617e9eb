//! Random texts for some seconds: `cargo run --release -p matwalk-paste --example hammer -- 600 SEED`.

#[path = "../tests/fuzz/draw.rs"]
mod draw;
#[path = "../tests/fuzz/promise.rs"]
mod promise;

use draw::Draw;
use std::time::{Duration, Instant};

fn main() {
    let mut arguments = std::env::args().skip(1).map(|text| text.parse::<u64>().expect("a number"));
    let (seconds, seed) = (arguments.next().unwrap_or(10), arguments.next().unwrap_or(1));
    let fixture: serde_json::Value = serde_json::from_str(include_str!("../tests/fixtures/pastes.json")).expect("JSON");
    let cases = fixture["cases"].as_array().expect("cases");
    let texts: Vec<&str> = cases.iter().filter_map(|case| case["input"].as_str()).collect();
    let (mut draw, started) = (Draw(seed), Instant::now());
    let (mut count, mut read) = (0u64, 0u64);
    while started.elapsed() < Duration::from_secs(seconds) {
        let (text, other) = (texts[draw.below(texts.len())], texts[draw.below(texts.len())]);
        let text = if draw.below(4) == 0 { draw.pieces() } else { draw.changed(text, other) };
        match std::panic::catch_unwind(|| promise::check(&text)) {
            Ok(was_read) => (count, read) = (count + 1, read + u64::from(was_read)),
            Err(_) => {
                println!("fails: {text:?}");
                std::process::exit(1);
            }
        }
    }
    println!("{count} texts, {read} of them read, in {seconds} s");
}
