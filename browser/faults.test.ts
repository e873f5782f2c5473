import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openChromium } from './chromium.ts';
import {
  axeFaults,
  layoutFaults,
  listenForNoise,
  listenForStrangers,
  strangeCookies,
} from './site/faults.ts';

const { url } = inject('site');
let browser: Browser;
let page: Page;
let noise: string[];

beforeAll(async () => {
  browser = await openChromium();
  page = await browser.newPage({ viewport: { width: 360, height: 740 } });
  noise = listenForNoise(page);
});

afterAll(() => browser.close());

/** A page of ours with something bad planted in it. */
async function plant(html: string): Promise<void> {
  await page.goto(`${url}/fr/ranking`);
  await page.evaluate((bad) => {
    const place = document.createElement('div');
    place.innerHTML = bad;
    // Our own content policy allows no style in markup; the planter sets it as a script of ours may.
    for (const each of place.querySelectorAll<HTMLElement>('[data-style]'))
      each.style.cssText = each.dataset['style'] ?? '';
    document.querySelector('main')?.append(place);
  }, html);
}

describe('what looks for strangers', () => {
  it('sees a picture of another site, and a cookie that no page names', async () => {
    const context = await browser.newContext();
    const visited = await context.newPage();
    const strangers = listenForStrangers(visited, url);
    await visited.route('https://stranger.invalid/**', (route) => route.fulfill({ body: '' }));
    await visited.setContent(
      '<img src="https://stranger.invalid/pixel.png"><img src="data:image/gif;base64,">',
    );
    expect(strangers).toEqual(['asks https://stranger.invalid for image']);
    await context.addCookies([
      { name: 'tracker', value: '1', url },
      { name: '__Host-session', value: '1', url: 'https://localhost/' },
    ]);
    expect(await strangeCookies(visited)).toEqual(['sets the cookie tracker']);
    await context.close();
  });
});

describe('what looks for faults', () => {
  it('sees a page that scrolls sideways, and what makes it so', async () => {
    await plant('<p data-style="inline-size: 500px">Wide</p>');
    expect(await layoutFaults(page)).toEqual([expect.stringMatching(/wide in 360: .*<p data-style/)]);
  });

  it('sees words that are cut off', async () => {
    await plant(
      '<p data-style="inline-size: 60px; overflow: hidden; white-space: nowrap">Cut in the middle</p>',
    );
    expect(await layoutFaults(page)).toEqual([expect.stringContaining('cut off')]);
  });

  it('sees what axe sees', async () => {
    await plant('<p data-style="color: #bbb; background: #fff">Pale</p><img src="/icon.svg">');
    const faults = await axeFaults(page);
    expect(faults.some((fault) => fault.startsWith('color-contrast'))).toBe(true);
    expect(faults.some((fault) => fault.startsWith('image-alt'))).toBe(true);
  });

  it('hears what the content policy stops', async () => {
    noise.length = 0;
    await plant('<p style="color: red">Red</p>');
    await plant('<img src="https://elsewhere.example/x.png" alt="x">');
    await expect.poll(() => noise.length).toBeGreaterThanOrEqual(2);
  });

  it('finds nothing on the page itself', async () => {
    await page.goto(`${url}/fr/ranking`);
    noise.length = 0;
    expect([...(await layoutFaults(page)), ...(await axeFaults(page)), ...noise]).toEqual([]);
  });
});
