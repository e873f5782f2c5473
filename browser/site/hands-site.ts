import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { projectRoot } from '../../src/platform/config/project-root.ts';
import { type RunningSite, startSite } from '../../src/platform/testing/running-site.ts';
import { listenForNoise } from './faults.ts';
import { packHandsCourse } from './hands-course.ts';

export interface Tab {
  readonly page: Page;
  readonly noise: readonly string[];
}

/** A site of its own with the course of `packHandsCourse`. */
export interface HandsSite {
  readonly site: RunningSite;
  /** A tab of a new learner's in a unit of the course, with what its console should not have said. */
  learner(unit: string, options?: BrowserContextOptions): Promise<Tab>;
  /** A tab of the operator's on a page of the course's authoring: '/blocks/drag'. */
  author(end: string, options?: BrowserContextOptions): Promise<Tab>;
}

export async function openHandsSite(browser: Browser): Promise<HandsSite> {
  const site = await startSite();
  const script = join(projectRoot(), 'scripts', 'passerelle.mjs');
  const course = await packHandsCourse(join(site.dataDir, 'hands.zip'));
  const env = { ...process.env, DATA_DIR: site.dataDir, BASE_URL: site.url };
  await promisify(execFile)(process.execPath, [script, 'import-package', course, '--publish'], { env });
  const tabOf = async (who: string, options: BrowserContextOptions): Promise<Page> => {
    const context = await browser.newContext({ baseURL: site.url, ...options });
    const page = await context.newPage();
    page.setDefaultTimeout(12_000);
    await signIn(page, site.dataDir, who);
    return page;
  };
  return {
    site,
    author: async (end, options = {}) => {
      const page = await tabOf('operator@', options);
      await page.goto('/fr/teach?all=yes');
      const course = await page.locator('a', { hasText: 'À la main' }).first().getAttribute('href');
      const noise = listenForNoise(page);
      await page.goto(`${course ?? ''}${end}`);
      return { page, noise };
    },
    learner: async (unit, options = {}) => {
      const page = await tabOf('learner@', options);
      await page.goto('/fr/learn/a-la-main');
      const joining = page.locator('form[action$="/join"] button');
      if ((await joining.count()) > 0) await joining.first().click();
      const noise = listenForNoise(page);
      await page.goto(`/fr/learn/a-la-main/${unit}`);
      return { page, noise };
    },
  };
}

async function signIn(page: Page, dataDir: string, who: string): Promise<void> {
  const lines = readFileSync(join(dataDir, 'sample-sign-ins.txt'), 'utf8').split('\n');
  const [address = '', password = ''] = lines.find((line) => line.startsWith(who))?.split(/\s+/) ?? [];
  await page.goto('/fr/sign-in');
  await page.locator('input[name=address]').fill(address);
  await page.locator('input[name=password]').fill(password);
  await page.locator('main form button.first').click();
  await page.waitForURL((url) => !url.pathname.endsWith('/sign-in'));
}
