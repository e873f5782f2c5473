import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { smallCourse } from '../../courses/testing/for-modules-above.ts';
import { learningStage } from '../testing/learning-stage.ts';
import { countRun, keepFigures, keptFigures } from './figures.queries.ts';
import { countRunsJob, runFigures } from './run-figures.ts';

const stage = await learningStage();
const teacher = await stage.person('Tess', ['operator']);
const lena = await stage.person('Lena');
const milo = await stage.person('Milo, =1+1');
const zoe = await stage.person('Zoe');

async function taught() {
  const { slug } = await stage.course(smallCourse({ title: `Jardin ${randomUUID().slice(0, 8)}` }));
  const { html } = await lena.browser.get(`/en/learn/${slug}`);
  const run = /name="run" value="([^"]+)"/.exec(html)?.[1] ?? '';
  for (const { browser } of [lena, milo]) await stage.join(browser, slug);
  await lena.browser.post(`/en/learn/${slug}/soil-1/done`, {});
  const people = (await teacher.browser.get(`/en/teach/runs/${run}/people`)).html;
  const enrolmentOf = (name: string) =>
    new RegExp(`/people/([0-9a-f-]{36})"[^>]*><bdi>${name}`).exec(people)?.[1] ?? '';
  return { slug, run, lena: enrolmentOf('Lena') };
}

describe('a run that is taught', () => {
  it('shows who is where, unit by unit', async () => {
    const { run } = await taught();
    expect(await countRun(stage.db, run, stage.clock.now())).toEqual({
      people: { all: 2, active: 1, 'not-started': 1, stuck: 0, finished: 0, waiting: 0, left: 0 },
      seen: { 'soil-1': 1 },
      sets: {},
    });
    stage.clock.forward(15 * 86_400);
    const { people } = await runFigures(stage.db, run, stage.clock.now());
    expect([people.stuck, people.active, people['not-started']]).toEqual([1, 0, 1]);
    const page = await teacher.browser.get(`/en/teach/runs/${run}`);
    expect([page.status, page.html.includes('Ce qu’est un sol')]).toEqual([200, true]);
  });

  it('is nobody else’s business', async () => {
    const { run, lena: enrolment } = await taught();
    for (const path of ['', '/people', '/people.csv', `/people/${enrolment}`])
      expect((await zoe.browser.get(`/en/teach/runs/${run}${path}`)).status).toBe(404);
    const answer = await zoe.browser.post(`/en/teach/runs/${run}/people/${enrolment}/hand`, {
      id: randomUUID(),
      reason: 'x',
    });
    expect(answer.status).toBe(404);
    expect((await teacher.browser.get('/en/teach/runs/nonsense')).status).toBe(404);
    expect((await teacher.browser.get(`/en/teach/runs/${run}/people/${randomUUID()}`)).status).toBe(404);
  });

  it('finds people by group and by part of their name, whatever signs it holds', async () => {
    const { run } = await taught();
    const names = async (query: string) => {
      const { html } = await teacher.browser.get(`/en/teach/runs/${run}/people?${query}`);
      return ['Lena', 'Milo'].filter((name) => html.includes(`<bdi>${name}`));
    };
    expect(await names('segment=all')).toEqual(['Lena', 'Milo']);
    expect(await names('segment=not-started')).toEqual(['Milo']);
    expect(await names('q=len')).toEqual(['Lena']);
    expect([await names('q=%25'), await names('q=_'), await names('segment=finished')]).toEqual([[], [], []]);
  });

  it('goes out as a table that no spreadsheet runs', async () => {
    const { run } = await taught();
    const answer = await teacher.browser.send(`/en/teach/runs/${run}/people.csv`, { method: 'GET' });
    const lines = (await answer.text()).trimEnd().split('\r\n');
    expect(answer.headers.get('content-type')).toContain('text/csv');
    expect(lines).toHaveLength(3);
    expect(lines.some((line) => line.includes('"Milo, =1+1"'))).toBe(true);
  });
});

