//! The numbers of a page, by the names of their cells.

use std::time::{Duration, Instant};

use serde_json::Value;

use crate::page::{PATIENCE, Page};

/// A number on the stage.
#[derive(Clone, Debug, PartialEq)]
pub struct Number {
    /// The whole value as the page gives it; `None` while it is pending.
    pub value: Option<String>,
    /// idle, contributing, active, done or pending.
    pub role: String,
    /// What a person reads.
    pub text: String,
}

impl Page {
    /// The cell of this name, such as `a-0-1`.
    #[track_caller]
    pub fn cell(&self, name: &str) -> Number {
        let found = self.eval(&format!(
            "(e => e && [e.getAttribute('data-value'), e.getAttribute('data-role') || '', \
             ('value' in e ? e.value : (e.querySelector('input') || {{}}).value ?? e.innerText).trim()])\
             (document.querySelector('[data-cell=\"{name}\"]'))"
        ));
        let Value::Array(found) = &found else { panic!("there is no cell {name}") };
        let text = |i: usize| found[i].as_str().map(str::to_owned);
        Number { value: text(0), role: text(1).unwrap_or_default(), text: text(2).unwrap_or_default() }
    }

    /// The values of all cells of an operand, in the order of the page; `None` where pending.
    pub fn values(&self, operand: &str) -> Vec<Option<f64>> {
        let found = self.eval(&format!(
            "[...document.querySelectorAll('[data-cell=\"{operand}\"], [data-cell^=\"{operand}-\"]')]\
             .map(e => e.getAttribute('data-value'))"
        ));
        let cells = found.as_array().cloned().unwrap_or_default();
        cells.iter().map(|value| value.as_str().and_then(|text| text.parse().ok())).collect()
    }

    /// Waits until the values of an operand are these.
    #[track_caller]
    pub fn wait_for_values(&self, operand: &str, expected: &[Option<f64>]) {
        let start = Instant::now();
        loop {
            let found = self.values(operand);
            if found == expected {
                return;
            }
            assert!(start.elapsed() < PATIENCE, "{operand} stays {found:?}, expected {expected:?}");
            std::thread::sleep(Duration::from_millis(20));
        }
    }
}
