//! To the last step and back, in both languages: no NaN, no gap in a sentence, no word of the other language.

use std::collections::BTreeSet;

use matwalk::lesson::ALL;
use serde_json::{Value, json};
use xtask::env::root;

use super::{page, quiet, readings};

/// Steps to the end and back, and gives what should not be read on the way.
const WALK: &str = "const [foreign, most, done] = arguments; const found = new Set(); \
    const read = () => { const main = document.body.cloneNode(true); \
      main.querySelectorAll('[translate=no], noscript, script, #panic, [data-action=preset-nan], [data-action=language], label:has([data-action^=lang-]), .brand').forEach(e => e.remove()); \
      const said = [main.textContent]; for (const e of main.querySelectorAll('[aria-label], [title], [placeholder]')) \
        said.push(e.ariaLabel ?? '', e.title, e.placeholder ?? ''); const text = said.join(' | '); \
      for (const wrong of [/\\bNaN\\b/, /undefined|\\bnull\\b/, /\\{\\{|\\}\\}/, /[\\uE000-\\uF8FF]/]) \
        if (wrong.test(text)) found.add(text.match(new RegExp('.{0,40}' + wrong.source + '.{0,40}'))[0]); \
      for (const words of foreign) if (text.includes(words)) found.add(words); \
      if (document.documentElement.lang === 'en') { const own = text.match(/.{0,20}[가-힣]+.{0,20}/); if (own) found.add(own[0]); } }; \
    const scrub = document.querySelector('[data-action=scrub]'); const button = name => document.querySelector(`[data-action=${name}]`); \
    const end = document.querySelector('[data-part=stage]'); const key = key => { end.focus(); end.dispatchEvent(new KeyboardEvent('keydown', { key, code: key, bubbles: true, cancelable: true })); }; \
    let left = most; let turns = 0; const turn = way => { read(); if (turns++ > 5 * most) return done([...found, 'it never ends']); const there = way > 0 ? scrub.value === scrub.max : scrub.value === '0'; \
      if (there && way > 0) { left = most; return turn(-1); } if (there) return done([...found]); \
      if (left-- === 0) key(way > 0 ? 'End' : 'Home'); else if (way > 0) button('next').click(); else button('back').click(); \
      requestAnimationFrame(() => requestAnimationFrame(() => turn(way))); }; turn(1);";

/// Pieces of English sentences that the Korean page must not show: two words or more, as they stand between the numbers
/// that are filled in.
fn english() -> Vec<String> {
    let read = |language: &str| {
        let text = std::fs::read_to_string(root().join(format!("locales/{language}.json"))).expect("the words");
        let words: Value = serde_json::from_str(&text).expect("JSON");
        let mut texts = Vec::new();
        collect(&words, &mut texts);
        texts
    };
    let korean = read("ko").join("\n");
    let pieces = |text: String| {
        let text = text.replace("}}", "{{");
        // Every second piece is the name of what is filled in.
        text.split("{{").step_by(2).map(|piece| piece.trim_matches(|c: char| !c.is_alphanumeric()).to_owned()).collect()
    };
    let pieces: BTreeSet<String> = read("en").into_iter().flat_map(|text| -> Vec<String> { pieces(text) }).collect();
    let telling = |piece: &String| {
        piece.contains(' ')
            && piece.chars().filter(char::is_ascii_alphabetic).count() >= 7
            && !korean.contains(piece.as_str())
    };
    let found: Vec<String> = pieces.into_iter().filter(telling).collect();
    assert!(found.len() > 100, "the sentences are found");
    found
}

fn collect(words: &Value, texts: &mut Vec<String>) {
    match words {
        Value::String(text) => texts.push(text.clone()),
        Value::Object(inside) => inside.values().for_each(|words| collect(words, texts)),
        _ => {}
    }
}

#[test]
fn to_the_last_step_and_back_every_word_is_right() {
    let (page, english) = (page(), english());
    let mut bad = Vec::new();
    for lang in ["ko", "en"] {
        let foreign = if lang == "ko" { json!(english) } else { json!([]) };
        for state in ALL.iter().flat_map(|entry| readings(entry)) {
            let hash = state.at(0, &format!("lang={lang}"));
            page.to(&hash);
            page.eval("document.querySelectorAll('details').forEach(fold => fold.open = true)");
            let found = page.eval_async(WALK, vec![foreign.clone(), json!(30)]);
            if found != json!([]) {
                bad.push(format!("{hash}: {found}"));
            }
        }
    }
    assert!(bad.is_empty(), "{}", bad.join("\n"));
    quiet(&page);
}
