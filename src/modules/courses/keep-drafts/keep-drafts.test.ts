import { describe, expect, it } from 'vitest';
import { blocksOfUnit, findBlock, historyOf } from '../edit-block/block.queries.ts';
import { hiddenOn, idsOn, teachStage } from '../testing/teach-stage.ts';

const stage = await teachStage();
const ada = await stage.person('Ada', ['author']);
const zoe = await stage.person('Zoe', ['author']);
const course = await stage.course(ada.browser);
const [unit = ''] = course.units;
const block = stage.tools.ids.next();
await ada.browser.post(`${course.path}/units/${unit}/add/text`, {
  block,
  'content.text': 'First words',
  do: 'save',
});
const at = `${course.path}/blocks/${block}`;
const write = async (text: string, end = '') =>
  ada.browser.sendForm(at + end, {
    revision: hiddenOn((await ada.browser.get(at)).html, 'revision'),
    'content.text': text,
    do: 'save',
  });
const textOf = async () => (await findBlock(stage.db, course.id, block))?.content;
const publish = (changes = '') => ada.browser.post(`${course.path}/publish`, { changes });

describe('the history of a block', () => {
  it('says so while there is none', async () => {
    expect((await ada.browser.get(`${at}/history`)).html).toContain('No earlier state');
  });

  it('keeps what a button saved each time, and what was saved by itself every ten minutes', async () => {
    await write('Second words');
    for (let minute = 0; minute < 25; minute += 1) {
      stage.clock.forward(60);
      await write(`Typing ${minute}`, '/autosave');
    }
    const kept = (await historyOf(stage.db, course.id, block, 99)).map(({ content }) => content);
    expect(kept.length).toBeGreaterThanOrEqual(4);
    expect(kept.length).toBeLessThanOrEqual(5);
    expect(kept.slice(-2)).toEqual([
      { type: 'text', text: '<p>Second words</p>' },
      { type: 'text', text: '<p>First words</p>' },
    ]);
  });

  it('shows word by word what changed between two states', async () => {
    const { html } = await ada.browser.get(`${at}/history?from=1&to=2`);
    expect(html).toMatch(/<del>.*First<\/del>/);
    expect(html).toMatch(/<ins>.*Second<\/ins>/);
  });

  it('brings an earlier state back, and keeps what stood there', async () => {
    const before = await textOf();
    await ada.browser.post(`${at}/history`, { revision: '1' });
    expect(await textOf()).toEqual({ type: 'text', text: '<p>First words</p>' });
    const [latest] = await historyOf(stage.db, course.id, block, 1);
    expect(latest?.content).toEqual(before);
    expect((await ada.browser.post(`${at}/history`, { revision: '999' })).status).toBe(404);
    expect((await zoe.browser.get(`${at}/history`)).status).toBe(404);
    expect((await zoe.browser.post(`${at}/history`, { revision: '1' })).status).toBe(404);
  });
});

describe('versions', () => {
  it('are compared by their units', async () => {
    expect((await ada.browser.get(`${course.path}/versions`)).html).toContain('Not published yet');
    await publish();
    stage.clock.forward(60);
    const added = stage.tools.ids.next();
    const [section = ''] = course.sections;
    await ada.browser.post(`${course.path}/add`, { id: added, title: 'A new unit', section });
    await write('Other words');
    await publish('Said to learners');
    const { html } = await ada.browser.get(`${course.path}/versions`);
    expect(html).toContain('Said to learners');
    expect(html).toMatch(/New units[\s\S]*A new unit/);
    expect(html).toMatch(/Changed units[\s\S]*Unit 1/);
    const back = await ada.browser.get(`${course.path}/versions?from=2&to=1`);
    expect(back.html).toMatch(/Units that are gone[\s\S]*A new unit/);
  });

  it('say whether the draft has changed since', async () => {
    expect((await ada.browser.get(`${course.path}/publish`)).html).toContain(
      'Nothing has changed since version 2',
    );
    stage.clock.forward(60);
    await write('Once more');
    expect((await ada.browser.get('/en/teach')).html).toContain('Changes not published');
  });

  it('come back into the draft as they were; learners see it once it is published', async () => {
    const asked = await ada.browser.get(`${course.path}/versions/1/restore`);
    expect(asked.html).toContain('Learners see nothing of it until you publish.');
    await ada.browser.post(`${course.path}/versions/1/restore`);
    const outline = await ada.browser.get(course.path);
    expect(idsOn(outline.html, 'units')).toEqual([unit]);
    const [present] = await blocksOfUnit(stage.db, course.id, unit);
    expect(present?.content).toEqual({ type: 'text', text: '<p>First words</p>' });
    const [latest] = await historyOf(stage.db, course.id, block, 1);
    expect(latest?.content).toEqual({ type: 'text', text: '<p>Once more</p>' });
  });

  it('keep what a block said that was removed before they came back', async () => {
    await write('Nowhere else', '/autosave');
    await ada.browser.post(`${course.path}/arrange`, { do: `remove:blocks:${block}` });
    await ada.browser.post(`${course.path}/versions/1/restore`);
    expect(await textOf()).toEqual({ type: 'text', text: '<p>First words</p>' });
    const kept = (await historyOf(stage.db, course.id, block, 99)).map(({ content }) => content);
    expect(kept).toContainEqual({ type: 'text', text: '<p>Nowhere else</p>' });
  });

  it('that there are not, or that are a stranger’s, are not found', async () => {
    for (const number of ['9', '0', 'x', '1e3'])
      expect((await ada.browser.post(`${course.path}/versions/${number}/restore`)).status).toBe(404);
    expect((await zoe.browser.get(`${course.path}/versions`)).status).toBe(404);
    expect((await zoe.browser.post(`${course.path}/versions/1/restore`)).status).toBe(404);
  });
});

describe('the preview', () => {
  it('shows no right answers and nothing to rework', async () => {
    const set = stage.tools.ids.next();
    const rules = { 'content.rules.passAt': '50', 'content.rules.showAnswers': 'answered' };
    await ada.browser.post(`${course.path}/units/${unit}/add/questions`, {
      block: set,
      ...rules,
      do: 'save',
    });
    await ada.browser.post(`${course.path}/blocks/${set}/paste`, { text: 'A?\n(x) yes\n( ) no', do: 'save' });
    expect((await ada.browser.get(`${course.path}/units/${unit}`)).html).toContain('class="right"');
    const { html } = await ada.browser.get(`${course.path}/preview/${unit}`);
    expect(html).toContain('yes');
    expect(html).not.toContain('class="right"');
    expect((await ada.browser.get(`${course.path}/preview/nowhere`)).status).toBe(404);
  });
});
