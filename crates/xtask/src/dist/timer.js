// A worker that times products of matrices: N calls against one, textbook loops against SIMD, for N = 1, 2, 4 … 256.
// It is told the size and tells, for each way (0 N calls by textbook, 1 by SIMD, 2 one call by textbook, 3 by SIMD) and N,
// [way, place of N, median, fastest, slowest] in microseconds, at the end [-1], and [] if it can't work. A page stops it
// by ending it.

const PAIRS = [1, 2, 4, 8, 16, 32, 64, 128, 256];
const RUNS = 5;
/** Milliseconds that one timed run takes at least: a clock in a browser is coarse. */
const RUN = 4;

/** Milliseconds that `times` repetitions take. */
function time(work, times) {
  const start = performance.now();
  for (let i = 0; i < times; i++) work();
  return performance.now() - start;
}

/** How often some work is repeated in a run, and how many runs there are. */
function plan(work) {
  let times = 1;
  // Twice: something else may have held up the first.
  while (times < 1e6 && Math.min(time(work, times), time(work, times)) < RUN / 2) times *= 2;
  // What takes long is not repeated as often: all of it should take about a second.
  return { work, times, count: time(work, times) > 30 ? 3 : RUNS, runs: [] };
}

/**
 * Microseconds of one repetition of each work: median, fastest and slowest of some runs. The works take turns, so that
 * whatever slows the machine down slows all of them down.
 */
function measure(works) {
  const plans = works.map(plan);
  const most = Math.max(...plans.map((own) => own.count));
  for (let run = 0; run < most; run++) {
    for (const own of plans) {
      if (run < own.count) own.runs.push((time(own.work, own.times) * 1000) / own.times);
    }
  }
  return plans.map(function (own) {
    // On a busy machine both trials may have been held up, so that a run is shorter than the clock can tell.
    while (Math.min(...own.runs) === 0 && own.times < 1e6) {
      own.times *= 8;
      own.runs = own.runs.map(() => (time(own.work, own.times) * 1000) / own.times);
    }
    const sorted = own.runs.sort((a, b) => a - b);
    return [sorted[own.count >> 1], sorted[0], sorted[own.count - 1]];
  });
}

async function run(size) {
  const answer = await fetch(new URL("timer.wasm", self.location.href));
  if (!answer.ok) throw new Error("timer.wasm: " + answer.status);
  const { instance } = await WebAssembly.instantiate(await answer.arrayBuffer(), {});
  const { prepare, one, all } = instance.exports;
  prepare(size, PAIRS[PAIRS.length - 1]);
  PAIRS.forEach(function (pairs, place) {
    for (const simd of [0, 1]) {
      const loop = function () {
        for (let pair = 0; pair < pairs; pair++) one(pair, simd);
      };
      // A way of working is N calls or one, by textbook or SIMD.
      measure([loop, () => all(pairs, simd)]).forEach(function (told, batch) {
        self.postMessage([batch * 2 + simd, place, ...told]);
      });
    }
  });
  self.postMessage([-1]);
}

self.onmessage = function (event) {
  run(event.data).catch(() => self.postMessage([]));
};
