//! The same text in another dress reads the same.

use matwalk_errors::{Attributes, Reader, read};
use serde_json::Value;

const FIXTURES: &str = include_str!("fixtures/errors.json");

fn cases() -> Vec<(String, String, String)> {
    let fixtures: Value = serde_json::from_str(FIXTURES).expect("JSON");
    let text = |case: &Value, key: &str| case[key].as_str().expect("a text").to_string();
    let all = fixtures["cases"].as_array().expect("cases").iter();
    all.map(|case| (text(case, "id"), text(case, "kind"), text(case, "input"))).collect()
}

fn same(name: &str, dress: impl Fn(&str) -> String, kinds: &[&str]) {
    let mut differ = vec![];
    for (id, kind, text) in cases() {
        if !kinds.is_empty() && !kinds.contains(&kind.as_str()) {
            continue;
        }
        let dressed = dress(&text);
        let (plain, other): (Attributes, Attributes) = (read(&text).attributes(), read(&dressed).attributes());
        if plain != other {
            differ.push(format!("{id}: {plain:?}\n      {other:?}\n{dressed}"));
        }
    }
    assert!(differ.is_empty(), "{name}: {} differ\n{}", differ.len(), differ.join("\n"));
}

fn each_line(text: &str, prefix: &str) -> String {
    text.lines().map(|line| format!("{prefix}{line}\n")).collect()
}

#[test]
fn prefixes() {
    for prefix in ["> ", "[rank0]: ", "(Worker pid=17) ", "2026-03-04 05:06:07,891 ERROR ", "E       ", "│ "] {
        same(prefix, |text| each_line(text, prefix), &[]);
    }
}

#[test]
fn html() {
    let escape = |text: &str| {
        text.replace('&', "&amp;")
            .replace('<', "&lt;")
            .replace('>', "&gt;")
            .replace('"', "&quot;")
            .replace('\n', "<br>")
    };
    same("html", escape, &[]);
    same("code", |text| format!("<pre><code>{}</code></pre>", text.replace('&', "&amp;").replace('<', "&lt;")), &[]);
}

#[test]
fn colours_and_fences() {
    same("colours", |text| format!("\u{1b}[1;31m{text}\u{1b}[0m"), &[]);
    same("fence", |text| format!("Help please\n\n```python\n{text}\n```\n"), &[]);
    same("windows", |text| text.replace('\n', "\r\n"), &[]);
}

/// Lines broken at the blank before a width, as a mail program does.
#[test]
fn soft_wrapped() {
    let wrap = |text: &str, width: usize| {
        let mut out = String::new();
        for line in text.lines() {
            let mut column = 0;
            for word in line.split(' ') {
                if column > 0 && column + word.len() > width {
                    out.push('\n');
                    column = 0;
                } else if column > 0 {
                    out.push(' ');
                    column += 1;
                }
                out.push_str(word);
                column += word.len();
            }
            out.push('\n');
        }
        out
    };
    for width in [30, 47, 60, 72] {
        same("wrapped", |text| wrap(text, width), &["line"]);
    }
}

/// Lines broken anywhere, as a terminal does: less may be told, never another number.
#[test]
fn hard_wrapped() {
    let mut lost = 0;
    let mut all = 0;
    for (id, kind, text) in cases() {
        if kind != "line" {
            continue;
        }
        for width in [40, 55, 71, 80] {
            let chars: Vec<char> = text.chars().collect();
            let wrapped: String = chars.chunks(width).map(|c| c.iter().collect::<String>() + "\n").collect();
            let (plain, other) = (read(&text).attributes(), read(&wrapped).attributes());
            all += 1;
            if plain != other {
                lost += 1;
                let told = |a: &Attributes| [a.a.clone(), a.b.clone(), a.clash.clone(), a.weight.clone()];
                for (before, after) in told(&plain).into_iter().zip(told(&other)) {
                    assert!(
                        after.is_none() || after == before || other.op == "none",
                        "{id} at {width}: {plain:?}\n{other:?}\n{wrapped}"
                    );
                }
            }
        }
    }
    assert!(lost * 20 < all, "{lost} of {all} are lost");
}

#[test]
fn slices_read_the_same() {
    for (id, _, text) in cases() {
        let whole = read(&text);
        for budget in [5, 64, 1000] {
            let mut reader = Reader::new(&text);
            let mut steps = 0;
            let sliced = loop {
                steps += 1;
                assert!(steps < 100_000);
                if let Some(reading) = reader.step(budget) {
                    break reading;
                }
            };
            assert_eq!(whole, sliced, "{id} by {budget}");
        }
    }
}

/// A link carries only the used lines: they read the same.
#[test]
fn used_lines_read_the_same() {
    let mut differ = vec![];
    for (id, _, text) in cases() {
        let reading = read(&text);
        let used = reading.used(&text);
        assert!(used.len() <= text.len(), "{id}");
        if reading.attributes() != read(&used).attributes() {
            differ.push(format!("{id}: {:?}\n{:?}\n{used}", reading.attributes(), read(&used).attributes()));
        }
    }
    for text in include_str!("fixtures/variants.txt").split("\n\n") {
        let text = text.split("\n=> ").next().unwrap_or("");
        let reading = read(text);
        let used = reading.used(text);
        if reading.attributes() != read(&used).attributes() {
            differ.push(format!("{:?}\n{:?}\n{used}", reading.attributes(), read(&used).attributes()));
        }
    }
    assert!(differ.is_empty(), "{} differ\n{}", differ.len(), differ.join("\n"));
}

/// Each token is a number of the text, and the number of the place it names.
#[test]
fn tokens_are_the_numbers() {
    use matwalk_errors::Place;
    for (id, _, text) in cases() {
        let reading = read(&text);
        for token in &reading.tokens {
            let said: String = text[token.range.clone()].chars().filter(char::is_ascii_digit).collect();
            let number: u64 = said.parse().unwrap_or_else(|_| panic!("{id}: {:?}", &text[token.range.clone()]));
            let shape = match token.place {
                Place::A(i) => reading.a.as_ref().and_then(|s| s.0.get(i)),
                Place::B(i) => reading.b.as_ref().and_then(|s| s.0.get(i)),
                Place::Out(i) => reading.out.as_ref().and_then(|s| s.0.get(i)),
                Place::Dim => continue,
            };
            assert_eq!(shape.and_then(|dim| dim.size()), Some(number), "{id}: {token:?} {reading:?}");
        }
    }
}
