import { expect, it } from 'vitest';
import { editorialStage } from '../testing/editorial-stage.ts';
import { allLabels } from './labels.queries.ts';

const stage = await editorialStage();
const edda = await stage.person('Edda');
const browser = await stage.signedIn(edda);
const ids = async () => (await allLabels(stage.db)).map(({ id }) => id);

it('gets an address from a name that has Latin letters, and keeps it when it is renamed', async () => {
  await browser.post('/en/editor/labels', { 'name-fr': 'Vie étudiante', 'name-ar': 'حياة' });
  expect(await ids()).toEqual(['vie-etudiante']);
  await browser.post('/en/editor/labels', { id: 'vie-etudiante', 'name-fr': 'Campus' });
  expect(await allLabels(stage.db)).toEqual([{ id: 'vie-etudiante', names: { fr: 'Campus' } }]);
  await browser.post('/en/editor/labels/vie-etudiante/remove');
  expect(await ids()).toEqual([]);
});

it('that has no Latin name gets an address too', async () => {
  await browser.post('/en/editor/labels', { 'name-zh': '校园' });
  expect((await ids())[0]).toMatch(/^label-/);
});

it('needs a name, not a long one', async () => {
  expect((await browser.post('/en/editor/labels', {})).status).toBe(422);
  const long = await browser.post('/en/editor/labels', { 'name-en': 'a'.repeat(41) });
  expect(long.html).toContain('This name is too long');
});

it('gets an address of its own where the form brings one that is none', async () => {
  for (const id of ['-1', '../x', 'A']) {
    const kept = await browser.post('/en/editor/labels', { id, 'name-en': 'Looms' });
    expect([id, kept.status]).toEqual([id, 200]);
  }
  expect(await ids()).toContain('looms');
});
