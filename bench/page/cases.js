// What is measured: the rows of the table, with their inputs and the limit that they are held against.
import { errorOfMap, errorOfProduct, errorOfSoftmax } from './check.js';

const FMA = 'limit: fused multiply-add';
const READ = 'limit: read';
const COPY = 'limit: copy';

/** The same numbers in every run and for every candidate: uniform in -1..1 times `scale`. */
export function values(count, scale, seed) {
  let state = seed | 1;
  return Float32Array.from({ length: count }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return (((state >>> 0) / 2 ** 32) * 2 - 1) * scale;
  });
}

function product(id, [batch, m, k, n], limit) {
  return {
    id,
    limit,
    flops: 2 * batch * m * k * n,
    // What a product bound by memory must read.
    elements: Math.max(m * k, k * n),
    inputs() {
      const a = values(batch * m * k, 1, 1);
      const b = values(batch * k * n, 1, 2);
      return { a, b, error: errorOfProduct(batch, m, k, n, a, b) };
    },
    prepare: (candidate, { a, b }) =>
      batch === 1 ? candidate.matmul?.(m, k, n, a, b) : candidate.bmm?.(batch, m, k, n, a, b),
  };
}

function map(name, scale, limit) {
  const count = 1e6;
  return {
    id: `${name} 1e6`,
    limit,
    elements: count,
    inputs() {
      const x = values(count, scale, 3);
      return { x, error: errorOfMap(name, x) };
    },
    prepare: (candidate, { x }) => candidate.map?.[name]?.(x),
  };
}

function softmax(id, rows, cols) {
  return {
    id,
    elements: rows * cols,
    inputs() {
      const x = values(rows * cols, 8, 4);
      return { x, error: errorOfSoftmax(rows, cols, x) };
    },
    prepare: (candidate, { x }) => candidate.softmax?.(rows, cols, x),
  };
}

const square = (n) => product(`mm ${n}`, [1, n, n, n], FMA);

export const QUICK = [
  ...[4, 8, 16, 32, 64, 128, 256, 512].map(square),
  product('mm 33x65x17', [1, 33, 65, 17], FMA),
  product('vecmat 1024', [1, 1, 1024, 1024], READ),
  product('matvec 1024', [1, 1024, 1024, 1], READ),
  product('bmm 1024x4', [1024, 4, 4, 4], FMA),
];

export const FULL = [
  ...[4, 16, 64, 128, 256, 512, 1024, 100].map(square),
  product('mm 33x65x17', [1, 33, 65, 17], FMA),
  product('mm 7x5x3', [1, 7, 5, 3], FMA),
  product('vecmat 1024', [1, 1, 1024, 1024], READ),
  product('matvec 1024', [1, 1024, 1024, 1], READ),
  product('linear 32x784x128', [1, 32, 784, 128], FMA),
  ...[[1024, 4], [256, 16], [64, 32], [16, 128]].map(([batch, n]) => product(`bmm ${batch}x${n}`, [batch, n, n, n], FMA)),
  map('relu', 8, COPY),
  map('exp', 80),
  map('sigmoid', 8),
  map('tanh', 8),
  map('gelu', 8),
  map('gelu_erf', 8),
  softmax('softmax 1000x1000', 1000, 1000),
  softmax('softmax 1x1e6', 1, 1e6),
];
