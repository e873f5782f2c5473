import { expect, it } from 'vitest';
import { createPerson } from '../../accounts/index.ts';
import { installSample } from '../../catalog/testing/for-modules-above.ts';
import { listsData } from '../forget-person/lists-data.ts';
import { listsOf } from '../read-lists/lists.queries.ts';
import { listsStage } from '../testing/lists-stage.ts';
import { installSampleLists } from './sample-lists.ts';

const stage = await listsStage([]);

it('comes once, says that it is a sample, and goes with the sample learner', async () => {
  // without the learner nothing comes
  await installSampleLists(stage.db, stage.actor());
  expect((await stage.visitor().get('/fr/lists')).html).not.toContain('première page web');

  const person = { name: 'Lina', address: 'learner@example.org', lang: 'en', isSample: true } as const;
  const lina = (await createPerson(stage.db, stage.actor(), person)) ?? '';
  // nor without the sample's courses
  await installSampleLists(stage.db, stage.actor());
  expect(await listsOf(stage.db, lina)).toEqual([]);

  await installSample(stage.db, stage.actor(), '2026-12-01');
  for (let time = 0; time < 2; time += 1) await installSampleLists(stage.db, stage.actor());
  const lists = await listsOf(stage.db, lina);
  expect(lists.map(({ courses, isPlan, isSample }) => ({ courses, isPlan, isSample }))).toEqual([
    { courses: 3, isPlan: true, isSample: true },
    { courses: 4, isPlan: false, isSample: true },
  ]);
  const all = await stage.visitor().get('/fr/lists');
  const path = /href="(\/fr\/lists\/de-l-ordinateur[^"]*)"/.exec(all.html)?.[1] ?? '';
  const shown = await stage.visitor().get(path);
  expect(shown.html).toContain('Ceci est un exemple installé avec le site');
  expect(shown.html).toContain('name="robots" content="noindex"');
  expect(shown.html).not.toContain('ld+json');

  await listsData.erase(stage.db, stage.actor(), lina);
  expect((await stage.visitor().get(path)).status).toBe(404);
});
