import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openChromium } from './chromium.ts';
import { type HandsSite, handsSite } from './site/hands-site.ts';

let browser: Browser;
let hands: HandsSite;

beforeAll(async () => {
  browser = await openChromium();
  hands = handsSite(browser);
});
afterAll(() => browser.close());

const clock = (page: Page, set: string) => page.locator(`#${set}-clock`);

/** "Encore 5:42" in seconds. */
async function secondsOn(page: Page, set: string): Promise<number> {
  const [, minutes, seconds] = /(\d+):(\d\d)/.exec((await clock(page, set).textContent()) ?? '') ?? [];
  return Number(minutes) * 60 + Number(seconds);
}

async function begin(page: Page, set: string): Promise<void> {
  await page.locator(`#${set}`).getByRole('button', { name: 'Commencer' }).click();
  await page.locator(`#${set}-clock[data-counts]`).waitFor();
}

it('counts down from what the server says, whatever the clock of the device says', async () => {
  const { page, noise } = await hands.learner('u-time', { viewport: { width: 360, height: 740 } });
  await page.clock.install({ time: new Date('2001-01-01T00:00:00Z') });
  await page.reload();
  await begin(page, 'timed');
  const first = await secondsOn(page, 'timed');
  expect(first).toBeGreaterThan(340);
  expect(first).toBeLessThanOrEqual(360);
  await page.clock.runFor(65_000);
  expect(await page.locator('#voice').textContent()).toMatch(/^Encore 5.minutes$/);
  expect(await secondsOn(page, 'timed')).toBeLessThan(300);
  // the device believes that all is over; the server knows better, and the count goes on from there
  await page.clock.runFor(400_000);
  await expect.poll(() => secondsOn(page, 'timed')).toBeGreaterThan(330);
  expect(await page.locator('#timed-form').evaluate((form) => (form as HTMLElement).inert)).toBe(false);
  // a reload, and without script: in words
  await page.reload();
  expect(await secondsOn(page, 'timed')).toBeGreaterThan(330);
  expect(noise).toEqual([]);
  await page.context().close();
});

it(
  'sends what is there when it is over; a tab that knows less takes nothing away',
  { timeout: 120_000 },
  async () => {
    const { page } = await hands.learner('u-time');
    await begin(page, 'short');
    const other = await page.context().newPage();
    await other.goto(page.url());
    await other.locator('#short-clock[data-counts]').waitFor();
    await page.locator('#short input[type=text]').fill('terre');

    for (const tab of [page, other]) {
      await tab.locator('#short .question-mark.right').waitFor({ timeout: 60_000 });
      expect(await tab.locator('#short input[type=text]').inputValue()).toBe('terre');
    }
    await page.context().close();
  },
);
