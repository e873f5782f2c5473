import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { langs } from '../src/platform/i18n/languages.ts';
import { openChromium } from './chromium.ts';
import { type KitSite, openKitSite } from './kit/kit-site.ts';

let browser: Browser;
let site: KitSite;

beforeAll(async () => {
  [browser, site] = await Promise.all([openChromium(), openKitSite()]);
});

afterAll(async () => {
  await browser.close();
  await site.close();
});

describe('every element of the kit', () => {
  it.each([
    ['fr', 1280, 'light'],
    ['ar', 360, 'dark'],
  ] as const)('leaves axe nothing to say: %s at %i pixels, %s', async (lang, width, theme) => {
    const context = await browser.newContext({ viewport: { width, height: 900 } });
    const page = await context.newPage();
    const noise: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') noise.push(message.text());
    });
    await page.goto(`${site.url}/${lang}/design?theme=${theme}`);
    const { violations, passes } = await new AxeBuilder({ page }).analyze();
    expect(
      violations.map((each) => `${each.id}: ${each.nodes.map((node) => node.target).join(', ')}`),
    ).toEqual([]);
    expect(passes.length).toBeGreaterThan(30);
    expect(noise).toEqual([]);
    await context.close();
  });

  it.each(langs)('never scrolls sideways on a phone, in %s', async (lang) => {
    const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
    const page = await context.newPage();
    await page.goto(`${site.url}/${lang}/design`);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    await context.close();
  });

  it('gives fingers 44 pixels', async () => {
    const context = await browser.newContext({
      viewport: { width: 360, height: 740 },
      hasTouch: true,
      isMobile: true,
    });
    const page = await context.newPage();
    await page.goto(`${site.url}/fr/design`);
    await page.locator('details').evaluateAll((all) => all.forEach((each) => each.setAttribute('open', '')));
    const small = await page
      .locator('.btn, .input, .facet, .choice, .menu > summary, .pages a, .tabs a, a.chip, .segments button')
      .evaluateAll((all) =>
        all
          .map((each) => ({ box: each.getBoundingClientRect(), html: each.outerHTML.slice(0, 90) }))
          .filter(({ box }) => box.width > 0 && (box.height < 43.9 || box.width < 43.9))
          .map(({ box, html }) => `${Math.round(box.width)}x${Math.round(box.height)} ${html}`),
      );
    expect(small).toEqual([]);
    await context.close();
  });

  it('prints without the shell', async () => {
    const page = await browser.newPage();
    await page.goto(`${site.url}/fr/design`);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.foot nav').first().isVisible()).toBe(false);
    expect(await page.locator('h1').isVisible()).toBe(true);
    await page.close();
  });
});
