//! A small static file server on a loopback port: the right types, gzip for who takes it, no caching, nothing but `GET`
//! and `HEAD`.

use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use flate2::Compression;

use crate::Result;
use crate::size::gzip;

/// A running server; it stops when dropped.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    prefix: String,
    stop: Arc<AtomicBool>,
}

impl Server {
    /// Serves `folder` under `prefix` (`/` or `/matwalk/`) on `port`, or on any free port if it is 0.
    ///
    /// # Errors
    ///
    /// If the port is taken.
    pub fn start(folder: &Path, prefix: &str, port: u16) -> Result<Server> {
        Server::start_with(folder, prefix, port, "")
    }

    /// As [`Server::start`], with these header lines in every answer, each ended by `\r\n`.
    ///
    /// # Errors
    ///
    /// As [`Server::start`].
    pub fn start_with(folder: &Path, prefix: &str, port: u16, headers: &str) -> Result<Server> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
        let server = Server {
            address: listener.local_addr()?,
            prefix: prefix.to_owned(),
            stop: Arc::new(AtomicBool::new(false)),
        };
        let (folder, prefix, stop) = (folder.to_path_buf(), prefix.to_owned(), Arc::clone(&server.stop));
        let headers = headers.to_owned();
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                if stop.load(Ordering::Relaxed) {
                    break;
                }
                let (folder, prefix, headers) = (folder.clone(), prefix.clone(), headers.clone());
                // A browser that goes away in the middle of an answer is nothing to report.
                std::thread::spawn(move || drop(answer(&stream, &folder, &prefix, &headers)));
            }
        });
        Ok(server)
    }

    /// Where the site is: `http://127.0.0.1:PORT/matwalk/`.
    pub fn url(&self) -> String {
        format!("http://{}{}", self.address, self.prefix)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
        // One last connection wakes the thread that waits for one; a refused one means that it is gone already.
        drop(TcpStream::connect_timeout(&self.address, Duration::from_millis(200)));
    }
}

/// Answers the one request of a connection.
fn answer(stream: &TcpStream, folder: &Path, prefix: &str, headers: &str) -> std::io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(5)))?;
    let mut reader = BufReader::new(stream);
    let mut request = String::new();
    reader.read_line(&mut request)?;
    let mut takes_gzip = false;
    loop {
        let mut header = String::new();
        if reader.read_line(&mut header)? <= 2 {
            break;
        }
        let header = header.to_ascii_lowercase();
        takes_gzip |= header.strip_prefix("accept-encoding:").is_some_and(|kinds| kinds.contains("gzip"));
    }
    let mut words = request.split(' ');
    let (method, target) = (words.next().unwrap_or(""), words.next().unwrap_or("/"));
    let path = target.split(['?', '#']).next().unwrap_or("/");
    let (status, kind, body) = match file_of(path, folder, prefix) {
        _ if method != "GET" && method != "HEAD" => ("405 Method Not Allowed", "text/plain", Vec::new()),
        Some(file) => match std::fs::read(&file) {
            Ok(bytes) => ("200 OK", mime(&file), bytes),
            Err(_) => ("404 Not Found", "text/plain", b"not found".to_vec()),
        },
        None => ("404 Not Found", "text/plain", b"not found".to_vec()),
    };
    let packed = if takes_gzip && is_packable(kind) { Some(gzip(&body, Compression::default())?) } else { None };
    let encoding = if packed.is_some() { "Content-Encoding: gzip\r\n" } else { "" };
    let body = packed.unwrap_or(body);
    let mut out = stream;
    write!(
        out,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{encoding}Content-Length: {}\r\nCache-Control: no-store\r\n\
         X-Content-Type-Options: nosniff\r\n{headers}Connection: close\r\n\r\n",
        body.len()
    )?;
    if method != "HEAD" {
        out.write_all(&body)?;
    }
    out.flush()
}

/// Pictures are packed already.
fn is_packable(kind: &str) -> bool {
    !kind.starts_with("image/") || kind == "image/svg+xml"
}

/// The file under `folder` that a path means; `None` outside the prefix and for anything that climbs out of the folder.
fn file_of(path: &str, folder: &Path, prefix: &str) -> Option<PathBuf> {
    let inside = path.strip_prefix(prefix)?;
    let plain = |part: &str| !part.is_empty() && part != ".." && part != "." && !part.contains(['\\', ':', '%', '\0']);
    if !inside.trim_end_matches('/').split('/').all(|part| inside.is_empty() || plain(part)) {
        return None;
    }
    let file = folder.join(inside);
    Some(if inside.is_empty() || inside.ends_with('/') { file.join("index.html") } else { file })
}

/// The media type by a file's ending. Without `application/wasm` a browser can't compile while it downloads.
fn mime(file: &Path) -> &'static str {
    match file.extension().and_then(|e| e.to_str()).unwrap_or("") {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "json" | "webmanifest" => "application/json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    fn get(server: &Server, request: &str) -> String {
        let mut stream = TcpStream::connect(server.address).expect("the server listens");
        write!(stream, "{request}\r\nHost: x\r\n\r\n").expect("sent");
        let mut said = String::new();
        stream.read_to_string(&mut said).expect("answered");
        said
    }

    #[test]
    fn serves_files_under_its_prefix_only() {
        let folder = std::env::temp_dir().join(format!("matwalk-server-{}", std::process::id()));
        std::fs::create_dir_all(folder.join("sub")).expect("a folder");
        std::fs::write(folder.join("index.html"), "<h1>hello</h1>").expect("a file");
        std::fs::write(folder.join("sub/a.wasm"), [0, 97, 115, 109]).expect("a file");
        let server = Server::start(&folder, "/matwalk/", 0).expect("a free port");
        for (request, status, contains) in [
            ("GET /matwalk/ HTTP/1.1", "200", "<h1>hello</h1>"),
            ("GET /matwalk/index.html?x=1 HTTP/1.1", "200", "text/html; charset=utf-8"),
            ("GET /matwalk/sub/a.wasm HTTP/1.1", "200", "application/wasm"),
            ("GET /matwalk/none.js HTTP/1.1", "404", "not found"),
            ("GET / HTTP/1.1", "404", "not found"),
            ("GET /matwalk/../../etc/passwd HTTP/1.1", "404", "not found"),
            ("GET /matwalk//etc/passwd HTTP/1.1", "404", "not found"),
            ("GET /matwalk/%2e%2e/x HTTP/1.1", "404", "not found"),
            ("POST /matwalk/ HTTP/1.1", "405", "Content-Length: 0"),
        ] {
            let said = get(&server, request);
            assert!(said.starts_with(&format!("HTTP/1.1 {status} ")), "{request}: {said}");
            assert!(said.contains(contains), "{request}: {said}");
        }
        assert!(!get(&server, "HEAD /matwalk/ HTTP/1.1").contains("hello"));
        let packed = get(&server, "HEAD /matwalk/ HTTP/1.1\r\nAccept-Encoding: gzip, br");
        assert!(packed.contains("Content-Encoding: gzip"), "{packed}");
        std::fs::remove_dir_all(folder).expect("removed");
    }
}
