import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openChromium } from './chromium.ts';
import { visit } from './site/visit.ts';

let browser: Browser;
const { sessions, places } = inject('site');

beforeAll(async () => {
  browser = await openChromium();
});
afterAll(() => browser.close());

describe('somebody of a provider', () => {
  it('corrects a course, says who they are and answers a review, without script', async () => {
    const { page, noise, go } = await visit(browser, {
      storageState: sessions.person,
      javaScriptEnabled: false,
      viewport: { width: 360, height: 800 },
    });
    await go(`/fr/providers/${places.desk}/desk`);
    const line = page.getByRole('row').filter({ hasText: 'Corriger' }).last();
    const course = (await line.getByRole('link').first().getAttribute('href')) ?? '';
    await line.getByRole('link', { name: 'Corriger' }).click();
    await page.getByLabel('Résumé').fill('Douze soirées, un métier à tisser par personne.');
    await page.getByRole('button', { name: 'Enregistrer la correction' }).click();
    await page.getByText('Cela l’emporte sur les imports suivants').waitFor();
    await go(course);
    await page.getByText('Douze soirées, un métier à tisser par personne.').waitFor();

    await go(`/fr/providers/${places.desk}/desk`);
    await page.getByLabel('À propos de vous').fill('Nous enseignons le tissage depuis toujours.');
    await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
    await go(`/fr/providers/${places.desk}`);
    await page.getByText('Nous enseignons le tissage depuis toujours.').waitFor();

    await go(`/fr/reviews/${places.review}/answer`);
    await page.getByLabel('Votre réponse').fill('Merci : nous avons raccourci la semaine trois.');
    await page.getByRole('button', { name: 'Publier la réponse' }).click();
    await go(`/fr/reviews/${places.review}`);
    await page.getByText('Merci : nous avons raccourci la semaine trois.').waitFor();
    expect(noise).toEqual([]);
    await page.context().close();
  });

  it('finds no desk of others', async () => {
    const { page } = await visit(browser, { storageState: sessions.operator });
    const answer = await page.context().request.get(`/fr/providers/${places.desk}/desk`);
    expect(answer.status()).toBe(404);
    await page.context().close();
  });
});
