//! Measures the largest error of `exp` and of every activation function and derivative over all f32, and writes the
//! table of `docs/accuracy.md`:
//!
//! ```text
//! cargo run --release -p matwalk-core --example accuracy [-- [--stride N] [NAME …]]
//! ```
//!
//! Without names it measures all of them, which takes an hour or two of one core; with names it replaces their rows.
//! A stride above 1 takes every Nth f32 only, and the row says so.

#[path = "../tests/support/truth.rs"]
mod truth;

use matwalk_core::activation::{self, ALL};
use matwalk_core::elementary;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::PathBuf;
use std::{env, fs};

/// How many values go through a slice kernel at once.
const CHUNK: usize = 1 << 14;

/// The largest error so far and where it was.
#[derive(Clone, Copy, Default)]
struct Worst {
    ulp: f64,
    at: f32,
}

impl Worst {
    fn see(&mut self, at: f32, got: f32, truth: f64) {
        let ulp = truth::error(got, truth);
        if ulp > self.ulp {
            *self = Worst { ulp, at };
        }
    }
}

/// Every `stride`th finite f32 of both signs, in chunks.
fn for_all(stride: usize, mut see: impl FnMut(&[f32])) {
    let mut chunk = Vec::with_capacity(CHUNK);
    for sign in [0, 1u32 << 31] {
        for bits in (0..f32::INFINITY.to_bits()).step_by(stride) {
            chunk.push(f32::from_bits(bits | sign));
            if chunk.len() == CHUNK {
                see(&chunk);
                chunk.clear();
            }
        }
    }
    see(&chunk);
}

/// The table row of a function.
fn measure(name: &str, stride: usize) -> Option<String> {
    let inputs = if stride == 1 { "all".to_owned() } else { format!("every {stride}th") };
    let mut y = vec![0.0; CHUNK];
    let mut value = Worst::default();
    if name == "exp" {
        for_all(stride, |x| {
            elementary::exp_slice(x, &mut y);
            x.iter().zip(&y).for_each(|(&x, &y)| value.see(x, y, f64::from(x).exp()));
        });
        return Some(format!("| exp | {:.3} | {:e} | | | {inputs} |", value.ulp, value.at));
    }
    let (function, (true_value, true_derivative)) = (activation::by_id(name)?, truth::of(name)?);
    let mut slope = Worst::default();
    for_all(stride, |x| {
        function.map(x, &mut y);
        for (&x, &y) in x.iter().zip(&y) {
            value.see(x, y, true_value(f64::from(x)));
            slope.see(x, function.derivative(x), true_derivative(f64::from(x)));
        }
    });
    Some(format!("| {name} | {:.3} | {:e} | {:.3} | {:e} | {inputs} |", value.ulp, value.at, slope.ulp, slope.at))
}

const HEAD: &str = "# How accurate the numbers are

The largest distance from the true value, in units in the last place of f32 (ulp, down to the smallest subnormal), over
the finite f32 numbers, and the input where it was found. A correctly rounded result is within 0.5. A zero, an infinity
or an overflow where the true value does not round to one would count as infinite.

Made by `cargo run --release -p matwalk-core --example accuracy` (natively; every target computes the same bits, which
the tests check). The truth is computed in f64, by other forms than the crate's and with the platform's library:
`crates/core/tests/support/truth.rs`. Derivatives at kinks are those of PyTorch.

| function | value: ulp | at | derivative: ulp | at | inputs |
|---|---|---|---|---|---|
";

fn main() {
    let mut arguments = env::args().skip(1);
    let mut stride = 1;
    let mut names = vec![];
    while let Some(argument) = arguments.next() {
        if argument == "--stride" {
            stride = arguments.next().and_then(|n| n.parse().ok()).filter(|&n| n > 0).unwrap_or(1);
        } else {
            names.push(argument);
        }
    }
    let order: Vec<&str> = ["exp"].into_iter().chain(ALL.iter().map(|a| a.id)).collect();
    if names.is_empty() {
        names = order.iter().map(|&name| name.to_owned()).collect();
    }
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../docs/accuracy.md");
    for name in names {
        let Some(row) = measure(&name, stride) else {
            eprintln!("no function is called {name}");
            continue;
        };
        println!("{row}");
        let old = fs::read_to_string(&path).unwrap_or_default();
        let mut rows: BTreeMap<usize, String> = BTreeMap::new();
        for line in old.lines().chain([row.as_str()]) {
            let place = order.iter().position(|name| line.starts_with(&format!("| {name} |")));
            if let Some(place) = place {
                rows.insert(place, line.to_owned());
            }
        }
        let mut text = HEAD.to_owned();
        for row in rows.values() {
            let _ = writeln!(text, "{row}");
        }
        if let Err(error) = fs::create_dir_all(path.parent().unwrap_or(&path)).and_then(|()| fs::write(&path, text)) {
            eprintln!("{}: {error}", path.display());
        }
    }
}
