import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { textsAnywhere } from '../../../platform/testing/texts-anywhere.queries.ts';
import { smallCourse } from '../../courses/testing/for-modules-above.ts';
import { learningData } from '../forget-person/learning-data.ts';
import { unitsOf } from '../ledger/standing.ts';
import { enrolmentIn, newsAbout } from '../testing/voices.queries.ts';
import { learningStage } from '../testing/learning-stage.ts';
import { mostOpenReports } from './tell-author.ts';
import { stopsIn, toDoOf } from './to-do.ts';

const stage = await learningStage();
const tess = await stage.person('Tess', ['operator']);
const lena = await stage.person('Lena');
const zoe = await stage.person('Zoe');

async function taught(learners = [lena]) {
  const { slug, id } = await stage.course(smallCourse({ title: `Jardin ${randomUUID().slice(0, 8)}` }));
  for (const { browser } of learners) await stage.join(browser, slug);
  return { slug, id, unit: `/en/learn/${slug}/soil-1`, list: `/en/teach/courses/${id}/to-do` };
}

const report = (more = {}) => ({
  id: randomUUID(),
  block: 'soil-1-text',
  fault: 'typo',
  words: 'It says <b>soyl</b>',
  ...more,
});
const todo = (courseId: string) => toDoOf(stage.db, tess.actor(), courseId);
const pressed = (html: string) => /name="rating" value="([\w-]+)" aria-pressed="true"/.exec(html)?.[1];

describe('the rating of a unit', () => {
  it('is one press, and another press changes it', async () => {
    const { id, unit } = await taught();
    expect(pressed((await lena.browser.get(unit)).html)).toBeUndefined();
    for (const rating of ['lost', 'lost', 'clear']) {
      expect((await lena.browser.post(`${unit}/rating`, { rating })).status).toBe(200);
      expect(pressed((await lena.browser.get(unit)).html)).toBe(rating);
    }
    expect((await todo(id)).voices.ratings).toEqual({ 'soil-1': { clear: 1, 'so-so': 0, lost: 0 } });
  });

  it('is for learners, and takes nothing that is no rating', async () => {
    const { id, unit } = await taught();
    expect((await lena.browser.post(`${unit}/rating`, { rating: 'great' })).status).toBe(422);
    expect((await zoe.browser.post(`${unit}/rating`, { rating: 'lost' })).status).toBe(403);
    expect((await zoe.browser.get(unit)).html).not.toContain('id="tell"');
    expect((await todo(id)).voices.ratings).toEqual({});
  });
});

describe('a report', () => {
  it('is one however often it is sent, and does not say who it is', async () => {
    const { unit, list } = await taught();
    const sent = report();
    for (const time of [1, 2])
      expect((await lena.browser.post(`${unit}/fault`, sent)).status, `${time}`).toBe(200);
    const { html } = await tess.browser.get(list);
    expect(html.match(/It says &lt;b>soyl|It says &lt;b&gt;soyl/g)).toHaveLength(1);
    expect(html).toContain('/units/soil-1#blocks-soil-1-text');
    expect(html).not.toContain('Lena');
  });

  it('says who it is where they may be written to', async () => {
    const { unit, list } = await taught();
    await lena.browser.post(`${unit}/fault`, report({ write: 'yes', words: '', block: '' }));
    expect((await tess.browser.get(list)).html).toContain('mailto:lena@example.org');
  });

  it('is refused for a block of elsewhere, a fault that is none, too many words, and from strangers', async () => {
    const { id, unit } = await taught();
    const status = async (more: object, browser = lena.browser) =>
      (await browser.post(`${unit}/fault`, report(more))).status;
    expect(await status({ block: 'soil-quiz' })).toBe(404);
    expect(await status({ fault: 'ugly' })).toBe(422);
    expect(await status({ id: 'x' })).toBe(422);
    expect(await status({ words: 'x'.repeat(2001) })).toBe(422);
    expect(await status({}, zoe.browser)).toBe(403);
    expect((await todo(id)).voices.open).toBe(0);
  });

  it('waits with fifty others of the same person, and no more', async () => {
    const { id, unit } = await taught();
    for (let n = 0; n < mostOpenReports; n += 1) await lena.browser.post(`${unit}/fault`, report());
    expect((await lena.browser.post(`${unit}/fault`, report())).status).toBe(409);
    expect((await todo(id)).voices.open).toBe(mostOpenReports);
  });

  it('leaves the list once, by who teaches the course', async () => {
    const { id, unit, list } = await taught();
    const [first, second] = [report(), report()];
    for (const each of [first, second]) await lena.browser.post(`${unit}/fault`, each);
    expect((await lena.browser.post(`${list}/${first.id}`, { state: 'mended' })).status).toBe(404);
    for (const state of ['mended', 'no-fault'])
      expect((await tess.browser.post(`${list}/${first.id}`, { state })).status).toBe(200);
    expect((await todo(id)).voices.reports.map((each) => each.id)).toEqual([second.id]);
    expect((await tess.browser.post(`${list}/${second.id}`, { state: 'gone' })).status).toBe(422);
    expect((await tess.browser.post(`${list}/${randomUUID()}`, { state: 'mended' })).status).toBe(404);
    const other = await taught();
    expect((await tess.browser.post(`${other.list}/${second.id}`, { state: 'mended' })).status).toBe(404);
    const kept = JSON.stringify(await learningData.export(stage.db, lena.id));
    expect(kept.match(/"state":"mended"/g)).toHaveLength(1);
  });
});

