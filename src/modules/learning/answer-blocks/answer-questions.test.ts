import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { smallCourse } from '../../courses/testing/for-modules-above.ts';
import { learningStage } from '../testing/learning-stage.ts';
import { ledgerOf } from '../testing/ledger.queries.ts';

const stage = await learningStage();
const { slug } = await stage.course(smallCourse());
const path = `/en/learn/${slug}`;
const quiz = `${path}/soil-2/soil-quiz/answers`;

/** What the form of the set sends. */
const answer = (choice: string, deed = 'check') => ({
  submission: randomUUID(),
  attempt: '1',
  asked: 'q-clay',
  'a:q-clay': choice,
  do: deed,
});

describe('answers to a set of questions', async () => {
  const awa = await stage.person('Awa');
  await stage.join(awa.browser, slug);

  it('are asked for on the page of the unit', async () => {
    const { html } = await awa.browser.get(`${path}/soil-2`);
    expect(html).toContain(`action="${quiz}"`);
    expect(html).toContain('Une terre qui colle est');
    expect(html).toContain('data-live="b-soil-quiz outline"');
  });

  it('are kept and marked, and lead back to where they were asked', async () => {
    const sent = await awa.browser.sendForm(quiz, answer('sand'));
    expect([sent.status, sent.headers.get('location')]).toEqual([303, `${path}/soil-2#soil-quiz`]);
    const { html } = await awa.browser.get(`${path}/soil-2`);
    expect(html).toContain('Le sable laisse filer l’eau.');
    expect(html).toContain('started: ');
  });

  it('are one deed, however often and from however many tabs they are sent', async () => {
    const right = answer('clay');
    await Promise.all([1, 2, 3].map(() => awa.browser.post(quiz, right)));
    await awa.browser.post(quiz, { ...right });
    const entries = await ledgerOf(stage.db, awa.id);
    expect(entries.filter(({ kind }) => kind === 'answered').map(({ data }) => data)).toEqual([
      { points: 0, of: 1, passed: false, finished: true },
      { points: 1, of: 1, passed: true, finished: true },
    ]);
    expect((await awa.browser.get(path)).html).not.toContain('set of questions to pass');
  });

  it('never count less than they did', async () => {
    await awa.browser.post(quiz, { ...answer('sand'), attempt: '1' });
    expect((await awa.browser.get(path)).html).not.toContain('set of questions to pass');
  });

  it('that are only typed are kept and change no progress', async () => {
    const before = (await ledgerOf(stage.db, awa.id)).length;
    await awa.browser.post(quiz, answer('sand', 'save'));
    expect((await ledgerOf(stage.db, awa.id)).length).toBe(before);
  });
});

describe('answers that nobody asked for', async () => {
  const zoe = await stage.person('Zoe');

  it('are refused to visitors and to who is not enrolled', async () => {
    expect((await stage.visitor().post(quiz, answer('clay'))).status).toBe(401);
    expect((await zoe.browser.post(quiz, answer('clay'))).status).toBe(403);
  });

  it('go nowhere where there is no such set', async () => {
    await stage.join(zoe.browser, slug);
    for (const block of ['nope', 'soil-1-text', '%27'])
      expect((await zoe.browser.post(`${path}/soil-2/${block}/answers`, answer('clay'))).status).toBe(404);
  });

  it('and bodies that are no form change nothing', async () => {
    const headers = { origin: 'http://localhost:3000', 'content-type': 'multipart/form-data; boundary=x' };
    const sent = await zoe.browser.send(quiz, { method: 'POST', headers, body: 'not parts' });
    expect(sent.status).toBe(400);
    const hostile = { ...answer('clay'), attempt: '99999999999', 'a:q-clay': 'x'.repeat(200_000) };
    expect((await zoe.browser.sendForm(quiz, hostile)).status).toBeLessThan(500);
    expect((await zoe.browser.get(path)).html).toContain('set of questions to pass');
  });
});
