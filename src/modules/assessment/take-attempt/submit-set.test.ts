import { describe, expect, it } from 'vitest';
import { countingStatements } from '../../../platform/db/database.ts';
import { assessmentStage, setOf, yesNo } from '../testing/assessment-stage.ts';
import { refused, setsBefore } from '../testing/set-before.ts';
import { submitSet } from './submit-set.ts';

const stage = await assessmentStage();
const { db, clock, course } = stage;
const before = setsBefore(stage);

describe('a set without limits', () => {
  it('marks what was answered and leaves the rest open', async () => {
    const at = await before(setOf([yesNo, yesNo]));
    const result = await at.send({ q1: 'yes' });
    expect(result).toMatchObject({ points: 1, of: 2, passed: true, finished: false, changed: true });
    expect(result.perQuestion).toEqual([{ key: 'q1', credit: 1, points: 1, of: 1 }]);
    const { questions } = await at.see();
    expect(questions.map(({ submitted, locked }) => [submitted, locked])).toEqual([
      [true, false],
      [false, false],
    ]);
    expect(questions[0]?.mark).toMatchObject({ credit: 1, feedback: [{ text: 'Indeed.' }] });
  });

  it('marks one question and keeps what was typed beside it', async () => {
    const at = await before(setOf([yesNo, yesNo]));
    await at.send({ q1: 'no', q2: 'yes' }, 'check:q2');
    const [first, second] = (await at.see()).questions;
    expect(first).toMatchObject({ submitted: false, answer: { kind: 'choice', id: 'no' } });
    expect(first?.mark).toBeUndefined();
    expect(second?.mark?.credit).toBe(1);
  });

  it('may be mended for ever; what came before stays kept', async () => {
    const at = await before(setOf([yesNo]));
    await at.send({ q1: 'no' });
    expect((await at.see()).passed).toBe(false);
    const mended = await at.send({ q1: 'yes' });
    expect(mended).toMatchObject({ points: 1, passed: true, attempt: 1 });
    expect((await at.kept()).map(({ answer }) => answer)).toEqual([
      { kind: 'choice', id: 'no' },
      { kind: 'choice', id: 'yes' },
    ]);
  });

  it('takes nothing away from who mends an answer for the worse', async () => {
    const at = await before(setOf([yesNo]));
    await at.send({ q1: 'yes' });
    const worse = await at.send({ q1: 'no' });
    expect(worse).toMatchObject({ points: 1, passed: true });
    expect((await at.see()).questions[0]?.mark?.credit).toBe(0);
  });
});

describe('sending again', () => {
  it('changes nothing: a double click, one after the other and at once', async () => {
    const at = await before(setOf([yesNo], { attempts: 3 }));
    const form = await at.formOf({ q1: 'no' }, 'check');
    const first = await at.post(form);
    const again = await at.post(form);
    expect(again).toEqual({ ...first, changed: false });
    const other = await at.formOf({ q1: 'yes' }, 'check');
    const both = await Promise.all([at.post(other), at.post(other), at.post(other)]);
    expect(both.map(({ attempt, points }) => [attempt, points])).toEqual([
      [2, 1],
      [2, 1],
      [2, 1],
    ]);
    expect(both.filter(({ changed }) => changed)).toHaveLength(1);
    expect(await at.kept()).toHaveLength(2);
  });

  it('is known a week later, and from another tab with the same answers', async () => {
    const at = await before(setOf([yesNo], { attempts: 2 }));
    const one = await at.formOf({ q1: 'yes' }, 'check');
    const other = await at.formOf({ q1: 'yes' }, 'check');
    await at.post(one);
    clock.forward(7 * 86_400);
    expect((await at.post(other)).changed).toBe(false);
    expect((await at.post(one)).changed).toBe(false);
    expect(await at.kept()).toHaveLength(1);
  });

  it('does not lose an answer that was changed on a page to which somebody went back', async () => {
    const at = await before(setOf([yesNo]));
    await at.send({ q1: 'no' }, 'check', 'same-page');
    const result = await at.send({ q1: 'yes' }, 'check', 'same-page');
    expect(result).toMatchObject({ points: 1, changed: true });
  });

  it('from two tabs at once keeps both, and counts one attempt', async () => {
    const at = await before(setOf([yesNo, yesNo], { attempts: 1 }));
    const one = await at.formOf({ q1: 'yes' }, 'check:q1');
    const other = await at.formOf({ q2: 'yes' }, 'check:q2');
    await Promise.all([at.post(one), at.post(other)]);
    expect(await at.see()).toMatchObject({ points: 2, finished: true, attempt: 1 });
  });
});

