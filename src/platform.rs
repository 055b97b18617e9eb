//! The browser: the only module that speaks to it. Everything that can be refused is answered, never thrown.

mod focus;
mod worker;

pub use focus::*;
use leptos::prelude::{document, window};
use send_wrapper::SendWrapper;
use wasm_bindgen::{JsCast, JsValue};
pub use worker::Worker;

/// The hash of the page's address, `#` included; empty if there is none.
pub fn hash() -> String {
    window().location().hash().unwrap_or_default()
}

/// The page's address with another hash.
pub fn url_with_hash(hash: &str) -> String {
    let href = window().location().href().unwrap_or_default();
    let page = href.split('#').next().unwrap_or_default();
    format!("{page}{hash}")
}

/// Puts `hash` in the address in place of the present entry, or as a new entry. Refused in some frames: then nothing
/// happens, and the page works on.
pub fn write_hash(hash: &str, new_entry: bool) {
    let Ok(history) = window().history() else { return };
    let result = if new_entry {
        history.push_state_with_url(&JsValue::NULL, "", Some(hash))
    } else {
        history.replace_state_with_url(&JsValue::NULL, "", Some(hash))
    };
    drop(result);
}

/// A stored preference; `None` too where storage is refused.
pub fn load(key: &str) -> Option<String> {
    window().local_storage().ok().flatten()?.get_item(key).ok().flatten()
}

/// Stores a preference; says whether it could, as storage may be refused.
pub fn store(key: &str, value: &str) -> bool {
    let storage = window().local_storage().ok().flatten();
    storage.is_some_and(|storage| storage.set_item(key, value).is_ok())
}

/// The languages the browser asks for, most wanted first.
pub fn languages() -> Vec<String> {
    window().navigator().languages().iter().filter_map(|tag| tag.as_string()).collect()
}

/// Whether a media query such as `(prefers-color-scheme: dark)` holds.
pub fn media(query: &str) -> bool {
    window().match_media(query).ok().flatten().is_some_and(|list| list.matches())
}

/// Sets an attribute of the `html` element.
pub fn set_root_attribute(name: &str, value: &str) {
    if let Some(root) = document().document_element() {
        drop(root.set_attribute(name, value));
    }
}

/// Takes the element of that id out of the page.
pub fn remove(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        element.remove();
    }
}

/// Unfolds the first `details` that a selector finds.
pub fn unfold(selector: &str) {
    if let Ok(Some(details)) = document().query_selector(selector) {
        drop(details.set_attribute("open", ""));
    }
}

/// Gives the first link that a selector finds another address.
pub fn set_href(selector: &str, href: &str) {
    if let Ok(Some(link)) = document().query_selector(selector) {
        drop(link.set_attribute("href", href));
    }
}

/// Reloads the page, unless this address has been reloaded before; says whether it does.
pub fn reload_once() -> bool {
    let Ok(Some(storage)) = window().session_storage() else { return false };
    let (key, hash) = ("reloaded", hash());
    if storage.get_item(key).ok().flatten().as_deref() == Some(hash.as_str()) {
        return false;
    }
    storage.set_item(key, &hash).is_ok() && window().location().reload().is_ok()
}

/// Names the page in its tab.
pub fn set_title(title: &str) {
    document().set_title(title);
}

/// Puts text on the clipboard; `false` where the browser refuses (plain http, a frame).
pub async fn copy(text: &str) -> bool {
    let clipboard = js_sys::Reflect::get(&window().navigator(), &"clipboard".into());
    // Absent where the page is not a secure context; calling a method on it would throw.
    if !clipboard.is_ok_and(|clipboard| clipboard.is_object()) {
        return false;
    }
    wasm_bindgen_futures::JsFuture::from(window().navigator().clipboard().write_text(text)).await.is_ok()
}

/// Hands bytes to the person as a file.
pub fn save(name: &str, blob: &web_sys::Blob) {
    let Ok(url) = web_sys::Url::create_object_url_with_blob(blob) else { return };
    if let Ok(element) = document().create_element("a")
        && let Ok(anchor) = element.dyn_into::<web_sys::HtmlAnchorElement>()
    {
        anchor.set_href(&url);
        anchor.set_download(name);
        anchor.click();
    }
    drop(web_sys::Url::revoke_object_url(&url));
}

/// A file of text.
pub fn text_blob(text: &str, mime: &str) -> Option<web_sys::Blob> {
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(mime);
    let parts = js_sys::Array::of1(&text.into());
    web_sys::Blob::new_with_str_sequence_and_options(&parts, &options).ok()
}

