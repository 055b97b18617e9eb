//! The app's dictionaries have a word for each key of the crate. Skipped where the crate stands alone.

use std::path::Path;

use matwalk_errors::{About, Fact, Hide};
use serde_json::Value;

#[test]
fn every_key_has_a_word() {
    for name in ["en.json", "ko.json"] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../locales").join(name);
        let Ok(text) = std::fs::read_to_string(path) else { return };
        let words: Value = serde_json::from_str(&text).expect("JSON");
        let has = |group: &str, key: &str| {
            let key = key.replace('-', "_").to_lowercase();
            assert!(words[group][&key].is_string(), "{name}: {group}.{key}");
        };
        About::ALL.iter().for_each(|about| has("reader_about", about.key()));
        Hide::ALL.iter().for_each(|hide| has("reader_hides", hide.key()));
        Fact::ALL.iter().for_each(|fact| has("reader_insight", fact.key()));
        // The insights with numbers, by `Insight::key`.
        for key in [
            "wants_got",
            "folded_first",
            "folded_batch",
            "weight_turned",
            "weight_turned_if",
            "transpose_missing",
            "equal_shapes",
            "packed_weight",
            "not_loaded",
            "silent_stretch",
            "harmless_stretch",
            "would_stretch",
            "never_stretches",
            "bmm_never_stretches",
            "more_clashes",
            "print_shapes",
            "stored_in_out",
        ] {
            has("reader_insight", key);
        }
    }
}
