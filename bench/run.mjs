// Builds what is missing, measures it in one page of a headless Chromium, prints tables and writes JSON. See README.md.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buildOurs, buildPeers, root } from './lib/build.mjs';
import * as chrome from './lib/chrome.mjs';
import { serve } from './lib/serve.mjs';
import { matrix, report } from './lib/table.mjs';

const FLAGS = { '--rounds': 'rounds', '--sample': 'sample', '--cases': 'cases', '--only': 'only' };
const USAGE = 'usage: node run.mjs [--quick] [--rounds N] [--sample MS] [--cases REGEX] [--only REGEX] [--out FILE] [--no-build] [--matrix]';
const MAX_MINUTES = 45;

function options(args) {
  const found = { quick: false, build: true, matrix: false, out: path.join(root, 'result.json'), page: {} };
  for (let i = 0; i < args.length; i++) {
    const flag = args[i];
    if (flag === '--quick') found.quick = true;
    else if (flag === '--no-build') found.build = false;
    else if (flag === '--matrix') found.matrix = true;
    else if (flag === '--out' && i + 1 < args.length) found.out = path.resolve(args[++i]);
    else if (FLAGS[flag] && i + 1 < args.length) found.page[FLAGS[flag]] = args[++i];
    else throw new Error(`${flag} is not understood\n${USAGE}`);
  }
  return found;
}

async function measure(query) {
  const extra = { '/npm/': path.join(root, 'npm/node_modules') };
  const server = await serve(root, extra, (id) => console.log(`  ${id}`));
  const browser = chrome.find();
  const page = chrome.open(browser, `http://127.0.0.1:${server.port}/page/index.html?${query}`);
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no result after ${MAX_MINUTES} minutes`)), MAX_MINUTES * 60e3);
  });
  try {
    const result = await Promise.race([server.result, page.failed, late]);
    return { ...result, browser: chrome.version(browser) };
  } finally {
    clearTimeout(timer);
    await page.close();
    server.close();
  }
}

async function main() {
  const { quick, build, matrix: all, out, page } = options(process.argv.slice(2));
  if (build) {
    console.log('building the kernels and the limits');
    buildOurs();
    if (!quick) {
      console.log('building the peers (the first time some minutes)');
      buildPeers(fs.existsSync);
    }
  }
  console.log('measuring');
  const query = new URLSearchParams(page);
  if (!quick) query.set('full', '');
  const started = new Date();
  const load = os.loadavg()[0];
  const result = await measure(query);
  if (result.fatal) throw new Error(result.fatal);
  const run = { when: started.toISOString(), cpu: os.cpus()[0]?.model.trim(), load: [load, os.loadavg()[0]], quick, ...result };
  fs.writeFileSync(out, `${JSON.stringify(run, null, 1)}\n`);
  console.log(`\n${report(run)}`);
  if (all || quick) console.log(`\n${matrix(run)}`);
  if (run.first) {
    const { size, first_ms, best_ms, full_speed_at_ms, full_speed_call } = run.first;
    console.log(`\nfirst ${size} x ${size} product ${first_ms.toFixed(1)} ms, best ${best_ms.toFixed(1)} ms; full speed from call ${full_speed_call}, ${full_speed_at_ms.toFixed(0)} ms after compiling began`);
    const { grew_bytes, grew_again_bytes } = run.memory;
    console.log(`memory beyond the operands at ${run.memory.size} x ${run.memory.size}: ${grew_bytes / 1024} KiB, again ${grew_again_bytes / 1024} KiB`);
  }
  for (const failure of run.failures) console.log(`not measured: ${failure}`);
  console.log(`\n${run.browser}, ${run.cpu}, load ${run.load.map((x) => x.toFixed(1)).join(' to ')}; written to ${out}`);
}

main().catch((error) => {
  console.error(String(error.message ?? error));
  process.exitCode = 1;
});
