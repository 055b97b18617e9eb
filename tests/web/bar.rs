//! The playback bar alone: which way each control moves, and its timer.

use leptos::prelude::*;
use matwalk::playback::{Jump, Speed};
use matwalk::ui::playback_bar::PlaybackBar;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::hand::{Said, Stand, click, fire, pause, settle, type_into, value};

/// What a bar follows.
#[derive(Clone, Copy)]
struct Walk {
    t: RwSignal<usize>,
    len: RwSignal<usize>,
    playing: RwSignal<bool>,
    speed: RwSignal<Speed>,
}

/// A bar over a walk that moves as it is told.
async fn bar(t: usize, len: usize) -> (Stand, Walk, Said) {
    let (mut stand, said) = (Stand::new(), Said::default());
    let walk = Walk {
        t: RwSignal::new(t),
        len: RwSignal::new(len),
        playing: RwSignal::new(false),
        speed: RwSignal::new(Speed::Fastest),
    };
    let told = said.clone();
    let Walk { t, len, playing, speed } = walk;
    let on_jump = move |jump: Jump| {
        told.note(jump);
        t.set(match jump {
            Jump::First => 0,
            Jump::Back => t.get_untracked() - 1,
            Jump::Next => t.get_untracked() + 1,
            Jump::Last => len.get_untracked(),
            Jump::To(target) => target,
        });
    };
    stand.show(move || view! { <PlaybackBar t len playing speed on_jump><i>"more"</i></PlaybackBar> }).await;
    (stand, walk, said)
}

#[wasm_bindgen_test]
async fn each_button_moves_its_own_way_and_stops_the_playing() {
    let (stand, walk, said) = bar(5, 9).await;
    for (action, jump, t) in [("next", "Next", 6), ("back", "Back", 5), ("last", "Last", 9), ("first", "First", 0)] {
        walk.playing.set(true);
        click(&stand.action(action)).await;
        assert_eq!(said.take(), [jump]);
        assert_eq!((walk.t.get_untracked(), walk.playing.get_untracked()), (t, false), "{action}");
        assert!(stand.action(action).get_attribute("aria-label").is_some_and(|name| !name.is_empty()), "{action}");
    }
    assert_eq!(stand.texts("i"), ["more"]);
}

#[wasm_bindgen_test]
async fn what_leads_nowhere_says_so_and_keeps_the_focus() {
    let (stand, walk, _) = bar(0, 2).await;
    let names = ["first", "back", "next", "last", "play"];
    let dead =
        |stand: &Stand| names.map(|name| stand.action(name).get_attribute("aria-disabled") == Some("true".into()));
    assert_eq!(dead(&stand), [true, true, false, false, false]);
    stand.action("next").focus().expect("the focus");
    click(&stand.action("next")).await;
    assert_eq!(dead(&stand), [false; 5]);
    click(&stand.action("next")).await;
    assert_eq!(dead(&stand), [false, false, true, true, false]);
    assert_eq!(document().active_element(), Some(stand.action("next").into()));
    walk.t.set(0);
    walk.len.set(0);
    settle().await;
    assert_eq!(dead(&stand), [true; 5], "a walk without steps");
    click(&stand.action("play")).await;
    assert!(!walk.playing.get_untracked(), "there is nothing to play");
}

#[wasm_bindgen_test]
async fn the_scrubber_and_the_count_follow_and_lead() {
    let (stand, walk, said) = bar(3, 12).await;
    let scrub = stand.action("scrub");
    let input: &web_sys::HtmlInputElement = wasm_bindgen::JsCast::unchecked_ref(&scrub);
    assert_eq!((value(&scrub), input.max()), ("3".into(), "12".into()));
    assert_eq!(stand.texts("[data-part=count]"), ["3 / 12"]);
    walk.playing.set(true);
    type_into(&scrub, "8").await;
    assert_eq!(said.take(), ["To(8)"]);
    assert!(!walk.playing.get_untracked());
    assert_eq!(stand.texts("[data-part=count]"), ["8 / 12"]);
    walk.len.set(20);
    walk.t.set(15);
    settle().await;
    assert_eq!((value(&scrub), input.max()), ("15".into(), "20".into()), "the end moves before the place");
    assert_eq!(scrub.get_attribute("aria-valuetext").as_deref(), Some("15 / 20"));
}

#[wasm_bindgen_test]
async fn it_plays_step_by_step_to_the_end_and_then_from_the_start() {
    let (stand, walk, said) = bar(0, 3).await;
    click(&stand.action("play")).await;
    assert_eq!(stand.action("play").get_attribute("aria-label").as_deref(), Some("Pause"));
    for _ in 0..100 {
        if !walk.playing.get_untracked() {
            break;
        }
        pause(50).await;
    }
    assert_eq!(said.take(), ["Next", "Next", "Next"]);
    assert_eq!((walk.t.get_untracked(), walk.playing.get_untracked()), (3, false));
    settle().await;
    assert_eq!(stand.action("play").get_attribute("aria-label").as_deref(), Some("Play"));
    pause(250).await;
    assert_eq!(said.take(), [""; 0], "the timer has stopped");

    walk.speed.set(Speed::Slow);
    click(&stand.action("play")).await;
    assert_eq!(said.take(), ["First"], "at its end it begins again");
    assert!(walk.playing.get_untracked());
    click(&stand.action("play")).await;
    assert!(!walk.playing.get_untracked(), "a second press pauses");
}

#[wasm_bindgen_test]
async fn a_bar_that_is_gone_moves_nothing() {
    let (stand, walk, said) = bar(0, 100).await;
    walk.playing.set(true);
    settle().await;
    drop(stand);
    pause(250).await;
    assert_eq!(said.take(), [""; 0]);
}

#[wasm_bindgen_test]
async fn the_speed_is_chosen_by_name() {
    let (stand, walk, _) = bar(0, 3).await;
    let select = stand.action("speed");
    assert_eq!(stand.texts("option"), ["slow", "normal", "fast", "very fast"]);
    let chosen =
        |select: &web_sys::HtmlElement| js_sys::Reflect::get(select, &"value".into()).ok().and_then(|v| v.as_string());
    assert_eq!(chosen(&select).as_deref(), Some("3"));
    for (index, speed) in [("0", Speed::Slow), ("2", Speed::Fast)] {
        js_sys::Reflect::set(&select, &"value".into(), &index.into()).expect("it is chosen");
        fire(&select, "Event", "change", "{}").await;
        assert_eq!(walk.speed.get_untracked(), speed);
        assert_eq!(chosen(&select).as_deref(), Some(index));
    }
}
