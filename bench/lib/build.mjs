// Builds the WebAssembly modules of the benchmark, with the cargo of the environment.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** The crates that are measured beside ours. */
export const CRATES = ['matrixmultiply', 'ndarray', 'nalgebra', 'gemm', 'faer'];
/** Those that have a faster body for relaxed SIMD. */
export const RELAXED = ['matrixmultiply', 'gemm'];

const RELAXED_FLAGS = '-C target-feature=+simd128,+relaxed-simd';
const SIMD_FLAGS = '-C target-feature=+simd128';

/** Runs one command and stops with its output when it fails. */
export function run(command, args, options = {}) {
  const done = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options });
  if (done.error || done.status !== 0) {
    throw new Error(`${command} ${args.join(' ')} failed: ${done.error?.message ?? `status ${done.status}`}`);
  }
}

/** Builds packages into `target/<folder>`; without `flags` those of the project's .cargo/config.toml hold. */
function cargo(folder, packages, flags) {
  const env = { ...process.env, CARGO_TARGET_DIR: path.join(root, 'target', folder) };
  delete env.RUSTFLAGS;
  delete env.CARGO_ENCODED_RUSTFLAGS;
  if (flags) env.RUSTFLAGS = flags;
  const names = packages.flatMap((name) => ['-p', name]);
  run('cargo', ['build', '--quiet', '--release', '--locked', '--target', 'wasm32-unknown-unknown', ...names], { env });
}

/** Where a built module lies, relative to the folder that is served. */
export function module(folder, name) {
  return `target/${folder}/wasm32-unknown-unknown/release/${name}.wasm`;
}

/** Our own module and the limits. */
export function buildOurs() {
  cargo('ours', ['matwalk-bench-candidate']);
  cargo('limits', ['limits'], RELAXED_FLAGS);
}

/** The peers among the crates, plain and relaxed, and the packages from npm. */
export function buildPeers(exists) {
  cargo('peers', CRATES.map((name) => `peer-${name}`), SIMD_FLAGS);
  cargo('relaxed', RELAXED.map((name) => `peer-${name}`), RELAXED_FLAGS);
  if (!exists(path.join(root, 'npm/node_modules'))) {
    run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: path.join(root, 'npm') });
  }
}
