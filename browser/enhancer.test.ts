import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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

/** Opens a page of the site; a page load clears the mark `window.kept`, a swap does not. */
async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await page.goto(site.url + path);
  if (options.javaScriptEnabled !== false) await page.evaluate(() => Object.assign(window, { kept: true }));
  return page;
}

const kept = (page: Page) => page.evaluate(() => 'kept' in window);
const titles = (page: Page) => page.locator('.course h3').allTextContents();
const pathOf = (page: Page) => new URL(page.url()).pathname + new URL(page.url()).search;

describe('a search that is typed', () => {
  it('swaps the results, keeps the cursor, and is one step of the history', async () => {
    const page = await open('/fr/courses');
    const field = page.getByRole('searchbox');
    await field.pressSequentially('an');
    await page.waitForURL('**/fr/courses?q=an');
    await field.pressSequentially('g');
    await page.waitForURL('**/fr/courses?q=ang');
    expect(await titles(page)).toEqual(['Anglais']);
    expect(await kept(page)).toBe(true);
    expect(await field.evaluate((input) => document.activeElement === input)).toBe(true);
    expect(await page.title()).toContain('/fr/courses?q=ang');
    expect(await page.locator('#voice').textContent()).toBe('1 cours');
    expect(await page.locator('.foot input[name=back]').inputValue()).toBe('/fr/courses?q=ang');
    await page.goBack();
    await page.waitForFunction(() => document.querySelectorAll('.course').length === 6);
    expect(pathOf(page)).toBe('/fr/courses');
    expect(await kept(page)).toBe(true);
  });

  it('lets a newer question overtake an older one', async () => {
    const page = await open('/fr/courses');
    const release = site.hold('a');
    const field = page.getByRole('searchbox');
    const older = page.waitForRequest('**/fr/courses?q=a');
    await field.fill('a');
    await older;
    await field.fill('droit');
    await page.waitForURL('**/fr/courses?q=droit');
    release();
    expect(await titles(page)).toEqual(['Droit']);
    expect(await page.locator('[data-region=results]').getAttribute('aria-busy')).toBe('false');
  });

  it('says what went wrong and leaves the page as it was', async () => {
    const page = await open('/fr/courses');
    await page.getByRole('searchbox').fill('broken');
    await page.locator('#toasts', { hasText: 'réessayez' }).or(page.locator('#toasts p')).first().waitFor();
    expect(await titles(page)).toHaveLength(6);
    await page.context().setOffline(true);
    await page.getByRole('searchbox').fill('droit');
    await page.locator('#toasts', { hasText: 'hors ligne' }).waitFor();
    expect(await titles(page)).toHaveLength(6);
  });
});

describe('filters', () => {
  it('follow each tick, keep the focus on the box, and come back with the history', async () => {
    const page = await open('/fr/courses');
    await page.getByLabel('Niveau b').check();
    await page.waitForURL('**/fr/courses?level=b');
    expect(await titles(page)).toEqual(['Algèbre']);
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe('b');
    await page.getByLabel('Niveau c').check();
    await page.waitForURL('**/fr/courses?level=b&level=c');
    await page.goBack();
    await page.waitForFunction(() => document.querySelectorAll('.course').length === 1);
    expect(await page.getByLabel('Niveau b').isChecked()).toBe(true);
    expect(await page.getByLabel('Niveau c').isChecked()).toBe(false);
    expect(await kept(page)).toBe(true);
  });

  it('stay open in their sheet on a phone while one ticks, and close with the results', async () => {
    const page = await open('/fr/courses', { viewport: { width: 360, height: 740 } });
    await page.getByText('Filtrer').click();
    await page.getByLabel('Niveau a').check();
    await page.waitForURL('**/fr/courses?level=a');
    await page.getByRole('button', { name: 'Voir les 1 cours' }).click();
    await page.getByLabel('Niveau a').waitFor({ state: 'hidden' });
    expect(await titles(page)).toEqual(['Algèbre']);
  });
});

describe('links that swap', () => {
  it('turn the page, move the focus to the list and write the address', async () => {
    const page = await open('/fr/courses');
    await page.getByRole('link', { name: 'Page 2' }).click();
    await page.waitForURL('**/fr/courses?page=2');
    expect(await page.locator('#page').textContent()).toBe('Page 2');
    expect(await page.evaluate(() => (document.activeElement as HTMLElement).dataset['region'])).toBe(
      'results',
    );
    expect(await kept(page)).toBe(true);
  });

  it('open in a new tab when asked to', async () => {
    const page = await open('/fr/courses');
    const other = page.context().waitForEvent('page');
    await page.getByRole('link', { name: 'Page 2' }).click({ modifiers: ['ControlOrMeta'] });
    expect(new URL((await other).url()).pathname).toMatch(/courses|blank/);
    expect(pathOf(page)).toBe('/fr/courses');
  });
});

describe('a form that is sent', () => {
  it('comes back with its errors in sight, then goes on with what it said', async () => {
    const page = await open('/fr/form');
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.evaluate(() => document.activeElement?.hasAttribute('data-errors'))).toBe(true);
    expect(await kept(page)).toBe(true);
    await page.getByLabel('Votre nom').fill('Ana');
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await page.waitForURL('**/fr/courses?saved=1');
    await page.getByText('Enregistré').waitFor();
    await page.goBack();
    await page.getByLabel('Votre nom').waitFor();
  });
});

describe('small services', () => {
  it('copy a text and say so', async () => {
    const page = await open('/fr/courses', { permissions: ['clipboard-read', 'clipboard-write'] });
    await page.getByRole('button', { name: 'Copier' }).click();
    await page.locator('#toasts', { hasText: 'Copié' }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('https://passerelle.example/atom');
  });

  it('fold a menu on Escape and give the focus back', async () => {
    const page = await open('/fr/courses');
    await page.locator('.top details.menu').first().locator('summary').click();
    await page.getByRole('banner').getByRole('link', { name: '中文' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('banner').getByRole('link', { name: '中文' }).waitFor({ state: 'hidden' });
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('SUMMARY');
  });
});

describe('without script', () => {
  const bare = { javaScriptEnabled: false, viewport: { width: 360, height: 740 } };

  it('search, filters and pages work by plain loads', async () => {
    const page = await open('/fr/courses', bare);
    await page.getByRole('searchbox').fill('droit');
    await page.getByRole('button', { name: 'Chercher' }).click();
    expect(await titles(page)).toEqual(['Droit']);
    await page.getByText('Filtrer').click();
    await page.getByLabel('Niveau a').check();
    await page.getByRole('button', { name: 'Voir les' }).click();
    expect(pathOf(page)).toBe('/fr/courses?q=droit&level=a');
    expect(await page.getByRole('button', { name: 'Copier' }).count()).toBe(0);
    await page.getByRole('link', { name: 'Suivante' }).click();
    expect(pathOf(page)).toBe('/fr/courses?page=2');
  });

  it('the menu of a phone opens, and a bad form comes back with what is wrong', async () => {
    const page = await open('/fr/form', bare);
    await page.getByText('Menu').click();
    await page.getByRole('banner').getByRole('link', { name: 'Domaines' }).waitFor();
    await page.getByText('Menu').click();
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.getByLabel('Votre nom').getAttribute('aria-describedby')).toBe('name-error');
  });
});
