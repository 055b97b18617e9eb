// Runs in the page: prepares every candidate, then times them in turns, and posts what it found.
import { FULL, QUICK } from './cases.js';
import * as sets from './sets.js';
import { firstCalls, memory } from './first.js';

const query = new URLSearchParams(location.search);
const full = query.has('full');
const rounds = Number(query.get('rounds') ?? (full ? 15 : 9));
const sampleMs = Number(query.get('sample') ?? 10);
const cases = new RegExp(query.get('cases') ?? '');
const only = query.has('only') ? new RegExp(query.get('only')) : null;

const WARM_MS = 400;
/** A single run that takes this long is not repeated as often. */
const SLOW_MS = 100;

const log = (text) => fetch('/log', { method: 'POST', body: text });

/** A loop of its own for each candidate: one that all shared would be optimised for none. */
function loopFor(candidate) {
  const body = 'const start = performance.now(); for (let i = 0; i < count; i++) RUN; return performance.now() - start;';
  return candidate.async
    ? new Function('run', 'count', `return (async () => { ${body.replace('RUN', 'await run()')} })()`)
    : new Function('run', 'count', body.replace('RUN', 'run()'));
}

/** Prepares one candidate for one case: checked, warm, and with a count of runs that fills a sample. */
async function contender(candidate, one, inputs) {
  const handle = await one.prepare(candidate, inputs, one);
  if (!handle) return null;
  candidate.before?.();
  const start = performance.now();
  await handle.run();
  const first = performance.now() - start;
  const error = candidate.limit ? '' : inputs.error(await handle.result());
  const loop = loopFor(candidate);
  let count = 1;
  let last = first;
  // Until the engine has optimised it, and until a sample is long enough for the clock.
  for (let spent = first; spent < WARM_MS && first < 5 * SLOW_MS; spent += last) {
    last = await loop(handle.run, count);
    if (last < sampleMs) count = last <= 1 ? count * 8 : Math.max(count + 1, Math.ceil((count * sampleMs) / last));
  }
  return { candidate, handle, loop, error, count, slow: first > SLOW_MS, samples: [] };
}

/** Numbers in an order that differs from round to round. */
function shuffled(list) {
  const order = [...list];
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(Math.random() * (i + 1));
    [order[i], order[j]] = [order[j], order[i]];
  }
  return order;
}

async function measure(one, candidates, failures) {
  const inputs = one.inputs();
  const contenders = [];
  for (const candidate of candidates) {
    if (candidate.slowAbove && one.flops > candidate.slowAbove) continue;
    try {
      const found = await contender(candidate, one, inputs);
      if (found) contenders.push(found);
    } catch (error) {
      failures.push(`${candidate.name}, ${one.id}: ${error}`);
    }
  }
  for (let round = 0; round < rounds; round++) {
    for (const { candidate, handle, loop, count, slow, samples } of shuffled(contenders)) {
      if (slow && round >= 4) continue;
      candidate.before?.();
      samples.push((await loop(handle.run, count)) / count);
    }
  }
  const rows = contenders.map(({ candidate, handle, error, samples }) => {
    const sorted = [...samples].sort((a, b) => a - b);
    const scale = 1e3 * (handle.scale ?? 1);
    return {
      name: candidate.name,
      kind: candidate.limit ? 'limit' : (candidate.kind ?? 'peer'),
      best_us: sorted[0] * scale,
      median_us: sorted[sorted.length >> 1] * scale,
      error,
    };
  });
  for (const { candidate, handle } of contenders) {
    candidate.before?.();
    handle.free?.();
  }
  return { id: one.id, flops: one.flops, limit: one.limit, rows };
}

async function main() {
  const failures = [];
  const result = { agent: navigator.userAgent, rounds, cases: [], failures };
  if (!only) {
    result.first = await firstCalls(sets.OURS);
    result.memory = await memory(sets.OURS);
  }
  const wanted = [...(await sets.ours()), ...(full ? await sets.peers() : []), ...sets.limits()];
  const candidates = [];
  for (const candidate of wanted.filter(({ name, limit, kind }) => limit || kind === 'ours' || !only || only.test(name))) {
    try {
      await candidate.init?.();
      candidates.push(candidate);
    } catch (error) {
      failures.push(`${candidate.name}: ${error}`);
    }
  }
  for (const one of (full ? FULL : QUICK).filter(({ id }) => cases.test(id))) {
    result.cases.push(await measure(one, candidates, failures));
    await log(one.id);
  }
  return result;
}

const result = await main().catch((error) => ({ fatal: String(error.stack ?? error), cases: [], failures: [] }));
await fetch('/result', { method: 'POST', body: JSON.stringify(result) });
