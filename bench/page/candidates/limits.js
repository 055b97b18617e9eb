// The limits of the machine, timed like candidates.
import { load, resident } from './module.js';

/** Turns of the loop in one run. */
const TURNS = 5000;

/** A peak of arithmetic: its time is scaled to the operations of the case. */
export function peak(name, url, operation) {
  const candidate = { name, limit: true };
  candidate.init = async () => {
    const exports = await load(url);
    const prepare = (flops) => {
      const start = new Float32Array(64).fill(1);
      let perTurn = 0;
      const handle = resident(exports, [start], 1, (at) => {
        perTurn = exports[operation](1, at);
        return () => exports[operation](TURNS, at);
      });
      return { ...handle, scale: flops / (perTurn * TURNS) };
    };
    candidate.matmul = (m, k, n) => prepare(2 * m * k * n);
    candidate.bmm = (batch, m, k, n) => prepare(2 * batch * m * k * n);
  };
  return candidate;
}

/** A way through memory, over as many elements as the case must touch. */
export function limit(name, url, operation, { products = false, maps = false } = {}) {
  const candidate = { name, limit: true };
  const multiple = 32;
  candidate.init = async () => {
    const exports = await load(url);
    const prepare = (count) => {
      const whole = Math.floor(count / multiple) * multiple;
      const input = new Float32Array(whole).fill(1);
      return resident(exports, [input], whole, (at, out) => () => exports[operation](whole, at, out));
    };
    // Only products with a vector are bound by memory.
    if (products) candidate.matmul = (m, k, n) => (Math.min(m, n) === 1 ? prepare(Math.max(m * k, k * n)) : null);
    if (!maps) return;
    const map = (x) => prepare(x.length);
    candidate.map = { relu: map, exp: map, sigmoid: map, tanh: map, gelu: map, gelu_erf: map };
    candidate.softmax = (rows, cols) => prepare(rows * cols);
  };
  return candidate;
}
