import { pairs, script } from './script.js';

const matrix = (rows) => globalThis.math.matrix(rows, 'dense', 'number');

function products(inputs) {
  const out = [];
  const run = () => inputs.forEach(([a, b], i) => (out[i] = globalThis.math.multiply(a, b)));
  return { run, result: () => Float32Array.from(out.flatMap((c) => c.toArray().flat())) };
}

export default {
  name: 'mathjs',
  slowAbove: 3e8,
  init: () => script('/npm/mathjs/lib/browser/math.js'),
  matmul: (m, k, n, a, b) => products(pairs(1, m, k, n, a, b, matrix)),
  bmm: (batch, m, k, n, a, b) => products(pairs(batch, m, k, n, a, b, matrix)),
};
