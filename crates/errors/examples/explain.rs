//! Prints the reading of a pasted text in words: `cargo run -p matwalk-errors --example explain < traceback.txt`.

use std::io::Read;

use matwalk_errors::{Dim, Insight, Op, Reading, Shape, read};

fn main() -> std::io::Result<()> {
    let mut bytes = vec![];
    std::io::stdin().read_to_end(&mut bytes)?;
    let text = String::from_utf8_lossy(&bytes);
    explain(&read(&text), &text);
    Ok(())
}

fn explain(reading: &Reading, text: &str) {
    let names: Vec<&str> = reading.ops.iter().map(|op| op.key()).collect();
    let library = reading.library.map_or("unknown library", |library| library.name());
    match (reading.op(), reading.about) {
        (Op::None, Some(about)) if !reading.shape_error => println!("Not about shapes: {}.", about.key()),
        (Op::None, about) => println!("No product, sum or softmax: {}.", about.map_or("unknown", |about| about.key())),
        _ => println!("{}: {}{}", library, names.join(" or "), if reading.warning { " (a warning)" } else { "" }),
    }
    let shapes = [("a", &reading.a), ("b", &reading.b), ("weight as stored", &reading.weight), ("out", &reading.out)];
    for (name, shape) in shapes {
        if let Some(shape) = shape {
            println!("  {name}: {}", words(shape));
        }
    }
    if let Some((Some(a), Some(b))) = reading.clash.map(|clash| (clash.a(), clash.b())) {
        println!("  {a} of a does not fit {b} of b");
    }
    if let Some(dim) = reading.dim {
        println!("  dimension: {dim}");
    }
    if reading.hides.iter().next().is_some() {
        let hidden: Vec<&str> = reading.hides.iter().map(|hide| hide.key()).collect();
        println!("  not told: {}", hidden.join(", "));
    }
    for insight in &reading.insights {
        println!("  - {}", sentence(insight));
    }
    if let Some((a, b)) = &reading.wrote {
        println!("  you wrote: {} and {}", words(a), words(b));
    }
    for other in &reading.others {
        println!("  also in the text: {}", text[other.range.clone()].lines().next().unwrap_or(""));
    }
    let used = reading.used(text);
    if !used.is_empty() {
        println!("  read from:\n    {}", used.replace('\n', "\n    "));
    }
}

fn words(shape: &Shape) -> String {
    let word = |dim: &Dim| match dim {
        Dim::Size(n) => n.to_string(),
        Dim::Folded(n) => format!("{n} (may be several sizes multiplied)"),
        Dim::Unknown => "not told".into(),
        Dim::More => "any further dimensions".into(),
        Dim::Maybe => "one dimension or none".into(),
    };
    format!("({})", shape.0.iter().map(word).collect::<Vec<_>>().join(", "))
}

fn sentence(insight: &Insight) -> String {
    match insight {
        Insight::WantsGot { wants, got } => format!("the layer wants {wants} inputs and got {got}"),
        Insight::FoldedFirst { rows, splits } | Insight::FoldedBatch { batch: rows, splits } => {
            let product = |factors: &[u64]| factors.iter().map(u64::to_string).collect::<Vec<_>>().join(" x ");
            let all: Vec<String> = splits.iter().map(|split| product(&split.factors)).collect();
            let colon = if all.is_empty() { "" } else { ": " };
            format!("{rows} may be several sizes multiplied{colon}{}", all.join(", "))
        }
        Insight::WeightTurned { outputs: Some(outputs), inputs: Some(inputs), .. } => {
            format!("if b is a layer's weight, it is stored as ({outputs}, {inputs})")
        }
        Insight::TransposeMissing { size } => format!("both end in {size}: a transpose is missing"),
        Insight::EqualShapes => "both shapes are the same: the element-wise product was probably meant".into(),
        Insight::PackedWeight { packed, inputs, .. } => {
            format!("{packed} stands for a packed weight of {inputs} inputs that was not unpacked")
        }
        Insight::NotLoaded => "a weight of no elements: it is not loaded".into(),
        Insight::SilentStretch { a, b, out } => {
            format!("no error, but {} and {} silently become {}", words(a), words(b), words(out))
        }
        Insight::WouldStretch { library, out } => {
            let would = out.as_ref().map_or(String::new(), |out| format!("; NumPy would make it {}", words(out)));
            format!("{library} never stretches{would}")
        }
        Insight::BmmNeverStretches => "bmm never stretches a 1, matmul does".into(),
        Insight::PrintShapes(library) => format!("no size is told; print both shapes: {}", library.print_line()),
        Insight::StoredInOut(library) => format!("{library} stores a layer's weight as (inputs, outputs)"),
        other => other.key().replace('_', " "),
    }
}
