import { describe, expect, it } from 'vitest';
import { courseContent } from '../../courses/testing/for-modules-above.ts';
import { workAssessed } from '../events.ts';
import { handIn } from '../hand-in-work/hand-in.ts';
import { readSet } from '../ask-questions/read-set.ts';
import { submitSet } from '../take-attempt/submit-set.ts';
import { assessmentStage, assignmentOf, type Person, setOf, yesNo } from '../testing/assessment-stage.ts';
import { eventsOf } from '../testing/events.queries.ts';
import { handed } from '../testing/files.ts';

const criteria = [
  {
    id: 'care',
    title: 'Care',
    levels: [
      { id: 'low', title: 'Not yet', points: 0 },
      { id: 'high', title: 'With care', points: 2 },
    ],
  },
];
const blocks = {
  plain: assignmentOf({ points: 8 }),
  judged: assignmentOf({ points: 4, criteria }),
  own: assignmentOf({ points: 2, assessedBy: 'self' }),
  essays: setOf([yesNo, { type: 'essay', points: 3 }], { attempts: 1, passAt: 0.75 }),
};
const stage = await assessmentStage(
  courseContent.parse({
    about: { title: 'Gardens', lang: 'en' },
    sections: [
      {
        id: 's',
        title: 'Section',
        units: [
          {
            id: 'u',
            title: 'Unit',
            blocks: Object.entries(blocks).map(([id, content]) => ({ id, title: `Block ${id}`, content })),
          },
        ],
      },
    ],
  }),
);
const { db, course, tools, clock, owner } = stage;
await owner.signIn();
const base = `/en/teach/courses/${course.id}/work`;
const at = (who: Person, blockId: string) => ({ takerId: who.takerId, courseId: course.id, blockId });
const give = async (who: Person, blockId: 'plain' | 'judged' | 'own', text: string, files = new Map()) =>
  handIn(db, who.actor(), {
    ...at(who, blockId),
    content: blocks[blockId],
    form: new URLSearchParams({ submission: tools.ids.next(), text }),
    files,
  });
