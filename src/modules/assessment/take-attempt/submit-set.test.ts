import { describe, expect, it } from 'vitest';
import { countingStatements } from '../../../platform/db/database.ts';
import { Refusal } from '../../../platform/refusal.ts';
import type { Bank } from '../../courses/index.ts';
import { readSet } from '../ask-questions/read-set.ts';
import type { Extensions } from '../ask-questions/set-state.ts';
import { typedState } from '../ask-questions/typed-state.ts';
import { assessmentStage, setOf, yesNo } from '../testing/assessment-stage.ts';
import { answersOf } from '../testing/answers.queries.ts';
import { submitSet } from './submit-set.ts';

const stage = await assessmentStage();
const { db, clock, course } = stage;
let blocks = 0;
let forms = 0;

type Content = ReturnType<typeof setOf>;
interface More {
  readonly banks?: readonly Bank[];
  readonly extensions?: Extensions;
  readonly endsAt?: Date;
}

/** Somebody before a set of questions. */
async function before(content: Content, more: More = {}) {
  const learner = await stage.learner();
  const blockId = `block-${(blocks += 1)}`;
  const scene = {
    takerId: learner.takerId,
    courseId: course.id,
    blockId,
    content,
    banks: more.banks ?? [],
    ...more,
  };
  const see = (extensions = more.extensions) =>
    readSet(db, { ...scene, now: clock.now(), ...(extensions ? { extensions } : {}) });
  /** The form as a browser sends it: fields of what is asked, and the button. */
  const formOf = async (fields: Record<string, string>, deed: string, id = `form-${(forms += 1)}`) => {
    const state = await see();
    const form = new URLSearchParams({ submission: id, attempt: String(state.attempt), do: deed });
    for (const question of state.questions) if (!question.locked) form.append('asked', question.key);
    for (const [name, value] of Object.entries(fields)) form.append(`a:${name}`, value);
    return form;
  };
  const post = (form: URLSearchParams, extensions = more.extensions) =>
    submitSet(db, learner.actor(), { ...scene, form, ...(extensions ? { extensions } : {}) });
  const send = async (fields: Record<string, string>, deed = 'check', id?: string) =>
    post(await formOf(fields, deed, id));
  return {
    ...learner,
    blockId,
    see,
    formOf,
    post,
    send,
    kept: () => answersOf(db, learner.takerId, blockId),
  };
}

const refused = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  return error instanceof Refusal ? error.code : error;
};

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

