import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { textsAnywhere } from '../../../platform/testing/texts-anywhere.queries.ts';
import { smallCourse } from '../../courses/testing/for-modules-above.ts';
import { learningData } from '../forget-person/learning-data.ts';
import { learningStage } from '../testing/learning-stage.ts';
import { mostAnHour } from './message.ts';
import { newsAbout } from '../testing/voices.queries.ts';
import { tellAnswersJob } from './tell-answers.job.ts';

const stage = await learningStage();
const tess = await stage.person('Tess', ['operator']);
const lena = await stage.person('Lena');
const milo = await stage.person('Milo');
const zoe = await stage.person('Zoe');

async function taught() {
  const { slug, id } = await stage.course(smallCourse({ title: `Jardin ${randomUUID().slice(0, 8)}` }));
  for (const { browser } of [lena, milo]) await stage.join(browser, slug);
  const here = `/en/learn/${slug}/-/conversation`;
  const list = `/en/teach/courses/${id}/conversations`;
  const write = (more: Record<string, string> = {}, { browser } = lena) =>
    browser.post(here, { id: randomUUID(), words: 'When do I sow beans?', ...more });
  const room = async () => {
    const { html } = await tess.browser.get(`${list}?show=all`);
    const [, enrolment = ''] = /\/conversations\/([0-9a-f-]{36})"/.exec(html) ?? [];
    return { enrolment, path: `${list}/${enrolment}` };
  };
  const answer = async (words: string, id: string = randomUUID()) =>
    tess.browser.post((await room()).path, { id, words });
  return { slug, id, here, list, write, room, answer };
}

const tell = (enrolmentId: string) =>
  tellAnswersJob.run(
    { tools: stage.tools, db: stage.db, actor: stage.actor(), signal: new AbortController().signal },
    { enrolmentId },
  );

const times = (html: string, text: string): number => html.split(text).length - 1;

