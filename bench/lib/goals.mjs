// The goals: how many times the best peer's speed a row must reach, and which part of the limit.
//
// Peers that count run on one thread of the CPU without relaxed SIMD. The limit of a product is the peak of fused
// multiply-add, that of vector products the read bandwidth, that of relu a copy.
const goals = {
  'mm 4': { ratio: 2 },
  'mm 16': { ratio: 2, limit: 0.88 },
  'mm 64': { ratio: 1.5, limit: 0.9 },
  'mm 128': { ratio: 1.3, limit: 0.9 },
  'mm 256': { ratio: 1.3, limit: 0.9 },
  'mm 512': { ratio: 1.3, limit: 0.9 },
  'mm 1024': { ratio: 1.3, limit: 0.9 },
  'mm 100': { ratio: 1.5, limit: 0.88 },
  'mm 33x65x17': { ratio: 1.5, limit: 0.75 },
  'linear 32x784x128': { ratio: 1.3, limit: 0.9 },
  'bmm 1024x4': { ratio: 7, limit: 0.75 },
  'bmm 256x16': { ratio: 2.1, limit: 0.92 },
  'bmm 64x32': { ratio: 1.6, limit: 0.92 },
  'bmm 16x128': { ratio: 1.5, limit: 0.85 },
  'vecmat 1024': { ratio: 1.3, limit: 0.8 },
  'matvec 1024': { ratio: 1.5, limit: 0.8 },
  'relu 1e6': { ratio: 1, limit: 0.95 },
  'exp 1e6': { ratio: 1.6 },
  'sigmoid 1e6': { ratio: 1.4 },
  'tanh 1e6': { ratio: 5 },
  'gelu 1e6': { ratio: 4 },
  'softmax 1000x1000': { ratio: 1.2 },
  'softmax 1x1e6': { ratio: 1.2 },
};

/** The quick run compares with loops in JavaScript only. */
const quick = Object.fromEntries([64, 128, 256, 512].map((n) => [`mm ${n}`, { ratio: 20 }]));

/** The goals of a run. */
export const goalsOf = (run) => (run.quick ? quick : goals);

/** The goal for the geometric mean of the ratios of all rows with a goal. */
export const MEAN = 1.75;