describe('limited attempts', () => {
  it('close when all is answered, and are tried again as they stand', async () => {
    const at = await before(setOf([yesNo, yesNo], { attempts: 2 }));
    await at.send({ q1: 'yes', q2: 'no' });
    const state = await at.see();
    expect(state).toMatchObject({ phase: 'retry', attempt: 2, attemptsLeft: 1, finished: true, points: 1 });
    const second = await at.send({ q1: 'yes', q2: 'yes' });
    expect(second).toMatchObject({ attempt: 2, points: 2, finished: true, passed: true });
    expect(await at.see()).toMatchObject({ phase: 'done', attemptsLeft: 0 });
  });

  it('let nobody mend an answer inside of an attempt', async () => {
    const at = await before(setOf([yesNo, yesNo], { attempts: 1 }));
    await at.send({ q1: 'no' }, 'check:q1');
    expect((await at.see()).questions[0]?.locked).toBe(true);
    const form = await at.formOf({ q1: 'yes' }, 'check:q1');
    form.append('asked', 'q1');
    expect((await at.post(form)).changed).toBe(false);
    expect((await at.see()).points).toBe(0);
  });

  it('are refused when they are used; what was typed is shown', async () => {
    const at = await before(setOf([yesNo], { attempts: 1 }));
    const stale = await at.formOf({ q1: 'yes' }, 'check');
    await at.send({ q1: 'no' });
    expect(await refused(at.post(stale))).toBe('assessment.attempts-used');
    expect(await at.kept()).toHaveLength(1);
    const shown = typedState(await at.see(), { fields: stale });
    expect(shown.questions[0]?.answer).toEqual({ kind: 'choice', id: 'yes' });
  });

  it('are not spent by a second tab that shows the one before', async () => {
    const at = await before(setOf([yesNo], { attempts: 3 }));
    const stale = await at.formOf({ q1: 'yes' }, 'check');
    await at.send({ q1: 'no' });
    expect(await refused(at.post(stale))).toBe('assessment.attempt-over');
    expect((await at.see()).attemptsLeft).toBe(2);
  });

  it('are more for whom they were granted', async () => {
    const at = await before(setOf([yesNo], { attempts: 1 }));
    await at.send({ q1: 'no' });
    expect((await at.see({ attempts: 1 })).phase).toBe('retry');
    const form = await at.formOf({ q1: 'yes' }, 'check');
    form.set('attempt', '2');
    form.append('asked', 'q1');
    expect(await at.post(form, { attempts: 1 })).toMatchObject({ attempt: 2, points: 1 });
  });

  it('keep the best', async () => {
    const at = await before(setOf([yesNo, yesNo, yesNo], { attempts: 2 }));
    await at.send({ q1: 'yes', q2: 'yes', q3: 'no' });
    const worse = await at.send({ q1: 'no', q2: 'no', q3: 'no' });
    expect(worse).toMatchObject({ points: 0, passed: false, best: { points: 2, passed: true } });
  });

  it('may be closed with questions left open', async () => {
    const at = await before(setOf([yesNo, yesNo], { attempts: 1 }));
    const result = await at.send({ q1: 'yes' }, 'finish');
    expect(result).toMatchObject({ finished: true, points: 1, of: 2 });
    expect((await at.see()).phase).toBe('done');
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

describe('a limited time', () => {
  const timed = (more = {}) => setOf([yesNo, yesNo], { minutes: 10, attempts: 2, ...more });

  it('begins with a button, once', async () => {
    const at = await before(timed());
    expect((await at.see()).phase).toBe('to-start');
    const form = new URLSearchParams({
      submission: 's',
      attempt: '1',
      do: 'check',
      asked: 'q1',
      'a:q1': 'yes',
    });
    expect(await refused(at.post(form))).toBe('assessment.not-started');
    await at.send({}, 'start');
    clock.forward(60);
    expect((await at.send({}, 'start')).changed).toBe(false);
    expect(await at.see()).toMatchObject({ phase: 'open', secondsLeft: 540 });
  });

  it('counts what was typed in time, and keeps what came too late beside it', async () => {
    const at = await before(timed());
    await at.send({}, 'start');
    await at.send({ q1: 'yes' }, 'save');
    const late = await at.formOf({ q1: 'yes', q2: 'yes' }, 'finish');
    clock.forward(11 * 60);
    expect(await at.see()).toMatchObject({ phase: 'again', secondsLeft: 0, finished: true });
    const result = await at.post(late);
    expect(result).toMatchObject({ late: true, finished: true, points: 1, of: 2 });
    const [first, second] = (await at.see()).questions;
    expect(first).toMatchObject({ submitted: true, late: false, mark: { credit: 1 } });
    expect(second).toMatchObject({ submitted: false, late: true, answer: { kind: 'choice', id: 'yes' } });
    expect((await at.post(late)).changed).toBe(false);
  });

  it('forgives the seconds that an answer travels', async () => {
    const at = await before(timed());
    await at.send({}, 'start');
    const form = await at.formOf({ q1: 'yes', q2: 'yes' }, 'check');
    clock.forward(10 * 60 + 8);
    expect(await at.post(form)).toMatchObject({ late: false, points: 2 });
  });

  it('is longer for whom it was granted', async () => {
    const at = await before(timed());
    await at.send({}, 'start');
    const form = await at.formOf({ q1: 'yes', q2: 'yes' }, 'check');
    clock.forward(14 * 60);
    expect(await at.post(form, { minutes: 5 })).toMatchObject({ late: false, points: 2 });
  });

  it('begins anew with another attempt, and settles the one before', async () => {
    const at = await before(timed());
    await at.send({}, 'start');
    await at.send({ q1: 'yes' }, 'save');
    clock.forward(20 * 60);
    await at.send({}, 'again');
    expect(await at.see()).toMatchObject({
      phase: 'open',
      attempt: 2,
      secondsLeft: 600,
      best: { points: 1 },
    });
    expect((await at.see()).questions.every(({ answer }) => answer === undefined)).toBe(true);
    clock.forward(20 * 60);
    const third = new URLSearchParams({ attempt: '3', do: 'again' });
    expect(await refused(at.post(third))).toBe('assessment.attempts-used');
  });
});

describe('what may be shown', () => {
  const first = async (at: Awaited<ReturnType<typeof before>>) => (await at.see()).questions[0];
  const revealed = async (at: Awaited<ReturnType<typeof before>>) => (await first(at))?.revealed;

  it.each([
    ['never', 'yes', false],
    ['answered', 'no', true],
    ['right', 'no', false],
    ['right', 'yes', true],
    ['attempts-used', 'no', false],
    ['attempts-used', 'yes', true],
  ])('%s, after %s: %s', async (showAnswers, answer, expected) => {
    const at = await before(setOf([yesNo], { showAnswers, attempts: 2 }));
    expect(await revealed(at)).toBe(false);
    await at.send({ q1: answer });
    expect(await revealed(at)).toBe(expected);
    expect((await first(at))?.mark).toBeDefined();
  });

  it('waits for the end of an exam with the marks too', async () => {
    const endsAt = new Date(clock.now().getTime() + 3_600_000);
    const at = await before(setOf([yesNo], { showAnswers: 'after-end', attempts: 1 }), { endsAt });
    await at.send({ q1: 'no' }, 'finish');
    expect(await first(at)).toMatchObject({ revealed: false, submitted: true });
    expect((await first(at))?.mark).toBeUndefined();
    clock.forward(3601);
    expect(await first(at)).toMatchObject({ revealed: true, mark: { credit: 0 } });
  });

  it('shows hints one after the other, and remembers them', async () => {
    const at = await before(setOf([{ ...yesNo, hints: ['One.', 'Two.'] }]));
    await at.send({ q1: 'no' }, 'hint:q1:1');
    expect(await first(at)).toMatchObject({ hintsShown: 1, answer: { id: 'no' }, submitted: false });
    expect((await at.send({ q1: 'no' }, 'hint:q1:1')).changed).toBe(false);
    await at.send({ q1: 'no' }, 'hint:q1:9');
    expect((await first(at))?.hintsShown).toBe(2);
  });
});

describe('questions drawn from a bank', () => {
  const bank = {
    id: 'bank',
    title: 'Bank',
    questions: setOf(Array.from({ length: 20 }, () => yesNo)).questions,
  };
  const drawn = setOf([], { draw: [{ bank: 'bank', count: 5 }], attempts: 2 });

  it('are the same for one attempt, others for the next and for others', async () => {
    const at = await before(drawn, { banks: [bank] });
    const keys = async () => (await at.see()).questions.map(({ key }) => key);
    const once = await keys();
    expect(once).toHaveLength(5);
    expect(new Set(once).size).toBe(5);
    const right = Object.fromEntries(once.map((key) => [key, 'no']));
    await at.send(right);
    expect(await keys()).toEqual(once);
    expect((await at.see()).phase).toBe('again');
    await at.send({}, 'again');
    expect(await keys()).not.toEqual(once);
    const somebodyElse = await before(drawn, { banks: [bank] });
    expect((await somebodyElse.see()).questions.map(({ key }) => key)).not.toEqual(once);
  });

  it('stay what they were when the bank loses one', async () => {
    const at = await before(drawn, { banks: [bank] });
    const keys = (await at.see()).questions.map(({ key }) => key);
    await at.send({ [keys[0] ?? '']: 'yes' }, 'check');
    const smaller = { ...bank, questions: bank.questions.filter(({ id }) => `bank.${id}` !== keys[1]) };
    const state = await readSet(db, {
      takerId: at.takerId,
      courseId: course.id,
      blockId: at.blockId,
      content: drawn,
      banks: [smaller],
      now: clock.now(),
    });
    expect(state.questions.map(({ key }) => key)).toEqual(keys.filter((key) => key !== keys[1]));
  });
});

describe('the shuffled parts of a question', () => {
  it('never stand in the right order, and stand still', async () => {
    const items = ['a', 'b', 'c'].map((id) => ({ id, text: id }));
    for (let tries = 0; tries < 12; tries += 1) {
      const at = await before(setOf([{ type: 'order', items }]));
      const shown = (await at.see()).questions[0]?.shownOrder;
      expect(shown?.toSorted()).toEqual(['a', 'b', 'c']);
      expect(shown).not.toEqual(['a', 'b', 'c']);
      expect((await at.see()).questions[0]?.shownOrder).toEqual(shown);
    }
  });
});

describe('passing', () => {
  it.each([
    [0, 'no', true],
    [0.5, 'no', false],
    [1, 'yes', true],
  ])('from %d with %s: %s', async (passAt, answer, passed) => {
    const at = await before(setOf([yesNo], { passAt }));
    expect((await at.send({ q1: answer })).passed).toBe(passed);
  });

  it('waits for nobody: what a person has still to look at counts as done', async () => {
    const at = await before(setOf([{ type: 'essay' }]));
    expect(await at.send({ q1: 'My view.' })).toMatchObject({
      passed: true,
      waiting: 1,
      points: 0,
      finished: true,
    });
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