describe('a learner', () => {
  it('writes from a unit what is good and what is not, once however often it is sent', async () => {
    const { slug, here } = await taught();
    const unit = `/en/learn/${slug}/soil-1`;
    const { html } = await lena.browser.get(unit);
    expect(html).toContain('What could be better');
    const message = {
      id: randomUUID(),
      unit: 'soil-1',
      in: 'unit',
      good: 'The <b>worms</b>',
      bad: 'Too fast',
    };
    for (const time of [1, 2]) {
      const sent = await lena.browser.post(here, message);
      expect([time, sent.path]).toEqual([time, unit]);
    }
    const shown = (await lena.browser.get(here)).html;
    expect(times(shown, 'The &lt;b>worms')).toBe(1);
    expect(shown).toContain('Too fast');
  });

  it('keeps what was typed when it is empty or too long', async () => {
    const { here, write } = await taught();
    expect((await write({ words: ' \n ' })).status).toBe(422);
    const long = await write({ words: 'x'.repeat(2001), good: 'kept here' });
    expect([long.status, long.html.includes('kept here'), long.html.includes('2,000 characters')]).toEqual([
      422,
      true,
      true,
    ]);
    expect((await lena.browser.get(here)).html).not.toContain('class="talk"');
  });

  it('is refused a message without an id, about a unit of elsewhere, or in a course not taken', async () => {
    const { here, write } = await taught();
    expect((await write({ id: 'x' })).status).toBe(422);
    expect((await write({ unit: 'elsewhere' })).status).toBe(404);
    expect((await write({}, zoe)).status).toBe(403);
    expect((await zoe.browser.get(here)).status).toBe(403);
    expect((await stage.visitor().get(here)).path).toContain('/sign-in');
  });

  it('writes so much an hour, at the same time too, and again an hour later', async () => {
    const { here, write } = await taught();
    const answers = await Promise.all(
      Array.from({ length: mostAnHour + 3 }, (_, at) => write({ words: `No ${at}` })),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(mostAnHour);
    const refused = await write({ words: 'One more' });
    expect([refused.status, refused.html.includes('One more</textarea>')]).toEqual([422, true]);
    stage.clock.forward(3_601);
    expect((await write({ words: 'One more' })).status).toBe(200);
    expect((await lena.browser.get(here)).html).toContain('One more');
  });

  it('takes back their own message and nobody else’s', async () => {
    const { here, write, list, answer } = await taught();
    const id = randomUUID();
    await write({ id, words: 'Words in anger' });
    await milo.browser.post(`${here}/${id}/remove`);
    expect((await lena.browser.get(here)).html).toContain('Words in anger');
    const answered = randomUUID();
    await answer('Never mind', answered);
    await lena.browser.post(`${here}/${answered}/remove`);
    expect((await lena.browser.get(here)).html).toContain('Never mind');
    await lena.browser.post(`${here}/${id}/remove`);
    await lena.browser.post(`${here}/not-an-id/remove`);
    expect(await textsAnywhere(stage.db, ['words in anger'])).toEqual([]);
    expect((await tess.browser.get(list)).html).toContain('Nobody is waiting for an answer');
  });
});

it('who left the course reads what was answered, takes words back, and writes no more', async () => {
  const { slug, here, write, answer } = await taught();
  const id = randomUUID();
  await write({ id, words: 'Before I go' });
  await lena.browser.post(`/en/learn/${slug}/-/leave`);
  await answer('Come back');
  const { html } = await lena.browser.get(here);
  expect([html.includes('Come back'), html.includes('Write to the authors')]).toEqual([true, false]);
  expect((await write({ words: 'Again' })).status).toBe(403);
  await lena.browser.post(`${here}/${id}/remove`);
  expect((await lena.browser.get(here)).html).not.toContain('Before I go');
});

describe('those who teach', () => {
  it('see who waits, on the dashboard and in the list of what to improve, until they answer', async () => {
    const { slug, id, list, write, answer } = await taught();
    await write();
    const todo = `/en/teach/courses/${id}/to-do`;
    expect((await tess.browser.get(todo)).html).toContain('1 learner waits for an answer');
    const { html } = await lena.browser.get(`/en/learn/${slug}`);
    const people = await tess.browser.get(list);
    expect(people.html).toContain('Lena');
    expect(html).not.toContain('answer from the authors');
    const sent = randomUUID();
    for (const time of [1, 2]) expect([time, (await answer('In May.', sent)).status]).toEqual([time, 200]);
    expect((await tess.browser.get(todo)).html).not.toContain('waits for an answer');
    const home = (await lena.browser.get(`/en/learn/${slug}`)).html;
    expect(home).toContain('1 answer from the authors');
    expect((await lena.browser.get(`/en/learn/${slug}/soil-1`)).html).toContain('1 answer from the authors');
  });

  it('are counted by run on its dashboard', async () => {
    const { slug, write } = await taught();
    await write();
    await write({}, milo);
    const { html } = await zoe.browser.get(`/en/learn/${slug}`);
    const run = /name="run" value="([^"]+)"/.exec(html)?.[1] ?? '';
    const dashboard = (await tess.browser.get(`/en/teach/runs/${run}`)).html;
    expect(dashboard).toMatch(/Messages waiting<\/dt><dd><a href="[^"]*run=[^"]*">2</);
  });

  it('settle what needs no answer, and a new message waits again', async () => {
    const { list, write, room } = await taught();
    await write();
    const { path } = await room();
    await tess.browser.post(`${path}/state`, { do: 'settle' });
    expect((await tess.browser.get(list)).html).not.toContain('Lena');
    await write({ words: 'And peas?' });
    expect((await tess.browser.get(list)).html).toContain('Lena');
  });

  it('close a conversation with a reason, which nobody writes in until it is open again', async () => {
    const { here, write, room, answer } = await taught();
    await write();
    const { path } = await room();
    expect((await tess.browser.post(`${path}/state`, { do: 'close', reason: ' ' })).status).toBe(422);
    await tess.browser.post(`${path}/state`, { do: 'close', reason: 'No insults <here>.' });
    expect((await lena.browser.get(here)).html).toContain('No insults &lt;here>');
    expect((await write({ words: 'Me again' })).status).toBe(422);
    expect((await answer('Well')).status).toBe(422);
    await tess.browser.post(`${path}/state`, { do: 'reopen' });
    expect((await write({ words: 'Me again' })).status).toBe(200);
  });

  it('are nobody else, and reach conversations of their course only', async () => {
    const one = await taught();
    const other = await taught();
    await one.write();
    const { enrolment, path } = await one.room();
    for (const { browser } of [lena, zoe])
      for (const at of [one.list, path]) expect((await browser.get(at)).status).toBe(404);
    expect((await zoe.browser.post(path, { id: randomUUID(), words: 'x' })).status).toBe(404);
    expect((await lena.browser.post(`${path}/state`, { do: 'close', reason: 'x' })).status).toBe(404);
    expect((await tess.browser.get(`${other.list}/${enrolment}`)).status).toBe(404);
    expect((await tess.browser.get(`${other.list}/x`)).status).toBe(404);
    expect((await tess.browser.post(`${path}/state`, { do: 'burn' })).status).toBe(422);
    expect((await tess.browser.post(path, { id: 'x', words: 'x' })).status).toBe(422);
  });
});

