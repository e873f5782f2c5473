import { expect } from 'vitest';
import { lateCourse } from './furnish-site.ts';
import type { Visit } from './visit.ts';

const count = async ({ page }: Visit): Promise<number> =>
  Number(/\d+/.exec((await page.locator('.browse-bar b').textContent())?.replace(/\D/g, '') ?? '')?.[0]);

/** From the home page, with a typing mistake, to results that say how they read it. */
export async function searchWithMistake(visit: Visit): Promise<void> {
  const { page } = visit;
  await visit.go('/fr');
  await page.getByRole('searchbox').fill('gestoin de projet');
  await page.getByRole('main').getByRole('button', { name: 'Chercher' }).click();
  await page.getByText('gestion de projet', { exact: false }).first().waitFor();
  expect(visit.path()).toMatch(/^\/fr\/courses\?q=gestoin/);
  expect(await page.locator('article.course').count()).toBeGreaterThan(0);
}

/** Ticks a box and gets exactly as many courses as it said. */
export async function narrow(visit: Visit, send: () => Promise<void>): Promise<void> {
  const { page } = visit;
  await visit.go('/fr/courses');
  const all = await count(visit);
  const facet = page.locator('label.facet', { hasText: 'Débutant' });
  const promised = Number((await facet.locator('.facet-count').textContent())?.replace(/\D/g, ''));
  await facet.getByRole('checkbox').check();
  await send();
  await page.waitForURL('**/fr/courses?*level=beginner*');
  await expect.poll(() => count(visit)).toBe(promised);
  expect(promised).toBeLessThan(all);
  await page.getByRole('link', { name: 'Débutant' }).first().click();
  await expect.poll(() => count(visit)).toBe(all);
}

/** From the list to a course and to its organiser, in a tab that cannot reach back. */
export async function openCourse(visit: Visit): Promise<void> {
  const { page } = visit;
  await visit.go('/fr/courses?start=open');
  const title = page.locator('article.course a').first();
  const name = await title.textContent();
  await title.click();
  await page.locator('article.course-page').waitFor();
  expect(await page.locator('h1').textContent()).toBe(name);
  const organiser = page.locator('.decision a.btn.first');
  expect(await organiser.getAttribute('target')).toBe('_blank');
  expect(await organiser.getAttribute('rel')).toContain('noopener');
  const address = new URL((await organiser.getAttribute('href')) ?? '');
  expect(address.host).not.toBe(new URL(page.url()).host);
  expect(await page.locator('.btn.first:visible').count()).toBe(1);
}

/** A course that cannot be joined says when it comes back and what is open instead. */
export async function neverTooLate(visit: Visit): Promise<void> {
  const { page } = visit;
  await visit.go(`/fr/courses/${lateCourse}`);
  const section = page.locator('.never-too-late');
  await section.getByText('prévision').waitFor();
  const open = section.locator('article.course a').first();
  const title = await open.textContent();
  await open.click();
  await page.getByRole('heading', { level: 1, name: title ?? '' }).waitFor();
  expect(await page.locator('.decision .chip').first().getAttribute('class')).toMatch(/open|soon/);
}

/** Why here: points with their reasons, and the formula one click further. */
export async function whyHere(visit: Visit): Promise<void> {
  const { page } = visit;
  await visit.go('/fr/courses?q=comptabilit%C3%A9');
  await page.getByRole('link', { name: 'pourquoi ici' }).first().click();
  await page.waitForURL('**/why?*');
  expect(await page.getByRole('main').textContent()).toMatch(/sur\s+100|\/\s*100|points/);
  await page.getByRole('main').locator('a[href="/fr/ranking"]').first().click();
  await page.waitForURL('**/fr/ranking');
}

/** Another language keeps the page. */
export async function switchLanguage(visit: Visit): Promise<void> {
  const { page } = visit;
  await visit.go('/fr/courses?level=beginner');
  await page.locator('.languages-menu summary').click();
  await page.getByRole('banner').getByRole('link', { name: 'Español' }).click();
  await page.waitForURL('**/es/courses?level=beginner');
  expect(await page.locator('html').getAttribute('lang')).toBe('es');
}

/** Dark stays dark on the next page, and light again when asked. */
export async function switchTheme(visit: Visit): Promise<void> {
  const { page } = visit;
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await visit.go('/fr/ranking');
  const before = await background();
  await page.getByRole('button', { name: 'Sombre' }).click();
  await page.locator('html[data-theme=dark]').waitFor();
  expect(visit.path()).toBe('/fr/ranking');
  expect(await background()).not.toBe(before);
  await visit.go('/fr');
  expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
  await page.getByRole('button', { name: 'Clair' }).click();
  await page.locator('html[data-theme=light]').waitFor();
  expect(await background()).toBe(before);
}
