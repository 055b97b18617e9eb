// Turns results into tables: a row a case, ours against the best peer that counts and against the limit.
import { goalsOf, MEAN } from './goals.mjs';

const best = (row) => row.best_us;
const fastest = (rows) => rows.reduce((a, b) => (a === undefined || best(b) < best(a) ? b : a), undefined);
const times = (ratio) => `${ratio.toFixed(2)}x`;
const mark = (value, goal) => (goal === undefined ? '' : value >= goal ? ' ✓' : ' ✗');

function columns(lines) {
  const widths = lines[0].map((_, i) => Math.max(...lines.map((line) => [...line[i]].length)));
  const cell = (text, i) => (i === 0 ? text.padEnd(widths[i]) : text.padStart(widths[i]));
  const text = (line) => `| ${line.map(cell).join(' | ')} |`;
  const rule = `|${widths.map((width, i) => (i === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`;
  return [text(lines[0]), rule, ...lines.slice(1).map(text)].join('\n');
}

const time = (us) => (us >= 1e4 ? `${(us / 1e3).toFixed(1)} ms` : us >= 1 ? `${us.toFixed(us < 100 ? 2 : 0)} µs` : `${(us * 1e3).toFixed(1)} ns`);
const rate = (one, row) => (one.flops ? `${(one.flops / row.best_us / 1e3).toFixed(1)} GF/s` : time(row.best_us));

/** The row of a case's goal: ours, the best peer, both ratios. */
function compare(one) {
  const ours = one.rows.find((row) => row.name === 'matwalk');
  if (!ours) return null;
  const peer = fastest(one.rows.filter((row) => row.kind === 'peer'));
  const limit = one.limit && one.rows.find((row) => row.name === one.limit);
  const strict = one.rows.find((row) => row.name === 'limit: multiply, add');
  const of = (limit) => (limit ? best(limit) / best(ours) : undefined);
  return { ours, peer, ratio: peer && best(peer) / best(ours), part: of(limit), strict: one.flops ? of(strict) : undefined };
}

/** All of the run as text. */
export function report(result) {
  const lines = [['case', 'matwalk', 'best peer', 'ratio', 'goal', 'of limit', 'goal', 'of mul+add', 'error', 'peer error']];
  const ratios = [];
  const goals = goalsOf(result);
  for (const one of result.cases) {
    const row = compare(one);
    if (!row) continue;
    const goal = goals[one.id] ?? {};
    if (goal.ratio && row.ratio) ratios.push(row.ratio);
    lines.push([
      one.id,
      rate(one, row.ours),
      row.peer ? `${row.peer.name} ${rate(one, row.peer)}` : '',
      row.ratio ? times(row.ratio) + mark(row.ratio, goal.ratio) : '',
      goal.ratio ? times(goal.ratio) : '',
      row.part ? row.part.toFixed(2) + mark(row.part, goal.limit) : '',
      goal.limit ? goal.limit.toFixed(2) : '',
      row.strict ? row.strict.toFixed(2) : '',
      row.ours.error,
      row.peer?.error ?? '',
    ]);
  }
  const parts = [columns(lines)];
  if (ratios.length > 1 && !result.quick) {
    const mean = Math.exp(ratios.reduce((sum, ratio) => sum + Math.log(ratio), 0) / ratios.length);
    parts.push(`geometric mean of ${ratios.length} ratios with a goal: ${times(mean)}${mark(mean, MEAN)} (goal ${times(MEAN)})`);
  }
  return parts.join('\n\n');
}

/** Every candidate against every case: best time, as GFLOP/s for products. */
export function matrix(result) {
  const names = [...new Set(result.cases.flatMap((one) => one.rows.map((row) => row.name)))];
  const head = ['candidate', ...result.cases.map((one) => one.id)];
  const line = (name) => [name, ...result.cases.map((one) => {
    const row = one.rows.find((row) => row.name === name);
    return row ? (one.flops && !row.bytes ? ((row.flops ?? one.flops) / row.best_us / 1e3).toFixed(1) : time(row.best_us)) : '';
  })];
  return columns([head, ...names.map(line)]);
}