describe('an answer', () => {
  it('is told once, at most once an hour, and not once it is read', async () => {
    const { here, write, room, answer } = await taught();
    await write();
    const { enrolment } = await room();
    const told = async () => (await newsAbout(stage.db, enrolment)).map(({ want }) => want);
    await answer('First');
    for (const _time of [1, 2]) await tell(enrolment);
    expect(await told()).toEqual(['answer']);
    stage.clock.forward(600);
    await answer('Second');
    await tell(enrolment);
    expect(await told()).toEqual(['answer']);
    stage.clock.forward(3_100);
    await tell(enrolment);
    expect(await told()).toEqual(['answer', 'answer']);
    stage.clock.forward(7_200);
    await answer('Third');
    const upTo = stage.clock.now().toISOString();
    await lena.browser.post(`${here}/read`, { upTo });
    await tell(enrolment);
    expect(await told()).toHaveLength(2);
    expect((await lena.browser.get(here)).html).not.toContain('I have read it');
    expect((await lena.browser.post(`${here}/read`, { upTo: 'soon' })).status).toBe(422);
  });

  it('that came after the page was opened stays unread', async () => {
    const { slug, here, write, answer } = await taught();
    await write();
    await answer('First');
    const upTo = stage.clock.now().toISOString();
    stage.clock.forward(5);
    await answer('Second');
    await lena.browser.post(`${here}/read?upTo=${encodeURIComponent(upTo)}`);
    expect((await lena.browser.get(`/en/learn/${slug}`)).html).toContain('1 answer from the authors');
  });

  it('is told to nobody who ended it, however much they write', async () => {
    const { write, room, answer } = await taught();
    await write({}, milo);
    const { enrolment } = await room();
    const { html } = await milo.browser.get('/en/account/following');
    const [, following = ''] = /\/topics\/([0-9a-f-]{36})/.exec(html) ?? [];
    expect(following).not.toBe('');
    await milo.browser.post(`/en/account/following/topics/${following}/end`);
    await write({ words: 'Once more' }, milo);
    await answer('Yes');
    await tell(enrolment);
    expect(await newsAbout(stage.db, enrolment)).toEqual([]);
  });
});

it('is handed out and forgotten: by learners all of it, by who answered their name', async () => {
  const { here, write, answer } = await taught();
  await write({ words: 'Feldspar one' });
  await answer('Feldspar two');
  const handedOut = JSON.stringify(await learningData.export(stage.db, lena.id));
  for (const words of ['Feldspar one', 'Feldspar two']) expect(handedOut).toContain(words);
  expect(await learningData.export(stage.db, tess.id)).toMatchObject({
    answers: expect.arrayContaining([expect.objectContaining({ text: 'Feldspar two' })]),
  });
  await learningData.erase(stage.db, stage.actor(), tess.id);
  expect((await lena.browser.get(here)).html).toContain('Somebody who taught here');
  await learningData.erase(stage.db, stage.actor(), lena.id);
  expect(await textsAnywhere(stage.db, ['feldspar'])).toEqual([]);
});
