import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { eraseWith } from '../index.ts';
import { accountsData } from '../export-data/accounts-data.ts';
import { accountsStage, signIn, who } from '../testing/stage.ts';
import {
  installSamplePeople,
  installSamplePeopleOnce,
  removeSamplePeople,
  sampleSignIns,
} from './sample-people.ts';

const stage = await accountsStage();
const { tools } = stage;
const file = join(tools.config.dataDir, 'sample-sign-ins.txt');
const passwordOf = (lines: string[], who: string) =>
  lines.find((line) => line.startsWith(who))?.split(/\s+/)[1] ?? '';
const erase = eraseWith(stage.actor(), [accountsData]);

it('comes once, with passwords of this installation that only its owner may read', async () => {
  expect(await installSamplePeopleOnce(tools, stage.actor())).toBe(true);
  expect(await installSamplePeopleOnce(tools, stage.actor())).toBe(false);
  const lines = await sampleSignIns(tools);
  expect(lines.map((line) => line.split(/\s+/)[0])).toEqual([
    'operator@example.org',
    'moderator@example.org',
    'editor@example.org',
    'author@example.org',
    'learner@example.org',
  ]);
  const passwords = lines.map((line) => line.split(/\s+/)[1]);
  expect(new Set(passwords).size).toBe(5);
  for (const password of passwords) expect(password).toMatch(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
});

it('signs in, each with their role', async () => {
  const lines = await sampleSignIns(tools);
  for (const [name, roles] of [
    ['operator', ['operator']],
    ['moderator', ['moderator']],
    ['editor', ['editor']],
    ['author', ['author']],
    ['learner', []],
  ] as const) {
    const browser = stage.browser();
    await signIn(browser, `${name}@example.org`, passwordOf(lines, name));
    expect((await who(browser)).roles).toEqual(roles);
  }
});

it('prints a password no longer once it was changed', async () => {
  const current = passwordOf(await sampleSignIns(tools), 'learner');
  const browser = stage.browser();
  await signIn(browser, 'learner@example.org', current);
  stage.clock.forward(60);
  await browser.post('/en/account/password', { current, password: 'nine purple tractors' });
  expect((await sampleSignIns(tools)).map((line) => line.split('@')[0])).toEqual([
    'operator',
    'moderator',
    'editor',
    'author',
  ]);
});

it('goes, and does not come back by itself', async () => {
  expect(await removeSamplePeople(tools, erase)).toBe(5);
  await expect(readFile(file)).rejects.toThrow('ENOENT');
  expect(await sampleSignIns(tools)).toEqual([]);
  expect(await installSamplePeopleOnce(tools, stage.actor())).toBe(false);
  expect(await removeSamplePeople(tools, erase)).toBe(0);
});

it('comes back on demand', async () => {
  await installSamplePeople(tools, stage.actor());
  expect(await sampleSignIns(tools)).toHaveLength(5);
});

it('stays away from a platform that has accounts already', async () => {
  const other = await accountsStage();
  await other.person({ address: 'awa@example.org' });
  expect(await installSamplePeopleOnce(other.tools, other.actor())).toBe(false);
});
