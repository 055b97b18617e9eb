// A WebAssembly module without imports, its operands resident in its memory. For its exports see the README.

const modules = new Map();

/** The exports of the module at `url`, fetched once. */
export function load(url) {
  if (!modules.has(url)) {
    modules.set(url, WebAssembly.instantiateStreaming(fetch(url)).then(({ instance }) => instance.exports));
  }
  return modules.get(url);
}

const MAPS = ['relu', 'exp', 'sigmoid', 'tanh', 'gelu', 'gelu_erf'];

/** Puts `inputs` and room for `count` results in the module's memory, and calls `operation` on their addresses. */
export function resident(exports, inputs, count, operation) {
  const blocks = [...inputs.map((input) => input.length), count].map((length) => [exports.alloc(4 * length), length]);
  const view = ([at, length]) => new Float32Array(exports.memory.buffer, at, length);
  inputs.forEach((input, i) => view(blocks[i]).set(input));
  const addresses = blocks.map(([at]) => at);
  return {
    run: operation(...addresses),
    result: () => view(blocks[inputs.length]).slice(),
    free: () => blocks.forEach(([at, length]) => exports.dealloc(at, 4 * length)),
  };
}

export function moduleCandidate(name, url, { kind, slowAbove, matmul = 'matmul', bmm = 'bmm', maps = true } = {}) {
  const candidate = { name, kind, slowAbove };
  candidate.init = async () => {
    const exports = await load(url);
    const multiply = exports[matmul];
    const multiplyBatch = exports[bmm];
    candidate.matmul = (m, k, n, a, b) =>
      resident(exports, [a, b], m * n, (x, y, out) => () => multiply(m, k, n, x, y, out));
    candidate.bmm = (batch, m, k, n, a, b) =>
      resident(exports, [a, b], batch * m * n, (x, y, out) => () => multiplyBatch(batch, m, k, n, x, y, out));
    if (!maps) return;
    const has = MAPS.filter((map) => exports[map]);
    candidate.map = Object.fromEntries(
      has.map((map) => [map, (x) => resident(exports, [x], x.length, (at, out) => () => exports[map](x.length, at, out))]),
    );
    if (exports.softmax) {
      candidate.softmax = (rows, cols, x) =>
        resident(exports, [x], x.length, (at, out) => () => exports.softmax(rows, cols, at, out));
    }
  };
  return candidate;
}
