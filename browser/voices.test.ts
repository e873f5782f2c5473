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

const course = `/fr/learn/${places.taught}`;
const withFilm = `${course}/u02-projet`;

describe('a learner and the authors', () => {
  it.each([true, false])('write to each other, with a script: %s', async (javaScriptEnabled) => {
    const learner = await visit(browser, { storageState: sessions.person, javaScriptEnabled });
    await learner.go(withFilm);
    await learner.page.locator('summary', { hasText: 'Écrire aux auteurs' }).click();
    const words = `La boulangerie, ${javaScriptEnabled ? 'avec' : 'sans'} script`;
    await learner.page.locator('#talk-good').fill(words);
    await learner.page.getByRole('button', { name: 'Envoyer', exact: true }).click();
    await learner.page.getByText('Nous vous préviendrons de la réponse.').waitFor();

    const author = await visit(browser, { storageState: sessions.operator, javaScriptEnabled });
    await author.go(`/fr/teach/courses/${places.talked}/conversations/${places.taughtEnrolment}`);
    await author.page.getByText(words).waitFor();
    await author.page.locator('#talk-words').fill(`Merci pour « ${words} »`);
    await author.page.getByRole('button', { name: 'Envoyer la réponse' }).click();
    await author.page.getByText('Votre réponse est partie.').waitFor();

    await learner.go(course);
    await learner.page.getByRole('link', { name: /réponses? des auteurs/ }).click();
    await learner.page.getByText(`Merci pour « ${words} »`).waitFor();
    // with a script, staying is reading; without one, the button says it
    if (javaScriptEnabled)
      await learner.page.waitForRequest((request) => request.url().includes('/conversation/read'));
    else await learner.page.getByRole('button', { name: 'J’ai lu' }).click();
    await learner.go(course);
    expect(await learner.page.getByRole('link', { name: /réponses? des auteurs/ }).count()).toBe(0);
    expect([...learner.noise, ...author.noise]).toEqual([]);
    await learner.page.context().close();
    await author.page.context().close();
  });
});

describe('a player', () => {
  it('tells once, as the page is left, how far the film was watched and what was watched again', async () => {
    const { page, noise, go } = await visit(browser, { storageState: sessions.person });
    await page.addInitScript(() => {
      const send = navigator.sendBeacon.bind(navigator);
      navigator.sendBeacon = (address, words) => {
        const told = JSON.parse(sessionStorage.getItem('told') ?? '[]') as string[];
        if (String(address).endsWith('/watched'))
          sessionStorage.setItem('told', JSON.stringify([...told, String(words)]));
        return send(address, words);
      };
    });
    await go(withFilm);
    const plays = await page.evaluate(async () => {
      const film = document.querySelector<HTMLVideoElement>('film-player[data-watch] video');
      if (!film) return false;
      film.muted = true;
      film.playbackRate = 4;
      return film.play().then(
        () => true,
        () => false,
      );
    });
    // a Chromium without the film's codec has nothing to tell
    if (!plays) return;
    const at = (seconds: number) =>
      page.waitForFunction((place) => (document.querySelector('video')?.currentTime ?? 0) > place, seconds);
    await at(12);
    await page.evaluate(() => {
      const film = document.querySelector('video');
      if (film) film.currentTime = 1;
    });
    await page.waitForFunction(() => {
      const place = document.querySelector('video')?.currentTime ?? 0;
      return place > 3 && place < 10;
    });
    await go('/fr/learn');
    const told = await page.evaluate(() => JSON.parse(sessionStorage.getItem('told') ?? '[]') as string[]);
    expect(told).toEqual(['from=0&to=2&again=0%3A1&left=0']);
    const mine = await page.context().request.get(`${inject('site').url}/account/export/data.json`);
    expect(await mine.text()).toMatch(/"films":\s*\[\s*"b0202"/);
    expect(noise).toEqual([]);
    await page.context().close();
  });
});
