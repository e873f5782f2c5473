import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { smallCourse } from '../../courses/testing/for-modules-above.ts';
import { lettersOf } from '../testing/letters.queries.ts';
import { learningStage } from '../testing/learning-stage.ts';
import { announceJob } from './announce.job.ts';
import { announcementsOf } from './announcements.queries.ts';

const stage = await learningStage();
const teacher = await stage.person('Tess', ['operator']);
const lena = await stage.person('Lena');
const milo = await stage.person('Milo');
const zoe = await stage.person('Zoe');

async function taught() {
  const { slug } = await stage.course(smallCourse({ title: `Jardin ${randomUUID().slice(0, 8)}` }));
  const { html } = await lena.browser.get(`/en/learn/${slug}`);
  const run = /name="run" value="([^"]+)"/.exec(html)?.[1] ?? '';
  for (const { browser } of [lena, milo]) await stage.join(browser, slug);
  await lena.browser.post(`/en/learn/${slug}/soil-1/done`, {});
  return { slug, run, here: `/en/teach/runs/${run}/announcements` };
}

const work = (id: string) =>
  announceJob.run(
    { tools: stage.tools, db: stage.db, actor: stage.actor(), signal: new AbortController().signal },
    { id },
  );

const message = (more = {}) => ({
  id: randomUUID(),
  segment: 'all',
  title: 'Rain on Saturday',
  body: 'We meet **indoors**.\n\n<script>alert(1)</script>',
  letter: 'yes',
  ...more,
});

describe('an announcement', () => {
  it('is looked at before it goes out, and goes to everybody once', async () => {
    const { run, here } = await taught();
    const form = message();
    const look = await teacher.browser.post(here, form);
    expect(look.html).toContain('2 people will read this');
    expect(look.html).not.toContain('<script>alert');
    expect(await announcementsOf(stage.db, run)).toEqual([]);
    await teacher.browser.post(here, { ...form, sure: 'yes' });
    await teacher.browser.post(here, { ...form, sure: 'yes' });
    await work(form.id);
    await work(form.id);
    expect(await announcementsOf(stage.db, run)).toMatchObject([{ title: 'Rain on Saturday', told: 2 }]);
    const letters = await lettersOf(stage.db, 'Rain on Saturday');
    expect(letters.map(({ to }) => to).sort()).toEqual(['lena@example.org', 'milo@example.org']);
  });

  it('goes to a group alone, and not by letter to whoever ended letters', async () => {
    const { here } = await taught();
    const first = message({ title: 'To those who began', segment: 'active' });
    await teacher.browser.post(here, { ...first, sure: 'yes' });
    await work(first.id);
    const [letter] = await lettersOf(stage.db, 'To those who began');
    expect(letter?.to).toBe('lena@example.org');
    const token = /stop-letters\?token=([\w-]+)/.exec(letter?.text ?? '')?.[1] ?? '';
    // as a mail program does it: from outside, without a cookie
    const stop = await stage.visitor().send(`/en/learn/-/stop-letters?token=${token}`, {
      method: 'POST',
      body: 'List-Unsubscribe=One-Click',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(stop.status).toBe(200);
    const second = message({ title: 'Once more' });
    await teacher.browser.post(here, { ...second, sure: 'yes' });
    await work(second.id);
    expect((await lettersOf(stage.db, 'Once more')).map(({ to }) => to)).toEqual(['milo@example.org']);
  });

  it('needs a subject and words, and keeps what was typed', async () => {
    const { here } = await taught();
    const answer = await teacher.browser.post(here, message({ title: ' ', body: 'Typed with care' }));
    expect([answer.status, answer.html.includes('Typed with care')]).toEqual([422, true]);
    const again = await teacher.browser.post(here, message({ again: 'yes', body: 'Typed again' }));
    expect([again.status, again.html.includes('Typed again</textarea>')]).toEqual([200, true]);
  });

  it('is written by teachers only', async () => {
    const { here } = await taught();
    expect((await zoe.browser.get(here)).status).toBe(404);
    expect((await lena.browser.post(here, { ...message(), sure: 'yes' })).status).toBe(404);
  });
});
