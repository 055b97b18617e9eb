//! A page as a person meets it: what it shows, and what can be done to it.

use std::cell::{Cell, RefCell};
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use xtask::env::root;
use xtask::server::Server;

use crate::browser::Browser;

/// How long a page may take to do what it should before the test gives up. Long, for slow machines: no test is timed.
pub const PATIENCE: Duration = Duration::from_secs(40);

/// Done when what is being shown has been laid out, measured, and laid out again.
const PAINTED: &str = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => \
                       requestAnimationFrame(() => setTimeout(done, 0)))))";

/// An open page.
pub struct Page {
    pub browser: Browser,
    server: Server,
    requests: RefCell<Vec<String>>,
    visits: Cell<u32>,
}

impl Page {
    pub fn new(browser: Browser, server: Server) -> Page {
        Page { browser, server, requests: RefCell::default(), visits: Cell::default() }
    }

    /// Where the site is served.
    pub fn base(&self) -> String {
        self.server.url()
    }

    /// Goes to the site at a hash, as from a link somewhere else: the document is loaded anew.
    pub fn go(&self, hash: &str) {
        self.visit("about:blank");
        self.visit(&format!("{}{hash}", self.base()));
    }

    /// Goes to any address.
    pub fn visit(&self, url: &str) {
        self.browser.wait(self.browser.client.goto(url)).unwrap_or_else(|error| panic!("{url}: {error}"));
    }

    /// Goes to another hash in the same document, and waits until it is on the screen. A hash that is there already is
    /// taken up again: the page may have moved on since.
    #[track_caller]
    pub fn to(&self, hash: &str) {
        self.to_see(hash, "0");
        self.wait_until("lesson or start page", "document.querySelector('[data-part=playback], [data-part=start]')");
    }

    /// [`Page::to`] of a lesson that has been opened, and the value of an expression there.
    #[track_caller]
    pub fn to_see(&self, hash: &str, expression: &str) -> Value {
        let visits = self.visits.get() + 1;
        self.visits.set(visits);
        // An unknown key is no mistake, and makes the address one that the page has not seen.
        let mark = if hash.contains('?') { '&' } else { '?' };
        let script = format!(
            "const [hash, done] = arguments; const taken = new Promise(on => addEventListener('hashchange', on, {{ once: true }})); location.hash = hash; taken.then(() => {PAINTED}).then(() => done({expression}));"
        );
        self.eval_async(&script, vec![json!(format!("{hash}{mark}visit={visits}"))])
    }

    /// Waits until the page has been laid out and painted.
    pub fn painted(&self) {
        self.eval_async(&format!("const [done] = arguments; {PAINTED}.then(() => done(0));"), vec![]);
    }

    /// Waits until the app has taken over from the page that loads it.
    #[track_caller]
    pub fn wait_until_ready(&self) {
        self.wait_until(
            "the app is there, and the lesson's part too",
            "!document.getElementById('boot') && !!document.querySelector('main h1') \
             && !document.querySelector('.lesson--waiting')",
        );
    }

    /// The value of a JavaScript expression on the page.
    #[track_caller]
    pub fn eval(&self, expression: &str) -> Value {
        let script = format!("return ({expression});");
        let value = self.browser.wait(self.browser.client.execute(&script, vec![]));
        value.unwrap_or_else(|error| panic!("{expression}: {error}"))
    }

    /// What a script gives to the function that comes after its arguments.
    #[track_caller]
    pub fn eval_async(&self, script: &str, arguments: Vec<Value>) -> Value {
        let value = self.browser.wait(self.browser.client.execute_async(script, arguments));
        value.unwrap_or_else(|error| panic!("{script}: {error}"))
    }

    /// A command of the Chrome DevTools Protocol.
    pub fn devtools(&self, command: &str, params: Value) -> Value {
        self.browser.devtools(command, params)
    }

