//! What each file of the site may weigh, gzipped: `crates/xtask/budget.json`, written by `cargo xtask dist --record`.

use std::collections::BTreeMap;

use crate::size::Weighed;
use crate::{Result, env};

/// The recorded weights.
#[derive(Debug, Default)]
pub struct Budget {
    files: BTreeMap<String, usize>,
}

/// A file may grow by a twentieth before somebody has to say that it should.
const TOLERANCE: f64 = 1.05;

/// Bytes that any file may grow by: what two modules share changes its place between small files with every edit.
const SLACK: usize = 512;

fn file() -> std::path::PathBuf {
    env::root().join("crates/xtask/budget.json")
}

impl Budget {
    /// Reads the record; an empty one if there is none.
    ///
    /// # Errors
    ///
    /// If it is no table of numbers.
    pub fn read() -> Result<Budget> {
        let Ok(text) = std::fs::read_to_string(file()) else { return Ok(Budget::default()) };
        Ok(Budget { files: serde_json::from_str::<serde_json::Value>(&text).map(of_json)? })
    }

    /// Makes what the files weigh now the budget.
    ///
    /// # Errors
    ///
    /// If it can't be written.
    pub fn record(weighed: &[Weighed]) -> Result {
        let files: BTreeMap<&str, usize> = weighed.iter().map(|file| (file.name.as_str(), file.gzipped)).collect();
        Ok(std::fs::write(file(), format!("{:#}\n", serde_json::json!(files)))?)
    }

    /// The budget of a file.
    pub fn of(&self, name: &str) -> Option<usize> {
        self.files.get(name).copied()
    }

    /// Whether each file keeps to its budget.
    ///
    /// # Errors
    ///
    /// If one is more than 5 % and 512 bytes over it, or has none.
    pub fn check(&self, weighed: &[Weighed]) -> Result {
        let excess = |file: &Weighed| match self.of(&file.name) {
            None => Some(format!("{} has no budget", file.name)),
            Some(budget) => (file.gzipped as f64 > (budget as f64 * TOLERANCE).max((budget + SLACK) as f64))
                .then(|| format!("{} weighs {}, its budget is {budget}", file.name, file.gzipped)),
        };
        let all: Vec<String> = weighed.iter().filter_map(excess).collect();
        if all.is_empty() {
            return Ok(());
        }
        Err(format!("{}\nIf it is worth it: cargo xtask dist --record", all.join("\n")).into())
    }
}

fn of_json(value: serde_json::Value) -> BTreeMap<String, usize> {
    let number = |value: &serde_json::Value| usize::try_from(value.as_u64()?).ok();
    let files = value.as_object().into_iter().flatten();
    files.filter_map(|(name, value)| Some((name.clone(), number(value)?))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_may_grow_by_a_twentieth() {
        let budget = Budget { files: of_json(serde_json::json!({ "a.js": 100_000, "small.js": 1000 })) };
        let weighs = |name: &str, gzipped| [Weighed { name: name.to_owned(), plain: 0, gzipped, path: "x".into() }];
        assert!(budget.check(&weighs("a.js", 105_000)).is_ok());
        let error = budget.check(&weighs("a.js", 105_001)).expect_err("too heavy").to_string();
        assert!(error.starts_with("a.js weighs 105001, its budget is 100000"), "{error}");
        assert!(budget.check(&weighs("small.js", 1512)).is_ok());
        assert!(budget.check(&weighs("small.js", 1513)).is_err());
        assert!(budget.check(&weighs("b.js", 1)).is_err(), "what nobody agreed to");
    }
}
