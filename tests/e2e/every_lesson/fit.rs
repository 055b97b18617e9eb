//! Picture, formula, sentence and bar are in sight together, on every screen that the site is used on.

use matwalk::lesson::ALL;
use serde_json::json;

use super::{State, examples, page, quiet, readings};
use crate::page::Page;

/// Sizes, and what the address says there. The last is a frame in another page.
const SCREENS: [(u32, u32, &str); 7] = [
    (1366, 650, ""),
    (1280, 720, ""),
    (1280, 720, "present=1&"),
    (1440, 900, ""),
    (820, 1180, ""),
    (360, 780, ""),
    (600, 420, "embed=1&"),
];

/// What can't be seen, as a list: outside the window, cut by a box around it, or behind something else. Of numbers all
/// have to be there; a heat map counts as one box.
pub const HIDDEN: &str = "(() => { const bad = []; \
    const see = (what, e) => { const r = e.getBoundingClientRect(); const say = why => bad.push(`${what} ${why} \
        (${[r.left, r.top, r.right, r.bottom].map(Math.round)})`); \
      if (!e.checkVisibility({ opacityProperty: true, visibilityProperty: true }) || !r.width) return say('is not drawn'); \
      if (r.left < -1 || r.top < -1 || r.right > innerWidth + 1 || r.bottom > innerHeight + 1) return say('is outside'); \
      for (let box = e.parentElement; box && box !== document.body; box = box.parentElement) { \
        if (getComputedStyle(box).overflow === 'visible') continue; const b = box.getBoundingClientRect(); \
        if (r.left < b.left - 1 || r.right > b.right + 1 || r.top < b.top - 1 || r.bottom > b.bottom + 1) return say(`is cut by ${box.className}`); } \
      const top = document.elementFromPoint((r.left + r.right) / 2, (r.top + r.bottom) / 2); \
      if (!top || !(e.contains(top) || top.contains(e) || top.closest('svg'))) say(`is behind ${top?.outerHTML.slice(0, 80)}`); }; \
    const numbers = document.querySelectorAll('[data-part=stage] [data-cell]'); \
    const large = [...numbers].some(e => { const [, row, col] = e.dataset.cell.split('-'); return col && Math.max(row, col) > 3; }); \
    for (const e of numbers) if (!window.mayScroll || !large || e.dataset.role === 'active') see(e.dataset.cell, e); \
    if (!numbers.length && !document.querySelector('.heat')) bad.push('no numbers'); \
    for (const part of ['picture', 'formula', 'step-sentence', 'playback', 'fixes']) { const e = document.querySelector(`[data-part=${part}]`); \
      if (e) see(part, e); else if (part !== 'fixes') bad.push(`no ${part}`); } \
    const own = document.scrollingElement; if (own.scrollWidth > innerWidth) bad.push(`${own.scrollWidth} px wide`); \
    return bad.slice(0, 3); })()";

#[track_caller]
fn fits(page: &Page, state: &State, t: usize, more: &str, bad: &mut Vec<String>) {
    let hash = state.at(t, more);
    let mut hidden = page.to_see(&hash, HIDDEN);
    if hidden.to_string().contains("no numbers") {
        // Heat maps are a part of the site that is still being fetched.
        page.wait_until("the heat map", "document.querySelector('.heat')");
        hidden = page.eval(HIDDEN);
    }
    if hidden != json!([]) {
        bad.push(format!("{} {hash}: {hidden}", page.eval("`${innerWidth}x${innerHeight}`")));
    }
}

#[test]
fn everything_is_in_sight_on_every_screen() {
    let (page, mut bad) = (page(), Vec::new());
    for entry in ALL {
        let readings = readings(entry);
        for (screen, (width, height, more)) in SCREENS.into_iter().enumerate() {
            page.resize(width, height);
            let first = &readings[0];
            for lang in ["ko", "en"] {
                for t in [0, first.len / 2, first.len] {
                    fits(&page, first, t, &format!("{more}lang={lang}"), &mut bad);
                }
            }
            let lang = if screen % 2 == 0 { "en" } else { "ko" };
            for state in &readings[1..] {
                fits(&page, state, state.len.div_ceil(2), &format!("{more}lang={lang}"), &mut bad);
            }
        }
    }
    assert!(bad.is_empty(), "{}", bad.join("\n"));
    quiet(&page);
}

#[test]
fn every_example_is_in_sight_on_a_laptop_and_on_a_phone() {
    let (page, mut bad) = (page(), Vec::new());
    for entry in ALL {
        for (width, height, lang) in [(1366, 650, "en"), (360, 780, "ko")] {
            page.resize(width, height);
            // Grids larger than 4 x 4 may scroll in their own box, and follow the active cell.
            page.eval(&format!("window.mayScroll = {}", width < 1000));
            for state in examples(entry) {
                fits(&page, &state, state.len / 2, &format!("lang={lang}"), &mut bad);
            }
        }
    }
    assert!(bad.is_empty(), "{}", bad.join("\n"));
    quiet(&page);
}

#[test]
fn nothing_scrolls_sideways() {
    let (page, mut bad) = (page(), Vec::new());
    for width in [360, 820, 1440] {
        page.resize(width, 780);
        for hash in std::iter::once("#/?".to_owned())
            .chain(ALL.iter().flat_map(|entry| readings(entry)).map(|state| state.at(state.len, "")))
        {
            for lang in ["ko", "en"] {
                let wide =
                    page.to_see(&format!("{hash}&lang={lang}"), "document.scrollingElement.scrollWidth - innerWidth");
                if wide.as_f64().is_none_or(|wide| wide > 0.0) {
                    bad.push(format!("{width} px, {hash} {lang}: {wide} px too wide"));
                }
            }
        }
    }
    assert!(bad.is_empty(), "{}", bad.join("\n"));
}
