let jax;

/** A compiled function over resident arrays; its result is read back, for until then nothing is computed. */
function operation(inputs, apply) {
  const compiled = jax.jit(apply);
  let data;
  return {
    run: () => {
      data = compiled(...inputs.map((input) => input.ref)).dataSync();
    },
    result: () => Float32Array.from(data),
  };
}

const array = (data, shape) => jax.numpy.array(data).reshape(shape);
const unary = (name) => (x) => {
  const apply = jax.nn[name] ?? jax.numpy[name];
  return operation([array(x, [x.length])], (x) => apply(x));
};

export default {
  name: 'jax-js wasm',
  async init() {
    jax = await import('/npm/@jax-js/jax/dist/index.js');
    await jax.init('wasm');
    jax.defaultDevice('wasm');
  },
  matmul: (m, k, n, a, b) => operation([array(a, [m, k]), array(b, [k, n])], (a, b) => jax.numpy.matmul(a, b)),
  bmm: (batch, m, k, n, a, b) =>
    operation([array(a, [batch, m, k]), array(b, [batch, k, n])], (a, b) => jax.numpy.matmul(a, b)),
  map: Object.fromEntries(['relu', 'exp', 'sigmoid', 'tanh', 'gelu'].map((name) => [name, unary(name)])),
  softmax: (rows, cols, x) => operation([array(x, [rows, cols])], (x) => jax.nn.softmax(x)),
};
