// onnxruntime-web runs models: each operation is a model of one node, written here in ONNX's protobuf.

const text = new TextEncoder();

function varint(value) {
  const bytes = [];
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return [...bytes, rest];
    bytes.push((rest % 128) + 128);
  }
}

// Wire types of protobuf: 0 is a number, 2 a string or a message.
const number = (field, value) => [...varint(field * 8), ...varint(value)];
const message = (field, bytes) => [...varint(field * 8 + 2), ...varint(bytes.length), ...bytes];
const string = (field, value) => message(field, [...text.encode(value)]);

/** A ValueInfoProto: a float tensor of this name and shape. */
function value(field, name, shape) {
  const dims = shape.flatMap((size) => message(1, number(1, size)));
  const tensor = [...number(1, 1), ...message(2, dims)];
  return message(field, [...string(1, name), ...message(2, message(1, tensor))]);
}

/** A ModelProto of one node. */
function model(operator, inputs, output, attributes) {
  const names = inputs.map((_, i) => `input${i}`);
  const node = [...names.flatMap((name) => string(1, name)), ...string(2, 'output'), ...string(4, operator), ...attributes];
  const graph = [
    ...message(1, node),
    ...string(2, 'graph'),
    ...inputs.flatMap((shape, i) => value(11, names[i], shape)),
    ...value(12, 'output', output),
  ];
  const opset = [...string(1, ''), ...number(2, 20)];
  return Uint8Array.from([...number(1, 9), ...message(7, graph), ...message(8, opset)]);
}

let ort;
async function operation(operator, inputs, output, attributes = []) {
  const bytes = model(operator, inputs.map(([, shape]) => shape), output, attributes);
  const session = await ort.InferenceSession.create(bytes, { executionProviders: ['wasm'] });
  const feeds = Object.fromEntries(inputs.map(([data, shape], i) => [`input${i}`, new ort.Tensor('float32', data, shape)]));
  let out;
  return {
    run: async () => {
      out = await session.run(feeds);
    },
    result: () => Float32Array.from(out.output.data),
    free: () => session.release(),
  };
}

const unary = (operator, attributes) => (x) => operation(operator, [[x, [x.length]]], [x.length], attributes);
// An AttributeProto of type string (3).
const approximate = (form) => message(5, [...string(1, 'approximate'), ...string(4, form), ...number(20, 3)]);

export default {
  name: 'onnxruntime-web',
  async: true,
  async init() {
    ort = await import('/npm/onnxruntime-web/dist/ort.wasm.min.mjs');
    ort.env.wasm.numThreads = 1;
    ort.env.wasm.wasmPaths = '/npm/onnxruntime-web/dist/';
    ort.env.logLevel = 'error';
  },
  matmul: (m, k, n, a, b) => operation('MatMul', [[a, [m, k]], [b, [k, n]]], [m, n]),
  bmm: (batch, m, k, n, a, b) => operation('MatMul', [[a, [batch, m, k]], [b, [batch, k, n]]], [batch, m, n]),
  map: {
    relu: unary('Relu'),
    exp: unary('Exp'),
    sigmoid: unary('Sigmoid'),
    tanh: unary('Tanh'),
    gelu: unary('Gelu', approximate('tanh')),
    gelu_erf: unary('Gelu', approximate('none')),
  },
  softmax: (rows, cols, x) => operation('Softmax', [[x, [rows, cols]]], [rows, cols]),
};
