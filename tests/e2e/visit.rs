//! How a page is visited: where the site is served, and what the browser is like.

use std::path::PathBuf;

use serde_json::{Value, json};
use xtask::env::root;
use xtask::server::Server;

use crate::browser::Browser;
use crate::page::Page;

/// The site under test: `dist/`, or another folder named by `MATWALK_DIST`.
pub fn dist() -> PathBuf {
    std::env::var_os("MATWALK_DIST").map_or_else(|| root().join("dist"), PathBuf::from)
}

/// A visit yet to be made. [`Visit::default`] is a laptop with an English browser, and the site under `/matwalk/`.
pub struct Visit {
    prefix: &'static str,
    size: (u32, u32),
    language: &'static str,
    media: Vec<(&'static str, &'static str)>,
    blocked: Vec<&'static str>,
    script: Option<String>,
    headers: &'static str,
}

/// What a careful host sends with every file: nothing but the site's own may run or be fetched.
const POLICY: &str = "Content-Security-Policy: default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
                      img-src 'self' data: blob:; connect-src 'self'; worker-src 'self'; manifest-src 'self'; \
                      base-uri 'none'; form-action 'none'\r\n";

impl Default for Visit {
    fn default() -> Visit {
        Visit {
            prefix: "/matwalk/",
            size: (1280, 800),
            language: "en-US",
            media: vec![],
            blocked: vec![],
            script: None,
            headers: "",
        }
    }
}

impl Visit {
    /// Serves the site under this path.
    pub fn under(mut self, prefix: &'static str) -> Visit {
        self.prefix = prefix;
        self
    }

    /// The page's size in CSS pixels.
    pub fn size(mut self, width: u32, height: u32) -> Visit {
        self.size = (width, height);
        self
    }

    /// The browser's language.
    pub fn language(mut self, language: &'static str) -> Visit {
        self.language = language;
        self
    }

    /// A media feature, such as `prefers-color-scheme: dark`.
    pub fn media(mut self, feature: &'static str, value: &'static str) -> Visit {
        self.media.push((feature, value));
        self
    }

    /// Fails every request for addresses that match.
    pub fn blocking(mut self, pattern: &'static str) -> Visit {
        self.blocked.push(pattern);
        self
    }

    /// Runs a script before the page's own.
    pub fn before(mut self, script: impl Into<String>) -> Visit {
        self.script = Some(script.into());
        self
    }

    /// Sends a strict Content-Security-Policy with every file.
    pub fn strict(mut self) -> Visit {
        self.headers = POLICY;
        self
    }

    /// Opens the site at a hash such as `#/product?t=3` and waits until the app is there.
    pub fn open(self, hash: &str) -> Page {
        let page = self.open_unready(hash);
        page.wait_until_ready();
        page
    }

    /// Opens the site and waits for nothing but the document.
    pub fn open_unready(self, hash: &str) -> Page {
        let dist = dist();
        assert!(dist.join("index.html").is_file(), "no site in dist/: cargo xtask dist");
        let server = Server::start_with(&dist, self.prefix, 0, self.headers).expect("a free port");
        let browser = Browser::start();
        self.prepare(&browser);
        let page = Page::new(browser, server);
        page.go(hash);
        page
    }

    fn prepare(&self, browser: &Browser) {
        // Tests read what was copied, as another program would.
        let permissions = json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"] });
        browser.devtools("Browser.grantPermissions", permissions);
        let (width, height) = self.size;
        let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        browser.devtools("Emulation.setDeviceMetricsOverride", metrics);
        let agent = browser.wait(browser.client.get_ua()).expect("an answer").unwrap_or_default();
        let language = json!({ "userAgent": agent, "acceptLanguage": self.language });
        browser.devtools("Emulation.setUserAgentOverride", language);
        let features: Vec<Value> =
            self.media.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect();
        browser.devtools("Emulation.setEmulatedMedia", json!({ "features": features }));
        if !self.blocked.is_empty() {
            browser.devtools("Network.enable", json!({}));
            browser.devtools("Network.setBlockedURLs", json!({ "urls": self.blocked }));
        }
        if let Some(source) = &self.script {
            browser.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": source }));
        }
    }
}
