//! Every control has a name, as the browser tells it to a screen reader.

use matwalk::lesson::ALL;
use serde_json::json;

use super::{examples, page};
use crate::page::Page;

/// Roles of what can be used.
const CONTROLS: [&str; 12] = [
    "button",
    "link",
    "textbox",
    "combobox",
    "slider",
    "radio",
    "checkbox",
    "spinbutton",
    "DisclosureTriangle",
    "grid",
    "radiogroup",
    "dialog",
];

/// Controls without a name in what is shown now.
fn nameless(page: &Page) -> Vec<String> {
    let tree = page.devtools("Accessibility.getFullAXTree", json!({}));
    let nodes = tree["nodes"].as_array().cloned().unwrap_or_default();
    let controls: Vec<_> = nodes
        .iter()
        .filter(|node| node["ignored"] != json!(true))
        .filter(|node| node["role"]["value"].as_str().is_some_and(|role| CONTROLS.contains(&role)))
        .collect();
    assert!(controls.len() > 4, "the controls are found");
    let unnamed = controls.iter().filter(|node| node["name"]["value"].as_str().unwrap_or_default().trim().is_empty());
    unnamed.map(|node| format!("{} {}", node["role"]["value"], node["backendDOMNodeId"])).collect()
}

#[test]
fn every_control_has_a_name_on_a_phone_and_on_a_wide_screen() {
    let page = page();
    page.devtools("Accessibility.enable", json!({}));
    for width in [360, 1440] {
        page.resize(width, 800);
        for lang in ["ko", "en"] {
            page.to(&format!("#/?lang={lang}"));
            assert_eq!(nameless(&page), Vec::<String>::new(), "start page, {width} px, {lang}");
            for entry in ALL {
                page.to(&format!("#/{}?lang={lang}&t=1", entry.slug));
                page.eval("document.querySelectorAll('details').forEach(fold => fold.open = true)");
                let what = format!("{}, {width} px, {lang}", entry.slug);
                assert_eq!(nameless(&page), Vec::<String>::new(), "{what}");
                if width == 360 {
                    for sheet in ["views", "examples", "inputs", "take-away"] {
                        page.act(&format!("sheet-{sheet}"));
                        assert_eq!(nameless(&page), Vec::<String>::new(), "{what}, {sheet}");
                        page.act("sheet-close");
                    }
                }
                for state in examples(entry).iter().filter(|state| state.clash).take(1) {
                    page.to(&state.at(0, &format!("lang={lang}")));
                    assert_eq!(nameless(&page), Vec::<String>::new(), "{what}, with shapes that clash");
                }
            }
        }
    }
}
