// Asks the kernels for the same products natively, in scalar WebAssembly and in SIMD128 WebAssembly, and compares bits.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { module, root, run } from './lib/build.mjs';

/** Builds with exactly these flags, or with those of the project's .cargo/config.toml. */
function environment(folder, flags) {
  const env = { ...process.env, CARGO_TARGET_DIR: path.join(root, 'target', folder) };
  delete env.RUSTFLAGS;
  delete env.CARGO_ENCODED_RUSTFLAGS;
  if (flags) env.RUSTFLAGS = flags;
  return env;
}

async function inWasm(folder, flags) {
  const args = ['build', '--quiet', '--release', '--locked', '--lib', '--target', 'wasm32-unknown-unknown', '-p', 'matwalk-bench-candidate'];
  run('cargo', args, { env: environment(folder, flags) });
  const bytes = fs.readFileSync(path.join(root, module(folder, 'matwalk_bench_candidate')));
  const { exports } = (await WebAssembly.instantiate(bytes)).instance;
  return [exports.is_simd128() ? 'simd128' : 'portable', exports.products_digest() >>> 0];
}

function natively() {
  const args = ['run', '--quiet', '--release', '--locked', '-p', 'matwalk-bench-candidate', '--bin', 'digest'];
  const done = spawnSync('cargo', args, { cwd: root, env: environment('native'), encoding: 'utf8' });
  if (done.status !== 0) throw new Error(done.stderr);
  const [backend, digest] = done.stdout.trim().split(' ');
  return [backend, Number(digest)];
}

const results = {
  'native': [natively(), 'portable'],
  'scalar wasm': [await inWasm('scalar', '-C target-feature=-simd128'), 'portable'],
  'SIMD wasm': [await inWasm('ours'), 'simd128'],
};
const digests = new Set();
for (const [name, [[backend, digest], expected]] of Object.entries(results)) {
  console.log(`${name}: ${backend}, ${digest.toString(16)}`);
  digests.add(digest);
  if (backend !== expected) process.exitCode = 1;
}
if (digests.size !== 1) process.exitCode = 1;
console.log(process.exitCode ? 'not the same' : 'the same bits');
