//! Own variants of the known wordings: other numbers, ranks, prefixes and wrappings.

use matwalk_errors::read;

const VARIANTS: &str = include_str!("fixtures/variants.txt");

#[test]
fn all_variants() {
    let mut wrong = vec![];
    let mut count = 0;
    // A case ends with its reading; the blank lines of a text belong to it.
    let mut text = String::new();
    for line in VARIANTS.lines().filter(|line| !line.starts_with("# ")) {
        let Some(told) = line.strip_prefix("=> ") else {
            text.push_str(line);
            text.push('\n');
            continue;
        };
        count += 1;
        let reading = read(text.trim_matches('\n'));
        let attributes = reading.attributes();
        let field = |value: &Option<String>| value.clone().unwrap_or_else(|| "-".into());
        let fields: Vec<&str> = told.split('|').map(str::trim).collect();
        let got = match (attributes.op, reading.about) {
            ("none", about) => vec![format!("none {}", about.map_or("", |about| about.key()))],
            (op, _) => vec![
                op.into(),
                field(&attributes.a),
                field(&attributes.b),
                field(&attributes.clash),
                field(&attributes.dim),
                field(&attributes.weight),
            ],
        };
        let ops: Vec<&str> = fields[0].split('/').collect();
        let op = ops.contains(&got[0].as_str()) || ops.contains(&"none") && got[0].starts_with("none");
        if !op || (got.len() > 1 && got[1..] != fields[1..]) {
            wrong.push(format!("{}=> {told}\n   {}\n", text, got.join(" | ")));
        }
        text.clear();
    }
    assert!(count > 100, "{count} cases");
    assert!(wrong.is_empty(), "{} of {count} differ\n{}", wrong.len(), wrong.join("\n"));
}
