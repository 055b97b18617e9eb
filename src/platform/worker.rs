//! A worker: a script of the site in a thread of its own.

use js_sys::{Array, Function, Object, Reflect};
use leptos::prelude::{document, window};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

/// A worker; dropping it ends it.
pub struct Worker {
    worker: Object,
    // What it calls must live as long as it does.
    _heard: Closure<dyn FnMut(JsValue)>,
    _failed: Closure<dyn FnMut(JsValue)>,
}

impl Worker {
    /// Begins a worker and tells it one number. It tells lists of numbers; `None`, if it can't be fetched or breaks.
    /// `None` in place of the worker where a browser has none.
    pub fn begin(script: &str, about: f64, tell: impl Fn(Option<Vec<f64>>) + Copy + 'static) -> Option<Worker> {
        let make: Function = Reflect::get(&window(), &"Worker".into()).ok()?.dyn_into().ok()?;
        let worker: Object = Reflect::construct(&make, &Array::of1(&url(script)?.into())).ok()?.dyn_into().ok()?;
        let heard = Closure::<dyn FnMut(JsValue)>::new(move |event: JsValue| {
            let data = Reflect::get(&event, &"data".into()).unwrap_or_default();
            let numbers: Vec<f64> = Array::from(&data).iter().filter_map(|number| number.as_f64()).collect();
            tell((!numbers.is_empty()).then_some(numbers));
        });
        let failed = Closure::<dyn FnMut(JsValue)>::new(move |_| tell(None));
        for (name, run) in [("onmessage", heard.as_ref()), ("onerror", failed.as_ref())] {
            Reflect::set(&worker, &name.into(), run).ok()?;
        }
        let own = Worker { worker, _heard: heard, _failed: failed };
        own.call("postMessage", &Array::of1(&about.into()));
        Some(own)
    }

    fn call(&self, name: &str, arguments: &Array) {
        let method = Reflect::get(&self.worker, &name.into()).ok().and_then(|own| own.dyn_into::<Function>().ok());
        if let Some(method) = method {
            drop(method.apply(&self.worker, arguments));
        }
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.call("terminate", &Array::new());
        for name in ["onmessage", "onerror"] {
            drop(Reflect::set(&self.worker, &name.into(), &JsValue::NULL));
        }
    }
}

/// Where a script of the site is: beside the app's own.
fn url(script: &str) -> Option<String> {
    let app = document().query_selector("script[type=module][src]").ok().flatten();
    let app = app.and_then(|app| Reflect::get(&app, &"src".into()).ok()?.as_string());
    let base = app.or_else(|| document().base_uri().ok().flatten())?;
    let folder = base.split(['?', '#']).next()?.rsplit_once('/')?.0;
    Some(format!("{folder}/{script}"))
}