const told = () => eventsOf(db, workAssessed);
const hiddenOn = (html: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';

describe('the queue of a course', () => {
  it('is empty, then shows what waits, oldest first', async () => {
    expect((await owner.browser.get(base)).html).toContain('Nothing waiting');
    const [awa, zoe] = [await stage.person('Awa'), await stage.person('Zoe')];
    await give(awa, 'plain', 'Beds of clover');
    clock.forward(3 * 86_400);
    await owner.signIn();
    await give(zoe, 'judged', 'Beds of kale');
    clock.forward(60);
    await give(awa, 'plain', 'Beds of clover and rye');
    const { html } = await owner.browser.get(base);
    expect(html).toContain('2 pieces of work are waiting');
    expect(html.indexOf('>Zoe<')).toBeLessThan(html.indexOf('>Awa<'));
    expect(html).toContain('version 2');
    expect(html).toContain('Block judged');
  });

  it('is nobody’s who does not teach the course', async () => {
    const stranger = await stage.person('Max', ['author']);
    await stranger.signIn();
    expect((await stranger.browser.get(base)).status).toBe(404);
    for (const id of ['nonsense', '00000000-0000-7000-8000-000000000000'])
      expect((await owner.browser.get(`/en/teach/courses/${id}/work`)).status).toBe(404);
    const operator = await stage.person('Ora', ['operator']);
    await operator.signIn();
    expect((await operator.browser.get(base)).status).toBe(200);
  });
});

describe('work that is assessed', () => {
  it('is read with what was asked, accepted with points and words, and told', async () => {
    const awa = await stage.person('Awa');
    const { workId } = await give(awa, 'plain', 'Rows of <b>beans</b>');
    const page = await owner.browser.get(`${base}/${workId}`);
    expect(page.html).toContain('Plan a bed.');
    expect(page.html).toContain('Rows of &lt;b>beans&lt;/b>');
    const after = await owner.browser.post(`${base}/${workId}`, {
      points: '6,5',
      comment: 'Good rows.',
      verdict: 'accept',
    });
    expect(after.html).toContain('Here is the next piece of work');
    expect((await told()).at(-1)).toMatchObject({
      workId,
      takerId: awa.takerId,
      blockId: 'plain',
      state: 'accepted',
      points: 6.5,
      of: 8,
      passed: true,
    });
  });

  it('keeps what a colleague said of it meanwhile, and shows again what was typed', async () => {
    const awa = await stage.person('Awa');
    const { workId } = await give(awa, 'plain', 'Beans and peas');
    const path = `${base}/${workId}`;
    const seen = hiddenOn((await owner.browser.get(path)).html, 'seen');
    const theirs = { seen, points: '3', comment: 'Where are the\0 beans?', verdict: 'accept' };
    await owner.browser.post(path, theirs);
    const told3 = (await told()).length;
    // a double click changes nothing, and is told to nobody
    expect((await owner.browser.post(path, theirs)).status).toBe(200);
    expect(await told()).toHaveLength(told3);
    clock.forward(60);
    const mine = { seen, points: '8', comment: 'Lovely beans.', verdict: 'accept' };
    const refused = await owner.browser.post(path, mine);
    expect([refused.status, refused.html.includes('Lovely beans.')]).toEqual([409, true]);
    expect(refused.html).toContain('Somebody assessed this work');
    expect(await told()).toHaveLength(told3);
    expect((await owner.browser.get(path)).html).toContain('Where are the beans?');
    await owner.browser.post(path, { ...mine, seen: hiddenOn(refused.html, 'seen') });
    expect((await told()).at(-1)).toMatchObject({ workId, points: 8 });
  });

  it('goes back with words, and never without', async () => {
    const awa = await stage.person('Awa');
    const { workId } = await give(awa, 'plain', 'Three words only');
    const bare = await owner.browser.post(`${base}/${workId}`, { verdict: 'rework', comment: ' ' });
    expect(bare.status).toBe(422);
    expect(bare.html).toContain('your words are all that the person has to go on');
    await owner.browser.post(`${base}/${workId}`, { verdict: 'rework', comment: 'Say where.' });
    expect((await told()).at(-1)).toMatchObject({ workId, state: 'rework', points: 0, passed: false });
    expect((await give(awa, 'plain', 'Here, and there')).version).toBe(2);
  });

  it('wants a level for each criterion, and shows again what was typed', async () => {
    const awa = await stage.person('Awa');
    const { workId } = await give(awa, 'judged', 'Careful work');
    const bare = await owner.browser.post(`${base}/${workId}`, {
      verdict: 'accept',
      comment: 'Nearly there',
    });
    expect([bare.status, bare.html.includes('Nearly there')]).toEqual([422, true]);
    await owner.browser.post(`${base}/${workId}`, { verdict: 'accept', 'level:care': 'high' });
    expect((await told()).at(-1)).toMatchObject({ points: 4, of: 4 });
  });

  it.each(['-1', '9', 'many', '8,01'])('gets no points outside of what can be had: %s', async (points) => {
    const awa = await stage.person('Awa');
    const { workId } = await give(awa, 'plain', 'Work');
    const answer = await owner.browser.post(`${base}/${workId}`, { points, verdict: 'accept' });
    expect([answer.status, answer.html.includes('Give points from 0 to 8.')]).toEqual([422, true]);
  });

  it('is not judged where a newer version came', async () => {
    const awa = await stage.person('Awa');
    const { workId } = await give(awa, 'plain', 'Old');
    await give(awa, 'plain', 'New');
    expect((await owner.browser.post(`${base}/${workId}`, { verdict: 'accept' })).status).toBe(409);
  });

  it('is nobody’s to judge who does not teach', async () => {
    const awa = await stage.person('Awa');
    const { workId } = await give(awa, 'plain', 'Mine');
    await awa.signIn();
    expect((await awa.browser.get(`${base}/${workId}`)).status).toBe(404);
    expect((await awa.browser.post(`${base}/${workId}`, { verdict: 'accept' })).status).toBe(404);
    expect((await owner.browser.get(`${base}/nonsense`)).status).toBe(404);
  });
});

describe('a teacher who learns in their own course', () => {
  const sentence = 'This work is your own: somebody else';

  it('accepts nothing of their own; a colleague does', async () => {
    const { workId } = await give(owner, 'plain', 'My own beans');
    const path = `${base}/${workId}`;
    const { html } = await owner.browser.get(path);
    expect([html.includes(sentence), html.includes('name="verdict"')]).toEqual([true, false]);
    const before = (await told()).length;
    for (const verdict of [
      { points: '8', verdict: 'accept' },
      { comment: 'Again', verdict: 'rework' },
    ]) {
      const refused = await owner.browser.post(path, verdict);
      expect([refused.status, refused.html.includes(sentence)]).toEqual([403, true]);
    }
    expect(await told()).toHaveLength(before);
    const colleague = await stage.person('Cora', ['operator']);
    await colleague.signIn();
    await colleague.browser.post(path, { points: '8', verdict: 'accept' });
    expect((await told()).at(-1)).toMatchObject({ workId, state: 'accepted' });
  });

  it('judges what the assignment leaves to whoever handed it in', async () => {
    const { workId } = await give(owner, 'own', 'My own peas');
    expect((await owner.browser.get(`${base}/${workId}`)).html).toContain('name="verdict"');
    await owner.browser.post(`${base}/${workId}`, { points: '2', verdict: 'accept' });
    expect((await told()).at(-1)).toMatchObject({ workId, state: 'accepted', points: 2 });
  });
});

describe('an essay in a set', () => {
  it('counts in its attempt once a teacher has marked it', async () => {
    const awa = await stage.person('Awa');
    const scene = { ...at(awa, 'essays'), content: blocks.essays, banks: [] };
    const form = new URLSearchParams({
      submission: 's',
      attempt: '1',
      do: 'check',
      'a:q1': 'yes',
      'a:q2': 'Clover rests the soil',
    });
    for (const key of ['q1', 'q2']) form.append('asked', key);
    expect(await submitSet(db, awa.actor(), { ...scene, form })).toMatchObject({
      points: 1,
      of: 4,
      waiting: 3,
      passed: false,
    });
    const { html } = await owner.browser.get(base);
    const essay = /\/work\/([0-9a-f-]{36})"(?:(?!\/work\/)[\s\S])*Block essays/.exec(html)?.[1] ?? '';
    const page = await owner.browser.get(`${base}/${essay}`);
    expect(page.html).toContain('Clover rests the soil');
    expect(page.html).not.toContain('To be reworked');
    await owner.browser.post(`${base}/${essay}`, { points: '1', verdict: 'accept' });
    expect((await told()).at(-1)).toMatchObject({ questionId: 'q2', points: 2, of: 4, passed: false });
    const state = await readSet(db, { ...scene, now: clock.now() });
    expect(state).toMatchObject({ points: 2, waiting: 0, passed: false });
    expect(state.questions[1]?.mark).toMatchObject({ credit: 1 / 3 });
  });
});

describe('files of work', () => {
  it('are for who handed them in and who teaches, to download, byte for byte', async () => {
    const [awa, zoe] = [await stage.person('Awa'), await stage.person('Zoe')];
    const file = await handed(tools.storage, awa.id, 'plan <1>.html', '<script>alert(1)</script>');
    const { workId } = await give(awa, 'plain', '', new Map([['files', [file]]]));
    const path = `/en/work-files/${workId}/0`;
    expect((await zoe.browser.get(path)).path).toContain('/sign-in');
    await zoe.signIn();
    await awa.signIn();
    expect((await zoe.browser.get(path)).status).toBe(404);
    for (const who of [awa, owner]) {
      const answer = await who.browser.get(path);
      expect([answer.status, answer.html]).toEqual([200, '<script>alert(1)</script>']);
      expect(answer.headers.get('content-disposition')).toMatch(/^attachment/);
      expect(answer.headers.get('content-security-policy')).toContain('sandbox');
    }
    const part = await owner.browser.send(path, { method: 'GET', headers: { range: 'bytes=1-6' } });
    expect([part.status, await part.text()]).toEqual([206, 'script']);
    for (const wrong of ['1', '99', 'x', '-1', '0/../1'])
      expect((await owner.browser.get(`/en/work-files/${workId}/${wrong}`)).status).toBe(404);
  });
});
