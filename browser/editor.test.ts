import sharp from 'sharp';
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

const picture = async () => ({
  name: 'bridge.png',
  mimeType: 'image/png',
  buffer: await sharp({ create: { width: 700, height: 500, channels: 3, background: '#3a8a9a' } })
    .png()
    .toBuffer(),
});

const saved = (page: Page) =>
  page.waitForFunction(() => /^Saved/.test(document.querySelector('[data-saved]')?.textContent ?? ''));
const tool = (page: Page, name: string) =>
  page.getByRole('toolbar').getByRole('button', { name, exact: true });

/** A new article on the page where it is written. */
async function begin(page: Page, go: (path: string) => Promise<unknown>): Promise<void> {
  await go('/en/editor');
  await page.getByRole('button', { name: 'New article' }).click();
  await page.waitForURL('**/editor/articles/*');
}

describe('an editor', () => {
  it('writes with formatting, adds a picture, schedules, and sees it as readers will', async () => {
    const { page, noise, go } = await visit(browser, { storageState: sessions.operator });
    await begin(page, go);
    await page.locator('.ProseMirror').waitFor();
    await page.locator('#title').fill('The bridge is open');
    await page.locator('#summary').fill('A new way over the river.');
    await page.locator('.ProseMirror').click();
    await page.keyboard.type('## Why');
    await page.keyboard.press('Enter');
    await page.keyboard.type('It is ');
    await tool(page, 'Bold').click();
    await page.keyboard.type('open');
    await tool(page, 'Bold').click();
    await page.keyboard.type('.');
    await page.keyboard.press('Enter');
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), tool(page, 'Picture').click()]);
    await chooser.setFiles(await picture());
    await page.getByLabel('What the picture shows').last().fill('A bridge over a river');
    await page.getByRole('button', { name: 'Insert' }).click();
    await page.locator('.ProseMirror img[data-picture]').waitFor();
    await saved(page);
    expect(await page.locator('#body').inputValue()).toMatch(
      /^## Why\n\nIt is \*\*open\*\*\.\n\n!\[A bridge over a river\]\(picture:[0-9a-f-]{36}\)$/,
    );
    await page.getByText('Schedule', { exact: true }).click();
    await page.getByRole('button', { name: 'Schedule it' }).click();
    await page.getByText('The article is scheduled.').waitFor();
    await page.getByRole('button', { name: 'Save and look' }).click();
    await page.waitForURL('**/preview?*');
    const shown = page.locator('.news-article');
    expect(await shown.locator('h1').textContent()).toBe('The bridge is open');
    expect(await shown.locator('figure img').getAttribute('alt')).toBe('A bridge over a river');
    expect(await shown.locator('strong').textContent()).toBe('open');
    expect(noise).toEqual([]);
    await page.context().close();
  });

  it('loses nothing in two windows', async () => {
    const { page, go } = await visit(browser, { storageState: sessions.operator });
    await begin(page, go);
    await page.locator('.ProseMirror').waitFor();
    const second = await page.context().newPage();
    await second.goto(page.url());
    await second.locator('.ProseMirror').waitFor();
    await page.locator('#title').fill('From the first window');
    await saved(page);
    await second.locator('#title').fill('From the second window');
    await second.getByText('changed in another window').waitFor();
    await second.getByRole('button', { name: 'Save', exact: true }).first().click();
    await second.getByRole('heading', { name: 'This text changed while you were writing' }).waitFor();
    expect(await second.locator('#title').inputValue()).toBe('From the second window');
    await second.getByRole('button', { name: 'Keep my words' }).click();
    await second.getByText('The text is saved.').waitFor();
    await second.getByRole('link', { name: 'History' }).click();
    expect(await second.locator('.entries li').count()).toBe(3);
    await page.context().close();
  });

  it('writes, with a picture, where there is no script', async () => {
    const { page, noise, go } = await visit(browser, {
      storageState: sessions.operator,
      javaScriptEnabled: false,
    });
    await begin(page, go);
    await page.locator('#title').fill('Written by hand');
    await page.locator('#summary').fill('In Markdown.');
    await page.locator('#body').fill('Plain *words*.');
    await page.locator('summary', { hasText: 'Add a picture' }).click();
    await page.locator('#picture').setInputFiles(await picture());
    await page.getByRole('radio', { name: 'In the text' }).check();
    await page.getByRole('button', { name: 'Send the picture and save' }).click();
    await page.getByText('Say in one sentence').first().waitFor();
    expect(await page.locator('#body').inputValue()).toBe('Plain *words*.');
    await page.locator('#picture').setInputFiles(await picture());
    await page.locator('#pictureAlt').fill('A plain colour');
    await page.getByRole('button', { name: 'Send the picture and save' }).click();
    await page.getByText('The picture stands at the end').waitFor();
    await page.getByRole('button', { name: 'Publish now' }).click();
    await page.getByRole('link', { name: 'See the article' }).click();
    expect(await page.locator('.news-article figure img').getAttribute('alt')).toBe('A plain colour');
    // The form that came back says so with its status, which the browser remarks upon.
    expect(noise.filter((line) => !line.includes('status of 422'))).toEqual([]);
    await page.context().close();
  });
});
