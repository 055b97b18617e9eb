//! Stands in for the crate `wasm-streams`, by `[patch.crates-io]` in the workspace's manifest.
//!
//! Leptos brings it along for server functions, which a static site has none of. Its three classes are exports of the
//! module, so no linker drops them and what they call. This has what `server_fn` names, and streams nothing.

use std::pin::Pin;
use std::task::{Context, Poll};

use futures_core::Stream;
use wasm_bindgen::JsValue;

/// A stream of the browser.
#[derive(Debug)]
pub struct ReadableStream {
    raw: web_sys::ReadableStream,
}

impl ReadableStream {
    /// Takes a stream of the browser.
    pub fn from_raw(raw: web_sys::ReadableStream) -> ReadableStream {
        ReadableStream { raw }
    }

    /// Would make a stream of the browser.
    ///
    /// # Panics
    ///
    /// Always: only server functions call it.
    pub fn from_stream(_: impl Stream<Item = Result<JsValue, JsValue>> + 'static) -> ReadableStream {
        unreachable!("there are no server functions")
    }

    /// The stream of the browser.
    pub fn into_raw(self) -> web_sys::ReadableStream {
        self.raw
    }

    /// Would give what the stream carries; gives nothing.
    pub fn into_stream(self) -> IntoStream {
        IntoStream
    }
}

/// Nothing.
#[derive(Debug)]
pub struct IntoStream;

impl Stream for IntoStream {
    type Item = Result<JsValue, JsValue>;

    fn poll_next(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(None)
    }
}
