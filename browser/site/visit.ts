import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { inject } from 'vitest';
import { listenForNoise } from './faults.ts';

/** Somebody's tab on the site; what it should not have said in the console is kept. */
export interface Visit {
  readonly page: Page;
  readonly noise: readonly string[];
  /** Path and query of where one is. */
  path(): string;
  go(path: string): Promise<void>;
}

/** Opens a tab of its own browser profile. */
export async function visit(browser: Browser, options: BrowserContextOptions = {}): Promise<Visit> {
  const { url } = inject('site');
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    baseURL: url,
    ...options,
  });
  const page = await context.newPage();
  // A journey that waits this long for something has lost its way.
  page.setDefaultTimeout(12_000);
  return {
    page,
    noise: listenForNoise(page),
    path: () => new URL(page.url()).pathname + new URL(page.url()).search,
    go: async (path) => void (await page.goto(path)),
  };
}
