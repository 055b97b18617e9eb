//! A chromedriver process with one browser session, and the commands that only Chromium has.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use fantoccini::wd::WebDriverCompatibleCommand;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tokio::runtime::Runtime;
use xtask::setup::browser::{HEADLESS, find};

/// One browser. It ends with the value, also when a test panics.
pub struct Browser {
    pub client: Client,
    runtime: Runtime,
    driver: Child,
}

impl Browser {
    pub fn start() -> Browser {
        let found = find().expect("chromium and chromedriver; cargo xtask test says how to install them");
        // The port that it takes for one kind of address may be taken for the other: then it ends, and takes another.
        let started = (0..3).find_map(|_| driver(&found.driver));
        let (mut driver, port) = started.expect("chromedriver says its port");
        let capabilities = json!({
            "browserName": "chrome",
            "goog:chromeOptions": { "binary": found.chrome, "args": HEADLESS },
            "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
            "unhandledPromptBehavior": "accept",
            // Generous: a busy machine is no mistake of the page.
            "timeouts": { "script": 120_000, "pageLoad": 120_000 },
        });
        let Value::Object(capabilities) = capabilities else { unreachable!("an object by its writing") };
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        let mut builder = ClientBuilder::new(HttpConnector::new());
        let url = format!("http://127.0.0.1:{port}");
        builder.capabilities(capabilities);
        // A busy machine may keep a browser from starting in time; it gets two more chances.
        let attempt = || runtime.block_on(builder.connect(&url));
        let session = attempt().or_else(|_| attempt()).or_else(|_| attempt());
        let client = session.unwrap_or_else(|error| {
            let _ = driver.kill();
            panic!("no browser session: {error}")
        });
        Browser { client, runtime, driver }
    }

    /// Waits for an answer of the browser.
    pub fn wait<T>(&self, answer: impl Future<Output = T>) -> T {
        self.runtime.block_on(answer)
    }

    /// A command of the Chrome DevTools Protocol.
    pub fn devtools(&self, command: &str, params: Value) -> Value {
        let body = json!({ "cmd": command, "params": params });
        let sent = self.wait(self.client.issue_cmd(Extension { path: "goog/cdp/execute", body }));
        sent.unwrap_or_else(|error| panic!("{command}: {error}"))
    }

    /// What was logged since the last call: `browser` is the console, `performance` the network.
    pub fn log(&self, kind: &str) -> Vec<Value> {
        let sent = self.wait(self.client.issue_cmd(Extension { path: "se/log", body: json!({ "type": kind }) }));
        match sent.expect("a log") {
            Value::Array(entries) => entries,
            other => panic!("the log is {other}"),
        }
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // Closing the session ends the browser; a driver that no longer answers is killed all the same.
        let _ = self.runtime.block_on(self.client.clone().close());
        let _ = self.driver.kill();
        let _ = self.driver.wait();
    }
}

/// Starts chromedriver; gives it with the port that it chose, from the line in which it says so.
fn driver(program: &std::path::Path) -> Option<(Child, u16)> {
    let mut driver = Command::new(program)
        .arg("--port=0")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("chromedriver starts");
    let mut lines = BufReader::new(driver.stdout.take().expect("its output is piped")).lines();
    let said = lines.by_ref().map_while(Result::ok).find(|line| line.contains("started successfully on port"));
    let port = said.and_then(|line| line.trim_end_matches('.').rsplit(' ').next()?.parse().ok());
    // It may go on talking: somebody has to listen, or its pipe fills.
    std::thread::spawn(move || lines.for_each(drop));
    if port.is_none() {
        let _ = driver.wait();
    }
    Some((driver, port?))
}

/// A command outside the WebDriver standard.
#[derive(Debug)]
struct Extension {
    path: &'static str,
    body: Value,
}

impl WebDriverCompatibleCommand for Extension {
    fn endpoint(&self, base: &url::Url, session: Option<&str>) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        (http::Method::POST, Some(self.body.to_string()))
    }
}
