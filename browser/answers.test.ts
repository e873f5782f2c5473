import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openChromium } from './chromium.ts';
import { visit } from './site/visit.ts';

let browser: Browser;
const { places, sessions } = inject('site');
/** A unit of the sample course with a set of questions, of which the first has one right choice. */
const unit = `/fr/learn/${places.taught}/u02-projet`;

beforeAll(async () => {
  browser = await openChromium();
});
afterAll(() => browser.close());

describe('questions in the player', () => {
  it('are answered on a phone without script, by keyboard, and marked in words', async () => {
    const options = {
      storageState: sessions.person,
      viewport: { width: 360, height: 740 },
      javaScriptEnabled: false,
    };
    const { page, go } = await visit(browser, options);
    await go(unit);
    await page.locator('.question input[type=radio]').first().focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await page.getByText('Enregistrée, pas encore vérifiée.').waitFor();
    await page.getByRole('button', { name: 'Vérifier mes réponses' }).click();
    await page.locator('.question-mark').first().waitFor();
    expect(await page.locator('.question-mark').first().textContent()).toMatch(/Juste|Pas encore juste/);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
    await page.context().close();
  });

  it('keep what was typed by themselves, where there is script', async () => {
    const { page, noise, go } = await visit(browser, { storageState: sessions.person });
    await go(unit);
    const box = page.locator('.question input[type=checkbox]').first();
    const kept = page.waitForResponse((answer) => answer.request().postData()?.endsWith('do=save') === true);
    await box.check();
    expect((await kept).status()).toBe(303);
    await page.reload();
    expect(await box.isChecked()).toBe(true);
    expect(noise).toEqual([]);
    await page.context().close();
  });
});
