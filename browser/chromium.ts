import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Chromium as the gate found it (CHROMIUM_PATH), else Playwright's own or the system's. */
export function openChromium(): Promise<Browser> {
  const known = [process.env['CHROMIUM_PATH'], chromium.executablePath(), '/usr/bin/chromium'];
  const executablePath = known.find((path) => path !== undefined && existsSync(path));
  if (!executablePath) throw new Error('no Chromium here: npm test installs one, or set CHROMIUM_PATH');
  return chromium.launch({ executablePath, args: quiet });
}
