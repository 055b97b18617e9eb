/** Loads a script of the old kind, which leaves its library in a global. */
export function script(url) {
  return new Promise((resolve, reject) => {
    const element = document.createElement('script');
    element.src = url;
    element.onload = resolve;
    element.onerror = () => reject(new Error(`could not load ${url}`));
    document.head.append(element);
  });
}

/** Nested arrays, as some libraries want them. */
export function nested(values, rows, cols, from = 0) {
  return Array.from({ length: rows }, (_, i) => Array.from(values.subarray(from + i * cols, from + (i + 1) * cols)));
}

/** Pairs of matrices from two flat batches. */
export function pairs(batch, m, k, n, a, b, matrix) {
  return Array.from({ length: batch }, (_, i) => [
    matrix(nested(a, m, k, i * m * k)),
    matrix(nested(b, k, n, i * k * n)),
  ]);
}
