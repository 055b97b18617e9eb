// A worker that times products of matrices: N calls against one, textbook loops against SIMD, for N = 1, 2, 4 … 256.
// It is told the size and tells, for each way and N, [way, place of N, median, fastest, slowest] in microseconds, at the
// end [-1], and [] if it can't work. A page stops it by ending it.

const PAIRS = [1, 2, 4, 8, 16, 32, 64, 128, 256];
/** Each way of working: N calls or one, textbook or SIMD. */
const WAYS = [[false, 0], [false, 1], [true, 0], [true, 1]];
const RUNS = 5;
/** Milliseconds that one timed run takes at least: a clock in a browser is coarse. */
const RUN = 4;

/** Milliseconds that `times` repetitions take. */
function time(work, times) {
  const start = performance.now();
  for (let i = 0; i < times; i++) work();
  return performance.now() - start;
}

/** Microseconds of one repetition: median, fastest and slowest of some runs. */
function measure(work) {
  let times = 1;
  // Twice: something else may have held up the first.
  while (times < 1e6 && Math.min(time(work, times), time(work, times)) < RUN / 2) times *= 2;
  for (;;) {
    const runs = [];
    // What takes long is not repeated as often: all of it should take about a second.
    const count = time(work, times) > 30 ? 3 : RUNS;
    for (let run = 0; run < count; run++) runs.push((time(work, times) * 1000) / times);
    runs.sort((a, b) => a - b);
    // On a busy machine both trials may have been held up, so that a run is shorter than the clock can tell.
    if (runs[0] > 0 || times >= 1e6) return [runs[count >> 1], runs[0], runs[count - 1]];
    times *= 8;
  }
}

async function run(size) {
  const answer = await fetch(new URL("timer.wasm", self.location.href));
  if (!answer.ok) throw new Error("timer.wasm: " + answer.status);
  const { instance } = await WebAssembly.instantiate(await answer.arrayBuffer(), {});
  const { prepare, one, all } = instance.exports;
  prepare(size, PAIRS[PAIRS.length - 1]);
  PAIRS.forEach(function (pairs, place) {
    WAYS.forEach(function ([batch, simd], way) {
      const loop = function () {
        for (let pair = 0; pair < pairs; pair++) one(pair, simd);
      };
      self.postMessage([way, place, ...measure(batch ? () => all(pairs, simd) : loop)]);
    });
  });
  self.postMessage([-1]);
}

self.onmessage = function (event) {
  run(event.data).catch(() => self.postMessage([]));
};
