//! Words and styles.

use super::*;

/// The keys of a locale: `notice.bad_key`, with the names between its double braces.
fn keys(value: &Value, at: &str, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(map) => map.iter().for_each(|(key, value)| keys(value, &format!("{at}.{key}"), found)),
        Value::String(text) => {
            let mut names: Vec<&str> =
                text.split("{{").skip(1).filter_map(|s| s.split("}}").next()).map(str::trim).collect();
            names.sort_unstable();
            names.dedup();
            found.insert(format!("{at} {names:?}"));
        }
        other => panic!("{at} is {other}, not a text"),
    }
}

#[test]
fn every_locale_has_the_same_keys_and_the_same_names_in_them() {
    let read = |name: &str| {
        let text = fs::read_to_string(root().join("locales").join(name)).expect("a locale");
        let mut found = BTreeSet::new();
        keys(&serde_json::from_str(&text).expect("JSON"), "", &mut found);
        found
    };
    let (ko, en) = (read("ko.json"), read("en.json"));
    assert!(ko.len() > 20);
    none_of(ko.symmetric_difference(&en).map(|key| format!("only one language has {key}")).collect());
}

#[test]
fn every_locale_has_words_in_its_own_language() {
    let text = fs::read_to_string(root().join("locales/en.json")).expect("English");
    let hangul = |c: &char| ('가'..='힣').contains(c);
    // The one exception is the button that leads to Korean.
    let lines = text.lines().filter(|line| line.chars().any(|c| hangul(&c)) && !line.contains("\"language\""));
    none_of(lines.map(|line| format!("locales/en.json: {line}")).collect());
}

#[test]
fn every_component_style_has_a_component() {
    let mut offences = vec![];
    let folders = ["style/components", "style/later"].map(|folder| fs::read_dir(root().join(folder)).expect(folder));
    for entry in folders.into_iter().flatten() {
        let path = entry.expect("an entry").path();
        let name = path.file_stem().and_then(|name| name.to_str()).expect("a name").to_owned();
        // `living_picture.css` belongs to `living_picture.rs` or to the component `LivingPicture`.
        let camel: String = name.split('_').map(|word| word[..1].to_uppercase() + &word[1..]).collect();
        let component = format!("fn {camel}(");
        let has = |(path, text): &(PathBuf, String)| {
            path.starts_with("src") && (path.ends_with(format!("{name}.rs")) || text.contains(&component))
        };
        if !sources().iter().any(has) {
            offences.push(format!("{} belongs to no component", path.display()));
        }
    }
    none_of(offences);
}

/// All sheets are in the page sooner or later: a rule of one lesson must not reach into another.
#[test]
fn the_rules_of_a_lesson_are_for_it_alone() {
    let mut offences = vec![];
    for (path, text) in sources().iter().filter(|(path, _)| path.starts_with("style/lessons")) {
        let slug = path.file_stem().and_then(|name| name.to_str()).unwrap_or_default();
        let scope = format!(":where([data-lesson=\"{slug}\"])");
        for (i, line) in text.lines().enumerate() {
            let selector = line.trim_start().split('{').next().unwrap_or_default();
            let is_rule = line.contains('{') && selector.starts_with('.') && !selector.starts_with(".lesson");
            if is_rule && !selector.contains(&scope) {
                offences.push(format!("{}:{}: {selector}", path.display(), i + 1));
            }
        }
    }
    none_of(offences);
}
