// Who takes part.
import { limit, peak } from './candidates/limits.js';
import { plain } from './candidates/plain.js';
import { moduleCandidate } from './candidates/module.js';

const built = (folder, name) => `/target/${folder}/wasm32-unknown-unknown/release/${name}.wasm`;

export const OURS = built('ours', 'matwalk_bench_candidate');
const LIMITS = built('limits', 'limits');

/** The kernels, the textbook loops beside them, and the same loops in JavaScript. */
export async function ours() {
  const reference = { matmul: 'matmul_reference', bmm: 'bmm_reference', kind: 'baseline', slowAbove: 3e8 };
  return [
    moduleCandidate('matwalk', OURS, { kind: 'ours' }),
    moduleCandidate('textbook loop (wasm)', OURS, { ...reference, maps: false }),
    ...plain(),
  ];
}

/** Libraries from crates.io and npm. Those of kind `apart` are shown but not compared with. */
export async function peers() {
  const npm = ['tfjs', 'onnxruntime', 'jax', 'numpy-ts', 'mathjs', 'ml-matrix'];
  const modules = await Promise.all(npm.map((name) => import(`./candidates/${name}.js`)));
  const crates = ['matrixmultiply', 'ndarray', 'nalgebra', 'gemm', 'faer'];
  const relaxed = ['matrixmultiply', 'gemm'];
  return [
    ...modules.flatMap((module) => module.default),
    ...crates.map((name) => moduleCandidate(name, built('peers', `peer_${name}`))),
    ...relaxed.map((name) => moduleCandidate(`${name} (relaxed)`, built('relaxed', `peer_${name}`), { kind: 'apart' })),
  ];
}

export function limits() {
  return [
    peak('limit: fused multiply-add', LIMITS, 'peak_fma'),
    peak('limit: multiply, add', LIMITS, 'peak_mul_add'),
    limit('limit: read', LIMITS, 'read', { products: true }),
    limit('limit: copy', LIMITS, 'copy', { maps: true }),
    limit('limit: memory.copy', LIMITS, 'memory_copy', { maps: true }),
  ];
}
