// How far a result is from the true one, computed in float64.

/** Elements that are checked of a large result. */
const SAMPLE = 3000;

/** The largest |c - true| / sum |a||b| of a product: below k times 6e-8 for any order of summation. */
export function errorOfProduct(batch, m, k, n, a, b) {
  const total = batch * m * n;
  const every = total * k <= 2e7 ? 1 : Math.ceil(total / SAMPLE);
  const checked = [];
  for (let at = 0; at < total; at += every) {
    const matrix = Math.floor(at / (m * n));
    const row = Math.floor(at / n) * k;
    const col = matrix * k * n + (at % n);
    let sum = 0;
    let absolute = 0;
    for (let p = 0; p < k; p++) {
      const term = a[row + p] * b[col + p * n];
      sum += term;
      absolute += Math.abs(term);
    }
    checked.push([at, sum, absolute]);
  }
  return (c) => {
    if (c.length !== total) return 'wrong length';
    const worst = checked.reduce((worst, [at, sum, absolute]) => larger(worst, Math.abs(c[at] - sum) / absolute), 0);
    return worst.toExponential(1);
  };
}

// Not Math.max, which would lose the position of a NaN: one NaN and the whole is NaN.
const larger = (a, b) => (b <= a ? a : b);

/** erf by its series below 3, by its continued fraction above; to float64 accuracy. */
function erf(x) {
  const z = Math.abs(x);
  if (z < 3) {
    let term = z;
    let sum = z;
    for (let i = 1; Math.abs(term) > 1e-18 * sum; i++) {
      term *= (-z * z) / i;
      sum += term / (2 * i + 1);
    }
    return (Math.sign(x) * 2 * sum) / Math.sqrt(Math.PI);
  }
  return Math.sign(x) * (1 - erfc(z));
}

function erfc(z) {
  let tail = 0;
  for (let i = 60; i > 0; i--) tail = i / 2 / (z + tail);
  return Math.exp(-z * z) / (Math.sqrt(Math.PI) * (z + tail));
}

const TRUE = {
  relu: (x) => Math.max(x, 0),
  exp: Math.exp,
  sigmoid: (x) => 1 / (1 + Math.exp(-x)),
  tanh: Math.tanh,
  // x / (1 + e^(-2z)) has no cancellation, where (1 + tanh z) has.
  gelu: (x) => x / (1 + Math.exp(-2 * Math.sqrt(2 / Math.PI) * (x + 0.044715 * x ** 3))),
  gelu_erf: (x) => (x < -2 ? (x * erfcOf(-x / Math.SQRT2)) / 2 : (x * (1 + erf(x / Math.SQRT2))) / 2),
};

const erfcOf = (z) => (z < 3 ? 1 - erf(z) : erfc(z));

/** The distance of two neighbouring float32 at `x`. */
function ulp(x) {
  return 2 ** (Math.max(-126, Math.floor(Math.log2(Math.abs(x)))) - 23);
}

/** The largest error of a function of one value, in units in the last place. */
export function errorOfMap(name, x) {
  return (y) => {
    if (y.length !== x.length) return 'wrong length';
    let worst = 0;
    for (let i = 0; i < x.length; i++) {
      const want = TRUE[name](x[i]);
      if (want !== 0 || y[i] !== 0) worst = larger(worst, Math.abs(y[i] - want) / ulp(want || 1e-45));
    }
    return `${worst < 100 ? worst.toFixed(1) : worst.toFixed(0)} ulp`;
  };
}

/** The largest relative error of softmax over some of the rows. */
export function errorOfSoftmax(rows, cols, x) {
  return (y) => {
    if (y.length !== x.length) return 'wrong length';
    let worst = 0;
    const every = Math.max(1, Math.floor(rows / 20));
    for (let row = 0; row < rows; row += every) {
      const logits = x.subarray(row * cols, (row + 1) * cols);
      const max = logits.reduce((a, b) => Math.max(a, b));
      const sum = logits.reduce((sum, logit) => sum + Math.exp(logit - max), 0);
      logits.forEach((logit, i) => {
        const want = Math.exp(logit - max) / sum;
        worst = larger(worst, Math.abs(y[row * cols + i] - want) / want);
      });
    }
    return worst.toExponential(1);
  };
}
