//! Random texts for a fixed count, with the ordinary toolchain. `fuzz/` makes the same checks for as long as one likes, led
//! by coverage; so does `cargo run --release -p matwalk-paste --example hammer -- SECONDS`, without nightly.

mod draw;
mod promise;

use draw::Draw;

#[test]
fn any_text_is_read_or_refused() {
    let fixture: serde_json::Value = serde_json::from_str(include_str!("../fixtures/pastes.json")).expect("JSON");
    let cases = fixture["cases"].as_array().expect("cases");
    let texts: Vec<&str> = cases.iter().filter_map(|case| case["input"].as_str()).collect();
    let mut draw = Draw(3);
    for _ in 0..20_000 {
        let (text, other) = (texts[draw.below(texts.len())], texts[draw.below(texts.len())]);
        promise::check(&draw.changed(text, other));
        promise::check(&draw.pieces());
    }
}

#[test]
fn long_texts_take_time_in_proportion() {
    // Each 200 kB of one thing: whatever is looked for is not looked for again from every place.
    let rows = |piece: &str| piece.repeat(200_000 / piece.len());
    for piece in [
        "1 2\n",
        "1,5\n",
        "1,",
        "[",
        "[1,",
        "(1)\t",
        "\\frac",
        "\\begin{matrix}",
        "{",
        "1 & ",
        "'",
        "\"1\"",
        "A =\n",
        ">>> 1\n",
        "&amp;",
        "|1|",
        "...",
        "1 234 ",
        "x: ",
        "<",
        "%\n",
        "[1] ",
        "a",
        "\\\\",
        "```\n",
        "torch.Size(",
        "=",
        "1:",
        "- ",
        "1(",
        "\r",
    ] {
        let text = rows(piece);
        let started = std::time::Instant::now();
        let _ = matwalk_paste::read(&text);
        // Tens of milliseconds each; a quadratic step takes longer.
        assert!(started.elapsed().as_secs() < 4, "{piece:?}: {:?}", started.elapsed());
    }
}
