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

describe('a learner', () => {
  it('signs up, opens the link of the letter, and has an account', async () => {
    const { page, noise, go } = await visit(browser);
    await go('/fr/sign-up');
    await page.locator('input[name=name]').fill('Nadia Benali');
    await page.locator('input[name=address]').fill('nadia@example.org');
    await page.locator('input[name=password]').fill('four slow tortoises');
    await page.getByRole('main').locator('form button.first').click();
    await page.waitForURL('**/fr/sign-up/confirm*');
    await go(await linkSentTo('nadia@example.org', '/sign-up/link'));
    await page.getByRole('main').locator('form button.first').click();
    await page.waitForURL((url) => url.pathname === '/fr/account');
    expect(await page.getByRole('main').textContent()).toContain('Nadia Benali');
    expect(noise).toEqual([]);
    await page.context().close();
  });
});

/** The link of a letter, as operators read it in the outbox. */
async function linkSentTo(address: string, path: string): Promise<string> {
  const { page, go } = await visit(browser, { storageState: sessions.operator });
  await go('/fr/operator/mail');
  await page.locator('.entries li', { hasText: address }).first().locator('a').first().click();
  const link = await page.locator(`.letter a[href*="${path}"]`).first().getAttribute('href');
  await page.context().close();
  return link ?? '';
}
