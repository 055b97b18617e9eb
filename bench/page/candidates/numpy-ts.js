let np;

/** Keeps one result alive at a time, as a program would. */
function operation(inputs, apply) {
  let out;
  return {
    run: () => {
      out?.dispose();
      out = apply(...inputs);
    },
    result: () => Float32Array.from(out.flatten().data),
    free: () => [out, ...inputs].forEach((array) => array?.dispose()),
  };
}

const array = (data, shape) => np.array(data, 'float32').reshape(shape);
const unary = (name) => (x) => operation([array(x, [x.length])], (x) => np[name](x));

export default {
  name: 'numpy-ts',
  async init() {
    np = await import('/npm/numpy-ts/dist/numpy-ts.browser.js');
  },
  matmul: (m, k, n, a, b) => operation([array(a, [m, k]), array(b, [k, n])], (a, b) => np.matmul(a, b)),
  bmm: (batch, m, k, n, a, b) =>
    operation([array(a, [batch, m, k]), array(b, [batch, k, n])], (a, b) => np.matmul(a, b)),
  map: { tanh: unary('tanh'), exp: unary('exp') },
};
