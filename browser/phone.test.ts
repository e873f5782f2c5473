import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openChromium } from './chromium.ts';
import { layoutFaults } from './site/faults.ts';
import { visit } from './site/visit.ts';

let browser: Browser;
const { places } = inject('site');
const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
/** 400 kbit/s, 400 ms: a weak link in the country. */
const weakLink = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };
/** What the house promises, and how far above it a busy machine may come before it is no longer the machine. */
const budgetMs = 2_000;
const farAbove = 3 * budgetMs;

beforeAll(async () => {
  browser = await openChromium();
});
afterAll(() => browser.close());

/** First contentful paint with a cold cache, milliseconds. */
async function firstPaint(path: string): Promise<number> {
  const here = await visit(browser, phone);
  const devTools = await here.page.context().newCDPSession(here.page);
  await devTools.send('Network.enable');
  await devTools.send('Network.emulateNetworkConditions', weakLink);
  await here.go(path);
  const paint = await here.page.evaluate(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Infinity,
  );
  await here.page.context().close();
  return paint;
}

describe('somebody on a phone with a weak link', () => {
  it.each([
    ['the list', '/fr/courses'],
    ['a course', `/fr/courses/${places.course}`],
  ])('sees %s soon', async (what, path) => {
    const paints: number[] = [];
    for (let turn = 0; turn < 5; turn += 1) paints.push(await firstPaint(path));
    const median = paints.toSorted((a, b) => a - b)[2] ?? Infinity;
    console.log(`first contentful paint of ${what}: ${Math.round(median)} ms (budget ${budgetMs} ms)`);
    expect(median).toBeLessThan(farAbove);
  });

  it('filters in a sheet, reads a course, and never scrolls sideways', async () => {
    const { page, noise, go } = await visit(browser, phone);
    await go('/fr/courses');
    await page.getByText('Filtrer').first().tap();
    await page.locator('label.facet', { hasText: 'Débutant' }).getByRole('checkbox').check();
    await page.waitForURL('**/fr/courses?*level=beginner*');
    await page.getByRole('button', { name: /^Voir/ }).tap();
    expect(await layoutFaults(page)).toEqual([]);
    await page.locator('article.course a').first().tap();
    await page.locator('article.course-page').waitFor();
    expect(await layoutFaults(page)).toEqual([]);
    expect(await page.locator('.decision a.btn.first').isVisible()).toBe(true);
    expect(noise).toEqual([]);
    await page.context().close();
  });
});
