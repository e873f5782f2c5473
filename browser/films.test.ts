import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openChromium } from './chromium.ts';
import { visit } from './site/visit.ts';

let browser: Browser;
const { sessions } = inject('site');

beforeAll(async () => {
  browser = await openChromium();
});
afterAll(() => browser.close());

const folder = mkdtempSync(join(tmpdir(), 'passerelle-films-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/**
 * A file that begins like MP4, so that it is taken; long enough for three pieces. It lies on the disk: what was begun is found
 * again by the file's name, size and day.
 */
function film(name: string): string {
  const start = Buffer.from('\0\0\0\x18ftypmp42\0\0\0\0mp42isom', 'latin1');
  writeFileSync(join(folder, name), Buffer.concat([start, Buffer.alloc(9_000_000, 7)]));
  return join(folder, name);
}

type Go = (path: string) => Promise<unknown>;

/** The sample course in English, as its authors see it. */
async function sampleCourse(page: Page, go: Go): Promise<string> {
  await go('/en/teach?all=yes');
  const link = page.getByRole('link', { name: /^Safe and at ease online/ }).first();
  return (await link.getAttribute('href')) ?? '';
}

async function filmPage(page: Page, go: Go): Promise<string> {
  await go(`${await sampleCourse(page, go)}/films`);
  const link = page.getByRole('link', { name: /a second step at the door/ }).first();
  return (await link.getAttribute('href')) ?? '';
}

describe('an author', () => {
  it('sends a film over a network that breaks, goes on after a reload, and puts it into a unit', async () => {
    const { page, go } = await visit(browser, { storageState: sessions.operator });
    await go(`${await sampleCourse(page, go)}/films`);
    let pieces = 0;
    await page.route('**/films/uploads/*', async (route) => {
      const isPiece = route.request().method() === 'PATCH';
      if (isPiece && (pieces += 1) >= 2) await route.abort('connectionreset');
      else await route.continue();
    });
    const rain = film('Rain.mp4');
    const send = async () => {
      await page.setInputFiles('#film', rain);
      await page.getByRole('button', { name: 'Send the video' }).click();
    };
    await send();
    await page.waitForFunction(() => /4\d%/.test(document.querySelector('[data-said]')?.textContent ?? ''));
    await page.unroute('**/films/uploads/*');
    page.once('dialog', (dialog) => void dialog.accept());
    await page.reload();
    await page.locator('.film-begun bdi').filter({ hasText: 'Rain.mp4' }).waitFor();
    const [asked] = await Promise.all([
      page.waitForRequest((request) => request.method() === 'HEAD' && request.url().includes('/uploads/')),
      send(),
    ]);
    expect(asked.url()).toContain('/films/uploads/');
    await page.getByRole('button', { name: 'Put it there Rain.mp4' }).click();
    await page.getByRole('heading', { level: 1, name: 'Rain' }).waitFor();
  });

  it('sends a film without a script', async () => {
    const { page, noise, go } = await visit(browser, {
      storageState: sessions.operator,
      javaScriptEnabled: false,
    });
    await go(`${await sampleCourse(page, go)}/films`);
    await page.setInputFiles('#film', film('Snow.mp4'));
    await page.getByRole('button', { name: 'Send the video' }).click();
    await page.getByText('“Snow.mp4” has arrived.').waitFor();
    expect(noise).toEqual([]);
  });

  it('writes captions beside the film: saved by themselves, split at the cursor, the film left where it is', async () => {
    const { page, noise, go } = await visit(browser, { storageState: sessions.operator });
    await go(`${await filmPage(page, go)}/captions/en`);
    await page.locator('#text-0').fill('One thing. And another.');
    await page.getByText('What you typed is saved.').waitFor();
    await page.evaluate(() => document.querySelector('video')?.setAttribute('data-same', 'yes'));
    await page.locator('#text-0').press('Home');
    for (let letter = 0; letter < 10; letter += 1) await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Alt+Enter');
    await page.waitForFunction(
      () => document.querySelector<HTMLTextAreaElement>('#text-0')?.value === 'One thing.',
    );
    expect(await page.locator('#text-1').inputValue()).toBe('And another.');
    expect(await page.locator('video[data-same]').count()).toBe(1);
    await page.locator('#q').fill('another');
    await page.locator('#voice').filter({ hasText: '1 line found' }).waitFor({ state: 'attached' });
    await go(`${await filmPage(page, go)}/captions/en`);
    expect(await page.locator('#text-0').inputValue()).toBe('One thing.');
    expect(noise).toEqual([]);
  });
});

describe('a learner', () => {
  it('reads what is said, searches it, and changes the speed; nothing of another site is loaded', async () => {
    const { page, noise, go } = await visit(browser, { storageState: sessions.operator });
    const { url } = inject('site');
    const elsewhere: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(url) && request.url().startsWith('http')) elsewhere.push(request.url());
    });
    await go(await filmPage(page, go));
    await page.getByRole('button', { name: '1.5×' }).click();
    expect(await page.evaluate(() => document.querySelector('video')?.playbackRate)).toBe(1.5);
    await page.getByLabel('Search what is said').fill('thief');
    await page.getByText(/^Lines found: [1-9]/).waitFor();
    const time = page.locator('.transcript-text button.cue-at').first();
    const plays = await page.evaluate(() =>
      document.createElement('video').canPlayType('video/mp4; codecs="avc1.42E01E"'),
    );
    await time.click();
    if (plays !== '') await page.locator('[data-t][aria-current]').first().waitFor();
    expect(elsewhere).toEqual([]);
    expect(noise).toEqual([]);
  });
});
