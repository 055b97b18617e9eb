//! axe-core finds no barrier, in any language and theme, on a wide and on a narrow screen.

use matwalk::lesson::ALL;
use serde_json::{Value, json};
use xtask::setup::axe;

use super::examples;
use crate::page::Page;
use crate::visit::Visit;

const RUN: &str = "const [done] = arguments; axe.run({ resultTypes: ['violations'] }).then(found => done(found.violations.map(v => \
                   `${v.id}: ${v.nodes.slice(0, 3).map(n => n.target.join(' ') + ' ' + n.html.slice(0, 90))}`)), \
                   e => done([String(e)]));";

fn axe_page() -> Page {
    let script = std::fs::read_to_string(axe::script()).expect("axe-core in .tools/: cargo xtask test");
    let page = Visit::default().media("prefers-reduced-motion", "reduce").open("#/?lang=en");
    let found = page.devtools("Runtime.evaluate", json!({ "expression": script, "returnByValue": false }));
    assert_eq!(found.get("exceptionDetails"), None);
    for entry in ALL {
        page.to(&format!("#/{}", entry.slug));
    }
    page
}

fn check(page: &Page, what: &str, bad: &mut Vec<String>) {
    let found = page.eval_async(RUN, vec![]);
    for violation in found.as_array().into_iter().flatten().filter_map(Value::as_str) {
        bad.push(format!("{what}: {violation}"));
    }
}

#[test]
fn no_barriers_in_any_language_theme_or_width() {
    let (page, mut bad) = (axe_page(), Vec::new());
    for width in [1440, 360] {
        page.resize(width, 800);
        for slug in std::iter::once("").chain(ALL.iter().map(|entry| entry.slug)) {
            for lang in ["ko", "en"] {
                for theme in ["light", "dark", "projector"] {
                    let hash = format!("#/{slug}?lang={lang}&theme={theme}");
                    page.to(&hash);
                    check(&page, &format!("{width} px {hash}"), &mut bad);
                }
            }
        }
    }
    assert!(bad.is_empty(), "{}", bad.join("\n"));
}

#[test]
fn no_barriers_in_what_opens() {
    let (page, mut bad) = (axe_page(), Vec::new());
    for entry in ALL {
        for state in examples(entry).iter().filter(|state| state.clash).take(1) {
            page.to(&state.at(0, "lang=en"));
            check(&page, &format!("{} with shapes that clash", entry.slug), &mut bad);
        }
        page.to(&format!("#/{}?lang=en&present=1", entry.slug));
        check(&page, &format!("{} presented", entry.slug), &mut bad);
        page.to(&format!("#/{}?lang=en&embed=1", entry.slug));
        check(&page, &format!("{} embedded", entry.slug), &mut bad);
        page.to(&format!("#/{}?lang=en", entry.slug));
        page.act("next");
        page.act("settings");
        check(&page, &format!("{}, settings open", entry.slug), &mut bad);
        page.press("Escape");
        page.eval("document.querySelectorAll('details').forEach(fold => fold.open = true)");
        check(&page, &format!("{}, all unfolded", entry.slug), &mut bad);
        page.stage_key("?");
        page.wait_until("the list of keys", "document.querySelector('dialog')");
        check(&page, &format!("{}, list of keys", entry.slug), &mut bad);
        page.press("Escape");
        page.wait_until("closed", "!document.querySelector('dialog')");
    }
    page.resize(360, 780);
    for entry in ALL {
        page.to(&format!("#/{}?lang=en", entry.slug));
        page.act("lessons");
        check(&page, &format!("{}, list of lessons", entry.slug), &mut bad);
        page.press("Escape");
        for sheet in ["views", "examples", "inputs", "take-away"] {
            page.act(&format!("sheet-{sheet}"));
            check(&page, &format!("{}, sheet {sheet}", entry.slug), &mut bad);
            page.act("sheet-close");
        }
    }
    assert!(bad.is_empty(), "{}", bad.join("\n"));
}
