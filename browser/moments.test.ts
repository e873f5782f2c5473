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

const secondOf = (page: Page, block: string): Promise<number> =>
  page.locator(`#${block} video`).evaluate((film) => (film as HTMLVideoElement).currentTime);

const seek = (page: Page, block: string, second: number): Promise<void> =>
  page.locator(`#${block} video`).evaluate((film, to) => {
    (film as HTMLVideoElement).currentTime = to;
  }, second);

const play = (page: Page, block: string): Promise<void> =>
  page.locator(`#${block} video`).evaluate((film) => {
    (film as HTMLVideoElement).muted = true;
    return (film as HTMLVideoElement).play();
  });

it('a note takes the moment of the film that plays, and brings the film back there', async () => {
  const { page, noise } = await hands.learner('u-films', { viewport: { width: 360, height: 740 } });
  await play(page, 'whole');
  await seek(page, 'whole', 21);
  await expect.poll(() => secondOf(page, 'whole')).toBeGreaterThan(21);
  await page.locator('#note-text').fill('Le triangle');
  expect(await page.locator('#note-at').inputValue()).toMatch(/^0:2[1-9]$/);
  await page.locator('#note-at').fill('0:25');
  await page.locator('.note-form').getByRole('button', { name: 'Enregistrer' }).click();
  const moment = page.locator('.note-at', { hasText: '0:25' });
  await moment.waitFor();
  await seek(page, 'whole', 2);
  await moment.click();
  await expect.poll(() => secondOf(page, 'whole')).toBeGreaterThanOrEqual(25);
  expect(await secondOf(page, 'whole')).toBeLessThan(35);

  await page.goto('/fr/learn/a-la-main/-/notes');
  await page.locator('.note-at', { hasText: '0:25' }).click();
  await page.waitForURL('**/u-films?t=25&film=whole#whole');
  await expect.poll(() => secondOf(page, 'whole')).toBe(25);
  expect(noise).toEqual([]);
  await page.context().close();
});

it('a part of a film begins at its start and stops at its end', async () => {
  const { page } = await hands.learner('u-films');
  await play(page, 'cut');
  await expect.poll(() => secondOf(page, 'cut')).toBeGreaterThanOrEqual(10);
  await seek(page, 'cut', 30);
  await expect.poll(() => secondOf(page, 'cut')).toBe(13);
  expect(await page.locator('#cut video').evaluate((film) => (film as HTMLVideoElement).paused)).toBe(true);
  await seek(page, 'cut', 1);
  await expect.poll(() => secondOf(page, 'cut')).toBe(10);
  await page.context().close();
});

it('a film of another site is asked for with its start, and with the moment of a note', async () => {
  const { page } = await hands.learner('u-films');
  await page.route('https://www.youtube-nocookie.com/**', (route) => route.fulfill({ body: '' }));
  await page.locator('#outside [data-load]').click();
  expect(await page.locator('#outside iframe').getAttribute('src')).toMatch(/abcdefghijk\?.*&start=5$/);
  await page.goto('/fr/learn/a-la-main/u-films?t=17&film=outside');
  expect(await page.locator('#outside [data-src]').getAttribute('data-src')).toMatch(/&start=17$/);
  await page.context().close();
});
