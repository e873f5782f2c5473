import { describe, expect, it } from 'vitest';
import { assessmentStage, assignmentOf, type Person } from '../testing/assessment-stage.ts';
import { handed } from '../testing/files.ts';
import { refused } from '../testing/set-before.ts';
import { assessOwnWork, handIn, readWorkSeen } from './hand-in.ts';

const stage = await assessmentStage();
const { db, course, clock, tools } = stage;
let blocks = 0;

type Content = ReturnType<typeof assignmentOf>;

async function before(content: Content = assignmentOf(), person?: Person) {
  const who = person ?? (await stage.learner());
  const at = { takerId: who.takerId, courseId: course.id, blockId: `task-${(blocks += 1)}`, content };
  const form = (text: string, submission: string) => new URLSearchParams({ submission, text });
  return {
    ...who,
    form,
    at,
    send: (text: string, submission = tools.ids.next(), more: Partial<Parameters<typeof handIn>[2]> = {}) =>
      handIn(db, who.actor(), { ...at, form: form(text, submission), ...more }),
    async see(dueAt?: Date) {
      const [seen] = await readWorkSeen(db, [{ ...at, dueAt }]);
      if (!seen) throw new Error('nothing to see');
      return seen;
    },
    judge: (workId: string, levels: Record<string, string>) =>
      assessOwnWork(db, who.actor(), { ...at, workId, form: new URLSearchParams(levels) }),
  };
}

describe('work', () => {
  it('is handed in once, however often its form is sent', async () => {
    const at = await before();
    const first = await at.send('My plan.', 'one');
    expect(first).toMatchObject({ version: 1, changed: true });
    expect(await at.send('My plan.', 'one')).toEqual({ ...first, changed: false });
    const both = await Promise.all([at.send('Mine.', 'two'), at.send('Mine.', 'two')]);
    expect(both.map(({ version }) => version)).toEqual([2, 2]);
    expect((await at.see()).versions).toHaveLength(2);
  });

  it('is each person’s own, though two hand in the same words', async () => {
    const [awa, zoe] = [await before(), await before()];
    const form = new URLSearchParams({ text: 'See above.' });
    const send = (who: typeof awa) => handIn(db, who.actor(), { ...who.at, form });
    expect(await send(awa)).toMatchObject({ version: 1, changed: true });
    expect(await send(zoe)).toMatchObject({ version: 1, changed: true });
    expect(await send(zoe)).toMatchObject({ version: 1, changed: false });
  });

  it('keeps every version; the latest waits', async () => {
    const at = await before();
    await at.send('First.');
    await Promise.all([at.send('Second.'), at.send('Third.')]);
    const { versions } = await at.see();
    expect(versions.map(({ version, state }) => [version, state])).toEqual([
      [3, 'waiting'],
      [2, 'replaced'],
      [1, 'replaced'],
    ]);
  });

  it('is taken after its day', async () => {
    const at = await before(assignmentOf({ due: '2026-11-01T12:00:00Z' }));
    await at.send('Late.');
    const { dueAt, versions } = await at.see();
    expect(versions[0]?.handedInAt.getTime()).toBeGreaterThan(dueAt?.getTime() ?? Number.POSITIVE_INFINITY);
    expect((await at.see(clock.now())).dueAt).toEqual(clock.now());
  });

  it.each([
    ['2026-12-01', '2026-12-01T22:59:00.000Z'],
    ['2026-12-01T18:30', '2026-12-01T17:30:00.000Z'],
    ['2026-12-01 18:30:15', '2026-12-01T17:30:00.000Z'],
    ['2026-12-01T18:30:00+05:30', '2026-12-01T13:00:00.000Z'],
    ['Week 3', undefined],
    ['after lesson 2', undefined],
    ['2026-02-30', undefined],
    ['2026-02-30T10:00Z', undefined],
    ['2026-12-01T10:00+99:99', undefined],
  ])('has a last day as the author wrote it: %s', async (due, at) => {
    const work = await before(assignmentOf({ due }));
    const [seen] = await readWorkSeen(db, [{ ...work.at, zone: 'Europe/Paris' }]);
    expect(seen?.dueAt?.toISOString()).toBe(at);
  });

  it('wants words, files or either', async () => {
    const at = await before();
    expect(await refused(at.send('   '))).toBe('assessment.nothing-handed-in');
    const file = await handed(tools.storage, at.id, 'plan.txt');
    const files = new Map([['files', [file]]]);
    expect((await at.send('', 'f', { files })).version).toBe(1);
    const words = await before(assignmentOf({ takes: 'text' }));
    expect(await refused(words.send('', 'f', { files }))).toBe('assessment.nothing-handed-in');
    const only = await before(assignmentOf({ takes: 'files' }));
    expect(await refused(only.send('words'))).toBe('assessment.nothing-handed-in');
  });

  it('takes only the endings that were asked for, and no giants', async () => {
    const at = await before(assignmentOf({ endings: ['pdf', '.ODT'] }));
    const sent = async (name: string) => {
      const files = new Map([['files', [await handed(tools.storage, at.id, name)]]]);
      return refused(at.send('', name, { files }));
    };
    expect(await sent('plan.exe')).toBe('assessment.wrong-ending');
    expect(await sent('pdf')).toBe('assessment.wrong-ending');
    expect(await sent('plan.pdf.exe')).toBe('assessment.wrong-ending');
    expect(await sent('Plan.PDF')).toBeUndefined();
    expect(await sent('plan.odt')).toBeUndefined();
    expect(await refused(at.send('words', 'x', { tooLarge: true }))).toBe('assessment.file-too-large');
  });

  it('is not handed in any more once it was accepted', async () => {
    const criteria = [{ id: 'c', title: 'Care', levels: [{ id: 'l', title: 'Fine', points: 1 }] }];
    const at = await before(assignmentOf({ assessedBy: 'self', criteria }));
    const { workId } = await at.send('Mine.');
    await at.judge(workId, { 'level:c': 'l' });
    expect(await refused(at.send('More.'))).toBe('assessment.already-accepted');
  });
});

