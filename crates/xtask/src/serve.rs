//! `cargo xtask serve`: the site on this machine.

use std::net::{Ipv4Addr, TcpListener};

use crate::server::Server;
use crate::{Result, dist, run, say, setup};

const FIRST_PORT: u16 = 8080;

/// Builds and serves until it is stopped. `--release` serves the real thing; without it, edits rebuild the page.
///
/// # Errors
///
/// If something is missing, the build fails, or the port asked for is taken.
pub fn run(args: &[String]) -> Result {
    let mut release = false;
    let mut port = None;
    let mut args = args.iter();
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--release" => release = true,
            "--port" => {
                let n = args.next().and_then(|n| n.parse::<u16>().ok());
                port = Some(n.ok_or("--port needs a number from 1 to 65535")?);
            }
            other => return Err(format!("serve knows --release and --port N, not {other}").into()),
        }
    }
    let port = match port {
        Some(port) if is_free(port) => port,
        Some(port) => return Err(format!("port {port} is taken; leave --port out to get a free one").into()),
        None => (FIRST_PORT..FIRST_PORT + 100).find(|port| is_free(*port)).ok_or("ports 8080 to 8179 are all taken")?,
    };
    if release { serve_release(port) } else { serve_debug(port) }
}

fn serve_release(port: u16) -> Result {
    let site = dist::build()?;
    let server = Server::start(&site.folder, "/", port)?;
    say(format!("serving the release site at {} (Ctrl+C stops)", server.url()));
    loop {
        std::thread::park();
    }
}

fn serve_debug(port: u16) -> Result {
    setup::build_tools()?;
    say(format!("building, then serving at http://127.0.0.1:{port}/ and rebuilding on every edit (Ctrl+C stops)"));
    let mut trunk = run::command("trunk");
    run::free_of_rustflags(&mut trunk);
    trunk.args([
        "serve",
        "--skip-version-check",
        "--address",
        "127.0.0.1",
        "--public-url",
        "/",
        "--dist",
        "target/serve",
    ]);
    run::run(trunk.args(["--port", &port.to_string()]))
}

fn is_free(port: u16) -> bool {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).is_ok()
}
