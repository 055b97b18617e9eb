import { script } from './script.js';

let tf;
async function library() {
  if (tf) return;
  await script('/npm/@tensorflow/tfjs/dist/tf.min.js');
  await script('/npm/@tensorflow/tfjs-backend-wasm/dist/tf-backend-wasm.min.js');
  tf = globalThis.tf;
  tf.wasm.setWasmPaths('/npm/@tensorflow/tfjs-backend-wasm/dist/');
}

// tfjs has no gelu: the formula in its own operations, the tanh form.
const gelu = (x) =>
  tf.tidy(() => x.mul(0.5).mul(x.mul(x).mul(x).mul(0.044715).add(x).mul(0.7978845608028654).tanh().add(1)));

function backend(name, label) {
  const before = () => tf.setBackend(name);
  const operation = (inputs, apply) => {
    before();
    const tensors = inputs.map(([data, shape]) => tf.tensor(data, shape, 'float32'));
    return {
      run: () => apply(...tensors).dispose(),
      result: () => {
        const y = apply(...tensors);
        const data = y.dataSync().slice();
        y.dispose();
        return data;
      },
      free: () => tensors.forEach((tensor) => tensor.dispose()),
    };
  };
  const unary = (apply) => (x) => operation([[x, [x.length]]], apply);
  return {
    name: label,
    slowAbove: name === 'cpu' ? 3e8 : undefined,
    before,
    async init() {
      await library();
      await tf.setBackend(name);
      await tf.ready();
    },
    matmul: (m, k, n, a, b) => operation([[a, [m, k]], [b, [k, n]]], (a, b) => tf.matMul(a, b)),
    bmm: (batch, m, k, n, a, b) => operation([[a, [batch, m, k]], [b, [batch, k, n]]], (a, b) => tf.matMul(a, b)),
    map: {
      relu: unary((x) => tf.relu(x)),
      exp: unary((x) => tf.exp(x)),
      sigmoid: unary((x) => tf.sigmoid(x)),
      tanh: unary((x) => tf.tanh(x)),
      gelu: unary(gelu),
    },
    softmax: (rows, cols, x) => operation([[x, [rows, cols]]], (x) => tf.softmax(x)),
  };
}

export default [backend('wasm', 'tfjs wasm'), backend('cpu', 'tfjs cpu')];
