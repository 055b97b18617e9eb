//! The picture in a file.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::page::Page;
use crate::visit::Visit;

/// A folder that Chromium saves files in, gone when the test is over.
struct Downloads(PathBuf);

impl Downloads {
    fn of(page: &Page, name: &str) -> Downloads {
        let folder = std::env::temp_dir().join(format!("matwalk-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("a folder");
        let behaviour = json!({ "behavior": "allow", "downloadPath": folder.display().to_string() });
        page.devtools("Browser.setDownloadBehavior", behaviour);
        Downloads(folder)
    }

    /// The file of that name, once it is there, and takes it away.
    #[track_caller]
    fn take(&self, name: &str) -> Vec<u8> {
        let start = Instant::now();
        let path: &Path = &self.0.join(name);
        while !path.is_file() {
            assert!(start.elapsed() < Duration::from_secs(40), "{name} is never saved");
            std::thread::sleep(Duration::from_millis(20));
        }
        let bytes = std::fs::read(path).expect("a file");
        std::fs::remove_file(path).expect("it can be removed");
        bytes
    }
}

impl Drop for Downloads {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// What an XML reader makes of a picture: its texts, sorted, and its width and height.
#[track_caller]
fn read_svg(page: &Page, file: &[u8]) -> (Vec<String>, f64, f64) {
    let text = std::str::from_utf8(file).expect("UTF-8");
    let read = page.eval(&format!(
        "(svg => [svg.querySelector('parsererror')?.textContent ?? '', [...svg.querySelectorAll('text')].map(t => t.textContent), \
         ...['width', 'height'].map(name => parseFloat(svg.documentElement.getAttribute(name)))])\
         (new DOMParser().parseFromString({}, 'image/svg+xml'))",
        json!(text)
    ));
    assert_eq!(read[0], json!(""), "{text}");
    let texts = read[1].as_array().into_iter().flatten().filter_map(Value::as_str);
    let mut texts: Vec<String> = texts.filter(|text| !text.is_empty()).map(str::to_owned).collect();
    texts.sort();
    (texts, read[2].as_f64().expect("a width"), read[3].as_f64().expect("a height"))
}

fn sorted(texts: &[&str]) -> Vec<String> {
    let mut texts: Vec<String> = texts.iter().map(|text| (*text).to_owned()).collect();
    texts.sort();
    texts
}

#[test]
fn the_svg_file_holds_every_number_shown() {
    // (1, -2, 3)·(1, 3, 5) = 10, ·(2, 4, 6) = 12; then 4·1 + 5·3 = 19 so far.
    let page = Visit::default().open("#/product?lang=en&a=2x3:1,-2,3,4,5,6&b=3x2:1,2,3,4,5,6&t=8");
    let downloads = Downloads::of(&page, "svg");
    page.act("save-svg");
    let (texts, width, height) = read_svg(&page, &downloads.take("matwalk.svg"));
    let names = ["A (2, 3)", "B (3, 2)", "C (2, 2)"];
    let numbers = ["1", "−2", "3", "4", "5", "6", "1", "2", "3", "4", "5", "6", "10", "12", "19"];
    // The inner diagonal: 4·1 is added, 5·3 is being added, 6·5 is to come.
    let chips = ["4·1", "4", "5·3", "15", "6·5", "?", "+15"];
    assert_eq!(texts, sorted(&[&names[..], &numbers[..], &chips[..]].concat()));
    let shown = page
        .eval("[...document.querySelectorAll('[data-cell]')].map(cell => cell.innerText.trim()).filter(text => text)");
    let shown: Vec<&str> = shown.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    assert_eq!(sorted(&shown), sorted(&numbers), "the same on the stage");
    assert!((200.0..2000.0).contains(&width) && (200.0..2000.0).contains(&height), "{width} x {height}");

    // What is typed is text, never markup; what it blocks is a question mark.
    page.click("[data-cell=\"a-0-0\"]");
    page.press("Control+a");
    page.type_text("<&\">");
    page.press("Enter");
    page.act("save-svg");
    let (texts, _, _) = read_svg(&page, &downloads.take("matwalk.svg"));
    let numbers = ["<&\">", "−2", "3", "4", "5", "6", "1", "2", "3", "4", "5", "6", "?", "?", "19"];
    assert_eq!(texts, sorted(&[&names[..], &numbers[..], &chips[..]].concat()));
}

#[test]
fn the_svg_file_of_a_clash_holds_both_operands() {
    let page = Visit::default().open("#/product?lang=en&a=2:7,8&b=3:9,10,11");
    let downloads = Downloads::of(&page, "clash");
    page.act("save-svg");
    let (texts, _, _) = read_svg(&page, &downloads.take("matwalk.svg"));
    assert_eq!(texts, sorted(&["a (2,)", "b (3,)", "7", "8", "9", "10", "11"]));
}

/// Texts that a drawing shows, in SVG or beside one, in the order of a file's.
const DRAWN: &str = "[...document.querySelectorAll('.beside *, .pic--own *')].filter(element => !element.firstElementChild && \
    element.textContent.trim() && element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && \
    element.getBoundingClientRect().width > 1).map(element => element.textContent)";

#[test]
fn the_svg_file_of_every_drawing_looks_as_the_page_does_and_stands_alone() {
    let page = Visit::default().size(1440, 900).open("#/");
    let downloads = Downloads::of(&page, "drawn");
    let places = [
        ("linear?t=7", 90),
        ("linear?form=torch&t=7&theme=dark", 90),
        ("linear?view=probe&t=2", 20),
        ("batch?t=3", 30),
        ("batch?view=measure", 8),
        ("activation?view=chain&t=2", 50),
        ("activation?view=ward&t=3", 50),
        ("softmax?view=ratio&t=9", 30),
        ("shapes", 10),
    ];
    for (place, least) in places {
        page.go(&format!("#/{place}{}lang=en", if place.contains('?') { "&" } else { "?" }));
        page.wait_until_ready();
        page.act("save-svg");
        let file = downloads.take("matwalk.svg");
        let (texts, width, height) = read_svg(&page, &file);
        let drawn = page.eval(DRAWN);
        let drawn: Vec<&str> = drawn.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        assert!(drawn.len() >= least, "{place}: {} texts on the page", drawn.len());
        for text in drawn {
            assert!(texts.iter().any(|own| own.contains(text.trim())), "{place}: {text:?} is not in {texts:?}");
        }
        assert!((400.0..2500.0).contains(&width) && (300.0..1500.0).contains(&height), "{place}: {width} x {height}");
        let file = String::from_utf8_lossy(&file);
        for foreign in ["var(", "class=", "style=", "data-", "currentcolor"] {
            assert!(!file.contains(foreign), "{place}: {foreign} means nothing in a file that stands alone");
        }
        // Without a colour of its own a shape is filled with black.
        let bare = page.eval(&format!(
            "[...new DOMParser().parseFromString({}, 'image/svg+xml').querySelectorAll('path, rect, circle, line, text:not(:has(tspan)), tspan')]\
             .filter(shape => !shape.hasAttribute('fill') && !shape.hasAttribute('stroke')).map(shape => shape.outerHTML)",
            json!(file)
        ));
        assert_eq!(bare, json!([]), "{place}");
    }
}

#[test]
fn the_png_file_is_the_same_picture_at_twice_its_size() {
    let page = Visit::default().open("#/product?lang=en&t=12");
    let downloads = Downloads::of(&page, "png");
    page.act("save-svg");
    let (_, width, height) = read_svg(&page, &downloads.take("matwalk.svg"));
    page.act("save-png");
    let png = downloads.take("matwalk.png");
    assert_eq!(png[..8], *b"\x89PNG\r\n\x1a\n", "the signature");
    assert_eq!(png[12..16], *b"IHDR");
    let size = |at: usize| f64::from(u32::from_be_bytes(png[at..at + 4].try_into().expect("four bytes")));
    assert_eq!((size(16), size(20)), (2.0 * width, 2.0 * height));
    // Decoded again it is neither empty nor black: white ground, and ink of many shades.
    let (white, colours) = counted(&page, &png);
    assert!((0.2..0.95).contains(&white) && colours > 20, "{white} of it white, {colours} colours");
}

/// The share of white in a file of PNG, and how many colours it has.
#[track_caller]
fn counted(page: &Page, png: &[u8]) -> (f64, u64) {
    let counted = page.eval_async(
        "const [bytes, done] = arguments; createImageBitmap(new Blob([new Uint8Array(bytes)])).then(picture => { \
         const canvas = new OffscreenCanvas(picture.width, picture.height); const context = canvas.getContext('2d'); \
         context.drawImage(picture, 0, 0); const { data } = context.getImageData(0, 0, picture.width, picture.height); \
         const colours = new Map(); for (let i = 0; i < data.length; i += 4) { const c = data.slice(i, i + 4).join(); \
         colours.set(c, (colours.get(c) ?? 0) + 1); } \
         done([colours.get('255,255,255,255') / (data.length / 4), colours.size]); }, e => done(String(e)));",
        vec![json!(png)],
    );
    counted[0].as_f64().zip(counted[1].as_u64()).unwrap_or_else(|| panic!("{counted}"))
}

#[test]
fn a_heat_map_is_saved_whole() {
    let page = Visit::default().open("#/product?lang=en&a=40x48:seed1&b=48x36:seed2&grain=cell&t=700");
    page.wait_until("the maps", "document.querySelectorAll('.heat canvas').length === 3");
    let downloads = Downloads::of(&page, "heat");
    page.act("save-svg");
    let file = downloads.take("matwalk.svg");
    // Every pixel of the three maps is the page's, and what is at work has its frame.
    let maps = page.eval_async(
        "const [text, done] = arguments; const svg = new DOMParser().parseFromString(text, 'image/svg+xml'); \
         const pixels = (picture, w, h) => { const canvas = new OffscreenCanvas(w, h); \
         const context = canvas.getContext('2d'); context.drawImage(picture, 0, 0); \
         return context.getImageData(0, 0, w, h).data.join(); }; \
         const shown = [...document.querySelectorAll('.heat canvas')]; \
         Promise.all([...svg.querySelectorAll('image')].map(async (image, index) => { const picture = new Image(); \
         picture.src = image.getAttribute('href'); await picture.decode(); const { width, height } = picture; \
         return [height, width, pixels(picture, width, height) === pixels(shown[index], width, height)]; })) \
         .then(found => done([found, svg.querySelectorAll('rect').length]), e => done(String(e)));",
        vec![json!(String::from_utf8_lossy(&file))],
    );
    assert_eq!(maps[0], json!([[48, 36, true], [40, 48, true], [40, 36, true]]));
    assert!(maps[1].as_u64().is_some_and(|frames| frames >= 1 + 3 + 3), "{maps}");
    page.act("save-png");
    let (white, colours) = counted(&page, &downloads.take("matwalk.png"));
    assert!(white < 0.95 && colours > 200, "{white} of it white, {colours} colours");
}
