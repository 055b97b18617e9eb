//! A link brings back what it was copied from, at the start, in the middle and at the end.

use matwalk::lesson::ALL;
use serde_json::json;

use super::{page, quiet, readings};

/// Everything that a person sees of the step.
const SEEN: &str = "[[...document.querySelectorAll('[data-part=stage] [data-cell]')].map(e => [e.dataset.cell, e.dataset.value, e.dataset.role, e.textContent]), \
    ...['count', 'formula', 'step-sentence', 'shape-line'].map(part => document.querySelector(`[data-part=${part}]`).textContent), \
    [...document.querySelectorAll('input[type=radio]:checked')].map(e => e.dataset.action), document.querySelector('select')?.value]";

#[test]
fn a_link_brings_back_the_step_and_the_reading() {
    let page = page();
    for entry in ALL {
        // Its part is fetched here, so that every later visit finds it.
        page.to(&format!("#/{}?lang=en", entry.slug));
        for state in readings(entry) {
            for t in [0, state.len / 2, state.len] {
                let hash = state.at(t, "lang=en");
                let seen = page.to_see(&hash, SEEN);
                page.copy_elsewhere("nothing yet");
                page.eval("document.querySelector('[data-action=copy-link]').click()");
                page.wait_until("copied", "document.querySelector('[data-part=notice]')");
                let link = page.clipboard();
                // A reading with a single step stands at it, whatever the address says.
                let last = state.at(state.len, "lang=en");
                let here = if link.ends_with(&last) && page.to_see(&last, SEEN) == seen { &last } else { &hash };
                assert_eq!(link, format!("{}{here}", page.base()));
                page.to("#/?lang=en");
                page.to(&format!("#/{}", entry.slug));
                let again = page.to_see(link.split_once('#').map(|(_, hash)| hash).expect("a hash"), SEEN);
                assert_eq!(again, seen, "{hash}");
            }
        }
        // And from elsewhere, with nothing in memory.
        let last = readings(entry).pop().expect("a reading");
        let hash = last.at(last.len, "lang=en");
        let seen = page.to_see(&hash, SEEN);
        page.go(&hash);
        page.wait_until_ready();
        page.wait_until("the numbers", "document.querySelector('[data-part=stage] [data-cell]')");
        page.painted();
        assert_eq!(page.eval(SEEN), seen, "{hash}, anew");
        assert_ne!(seen, json!(null));
    }
    quiet(&page);
}
