//! Nothing moves while stepping.

use matwalk::lesson::ALL;
use serde_json::json;

use super::{page, quiet, readings};

/// Presses the main button to the end, and gives all places at which the bar and the button stood.
const PLACES: &str = "const [most, done] = arguments; const seen = new Set(); let left = most; \
    const place = name => { const r = document.querySelector(name).getBoundingClientRect(); \
      return [r.left, r.top, r.width, r.height].map(Math.round).join(' '); }; \
    const button = document.querySelector('[data-action=next]'); const scrub = document.querySelector('[data-action=scrub]'); \
    const turn = () => { seen.add(`bar ${place('[data-part=playback]')}, button ${place('[data-action=next]')}, \
      formula ${place('[data-part=formula]')}`); \
      if (scrub.value === scrub.max || left-- === 0) return done([...seen]); \
      button.click(); requestAnimationFrame(() => requestAnimationFrame(turn)); }; turn();";

#[test]
fn the_bar_stays_where_it_is() {
    let (page, mut bad) = (page(), Vec::new());
    for entry in ALL {
        for (width, height, lang) in [(1440, 900, "en"), (1366, 650, "ko"), (360, 780, "ko")] {
            page.resize(width, height);
            for state in readings(entry) {
                let hash = state.at(0, &format!("lang={lang}"));
                page.to(&hash);
                let places = page.eval_async(PLACES, vec![json!(40)]);
                if places.as_array().is_none_or(|places| places.len() != 1) {
                    bad.push(format!("{width}x{height} {hash}: {places}"));
                }
            }
        }
    }
    assert!(bad.is_empty(), "{}", bad.join("\n"));
    quiet(&page);
}
