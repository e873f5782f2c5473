import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openChromium } from './chromium.ts';
import { visit } from './site/visit.ts';

let browser: Browser;
const { sessions } = inject('site');

beforeAll(async () => {
  browser = await openChromium();
});
afterAll(() => browser.close());

const feed = join(mkdtempSync(join(tmpdir(), 'passerelle-feed-')), 'courses.csv');
writeFileSync(
  feed,
  'title,url,language,level,provider\n' +
    'Binding books by hand,https://bindery.example/1,en,beginner,The Bindery\n' +
    'Gilding edges,https://bindery.example/2,en,no such level,The Bindery\n' +
    ',https://bindery.example/3,en,beginner,The Bindery\n',
);

describe('an operator', () => {
  it('uploads a feed, reads what became of each record, and finds the course', async () => {
    const { page, noise, go } = await visit(browser, { storageState: sessions.operator });
    await go('/fr/operator/sources/new');
    await page.locator('input[name=platform]').fill('Bindery');
    await page.locator('input[name=feed]').setInputFiles(feed);
    await page.locator('button[name=then][value=import]').click();
    await page.waitForURL(/\/operator\/sources\/[0-9a-f-]{36}$/);
    const report = page.locator('main a[href*="/operator/imports/"]').first();
    await expect.poll(() => report.count(), { timeout: 25_000 }).toBeGreaterThan(0);
    await report.click();
    await page.waitForURL(/\/operator\/imports\//);
    const told = page.getByRole('main');
    await expect
      .poll(() => told.textContent(), { timeout: 15_000 })
      .toMatch(/Créées2.*Refusées1.*Lues en tout3/s);
    await go('/fr/courses?q=%22Binding+books%22');
    await page.getByRole('link', { name: 'Binding books by hand' }).first().waitFor();
    expect(noise).toEqual([]);
    await page.context().close();
  });

  it('who is none sees none of it', async () => {
    const { page } = await visit(browser, { storageState: sessions.person });
    const answer = await page.context().request.get('/fr/operator/sources');
    expect(answer.status()).toBe(403);
    await page.context().close();
  });
});
