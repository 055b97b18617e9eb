//! How long a megabyte of log takes: of plain lines, of messages, of text that looks like messages.

use std::time::Instant;

use matwalk_errors::{Reader, read};

fn repeat(line: &str) -> String {
    line.repeat((1 << 20) / line.len() + 1)
}

fn main() {
    let message = "RuntimeError: mat1 and mat2 shapes cannot be multiplied (64x100 and 784x10)\n";
    let logs = [
        ("log", repeat("2026-01-02 03:04:05,678 INFO     epoch 3, step 128/4096, loss 0.1234, 56 it/s\n") + message),
        (
            "traceback",
            repeat(
                "  File \"/usr/lib/python3.12/site-packages/torch/nn/modules/module.py\", line 1739, in _call\n    return f(*a)\n",
            ) + message,
        ),
        ("messages", repeat(message)),
        (
            "numbers",
            (0..14_000)
                .map(|i| format!("mat1 and mat2 shapes cannot be multiplied ({i}x{i} and {}x7)\n", i + 1))
                .collect(),
        ),
        ("anchors", repeat("mat1 and mat2 shapes cannot be The size of tensor a (")),
        ("one line", repeat("a,b;c(d) ")),
        ("colours", repeat("\u{1b}[0;32mreturn\u{1b}[0m ")),
        ("brackets", repeat("Dimensions must be equal, but are 1 and 2 for (((")),
    ];
    for (name, log) in &logs {
        let times: Vec<f64> = (0..5)
            .map(|_| {
                let start = Instant::now();
                std::hint::black_box(read(log));
                start.elapsed().as_secs_f64() * 1e3
            })
            .collect();
        let best = times.iter().copied().fold(f64::MAX, f64::min);
        let (mut reader, mut longest, mut steps) = (Reader::new(log), 0f64, 0);
        loop {
            let start = Instant::now();
            let done = reader.step(64 << 10).is_some();
            longest = longest.max(start.elapsed().as_secs_f64() * 1e3);
            steps += 1;
            if done {
                break;
            }
        }
        println!(
            "{name:10} {:4} kB {best:7.2} ms; {steps:3} steps of 64 kB, the longest {longest:5.2} ms",
            log.len() >> 10
        );
    }
}
