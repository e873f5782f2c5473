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
  here = await visit(browser);
});
afterEach(async () => {
  expect(here.noise).toEqual([]);
  await here.page.context().close();
});
afterAll(() => browser.close());

describe('a visitor', () => {
  it('finds a course in spite of a typing mistake', () => journey.searchWithMistake(here));
  it('narrows the list and gets what the box said', () => journey.narrow(here, async () => undefined));
  it('opens a course and its organiser', () => journey.openCourse(here));
  it('is never too late', () => journey.neverTooLate(here));
  it('asks why a course stands where it stands', () => journey.whyHere(here));
  it('reads the same page in another language', () => journey.switchLanguage(here));
  it('turns the light off and on', () => journey.switchTheme(here));

  it('types, and the list follows; one step back is one search back', async () => {
    const { page } = here;
    await here.go('/fr/courses');
    await page.evaluate(() => Object.assign(window, { kept: true }));
    await page.getByRole('searchbox').pressSequentially('jardin');
    await page.waitForURL('**/fr/courses?q=jardin*');
    const found = await page.locator('article.course').first().textContent();
    await page.locator('label.facet', { hasText: 'Débutant' }).getByRole('checkbox').check();
    await page.waitForURL('**/fr/courses?q=jardin*level=beginner*');
    await page.goBack();
    await page.waitForURL((url) => !url.search.includes('level='));
    await expect.poll(() => page.locator('article.course').first().textContent()).toBe(found);
    expect(await page.getByRole('searchbox').inputValue()).toBe('jardin');
    expect(await page.evaluate(() => 'kept' in window)).toBe(true);
    await page.locator('article.course a').first().click();
    await page.locator('article.course-page').waitFor();
    await page.goBack();
    await page.locator('.browse-bar').waitFor();
    expect(here.path()).toMatch(/^\/fr\/courses\?q=jardin/);
  });

  it('gets proposals where nothing fits, and each leads on', async () => {
    const { page } = here;
    await here.go('/fr/courses?q=jardin&language=ar&level=advanced');
    await page.getByText('Aucun cours ne réunit').waitFor();
    await page.locator('[data-region=results] a[data-swap]').first().click();
    await page.locator('article.course').first().waitFor();
  });

  it('who asks for what is not there is told so kindly', async () => {
    const { page } = here;
    await here.go('/fr');
    const answer = await page.context().request.get('/fr/courses/this-is-no-course');
    expect(answer.status()).toBe(404);
    expect(await answer.text()).toContain('/fr/courses');
  });
});