describe('who reported', () => {
  it('hears once what came of it, with the author’s word, and reads it beside the report', async () => {
    const { slug, unit, list } = await taught();
    const [one, other] = [report(), report()];
    for (const each of [one, other]) await lena.browser.post(`${unit}/fault`, each);
    const answer = 'Thank you: <b>soil</b> it is.';
    for (const time of [1, 2])
      expect([
        time,
        (await tess.browser.post(`${list}/${one.id}`, { state: 'mended', answer })).status,
      ]).toEqual([time, 200]);
    await tess.browser.post(`${list}/${other.id}`, { state: 'no-fault' });
    const enrolment = await enrolmentIn(stage.db, slug, lena.id);
    expect(await newsAbout(stage.db, enrolment)).toMatchObject([
      { want: 'settled', sentence: 'learning.voice.news.mended.words', values: { answer } },
      { want: 'settled', sentence: 'learning.voice.news.no-fault' },
    ]);
    const { html } = await lena.browser.get(`/en/learn/${slug}/-/conversation`);
    expect(html).toContain('Thank you: &lt;b>soil');
    expect(html).toContain('no fault found');
  });

  it('is told no novel', async () => {
    const { unit, list } = await taught();
    const one = report();
    await lena.browser.post(`${unit}/fault`, one);
    const answer = 'x'.repeat(1001);
    expect((await tess.browser.post(`${list}/${one.id}`, { state: 'mended', answer })).status).toBe(422);
  });
});

describe('the list of an author', () => {
  it('is nobody else’s business', async () => {
    const { list } = await taught();
    for (const { browser } of [lena, zoe]) expect((await browser.get(list)).status).toBe(404);
    expect((await tess.browser.get('/en/teach/courses/nonsense/to-do')).status).toBe(404);
    expect((await tess.browser.get(`/en/teach/courses/${randomUUID()}/to-do`)).status).toBe(404);
  });

  it('hides groups of fewer than five', async () => {
    const names = ['Ana', 'Bo', 'Cy', 'Dee'];
    const four = await Promise.all(names.map((name) => stage.person(name)));
    const { id, slug, unit } = await taught(four);
    for (const { browser } of four) await browser.post(`${unit}/rating`, { rating: 'lost' });
    const few = await todo(id);
    expect([few.lost, few.stops, few.failed]).toEqual([[], [], []]);
    await stage.join(lena.browser, slug);
    await lena.browser.post(`${unit}/rating`, { rating: 'clear' });
    const { lost, stops } = await todo(id);
    expect(lost.map(({ unit: { id: which }, part, of }) => [which, part, of])).toEqual([['soil-1', 4, 5]]);
    expect(stops.map(({ unit: { id: which }, part, of }) => [which, part, of])).toEqual([['soil-1', 5, 5]]);
    expect((await tess.browser.get(`/en/teach/courses/${id}/to-do`)).html).toContain('4 of 5');
  });

  it('names the units that people do not finish after the one before, the worst first', async () => {
    const { id } = await taught();
    const { course } = await todo(id);
    const units = course.outline ? unitsOf(course.outline) : [];
    const seen = { 'soil-1': 90, 'soil-2': 30, 'seed-1': 40 };
    expect(stopsIn(units, { seen, enrolled: 100 }).map(({ unit, part, of }) => [unit.id, part, of])).toEqual([
      ['soil-2', 60, 90],
      ['soil-1', 10, 100],
    ]);
  });

  it('says when nobody changed the course for three months', async () => {
    const { id, list } = await taught();
    expect((await todo(id)).isUntouched).toBe(false);
    stage.clock.forward(92 * 86_400);
    expect((await todo(id)).isUntouched).toBe(true);
    const again = await stage.person('Uma', ['operator']);
    expect((await again.browser.get(list)).html).toContain('Nothing has changed since');
  });
});

it('goes with the person', async () => {
  const zephyrine = await stage.person('Zephyrine');
  const { id, unit } = await taught([zephyrine]);
  await zephyrine.browser.post(`${unit}/rating`, { rating: 'so-so' });
  await zephyrine.browser.post(`${unit}/fault`, report({ words: 'Obsidian' }));
  expect(await learningData.export(stage.db, zephyrine.id)).toMatchObject({
    courses: [
      { ratings: [{ unit: 'soil-1', rating: 'so-so' }], reports: [{ text: 'Obsidian', fault: 'typo' }] },
    ],
  });
  await learningData.erase(stage.db, stage.actor(), zephyrine.id);
  expect(await textsAnywhere(stage.db, ['obsidian'])).toEqual([]);
  expect((await todo(id)).voices).toEqual({ reports: [], open: 0, waiting: 0, ratings: {} });
});
