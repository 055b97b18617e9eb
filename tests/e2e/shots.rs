//! Pictures for people to look at: `cargo xtask shots [DIR]`.

use std::path::PathBuf;

use crate::visit::Visit;

const WIDE: (u32, u32) = (1440, 900);
const TABLET: (u32, u32) = (820, 1180);
const PHONE: (u32, u32) = (360, 780);

/// Name, and hash without language and theme.
const PLACES: [(&str, &str); 5] = [
    ("start", "#/?"),
    ("product", "#/product?t=8"),
    ("columns", "#/product?view=columns&layout=inline&grain=cell&t=2"),
    ("mismatch", "#/product?a=2x3:1,2,3,4,5,6&b=2x3:1,2,3,4,5,6"),
    ("heatmap", "#/product?a=64x64:seed1&b=64x64:seed2&grain=cell&t=900"),
];

/// What each place is taken in: size, language, theme.
const LOOKS: [(&str, (u32, u32), &str, &str); 4] = [
    ("wide", WIDE, "en", "light"),
    ("wide", WIDE, "ko", "dark"),
    ("tablet", TABLET, "ko", "projector"),
    ("phone", PHONE, "ko", "light"),
];

/// What only the lesson is taken in besides.
const MORE: [(&str, (u32, u32), &str, &str); 3] =
    [("wide", WIDE, "ko", "light"), ("wide", WIDE, "en", "projector"), ("phone", PHONE, "en", "dark")];

#[test]
#[ignore = "writes pictures; run by cargo xtask shots"]
fn take() {
    let folder = PathBuf::from(std::env::var_os("MATWALK_SHOTS").expect("MATWALK_SHOTS names a folder"));
    let page = Visit::default().media("prefers-reduced-motion", "reduce").open("");
    for (place, hash) in PLACES {
        let more = if place == "product" { &MORE[..] } else { &[] };
        for (size, (width, height), lang, theme) in LOOKS.iter().chain(more) {
            page.resize(*width, *height);
            page.go(&format!("{hash}&lang={lang}&theme={theme}"));
            page.wait_until_ready();
            page.screenshot(&folder.join(format!("{place}-{size}-{lang}-{theme}.png")));
        }
    }
}
