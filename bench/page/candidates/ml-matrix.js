import { pairs, script } from './script.js';

const matrix = (rows) => new globalThis.mlMatrix.Matrix(rows);

function products(inputs) {
  const out = [];
  const run = () => inputs.forEach(([a, b], i) => (out[i] = a.mmul(b)));
  return { run, result: () => Float32Array.from(out.flatMap((c) => Array.from(c.to1DArray()))) };
}

export default {
  name: 'ml-matrix',
  init: () => script('/npm/ml-matrix/matrix.umd.js'),
  matmul: (m, k, n, a, b) => products(pairs(1, m, k, n, a, b, matrix)),
  bmm: (batch, m, k, n, a, b) => products(pairs(batch, m, k, n, a, b, matrix)),
};
