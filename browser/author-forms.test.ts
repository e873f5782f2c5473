import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openChromium } from './chromium.ts';
import { type HandsSite, handsSite } from './site/hands-site.ts';

let browser: Browser;
let hands: HandsSite;
const folder = mkdtempSync(join(tmpdir(), 'passerelle-forms-'));

beforeAll(async () => {
  browser = await openChromium();
  hands = handsSite(browser);
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

const numbers = async (page: Page, row: number): Promise<number[]> =>
  (await page.locator(`[name="places.${row}.at"]`).inputValue()).split(', ').map(Number);

async function pull(page: Page, from: [number, number], to: [number, number]): Promise<void> {
  const board = page.locator('.draw-board');
  await board.scrollIntoViewIfNeeded();
  const box = await board.boundingBox();
  if (!box) throw new Error('there is no picture');
  const spot = ([x, y]: [number, number]) => [box.x + box.width * x, box.y + box.height * y] as const;
  await page.mouse.move(...spot(from));
  await page.mouse.down();
  await page.mouse.move(...spot([(from[0] + to[0]) / 2, (from[1] + to[1]) / 2]));
  await page.mouse.move(...spot(to));
  await page.mouse.up();
}

it('an author draws places on the picture, moves and resizes them, and the form keeps them', async () => {
  const { page, noise } = await hands.author('/blocks/drag/questions/drag-q');
  expect(await page.locator('button.draw-place').count()).toBe(2);
  // a third place, pulled open where nothing is: its row comes by itself
  await pull(page, [0.6, 0.1], [0.9, 0.3]);
  await page.locator('[name="places.2.at"]').waitFor();
  await expect.poll(() => numbers(page, 2)).toHaveLength(4);
  const [x = 0, y = 0, width = 0, height = 0] = await numbers(page, 2);
  for (const [is, wanted] of [
    [x, 60],
    [y, 10],
    [width, 30],
    [height, 20],
  ] as const)
    expect(Math.abs(is - wanted)).toBeLessThan(1.5);
  // moved by mouse, then by arrows, then made larger
  await pull(page, [0.7, 0.2], [0.6, 0.25]);
  await expect.poll(async () => Math.round((await numbers(page, 2))[0] ?? 0)).toBe(Math.round(x - 10));
  const before = await numbers(page, 2);
  await page.locator('button.draw-place').nth(2).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowDown');
  const after = await numbers(page, 2);
  expect(after.map((value, at) => Math.round(value - (before[at] ?? 0)))).toEqual([1, 0, 0, 1]);
  expect(await page.locator('#voice').textContent()).toContain('Zone 3');

  await page.locator('[name="places.2.label"]').fill('En haut à droite');
  await page.locator('.form-end').getByRole('button', { name: 'Enregistrer' }).click();
  await page.waitForURL('**/questions*');
  await page.goBack();
  await page.goto(page.url().replace(/\/questions.*$/, '/questions/drag-q'));
  expect(await numbers(page, 2)).toEqual(after);
  expect(noise).toEqual([]);
  await page.context().close();
});

it('numbers that are typed are drawn, and without script there are the numbers alone', async () => {
  const { page } = await hands.author('/blocks/point/questions/point-q', {
    viewport: { width: 360, height: 740 },
  });
  await page.locator('[name="places.0.at"]').fill('50, 50, 10, 10');
  const style = () => page.locator('button.draw-place').first().getAttribute('style');
  await expect.poll(style).toContain('left: 50%');
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
  await page.context().close();
  const plain = await hands.author('/blocks/point/questions/point-q', { javaScriptEnabled: false });
  expect(await plain.page.locator('.draw-board').count()).toBe(0);
  expect(await numbers(plain.page, 0)).toEqual([4, 4, 40, 40]);
  await plain.page.context().close();
});

/** A file that begins like MP4, so that it is taken. */
function film(name: string): string {
  const start = Buffer.from('\0\0\0\x18ftypmp42\0\0\0\0mp42isom', 'latin1');
  writeFileSync(join(folder, name), Buffer.concat([start, Buffer.alloc(5_000_000, 7)]));
  return join(folder, name);
}

const save = (page: Page) => page.locator('.form-end').getByRole('button', { name: 'Enregistrer' }).click();
const chosen = (page: Page) => page.locator('select[name="content.file"] option:checked').textContent();

it('a film is sent from the form of its block, and chosen there', async () => {
  const { page, noise } = await hands.author('/units/u-films/add/video', {
    viewport: { width: 360, height: 740 },
  });
  let pieces = 0;
  page.on('request', (request) => (pieces += request.method() === 'PATCH' ? 1 : 0));
  await page.locator('input[type=file]').setInputFiles(film('Pluie.mp4'));
  await expect.poll(() => chosen(page)).toContain('Pluie.mp4');
  expect(pieces).toBe(2);
  await page.locator('[name=title]').fill('La pluie');
  await save(page);
  await page.waitForURL('**/units/u-films*');
  await page.getByRole('link', { name: /^Modifier.*La pluie/ }).click();
  expect(await chosen(page)).toContain('Pluie.mp4');
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
  expect(noise).toEqual([]);
  await page.context().close();
});

it('without script a film of the course is chosen from the menu', async () => {
  const { page } = await hands.author('/blocks/outside', { javaScriptEnabled: false });
  const menu = page.locator('select[name="content.file"]');
  await menu.selectOption({ index: 1 });
  const wanted = await menu.inputValue();
  await page.locator('summary', { hasText: 'Montrer une partie' }).click();
  expect(await page.locator('[name="content.start"]').inputValue()).toBe('5');
  await page.locator('[name="content.end"]').fill('12,5');
  await save(page);
  await page.waitForURL('**/units/u-films*');
  await page.goto(page.url().replace(/\/units.*$/, '/blocks/outside'));
  expect(await menu.inputValue()).toBe(wanted);
  expect(await page.locator('[name="content.end"]').inputValue()).toBe('12.5');
  await page.context().close();
});
