import { expect, it } from 'vitest';
import { audit } from '../../../platform/audit/audit.queries.ts';
import { accountsStage, signIn } from '../testing/stage.ts';
import { auditActions, auditLines } from './read-audit.queries.ts';

const stage = await accountsStage();
const { db } = stage;
await stage.person({ address: 'olive@example.org', name: 'Olive', roles: ['operator'] });
const browser = stage.browser();
await signIn(browser, 'olive@example.org');
for (let at = 0; at < 60; at += 1) await audit(db, stage.actor(), 'merge-courses', `course-${at}`, { at });

it('shows fifty lines, the latest first, and the older ones by a link', async () => {
  const shown = await browser.get('/en/operator/audit?action=merge-courses');
  expect(shown.html).toContain('course-59');
  expect(shown.html).not.toContain('course-9<');
  const older = /href="(\/en\/operator\/audit\?[^"]*before=[^"]+)"/.exec(shown.html)?.[1] ?? '';
  const next = await browser.get(older.replaceAll('&amp;', '&'));
  expect(next.html).toContain('course-9<');
  expect(next.html).not.toContain('course-10<');
  expect(next.html).not.toContain('Older entries');
});

it('lists the actions that there are, and filters by them', async () => {
  expect(await auditActions(db)).toEqual(['create-account', 'merge-courses', 'sign-in']);
  const lines = await auditLines(db, 100, { action: 'sign-in' });
  expect(lines.map((line) => [line.actorName, line.subjectName])).toEqual([['Olive', 'Olive']]);
});

it('speaks the language of the page where it has words', async () => {
  const shown = await browser.get('/fr/operator/audit');
  expect(shown.html).toContain('connexion');
  expect(shown.html).toContain('merge courses');
});

it.each(['?before=x', '?action=%27;drop', '?person=1', '?action=unknown'])('survives %s', async (query) => {
  expect((await browser.get(`/en/operator/audit${query}`)).status).toBe(200);
});
