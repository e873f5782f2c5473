import { expect, it } from 'vitest';
import { catalogModule } from '../../../modules/catalog/index.ts';
import { systemActor } from '../../../platform/actor.ts';
import { testDatabase } from '../../../platform/testing/database.ts';
import { testApp, testTools } from '../../../platform/testing/web.ts';
import { appMessages } from '../../messages/index.ts';
import { isOwnCookie, ownCookies } from './own-cookies.ts';
import { transparencyRoutes } from './transparency.route.tsx';
import { paysIn, sayWhoRuns, whoRuns } from './who-runs.ts';

const database = await testDatabase();
const { db } = database;
const tools = testTools(database, { messages: [appMessages, catalogModule().messages] });
const app = testApp(tools, transparencyRoutes);
const operator = systemActor('test', tools.clock.now(), tools.ids);
const page = async (lang: string) => (await app.request(`http://localhost:3000/${lang}/transparency`)).text();

it('says honestly that nobody said who pays, until an operator does', async () => {
  expect(await page('en')).toContain('have not said yet who pays');
  const who = { name: 'Region of <Example>', contact: 'hello@region.example' };
  await sayWhoRuns(db, operator, { ...who, pays: 'Le budget de la région.', lang: 'fr' });
  await sayWhoRuns(db, operator, { ...who, pays: 'The budget of the region.', lang: 'en' });
  expect(await page('fr')).toContain('Le budget de la région.');
  const arabic = await page('ar');
  expect(arabic).toContain('<p lang="en" dir="auto">The budget of the region.</p>');
  expect(arabic).toContain('Region of &lt;Example>');
  await sayWhoRuns(db, operator, { ...who, pays: '', lang: 'en' });
  expect(paysIn(await whoRuns(db), 'en')).toEqual({ text: 'Le budget de la région.', lang: 'fr' });
});

it('lets operators alone say it', async () => {
  const moderator = { ...operator, kind: 'person' as const, roles: ['moderator' as const] };
  const words = { name: 'Mine', contact: '', pays: '', lang: 'en' as const };
  await expect(sayWhoRuns(db, moderator, words)).rejects.toMatchObject({ status: 403 });
});

it('names every cookie', async () => {
  const html = await page('zh');
  for (const name of Object.values(ownCookies).flat()) expect(html).toContain(name);
  expect(isOwnCookie('__Host-session')).toBe(true);
  expect(isOwnCookie('_ga')).toBe(false);
});
