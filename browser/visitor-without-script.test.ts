import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openChromium } from './chromium.ts';
import * as journey from './site/find-a-course.ts';
import { type Visit, visit } from './site/visit.ts';

let browser: Browser;
let here: Visit;

beforeAll(async () => {
  browser = await openChromium();
});
beforeEach(async () => {
  here = await visit(browser, { javaScriptEnabled: false });
});
afterEach(async () => {
  expect(here.noise).toEqual([]);
  await here.page.context().close();
});
afterAll(() => browser.close());

describe('a visitor without script', () => {
  it('finds a course in spite of a typing mistake', () => journey.searchWithMistake(here));
  it('narrows the list and gets what the box said', () =>
    journey.narrow(here, () => here.page.getByRole('button', { name: 'Appliquer les filtres' }).click()));
  it('opens a course and its organiser', () => journey.openCourse(here));
  it('is never too late', () => journey.neverTooLate(here));
  it('asks why a course stands where it stands', () => journey.whyHere(here));
  it('reads the same page in another language', () => journey.switchLanguage(here));
  it('turns the light off and on', () => journey.switchTheme(here));

  it('sorts and leafs by plain loads', async () => {
    const { page } = here;
    await here.go('/fr/courses?level=beginner');
    await page.getByRole('link', { name: 'Page 2' }).first().click();
    expect(here.path()).toMatch(/level=beginner.*page=2|page=2.*level=beginner/);
    expect(await page.locator('article.course').count()).toBeGreaterThan(0);
    await page.goBack();
    expect(here.path()).toBe('/fr/courses?level=beginner');
  });
});
