// A server on a loopback port for the page of the benchmark, and the way back for what it found.
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';

const TYPES = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.wasm': 'application/wasm',
  '.json': 'application/json',
};

/** Serves `folder`; `extra` maps a prefix of the path to another folder. `result` resolves to what the page posts. */
export async function serve(folder, extra, log) {
  let settle;
  const result = new Promise((resolve) => (settle = resolve));
  const file = (name) => {
    const prefix = Object.keys(extra).find((prefix) => name.startsWith(prefix));
    const base = prefix ? extra[prefix] : folder;
    const full = path.resolve(base, `.${path.sep}${prefix ? name.slice(prefix.length) : name}`);
    return full.startsWith(path.resolve(base) + path.sep) ? full : null;
  };
  const server = http.createServer((request, response) => {
    const name = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    if (request.method === 'POST') {
      const parts = [];
      request.on('data', (part) => parts.push(part));
      request.on('end', () => {
        response.writeHead(204).end();
        const text = Buffer.concat(parts).toString();
        if (name === '/result') settle(JSON.parse(text));
        else log(text);
      });
      return;
    }
    const full = file(name);
    const found = full && fs.existsSync(full) && fs.statSync(full).isFile();
    if (!found) return void response.writeHead(404).end();
    const type = TYPES[path.extname(full)] ?? 'application/octet-stream';
    response.writeHead(200, { 'Content-Type': type, 'Cache-Control': 'no-store' });
    fs.createReadStream(full).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: server.address().port, result, close: () => server.close() };
}
