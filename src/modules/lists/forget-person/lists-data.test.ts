import { expect, it } from 'vitest';
import { textsAnywhere } from '../../../platform/testing/texts-anywhere.queries.ts';
import { listsStage } from '../testing/lists-stage.ts';
import { listsData } from './lists-data.ts';

const stage = await listsStage();

it('hands out lists, notes and reports, and leaves none of them', async () => {
  const zephyrine = await stage.person('Zephyrine');
  const awa = await stage.person('Awa');
  const id = await stage.list(zephyrine.browser, 'Quartz and clay', ['bread'], { description: 'Feldspar' });
  const { html } = await zephyrine.browser.get(`/en/lists/mine/${id}`);
  const item = /items\/([0-9a-f-]{36})\/note/.exec(html)?.[1];
  await zephyrine.browser.post(`/en/lists/mine/${id}/items/${item}/note`, { note: 'Gneiss' });
  const other = await stage.list(awa.browser, 'Other', ['bread']);
  await awa.browser.post(`/en/lists/mine/${other}/share`, { visibility: 'public' });
  await zephyrine.browser.post('/en/lists/other/report', { reason: 'other', words: 'Basalt' });

  const data = JSON.stringify(await listsData.export(stage.db, zephyrine.id));
  for (const word of ['Quartz and clay', 'Feldspar', 'Gneiss', 'Basalt', 'Bread'])
    expect(data).toContain(word);

  await listsData.erase(stage.db, stage.actor(), zephyrine.id);
  expect(await textsAnywhere(stage.db, ['quartz', 'feldspar', 'gneiss', 'basalt'])).toEqual([]);
  // the report itself stands: a moderator still answers it
  const moderator = await stage.person('Milo', ['moderator']);
  expect((await moderator.browser.get('/en/operator/lists')).html).toContain('Other');
});