describe('a slip of the pen costs nothing', () => {
  const number = { type: 'number', answers: [{ value: '5' }] };
  it('is shown beside its field with what was typed', async () => {
    const at = await before(setOf([number], { attempts: 1 }));
    const result = await at.send({ q1: 'five' });
    expect(result).toMatchObject({ finished: false, perQuestion: [] });
    expect((await at.see()).questions[0]).toMatchObject({
      problem: 'no-number',
      answer: { kind: 'text', text: 'five' },
      locked: false,
    });
    expect(await at.send({ q1: '5' })).toMatchObject({ points: 1, finished: true, attempt: 1 });
  });
  it('says so when nothing was answered', async () => {
    const at = await before(setOf([yesNo, yesNo], { attempts: 1 }));
    await at.send({}, 'check:q2');
    expect((await at.see()).questions.map(({ problem }) => problem)).toEqual([undefined, 'blank']);
  });
  it('asks for each place once', async () => {
    const order = {
      type: 'order',
      items: [
        { id: 'a', text: 'a' },
        { id: 'b', text: 'b' },
      ],
    };
    const at = await before(setOf([order]));
    await at.send({ 'q1:a': '1', 'q1:b': '1' });
    expect((await at.see()).questions[0]?.problem).toBe('no-order');
    await at.send({ 'q1:a': '1', 'q1:b': '2' });
    expect((await at.see()).questions[0]?.mark?.credit).toBe(1);
  });
  it('does not read a formula that is none', async () => {
    const formula = { type: 'formula', answer: '2x', variables: [{ name: 'x', from: 0, to: 1 }] };
    const at = await before(setOf([formula]));
    await at.send({ q1: '2x)' });
    expect((await at.see()).questions[0]?.problem).toBe('no-formula');
  });
});

describe('hostile forms', () => {
  it('answer nothing that is not asked', async () => {
    const at = await before(setOf([yesNo]));
    const form = await at.formOf({ q1: 'yes', q9: 'yes', __proto__: 'x' }, 'check');
    form.append('asked', 'q9');
    form.append('asked', '__proto__');
    expect((await at.post(form)).perQuestion.map(({ key }) => key)).toEqual(['q1']);
  });
  it('with nonsense for a button only keep what was typed', async () => {
    const at = await before(setOf([yesNo]));
    for (const deed of ['', 'delete', 'check:zzz', 'hint:zzz:5', 'hint:q1:-3', 'check:__proto__', ':::'])
      expect((await at.send({ q1: 'yes' }, deed)).perQuestion).toEqual([]);
    expect((await at.see()).questions[0]?.answer).toEqual({ kind: 'choice', id: 'yes' });
  });
  it('may hold what no database can', async () => {
    const at = await before(setOf([{ type: 'text', accepted: [{ text: 'a' }] }]));
    expect((await at.send({ q1: 'a\0\ud800' })).perQuestion).toHaveLength(1);
    expect(await at.kept()).toHaveLength(1);
  });
  it('of visitors are refused', async () => {
    const at = await before(setOf([yesNo]));
    const form = await at.formOf({ q1: 'yes' }, 'check');
    const input = {
      takerId: at.takerId,
      courseId: course.id,
      blockId: at.blockId,
      content: setOf([yesNo]),
      banks: [],
      form,
    };
    const visitor = { ...at.actor(), kind: 'visitor', id: undefined } as unknown as ReturnType<
      typeof at.actor
    >;
    expect(await refused(submitSet(db, visitor, input))).toBe('assessment.not-signed-in');
  });
});

it('reads with one statement and writes with another', async () => {
  const at = await before(setOf(Array.from({ length: 8 }, () => yesNo)));
  const form = await at.formOf(
    Object.fromEntries(Array.from({ length: 8 }, (_, n) => [`q${n + 1}`, 'yes'])),
    'check',
  );
  const tally = { count: 0, milliseconds: 0 };
  await countingStatements(tally, () => at.post(form));
  expect(tally.count).toBe(2);
  tally.count = 0;
  await countingStatements(tally, () => at.see());
  expect(tally.count).toBe(1);
});

describe('files', () => {
  const pdf = setOf([{ type: 'file', endings: ['pdf'] }], { attempts: 1 });
  const named = (...names: string[]) =>
    new Map([['a:q1', names.map((name, at) => ({ key: `${at}`.repeat(64), name, type: 'x/y', bytes: 1 }))]]);

  it('of a kind or a number that is not taken are kept and said to be wrong, at no cost', async () => {
    const at = await before(pdf);
    for (const [names, problem] of [
      [['plan.exe'], 'wrong-file'],
      [['a.pdf', 'b.pdf'], 'too-many-files'],
    ] as const) {
      expect(
        (await at.post(await at.formOf({}, 'check'), undefined, { files: named(...names) })).finished,
      ).toBe(false);
      expect((await at.see()).questions[0]?.problem).toBe(problem);
    }
    expect(
      await at.post(await at.formOf({}, 'check'), undefined, { files: named('plan.PDF') }),
    ).toMatchObject({ finished: true, waiting: 1 });
  });

  it('stay when the form is sent again without choosing them again', async () => {
    const at = await before(pdf);
    await at.post(await at.formOf({}, 'save'), undefined, { files: named('plan.pdf') });
    expect(await at.send({})).toMatchObject({ finished: true, waiting: 1 });
  });

  it('that are too large are refused, with all else still typed', async () => {
    const at = await before(pdf);
    const form = await at.formOf({}, 'check');
    expect(await refused(at.post(form, undefined, { tooLarge: true }))).toBe('assessment.file-too-large');
  });
});
