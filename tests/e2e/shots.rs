//! Pictures for people to look at: `cargo xtask shots [DIR]`.

use std::path::PathBuf;

use crate::visit::Visit;

const SIZES: [(u32, u32, &str); 3] = [(1440, 900, "wide"), (820, 1180, "tablet"), (360, 780, "phone")];

/// Name, hash without language and theme.
const PLACES: [(&str, &str); 4] = [
    ("start", "#/"),
    ("product", "#/product?a=2x3:1,2,3,4,5,6&b=3x2:1,2,3,4,5,6&t=8"),
    ("mismatch", "#/product?a=2x3:1,2,3,4,5,6&b=2x3:1,2,3,4,5,6"),
    ("heatmap", "#/product?a=64x64:seed1&b=64x64:seed2&grain=cell&t=900"),
];

#[test]
#[ignore = "writes pictures; run by cargo xtask shots"]
fn take() {
    let folder = PathBuf::from(std::env::var_os("MATWALK_SHOTS").expect("MATWALK_SHOTS names a folder"));
    let page = Visit::default().media("prefers-reduced-motion", "reduce").open("");
    for (place, hash) in PLACES {
        for lang in ["ko", "en"] {
            for theme in ["light", "dark", "projector"] {
                let join = if hash.contains('?') { '&' } else { '?' };
                page.go(&format!("{hash}{join}lang={lang}&theme={theme}"));
                page.wait_until_ready();
                for (width, height, size) in SIZES {
                    page.resize(width, height);
                    page.screenshot(&folder.join(format!("{place}-{size}-{lang}-{theme}.png")));
                }
            }
        }
    }
}
