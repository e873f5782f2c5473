import { existsSync } from 'node:fs';
import { type BrowserServer, chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { type Furnished, furnishSite } from './furnish-site.ts';
import { startSite } from '../../src/platform/testing/running-site.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    site: Furnished & { readonly url: string; readonly chromium: string };
  }
}

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
function launchChromium(): Promise<BrowserServer> {
  const known = [process.env['CHROMIUM_PATH'], chromium.executablePath(), '/usr/bin/chromium'];
  const executablePath = known.find((path) => path !== undefined && existsSync(path));
  if (!executablePath) throw new Error('no Chromium here: npm test installs one, or set CHROMIUM_PATH');
  return chromium.launchServer({ executablePath, args: quiet });
}

/** Before all journeys: one platform with its sample, and one Chromium. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const [site, server] = await Promise.all([startSite(), launchChromium()]);
  const stop = async () => {
    await server.close();
    await site.stop();
  };
  try {
    const browser = await chromium.connect(server.wsEndpoint());
    const furnished = await furnishSite(site, browser);
    await browser.close();
    project.provide('site', { url: site.url, chromium: server.wsEndpoint(), ...furnished });
  } catch (error) {
    await stop();
    throw error;
  }
  return stop;
}
