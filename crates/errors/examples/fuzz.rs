//! Reads changed texts for as many minutes as the first argument says (1 if there is none), with the second as seed.

#[path = "../tests/common/mod.rs"]
mod common;

use std::time::{Duration, Instant};

use common::{Dice, check, mutate, texts};

fn main() {
    let mut arguments = std::env::args().skip(1);
    let minutes: u64 = arguments.next().and_then(|text| text.parse().ok()).unwrap_or(1);
    let seed: u64 = arguments.next().and_then(|text| text.parse().ok()).unwrap_or(1);
    let texts = texts();
    let mut dice = Dice(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
    let (start, mut count, mut bytes) = (Instant::now(), 0u64, 0u64);
    while start.elapsed() < Duration::from_secs(60 * minutes) {
        for _ in 0..500 {
            let text = mutate(&mut dice, &texts);
            bytes += text.len() as u64;
            check(&text);
            count += 1;
        }
    }
    println!("{count} texts, {} MB, no panic, no number told that a text does not have", bytes >> 20);
}