describe('one’s own judgement', () => {
  const criteria = [
    {
      id: 'care',
      title: 'Care',
      levels: [
        { id: 'low', title: 'Not yet', points: 0 },
        { id: 'high', title: 'Yes', points: 3 },
      ],
    },
    { id: 'depth', title: 'Depth', levels: [{ id: 'some', title: 'Some', points: 1 }] },
  ];
  const own = assignmentOf({ assessedBy: 'self', criteria, points: 10 });

  it('comes to points by the levels', async () => {
    const at = await before(own);
    const { workId } = await at.send('Mine.');
    expect(await at.judge(workId, { 'level:care': 'low', 'level:depth': 'some' })).toEqual({
      points: 2.5,
      of: 10,
    });
    expect((await at.see()).versions[0]).toMatchObject({ state: 'accepted', points: 2.5, assessor: null });
  });

  it('wants every criterion, of one’s own waiting work', async () => {
    const at = await before(own);
    const { workId } = await at.send('Mine.');
    expect(await refused(at.judge(workId, { 'level:care': 'high' }))).toBe('assessment.levels-missing');
    expect(await refused(at.judge(workId, { 'level:care': 'top', 'level:depth': 'some' }))).toBe(
      'assessment.levels-missing',
    );
    const all = { 'level:care': 'high', 'level:depth': 'some' };
    expect(await refused((await before(own)).judge(workId, all))).toBe('assessment.work-not-found');
    expect(await refused(at.judge('nonsense', all))).toBe('assessment.work-not-found');
    await at.judge(workId, all);
    expect(await refused(at.judge(workId, all))).toBe('assessment.work-not-found');
  });

  it('is nobody’s who is to be judged by a teacher', async () => {
    const at = await before(assignmentOf({ criteria }));
    const { workId } = await at.send('Mine.');
    expect(await refused(at.judge(workId, { 'level:care': 'high', 'level:depth': 'some' }))).toBe(
      'assessment.work-not-found',
    );
  });
});