describe('one person', () => {
  it('gets more time, attempts or days, with the reason, and it can be taken back', async () => {
    const { run, lena: enrolment } = await taught();
    const here = `/en/teach/runs/${run}/people/${enrolment}`;
    const given = { block: '', until: '2027-03-01', attempts: '', minutes: '', reason: 'Ill for two weeks' };
    const page = await teacher.browser.post(`${here}/extension`, given);
    expect([page.status, page.html.includes('Ill for two weeks')]).toEqual([200, true]);
    const after = await teacher.browser.post(`${here}/extension/end`, { block: '' });
    expect(after.html).not.toContain('Ill for two weeks');
  });

  it.each([
    [{ until: '', reason: 'x' }, 'nothing given'],
    [{ until: '2027-02-30', reason: 'x' }, 'no day'],
    [{ attempts: '1000', reason: 'x' }, 'too many'],
    [{ minutes: 'ten', reason: 'x' }, 'no number'],
    [{ minutes: '10', reason: ' ' }, 'no reason'],
  ])('keeps what was typed when an extension is wrong: %j (%s)', async (fields, _why) => {
    const { run, lena: enrolment } = await taught();
    const answer = await teacher.browser.post(`/en/teach/runs/${run}/people/${enrolment}/extension`, {
      block: '',
      until: '',
      attempts: '',
      minutes: '',
      ...fields,
    });
    expect([answer.status, answer.html.includes('error')]).toEqual([422, true]);
  });

  it('is marked as done by hand, once, with an attestation in their own name', async () => {
    const { slug, run, lena: enrolment } = await taught();
    const here = `/en/teach/runs/${run}/people/${enrolment}`;
    const form = { id: randomUUID(), part: '', reason: 'Passed the exam on site' };
    await teacher.browser.post(`${here}/hand`, form);
    const page = await teacher.browser.post(`${here}/hand`, form);
    expect(page.html.split('Passed the exam on site')).toHaveLength(2);
    const own = await lena.browser.get('/en/account/attestations');
    expect(own.html).toContain('Jardin');
    const number = /\/attestations\/([A-Z0-9-]+)"/.exec(own.html)?.[1] ?? '';
    const proof = await stage.visitor().get(`/en/attestations/${number}`);
    expect([proof.html.includes('Lena'), proof.html.includes('Tess')]).toEqual([true, false]);
    expect((await lena.browser.get(`/en/learn/${slug}`)).status).toBe(200);
  });

  it('marks nothing of their own as done, should they teach the course', async () => {
    const { slug, run } = await taught();
    await stage.join(teacher.browser, slug);
    const people = (await teacher.browser.get(`/en/teach/runs/${run}/people`)).html;
    const own = /\/people\/([0-9a-f-]{36})"[^>]*><bdi>Tess/.exec(people)?.[1] ?? '';
    const here = `/en/teach/runs/${run}/people/${own}`;
    const sentence = 'This is your own place in the course';
    const { html } = await teacher.browser.get(here);
    expect([html.includes(sentence), html.includes(`action="${here}/hand"`)]).toEqual([true, false]);
    const form = { id: randomUUID(), part: '', reason: 'I know it all' };
    const refused = await teacher.browser.post(`${here}/hand`, form);
    expect([refused.status, refused.html.includes(sentence)]).toEqual([403, true]);
    expect((await teacher.browser.get(here)).html).not.toContain('I know it all');
  });

  it('cannot be marked for what the course does not have', async () => {
    const { run, lena: enrolment } = await taught();
    const form = { id: randomUUID(), part: 'gone', reason: 'x' };
    const answer = await teacher.browser.post(`/en/teach/runs/${run}/people/${enrolment}/hand`, form);
    expect(answer.status).toBe(404);
  });
});

describe('a large run', () => {
  it('is shown as it was counted last', async () => {
    const { run } = await taught();
    const { db, clock } = stage;
    const many = {
      ...(await countRun(db, run, clock.now())),
      people: { ...(await countRun(db, run, clock.now())).people, all: 9000 },
    };
    await keepFigures(db, run, many, clock.now());
    expect((await runFigures(db, run, clock.now())).people.all).toBe(9000);
    const page = await teacher.browser.get(`/en/teach/runs/${run}`);
    expect(page.html).toContain('9,000');
    // with two people it is none of those that the job counts
    const scene = { tools: stage.tools, db, actor: stage.actor(), signal: new AbortController().signal };
    await countRunsJob.run(scene, {});
    expect((await keptFigures(db, run))?.people.all).toBe(9000);
  });
});
