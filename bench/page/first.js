// What the first visitor meets: a module that no engine has optimised yet.

const SIZE = 256;
const WATCH_MS = 1200;

async function fresh(url) {
  const bytes = await (await fetch(url)).arrayBuffer();
  const start = performance.now();
  // A comment's worth of difference, so that no compiled code is taken from a cache: a custom section of one byte.
  const unique = new Uint8Array([...new Uint8Array(bytes), 0, 2, 1, 33]);
  const { instance } = await WebAssembly.instantiate(unique);
  return { exports: instance.exports, start };
}

function operands(exports, n) {
  const [a, b, c] = [0, 1, 2].map(() => exports.alloc(4 * n * n));
  for (const at of [a, b]) new Float32Array(exports.memory.buffer, at, n * n).forEach((_, i, view) => (view[i] = i % 7));
  return [a, b, c];
}

/** Calls one product again and again from the start: how slow the first is, and when full speed is reached. */
export async function firstCalls(url) {
  const { exports, start } = await fresh(url);
  const [a, b, c] = operands(exports, SIZE);
  const calls = [];
  while (performance.now() - start < WATCH_MS) {
    const before = performance.now();
    exports.matmul(SIZE, SIZE, SIZE, a, b, c);
    const after = performance.now();
    calls.push({ at: after - start, ms: after - before });
    // The engine swaps code in between tasks as well.
    if (calls.length % 8 === 0) await new Promise((resolve) => setTimeout(resolve));
  }
  const best = Math.min(...calls.map(({ ms }) => ms));
  const full = calls.find(({ ms }) => ms <= 1.5 * best);
  return { size: SIZE, first_ms: calls[0].ms, best_ms: best, full_speed_at_ms: full.at, full_speed_call: calls.indexOf(full) + 1 };
}

/** By how much a product of 1024 x 1024 makes the module's memory grow, beyond its operands. */
export async function memory(url) {
  const { exports } = await fresh(url);
  const n = 1024;
  const operand = operands(exports, n);
  const before = exports.memory.buffer.byteLength;
  exports.matmul(n, n, n, ...operand);
  const once = exports.memory.buffer.byteLength;
  exports.matmul(n, n, n, ...operand);
  return { size: n, grew_bytes: once - before, grew_again_bytes: exports.memory.buffer.byteLength - once };
}
