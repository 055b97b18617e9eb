//! The side: cards beside the stage; on a narrow screen a row of four words, each of which opens some of the cards as a
//! sheet over the lower part of the stage.

use super::cards;
use super::examples::examples;
use super::numbers::numbers;
use super::readings::readings;
use super::save::save;
use super::{Facts, button, icon_button, truth};
use crate::say;
use crate::screen::Node;
use crate::screen::icon::Icon;
use crate::words::Locale;

/// A word in a language.
type Word = fn(Locale) -> String;

/// The sheets: the card's name in `data-part`, and the word that opens it.
pub const SHEETS: [(&str, Word); 4] = [
    ("views", |locale| say!(locale, card.sheet_readings)),
    ("examples", |locale| say!(locale, card.sheet_examples)),
    ("inputs", |locale| say!(locale, card.sheet_numbers)),
    ("take-away", |locale| say!(locale, card.sheet_save)),
];

/// All cards.
pub fn side(facts: &Facts) -> Vec<Node> {
    let close = say!(facts.locale, app.close);
    let close = icon_button("icon-button side__close", "sheet-close", Icon::Close, close);
    let cards = [Some(examples(facts)), Some(numbers(facts)), Some(save(facts))];
    let own = facts.board.cards.iter().map(|own| cards::own(facts, own));
    std::iter::once(close).chain(readings(facts)).chain(own).chain(cards.into_iter().flatten()).collect()
}

/// The row of words.
pub fn sheets(facts: &Facts) -> Vec<Node> {
    let word = |(part, word): (&'static str, fn(Locale) -> String)| {
        let open = facts.unfolded.sheet == Some(part);
        let own = Some(facts.board.first_sheet.clone()).filter(|own| part == "views" && !own.is_empty());
        button("sheets__word", format!("sheet-{part}"), own.unwrap_or_else(|| word(facts.locale)))
            .attr("aria-expanded", truth(open))
    };
    SHEETS.into_iter().map(word).collect()
}
