import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openChromium } from './chromium.ts';
import { confirmLinkTo } from './site/furnish-following.ts';
import { visit } from './site/visit.ts';

let browser: Browser;
const { url, places, sessions } = inject('site');

beforeAll(async () => {
  browser = await openChromium();
});
afterAll(() => browser.close());

describe('a visitor on a phone, without script', () => {
  it('follows a course by letter, confirms it, changes how often, and stops', async () => {
    const address = 'phone@example.org';
    const viewport = { width: 360, height: 740 };
    const { page, go } = await visit(browser, { locale: 'fr-FR', viewport, javaScriptEnabled: false });
    await go(`/fr/courses/${places.course}/follow`);
    expect(await page.getByText('Me prévenir dans ce navigateur').isVisible()).toBe(false);
    await page.getByLabel('Votre adresse e-mail').fill(address);
    await page.getByRole('button', { name: 'Suivre', exact: true }).click();
    await page.getByText(`le message que nous envoyons à ${address}`).waitFor();
    const operator = await browser.newContext({ storageState: sessions.operator });
    const link = await confirmLinkTo(url, operator.request, address);
    await operator.close();
    await page.goto(link);
    await page.getByRole('button', { name: 'Oui, suivre' }).click();
    await page.waitForURL('**/fr/following');
    await page.getByRole('link', { name: 'Modifier' }).click();
    await page.getByLabel('Une fois par semaine').check();
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByText('Une fois par semaine au plus, le lundi').waitFor();
    await page.getByRole('button', { name: 'Ne plus suivre' }).click();
    await page.getByText('Vous ne suivez rien pour l’instant').waitFor();
    await page.context().close();
  });
});

describe('the worker in the browser', () => {
  it('shows what the site tells, under its own small scope', async () => {
    const { page, go, noise } = await visit(browser);
    await page.context().grantPermissions(['notifications'], { origin: url });
    await go(`/fr/courses/${places.course}/follow`);
    await page.getByRole('button', { name: 'Me prévenir dans ce navigateur' }).waitFor();
    const devtools = await page.context().newCDPSession(page);
    const registered = new Promise<string>((resolve) => {
      devtools.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
        const active = versions.find(({ status }) => status === 'activated');
        if (active) resolve(active.registrationId);
      });
    });
    await devtools.send('ServiceWorker.enable');
    const scope = await page.evaluate(async () => {
      const worker = await navigator.serviceWorker.register('/push-worker.js', { scope: '/push-worker/' });
      return worker.scope;
    });
    expect(scope).toBe(`${url}/push-worker/`);
    const told = {
      title: 'Le pain',
      body: 'ouvre le 24 décembre',
      url: `${url}/fr`,
      tag: '1',
      lang: 'fr',
      dir: 'ltr',
    };
    await devtools.send('ServiceWorker.deliverPushMessage', {
      origin: url,
      registrationId: await registered,
      data: JSON.stringify(told),
    });
    const shown = await page.evaluate(async () => {
      const worker = await navigator.serviceWorker.getRegistration('/push-worker/');
      for (;;) {
        const [first] = (await worker?.getNotifications()) ?? [];
        if (first)
          return { title: first.title, body: first.body, lang: first.lang, url: first.data as unknown };
      }
    });
    expect(shown).toEqual({ title: told.title, body: told.body, lang: 'fr', url: told.url });
    expect(noise).toEqual([]);
    await page.context().close();
  });
});
