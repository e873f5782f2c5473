import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openChromium } from './chromium.ts';
import { layoutFaults } from './site/faults.ts';
import { visit } from './site/visit.ts';

let browser: Browser;
const { places } = inject('site');

beforeAll(async () => {
  browser = await openChromium();
});
afterAll(() => browser.close());

describe.each([
  ['Arabic', 'ar', 'rtl', 'ar-MA', 'دورة'],
  ['Chinese', 'zh', 'ltr', 'zh-CN', '管理'],
] as const)('a newcomer who reads %s', (_name, lang, direction, locale, words) => {
  it('is met in that language, and searches in it', async () => {
    const { page, path, noise, go } = await visit(browser, { locale, viewport: { width: 360, height: 740 } });
    await go('/');
    expect(await page.locator('html').getAttribute('lang')).toBe(lang);
    expect(await page.evaluate(() => getComputedStyle(document.body).direction)).toBe(direction);
    await page.getByRole('searchbox').fill(words);
    await page.getByRole('searchbox').press('Enter');
    await page.waitForURL(`**/${lang}/courses?*`);
    expect(path()).toContain(encodeURIComponent(words));
    expect(await layoutFaults(page)).toEqual([]);
    expect(noise).toEqual([]);
    await page.context().close();
  });

  it('sees a course mirrored the way the language runs', async () => {
    const { page, go } = await visit(browser, { locale });
    await go(`/${lang}/courses/${places.course}`);
    const brand = await page.locator('.brand').boundingBox();
    const decision = await page.locator('.decision').boundingBox();
    const title = await page.locator('h1').boundingBox();
    const starts = direction === 'rtl' ? 'right' : 'left';
    expect((brand?.x ?? 0) < 640 ? 'left' : 'right').toBe(starts);
    expect((decision?.x ?? 0) > (title?.x ?? 0) ? 'left' : 'right').toBe(starts);
    expect(await layoutFaults(page)).toEqual([]);
    await page.context().close();
  });
});
