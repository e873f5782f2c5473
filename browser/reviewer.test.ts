import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openChromium } from './chromium.ts';
import { visit } from './site/visit.ts';

let browser: Browser;
const { sessions } = inject('site');
const course = '/fr/courses/agroecologie-en-pays-sec';

beforeAll(async () => {
  browser = await openChromium();
});
afterAll(() => browser.close());

/** With the keyboard alone on a phone, as screen readers drive it, with script and without. */
describe.each([
  ['with script', true],
  ['without script', false],
])('a reviewer %s', (_how, javaScriptEnabled) => {
  const phone = { viewport: { width: 360, height: 740 }, javaScriptEnabled };

  it('rates with the arrow keys, is asked again for what is missing, and reads it on the course', async () => {
    const here = await visit(browser, { ...phone, storageState: sessions.person });
    const { page } = here;
    const rating = page.getByRole('group', { name: 'Quelle note donnez-vous' });
    await here.go(course);
    await page.getByRole('link', { name: 'Donner votre avis' }).click();
    await page.waitForURL('**/reviews/new');
    await rating.getByRole('radio', { name: '1 sur 5 : décevant' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    expect(await rating.getByRole('radio', { name: '4 sur 5 : très bien' }).isChecked()).toBe(true);
    expect(await page.locator('.star-choice.large .star-word:visible').allTextContents()).toEqual([
      'très bien',
    ]);

    expect(await page.getByLabel('Pourquoi avez-vous arrêté ?').isVisible()).toBe(false);
    await page.getByRole('radio', { name: 'J’ai arrêté avant la fin' }).check();
    await page.getByLabel('Pourquoi avez-vous arrêté ?').selectOption({ label: 'Prix' });
    await page.getByLabel('Votre avis', { exact: false }).first().fill('Des gestes simples, bien montrés.');
    await page.locator('summary', { hasText: 'Pour aller plus loin' }).click();
    await page.getByLabel('Heures par semaine que vous y avez passées').fill('trois');
    await page.getByRole('button', { name: 'Publier l’avis' }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').textContent()).toContain('Indiquez un nombre d’heures');
    expect(await page.getByLabel('Votre avis', { exact: false }).first().inputValue()).toContain(
      'gestes simples',
    );
    expect(await rating.getByRole('radio', { name: '4 sur 5 : très bien' }).isChecked()).toBe(true);
    await page.getByLabel('Heures par semaine que vous y avez passées').fill('3,5');
    await page.getByRole('button', { name: 'Publier l’avis' }).click();
    await page.waitForURL(/\/fr\/reviews\/[0-9a-f-]{36}$/);
    const address = here.path();

    const reader = await visit(browser, { ...phone, storageState: sessions.operator });
    await reader.go(course);
    const card = reader.page.locator('article.review', { hasText: 'Des gestes simples' });
    expect(await card.textContent()).toContain('Arrêté\u00a0: prix · 3,5');
    await card.getByRole('button', { name: 'Utile (0)' }).click();
    const voted = reader.page.locator('article.review', { hasText: 'Des gestes simples' });
    await voted.getByRole('button', { name: 'Utile (1)', pressed: true }).waitFor();
    expect(await reader.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    expect(reader.noise).toEqual([]);
    await reader.page.context().close();

    await here.go(`${address}/withdraw`);
    await page.getByRole('button', { name: 'Retirer l’avis' }).click();
    await page.waitForURL('**/account/reviews');
    expect(await page.getByRole('main').textContent()).toContain('Rétablir l’avis');
    expect(here.noise.filter((line) => !line.includes('422'))).toEqual([]);
    await page.context().close();
  });
});