/// A seed nobody chose.
pub fn random_seed() -> u64 {
    // 32 bits, so that a link with it stays short.
    (js_sys::Math::random() * f64::from(u32::MAX)) as u64
}

/// Shows the panic page that waits in `index.html`. Does without the app, which may be in pieces.
pub fn show_panic(details: &str) {
    if let Some(panel) = document().get_element_by_id("panic") {
        drop(panel.remove_attribute("hidden"));
    }
    if let Some(text) = document().get_element_by_id("panic-details") {
        text.set_text_content(Some(details));
    }
}

/// Draws an SVG file at twice its size and hands it to the person as a PNG file.
pub fn save_as_png(name: &'static str, svg: &str) {
    let Some(blob) = text_blob(svg, "image/svg+xml") else { return };
    let Ok(url) = web_sys::Url::create_object_url_with_blob(&blob) else { return };
    let Ok(image) = web_sys::HtmlImageElement::new() else { return };
    let drawn = image.clone();
    let source = url.clone();
    let draw = move || -> Option<()> {
        drop(web_sys::Url::revoke_object_url(&source));
        let canvas = document().create_element("canvas").ok()?.dyn_into::<web_sys::HtmlCanvasElement>().ok()?;
        canvas.set_width(drawn.width() * 2);
        canvas.set_height(drawn.height() * 2);
        let context = canvas.get_context("2d").ok()??.dyn_into::<web_sys::CanvasRenderingContext2d>().ok()?;
        let (width, height) = (f64::from(canvas.width()), f64::from(canvas.height()));
        context.draw_image_with_html_image_element_and_dw_and_dh(&drawn, 0.0, 0.0, width, height).ok()?;
        let save_blob = wasm_bindgen::closure::Closure::once_into_js(move |blob: web_sys::Blob| save(name, &blob));
        canvas.to_blob(save_blob.unchecked_ref()).ok()
    };
    let on_load = wasm_bindgen::closure::Closure::once_into_js(move || draw().unwrap_or(()));
    image.set_onload(Some(on_load.unchecked_ref()));
    image.set_src(&url);
}

/// Calls once when the browser has nothing else to do; where it can't tell, after a while.
pub fn when_idle(call: impl FnOnce() + 'static) {
    let name = JsValue::from_str("requestIdleCallback");
    let request = js_sys::Reflect::get(&window(), &name).ok().and_then(|found| found.dyn_into().ok());
    let Some(request): Option<js_sys::Function> = request else {
        return leptos::prelude::set_timeout(call, std::time::Duration::from_secs(3));
    };
    let call = wasm_bindgen::closure::Closure::once_into_js(call);
    drop(request.call1(&window(), &call));
}

/// Lets the page draw and take what was typed.
pub async fn pause() {
    let mut wait = |done: js_sys::Function, _| {
        drop(window().set_timeout_with_callback(&done));
    };
    drop(wasm_bindgen_futures::JsFuture::from(js_sys::Promise::new(&mut wait)).await);
}

/// Whether a selector finds anything now.
pub fn matches_any(selector: &str) -> bool {
    document().query_selector(selector).is_ok_and(|found| found.is_some())
}

/// Calls `changed` with width and height of the element's content box whenever they change, until it is disconnected.
pub fn observe_size(element: &web_sys::Element, changed: impl Fn(f64, f64) + 'static) -> Option<SizeObserver> {
    let on_change = move |entries: js_sys::Array| {
        if let Ok(entry) = entries.get(0).dyn_into::<web_sys::ResizeObserverEntry>() {
            let size = entry.content_rect();
            changed(size.width(), size.height());
        }
    };
    let on_change = wasm_bindgen::closure::Closure::<dyn FnMut(js_sys::Array)>::new(on_change);
    let observer = web_sys::ResizeObserver::new(on_change.as_ref().unchecked_ref()).ok()?;
    observer.observe(element);
    Some(SizeObserver(SendWrapper::new((observer, on_change))))
}

/// What an observer calls.
type SizeChanged = wasm_bindgen::closure::Closure<dyn FnMut(js_sys::Array)>;

/// An observer at work, with the closure it calls.
pub struct SizeObserver(SendWrapper<(web_sys::ResizeObserver, SizeChanged)>);

impl SizeObserver {
    /// Ends the observation.
    pub fn disconnect(self) {
        self.0.0.disconnect();
    }
}
