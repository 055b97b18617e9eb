// Opens a page in a headless Chromium with a profile of its own.
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

/** $CHROME, or the first browser of a known name on the path. */
export function find() {
  if (process.env.CHROME) return process.env.CHROME;
  const found = NAMES.find((name) => spawnSync(name, ['--version']).status === 0);
  if (!found) throw new Error('no Chromium found: set CHROME to its path');
  return found;
}

export function version(chrome) {
  return spawnSync(chrome, ['--version'], { encoding: 'utf8' }).stdout?.trim() ?? 'unknown';
}

/** Opens `url`; `failed` rejects when the browser ends on its own. */
export function open(chrome, url) {
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'matwalk-bench-'));
  const flags = [
    '--headless',
    '--disable-gpu',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-extensions',
    `--user-data-dir=${profile}`,
  ];
  // The sandbox of Chromium does not work for root, as in most containers.
  if (process.getuid?.() === 0) flags.push('--no-sandbox');
  const browser = spawn(chrome, [...flags, url], { stdio: 'ignore' });
  let closing = false;
  const failed = new Promise((_, reject) => {
    browser.on('error', reject);
    browser.on('exit', (code) => closing || reject(new Error(`the browser ended with status ${code}`)));
  });
  const close = async () => {
    closing = true;
    const ended = new Promise((resolve) => browser.once('exit', resolve));
    if (browser.exitCode === null && browser.kill()) await ended;
    // The browser's other processes may still be writing for a moment. A folder left behind is no reason to lose figures.
    try {
      fs.rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
    } catch (error) {
      console.warn(`left behind: ${profile} (${error.code})`);
    }
  };
  return { failed, close };
}
