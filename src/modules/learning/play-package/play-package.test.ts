import { describe, expect, it } from 'vitest';
import { courseContent } from '../../courses/testing/for-modules-above.ts';
import { learningStage } from '../testing/learning-stage.ts';

const stage = await learningStage();

const piece = (id: string, more: object = {}) => ({
  id: `unit-${id}`,
  title: `Unit ${id}`,
  blocks: [
    {
      id,
      content: { type: 'package', kind: 'scorm-2004', package: 'package', entry: 'index.html', ...more },
    },
    { id: `${id}-text`, content: { type: 'text', text: '<p>Hello</p>' } },
  ],
});
const content = courseContent.parse({
  about: { title: 'Pieces', lang: 'en' },
  rules: { completion: { seen: 0, passed: 1 } },
  sections: [
    {
      id: 's',
      title: 'All',
      units: [piece('exam', { points: 2, mastery: 0.8 }), piece('look'), piece('told', { points: 1 })],
    },
  ],
});
const { slug } = await stage.course(content);
const session = '11111111-1111-4111-8111-111111111111';
const other = '22222222-2222-4222-8222-222222222222';

async function learner(name: string) {
  const { browser } = await stage.person(name);
  await stage.join(browser, slug);
  const path = (block: string) => `/en/learn/${slug}/unit-${block}/${block}/package`;
  return {
    browser,
    tell: (block: string, told: object) =>
      browser.json<{ said: string }>(path(block), { session, number: 1, seconds: 5, ...told }),
    kept: async (block: string) =>
      (await (await browser.send(path(block), {})).json()) as {
        state: object;
        seconds: number;
        learner: string;
      },
    share: async () => /(\d+)% of the course/.exec((await browser.get(`/en/learn/${slug}`)).html)?.[1],
  };
}

describe('what a package says', () => {
  it('is kept, so that one goes on where one stopped, on any device', async () => {
    const awa = await learner('Awa');
    expect((await awa.kept('exam')).state).toEqual({});
    const told = { completion: 'incomplete', location: 'page-3', suspend: 'x'.repeat(64_000) };
    expect(await awa.tell('exam', told)).toEqual({ status: 200, answer: { said: 'Saved.' } });
    expect(await awa.kept('exam')).toMatchObject({ state: told, seconds: 5 });
    // what comes late or twice changes nothing; another page is another session, and time adds up
    await awa.tell('exam', { number: 3, location: 'page-5', seconds: 20 });
    await awa.tell('exam', { number: 2, location: 'page-4', seconds: 10 });
    expect(await awa.kept('exam')).toMatchObject({ state: { location: 'page-5' }, seconds: 20 });
    await awa.tell('exam', { session: other, number: 1, location: 'page-6', seconds: 7 });
    expect(await awa.kept('exam')).toMatchObject({ state: { location: 'page-6' }, seconds: 27 });
    expect((await awa.kept('exam')).learner).toMatch(/^learner-[0-9a-f]{16}$/);
  });

  it('passes by the pass mark where there is one, whatever the package calls it', async () => {
    const zoe = await learner('Zoe');
    const failed = await zoe.tell('exam', { completion: 'completed', success: 'passed', score: 0.79 });
    expect(failed.answer.said).toBe('Saved: not passed yet. You can try again.');
    const passed = await zoe.tell('exam', { number: 2, completion: 'incomplete', score: 0.8 });
    expect(passed.answer.said).toBe('Saved: passed.');
    expect(await zoe.share()).toBe('50');
    // the best counts: nothing that is told later takes it away
    await zoe.tell('exam', { number: 3, completion: 'completed', success: 'failed', score: 0 });
    expect(await zoe.share()).toBe('50');
  });

  it('passes by its own word, or by being completed, where there is no mark', async () => {
    const ali = await learner('Ali');
    const failed = await ali.tell('told', { completion: 'completed', success: 'failed' });
    expect(failed.answer.said).toContain('not passed yet');
    expect((await ali.tell('told', { number: 2, completion: 'completed' })).answer.said).toBe(
      'Saved: completed.',
    );
    expect(await ali.share()).toBe('50');
    expect((await ali.tell('look', { completion: 'completed' })).answer.said).toBe('Saved: completed.');
    await ali.tell('exam', { score: 1 });
    expect((await ali.browser.get(`/en/learn/${slug}`)).html).toMatch(/completed/i);
  });

  it('is written once, however often and from however many tabs it comes', async () => {
    const oma = await learner('Oma');
    const all = await Promise.all(
      Array.from({ length: 8 }, (_, at) =>
        oma.tell('exam', { number: at + 1, completion: 'completed', score: 0.9 }),
      ),
    );
    expect(all.every(({ status }) => status === 200)).toBe(true);
    expect(await oma.share()).toBe('50');
  });

  it('is refused when it is no result', async () => {
    const eve = await learner('Eve');
    for (const told of [
      { score: 1.5 },
      { score: 'full' },
      { completion: 'yes' },
      { suspend: 'x'.repeat(64_001) },
      { location: 'x'.repeat(1001) },
      { session: 'mine' },
      { number: 0 },
      { number: 1.5 },
    ])
      expect([told, (await eve.tell('exam', told)).status]).toEqual([told, 422]);
    const path = `/en/learn/${slug}/unit-exam/exam/package`;
    const headers = { origin: eve.browser.origin, 'content-type': 'application/json' };
    for (const [body, status] of [
      ['not json', 422],
      ['null', 422],
      [JSON.stringify({ pad: 'x'.repeat(300_000) }), 413],
    ] as const)
      expect((await eve.browser.send(path, { method: 'POST', body, headers })).status).toBe(status);
    expect((await eve.kept('exam')).state).toEqual({});
  });

  it('is a learner’s, of a block that is a package', async () => {
    const joined = await learner('Joe');
    const stranger = (await stage.person('Sam')).browser;
    const told = { session, number: 1, seconds: 1, score: 1 };
    const path = `/en/learn/${slug}/unit-exam/exam/package`;
    expect((await stage.visitor().send(path, {})).status).toBe(303);
    expect((await stranger.send(path, {})).status).toBe(403);
    expect((await stranger.json(path, told)).status).toBe(403);
    for (const wrong of ['exam-text', 'nope', 'told'])
      expect((await joined.browser.json(`/en/learn/${slug}/unit-exam/${wrong}/package`, told)).status).toBe(
        404,
      );
  });
});

describe('the unit', () => {
  it('says what becomes of a package that is not unpacked, and needs JavaScript where it is', async () => {
    const { html } = await stage.visitor().get(`/en/learn/${slug}/unit-exam`);
    expect(html).toContain('This content is being prepared');
    expect(html).not.toContain('<iframe');
  });
});
