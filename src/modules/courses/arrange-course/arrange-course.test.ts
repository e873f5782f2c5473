import { describe, expect, it } from 'vitest';
import { idsOn, teachStage } from '../testing/teach-stage.ts';

const stage = await teachStage();
const ada = await stage.person('Ada', ['author']);
const zoe = await stage.person('Zoe', ['author']);
const course = await stage.course(ada.browser, 'Bread', 'weekly');
const outline = async () => (await ada.browser.get(course.path)).html;
const units = async () => idsOn(await outline(), 'units');
const arrange = (fields: Record<string, string>, browser = ada.browser) =>
  browser.post(`${course.path}/arrange`, fields);

describe('the outline', () => {
  it('moves units up and down, over into the next section, and not over the edge', async () => {
    const [a = '', b = '', c = '', d = ''] = await units();
    await arrange({ do: `down:units:${a}` });
    expect(await units()).toEqual([a, b, c, d]);
    const [, second = ''] = idsOn(await outline(), 'sections');
    const shown = (await ada.browser.get(`${course.path}/units/${a}`)).html;
    expect(shown).toContain(`#sections-${second}`);
    await arrange({ do: `down:units:${a}` });
    expect(await units()).toEqual([b, a, c, d]);
    await arrange({ do: `up:units:${a}` });
    await arrange({ do: `up:units:${a}` });
    await arrange({ do: `up:units:${a}` });
    expect(await units()).toEqual([a, b, c, d]);
  });

  it('moves sections with what stands in them', async () => {
    const before = idsOn(await outline(), 'sections');
    await arrange({ do: `up:sections:${before[1]}` });
    expect(idsOn(await outline(), 'sections')).toEqual([before[1], before[0], before[2], before[3]]);
    await arrange({ do: `down:sections:${before[1]}` });
    expect(idsOn(await outline(), 'sections')).toEqual(before);
    await arrange({ do: `up:sections:${before[0]}` });
    expect(idsOn(await outline(), 'sections')).toEqual(before);
  });

  it('puts a unit into another section, before another unit', async () => {
    const [a = '', b = '', c = '', d = ''] = await units();
    const sections = idsOn(await outline(), 'sections');
    await arrange({ do: `place:units:${d}`, into: sections[0] ?? '', before: a });
    expect(await units()).toEqual([d, a, b, c]);
    await arrange({ do: `place:units:${d}`, into: sections[3] ?? '' });
    expect(await units()).toEqual([a, b, c, d]);
    expect((await arrange({ do: `place:units:${d}`, into: 'nowhere' })).status).toBe(404);
  });

  it('takes a unit out and puts it back where it stood', async () => {
    const before = await units();
    const without = await arrange({ do: `remove:units:${before[1]}` });
    expect(without.html).toContain('“Unit 1” is removed.');
    expect(idsOn(without.html, 'units')).toEqual(before.toSpliced(1, 1));
    await arrange({ do: `put-back:units:${before[1]}` });
    expect(await units()).toEqual(before);
  });

  it('takes a section out with all of its units, and brings all of them back', async () => {
    const before = await units();
    const [first = ''] = idsOn(await outline(), 'sections');
    await arrange({ do: `remove:sections:${first}` });
    expect(await units()).toEqual(before.slice(1));
    await arrange({ do: `put-back:sections:${first}` });
    expect(await units()).toEqual(before);
  });

  it('adds a section with a first unit, and a unit, once each', async () => {
    const id = stage.tools.ids.next();
    for (let times = 0; times < 2; times += 1)
      await ada.browser.post(`${course.path}/add`, { id, title: 'Last words' });
    expect(idsOn(await outline(), 'sections').at(-1)).toBe(id);
    const unit = stage.tools.ids.next();
    const opened = await ada.browser.post(`${course.path}/add`, { id: unit, title: 'And last', section: id });
    expect(opened.path).toContain(`/units/${unit}`);
    expect((await units()).slice(-1)).toEqual([unit]);
    const refused = await ada.browser.post(`${course.path}/add`, { id: stage.tools.ids.next(), title: ' ' });
    expect(refused.html).toContain('Give it a title first.');
    const lost = { id: stage.tools.ids.next(), title: 'x', section: 'nowhere' };
    expect((await ada.browser.post(`${course.path}/add`, lost)).status).toBe(404);
  });

  it('duplicates a unit with its blocks, right after it, under ids of its own', async () => {
    const [a = ''] = await units();
    const block = stage.tools.ids.next();
    const text = { block, 'content.text': 'Flour', do: 'save' };
    await ada.browser.post(`${course.path}/units/${a}/add/text`, text);
    await arrange({ do: `duplicate:units:${a}` });
    const [, copy = ''] = await units();
    const shown = (await ada.browser.get(`${course.path}/units/${copy}`)).html;
    expect(shown).toContain('<bdi>Unit 1 (copy)</bdi>');
    expect(shown).toContain('Flour');
    expect(idsOn(shown, 'blocks')).not.toContain(block);
    expect(idsOn(shown, 'blocks')).toHaveLength(1);
  });

  it('renames a section and says when it opens; a section of nothing is refused', async () => {
    const [first = ''] = idsOn(await outline(), 'sections');
    const form = { title: 'Starters', strand: '', opensAfter: '3', do: 'save' };
    const saved = await ada.browser.post(`${course.path}/sections/${first}`, form);
    expect(saved.html).toContain('<bdi>Starters</bdi>');
    expect(saved.html).toContain('opens after 3 days');
    const wrong = await ada.browser.post(`${course.path}/sections/${first}`, {
      ...form,
      title: '',
      opensAfter: 'soon',
    });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('href="#f-title"');
    expect(wrong.html).toContain('Write a number here.');
  });

  it('refuses deeds that there are not', async () => {
    for (const deed of ['fly:units:x', 'up:roofs:x', 'up', '', 'duplicate:sections:x'])
      expect([deed, (await arrange({ do: deed })).status]).toEqual([deed, 400]);
    expect((await arrange({ do: 'up:units:nobody' })).status).toBe(404);
  });

  it('is nobody else’s: strangers learn not even that there is such a course', async () => {
    const [unit = ''] = await units();
    const before = await units();
    for (const path of [
      '',
      `/units/${unit}`,
      `/units/${unit}/add/text`,
      `/units/${unit}/settings`,
      '/publish',
    ])
      expect([path, (await zoe.browser.get(course.path + path)).status]).toEqual([path, 404]);
    expect((await arrange({ do: `remove:units:${unit}` }, zoe.browser)).status).toBe(404);
    expect((await zoe.browser.post(`${course.path}/publish`)).status).toBe(404);
    expect(await units()).toEqual(before);
    expect((await zoe.browser.get('/en/teach/courses/not-an-id')).status).toBe(404);
  });
});
