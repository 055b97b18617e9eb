//! Why the picture looks as it does: one line of formula or PyTorch's message, and a sentence. Its height never changes.

mod width;

use super::pause::{self, Pause};
use super::state::Frame;
use crate::screen::hue::{pieces, plain};
use crate::screen::{HandOver, Node, Word};
use crate::ui::patch::Patched;
use crate::ui::{effect, flag, text};
use leptos::html::Div;
use leptos::prelude::*;

/// Tenths of a letter's width in two lines on a narrow telephone.
const LONG: usize = 780;

/// What is in both lines.
#[derive(Default)]
struct Shown {
    formula: Patched,
    sentence: Patched,
    /// Whether the formula shows its term.
    scrolled: bool,
    /// The message in place of the formula.
    message: Option<String>,
    /// Whether the formula may be longer than its box.
    is_long: bool,
}

/// Formula and sentence.
pub fn why(frame: Frame) -> impl IntoView + use<> {
    let shell = frame.shell;
    let formula = NodeRef::<Div>::new();
    let sentence = NodeRef::<Div>::new();
    let (spoken, rest) = (RwSignal::new(String::new()), StoredValue::new(Pause::default()));
    let speak = move || {
        let silent = frame.playing.try_get_untracked() != Some(false);
        let problem = frame.board.try_with_untracked(|board| {
            let problem = board.problem.as_ref()?;
            Some([problem.message.as_deref().unwrap_or_default(), " ", &plain(&problem.reason)].concat())
        });
        let step = || {
            frame
                .moment
                .try_with_untracked(|moment| [&moment.spoken, &*plain(&moment.sentence), " ", &moment.special].concat())
        };
        let said = problem.flatten().or_else(step);
        spoken.try_set(said.filter(|_| !silent).unwrap_or_default());
    };
    Effect::new(move |shown: Option<Shown>| {
        let mut shown = shown.unwrap_or_default();
        let (now, drags) = (lines(frame), frame.drag.with(Option::is_some));
        pause::at_rest(rest, speak);
        let (Some(formula), Some(sentence)) = (formula.get(), sentence.get()) else { return shown };
        if shown.formula.show(&formula, &now.0) {
            // A message is as long as before while its words are: it has no term that moves.
            let message = now.0.first().filter(|node| node.tag == "code").map(|node| node.read());
            shown.scrolled &= message.is_some() && message == shown.message;
            shown.message = message;
        }
        // Asking where the term is would lay the page out once more for each time that the line follows a drag.
        if !shown.scrolled && !drags {
            let may_be_long = width::most(&now.0, shell.present.get()) > frame.room.with(|room| room.width) - 40.0;
            if may_be_long || shown.is_long {
                scroll_to_term(&formula);
            }
            (shown.scrolled, shown.is_long) = (true, may_be_long);
        }
        shown.sentence.show(&sentence, &now.1);
        shown
    });
    // While it plays a sentence a step would never come to an end.
    effect(move || {
        frame.playing.track();
        pause::at_rest(rest, speak);
    });
    view! {
        <div class="why">
            <div class="why__formula" tabindex="-1" data-part="formula" node_ref=formula hidden=flag(move || !shell.shows("formula"))></div>
            <div class="why__sentence" data-part="step-sentence" node_ref=sentence hidden=flag(move || !shell.shows("step-sentence"))></div>
            <p class="sr-only" aria-live="polite" data-part="live">{text(move || spoken.get())}</p>
        </div>
    }
}

/// Both lines: of a problem its message and reason, else the step's formula and sentence.
fn lines(frame: Frame) -> (Vec<Node>, Vec<Node>) {
    // What can't be read is told of before all else.
    let wrong = frame.board.with(|board| board.unreadable.join(" "));
    let wrong = (!wrong.is_empty()).then(|| Node::leaf("p", "bad", wrong).attr("data-part", "cell-error"));
    let problem = frame.board.with(|board| {
        board.problem.as_ref().map(|problem| {
            let message = problem.message.clone().unwrap_or_default();
            let message = if problem.marked.is_empty() {
                Node::leaf("code", "why__message", message)
            } else {
                Node::holding("code", "why__message why__message--marked", problem.marked.clone())
            };
            let message = message.attr("translate", "no");
            (vec![message.attr("data-part", "shape-error")], vec![sized(said(&problem.reason, "", Vec::new()))])
        })
    });
    if let Some((message, reason)) = problem {
        return (message, wrong.map_or(reason, |wrong| vec![wrong]));
    }
    frame.told(|moment| {
        let sentence = wrong.unwrap_or_else(|| sized(said(&moment.sentence, &moment.special, hand_over(frame))));
        (moment.formula.clone(), vec![sentence])
    })
}

/// At the end of the walk: links to the lessons that go on with the result. One that does not take it says why.
fn hand_over(frame: Frame) -> Vec<Node> {
    let walk = frame.walk.get();
    if walk.len == 0 || walk.t < walk.len {
        return Vec::new();
    }
    let link = |on: &HandOver| {
        let label = format!("{} →", on.label);
        match &on.to {
            Ok(address) => Node::leaf("a", "why__on", label).attr("href", address.clone()),
            Err(reason) => {
                Node::leaf("span", "why__on why__on--not", label).attr("title", reason.clone()).attr("tabindex", "0")
            }
        }
        .attr("data-part", "hand-over")
    };
    frame.board.with(|board| board.hand_over.iter().map(link).collect())
}

fn span(word: &Word) -> Node {
    match &pieces(&word.text)[..] {
        [(text, false)] => Node::leaf("span", word.hue.class(), (*text).to_owned()),
        pieces => {
            let piece =
                |(text, up): &(&str, bool)| Node::leaf(if *up { "sup" } else { "span" }, "", (*text).to_owned());
            Node::holding("span", word.hue.class(), pieces.iter().map(piece).collect())
        }
    }
}

/// A sentence whose numbers have the colours of their tensors, and what follows on it.
fn said(words: &[Word], special: &str, more: Vec<Node>) -> Node {
    let mut spans: Vec<Node> = words.iter().map(span).collect();
    if !special.is_empty() {
        spans.push(Node::leaf("small", "why__special", format!(" {special}")).attr("data-part", "special"));
    }
    spans.extend(more);
    Node::holding("p", "", spans)
}

/// A sentence of more than two lines on a telephone: there it has smaller letters and three.
fn sized(sentence: Node) -> Node {
    let width = |c: char| if ('가'..='힣').contains(&c) { 18 } else { 10 };
    let is_long = sentence.read().chars().map(width).sum::<usize>() > LONG;
    Node { class: if is_long { "long" } else { "" }.into(), ..sentence }
}

/// A line longer than its box shows the current term.
fn scroll_to_term(line: &web_sys::HtmlDivElement) {
    let line = line.clone();
    // Asking where things are lays the page out: once, when all of the step is on it.
    request_animation_frame(move || {
        let room = line.client_width();
        let longer = line.scroll_width() > room || line.scroll_height() > line.client_height() + 1;
        // What can be moved in its place must be reached by the keyboard.
        let index = if longer { 0 } else { -1 };
        if line.tab_index() != index {
            line.set_tab_index(index);
        }
        if line.scroll_width() <= room {
            return;
        }
        let Ok(Some(term)) = line.query_selector(".term--now") else { return };
        let (own, term) = (line.get_bounding_client_rect(), term.get_bounding_client_rect());
        let middle = term.left() - own.left() + f64::from(line.scroll_left()) + term.width() / 2.0;
        line.set_scroll_left((middle - f64::from(room) / 2.0) as i32);
    });
}