    /// The text that an expression gives; empty if it gives none.
    #[track_caller]
    pub fn text(&self, expression: &str) -> String {
        self.eval(expression).as_str().unwrap_or_default().to_owned()
    }

    /// Waits until a JavaScript expression is true.
    #[track_caller]
    pub fn wait_until(&self, what: &str, expression: &str) {
        let start = Instant::now();
        while self.eval(&format!("!!({expression})")) != json!(true) {
            assert!(start.elapsed() < PATIENCE, "never: {what} ({expression})");
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// Waits until an expression has this value.
    #[track_caller]
    pub fn wait_for(&self, expression: &str, expected: &Value) {
        let start = Instant::now();
        loop {
            let found = self.eval(expression);
            if found == *expected {
                return;
            }
            assert!(start.elapsed() < PATIENCE, "{expression} stays {found}, expected {expected}");
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// What a person reads in a part, such as `shape-line`; `None` if it is not there.
    #[track_caller]
    pub fn part(&self, name: &str) -> Option<String> {
        let shown = self.eval(&format!("document.querySelector('[data-part=\"{name}\"]')?.innerText ?? null"));
        shown.as_str().map(|text| text.split_whitespace().collect::<Vec<_>>().join(" "))
    }

    /// Back in the browser's history.
    pub fn back(&self) {
        self.browser.wait(self.browser.client.back()).expect("back");
    }

    /// Sets the size in CSS pixels.
    pub fn resize(&self, width: u32, height: u32) {
        let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.browser.devtools("Emulation.setDeviceMetricsOverride", metrics);
        self.painted();
    }

    /// Fails if the page as a whole scrolls sideways.
    #[track_caller]
    pub fn no_sideways_scroll(&self) {
        let place = self.text("location.hash");
        let widths = self.eval("[document.scrollingElement.scrollWidth, innerWidth]");
        let (content, window) = (widths[0].as_f64().expect("a width"), widths[1].as_f64().expect("a width"));
        assert!(content <= window, "{place}: {content} px wide in a window of {window} px");
    }

    /// Every address asked for so far, by the browser's own network log.
    pub fn requests(&self) -> Vec<String> {
        let mut all = self.requests.borrow_mut();
        for entry in self.browser.log("performance") {
            let message: Value = serde_json::from_str(entry["message"].as_str().unwrap_or("{}")).unwrap_or_default();
            if message["message"]["method"] == "Network.requestWillBeSent" {
                let url = message["message"]["params"]["request"]["url"].as_str().unwrap_or_default();
                all.push(url.to_owned());
            }
        }
        all.clone()
    }

    /// Errors and warnings on the console since the last call.
    pub fn console_errors(&self) -> Vec<String> {
        let entries = self.browser.log("browser").into_iter();
        let bad = entries.filter(|entry| entry["level"] == "SEVERE" || entry["level"] == "WARNING");
        bad.map(|entry| entry["message"].as_str().unwrap_or_default().to_owned()).collect()
    }

    /// Writes a picture of the window.
    pub fn screenshot(&self, file: &std::path::Path) {
        let png = self.browser.wait(self.browser.client.screenshot()).expect("a picture");
        if let Some(folder) = file.parent() {
            std::fs::create_dir_all(folder).expect("a folder for pictures");
        }
        std::fs::write(file, png).expect("the picture is written");
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        if std::thread::panicking() {
            let test = std::thread::current().name().unwrap_or("test").replace("::", "-");
            let file = root().join("target/e2e").join(format!("{test}.png"));
            // A second panic while one is under way would hide the first.
            if let Ok(png) = self.browser.wait(self.browser.client.screenshot()) {
                let _ = std::fs::create_dir_all(file.with_file_name(""));
                let _ = std::fs::write(&file, png);
                eprintln!(
                    "a picture is in {}; the address is {:?}",
                    file.display(),
                    self.browser.wait(self.browser.client.current_url())
                );
            }
        }
    }
}
