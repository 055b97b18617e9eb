//! Every control can be reached and used without a mouse, and the focus is never lost.

use matwalk::lesson::ALL;
use serde_json::{Value, json};

use super::{examples, page, quiet};
use crate::page::Page;

/// All that can be used now, in the order of the page: of radio buttons the one that Tab comes to, of a grid its cell.
const CONTROLS: &str = "[...document.querySelectorAll('button, a[href], input, select, textarea, summary, [tabindex=\"0\"]')] \
    .filter(e => e.checkVisibility({ visibilityProperty: true }) && e.tabIndex >= 0 && !e.closest('#panic') \
      && (e.type !== 'radio' || e.checked || ![...document.getElementsByName(e.name)].some(other => other.checked)))";

const UNFOLD: &str = "document.querySelectorAll('details').forEach(fold => fold.open = true)";

/// Whether one sees where the focus is: an outline or a shadow of the control or of the label around it.
const MARKED: &str = "(e => [e, e.closest('label') ?? e].some(e => { const s = getComputedStyle(e); \
    return s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0 || s.boxShadow !== 'none'; }))";

/// What has the focus, for messages.
const FOCUS: &str = "document.activeElement.outerHTML.slice(0, 100)";

#[test]
fn tab_reaches_every_control_and_shows_where_it_is() {
    let page = page();
    for entry in ALL {
        page.to(&format!("#/{}?lang=en&t=1", entry.slug));
        page.eval(&format!("({UNFOLD}, window.met = new Set(), document.activeElement.blur())"));
        let count = page.eval(&format!("{CONTROLS}.length")).as_u64().expect("a number");
        assert!(count > 20, "{count} controls in {}", entry.slug);
        for _ in 0..count + 20 {
            page.press("Tab");
            let there = page.eval(&format!(
                "(e => {{ met.add(e); return [e === document.body, {MARKED}(e)]; }})(document.activeElement)"
            ));
            if there[0] == json!(true) {
                break;
            }
            assert_eq!(there[1], json!(true), "{}: the focus can't be seen on {}", entry.slug, page.text(FOCUS));
        }
        let missed = page.eval(&format!("{CONTROLS}.filter(e => !met.has(e)).map(e => e.outerHTML.slice(0, 100))"));
        assert_eq!(missed, json!([]), "{}: Tab never comes there", entry.slug);
    }
}

/// Which key uses the control, by its kind; `None` for what leads away.
const KEY: &str = "(e => e.matches('a') ? '' : e.matches('button, summary, [role=gridcell]') ? 'Enter' : e.matches('[type=radio], [type=range]') \
    ? 'ArrowRight' : e.matches('[type=checkbox]') ? 'Space' : e.matches('select') ? (e.selectedIndex ? 'ArrowUp' : 'ArrowDown') : e.matches('input') ? 'ArrowUp' : '')";

/// Notes that a control was used: its event, or what changes in the page.
const LISTEN: &str = "(window.used = 0, window.listening || (['click', 'change', 'input'].forEach(kind => \
    document.addEventListener(kind, () => window.used += 1, true)), new MutationObserver(seen => window.used += seen.length) \
    .observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true })), window.listening = true)";

/// Puts everything back, and gives the number of controls that the selector leaves.
fn reset(page: &Page, hash: &str, within: &str) -> u64 {
    page.press("Escape");
    page.wait_until("no dialog", "!document.querySelector('dialog')");
    page.stage_key("Home");
    page.to(hash);
    page.eval(UNFOLD);
    // Not the list itself, which the driver would carry over.
    page.eval(&format!("(window.all = {CONTROLS}.filter(e => e.closest({}))).length", json!(within)))
        .as_u64()
        .expect("a number")
}

/// Uses every control by its key and by a click: something happens, and afterwards something has the focus.
fn use_all(page: &Page, hash: &str, within: &str, bad: &mut Vec<String>) {
    let count = reset(page, hash, within);
    for index in 0..count {
        for by_key in [true, false] {
            reset(page, hash, within);
            let control = page.eval(&format!(
                "(e => {{ e.focus(); document.querySelectorAll('[data-nth]').forEach(old => old.removeAttribute('data-nth')); \
                 e.setAttribute('data-nth', 'this'); return [{KEY}(e), e.outerHTML.slice(0, 110)]; }})(window.all[{index}])"
            ));
            let (Value::String(key), what) = (&control[0], &control[1]) else { panic!("{control}") };
            if key.is_empty() {
                break;
            }
            if by_key {
                page.painted();
                page.eval(LISTEN);
                page.press(key);
            } else {
                // A radio button that is on lies under its label's picture.
                page.eval("window.all.forEach(e => e.blur())");
                page.eval(LISTEN);
                page.click(":is(label:has([data-nth=this]), [data-nth=this]:not(label *))");
            }
            page.painted();
            let how = if by_key { format!("key {key}") } else { "click".to_owned() };
            if page.eval("window.used") == json!(0) {
                bad.push(format!("{hash}: {how} does nothing on {what}"));
            }
            if page.eval("document.activeElement === document.body") == json!(true) {
                bad.push(format!("{hash}: {how} loses the focus on {what}"));
            }
        }
    }
}

#[test]
fn every_control_of_a_lesson_works_by_key_and_by_click_and_keeps_the_focus() {
    let (page, mut bad) = (page(), Vec::new());
    for entry in ALL {
        use_all(&page, &format!("#/{}?lang=en&theme=light&t=1", entry.slug), "main", &mut bad);
        for state in examples(entry).iter().filter(|state| state.clash).take(1) {
            use_all(&page, &state.at(0, "lang=en"), "[data-part=fixes]", &mut bad);
        }
    }
    assert!(bad.is_empty(), "{}", bad.join("\n"));
    quiet(&page);
}

#[test]
fn every_control_of_the_header_works_by_key_and_by_click_and_keeps_the_focus() {
    let (page, mut bad) = (page(), Vec::new());
    for (width, entry) in [(1440, ALL[0]), (360, ALL[ALL.len() - 1])] {
        page.resize(width, 800);
        use_all(&page, &format!("#/{}?lang=en&theme=light&t=1", entry.slug), "header", &mut bad);
    }
    assert!(bad.is_empty(), "{}", bad.join("\n"));
    quiet(&page);
}

#[test]
fn closing_a_dialog_gives_the_focus_back() {
    let page = page();
    for entry in ALL {
        page.to(&format!("#/{}?lang=en", entry.slug));
        page.eval("document.querySelector('[data-action=next]').focus()");
        page.press("?");
        page.wait_until("the list of keys", "document.querySelector('dialog')");
        assert_eq!(page.eval("document.querySelector('dialog').contains(document.activeElement)"), json!(true));
        page.press("Escape");
        page.wait_until("closed", "!document.querySelector('dialog')");
        page.wait_for("document.activeElement.dataset.action", &json!("next"));
    }
}
