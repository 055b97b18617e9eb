// What one writes without a library: loops over typed arrays.

/** One sum for each element. */
function byElement(m, k, n, a, b, c, a0, b0, c0) {
  for (let i = 0; i < m; i++) {
    for (let j = 0; j < n; j++) {
      let sum = 0;
      for (let p = 0; p < k; p++) sum += a[a0 + i * k + p] * b[b0 + p * n + j];
      c[c0 + i * n + j] = sum;
    }
  }
}

/** One row of b at a time, so that memory is read in order. */
function byRow(m, k, n, a, b, c, a0, b0, c0) {
  for (let i = 0; i < m; i++) {
    for (let j = 0; j < n; j++) c[c0 + i * n + j] = 0;
    for (let p = 0; p < k; p++) {
      const factor = a[a0 + i * k + p];
      for (let j = 0; j < n; j++) c[c0 + i * n + j] += factor * b[b0 + p * n + j];
    }
  }
}

/** A loop with the function written into it, so that the engine need not inline a call. */
function mapped(expression) {
  const loop = new Function('x', 'y', `for (let i = 0; i < x.length; i++) { const v = x[i]; y[i] = ${expression}; }`);
  return (x) => {
    const y = new Float32Array(x.length);
    return { run: () => loop(x, y), result: () => y };
  };
}

const map = {
  relu: mapped('v > 0 ? v : 0'),
  exp: mapped('Math.exp(v)'),
  sigmoid: mapped('1 / (1 + Math.exp(-v))'),
  tanh: mapped('Math.tanh(v)'),
  gelu: mapped('0.5 * v * (1 + Math.tanh(0.7978845608028654 * (v + 0.044715 * v * v * v)))'),
};

function softmax(rows, cols, x) {
  const y = new Float32Array(rows * cols);
  const run = () => {
    for (let at = 0; at < rows * cols; at += cols) {
      let max = -Infinity;
      for (let j = at; j < at + cols; j++) if (x[j] > max) max = x[j];
      let sum = 0;
      for (let j = at; j < at + cols; j++) sum += y[j] = Math.exp(x[j] - max);
      for (let j = at; j < at + cols; j++) y[j] /= sum;
    }
  };
  return { run, result: () => y };
}

function candidate(name, multiply, rest) {
  return {
    name,
    slowAbove: 3e8,
    matmul(m, k, n, a, b) {
      const c = new Float32Array(m * n);
      return { run: () => multiply(m, k, n, a, b, c, 0, 0, 0), result: () => c };
    },
    bmm(batch, m, k, n, a, b) {
      const c = new Float32Array(batch * m * n);
      const run = () => {
        for (let i = 0; i < batch; i++) multiply(m, k, n, a, b, c, i * m * k, i * k * n, i * m * n);
      };
      return { run, result: () => c };
    },
    ...rest,
  };
}

export const plain = () => [candidate('JavaScript', byElement, { map, softmax }), candidate('JavaScript, by rows', byRow, {})];
