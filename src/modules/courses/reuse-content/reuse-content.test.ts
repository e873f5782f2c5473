import { describe, expect, it } from 'vitest';
import { insertFiles } from '../course-files/files.queries.ts';
import { filesOf } from '../course-files/files.queries.ts';
import { block as blockSchema } from '../content/blocks.ts';
import { blocksOfUnit, insertBlock } from '../edit-block/block.queries.ts';
import { teachStage } from '../testing/teach-stage.ts';

const stage = await teachStage();
const ada = await stage.person('Ada', ['author']);
const zoe = await stage.person('Zoe', ['author']);
const from = await stage.course(ada.browser, 'Library');
const to = await stage.course(ada.browser, 'Bread');
const [source = ''] = from.units;
const [target = ''] = to.units;
const file = (id: string, key: string) => ({
  id,
  name: 'loaf.png',
  type: 'image/png',
  bytes: 9,
  key: key.repeat(64),
});
await insertFiles(stage.db, {
  courseId: from.id,
  files: [file('loaf', 'a'), file('crumb', 'b')],
  now: stage.clock.now(),
});
await insertFiles(stage.db, { courseId: to.id, files: [file('loaf', 'c')], now: stage.clock.now() });
const add = (fields: Record<string, string>) =>
  ada.browser.post(`${from.path}/units/${source}/add/text`, {
    block: stage.tools.ids.next(),
    do: 'save',
    ...fields,
  });
await add({ title: 'One', 'content.text': '![A loaf](file:loaf) ![Crumb](file:crumb)' });
await add({ title: 'Two', 'content.text': 'Words' });

describe('blocks of another course', () => {
  it('are offered, and come with their files; what is called alike stays apart', async () => {
    const shown = await ada.browser.get(`${to.path}/units/${target}/reuse?from=${from.id}`);
    expect(shown.html).toContain('Text: One');
    await ada.browser.post(`${to.path}/units/${target}/reuse`, { from: from.id, take: source });
    const [one, two] = await blocksOfUnit(stage.db, to.id, target);
    expect(two).toMatchObject({ title: 'Two', content: { text: '<p>Words</p>' } });
    const files = await filesOf(stage.db, to.id);
    const copied = files.find(({ key }) => key.startsWith('a'))?.id;
    expect(copied).not.toBe('loaf');
    expect(one?.content).toMatchObject({ text: expect.stringContaining(`file:${copied}`) as string });
    expect(one?.content).toMatchObject({ text: expect.stringContaining('file:crumb') as string });
    expect(files.find(({ id }) => id === 'loaf')?.key).toBe('c'.repeat(64));
  });

  it('can be taken one by one', async () => {
    const before = (await blocksOfUnit(stage.db, to.id, target)).length;
    const [first] = await blocksOfUnit(stage.db, from.id, source);
    await ada.browser.post(`${to.path}/units/${target}/reuse`, {
      from: from.id,
      take: `${source}:${first?.id}`,
    });
    expect(await blocksOfUnit(stage.db, to.id, target)).toHaveLength(before + 1);
  });

  it('bring their own package, where the course has another one of this name', async () => {
    const packages = (key: string) => [{ ...file('package', key), name: 'p.zip', type: 'application/zip' }];
    const now = stage.clock.now();
    await insertFiles(stage.db, { courseId: from.id, files: packages('d'), now });
    await insertFiles(stage.db, { courseId: to.id, files: packages('e'), now });
    const content = { type: 'package', kind: 'html', package: 'package', entry: 'index.html' };
    const block = blockSchema.parse({ id: 'piece', content });
    await insertBlock(stage.db, { courseId: from.id, unitId: source, block, at: now, by: null });
    await ada.browser.post(`${to.path}/units/${target}/reuse`, { from: from.id, take: `${source}:piece` });
    const copied = (await blocksOfUnit(stage.db, to.id, target)).at(-1)?.content;
    const id = copied?.type === 'package' ? copied.package : '';
    expect((await filesOf(stage.db, to.id)).find((each) => each.id === id)?.key).toBe('d'.repeat(64));
  });

  it('are taken only from courses that one may edit, and only into them', async () => {
    const own = await stage.course(zoe.browser, 'Zoe’s');
    const into = `${own.path}/units/${own.units[0]}/reuse`;
    expect((await zoe.browser.get(`${into}?from=${from.id}`)).status).toBe(404);
    expect((await zoe.browser.post(into, { from: from.id, take: source })).status).toBe(404);
    const theirs = `${to.path}/units/${target}/reuse`;
    expect((await zoe.browser.post(theirs, { from: own.id, take: own.units[0] ?? '' })).status).toBe(404);
    expect((await ada.browser.post(theirs, { from: from.id, take: 'nowhere' })).status).toBe(404);
    expect((await ada.browser.post(theirs, {})).status).toBe(400);
  });
});
