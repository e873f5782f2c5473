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

/** A review in two stars and some words; returns its id. */
async function writeReview({ page, go }: Awaited<ReturnType<typeof visit>>, body: string): Promise<string> {
  await go('/fr/courses/le-droit-du-travail-au-quotidien/reviews/new');
  await page.getByRole('radio', { name: '2 sur 5' }).focus();
  await page.keyboard.press('Space');
  await page.getByRole('radio', { name: 'J’ai arrêté avant la fin' }).check();
  await page.getByLabel('Pourquoi avez-vous arrêté ?').selectOption({ label: 'Prix' });
  await page.getByLabel('Votre avis', { exact: false }).first().fill(body);
  await page.getByRole('button', { name: 'Publier l’avis' }).click();
  await page.waitForURL(/\/fr\/reviews\/[0-9a-f-]{36}$/);
  return page.url().split('/').at(-1) ?? '';
}

describe('a moderator', () => {
  it('finds what waits, sees why, decides with the keyboard; the author appeals, and somebody else has to answer', async () => {
    const author = await visit(browser, { storageState: sessions.person });
    const review = await writeReview(author, 'Tout est mieux sur https://cours-cache.example/promo.');

    const { page, noise, go } = await visit(browser, { storageState: sessions.operator });
    await go('/fr/operator/reviews?reason=link');
    const line = page.locator('.cases > li', { hasText: 'cours-cache.example' });
    await line.getByRole('link').first().click();
    await page.waitForURL(/\/operator\/reviews\/[0-9a-f-]{36}$/);
    expect(await page.locator('mark').allTextContents()).toEqual(['https://cours-cache.example/promo']);
    const decision = page.getByLabel('Décision et motif');
    await decision.focus();
    await decision.selectOption('rejected:advertising');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Sans le lien, votre avis est le bienvenu.');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('1 décision enregistrée.').waitFor();
    await go('/fr/operator/review-log');
    await page.getByText('Sans le lien, votre avis est le bienvenu.').first().waitFor();

    await author.go(`/fr/reviews/${review}/appeal`);
    await author.page.getByText('Sans le lien, votre avis est le bienvenu.').waitFor();
    await author.page.locator('textarea[name=words]').fill('Ce lien est celui du cours lui-même.');
    await author.page.getByRole('button', { name: 'Demander la relecture' }).click();
    await author.page.getByText('Une autre personne va relire votre avis.').waitFor();

    await go('/fr/operator/reviews?reason=appeal');
    const appeal = page.locator('.cases > li', { hasText: 'cours-cache.example' });
    expect(await appeal.locator('input[type=checkbox]').isDisabled()).toBe(true);
    await appeal.getByRole('link').first().click();
    await page.getByText('Ce lien est celui du cours lui-même.').waitFor();
    await page.getByText('Ce recours vise votre décision').waitFor();
    expect(await page.getByLabel('Décision et motif').count()).toBe(0);
    expect([...noise, ...author.noise]).toEqual([]);
    await Promise.all([page.context().close(), author.page.context().close()]);
  });

  it('answers a report; who reported it hears so', async () => {
    const reader = await visit(browser, { storageState: sessions.person });
    await reader.go(`/fr/reviews/${places.review}/report`);
    await reader.page.getByText('L’auteur n’a pas suivi ce cours').click();
    await reader.page.getByRole('button', { name: 'Signaler' }).click();
    await reader.page.getByText('Votre signalement est transmis').waitFor();

    const { page, noise, go } = await visit(browser, { storageState: sessions.operator });
    await go('/fr/operator/reviews?reason=reported');
    await page.locator('.cases > li').last().locator('input[type=checkbox]').check();
    await page.getByLabel('Décision et motif').selectOption('published:checked');
    await page.getByRole('button', { name: 'Décider' }).click();
    await page.getByText('1 décision enregistrée.').waitFor();
    await go('/fr/operator/mail');
    await page.getByText('The answer to your report').first().waitFor();
    expect([...noise, ...reader.noise]).toEqual([]);
    await Promise.all([page.context().close(), reader.page.context().close()]);
  });

  it('who is none sees nothing of it', async () => {
    const { page } = await visit(browser, { storageState: sessions.person });
    for (const path of [
      '/fr/operator/reviews',
      '/fr/operator/proofs',
      `/fr/operator/reviews/${places.reviewCase}`,
    ])
      expect((await page.context().request.get(path)).status()).toBe(403);
    await page.context().close();
  });
});
